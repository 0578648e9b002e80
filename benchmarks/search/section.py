"""Search measured in Chromium, as a section of the documentation.

Ours, the stock search of Material and Pagefind with its defaults, on the same letters and the
same machine. Pagefind is optional (`pip install pagefind[bin]`): without it its column is missing.
"""

import argparse
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from benchmarks.search import corpus, generate, sites
from benchmarks.search.engines import PATIENCE, NoAnswerError, fresh_tab
from benchmarks.search.measure import Cost, by_kind, cost, relevance
from tests.search.server import Server

ANCHOR = "tim-kiem"
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
    "nghi quyet 01 cp 2021",
    "công văn số 15 ngày 11/3/2021 ubnd tỉnh",
)
_RIVAL_QUERIES = 4
"""Material reads its whole index on every full page: a few queries tell all."""
_HOW = """Ba công cụ trên cùng những văn bản ấy, cùng máy, cùng một lần chạy, trong Chromium:
Vankho, tìm kiếm có sẵn của Material, và Pagefind với thiết đặt mặc định. Trang của hai công cụ kia
mang đủ những gì trang của Vankho có, kể cả trang của văn bản chỉ được viện dẫn."""
_HOW_COST = """Câu ở giữa / câu chậm nhất. Lần đầu: trình duyệt chưa có gì của chỉ mục (riêng Material tải
cả chỉ mục cùng mỗi trang, trước khi ai tìm gì). Dung lượng tính khi chưa nén trên đường truyền. Hai
công cụ kia đo bằng {queries} câu, đến cỡ {rivals} công văn; ghi “không” là chờ {patience} giây mà
chưa có trả lời, hoặc trang sập vì chỉ mục. 305 công văn đầu viện dẫn hơn một nghìn
văn bản không có trong kho; các cỡ sau là công văn sinh ra bằng máy, dài như thật."""
_COLUMNS = (
    "Công văn",
    "Công cụ",
    "Lần đầu",
    "Lần sau",
    "Số yêu cầu",
    "Dung lượng",
    "Chỉ mục",
    "So với chữ",
    "Tệp",
    "Lập chỉ mục (CPU)",
    "Bộ nhớ",
)


def heading() -> str:
    """The section before anything is measured."""
    return f"## Tìm kiếm {{: #{ANCHOR} }}\n"


def add_options(parser: argparse.ArgumentParser) -> None:
    """What to measure of the search."""
    parser.add_argument(
        "--sizes", default="5000,20000,100000", help="made archives, beside the 305"
    )
    parser.add_argument("--rivals", type=int, default=20_000, help="rivals up to this size")
    parser.add_argument("--seed", type=int, default=20_261_121, help="of the unseen queries")


def measure(options: argparse.Namespace) -> Iterator[str]:
    """Measure, and give the section again and again as it grows: the large sizes take long."""
    sizes = [int(size) for size in options.sizes.split(",") if size]
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=_ARGUMENTS.split())
        lines = [heading(), _HOW, "", *_compare(browser, Path(folder), options.seed)]
        lines += _cost_head(options.rivals)
        yield _text(lines)
        for row in _scale(browser, Path(folder), sizes, options.rivals):
            lines.append(row)
            yield _text(lines)
        browser.close()


def _text(lines: list[str]) -> str:
    return "\n".join(lines) + "\n"


def _engines() -> list[str]:
    return ["Vankho", "Material", *(["Pagefind"] if find_spec("pagefind") else [])]


def _built(name: str, size: int, folder: Path) -> sites.Built:
    """The site of one engine: of made letters, or of the 305 where no size is given."""
    if name == "Vankho":
        return sites.build_ours(size, folder)
    gold = corpus.gold()
    build = sites.build_material if name == "Material" else sites.build_pagefind
    if size:
        return build(list(generate.documents(size, corpus.source_texts())), {}, folder)
    return build(gold.documents, gold.texts, folder)


def _compare(browser: Browser, folder: Path, seed: int) -> list[str]:
    sets = {
        "Câu hỏi viết tay trước khi sửa": corpus.own_queries("before"),
        "Câu hỏi viết tay sau cùng": corpus.own_queries("after"),
        "Câu hỏi của bộ vàng": corpus.gold_queries(),
        "Câu hỏi rút thăm từ văn bản": corpus.unseen_queries(corpus.gold().documents, seed),
    }
    found: dict[str, dict[str, dict[str, list[int | None]]]] = {}
    engines = _engines()
    for name in engines:
        built = _built(name, 0, folder / f"gold-{name}")
        server = Server({"/": built.folder})
        with fresh_tab(browser, server, name) as tab:
            found[name] = {title: by_kind(tab, queries) for title, queries in sets.items()}
        server.close()
    lines = [
        "### Tìm đúng, trên 305 công văn {: #tim-dung }",
        "",
        "Mỗi ô: tỷ lệ câu có kết quả đúng ở vị trí đầu / trong năm vị trí đầu / MRR.",
    ]
    for title in sets:
        kinds = sorted(found[engines[0]][title])
        rows = {kind: [found[name][title][kind] for name in engines] for kind in kinds}
        all_ = [[rank for kind in kinds for rank in found[name][title][kind]] for name in engines]
        lines += ["", f"| {title} | Số câu | {' | '.join(engines)} |"]
        lines += ["| --- | ---: |" + " --- |" * len(engines)]
        lines += [_row(kind, ranks) for kind, ranks in rows.items()]
        lines += [_row("**Tất cả**", all_)]
    return [*lines, ""]


def _row(title: str, ranks: Sequence[Sequence[int | None]]) -> str:
    return f"| {title} | {len(ranks[0])} | {' | '.join(str(relevance(r)) for r in ranks)} |"


def _cost_head(rivals: int) -> list[str]:
    return [
        "### Nhanh và gọn {: #nhanh-va-gon }",
        "",
        _HOW_COST.format(queries=_RIVAL_QUERIES, rivals=f"{rivals:,}", patience=PATIENCE),
        "",
        f"| {' | '.join(_COLUMNS)} |",
        "| ---: | --- |" + " ---: |" * (len(_COLUMNS) - 2),
    ]


def _scale(browser: Browser, folder: Path, sizes: list[int], rivals: int) -> Iterator[str]:
    for size in [0, *sizes]:
        for name in _engines():
            if name == "Vankho" or size <= rivals:
                place = folder / f"{size}-{name}"
                yield _cost_row(browser, name, size, place)
                shutil.rmtree(place)


def _cost_row(browser: Browser, name: str, size: int, place: Path) -> str:
    built = _built(name, size, place)
    figures = _cost(browser, built, name)
    gold = corpus.gold().documents
    count = size or sum(document.held for document in gold)
    text = built.text or (0 if size else sum(len(t.encode()) for t in corpus.gold().texts.values()))
    cells = [
        f"{count:,}",
        name,
        *(figures.cells() if figures else ["không"] * 4),
        f"{built.bytes / 1e6:.1f} MB",
        f"{built.bytes / text:.2f}" if text else "",
        f"{built.files:,}",
        f"{built.seconds:.1f} s ({count / built.seconds:,.0f}/s)" if name != "Material" else "",
        f"{built.memory / 1e6:,.0f} MB" if built.memory else "",
    ]
    return f"| {' | '.join(cells)} |"


def _cost(browser: Browser, built: sites.Built, name: str) -> Cost | None:
    """What the queries cost; None where one of them got no answer."""
    server = Server({"/": built.folder})
    try:
        return _asked(browser, server, name)
    except NoAnswerError:
        return None
    finally:
        server.close()


def _asked(browser: Browser, server: Server, name: str) -> Cost:
    pairs = []
    for text in _COST_QUERIES if name == "Vankho" else _COST_QUERIES[:_RIVAL_QUERIES]:
        with fresh_tab(browser, server, name) as tab:
            cold = tab.ask(text)
            pairs.append((cold, min(tab.ask(text).seconds for _ in range(2))))
    return cost(pairs)
