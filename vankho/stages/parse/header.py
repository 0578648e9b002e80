"""The header: agency, national title, number, date, subject, in whatever order they come.

The two columns of the printed page come flattened in any order, at times both on one
line. So each known thing is cut out of the line that it stands on, and what is left over
in capitals names the agency.
"""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from vankho.grammar import header as frame
from vankho.grammar import marker as markers
from vankho.grammar.date import FIRST_YEAR, LAST_YEAR, digits, real
from vankho.grammar.issuer import OFFICE
from vankho.grammar.kind import KIND_WORDS
from vankho.grammar.number import read_number
from vankho.model.finding import Code, Finding, finding
from vankho.model.letter import Level, Role
from vankho.registry.registry import Registry
from vankho.registry.types import CONSOLIDATED, LETTER, OPEN_LETTER
from vankho.stages.parse.lines import Line
from vankho.stages.parse.names import agency_lines, filed_under, is_agency, starts_place
from vankho.text.fold import fold
from vankho.text.span import Span

_BODY_WIDTH = 60
"""A subject is set in a narrow column; lines this long are running text."""
_LONGEST = 2_000
"""A line longer than this carries no number, date or title of a header."""
_SEARCHED = 60
"""No header is longer than this many printed lines."""


@dataclass(slots=True)
class Header:
    """What the header says, and how many lines it takes."""

    end: int = 0
    """Index of the first line after it."""
    roles: dict[int, Role] = field(default_factory=dict)
    type: str | None = None
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
    found = Header(end=_end(lines, registry))
    rest: list[tuple[int, str]] = []
    subject: list[str] = []
    state = ""
    for index, line in enumerate(_whole_lines(lines[: found.end])):
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
        role = found.roles.get(index) or _role_of(line, left)
        opened = frame.SUBJECT.match(fold(left))
        if opened and (found.type is None or not subject):
            subject.append(_unbracketed(left, opened.end()))
            role, state = Role.SUBJECT, "subject"
        elif found.type is None and left == line.text and _is_title(line, registry):
            found.type = _type_of(left.strip(" :"), registry)
            role, state = Role.TYPE, "title"
        elif state == "title" and left.isupper() and fold(left).startswith("cua "):
            role = Role.HEADER  # "KẾT LUẬN", then "CỦA BAN THƯỜNG VỤ TỈNH ỦY": whose it is
        elif (
            left and _decides(left) and (subject or (state == "title" and OFFICE.match(fold(left))))
        ):
            role, state = Role.HEADER, ""
        elif state in {"subject", "title"} and left and (role is Role.HEADER or left == line.text):
            subject.append(left)
            role = Role.SUBJECT
            state = "subject" if state == "title" else state
        elif left:
            state = ""
            if _names_agency(left) and not (found.type and rest) and not _is_mark(left):
                rest.append((index, _letterhead(left)))
                role = Role.ISSUER if left == line.text else role
        found.roles[index] = role
    _close_stamp(found)
    subject = subject or _below_number(lines, found)
    found.subject = _clean(" ".join(subject)) or None
    if found.subject:
        found.subject = re.sub(r"(?i)^\s*(?:v/v|về việc)\s*[:.]?\s*", "", found.subject)
        found.subject = re.sub(r"(?<=\w\w)\s?\.$", "", found.subject)
        found.subject = _unquoted(found.subject)
    units = agency_lines(_without_union(rest, found) or _in_small_letters(lines, found))
    found.issuer, found.parent_body = filed_under(units, registry)
    if found.issuer and len(found.issuer) > _LONGEST_ISSUER:
        found.issuer = None  # damage, which would stand beside every citation of the letter
    by_symbol = registry.types.by_symbol(found.symbol) if found.symbol else None
    if by_symbol == CONSOLIDATED:
        found.type = by_symbol  # below "THÔNG TƯ" stands what it consolidates
    if found.type is None:
        found.type = type_by_symbol(found.symbol, bool(subject), registry)
    return found


def type_by_symbol(symbol: str | None, has_subject: bool, registry: Registry) -> str:
    """Return the type of a document that prints none: what its symbol says, else a letter."""
    by_symbol = registry.types.by_symbol(symbol) if symbol else None
    # A slip (phiếu) bears its name; PC- below "V/v" is the drafter's Pháp chế.
    slip = by_symbol is not None and by_symbol.startswith("Phiếu") and has_subject
    return LETTER if slip or by_symbol is None else by_symbol


def _close_stamp(found: Header) -> None:
    """Take into a stamp the line that one of its lines goes on to."""
    for index, role in list(found.roles.items()):
        around = found.roles.get(index - 1), found.roles.get(index + 1)
        if role is Role.HEADER and around == (Role.STAMP, Role.STAMP):
            found.roles[index] = Role.STAMP


def _below_number(lines: Sequence[Line], found: Header) -> list[str]:
    """Return a subject that stands right below the number without "V/v", in small letters."""
    after = [i for i, role in found.roles.items() if role is Role.NUMBER and not lines[i].blank]
    if found.type is not None or not after:
        return []
    subject: list[str] = []
    for index in range(after[0] + 1, found.end):
        text = lines[index].text
        if found.roles.get(index) is not Role.HEADER or not (subject or text[:1].islower()):
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
        text = _letterhead(line.text)
        own = is_agency(text) or (named and starts_place(text))
        if role is Role.HEADER and own and text[0].isupper() and len(text) < _BODY_WIDTH:
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


_NUMBER_BROKEN = re.compile(
    r"(?:^|[\s|_-])(?:s[o0]|5[o0])\s?[:.;]?\s?[0-9oli.]{1,9}[a-z]?\s?(?:/(?:\s?[a-z0-9&]{1,12}[-/&]){0,6}\s?)?$"
)
_SYMBOL_END = re.compile(r"/?[A-ZĐ][A-ZĐa-zđ0-9]*(?:[-/&][A-ZĐ0-9][A-ZĐa-zđ0-9]*)*$")


_HALVES = (
    (re.compile(r"(?:^|[\s|_-])so\s?[:.]$"), re.compile(r"\d{1,6}[a-z]?\s?/\S{1,40}")),
    (re.compile(r",\s?ngay\s\d{1,2}\sthang\s\d{1,2}$"), re.compile(r"nam\s\d{4}(?!\w)")),
    (re.compile(r",\s?ngay\s\d{1,2}$"), re.compile(r"thang\s\d{1,2}\snam\s\d{4}(?!\w)")),
)
"""Ends and beginnings of lines between which a number or a date is broken."""


_NEAR = 8
"""Lines within which the other half stands."""


def _whole_lines(lines: Sequence[Line]) -> list[Line]:
    """Put a number or date broken over two lines together: "Số: 418/UBND-" then "NC"."""
    whole = list(lines)
    for index, line in enumerate(lines):
        if line.blank or line.raw > _LONGEST:
            continue
        ahead = range(index + 1, min(index + _NEAR, len(lines)))
        below = next((i for i in ahead if not lines[i].blank), None)
        if below is None:
            continue
        for first_half, second_half in _HALVES:
            rest_of = second_half.match(lines[below].folded)
            if rest_of and first_half.search(line.folded):
                at = rest_of.end()
                whole[index] = _reworded(line, f"{line.text} {lines[below].text[:at]}")
                whole[below] = _reworded(lines[below], lines[below].text[at:].strip())
        if not _NUMBER_BROKEN.search(line.folded):
            continue
        first, _, rest = lines[below].text.partition(" ")
        broken = line.text[-1] in "/-&" or first.startswith("/")
        if broken and len(first) <= 24 and _SYMBOL_END.match(first):
            whole[index] = _reworded(line, f"{line.text}{first}")
            whole[below] = _reworded(lines[below], rest)
    return whole


def _reworded(line: Line, text: str) -> Line:
    return replace(line, text=text, folded=fold(text))


def _end(lines: Sequence[Line], registry: Registry) -> int:
    """Return the index of the first line that is no longer header."""
    printed = 0
    framed = False
    for index, line in enumerate(lines):
        if line.blank:
            continue
        printed += 1
        if line.raw > _LONGEST:
            return index if framed else _first_printed(lines)
        if frame.ADDRESSEES.match(line.folded) or printed > _SEARCHED:
            return index
        if framed and frame.TELEGRAM.search(line.folded):
            return index
        framed = framed or bool(_nation(line.text, line.folded) or frame.NUMBER.search(line.folded))
        if not framed:
            if printed > 12:
                return _first_printed(lines)
            continue
        if _opens_body(lines, index, registry):
            return index
    return _first_printed(lines) if not framed else len(lines)


def _first_printed(lines: Sequence[Line]) -> int:
    return next((index for index, line in enumerate(lines) if not line.blank), 0)


def _opens_body(lines: Sequence[Line], index: int, registry: Registry) -> bool:
    line = lines[index]
    if _is_sentence(line) or (line.raw > 100 and _below_title(lines, index, registry)):
        return True
    if _nation(line.text, line.folded):
        return False
    dated = frame.DATE.search(line.folded)
    if dated:
        # "Thời gian bắt đầu: 14 giờ 00 phút, ngày …" is no place and date.
        labelled = ": " in line.text[: dated.start()] and not _own_number(line)
        return labelled and _below_title(lines, index, registry)
    if _date_alone(line.text, line.folded):
        return False
    if _own_number(line) or frame.SUBJECT.match(line.folded):
        return False
    marker = markers.read(line.text)
    if marker is not None and marker.level not in {Level.DASH, Level.PLUS, Level.ANNEX}:
        return True
    if line.capitals:
        return False
    if _below_title(lines, index, registry):
        return True
    after_subject = _after_subject(lines, index)
    within = _in_subject(lines, index, registry)
    if within is not None:
        return not within
    opens = frame.OPENING.match(line.folded.lstrip("-+*• "))
    return after_subject and (
        line.raw > 100 or opens is not None or _sentence_after_title(lines, index, registry)
    )


_HEADER_REACH = 60
"""Lines that a header has at most between its title and the body."""


def _sentence_after_title(lines: Sequence[Line], index: int, registry: Registry) -> bool:
    """Say whether a line set apart below title and subject is a sentence, however short."""
    if not lines[index].text.endswith((":", ".", ";", "!")) or not lines[index - 1].blank:
        return False
    above = lines[max(0, index - _HEADER_REACH) : index]
    return any(_is_title(line, registry) for line in above if line.text)


def _nation(text: str, folded: str) -> re.Match[str] | None:
    """Find the national title or the motto; a sentence may name the Party in small letters."""
    for match in frame.NATION.finditer(folded):
        if text[match.start() : match.end()].isupper() or not match[0].startswith("dang"):
            return match
    return None


def _is_sentence(line: Line) -> bool:
    """Match "Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam", "Kính thưa đồng bào"."""
    return line.folded.startswith(("can cu ", "kinh thua ")) and not line.capitals


def _below_title(lines: Sequence[Line], index: int, registry: Registry) -> bool:
    """Say whether a blank line parts a sentence or "Địa điểm: …" from a type and its subject."""
    line = lines[index]
    if (
        not index
        or not lines[index - 1].blank
        or not (line.text[-1] in ".:;,!" or ": " in line.text)
    ):
        return False
    at = index - 1
    while at >= 0 and lines[at].blank:
        at -= 1
    given = False
    while at >= 0 and not lines[at].blank:
        if _is_title(lines[at], registry):
            return given
        given = True
        at -= 1
    above = next((lines[at] for at in range(at, -1, -1) if not lines[at].blank), None)
    return above is not None and _is_title(above, registry)


def _own_number(line: Line) -> bool:
    """Say whether the line carries the letter's number, not one that a sentence cites."""
    number = frame.NUMBER.search(line.folded)
    return number is not None and _leads_to_number(line.text[: number.start()])


def _leads_to_number(before: str) -> bool:
    """Say whether what stands before a number is the letterhead or a type, not a sentence."""
    folded = fold(before)
    if not any(char.islower() for char in before) or frame.NUMBERED_TYPE.fullmatch(folded):
        return True
    date = frame.DATE.search(folded)  # the columns' last lines in one, the right one first
    return date is not None and not before[date.end() :].strip(" |.")


def _after_subject(lines: Sequence[Line], index: int) -> bool:
    """Say whether the title or subject has been given above and is over."""
    before = [line for line in lines[max(0, index - 1) : index] if not line.blank]
    above = [line for line in lines[:index] if not line.blank]
    if not any(_nation(line.text, line.folded) for line in above):
        return False
    return not (before and frame.SUBJECT.match(before[-1].folded))


def _in_subject(lines: Sequence[Line], index: int, registry: Registry) -> bool | None:
    """Say whether a line belongs to the subject: "V/v" or a type heading opens its run of lines.

    Where no blank line ends the subject, a long line that starts with a capital does: that
    line is False. None where no subject stands above.
    """
    line, first = lines[index], index
    while index and not lines[index - 1].blank:
        index -= 1
        title = _is_title(lines[index], registry)
        if frame.SUBJECT.match(lines[index].folded) or title:
            if first - index == 1 and title:
                return True
            return not _new_sentence(line)
        if lines[index].capitals and _decides(lines[index].text):
            break  # "CHỦ TỊCH ỦY BAN NHÂN DÂN …" stands below the subject
    above = [line for line in lines[:index] if not line.blank]
    if not above or not _is_title(above[-1], registry):
        return None
    if line.text.endswith((":", ".")):
        return False  # a subject neither announces ("… trân trọng giới thiệu:") nor is a sentence
    return first == index or not _new_sentence(line)


def _new_sentence(line: Line) -> bool:
    return line.text[0].isupper() and (
        line.raw >= _BODY_WIDTH
        or (frame.OPENING.match(line.folded) is not None and line.raw >= 45)
        or (frame.BASIS.match(line.folded) is not None and line.text.endswith(";"))
    )


def _is_title(line: Line, registry: Registry) -> bool:
    words = line.text.strip(" :")
    if not words.isupper():
        return False
    return _type_of(words, registry) is not None or _PAPER.match(fold(words)) is not None


_PAPER = re.compile(
    r"(?:ban (?:cam ket|tu |kiem diem|ke khai|tuong trinh|nhan xet|tom tat|giai trinh|thuyet minh|tiep thu|mo ta)|giay |don |lich "
    r"|phieu |de cuong|so yeu ly lich|bai phat bieu|loi keu goi|tuyen bo)"
)
"""Papers that the register of types does not hold: their title is no agency's name."""
_KIND_LETTER = re.compile(r"thu (?:ngo|khen|moi|cam on|keu goi|chuc |tham |chia |gui )")
"""A thư công by what it says."""


def _decides(left: str) -> bool:
    return _names_agency(left) and _speaks_for(left)


# What a type heading may say beside the type: "CHƯƠNG TRÌNH HÀNH ĐỘNG".
_KIND_OF = re.compile(rf"\s(?:{KIND_WORDS})$")


def _type_of(words: str, registry: Registry) -> str | None:
    known = registry.types.by_word(words) or registry.types.by_word(_KIND_OF.sub("", fold(words)))
    paper = registry.types.words.match(fold(words)) if words.upper().startswith("GIẤY ") else None
    if known is None and _KIND_LETTER.match(fold(words)):
        return registry.types.by_word(OPEN_LETTER)
    return known or (registry.types.by_word(paper[0]) if paper else None)


def _take(line: Line, found: Header) -> str:
    """Cut number, date, national title and urgency out of a line; return what is left."""
    text, folded = line.text, line.folded
    if line.raw > _LONGEST:
        return text

    def cut(match: re.Match[str], seam: str = " ", end: int | None = None) -> None:
        nonlocal text, folded
        end = match.end() if end is None else end
        text = text[: match.start()] + seam + text[end:]
        folded = folded[: match.start()] + seam + folded[end:]

    while nation := _nation(text, folded):
        cut(nation)
    number = frame.NUMBER.search(folded)
    if number and not _leads_to_number(text[: number.start()]):
        number = None
    if number and found.symbol is None and not frame.SUBJECT.match(folded):
        cut(number, " | ", _read_number(number, text, line.span, found))
    date = frame.DATE.search(folded) or _date_alone(text, folded)
    if date and found.issued is None and found.place is None:
        kept = _read_date(date, text, line.span, found)
        text, folded = (
            f"{text[:kept]} {text[date.end() :]}",
            f"{folded[:kept]} {folded[date.end() :]}",
        )
    urgency = frame.URGENCY.search(folded)
    if urgency and text[urgency.start() : urgency.end()].isupper() and len(text) < 40:
        found.urgency = text[urgency.start() : urgency.end()]
        cut(urgency)
    left = " ".join(text.split()).strip(" |")
    return left if re.search(r"[^\W_]", left.replace("o0o", "")) or left == line.text else ""


def _date_alone(text: str, folded: str) -> re.Match[str] | None:
    """Find place and date in a form that only the end of a header line may have."""
    for pattern in (frame.DATE_ALONE, frame.DATE_SHORT):
        match = pattern.search(folded)
        if match is None or _WEEKDAY.match(match["place"]) or text.endswith(":"):
            continue
        place = text[match.start("place") : match.end("place")].split()
        if 1 <= len(place) <= 6 and all(w[0].isupper() or w in _SECOND for w in place):
            return match
    return None


_WEEKDAY = re.compile(r"(?:thu (?:hai|ba|tu|nam|sau|bay|\d)|chu nhat|sang|chieu|toi)\b")
"""A day of a programme is no place: "Thứ Hai, ngày 09/6"."""
_SECOND = {"phố", "xã", "trấn", "khu"}
"""What goes on in small letters in the name of a place: "Thành phố", "Thị xã", "Đặc khu"."""


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
    if _NUMBER_WHOLE.fullmatch(number) and not match["blank"].strip(" ._…"):
        found.number = read_number(number)
    else:
        found.findings.append(finding(Code.NUMBER_MISSING, span))
    return end


# A dot parts thousands; anywhere else it is a speck.
_NUMBER_WHOLE = re.compile(r"(?:\w{1,3}(?:\.\w{3})+|\w+)[a-zđ]?")
_CUT_OFF = re.compile(
    r"-(?!-)\s*$|-(?=\s)|[^\w\s.,;:|)\]–—_-]\S*"
    r"|\s[A-ZĐ]{1,6}(?:-[A-ZĐ]{1,6})*(?=\s*$|\s+[A-ZĐÀ-Ỹ][a-zà-ỹ])"
)
"""What shows behind a symbol that OCR lost part of it: "U?ND", "UB ND-NC", "UBND-"."""
_WORD = re.compile(r"(?<![^\W\d_])[A-ZĐÀ-Ỹ][a-zà-ỹđ]{3,}(?![^\W\d_])")


def _read_date(match: re.Match[str], text: str, span: Span, found: Header) -> int:
    """Read place and date; return the offset at which the place begins.

    With both columns on one line, other words stand before the place: it is the last
    capitalised words before the comma.
    """
    begin, end = match.span("place")
    start = end
    words = list(re.finditer(r"\S+", text[begin:end]))
    for word in reversed(words[-6:]):
        shouted = word[0].isupper() and len(word[0]) > 3
        if shouted or not (word[0][0].isupper() or word[0] in _SECOND):
            break
        if word[0] not in _SECOND:
            start = begin + word.start()
    found.place = _clean(text[start:end]) or None
    day, month, year = (match[part] or "" for part in ("day", "month", "year"))
    if re.fullmatch("[0-9]{4}", year) and FIRST_YEAR <= int(year) <= LAST_YEAR:
        found.issued_year = int(year)
    if all(re.fullmatch(r"[0-9oli]{1,4}", part) for part in (day, month, year)):
        found.issued = real(digits(year), digits(month), digits(day))
        if found.issued is None:
            found.findings.append(finding(Code.DATE_IMPOSSIBLE, span, text=f"{day}/{month}/{year}"))
    return start


def read_foot(lines: Sequence[Line], index: int, found: Header) -> bool:
    """Read place and date from a line at the foot of a paper whose header has none."""
    line = lines[index]
    if found.issued_year is not None or found.place is not None or line.raw > _FOOT:
        return False
    date = frame.DATE.fullmatch(line.folded) or frame.DATE_ALONE.fullmatch(line.folded)
    if date is None or not line.text[0].isupper() or line.capitals:
        return False
    _read_date(date, line.text, line.span, found)
    return True


_FOOT = 80


def _role_of(line: Line, left: str) -> Role:
    if not left:
        if _nation(line.text, line.folded):
            return Role.NATION
        if frame.NUMBER.search(line.folded):
            return Role.NUMBER
        if frame.DATE.search(line.folded) or _date_alone(line.text, line.folded):
            return Role.DATE
        if frame.URGENCY.search(line.folded):
            return Role.URGENCY
    return Role.HEADER


def _names_agency(left: str) -> bool:
    letters = [char for char in left if char.isalpha()]
    return len(letters) >= 2 and sum(char.isupper() for char in letters) >= 0.8 * len(letters)


def _is_mark(left: str) -> bool:
    """Say whether capitals are a mark: of secrecy, which a released letter still bears, or of a draft."""
    folded = fold(left).strip(" .:()[]")
    return bool(
        frame.SECRECY.fullmatch(folded)
        or frame.NOTE.fullmatch(folded)
        or frame.CIRCULATION.search(folded)
    )


def _speaks_for(left: str) -> bool:
    """Say whether capitals below the subject name who decides: "CHỦ TỊCH ỦY BAN NHÂN DÂN …"."""
    folded = fold(left)
    known = frame.AUTHORITY.match(folded) or is_agency(left)
    return bool(known) and not folded.startswith(("ban hanh", "bo sung", "bo tri"))


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


def _unbracketed(left: str, start: int) -> str:
    """Return a subject without the bracket that opens it: "(V/v cung cấp tài liệu)"."""
    return left[start:].rstrip(" )]”") if left[0] in "([“" else left[start:]


def _unquoted(subject: str) -> str:
    """Take off a closing bracket or quote whose opening stood before "V/v"."""
    pairs = {")": "(", "]": "[", "”": "“"}
    opening = pairs.get(subject[-1:])
    if subject.endswith('"') and subject.count('"') % 2:
        return subject[:-1].rstrip()
    return subject if opening is None or opening in subject else subject[:-1].rstrip()


def _letterhead(text: str) -> str:
    """Take rules and stars off a line of the letterhead; one dash joins it to its neighbour."""
    before = "- " if re.match(r"-\s?\w", text) else ""
    after = " -" if re.search(r"\w\s?-$", text) else ""
    return f"{before}{_clean(text)}{after}"


def _clean(text: str) -> str:
    return " ".join(text.split()).strip(" -–_|;:,*·") if text else ""
