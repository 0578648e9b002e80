"""The header: agency, national title, number, date, subject, in whatever order they come.

The two columns of the printed page come flattened in any order, at times both on one
line. So each known thing is cut out of the line that it stands on, and what is left over
in capitals names the agency.
"""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from vankho.grammar import header as frame
from vankho.grammar.agency_heads import OFFICE
from vankho.grammar.date import FIRST_YEAR, LAST_YEAR, digits, real
from vankho.grammar.number import read_number
from vankho.model.finding import Code, Finding, finding
from vankho.model.letter import Role
from vankho.registry.registry import Registry
from vankho.registry.types import CONSOLIDATED
from vankho.stages.parse import roles
from vankho.stages.parse.body_start import end_of_header
from vankho.stages.parse.broken_lines import whole_lines
from vankho.stages.parse.lines import Line
from vankho.stages.parse.names import agency_lines, filed_under, is_agency, starts_place
from vankho.stages.parse.signs import (
    BODY_WIDTH,
    LONGEST_LINE,
    SECOND_SYLLABLES,
    date_alone,
    decides,
    is_mark,
    is_title,
    leads_to_number,
    names_agency,
    national_title,
    opens_title,
    type_by_symbol,
    type_of,
)
from vankho.stages.parse.words import clean, letterhead, unbracketed, unquoted
from vankho.text.fold import fold
from vankho.text.letters import CAPITAL, SMALL
from vankho.text.span import Span


@dataclass(slots=True)
class Header:
    """What the header says, and how many lines it takes."""

    end: int = 0
    """Index of the first line after it."""
    roles: dict[int, Role] = field(default_factory=dict)
    type: str | None = None
    numbered: str | None = None
    """The type that stands before the number: "Bản án số: …"."""
    number: str | None = None
    number_year: int | None = None
    symbol: str | None = None
    issued: datetime.date | None = None
    issued_year: int | None = None
    place: str | None = None
    issuer: str | None = None
    parent_body: str | None = None
    subject: str | None = None
    urgency: str | None = None
    findings: list[Finding] = field(default_factory=list)


_LONGEST_ISSUER = 400
"""Characters; joint issuers are named in one line."""


def read(lines: Sequence[Line], registry: Registry) -> Header:
    """Read the header of a letter from its lines."""
    found = Header(end=end_of_header(lines, registry))
    rest: list[tuple[int, str]] = []
    subject: list[str] = []
    state = ""
    for index, line in enumerate(whole_lines(lines[: found.end])):
        if line.blank:
            # Only the end of a number or date stood there, and was read with the line above.
            of_date = lines[index].folded.startswith(("nam ", "thang "))
            found.roles.setdefault(index, Role.DATE if of_date else Role.NUMBER)
            state = "" if state == "subject" and subject else state
            continue
        labelled = frame.SIGNATURE_STAMP.match(line.folded)
        if labelled or frame.STAMP.search(line.folded):
            if found.symbol is None and Role.NATION not in found.roles.values():
                _drop_stamp(rest, found, after_first=labelled is not None)
            found.roles[index] = Role.STAMP
            continue
        left = "" if frame.RULE.fullmatch(line.folded) else _take(line, found)
        role = found.roles.get(index) or roles.role_of(line, left)
        if role is Role.NATION and rest and rest[-1][0] == index - 1 and _STATE.match(line.folded):
            role = Role.ISSUER
        opened = frame.SUBJECT.match(fold(left))
        if opened and (found.type is None or not subject):
            subject.append(unbracketed(left, opened.end()))
            role, state = Role.SUBJECT, "subject"
        elif found.type is None and _nothing_cut(left, line) and is_title(line, registry):
            found.type = type_of(left.strip(" :"), registry)
            role, state = Role.TYPE, "title"
        elif (
            found.type is None
            and left == line.text
            and (end := opens_title(line, registry))
            and _set_apart(lines, index, rest[-1][0] if rest else None)
        ):
            found.type = registry.types.by_word(left[:end])
            subject.append(left[end:])
            role, state = Role.TYPE, "title"
        elif state == "title" and left.isupper() and fold(left).startswith("cua "):
            role = Role.HEADER  # "KẾT LUẬN", then "CỦA BAN THƯỜNG VỤ TỈNH ỦY": whose it is
        elif (
            left
            and decides(left)
            and (subject or (state == "title" and OFFICE.match(fold(left))))
            and not (subject and _PARTIES.search(fold(subject[-1])))
        ):
            role, state = Role.HEADER, ""
        elif state == "title" and (_TIME.fullmatch(fold(left)) or _is_letterhead(left, rest)):
            role = Role.HEADER  # "GIẤY TRIỆU TẬP", then "(Lần thứ hai)", then the court
        elif subject and left and _SENT_WITH.match(fold(left)):
            state = ""
        elif state == "title" and _REGISTERED.fullmatch(fold(left).strip(" ,")):
            role = Role.HEADER
        elif state in {"subject", "title"} and left and (role is Role.HEADER or left == line.text):
            subject.append(left)
            role = Role.SUBJECT
            state = "subject" if state == "title" else state
        elif found.type is None and left == line.text and _heads_paper(index, line, found, rest):
            role, state = Role.TYPE, "title"
        elif left:
            state = ""
            if names_agency(left) and not (found.type and rest) and not is_mark(left):
                rest.append((index, letterhead(left)))
                role = Role.ISSUER if left == line.text else role
        found.roles[index] = role
    roles.close_stamp(found.roles)
    subject = subject or _below_number(lines, found)
    found.subject = clean(" ".join(subject)) or None
    if found.subject:
        found.subject = re.sub(r"(?i)^\s*(?:v/v|về việc)\s*[:.]?\s*", "", found.subject)
        found.subject = re.sub(r"(?<=\w\w)\s?\.$", "", found.subject)
        found.subject = unquoted(found.subject)
    units = agency_lines(_without_union(rest, found) or _in_small_letters(lines, found))
    roles.settle(lines, found.roles)
    found.issuer, found.parent_body = filed_under(units, registry)
    if found.issuer and len(found.issuer) > _LONGEST_ISSUER:
        found.issuer = None  # damage, which would stand beside every citation of the letter
    by_symbol = registry.types.by_symbol(found.symbol) if found.symbol else None
    if by_symbol == CONSOLIDATED:
        found.type = by_symbol  # below "THÔNG TƯ" stands what it consolidates
    if found.type is None and found.numbered:
        found.type = registry.types.by_word(found.numbered)
    if found.type is None:
        titles = [lines[at].folded for at, role in found.roles.items() if role is Role.TYPE]
        found.type = type_by_symbol(found.symbol, bool(subject), registry, " ".join(titles))
    return found


_STATE = re.compile(r"nuoc\s")
"""What the letterhead of the assembly goes on with: "QUỐC HỘI", then "NƯỚC CỘNG HÒA …"."""
_PARTIES = re.compile(r"(?:^|\s)(?:giua|va|voi|cua)$")
"""The end of a line of a subject that the next names an agency for: "GIỮA", then "SỞ NỘI VỤ TỈNH …"."""
_SENT_WITH = re.compile(r"\((?:ban hanh kem|kem|dinh kem|gui kem|thoi gian|dia diem|tu ngay)[ :]")
"""What a title came with, or when what it announces takes place."""
_REGISTERED = re.compile(
    r"so\s?:\s?\d[\d. ]{0,24}|(?:dang ky|cap|thay doi)(?: thay doi)? lan (?:dau|thu \w{1,4})"
)
"""What a certificate says below its title: "Số: 3404070012", "Đăng ký lần đầu, ngày …"."""
_TIME = re.compile(r"\((?:lan|dot)(?: thu)? \w{1,4}\)")


def _heads_paper(index: int, line: Line, found: Header, rest: Sequence[tuple[int, str]]) -> bool:
    """Say whether capitals below agency, number and date are the title of a paper, of whatever kind."""
    if found.symbol is None or found.place is None or not rest or rest[-1][0] == index - 1:
        return False
    begins = is_agency(line.text) or starts_place(line.text) or line.folded.startswith("va ")
    return line.capitals and not begins and not is_mark(line.text)


def _is_letterhead(left: str, rest: Sequence[tuple[int, str]]) -> bool:
    """Say whether a line names the agency of the letterhead again."""
    named = fold(" ".join(text for _, text in rest))
    return left.isupper() and is_agency(left) and named.endswith(fold(left).replace(",", ""))


def _nothing_cut(left: str, line: Line) -> bool:
    """Say whether all of a line is left, but for an urgency: "CÔNG ĐIỆN KHẨN"."""
    urgency = frame.URGENCY.search(line.folded)
    return left == line.text or (
        urgency is not None and left == line.text[: urgency.start()].strip()
    )


def _set_apart(lines: Sequence[Line], index: int, above: int | None) -> bool:
    """Say whether a line stands below the letterhead, and not right below an agency's name.

    ``above`` is the last line that names one; it may go on there. Contracts name none.
    """
    if above == index - 1:
        return False
    return any(
        national_title(line.text, line.folded) or frame.NUMBER.search(line.folded)
        for line in lines[max(0, index - _LETTERHEAD) : index]
    )


_LETTERHEAD = 16
"""Lines that number and national title stand above a title at most."""


def _below_number(lines: Sequence[Line], found: Header) -> list[str]:
    """Return a subject that stands right below the number without "V/v", in small letters.

    In a letter of the Party, which writes no "V/v", it may begin with a capital.
    """
    after = [i for i, role in found.roles.items() if role is Role.NUMBER and not lines[i].blank]
    if found.type is not None or not after:
        return []
    of_party = (found.symbol or "").startswith("CV/")
    subject: list[str] = []
    for index in range(after[0] + 1, found.end):
        text = lines[index].text
        if lines[index].blank and not subject:
            continue
        begins = text[:1].islower() or (of_party and text[1:2].islower())
        if found.roles.get(index) is not Role.HEADER or not (subject or begins):
            break
        found.roles[index] = Role.SUBJECT
        subject.append(text)
    return subject


def _in_small_letters(lines: Sequence[Line], found: Header) -> list[str]:
    """Return the agency's lines of a letterhead that prints no capitals."""
    named: list[str] = []
    for index, line in enumerate(lines[: found.end]):
        role = found.roles.get(index)
        if role in {Role.SUBJECT, Role.TYPE}:
            break
        text = letterhead(line.text)
        own = is_agency(text) or (named and starts_place(text))
        if role is Role.HEADER and own and text[0].isupper() and len(text) < BODY_WIDTH:
            found.roles[index] = Role.ISSUER
            named.append(text)
    return named


def _without_union(rest: Sequence[tuple[int, str]], found: Header) -> list[str]:
    """Return the letterhead's lines without the Youth Union where it stands for the national title."""
    titled = Role.NATION in found.roles.values()
    lines: list[str] = []
    for index, text in rest:
        union = None if titled else frame.YOUTH.search(fold(text))
        beside = union is not None and bool(lines or union.start())
        left = f"{text[: union.start()]}{text[union.end() :]}".strip() if union and beside else text
        if left:
            lines.append(left)
        else:
            found.roles[index] = Role.NATION
    return lines


def _take(line: Line, found: Header) -> str:
    """Cut number, date, national title and urgency out of a line; return what is left."""
    text, folded = line.text, line.folded
    if line.raw > LONGEST_LINE:
        return text

    def cut(match: re.Match[str], seam: str = " ", end: int | None = None) -> None:
        nonlocal text, folded
        end = match.end() if end is None else end
        text = text[: match.start()] + seam + text[end:]
        folded = folded[: match.start()] + seam + folded[end:]

    while nation := national_title(text, folded):
        cut(nation)
    number = frame.NUMBER.search(folded)
    if number and not leads_to_number(text[: number.start()]):
        number = None
    if number and found.symbol is None and not frame.SUBJECT.match(folded):
        if frame.NUMBERED_TYPE.fullmatch(folded, 0, number.start()):
            found.numbered = text[: number.start()].strip()
        cut(number, " | ", _read_number(number, text, line.span, found))
    date = frame.DATE.search(folded) or date_alone(text, folded)
    if date and found.issued is None and found.place is None:
        kept = read_date(date, text, line.span, found)
        text, folded = (
            f"{text[:kept]} {text[date.end() :]}",
            f"{folded[:kept]} {folded[date.end() :]}",
        )
    day = frame.DAY_ALONE.fullmatch(folded) if found.symbol and not (date or found.issued) else None
    if day:
        found.issued = real(int(day["year"]), int(day["month"]), int(day["day"]))
        found.issued_year = int(day["year"])
        return ""
    month = frame.MONTH_ALONE.match(folded) if found.place is None and not date else None
    if month and text[0].isupper() and not line.capitals:
        found.place, found.issued_year = text[: month.end("place")], int(month["year"])
        return ""
    urgency = frame.URGENCY.search(folded)
    if urgency and text[urgency.start() : urgency.end()].isupper() and len(text) < 40:
        found.urgency = text[urgency.start() : urgency.end()]
        cut(urgency)
    left = " ".join(text.split()).strip(" |")
    if left == "NƯỚC":
        return ""  # a judgment is given "NHÂN DANH NƯỚC CỘNG HÒA …"
    return left if re.search(r"[^\W_]", left.replace("o0o", "")) or left == line.text else ""


def _read_number(match: re.Match[str], text: str, span: Span, found: Header) -> int:
    """Read number and symbol; return the offset at which they end."""
    start, end = match.span("symbol")
    symbol = re.sub(r"\s*([-/&])\s*", r"\1", text[start:end]).replace(" ", "").strip(".-")
    number = text[match.start("number") : match.end("number")] if match["number"] else ""
    word = _WORD.search(text, start, end)
    if word:  # a symbol has no such words: its end is lost, and what follows it was met
        found.findings.append(finding(Code.NUMBER_MISSING, span))
        return word.start()
    rest = _CUT_OFF.match(text, end)
    if rest and not frame.URGENCY.search(fold(rest[0])):
        found.findings.append(finding(Code.NUMBER_MISSING, span))
        return rest.end()
    found.symbol = symbol or None
    if match["year"]:
        found.number_year = int(match["year"])
    with_year = match["year"] is not None
    whole = _NUMBER_WHOLE.fullmatch(number) or (with_year and _NUMBER_PARTED.fullmatch(number))
    if whole and not match["blank"].strip(" ._…"):
        found.number = read_number(number, with_year=with_year)
    else:
        found.findings.append(finding(Code.NUMBER_MISSING, span))
    return end


# A dot parts thousands, or what the Government counts by since 2025; anywhere else it is a speck.
_NUMBER_WHOLE = re.compile(r"(?:\w{1,3}(?:\.\w{3})+|\w+)[a-zđ]?")
_NUMBER_PARTED = re.compile(r"\d{1,4}\.\d{1,2}")
_CUT_OFF = re.compile(
    r"-(?!-)\s*$|-(?=\s)|[^\w\s.,;:|)\]–—_-]\S*"
    rf"|\s[A-ZĐ]{{1,6}}(?:-[A-ZĐ]{{1,6}})*(?=\s*$|\s+[{CAPITAL}][{SMALL}])"
)
"""What shows behind a symbol that OCR lost part of it: "U?ND", "UB ND-NC", "UBND-"."""
_WORD = re.compile(rf"(?<![^\W\d_])[{CAPITAL}][{SMALL}]{{3,}}(?![^\W\d_])")


def read_date(match: re.Match[str], text: str, span: Span, found: Header) -> int:
    """Read place and date; return the offset at which the place begins.

    With both columns on one line, other words stand before the place: it is the last
    capitalised words before the comma.
    """
    begin, end = match.span("place")
    start = end
    words = list(re.finditer(r"\S+", text[begin:end]))
    for word in reversed(words[-6:]):
        shouted = word[0].isupper() and len(word[0]) > 3
        opens = word[0][0] in _BRACKETS  # "(Quảng Ngãi, ngày …)" below the title of a speech
        if shouted or not (word[0][opens:][:1].isupper() or word[0] in SECOND_SYLLABLES):
            break
        if word[0] not in SECOND_SYLLABLES:
            start = begin + word.start() + opens
        if opens:
            break
    found.place = clean(text[start:end]) or None
    day, month, year = (match[part] or "" for part in ("day", "month", "year"))
    if re.fullmatch("[0-9]{4}", year) and FIRST_YEAR <= int(year) <= LAST_YEAR:
        found.issued_year = int(year)
    if all(re.fullmatch(r"[0-9oli]{1,4}", part) for part in (day, month, year)):
        found.issued = real(digits(year), digits(month), digits(day))
        if found.issued is None:
            found.findings.append(finding(Code.DATE_IMPOSSIBLE, span, text=f"{day}/{month}/{year}"))
    return start


_BRACKETS = "(["


def _drop_stamp(rest: list[tuple[int, str]], found: Header, *, after_first: bool) -> None:
    """Take back capitals above an e-mail or time line: they are the stamp's, not an agency.

    ``after_first``: a stamp whose lines are labelled ("Ký bởi: …") begins at the first label.
    """
    stamps = (index for index, role in found.roles.items() if role is Role.STAMP)
    begins = min(stamps, default=10**9) if after_first else -1
    for index, _ in rest:
        if index > begins:
            found.roles[index] = Role.STAMP
    rest[:] = [item for item in rest if item[0] <= begins]
