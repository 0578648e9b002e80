"""The index of a site that is built again: taken over where nothing changed, never trusted."""

import re
from pathlib import Path

import pytest

from tests.helpers import ROOT, files_of, make_archive, put
from tests.test_build import build, letter
from vankho.search import build as index
from vankho.search import segment


def _index(site: Path) -> dict[str, bytes]:
    return {name: data for name, data in files_of(site).items() if name.startswith("search/")}


def _put(folder: Path, number: int, body: str = "") -> None:
    text = letter(number, body or f"1. Giao Sở Nội vụ thực hiện việc thứ {number}./.")
    put(folder, f"2022/{number}.txt", text)


def _clean(folder: Path, tmp_path: Path) -> dict[str, bytes]:
    """The index of the same letters, built where no site was before."""
    assert build(folder, "--site", str(tmp_path / "clean")) == 0
    return _index(tmp_path / "clean")


def test_a_second_build_takes_over_what_has_not_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make_archive(tmp_path / "kho")
    for number in range(1, 4):
        _put(folder, number)
    assert build(folder) == 0
    before = _index(folder / "site")
    built: list[int] = []
    real = segment.build_segment

    def counted(*values):
        built.append(1)
        return real(*values)

    monkeypatch.setattr(index, "build_segment", counted)
    assert build(folder) == 0
    assert not built
    assert _index(folder / "site") == before
    _put(folder, 4, "1. Việc xyzzy./.")
    assert build(folder) == 0
    assert built
    assert _index(folder / "site") == _clean(folder, tmp_path)


def test_a_letter_taken_back_leaves_nothing(tmp_path: Path) -> None:
    folder = make_archive(tmp_path / "kho")
    for number in range(1, 4):
        _put(folder, number)
    assert build(folder) == 0
    put(folder, "2022/3.txt", "---\npublish: false\n---\n" + letter(3))
    assert build(folder) == 0
    after = _index(folder / "site")
    assert after == _clean(folder, tmp_path)


def test_the_client_reads_the_form_that_is_written() -> None:
    script = (ROOT / "theme/assets/search/archive.js").read_text(encoding="utf-8")
    assert re.findall(r"const FORMAT = (\d+);", script) == [str(index.FORMAT)]
