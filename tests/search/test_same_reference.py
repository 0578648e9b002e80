"""Documents that share a reference, told apart by their year; laws, which go by their names."""

import dataclasses
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.search.asking import ask
from tests.search.letters import AGENCIES, letters
from tests.search.reader import stubs
from tests.search.server import Server
from vankho.search.build import build_index
from vankho.search.document import Cited, SearchDocument

pytestmark = pytest.mark.browser

_STUB = stubs(letters())[0]
_LAW = "Luật Giao dịch điện tử"


def _resolution(year: int) -> SearchDocument:
    return dataclasses.replace(
        _STUB,
        id=f"{year}/01-nq-cp",
        url=f"van-ban/{year}/01-nq-cp.html",
        type="Nghị quyết",
        reference="01/NQ-CP",
        number="01",
        symbol="NQ-CP",
        year=year,
        issuer="Chính phủ",
    )


def _parted() -> SearchDocument:
    """A resolution of the row that the Government numbers 66.1, 66.2 and so on."""
    slug = "2025/66-4-2025-nq-cp"
    return dataclasses.replace(
        _resolution(2025),
        id=slug,
        url=f"van-ban/{slug}.html",
        reference="66.4/2025/NQ-CP",
        number="66.4",
    )


def _law(year: int) -> SearchDocument:
    slug = f"{year}/luat-giao-dich-dien-tu"
    return dataclasses.replace(
        _STUB,
        id=slug,
        url=f"van-ban/{slug}.html",
        type="Luật",
        reference=None,
        number=None,
        symbol=None,
        year=year,
        issuer="Quốc hội",
        subject=_LAW,
    )


@pytest.fixture(scope="module")
def tab(browser: Browser, server: Server, site: Path, tmp_path_factory: pytest.TempPathFactory):
    """Four letters cite the resolution of 2021, of 2023, of no year, and both laws."""
    folder = tmp_path_factory.mktemp("nam") / "kho"
    shutil.copytree(site, folder)
    held = letters()
    for place, year in enumerate((2021, 2023, None)):
        held[place] = dataclasses.replace(held[place], cites=(Cited("01/NQ-CP", year),))
    text = f"{held[3].text}\n\nCăn cứ {_LAW} và {_LAW} (sửa đổi)."
    held[3] = dataclasses.replace(held[3], text=text)
    documents = [*held, _resolution(2021), _resolution(2023), _law(2005), _law(2023), _parted()]
    build_index(documents, AGENCIES, folder / "search")
    server.folders["/nam/"] = folder
    opened = browser.new_page()
    opened.goto(server.url("/nam/index.html"))
    yield opened
    opened.close()


@pytest.mark.parametrize("text", ["01/NQ-CP 2021", "nghi quyet 01 cp 2021", "01/NQ-CP năm 2021"])
def test_citers_of_another_year_are_not_among_the_answers(tab: Page, text: str) -> None:
    found = ask(tab, text).ids
    assert found[0] == "2021/01-nq-cp"
    # The letter whose citation tells no year may mean this one.
    assert set(found[1:3]) == {"2021/972-ubnd-kstthc", "2021/1937-ubnd-kstthc"}
    assert "2021/972-syt-nvy" not in found


def test_citers_of_each_year_where_none_is_asked_for(tab: Page) -> None:
    found = ask(tab, "01/NQ-CP").ids
    assert found[:2] == ["2023/01-nq-cp", "2021/01-nq-cp"]
    assert {"2021/972-ubnd-kstthc", "2021/972-syt-nvy", "2021/1937-ubnd-kstthc"} == set(found[2:])


@pytest.mark.parametrize(
    "text", ["66.4/2025/NQ-CP", "nghi quyet so 66.4/2025/nq-cp", "66.4/2025", "nq 66.4/nq-cp"]
)
def test_a_number_of_two_parts_is_one_number(tab: Page, text: str) -> None:
    assert ask(tab, text).ids == ["2025/66-4-2025-nq-cp"]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("luật giao dịch điện tử", "2023/luat-giao-dich-dien-tu"),
        ("LUAT GIAO DICH DIEN TU", "2023/luat-giao-dich-dien-tu"),
        ("luat giao dich dien tu nam 2005", "2005/luat-giao-dich-dien-tu"),
    ],
)
def test_a_law_comes_before_those_that_cite_it(tab: Page, text: str, first: str) -> None:
    answer = ask(tab, text)
    assert answer.ids[0] == first
    assert "2024/751-ubnd-tthc" in answer.ids
