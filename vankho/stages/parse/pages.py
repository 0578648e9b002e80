"""What the pages of a printed text leave between its lines: page numbers, running heads, stamps."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from vankho.grammar import header as frame
from vankho.model.letter import Role
from vankho.stages.parse.lines import Line

_LONGEST = 12
_WITH_WORD = re.compile(
    r"\d{1,3}\s?[|-]\s?(?:trang|page)$|(?:trang|page)\s?[|:]?\s?\d{1,3}(?:\s(?:of|tren)\s\d{1,3})?$"
)
"""What word processors set: "3 | Trang", "Page 2 of 5"."""
_NEAR = 8
"""So many printed lines on, no two more pages can have ended."""
# "CÔNG BÁO/Số 705 + 706/Ngày 15-8-2012", with the page number on either side.
_RUNNING_HEAD = re.compile(
    r"^(?:\d{1,3}\s)?cong bao\s?/\s?so\s[\d\s+]{1,40}/\s?ngay\s[\d./-]{6,10}(?:\s\d{1,3})?$"
)
_SEALED = re.compile(
    r"^(?:ky boi|nguoi ky|email|e-mail|co quan|thoi gian ky|ngay ky)\s?:|^\d{1,2}[./-]\d{1,2}[./-]\d{4}\s\d{1,2}:\d{2}"
    r"|^\+0?7:00$"
)
_SEAL = re.compile(r"^(?:ky boi|nguoi ky|thoi gian ky|ngay ky)\s?:")


def is_page_number(line: Line) -> bool:
    """Say whether a line holds nothing but what a page number is made of."""
    return len(line.text) <= _LONGEST and bool(
        frame.PAGE.match(line.folded) or _WITH_WORD.match(line.folded)
    )


_DIRT = r"[.,;'´`‘’·~^|\\¬°]"
_SPECK = re.compile(rf"(?!\.{{3}}){_DIRT}(?:\s?{_DIRT}){{0,2}}")


def is_speck(line: Line) -> bool:
    """Say whether a line holds nothing but dirt of the scan: a stop, a stroke, not dots to fill in."""
    return len(line.text) <= _SPECKS and _SPECK.fullmatch(line.text) is not None


_SPECKS = 5


def is_running_head(line: Line) -> bool:
    """Say whether a line is what the gazette prints above every page."""
    return bool(_RUNNING_HEAD.match(line.folded))


def between(lines: Sequence[Line]) -> dict[int, Role]:
    """Return the indices of the lines that are the pages' own, each with its role."""
    printed = [index for index, line in enumerate(lines) if not line.blank]
    found = dict.fromkeys(_numbers(lines, printed), Role.PAGE)
    found |= {i: Role.PAGE for i in printed if is_running_head(lines[i])}
    found |= dict.fromkeys(_stamps(lines, printed), Role.STAMP)
    return found


def _numbers(lines: Sequence[Line], printed: Sequence[int]) -> Iterator[int]:
    """Find page numbers; bare numbers close together are cells of a table."""
    found = [place for place, index in enumerate(printed) if is_page_number(lines[index])]
    bare = [place for place in found if lines[printed[place]].text.isdecimal()]
    cells: set[int] = set()
    for first, _, third in zip(bare, bare[1:], bare[2:], strict=False):
        if third - first <= _NEAR:
            cells.update(bare[bisect_left(bare, first) : bisect_right(bare, third)])
    return (printed[place] for place in found if place and place not in cells)


def _stamps(lines: Sequence[Line], printed: Sequence[int]) -> list[int]:
    """Find runs of at least two lines of a digital signature's picture."""
    found: list[int] = []
    run: list[int] = []
    for index in [*printed, -1]:
        if index >= 0 and _SEALED.match(lines[index].folded):
            run.append(index)
            continue
        if len(run) > 1 and any(_SEAL.match(lines[i].folded) for i in run):
            found += run
        run = []
    return found
