"""Lists: paged from the oldest, stable, each document on every list that it belongs to."""

import re
import shutil
from pathlib import Path

import pytest

from tests.helpers import files_of, make_archive, put
from tests.test_build import letter
from vankho.cli import main

ISSUER = "danh-sach/co-quan/uy-ban-nhan-dan-tinh-quang-ngai"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = make_archive(tmp_path_factory.mktemp("lists") / "kho", settings="page_size: 3\n")
    for number in range(1, 9):
        text = letter(number).replace("ngày 05 tháng 4", f"ngày 05 tháng {number}")
        put(folder, f"2022/{number}.txt", text)
    assert main(["build", "--config", str(folder / "archive.yml")]) == 0
    return folder


def _numbers(folder: Path, page: str) -> list[int]:
    text = (folder / "docs" / f"{page}.md").read_text(encoding="utf-8")
    return [int(n) for n in re.findall(r"^- \[Công văn số 0?(\d+)/", text, re.MULTILINE)]


def test_the_front_page_shows_the_newest(folder: Path) -> None:
    assert _numbers(folder, "danh-sach/moi-nhat") == [8, 7, 6]


@pytest.mark.parametrize("path", ["danh-sach/moi-nhat", "danh-sach/nam/2022", ISSUER])
def test_pages_go_from_the_oldest_on(path: str, folder: Path) -> None:
    assert [_numbers(folder, f"{path}-trang-{page}") for page in (1, 2, 3)] == [
        [1, 2, 3],
        [4, 5, 6],
        [7, 8],
    ]


def test_a_month_has_a_page_of_its_own(folder: Path) -> None:
    assert _numbers(folder, "danh-sach/nam/2022/thang-05") == [5]
    year = (folder / "docs/danh-sach/nam/2022.md").read_text(encoding="utf-8")
    assert "[Tháng 5 (1)](2022/thang-05.html)" in year
    assert "tim-kiem.html?nam=2022" in year


def test_full_pages_stay_as_they_are_when_letters_come(folder: Path, tmp_path: Path) -> None:
    grown = Path(shutil.copytree(folder, tmp_path / "kho"))

    def full() -> dict[str, bytes]:
        pages = files_of(grown / "docs" / "danh-sach")
        return {n: data for n, data in pages.items() if re.search(r"-trang-[12]\.md$", n)}

    before = full()
    put(grown, "2022/9.txt", letter(9).replace("tháng 4", "tháng 9"))
    assert main(["build", "--config", str(grown / "archive.yml")]) == 0
    assert before
    assert {name: full()[name] for name in before} == before


def test_a_list_says_its_size_and_span(folder: Path) -> None:
    text = (folder / "docs" / f"{ISSUER}.md").read_text(encoding="utf-8")
    assert re.search(r"\*\*\d văn bản\*\*, từ ngày 05/01/2022 đến ngày 05/\d/2022", text)
    assert "của Ủy ban" not in text.partition("## Tháng")[2]


def test_lists_lead_to_their_feeds_and_tables(folder: Path) -> None:
    agency = (folder / f"site/{ISSUER}.html").read_text(encoding="utf-8")
    assert agency.count("nguon-tin/co-quan/uy-ban-nhan-dan-tinh-quang-ngai.xml") == 2
    lists = (folder / "docs/danh-sach/index.md").read_text(encoding="utf-8")
    for name in ("data/chua-co.csv", "data/vankho.sqlite", "nguon-tin/sua-doi.xml"):
        assert f"](../{name})" in lists
    stubs = (folder / "docs/danh-sach/chua-co.md").read_text(encoding="utf-8")
    assert "](../data/chua-co.csv)" in stubs


def test_an_archive_without_an_address_offers_no_feeds(tmp_path: Path) -> None:
    bare = make_archive(tmp_path / "kho")
    settings = (bare / "archive.yml").read_text(encoding="utf-8")
    without = re.sub(r"^site_url: .*$", 'site_url: ""', settings, flags=re.MULTILINE)
    (bare / "archive.yml").write_text(without, encoding="utf-8")
    put(bare, "2022/1.txt", letter())
    assert main(["build", "--config", str(bare / "archive.yml")]) == 0
    assert "nguon-tin" not in (bare / f"docs/{ISSUER}.md").read_text(encoding="utf-8")


def test_letters_are_listed_by_the_words_of_their_subjects(folder: Path) -> None:
    assert _numbers(folder, "danh-sach/tu-ngu/thu-nghiem") == [8, 7, 6]
    index = (folder / "docs/danh-sach/tu-ngu.md").read_text(encoding="utf-8")
    assert "[thử nghiệm](tu-ngu/thu-nghiem.html)" in index


def test_each_name_of_a_line_of_addressees_has_its_list(tmp_path: Path) -> None:
    archive = make_archive(tmp_path / "kho")
    line = "Kính gửi:\n\n- Công an tỉnh; Cục Thuế tỉnh (để biết; để làm); Sở Nội vụ;\n- Sở Tư pháp."
    put(archive, "2022/1.txt", letter(1).replace("Kính gửi: Sở Nội vụ", line))
    assert main(["build", "--config", str(archive / "archive.yml")]) == 0
    assert {path.stem for path in (archive / "docs/danh-sach/noi-gui").glob("*.md")} == {
        "cong-an-tinh-quang-ngai",
        "cuc-thue-tinh-de-biet-de-lam",
        "so-noi-vu-tinh-quang-ngai",
        "so-tu-phap-tinh-quang-ngai",
    }
    page = (archive / "docs/van-ban/2022/01-ubnd-th.md").read_text(encoding="utf-8")
    assert page.count("](../../danh-sach/noi-gui/") >= 4
