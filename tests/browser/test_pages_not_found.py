"""The page for what is not there: at the root, below a sub-path, from a file."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Watched
from tests.browser.server import Server

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("path", "first"),
    [
        ("van-ban/2020/5127-ubnd-kstth.html", "van-ban/2020/5127-ubnd-kstthc.html"),
        ("van-ban/2022/457-ubnd.html", "van-ban/2022/457-ubnd-tthc.html"),
        ("van-ban/457", "van-ban/2022/457-ubnd-tthc.html"),
        ("5127", "van-ban/2020/5127-ubnd-kstthc.html"),
        ("so/C%C3%B4ng-v%C4%83n-5127-UBND.html", "van-ban/2020/5127-ubnd-kstthc.html"),
        ("van-ban/2021/", "danh-sach/nam/2021.html"),
        ("a/b/2021", "danh-sach/nam/2021.html"),
    ],
)
def test_the_nearest_documents_are_offered(path: str, first: str, tab: Watched) -> None:
    page = tab.open(path)
    link = page.locator("#vk-404 a").first
    expect(link).to_have_attribute("href", tab.base + first)
    link.click()
    page.wait_for_url(f"**/{first}")
    expect(page.locator("h1")).not_to_contain_text("Không tìm thấy")


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("danh-sach/tu-ngu/thu-tuc-hanh-chinh.html", "thu tuc hanh chinh"),
        ("danh-sach/co-quan/so-noi-vu-trang-7.html?a=b", "so noi vu"),
        ("van-ban/2021/", "2021"),
        ("van-ban/2022/457-ubnd.html", "457 ubnd 2022"),
    ],
)
def test_the_field_holds_what_the_address_says(path: str, words: str, tab: Watched) -> None:
    expect(tab.open(path).get_by_role("searchbox", name="Tìm văn bản")).to_have_value(words)


def test_links_and_looks_are_right_below_a_sub_path(tab: Watched) -> None:
    page = tab.open("van-ban/2020/none.html")
    _is_styled(page)
    expect(page.get_by_role("link", name="văn bản theo năm")).to_have_attribute(
        "href", f"{tab.base}danh-sach/nam.html"
    )
    assert tab.elsewhere() == []


def test_at_the_root(chromium: Browser, built: Path) -> None:
    server = Server(built / "site", "/")
    page = chromium.new_page()
    page.goto(f"{server.base}van-ban/2020/5127-x.html")
    expect(page.locator("#vk-404 a").first).to_contain_text("5127/UBND-KSTTHC")
    _is_styled(page)
    page.close()
    server.close()


@pytest.mark.parametrize(("wanted", "scheme"), [("dark", "slate"), ("light", "default")])
def test_from_a_file_it_is_as_dark_as_the_machine(
    wanted: str, scheme: str, chromium: Browser, built: Path
) -> None:
    page = chromium.new_page(color_scheme=wanted)  # type: ignore[arg-type]
    page.goto(f"{(built / 'site' / '404.html').as_uri()}?5127")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", scheme)
    page.close()


def test_from_a_file(chromium: Browser, built: Path) -> None:
    page = chromium.new_page()
    page.goto(f"{(built / 'site' / '404.html').as_uri()}?5127")
    expect(page.locator("#vk-404 a").first).to_contain_text("5127/UBND-KSTTHC")
    _is_styled(page)
    page.locator("#vk-404 a").first.click()
    expect(page.locator("h1")).to_contain_text("5127/UBND-KSTTHC")
    page.close()


def _is_styled(page: Page) -> None:
    page.wait_for_function(
        "getComputedStyle(document.querySelector('.md-header')).position === 'sticky'"
    )
