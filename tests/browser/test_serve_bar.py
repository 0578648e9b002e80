"""What an open page shows while the archive is worked on: it reloads, and tells what was found."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from vankho.serve import start

pytestmark = pytest.mark.browser
PAGE = '<!doctype html><html lang="vi"><title>x</title><body><h1>{}</h1></body></html>'


def test_an_open_page_reloads_and_shows_the_findings(tmp_path: Path, chromium: Browser) -> None:
    site, corpus = tmp_path / "site", tmp_path / "corpus"
    site.mkdir()
    corpus.mkdir()
    page = site / "index.html"
    page.write_text(PAGE.format("bản một"), encoding="utf-8")
    found = ["1 lỗi: letters/1.txt:3: <b>số</b>", ""]

    def build() -> str:
        page.write_text(PAGE.format("bản hai"), encoding="utf-8")
        return found.pop(0)

    running = start(site, [corpus], [site], build, message="1 cảnh báo")
    tab = chromium.new_page()
    try:
        tab.goto(running.url)
        expect(tab.locator("h1")).to_have_text("bản một")
        expect(tab.get_by_role("status")).to_have_text("1 cảnh báo")
        (corpus / "1.txt").write_text("x", encoding="utf-8")
        expect(tab.locator("h1")).to_have_text("bản hai", timeout=10_000)
        expect(tab.get_by_role("status")).to_have_text("1 lỗi: letters/1.txt:3: <b>số</b>")
        (corpus / "1.txt").write_text("y", encoding="utf-8")
        expect(tab.get_by_role("status")).to_have_count(0, timeout=10_000)
    finally:
        tab.close()
        running.close()
    assert b"__vankho" not in page.read_bytes()
