"""A citation with what its letter as a whole says of the document: issuer, date, year."""

import datetime
from dataclasses import dataclass

from vankho.grammar.number import without_zeros
from vankho.model.citation import Citation
from vankho.model.document import Document
from vankho.registry.agencies import agency_key
from vankho.registry.registry import Registry
from vankho.text.fold import slug


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A citation with the issuer and the year that the letter as a whole gives it."""

    citation: Citation
    issuer: str | None
    issuer_from: str | None
    beside: str | None = None
    """Whose a reference back may be by the words before it: "đề nghị của X tại Công văn nêu trên"."""
    year: int | None = None
    issued: datetime.date | None = None
    assumed: bool = False
    """Nothing tells the province of the issuer, nor of who speaks: it is taken for the archive's."""
    years: frozenset[int] = frozenset()
    """Where it bears no date and the letter has named several years before it: these years."""

    @property
    def key(self) -> tuple[str, str] | None:
        """What mentions of one document share: number and symbol, or the name of a law."""
        citation = self.citation
        if citation.kind == "name":
            return "", slug(citation.title or "")
        if citation.number is None or citation.symbol is None:
            return None
        return without_zeros(citation.number), slug(citation.symbol)

    def may_be(self, other: "Claim") -> bool:
        """Say whether an earlier mention may be of the same document as this one."""
        mine, theirs = self.citation, other.citation
        if mine.kind == "name" or theirs.kind == "name":
            return (
                mine.kind == theirs.kind
                and slug(mine.title or "") == slug(theirs.title or "")
                and (mine.number_year is None or mine.number_year == theirs.number_year)
            )
        if mine.number is None or theirs.number is None or mine.symbol is None:
            return False
        if without_zeros(mine.number) != without_zeros(theirs.number):
            return False
        if theirs.symbol is None or slug(mine.symbol) != slug(theirs.symbol):
            return False
        if self.issuer and other.issuer and agency_key(self.issuer) != agency_key(other.issuer):
            return False
        if mine.number_year != theirs.number_year:
            return False
        return (
            mine.issued is None or theirs.issued is None or mine.issued.year == theirs.issued.year
        )


def fits(document: Document, claim: Claim, before: datetime.date | None) -> bool:
    """Say whether nothing in a mention without a symbol speaks against a document."""
    citation = claim.citation
    if citation.type is not None and document.type != citation.type:
        return False
    if (citation.number_year or None) != document.number_year:
        return False
    issued = citation.issued
    if issued and document.issued and issued != document.issued:
        return False
    year = claim.year or (issued.year if issued else None)
    if year and document.identity.year and document.identity.year != year:
        return False
    if before and document.issued and document.issued > before:
        return False
    named = citation.issuer is not None and claim.issuer
    return not named or not document.issuer or agency_key(document.issuer) == agency_key(named)


def may_be_of_another_province(claim: Claim, issuer: str, registry: Registry) -> bool:
    """Say whether ``issuer`` may be the "UBND tỉnh" of a mention that nothing tells the province of.

    Only by a letter's symbol, which names the drafting unit: every province has "QĐ-UBND".
    """
    if not claim.assumed or registry.types.by_symbol(claim.citation.symbol or "") is not None:
        return False
    return registry.agencies.elsewhere(claim.issuer or "", issuer)
