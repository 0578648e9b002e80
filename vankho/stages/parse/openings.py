"""Where points may begin, and the last sentences: what the lines show before they are joined."""

import re
from collections.abc import Sequence
from itertools import pairwise

from vankho.grammar import marker as grammar
from vankho.grammar.marker import Marker
from vankho.model.letter import COUNTED, RANK, Level
from vankho.stages.parse.lines import Line


def markers(lines: Sequence[Line], running: Sequence[int]) -> list[Marker | None]:
    """Read the marker of each line; some converters set the words of a point below its bullet."""
    found: list[Marker | None] = [None] * len(lines)
    for at, below in pairwise([*running, len(lines)]):
        text = lines[at].text
        found[at] = grammar.read(text)
        if found[at] is None and below == at + 1 < len(lines):
            found[at] = grammar.read_alone(text, lines[below].text)
        if found[at] is not None and is_content(text):
            found[at] = None  # the point itself begins on that page
    _read_ones(found)
    _read_bracketed(lines, running, found)
    if not any(marker is not None and marker.level is Level.ARTICLE for marker in found):
        undotted = {at: grammar.read_undotted(lines[at].text) for at in running}
        articles = {at: marker for at, marker in undotted.items() if marker is not None}
        # All of them, in order from the first: no sentence that begins with a citation.
        counted = [int(marker.number) for marker in articles.values()]
        if len(counted) > 1 and counted == list(range(1, len(counted) + 1)):
            for at, marker in articles.items():
                found[at] = marker
    return found


_CONTENT = re.compile(r"(?:\.{4,}|…{2,}|(?:\s\.){4,})\s?\d{1,3}$")


def is_content(text: str) -> bool:
    """Match a line of a table of contents: "II. Nhiệm vụ ........ 3"."""
    return text[-1:].isdigit() and _CONTENT.search(text[-_CONTENTS_END:]) is not None


_CONTENTS_END = 16


def _read_ones(found: list[Marker | None]) -> None:
    """Read "l." as the clause 1 that OCR took for a letter: the clause 2 follows, and no k) is above."""
    before = ""
    for at, marker in enumerate(found):
        if marker is None or marker.level in COUNTED:
            continue
        if marker.level is Level.POINT and marker.number == "l" and before != "k":
            after = (item for item in found[at + 1 :] if item is not None)
            larger = (item for item in after if RANK[item.level] <= RANK[Level.CLAUSE])
            below = next(larger, None)
            if below is not None and below.level is Level.CLAUSE and below.number == "2":
                found[at] = Marker(Level.CLAUSE, "1", marker.length)
        before = marker.number


def _read_bracketed(
    lines: Sequence[Line], running: Sequence[int], found: list[Marker | None]
) -> None:
    """Read "(1) …", "(2) …" as subpoints where they are counted from 1 and follow one another.

    A footnote is not: its sign stands behind a word above it, too.
    """
    signs: set[str] = set()
    counted: list[int] = []
    for at in running:
        text = lines[at].text
        marker = grammar.read_bracketed(text)
        if marker is None:
            above = found[at]
            if counted and above is not None and above.level not in COUNTED:
                _mark(lines, found, counted)
                counted = []
        elif marker.number == str(len(counted) + 1) and f"({marker.number})" not in signs:
            counted.append(at)
        elif counted:
            _mark(lines, found, counted)
            counted = [at] if marker.number == "1" and "(1)" not in signs else []
        if "(" in text[1:]:
            signs.update(_SIGN.findall(text, 1))
    _mark(lines, found, counted)


_SIGN = re.compile(r"\(\d{1,2}\)")


def _mark(lines: Sequence[Line], found: list[Marker | None], counted: Sequence[int]) -> None:
    if len(counted) > 1:
        for at in counted:
            found[at] = grammar.read_bracketed(lines[at].text)


def goodbye(lines: Sequence[Line], running: Sequence[int]) -> int | None:
    """Return the line at which the last sentences begin: "Yêu cầu … nghiêm túc thực hiện./."."""
    last = next(
        (n for n in range(len(running) - 1, -1, -1) if _OVER.search(lines[running[n]].text)), 0
    )
    for n in range(last, max(0, last - _GOODBYE_LINES), -1):
        above, line = lines[running[n - 1]], lines[running[n]]
        if above.text[-1] in ".;" and _GOODBYE.match(line.folded) and line.text[0].isupper():
            return running[n]
    return None


_GOODBYE_LINES = 4
_OVER = re.compile(r"\./\.?$")
_GOODBYE = re.compile(
    r"(?:yeu cau|de nghi|kinh de nghi|tren day|tran trong|rat mong|kinh mong|uy ban nhan dan|ubnd|chu tich)\s"
)


def clause_after(clause: str, marker: Marker | None) -> str:
    """Return the number of the last clause behind a line, given that before it."""
    if marker is None or RANK[marker.level] > RANK[Level.CLAUSE]:
        return clause
    return marker.number if marker.level is Level.CLAUSE else ""


def next_clauses(found: Sequence[Marker | None]) -> dict[int, str]:
    """Return, for each marker of a clause, the number of the next one.

    None where something larger comes in between.
    """
    again: dict[int, str] = {}
    following = ""
    for index in range(len(found) - 1, -1, -1):
        marker = found[index]
        if marker is not None and marker.level is Level.CLAUSE:
            again[index] = following
        following = clause_after(following, marker)
    return again
