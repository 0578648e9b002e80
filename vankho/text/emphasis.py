"""Find the emphasis marks of a paragraph that come in pairs.

Letters carry ``**bold**`` and ``*italic*`` from their conversion. Only marks that pair
up become markup; any other asterisk is a character of the letter and is shown.
"""

import re
from dataclasses import dataclass

_RUN = re.compile(r"\*+")


@dataclass(frozen=True, slots=True)
class Mark:
    """One asterisk run, or the part of it, that opens or closes an emphasis."""

    start: int
    end: int
    strong: bool
    opens: bool


def pairs(text: str, start: int, end: int) -> list[Mark]:
    """Return the paired marks between ``start`` and ``end`` of ``text``, in order.

    A run opens before a character that is not blank and closes after one, as in
    CommonMark; three asterisks are both kinds of emphasis. Unlike there, a single one
    between two letters or digits is no mark but a sign of multiplication: 20*30*15 cm.
    Linear in the length.
    """
    marks: list[Mark] = []
    stack: list[tuple[int, int]] = []  # (offset, length) of opening runs not yet closed
    for run in _RUN.finditer(text, start, end):
        length = run.end() - run.start()
        if length > 3:
            continue
        before = text[run.start() - 1] if run.start() > start else " "
        after = text[run.end()] if run.end() < end else " "
        if length == 1 and before.isalnum() and after.isalnum():
            continue
        if not before.isspace() and stack and stack[-1][1] == length:
            opening, _ = stack.pop()
            marks += _close(opening, run.start(), length)
        elif not after.isspace() and length not in {size for _, size in stack}:
            stack.append((run.start(), length))
    return sorted(marks, key=lambda mark: mark.start)


def _close(opening: int, closing: int, length: int) -> list[Mark]:
    if length < 3:
        strong = length == 2
        return [
            Mark(opening, opening + length, strong, True),
            Mark(closing, closing + length, strong, False),
        ]
    return [
        Mark(opening, opening + 2, True, True),
        Mark(opening + 2, opening + 3, False, True),
        Mark(closing, closing + 1, False, False),
        Mark(closing + 1, closing + 3, True, False),
    ]


def unmarked(text: str) -> str:
    """Return ``text`` without its paired emphasis marks."""
    out, at = [], 0
    for mark in pairs(text, 0, len(text)):
        out.append(text[at : mark.start])
        at = mark.end
    return "".join(out) + text[at:]
