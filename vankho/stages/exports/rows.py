"""Read the data files back, one document at a time."""

import json
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

Row = dict[str, object]


def documents(site: Path) -> Iterator[Row]:
    """Yield the row of every document, by year and id."""
    for path in _years(site, "documents"):
        yield from _read(path)


def citations(site: Path) -> Iterator[Row]:
    """Yield the row of every citation, by the citing document and place in its text."""
    for path in _years(site, "citations"):
        yield from _read(path)


def letters(site: Path) -> Iterator[tuple[Row, list[Row]]]:
    """Yield every document with its own citations; no more than one is held in memory.

    Both files of a year are in order of the citing document's id, so one walk joins them.
    """
    for path in _years(site, "documents"):
        other = site / "data" / "citations" / path.name
        groups = groupby(_read(other) if other.is_file() else (), key=lambda row: row["citing"])
        citing, rows = next(groups, (None, iter(())))
        for document in _read(path):
            own: list[Row] = []
            if document["id"] == citing:
                own = list(rows)
                citing, rows = next(groups, (None, iter(())))
            yield document, own


def _years(site: Path, name: str) -> list[Path]:
    return sorted((site / "data" / name).glob("*.ndjson"))


def _read(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8", newline="\n") as file:
        for line in file:
            yield json.loads(line)
