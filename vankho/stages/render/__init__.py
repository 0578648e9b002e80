"""render: Graph → Pages. Readable Markdown with YAML front matter, from templates."""

from collections.abc import Iterator, Sequence

from vankho.model.graph import Graph
from vankho.model.page import Page
from vankho.model.source import Replacement, Unreadable
from vankho.registry.abbreviations import Abbreviations
from vankho.registry.agencies import Agencies
from vankho.registry.files import IdFile
from vankho.stages.render.abbreviations import abbreviations_page
from vankho.stages.render.lists import list_pages
from vankho.stages.render.number_index import number_index_pages
from vankho.stages.render.pages import document_pages, number_pages
from vankho.stages.render.previews import FOLDER, preview_pages
from vankho.stages.render.renderer import Archive, Scan, make_renderer
from vankho.stages.render.retired import retired_pages
from vankho.stages.render.unreadable import unreadable_pages

__all__ = ["OWNED", "Archive", "Scan", "render"]

OWNED = ("van-ban", "so", "danh-sach", FOLDER)
"""The folders of the docs that rendered pages fill; whatever else lies there is removed."""


def render(
    graph: Graph,
    archive: Archive,
    agencies: Agencies,
    *,
    abbreviations: Abbreviations,
    replacements: dict[str, tuple[Replacement, ...]],
    scans: dict[str, Scan],
    ids: IdFile,
    unreadable: Sequence[Unreadable] = (),
) -> Iterator[Page]:
    """Yield every page of the archive: documents, numbers, lists, home, previews, old ids, unreadable files."""
    renderer = make_renderer(
        graph, archive, agencies, abbreviations, replacements, scans, unreadable, ids.subjects
    )
    yield from document_pages(renderer)
    yield from number_pages(renderer)
    yield from list_pages(renderer)
    yield from abbreviations_page(renderer)
    yield from preview_pages(renderer)
    yield from number_index_pages(renderer)
    yield from retired_pages(renderer, ids)
    yield from unreadable_pages(renderer, ids)
