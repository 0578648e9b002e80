"""The same letters as three sites: ours, stock Material search, Pagefind with its defaults."""

import html
import json
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import process_time

from benchmarks.peak import cost
from vankho.search.document import SearchDocument

_ASSETS = Path(__file__).resolve().parents[2] / "theme" / "assets" / "search"
_OURS = """<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>x</title>
<meta name="vankho-base" content=""><link rel="icon" href="data:,">
<script defer src="assets/search/boot.js"></script></head><body></body></html>
"""
_PAGE = """<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{title}</title></head>
<body><main data-pagefind-body><h1>{title}</h1>{body}</main></body></html>
"""
_STOCK = """site_name: x
use_directory_urls: false
plugins:
  - search:
      lang: vi
theme: {name: material, language: vi, font: false}
"""


@dataclass(frozen=True)
class Built:
    """What a build cost."""

    folder: Path
    seconds: float
    bytes: int
    files: int
    memory: int = 0
    """Most memory of the building process, where it is one of its own."""
    text: int = 0
    """Bytes of the letters' text, where it is known."""


@dataclass(frozen=True)
class RivalPage:
    """What a page of a stock site shows of a document: all that ours shows."""

    url: str
    title: str
    lines: list[str]


def rival_page(document: SearchDocument, texts: Mapping[str, str]) -> RivalPage:
    """The page of a letter with its whole text, or of a document that is only cited."""
    about = f"V/v {document.subject}" if document.subject else ""
    shown = [document.type, document.reference, about]
    title = " ".join(part for part in shown if part)
    text = texts.get(document.id, document.text) or f"{document.issuer or ''}\nChưa có trong kho"
    return RivalPage(document.url, title, [line for line in text.splitlines() if line])


def build_ours(size: int, folder: Path) -> Built:
    """Our index and client, of so many made letters or of the gold set, in a process of its own."""
    shutil.copytree(_ASSETS, folder / "assets" / "search")
    (folder / "index.html").write_text(_OURS, encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "benchmarks.search.build_one",
        str(size),
        str(folder / "search"),
    ]
    spent = cost(command)
    row = json.loads(spent.said)
    return Built(folder, row["seconds"], row["bytes"], row["files"], spent.memory, row["text"])


def build_material(
    documents: Sequence[SearchDocument], texts: Mapping[str, str], folder: Path
) -> Built:
    """A stock site whose search index holds the documents, in the form that its plugin writes."""
    (folder / "docs").mkdir(parents=True)
    (folder / "docs" / "index.md").write_text("# x\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(_STOCK, encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(folder / "mkdocs.yml")]
    subprocess.run(command, check=True)
    path = folder / "site" / "search" / "search_index.json"
    index = json.loads(path.read_text(encoding="utf-8"))
    start = process_time()
    index["docs"] = [
        {
            "location": page.url,
            "title": html.escape(page.title),
            "text": "".join(f"<p>{html.escape(line)}</p>" for line in page.lines),
        }
        for page in (rival_page(document, texts) for document in documents)
    ]
    path.write_text(json.dumps(index), encoding="utf-8")
    return Built(folder / "site", process_time() - start, path.stat().st_size, 1)


def build_pagefind(
    documents: Sequence[SearchDocument], texts: Mapping[str, str], folder: Path
) -> Built:
    """Bare pages and the index that Pagefind makes of them."""
    for document in documents:
        page = rival_page(document, texts)
        path = folder / page.url
        path.parent.mkdir(parents=True, exist_ok=True)
        body = "".join(f"<p>{html.escape(line)}</p>" for line in page.lines)
        path.write_text(_PAGE.format(title=html.escape(page.title), body=body), encoding="utf-8")
    (folder / "index.html").write_text(
        '<!doctype html><html lang="vi"><title>x</title></html>', encoding="utf-8"
    )
    spent = cost([sys.executable, "-m", "pagefind", "--site", str(folder), "--quiet"])
    files = [path for path in (folder / "pagefind").rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files)
    return Built(folder, spent.seconds, size, len(files), spent.memory)
