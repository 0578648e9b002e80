import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, sync_playwright

from tests.helpers import TESTS, make_archive, registry
from vankho.cli import main
from vankho.registry.registry import Registry

settings.register_profile(
    "vankho", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
settings.load_profile("vankho")

ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The one browser of a run: Playwright starts but once in a process."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def known() -> Registry:
    return registry()


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The test archive, built once: its folder, with ``site`` and ``docs`` in it."""
    folder = make_archive(tmp_path_factory.mktemp("archive") / "kho", TESTS / "archive" / "corpus")
    code = main(["build", "--config", str(folder / "archive.yml")])
    assert code == 0
    return folder
