"""The pages of documents, and of the numbers that they bear."""

from collections.abc import Iterator

from vankho.model.page import Page
from vankho.stages.render import words
from vankho.stages.render.backlinks import backlink_pages
from vankho.stages.render.entries import cited_by_groups, entry
from vankho.stages.render.forwarding import forwarding_page
from vankho.stages.render.front_matter import front_matter
from vankho.stages.render.letter_page import letter_page
from vankho.stages.render.markdown import escape
from vankho.stages.render.renderer import Renderer
from vankho.stages.render.stub_page import stub_page


def document_pages(render: Renderer) -> Iterator[Page]:
    """Yield the page of every document, held or not."""
    for node in render.graph.nodes.values():
        if node.document.letter is not None:
            yield letter_page(render, node, node.document.letter)
        else:
            yield stub_page(render, node)
        yield from backlink_pages(render, node)


def number_pages(render: Renderer) -> Iterator[Page]:
    """Yield a page per reference without a year: it forwards to the one document, or lists them."""
    for number, ids in render.graph.numbers.items():
        url = f"so/{number}.html"
        documents = [render.graph.document(document_id) for document_id in ids]
        uncertain = render.graph.uncertain.get(number, ())
        if len(documents) == 1 and not uncertain:
            only = documents[0]
            yield forwarding_page(render, url, only, "Chuyển đến văn bản")
            continue
        first = documents[0]
        title = (
            f"Văn bản mang số {first.number}/{first.symbol}"
            if first.reference
            else words.name(first)
        )
        content = render.fill(
            "number.md.j2",
            front_matter=front_matter(title=title),
            title=escape(title),
            entries=[entry(document, url) for document in documents],
            uncertain=cited_by_groups(render.graph, uncertain, url),
        )
        yield Page(f"so/{number}.md", content)
