"""Files that cannot be opened: each is told, and has a page that says so and no more."""

import json
import os
import shutil
from pathlib import Path

import pytest

from tests.helpers import files_of, make_archive, put
from tests.test_build import build, letter

REAL_READ = Path.read_bytes
REAL_SCAN = os.scandir


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = make_archive(tmp_path / "kho")
    put(made, "2022/1.txt", letter())
    return made


@pytest.fixture
def locked(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is named "khoa" cannot be opened; file modes do not bind the tests' own user everywhere."""

    def read(path: Path) -> bytes:
        if path.stem.startswith("khoa") and "letters" in path.parts:
            raise PermissionError(13, "Permission denied", str(path))
        return REAL_READ(path)

    def scan(path: object = ".") -> object:
        if isinstance(path, str) and Path(path).name.startswith("khoa"):
            raise PermissionError(13, "Permission denied", str(path))
        return REAL_SCAN(path)

    monkeypatch.setattr(Path, "read_bytes", read)
    monkeypatch.setattr(os, "scandir", scan)


def _told(folder: Path) -> dict[str, str]:
    lines = (folder / "build/diagnostics.ndjson").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    return {row["path"]: row["message"] for row in rows if row["code"] == "unreadable-file"}


def _page(folder: Path, name: str) -> str:
    path = folder / f"site/van-ban/khong-ro-nam/khong-so-{name}.html"
    return path.read_text(encoding="utf-8")


@pytest.mark.usefixtures("locked")
def test_a_locked_file_has_a_page_and_the_rest_is_built(folder: Path) -> None:
    put(folder, "2022/khoa-kin.txt", letter(2, "1. Lời không ai đọc được./."))
    assert build(folder) == 1
    page = _page(folder, "khoa-kin")
    assert "khoa-kin.txt" in page
    assert "không có quyền đọc" in page
    assert "Permission denied" not in page
    assert "data-letter-text" not in page
    assert '<meta name="robots" content="noindex">' in page
    assert (folder / "site/van-ban/2022/01-ubnd-th.html").exists()
    listed = (folder / "site/danh-sach/chua-doc-duoc.html").read_text(encoding="utf-8")
    assert "khoa-kin.html" in listed
    for page_name in ("index.html", "danh-sach/index.html"):
        assert "chua-doc-duoc.html" in (folder / "site" / page_name).read_text(encoding="utf-8")


@pytest.mark.usefixtures("locked")
def test_it_is_no_letter_to_any_machine(folder: Path) -> None:
    put(folder, "2022/khoa-kin.txt", letter(2))
    assert build(folder) == 1
    pages = ("van-ban/khong-ro-nam/khong-so-khoa-kin.html", "danh-sach/chua-doc-duoc.html")
    for path, data in files_of(folder / "site").items():
        if path not in pages:
            assert b"khoa-kin" not in data, path


@pytest.mark.usefixtures("locked")
def test_a_locked_folder_is_told(folder: Path) -> None:
    put(folder, "khoa/2.txt", letter(2))
    assert build(folder) == 1
    assert list(_told(folder)) == ["letters/khoa"]
    assert "khoa" in _page(folder, "khoa")


@pytest.mark.usefixtures("locked")
@pytest.mark.parametrize(
    "name", ["2022/khoa-toi-mat.txt", "Mật/khoa.txt", "2022/khoa-nội-bộ.txt", "TM/khoa-du-thao-kin.txt"]
)  # fmt: skip
def test_a_name_that_speaks_of_secrecy_is_on_no_page(
    folder: Path, name: str, capfd: pytest.CaptureFixture[str]
) -> None:
    settings = folder / "archive.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("secrecy_words: []", "secrecy_words: [Dự thảo kín]"), "utf-8")
    put(folder, name, letter(2))
    assert build(folder) == 1
    assert f"letters/{name}" in capfd.readouterr().out
    shutil.rmtree(folder / "corpus")
    for path, data in files_of(folder).items():
        assert Path(name).name.encode() not in data, path
        assert Path(name).stem not in path
    assert not (folder / "site/danh-sach/chua-doc-duoc.html").exists()


def test_an_ordinary_word_in_a_name_is_none(folder: Path) -> None:
    (folder / "corpus/letters/2022/cv-mat-tran-to-quoc.txt").mkdir()
    assert build(folder) == 1
    assert "cv-mat-tran-to-quoc.txt" in _page(folder, "cv-mat-tran-to-quoc")


def test_links_and_folders_and_names(folder: Path, tmp_path: Path) -> None:
    letters = folder / "corpus/letters"
    outside = tmp_path / "ngoai"
    outside.mkdir()
    (outside / "x.txt").write_text("Zqoutside", encoding="utf-8")
    (letters / "2022/ra-ngoai.txt").symlink_to(outside / "x.txt")
    (letters / "2022/hong.txt").symlink_to("khong-co.txt")
    (letters / "2022/vong.txt").symlink_to("vong.txt")
    (letters / "ngoai").symlink_to(outside)
    (letters / "2022/thu-muc.md").mkdir()
    os.mkfifo(letters / "2022/ong.txt")
    (letters / os.fsdecode(b"2022/te\xff.txt")).write_text(letter(3), encoding="utf-8")
    assert build(folder) == 1
    told = _told(folder)
    wanted = {
        "2022/ra-ngoai.txt": "ra ngoài kho", "2022/hong.txt": "liên kết hỏng", "2022/vong.txt": "vòng quanh",
        "ngoai": "thư mục", "2022/thu-muc.md": "không phải là tệp", "2022/ong.txt": "không phải là tệp",
        "2022/te\\xff.txt": "không phải UTF-8",
    }  # fmt: skip
    assert sorted(told) == sorted(f"letters/{name}" for name in wanted)
    for name, why in wanted.items():
        assert why in told[f"letters/{name}"]
    assert len(list((folder / "site/van-ban/khong-ro-nam").glob("*.html"))) == len(wanted)
    for path, data in files_of(folder / "site").items():
        assert b"Zqoutside" not in data, path
        assert str(outside).encode() not in data, path


def test_two_of_one_name_and_a_letter_of_that_name_have_a_page_each(folder: Path) -> None:
    for year in ("2021", "2022"):
        (folder / f"corpus/letters/{year}/a.txt").mkdir(parents=True)
    put(folder, "2023/a.txt", "Một dòng không có số, không có ngày.")
    assert build(folder) == 1
    stem = "site/van-ban/khong-ro-nam/khong-so-a"
    pages = [folder / f"{stem}{number}.html" for number in ("", "-2", "-3")]
    assert [page.stem for page in pages if page.is_file()] == [
        "khong-so-a",
        "khong-so-a-2",
        "khong-so-a-3",
    ]
    assert "data-letter-text" in pages[0].read_text(encoding="utf-8")


def test_a_file_that_can_be_read_again_leaves_no_page_behind(folder: Path) -> None:
    path = folder / "corpus/letters/2022/lai.txt"
    path.mkdir()
    assert build(folder) == 1
    path.rmdir()
    path.write_text(letter(7), encoding="utf-8")
    assert build(folder) == 0
    assert not (folder / "site/danh-sach/chua-doc-duoc.html").exists()
    assert not (folder / "site/van-ban/khong-ro-nam").exists()
