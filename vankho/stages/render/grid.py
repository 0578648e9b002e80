"""Tables whose cells stand between bars or tabs, as tables: the bars stay in the text, out of sight.

A row is a paragraph like any other and its cells are runs of it, so that its text is written and
proved as all text is.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import NamedTuple

from vankho.model.letter import Block, Letter, Role
from vankho.stages.render.markdown import Piece, escape
from vankho.text.lines import line_start

ROW = re.compile(r"\|(?:[^|]*\|)+")
RULE = re.compile(r"\|(?:\s*:?-{2,}:?\s*\|)+")
MOST_CELLS = 40
"""What has more cells is no table that a reader would know, nor one that a page can show."""
BAR = '<span class="vk-vach">|</span>'
_SIGN = re.compile(r"\||<br\s*/?>", re.IGNORECASE)
"""What a Word table leaves in a row: its edges, and the ends of lines inside a cell."""
_TAB = re.compile(r"\t")


class _Signs(Enum):
    """What stands between the cells of a row."""

    BARS = auto()
    INNER_BARS = auto()
    """None at its outer edges."""
    TABS = auto()


class _Shape(NamedTuple):
    signs: _Signs
    cells: int

    def goes_on(self, below: "_Shape | None") -> bool:
        """Say whether a row is of one table with this one above it.

        Without bars at the edges they have as many cells.
        """
        if below is None or self.signs is not _Signs.BARS:
            return self == below
        return below.signs is _Signs.BARS


class Kind(Enum):
    """What a row is."""

    HEAD = auto()
    RULE = auto()
    """The line below the head, "|---|---|"."""
    BODY = auto()


@dataclass(frozen=True, slots=True)
class Row:
    """A row, and whether its table begins or ends with it."""

    kind: Kind
    first: bool
    last: bool
    closed: bool = True
    """It has bars at its outer edges as well."""
    empty: int | None = None
    """Its cells stand between tabs, and so many empty ones before its first word."""


def rows(letter: Letter) -> dict[int, Row]:
    """Return the rows of a letter's tables between bars, by the index of their block.

    Rows of one table may have more cells or fewer: merged cells are one between bars.
    """
    found: dict[int, Row] = {}
    shapes = [_shape(letter, block) for block in letter.blocks]
    start = 0
    for index in range(1, len(shapes) + 1):
        first = shapes[start]
        if first is not None and index < len(shapes) and first.goes_on(shapes[index]):
            continue
        if first is not None and any(shape and shape.cells > 1 for shape in shapes[start:index]):
            found |= _table(letter, start, index, first.signs)
        start = index
    return found


def _shape(letter: Letter, block: Block) -> _Shape | None:
    """Return what parts the cells of a row and how many it has; None for what is no row."""
    if block.role is not Role.TABLE or block.anchor is not None or len(block.spans) != 1:
        return None
    text = block.spans[0].of(letter.text).strip()
    if "|" not in text:
        count = _tabs(letter, block)[1] + 1
        return _Shape(_Signs.TABS, count) if 2 <= count <= MOST_CELLS else None
    bars = text.count("|")
    if ROW.fullmatch(text):
        return _Shape(_Signs.BARS, bars - 1) if 2 <= bars <= MOST_CELLS + 1 else None
    return _Shape(_Signs.INNER_BARS, bars + 1) if 2 <= bars < MOST_CELLS else None


def _tabs(letter: Letter, block: Block) -> tuple[int, int]:
    """Return how many tabs stand before the first word of a line, and on all of it."""
    span = block.spans[0]
    begin = line_start(letter.text, span.start)
    end = letter.text.find("\n", span.end)
    before = letter.text.count("\t", begin, span.start)
    return before, letter.text.count("\t", begin, end if end >= 0 else len(letter.text))


def is_rule(letter: Letter, block: Block) -> bool:
    """Say whether a block is but the line that a file draws in a table, wherever it stands."""
    return len(block.spans) == 1 and RULE.fullmatch(block.spans[0].of(letter.text)) is not None


def _table(letter: Letter, start: int, stop: int, signs: _Signs) -> dict[int, Row]:
    """Return the rows of a run of blocks; none where there is but one with words."""
    texts = [block.spans[0].of(letter.text).strip() for block in letter.blocks[start:stop]]
    rules = [RULE.fullmatch(text) is not None for text in texts]
    if rules.count(False) < 2:
        return {}
    headed = rules[1] and not rules[0]
    return {
        start + at: Row(
            Kind.HEAD if headed and at == 0 else Kind.RULE if rule else Kind.BODY,
            first=at == 0,
            last=start + at == stop - 1,
            closed=signs is _Signs.BARS,
            empty=_tabs(letter, letter.blocks[start + at])[0] if signs is _Signs.TABS else None,
        )
        for at, rule in enumerate(rules)
    }


def opening(markdown: str) -> str:
    """Return what stands before the first row of a table."""
    return f'<div class="vk-cuon" tabindex="0"{markdown}>\n<div class="vk-luoi" role="table"{markdown}>'


CLOSING = "</div>\n</div>"


def in_cells(pieces: Sequence[Piece], row: Row) -> list[Piece]:
    """Put the pieces of a row into its cells."""
    if row.empty is not None:
        return _in_tabs(pieces, row.empty)
    cells = cut(pieces)
    before, after = (cells.pop(0), cells.pop()) if row.closed else ([], [])
    role = "columnheader" if row.kind is Kind.HEAD else "cell"
    written = list(before)
    for number, cell in enumerate(cells, start=1):
        bar = BAR if row.closed or number > 1 else ""
        written += [Piece("", raw=f'<span class="vk-o" role="{role}">{bar}'), *cell]
        if number == len(cells) and row.closed:
            written += [Piece("", raw=BAR), *after]
        written.append(Piece("", raw="</span>"))
    return written


def _in_tabs(pieces: Sequence[Piece], empty: int) -> list[Piece]:
    written: list[Piece] = []
    for number, cell in enumerate([*([] for _ in range(empty)), *cut(pieces, _TAB)]):
        tab = "&#9;" if number else ""
        written += [Piece("", raw=f'<span class="vk-o" role="cell">{tab}'), *cell]
        written.append(Piece("", raw="</span>"))
    return written


def cut(pieces: Sequence[Piece], sign: re.Pattern[str] = _SIGN) -> list[list[Piece]]:
    """Cut the pieces of a row at its bars; what stands before the first bar comes first."""
    cells: list[list[Piece]] = [[]]
    for piece in pieces:
        for part in _parts(piece, sign):
            if part is None:
                cells.append([])
            else:
                cells[-1].append(part)
    return cells


def _parts(piece: Piece, signs: re.Pattern[str]) -> Iterator[Piece | None]:
    """Yield the runs of a piece, the ends of lines between them, and None for a bar."""
    at = 0
    for sign in signs.finditer(piece.text):
        yield part(piece, at, sign.start())
        at = sign.end()
        if sign[0] in "|\t":
            yield None
        else:
            yield Piece(
                "",
                raw=f'<span class="vk-xuong"><span class="vk-vach">{escape(sign[0])}</span></span>',
            )
    yield part(piece, at, len(piece.text))


def part(piece: Piece, at: int, end: int) -> Piece:
    """Return a part of a piece, with the abbreviations told in it."""
    told = tuple(
        (start - at, stop - at, full)
        for start, stop, full in piece.told
        if at <= start and stop <= end
    )
    return replace(piece, text=piece.text[at:end], told=told)
