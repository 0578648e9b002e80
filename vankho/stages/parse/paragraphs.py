"""The paragraphs of a body.

Two makes of text are read: a paragraph a line, and lines wrapped at a width, where a
paragraph goes on until a marker, a short line or a full stop says that it is over.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from vankho.grammar import marker as markers
from vankho.grammar import open_line
from vankho.grammar.marker import Marker
from vankho.model.letter import COUNTED, Level, Role
from vankho.stages.parse import make, openings, pages, tables
from vankho.stages.parse.lines import Line
from vankho.stages.parse.make import TERMINAL, Make
from vankho.text.letters import CAPITAL
from vankho.text.span import Span


@dataclass(slots=True)
class Paragraph:
    """Lines that make one paragraph, and the marker that it opens with."""

    lines: list[Line]
    marker: Marker | None = None
    role: Role = Role.PARAGRAPH
    """Or a row of a table, or what a page leaves between the lines."""

    @property
    def page(self) -> bool:
        """Say whether it is the page's own and stands in the middle of the text by chance."""
        return self.role in {Role.PAGE, Role.STAMP}

    @property
    def text(self) -> str:
        """The words of the paragraph."""
        return " ".join(line.text for line in self.printed)

    @property
    def printed(self) -> list[Line]:
        """Its lines but for the specks between them."""
        return [line for line in self.lines if not pages.is_speck(line)] or self.lines

    @property
    def last(self) -> Line:
        """The line that its sentence has come to."""
        at = len(self.lines) - 1
        while at and pages.is_speck(self.lines[at]):
            at -= 1
        return self.lines[at]

    def spans(self) -> tuple[Span, ...]:
        """Runs of neighbouring lines; a gap is where a page number was taken out."""
        return tuple(line.span for line in self.lines)


def paragraphs(text: str, lines: Sequence[Line], width: int | None = None) -> list[Paragraph]:
    """Group ``lines`` of ``text`` into paragraphs, page numbers and rows of tables apart.

    ``width`` is that of the text before them which they belong to, if there is one.
    """
    rows = tables.rows(text, lines)
    own = pages.between(lines)
    result: list[Paragraph] = []
    current: Paragraph | None = None
    blanks = labels = 0
    page = False
    clause = decimal = ""
    running = [
        at
        for at, line in enumerate(lines)
        if not (line.blank or at in rows or at in own or pages.is_speck(line))
    ]
    found = openings.markers(lines, running)
    common = make.of(lines, found, running, width)
    goodbye = openings.goodbye(lines, running)
    again = openings.next_clauses(found)
    for at, line in enumerate(lines):
        if line.blank:
            blanks += 1
            continue
        if at in rows:
            result.append(Paragraph([line], role=Role.TABLE))
            current = None
            blanks, page = 0, False
            continue
        if at in own:
            result.append(Paragraph([line], role=own[at]))
            page = True
            continue
        if current is not None and pages.is_speck(line):
            current.lines.append(line)  # it stands inside a sentence as well as behind one
            continue
        marker = found[at]
        particulars = labels >= _PARTICULARS
        between = _Between(
            blanks >= common.gap, page, common, clause, decimal, again.get(at, ""), particulars
        )
        if current is not None and at != goodbye and _continues(current, line, marker, between):
            current.lines.append(line)
        else:
            current = Paragraph([line], marker)
            result.append(current)
            labels = 0 if marker is not None else labels + (_OF_PERSON.match(line.text) is not None)
            clause = openings.clause_after(clause, marker)
            decimal = marker.number if marker is not None and _is_decimal(marker) else decimal
        blanks, page = 0, False
    return result


_WORDED = re.compile(r"(?:phu luc|phan|chuong|muc|tieu muc|dieu)\s")
_HALF_PINPOINT = re.compile(r"(?<!\w)(?:diem|khoan|dieu|muc|chuong)\s[\w.]{1,4}$")
_REST_OF_PINPOINT = re.compile(
    r"(?:khoan|dieu|muc|chuong|phan|cua|cong van|quyet dinh|nghi dinh|thong tu|nghi quyet|luat|bo luat)\s"
)


@dataclass(frozen=True, slots=True)
class _Between:
    """What lies between two printed lines, and what is known of the text around them."""

    gap: bool
    """A blank line."""
    page: bool
    """A page number, with or without blank lines."""
    make: Make
    clause: str
    """The number of the last clause, empty where something larger has begun since."""
    decimal: str
    """The number of the last point such as 2.1, as anchors write it."""
    again: str
    """The number of the next line that looks like a clause."""
    particulars: bool
    """Labels such as "Nơi sinh: …" have begun paragraphs since the last marker."""


def _continues(current: Paragraph, line: Line, marker: Marker | None, between: _Between) -> bool:
    """Say whether ``line`` goes on with the sentence of ``current``."""
    width = between.make.width
    last = current.last
    if _is_bare(current):
        return marker is None and not (_is_titled(current) and not line.text[0].islower())
    if _starts_anew(current, line, between.make):
        return False
    if _next_label(current, line, between):
        return False
    if last.text.endswith("-") and len(last.text) > 2 and last.text[-2].isalnum():
        return True  # a word or a symbol cut at the hyphen: "QĐ-" then "BGTVT"
    if marker is None and not last.capitals and open_line.leads_on(last.text, line.text):
        return True
    if (
        marker is None
        and not last.capitals
        and _HALF_PINPOINT.search(last.folded)
        and _REST_OF_PINPOINT.match(line.folded)
    ):
        return True
    open_end = last.text[-1] not in TERMINAL and not last.text.endswith("./.")
    lower = line.text[0].islower()
    full = bool(width) and last.raw >= 0.72 * width
    if marker is not None:
        if between.page or between.gap:
            return full and between.page and open_line.wants_number(last.text)
        if open_line.cuts_reference(last.text):
            return marker.level in {Level.CLAUSE, Level.POINT}
        return open_end and full and _false_marker(current, line, marker, between)
    if between.page and full:
        # A page break inside a paragraph of wrapped lines: blank lines are the page's own.
        return open_end and _one_case(last, line)
    if between.page or between.gap:
        # A page break in the middle of a sentence.
        return open_end and lower and not last.capitals
    if not width:
        return open_end and lower
    if not _one_case(last, line):
        return False
    if lower:
        return True
    short = last.raw < 0.75 * width
    if open_end:
        return not short and not between.make.has_room(last, line) and not _is_form(last)
    return last.raw >= 0.9 * width and not between.make.has_room(last, line)


def _next_label(current: Paragraph, line: Line, between: _Between) -> bool:
    """Match "Hồ sơ của: Ông …", then "Địa chỉ: …": what is filled in goes on line by line."""
    if not _OF_PERSON.match(line.text):
        return False
    closed = current.last.text[-1] in ".;"
    alike = current.marker is None and _OF_PERSON.match(current.lines[0].text) is not None
    short = current.last.raw < _FULL_FIELD * between.make.width
    return (closed and between.particulars) or (alike and (closed or short))


_FULL_FIELD = 0.9


def _is_form(line: Line) -> bool:
    """Match "Đại diện: Ông …          Chức vụ: Giám đốc": blanks set apart what is filled in."""
    return line.raw > len(line.text) + 1 and len(_FILLED_IN.findall(line.text)) >= 2


def _in_columns(line: Line) -> bool:
    """Say whether wide blanks set apart what an item says: a name, then an office."""
    return line.raw - len(line.text) >= _WIDE


_WIDE = 4


def _next_field(current: Paragraph, line: Line) -> bool:
    """Match "- Địa chỉ: 127 Phan Đình Phùng …", then "- Điện thoại: …"."""
    return bool(_FIELD.match(current.lines[0].text) and _FIELD.match(line.text))


_FIELD = re.compile(rf"[-+]\s?[{CAPITAL}]\w*(?:\s\w+){{0,4}}:\s")
_FILLED_IN = re.compile(rf"(?:^|\s|-\s)[{CAPITAL}]\w*(?:\s\w+){{0,4}}:\s")


def _is_bare(current: Paragraph) -> bool:
    """Say whether nothing but its marker is printed of a paragraph yet."""
    return (
        current.marker is not None
        and len(current.lines) == 1
        and len(current.lines[0].text) == current.marker.length
    )


def _is_titled(current: Paragraph) -> bool:
    """Say whether a title of its own stands below: "Điều 3.", then "Điều khoản thi hành"."""
    return len(current.text) > 1 and current.text[:2].isalpha() and " " in current.text


def _starts_anew(current: Paragraph, line: Line, make: Make) -> bool:
    """Say whether a line can only be the first of a paragraph, however full the one before is."""
    last = current.last
    if _CAPTION.match(line.text) or openings.is_content(last.text):
        return True
    if _CAPTION.match(current.lines[0].text) and last.text.endswith((")", ")*")):
        return True
    if make.set_in is not None and line.indent >= make.set_in:
        return True
    if last.text[-1] not in TERMINAL:
        return False
    if (_PASSED.match(line.folded) or _WISHES.match(line.folded)) and line.text[0].isupper():
        return True
    if line.text[-1] == ":" and line.text[0].isupper() and line.raw < _LEAD * make.width:
        return True  # "Thứ Ba, ngày 10/6:" leads a list; no sentence of a paragraph fits so
    if _LABEL.match(line.folded) and line.text[0].isupper():
        return True
    if line.text[0] in '“"':
        return markers.read(line.text[1:].lstrip()) is not None
    based = _BASIS.match(current.lines[0].folded) and not line.text[0].islower()
    return bool(based and (_BASIS.match(line.folded) or _ENACTS.match(line.folded)))


# "Thời gian: 07 ngày …" below a list: particulars of which each has a paragraph of its own.
_LABEL = re.compile(
    r"(?:thoi gian|thoi diem|thoi han|dia diem|kinh phi|nguon kinh phi|thanh phan|hinh thuc|doi tuong|so luong|ly do|ghi chu|tra loi|giai trinh)"
    r"(?: [a-z]+){0,3}: "
)
_PARTICULARS = 2
_OF_PERSON = re.compile(r"[A-ZĐÀ-Ỹ]\w*(?:,?\s\w+){0,7}:\s")
"""A label: "Chức vụ, chức danh nghề nghiệp: …". After two of them below a point, what follows has more."""
_LEAD = 0.4
"""Of the width: a line no longer than that stands by itself where it ends with a colon."""
# How laws and resolutions end, by whom and when they were passed.
_PASSED = re.compile(
    r"(?:(?:bo )?luat|phap lenh|nghi quyet) nay (?:da )?duoc (?:quoc hoi|uy ban thuong vu|hoi dong nhan dan|hdnd) "
    r"|(?:quy trinh|quy che|quy dinh|huong dan|ke hoach|quyet dinh|chi thi|thong tu) nay (?:co hieu luc|ap dung) "
)
_WISHES = re.compile(r"(?:xin )?(?:tran trong|kinh chuc|chuc (?:cac|quy|toan the)) ")
"""How a letter to people ends, after a full stop."""
_BASIS = re.compile(r"(?:can cu|chieu|theo de nghi|xet|thuc hien)\s")
_ENACTS = re.compile(
    r"(?:chinh phu|quoc hoi|bo truong|thu tuong|chu tich|uy ban|hoi dong|chanh an|vien truong|thong doc|giam doc"
    r"|cuc truong|tong|lien|hai ben|hoi nghi|dai hoi|ban chap hanh|ban thuong vu|hieu truong|chanh thanh tra)\s"
)
# "(Ban hành kèm theo …)" below a title; inside a sentence it begins with a small letter.
_CAPTION = re.compile(
    r"\((?:Ban hành|Kèm theo|Đính kèm|Gửi kèm:?|Phê duyệt|Phát hành|Dùng cho|Áp dụng)\s"
)


def _one_case(left: Line, right: Line) -> bool:
    """Say whether two lines are both in capitals or both not; numbers alone agree with either."""
    lettered = all(sum(map(str.isalpha, line.text)) >= 2 for line in (left, right))
    return not lettered or left.capitals == right.capitals


def _false_marker(current: Paragraph, line: Line, marker: Marker, between: _Between) -> bool:
    """Say whether what looks like a marker is a word of a full, wrapped line.

    "… thương tích trong giai đoạn 2022" then "- 2025, …"; "… ngày 08/6/19" then "96. …".
    A number that carries on the count is a marker all the same, but where the same number
    comes again: "… cháy tại tầng" then "2. Nguyên nhân …", and the real "2." below.
    """
    last = current.last
    listed = marker.level in COUNTED
    if listed and (not _one_case(last, line) or _next_field(current, line)):
        return False  # "II. BÊN B: CÔNG TY TNHH …", then "- Địa chỉ: …"
    if listed and _in_columns(last) and _in_columns(line):
        return False  # "- Ông Trương Quang Tuấn        Công ty …", then the next of the list
    if listed and between.make.has_room(last, line):
        return False
    if listed or open_line.wants_number(last.text):
        return True
    if _WORDED.match(line.folded) and open_line.needs_object(last.text):
        return True  # "… theo quy định tại" then "Chương II."
    if marker.level is Level.ARTICLE:
        return not line.text[marker.length :].strip()
    if _is_decimal(marker):
        # "… khoảng" then "5.6 nghìn mét giá"
        rest = line.text[marker.length :].lstrip()
        return rest[:1].islower() or not _carries_on(marker.number, between.decimal)
    if marker.level is Level.CLAUSE and marker.number.isdecimal():
        if between.again == marker.number:
            return True
        number, before = int(marker.number), between.clause
        carries_on = number == 1 or (before.isdecimal() and number == int(before) + 1)
        return not carries_on and (number > _MOST_CLAUSES or _in_clause(current))
    return False


def _is_decimal(marker: Marker) -> bool:
    return marker.level is Level.POINT and marker.number[0].isdecimal()


def _carries_on(number: str, before: str) -> bool:
    """Say whether 2-3 follows 2-2, or begins a count."""
    first, _, second = number.partition("-")
    return second == "1" or before == f"{first}-{int(second or 0) - 1}"


_MOST_CLAUSES = 20
"""A higher number is a clause where the one before it has been counted."""


def _in_clause(current: Paragraph) -> bool:
    """Say whether a paragraph is running text below a clause, no title above clauses."""
    return current.marker is not None and current.marker.level in {
        Level.CLAUSE, Level.POINT, Level.SUBPOINT, Level.DASH, Level.PLUS,
    }  # fmt: skip
