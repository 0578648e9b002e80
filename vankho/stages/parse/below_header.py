"""What a header lacks and the text below it says: the day, the subject."""

import re
from collections.abc import Sequence

from vankho.grammar import header as frame
from vankho.grammar.date import real
from vankho.registry.types import MINUTES, SLIP
from vankho.stages.parse.header import Header, read_date
from vankho.stages.parse.lines import Line
from vankho.stages.parse.signs import LONGEST_LINE
from vankho.stages.parse.words import clean


def read_day(lines: Sequence[Line], start: int, found: Header) -> None:
    """Read the date of minutes from their first sentence, where the header has none."""
    if found.issued_year is not None or found.place is not None or found.issued is not None:
        return
    printed = [line for line in lines[start : start + _OPENING] if not line.blank]
    begins = frame.HELD if found.type == MINUTES else frame.HELD_TODAY
    first = (
        (at, begun) for at, line in enumerate(printed) if (begun := begins.search(line.folded))
    )
    at, begun = next(first, (0, None))
    if begun is None or printed[at].raw > LONGEST_LINE:
        return
    words = " ".join(line.folded for line in printed[at : at + 2])
    match = frame.TODAY.match(words, begun.end())
    if match is None:
        return
    _set(found, match)


def read_passing(lines: Sequence[Line], stop: int, found: Header) -> None:
    """Read the day of a law from its last sentence: "… thông qua ngày 25 tháng 6 năm 2024."."""
    if found.issued_year is not None or found.issued is not None:
        return
    above = [line for line in lines[max(0, stop - _PASSING) : stop] if not line.blank]
    if any(line.raw > LONGEST_LINE for line in above):
        return
    words = " ".join(line.folded for line in above)
    match = frame.PASSED.search(words)
    if match is not None:
        _set(found, match)


_PASSING = 8
"""Lines above the signature in which a law says when it was passed."""


def _set(found: Header, match: re.Match[str]) -> None:
    parts = [match[part] or match[f"short_{part}"] or "" for part in ("year", "month", "day")]
    if all(map(str.isdecimal, parts)):
        year, month, day = map(int, parts)
        found.issued = real(year, month, day)


_OPENING = 30
"""Lines of a body among which "Hôm nay" stands, its legal bases before it."""


def read_proposed(lines: Sequence[Line], start: int, found: Header) -> None:
    """Read the subject of a slip from its first point: "1. Vấn đề trình: Phê duyệt …"."""
    if found.subject is not None or found.type != SLIP:
        return
    printed = [index for index in range(start, len(lines)) if not lines[index].blank]
    for at in printed[:_FIRST]:
        label = frame.PROPOSED.match(lines[at].folded)
        if label is None:
            continue
        words = [lines[at].text[label.end() :]]
        for line in lines[at + 1 :]:
            if line.blank or words[-1].endswith(".") or not line.text[0].islower():
                break
            words.append(line.text)
        found.subject = clean(" ".join(words)).rstrip(".") or None
        return


_FIRST = 3
"""Lines of a slip in which it says what it is about."""


def read_foot(lines: Sequence[Line], index: int, found: Header) -> bool:
    """Read place and date from a line at the foot of a paper whose header has none."""
    line = lines[index]
    if found.issued_year is not None or found.place is not None or line.raw > _FOOT:
        return False
    date = frame.DATE.fullmatch(line.folded) or frame.DATE_ALONE.fullmatch(line.folded)
    if date is None or not line.text[0].isupper() or line.capitals:
        return False
    read_date(date, line.text, line.span, found)
    return True


_FOOT = 80
