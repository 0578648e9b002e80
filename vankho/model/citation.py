"""A citation (viện dẫn): one mention of a document in a letter, and what it resolves to."""

import datetime
from dataclasses import dataclass, fields
from typing import Generic, NamedTuple, Protocol, TypeVar

from vankho.text.span import Span

_Number = TypeVar("_Number", str, int)


@dataclass(frozen=True, slots=True)
class Range(Generic[_Number]):
    """A range of points, "Điều 5 đến Điều 9"."""

    start: _Number
    end: _Number


Numbers = str | tuple[str, ...] | Range[str]
Dashes = int | tuple[int, ...] | Range[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pinpoint:
    """A place inside a document. A value may be one number, a list, or a range."""

    annex: Numbers | None = None
    """Phụ lục."""
    part: Numbers | None = None
    """Phần."""
    chapter: Numbers | None = None
    """Chương."""
    section: Numbers | None = None
    """Mục."""
    subsection: Numbers | None = None
    """Tiểu mục."""
    article: Numbers | None = None
    """Điều."""
    clause: Numbers | None = None
    """Khoản."""
    point: Numbers | None = None
    """Điểm; d and đ are two points."""
    subpoint: Numbers | None = None
    """Tiết."""
    dash: Dashes | None = None
    """Gạch đầu dòng, counted from 1; -1 is the last one ("cuối cùng")."""

    def steps(self) -> list[tuple[str, Numbers | Dashes]]:
        """Return the steps that are given, from large to small."""
        values = [(field.name, getattr(self, field.name)) for field in fields(self)]
        return [(name, value) for name, value in values if value is not None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """The thing issued with a document ("ban hành kèm theo") that a citation means."""

    type: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PinpointSpan:
    """A pinpoint with the source text that it is written in."""

    span: Span
    pinpoint: Pinpoint
    items: tuple["PinpointSpan", ...] = ()
    """For a list or a range, each number with the one point that it means."""


class Told(Protocol):
    """What the words of a mention may tell of a document's year."""

    @property
    def number_year(self) -> int | None:
        """The year inside the number."""

    @property
    def written_year(self) -> int | None:
        """The year of the date as written."""

    @property
    def issued(self) -> datetime.date | None:
        """The date."""


def told_year(mention: Told) -> int | None:
    """Return the year that a mention's own words give its document."""
    issued = mention.issued.year if mention.issued else None
    return mention.number_year or mention.written_year or issued


class Citation(NamedTuple):
    """One mention of a document, as the letter's own text gives it.

    What the text does not say (the issuer behind a symbol, the date of a second mention)
    is left to the resolve stage. A tuple, as a letter may have thousands: a frozen dataclass
    of so many fields takes several times as long to make.
    """

    anchor: str
    """The point of the citing letter that it stands in."""
    span: Span
    surface: str
    """As printed, line breaks joined."""
    type: str | None
    number: str | None
    number_year: int | None
    symbol: str | None
    issued: datetime.date | None
    sentence: Span
    """The citing sentence."""
    called: str | None = None
    """The type by which the letter calls it, where its symbol tells another."""
    day_month: tuple[int, int] | None = None
    """Day and month where a date is written without a year, or is impossible."""
    written_year: int | None = None
    """The year of the date as written, also of a date that does not exist."""
    impossible_date: str | None = None
    """The written text of a date that no calendar has."""
    issuer: str | None = None
    """Name of the issuer where the words beside the citation state it."""
    maker: str | None = None
    """Agency right before the citation: X of "đề nghị của X tại Tờ trình số …"."""
    issued_by_maker: bool = False
    """Whether the words say no less than that it has issued the document: "X có Công văn số …"."""
    issuer_hints: tuple[str, ...] = ()
    """Agencies named to the left; they count only where the symbol agrees."""
    pinpoints: tuple[PinpointSpan, ...] = ()
    attachment: Attachment | None = None
    relation: str = "vien_dan"
    about: int | None = None
    """Index, among the letter's citations, of the document that is acted on."""
    title: str | None = None
    """Name of a law cited by name: "Luật Lưu trữ"."""
    kind: str = "reference"
    """``reference``, ``name`` (a law), ``nickname``, ``anaphora``, ``self``; without a symbol
    ``short`` where an earlier mention says which, else ``bare``."""
    same_as: int | None = None
    """Index of an earlier citation that a short form was defined for."""
    related: int | None = None
    """Index of the citation whose list this one continues."""
