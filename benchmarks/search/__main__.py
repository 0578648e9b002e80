"""`python -m benchmarks.search`: search measured in Chromium, as a Markdown page.

Ours, the stock search of Material and Pagefind with its defaults, on the same letters and the
same machine. Pagefind is optional (`pip install pagefind[bin]`): without it its column is empty.
"""

import argparse
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from benchmarks.search import corpus, generate, sites
from benchmarks.search.engines import fresh_tab
from benchmarks.search.measure import Cost, by_kind, cost, relevance
from tests.search.server import Server
from vankho.search.document import SearchAgency, SearchDocument

_ARGUMENTS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
)
_COST_QUERIES = (
    "thủ tục hành chính",
    "dịch vụ công trực tuyến trên thiết bị di động",
    "so hoa ho so",
    "972",
    "972/UBND-KSTTHC",
    "468/QĐ-TTg",
    "11/3/2021",
    "tháng 2/2024",
    "Sở Y tế",
    "sở tttt",
    "bảo hiểm y tế hộ gia đình",
    "phong chay chua chay mua nang nong",
    '"một cửa liên thông"',
    "giảm nghèo bền vững",
    "tuyen sihn lop 10",
    "đất đai",
    "so hoa ho so thang 2 2024",
    "khai thác cát sông",
    "công văn 15",
)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="5000", help="made archives, such as 5000,20000,100000")
    parser.add_argument(
        "--rivals", type=int, default=5_000, help="measure the rivals up to this size"
    )
    parser.add_argument("--seed", type=int, default=20_261_120, help="of the unseen queries")
    parser.add_argument("--out", type=Path, help="write the page here, too")
    options = parser.parse_args()
    lines: list[str] = []
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=_ARGUMENTS.split())
        lines += _compare(browser, Path(folder), options.seed)
        lines += _scale(
            browser, Path(folder), [int(size) for size in options.sizes.split(",")], options
        )
        browser.close()
    page = "\n".join(lines) + "\n"
    print(page)
    if options.out:
        options.out.write_text(page, encoding="utf-8")


def _build(
    name: str, documents: Sequence[SearchDocument], agencies: Sequence[SearchAgency], folder: Path
) -> sites.Built:
    if name == "ours":
        return sites.build_ours(documents, agencies, folder)
    return (sites.build_material if name == "Material" else sites.build_pagefind)(documents, folder)


def _engines() -> list[str]:
    return ["ours", "Material", *(["Pagefind"] if find_spec("pagefind") else [])]


def _compare(browser: Browser, folder: Path, seed: int) -> list[str]:
    documents = corpus.gold_documents()
    sets = {
        "Dev queries": corpus.gold_queries(),
        f"Unseen queries (seed {seed})": corpus.unseen_queries(documents, seed),
    }
    lines = [f"# Search, measured {time.strftime('%Y-%m-%d')}", ""]
    found: dict[str, dict[str, dict[str, list[int | None]]]] = {}
    engines = _engines()
    for name in engines:
        built = _build(name, documents, [], folder / f"gold-{name}")
        server = Server({"/": built.folder})
        with fresh_tab(browser, server.url("/index.html"), name) as tab:
            found[name] = {title: by_kind(tab, queries) for title, queries in sets.items()}
        server.close()
    for title in sets:
        lines += [f"## {title}, 305 letters: success@1 / success@5 / MRR", ""]
        lines += [f"| class | n | {' | '.join(engines)} |", "|---|---|" + "---|" * len(engines)]
        kinds = sorted(found["ours"][title])
        for kind in kinds:
            cells = [str(relevance(found[name][title][kind])) for name in engines]
            lines.append(f"| {kind} | {len(found['ours'][title][kind])} | {' | '.join(cells)} |")
        every = {
            name: [rank for kind in kinds for rank in found[name][title][kind]] for name in engines
        }
        cells = [str(relevance(every[name])) for name in engines]
        lines += [f"| **all** | {len(every['ours'])} | {' | '.join(cells)} |", ""]
    return lines


def _scale(
    browser: Browser, folder: Path, sizes: list[int], options: argparse.Namespace
) -> list[str]:
    head = [
        "letters",
        "engine",
        "cold",
        "warm",
        "requests",
        "bytes",
        "index",
        "of text",
        "files",
        "build (cpu)",
        "memory",
    ]
    lines = [
        "## Cost, middle / worst query",
        "",
        f"| {' | '.join(head)} |",
        "|---" * len(head) + "|",
    ]
    for size in [0, *sizes]:
        documents = _documents(size) if size <= options.rivals else []
        for name in _engines():
            if name != "ours" and size > options.rivals:
                continue
            place = folder / f"{size}-{name}"
            if name == "ours" and size:
                built = sites.build_ours_made(size, place)
            else:
                built = _build(name, documents, [], place)
            count = size or sum(document.held for document in documents)
            text = built.text or sum(len(document.text.encode()) for document in documents)
            figures = _cost(browser, built, name)
            cells = [
                f"{count:,}",
                name,
                *figures.cells(),
                f"{built.bytes / 1e6:.1f} MB",
                f"{built.bytes / text:.2f}",
                f"{built.files:,}",
                f"{built.seconds:.1f} s ({count / built.seconds:,.0f}/s)",
                f"{built.memory / 1e6:,.0f} MB" if built.memory else "",
            ]
            lines.append(f"| {' | '.join(cells)} |")
            print(lines[-1], file=sys.stderr, flush=True)
            shutil.rmtree(place)
    note = (
        "Cold: a fresh profile, the page and its scripts loaded, nothing of the index; Material "
        "reads its whole index with the page. Rivals: four queries. Bytes as sent, not compressed."
    )
    return [*lines, "", note, ""]


def _documents(size: int) -> list[SearchDocument]:
    """Made letters, or the 305 of the comparison where no size is given."""
    return (
        list(generate.documents(size, corpus.source_texts())) if size else corpus.gold_documents()
    )


def _cost(browser: Browser, built: sites.Built, name: str) -> Cost:
    server = Server({"/": built.folder})
    pairs = []
    # Material reads its whole index on every full page: a few queries tell all.
    for text in _COST_QUERIES if name == "ours" else _COST_QUERIES[:4]:
        with fresh_tab(browser, server.url("/index.html"), name) as tab:
            cold = tab.ask(text)
            pairs.append((cold, min(tab.ask(text).seconds for _ in range(2))))
    server.close()
    return cost(pairs)


if __name__ == "__main__":
    main()
