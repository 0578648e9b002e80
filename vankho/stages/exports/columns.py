"""The columns of the tables: a row of the data contract laid flat."""

from collections.abc import Iterable
from dataclasses import dataclass

from vankho.stages.exports.rows import Row


@dataclass(frozen=True, slots=True)
class Column:
    """A column and the SQLite type of its values."""

    name: str
    kind: str = "TEXT"


def _columns(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name, "INTEGER") if name in _INTEGERS else Column(name) for name in names)


_INTEGERS = {
    "held",
    "number_year",
    "year",
    "cites",
    "cited_by",
    "start",
    "end",
    "original_size",
}  # fmt: skip

DOCUMENTS = _columns(
    "id",
    "url",
    "held",
    "kind",
    "type",
    "reference",
    "number",
    "number_year",
    "symbol",
    "issued",
    "year",
    "issuer",
    "place",
    "subject",
    "addressees",
    "recipients",
    "drafting_unit",
    "signer_capacity",
    "signer_position",
    "signer_name",
    "urgency",
    "points",
    "cites",
    "cited_by",
    "original_url",
    "original_size",
    "original_sha256",
    "source_path",
    "source_sha256",
    "stated",
)
CITATIONS = _columns(
    "citing",
    "anchor",
    "surface",
    "start",
    "end",
    "type",
    "reference",
    "number",
    "number_year",
    "symbol",
    "issued",
    "issued_resolved",
    "issuer",
    "issuer_from",
    "pinpoints",
    "attachment_type",
    "attachment_title",
    "relation",
    "about",
    "status",
    "cited",
    "cited_anchor",
    "candidates",
)

# Objects whose keys become columns; the schema of the contract names their keys.
_OBJECTS = ("signer", "original", "source", "attachment")


def flat(row: Row, columns: Iterable[Column]) -> list[object]:
    """Return the values of ``row`` in the order of ``columns``; lists stay lists."""
    spread = dict(row)
    for name in _OBJECTS:
        inner = row.get(name)
        if isinstance(inner, dict):
            spread |= {f"{name}_{key}": value for key, value in inner.items()}
    return [spread.get(column.name) for column in columns]
