"""``vankho extract``: a draft on a clerk's desk against the archive."""

import json
from pathlib import Path

import pytest

from tests.helpers import ROOT
from vankho.cli import main

CONFIG = ["--config", str(ROOT / "archive.yml")]


def _rows(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, *options: str
) -> list[dict]:
    draft = tmp_path / "draft.txt"
    draft.write_text(text, encoding="utf-8")
    assert main(["extract", *CONFIG, "--json", *options, str(draft)]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_rows_follow_the_form_of_citations(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (
        "Theo điểm a khoản 3 Công văn số 972/UBND-KSTTHC ngày 11/3/2021 và Quyết định số 9/QĐ-TTg."
    )
    held, stub = _rows(tmp_path, capsys, text)
    assert (held["status"], held["cited"], held["cited_anchor"]) == (
        "resolved", "2021/972-ubnd-kstthc", "khoan-3-diem-a",
    )  # fmt: skip
    assert (stub["status"], stub["cited"]) == ("stub", "khong-ro-nam/09-qd-ttg")
    assert "citing" not in held
    assert "anchor" not in held
    schema = json.loads((ROOT / "vankho/schema/citations.json").read_text(encoding="utf-8"))
    assert set(held) == set(schema["properties"]) - {"citing", "anchor"}
    for row in (held, stub):
        printed = text[row["start"] : row["end"]]
        assert printed == row["surface"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Luật Đấu thầu số 22/2023/QH15 có hiệu lực; hướng dẫn thi hành Luật này ban hành sau.", "stub"),
        ("Nghị định số 30/2020/NĐ-CP và Nghị định số 45/2020/NĐ-CP; trái với Nghị định này.", None),
        ("Quyết định số 12/2019/QĐ-UBND hết hiệu lực kể từ ngày Quyết định này có hiệu lực.", "self"),
    ],
)  # fmt: skip
def test_a_draft_is_no_law_itself(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, status: str | None
) -> None:
    rows = [row for row in _rows(tmp_path, capsys, text) if row["surface"].endswith(" này")]
    assert [row["status"] for row in rows] == ([status] if status else [])


def test_several_points_lead_each_to_its_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "điểm a, c khoản 3 Công văn số 972/UBND-KSTTHC ngày 11/3/2021"
    (row,) = _rows(tmp_path, capsys, text)
    assert row["pinpoints"] == [{"clause": "3", "point": ["a", "c"]}]
    assert row["cited_anchor"] == "khoan-3-diem-a"


@pytest.mark.parametrize(
    ("options", "issuer"),
    [
        ((), "Ủy ban nhân dân tỉnh Quảng Ngãi"),
        (("--issuer", "Ủy ban nhân dân tỉnh Lào Cai"), "Ủy ban nhân dân tỉnh Lào Cai"),
    ],
)
def test_whose_draft_it_is_decides_what_ubnd_means(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], options: tuple[str, ...], issuer: str
) -> None:
    (row,) = _rows(tmp_path, capsys, "theo Công văn số 77/UBND-TH ngày 05/4/2022", *options)
    assert row["issuer"] == issuer


def test_disagreement_with_the_archive_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text("theo khoản 9 Công văn số 972/UBND-KSTTHC ngày 12/3/2021", encoding="utf-8")
    assert main(["extract", *CONFIG, "--date", "2020-01-01", str(draft)]) == 0
    told = capsys.readouterr().err
    assert "[citation-date-mismatch]" in told
    assert "[citation-point-missing]" in told


def test_explain(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--explain", "secret"]) == 0
    assert "secret" in capsys.readouterr().out
