"""The page of a document that is cited and not held."""

from vankho.model.graph import Node
from vankho.model.page import Page
from vankho.stages.render import words
from vankho.stages.render.backlinks import backlinks
from vankho.stages.render.entries import banners, changed_by
from vankho.stages.render.front_matter import front_matter
from vankho.stages.render.letter_page import identity_fields, report_link
from vankho.stages.render.markdown import attribute, escape
from vankho.stages.render.properties import stub_properties
from vankho.stages.render.renderer import Renderer


def stub_page(render: Renderer, node: Node) -> Page:
    """Write the page: what citations say of the document, and every one of them."""
    document = node.document
    return Page(
        document.url.removesuffix(".html") + ".md",
        render.fill(
            "stub.md.j2",
            front_matter=front_matter(
                title=words.name(document),
                id=document.id,
                held=False,
                **identity_fields(document),
                changed_by=changed_by(render.graph, node),
            ),
            title=escape(words.name(document)),
            banners=banners(render.graph, node, document.url),
            properties=list(stub_properties(document, node)),
            citation=attribute(words.official(document)),
            report=report_link(render, document),
            **backlinks(render, node),
        ),
    )
