"""Does the site also come out whole from ProperDocs, the kept fork of MkDocs?

Usage: python tools/canary.py PYTHON    (by "make canary": the interpreter with ProperDocs)

MkDocs 1.x has no maintainer, so this tells early whether the way out is open. The docs
folder, as the last build left it, is built by both, and of every page what people rely on
is compared: the text of the letter (of other pages: of the whole article), the links, the
addresses of its points. What differs is reported; it is no failure of this project, so the
exit code is 0. It is 2 where nothing could be compared.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from vankho.config import load_config
from vankho.errors import CannotGoOnError
from vankho.stages.prove import read_html
from vankho.stages.site import MKDOCS, SiteSettings, build_html

ROOT = Path(__file__).resolve().parent.parent
DAY = 1_577_836_800
SHOWN = 20
COMPARED = ("text", "links", "anchors")


@dataclass(frozen=True)
class Page:
    """What is compared of a page."""

    text: str
    links: tuple[str, ...]
    anchors: frozenset[str]
    letter: bool


def read_site(folder: Path) -> dict[str, Page]:
    """Read every page below ``folder``, by its path."""
    return {
        path.relative_to(folder).as_posix(): _page(path.read_text(encoding="utf-8"))
        for path in sorted(folder.rglob("*.html"))
    }


def _page(html: str) -> Page:
    read = read_html(html)
    if read.text is not None:
        return Page(read.text, read.links, read.ids, letter=True)
    article = LexborHTMLParser(html).css_first("article")
    text = " ".join(article.text(deep=True).split()) if article else ""
    return Page(text, read.links, read.ids, letter=False)


def differences(ours: dict[str, Page], theirs: dict[str, Page]) -> Iterator[str]:
    """Say page by page what is not the same; nothing where all is."""
    for path in sorted(ours.keys() | theirs.keys()):
        if path not in theirs:
            yield f"{path}: only MkDocs makes it"
        elif path not in ours:
            yield f"{path}: only ProperDocs makes it"
        else:
            for name in COMPARED:
                left, right = getattr(ours[path], name), getattr(theirs[path], name)
                if left != right:
                    yield f"{path}: {name} differ{_where(left, right)}"


def _where(left: object, right: object) -> str:
    if not isinstance(left, str) or not isinstance(right, str):
        return ""
    pairs = zip(left, right, strict=False)
    at = next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(left), len(right)))
    return f": “{left[at : at + 40]}” is “{right[at : at + 40]}”"


def main(python: str) -> int:
    """Build with both, compare, report."""
    config = load_config(ROOT / "archive.yml")
    if not (config.docs / "index.md").is_file():
        print("canary: build the site first (make site).", file=sys.stderr)
        return 2
    fork = (python, "-m", "properdocs")
    with tempfile.TemporaryDirectory(prefix="vankho-canary-") as folder:
        sites = {}
        for name, generator in (("MkDocs", MKDOCS), ("ProperDocs", fork)):
            settings = SiteSettings(
                mkdocs=config.mkdocs,
                docs=config.docs,
                work=Path(folder) / f"{name}.build",
                title=config.archive.title,
                url=config.archive.site_url,
            )
            try:
                said = build_html(settings, Path(folder) / name, DAY, generator)
            except (CannotGoOnError, OSError) as error:
                print(f"canary: {name} does not build the site: {error}", file=sys.stderr)
                return 2
            version = subprocess.run(
                [*generator, "--version"], capture_output=True, text=True, check=False
            )
            print(f"{name}: {version.stdout.strip().partition(' from ')[0]}, {len(said)} messages")
            sites[name] = read_site(Path(folder) / name)
    ours, theirs = sites["MkDocs"], sites["ProperDocs"]
    found = list(differences(ours, theirs))
    letters = sum(page.letter for page in ours.values())
    print(f"{len(ours)} pages, {letters} of them letters; {len(found)} differences")
    for line in found[:SHOWN]:
        print(f"  {line}")
    if len(found) > SHOWN:
        print(f"  … and {len(found) - SHOWN} more")
    return 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python tools/canary.py PYTHON")
    sys.exit(main(sys.argv[1]))
