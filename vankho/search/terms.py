"""What a document is found by: its words, its pairs of words, and its particulars.

A term's first characters say what it is; no two kinds can meet, as words hold only `a-z0-9`:

- `thu`            a word, with an impact
- `thu tuc`        two neighbouring words, with a mark where they stand in the subject
- `thu<TAB>thu\u0309`   a word as it is accented (tone last), next to the word itself
- `n:972/ubndkstthc`, `v:972/ubndkstthc@2021`  its own reference, one that it cites, of a year
- `d:2021-03-11`, `t:…`, `a:…`, `to:…`, `k:…`  issued, type, issuer, addressee, signer
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from vankho.search.document import Cited, SearchDocument
from vankho.search.fold import fold
from vankho.search.reference import reference_keys
from vankho.search.vocabulary import Vocabulary

_SUBJECT_WEIGHT = 5
_SATURATION = 1.2
_USUAL_LENGTH = 900
"""Words in a usual letter. A constant, not the mean: a letter's terms depend on that letter only."""
_TOP_IMPACT = 7

AgencyKey = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class DocumentTerms:
    """The terms of one document; words and pairs by their numbers in the vocabulary."""

    impacts: dict[int, int]
    """Word → 0…7: how much the document is about it."""
    pairs: set[int]
    """Those that do not stand in the subject."""
    subject_pairs: set[int]
    forms: set[int]
    """Words as they are accented."""
    particulars: set[str]


def document_terms(
    document: SearchDocument, agency_key: AgencyKey, vocabulary: Vocabulary
) -> DocumentTerms:
    """Everything that the index holds of one document."""
    body = vocabulary.read(document.text)
    subject = vocabulary.read(document.subject or "")
    fields = [vocabulary.field(field) for field in shown_fields(document)]
    rest = [field.words for field in fields]
    counts = Counter(chain(body.words, subject.words * _SUBJECT_WEIGHT, *rest))
    # The sets of the text were made for this call alone.
    body.pairs.update(*(field.pairs for field in fields))
    body.pairs.difference_update(subject.pairs)
    body.forms.update(subject.forms, *(field.forms for field in fields))
    return DocumentTerms(
        impacts=_impacts(counts, len(body.words)),
        pairs=body.pairs,
        subject_pairs=subject.pairs,
        forms=body.forms,
        particulars=_particulars(document, agency_key),
    )


def shown_fields(document: SearchDocument) -> list[str]:
    """What a page says of a document beside its text and subject: found as words, too."""
    shown = (document.type, document.reference, document.issuer, document.signer)
    return [field for field in (*shown, *document.addressees) if field]


def _impacts(counts: Counter[int], length: int) -> dict[int, int]:
    slack = _SATURATION * (0.5 + 0.5 * length / _USUAL_LENGTH)
    impact = {n: round(_TOP_IMPACT * n / (n + slack)) for n in set(counts.values())}
    return dict(zip(counts, map(impact.__getitem__, counts.values()), strict=True))


@lru_cache(maxsize=100_000)
def _cited_terms(cited: Cited) -> tuple[str, ...]:
    """The year stands where the reference alone does not tell it."""
    if not (keys := reference_keys(cited.reference)):
        return ()
    plain, *with_year = keys
    of_year = f"v:{plain}@{cited.year}" if cited.year else f"v:{plain}"
    return (of_year, *(f"v:{key}" for key in with_year))


def _particulars(document: SearchDocument, agency_key: AgencyKey) -> set[str]:
    found: set[str] = set()
    if document.reference:
        found.update(f"n:{key}" for key in reference_keys(document.reference))
    for cited in document.cites:
        found.update(_cited_terms(cited))
    if document.issued:
        found.add(f"d:{document.issued}")
    if document.type:
        found.add(f"t:{fold(document.type)}")
    if document.issuer:
        found.add(f"a:{agency_key(document.issuer)}")
    found.update(f"to:{agency_key(addressee)}" for addressee in document.addressees)
    if document.signer:
        found.add(f"k:{fold(document.signer)}")
    return found
