"""screen: keep secret and withheld letters out of everything that follows."""

from collections.abc import Sequence
from dataclasses import dataclass

from vankho.grammar import secrecy
from vankho.model.finding import Code
from vankho.model.source import SourceFile, Unreadable


@dataclass(frozen=True, slots=True, kw_only=True)
class Screened:
    """What goes on, and what must leave no trace."""

    published: tuple[SourceFile, ...]
    secret: tuple[SourceFile, ...]
    """Marked secret: named on the terminal by file and hash, nowhere else."""
    unclear: tuple[SourceFile, ...]
    """Kept back because front matter that speaks of it cannot be read; told likewise."""


def screen(sources: Sequence[SourceFile], further: Sequence[str] = ()) -> Screened:
    """Separate what may be published. A letter the archivist withholds is simply not there."""
    open_ = [source for source in sources if source.stated.publish]
    secret = {
        source.path for source in sources if secrecy.mark(source.text[source.start :], further)
    }
    return Screened(
        published=tuple(source for source in open_ if source.path not in secret),
        secret=tuple(source for source in open_ if source.path in secret),
        unclear=tuple(
            source
            for source in sources
            if not source.stated.publish
            and source.path not in secret
            and any(item.code is Code.FRONT_MATTER for item in source.findings)
        ),
    )


def screen_names(
    unreadable: Sequence[Unreadable], further: Sequence[str] = ()
) -> tuple[tuple[Unreadable, ...], tuple[Unreadable, ...]]:
    """Part files that cannot be read: those a page may name, and those told on the terminal only."""
    open_ = tuple(item for item in unreadable if not secrecy.in_name(item.path, further))
    return open_, tuple(item for item in unreadable if item not in open_)
