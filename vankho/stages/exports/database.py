"""SQLite: the documents and citations as tables, with a full-text index that needs no accents.

Made for ``datasette data/vankho.sqlite`` and for anyone's SQL. The same rows give the same
bytes with the same SQLite library (its version stands in the file's header).
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from vankho.errors import CannotGoOnError
from vankho.stages.exports.columns import CITATIONS, DOCUMENTS, Column, flat
from vankho.stages.exports.rows import Row, citations, documents
from vankho.text.fold import fold

PATH = "data/vankho.sqlite"

_SEARCHED = ("type", "reference", "issuer", "subject", "addressees", "drafting_unit", "signer_name")
_WORDS = tuple(column for column in DOCUMENTS if column.name in _SEARCHED)
_REFERENCES = {"citing", "cited", "about"}

# A query is searched in both spellings: "de an" finds "Đề án" by the folded column, "Đề án"
# by the printed ones, since the tokenizer takes off marks but keeps đ.
_INDEX = f"""
CREATE VIRTUAL TABLE documents_fts USING fts5(
  {", ".join(_SEARCHED)}, folded,
  content="documents", tokenize='unicode61 remove_diacritics 2'
);
INSERT INTO documents_fts(documents_fts) VALUES ('rebuild');
INSERT INTO documents_fts(documents_fts) VALUES ('optimize');
CREATE INDEX documents_issued ON documents(issued);
CREATE INDEX documents_issuer ON documents(issuer);
CREATE INDEX citations_citing ON citations(citing);
CREATE INDEX citations_cited ON citations(cited);
"""  # noqa: S608 - our own names


def write_database(site: Path) -> None:
    """Write ``data/vankho.sqlite`` anew from the data files.

    Tables ``documents`` (key ``id``; column ``folded``: what is searched, without marks),
    ``citations`` (key ``rowid``, in order of the text) and ``documents_fts``. Lists and
    pinpoints are JSON, for SQLite's ``json_each``.

    Raises:
        CannotGoOnError: SQLite cannot write it, or was built without FTS5.
    """
    path = site / PATH
    fresh = path.with_name(path.name + ".new")
    # A file written over keeps free pages with old text in them; a fresh one has none.
    fresh.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(fresh, isolation_level=None)) as connection:
            _fill(connection, site)
    except sqlite3.Error as error:
        fresh.unlink(missing_ok=True)
        raise CannotGoOnError(f"SQLite không ghi được {PATH}: {error}") from error
    fresh.replace(path)


def _fill(connection: sqlite3.Connection, site: Path) -> None:
    # No journal: a build that dies leaves a file that nothing has published.
    connection.executescript(
        "PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
        + _table("documents", (*DOCUMENTS, Column("folded")))
        + _table("citations", CITATIONS)
    )
    connection.execute("BEGIN")
    _insert(connection, "documents", len(DOCUMENTS) + 1, _documents(site))
    _insert(connection, "citations", len(CITATIONS), _citations(site))
    connection.execute("COMMIT")
    connection.executescript(f"BEGIN; {_INDEX} COMMIT;")


def _table(name: str, columns: Iterable[Column]) -> str:
    return f"CREATE TABLE {name} ({', '.join(map(_column, columns))});\n"


def _column(column: Column) -> str:
    words = [f'"{column.name}"', column.kind]
    if column.name == "id":
        words.append("PRIMARY KEY NOT NULL")
    elif column.name in _REFERENCES:
        words.append("REFERENCES documents(id)")
    return " ".join(words)


def _insert(
    connection: sqlite3.Connection, table: str, width: int, rows: Iterable[list[object]]
) -> None:
    blanks = ", ".join("?" * width)
    connection.executemany(f"INSERT INTO {table} VALUES ({blanks})", rows)  # noqa: S608 - our names


def _documents(site: Path) -> Iterator[list[object]]:
    for row in documents(site):
        searched = " ".join(_words(row))
        yield [*_values(row, DOCUMENTS), fold(searched)]


def _words(row: Row) -> Iterator[str]:
    for value in flat(row, _WORDS):
        if isinstance(value, list):
            yield from map(str, value)
        elif value is not None:
            yield str(value)


def _citations(site: Path) -> Iterator[list[object]]:
    return (_values(row, CITATIONS) for row in citations(site))


def _values(row: Row, columns: Iterable[Column]) -> list[object]:
    return [
        json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else value
        for value in flat(row, columns)
    ]
