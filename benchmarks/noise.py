"""How much of a citation is still read in damaged text, by kind and strength of the noise.

Each citation of the gold file and of our own cases is damaged at one, three and ten spots,
chosen at random but the same in every run. What counts is the reference, number and
symbol: that is all that the rival, a regular expression in one line, can tell.
"""

import json
import random
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable

from benchmarks.rivals import ONE_LINE
from tests.helpers import ROOT, paragraph_letter
from tests.noise import KINDS, Edit, Place, apply
from vankho.registry.registry import Registry
from vankho.stages.extract import extract

STRENGTHS = (1, 3, 10)
_SEED = 972

Found = Counter[tuple[str, str]]


def table(known: Registry) -> list[str]:
    """Measure, and return the rows of a table in Markdown."""
    heads = [f"{name} ×{strength}" for name in ("Vankho", "biểu thức") for strength in STRENGTHS]
    lines = [
        f"| Loại nhiễu | {' | '.join(heads)} |",
        f"| --- | {' | '.join(['---:'] * len(heads))} |",
    ]
    texts = _texts()
    for name in KINDS:
        damaged = [(strength, _damaged(name, texts, strength, known)) for strength in STRENGTHS]
        cells = [
            f"{_f1(rival, pairs):.3f}"
            for rival in (lambda text: _ours(text, known), _one_line)
            for _, pairs in damaged
        ]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return lines


def _texts() -> list[str]:
    paths = [
        ROOT / "tests/gold/citations.json",
        *sorted((ROOT / "tests/cases/citations").glob("*.json")),
    ]
    examples = [
        example["text"]
        for path in paths
        for example in json.loads(path.read_text(encoding="utf-8"))["examples"]
        if any(item["symbol"] for item in example["expect"])
    ]
    return [unicodedata.normalize("NFC", text) for text in examples]


def _damaged(
    name: str, texts: Iterable[str], strength: int, known: Registry
) -> list[tuple[str, Found]]:
    """Return damaged texts with the references that they hold."""
    chance = random.Random(f"{_SEED} {name} {strength}")
    result = []
    for text in texts:
        wanted: Found = Counter()
        edits: list[Edit] = []
        for citation in extract(paragraph_letter(text), known):
            if citation.symbol and citation.number:
                wanted[citation.number, citation.symbol] += 1
            place = Place(text, citation.span.start, citation.span.end, known)
            edits += _some(list(KINDS[name](place)), strength, edits, chance)
        if edits and wanted:
            result.append((apply(text, edits), wanted))
    return result


def _some(
    spots: list[tuple[Edit, ...]], strength: int, taken: list[Edit], chance: random.Random
) -> list[Edit]:
    """Choose up to ``strength`` spots that overlap neither each other nor what is taken."""
    chance.shuffle(spots)
    chosen: list[Edit] = []
    count = 0
    for spot in spots:
        near = [edit for edit in (*taken, *chosen) if _overlaps(spot, edit)]
        if not near and count < strength:
            chosen += spot
            count += 1
    return chosen


def _overlaps(spot: tuple[Edit, ...], other: Edit) -> bool:
    first, last = min(e.start for e in spot), max(e.end for e in spot)
    return first <= other.end and other.start <= last


def _f1(find: Callable[[str], Found], pairs: list[tuple[str, Found]]) -> float:
    right = found = wanted = 0
    for text, truth in pairs:
        got = find(text)
        right += (got & truth).total()
        found += got.total()
        wanted += truth.total()
    return 2 * right / (found + wanted) if found + wanted else 1.0


def _ours(text: str, known: Registry) -> Found:
    return Counter(
        (citation.number, citation.symbol)
        for citation in extract(paragraph_letter(unicodedata.normalize("NFC", text)), known)
        if citation.number and citation.symbol
    )


def _one_line(text: str) -> Found:
    found: Found = Counter()
    for match in ONE_LINE.findall(unicodedata.normalize("NFC", text)):
        number, _, symbol = re.sub(r"\s", "", match).partition("/")
        found[number, re.sub(r"^\d{4}/", "", symbol)] += 1
    return found
