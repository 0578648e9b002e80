"""A citation in the making: offsets in the view of one block, not yet in the source."""

import datetime
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field

from vankho.grammar import date as dates
from vankho.grammar.pinpoint import Path
from vankho.model.citation import Attachment


@dataclass(slots=True)
class Draft:
    """One mention while it is read. ``start`` to ``end`` becomes its surface."""

    start: int
    end: int
    core: int
    """Offset at which its own number or name begins; mentions are ordered by it."""
    kind: str = "reference"
    type: str | None = None
    called: str | None = None
    """The type that the word before its number names, where its symbol tells another."""
    own_type: bool = False
    """Whether a type word stands before it, not shared with a neighbour."""
    number: str | None = None
    number_year: int | None = None
    symbol: str | None = None
    title: str | None = None
    issued: datetime.date | None = None
    day_month: tuple[int, int] | None = None
    written_year: int | None = None
    impossible_date: str | None = None
    dated: bool = False
    same_day: bool = False
    """Whether "cùng ngày" ties its date to its neighbours'."""
    in_turn: Sequence[dates.WrittenDate] = ()
    """Dates that follow the last document of a list, one for each: "lần lượt ngày … và …"."""
    issuer: str | None = None
    maker: str | None = None
    issued_by_maker: bool = False
    """Whether the words say no less than that the maker has issued it."""
    hints: list[str] = field(default_factory=list)
    paths: list[Path] = field(default_factory=list)
    attachment: Attachment | None = None
    sent_with: int = sys.maxsize
    """Where the name begins of the thing sent with it: "Biểu số 02 gửi kèm theo Công văn …"."""
    relation: str = "vien_dan"
    under: str | None = None
    """Why it is cited, where the relation tells how a thing was issued: "Căn cứ Quy chế ban hành kèm theo …"."""
    own_relation: bool = False
    cue: int = 0
    """View offset at which the words begin that tell its own relation."""
    passive: bool = False
    done_end: int = 0
    """View offset after the act that stands behind it: "bị Quyết định B bãi bỏ", "được sửa đổi như sau"."""
    about: "Draft | None" = None
    same_as: "Draft | None" = None
    related: "Draft | None" = None
    earlier: int | None = None
    """Index of an earlier mention of the letter that a short form stands for."""
