"""Text that a document quotes: the new words of another one that it amends.

"2. Sửa đổi, bổ sung Điều 9 như sau:", then "“Điều 9. …" and the clauses of that article, up to
the closing mark. They are points of the amended document, not of the one that amends it.
"""

import re
from collections.abc import Sequence

from vankho.stages.parse.paragraphs import Paragraph

_CLOSED = re.compile(r"[”\"]\s?[.;,:]{0,2}$")
_OPENING, _CLOSING, _STRAIGHT = "“", "”", '"'


def inside(groups: Sequence[Paragraph]) -> set[int]:
    """Return the indices of the paragraphs that are, or stand in, a quotation.

    A quotation that is never closed, or that another one begins in, is damaged text: nothing
    is taken for quoted then. Every paragraph is looked at twice at most.
    """
    found: set[int] = set()
    start: int | None = None
    depth = 0
    for index, group in enumerate(groups):
        if group.page:
            continue
        text = group.text
        change = _balance(text, depth)
        if start is not None and change > 0 and _opens(text):
            start, depth = None, 0
            change = _balance(text, 0)
        if start is None:
            if change > 0 and _opens(text):
                start, depth = index, change
            elif change > 0 and _leads_in(text):
                start, depth = index + 1, change
            elif not change and _opens(text) and _CLOSED.search(text):
                found.add(index)
            continue
        depth += change
        if depth <= 0:
            found.update(range(start, index + 1))
            start, depth = None, 0
    return found


def _balance(text: str, depth: int) -> int:
    """Return how many quotations are open after ``text`` more than before it."""
    straight = text.count(_STRAIGHT) % 2
    turned = -1 if depth else 1
    return text.count(_OPENING) - text.count(_CLOSING) + straight * turned


def _opens(text: str) -> bool:
    return text.startswith((_OPENING, _STRAIGHT))


def _leads_in(text: str) -> bool:
    """Say whether a quotation begins after a colon inside the paragraph: "như sau: “2. …"."""
    at = max(text.rfind(_OPENING), text.rfind(_STRAIGHT))
    return text[:at].rstrip().endswith(":")
