"""What the search is given: documents and agencies, already parsed and named."""

from dataclasses import dataclass
from typing import NamedTuple


class Cited(NamedTuple):
    """A document that another one cites."""

    reference: str
    """Số và ký hiệu, normalised: "972/UBND-KSTTHC"."""
    year: int | None
    """Each year has its own 01/NQ-CP."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchDocument:
    """One document of the archive, held or only cited."""

    id: str
    """Such as `2021/972-ubnd-kstthc`."""
    url: str
    """From the root of the site: `van-ban/2021/972-ubnd-kstthc.html`."""
    held: bool
    """False for a stub: cited by a letter, not in the archive; its text is empty."""
    type: str | None
    """Loại văn bản: "Công văn"."""
    reference: str | None
    """Số và ký hiệu: "37/2020/QĐ-UBND"."""
    number: str | None
    symbol: str | None
    issued: str | None
    """Ngày ban hành, ISO."""
    year: int | None
    issuer: str | None
    """Cơ quan ban hành."""
    addressees: tuple[str, ...]
    """Kính gửi."""
    signer: str | None
    """Người ký."""
    subject: str | None
    """Trích yếu."""
    text: str
    """The letter's own words: NFC, emphasis marks stripped."""
    anchors: tuple[tuple[int, str], ...]
    """(offset in `text`, anchor on the page), sorted by offset."""
    cites: tuple[Cited, ...]
    """The documents cited."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchAgency:
    """An agency and every name people type for it."""

    name: str
    abbreviations: tuple[str, ...]
    aliases: tuple[str, ...]
    """Other names, former ones included."""
