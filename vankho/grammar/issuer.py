"""The agency that issued a document, where the words beside a citation name it.

Grammar::

    phrase = [office [","]]* agency [place]     Chủ tịch UBND tỉnh; Bộ trưởng Bộ Tư pháp
    agency = a name of the registry, or a known head word and the words of its name

Who holds an office signs for the agency: what "Chủ tịch UBND tỉnh" issues is filed under UBND tỉnh.
"""

import re
from typing import NamedTuple

from vankho.grammar import agency_place, company, compound, fields, session
from vankho.grammar.agency_heads import BEGIN_WHOLE, COMMON_HEAD, HEAD, OFFICE, WHOLE_HEAD
from vankho.grammar.agency_stops import (
    ASKS,
    LOOSE_STOP,
    NEVER_SECOND,
    STOP,
    VERB,
    other_word,
    tells,
)
from vankho.text.fold import fold
from vankho.text.letters import CAPITAL

_NUMBERED = ("quan khu", "quan doan", "khu vuc")
# "Kiểm toán nhà nước khu vực III", "Tòa án nhân dân khu vực 2 - Quảng Ngãi"
_REGION = re.compile(r"\s(?:khu\svuc|chuyen\snganh|vung|co\sso)\s(?:\d{1,2}|[ivx]{1,6})(?![\w/])")
_REGION_NAMED = re.compile(r"\s[Kk]hu\svực(?=\s[A-ZĐ])")  # "Hạt Kiểm lâm khu vực Ba Tơ"
_SQUAD = re.compile(r"(?:doi|phong giao dich|hat|tram|to|truong)(?!\w)")
_SQUAD_NUMBER = re.compile(r"\ssố\s\d{1,2}(?![\w/])")
_DOCUMENT_NUMBER = re.compile(r"\s[Ss]ố\s?:?\s?\d{1,5}[a-zđ]?(?:-(?=\w)|\s?/)")
_ROOM = re.compile(r"phong\s")  # "Trưởng phòng Nội vụ"
_ACRONYM = re.compile(r"[A-ZĐ]{3,8}(?=\s[A-ZĐ]\w)")
# Heads whose names go on in small letters: "Tổ công tác chuyên trách cải cách …".
_LOOSE = re.compile(
    r"(?:(?:van phong (?:thuong truc )?)?(?:to cong tac|ban chi dao)|ban chi huy|hoi dong(?! nhan dan)|ban (?:quan ly|ql|qlda)|bql|bqlda|cuc|tong cuc|vu|trung tam|quy|hoi)(?!\w)"
)

_DOCUMENT = re.compile(
    r"\s(?:nghi\squyet|nghi\sdinh|quyet\sdinh|thong\stu|thong\sbao|cong\svan|cong\sdien|chi\sthi|ke\shoach|to\strinh|bao\scao|luat\s)"
)
# Small syllables that stand inside names everywhere; "nhận" and "sử" only fold like two of them.
_SMALL = frozenset(
    [
        "nhân",
        "dân",
        "tối",
        "cao",
        "nhà",
        "nước",
        "quân",
        "sự",
        "chấp",
        "hành",
        "thường",
        "trực",
        "cấp",
        "miền",
    ]
)
_SMALL_UNMARKED = frozenset(map(fold, _SMALL))
_NOT_AFTER_AND = re.compile(
    r"\s(?:(?:dieu|khoan|diem|muc|chuong|phan|phu luc) (?:so )?[\divxa-e]{1,4}(?!\w)|nghi|quyet|thong (?:bao|tu|tri|cao)|cong van|chi thi|ke hoach|luat|huong dan|cac\s"
    r"|(?:bao cao|to trinh|ket luan|chuong trinh|bien ban|cong dien|van ban|phuong an|de an)(?: \w+){0,3} so:? ?\d)"
)


class IssuerPhrase(NamedTuple):
    """An agency as the text names it: offsets in the view, and the name without offices."""

    start: int
    end: int
    name: str


def read(text: str, folded: str, start: int, names: re.Pattern[str]) -> IssuerPhrase | None:
    """Read the agency that begins at view offset ``start``; None where none does.

    ``names`` matches, on folded text, every name and alias of the registry, longest first.
    """
    at = start
    if folded.startswith(session.BEGIN, at):
        if (committee := session.committee(folded, at)) is not None:
            held = read(text, folded, committee, names)
            return held and IssuerPhrase(start, session.end(folded, held.end), held.name)
        if (over := session.plenum_end(folded, at)) is not None:
            return IssuerPhrase(start, over, session.CENTRAL)
    while office := OFFICE.match(folded, at):
        at = office.end()
    if text.startswith(("Quý ", "quý "), at):
        return None  # "của Quý Sở": whoever is written to
    if at > start and text[at : at + 1].islower() and VERB.match(folded, at):
        return None  # "của Hiệu trưởng ban hành Quy chế": no board ("Ban …") is named
    known = names.match(folded, at)
    head = HEAD.match(folded, at)
    if head and head[0] in BEGIN_WHOLE:
        head = WHOLE_HEAD.match(folded, at) or head
    if head and head[0] == "truong" and text[at:].startswith(("Trưởng", "trưởng")):
        head = None  # "của Trưởng đoàn": whoever leads it
    if head is None and (text[at : at + 1].isupper() or (at > start and _ROOM.match(folded, at))):
        head = COMMON_HEAD.match(folded, at)
    if known is None and head is None:
        short = _ACRONYM.match(text, at)
        if short is None:
            return None
        end = agency_place.capitals(text, short.end())
        return IssuerPhrase(start, end, text[at:end])
    end = known.end() if known else at
    if head and (known is None or head.end() > known.end() or _goes_on(folded, known.end())):
        end = max(end, _generic_end(text, folded, head))
        if (whole := fields.end(folded, at, end)) > end:
            end = _with_place(text, folded, whole)
        if head[0] in company.HEADS and (trade := company.trade_end(text, head.end())) is not None:
            end = max(end, _with_place(text, folded, agency_place.capitals(text, trade)))
    if known and end == known.end():
        end = _with_place(text, folded, end)
        if end == known.end() and known[0].startswith("so "):
            end = agency_place.with_province(text, folded, end)  # "Sở Y tế Bình Định"
    if folded.startswith(" cua ", end) and _OF_A_PLACE.match(folded, at):
        place = agency_place.word(text, folded, end + len(" cua "))
        end = agency_place.whole(text, folded, place) if place else end
    name = text[at:end]
    return IssuerPhrase(start, end, f"P{name[1:]}" if name.startswith("phòng ") else name)


def _goes_on(folded: str, end: int) -> bool:
    # "Bộ Chính trị" of the registry may be the start of "Bộ Chính trị, Ban Bí thư".
    return _TWO_BODIES.match(folded, end) is not None


# "Ban Dân tộc HĐND tỉnh" is no Ban Dân tộc, "Ban Chấp hành Trung ương Đoàn" not the Party's.
_TWO_BODIES = re.compile(
    r",\s(?:ban bi thu|bo chinh tri)|\s(?:hdnd|hoi dong nhan dan)(?!\w)|(?<=trung uong)\s(?:doan|hoi)\s(?!nghi)"
)


def _with_place(text: str, folded: str, end: int) -> int:
    """Take in the place that makes a name whole: "tỉnh Quảng Nam"."""
    if folded.startswith(_AFTER_NAMES, end) and (
        region := _REGION.match(folded, end) or _REGION_NAMED.match(text, end)
    ):
        return _region_end(text, folded, region)
    branch = _BRANCH.match(text, end) if folded.startswith(_BEFORE_BRANCH, end) else None
    end = branch.end() if branch else end
    place = agency_place.WORD.match(folded, end + 1) if folded[end : end + 1] == " " else None
    if place:
        return agency_place.whole(text, folded, place)
    if branch:
        return agency_place.capitals(text, end)
    if folded.endswith((" huyen", " thanh pho", " xa", " phuong", " thi xa", " quan"), 0, end):
        return agency_place.capitals(text, end)
    if folded.endswith(" tinh", 0, end):
        return agency_place.with_province(text, folded, end)
    return end


# "Đoàn kiểm tra của tỉnh", "Tổ công tác của tỉnh": no name by itself tells whose it is.
_OF_A_PLACE = re.compile(r"(?:doan|to|ban\s(?:chi\sdao|chi\shuy)|hoi\sdong)(?!\w|\snhan\sdan)")
_AFTER_NAMES = (" khu ", " chuyen ", " vung ", " co ")
_BEFORE_BRANCH = (" chi ", ", chi ", " - chi ", " – chi ", ", - chi ", ", – chi ")
# "Ngân hàng Nhà nước Việt Nam - Chi nhánh tỉnh Quảng Ngãi"; not "của Chính phủ, chi nhánh đã …".
_BRANCH = re.compile(
    rf",?\s(?:[-–]\s)?[Cc]hi nhánh(?=\s(?:[{CAPITAL}]|tỉnh|thành phố|huyện|thị xã|quận|khu vực|số\s\d))"
)


def _region_end(text: str, folded: str, region: re.Match[str]) -> int:
    """Take in the place after a region: "khu vực 2 - Quảng Ngãi", "cơ sở 4 tỉnh Quảng Ngãi"."""
    return _with_place(text, folded, agency_place.capitals(text, region.end()))


def _generic_end(text: str, folded: str, head: re.Match[str]) -> int:
    """Read the name after a head word, syllable by syllable.

    A compound is written with one capital ("Thi đua", "Tuyên giáo"), so one small
    syllable may follow a capital one; a second one is the next word of the sentence,
    unless the head is of those whose names go on in small letters.
    """
    loose = _LOOSE.match(folded, head.start()) is not None
    printed = text[head.start() : head.end()]
    at = head.end()
    small = 1  # a name begins with a capital; "Chủ tịch nước công bố" goes no further
    limit = at + 170
    while at < limit:
        at = _over_comma(text, folded, at) if at > head.end() else at
        if (syllable := agency_place.SYLLABLE.match(text, at)) is None:
            break
        word, plain = syllable["word"], fold_at(folded, syllable)
        place = agency_place.word(text, folded, syllable.start("word"))
        if place:
            at = agency_place.whole(text, folded, place)
            if not (loose and folded.startswith(" cua ", at)):
                return at
            continue
        if region := _REGION.match(folded, at) or _REGION_NAMED.match(text, at):
            return _region_end(text, folded, region)
        if plain == "so" and _DOCUMENT_NUMBER.match(text, at):
            break  # "Công văn của Huyện ủy Trà Bồng số 455-CV/HU"
        if plain == "so" and _SQUAD.match(folded, head.start()):
            squad = _SQUAD_NUMBER.match(text, at)
            if squad:
                at, small = squad.end(), 0
                continue
        numbered = plain.isdigit() and folded.endswith(_NUMBERED, 0, at)
        if word[0].isupper() or word in {"-", "–"} or numbered:
            small = 0
        elif plain == "tai" and folded.endswith(" cap cao", 0, at):
            small = 0  # "Tòa án nhân dân cấp cao tại Đà Nẵng"
        elif plain == "va":
            if not _and_goes_on(text, folded, syllable.end()):
                break
            small = 0
        elif plain == "cua":
            whose = HEAD.match(folded, syllable.end() + 1)
            if whose is None or not (loose or whose[0] == "quoc hoi"):
                break
            small = 0
        elif (
            (_is_small(word) and not compound.is_proper(text[head.end() : at]))
            or (plain == "cac" and folded.startswith((" khu ", " kcn "), syllable.end()))
            or (plain == "hinh" and folded.startswith(" su", syllable.end()))
        ):
            pass
        elif compound.goes_on(text[head.end() : at], word):
            small = 1
        elif word in NEVER_SECOND:
            break
        elif loose:
            if LOOSE_STOP.match(folded, syllable.start("word")) and not other_word(word, plain):
                break
            if tells(text, folded, syllable.start("word")) or (
                word.islower()
                and compound.is_proper(text[head.end() : at])
                and not compound.belongs(printed, text[head.end() : at], word)
            ):
                break
        elif (
            VERB.match(folded, syllable.start("word"))
            or tells(text, folded, syllable.start("word"))
            or word in ASKS
        ) or (_DOCUMENT.match(folded, syllable.end()) and text[syllable.end() + 1].isupper()):
            break  # "… tại Đà Nẵng hủy Quyết định số"
        else:
            small += 1
            if small > 1 or not compound.belongs(printed, text[head.end() : at], word):
                break
            if STOP.match(folded, syllable.start("word")) and not _compound(text, at):
                break
        at = syllable.end()
        if slashed := _SLASHED.match(text, at):
            at = slashed.end()
    comma = _SECOND_BODY.match(folded, at, at + 80)
    if comma:
        return comma.end()
    if loose and (whole := agency_place.further(text, folded, head.start(), at)) is not None:
        return whole
    # "Bộ Văn hóa, Thể thao và Du lịch": a comma inside the name, capitals on both sides.
    inside = _INSIDE.match(text, at, at + 60)
    return _with_place(text, folded, inside.end() if inside else at)


_SECOND_BODY = re.compile(r",\s(?:ban bi thu|bo chinh tri|chu nhiem [^,.;]{3,60}|ban to chuc)")
_INSIDE = re.compile(rf",\s[{CAPITAL}]\w+\s\w+\svà\s[{CAPITAL}]\w+\s\w+")


def _is_small(word: str) -> bool:
    return word in _SMALL or (word.isascii() and word in _SMALL_UNMARKED)


def _over_comma(text: str, folded: str, at: int) -> int:
    """Step over a comma that is part of a word: "Phòng, chống thiên tai", "Sở VH,TT&DL"."""
    if not text.startswith(",", at):
        return at
    if folded.startswith(", chong ", at) and folded.endswith(" phong", 0, at):
        return at + len(", chong")
    glued = _GLUED.match(text, at) if HEAD.match(folded, at + 1) is None else None
    return glued.end() if glued else at


# "Cục Phòng, chống HIV/AIDS": two sets of initials are one word.
_SLASHED = re.compile(r"(?<=[A-ZĐ]{2})/[A-ZĐ]{2,}(?:&[A-ZĐ]{1,6})?(?![\w/&-])")
_GLUED = re.compile(r"(?<=[A-ZĐ]),[A-ZĐ]{2,}(?:&[A-ZĐ]{1,3})?(?![\w/])")


def _and_goes_on(text: str, folded: str, at: int) -> bool:
    """Say whether "và" joins two parts of one name, not two agencies or documents.

    "Khu kinh tế Dung Quất và các Khu công nghiệp" is one board's name.
    """
    if folded.startswith((" cac khu ", " khu ", " cac kcn ", " kcn "), at):
        return True
    if not text[at + 1 : at + 2].isupper() or _NOT_AFTER_AND.match(folded, at):
        return False
    return HEAD.match(folded, at + 1) is None


def _compound(text: str, at: int) -> bool:
    """Say whether the syllable after ``at`` belongs to the capital one before it."""
    previous = text[:at].rsplit(" ", 1)[-1]
    return bool(previous) and previous[0].isupper() and not previous.isupper()


def fold_at(folded: str, match: re.Match[str]) -> str:
    """Return the folded twin of a match's word."""
    return folded[match.start("word") : match.end("word")]
