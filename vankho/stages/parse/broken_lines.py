"""Numbers and dates of a header that are broken over two lines, put together again."""

import re
from collections.abc import Sequence
from dataclasses import replace

from vankho.stages.parse.lines import Line
from vankho.stages.parse.signs import LONGEST_LINE
from vankho.text.fold import fold

_NUMBER_BROKEN = re.compile(
    r"(?:^|[\s|_-])(?:s[o0]|5[o0])\s?[:.;]?\s?[0-9oli.]{1,9}[a-z]?\s?(?:/(?:\s?[a-z0-9&]{1,12}[-/&]){0,6}\s?)?$"
)
_SYMBOL_END = re.compile(r"/?[A-ZĐ][A-ZĐa-zđ0-9]*(?:[-/&][A-ZĐ0-9][A-ZĐa-zđ0-9]*)*$")


_HALVES = (
    (re.compile(r"(?:^|[\s|_-])so\s?[:.]$"), re.compile(r"\d{1,6}[a-z]?\s?/\S{1,40}")),
    (re.compile(r",\s?ngay\s\d{1,2}\sthang\s\d{1,2}$"), re.compile(r"nam\s\d{4}(?!\w)")),
    (re.compile(r",\s?ngay\s\d{1,2}$"), re.compile(r"thang\s\d{1,2}\snam\s\d{4}(?!\w)")),
)
"""Ends and beginnings of lines between which a number or a date is broken."""


_NEAR = 8
"""Lines within which the other half stands."""


def whole_lines(lines: Sequence[Line]) -> list[Line]:
    """Put a number or date broken over two lines together: "Số: 418/UBND-" then "NC"."""
    whole = list(lines)
    for index, line in enumerate(lines):
        if line.blank or line.raw > LONGEST_LINE:
            continue
        ahead = range(index + 1, min(index + _NEAR, len(lines)))
        below = next((i for i in ahead if not lines[i].blank), None)
        if below is None:
            continue
        for first_half, second_half in _HALVES:
            rest_of = second_half.match(lines[below].folded)
            if rest_of and first_half.search(line.folded):
                at = rest_of.end()
                whole[index] = _reworded(line, f"{line.text} {lines[below].text[:at]}")
                whole[below] = _reworded(lines[below], lines[below].text[at:].strip())
        if not _NUMBER_BROKEN.search(line.folded):
            continue
        first, _, rest = lines[below].text.partition(" ")
        broken = line.text[-1] in "/-&" or first.startswith("/")
        if broken and len(first) <= 24 and _SYMBOL_END.match(first):
            whole[index] = _reworded(line, f"{line.text}{first}")
            whole[below] = _reworded(lines[below], rest)
    return whole


def _reworded(line: Line, text: str) -> Line:
    return replace(line, text=text, folded=fold(text))
