"""What a point tells of the document that "Công văn này" or "Công văn trên" means."""

from collections.abc import Sequence
from dataclasses import replace

from vankho.model.citation import Citation
from vankho.model.letter import Letter
from vankho.model.resolution import Outcome, Resolved
from vankho.stages.resolve.anchors import Anchors, own_attachment
from vankho.stages.resolve.catalogue import NEAR_BY, Catalogue
from vankho.stages.resolve.claim import Claim
from vankho.stages.resolve.earlier import Earlier


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
        if other.kind == "self" or citation.type not in (other.type, other.called):
            continue
        outcome = outcomes[index]
        if not isinstance(outcome, Resolved) or not _has_points(outcome, citation, catalogue):
            return None
        return replace(claim, issuer=before[index].issuer, issuer_from="mention"), outcome
    return None


# Letters that are no plan or report themselves, and say so of none that is unnumbered.
_NO_PLANS = {"Công văn", "Công điện", "Thông báo"}
_PLANS = {"Kế hoạch", "Chương trình", "Đề án", "Báo cáo"}


def named_before(
    letter: Letter, claim: Claim, earlier: Earlier, catalogue: Catalogue
) -> tuple[Claim, Outcome] | None:
    """Return the plan that a letter has named, which "Kế hoạch này" in it means; of several, all.

    "Tại khoản 1 Kế hoạch số 119/KH-UBND … 2. Tại khoản 3 của Kế hoạch này": not where a plan is
    sent with the letter or attached to it, for that may be meant.
    """
    kind = claim.citation.type
    if kind not in _PLANS or letter.metadata.type not in _NO_PLANS:
        return None
    if earlier.attached or kind in earlier.sent:
        return None
    free = replace(claim, issuer=None, issuer_from="mention")
    meant = (
        earlier.meant_by(free)
        or last_with_point(free, earlier, catalogue)
        or earlier.open_between(free)
    )
    return (free, meant) if meant is not None else None


def last_with_point(claim: Claim, earlier: Earlier, catalogue: Catalogue) -> Outcome | None:
    """Return the document that "điểm b khoản 1 Công văn trên" means, where several were named.

    It is the one named last, where that is held and has the point, and no other one has.
    """
    named = earlier.last_and_others(claim) if claim.citation.pinpoints else None
    if named is None:
        return None
    last, others = named
    if not _has_points(last, claim.citation, catalogue):
        return None
    return None if any(_has_points(it, claim.citation, catalogue) for it in others) else last


def _has_points(outcome: Outcome, citation: Citation, catalogue: Catalogue) -> bool:
    document = catalogue.document(outcome.id) if isinstance(outcome, Resolved) else None
    if document is None or document.letter is None:
        return False
    return _points(catalogue.anchors, document.letter, citation, None) == len(citation.pinpoints)


def _points(anchors: Anchors, letter: Letter, citation: Citation, within: str | None) -> int:
    """Count the points of a citation that a letter has."""
    found = (
        anchors.find(letter, part.pinpoint, citation.attachment, within)
        for part in citation.pinpoints
    )
    return sum(anchor is not None for anchor in found)
