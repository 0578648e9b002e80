"""Shelves: held documents gathered by one particular (issuer, addressee, signer, type).

A shelf is named by the slug of what it gathers, so that two spellings of one name that
differ in diacritics alone ("hoà", "hòa") share a page instead of fighting for its URL.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from vankho.model.document import Document
from vankho.model.identity import bounded
from vankho.registry.agencies import Agencies
from vankho.text.fold import slug
from vankho.text.sort import vietnamese

Names = Callable[[Document, Agencies], Iterable[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One way of gathering documents."""

    folder: str
    """Below the site's root; also the path of the page that lists all shelves."""
    title: str
    heading: str
    """Title of one shelf's page; ``{}`` is its name."""
    unknown: str
    """Name of the shelf of documents that do not say; empty where they have none."""
    parameter: str
    """Name of the filter of the search page."""
    names: Names


@dataclass(frozen=True, slots=True)
class Shelf:
    """Documents that share a particular, oldest first."""

    name: str
    path: str
    """Of its page, from the site's root, without extension."""
    documents: tuple[Document, ...]

    @property
    def url(self) -> str:
        """URL of its front page."""
        return f"{self.path}.html"


def _issuers(document: Document, _agencies: Agencies) -> Iterable[str]:
    return [document.issuer] if document.issuer else []


def _addressees(document: Document, agencies: Agencies) -> Iterable[str]:
    letter = document.letter
    names = letter.metadata.addressees if letter else ()
    return [agencies.canonical(name, document.issuer) for name in names]


def _signers(document: Document, _agencies: Agencies) -> Iterable[str]:
    signer = document.letter.metadata.signer if document.letter else None
    return [signer.name] if signer and signer.name else []


def _types(document: Document, _agencies: Agencies) -> Iterable[str]:
    return [document.type] if document.type else []


ISSUER = Kind(
    folder="danh-sach/co-quan", title="Văn bản theo cơ quan ban hành", heading="{}",
    unknown="Chưa rõ cơ quan ban hành", parameter="co-quan", names=_issuers,
)  # fmt: skip
ADDRESSEE = Kind(
    folder="danh-sach/noi-gui", title="Văn bản theo nơi gửi đến", heading="Văn bản gửi {}",
    unknown="", parameter="noi-nhan", names=_addressees,
)  # fmt: skip
SIGNER = Kind(
    folder="danh-sach/nguoi-ky", title="Văn bản theo người ký", heading="Văn bản do {} ký",
    unknown="", parameter="nguoi-ky", names=_signers,
)  # fmt: skip
TYPE = Kind(
    folder="danh-sach/loai", title="Văn bản theo loại", heading="{}",
    unknown="Chưa rõ loại", parameter="loai", names=_types,
)  # fmt: skip
KINDS = (ISSUER, ADDRESSEE, SIGNER, TYPE)


@dataclass(frozen=True, slots=True)
class Shelves:
    """All shelves of the archive."""

    by_kind: dict[str, dict[str, Shelf]]
    """Folder of the kind → slug of the name → shelf, in Vietnamese order of the names."""
    agencies: Agencies

    @classmethod
    def of(cls, held: Sequence[Document], agencies: Agencies) -> "Shelves":
        """Gather ``held``, which is sorted from the oldest on."""
        return cls({kind.folder: _gather(kind, held, agencies) for kind in KINDS}, agencies)

    def all(self, kind: Kind) -> list[Shelf]:
        """Return the shelves of a kind in Vietnamese order."""
        return list(self.by_kind[kind.folder].values())

    def named(self, kind: Kind, name: str) -> Shelf | None:
        """Return the shelf of a name, if there is one."""
        return self.by_kind[kind.folder].get(_key(name))

    def addressee(self, document: Document, phrase: str) -> Shelf | None:
        """Return the shelf of an addressee as a letter names it."""
        return self.named(ADDRESSEE, self.agencies.canonical(phrase, document.issuer))


def _gather(kind: Kind, held: Sequence[Document], agencies: Agencies) -> dict[str, Shelf]:
    spellings: dict[str, Counter[str]] = {}
    documents: dict[str, list[Document]] = {}
    for document in held:
        names = list(kind.names(document, agencies)) or [kind.unknown]
        keys = dict.fromkeys((_key(name), name) for name in names if _key(name))
        for key, name in keys:
            spellings.setdefault(key, Counter())[name] += 1
            group = documents.setdefault(key, [])
            if not group or group[-1] is not document:
                group.append(document)
    named = {key: min(count, key=lambda name: (-count[name], name))
             for key, count in spellings.items()}  # fmt: skip
    return {
        key: Shelf(named[key], f"{kind.folder}/{key}", tuple(documents[key]))
        for key in sorted(
            named, key=lambda key: (named[key] == kind.unknown, vietnamese(named[key]))
        )
    }


def _key(name: str) -> str:
    return bounded(slug(name))
