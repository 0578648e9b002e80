"""Which documents stand together: in one segment of posting lists, in one group of cards.

A segment is an index of its own; the client joins them. Letters stand in the order of their
dates, in two segments: the newest, and all before. A new letter, which mostly has a late date,
rewrites the small segment and not the whole. Of more segments every query would have to ask more.
Cards, the larger part of the bytes, are cut finer: a letter of any date rewrites one group of them.

The cuts depend on nothing but which documents there are, so that a clean build and an incremental
one write the same bytes. They fall before documents that their ids pick by lot (content-defined
chunking), so that a document added or taken away moves no other cut.
"""

import hashlib
from collections.abc import Sequence
from itertools import pairwise

from vankho.search.store import Entry

_SMALLEST = 256
"""A smaller segment repeats more of the others' terms than it saves."""
_LEAST_CARDS = 64
_SHARE = 64
_MOST_CARDS = 256


def newest_size(letters: int) -> int:
    """How many letters the newest segment holds on average.

    >>> [newest_size(letters) for letters in (300, 20_000, 100_000)]
    [256, 256, 1024]
    """
    size = _SMALLEST
    while size * 2 * _SHARE <= letters:
        size *= 2
    return size


def segments(entries: Sequence[Entry]) -> list[list[Entry]]:
    """Stubs, old letters, new letters; each by date; none empty."""
    ordered = sorted(entries, key=_place)
    stubs = [entry for entry in ordered if not entry.held]
    letters = [entry for entry in ordered if entry.held]
    size = newest_size(len(letters))
    if len(letters) < 2 * size:
        return [part for part in (stubs, letters) if part]
    newest = _last_cut(letters, size)
    return [part for part in (stubs, letters[:newest], letters[newest:]) if part]


def groups(entries: Sequence[Entry], letters: int) -> list[list[Entry]]:
    """The groups of cards of one segment, of an archive of so many letters."""
    size = max(_LEAST_CARDS, min(_MOST_CARDS, newest_size(letters) // 4))
    cuts = [at for at, entry in enumerate(entries) if at and not _lot(entry.id) % size]
    edges = [0, *cuts, len(entries)]
    return [list(entries[a:b]) for a, b in pairwise(edges)]


def _place(entry: Entry) -> tuple[str, str, bool, str]:
    """By date; of two that share a reference the one of its usual issuer counts as the newer."""
    name, other_issuer, _ = entry.id.partition("--")
    return entry.date, name, not other_issuer, entry.id


def _last_cut(letters: Sequence[Entry], size: int) -> int:
    """Place of the last letter before which runs of this size, on average, are cut; else 0."""
    cuts = (at for at in range(len(letters) - 1, 0, -1) if not _lot(letters[at].id) % size)
    return next(cuts, 0)


def _lot(document_id: str) -> int:
    """A number that says nothing of the document and never changes."""
    return int.from_bytes(hashlib.blake2b(document_id.encode(), digest_size=4).digest(), "little")
