"""Tables whose cells stand between bars, as tables: the bars stay in the text, out of sight.

A row is a paragraph like any other and its cells are runs of it, so that its text is written and
proved as all text is.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from vankho.model.letter import Block, Letter, Role
from vankho.stages.render.markdown import Piece

_ROW = re.compile(r"\|(?:[^|]*\|)+")
_RULE = re.compile(r"\|(?:\s*:?-{2,}:?\s*\|)+")
_MOST_CELLS = 40
"""What has more cells is no table that a reader would know, nor one that a page can show."""
_BAR = '<span class="vk-vach">|</span>'


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


def rows(letter: Letter) -> dict[int, Row]:
    """Return the rows of a letter's tables between bars, by the index of their block.

    Rows of one table may have more cells or fewer: merged cells are one between bars.
    """
    found: dict[int, Row] = {}
    counts = [_cells(letter, block) for block in letter.blocks]
    start = 0
    for index in range(1, len(counts) + 1):
        if index < len(counts) and bool(counts[index]) == bool(counts[start]):
            continue
        if max(counts[start:index]) > 1:
            found |= _table(letter, start, index)
        start = index
    return found


def _cells(letter: Letter, block: Block) -> int:
    """Return how many cells a row has; 0 for what is none."""
    if block.role is not Role.TABLE or block.anchor is not None or len(block.spans) != 1:
        return 0
    text = block.spans[0].of(letter.text).strip()
    count = text.count("|") - 1
    return count if 1 <= count <= _MOST_CELLS and _ROW.fullmatch(text) else 0


def is_rule(letter: Letter, block: Block) -> bool:
    """Say whether a block is but the line that a file draws in a table, wherever it stands."""
    return len(block.spans) == 1 and _RULE.fullmatch(block.spans[0].of(letter.text)) is not None


def _table(letter: Letter, start: int, stop: int) -> dict[int, Row]:
    """Return the rows of a run of blocks; none where there is but one with words."""
    texts = [block.spans[0].of(letter.text).strip() for block in letter.blocks[start:stop]]
    rules = [_RULE.fullmatch(text) is not None for text in texts]
    if rules.count(False) < 2:
        return {}
    headed = rules[1] and not rules[0]
    return {
        start + at: Row(
            Kind.HEAD if headed and at == 0 else Kind.RULE if rule else Kind.BODY,
            first=at == 0,
            last=start + at == stop - 1,
        )
        for at, rule in enumerate(rules)
    }


def opening(markdown: str) -> str:
    """Return what stands before the first row of a table."""
    return f'<div class="vk-cuon" tabindex="0"{markdown}>\n<div class="vk-luoi" role="table"{markdown}>'


CLOSING = "</div>\n</div>"


def in_cells(pieces: Sequence[Piece], kind: Kind) -> list[Piece]:
    """Put the pieces of a row into its cells."""
    before, *cells, after = _cut(pieces)
    role = "columnheader" if kind is Kind.HEAD else "cell"
    row = list(before)
    for number, cell in enumerate(cells, start=1):
        row += [Piece("", raw=f'<span class="vk-o" role="{role}">{_BAR}'), *cell]
        if number == len(cells):
            row += [Piece("", raw=_BAR), *after]
        row.append(Piece("", raw="</span>"))
    return row


def _cut(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Cut the pieces of a row at its bars; what stands before the first bar comes first."""
    cells: list[list[Piece]] = [[]]
    for piece in pieces:
        for number, part in enumerate(_parts(piece)):
            if number:
                cells.append([])
            cells[-1].append(part)
    return cells


def _parts(piece: Piece) -> Iterator[Piece]:
    at = 0
    for text in piece.text.split("|"):
        end = at + len(text)
        told = tuple(
            (start - at, stop - at, full)
            for start, stop, full in piece.told
            if at <= start and stop <= end
        )
        yield replace(piece, text=text, told=told)
        at = end + 1
