"""Posting lists: gathered in memory, spilled in sorted runs, merged into one sorted stream.

A posting is `document << bits | value`. In a list each posting is written as the gap to the
document before, with the value in the low bits: three bits (impact) for a word, one (in the
subject) for a pair of words, none for anything else.
"""

import heapq
import pickle
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import repeat
from operator import itemgetter, sub
from pathlib import Path
from typing import Final, NamedTuple, TypeVar

from vankho.search.terms import DocumentTerms
from vankho.search.varint import varint, varints

IMPACT_BITS: Final = 3
_RUN_POSTINGS = 4_000_000
"""Postings held in memory before a run is spilled: about 200 MB of Python lists."""
_CHUNK = 2_000
_Key = TypeVar("_Key")


class PostingList(NamedTuple):
    """The documents of one term within one run."""

    term: str
    run: int
    documents: int
    bits: int
    first: int
    last: int
    """Number of the last document."""
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
        self._empty()
        self.word_counts: Counter[str] = Counter()
        """How many documents have a word; whole as soon as `terms` has begun."""

    def _empty(self) -> None:
        self._held = 0
        self._words: defaultdict[str, list[int]] = defaultdict(list)
        self._pairs: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        self._accented: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        self._plain: defaultdict[str, list[int]] = defaultdict(list)

    def add(self, document: int, terms: DocumentTerms) -> None:
        """Add one document; numbers must rise."""
        words, base = self._words, document << IMPACT_BITS
        for word, impact in terms.impacts.items():
            words[word].append(base | impact)
        _append(self._pairs, terms.pairs - terms.subject_pairs, document << 1)
        _append(self._pairs, terms.subject_pairs, document << 1 | 1)
        _append(self._accented, terms.accented, document)
        _append(self._plain, terms.particulars, document)
        self._held += len(terms.impacts) + len(terms.pairs) + len(terms.accented)
        if self._held > _RUN_POSTINGS:
            self._spill()

    def terms(self) -> Iterator[Term]:
        """Every term, in order, its runs joined; empties the lists."""
        if not self._runs:
            yield from map(_joined, ([entry] for entry in self._sorted()))
            return
        self._spill()
        entries = heapq.merge(*map(_read, self._runs))
        group: list[PostingList] = []
        for entry in entries:
            if group and group[0].term != entry.term:
                yield _joined(group)
                group = []
            group.append(entry)
        if group:
            yield _joined(group)

    def _sorted(self) -> Iterator[PostingList]:
        run = len(self._runs)
        for word, found in self._words.items():
            self.word_counts[word] += len(found)
        lists = [(word, IMPACT_BITS, found) for word, found in self._words.items()]
        lists += [(f"{a} {b}", 1, found) for (a, b), found in self._pairs.items()]
        lists += [(term, 0, found) for term, found in self._plain.items()]
        lists += [(f"{word}\t{form}", 0, found) for (word, form), found in self._accented.items()]
        lists.sort(key=itemgetter(0))
        self._empty()
        for term, bits, found in lists:
            rest = _gaps(found, bits)
            yield PostingList(term, run, len(found), bits, found[0], found[-1] >> bits, rest)

    def _spill(self) -> None:
        path = self._folder / f"run-{len(self._runs)}"
        with path.open("wb") as file:
            chunk: list[PostingList] = []
            for entry in self._sorted():
                chunk.append(entry)
                if len(chunk) == _CHUNK:
                    pickle.dump(chunk, file, protocol=5)
                    chunk = []
            pickle.dump(chunk, file, protocol=5)
        self._runs.append(path)


def _append(lists: defaultdict[_Key, list[int]], terms: Iterable[_Key], posting: int) -> None:
    """Append one posting to many lists, without a Python loop: most of the build is spent here."""
    deque(map(list.append, map(lists.__getitem__, terms), repeat(posting)), maxlen=0)


def _gaps(found: list[int], bits: int) -> bytes:
    if len(found) == 1:
        return b""
    keep = -1 << bits
    before = [posting & keep for posting in found] if bits else found
    return varints(map(sub, found[1:], before))


def _read(path: Path) -> Iterator[PostingList]:
    with path.open("rb") as file:
        while True:
            try:
                chunk = pickle.load(file)  # noqa: S301 - our own file of a moment ago
            except EOFError:
                return
            yield from chunk


def _joined(entries: list[PostingList]) -> Term:
    """One list out of those of each run: the first gap of a run now counts from the run before."""
    out = bytearray()
    last = -1
    for entry in entries:
        out += varint(entry.first - (last << entry.bits))
        out += entry.rest
        last = entry.last
    return Term(entries[0].term, sum(entry.documents for entry in entries), bytes(out))
