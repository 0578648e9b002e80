import json
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.exports.archives import ISSUER, SUBJECT, Exported
from tests.exports.test_letters import rows
from vankho.errors import CannotGoOnError
from vankho.stages.exports.database import PATH, write_database

HOSTILE = "2022/77-ubnd-th--so-b-y-te-b-de-an"
FIND = "SELECT id FROM documents WHERE rowid IN (SELECT rowid FROM documents_fts WHERE documents_fts MATCH ?)"


@pytest.fixture
def database(exported: Exported) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(f"file:{exported.site / PATH}?mode=ro", uri=True)) as connection:
        yield connection


def test_it_is_sound(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []


def test_the_index_fits_its_table(exported: Exported, tmp_path: Path) -> None:
    copy = shutil.copy(exported.site / PATH, tmp_path / "copy.sqlite")
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute(
            "INSERT INTO documents_fts(documents_fts, rank) VALUES ('integrity-check', 1)"
        )


def test_rows_are_those_of_the_data(database: sqlite3.Connection, exported: Exported) -> None:
    documents = database.execute(
        "SELECT id, held, subject, addressees, signer_name, cited_by FROM documents"
    ).fetchall()
    assert documents == [
        (
            row["id"],
            row["held"],
            row["subject"],
            json.dumps(row["addressees"], ensure_ascii=False),
            row["signer"]["name"] if row["signer"] else None,
            row["cited_by"],
        )
        for row in rows(exported, "documents")
    ]
    citations = database.execute('SELECT citing, start, "end", cited, status FROM citations')
    assert citations.fetchall() == [
        (row["citing"], row["start"], row["end"], row["cited"], row["status"])
        for row in rows(exported, "citations")
    ]


@pytest.mark.parametrize(
    "query", ["đề án", "de an", "ĐỀ ÁN", "de án", "đe an"], ids=lambda query: query.encode().hex()
)
def test_marks_matter_to_no_query(query: str, database: sqlite3.Connection) -> None:
    found = {row[0] for row in database.execute(FIND, (query,))}
    assert HOSTILE in found


@pytest.mark.parametrize("query", ['"5127/UBND-KSTTHC"', "5127", "bui ngoc dang"])
def test_numbers_and_signers_are_found(query: str, database: sqlite3.Connection) -> None:
    assert database.execute(FIND, (query,)).fetchall()


def test_hostile_text_is_text(database: sqlite3.Connection) -> None:
    (subject,) = database.execute(
        "SELECT subject FROM documents WHERE issuer = ?", (ISSUER,)
    ).fetchone()
    assert subject.startswith(SUBJECT)


def test_lists_are_json(database: sqlite3.Connection) -> None:
    found = database.execute(
        "SELECT value FROM documents, json_each(documents.addressees) WHERE issuer = ?", (ISSUER,)
    ).fetchall()
    assert found[0] == ("=1+1",)


def test_what_sqlite_cannot_write_is_told(tmp_path: Path) -> None:
    with pytest.raises(CannotGoOnError):
        write_database(tmp_path)


def test_nothing_is_left_beside_it(exported: Exported) -> None:
    assert [p.name for p in (exported.site / "data").glob("*.sqlite*")] == ["vankho.sqlite"]


def datasette(exported: Exported, path: str) -> dict:
    # A process of its own: its imports warn, and warnings are errors here.
    command = [sys.executable, "-m", "datasette", str(exported.site / PATH), "--get", path]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    return json.loads(done.stdout)


def test_datasette_opens_it(exported: Exported) -> None:
    tables = {t["name"]: t for t in datasette(exported, "/vankho.json")["tables"]}
    assert tables["documents"]["count"] == len(exported.graph.nodes)
    assert tables["documents"]["fts_table"] == "documents_fts"
    assert {key["column"] for key in tables["citations"]["foreign_keys"]["outgoing"]} == {
        "citing",
        "cited",
        "about",
    }


@pytest.mark.parametrize("query", ["de+an", "%C4%91%E1%BB%81+%C3%A1n"], ids=["bare", "marked"])
def test_datasette_searches_it(query: str, exported: Exported) -> None:
    found = datasette(exported, f"/vankho/documents.json?_search={query}&_shape=array")
    assert ISSUER in {row["issuer"] for row in found}
