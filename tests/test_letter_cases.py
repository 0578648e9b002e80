"""Letters of other layouts, types and makes, each with its hand-written truth."""

import json
from pathlib import Path

import pytest

from tests.helpers import ROOT, TESTS, letter_of, metadata_value
from vankho.model.letter import Letter, Level, Role
from vankho.registry.agencies import agency_key
from vankho.registry.registry import Registry

_FRAME = {
    *(Role.ISSUER, Role.NATION, Role.NUMBER, Role.DATE, Role.SUBJECT, Role.TYPE, Role.URGENCY, Role.HEADER),
    *(Role.ADDRESSEES, Role.RECIPIENTS, Role.SIGNATURE),
}  # fmt: skip
CASES = sorted((TESTS / "cases" / "letters").glob("*.txt"))
REAL = ROOT.parent / "shared" / "gold" / "real"
LABELS = (
    json.loads((REAL / "labels.json").read_text(encoding="utf-8"))["letters"]
    if REAL.is_dir()
    else []
)


def _comparable(values: dict[str, object]) -> dict[str, object]:
    """Agencies compare as the archive files them: UBND spelt out, without case."""
    return {
        name: agency_key(str(value)) if name in {"issuer", "parent_body"} and value else value
        for name, value in values.items()
    }


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_case(path: Path, known: Registry) -> None:
    truth = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    letter = letter_of(path, known)
    got = metadata_value(letter.metadata, truth["metadata"])
    assert _comparable(got) == _comparable(truth["metadata"])
    points = [
        b.anchor for b in letter.points() if b.path[-1].level not in {Level.ATTACHMENT, Level.ANNEX}
    ]
    assert points == [point["anchor"] for point in truth["points"]]
    if "body" in truth:
        assert _body(letter, truth["free"]) == [
            (block["role"], block["anchor"], block["starts_with"]) for block in truth["body"]
        ]


def _body(letter: Letter, free: list[str]) -> list[tuple[str, str | None, str]]:
    """Every block but the frame's, with its first words; ``free`` are those that may also go on."""
    found = []
    for block in letter.blocks:
        if block.role in _FRAME:
            continue
        begins = " ".join(block.spans[0].of(letter.text).split()[:6])
        if begins not in free:
            found.append((block.role.value, block.anchor, begins))
    return found


def test_there_are_at_least_forty() -> None:
    assert len(CASES) >= 40


@pytest.mark.parametrize("label", LABELS, ids=[label["file"] for label in LABELS])
def test_real_letters_of_other_makes(label: dict, known: Registry) -> None:
    """Where the label says that the text is damaged, the field is null or as misread, never invented."""
    letter = letter_of(REAL / label["file"], known)
    damaged = set(label["ocr_damage"] or ())
    metadata = letter.metadata
    got = {
        "number": metadata.number,
        "symbol": metadata.symbol,
        "issued": metadata.issued.isoformat() if metadata.issued else None,
        "issuer": metadata.issuer,
        "parent_body": metadata.parent_body,
        "place": metadata.place,
        "subject": metadata.subject,
        "addressees": list(metadata.addressees),
        "signer": metadata.signer.name if metadata.signer else None,
        "signer_title": [*metadata.signer.capacity, metadata.signer.position]
        if metadata.signer
        else [],
    }
    if damaged:
        # The scan was read by eye; of the file itself these are what can be asked.
        assert got["issued"] is None
        assert got["signer"] is None
        keep = {"symbol", "issuer", "parent_body", "place", "signer_title"}
        got = {key: value for key, value in got.items() if key in keep}
    assert got == {key: label[key] for key in got}
