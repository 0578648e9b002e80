"""The phenomena of the gold file: each example is wholly right or named here."""

import json
import unicodedata

import pytest

from tests.helpers import TESTS, citation_value, differences, paragraph_letter
from vankho.registry.registry import Registry
from vankho.stages.extract import extract

GOLD = json.loads((TESTS / "gold" / "citations.json").read_text(encoding="utf-8"))["examples"]

# In these two the gold names no relation although the text says "thực hiện Công văn …",
# as c036 does, which it labels thuc_hien. The text is right.
RELATION_BY_TEXT = {"c051": "thuc_hien", "c069": "thuc_hien"}


@pytest.mark.parametrize("example", GOLD, ids=[e["id"] for e in GOLD])
def test_example(example: dict, known: Registry) -> None:
    found = extract(paragraph_letter(example["text"]), known)
    want = [dict(item) for item in example["expect"]]
    for item in want:
        item["surface"] = unicodedata.normalize("NFC", item["surface"])
        if example["id"] in RELATION_BY_TEXT:
            item["relation"] = RELATION_BY_TEXT[example["id"]]
    assert [c.surface for c in found] == [item["surface"] for item in want]
    for citation, item in zip(found, want, strict=True):
        assert differences(citation_value(citation), item) == {}, citation.surface
        assert (citation.about is None) == (item["about"] is None)
