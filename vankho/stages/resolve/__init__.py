"""resolve: all letters and their citations → which document each citation means.

Two passes. Mentions that say enough (issuer, number, symbol, year) make the set of known
documents, held ones first; mentions that say less are then matched against it. The
outcome does not depend on the order of the files.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from vankho.grammar.date import real
from vankho.grammar.provinces import place_of
from vankho.model.citation import Citation, told_year
from vankho.model.document import Document
from vankho.model.finding import Code, Finding, finding
from vankho.model.letter import Letter
from vankho.model.resolution import (
    Ambiguous,
    Outcome,
    Resolution,
    Resolved,
    SelfReference,
    Several,
    Stub,
    Target,
    Unnamed,
)
from vankho.registry.agencies import agency_key
from vankho.registry.registry import Registry
from vankho.stages.resolve.anchors import own_attachment
from vankho.stages.resolve.called import short_names, spelt_out
from vankho.stages.resolve.catalogue import NEAR_BY, Catalogue
from vankho.stages.resolve.claim import Claim
from vankho.stages.resolve.earlier import Earlier
from vankho.stages.resolve.issuers import find_issuer, speaks_of_another
from vankho.stages.resolve.speaker import speaker_of
from vankho.stages.resolve.this import just_named, last_with_point, named_before

__all__ = ["Archive", "resolve"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """Every document known, and what each letter's citations lead to."""

    documents: tuple[Document, ...]
    """Sorted by id."""
    resolutions: dict[str, tuple[Resolution, ...]]
    """By the citing document's id."""
    findings: dict[str, tuple[Finding, ...]]
    """By the path of the letter's file."""
    ids: dict[str, str]
    """Path of a letter's file → its document's id."""


def resolve(
    letters: Sequence[Letter], citations: Sequence[Sequence[Citation]], registry: Registry
) -> Archive:
    """Resolve the citations of all letters. ``citations`` run parallel to ``letters``."""
    catalogue = Catalogue(registry)
    found: dict[str, list[Finding]] = {letter.path: [] for letter in letters}
    for letter in letters:
        for item in catalogue.hold(letter):
            found[letter.path].append(item)
    claims = [
        _claims(letter, group, registry) for letter, group in zip(letters, citations, strict=True)
    ]
    catalogue.know([claim for group in claims for claim in group])
    for path, item in catalogue.name().items():
        found[path].append(item)
    resolutions: dict[str, tuple[Resolution, ...]] = {}
    for letter, group in zip(letters, claims, strict=True):
        own = catalogue.id_of_letter(letter)
        resolved = _resolve_letter(letter, own, group, catalogue)
        resolutions[own] = tuple(resolved)
        found[letter.path] += _check(letter, resolved, catalogue)
    return Archive(
        documents=catalogue.documents(),
        resolutions=resolutions,
        findings={path: tuple(items) for path, items in found.items()},
        ids={letter.path: catalogue.id_of_letter(letter) for letter in letters},
    )


def _claims(letter: Letter, citations: Sequence[Citation], registry: Registry) -> list[Claim]:
    """Add to each citation what the letter as a whole says of it: issuer, date, year."""
    speaker = speaker_of(letter.metadata, registry)
    called = short_names(letter, registry)
    claims: list[Claim] = []
    told: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for citation in citations:
        spelt = spelt_out(citation, called)
        claim = find_issuer(letter, spelt, claims, told, speaker, registry)
        if spelt is not citation:
            claim = replace(claim, citation=citation)
        if speaker.nowhere and place_of(citation.issuer or "") is None:
            claim = replace(claim, assumed=True)
        claims.append(claim)
        if claim.issuer and claim.issuer_from in {"stated", "mention"} and claim.key:
            told[claim.key].append(claim)
    dated: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, claim in enumerate(claims):
        if (claim.citation.issued or claim.citation.written_year) and claim.key:
            dated[claim.key].append(index)
    return [_dated(letter, index, claims, dated) for index in range(len(claims))]


_Dated = Mapping[tuple[str, str], Sequence[int]]
"""``Claim.key`` → indexes of the mentions that bear a date or a year."""


def _dated(letter: Letter, index: int, claims: Sequence[Claim], dated: _Dated) -> Claim:
    """Give an undated mention the date of the nearest dated one of the same document.

    Where the letter has named that number of two years, only these years may be meant.
    """
    claim = claims[index]
    citation = claim.citation
    if (
        citation.number_year
        or citation.issued
        or citation.written_year
        or citation.kind in {"self", "anaphora"}
    ):
        year = told_year(citation)
        issued = citation.issued
        if issued is None and citation.number_year:
            issued = next((twin.citation.issued for twin in _twins(index, claims, dated)), None)
        return replace(claim, year=year or None, issued=issued)
    twins = _twins(index, claims, dated)
    years = {year for twin in twins if (year := told_year(twin.citation))}
    if len(years) > 1:
        return replace(claim, years=frozenset(years))
    if twins:
        return replace(claim, year=told_year(twins[0].citation), issued=twins[0].citation.issued)
    if citation.day_month and letter.metadata.issued:
        return _year_of_partial(claim, letter)
    return claim


def _twins(index: int, claims: Sequence[Claim], dated: _Dated) -> list[Claim]:
    """Return the earlier mentions with a date that may be of the same document, nearest first.

    Without one, the later ones, if they all give one year.
    """
    claim = claims[index]
    known = dated.get(claim.key, ()) if claim.key else ()
    at = bisect_left(known, index)
    before = [claims[other] for other in reversed(known[max(0, at - NEAR_BY) : at])]
    earlier = [other for other in before if claim.may_be(other)]
    if earlier:
        return earlier
    after = [claims[other] for other in known[at : at + NEAR_BY] if other != index]
    later = [other for other in after if claim.may_be(other)]
    return later if len({told_year(other.citation) for other in later}) == 1 else []


def _year_of_partial(claim: Claim, letter: Letter) -> Claim:
    """A date without its year ("ngày 19/6") is the last such day before the letter's own."""
    assert claim.citation.day_month is not None
    assert letter.metadata.issued is not None
    day, month = claim.citation.day_month
    own = letter.metadata.issued
    for year in (own.year, own.year - 1):
        date = real(year, month, day)
        if date and date <= own:
            return replace(claim, year=year, issued=date)
    return claim


def _resolve_letter(
    letter: Letter, own: str, claims: Sequence[Claim], catalogue: Catalogue
) -> list[Resolution]:
    outcomes: list[Outcome | None] = []
    known: list[Claim] = []
    earlier = Earlier(letter)
    for claim in claims:
        outcome = _outcome(letter, claim, own, outcomes, earlier, catalogue)
        another = None
        if isinstance(outcome, SelfReference) and claim.citation.kind == "self":
            another = just_named(letter, claim, known, outcomes, catalogue) or named_before(
                letter, claim, earlier, catalogue
            )
        meant = another or (claim, outcome)
        known.append(meant[0])
        outcomes.append(meant[1])
        earlier.add(*meant)
    result: list[Resolution] = []
    position = {index: at for at, index in enumerate(i for i, o in enumerate(outcomes) if o)}
    for claim, outcome in zip(known, outcomes, strict=True):
        if outcome is None:
            continue
        acted = outcomes[claim.citation.about] if claim.citation.about is not None else None
        about = _one(acted)
        document = catalogue.document(_one(outcome))
        held = document.letter if document else None
        citation = claim.citation
        within = own_attachment(letter, citation)
        issued = claim.issued or (document.issued if document else None)
        targets = tuple(
            Target(
                span=point.span,
                pinpoint=point.pinpoint,
                anchor=catalogue.anchors.find(held, point.pinpoint, citation.attachment, within)
                if held
                else None,
            )
            for part in citation.pinpoints
            for point in (part.items or (part,))
        )
        if isinstance(outcome, SelfReference) and citation.kind == "self":
            issued = letter.metadata.issued
        result.append(
            Resolution(
                citation=citation._replace(
                    related=position.get(citation.related)
                    if citation.related is not None
                    else None,
                    same_as=position.get(citation.same_as)
                    if citation.same_as is not None
                    else None,
                ),
                outcome=outcome,
                issuer=_issuer(claim, document),
                issuer_from=claim.issuer_from,
                issued=issued,
                targets=targets,
                about=about,
            )
        )
    return result


def _issuer(claim: Claim, document: Document | None) -> str | None:
    """Return who issued the document that a citation leads to.

    Of a held one its letterhead beats what the symbol means where the citing letter is at home,
    and a name that says less.
    """
    if document is None or document.issuer is None or not claim.issuer:
        return claim.issuer or (document.issuer if document else None)
    if document.held and (
        claim.issuer_from == "home" or claim.assumed or _is_fuller(document.issuer, claim.issuer)
    ):
        return document.issuer
    return claim.issuer


def _is_fuller(name: str, short: str) -> bool:
    """Say whether ``name`` says whose "Liên đoàn Lao động tỉnh" is."""
    return agency_key(name).startswith(f"{agency_key(short)}-")


def _one(outcome: Outcome | None) -> str | None:
    """Return the id of the one document that an outcome leads to, if it leads to one."""
    return (
        None
        if outcome is None or isinstance(outcome, Ambiguous | Several | Unnamed)
        else outcome.id
    )


def _outcome(
    letter: Letter,
    claim: Claim,
    own: str,
    outcomes: Sequence[Outcome | None],
    earlier: Earlier,
    catalogue: Catalogue,
) -> Outcome | None:
    citation = claim.citation
    if citation.kind == "self" and not speaks_of_another(letter, citation):
        return SelfReference(id=own)
    if citation.same_as is not None:
        return outcomes[citation.same_as]
    if citation.kind in {"anaphora", "self"}:
        return earlier.meant_by(claim) or last_with_point(claim, earlier, catalogue)
    if citation.kind == "bare":
        candidates = catalogue.numbered(claim, before=letter.metadata.issued)
        if not candidates:
            return Unnamed()
    else:
        candidates = catalogue.candidates(claim)
    if candidates == [own]:
        return SelfReference(id=own)
    if len(candidates) > 1:
        return Ambiguous(candidates=tuple(candidates))
    document = catalogue.document(candidates[0]) if candidates else None
    if document is None:
        return None
    return Resolved(id=document.id) if document.held else Stub(id=document.id)


def _check(
    letter: Letter, resolutions: Sequence[Resolution], catalogue: Catalogue
) -> list[Finding]:
    """Report what an archivist should compare with the originals."""
    found: list[Finding] = []
    own = letter.metadata.issued
    for resolution in resolutions:
        citation, span = resolution.citation, resolution.citation.span
        surface = citation.surface
        if citation.impossible_date:
            found.append(
                finding(
                    Code.CITATION_DATE_IMPOSSIBLE,
                    span,
                    surface=surface,
                    written=citation.impossible_date,
                )
            )
        if isinstance(resolution.outcome, Ambiguous):
            names = ", ".join(resolution.outcome.candidates)
            found.append(finding(Code.CITATION_AMBIGUOUS, span, surface=surface, candidates=names))
            continue
        if isinstance(resolution.outcome, Unnamed):
            found.append(finding(Code.CITATION_UNNAMED, span, surface=surface))
            continue
        document = catalogue.document(resolution.cited)
        if document is None:
            continue
        if citation.issued and document.issued and citation.issued != document.issued:
            found.append(
                finding(
                    Code.CITATION_DATE_MISMATCH,
                    span,
                    surface=surface,
                    written=f"{citation.issued:%d/%m/%Y}",
                    held=f"{document.issued:%d/%m/%Y}",
                    id=document.id,
                )
            )
        elif citation.issued and own and citation.issued > own:
            found.append(
                finding(
                    Code.CITATION_LATER_THAN_LETTER,
                    span,
                    surface=surface,
                    written=f"{citation.issued:%d/%m/%Y}",
                )
            )
        if document.held:
            found += [
                finding(
                    Code.CITATION_POINT_MISSING,
                    target.span,
                    id=document.id,
                    pinpoint=target.span.of(letter.text),
                )
                for target in resolution.targets
                if target.anchor is None
            ]
    return found
