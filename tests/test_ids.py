"""Published URLs never die: aliases, tombstones, and the command that writes them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.helpers import files_of, make_archive, put
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


@pytest.mark.parametrize(
    "keep_back", [lambda text: f"---\npublish: false\n---\n{text}", lambda text: f"MẬT\n\n{text}"]
)
def test_what_only_a_withheld_letter_cited_is_never_suggested(
    folder: Path, keep_back: Callable[[str], str], capsys: pytest.CaptureFixture[str]
) -> None:
    put(folder, "a.txt", letter(5))
    text = letter(6, "1. Theo Quyết định số 7654/QĐ-UBND ngày 03/02/2021./.")
    path = put(folder, "b.txt", text)
    build(folder)
    assert (folder / "site/van-ban/2021/7654-qd-ubnd.html").exists()
    path.write_text(keep_back(text), encoding="utf-8")
    capsys.readouterr()
    assert main(["ids", "--config", str(folder / "archive.yml")]) == 0
    _update(folder)
    build(folder)
    assert "7654" not in "".join(capsys.readouterr())
    for name, data in files_of(folder).items():
        assert name.startswith("corpus/letters/") or b"7654" not in data, name


def test_an_address_that_changes_twice_forwards_to_the_last(folder: Path) -> None:
    path = put(folder, "a.txt", letter(5))
    for year in (2023, 2024):
        build(folder)
        path.write_text(letter(5).replace("năm 2022", f"năm {year}"), encoding="utf-8")
        _update(folder)
    assert build(folder, "--strict") == 0
    for year in (2022, 2023):
        old = (folder / f"site/van-ban/{year}/05-ubnd-th.html").read_text(encoding="utf-8")
        assert "url=../2024/05-ubnd-th.html" in old
    put(folder, "b.txt", letter(6))
    path.unlink()
    _update(folder)
    assert build(folder, "--strict") == 0
    for year in (2022, 2023, 2024):
        old = (folder / f"site/van-ban/{year}/05-ubnd-th.html").read_text(encoding="utf-8")
        assert "đã được gỡ" in old


@pytest.mark.parametrize(
    "known",
    [
        "tombstones:\n- 2021/01-ubnd-th\n",
        "tombstones:  # đã gỡ\n    # sổ 2021\n    - 2021/01-ubnd-th\naliases: {}\n",
        "aliases:\n    2021/02-ubnd-th: 2022/05-ubnd-th\n",
        "# chưa có gì\n",
    ],
)
def test_lines_are_added_in_the_form_of_those_there(folder: Path, known: str) -> None:
    path = put(folder, "a.txt", letter(5))
    gone = put(folder, "b.txt", letter(6))
    (folder / "corpus/registry/ids.yml").write_text(known, encoding="utf-8")
    build(folder)
    path.write_text(letter(5).replace("năm 2022", "năm 2023"), encoding="utf-8")
    gone.unlink()
    assert _update(folder) == 0
    assert all(line in _ids(folder) for line in known.splitlines() if "{}" not in line)
    assert build(folder, "--strict") == 0
    assert (folder / "site/van-ban/2022/05-ubnd-th.html").exists()
    assert (folder / "site/van-ban/2022/06-ubnd-th.html").exists()


def test_a_file_that_lines_cannot_be_added_to_stays(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(folder, "a.txt", letter(5))
    gone = put(folder, "b.txt", letter(6))
    flow = "tombstones: [2021/01-ubnd-th]\n"
    (folder / "corpus/registry/ids.yml").write_text(flow, encoding="utf-8")
    build(folder)
    gone.unlink()
    assert _update(folder) == 2
    assert _ids(folder) == flow
    assert "2022/06-ubnd-th" in capsys.readouterr().err


@pytest.mark.parametrize("wrong", ["../../ngoai", "2021", "/etc/x", "2021/01-UBND", "2021/../x"])
def test_an_id_is_never_a_path_elsewhere(folder: Path, wrong: str) -> None:
    put(folder, "a.txt", letter(5))
    for text in (f"tombstones: [{wrong}]\n", f"aliases: {{{wrong}: 2022/05-ubnd-th}}\n"):
        (folder / "corpus/registry/ids.yml").write_text(text, encoding="utf-8")
        assert build(folder) == 2


def test_a_stub_that_gains_its_year_forwards(folder: Path) -> None:
    put(folder, "a.txt", letter(5, "1. Theo Quyết định số 7/QĐ-UBND./."))
    build(folder)
    assert (folder / "site/van-ban/khong-ro-nam/07-qd-ubnd.html").exists()
    put(folder, "b.txt", letter(6, "1. Theo Quyết định số 7/QĐ-UBND ngày 03/02/2021./."))
    _update(folder)
    assert build(folder) == 0
    old = (folder / "site/van-ban/khong-ro-nam/07-qd-ubnd.html").read_text(encoding="utf-8")
    assert "2021/07-qd-ubnd.html" in old


def _about(number: int, subject: str) -> str:
    return letter(number).replace("V/v thử nghiệm", f"V/v {subject}")


def test_a_list_of_subject_words_stays_once_it_was_published(folder: Path) -> None:
    list_page = folder / "site/danh-sach/tu-ngu/dao-tao-nghe.html"
    put(folder, "1.txt", _about(1, "đào tạo nghề"))
    put(folder, "2.txt", _about(2, "đào tạo nghề"))
    build(folder)
    assert list_page.is_file()
    # The longer phrase takes the shorter one in, whose list would go.
    for number in range(3, 9):
        put(folder, f"{number}.txt", _about(number, "đào tạo nghề nông nghiệp"))
    assert main(["ids", "--config", str(folder / "archive.yml")]) == 1
    assert _update(folder) == 0
    assert "subjects:\n  - dao-tao-nghe\n" in _ids(folder)
    assert build(folder, "--strict") == 0
    text = list_page.read_text(encoding="utf-8")
    assert all(f"van-ban/2022/0{number}-ubnd-th.html" in text for number in range(1, 9))
    assert (folder / "site/danh-sach/tu-ngu/dao-tao-nghe-nong-nghiep.html").is_file()
    # Where no subject has the words any more there is nothing to show, and nothing is said of it.
    for number in range(1, 9):
        put(folder, f"{number}.txt", _about(number, "phòng chống dịch"))
    build(folder)
    assert not list_page.exists()


def test_words_of_withheld_letters_are_never_suggested(folder: Path) -> None:
    for number in (1, 2, 3, 4):
        put(folder, f"{number}.txt", _about(number, "mua sắm thiết bị"))
    build(folder)
    assert (folder / "site/danh-sach/tu-ngu/mua-sam-thiet-bi.html").is_file()
    # One letter of the list is left: that it had others nothing tells.
    for number in (1, 2, 3):
        text = _about(number, "mua sắm thiết bị")
        put(folder, f"{number}.txt", "---\npublish: false\n---\n" + text)
    assert build(folder, "--strict") == 0
    assert _update(folder) == 0
    assert "mua-sam-thiet-bi" not in _ids(folder)
    assert not (folder / "site/danh-sach/tu-ngu/mua-sam-thiet-bi.html").exists()


def test_a_law_cited_by_name_forwards_when_its_number_becomes_known(folder: Path) -> None:
    put(folder, "a.txt", letter(5, "1. Theo Luật Lưu trữ năm 2011./."))
    build(folder)
    assert (folder / "site/van-ban/2011/luat-luu-tru.html").exists()
    put(folder, "b.txt", letter(6, "1. Theo Luật Lưu trữ số 01/2011/QH13./."))
    assert _update(folder) == 0
    assert "2011/luat-luu-tru: 2011/01-2011-qh13" in _ids(folder)
    assert build(folder) == 0
    old = (folder / "site/van-ban/2011/luat-luu-tru.html").read_text(encoding="utf-8")
    assert "url=01-2011-qh13.html" in old
