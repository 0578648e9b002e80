"""The dialog of the header, driven with the keyboard, the pointer and a thumb."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.search.server import Server

pytestmark = pytest.mark.browser

_DIALOG = "dialog#vankho-search"
_LIST = f"{_DIALOG} ol[data-search-results]"


def _open(page: Page, server: Server, path: str = "/kho/index.html") -> None:
    page.goto(server.url(path))
    expect(page.get_by_role("button", name="Tìm văn bản")).to_be_visible()
    page.keyboard.press("/")
    expect(page.locator(_DIALOG)).to_be_visible()


def _type(page: Page, text: str) -> None:
    page.keyboard.type(text)
    page.locator(f"{_LIST}[data-query='{text}']").wait_for(state="attached")


def test_opens_by_click_slash_and_control_k(page: Page, server: Server) -> None:
    page.goto(server.url("/kho/index.html"))
    field = page.locator(f"{_DIALOG} input")
    for way in ("click", "/", "Control+k"):
        if way == "click":
            page.get_by_role("button", name="Tìm văn bản").click()
        else:
            page.keyboard.press(way)
        expect(field).to_be_focused()
        page.keyboard.press("Escape")
        expect(page.locator(_DIALOG)).to_be_hidden()


def test_a_slash_in_a_field_is_a_slash(page: Page, server: Server) -> None:
    page.goto(server.url("/kho/index.html"))
    page.locator("textarea").press_sequentially("a/b")
    assert page.locator("textarea").input_value() == "a/b"
    expect(page.locator(_DIALOG)).to_be_hidden()


def test_focus_goes_back_to_the_opener(page: Page, server: Server) -> None:
    page.goto(server.url("/kho/index.html"))
    button = page.get_by_role("button", name="Tìm văn bản")
    button.click()
    expect(page.locator(f"{_DIALOG} input")).to_be_focused()
    page.keyboard.press("Escape")
    expect(button).to_be_focused()


def test_results_carry_the_query_and_the_count_is_announced(page: Page, server: Server) -> None:
    _open(page, server)
    _type(page, "số hóa")
    links = page.locator(f"{_LIST} > li > a:first-child")
    expect(links.first).to_have_attribute(
        "href", re.compile(r"^\./van-ban/2024/751-ubnd-tthc\.html")
    )
    expect(page.locator(f"{_DIALOG} [role=status]")).to_have_text("3 kết quả")
    expect(page.locator(f"{_LIST} mark").first).to_have_text("số")


def test_of_a_reference_the_whole_is_marked_and_nothing_else(page: Page, server: Server) -> None:
    _open(page, server)
    _type(page, "thông tư 01 2023 vpcp")
    citing = page.locator(f"{_LIST} > li", has_text="Viện dẫn số này").first
    expect(citing).to_contain_text("01/2023/TT-VPCP")
    assert citing.locator("mark").all_inner_texts() == ["01", "2023", "TT", "VPCP"]


def test_dates_and_subjects_are_written_as_on_pages(page: Page, server: Server) -> None:
    _open(page, server)
    _type(page, "1937/UBND-KSTTHC")
    first = page.locator(f"{_LIST} > li").first
    expect(first).to_contain_text("07/5/2021 · ")
    expect(first).to_contain_text(": Đổi mới thực hiện cơ chế một cửa")


def test_a_hit_leads_to_its_point(page: Page, server: Server) -> None:
    _open(page, server)
    _type(page, "số hóa hồ sơ giấy tờ tại trung tâm")
    first = page.locator(f"{_LIST} > li").first
    expect(first.locator("a").first).to_have_attribute("href", re.compile("#khoan-2-diem-a$"))
    expect(first).to_contain_text("Khoản 2 điểm a:")


def test_arrows_walk_and_enter_opens(page: Page, server: Server) -> None:
    _open(page, server)
    _type(page, "972")
    links = page.locator(f"{_LIST} a")
    page.keyboard.press("ArrowDown")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator(f"{_DIALOG} input")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/van-ban/2021/972-ubnd-kstthc.html")


def test_enter_on_an_exact_number_opens_the_letter(page: Page, server: Server) -> None:
    _open(page, server)
    page.keyboard.type("972/UBND-KSTTHC")
    page.keyboard.press("Enter")
    page.wait_for_url("**/van-ban/2021/972-ubnd-kstthc.html")


def test_enter_on_words_leads_to_the_search_page(page: Page, server: Server) -> None:
    _open(page, server, "/kho/huong-dan/index.html")
    page.keyboard.type("một cửa & 100%")
    page.keyboard.press("Enter")
    page.wait_for_url("**/kho/tim-kiem.html?q=*")
    expect(page.locator("#vankho-search-page input")).to_have_value("một cửa & 100%")


def test_keys_of_an_input_method_are_not_ours(page: Page, server: Server) -> None:
    _open(page, server)
    _type(page, "972")
    page.locator(f"{_DIALOG} input").dispatch_event(
        "keydown", {"key": "Escape", "isComposing": True}
    )
    expect(page.locator(_DIALOG)).to_be_visible()


def test_a_correction_is_told_and_can_be_declined(page: Page, server: Server) -> None:
    _open(page, server)
    _type(page, "tuyen sihn")
    notes = page.locator(f"{_DIALOG} [data-vankho-notes]")
    expect(notes).to_contain_text("Kết quả cho “tuyen sinh”, tìm đúng “tuyen sihn”")
    notes.get_by_role("link").click()
    page.wait_for_url("**/tim-kiem.html?q=tuyen+sihn&dung=1")
    expect(page.locator("#vankho-search-page [role=status]")).not_to_be_empty()
    assert "sihn" not in page.locator("#vankho-search-page ol").inner_text()


def test_nothing_found_says_what_to_try(page: Page, server: Server) -> None:
    _open(page, server)
    _type(page, "qwrtz")
    expect(page.locator(f"{_DIALOG} [role=status]")).to_have_text("Không có kết quả")
    expect(page.locator(f"{_DIALOG} [data-vankho-notes]")).to_contain_text("Thử cách khác")


def test_only_the_last_of_quick_letters_is_answered(page: Page, server: Server) -> None:
    _open(page, server)
    page.keyboard.type("sở y tế", delay=15)
    page.locator(f"{_LIST}[data-query='sở y tế']").wait_for(state="attached")
    page.wait_for_timeout(300)
    expect(page.locator(_LIST)).to_have_attribute("data-query", "sở y tế")


def test_markup_in_a_query_stays_text(page: Page, server: Server) -> None:
    _open(page, server)
    page.keyboard.type('<img src=x onerror="document.title=1"> tuyen sihn')
    expect(page.locator(f"{_DIALOG} [role=status]")).not_to_be_empty()
    page.wait_for_timeout(200)
    assert page.locator(f"{_DIALOG} img").count() == 0
    assert page.title() != "1"


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("cong van 972", "2021/972-ubnd-kstthc.html"),
        ("so hoa ho so thang 2 2024", "2024/751-ubnd-tthc.html"),
        ("so tttt", "2022/1858-stttt-vp.html"),
    ],
)
def test_on_a_phone(context: BrowserContext, server: Server, text: str, end: str) -> None:
    page = context.new_page()
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(server.url("/kho/index.html"))
    page.get_by_role("button", name="Tìm văn bản").click()
    page.keyboard.type(text)
    page.locator(f"{_LIST}[data-query='{text}']").wait_for(state="attached")
    wide = page.evaluate("document.querySelector('dialog[open]').scrollWidth - innerWidth")
    assert wide <= 0
    page.locator(f"{_LIST} a").first.click()
    page.wait_for_url(f"**/van-ban/{end}*")
