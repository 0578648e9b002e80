"""Letters with two marks, one above the other, stand whole wherever overflow is cut off."""

import pytest

from tests.browser.conftest import Watched
from tests.browser.kinds import KINDS

pytestmark = pytest.mark.browser
STACKED = "ỄẶỬ"
ROOM = 12
# Marks the visible elements with words of their own that cut off what is higher than a line.
CUTTING = """() => {
  const cuts = item => ["hidden", "clip", "auto", "scroll"].includes(getComputedStyle(item).overflowY);
  const worded = item => [...item.childNodes].some(node => node.nodeType === 3 && node.data.trim());
  const seen = item => item.checkVisibility({visibilityProperty: true, opacityProperty: true}) && item.clientHeight > 4;
  const found = [...document.querySelectorAll("body *")].filter(
    item => seen(item) && worded(item) && (cuts(item) || cuts(item.parentElement)));
  found.forEach((item, index) => item.setAttribute("data-cuts", index));
  return found.length;
}"""
FREE = "[data-cuts], :has(> [data-cuts]) { overflow: visible !important }"


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("kind", ["letter", "agency", "guide"])
def test_stacked_marks_are_not_cut_off(kind: str, width: int, tab: Watched) -> None:
    tab.page.set_viewport_size({"width": width, "height": 740})
    page = tab.open(KINDS[kind])
    # Below its title a page says in the header what it is, in words of its own.
    page.evaluate("scrollTo(0, 500)")
    page.wait_for_timeout(400)
    found = page.evaluate(CUTTING)
    assert found > 0
    for index in range(found):
        item = page.locator(f"[data-cuts='{index}']")
        item.evaluate("(item, text) => (item.textContent = text)", STACKED)
        box = item.bounding_box()
        if box is None or box["y"] < 0 or box["y"] + box["height"] > 740:
            continue
        clip = {
            "x": max(0, box["x"] - ROOM),
            "y": max(0, box["y"] - ROOM),
            "width": box["width"] + 2 * ROOM,
            "height": box["height"] + 2 * ROOM,
        }
        cut = page.screenshot(clip=clip)
        style = page.add_style_tag(content=FREE)
        whole = page.screenshot(clip=clip)
        style.evaluate("item => item.remove()")
        assert cut == whole, item.evaluate("item => item.outerHTML")
