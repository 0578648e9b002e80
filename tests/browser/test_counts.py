"""What a list says of its size is what the search shows that the list leads to."""

import os
import re
from pathlib import Path
from urllib.parse import urljoin

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.browser.conftest import Watched

pytestmark = pytest.mark.browser
_NUMBERED = re.compile(r"\(([\d.]+)\)$")


def _number(text: str) -> int:
    return int("".join(filter(str.isdigit, text)) or 0)


def _led_to_search(site: Path) -> dict[str, int]:
    """Addresses of searches that lists lead to, with how many documents they promise."""
    found: dict[str, int] = {}
    for path in sorted((site / "danh-sach").rglob("*.html")):
        tree = LexborHTMLParser(path.read_text(encoding="utf-8"))
        page = os.path.relpath(path, site)
        size = tree.css_first(".vk-so-luong strong")
        for link in tree.css("a[href*='tim-kiem.html?']:not([href*='?q='])"):
            address = urljoin(page, link.attributes["href"] or "")
            numbered = _NUMBERED.search(link.text())
            assert size is not None
            found[address] = _number(numbered[1] if numbered else size.text())
    return found


def test_lists_and_the_search_agree(built: Path, tab: Watched) -> None:
    searches = _led_to_search(built / "site")
    kinds = {re.search(r"\?([\w-]+)=", address)[1] for address in searches}  # type: ignore[index]
    assert kinds == {"nam", "co-quan", "noi-nhan", "nguoi-ky", "loai", "trong-kho"}
    wrong = {}
    for address, promised in searches.items():
        page = tab.open(address)
        page.locator("ol[data-search-results][data-query]").wait_for(state="attached")
        shown = _number(page.locator("#vankho-search-page .vankho-status").inner_text())
        if shown != promised:
            wrong[address] = (promised, shown)
    assert wrong == {}
