"""render: Graph → Pages. Readable Markdown with YAML front matter, from templates."""

from collections.abc import Iterator

from vankho.model.graph import Graph
from vankho.model.page import Page
from vankho.model.source import Replacement
from vankho.stages.render.lists import list_pages
from vankho.stages.render.pages import document_pages, make_renderer, number_pages

__all__ = ["OWNED", "render"]

OWNED = ("van-ban", "so", "danh-sach")
"""The folders of the docs that rendered pages fill; whatever else lies there is removed."""


def render(
    graph: Graph,
    *,
    title: str,
    page_size: int,
    replacements: dict[str, tuple[Replacement, ...]],
) -> Iterator[Page]:
    """Yield every page of the archive: documents, numbers, lists, home."""
    renderer = make_renderer(graph, page_size, replacements)
    yield from document_pages(renderer)
    yield from number_pages(renderer)
    yield from list_pages(renderer, title)
