"""The make of a text: where its lines were wrapped, what sets its paragraphs apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from vankho.grammar.marker import Marker
from vankho.stages.parse.lines import Line

_LONG_LINE = 130
"""No wrapped line is longer."""
_FULL = 0.72
"""Of the width: a line that short may still be full, its letters being wide."""
_SET_IN = 3
"""So many blanks more than the lines below it has a first line that is set in."""
TERMINAL = ".;:!?…"
"""A paragraph that ends with none of these may be a heading, or go on."""


@dataclass(frozen=True, slots=True)
class Make:
    """What the lines of one text have in common."""

    width: int
    """Characters of a full line in wrapped text; 0 where a paragraph is one line."""
    gap: int
    """So many blank lines or more part two paragraphs: 1, or 2 in text spaced out."""
    set_in: int | None
    """The first line of a paragraph has so many blanks before it or more, where that is so."""
    filled: int
    """The column that every line is filled to as far as whole words go; 0 where that is not seen."""

    def has_room(self, line: Line, below: Line) -> bool:
        """Say whether the first word of ``below`` would still have stood on ``line``.

        Then the paragraph ended there: whoever wrapped the text had no other reason to break.
        """
        return bool(self.filled) and _with_next(line, below) <= self.filled


def width(lines: Sequence[Line]) -> int:
    """Return the characters of a full line, 0 where a paragraph is one line."""
    longest = max((line.raw for line in lines), default=0)
    return longest if longest <= _LONG_LINE else 0


def of(
    lines: Sequence[Line],
    markers: Sequence[Marker | None],
    running: Sequence[int],
    before: int | None = None,
) -> Make:
    """Look at the lines with the indices ``running``: no blank ones, no rows, no page numbers.

    ``before`` is the width of the text that these lines belong to, if they are its annexes:
    short lines do not tell how they were made.
    """
    own = width([lines[index] for index in running])
    if before is None and not _is_wrapped(lines, running, own):
        own = 0
    full = own if before is None else max(own, before) if own and before else 0
    return Make(
        width=full,
        gap=2 if _spaced_out(lines, running, full) else 1,
        set_in=_set_in(lines, markers, running, full),
        filled=_filled(lines, markers, running) if full else 0,
    )


def _filled(lines: Sequence[Line], markers: Sequence[Marker | None], running: Sequence[int]) -> int:
    """Return the column that lines broken inside a sentence reach, where none had room for more.

    Text out of a page with letters of unlike widths breaks earlier here and later there.
    """
    broken = [
        (lines[a], lines[b])
        for a, b in pairwise(running)
        if b - a == 1
        and markers[b] is None
        and lines[a].text[-1] not in TERMINAL
        and lines[b].text[0].islower()
    ]
    column = max((_right_edge(above) for above, _ in broken), default=0)
    even = all(_with_next(above, below) > column for above, below in broken)
    return column if len(broken) >= _ENOUGH and even else 0


_ENOUGH = 5
"""So many broken lines show that a text is filled evenly."""


def _right_edge(line: Line) -> int:
    return line.indent + line.raw


def _with_next(line: Line, below: Line) -> int:
    return _right_edge(line) + 1 + len(below.text.partition(" ")[0])


def _is_wrapped(lines: Sequence[Line], running: Sequence[int], full: int) -> bool:
    """Say whether any full line breaks off in the middle of a sentence.

    Where none does, the text has a paragraph a line, and no paragraph is long.
    """
    return any(
        lines[above].raw >= _FULL * full
        and lines[above].text[-1] not in TERMINAL
        and not _heads(lines[above], lines[below])
        for above, below in pairwise(running)
    )


def _heads(above: Line, below: Line) -> bool:
    """Say whether the last legal basis, with its comma, stands above "NHẬN THẤY:"."""
    return above.text.endswith(",") and below.capitals and not above.capitals


def _spaced_out(lines: Sequence[Line], running: Sequence[int], full: int) -> bool:
    """Say whether a converter put a blank line after every line, in the middle of sentences too."""
    pairs = list(pairwise(running))
    apart = [(lines[a], lines[b]) for a, b in pairs if b - a > 1]
    broken = sum(
        left.raw >= _FULL * full and left.text[-1] not in TERMINAL and right.text[0].islower()
        for left, right in apart
    )
    return bool(full) and broken >= 2 and len(apart) >= 0.9 * len(pairs)


def _set_in(
    lines: Sequence[Line], markers: Sequence[Marker | None], running: Sequence[int], full: int
) -> int | None:
    """Return the indent of first lines, where the lines below points are less set in than those."""
    if not full:
        return None
    less: list[int] = []
    alike = more = 0
    for above, below in pairwise(running):
        if markers[above] is None or markers[below] is not None or below - above > 1:
            continue
        difference = lines[above].indent - lines[below].indent
        if difference >= _SET_IN:
            less.append(lines[above].indent)
        elif lines[above].raw >= _FULL * full:
            alike += 1
            more += difference < 0
    return min(less) if len(less) >= 2 and len(less) > alike and not more else None
