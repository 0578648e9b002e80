"""What scripts add to a letter: citations to copy, previews of what is cited, mail."""

import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Watched
from tests.browser.kinds import LETTER
from tests.browser.server import Server

pytestmark = pytest.mark.browser
CITING = "van-ban/2022/1873-ubnd-tthc.html"
CITATION = "Công văn số 5127/UBND-KSTTHC ngày 04/11/2020 của UBND tỉnh Quảng Ngãi"


def _dialog(page: Page):
    return page.get_by_role("dialog", name="Trích dẫn")


def test_the_citation_of_the_document_is_copied(chromium: Browser, server: Server) -> None:
    context = chromium.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(server.base + LETTER)
    page.get_by_role("button", name="Sao chép trích dẫn").first.click()
    expect(_dialog(page).get_by_label("Trích dẫn")).to_have_value(CITATION)
    _dialog(page).get_by_role("button", name="Sao chép trích dẫn").click()
    expect(_dialog(page).get_by_role("status")).to_have_text("Đã sao chép.")
    assert page.evaluate("navigator.clipboard.readText()") == CITATION
    page.keyboard.press("Escape")
    expect(_dialog(page)).to_be_hidden()
    expect(page.get_by_role("button", name="Sao chép trích dẫn").first).to_be_focused()
    context.close()


def test_the_citation_of_a_point_from_the_keyboard_without_clipboard(tab: Watched) -> None:
    tab.page.add_init_script("delete Navigator.prototype.clipboard")
    page = tab.open(LETTER)
    mark = page.locator('a.vk-neo[href="#khoan-1-diem-dd"]')
    expect(mark).to_have_attribute("aria-haspopup", "dialog")
    mark.focus()
    page.keyboard.press("Enter")
    field = _dialog(page).get_by_label("Trích dẫn")
    expect(field).to_have_value(f"điểm đ khoản 1 {CITATION}")
    expect(_dialog(page).get_by_label("Liên kết")).to_have_value(
        re.compile(r"5127-ubnd-kstthc\.html#khoan-1-diem-dd$")
    )
    expect(field).to_be_focused()
    assert page.evaluate("getSelection().toString() || document.activeElement.value") == (
        f"điểm đ khoản 1 {CITATION}"
    )
    _dialog(page).get_by_role("button", name="Sao chép liên kết").click()
    expect(_dialog(page).get_by_role("status")).not_to_be_empty()
    assert page.url.endswith("#khoan-1-diem-dd")


def test_a_mistake_is_reported_with_page_and_point(tab: Watched) -> None:
    page = tab.open(LETTER)
    whole = unquote(page.locator("a.vk-bao-loi").get_attribute("href") or "")
    assert whole.startswith("mailto:")
    assert "https://vankho.example/van-ban/2020/5127-ubnd-kstthc.html" in whole
    page.locator('a.vk-neo[href="#khoan-1-diem-dd"]').focus()
    page.keyboard.press("Enter")
    link = _dialog(page).get_by_role("link", name="Báo lỗi ở chỗ này")
    told = unquote(link.get_attribute("href") or "")
    assert "Tại: điểm đ khoản 1" in told
    assert "#khoan-1-diem-dd" in told
    assert "Báo lỗi: Công văn số 5127/UBND-KSTTHC" in told


def _held_link(page: Page):
    return page.locator('[data-letter-text] a[href$="5127-ubnd-kstthc.html#khoan-3-diem-d"]').first


def test_a_preview_on_hover_is_kept_below_the_pointer_and_goes_with_escape(tab: Watched) -> None:
    page = tab.open(CITING)
    _held_link(page).hover()
    card = page.get_by_role("tooltip")
    expect(card).to_contain_text("Công văn số 5127/UBND-KSTTHC ngày 04/11/2020")
    expect(card).to_contain_text("Vận hành thử nghiệm Kho dữ liệu dùng chung")
    expect(card).to_contain_text("d) Văn phòng UBND tỉnh lập bảng theo dõi")
    card.hover()
    page.wait_for_timeout(400)
    expect(card).to_be_visible()
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    assert tab.complaints == []


def test_a_preview_on_focus_is_told_to_screen_readers(tab: Watched) -> None:
    page = tab.open(CITING)
    link = _held_link(page)
    link.evaluate("item => { item.setAttribute('data-wanted', ''); }")
    page.evaluate(
        """() => {
          const all = [...document.querySelectorAll("a, button, summary")].filter(item => item.offsetParent);
          const index = all.findIndex(item => item.hasAttribute("data-wanted"));
          all[index - 1].focus();
        }"""
    )
    page.keyboard.press("Tab")
    expect(link).to_be_focused()
    expect(page.get_by_role("tooltip")).to_be_visible()
    expect(link).to_have_attribute("aria-describedby", "vk-the")
    page.keyboard.press("Tab")
    expect(page.get_by_role("tooltip")).to_be_hidden()
    expect(link).to_have_attribute("title", re.compile("có trong kho"))


def test_a_preview_of_what_is_not_held_says_so(tab: Watched) -> None:
    page = tab.open(LETTER)
    page.locator("[data-letter-text] a.vk-chua-co").first.hover()
    expect(page.get_by_role("tooltip")).to_contain_text("chưa có trong kho")
    assert tab.complaints == []


def test_previews_and_citations_work_from_a_file(chromium: Browser, built: Path) -> None:
    page = chromium.new_page()
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.goto((built / "site" / CITING).as_uri())
    _held_link(page).hover()
    expect(page.get_by_role("tooltip")).to_contain_text("lập bảng theo dõi")
    page.get_by_role("button", name="Sao chép trích dẫn").first.click()
    _dialog(page).get_by_role("button", name="Sao chép trích dẫn").click()
    expect(_dialog(page).get_by_role("status")).to_have_text("Đã sao chép.")
    assert complaints == []
    page.close()


def test_scripts_run_under_a_strict_policy(chromium: Browser, built: Path) -> None:
    """Ours need no exception; the theme's own inline scripts are given hashes by the server."""
    server = Server(
        built / "site", policy="default-src 'self'; script-src 'self'; style-src 'self'"
    )
    page = chromium.new_page()
    page.goto(server.base + CITING)
    _held_link(page).hover()
    expect(page.get_by_role("tooltip")).to_contain_text("lập bảng theo dõi")
    left = page.locator(".vk-the").bounding_box()
    assert left is not None
    assert left["x"] > 0
    page.close()
    server.close()


def test_home_searches_by_a_plain_form(tab: Watched) -> None:
    page = tab.open("index.html")
    page.get_by_role("searchbox", name="Tìm văn bản").fill("5127")
    page.get_by_role("button", name="Tìm", exact=True).click()
    page.wait_for_url("**/tim-kiem.html?q=5127")
