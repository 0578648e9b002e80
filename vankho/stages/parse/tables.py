"""Rows of tables in plain text: cells between bars, or in columns that tabs or blanks set apart."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from vankho.grammar import marker as markers
from vankho.model.letter import COUNTED, Level
from vankho.stages.parse.lines import Line
from vankho.text.span import Span

# Not the blanks that pen and ink fill in: "Số:     /QĐ-UBND", "ngày     tháng     năm 2025".
_GAP = re.compile(r"\t\s*|(?<![ \u00a0])[ \u00a0]{3,}(?![ \u00a0/]|tháng\s|năm\s)\s*")
_INDENT = 4
_MOST_CELLS = 30


def rows(text: str, lines: Sequence[Line]) -> set[int]:
    """Return the indices of the ``lines`` of ``text`` that are rows of a table.

    A row between bars is told by itself. Columns are a run of at least two lines with gaps in
    them, of which one has three cells or more; an indented line of one cell below a row goes on
    with a cell of it, if it is no longer than a cell. Blank lines between rows do not end the run.
    """
    found: set[int] = set()
    run = _Run()
    for index, line in enumerate(lines):
        if line.blank:
            continue
        if line.text.count("|") >= 2:
            found.add(index)
            continue
        cells = _cells(text, line)
        if len(cells) >= 2 or (run.lines and _indented(text, line) and run.holds(line)):
            run.take(index, cells)
            continue
        found.update(run.rows(lines))
        run = _Run()
    found.update(run.rows(lines))
    return found


_SLACK = 8
"""Characters by which a line of a cell may be longer than the longest cell above it."""
_POINTS = set(Level) - COUNTED


@dataclass(slots=True)
class _Run:
    """Lines in columns that follow one another."""

    lines: list[int] = field(default_factory=list)
    gaps: int = 0
    """Lines with gaps in them."""
    last: int = -1
    """The last of these."""
    most: int = 0
    """Cells of the line that has the most."""
    widest: int = 0
    """Characters of the widest cell."""

    def take(self, index: int, cells: Sequence[int]) -> None:
        """Add a line whose cells are so wide."""
        self.lines.append(index)
        if len(cells) >= 2:
            self.gaps, self.last = self.gaps + 1, index
        self.most = max(self.most, len(cells))
        self.widest = max(self.widest, *cells)

    def holds(self, line: Line) -> bool:
        """Say whether a line without gaps has room in a cell; text below a table is wider."""
        return line.raw <= self.widest + _SLACK

    def rows(self, lines: Sequence[Line]) -> list[int]:
        """Return the lines of the table, none where the run is no table.

        A line below the last row that opens a point, or that leads a list, begins the text again.
        """
        if self.gaps < 2 or self.most < _FEWEST:
            return []
        below = (at for at in self.lines if at > self.last)
        text = next((at for at in below if _opens_text(lines, at)), len(lines))
        return [at for at in self.lines if at < text]


_FEWEST = 3
"""Two columns may as well be a letterhead or a signature."""


def _opens_text(lines: Sequence[Line], index: int) -> bool:
    """Match "1. Địa điểm …", and "* Ghi chú:" where a blank line parts it from the last row."""
    line = lines[index]
    marker = markers.read(line.text)
    if marker is not None and marker.level in _POINTS:
        return True
    return line.text.endswith(":") and lines[index - 1].blank


def _cells(text: str, line: Line) -> list[int]:
    """Return the widths of a line's cells; the whole line is one where it has no columns."""
    start, end = line.span.start, line.span.end
    gaps = list(_GAP.finditer(text, start, end))
    if not gaps or len(gaps) >= _MOST_CELLS:
        return [line.raw]
    edges = [start, *(edge for gap in gaps for edge in gap.span()), end]
    cells = [Span(left, right) for left, right in zip(edges[::2], edges[1::2], strict=True)]
    figures = sum(not any(map(str.isalpha, cell.of(text))) for cell in cells)
    # Words that all have gaps between them were set apart by justification; figures were not.
    if 2 * len(gaps) > line.text.count(" ") + 2 and 2 * figures < len(cells):
        return [line.raw]
    return [cell.end - cell.start for cell in cells]


def _indented(text: str, line: Line) -> bool:
    start = line.span.start
    return (
        text[max(0, start - _INDENT) : start].isspace()
        and "\n" not in text[max(0, start - _INDENT) : start]
    )
