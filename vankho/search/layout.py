"""Which documents make one segment.

A segment is an index of its own; the client joins them. The cut depends on nothing but the
documents, so that a clean build and an incremental one write the same bytes. Letters stand in
the order of their dates and new ones come at the end, so a new letter rewrites the last, small
segment (at most 1/64 of a large archive), and the large one before it stays, byte for byte,
until the small one is full.
"""

from collections.abc import Sequence

from vankho.search.store import Entry

_SMALL = 256
_LARGE = 4_096
_SHARE = 64


def block_size(letters: int) -> int:
    """The large segment holds a multiple of this.

    >>> [block_size(letters) for letters in (300, 20_000, 100_000)]
    [256, 256, 1024]
    """
    block = _SMALL
    while block < _LARGE and block * 2 * _SHARE <= letters:
        block *= 2
    return block


def segments(entries: Sequence[Entry]) -> list[list[Entry]]:
    """Stubs, old letters, new letters; each by date; none empty."""
    ordered = sorted(entries)
    stubs = [entry for entry in ordered if not entry.held]
    letters = [entry for entry in ordered if entry.held]
    block = block_size(len(letters))
    cut = len(letters) // block * block if len(letters) >= 2 * block else 0
    return [part for part in (stubs, letters[:cut], letters[cut:]) if part]
