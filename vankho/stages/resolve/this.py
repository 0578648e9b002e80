"""When "Công văn này" means the letter just named, not the one that it stands in."""

from collections.abc import Sequence
from dataclasses import replace

from vankho.model.citation import Citation
from vankho.model.letter import Letter
from vankho.model.resolution import Outcome, Resolved
from vankho.stages.resolve.anchors import Anchors, own_attachment
from vankho.stages.resolve.catalogue import NEAR_BY, Catalogue
from vankho.stages.resolve.claim import Claim


def just_named(
    letter: Letter,
    claim: Claim,
    before: Sequence[Claim],
    outcomes: Sequence[Outcome | None],
    catalogue: Catalogue,
) -> tuple[Claim, Resolved] | None:
    """Return what "tại điểm a khoản 1 Công văn này" means, where it is not the letter's own point.

    "UBND tỉnh đã ban hành Công văn số 1285/UBND-KTN; tại điểm a khoản 1 Công văn này giao Sở …":
    a point that the letter does not have, but the last document of its type that the same
    place has named does. Only a held one can show that; ``outcomes`` run parallel to ``before``.
    """
    citation = claim.citation
    if not citation.pinpoints or citation.type != letter.metadata.type:
        return None
    if _points(catalogue.anchors, letter, citation, own_attachment(letter, citation)):
        return None
    for index in range(len(before) - 1, max(len(before) - 1 - NEAR_BY, -1), -1):
        other = before[index].citation
        if other.anchor != citation.anchor:
            return None
        if other.kind == "self" or other.type != citation.type:
            continue
        outcome = outcomes[index]
        document = catalogue.document(outcome.id) if isinstance(outcome, Resolved) else None
        if not isinstance(outcome, Resolved) or document is None or document.letter is None:
            return None
        if _points(catalogue.anchors, document.letter, citation, None) < len(citation.pinpoints):
            return None
        return replace(claim, issuer=before[index].issuer, issuer_from="mention"), outcome
    return None


def _points(anchors: Anchors, letter: Letter, citation: Citation, within: str | None) -> int:
    """Count the points of a citation that a letter has."""
    found = (
        anchors.find(letter, part.pinpoint, citation.attachment, within)
        for part in citation.pinpoints
    )
    return sum(anchor is not None for anchor in found)
