"""A page that forwards: to the one document of a number, or from an address that changed."""

from vankho.model.document import Document
from vankho.model.page import Page
from vankho.stages.render import words
from vankho.stages.render.entries import relative
from vankho.stages.render.renderer import Renderer

_ICON = "assets/dau.svg"


def forwarding_page(render: Renderer, url: str, to: Document, title: str) -> Page:
    """Write the page at ``url`` that leads on to ``to``, with and without scripts."""
    content = render.fill(
        "forward.html.j2",
        title=title,
        name=words.name(to),
        url=relative(to.url, url),
        icon=relative(_ICON, url),
    )
    return Page(url, content)
