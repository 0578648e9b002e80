"""The words of a segment as whole numbers: numbers are quicker to file by than words are."""

from collections.abc import Callable
from operator import add

from vankho.search.fold import accent, fold_word

_SHIFT = 32


class Vocabulary:
    """Numbers of words and of their accented forms, in the order in which they are first seen."""

    def __init__(self) -> None:
        """Start empty."""
        self.words: list[str] = []
        """Folded words by number."""
        self.forms: list[str] = []
        """Terms of accented words by number: the word, a tab, its form."""
        self._firsts: list[int] = []
        """By number of a word, what it adds to a pair as the first of the two."""
        self._numbers: dict[str, int] = {}
        self._form_numbers: dict[str, int] = {}
        self.word = _Table(self._word)
        """A word as it stands in a text → number of the folded word."""
        self.form = _Table(self._form)
        """A word as it stands in a text → number of its accented form."""

    def _word(self, word: str) -> int:
        number = _number(self._numbers, self.words, fold_word(word))
        if number == len(self._firsts):
            self._firsts.append(number << _SHIFT)
        return number

    def _form(self, word: str) -> int:
        return _number(self._form_numbers, self.forms, f"{fold_word(word)}\t{accent(word)}")

    def pairs(self, numbers: list[int]) -> set[int]:
        """One number for each two neighbours."""
        return set(map(add, map(self._firsts.__getitem__, numbers), numbers[1:]))

    def pair_name(self, pair: int) -> str:
        """The term of two neighbours, from the number that `pairs` gives them."""
        return f"{self.words[pair >> _SHIFT]} {self.words[pair & (1 << _SHIFT) - 1]}"


class _Table(dict[str, int]):
    """Numbers looked up without a call of Python where they are known."""

    def __init__(self, number: Callable[[str], int]) -> None:
        super().__init__()
        self._number = number

    def __missing__(self, word: str) -> int:
        found = self[word] = self._number(word)
        return found


def _number(numbers: dict[str, int], names: list[str], name: str) -> int:
    found = numbers.get(name)
    if found is None:
        found = numbers[name] = len(names)
        names.append(name)
    return found
