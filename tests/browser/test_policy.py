"""Under the strict policy that the build names, every kind of page works and none complains."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Watched, watch
from tests.browser.kinds import KINDS, LETTER
from tests.browser.server import Server
from vankho.stages.exports.policy import FILE

pytestmark = pytest.mark.browser
CITING = "van-ban/2022/1873-ubnd-tthc.html"
VIOLATIONS = """
  window.violations = [];
  document.addEventListener("securitypolicyviolation", event =>
    window.violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`));
"""


@pytest.fixture(scope="module")
def guarded(built: Path) -> Iterator[Server]:
    policy = (built / "site" / FILE).read_text(encoding="utf-8").strip()
    running = Server(built / "site", "/", policy)
    yield running
    running.close()


@pytest.fixture
def strict(chromium: Browser, guarded: Server) -> Iterator[Watched]:
    context = chromium.new_context(
        locale="vi-VN", permissions=["clipboard-read", "clipboard-write"]
    )
    context.add_init_script(VIOLATIONS)
    tab = watch(context, guarded.base)
    yield tab
    assert tab.page.evaluate("window.violations") == []
    context.close()


# The page of a reference forwards by itself: where it leads is looked at instead.
@pytest.mark.parametrize("kind", [*KINDS, "measurements", "missing"])
def test_every_kind_of_page_complains_of_nothing(kind: str, strict: Watched) -> None:
    more = {"measurements": "kien-truc/so-do.html", "missing": "van-ban/2021/khong-co.html"}
    page = strict.open({**KINDS, **more}[kind])
    page.wait_for_timeout(400)
    page.evaluate("document.querySelectorAll('details').forEach(item => (item.open = true))")
    refused = [said for said in strict.complaints if "404" not in said]
    assert refused == []


def test_the_theme_s_colours_are_chosen_and_kept(strict: Watched) -> None:
    page = strict.open("index.html")
    page.emulate_media(color_scheme="light")
    dark = 'body[data-md-color-scheme="slate"]'
    for _ in range(2):
        page.locator("label.md-header__button:visible[for^='__palette']").click()
    expect(page.locator(dark)).to_be_attached()
    page.goto(f"{strict.base}{LETTER}")
    expect(page.locator(dark)).to_be_attached()


def test_search_finds_and_leads(strict: Watched) -> None:
    page = strict.open(LETTER)
    page.keyboard.press("/")
    page.locator("#vankho-dialog-q").fill("1873")
    result = page.locator("#vankho-search [data-search-results] a").first
    expect(result).to_have_attribute("href", "../../van-ban/2022/1873-ubnd-tthc.html")
    page.goto(f"{strict.base}tim-kiem.html?q=kho+du+lieu")
    expect(page.locator("ol[data-search-results] li").first).to_be_visible()


def test_previews_and_citations(strict: Watched) -> None:
    page = strict.open(CITING)
    _preview(page)
    page.get_by_role("button", name="Sao chép trích dẫn").first.click()
    dialog = page.get_by_role("dialog", name="Trích dẫn")
    dialog.get_by_role("button", name="Sao chép trích dẫn").click()
    expect(dialog.get_by_role("status")).to_have_text("Đã sao chép.")


def _preview(page: Page) -> None:
    page.locator('[data-letter-text] a[href$="5127-ubnd-kstthc.html#khoan-3-diem-d"]').first.hover()
    card = page.get_by_role("tooltip")
    expect(card).to_contain_text("lập bảng theo dõi")
    box = card.bounding_box()
    assert box is not None
    assert box["x"] > 0


def test_a_page_that_is_not_there_offers_others(strict: Watched) -> None:
    page = strict.open("van-ban/2020/5127-ubnd-kstth.html")
    expect(page.locator("#vk-404 a").first).to_contain_text("5127/UBND-KSTTHC")


def test_a_script_that_is_not_ours_is_refused(strict: Watched) -> None:
    page = strict.open("index.html")
    ran = page.evaluate(
        """() => {
          const script = document.createElement("script");
          script.textContent = "window.ran = true";
          document.body.append(script);
          return window.ran === true;
        }"""
    )
    assert ran is False
    assert len(page.evaluate("window.violations.splice(0)")) == 1
