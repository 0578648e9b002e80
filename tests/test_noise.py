"""Noise of every kind at every spot of every gold citation; the parse must hold."""

import json
import unicodedata

import pytest

from tests.helpers import TESTS, citation_value, paragraph_letter
from tests.noise import KINDS, Edit, Place, Spots, apply, moved
from vankho.registry.registry import Registry
from vankho.stages.extract import extract

GOLD = json.loads((TESTS / "gold" / "citations.json").read_text(encoding="utf-8"))["examples"]
TEXTS = [unicodedata.normalize("NFC", example["text"]) for example in GOLD]

_Row = tuple[int, int, dict[str, object]]


def _rows(text: str, known: Registry) -> list[_Row]:
    """Every citation of a text: where it stands and what it says."""
    rows = []
    for citation in extract(paragraph_letter(text), known):
        value = citation_value(citation)
        del value["surface"]
        if citation.attachment is not None:  # its title is quoted as printed, noise and all
            value["attachment"] = citation.attachment.type
        rows.append((citation.span.start, citation.span.end, value))
    return rows


@pytest.mark.parametrize("name", KINDS)
def test_the_parse_holds(name: str, known: Registry) -> None:
    spots: Spots = KINDS[name]
    tried, wrong = 0, []
    for text in TEXTS:
        clean = _rows(text, known)
        for start, end, _ in clean:
            for edits in spots(Place(text, start, end, known)):
                damaged = apply(text, edits)
                # Decomposed letters are put together at reading: nothing moves.
                same = unicodedata.normalize("NFC", damaged) == text
                want = [
                    (*moved(first, last, () if same else edits), value)
                    for first, last, value in clean
                ]
                tried += 1
                if _rows(damaged, known) != want:
                    wrong.append(damaged)
    assert tried >= 10
    assert wrong == []


def test_edits_know_where_a_span_goes() -> None:
    edits = (Edit(0, 0, "xx"), Edit(3, 3, "**"), Edit(5, 6, ""), Edit(8, 8, "**"))
    assert apply("abcdefghij", edits) == "xxabc**degh**ij"
    start, end = moved(3, 8, edits)
    assert apply("abcdefghij", edits)[start:end] == "degh"
