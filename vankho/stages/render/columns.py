"""A letterhead and signatures in columns: between bars, or set apart by blanks, as on the printed page.

The bars and blanks stay in the text, out of sight.
"""

import re
from collections.abc import Sequence

from vankho.grammar import header as frame
from vankho.model.letter import Block, Letter, Role
from vankho.stages.render import grid
from vankho.stages.render.markdown import Piece
from vankho.text.fold import fold
from vankho.text.lines import indent_of

LINE_END = "<br>\n"
"""Stands between the lines of a block that keeps them."""
_GAP = re.compile(r"(?<=\S)(?:[ \u00a0]{4,}|[ \u00a0]*\t\s*)(?=\S)")
# Not what pen and ink fill in: "Số:      /QĐ-UBND", "ngày      tháng 5".
_FILLED_IN = re.compile(r"\s(?:/|tháng\s|năm\s)")
_SLACK = 8
"""So many blanks further left than a second column a line of it may begin, its lines being centred."""


def has_columns(letter: Letter, block: Block) -> bool:
    """Say whether any line of a block of the frame is in columns."""
    return any(_is_row(text) or _gaps(text, block.role) for text in _texts(letter, block))


def is_letterhead(letter: Letter, block: Block) -> bool:
    """Say whether a row that is in no table is between bars, as the head of an attached document."""
    return block.role is Role.TABLE and any(map(_is_row, _texts(letter, block)))


def shows_state(letter: Letter, block: Block) -> bool:
    """Say whether a line of both columns holds the national title or the motto, and no number."""
    folded = fold(" ".join(_texts(letter, block)))
    return frame.NATION.search(folded) is not None and frame.NUMBER.search(folded) is None


def keeps_blanks(letter: Letter, block: Block) -> bool:
    """Say whether wide blanks tell apart what a line of the body says: "- Ông A        Công ty B"."""
    texts = _texts(letter, block)
    return len(texts) == 1 and len(texts[0]) <= _LONGEST and _GAP.search(texts[0]) is not None


def in_columns(letter: Letter, block: Block, pieces: Sequence[Piece]) -> list[Piece]:
    """Put the lines of a block into columns; a line set far in is of the second."""
    second = _second(letter, block)
    written: list[Piece] = []
    spans = iter(block.spans)
    for number, line in enumerate(_lines(pieces)):
        text = "".join(piece.text for piece in line)
        span = next(spans, block.spans[-1])
        if number:
            written.append(Piece("", raw=LINE_END))
        if _is_row(text) and grid.RULE.fullmatch(text.strip()):
            written += [Piece("", raw='<span class="vk-vach">'), *line, Piece("", raw="</span>")]
        elif _is_row(text):
            written += [_OPEN, *_between_bars(line), _CLOSE]
        elif gaps := _gaps(text, block.role):
            written += [_OPEN, *_between_gaps(line, gaps), _CLOSE]
        elif second is not None and indent_of(letter.text, span.start) >= second:
            written += [_OPEN, _CELL, _CLOSE, _CELL, *line, _CLOSE, _CLOSE]
        elif second is not None and block.role in _LEFT:
            written += [_OPEN, _CELL, *line, _CLOSE, _CELL, _CLOSE, _CLOSE]
        else:
            written += line
    return written


_LEFT = {Role.ISSUER, Role.SUBJECT}
"""What stands in the left column, also where nothing stands beside it."""
_OPEN = Piece("", raw='<span class="vk-cot">')
_CELL = Piece("", raw="<span>")
_CLOSE = Piece("", raw="</span>")


def _texts(letter: Letter, block: Block) -> list[str]:
    return [span.of(letter.text) for span in block.spans]


def _is_row(line: str) -> bool:
    line = line.strip()
    return line.count("|") <= grid.MOST_CELLS + 1 and grid.ROW.fullmatch(line) is not None


def _gaps(text: str, role: Role) -> list[int]:
    """Return where the columns after the first begin; empty where there are none, or too many.

    Three may sign side by side; any other line of the frame is in two columns.
    """
    if "|" in text or len(text) > _LONGEST:
        return []
    gaps = [gap.end() for gap in _GAP.finditer(text) if not _FILLED_IN.match(text, gap.end() - 1)]
    return gaps if len(gaps) <= (_MOST_SIGN - 1 if role is Role.SIGNATURE else 1) else []


_MOST_SIGN = 4
_LONGEST = 240
"""No line of a letterhead is longer."""


def _second(letter: Letter, block: Block) -> int | None:
    """Return the blanks before a line that stands in the second column alone."""
    starts = [
        indent_of(letter.text, span.start) + gaps[0]
        for span in block.spans
        if len(gaps := _gaps(span.of(letter.text), block.role)) == 1
    ]
    return min(starts) - _SLACK if starts else None


def _lines(pieces: Sequence[Piece]) -> list[list[Piece]]:
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece.raw == LINE_END:
            lines.append([])
        else:
            lines[-1].append(piece)
    return lines


def _between_bars(line: Sequence[Piece]) -> list[Piece]:
    before, *cells, after = grid.cut(line)
    row = list(before)
    for cell in cells:
        row += [Piece("", raw=f"<span>{grid.BAR}"), *cell, _CLOSE]
    return [*row, Piece("", raw=grid.BAR), *after]


def _between_gaps(line: Sequence[Piece], gaps: Sequence[int]) -> list[Piece]:
    cells: list[list[Piece]] = []
    rest = list(line)
    done = 0
    for gap in gaps:
        left, rest = _split(rest, gap - done)
        cells.append(left)
        done = gap
    return [piece for cell in (*cells, rest) for piece in (_CELL, *cell, _CLOSE)]


def _split(line: Sequence[Piece], at: int) -> tuple[list[Piece], list[Piece]]:
    """Cut the pieces of a line in two, ``at`` characters from its start."""
    left: list[Piece] = []
    right: list[Piece] = []
    for piece in line:
        here = min(max(at, 0), len(piece.text))
        at -= len(piece.text)
        if piece.raw is not None:
            (right if at < 0 else left).append(piece)
            continue
        for side, start, end in ((left, 0, here), (right, here, len(piece.text))):
            if start < end:
                side.append(grid.part(piece, start, end))
    return left, right
