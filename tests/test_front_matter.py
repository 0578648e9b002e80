"""What an archivist states at the head of a file."""

import hashlib
import json
from pathlib import Path

import pytest

from tests.helpers import make_archive, put
from tests.test_build import build, letter
from vankho.model.finding import Code
from vankho.registry.registry import Registry
from vankho.stages.parse import parse
from vankho.stages.read import read_bytes


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_archive(tmp_path / "kho")


def _row(folder: Path, document_id: str) -> dict:
    for path in (folder / "site/data/documents").glob("*.ndjson"):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row["id"] == document_id:
                return row
    raise AssertionError(document_id)


def test_stated_fields_win_and_are_shown_as_stated(folder: Path) -> None:
    head = "---\nsubject: Trích yếu do người lưu trữ khai\nissued: 2021-02-03\nsigner: {position: CHỦ TỊCH, name: Lê Văn Khai}\n---\n"
    put(folder, "a.txt", head + letter(5))
    assert build(folder) == 0
    row = _row(folder, "2021/05-ubnd-th")
    assert row["subject"] == "Trích yếu do người lưu trữ khai"
    assert row["issued"] == "2021-02-03"
    assert row["signer"]["name"] == "Lê Văn Khai"
    assert row["stated"] == ["issued", "subject", "signer"]
    page = (folder / "site/van-ban/2021/05-ubnd-th.html").read_text(encoding="utf-8")
    assert "người lưu trữ" in page.replace("Trích yếu do người lưu trữ khai", "")


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("symbol: TB-UBND", "Thông báo"),
        ("symbol: TB-UBND\ntype: Kết luận", "Kết luận"),
        ("symbol: UBND-NC", "Công văn"),
        ("number: 7", "Công văn"),
    ],
)
def test_the_type_follows_a_stated_symbol_unless_it_is_stated(
    head: str, kind: str, known: Registry
) -> None:
    text = f"---\n{head}\n---\n{letter(5)}"
    assert parse(read_bytes(text.encode(), "a.txt"), known).metadata.type == kind


def test_a_printed_type_stays_with_a_stated_symbol(known: Registry) -> None:
    text = letter(5).replace("V/v", "THÔNG BÁO\nV/v", 1)
    assert parse(read_bytes(text.encode(), "a.txt"), known).metadata.type == "Thông báo"
    stated = f"---\nsymbol: KH-UBND\n---\n{text}"
    assert parse(read_bytes(stated.encode(), "a.txt"), known).metadata.type == "Thông báo"


def _codes(text: str) -> list[Code]:
    return [item.code for item in read_bytes(text.encode(), "a.txt").findings]


@pytest.mark.parametrize(
    "head",
    [
        "subjectt: x", "issued: hôm qua", "number: [1]", "publish: có lẽ", "subject: a\nsubject: b", "a: [",
        "!!python/object/apply:os.system ['true']", "original: {a: 1}", "signer: {ten: A}", "replace: [{from: ''}]",
        "number_year: 22", "number_year: 99999", "issued: 0032-04-05",
    ],
)  # fmt: skip
def test_front_matter_that_cannot_be_used_is_told(head: str) -> None:
    assert set(_codes(f"---\n{head}\n---\n{letter()}")) == {Code.FRONT_MATTER}


def test_a_likely_key_is_named() -> None:
    (found,) = read_bytes(f"---\nsubjectt: x\n---\n{letter()}".encode(), "a.txt").findings
    assert "“subject”" in dict(found.details)["why"]


@pytest.mark.parametrize(
    "text",
    ["---\n", "--- \nxin chào\n---\nchữ\n", "---\n- a\n- b\n---\nchữ\n", "------\nSố: 1/UBND\n"],
)
def test_ruled_lines_are_part_of_the_letter(text: str) -> None:
    source = read_bytes(text.encode(), "a.txt")
    assert source.start == 0
    assert Code.FRONT_MATTER not in [item.code for item in source.findings]


def test_original_is_published_with_size_and_hash(folder: Path) -> None:
    data = b"%PDF-1.7 scan"
    (folder / "corpus/originals").mkdir()
    (folder / "corpus/originals/quet.pdf").write_bytes(data)
    put(folder, "a.txt", "---\noriginal: quet.pdf\n---\n" + letter(5))
    assert build(folder) == 0
    row = _row(folder, "2022/05-ubnd-th")
    assert row["original"] == {
        "url": "ban-goc/2022/05-ubnd-th.pdf", "size": len(data), "sha256": hashlib.sha256(data).hexdigest(),
    }  # fmt: skip
    assert (folder / "site/ban-goc/2022/05-ubnd-th.pdf").read_bytes() == data


@pytest.mark.parametrize(
    "name",
    [
        "../../etc/passwd",
        "/etc/passwd",
        "khong-co.pdf",
        "a.html",
        "thu-muc",
        "lien-ket.pdf",
        "x\\0y",
    ],
)
def test_original_stays_inside_and_harmless(folder: Path, name: str) -> None:
    originals = folder / "corpus/originals"
    (originals / "thu-muc").mkdir(parents=True)
    (originals / "a.html").write_text("<script>alert(1)</script>")
    (originals / "lien-ket.pdf").symlink_to("/etc/hostname")
    put(folder, "a.txt", f'---\noriginal: "{name}"\n---\n' + letter(5))
    assert build(folder) == 1
    assert not (folder / "site/ban-goc").exists()


def test_transcription_fixes_are_shown_and_read(folder: Path) -> None:
    head = '---\nreplace:\n  - {from: "số O9/QĐ-TTg", to: "số 09/QĐ-TTg", note: OCR}\n---\n'
    put(folder, "a.txt", head + letter(5, "1. Theo Quyết định số O9/QĐ-TTg ngày 05/4/2021./."))
    assert build(folder) == 0
    page = (folder / "site/van-ban/2022/05-ubnd-th.html").read_text(encoding="utf-8")
    text = page.partition("data-letter-text")[2]
    assert "O9/QĐ-TTg" in text  # what was issued stays
    assert "09/QĐ-TTg" in page


@pytest.mark.parametrize("wrong", ["không có câu này", "Sở Nội vụ"])
def test_a_fix_must_match_exactly_once(folder: Path, wrong: str) -> None:
    head = f'---\nreplace:\n  - {{from: "{wrong}", to: "x"}}\n---\n'
    put(folder, "a.txt", head + letter(5, "1. Giao Sở Nội vụ thực hiện./."))
    assert build(folder) == 1


def test_two_texts_for_one_document_are_both_named_and_published(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(folder, "a.txt", letter(5, "1. Bản thứ nhất./."))
    put(folder, "b.txt", letter(5, "1. Bản thứ hai./."))
    assert build(folder) == 1
    told = capsys.readouterr().out
    assert "a.txt" in told
    assert "b.txt" in told
    pages = [
        p.read_text(encoding="utf-8")
        for p in (folder / "site/van-ban/2022").glob("05-ubnd-th*.html")
    ]
    assert any("Bản thứ nhất" in page for page in pages)
    assert any("Bản thứ hai" in page for page in pages)
