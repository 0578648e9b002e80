"""Releasing a letter held back as secret by mistake: for these bytes, by a decision, or not at all."""

import hashlib
import json
from pathlib import Path

import pytest

from tests.helpers import files_of, make_archive, put
from tests.test_build import build, letter

NAME = "2022/25.txt"
MARKED = letter(25, "1. Quavkrimdel giao việc./.").replace("V/v thử", "MẶT\n\nV/v thử", 1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = make_archive(tmp_path / "kho")
    put(made, "2022/1.txt", letter())
    put(made, NAME, MARKED)
    return made


def _release(folder: Path, text: str = MARKED, **changed: str) -> None:
    entry = {
        "file": f"letters/{NAME}",
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "by": "Nguyễn Văn Thử",
        "date": "2022-05-06",
        "why": "Đối chiếu bản gốc, là tên người nhận",
    } | changed
    lines = [f"{key}: {value}" for key, value in entry.items() if value]
    path = folder / "corpus/registry/releases.yml"
    path.write_text("releases:\n  - " + "\n    ".join(lines) + "\n", encoding="utf-8")


def _codes(out: str) -> set[str]:
    return {code for code in ("secret", "secret-released", "release-lapsed") if f"[{code}]" in out}


def _held_back(folder: Path) -> bool:
    return not any(
        b"quavkrimdel" in data.lower() or "25-ubnd-th" in path
        for path, data in files_of(folder).items()
        if not path.startswith("corpus/")
    )


def test_a_decision_on_these_bytes_releases_and_is_told(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    _release(folder)
    assert build(folder) == 0
    assert _codes(capfd.readouterr().out) == {"secret-released"}
    page = folder / "site/van-ban/2022/25-ubnd-th.html"
    assert "Quavkrimdel" in page.read_text(encoding="utf-8")
    rows = (folder / "build/diagnostics.ndjson").read_text(encoding="utf-8").splitlines()
    (row,) = [row for row in map(json.loads, rows) if row["code"] == "secret-released"]
    assert row["severity"] == "note"
    assert "Nguyễn Văn Thử" in row["message"]


def test_without_one_it_stays_back_whatever_front_matter_says(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    put(folder, NAME, f"---\npublish: true\nignore: [secret]\n---\n{MARKED}")
    assert build(folder) == 1
    assert _codes(capfd.readouterr().out) == {"secret"}
    assert _held_back(folder)


@pytest.mark.parametrize(
    "text",
    [MARKED + " ", MARKED.replace("giao", "trao"), MARKED.replace("MẶT", "MẬT"), f"---\nplace: Huế\n---\n{MARKED}"],
    ids=["blank", "word", "mark", "front matter"],
)  # fmt: skip
def test_another_text_is_another_letter(
    folder: Path, text: str, capfd: pytest.CaptureFixture[str]
) -> None:
    _release(folder)
    assert build(folder) == 0
    capfd.readouterr()
    put(folder, NAME, text)
    assert build(folder) == 1
    assert _codes(capfd.readouterr().out) == {"secret", "release-lapsed"}
    assert _held_back(folder)


def test_a_copy_elsewhere_is_not_released(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (folder / "corpus/letters" / NAME).unlink()
    put(folder, "2022/26.txt", MARKED)
    _release(folder)
    assert build(folder) == 1
    assert _codes(capfd.readouterr().out) == {"secret", "release-lapsed"}
    assert _held_back(folder)


@pytest.mark.parametrize("head", ["publish: false", "secrecy: Mật", "publish: fasle\nx: ["])
def test_what_is_withheld_stays_withheld(folder: Path, head: str) -> None:
    text = f"---\n{head}\n---\n{MARKED}"
    put(folder, NAME, text)
    _release(folder, text)
    build(folder)
    assert _held_back(folder)


@pytest.mark.parametrize(
    "changed",
    [{"sha256": "327d5d82"}, {"by": ""}, {"why": "nhầm"}, {"date": "hôm nay"}, {"publish": "true"}, {"file": ""}],
    ids=str,
)  # fmt: skip
def test_a_careless_decision_stops_the_build(folder: Path, changed: dict[str, str]) -> None:
    _release(folder, **changed)
    assert build(folder) == 2
    assert not (folder / "site").exists()


def test_a_decision_that_was_never_needed_is_harmless(folder: Path) -> None:
    put(folder, NAME, letter(25))
    _release(folder, letter(25))
    assert build(folder) == 0
