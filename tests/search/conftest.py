"""A small archive as a real site (MkDocs, Material, the files that ship), and a real browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.search.letters import archive
from tests.search.server import Server
from tests.search.site_maker import make_site


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site."""
    return make_site(tmp_path_factory.mktemp("site"), archive())


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[Server]:
    """The site over http, below `/kho/`; with a strict content policy below `/chat/`."""
    running = Server({"/kho/": site, "/chat/": site})
    yield running
    running.close()


@pytest.fixture(scope="session")
def browser(chromium: Browser) -> Browser:
    """The one Chromium of the run."""
    return chromium


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh profile."""
    opened = browser.new_context(locale="vi-VN")
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A tab on which any script error fails the test."""
    tab = context.new_page()
    tab.on("pageerror", lambda error: pytest.fail(f"script error: {error}"))
    return tab
