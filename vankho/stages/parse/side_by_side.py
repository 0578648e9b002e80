"""Signatures side by side: "THƯ KÝ" and "CHỦ TỌA" in columns, their names in columns below."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from vankho.grammar import header as frame
from vankho.stages.parse import joined_columns
from vankho.stages.parse import lines as printed
from vankho.stages.parse.lines import Line
from vankho.stages.parse.names import is_agency
from vankho.stages.parse.signature import Signature, authority_lines, is_name, of_agency
from vankho.text.fold import fold

_GAP = re.compile(r"\t\s*|[ \u00a0]{3,}")
_BREAK = re.compile(r"(?i)<br\s*/?>")
EDGE = re.compile(r"[|:\s-]+")
"""The row that Markdown sets below the head of a table."""
_MOST_LINES = 24
"""No signature takes more lines, the room for the pen included."""
_WIDEST = 240
"""No line of signatures is longer."""


@dataclass(frozen=True, slots=True)
class Beside:
    """Signatures in columns: where they end, and what each column says."""

    end: int
    signatures: tuple[Signature, ...]


@dataclass(frozen=True, slots=True)
class _Cell:
    at: float
    """Where its middle is printed, or which cell of its row it is."""
    text: str

    @property
    def named(self) -> bool:
        """Say whether it holds a person's name; capitals may be an office as well."""
        return is_name(self.text) and not self.text.isupper()


def read(text: str, lines: Sequence[Line], start: int, end: int) -> Beside | None:
    """Read the signatures in columns whose first line is ``start``; None where there are none.

    Grammar::

        signatures = heads+ names+
        heads      = cells in capitals, at least two on the first line
        names      = cells with a person's name; "(Đã ký)" may stand above

    One of the heads is an office that is known, or there is "(Đã ký)": a table may have a head
    in capitals and names below, too.
    """
    if (whole := _in_one_row(text, lines[start])) is not None:
        return Beside(start + 1, whole)
    if (joined := joined_columns.read(lines, start, end)) is not None:
        return Beside(*joined)
    first = _cells(text, lines[start]) if _may_begin(lines[start]) else []
    if len(first) < 2 or not all(map(_is_head, first)):
        return None
    rows = [first]
    names: list[list[_Cell]] = []
    stop = start + 1
    signed = False
    for at in range(start + 1, min(end, start + _MOST_LINES)):
        if lines[at].blank:
            continue
        if EDGE.fullmatch(lines[at].text):
            continue
        cells = _cells(text, lines[at])
        below = at > stop  # there was room for the pen
        if all(frame.SIGNED.match(fold(cell.text)) for cell in cells):
            signed = True
        elif all(cell.named for cell in cells) or (below and all(map(_in_capitals, cells))):
            names.append(cells)
        elif names or not all(map(_is_head, cells)):
            if not below and len(cells) > 1 and not frame.RECIPIENTS.match(lines[at].folded):
                return None  # a table goes on
            break
        else:
            rows.append(cells)
        stop = at + 1
    known = any(frame.AUTHORITY.match(fold(cell.text)) for row in rows for cell in row)
    if not names or not (known or signed):
        return None
    columns = max(rows, key=len)
    return Beside(stop, tuple(_signature(rows, names, columns, n) for n in range(len(columns))))


def _in_one_row(text: str, line: Line) -> tuple[Signature, ...] | None:
    """Read signatures each of which is whole in one cell of a Word table, "<br>" between its lines."""
    row = line.span.of(text) if line.raw <= 2 * _WIDEST else ""
    if "|" not in row or not _BREAK.search(row):
        return None
    found: list[Signature] = []
    for cell in row.strip("| ").split("|"):
        parts = [words for part in _BREAK.split(cell) if (words := _words(part))]
        name = _Cell(0, parts[-1]) if parts else None
        heads = [_Cell(0, part) for part in parts[:-1] if not frame.SIGNED.match(fold(part))]
        if name is None or not heads or not name.named or not all(map(_is_head, heads)):
            return None
        found.append(_signature([[head] for head in heads], [[name]], [name], 0))
    known = any(frame.AUTHORITY.match(fold(word)) for one in found for word in one.authority)
    return tuple(found) if known and len(found) > 1 else None


def _may_begin(line: Line) -> bool:
    """Ask, before the line is cut up, what every first line has."""
    if line.raw > _WIDEST:
        return False
    if "|" in line.text:
        return line.capitals or "(Ký" in line.text or "(Đã ký" in line.text
    return line.capitals and line.raw > len(line.text)


def _cells(text: str, line: Line) -> list[_Cell]:
    row = line.span.of(text)
    if "|" in row:
        parts = (_BREAK.sub(" ", part) for part in row.strip("| ").split("|"))
        cells = [_Cell(count, _without_note(_words(part))) for count, part in enumerate(parts)]
    else:
        cells, at = [], 0
        for gap in [*_GAP.finditer(row), None]:
            stop = gap.start() if gap else len(row)
            cells.append(_Cell(line.indent + (at + stop) / 2, _words(row[at:stop])))
            at = gap.end() if gap else stop
    return [cell for cell in cells if cell.text]


_NOTE = re.compile(r"(?<=\w)[ *_]*\(\s?(?:Đã ký|Ký|Chữ ký)[^()]*\)[ *_]*$")


def _without_note(cell: str) -> str:
    """Take off what one cell of a Word table says below the office: "KẾ TOÁN *(Ký, họ tên)*"."""
    return _NOTE.sub("", cell)


def _words(part: str) -> str:
    return printed.split(part, 0)[0].text


def _is_head(cell: _Cell) -> bool:
    """Say whether a cell may stand above a name: capitals that are no label of a list."""
    return cell.text.isupper() and cell.text[-1] not in ".;:" and len(cell.text) < _LONGEST


_LONGEST = 60


def _in_capitals(cell: _Cell) -> bool:
    """Say whether a cell is a name in capitals, not an office or an agency."""
    folded = fold(cell.text)
    return is_name(cell.text) and not frame.AUTHORITY.match(folded) and not is_agency(cell.text)


def _signature(
    rows: Sequence[list[_Cell]],
    names: Sequence[list[_Cell]],
    columns: Sequence[_Cell],
    number: int,
) -> Signature:
    signature = Signature()
    for cell in _of_column(rows, columns, number):
        office = frame.AUTHORITY.match(fold(cell))
        if signature.authority and (of_agency(cell) or not office):
            signature.authority[-1] += f" {cell}"
        elif office or not is_agency(cell):  # an agency alone above says whose office follows
            signature.authority += authority_lines(cell)
    signature.names += _of_column(names, columns, number)
    return signature


def _of_column(rows: Sequence[list[_Cell]], columns: Sequence[_Cell], number: int) -> list[str]:
    """Return the cells of one column: those of a whole row by their count, others by their place."""
    found = []
    for row in rows:
        whole = len(row) == len(columns)
        for count, cell in enumerate(row):
            nearest = min(range(len(columns)), key=lambda n: abs(columns[n].at - cell.at))
            if (count if whole else nearest) == number:
                found.append(cell.text)
    return found
