"""Who issued the cited document: stated, said before, or told by the symbol."""

from collections.abc import Sequence

from vankho.model.citation import Citation
from vankho.model.letter import Letter
from vankho.registry.agencies import agency_key
from vankho.registry.registry import Registry
from vankho.stages.resolve.catalogue import Claim

_BY_TYPE = {
    "Luật": "Quốc hội",
    "Bộ luật": "Quốc hội",
    "Hiến pháp": "Quốc hội",
    "Pháp lệnh": "Ủy ban Thường vụ Quốc hội",
}


def find_issuer(
    letter: Letter, citation: Citation, earlier: Sequence[Claim], registry: Registry
) -> Claim:
    """Return the citation with its issuer and how that is known.

    "của X" to the right beats the symbol; the symbol beats any agency to the left, which
    only confirms it; an earlier mention of the same document comes next.
    """
    agencies = registry.agencies
    speaker = letter.metadata.issuer
    if citation.kind == "self":
        return Claim(citation=citation, issuer=speaker, issuer_from=None)
    if citation.issuer:
        name = agencies.canonical(citation.issuer, speaker)
        return Claim(citation=citation, issuer=name, issuer_from="stated")
    if citation.same_as is not None:
        other = earlier[citation.same_as]
        return Claim(citation=citation, issuer=other.issuer, issuer_from="mention")
    by_symbol = symbol_issuer(citation.symbol, speaker, registry)
    if by_symbol is None and citation.type in _BY_TYPE:
        by_symbol = _BY_TYPE[citation.type]
    if by_symbol is not None:
        wanted = agency_key(by_symbol)
        hints = [agency_key(agencies.canonical(hint, speaker)) for hint in citation.issuer_hints]
        if wanted in hints:
            return Claim(citation=citation, issuer=by_symbol, issuer_from="stated")
    draft = Claim(citation=citation, issuer=None, issuer_from=None)
    for other in reversed(earlier):
        if other.issuer and other.issuer_from in {"stated", "mention"} and draft.may_be(other):
            return Claim(citation=citation, issuer=other.issuer, issuer_from="mention")
    if by_symbol is None:
        return draft
    at_home = agency_key(by_symbol) == agency_key(speaker or agencies.home)
    home = at_home or agency_key(by_symbol) == agency_key(agencies.home)
    return Claim(citation=citation, issuer=by_symbol, issuer_from="home" if home else "symbol")


def symbol_issuer(symbol: str | None, speaker: str | None, registry: Registry) -> str | None:
    """Return the agency that a symbol means in the mouth of ``speaker``."""
    entry = registry.agencies.by_symbol(symbol) if symbol else None
    if entry is None:
        return None
    return (
        registry.agencies.canonical(entry.abbreviation or entry.name, speaker)
        if (entry.abbreviation in {"UBND", "HĐND"})
        else entry.name
    )
