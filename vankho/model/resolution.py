"""What a citation leads to."""

import datetime
from dataclasses import dataclass

from vankho.model.citation import Citation, Pinpoint
from vankho.text.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """The document is held."""

    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stub:
    """The document is known by citation only (văn bản chưa có trong kho)."""

    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ambiguous:
    """Several documents fit and nothing tells which is meant."""

    candidates: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Several:
    """All of these are meant: "các văn bản nêu trên".

    Its status is that of an ambiguous one: the data contract has no word for it, and no one
    document is cited.
    """

    candidates: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unnamed:
    """A document that is cited without its symbol ("Công văn số 972 ngày …"), and none known fits.

    It has no id and so no page; its status is that of a stub.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfReference:
    """The letter speaks of itself."""

    id: str


Outcome = Resolved | Stub | Ambiguous | Several | Unnamed | SelfReference


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One point that a citation names, and its anchor."""

    span: Span
    pinpoint: Pinpoint
    anchor: str | None
    """None where the document is not held, or has no such point."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """A citation with its outcome and with what the text left unsaid."""

    citation: Citation
    outcome: Outcome
    issuer: str | None
    issuer_from: str | None
    """``stated``, ``mention``, ``symbol`` or ``home``; None where no issuer is known."""
    issued: datetime.date | None
    """The date of the document meant, also where this mention gives none."""
    targets: tuple[Target, ...] = ()
    """For each point named, in order of the text, where it is in the held document."""
    about: str | None = None
    """Id of the document that the cited one acts on."""

    @property
    def anchor(self) -> str | None:
        """Anchor of the first point that the held document has."""
        return next((target.anchor for target in self.targets if target.anchor), None)

    @property
    def cited(self) -> str | None:
        """Id of the one document meant, or None."""
        match self.outcome:
            case Ambiguous() | Several() | Unnamed():
                return None
            case outcome:
                return outcome.id

    @property
    def status(self) -> str:
        """The status as the data contract names it."""
        match self.outcome:
            case Resolved():
                return "resolved"
            case Stub() | Unnamed():
                return "stub"
            case Ambiguous() | Several():
                return "ambiguous"
            case SelfReference():
                return "self"
