"""Citations: how many are found, how right, how fast, beside rivals in the same run."""

import json
import time
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.noise import table as noise_table
from benchmarks.resolution import table as resolution_table
from benchmarks.rivals import rivals
from tests.helpers import HOME, ROOT, citation_value, paragraph_letter, registry
from vankho.registry.agencies import agency_key
from vankho.registry.registry import Registry
from vankho.stages.extract import extract
from vankho.stages.resolve import resolve

_PATIENCE = 3.0
"""Seconds of processor time that one speed is measured for, at least."""
_TRIES = 20
"""How often at least: the best of few is worse than the best of many, on a machine with other work."""

_FIELDS = (
    "type",
    "number",
    "number_year",
    "symbol",
    "issued",
    "pinpoints",
    "attachment",
    "relation",
)


@dataclass
class Score:
    """Counts of one set of examples."""

    found: int = 0
    wanted: int = 0
    right: int = 0
    whole: int = 0
    examples: int = 0
    fields: dict[str, int] = field(default_factory=dict)

    def row(self, name: str) -> str:
        precision = self.right / self.found if self.found else 1.0
        recall = self.right / self.wanted if self.wanted else 1.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        by_field = " | ".join(
            f"{self.fields.get(f, 0) / max(1, self.right):.3f}" for f in (*_FIELDS, "issuer")
        )
        return (
            f"| {name} | {self.examples} | {precision:.3f} | {recall:.3f} | {f1:.3f} | {by_field} "
            f"| {self.whole / max(1, self.examples):.3f} |"
        )


def _score(examples: list[dict], known: Registry) -> Score:
    score = Score()
    for example in examples:
        context = example.get("context") or {}
        letter = paragraph_letter(example["text"], context.get("issuer") or HOME)
        found = extract(letter, known)
        issuers = {r.citation.span: r.issuer for r in _resolved(letter, found, known)}
        wanted = [
            {**item, "surface": unicodedata.normalize("NFC", item["surface"])}
            for item in example["expect"]
        ]
        score.examples += 1
        score.found += len(found)
        score.wanted += len(wanted)
        whole = len(found) == len(wanted)
        left = list(found)  # "Quyết định này" may be said twice in one letter
        for item in wanted:
            citation = next((c for c in left if c.surface == item["surface"]), None)
            if citation is None:
                whole = False
                continue
            left.remove(citation)
            score.right += 1
            got = citation_value(citation)
            for name in _FIELDS:
                same = got[name] == item.get(name)
                score.fields[name] = score.fields.get(name, 0) + same
                whole = whole and same
            issuer = issuers.get(citation.span)
            same = (agency_key(issuer) if issuer else None) == (
                agency_key(item["issuer"]) if item["issuer"] else None
            )
            score.fields["issuer"] = score.fields.get("issuer", 0) + same
        score.whole += whole
    return score


def _resolved(letter, found, known):
    return next(iter(resolve([letter], [found], known).resolutions.values()))


def _speed(run: Callable, argument: object, size: int) -> float:
    """Millions of characters a second of processor time, the best of several."""
    best, spent, tries = float("inf"), 0.0, 0
    while spent < _PATIENCE or tries < _TRIES:
        start = time.process_time()
        run(argument)
        took = time.process_time() - start
        best, spent, tries = min(best, took), spent + max(took, 1e-4), tries + 1
    return size / best / 1e6


def _letters_text() -> str:
    paths = sorted((ROOT / "corpus" / "letters").rglob("*.txt"))
    return "\n\n".join(path.read_text(encoding="utf-8") for path in paths)


def table() -> str:
    """Measure and return the result as Markdown."""
    known = registry()
    # First: what thousands of examples leave behind in memory slows the long texts by a fifth.
    speeds = _speeds(known)
    gold = json.loads((ROOT / "tests/gold/citations.json").read_text(encoding="utf-8"))["examples"]
    own = [
        example
        for path in sorted((ROOT / "tests/cases/citations").glob("*.json"))
        for example in json.loads(path.read_text(encoding="utf-8"))["examples"]
    ]
    heads = " | ".join((*_FIELDS, "issuer"))
    lines = [
        "## Viện dẫn {: #vien-dan }",
        "",
        "Mỗi viện dẫn tính là đúng khi đúng từng ký tự đầu và cuối; các cột sau là tỷ lệ đúng của từng trường trên những viện dẫn tìm đúng; cột cuối là tỷ lệ ví dụ đúng toàn bộ.",
        "",
        f"| Bộ | Ví dụ | Chính xác | Đầy đủ | F1 | {heads} | Đúng cả ví dụ |",
        "| --- | " + " | ".join(["---:"] * (len(_FIELDS) + 6)) + " |",
        _score(gold, known).row("Hiện tượng (bộ vàng)"),
        _score(own, known).row("Hiện tượng (tự viết)"),
        "",
        "## Từ văn bản đến điểm được viện dẫn {: #dau-cuoi }",
        "",
        "Một viện dẫn đúng đầu cuối khi chỗ đứng, lời in, văn bản và điểm mà nó dẫn tới đều đúng như người đọc tay đã ghi.",
        "",
        *resolution_table(known),
        "",
        "## Viện dẫn trong văn bản bị nhiễu {: #nhieu }",
        "",
        "F1 của số và ký hiệu khi mỗi viện dẫn bị hỏng ở 1, 3 hoặc 10 chỗ; bên cạnh là một biểu thức chính quy trong cùng lần chạy.",
        "",
        *noise_table(known),
        "",
        "## Tốc độ tìm viện dẫn {: #toc-do }",
        "",
        "Triệu ký tự mỗi giây của bộ xử lý trong một tiến trình, trên năm văn bản đầu tiên của kho nối lại (cứ 420 ký tự có một viện dẫn), cùng một lần chạy; rồi văn bản ấy lặp 10 và 100 lần. Dòng “cả tách đoạn” tính thêm việc chia văn bản thành đoạn và điểm.",
        "",
        "| Chương trình | ×1 | ×10 | ×100 |",
        "| --- | ---: | ---: | ---: |",
        *speeds,
    ]
    return "\n".join(lines) + "\n"


def _speeds(known: Registry) -> list[str]:
    """Measure how fast each contestant is; a row each."""
    text, rows = _letters_text(), []
    for name, (prepare, run) in _contestants(known).items():
        speeds = [
            _speed(run, prepare((text + "\n\n") * times), len(text) * times)
            for times in (1, 10, 100)
            if name != "eyecite" or times == 1
        ]
        cells = [f"{speed:.2f}" for speed in speeds] + ["–"] * (3 - len(speeds))
        rows.append(f"| {name} | " + " | ".join(cells) + " |")
    return rows


def _contestants(known: Registry) -> dict[str, tuple[Callable, Callable]]:
    """By name: what is done before the clock starts, and what is measured."""
    return {
        "Vankho": (paragraph_letter, lambda letter: extract(letter, known)),
        "Vankho, cả tách đoạn": (str, lambda text: extract(paragraph_letter(text), known)),
        **{name: (str, run) for name, run in rivals().items()},
    }


def write(path: Path) -> None:
    """Write the table as a page of the documentation."""
    head = "# Số đo\n\nTrang này do `make bench` viết; các con số phụ thuộc máy, nên hãy so các dòng với nhau.\n\n"
    path.write_text(head + table(), encoding="utf-8")
