"""Citations: how many are found, how right, how fast, beside rivals in the same run."""

import json
import re
import time
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tests.helpers import HOME, ROOT, citation_value, paragraph_letter, registry
from vankho.registry.agencies import agency_key
from vankho.registry.registry import Registry
from vankho.stages.extract import extract
from vankho.stages.resolve import resolve

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
_ONE_LINE = re.compile(r"\d+[a-z]?\s?/\s?(?:\d{4}/)?[A-ZĐ][A-Za-zĐđ]*(?:[-&][A-ZĐ][A-Za-zĐđ0-9]*)*")


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
        for item in wanted:
            citation = next((c for c in found if c.surface == item["surface"]), None)
            if citation is None:
                whole = False
                continue
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


def _speed(run: Callable[[str], object], text: str) -> float:
    """Millions of characters a second, the best of three."""
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        run(text)
        best = min(best, time.perf_counter() - start)
    return len(text) / best / 1e6


def _letters_text() -> str:
    paths = sorted((ROOT / "corpus" / "letters").rglob("*.txt"))
    return "\n\n".join(path.read_text(encoding="utf-8") for path in paths)


def _rivals() -> dict[str, Callable[[str], object]]:
    rivals: dict[str, Callable[[str], object]] = {"một biểu thức chính quy": _ONE_LINE.findall}
    try:
        from eyecite import get_citations
    except ImportError:
        return rivals
    return {**rivals, "eyecite (văn bản tiếng Anh của nó không có ở đây)": get_citations}


def table() -> str:
    """Measure and return the result as Markdown."""
    known = registry()
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
        "## Tốc độ tìm viện dẫn {: #toc-do }",
        "",
        "Triệu ký tự mỗi giây trong một tiến trình, cùng một lần chạy; và tỷ lệ khi văn bản dài gấp 10, gấp 100.",
        "",
        "| Chương trình | ×1 | ×10 | ×100 |",
        "| --- | ---: | ---: | ---: |",
    ]
    text = _letters_text()
    ours = lambda t: extract(paragraph_letter(t), known)  # noqa: E731
    for name, run in {"Vankho": ours, **_rivals()}.items():
        speeds = [
            _speed(run, (text + "\n\n") * times)
            for times in (1, 10, 100 if "eyecite" not in name else 10)
        ]
        lines.append(f"| {name} | " + " | ".join(f"{speed:.2f}" for speed in speeds) + " |")
    return "\n".join(lines) + "\n"


def write(path: Path) -> None:
    """Write the table as a page of the documentation."""
    head = "# Số đo\n\nTrang này do `make bench` viết; các con số phụ thuộc máy, nên hãy so các dòng với nhau.\n\n"
    path.write_text(head + table(), encoding="utf-8")
