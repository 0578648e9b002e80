"""Who cites a document: the newest on its page, all of them on pages of their own."""

from collections.abc import Iterator, Sequence

from vankho.model.document import Document
from vankho.model.graph import Edge, Node
from vankho.model.page import Page
from vankho.stages.render import words
from vankho.stages.render.entries import cited_by_groups, entry, relative
from vankho.stages.render.front_matter import front_matter
from vankho.stages.render.markdown import escape
from vankho.stages.render.renderer import Renderer


def backlinks(render: Renderer, node: Node) -> dict[str, object]:
    """Return the newest backlinks for a template, and where the rest is."""
    edges = node.cited_by
    size = render.archive.page_size
    paged = len(edges) > size
    first = relative(_url(node.document, 1), node.document.url)
    return {
        "cited_by": cited_by_groups(render.graph, edges[:size], node.document.url),
        "more_backlinks": first if paged else "",
        "backlink_count": words.digits(len(edges)),
    }


def backlink_pages(render: Renderer, node: Node) -> Iterator[Page]:
    """Yield the pages of a long list of backlinks, from the oldest on, so that full ones never change."""
    size = render.archive.page_size
    if len(node.cited_by) <= size:
        return
    oldest: Sequence[Edge] = node.cited_by[::-1]
    total = (len(oldest) + size - 1) // size
    for number in range(1, total + 1):
        url = _url(node.document, number)
        title = f"Các văn bản viện dẫn {words.name(node.document)} (trang {number})"
        content = render.fill(
            "backlinks.md.j2",
            front_matter=front_matter(title=title),
            title=escape(title),
            document=entry(node.document, url),
            groups=cited_by_groups(render.graph, oldest[(number - 1) * size : number * size], url),
            neighbours=_neighbours(node.document, number, total),
        )
        yield Page(url.removesuffix(".html") + ".md", content)


def _url(document: Document, number: int) -> str:
    return f"danh-sach/vien-dan/{document.id}-trang-{number}.html"


def _neighbours(document: Document, number: int, total: int) -> list[tuple[str, str]]:
    here = _url(document, number)
    found = []
    if number > 1:
        found.append(("Trang trước (cũ hơn)", relative(_url(document, number - 1), here)))
    if number < total:
        found.append(("Trang sau (mới hơn)", relative(_url(document, number + 1), here)))
    return found
