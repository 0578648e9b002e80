"""Sorted runs of posting lists: laid aside on disk, merged a stretch of the alphabet at a time."""

import marshal
from bisect import bisect_right
from collections.abc import Iterator
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path

_CHUNK = 2_000
_TERM = itemgetter(0)

Row = tuple[str, int, int, int, bytes]
"""A term, its documents, the first and the last posting, all steps after the first, encoded."""


class Runs:
    """Runs of one segment; each has a term once, in order."""

    def __init__(self, folder: Path) -> None:
        """Write into `folder`."""
        self._folder = folder
        self._paths: list[Path] = []

    def __len__(self) -> int:
        """How many are on disk."""
        return len(self._paths)

    def write(self, rows: Iterator[Row]) -> None:
        """Lay one run aside."""
        path = self._folder / f"run-{len(self._paths)}"
        with path.open("wb") as file:
            for chunk in _chunks(rows):
                marshal.dump(chunk, file)
        self._paths.append(path)

    def merged(self, last: Iterator[Row]) -> Iterator[list[Row]]:
        """For each term its rows, in the order of the runs; `last` is the one still in memory."""
        readers = [*map(_read, self._paths), _chunks(last)]
        held = [next(reader, []) for reader in readers]
        while any(held):
            # Up to here every run is known: a run goes on after the last row that is held of it.
            edge = min(rows[-1][0] for rows in held if rows)
            batch: list[Row] = []
            for number, rows in enumerate(held):
                cut = bisect_right(rows, edge, key=_TERM)
                batch += rows[:cut]
                held[number] = rows[cut:] or next(readers[number], [])
            # Sorted stretches one after the other: sorting merges them, and keeps their order.
            batch.sort(key=_TERM)
            for _, parts in groupby(batch, key=_TERM):
                yield list(parts)


def _chunks(rows: Iterator[Row]) -> Iterator[list[Row]]:
    while chunk := list(islice(rows, _CHUNK)):
        yield chunk


def _read(path: Path) -> Iterator[list[Row]]:
    with path.open("rb") as file:
        while True:
            try:
                yield marshal.load(file)  # noqa: S302 - our own file of a moment ago
            except EOFError:
                return
