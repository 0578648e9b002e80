"""Over http below a path, from a file share, under a strict policy, slowly, after a rebuild."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.search.asking import ask
from tests.search.letters import AGENCIES, archive
from tests.search.server import Server
from vankho.search.build import build_index

pytestmark = pytest.mark.browser

_LIST = "#vankho-search-page ol[data-search-results]"
_PLAIN = """<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Tìm</title>
<meta name="vankho-base" content=""><link rel="icon" href="data:,">
<link rel="stylesheet" href="assets/search/search.css">
<script defer src="assets/search/boot.js"></script></head>
<body><div id="vankho-search-page"></div></body></html>
"""


def test_from_a_file_share(page: Page, site: Path) -> None:
    page.goto(f"{(site / 'tim-kiem.html').as_uri()}?q=972&nam=2021")
    expect(page.locator(f"{_LIST} a").first).to_have_attribute(
        "href", "./van-ban/2021/972-ubnd-kstthc.html"
    )
    page.locator(f"{_LIST} a").first.click()
    page.wait_for_url("file://**/van-ban/2021/972-ubnd-kstthc.html")


def test_dialog_from_a_file_share_in_a_folder_below(page: Page, site: Path) -> None:
    page.goto((site / "huong-dan" / "index.html").as_uri())
    page.keyboard.press("/")
    page.locator("dialog input").fill("751")
    link = page.locator("dialog ol[data-query='751'] a").first
    expect(link).to_have_attribute("href", "../van-ban/2024/751-ubnd-tthc.html")


def test_under_a_strict_policy(page: Page, server: Server, site: Path) -> None:
    (site / "chat.html").write_text(_PLAIN, encoding="utf-8")
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(server.url("/chat/chat.html?q=s%E1%BB%91+h%C3%B3a"))
    expect(page.locator(f"{_LIST} a").first).to_be_visible()
    assert complaints == []


def test_nothing_is_asked_of_another_host(page: Page, server: Server) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(server.url("/kho/tim-kiem.html?q=972"))
    expect(page.locator(f"{_LIST} a").first).to_be_visible()
    assert [url for url in asked if not url.startswith(server.url("/kho/"))] == []


def test_only_one_small_script_until_the_search_is_wanted(page: Page, server: Server) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(server.url("/kho/index.html"), wait_until="networkidle")
    ours = [url.rsplit("/", 1)[1] for url in asked if "/search/" in url]
    assert sorted(ours) == ["boot.js", "search.css"]


def test_without_decompression_stream(page: Page, server: Server) -> None:
    page.add_init_script("delete window.DecompressionStream")
    page.goto(server.url("/kho/tim-kiem.html?q=972"))
    expect(page.locator(f"{_LIST} a").first).to_be_visible()


def test_both_ways_of_unpacking_agree(page: Page, server: Server) -> None:
    page.goto(server.url("/kho/index.html"))
    script = """async (texts) => {
      await vankhoSearch.load();
      const same = [];
      for (const text of texts) {
        const bytes = new TextEncoder().encode(text);
        const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate"));
        const packed = new Uint8Array(await new Response(stream).arrayBuffer());
        const here = new TextDecoder().decode(vankhoSearch.inflateHere(packed));
        same.push(here === text && new TextDecoder().decode(await vankhoSearch.inflate(packed)) === text);
      }
      return same;
    }"""
    texts = [
        "",
        "a",
        "ab" * 40_000,
        "".join(chr(33 + i * 7919 % 9000) for i in range(50_000)),
        "x" * 300_000,
    ]
    assert page.evaluate(script, texts) == [True] * len(texts)


def test_without_javascript(browser: Browser, server: Server) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server.url("/kho/huong-dan/index.html"))
    link = page.get_by_role("link", name="Tìm kiếm và các danh sách văn bản")
    expect(link).to_have_attribute("href", "../tim-kiem.html")
    expect(page.locator("button[data-vankho-search-open]")).to_be_hidden()
    context.close()


def test_a_slow_network(page: Page, server: Server) -> None:
    server.delay = 0.3
    try:
        page.goto(server.url("/kho/tim-kiem.html?q=972"), wait_until="commit")
        expect(page.locator("#vankho-search-page [role=status]")).to_have_text(
            "Đang tìm…", timeout=15_000
        )
        expect(page.locator(f"{_LIST} a").first).to_be_visible(timeout=15_000)
    finally:
        server.delay = 0.0


def test_an_open_tab_after_a_rebuild(
    context: BrowserContext, server: Server, site: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "kho"
    shutil.copytree(site, copy)
    server.folders["/moi/"] = copy
    asked, opened = context.new_page(), context.new_page()
    for tab in (asked, opened):
        tab.goto(server.url("/moi/index.html"))
    assert ask(asked, "751").ids[0] == "2024/751-ubnd-tthc"
    opened.evaluate(
        "async () => { await vankhoSearch.load(); await vankhoSearch.withArchive(async () => 0); }"
    )
    left = [document for document in archive() if document.number != "751"]
    build_index(left, AGENCIES, copy / "search")
    # What is asked for now is gone: the tab opens the new index by itself.
    assert ask(opened, "số hóa hồ sơ").ids == ["2021/1937-ubnd-kstthc"]
    assert "2024/751-ubnd-tthc" not in ask(opened, "5864").ids
    # What a tab holds already still answers.
    assert ask(asked, "751").ids[0] == "2024/751-ubnd-tthc"


def test_an_index_that_is_gone_is_told(
    page: Page, server: Server, site: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "kho"
    shutil.copytree(site, copy)
    shutil.rmtree(copy / "search")
    server.folders["/mat/"] = copy
    page.goto(server.url("/mat/tim-kiem.html?q=972"))
    expect(page.locator("#vankho-search-page")).to_contain_text("Không tải được chỉ mục tìm kiếm")
    expect(page.get_by_role("button", name="Tải lại trang")).to_be_visible()


def test_an_index_of_a_newer_program_is_told(
    page: Page, server: Server, site: Path, tmp_path: Path
) -> None:
    """A tab that stayed open while the program was renewed: its scripts cannot read the index."""
    copy = tmp_path / "kho"
    shutil.copytree(site, copy)
    entry = copy / "search" / "index.js"
    entry.write_text(entry.read_text("utf-8").replace('"format":', '"format":9'), "utf-8")
    server.folders["/mai/"] = copy
    page.goto(server.url("/mai/tim-kiem.html?q=972"))
    expect(page.locator("#vankho-search-page")).to_contain_text("hãy tải lại trang")
    expect(page.locator(f"{_LIST} a")).to_have_count(0)


def test_an_empty_archive(page: Page, server: Server, site: Path, tmp_path: Path) -> None:
    copy = tmp_path / "kho"
    shutil.copytree(site, copy)
    build_index([], [], copy / "search")
    server.folders["/rong/"] = copy
    page.goto(server.url("/rong/index.html"))
    for text in ("972", "số hóa", '"một cửa"', "11/3/2021", "sở y tế", "tuyen sihn"):
        assert ask(page, text).total == 0
