"""A file of the corpus as read."""

import datetime
from dataclasses import dataclass

from vankho.model.finding import Finding
from vankho.model.letter import Signer


@dataclass(frozen=True, slots=True, kw_only=True)
class Replacement:
    """A transcription fix that the archivist states; shown on the page, never silent."""

    old: str
    new: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What the archivist states in front matter; None where nothing is stated."""

    fields: tuple[str, ...] = ()
    """Names of the metadata fields that are stated."""
    type: str | None = None
    number: str | None = None
    number_year: int | None = None
    symbol: str | None = None
    issued: datetime.date | None = None
    place: str | None = None
    issuer: str | None = None
    parent_body: str | None = None
    subject: str | None = None
    addressees: tuple[str, ...] | None = None
    recipients: tuple[str, ...] | None = None
    drafting_unit: str | None = None
    signer: Signer | None = None
    urgency: str | None = None
    original: str | None = None
    replace: tuple[Replacement, ...] = ()
    publish: bool = True
    ignore: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreadable:
    """A file or folder below ``corpus/letters`` that gives no text at all."""

    path: str
    finding: Finding

    @property
    def why(self) -> str:
        """What kept it from being read."""
        return dict(self.finding.details)["why"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """One file below ``corpus/letters``."""

    path: str
    sha256: str
    size: int
    text: str
    """NFC, ``\\n``, no byte-order mark, front matter included."""
    start: int
    """Offset of the first character after the front matter."""
    stated: Stated
    findings: tuple[Finding, ...] = ()
