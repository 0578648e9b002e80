"""A page to be written: a path below the docs folder and its content."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """A file of the docs folder; Markdown unless its path ends otherwise."""

    path: str
    """Relative to the docs folder, with forward slashes."""
    content: str
