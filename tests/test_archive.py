"""The test archive, whose letters cite each other's points, against its truth."""

import json
import shutil
from pathlib import Path

import pytest

from tests.helpers import (
    TESTS,
    Understood,
    by_surface,
    citation_value,
    differences,
    files_of,
    make_archive,
    metadata_value,
    resolution_value,
    understood,
)
from vankho.cli import main
from vankho.model.finding import Code
from vankho.model.letter import Level
from vankho.registry.registry import Registry

TRUTH = json.loads((TESTS / "archive" / "truth.json").read_text(encoding="utf-8"))
LETTERS = TRUTH["letters"]
IDS = [letter["id"] for letter in LETTERS]
HEADS = {Level.ATTACHMENT, Level.ANNEX}


@pytest.fixture(scope="module")
def archive(known: Registry) -> Understood:
    return understood(TESTS / "archive" / "corpus", known)


@pytest.mark.parametrize("truth", LETTERS, ids=IDS)
def test_metadata(truth: dict, archive: Understood) -> None:
    metadata = archive.letters[truth["file"].removeprefix("corpus/")].metadata
    assert differences(metadata_value(metadata, truth["metadata"]), truth["metadata"]) == {}


@pytest.mark.parametrize("truth", LETTERS, ids=IDS)
def test_points(truth: dict, archive: Understood) -> None:
    letter = archive.letters[truth["file"].removeprefix("corpus/")]
    points = [b.anchor for b in letter.points() if b.path[-1].level not in HEADS]
    assert points == [point["anchor"] for point in truth["points"]]


@pytest.mark.parametrize("truth", LETTERS, ids=IDS)
def test_citations(truth: dict, archive: Understood) -> None:
    found = archive.archive.resolutions[truth["id"]]
    for want in truth["citations"]:
        resolution = by_surface(found, want["surface"], want["anchor"])
        assert resolution is not None, (want["surface"], want["anchor"])
        got = citation_value(resolution.citation) | resolution_value(resolution)
        if want["status"] == "self":
            # What a letter says of itself needs no number: it is the letter's own.
            got = {key: got[key] for key in ("surface", "pinpoints", "relation", "status", "cited")}
        got["cited_anchor"] = resolution.anchor
        assert differences(got, want) == {}, want["surface"]
    assert len(found) == len(truth["citations"])


def test_findings_name_the_citing_place(archive: Understood) -> None:
    found = [
        (path, item.code, dict(item.details).get("pinpoint") or dict(item.details).get("surface"))
        for path, items in archive.archive.findings.items()
        for item in items
    ]
    path = "letters/2022/2954-snv-cchc.txt"
    assert found == [
        (path, Code.CITATION_AMBIGUOUS, "Công văn số 457/UBND-TTHC"),
        (path, Code.CITATION_POINT_MISSING, "khoản 9"),
    ]


def _page(built: Path, document_id: str) -> str:
    return (built / "site" / "van-ban" / f"{document_id}.html").read_text(encoding="utf-8")


def test_a_pinpoint_leads_to_the_point(built: Path) -> None:
    page = _page(built, "2021/498-ubnd-tthc") + _page(built, "2022/1873-ubnd-tthc")
    assert "5127-ubnd-kstthc.html#khoan-3-diem-d" in page
    assert 'id="khoan-3-diem-d"' in _page(built, "2020/5127-ubnd-kstthc")


def test_a_point_that_is_missing_leads_to_the_page(built: Path) -> None:
    page = _page(built, "2022/2954-snv-cchc")
    assert 'href="1873-ubnd-tthc.html"' in page
    assert (
        "1873-ubnd-tthc.html#"
        not in page.partition("data-letter-text")[2].partition('id="vien-dan"')[0]
    )


def test_two_candidates_give_an_ambiguous_page(built: Path) -> None:
    assert "so/457-ubnd-tthc.html" in _page(built, "2022/2954-snv-cchc")
    page = (built / "site" / "so" / "457-ubnd-tthc.html").read_text(encoding="utf-8")
    assert "van-ban/2021/457-ubnd-tthc.html" in page
    assert "van-ban/2022/457-ubnd-tthc.html" in page
    assert "2022/2954-snv-cchc.html#" in page


def test_a_number_of_one_document_forwards(built: Path) -> None:
    page = (built / "site" / "so" / "5127-ubnd-kstthc.html").read_text(encoding="utf-8")
    assert 'http-equiv="refresh" content="0; url=../van-ban/2020/5127-ubnd-kstthc.html"' in page


def test_a_correction_shows_on_the_corrected_letter(built: Path) -> None:
    corrected = _page(built, "2021/457-ubnd-tthc")
    banner = corrected.partition('class="vk-bao"')[2].partition("</div>")[0]
    assert "498-ubnd-tthc.html" in banner


def test_a_stub_becomes_the_letter_at_the_same_url(tmp_path: Path) -> None:
    folder = make_archive(tmp_path / "kho", TESTS / "archive" / "corpus")
    config = ["--config", str(folder / "archive.yml")]
    page = folder / "site" / "van-ban" / "2021" / "1688-ubnd-tthc.html"
    assert main(["build", *config]) == 0
    stub = page.read_text(encoding="utf-8")
    assert "data-letter-text" not in stub
    shutil.copytree(TESTS / "archive" / "late", folder / "corpus", dirs_exist_ok=True)
    assert main(["build", *config]) == 0
    letter = page.read_text(encoding="utf-8")
    assert "data-letter-text" in letter
    for citing in ("2041-ubnd-tthc", "3385-ubnd-tthc"):
        assert f"{citing}.html#" in stub
        assert f"{citing}.html#" in letter
    citing = (page.parent / "2041-ubnd-tthc.html").read_text(encoding="utf-8")
    assert "1688-ubnd-tthc.html#khoan-2-diem-b" in citing


def test_secret_and_withheld_letters_leave_no_trace(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = make_archive(
        tmp_path / "kho", TESTS / "archive" / "corpus", TESTS / "archive" / "secret"
    )
    code = main(["build", "--config", str(folder / "archive.yml")])
    assert code == 1  # the archivist is told
    told = capfd.readouterr()
    markers = [marker for letter in TRUTH["secret"] for marker in letter["markers"]]
    paths = [Path(letter["file"]).name for letter in TRUTH["secret"]]
    for marker in markers:
        assert marker.lower() not in (told.out + told.err).lower()
    for name in [*markers, *paths, *(Path(p).stem for p in paths)]:
        for path, data in files_of(folder).items():
            if path.startswith("corpus/"):
                continue
            assert name.lower().encode() not in data.lower(), (name, path)
            assert name.lower() not in path.lower()
    # Those marked secret are named on the terminal, by file and hash; withheld ones nowhere.
    assert "77-ubnd-nc.txt" in told.out
    assert "903-snv-tcbc" not in told.out + told.err


def test_same_bytes_twice(built: Path, tmp_path: Path) -> None:
    folder = make_archive(tmp_path / "elsewhere", TESTS / "archive" / "corpus")
    assert main(["build", "--config", str(folder / "archive.yml")]) == 0
    assert files_of(folder / "site") == files_of(built / "site")
    assert files_of(folder / "docs") == files_of(built / "docs")
