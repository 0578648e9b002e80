"""What every page is made with: the graph, the templates, the archive's own facts."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

import jinja2

from vankho.model.graph import Graph
from vankho.model.source import Replacement, Unreadable
from vankho.registry.abbreviations import Abbreviations
from vankho.registry.agencies import Agencies
from vankho.stages.render.neighbours import Neighbours
from vankho.stages.render.shelves import Shelves
from vankho.stages.render.years import Years


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """What the archive says of itself, as far as pages show it."""

    title: str
    page_size: int
    """The most entries of a page of a list."""
    url: str = ""
    """Address of the site, with a slash at its end; empty where none is stated."""
    mail: str = ""
    """Where readers report mistakes; empty where nobody takes them."""

    @property
    def has_feeds(self) -> bool:
        """Say whether feeds are written: their entries need the address of the site."""
        return bool(urlsplit(self.url).hostname)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """The published scan or signed file of a letter."""

    url: str
    """From the site's root."""
    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Renderer:
    """Templates and all that pages depend on."""

    graph: Graph
    archive: Archive
    agencies: Agencies
    abbreviations: Abbreviations
    replacements: dict[str, tuple[Replacement, ...]]
    """Path of a letter → the transcription fixes stated for it."""
    scans: dict[str, Scan]
    """By document id."""
    unreadable: tuple[Unreadable, ...]
    """Files of the corpus that gave no text, by path."""
    shelves: Shelves
    years: Years
    neighbours: Neighbours
    environment: jinja2.Environment

    def fill(self, template: str, **values: object) -> str:
        """Fill a template; runs of blank lines become one."""
        return _squeeze(self.environment.get_template(template).render(values))


def make_renderer(
    graph: Graph,
    archive: Archive,
    agencies: Agencies,
    abbreviations: Abbreviations,
    replacements: dict[str, tuple[Replacement, ...]],
    scans: dict[str, Scan],
    unreadable: Sequence[Unreadable],
    subjects: Collection[str] = (),
) -> Renderer:
    """Prepare what pages are made with."""
    held = graph.held()
    return Renderer(
        graph=graph,
        archive=archive,
        agencies=agencies,
        abbreviations=abbreviations,
        replacements=replacements,
        scans=scans,
        unreadable=tuple(unreadable),
        shelves=Shelves.of(held, agencies, subjects),
        years=Years.of(held),
        neighbours=Neighbours.of(graph, held),
        environment=_environment(),
    )


@cache
def _environment() -> jinja2.Environment:
    """Prepare the templates, once: compiling them takes longer than filling them.

    An undefined name in one is an error, not an empty word.
    """
    return jinja2.Environment(
        loader=jinja2.PackageLoader("vankho"),
        undefined=jinja2.StrictUndefined,
        autoescape=jinja2.select_autoescape(["html.j2"]),
        keep_trailing_newline=True,
    )


def _squeeze(text: str) -> str:
    """Make runs of blank lines one, and take the blanks of templates away at line ends."""
    lines: list[str] = []
    for raw in text.split("\n"):
        line = raw.rstrip(" ")
        if line or (lines and lines[-1]):
            lines.append(line)
    return "\n".join(lines).rstrip("\n") + "\n"
