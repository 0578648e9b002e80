"""One name for each agency, signer and type, over all the spellings that letters use.

Lists and search file a document under the same name, so that a list and the search that it
leads to hold the same documents.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from vankho.model.document import Document
from vankho.registry.agencies import Agencies, agency_key
from vankho.text.fold import slug

_BETWEEN = re.compile(r"\s*;\s*(?![^()]*\))")
"""Between two names on one line, but for what is said of one in brackets."""


@dataclass(frozen=True, slots=True)
class Names:
    """The spelling that each name is shown in: the registry's, else the one most used."""

    agencies: Agencies
    _agency: dict[str, str]
    _signer: dict[str, str]

    @classmethod
    def of(cls, held: Iterable[Document], agencies: Agencies) -> "Names":
        """Count the spellings of ``held``."""
        documents = list(held)
        printed = (name for document in documents for name in _agencies(document, agencies))
        known = {agency_key(entry.name): entry.name for entry in reversed(agencies.entries)}
        signed = (name for document in documents if (name := _signer(document)))
        return cls(agencies, _commonest(printed, agency_key) | known, _commonest(signed, slug))

    def issuer(self, document: Document) -> str | None:
        """Return the name that a document's issuer is filed under."""
        return self._shown(document.issuer) if document.issuer else None

    def addressees(self, document: Document) -> tuple[str, ...]:
        """Return the names that a letter's addressees are filed under, in its own order."""
        return tuple(dict.fromkeys(map(self._shown, _addressees(document, self.agencies))))

    def signer(self, document: Document) -> str | None:
        """Return the name that a letter's signer is filed under."""
        name = _signer(document)
        return self._signer.get(slug(name), name) if name else None

    def agency(self, name: str) -> str:
        """Return the name that an agency is filed under."""
        return self._shown(name)

    def _shown(self, name: str) -> str:
        return self._agency.get(agency_key(name), name)


def _agencies(document: Document, agencies: Agencies) -> Iterator[str]:
    if document.issuer:
        yield document.issuer
    yield from _addressees(document, agencies)


def _addressees(document: Document, agencies: Agencies) -> Iterator[str]:
    for line in document.letter.metadata.addressees if document.letter else ():
        for name in on_line(line):
            yield agencies.canonical(name, document.issuer)


def on_line(line: str) -> list[str]:
    """Return the names that one line of addressees holds.

    >>> on_line("Công an tỉnh; Cục Thuế tỉnh")
    ['Công an tỉnh', 'Cục Thuế tỉnh']
    """
    return list(filter(None, _BETWEEN.split(line)))


def _signer(document: Document) -> str | None:
    signer = document.letter.metadata.signer if document.letter else None
    return signer.name if signer else None


def _commonest(names: Iterable[str], key: Callable[[str], str]) -> dict[str, str]:
    counts: dict[str, Counter[str]] = {}
    for name in names:
        counts.setdefault(key(name), Counter())[name] += 1
    return {
        found: min(spellings, key=lambda name: (-spellings[name], name))
        for found, spellings in counts.items()
    }
