"""The texts of many blocks as one: to ask each of them costs more than to ask all at once."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

from vankho.text.view import View

APART = "\0"
"""Stands behind each text: no word and no blank, so that nothing goes on over it."""


class Joined:
    """The texts of some views and their folded twins, ``APART`` behind each."""

    __slots__ = ("_ends", "folded", "text")

    def __init__(self, views: Sequence[View]) -> None:
        self.text = APART.join([*[view.text for view in views], ""])
        self.folded = APART.join([*[view.folded for view in views], ""])
        self._ends = list(accumulate([len(view.folded) + len(APART) for view in views]))

    @property
    def count(self) -> int:
        """How many views they are."""
        return len(self._ends)

    def holding(self, words: Iterable[str], *, printed: bool = False) -> set[int]:
        """Return the indexes of the views that hold one of ``words``, none of them empty.

        They are looked for in the folded text, or as ``printed``.
        """
        text = self.text if printed else self.folded
        found: set[int] = set()
        for word in words:
            at = text.find(word)
            while at >= 0:
                index = self.index(at)
                found.add(index)
                at = text.find(word, self._ends[index])
        return found

    def matching(self, pattern: re.Pattern[str], *, printed: bool = False) -> set[int]:
        """Return the indexes of the views that a pattern is found in, folded or as ``printed``."""
        text = self.text if printed else self.folded
        return {self.index(match.start()) for match in pattern.finditer(text)}

    def index(self, at: int) -> int:
        """Return the index of the view that a character is of."""
        return bisect_right(self._ends, at)
