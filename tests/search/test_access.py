"""For everyone: names and roles, sizes of targets, light and dark; axe where it is installed."""

from importlib import resources

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.search.server import Server

pytestmark = pytest.mark.browser

_SMALL = """() => [...document.querySelectorAll('dialog[open] a, dialog[open] button, dialog[open] input, ' +
  '#vankho-search-page a, #vankho-search-page button, #vankho-search-page input, #vankho-search-page summary')]
  .filter((element) => element.checkVisibility())
  .map((element) => [element.outerHTML.slice(0, 80), element.getBoundingClientRect()])
  .filter(([, box]) => box.height < 24 || box.width < 24)
  .map(([html, box]) => `${html} ${box.width}x${box.height}`)"""


def _show(page: Page, server: Server, what: str) -> None:
    if what == "page":
        page.goto(server.url("/kho/tim-kiem.html?q=ubnd&nam=2021"))
        page.locator("ol[data-query]").first.wait_for(state="attached")
        return
    page.goto(server.url("/kho/index.html"))
    page.keyboard.press("/")
    expect(page.locator("dialog")).to_be_visible()
    if what == "dialog":
        page.keyboard.type("khảo sát sở y tế")
        page.locator("dialog ol[data-query='khảo sát sở y tế']").wait_for(state="attached")


@pytest.mark.parametrize("width", [360, 1200])
@pytest.mark.parametrize("what", ["dialog", "tips", "page"])
def test_targets_are_large_enough(page: Page, server: Server, what: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    _show(page, server, what)
    assert page.evaluate(_SMALL) == []


def test_names_and_roles(page: Page, server: Server) -> None:
    _show(page, server, "dialog")
    dialog = page.get_by_role("dialog", name="Tìm văn bản")
    expect(dialog.get_by_role("textbox", name="Tìm văn bản")).to_be_focused()
    expect(dialog.get_by_role("button", name="Đóng")).to_be_visible()
    expect(dialog.get_by_role("status")).to_have_attribute("aria-live", "polite")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("what", ["dialog", "tips", "page"])
def test_axe(browser: Browser, server: Server, what: str, scheme: str) -> None:
    page = browser.new_page(color_scheme=scheme)
    _show(page, server, what)
    page.evaluate(
        (resources.files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
    )
    # The palette switch of the theme is not ours.
    found = page.evaluate("axe.run({exclude: ['.md-header__option']})")["violations"]
    page.close()
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
