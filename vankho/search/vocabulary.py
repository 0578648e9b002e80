"""The words of a segment as whole numbers: numbers are quicker to file by than words are."""

import sys
from array import array
from collections.abc import Callable
from itertools import chain
from typing import Final, Generic, NamedTuple, TypeVar

from vankho.search.fold import accent, fold_word, words

_BITS: Final = 32
_LOW: Final = (1 << _BITS) - 1
_KNOWN = 250_000
"""Pieces of text kept in memory: most of what comes is among them, and memory stays bounded."""
_Value = TypeVar("_Value")


class Reading(NamedTuple):
    """A text as the index sees it."""

    words: list[int]
    """Numbers of its folded words, in order."""
    pairs: set[int]
    """One number for each two neighbours."""
    forms: set[int]
    """Numbers of its words as they are accented."""


class Vocabulary:
    """Numbers of words and of their accented forms, in the order in which they are first seen."""

    def __init__(self) -> None:
        """Start empty."""
        self.words: list[str] = []
        """Folded words by number."""
        self.forms: list[str] = []
        """Terms of accented words by number: the word, a tab, its form."""
        self._word_of: list[int] = []
        """Number of the word, by number of the form."""
        self._numbers: dict[str, int] = {}
        self._form_numbers: dict[str, int] = {}
        self._pieces = _Table(self._read_piece)
        """What stands between two blanks → numbers of the forms in it. No word goes over a blank."""
        self._fields = _Table(self.read)

    def read(self, text: str) -> Reading:
        """A text, word by word."""
        found = list(chain.from_iterable(map(self._pieces.__getitem__, text.split())))
        numbers = list(map(self._word_of.__getitem__, found))
        return Reading(numbers, _pairs(numbers), set(found))

    def field(self, text: str) -> Reading:
        """The same of a name or the like, which comes again and again."""
        return self._fields[text]

    def _read_piece(self, piece: str) -> tuple[int, ...]:
        return tuple(map(self._form, words(piece)))

    def _form(self, word: str) -> int:
        folded = fold_word(word)
        number = _number(self._form_numbers, self.forms, f"{folded}\t{accent(word)}")
        if number == len(self._word_of):
            self._word_of.append(_number(self._numbers, self.words, folded))
        return number

    def pair_name(self, pair: int) -> str:
        """The term of two neighbours, from the number that stands for them."""
        first, second = pair & _LOW, pair >> _BITS
        if sys.byteorder == "big":
            first, second = second, first
        return f"{self.words[first]} {self.words[second]}"


def _pairs(numbers: list[int]) -> set[int]:
    """Each two neighbours as one number: side by side in memory they are read as one.

    Adding them up in Python, one by one, was a tenth of the time of a whole build.
    """
    data = array("I", numbers).tobytes()
    pairs = array("Q", data[: len(data) // 8 * 8])
    pairs.frombytes(data[4 : 4 + (len(data) - 4) // 8 * 8])
    return set(pairs)


class _Table(dict[str, _Value], Generic[_Value]):
    """What was read before, looked up without a call of Python."""

    def __init__(self, read: Callable[[str], _Value]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, text: str) -> _Value:
        if len(self) >= _KNOWN:
            self.clear()
        found = self[text] = self._read(text)
        return found


def _number(numbers: dict[str, int], names: list[str], name: str) -> int:
    found = numbers.get(name)
    if found is None:
        found = numbers[name] = len(names)
        names.append(name)
    return found
