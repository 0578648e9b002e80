"""Posting lists: gathered in memory, spilled in sorted runs, merged into one sorted stream.

A posting is `document << bits | value`: three bits of value (impact) for a word, one (in the
subject) for a pair of words, none for anything else. A list holds the steps from one posting to
the next.
"""

import heapq
import pickle
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, repeat
from operator import attrgetter, itemgetter, sub
from pathlib import Path
from typing import Final, NamedTuple, TypeVar

from vankho.search.terms import DocumentTerms
from vankho.search.varint import varint, varints
from vankho.search.vocabulary import Vocabulary

IMPACT_BITS: Final = 3
_RUN_POSTINGS = 4_000_000
"""Postings held in memory before a run is spilled: about 200 MB of Python lists."""
_CHUNK = 2_000
_Key = TypeVar("_Key")
Keep = Callable[[str, int], bool]
"""Says of a term and the number of its documents whether it is written."""


class PostingList(NamedTuple):
    """The documents of one term within one run."""

    term: str
    run: int
    documents: int
    first: int
    last: int
    rest: bytes
    """All postings but the first, encoded."""


@dataclass(frozen=True, slots=True)
class Term:
    """One term of a segment, ready to be written."""

    name: str
    count: int
    postings: bytes


class Postings:
    """The posting lists of a segment while it is read."""

    def __init__(self, folder: Path) -> None:
        """Spill runs into `folder`."""
        self._folder = folder
        self._runs: list[Path] = []
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
        _append(self._words, terms.impacts, map(base.__or__, terms.impacts.values()))
        _append(self._pairs, terms.pairs - terms.subject_pairs, repeat(document << 1))
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
        self._spill()
        entries = heapq.merge(*map(_read, self._runs))
        for _, group in groupby(entries, key=attrgetter("term")):
            parts = list(group)
            count = sum(part.documents for part in parts)
            if keep(parts[0].term, count):
                yield Term(parts[0].term, count, _joined(parts))

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

    def _spill(self) -> None:
        path = self._folder / f"run-{len(self._runs)}"
        with path.open("wb") as file:
            chunk: list[PostingList] = []
            run = len(self._runs)
            for term, found in self._sorted():
                steps = _steps(found)
                chunk.append(PostingList(term, run, len(found), found[0], found[-1], steps))
                if len(chunk) == _CHUNK:
                    pickle.dump(chunk, file, protocol=5)
                    chunk = []
            pickle.dump(chunk, file, protocol=5)
        self._runs.append(path)


def _append(
    lists: defaultdict[_Key, list[int]], terms: Iterable[_Key], postings: Iterable[int]
) -> None:
    """Append to many lists without a Python loop: most of the build is spent here."""
    deque(map(list.append, map(lists.__getitem__, terms), postings), maxlen=0)


def _steps(found: list[int]) -> bytes:
    return varints(map(sub, found[1:], found)) if len(found) > 1 else b""


def _read(path: Path) -> Iterator[PostingList]:
    with path.open("rb") as file:
        while True:
            try:
                chunk = pickle.load(file)  # noqa: S301 - our own file of a moment ago
            except EOFError:
                return
            yield from chunk


def _joined(parts: list[PostingList]) -> bytes:
    """One list out of those of each run; the first step of a run counts from the run before."""
    out = bytearray()
    last = -1
    for part in parts:
        out += varint(part.first - last)
        out += part.rest
        last = part.last
    return bytes(out)
