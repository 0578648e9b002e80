"""From the letter to the document and its point: citations whose whole way is right."""

import json
from collections.abc import Iterator

from tests.helpers import ROOT, TESTS, Understood, understood
from vankho.model.resolution import Resolution
from vankho.registry.registry import Registry

_Truth = list[tuple[str, list[dict]]]
"""Id of each letter with the citations that its reader found."""


def table(known: Registry) -> list[str]:
    """Measure, and return the rows of a table in Markdown."""
    lines = [
        "| Bộ | Viện dẫn | Tìm ra | Đúng văn bản | Đúng cả điểm | F1 đầu cuối |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    for name, archive, truth in _sets(known):
        wanted = [(found, want) for found, wants in _pairs(archive, truth) for want in wants]
        hits = [(hit, want) for found, want in wanted if (hit := _same_place(found, want))]
        document = [pair for pair in hits if _leads_to(*pair)]
        point = [pair for pair in document if pair[0].anchor == pair[1].get("cited_anchor")]
        found = sum(len(group) for group, _ in _pairs(archive, truth))
        f1 = 2 * len(point) / (found + len(wanted))
        lines.append(
            f"| {name} | {len(wanted)} | {len(hits)} | {len(document)} | {len(point)} | {f1:.3f} |"
        )
    return lines


def _sets(known: Registry) -> Iterator[tuple[str, Understood, _Truth]]:
    gold = json.loads((TESTS / "gold" / "letters.json").read_text(encoding="utf-8"))["letters"]
    made = json.loads((TESTS / "archive" / "truth.json").read_text(encoding="utf-8"))["letters"]
    yield "Năm văn bản thật", understood(ROOT / "corpus", known), _truth(gold)
    yield "Kho thử 12 văn bản", understood(TESTS / "archive" / "corpus", known), _truth(made)


def _truth(letters: list[dict]) -> _Truth:
    return [(letter["id"], letter["citations"]) for letter in letters]


def _pairs(archive: Understood, truth: _Truth) -> Iterator[tuple[list[Resolution], list[dict]]]:
    for letter, wants in truth:
        # "văn bản nêu trên" is beside the truth, which numbers what is named.
        named = [r for r in archive.archive.resolutions[letter] if r.citation.kind != "anaphora"]
        yield named, wants


def _same_place(found: list[Resolution], want: dict) -> Resolution | None:
    return next(
        (
            item
            for item in found
            if item.citation.surface == want["surface"] and item.citation.anchor == want["anchor"]
        ),
        None,
    )


def _leads_to(found: Resolution, want: dict) -> bool:
    return (found.status, found.cited) == (want["status"], want["cited"])
