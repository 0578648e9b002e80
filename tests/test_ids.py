"""Published URLs never die: aliases, tombstones, and the command that writes them."""

from pathlib import Path

import pytest

from tests.helpers import make_archive, put
from tests.test_build import build, letter
from vankho.cli import main


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_archive(tmp_path / "kho")


def _ids(folder: Path) -> str:
    return (folder / "corpus/registry/ids.yml").read_text(encoding="utf-8")


def _update(folder: Path) -> int:
    return main(["ids", "--update", "--config", str(folder / "archive.yml")])


def test_a_corrected_year_forwards(folder: Path) -> None:
    path = put(folder, "a.txt", letter(5))
    build(folder)
    path.write_text(letter(5).replace("năm 2022", "năm 2023"), encoding="utf-8")
    assert main(["ids", "--config", str(folder / "archive.yml")]) == 1
    before = _ids(folder)
    assert _update(folder) == 0
    assert "2022/05-ubnd-th: 2023/05-ubnd-th" in _ids(folder)
    assert before.splitlines()[0] in _ids(folder)  # comments stay
    assert build(folder) == 0
    old = (folder / "site/van-ban/2022/05-ubnd-th.html").read_text(encoding="utf-8")
    assert "url=../2023/05-ubnd-th.html" in old
    assert _update(folder) == 0
    assert _ids(folder).count("2022/05-ubnd-th") == 1


def test_a_letter_taken_away_leaves_a_tombstone(folder: Path) -> None:
    put(folder, "a.txt", letter(5))
    gone = put(folder, "b.txt", letter(6))
    build(folder)
    gone.unlink()
    assert build(folder, "--strict") == 1  # told, and with --strict a finding
    put(folder, "b.txt", letter(6))
    build(folder)
    gone.unlink()
    _update(folder)
    assert build(folder, "--strict") == 0
    page = (folder / "site/van-ban/2022/06-ubnd-th.html").read_text(encoding="utf-8")
    assert "đã được gỡ" in page


def test_a_withheld_letter_is_never_suggested(folder: Path) -> None:
    put(folder, "a.txt", letter(5))
    path = put(folder, "b.txt", letter(6))
    build(folder)
    path.write_text("---\npublish: false\n---\n" + letter(6), encoding="utf-8")
    assert build(folder, "--strict") == 0
    assert _update(folder) == 0
    assert "06-ubnd-th" not in _ids(folder)


def test_a_stub_that_gains_its_year_forwards(folder: Path) -> None:
    put(folder, "a.txt", letter(5, "1. Theo Quyết định số 7/QĐ-UBND./."))
    build(folder)
    assert (folder / "site/van-ban/khong-ro-nam/07-qd-ubnd.html").exists()
    put(folder, "b.txt", letter(6, "1. Theo Quyết định số 7/QĐ-UBND ngày 03/02/2021./."))
    _update(folder)
    assert build(folder) == 0
    old = (folder / "site/van-ban/khong-ro-nam/07-qd-ubnd.html").read_text(encoding="utf-8")
    assert "2021/07-qd-ubnd.html" in old
