"""csp.txt: a hash for each inline script that runs, none for data."""

import base64
import hashlib
from pathlib import Path

import pytest

from vankho.stages.exports.policy import FILE, inline_scripts, policy, write_policy


@pytest.mark.parametrize(
    ("html", "scripts"),
    [
        ("<script>a()</script>", ["a()"]),
        ('<SCRIPT type="module">\na()\n</SCRIPT >', ["\na()\n"]),
        ("<script>a()\r\nb()</script><script>c()</script>", ["a()\nb()", "c()"]),
        ('<script src="a.js"></script><script defer src=a.js></script>', []),
        ('<script type="application/json">{}</script>', []),
        ('<script type="application/ld+json">{}</script>', []),
        ("<scripts>a</scripts>", []),
    ],
)
def test_scripts_that_run(html: str, scripts: list[str]) -> None:
    assert [item.decode() for item in inline_scripts(html.encode())] == scripts


def test_each_script_once_over_all_pages(tmp_path: Path) -> None:
    for name, body in (("a.html", "một()"), ("b/c.html", "một()"), ("b/d.html", "hai()")):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"<script>{body}</script>", encoding="utf-8")
    write_policy(tmp_path)
    text = (tmp_path / FILE).read_text(encoding="utf-8")
    hashes = sorted(
        "sha256-" + base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
        for body in ("một()", "hai()")
    )
    assert text == policy(hashes) + "\n"
    assert "unsafe" not in text
    assert text.count("sha256-") == 2


def test_the_site_s_own_scripts_are_few(built: Path) -> None:
    # Two of the theme's for all pages, one for each depth of folders, one for the 404 page.
    text = (built / "site" / FILE).read_text(encoding="utf-8")
    depths = {
        len(path.relative_to(built / "site").parts) for path in (built / "site").rglob("*.html")
    }
    assert text.count("sha256-") == 2 + len(depths) + 1
