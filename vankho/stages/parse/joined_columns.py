"""Signatures of two columns that a converter joined by one blank.

"ĐẠI DIỆN BÊN A ĐẠI DIỆN BÊN B", then "GIÁM ĐỐC GIÁM ĐỐC", then "Phạm Thị Lan Hồ Văn Kha".
"""

import re
from collections.abc import Sequence

from vankho.grammar import header as frame
from vankho.grammar import persons
from vankho.stages.parse.lines import Line
from vankho.stages.parse.signature import Signature, is_name
from vankho.text.fold import fold

_HEADS = re.compile(
    r"(?:dai dien .{1,60}?|ben (?:giao|nhan|a|b)(?: .{1,30}?)?|thu ky|nguoi (?:ghi bien ban|lap bien ban))"
    r"(?P<gap> )(?:dai dien |ben (?:giao|nhan|a|b)(?:$| )|chu (?:toa|tri)$)"
)
"""Two heads, of which no one signer bears both."""
_OFFICE = re.compile(rf"{frame.OFFICES}(?!\w)", re.VERBOSE)
_MOST_LINES = 16


def read(
    lines: Sequence[Line], start: int, end: int
) -> tuple[int, tuple[Signature, Signature]] | None:
    """Read two signatures whose first line is ``start``: the line behind them, and what they say.

    None where there are none, or where a line between them cannot be cut in two.
    """
    first = lines[start]
    heads = _HEADS.match(first.folded) if first.capitals and first.raw == len(first.text) else None
    if heads is None:
        return None
    left, right = Signature(), Signature()
    row: tuple[str, str] | None = _cut(first.text, heads.start("gap"))
    for at in range(start + 1, min(end, start + _MOST_LINES)):
        line = lines[at]
        if row is not None:
            left.authority.append(row[0])
            right.authority.append(row[1])
        row = None
        if line.blank or _noted(line):
            continue
        row = _offices(line)
        names = _names(line.text) if row is None else None
        if names is not None:
            left.names.append(names[0])
            right.names.append(names[1])
            return at + 1, (left, right)
        if row is None:
            return None
    return None


def _cut(text: str, at: int) -> tuple[str, str]:
    return text[:at], text[at + 1 :]


def _noted(line: Line) -> bool:
    """Match "(Ký, họ tên) (Ký, họ tên)"."""
    half = line.folded[: len(line.folded) // 2]
    return bool(frame.SIGNED.match(line.folded) or frame.SIGNED.match(half))


def _offices(line: Line) -> tuple[str, str] | None:
    """Cut "GIÁM ĐỐC PHÓ GIÁM ĐỐC" in two; a deputy's office is one."""
    if not line.capitals:
        return None
    for gap in re.finditer(" ", line.folded):
        before, after = line.folded[: gap.start()], line.folded[gap.end() :]
        if _OFFICE.fullmatch(before) and before != "pho" and _OFFICE.match(after):
            return _cut(line.text, gap.start())
    return None


def _names(text: str) -> tuple[str, str] | None:
    """Cut a line of two names where the second has a family name first, nearest to the middle."""
    words = text.split()
    cuts = [
        at
        for at in range(2, len(words) - 1)
        if persons.begins_with_family(words[at])
        and fold(words[at]) != "van"
        and fold(words[at - 1]) not in _MIDDLE
    ]
    if not cuts:
        return None
    at = min(cuts, key=lambda cut: abs(2 * cut - len(words)))
    names = " ".join(words[:at]), " ".join(words[at:])
    both = is_name(names[0]) and is_name(names[1]) and persons.begins_with_family(names[0])
    return names if both else None


_MIDDLE = {"van", "thi"}
"""What no name ends with."""
