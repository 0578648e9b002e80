"""A cue: words before a citation that say why it is cited, as a pattern that is fast to find."""

import re
from dataclasses import dataclass

GAP = r"[^.;]{0,240}?"
NEAR = r"[^.,;]{0,80}?"
SHORT, MIDDLE, LONG = 80, 150, 300
"""Characters before the citation in which the words of a cue begin: with no gap, ``NEAR``, ``GAP``."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern that ends at the citation; ``passive`` ones turn the arrow round."""

    code: str
    pattern: re.Pattern[str]
    leaps: tuple[re.Pattern[str], ...]
    """The same, once for each syllable that it can begin with: many times as fast."""
    ends: tuple[str, ...]
    """The words one of which stands last, next to the citation."""
    examples: tuple[str, ...]
    passive: bool = False
    first: bool = False
    """Wins over a cue that stands nearer to the citation."""
    words: frozenset[str] = frozenset()
    """Every match holds one of them: a cheap test before the pattern."""
    direct: bool = False
    """No bracket may stand between it and the citation: "trả lời (Công văn …)" is the answer."""
    reach: int = 0
    """Characters before the citation in which one of ``words`` begins."""

    def start(self, left: str) -> int | None:
        """Return where the cue begins that stands nearest to the end of ``left``, or None."""
        start = None
        for leap in self.leaps:
            match = leap.match(left)
            if match is not None and (start is None or match.start("cue") > start):
                start = match.start("cue")
        return start


def cue(
    code: str,
    pattern: str,
    *examples: str,
    words: str,
    begins: str = "",
    reach: int = SHORT,
    link: str = "",
    last: str = "",
    passive: bool = False,
    first: bool = False,
    direct: bool = False,
) -> Cue:
    """Make a cue of a pattern.

    ``words`` are those of which every match holds one, not further than ``reach`` before
    the citation; ``begins`` the syllables that the pattern can begin with, where they are few;
    ``link`` the words of which one leads from the pattern to the citation; where there is
    none, ``last`` are those that the pattern itself can end with.
    """
    led = rf"\s(?:{'|'.join(link.split())})" if link else ""
    if passive:  # "được sửa đổi ba lần, cụ thể bởi …"
        led = rf"(?:,\s(?:cu\sthe|lan\sluot|gan\snhat))?(?:\sla)?{led}"
    whole = rf"(?P<cue>{pattern}{led})\s?$"
    # The greedy start makes the match the one nearest to the citation.
    compiled = re.compile(rf"(?s:.*)(?<!\w){whole}")
    # With letters right after that start the search tries only the places that have them.
    leaps = tuple(re.compile(rf"(?s:.*){x}(?<!\w{x})(?<=(?={whole}){x})") for x in begins.split())
    ends = tuple((link or last).split())
    some = frozenset(words.split("|"))
    return Cue(
        code, compiled, leaps or (compiled,), ends, examples, passive, first, some, direct, reach
    )
