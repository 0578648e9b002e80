"""Columns: for each document its day, type, issuer, signer and addressees, to filter and count by."""

from collections import Counter
from collections.abc import Callable
from datetime import date

from vankho.search.document import SearchDocument
from vankho.search.shards import ShardFolder, with_header
from vankho.search.varint import varint, varints

_EPOCH = date(1900, 1, 1).toordinal()


class _Column:
    """Values of one field: a table, and per document the places of its values in the table."""

    def __init__(self) -> None:
        self._places: dict[str, int] = {}
        self._rows: list[tuple[int, ...]] = []

    def add(self, values: tuple[str, ...]) -> None:
        places = self._places
        self._rows.append(tuple(places.setdefault(value, len(places)) for value in values))

    def packed(self) -> tuple[list[str], list[tuple[int, ...]]]:
        """The table with the commonest value first, so that most places take one byte."""
        counts = Counter(place for row in self._rows for place in row)
        names = list(self._places)
        order = sorted(range(len(names)), key=lambda place: (-counts[place], names[place]))
        new = {place: index for index, place in enumerate(order)}
        return [names[place] for place in order], [tuple(new[p] for p in r) for r in self._rows]


class Columns:
    """The columns of one segment, as shards `f` (one value each) and `g` (addressees)."""

    def __init__(self, shown: Callable[[str], str]) -> None:
        """Start empty; `shown` gives the name under which an agency is listed."""
        self._shown = shown
        self._days: list[int] = []
        self._single = {"type": _Column(), "issuer": _Column(), "signer": _Column()}
        self._addressees = _Column()

    def add(self, document: SearchDocument) -> None:
        """Add the next document."""
        self._days.append(_day(document))
        issuer = self._shown(document.issuer) if document.issuer else None
        values = {"type": document.type, "issuer": issuer, "signer": document.signer}
        for name, value in values.items():
            self._single[name].add((value,) if value else ())
        self._addressees.add(tuple(dict.fromkeys(map(self._shown, document.addressees))))

    def write(self, folder: ShardFolder) -> None:
        """Write both shards."""
        header: dict[str, object] = {}
        body = bytearray()
        steps = (now - before for before, now in zip([0, *self._days], self._days, strict=False))
        body += varints(steps)
        for name, column in self._single.items():
            table, rows = column.packed()
            header[name] = table
            body += varints(row[0] + 1 if row else 0 for row in rows)
        folder.write("f", with_header(header, bytes(body)))
        table, rows = self._addressees.packed()
        lists = b"".join(varint(len(row)) + varints(sorted(row)) for row in rows)
        folder.write("g", with_header({"addressee": table}, lists))


def _day(document: SearchDocument) -> int:
    """Days since 1900; the first day of the year where only the year is known, else 0."""
    for shown in (document.issued, f"{document.year:04}-01-01" if document.year else None):
        if shown:
            try:
                return max(1, date.fromisoformat(shown).toordinal() - _EPOCH)
            except ValueError:
                # No such day: the letter is dated by its year, if that is known.
                continue
    return 0
