"""Held documents by year and month of their identity."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from vankho.model.document import Document
from vankho.model.identity import year_part

FOLDER = "danh-sach/nam"


@dataclass(frozen=True, slots=True)
class Month:
    """The documents of one month, oldest first."""

    year: int
    month: int
    documents: tuple[Document, ...]

    @property
    def path(self) -> str:
        """Of its page, from the site's root, without extension."""
        return _month_path(self.year, self.month)


@dataclass(frozen=True, slots=True)
class Year:
    """The documents of one year, oldest first; ``year`` is 0 where it is not known."""

    year: int
    documents: tuple[Document, ...]
    months: tuple[Month, ...]

    @property
    def path(self) -> str:
        """Of its page, from the site's root, without extension."""
        return f"{FOLDER}/{year_part(self.year)}"

    @property
    def name(self) -> str:
        """As a heading says it."""
        return f"Năm {self.year}" if self.year else "Chưa rõ năm"


@dataclass(frozen=True, slots=True)
class Years:
    """All years, the oldest first, unknown ones before all."""

    years: tuple[Year, ...]

    @classmethod
    def of(cls, held: Sequence[Document]) -> "Years":
        """Gather ``held``, which is sorted from the oldest on."""
        groups: dict[int, list[Document]] = defaultdict(list)
        for document in held:
            groups[document.year or 0].append(document)
        return cls(tuple(_year(year, group) for year, group in sorted(groups.items())))

    def month_url(self, document: Document) -> str:
        """Return the URL of the list of a document's month; empty where it has none."""
        if document.issued is None or document.issued.year != document.year:
            return ""
        return f"{_month_path(document.issued.year, document.issued.month)}.html"


def _year(year: int, documents: Sequence[Document]) -> Year:
    months: dict[int, list[Document]] = defaultdict(list)
    for document in documents:
        if document.issued and document.issued.year == year:
            months[document.issued.month].append(document)
    found = [Month(year, month, tuple(group)) for month, group in sorted(months.items())]
    return Year(year, tuple(documents), tuple(found))


def _month_path(year: int, month: int) -> str:
    return f"{FOLDER}/{year}/thang-{month:02}"
