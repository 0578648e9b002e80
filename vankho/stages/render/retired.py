"""Pages at ids that are no more: forwarding ones, and tombstones."""

from collections.abc import Iterator

from vankho.model.document import Document
from vankho.model.identity import page_url
from vankho.model.page import Page
from vankho.registry.files import IdFile
from vankho.stages.render.forwarding import forwarding_page
from vankho.stages.render.front_matter import front_matter
from vankho.stages.render.markdown import escape
from vankho.stages.render.renderer import Renderer


def retired_pages(render: Renderer, ids: IdFile) -> Iterator[Page]:
    """Yield a page at every old id, so that a bookmark made years ago still leads somewhere."""
    gone = set(ids.tombstones)
    for old in sorted(ids.aliases.keys() - render.graph.nodes.keys() - gone):
        now = _now(old, render, ids)
        if now is None:
            gone.add(old)
        else:
            yield forwarding_page(render, page_url(old), now, "Địa chỉ đã đổi")
    for old in sorted(gone):
        if old not in render.graph.nodes:
            title = "Văn bản đã được gỡ khỏi kho"
            content = render.fill(
                "tombstone.md.j2",
                front_matter=front_matter(title=title, id=old),
                title=title,
                id=escape(old),
            )
            yield Page(page_url(old).removesuffix(".html") + ".md", content)


def _now(old: str, render: Renderer, ids: IdFile) -> Document | None:
    """Follow an old id, over ids that changed again, to its document; None where it is gone."""
    seen: set[str] = set()
    at: str | None = old
    while at is not None and at not in seen:
        if at in render.graph.nodes:
            return render.graph.nodes[at].document
        seen.add(at)
        at = ids.aliases.get(at)
    return None
