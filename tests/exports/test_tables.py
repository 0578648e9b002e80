import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exports.archives import ISSUER, SUBJECT, URL, Exported
from tests.exports.test_letters import rows
from vankho.stages.exports.tables import cell, guarded


def table(exported: Exported, name: str) -> list[dict[str, str]]:
    text = (exported.site / "data" / name).read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("name", ["documents.csv", "citations.csv", "chua-co.csv"])
def test_excel_reads_it(name: str, exported: Exported) -> None:
    data = (exported.site / "data" / name).read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\xef\xbb\xbf") == 1
    assert data.endswith(b"\r\n")
    width = {len(row) for row in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))}
    assert len(width) == 1


@pytest.mark.parametrize(
    ("name", "columns"),
    [
        ("documents", ["id", "held", "reference", "issuer", "issued", "year", "cited_by"]),
        ("citations", ["citing", "start", "end", "reference", "status", "cited", "relation"]),
    ],
)
def test_it_says_what_the_data_say(name: str, columns: list[str], exported: Exported) -> None:
    want = [[str(cell(row[column])) for column in columns] for row in rows(exported, name)]
    found = [[row[column] for column in columns] for row in table(exported, f"{name}.csv")]
    assert found == want


def test_hostile_text_is_one_cell(exported: Exported) -> None:
    row = next(r for r in table(exported, "documents.csv") if r["issuer"] == ISSUER)
    assert row["subject"].startswith(f"'{SUBJECT}")
    assert row["addressees"].startswith("'=1+1 | - Sở Nội vụ | @SUM")


def test_missing_documents_come_by_citations(exported: Exported) -> None:
    found = table(exported, "chua-co.csv")
    assert [row["Mã văn bản"] for row in found] == [n.document.id for n in exported.graph.stubs()]
    numbers = [int(row["Lượt viện dẫn"]) for row in found]
    assert numbers == sorted(numbers, reverse=True)
    assert all(row["Trang"] == f"{URL}van-ban/{row['Mã văn bản']}.html" for row in found)


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("=1+1", "'=1+1"),
        ("+84 255", "'+84 255"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        (" \n=1", " \n'=1"),
        ("\t=1", "\t'=1"),
        ("＝1", "'＝1"),
        ("a;=1", "a;'=1"),
        ('a;"=1', "a;\"'=1"),
        ("'=1", "''=1"),
        ("972/UBND-KSTTHC", "972/UBND-KSTTHC"),
        ("1 = 1", "1 = 1"),
        ("'nháy", "'nháy"),
        ("", ""),
    ],
)
def test_formulas(text: str, want: str) -> None:
    assert guarded(text) == want


STARTS = st.text(st.sampled_from("=+-@'\";\t\r\n ａ＝a1"), max_size=12)


@given(STARTS)
def test_no_cell_begins_with_a_formula(text: str) -> None:
    for part in re.split(r"[;\t]", guarded(text)):
        assert part.strip(' \r\n"')[:1] not in {*"=+-@＝"} - {""}


@given(STARTS)
def test_a_guarded_text_can_be_had_back(text: str) -> None:
    back = re.sub(r"((?:^|[;\t])(?:[^\S\t]|\")*)'(?='*[=+\-@＝＋－＠])", r"\1", guarded(text))
    assert back == text


def test_a_long_run_of_blanks_is_no_trouble() -> None:
    assert len(guarded("\t" * 200_000 + "=")) == 200_002
    assert len(guarded(" ;" * 100_000)) == 200_000


@pytest.mark.parametrize(
    ("value", "want"),
    [
        (None, ""),
        (True, 1),
        (7, 7),
        ([], ""),
        (["a", "b"], "a | b"),
        ([{"article": "5"}], '[{"article": "5"}]'),
        ("a\x00", "a\ufffd"),
    ],
    ids=["nothing", "truth", "number", "none-of-a-list", "list", "objects", "control"],
)
def test_cells(value: object, want: object) -> None:
    assert cell(value) == want
