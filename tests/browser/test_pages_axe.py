"""axe-core finds no A or AA violation on any kind of page."""

import re
from importlib import resources
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import watch
from tests.browser.kinds import KINDS
from tests.browser.server import Server

pytestmark = pytest.mark.browser
AXE = (resources.files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RUN = "tags => axe.run({runOnly: {type: 'tag', values: tags}})"


def _still(page: Page, path: Path) -> Page:
    html = path.read_text(encoding="utf-8")
    page.set_content(re.sub(r'<meta http-equiv="refresh"[^>]*>', "", html))
    return page


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe(scheme: str, width: int, chromium: Browser, server: Server, built: Path) -> None:
    found = []
    context = chromium.new_context(
        color_scheme=scheme,  # type: ignore[arg-type]
        viewport={"width": width, "height": 800},
        reduced_motion="reduce",
        locale="vi-VN",
    )
    for kind, path in KINDS.items():
        tab = watch(context, server.base)
        # It goes on by itself: looked at where it stands still.
        page = _still(tab.page, built / "site" / path) if kind == "forward" else tab.open(path)
        page.wait_for_timeout(150)
        page.evaluate(
            "document.querySelectorAll('article details').forEach(item => (item.open = true))"
        )
        page.evaluate(AXE)
        for violation in page.evaluate(RUN, TAGS)["violations"]:
            nodes = [node["html"][:160] for node in violation["nodes"][:3]]
            found.append((kind, violation["id"], nodes))
        page.close()
    context.close()
    assert found == []
