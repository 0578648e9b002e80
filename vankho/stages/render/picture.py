"""One step of citations as a picture: what cites a document above it, what it cites below."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape

from vankho.model.document import Document
from vankho.model.graph import Graph, Node
from vankho.stages.render import words
from vankho.stages.render.entries import relative
from vankho.stages.render.markdown import attribute, escape

_SIDE = 6
"""Documents shown on each side; the lists below the picture hold them all."""
_WIDTH, _BOX, _HEIGHT, _ROW = 344, 158, 40, 52
_MIDDLE = _WIDTH // 2
_LONGEST = 22
_CAPITAL, _SMALL = 9.2, 7.2
"""About how wide a letter of a box's first line is, in the picture's units (12 px, bold)."""


@dataclass(frozen=True, slots=True)
class _Side:
    """The documents on one side, and how many more there are."""

    documents: Sequence[Document]
    more: int
    more_url: str

    @property
    def height(self) -> int:
        return -(-len(self.documents) // 2) * _ROW + (22 if self.more else 0)


def picture(graph: Graph, node: Node) -> str:
    """Draw the picture; empty where the document neither cites nor is cited."""
    own = node.document
    citing = [graph.document(i) for i in dict.fromkeys(edge.citing for edge in node.cited_by)]
    ids = dict.fromkeys(r.cited for r in node.cites if r.status != "self" and r.cited)
    cited = [graph.document(i) for i in ids if i is not None]
    if not citing and not cited:
        return ""
    above = _Side(citing[:_SIDE], len(citing) - _SIDE, "#duoc-vien-dan")
    below = _Side(cited[:_SIDE], len(cited) - _SIDE, "#vien-dan")
    above = above if above.more > 0 else _Side(above.documents, 0, "")
    below = below if below.more > 0 else _Side(below.documents, 0, "")
    centre = above.height + (24 if citing else 2)
    height = centre + _HEIGHT + (24 if cited else 2) + below.height
    parts = [
        *_side(above, own, top=0, trunk=(0, centre), arrows_to_centre=True),
        *_side(below, own, top=centre + _HEIGHT + 24, trunk=(centre + _HEIGHT, height), arrows_to_centre=False),
        _own_box(own, centre),
    ]  # fmt: skip
    label = f"Lược đồ viện dẫn: {len(citing)} văn bản viện dẫn văn bản này, văn bản này viện dẫn {len(cited)} văn bản"
    return (
        f'<svg class="vk-luoc-do" role="group" aria-label="{label}" viewBox="-1 -1 {_WIDTH + 2} {height + 2}">'
        f"{''.join(parts)}</svg>"
    )


def _side(
    side: _Side, own: Document, *, top: int, trunk: tuple[int, int], arrows_to_centre: bool
) -> list[str]:
    if not side.documents:
        return []
    rows = -(-len(side.documents) // 2)
    last = top + (rows - 1) * _ROW + _HEIGHT // 2
    start, end = (top + _HEIGHT // 2, trunk[1]) if arrows_to_centre else (trunk[0], last)
    out = [f'<path class="vk-nhanh" d="M{_MIDDLE} {start}V{end}"/>']
    if arrows_to_centre:
        out.append(_arrow(_MIDDLE, end, "xuong"))
    told = "viện dẫn văn bản này" if arrows_to_centre else "được văn bản này viện dẫn"
    y = trunk[1] - 12 if arrows_to_centre else trunk[0] + 16
    out.append(f'<text class="vk-chu-thich" x="{_MIDDLE + 8}" y="{y}">{told}</text>')
    for index, document in enumerate(side.documents):
        left = 0 if index % 2 == 0 else _WIDTH - _BOX
        y = top + index // 2 * _ROW
        edge = _BOX if index % 2 == 0 else _WIDTH - _BOX
        out.append(f'<path class="vk-nhanh" d="M{_MIDDLE} {y + _HEIGHT // 2}H{edge}"/>')
        if not arrows_to_centre:
            out.append(_arrow(edge, y + _HEIGHT // 2, "trai" if index % 2 == 0 else "phai"))
        out.append(_box(document, own, left, y))
    if side.more:
        y = top + rows * _ROW + 12
        x = _WIDTH - 4
        out.append(f'<a href="{side.more_url}"><text class="vk-them" x="{x}" y="{y}">và {side.more} văn bản khác</text></a>')  # fmt: skip
    return out


def _arrow(x: int, y: int, way: str) -> str:
    shapes = {"xuong": "l-4-7h8z", "trai": "l7-4v8z", "phai": "l-7-4v8z"}
    return f'<path class="vk-mui" d="M{x} {y}{shapes[way]}"/>'


def _box(document: Document, own: Document, x: int, y: int) -> str:
    css = "vk-nut" if document.held else "vk-nut vk-nut-thieu"
    first, second = _two_lines(document)
    full = attribute(words.name(document))
    state = "" if document.held else " (chưa có trong kho)"
    return (
        f'<a class="{css}" href="{relative(document.url, own.url)}"><title>{full}{state}</title>'
        f'<rect x="{x}" y="{y}" width="{_BOX}" height="{_HEIGHT}" rx="4"/>'
        f'<text x="{x + _BOX // 2}" y="{y + 17}"{_fitted(first)}>{first}</text>'
        f'<text class="vk-phu" x="{x + _BOX // 2}" y="{y + 32}">{second}</text></a>'
    )


def _fitted(line: str) -> str:
    """Squeeze a line that its box is too narrow for: capitals are half as wide again."""
    width = sum(_CAPITAL if char.isupper() or char == "&" else _SMALL for char in unescape(line))
    room = _BOX - 8
    return f' textLength="{room}" lengthAdjust="spacingAndGlyphs"' if width > room else ""


def _own_box(document: Document, y: int) -> str:
    first, second = _two_lines(document)
    x = _MIDDLE - _BOX // 2
    return (
        f'<g class="vk-nut-giua"><rect x="{x}" y="{y}" width="{_BOX}" height="{_HEIGHT}" rx="4"/>'
        f'<text x="{_MIDDLE}" y="{y + 17}"{_fitted(first)}>{first}</text>'
        f'<text class="vk-phu" x="{_MIDDLE}" y="{y + 32}">{second}</text></g>'
    )


def _two_lines(document: Document) -> tuple[str, str]:
    """Return what a box says: the reference, then type and date."""
    first = document.reference or document.title or words.name(document)
    first = first if len(first) <= _LONGEST else first[: _LONGEST - 1] + "…"
    when = words.date(document.issued) or (str(document.year) if document.year else "")
    second = ", ".join(filter(None, [document.type or "Văn bản", when]))
    return escape(first), escape(
        second if len(second) <= _LONGEST + 4 else second[: _LONGEST + 3] + "…"
    )
