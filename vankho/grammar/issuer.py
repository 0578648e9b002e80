"""The agency that issued a document, where the words beside a citation name it.

Grammar::

    phrase = [office [","]]* agency [place]     Chủ tịch UBND tỉnh; Bộ trưởng Bộ Tư pháp
    agency = a name of the registry, or a known head word and the words of its name

Who holds an office signs for the agency: what "Chủ tịch UBND tỉnh" issues is filed under UBND tỉnh.
"""

import re
from typing import NamedTuple

from vankho.grammar import company, compound, provinces, session
from vankho.grammar.agency_heads import BEGIN_WHOLE, COMMON_HEAD, HEAD, OFFICE, WHOLE_HEAD
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
    r"(?:to cong tac|ban chi dao|hoi dong(?! nhan dan)|ban quan ly|cuc|tong cuc|vu|trung tam|quy|hoi)(?!\w)"
)

# Words at which such a name is over.
_STOP = re.compile(
    r"""(?:ve|tai|ban|quy|phe|bao|dam|thong|huong|trien|yeu|de|gom|theo|trong|nham|thi|duoc|da|la|do|trinh|giao
    |chi(?=\sdao)|sua|bai|thay|khong|co|chua|dang|se|phai|gui|ngay|nam|tham|thong|cho|neu|khi|bat|ket|thuc|ky|nhu
    |tren|tu|den|noi|doi|lien\squan|xem|phan|chuyen|bi|nay|so(?=\s\d)|giai)(?!\w)""",
    re.VERBOSE,
)
_LOOSE_STOP = re.compile(
    r"""(?:ve|tai|ban\shanh|quy\sdinh|phe\sduyet|bao\sdam|dam\sbao|thong\sbao|huong\sdan|trien\skhai|yeu\scau
    |de\snghi|theo|trong|nham|thi|duoc|da|la|(?<!cong\s)(?<!chuong\s)(?<!quy\s)trinh|giao(?!\sthong)|cong\sbo|sua\sdoi|bai\sbo|thay\sthe|(?<!hang\s)khong|co|chua|dang|se
    |phai|gui|ngay|nam|cho|neu|khi|ket\sluan|thuc\shien|nhu|tren|tu|den)(?!\w)""",
    re.VERBOSE,
)
_VERB = re.compile(
    r"(?:ban hanh|quy dinh|phe duyet|bao dam|dam bao|thong bao|huong dan|trien khai|yeu cau|de nghi|cong bo|sua doi"
    r"|bai bo|thay the|ket luan|thuc hien|chi dao|phan bo|chuyen don|to chuc|ban giao|dieu chinh)(?!\w)"
)
# What an agency does by letter; in small letters, no part of a name.
_TELLS = re.compile(
    r"(?:tra\sloi|giai\sdap|giai\strinh|bao\scao|kien\snghi|phan\sanh|xac\snhan|de\sxuat|dang\sky|phuc\sdap)(?!\w)"
)
# What a company or a citizen writes for; no syllable of any name.
_ASKS = frozenset({"hỏi", "xin", "vướng", "nhờ"})
_DOCUMENT = re.compile(
    r"\s(?:nghi\squyet|nghi\sdinh|quyet\sdinh|thong\stu|thong\sbao|cong\svan|cong\sdien|chi\sthi|ke\shoach|to\strinh|bao\scao|luat\s)"
)
_SYLLABLE = re.compile(r"\s(?P<word>[^\s,.;:()“”\"/\[\]]+)")
_PLACE = re.compile(r"(?:tinh|thanh pho|tp\.?|huyen|thi xa|quan|xa|phuong|thi tran|dac khu)(?!\w)")
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
        return (
            IssuerPhrase(
                start, _capitals(text, short.end()), text[at : _capitals(text, short.end())]
            )
            if short
            else None
        )
    end = known.end() if known else at
    if head and (known is None or head.end() > known.end() or _goes_on(folded, known.end())):
        end = max(end, _generic_end(text, folded, head))
        if head[0] in company.HEADS and (trade := company.trade_end(text, head.end())) is not None:
            end = max(end, _with_place(text, folded, _capitals(text, trade)))
    if known and end == known.end():
        end = _with_place(text, folded, end)
        if end == known.end() and known[0].startswith("so "):
            end = _province_end(text, folded, end)  # "Sở Y tế Bình Định"
    name = text[at:end]
    return IssuerPhrase(start, end, f"P{name[1:]}" if name.startswith("phòng ") else name)


def _goes_on(folded: str, end: int) -> bool:
    # "Bộ Chính trị" of the registry may be the start of "Bộ Chính trị, Ban Bí thư".
    return _TWO_BODIES.match(folded, end) is not None


_TWO_BODIES = re.compile(r",\s(?:ban bi thu|bo chinh tri)")


def _with_place(text: str, folded: str, end: int) -> int:
    """Take in the place that makes a name whole: "tỉnh Quảng Nam"."""
    if folded.startswith(_AFTER_NAMES, end) and (
        region := _REGION.match(folded, end) or _REGION_NAMED.match(text, end)
    ):
        return _region_end(text, folded, region)
    branch = _BRANCH.match(text, end) if folded.startswith(_BEFORE_BRANCH, end) else None
    end = branch.end() if branch else end
    place = _PLACE.match(folded, end + 1) if folded[end : end + 1] == " " else None
    if place:
        return _place_end(text, folded, place)
    if branch:
        return _capitals(text, end)
    if folded.endswith((" huyen", " thanh pho", " xa", " phuong", " thi xa", " quan"), 0, end):
        return _capitals(text, end)
    if folded.endswith(" tinh", 0, end):
        return _province_end(text, folded, end)
    return end


_AFTER_NAMES = (" khu ", " chuyen ", " vung ", " co ")
_BEFORE_BRANCH = (" chi ", ", chi ", " - chi ", " – chi ", ", - chi ", ", – chi ")
# "Ngân hàng Nhà nước Việt Nam - Chi nhánh tỉnh Quảng Ngãi"; not "của Chính phủ, chi nhánh đã …".
_BRANCH = re.compile(
    rf",?\s(?:[-–]\s)?[Cc]hi nhánh(?=\s(?:[{CAPITAL}]|tỉnh|thành phố|huyện|thị xã|quận|khu vực|số\s\d))"
)


def _region_end(text: str, folded: str, region: re.Match[str]) -> int:
    """Take in the place after a region: "khu vực 2 - Quảng Ngãi", "cơ sở 4 tỉnh Quảng Ngãi"."""
    return _with_place(text, folded, _capitals(text, region.end()))


def _place_end(text: str, folded: str, place: re.Match[str]) -> int:
    if place[0] == "tinh":
        return _province_end(text, folded, place.end())
    return _capitals(text, place.end())


def _province_end(text: str, folded: str, at: int) -> int:
    """Take in the province's name after "tỉnh"; any other name there is a person's."""
    name = provinces.AFTER_WORD.match(folded, at)
    return name.end() if name and text[at + 1 : at + 2].isupper() else at


# "UBND phường 1 Bảo Lộc", "UBND Quận 3".
_NUMBERED_PLACE = re.compile(
    r"(?:(?<=phường)|(?<=Phường)|(?<=quận)|(?<=Quận)|(?<=khu vực))\s\d{1,2}(?=\s[A-ZĐ]|[,.;)]|$)"
)


def _capitals(text: str, at: int) -> int:
    """Take the capitalised syllables from ``at`` on: a place is written so throughout."""
    numbered = _NUMBERED_PLACE.match(text, at)
    at = numbered.end() if numbered else at
    while syllable := _SYLLABLE.match(text, at):
        word = syllable["word"]
        dash = word in {"-", "–"} and text[syllable.end() + 1 : syllable.end() + 2].isupper()
        if not (word[0].isupper() or dash) or word in {"Về", "Theo", "Tại"}:
            break
        at = syllable.end()
    return at


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
    while at < limit and (syllable := _SYLLABLE.match(text, at)):
        word, plain = syllable["word"], fold_at(folded, syllable)
        place = _PLACE.match(folded, syllable.start("word")) if word[0].islower() else None
        if place and plain == "quan" and word != "quận":
            place = None  # "Hải quan"
        if place:
            at = _place_end(text, folded, place)
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
            if not loose or HEAD.match(folded, syllable.end() + 1) is None:
                break
            small = 0
        elif (
            (_is_small(word) and not compound.is_proper(text[head.end() : at]))
            or (plain == "cac" and folded.startswith((" khu ", " kcn "), syllable.end()))
            or (plain == "hinh" and folded.startswith(" su", syllable.end()))
        ):
            pass
        elif word in _NEVER_SECOND:
            break
        elif loose:
            if _LOOSE_STOP.match(folded, syllable.start("word")) and not _other_word(word, plain):
                break
            if _tells(text, folded, syllable.start("word")) or (
                word.islower()
                and compound.is_proper(text[head.end() : at])
                and not compound.belongs(printed, text[head.end() : at], word)
            ):
                break
        elif (
            _VERB.match(folded, syllable.start("word"))
            or _tells(text, folded, syllable.start("word"))
            or word in _ASKS
        ) or (_DOCUMENT.match(folded, syllable.end()) and text[syllable.end() + 1].isupper()):
            break  # "… tại Đà Nẵng hủy Quyết định số"
        else:
            small += 1
            if small > 1 or not compound.belongs(printed, text[head.end() : at], word):
                break
            if _STOP.match(folded, syllable.start("word")) and not _compound(text, at):
                break
        at = syllable.end()
    comma = _SECOND_BODY.match(folded, at, at + 80)
    if comma:
        return comma.end()
    # "Bộ Văn hóa, Thể thao và Du lịch": a comma inside the name, capitals on both sides.
    if loose and (rest := _AFTER_COMMA.match(folded, at)):
        end = rest.end() + 1
        place = _PLACE.match(folded, end)
        stops = _LOOSE_STOP.finditer(folded, at, end)
        if place and all(_other_word(text[s.start() : s.end()], s[0]) for s in stops):
            return _place_end(text, folded, place)
    inside = _INSIDE.match(text, at, at + 60)
    return _with_place(text, folded, inside.end()) if inside else at


_SECOND_BODY = re.compile(r",\s(?:ban bi thu|bo chinh tri|chu nhiem [^,.;]{3,60}|ban to chuc)")
_INSIDE = re.compile(rf",\s[{CAPITAL}]\w+\s\w+\svà\s[{CAPITAL}]\w+\s\w+")


# Stop words as printed: "đầu tư" and "bảo vệ" only fold like "từ" and "về".
_PRINTED_STOPS = {
    "ve": "về", "tai": "tại", "thi": "thì", "la": "là", "trinh": "trình", "co": "có", "nam": "năm", "tu": "từ",
    "den": "đến", "da": "đã", "cho": "cho",
}  # fmt: skip


# As printed these are never the second half of a compound: "Công ty Minh Long tại …".
_NEVER_SECOND = frozenset({
    "về", "tại", "thì", "là", "có", "từ", "đến", "đã", "để", "được", "chưa", "đang", "sẽ", "phải", "nếu", "nhưng", "nên",
    "mà", "vì", "đều", "cũng", "vẫn",
})  # fmt: skip


def _tells(text: str, folded: str, at: int) -> bool:
    """Say whether what an agency does by letter begins at ``at``: "đăng ký", not "Cao đẳng Kỹ thuật"."""
    told = _TELLS.match(folded, at)
    return told is not None and text[at : told.end()].islower() and not text.startswith("đẳng", at)


def _other_word(word: str, plain: str) -> bool:
    """Say whether a syllable is another word than the stop word that it folds like."""
    stop = _PRINTED_STOPS.get(plain)
    return stop is not None and not word.isascii() and word.lower() != stop


# "Ban Chỉ đạo phát triển khoa học, công nghệ tỉnh"; not "…, các sở", "…, UBND xã".
_AFTER_COMMA = re.compile(
    r",(?:\s(?!cac\b|uy\b|so\b|ubnd\b|hdnd\b|van\b|nhung\b|dong\b|gui\b|chanh\b|chu\stich\b|giam\sdoc\b|thanh\stra\b|cong\san\b|truong\b|thuong\struc\b|lanh\sdao\b)\w+){2,7}?(?=\s(?:tinh|huyen|thanh\spho|xa|phuong)(?!\w))"
)


def _is_small(word: str) -> bool:
    return word in _SMALL or (word.isascii() and word in _SMALL_UNMARKED)


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
