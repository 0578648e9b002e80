"""Every kind of page: quiet, local, reachable, readable without JavaScript."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Watched, watch
from tests.browser.kinds import KINDS, LETTER
from tests.browser.server import Server
from vankho.stages.prove import read_html
from vankho.text.fold import slug

pytestmark = pytest.mark.browser
CITING = "van-ban/2022/1873-ubnd-tthc.html"


# Opened at the root of the site below a sub-path, the 404 page misses what its absolute
# links name: test_pages_not_found.py looks at it.
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "not-found"])
def test_a_page_is_quiet_and_asks_nothing_of_other_hosts(kind: str, tab: Watched) -> None:
    tab.open(KINDS[kind])
    tab.page.wait_for_timeout(300)
    assert tab.elsewhere() == []
    assert tab.complaints == []


def test_a_citation_lands_on_its_point_below_the_header(tab: Watched) -> None:
    tab.open(CITING)
    link = tab.page.locator(
        '[data-letter-text] a[href$="5127-ubnd-kstthc.html#khoan-3-diem-d"]'
    ).first
    link.click()
    tab.page.wait_for_url("**/5127-ubnd-kstthc.html#khoan-3-diem-d")
    assert _below_header(tab.page, "#khoan-3-diem-d")


def test_every_anchor_of_the_contents_lands(tab: Watched) -> None:
    page = tab.open(LETTER)
    page.locator("details.vk-muc-luc > summary").click()
    links = page.locator("details.vk-muc-luc a")
    assert links.count() >= 4
    for index in range(min(links.count(), 6)):
        links.nth(index).click()
        anchor = page.url.partition("#")[2]
        assert _below_header(page, f"[id='{anchor}']"), anchor


def _below_header(page: Page, selector: str) -> bool:
    page.wait_for_timeout(150)
    return bool(
        page.evaluate(
            """selector => {
              const top = document.querySelector(selector).getBoundingClientRect().top;
              return top >= document.querySelector(".md-header").getBoundingClientRect().bottom
                && top < innerHeight;
            }""",
            selector,
        )
    )


@pytest.mark.parametrize("kind", ["letter", "decision"])
def test_a_letter_reads_without_javascript(
    kind: str, chromium: Browser, server: Server, built: Path
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = watch(context, server.base).open(KINDS[kind])
    text = page.locator("[data-letter-text]")
    expect(text).to_be_visible()
    proved = read_html((built / "site" / KINDS[kind]).read_text(encoding="utf-8")).text
    assert proved
    shown = " ".join(text.inner_text().replace("¶", "").split())
    assert "".join(shown.split()) == "".join(proved.split())
    page.locator("details.vk-thuoc-tinh > summary").click()
    expect(page.get_by_role("cell", name="Số, ký hiệu")).to_be_visible()
    context.close()


@pytest.mark.parametrize("width", [320, 360, 768, 1280, 1600])
@pytest.mark.parametrize(
    "kind", ["home", "letter", "decision", "stub", "agency", "stubs", "number"]
)
def test_nothing_runs_over_the_side(kind: str, width: int, tab: Watched) -> None:
    tab.page.set_viewport_size({"width": width, "height": 800})
    page = tab.open(KINDS[kind])
    page.evaluate("document.querySelectorAll('details').forEach(item => (item.open = true))")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(("width", "stand_in"), [(1280, True), (360, False)])
def test_points_stand_in_by_their_level_where_there_is_room(
    width: int, stand_in: bool, tab: Watched
) -> None:
    tab.page.set_viewport_size({"width": width, "height": 800})
    page = tab.open(LETTER)
    left = "item => item.getBoundingClientRect().left"
    clause = page.locator("p.vk-khoan").first.evaluate(left)
    point = page.locator("p.vk-diem").first.evaluate(left)
    assert (point > clause) is stand_in
    assert page.locator("p.vk-kinh-gui").first.evaluate(left) > clause


def test_focus_is_seen_and_never_below_the_header(tab: Watched) -> None:
    page = tab.open(LETTER)
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    links = page.locator("article a:visible")
    links.last.focus()
    for _ in range(40):
        page.keyboard.press("Shift+Tab")
        covered = page.evaluate(
            """() => {
              const box = document.activeElement.getBoundingClientRect();
              const header = document.querySelector(".md-header");
              if (header.contains(document.activeElement) || !document.activeElement.closest("article")) return false;
              return box.bottom <= header.getBoundingClientRect().bottom || box.top >= innerHeight;
            }"""
        )
        assert not covered, page.evaluate("document.activeElement.outerHTML.slice(0, 200)")


@pytest.mark.parametrize("kind", ["home", "letter", "stub", "agency", "guide"])
def test_headings_are_words_alone(kind: str, tab: Watched) -> None:
    # A link in a heading would be read out with it, and be one more stop of the Tab key.
    page = tab.open(KINDS[kind])
    assert page.locator("article h1").count() == 1
    assert page.locator("article :is(h1, h2, h3) a").count() == 0


@pytest.mark.parametrize("kind", ["letter", "stub"])
def test_anchors_of_relations_keep_every_letter(kind: str, tab: Watched) -> None:
    headings = tab.open(KINDS[kind]).locator("article h3").all()
    assert headings
    assert [item.get_attribute("id") for item in headings] == [
        slug(item.inner_text()) for item in headings
    ]


def test_every_page_says_at_its_foot_what_it_is_not(tab: Watched) -> None:
    foot = tab.open(KINDS["stub"]).get_by_role("contentinfo")
    expect(foot).to_contain_text("không thay bản chính")


def test_the_name_of_the_archive_stands_whole_in_the_drawer(phone: Watched) -> None:
    page = phone.open(KINDS["home"])
    page.locator(".md-header label[for='__drawer']").click()
    name = page.locator(".md-nav--primary > .md-nav__title")
    expect(name).to_be_in_viewport()
    page.wait_for_timeout(400)
    assert name.evaluate("item => item.scrollWidth <= item.clientWidth")
    assert name.evaluate("item => item.scrollHeight <= item.clientHeight")


@pytest.mark.parametrize("kind", KINDS)
def test_our_markup_has_no_inline_script_or_style(kind: str, built: Path) -> None:
    html = (built / "site" / KINDS[kind]).read_text(encoding="utf-8")
    article = html.partition("<article")[2].partition("</article>")[0]
    assert " style=" not in article
    assert "<script>" not in article
    assert " onclick=" not in article


def test_what_is_ours_inside_the_letter_is_marked(tab: Watched) -> None:
    page = tab.open(LETTER)
    ours = page.evaluate(
        """() => [...document.querySelectorAll("[data-letter-text] a.vk-neo, [data-letter-text] button")]
          .filter(item => !item.closest("[data-not-text]")).length"""
    )
    assert ours == 0
