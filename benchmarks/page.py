"""The page of figures in the documentation: each benchmark writes a section of its own."""

import re
from pathlib import Path

from tests.helpers import ROOT

PAGE = ROOT / "docs" / "kien-truc" / "so-do.md"


def section(text: str, anchor: str) -> str:
    """The section of a page whose heading bears `anchor`, with its subsections; "" for none."""
    found = re.search(
        rf"^## [^\n]*\{{: #{anchor} \}}.*?(?=^## |\Z)", text, re.DOTALL | re.MULTILINE
    )
    return found[0] if found else ""


def put(anchor: str, text: str, page: Path = PAGE) -> None:
    """Write a section into the page, in the place of the one that bears `anchor`, else at its end."""
    whole = page.read_text(encoding="utf-8") if page.exists() else ""
    before = section(whole, anchor)
    fresh = text.rstrip("\n") + "\n"
    whole = whole.replace(before, fresh) if before else f"{whole.rstrip()}\n\n{fresh}"
    page.write_text(whole, encoding="utf-8")
