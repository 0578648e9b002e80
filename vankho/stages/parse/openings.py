"""Where points may begin, and the last sentences: what the lines show before they are joined."""

import re
from collections.abc import Sequence
from itertools import pairwise

from vankho.grammar import marker as grammar
from vankho.grammar.marker import Marker
from vankho.model.letter import RANK, Level
from vankho.stages.parse.lines import Line


def markers(lines: Sequence[Line], running: Sequence[int]) -> list[Marker | None]:
    """Read the marker of each line; some converters set the words of a point below its bullet."""
    found: list[Marker | None] = [None] * len(lines)
    for at, below in pairwise([*running, len(lines)]):
        text = lines[at].text
        found[at] = grammar.read(text)
        if found[at] is None and below == at + 1 < len(lines):
            found[at] = grammar.read_alone(text, lines[below].text)
    if not any(marker is not None and marker.level is Level.ARTICLE for marker in found):
        undotted = {at: grammar.read_undotted(lines[at].text) for at in running}
        articles = {at: marker for at, marker in undotted.items() if marker is not None}
        # All of them, in order from the first: no sentence that begins with a citation.
        counted = [int(marker.number) for marker in articles.values()]
        if len(counted) > 1 and counted == list(range(1, len(counted) + 1)):
            for at, marker in articles.items():
                found[at] = marker
    return found


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
