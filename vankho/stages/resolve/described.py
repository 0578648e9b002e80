"""What the archive tells of a document: from its text, or from those that cite it."""

import datetime
from collections import Counter
from collections.abc import Iterable
from typing import TypeVar

from vankho.grammar.number import without_zeros
from vankho.model.document import Document
from vankho.model.identity import Identity
from vankho.model.letter import Letter
from vankho.registry.registry import Registry
from vankho.stages.resolve.claim import Claim
from vankho.text.fold import slug


def held(document_id: str, identity: Identity, letter: Letter) -> Document:
    """Describe a held letter by its own text."""
    metadata = letter.metadata
    return Document(
        id=document_id,
        identity=identity,
        type=metadata.type,
        number=metadata.number,
        number_year=metadata.number_year,
        symbol=metadata.symbol,
        issued=metadata.issued,
        issuer=metadata.issuer,
        title=metadata.subject,
        letter=letter,
    )


def stub(
    document_id: str, identity: Identity, claims: Iterable[Claim], registry: Registry
) -> Document:
    """Describe a document that is not held by what most of its citations say."""
    known = [claim for claim in claims if claim.citation.kind != "nickname"]
    nickname = next(
        (
            n
            for n in registry.nicknames
            if slug(n.symbol) == identity.symbol
            and without_zeros(n.number) == identity.number
            and n.issued.year == identity.year
        ),
        None,
    )
    facts = registry.documents.get(document_id)
    title = facts.subject if facts else None
    return Document(
        id=document_id,
        identity=identity,
        type=_most(claim.citation.type for claim in known) or (nickname.type if nickname else None),
        number=_longest(claim.citation.number for claim in known)
        or (nickname.number if nickname else None),
        number_year=identity.number_year or None,
        symbol=_most(claim.citation.symbol for claim in known)
        or (nickname.symbol if nickname else None),
        issued=(facts.issued if facts and facts.issued else None)
        or (nickname.issued if nickname else None)
        or _most(claim.issued for claim in known),
        issuer=_most(claim.issuer for claim in known) or (nickname.issuer if nickname else None),
        title=title or _most(claim.citation.title for claim in known),
    )


T = TypeVar("T", str, datetime.date)


def _most(values: Iterable[T | None]) -> T | None:
    """Return the commonest value; of equals the smallest, so that the order does not matter."""
    counts = Counter(value for value in values if value is not None)
    return min(counts, key=lambda value: (-counts[value], value)) if counts else None


def _longest(values: Iterable[str | None]) -> str | None:
    """Return the number as printed with its leading zero, where some mention prints it."""
    present = [value for value in values if value]
    return min(present, key=lambda value: (-len(value), value)) if present else None
