"""An archive so large that its index leaves out what one letter alone has."""

import dataclasses
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.search.asking import ask
from tests.search.letters import AGENCIES, letters
from tests.search.server import Server
from vankho.search.build import build_index

pytestmark = pytest.mark.browser

_LETTERS = 1_900
_ODD = 700
_TEXT = "Bộ phận một cửa tiếp nhận hồ sơ; kết quả được thông báo."


@pytest.fixture(scope="module")
def tab(browser: Browser, server: Server, site: Path, tmp_path_factory: pytest.TempPathFactory):
    folder = tmp_path_factory.mktemp("nhieu") / "kho"
    shutil.copytree(site, folder)
    one = letters()[0]
    documents = [
        dataclasses.replace(
            one,
            id=f"2021/{number}-ubnd-vp",
            url=f"van-ban/2021/{number}-ubnd-vp.html",
            reference=f"{number}/UBND-VP",
            number=str(number),
            text=f"{_TEXT} Cửa một bên." if number == _ODD else _TEXT,
        )
        for number in range(1, _LETTERS + 1)
    ]
    build_index(documents, AGENCIES, folder / "search")
    server.folders["/nhieu/"] = folder
    assert '"dropped":true' in (folder / "search" / "index.js").read_text(encoding="utf-8")
    opened = browser.new_page()
    opened.goto(server.url("/nhieu/index.html"))
    yield opened
    opened.close()


def _cards(server: Server) -> int:
    return sum("/t" in path for path in server.asked)


def test_common_words_that_follow_each_other_once_are_found(tab: Page, server: Server) -> None:
    before = _cards(server)
    answer = ask(tab, '"cửa một"')
    assert (answer.ids, answer.total) == ([f"2021/{_ODD}-ubnd-vp"], 1)
    assert _cards(server) - before == 1


def test_a_phrase_that_no_letter_holds_is_not_looked_for_in_all(tab: Page, server: Server) -> None:
    before = _cards(server)
    assert ask(tab, '"hồ sơ một cửa"').total == 0
    assert _cards(server) == before
