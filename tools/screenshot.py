"""Take the pictures that the README and the guides show, from a built site.

Usage: python tools/screenshot.py [SITE]

Opens pages of SITE (default: site) from the disk in Chromium and writes PNG files into
docs/assets/anh. Run it after a visible change, look at the pictures, and commit them.
"""

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "docs" / "assets" / "anh"
LARGEST = 200_000
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


@dataclass(frozen=True)
class Shot:
    """One picture: which page, how large, and what is shown of it."""

    name: str
    page: str
    width: int
    height: int
    top: str = ""
    """Selector of the element that is scrolled to the top; empty for the top of the page."""


SHOTS = (
    Shot("trang-chu", "index.html", 1280, 640),
    Shot("van-ban", "van-ban/2021/972-ubnd-kstthc.html", 1280, 640, "#khoan-1"),
    Shot("chua-co", "van-ban/2020/6219-ubnd-kstthc.html", 1280, 640),
)


def main(arguments: list[str]) -> int:
    """Take every picture; return 1 where one is too large to keep in the repository."""
    site = Path(arguments[0] if arguments else ROOT / "site").resolve()
    missing = [shot.page for shot in SHOTS if not (site / shot.page).is_file()]
    if missing:
        print(f"{site} lacks {', '.join(missing)}: build the archive first.", file=sys.stderr)
        return 2
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    OUT.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        sizes = {shot.name: take(browser, site, shot) for shot in SHOTS}
        browser.close()
    for name, size in sizes.items():
        print(f"{name}.png: {size:,} bytes")
    return 1 if max(sizes.values()) > LARGEST else 0


def take(browser: Browser, site: Path, shot: Shot) -> int:
    """Take one picture and return its size in bytes."""
    page = browser.new_page(
        viewport={"width": shot.width, "height": shot.height},
        color_scheme="light",
        reduced_motion="reduce",
    )
    page.goto((site / shot.page).as_uri())
    page.evaluate("document.fonts.ready")
    if shot.top:
        page.locator(shot.top).evaluate(
            "element => window.scrollTo(0, element.getBoundingClientRect().top + scrollY - 72)"
        )
    # The theme's scripts mark the reader's place a moment after the page has moved.
    page.wait_for_timeout(500)
    path = OUT / f"{shot.name}.png"
    page.screenshot(path=path)
    page.close()
    return path.stat().st_size


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
