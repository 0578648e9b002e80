"""Rows of tables in plain text: cells between bars, or in columns that tabs or blanks set apart."""

import re
from collections.abc import Sequence

from vankho.stages.parse.lines import Line

# Not the blanks that pen and ink fill in: "Số:     /QĐ-UBND", "ngày     tháng     năm 2025".
_GAP = re.compile(r"\t\s*|(?<![ \u00a0])[ \u00a0]{3,}(?![ \u00a0/]|tháng\s|năm\s)\s*")
_INDENT = 4
_MOST_CELLS = 30


def rows(text: str, lines: Sequence[Line]) -> set[int]:
    """Return the indices of the ``lines`` of ``text`` that are rows of a table.

    A row between bars is told by itself. Columns are a run of at least two lines with gaps in
    them, of which one has three cells or more; an indented line of one cell below a row goes on
    with a cell of it. Blank lines between rows do not end the run.
    """
    found: set[int] = set()
    run: list[int] = []
    gaps = widest = 0
    for index, line in enumerate(lines):
        if line.blank:
            continue
        if line.text.count("|") >= 2:
            found.add(index)
            continue
        cells = _cells(text, line)
        if cells >= 2 or (run and _indented(text, line)):
            run.append(index)
            gaps += cells >= 2
            widest = max(widest, cells)
            continue
        if gaps >= 2 and widest >= 3:
            found.update(run)
        run, gaps, widest = [], 0, 0
    if gaps >= 2 and widest >= 3:
        found.update(run)
    return found


def _cells(text: str, line: Line) -> int:
    gaps = sum(1 for _ in _GAP.finditer(text, line.span.start, line.span.end))
    # Lines that are all gaps are words that justification has set apart.
    return gaps + 1 if gaps < _MOST_CELLS and 2 * gaps <= line.text.count(" ") + 2 else 1


def _indented(text: str, line: Line) -> bool:
    start = line.span.start
    return (
        text[max(0, start - _INDENT) : start].isspace()
        and "\n" not in text[max(0, start - _INDENT) : start]
    )
