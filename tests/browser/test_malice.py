"""Every page of the malicious archive in a real browser: nothing of theirs runs or leaves."""

from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser

from tests.browser.server import Server
from tests.malice import WORDS, malicious_archive
from tests.test_build import build

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def malicious(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = malicious_archive(tmp_path_factory.mktemp("malicious") / "kho")
    assert build(folder) == 1
    return folder


def _pages(site: Path) -> list[str]:
    """Every page of a letter, the lists that carry their words, and searches for them."""
    letters = [path.relative_to(site).as_posix() for path in site.rglob("van-ban/*/*.html")]
    lists = ["index.html", "danh-sach/moi-nhat.html", "danh-sach/co-quan.html", "danh-sach/nguoi-ky.html"]  # fmt: skip
    shelves = sorted((site / "danh-sach/co-quan").glob("*.html"))[::8]
    asked = [f"tim-kiem.html?q={quote(words[:200])}" for words in list(WORDS.values())[::5]]
    return [*sorted(letters), *lists, *(p.relative_to(site).as_posix() for p in shelves), *asked]


def test_nothing_runs_and_nothing_leaves(malicious: Path, chromium: Browser) -> None:
    server = Server(malicious / "site")
    context = chromium.new_context()
    asked: list[str] = []
    dialogs: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    pages = _pages(malicious / "site")
    try:
        page = context.new_page()
        page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
        for path in pages:
            page.goto(server.base + quote(path, safe="/?=&%"))
            if path.startswith("tim-kiem"):
                page.wait_for_load_state("networkidle")
            # A handler that waits for the pointer or the keyboard gets its chance.
            page.evaluate(
                """() => document.querySelectorAll("main *").forEach((node) => {
                    for (const kind of ["mouseover", "focus", "click"])
                        if (kind != "click" || !node.closest("a[href], button, summary, label"))
                            node.dispatchEvent(new Event(kind, { bubbles: true }));
                })"""
            )
            assert page.evaluate("window.hacked === undefined"), path
            assert page.evaluate(
                """() => [...document.querySelectorAll("a[href]")]
                    .every((link) => !/^(javascript|data|vbscript):/i.test(link.protocol))"""
            ), path
    finally:
        context.close()
        server.close()
    own = server.base.split("/kho/")[0]
    assert len(pages) > 2 * len(WORDS)
    assert [url for url in asked if not url.startswith((own, "data:", "blob:"))] == []
    assert dialogs == []
