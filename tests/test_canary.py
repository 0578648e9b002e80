"""The canary says what differs between two builds, and nothing where nothing does."""

from pathlib import Path

import pytest

from tools.canary import differences, read_site

LETTER = (
    "<article><h1>Số 1</h1><div data-letter-text><p id=khoan-1>1. Giao Sở Nội vụ."
    '<a href="#khoan-1" data-not-text>¶</a></p></div><a href="x.html">x</a></article>'
)
GUIDE = "<article><h1>Hướng dẫn</h1><p>Cách làm.</p></article>"


def _site(folder: Path, **pages: str) -> Path:
    for name, html in pages.items():
        path = folder / f"{name.replace('__', '/')}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(html, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({}, []),
        # The look of a page may differ; what it says may not.
        ({"a": LETTER.replace("<h1>", "<h1 class=new>")}, []),
        ({"a": LETTER.replace("Nội vụ", "Nội  vu")}, ["a.html: text"]),
        ({"a": LETTER.replace("x.html", "y.html")}, ["a.html: links"]),
        ({"a": LETTER.replace("id=khoan-1", "id=khoan-2")}, ["a.html: anchors"]),
        ({"b__c": GUIDE.replace("Cách", "Cach")}, ["b/c.html: text"]),
        ({"d": GUIDE}, ["d.html: only ProperDocs"]),
    ],
)
def test_differences(changed: dict[str, str], told: list[str], tmp_path: Path) -> None:
    pages = {"a": LETTER, "b__c": GUIDE}
    ours = read_site(_site(tmp_path / "ours", **pages))
    theirs = read_site(_site(tmp_path / "theirs", **{**pages, **changed}))
    found = list(differences(ours, theirs))
    assert len(found) == len(told)
    assert all(line.startswith(start) for line, start in zip(found, told, strict=True))


def test_a_page_that_is_missing_is_told(tmp_path: Path) -> None:
    ours = read_site(_site(tmp_path / "ours", a=LETTER))
    assert len(list(differences(ours, {}))) == 1
