"""A letter (công văn) or other directive, parsed: metadata and blocks."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from vankho.model.finding import Finding
from vankho.model.identity import printed_reference
from vankho.text.span import Span


class Level(StrEnum):
    """The levels of the body, large to small; the value is the word in anchors."""

    ATTACHMENT = "kem-theo"
    """A document issued with this one, after the signature."""
    ANNEX = "phu-luc"
    """Phụ lục."""
    PART = "phan"
    """Phần."""
    CHAPTER = "chuong"
    """Chương."""
    SECTION = "muc"
    """Mục."""
    SUBSECTION = "tieu-muc"
    """Tiểu mục."""
    ARTICLE = "dieu"
    """Điều."""
    CLAUSE = "khoan"
    """Khoản."""
    POINT = "diem"
    """Điểm."""
    SUBPOINT = "tiet"
    """Tiết."""
    DASH = "gach"
    """Gạch đầu dòng, counted in its place."""
    PLUS = "cong"
    """Dấu cộng đầu dòng, counted in its place."""


COUNTED = frozenset({Level.DASH, Level.PLUS})
"""Levels whose points are marked by a sign and bear no number of their own."""


RANK = {level: rank for rank, level in enumerate(Level)}
"""How far in a level stands; a marker ends the points of its own level and of those further in."""


class Role(StrEnum):
    """What a block is on the page."""

    STAMP = "stamp"
    """E-mail, time and seal lines that are not of the letter proper."""
    ISSUER = "issuer"
    NATION = "nation"
    """Quốc hiệu and Tiêu ngữ."""
    NUMBER = "number"
    DATE = "date"
    SUBJECT = "subject"
    TYPE = "type"
    URGENCY = "urgency"
    HEADER = "header"
    """A header line that shows several of these at once, or none."""
    ADDRESSEES = "addressees"
    HEADING = "heading"
    """A line set apart in the body: "QUYẾT ĐỊNH:"."""
    PARAGRAPH = "paragraph"
    TABLE = "table"
    PAGE = "page"
    """A page number."""
    RECIPIENTS = "recipients"
    SIGNATURE = "signature"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the path to a point: its level and its number as anchors write it."""

    level: Level
    number: str

    def __str__(self) -> str:
        return f"{self.level}-{self.number}" if self.number else str(self.level)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A run of text that is one thing on the page.

    ``spans`` has several entries where a page break cuts a sentence; the text between
    them (blank lines, a page number) belongs to other blocks or to none.
    """

    role: Role
    spans: tuple[Span, ...]
    path: tuple[Step, ...] = ()
    """The point that it stands in."""
    anchor: str | None = None
    """Set on the block that opens a point."""
    aliases: tuple[str, ...] = ()
    """Further anchors of the point: dieu-24 for chuong-iii-dieu-24."""
    marker: Span | None = None
    """The printed number, dash or sign that opens the point."""
    place: str = "mo-dau"
    """Anchor of the nearest point, or mo-dau, ket-thuc, kinh-gui, noi-nhan, chu-ky."""
    quoted: bool = False
    """It gives the words of another document: "Nghị định này" is that one there."""

    @property
    def start(self) -> int:
        """Offset of the first character."""
        return self.spans[0].start


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """Người ký."""

    capacity: tuple[str, ...]
    """Quyền hạn: authority lines as printed, "TL. CHỦ TỊCH"."""
    position: str | None
    """Chức vụ."""
    name: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a letter says of itself. None where it does not say, or where it is damaged."""

    type: str | None = None
    """Loại văn bản."""
    number: str | None = None
    """Số, as printed."""
    number_year: int | None = None
    """The year inside the number (37/2020/QĐ-UBND)."""
    symbol: str | None = None
    """Ký hiệu."""
    issued: datetime.date | None = None
    """Ngày ban hành."""
    issued_year: int | None = None
    """The year printed in the date, also where its day is left blank or does not exist."""
    place: str | None = None
    """Địa danh."""
    issuer: str | None = None
    """Cơ quan ban hành."""
    parent_body: str | None = None
    """Cơ quan chủ quản."""
    subject: str | None = None
    """Trích yếu."""
    addressees: tuple[str, ...] = ()
    """Kính gửi."""
    recipients: tuple[str, ...] = ()
    """Nơi nhận."""
    drafting_unit: str | None = None
    """Đơn vị soạn thảo."""
    signer: Signer | None = None
    """Người ký."""
    urgency: str | None = None
    """Độ khẩn."""
    stated: tuple[str, ...] = ()
    """Fields that the archivist stated in front matter."""

    @property
    def reference(self) -> str | None:
        """Số và ký hiệu, "972/UBND-KSTTHC"."""
        return printed_reference(self.number, self.number_year, self.symbol)

    @property
    def year(self) -> int | None:
        """The year of the identity: inside the number, else of the date."""
        return self.number_year or (self.issued.year if self.issued else self.issued_year)


@dataclass(frozen=True, slots=True)
class Fix:
    """A transcription fix: what stands at ``span`` is to be read as ``new``. The page shows both."""

    span: Span
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A parsed letter. Its blocks cover every printed character of its file, in order."""

    path: str
    """Path of the file below the corpus."""
    sha256: str
    size: int
    text: str
    """The file as read: NFC, ``\\n``, no byte-order mark, front matter included."""
    start: int
    """Offset where the letter begins, after its front matter."""
    metadata: Metadata
    blocks: tuple[Block, ...]
    findings: tuple[Finding, ...] = ()
    fixes: tuple[Fix, ...] = ()
    """Transcription fixes, sorted and disjoint."""
    original: str | None = None
    """Path of the scan or signed file below ``corpus/originals``."""

    def points(self) -> Iterator[Block]:
        """Yield the blocks that open a point."""
        return (block for block in self.blocks if block.anchor is not None and block.path)
