"""Shelves: held documents gathered by one particular (issuer, addressee, signer, type).

Two spellings of one name ("hoà", "hòa"; "Văn phòng UBND tỉnh", spelt out) share a shelf
instead of fighting for its URL; it bears the spelling that letters use most.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from vankho.model.document import Document
from vankho.model.identity import bounded
from vankho.registry.agencies import Agencies, agency_key
from vankho.registry.names import Names
from vankho.stages.render.subjects import subject_phrases
from vankho.text.fold import slug
from vankho.text.sort import vietnamese

Filed = Callable[[Document, Names], Iterable[str | None]]


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
    """Name of the filter of the search page; empty where it has none."""
    filed: Filed
    """Names that a document is filed under."""
    key: Callable[[str], str] = slug
    """What two spellings of one name have in common."""


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


def _issuers(document: Document, names: Names) -> Iterable[str | None]:
    return [names.issuer(document)]


def _addressees(document: Document, names: Names) -> Iterable[str | None]:
    return names.addressees(document)


def _signers(document: Document, names: Names) -> Iterable[str | None]:
    return [names.signer(document)]


def _types(document: Document, _names: Names) -> Iterable[str | None]:
    return [document.type]


ISSUER = Kind(
    folder="danh-sach/co-quan", title="Văn bản theo cơ quan ban hành", heading="{}",
    unknown="Chưa rõ cơ quan ban hành", parameter="co-quan", filed=_issuers, key=agency_key,
)  # fmt: skip
ADDRESSEE = Kind(
    folder="danh-sach/noi-gui", title="Văn bản theo nơi gửi đến", heading="Văn bản gửi {}",
    unknown="", parameter="noi-nhan", filed=_addressees, key=agency_key,
)  # fmt: skip
SIGNER = Kind(
    folder="danh-sach/nguoi-ky", title="Văn bản theo người ký", heading="Văn bản do {} ký",
    unknown="", parameter="nguoi-ky", filed=_signers,
)  # fmt: skip
TYPE = Kind(
    folder="danh-sach/loai", title="Văn bản theo loại", heading="{}",
    unknown="Chưa rõ loại", parameter="loai", filed=_types,
)  # fmt: skip
SUBJECT = Kind(
    folder="danh-sach/tu-ngu", title="Văn bản theo từ ngữ trong trích yếu", heading="Trích yếu có “{}”",
    unknown="", parameter="", filed=lambda _document, _names: (),
)  # fmt: skip
"""Filled from the subjects of all letters together."""
KINDS = (ISSUER, ADDRESSEE, SIGNER, TYPE, SUBJECT)


@dataclass(frozen=True, slots=True)
class Shelves:
    """All shelves of the archive."""

    by_kind: dict[str, dict[str, Shelf]]
    """Folder of the kind → slug of the name → shelf, in Vietnamese order of the names."""
    agencies: Agencies

    @classmethod
    def of(
        cls, held: Sequence[Document], agencies: Agencies, subjects: Collection[str] = ()
    ) -> "Shelves":
        """Gather ``held``, which is sorted from the oldest on.

        ``subjects`` holds the addresses of words of subjects that have a shelf in any case.
        """
        names = Names.of(held, agencies)
        phrases = subject_phrases(held, frozenset(subjects))
        subject = replace(SUBJECT, filed=lambda document, _names: phrases[document.id])
        kinds = (*(kind for kind in KINDS if kind is not SUBJECT), subject)
        return cls({kind.folder: _gather(kind, held, names) for kind in kinds}, agencies)

    def all(self, kind: Kind) -> list[Shelf]:
        """Return the shelves of a kind in Vietnamese order."""
        return list(self.by_kind[kind.folder].values())

    def named(self, kind: Kind, name: str) -> Shelf | None:
        """Return the shelf of a name, if there is one."""
        return self.by_kind[kind.folder].get(_key(kind, name))

    def addressee(self, document: Document, phrase: str) -> Shelf | None:
        """Return the shelf of an addressee as a letter names it."""
        return self.named(ADDRESSEE, self.agencies.canonical(phrase, document.issuer))


def _gather(kind: Kind, held: Sequence[Document], names: Names) -> dict[str, Shelf]:
    named: dict[str, str] = {}
    documents: dict[str, list[Document]] = {}
    for document in held:
        filed = list(filter(None, kind.filed(document, names))) or [kind.unknown]
        for key, name in {_key(kind, name): name for name in filed if name}.items():
            named.setdefault(key, name)
            documents.setdefault(key, []).append(document)
    named.pop("", None)
    return {
        key: Shelf(named[key], f"{kind.folder}/{key}", tuple(documents[key]))
        for key in sorted(
            named, key=lambda key: (named[key] == kind.unknown, vietnamese(named[key]))
        )
    }


def _key(kind: Kind, name: str) -> str:
    return bounded(kind.key(name))
