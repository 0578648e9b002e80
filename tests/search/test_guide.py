"""What the guide says to type finds what it says, in the archive that comes with the program."""

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.docs.guide import section
from tests.helpers import ROOT, make_archive
from tests.search.asking import ask
from tests.search.server import Server
from vankho.config import load_config
from vankho.pipeline import understand
from vankho.progress import Console
from vankho.registry.names import Names
from vankho.stages.index import write_index

pytestmark = pytest.mark.browser

_972 = "2021/972-ubnd-kstthc"
_1937 = "2021/1937-ubnd-kstthc"
_751 = "2024/751-ubnd-tthc"
_5893 = "2024/5893-ubnd-tthc"
_468 = "2021/468-qd-ttg"
_FIRST = {
    "972": _972,
    "972/UBND-KSTTHC": _972,
    "972 ubnd": _972,
    "972 2021": _972,
    "01/NQ-CP 2021": "2021/01-nq-cp",
    "QD-TTg 468": _468,
    "468 qd ttg": _468,
    "972/ubnd": _972,
    "468/QĐ-TTg": _468,
    "thông tư 01/2023": "2023/01-2023-tt-vpcp",
    "11/3/2021": _972,
    "ngày 11 tháng 3 năm 2021": _972,
    "tháng 2/2024": _751,
    "năm 2024": _5893,
    "trước 5/3/2024": _751,
    "số hóa hồ sơ": _751,
    "so hoa ho so": _751,
    '"một cửa liên thông"': _1937,
    "đặng văn minh": _751,
    "sở tttt": "2024/191-stttt-bcvt-cntt",
    "thủ tướng": "2022/1085-qd-ttg",
    "so hoa ho so thang 2 2024": _751,
    "số hóa sở tttt": _751,
    "sở nào đã rà soát giấy tờ phải số hóa": _751,
}


def _examples() -> list[str]:
    rows = section("tra-cuu.md", "tim-kiem").table
    return [text for row in rows for text in re.findall(r"`([^`]+)`", row[1])]


@pytest.fixture(scope="module")
def tab(browser: Browser, server: Server, site: Path, tmp_path_factory: pytest.TempPathFactory):
    folder = tmp_path_factory.mktemp("huong-dan")
    shutil.copytree(site, folder / "site")
    place = make_archive(folder / "kho", ROOT / "corpus")
    archive = understand(load_config(place / "archive.yml"), Console(quiet=True))
    names = Names.of(archive.graph.held(), archive.registry.agencies)
    write_index(archive.graph, names.agencies, folder / "site" / "search", folder / "none")
    server.folders["/vi-du/"] = folder / "site"
    opened = browser.new_page()
    opened.goto(server.url("/vi-du/index.html"))
    yield opened
    opened.close()


def test_every_example_has_its_answer() -> None:
    assert set(_examples()) == set(_FIRST)


@pytest.mark.parametrize(("text", "first"), _FIRST.items())
def test_an_example_finds_what_it_says(tab: Page, text: str, first: str) -> None:
    assert ask(tab, text).ids[0] == first


def test_the_wrong_letter_of_the_guide(tab: Page) -> None:
    assert ask(tab, "thu tuc hanh chihn").corrected == "thu tuc hanh chinh"
