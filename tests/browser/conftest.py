"""The test archive in a real browser, over http below a sub-path."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.server import Server


@pytest.fixture(scope="session")
def server(built: Path) -> Iterator[Server]:
    running = Server(built / "site")
    yield running
    running.close()


@dataclass
class Watched:
    """A tab with what it asked for and complained of."""

    page: Page
    base: str
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        self.page.goto(self.base + path)
        self.page.wait_for_load_state("load")
        return self.page

    def elsewhere(self) -> list[str]:
        """What was asked of other hosts."""
        own = self.base.split("/kho/")[0]
        return [url for url in self.asked if not url.startswith((own, "data:", "blob:", "file:"))]


def watch(context: BrowserContext, base: str) -> Watched:
    tab = Watched(context.new_page(), base)
    tab.page.on("request", lambda request: tab.asked.append(request.url))
    tab.page.on("pageerror", lambda error: tab.complaints.append(str(error)))
    tab.page.on(
        "console",
        lambda said: (
            tab.complaints.append(said.text) if said.type in ("error", "warning") else None
        ),
    )
    return tab


@pytest.fixture
def tab(chromium: Browser, server: Server) -> Iterator[Watched]:
    """A tab in a fresh profile, at a desk."""
    context = chromium.new_context(locale="vi-VN", viewport={"width": 1280, "height": 900})
    yield watch(context, server.base)
    context.close()


@pytest.fixture
def phone(chromium: Browser, server: Server) -> Iterator[Watched]:
    """A tab in a fresh profile, 360 pixels wide."""
    context = chromium.new_context(locale="vi-VN", viewport={"width": 360, "height": 740})
    yield watch(context, server.base)
    context.close()
