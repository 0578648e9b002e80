"""Pages at ids that are no more: forwarding ones, and tombstones."""

from collections.abc import Iterator

from vankho.model.identity import page_url
from vankho.model.page import Page
from vankho.registry.files import IdFile
from vankho.stages.render.forwarding import forwarding_page
from vankho.stages.render.front_matter import front_matter
from vankho.stages.render.markdown import escape
from vankho.stages.render.renderer import Renderer


def retired_pages(render: Renderer, ids: IdFile) -> Iterator[Page]:
    """Yield a page at every old id, so that a bookmark made years ago still leads somewhere."""
    for old, new in sorted(ids.aliases.items()):
        node = render.graph.nodes.get(new)
        if node is None or old in render.graph.nodes:
            continue
        yield forwarding_page(render, page_url(old), node.document, "Địa chỉ đã đổi")
    for gone in sorted(ids.tombstones):
        if gone not in render.graph.nodes:
            title = "Văn bản đã được gỡ khỏi kho"
            content = render.fill(
                "tombstone.md.j2",
                front_matter=front_matter(title=title, id=gone),
                title=title,
                id=escape(gone),
            )
            yield Page(page_url(gone).removesuffix(".html") + ".md", content)
