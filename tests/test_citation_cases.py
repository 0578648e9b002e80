"""Citation phenomena of our own: lists, pinpoints, issuers, laws, noise, and what is no citation."""

import json
import unicodedata
from pathlib import Path

import pytest

from tests.helpers import HOME, TESTS, citation_value, differences, paragraph_letter
from vankho.registry.agencies import agency_key
from vankho.registry.registry import Registry
from vankho.stages.extract import extract
from vankho.stages.resolve import resolve

FILES = sorted((TESTS / "cases" / "citations").glob("*.json"))
CASES = [
    example
    for path in FILES
    for example in json.loads(path.read_text(encoding="utf-8"))["examples"]
]

# Not yet right, each with what is missing. A case that comes right must leave this list.
OPEN = {
    "fresh11-15": "a company whose name goes on in small letters",
    "fresh27-082": "a number broken over two short lines",
    "fresh29-03": "the whole of a short name that a letter defines: \u201cQuy chế tuyển sinh\u201d",
    "fresh7-10": "a record between the parties to a contract, no document of an agency",
    "fresh7-17": "a number that begins with letters",
}
# Who issued them cannot be told from the registry, or is disputable.
OPEN_ISSUER = {
    "alias-09", "fresh11-01", "fresh17-07", "fresh22-11", "fresh22-16", "fresh24-037", "fresh24-091",
    "fresh27-017", "fresh27-022", "fresh27-027", "fresh27-049", "fresh27-066", "fresh27-105", "joint-05",
    "joint-08", "type-09",
}  # fmt: skip


def _wrong(example: dict, known: Registry) -> list[object]:
    """Every way in which the citations found differ from those expected."""
    context = example.get("context") or {}
    found = extract(paragraph_letter(example["text"], context.get("issuer")), known)
    want = [dict(item) for item in example["expect"]]
    for item in want:
        item["surface"] = unicodedata.normalize("NFC", item["surface"])
    if [c.surface for c in found] != [item["surface"] for item in want]:
        return [[c.surface for c in found]]
    wrong: list[object] = []
    for citation, item in zip(found, want, strict=True):
        wrong += differences(citation_value(citation), item).items()
        if (citation.about is None) != (item["about"] is None):
            wrong.append(("about", citation.about))
    return wrong


@pytest.mark.parametrize("example", CASES, ids=[case["id"] for case in CASES])
def test_case(example: dict, known: Registry) -> None:
    wrong = _wrong(example, known)
    if example["id"] in OPEN:
        assert wrong, "this case comes right now: take it off the list"
    else:
        assert wrong == []


@pytest.mark.parametrize("example", CASES, ids=[case["id"] for case in CASES])
def test_issuer(example: dict, known: Registry) -> None:
    context = example.get("context") or {}
    letter = paragraph_letter(example["text"], context.get("issuer") or HOME)
    archive = resolve([letter], [extract(letter, known)], known)
    found = {r.citation.surface: r.issuer for r in next(iter(archive.resolutions.values()))}

    def key(name: str | None) -> str | None:
        return agency_key(name) if name else None

    wrong = [
        (surface, found[surface])
        for item in example["expect"]
        if (surface := unicodedata.normalize("NFC", item["surface"])) in found
        and key(found[surface]) != key(item["issuer"])
    ]
    assert bool(wrong) == (example["id"] in OPEN_ISSUER), wrong


def test_there_are_three_times_as_many_as_in_the_gold() -> None:
    gold = json.loads((TESTS / "gold" / "citations.json").read_text(encoding="utf-8"))["examples"]
    assert len(CASES) >= 3 * len(gold)
    assert len({case["id"] for case in CASES}) == len(CASES)
    assert Path(FILES[0]).exists()
