"""Where the sentences of a block begin and end."""

import re
from bisect import bisect_left, bisect_right

from vankho.text.letters import CAPITAL
from vankho.text.view import View

_SENTENCE_END = re.compile(rf"[.!?]\s+(?=[{CAPITAL}“\"(])")
_STOP = re.compile(_SENTENCE_END.pattern.replace("[.!?]", r"\."))
"""The same of a full stop, which nearly all end with: it is faster to look for."""


class Sentences:
    """Where the sentences of a view begin, found once."""

    def __init__(self, view: View) -> None:
        text = view.text
        ends = _SENTENCE_END if "!" in text or "?" in text else _STOP
        found = list(ends.finditer(text))
        self._starts = [0, *(match.end() for match in found)]
        self._ends = [*(match.start() + 1 for match in found), len(view.text)]

    def start(self, at: int) -> int:
        """Return the view offset at which the sentence around ``at`` begins."""
        return self._starts[bisect_right(self._starts, at) - 1]

    def end(self, at: int) -> int:
        """Return the view offset at which the sentence around ``at`` ends."""
        return self._ends[min(bisect_left(self._ends, at), len(self._ends) - 1)]
