"""The search page: everything in its address, exact counts, back and forward."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.search.letters import archive
from tests.search.server import Server

pytestmark = pytest.mark.browser

_ROOT = "#vankho-search-page"
_LIST = f"{_ROOT} ol[data-search-results]"


def _open(page: Page, server: Server, query: str) -> None:
    page.goto(server.url(f"/kho/tim-kiem.html?{query}"))
    page.locator(f"{_LIST}[data-query]").wait_for(state="attached")


def _ids(page: Page) -> list[str]:
    links = page.locator(f"{_LIST} > li > a:first-child")
    hrefs = links.evaluate_all("links => links.map((link) => link.getAttribute('href'))")
    return [re.sub(r"^.*van-ban/(.*)\.html.*$", r"\1", href) for href in hrefs]


def _facet(page: Page, name: str) -> dict[str, int]:
    items = page.locator(f"{_ROOT} details", has=page.get_by_text(name, exact=True)).locator("li")
    rows = items.evaluate_all(
        "items => items.map((item) => [item.querySelector('a').firstChild.data, item.querySelector('.vankho-count').textContent])"
    )
    return {value: int(count) for value, count in rows}


def _parameters(page: Page) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


def test_every_search_is_an_address(page: Page, server: Server) -> None:
    _open(page, server, "q=s%E1%BB%91+h%C3%B3a")
    expect(page.locator(_LIST)).to_have_attribute("data-query", "số hóa")
    assert _ids(page)[:2] == ["2024/751-ubnd-tthc", "2021/1937-ubnd-kstthc"]


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("q=972&nam=2021&co-quan=Sở Y tế", ["2021/972-syt-nvy"]),
        ("q=số+hóa&nguoi-ky=Võ Phiên", ["2024/751-ubnd-tthc"]),
        ("q=dịch vụ công&sap-xep=ngay", ["2022/1858-stttt-vp", "2020/468-stttt-bcvt-cntt"]),
        ("q=&noi-nhan=Sở Y tế", ["2022/1858-stttt-vp"]),
        ("q=468&trong-kho=khong", ["2021/468-qd-ttg"]),
        ("q=468&loai=Quyết định", ["2021/468-qd-ttg"]),
        ("q=972&nam=1999", []),
        (
            "q=&nam=2023&sap-xep=ngay&trong-kho=co",
            ["2023/97-sgddt-vp", "2023/9720-syt-nvd", "2023/12-stp-hctp"],
        ),
    ],
)
def test_filters(page: Page, server: Server, query: str, ids: list[str]) -> None:
    _open(page, server, query)
    assert _ids(page) == ids


def test_counts_are_exact(page: Page, server: Server) -> None:
    _open(page, server, "q=&trong-kho=co")
    held = [document for document in archive() if document.held]
    years = {year: sum(d.year == year for d in held) for year in {d.year for d in held}}
    assert _facet(page, "Năm") == {str(year): count for year, count in years.items()}
    issuers = {name: sum(d.issuer == name for d in held) for name in {d.issuer for d in held}}
    assert _facet(page, "Cơ quan ban hành") == issuers
    expect(page.locator(f"{_ROOT} [role=status]")).to_have_text(f"{len(held)} kết quả")
    # The counts of a field leave its own filter out: the way to the other value stays open.
    assert _facet(page, "Có trong kho") == {
        "Có trong kho": len(held),
        "Chỉ được viện dẫn": len(archive()) - len(held),
    }


def test_a_facet_narrows_and_widens(page: Page, server: Server) -> None:
    _open(page, server, "q=ubnd")
    total = int(page.locator(f"{_ROOT} [role=status]").inner_text().split()[0])
    page.locator(f"{_ROOT} details li a", has_text="2023").click()
    page.wait_for_url("**nam=2023*")
    expect(page.locator(f"{_ROOT} [role=status]")).not_to_have_text(f"{total} kết quả")
    page.locator(f"{_ROOT} details li a[aria-current]").click()
    expect(page.locator(f"{_ROOT} [role=status]")).to_have_text(f"{total} kết quả")
    assert "nam" not in _parameters(page)


def test_back_and_forward(page: Page, server: Server) -> None:
    _open(page, server, "q=ubnd")
    first = _ids(page)
    page.get_by_role("link", name="Mới nhất").click()
    page.wait_for_url("**sap-xep=ngay*")
    page.locator(f"{_ROOT} details li a", has_text="2024").click()
    page.wait_for_url("**nam=2024*")
    page.go_back()
    page.go_back()
    expect(page.locator(f"{_LIST} > li > a").first).to_have_attribute("href", re.compile(first[0]))
    assert "sap-xep" not in _parameters(page)
    page.go_forward()
    page.wait_for_url("**sap-xep=ngay*")


def test_typing_is_searching_and_leaves_one_step_back(page: Page, server: Server) -> None:
    _open(page, server, "q=972")
    length = page.evaluate("history.length")
    page.locator(f"{_ROOT} input").fill("một cửa")
    page.locator(f"{_LIST}[data-query='một cửa']").wait_for(state="attached")
    assert _parameters(page)["q"] == "một cửa"
    assert page.evaluate("history.length") == length


def test_enter_on_an_exact_number_opens_the_letter(page: Page, server: Server) -> None:
    page.goto(server.url("/kho/tim-kiem.html"))
    page.locator(f"{_ROOT} input").fill("751/ubnd-tthc")
    page.keyboard.press("Enter")
    page.wait_for_url("**/van-ban/2024/751-ubnd-tthc.html")


def test_what_has_nothing_to_say_is_no_landmark(page: Page, server: Server) -> None:
    pages = page.get_by_role("navigation", name="Các trang kết quả")
    filters = page.get_by_role("region", name="Bộ lọc")
    _open(page, server, "q=972")
    expect(pages).to_have_count(0)
    _open(page, server, "q=zzzzzz")
    expect(filters).to_have_count(0)
    _open(page, server, "q=ubnd")
    expect(pages).to_be_visible()
    expect(filters).to_be_visible()


def test_pages_of_results(page: Page, server: Server) -> None:
    _open(page, server, "q=ubnd")
    seen = _ids(page)
    total = int(page.locator(f"{_ROOT} [role=status]").inner_text().split()[0])
    assert len(seen) == 10 < total
    page.get_by_role("link", name="Trang sau").click()
    page.wait_for_url("**trang=2*")
    expect(page.locator(_LIST)).to_have_attribute("start", "11")
    seen += _ids(page)
    assert len(seen) == len(set(seen)) == total


def test_a_page_that_is_not_there_is_empty(page: Page, server: Server) -> None:
    _open(page, server, "q=ubnd&trang=99")
    assert _ids(page) == []


def test_phrases_are_verified_beyond_the_first_page(page: Page, server: Server) -> None:
    _open(page, server, 'q="một cửa liên thông"')
    expect(page.locator(f"{_ROOT} [role=status]")).to_have_text("1 kết quả")


def test_filters_can_be_lifted_where_nothing_is_left(page: Page, server: Server) -> None:
    _open(page, server, "q=972&nam=1999")
    page.get_by_role("link", name="Tìm lại không dùng bộ lọc").click()
    expect(page.locator(f"{_ROOT} [role=status]")).to_have_text("3 kết quả")


def test_nothing_asked_for(page: Page, server: Server) -> None:
    page.goto(server.url("/kho/tim-kiem.html"))
    expect(page.locator(_ROOT)).to_contain_text("Có thể tìm:")
    assert page.locator(_LIST).get_attribute("data-query") is None


@pytest.mark.parametrize(
    "query", ["q=972&nam=%00%ff", "q=%E0%A4%A", "trang=-1e9&q=a", "q=<b>&co-quan=<i>x"]
)
def test_strange_addresses(page: Page, server: Server, query: str) -> None:
    page.goto(server.url(f"/kho/tim-kiem.html?{query}"))
    expect(page.locator(f"{_ROOT} [role=status]")).to_have_text(re.compile("kết quả"))


def test_in_print_the_results_stay(page: Page, server: Server) -> None:
    _open(page, server, "q=972")
    page.emulate_media(media="print")
    expect(page.locator(_LIST)).to_be_visible()
    expect(page.locator(f"{_ROOT} form")).to_be_hidden()
    expect(page.locator(f"{_ROOT} details").first).to_be_hidden()


@pytest.mark.parametrize(
    ("query", "ids", "said"),
    [
        ("q=công văn 10", ["2023/97-sgddt-vp", "2024/15-ubnd-nntn"], True),
        ("q=nghi dinh 16 2015", ["2023/12-stp-hctp"], True),
        ("q=lớp 10", ["2023/97-sgddt-vp"], False),
        ("q=quyết định 37", ["2020/37-2020-qd-ubnd", "2021/972-ubnd-kstthc"], False),
        ("q=công văn 4321", [], False),
    ],
)
def test_that_nothing_has_a_number_is_said_where_only_its_words_are_found(
    page: Page, server: Server, query: str, ids: list[str], said: bool
) -> None:
    _open(page, server, query)
    assert _ids(page) == ids
    unknown = page.evaluate("vankhoSearch.say.unknown")
    assert page.locator(_ROOT).get_by_text(unknown, exact=True).count() == said


@pytest.mark.parametrize("width", [360, 1280])
def test_filters_stand_in_line_with_their_values(page: Page, server: Server, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    _open(page, server, "q=công văn")
    edges = page.locator(f"{_ROOT} details").evaluate_all(
        "all => all.map((one) => [one, one.querySelector('summary')].map((part) => part.getBoundingClientRect().left))"
    )
    assert edges
    assert all(outer == inner for outer, inner in edges)
