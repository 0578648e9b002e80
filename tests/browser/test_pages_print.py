"""A letter prints as a sheet of A4 in the geometry of Nghị định 30/2020; lists print bare."""

import re
from io import BytesIO

import pytest
from playwright.sync_api import Page
from pypdf import PageObject, PdfReader

from tests.browser.conftest import Watched
from tests.browser.kinds import KINDS

pytestmark = pytest.mark.browser
MM = 72 / 25.4
LEFT, RIGHT, TOP, BOTTOM = 30 * MM, (210 - 15) * MM, (297 - 20) * MM, 20 * MM


def _pdf(page: Page) -> PdfReader:
    return PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))


def _squeezed(text: str) -> str:
    return re.sub(r"[\s\u00ad]+", "", text)


@pytest.mark.parametrize(("kind", "pages"), [("letter", 2), ("decision", 4), ("corrected", 2)])
def test_a_letter_prints_whole_on_a4(kind: str, pages: int, tab: Watched) -> None:
    page = tab.open(KINDS[kind])
    shown = page.locator("[data-letter-text]").inner_text()
    pdf = _pdf(page)
    assert len(pdf.pages) == pages
    width, height = (float(value) for value in pdf.pages[0].mediabox[2:])
    assert (round(width / MM), round(height / MM)) == (210, 297)
    printed = "".join(_squeezed(sheet.extract_text()) for sheet in pdf.pages)
    for line in shown.replace("¶", "").splitlines():
        for word in line.split():
            assert word in printed, word
    assert "bảnđiệntửtracứu,khôngthaybảnchính" in printed
    assert f"vankho.example/{KINDS[kind]}" in printed
    assert "Inngày" in printed


def _places(sheet: PageObject) -> list[tuple[float, float, str]]:
    places: list[tuple[float, float, str]] = []

    def note(text: str, cm: list[float], tm: list[float], _font: object, _size: float) -> None:
        if text.strip():
            x = cm[0] * tm[4] + cm[2] * tm[5] + cm[4]
            y = cm[1] * tm[4] + cm[3] * tm[5] + cm[5]
            places.append((x, y, text.strip()))

    sheet.extract_text(visitor_text=note)
    return places


def test_every_paragraph_of_the_body_begins_one_centimetre_in(tab: Watched) -> None:
    page = tab.open(KINDS["letter"])
    page.emulate_media(media="print")
    body = page.locator(
        "[data-letter-text] > :is(#mo-dau, .vk-khoan, .vk-diem, .vk-gach, .vk-tiep)"
    )
    style = "item => { const s = getComputedStyle(item); return [s.textIndent, s.marginLeft]; }"
    shown = body.evaluate_all(f"items => items.map({style})")
    assert {(round(float(indent[:-2])), margin) for indent, margin in shown} == {(38, "0px")}


def test_abbreviations_print_as_plain_words(tab: Watched) -> None:
    page = tab.open(KINDS["letter"])
    lines = "item => getComputedStyle(item).textDecorationLine"
    assert page.locator("[data-letter-text] abbr").first.evaluate(lines) == "underline"
    page.emulate_media(media="print")
    marks = page.locator("[data-letter-text] abbr")
    assert set(marks.evaluate_all(f"items => items.map({lines})")) == {"none"}
    borders = "items => items.map(item => getComputedStyle(item).borderBottomWidth)"
    assert set(marks.evaluate_all(borders)) == {"0px"}
    assert not page.locator("#viet-tat").is_visible()


def test_nothing_stands_in_the_margins(tab: Watched) -> None:
    pdf = _pdf(tab.open(KINDS["decision"]))
    for number, sheet in enumerate(pdf.pages):
        places = _places(sheet)
        assert places
        for x, y, text in places:
            assert LEFT - 1 <= x <= RIGHT, text
            in_body = BOTTOM - 1 <= y <= TOP
            assert in_body or (number > 0 and text == str(number + 1)), (text, y)


def test_the_printed_letter_is_as_wide_as_the_sheet_allows(tab: Watched) -> None:
    page = tab.open(KINDS["decision"])
    page.emulate_media(media="print")
    page.set_viewport_size({"width": round(165 * 96 / 25.4), "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= round(165 * 96 / 25.4)
    hidden = page.evaluate(
        """() => [".md-header", ".md-sidebar", ".md-footer", ".vk-thuoc-tinh", ".vk-luoc-do", ".vk-cong-cu"]
          .filter(name => [...document.querySelectorAll(name)].some(item => item.offsetParent || item.getClientRects().length))"""
    )
    assert hidden == []
    assert page.locator(".vk-chan-in .vk-qr").is_visible()


def test_a_banner_prints_with_its_letter(tab: Watched) -> None:
    page = tab.open(KINDS["corrected"])
    page.emulate_media(media="print")
    assert page.locator(".vk-bao").first.is_visible()


@pytest.mark.parametrize("kind", ["newest", "agency", "stubs"])
def test_lists_print_bare(kind: str, tab: Watched) -> None:
    page = tab.open(KINDS[kind])
    page.emulate_media(media="print")
    for name in (".md-header", ".md-sidebar--primary", ".vk-hang", ".md-footer"):
        assert not page.locator(name).first.is_visible() or page.locator(name).count() == 0
    assert page.locator(".vk-danh-sach a").first.is_visible()


def test_lists_print_close_together(tab: Watched) -> None:
    first = _pdf(tab.open(KINDS["newest"])).pages[0].extract_text()
    # Under a heading of its month nearly each of them; far apart there were four on the sheet.
    assert first.count("Tháng ") >= 6
