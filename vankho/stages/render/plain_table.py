"""Tables in columns of blanks: their rows keep these, and are scrolled where a screen is too narrow."""

from collections.abc import Collection

from vankho.model.letter import Block, Letter, Role
from vankho.text.lines import indent_of

_WIDEST = 160
"""A row with more characters is text with gaps in it; it may break."""


def runs(letter: Letter, told: Collection[int]) -> dict[int, range]:
    """Return, for each row of a table in columns of blanks, the blocks of its table.

    ``told`` are the rows of other tables.
    """
    found: dict[int, range] = {}
    start = 0
    flags = [index not in told and _is_row(block) for index, block in enumerate(letter.blocks)]
    for index in range(1, len(flags) + 1):
        if index < len(flags) and flags[index] == flags[start]:
            continue
        if flags[start] and index - start > 1:
            found |= dict.fromkeys(range(start, index), range(start, index))
        start = index
    return found


def _is_row(block: Block) -> bool:
    span = block.spans[0]
    return (
        block.role is Role.TABLE
        and block.anchor is None
        and len(block.spans) == 1
        and span.end - span.start <= _WIDEST
    )


def indent(letter: Letter, run: range, index: int) -> int:
    """Return the blanks before a row, without those that all rows of its table have."""
    blanks = [indent_of(letter.text, letter.blocks[at].spans[0].start) for at in run]
    return min(blanks[index - run.start] - min(blanks), _WIDEST)
