"""prove: what was built, against what it was built from. Run on every build.

No word is lost: the text inside ``[data-letter-text]`` of each letter's HTML equals the
letter's own text. Every link inside the site leads somewhere. What fails stops the build
from being put in place.
"""

import posixpath
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser

from vankho.model.document import Document
from vankho.model.finding import Code, Finding, finding
from vankho.text.plain import words_of


@dataclass(frozen=True, slots=True)
class _Html:
    """What the proof needs of one page."""

    ids: frozenset[str]
    links: tuple[str, ...]
    text: str | None
    """Words of the letter on it, or None where it carries none."""


def prove(
    site: Path,
    letters: Sequence[Document],
    progress: Callable[[Sequence[Path]], Iterable[Path]] | None = None,
) -> dict[str, list[Finding]]:
    """Return the failures, by the path of the letter or page that they are about."""
    files = sorted(site.rglob("*.html"))
    pages: dict[str, _Html] = {}
    for path in progress(files) if progress else files:
        pages[path.relative_to(site).as_posix()] = read_html(path.read_text(encoding="utf-8"))
    failures: dict[str, list[Finding]] = {}
    for document in letters:
        assert document.letter is not None
        page = pages.get(document.url)
        expected = words_of(document.letter.text, document.letter.start)
        found = page.text if page else None
        if found != expected:
            failures.setdefault(document.letter.path, []).append(_lost(expected, found))
    everything = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    for name, page in pages.items():
        for target in sorted(set(page.links)):
            if not leads_somewhere(target, name, pages, everything):
                failures.setdefault(name, []).append(
                    finding(Code.LINK_BROKEN, None, page=name, target=target)
                )
    return failures


def read_html(html: str) -> _Html:
    """Parse a page as a browser does."""
    tree = LexborHTMLParser(html)
    ids = [node.attributes.get("id") or "" for node in tree.css("[id]")]
    links = [node.attributes.get("href") or "" for node in tree.css("a[href]")]
    holder = tree.css_first("[data-letter-text]")
    text = None
    if holder is not None:
        for own in holder.css("[data-not-text]"):
            own.decompose()
        for line in holder.css("br"):
            line.replace_with("\n")
        text = " ".join(holder.text(deep=True).split())
    return _Html(frozenset(ids), tuple(links), text)


def _lost(expected: str, found: str | None) -> Finding:
    """Name the first difference, with a few characters around it."""
    shown = found or ""
    at = next(
        (i for i, (a, b) in enumerate(zip(expected, shown, strict=False)) if a != b),
        min(len(expected), len(shown)),
    )
    start = max(0, at - 15)
    return finding(
        Code.TEXT_LOST, None, expected=expected[start : at + 25], found=shown[start : at + 25]
    )


_ELSEWHERE = ("http:", "https:", "mailto:", "tel:", "data:")


def leads_somewhere(target: str, page: str, pages: dict[str, _Html], everything: set[str]) -> bool:
    """Say whether a link on ``page`` leads to a file of the site, and to an id that is there."""
    if target.startswith(_ELSEWHERE) or not target:
        return True
    # Cut first, decode then: a name in a search may hold a written "#" or "?".
    path, _, anchor = target.partition("#")
    path, anchor = unquote(path.partition("?")[0]), unquote(anchor)
    if path.startswith("/"):
        return page == "404.html"  # the one page that names the site's root
    name = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
    if name not in everything:
        name = posixpath.join(name, "index.html") if name != "." else "index.html"
        if name not in everything:
            return False
    if not anchor or name not in pages or anchor == "__skip":
        return True
    return anchor in pages[name].ids
