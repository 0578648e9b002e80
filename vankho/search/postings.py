"""Posting lists: gathered in memory, spilled in sorted runs, merged into one sorted stream.

A posting is `document << bits | value`: three bits of value (impact) for a word, one (in the
subject) for a pair of words, none for anything else. A list holds the steps from one posting to
the next.
"""

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Iterator
from itertools import repeat
from operator import itemgetter, sub
from pathlib import Path
from typing import Final, NamedTuple, TypeVar

from vankho.search.runs import Row, Runs
from vankho.search.terms import DocumentTerms
from vankho.search.varint import varint, varints
from vankho.search.vocabulary import Vocabulary

IMPACT_BITS: Final = 3
_RUN_POSTINGS = 4_000_000
"""Postings held in memory before a run is spilled: about 200 MB of Python lists."""
_COUNT = itemgetter(1)
_Key = TypeVar("_Key")
Keep = Callable[[str, int], bool]
"""Says of a term and the number of its documents whether it is written."""


class Term(NamedTuple):
    """One term of a segment, ready to be written."""

    name: str
    documents: int
    postings: bytes


class Postings:
    """The posting lists of a segment while it is read."""

    def __init__(self, folder: Path) -> None:
        """Spill runs into `folder`."""
        self._runs = Runs(folder)
        self.vocabulary = Vocabulary()
        self._empty()
        self.word_counts: Counter[str] = Counter()
        """How many documents have a word; whole as soon as `terms` asks what to keep."""

    def _empty(self) -> None:
        self._held = 0
        self._words: defaultdict[int, list[int]] = defaultdict(list)
        self._pairs: defaultdict[int, list[int]] = defaultdict(list)
        self._forms: defaultdict[int, list[int]] = defaultdict(list)
        self._plain: defaultdict[str, list[int]] = defaultdict(list)

    def add(self, document: int, terms: DocumentTerms) -> None:
        """Add one document; numbers must rise."""
        base = document << IMPACT_BITS
        postings = range(base, base + (1 << IMPACT_BITS))
        _append(self._words, terms.impacts, map(list(postings).__getitem__, terms.impacts.values()))
        _append(self._pairs, terms.pairs, repeat(document << 1))
        _append(self._pairs, terms.subject_pairs, repeat(document << 1 | 1))
        _append(self._forms, terms.forms, repeat(document))
        _append(self._plain, terms.particulars, repeat(document))
        self._held += len(terms.impacts) + len(terms.pairs) + len(terms.forms)
        if self._held > _RUN_POSTINGS:
            self._spill()

    def terms(self, keep: Keep) -> Iterator[Term]:
        """Every term that is kept, in order, its runs joined; empties the lists."""
        if not self._runs:
            for term, found in self._sorted():
                if keep(term, len(found)):
                    yield Term(term, len(found), varint(found[0] + 1) + _steps(found))
            return
        for parts in self._runs.merged(self._rows()):
            term, count = parts[0][0], sum(map(_COUNT, parts))
            if keep(term, count):
                yield Term(term, count, _joined(parts))

    def _sorted(self) -> list[tuple[str, list[int]]]:
        """Terms with their postings, by term; nothing is held any more."""
        known = self.vocabulary
        lists = [(known.words[number], found) for number, found in self._words.items()]
        for word, found in lists:
            self.word_counts[word] += len(found)
        lists += [(known.pair_name(pair), found) for pair, found in self._pairs.items()]
        lists += [(known.forms[number], found) for number, found in self._forms.items()]
        lists += self._plain.items()
        self._empty()
        lists.sort(key=itemgetter(0))
        return lists

    def _rows(self) -> Iterator[Row]:
        """What is held, as a run."""
        for term, found in self._sorted():
            yield term, len(found), found[0], found[-1], _steps(found)

    def _spill(self) -> None:
        self._runs.write(self._rows())


def _append(
    lists: defaultdict[_Key, list[int]], terms: Iterable[_Key], postings: Iterable[int]
) -> None:
    """Append to many lists without a Python loop: most of the build is spent here."""
    deque(map(list.append, map(lists.__getitem__, terms), postings), maxlen=0)


def _steps(found: list[int]) -> bytes:
    return varints(map(sub, found[1:], found)) if len(found) > 1 else b""


def _joined(parts: list[Row]) -> bytes:
    """One list out of those of each run; the first step of a run counts from the run before."""
    last = -1
    out = b""
    for _, _, first, end, rest in parts:
        out += varint(first - last) + rest
        last = end
    return out
