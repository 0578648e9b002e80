"""csp.txt: the strictest Content-Security-Policy under which the site works, for the web server.

The theme writes a few short scripts into its pages; a policy lets in exactly those by
their hashes (CSP Level 3, 2.3.1). They are read from the HTML that was made, so that a new
version of the theme, or a page at a new depth, is never locked out.
"""

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

FILE = "csp.txt"
_SCRIPT = re.compile(rb"<script\b(?P<attributes>[^>]*)>(?P<body>.*?)</script\s*>", re.S | re.I)
_TYPE = re.compile(rb"""\btype\s*=\s*["']?(?P<type>[^"'\s>]*)""", re.I)
_SOURCE = re.compile(rb"\bsrc\s*=", re.I)
_RUN = (b"", b"text/javascript", b"application/javascript", b"module")
"""Types that a browser runs; JSON and the like are data, which no policy looks at."""


def write_policy(site: Path) -> None:
    """Write the policy for all HTML below ``site``: one line, the header's value."""
    hashes = sorted({item for path in sorted(site.rglob("*.html")) for item in _hashes(path)})
    text = policy(hashes)
    (site / FILE).write_text(f"{text}\n", encoding="utf-8", newline="\n")


def policy(hashes: Iterable[str]) -> str:
    """Return the header's value: everything from this host only, no script but the known ones."""
    return "; ".join(
        [
            "default-src 'none'",
            " ".join(["script-src 'self'", *(f"'{item}'" for item in hashes)]),
            "style-src 'self'",
            "img-src 'self' data:",
            "connect-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'self'",
        ]
    )


def inline_scripts(html: bytes) -> Iterator[bytes]:
    """Yield the scripts that stand in a page and run, as a browser sees them."""
    for match in _SCRIPT.finditer(html):
        kind = _TYPE.search(match["attributes"])
        runs = (kind["type"].lower() if kind else b"") in _RUN
        if runs and not _SOURCE.search(match["attributes"]):
            yield match["body"].replace(b"\r\n", b"\n").replace(b"\r", b"\n")


def _hashes(path: Path) -> Iterator[str]:
    for script in inline_scripts(path.read_bytes()):
        yield f"sha256-{base64.b64encode(hashlib.sha256(script).digest()).decode()}"
