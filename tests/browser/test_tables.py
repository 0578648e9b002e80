"""A table between bars, as a reader sees it: cells in lines, no bars, no page wider than the screen."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.server import Server
from tests.browser.test_pages_axe import AXE, RUN, TAGS
from tests.helpers import make_archive, put
from tests.test_build import build, letter

pytestmark = pytest.mark.browser

_TABLE = "\n".join(
    [
        "| TT | Cơ quan | Số lượng | Tháng 1 | Tháng 2 | Tháng 3 | Tháng 4 | Ghi chú của cơ quan |",
        "|---|---|---|---|---|---|---|---|",
        "| 1 | Sở Nội vụ | 120 | 30 | 30 | 30 | 30 | Theo Công văn số 972/UBND-KSTTHC ngày 11/3/2021 |",
        "| 2 | Sở Y tế | 80 | 20 | 20 | 20 | 20 |  |",
    ]
)
_LOOK = """() => ({
  cells: [...document.querySelectorAll('.vk-dong')].map((row) =>
    [...row.children].filter((cell) => getComputedStyle(cell).display === 'table-cell').length),
  tops: [...document.querySelectorAll('.vk-dong:last-child > *')].map((cell) => cell.getBoundingClientRect().top),
  bars: [...document.querySelectorAll('.vk-vach')].map((bar) => bar.getBoundingClientRect().width),
  rule: document.querySelector('.vk-ke').getBoundingClientRect().height,
  wide: [document.documentElement.scrollWidth, innerWidth],
})"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = make_archive(tmp_path_factory.mktemp("tables") / "kho")
    put(
        folder,
        "2022/1.txt",
        letter(5, f"1. Giao chỉ tiêu như sau:\n\n{_TABLE}\n\nYêu cầu thực hiện./."),
    )
    assert build(folder) == 0
    return folder / "site"


@pytest.mark.parametrize("width", [360, 1280])
def test_cells_stand_in_lines(width: int, site: Path, chromium: Browser) -> None:
    server = Server(site)
    context = chromium.new_context(
        viewport={"width": width, "height": 800}, reduced_motion="reduce"
    )
    try:
        page = context.new_page()
        page.goto(server.base + "van-ban/2022/05-ubnd-th.html")
        seen = page.evaluate(_LOOK)
        assert seen["cells"] == [8, 8, 8]
        assert len(set(seen["tops"])) == 1
        assert max(seen["bars"]) <= 1
        assert seen["rule"] == 0
        assert seen["wide"][0] <= seen["wide"][1]
        assert page.locator(".vk-o a[href*='972-ubnd-kstthc']").is_visible()
        page.emulate_media(media="print")
        assert page.locator(".vk-dong").first.is_visible()
        page.emulate_media(media="screen")
        page.evaluate(AXE)
        assert page.evaluate(RUN, TAGS)["violations"] == []
    finally:
        context.close()
        server.close()
