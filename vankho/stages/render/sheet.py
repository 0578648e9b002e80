"""What a letter's printed sheet says of itself: where it comes from, and that it is a copy."""

import segno

from vankho.model.document import Document
from vankho.stages.render.renderer import Archive

# A fixed mask saves two thirds of the time; every mask is valid, some only look less even.
_MASK = 3


def qr_code(text: str) -> str:
    """Draw ``text`` as a QR code, inline SVG without styles."""
    code = segno.make_qr(text, error="m", mask=_MASK)
    return code.svg_inline(border=2, omitsize=True, svgclass="vk-qr", lineclass=None)


def permanent_url(document: Document, archive: Archive) -> str:
    """Return the full address of a document's page; empty where the site has none stated."""
    return f"{archive.url}{document.url}" if archive.url else ""
