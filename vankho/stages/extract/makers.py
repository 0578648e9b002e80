"""Agencies named around a mention: who may have issued it, who acted, which commune is meant."""

import re
from functools import lru_cache
from itertools import takewhile

from vankho.grammar import agency_heads as heads
from vankho.registry.registry import Registry
from vankho.stages.extract.agency import agency_at
from vankho.stages.extract.draft import Draft
from vankho.stages.extract.speakers import names_in, speaking, telling
from vankho.text.fold import fold
from vankho.text.trie import pattern_of
from vankho.text.view import View

_AFTER_BRACKET = re.compile(r"\s?(?:\([^()]{0,300}\)|\))?\s?cua\s")


def issuer_after(view: View, at: int, registry: Registry) -> str | None:
    """Return an issuer that follows a closed bracket: "(được đính chính …) của Chủ tịch UBND tỉnh"."""
    link = _AFTER_BRACKET.match(view.folded, at, at + 340)
    if link is None:
        return None
    phrase = agency_at(view, link.end(), registry)
    return phrase.name if phrase else None


_BY = re.compile(r",?\s(?:do|duoc)\s")
_HAS_ISSUED = re.compile(r"\s(?:da\s)?(?:ban\shanh|phat\shanh|ky|cap|lap|thong\squa)(?!\w)")


def issued_by_after(view: View, at: int, registry: Registry) -> str | None:
    """Return X of "Quyết định số … do X ban hành", "… được X ký"."""
    link = _BY.match(view.folded, at)
    phrase = agency_at(view, link.end(), registry) if link else None
    issued = phrase is not None and _HAS_ISSUED.match(view.folded, phrase.end) is not None
    return phrase.name if phrase is not None and issued else None


def hints_before(
    view: View, floor: int, start: int, symbol: str | None, registry: Registry
) -> list[str]:
    """Return the agencies named between ``floor`` and ``start``, nearest first.

    Of a ``symbol`` that tells its agency alone, no other is looked for.
    """
    window = max(floor, start - 260)
    found = []
    own = told_alone(symbol, registry)
    if own is not None and all(view.folded.find(name, window, start) < 0 for name in own):
        return []
    for match in registry.agencies.names.finditer(view.folded, window, start):
        if own is not None and match[0] not in own:
            continue
        if view.folded.startswith("pho ", match.start() - 4):
            continue
        phrase = agency_at(view, match.start(), registry)
        found.append(phrase.name if phrase else view.text[match.start() : match.end()])
    return found[::-1]


_UNNAMED = re.compile(
    r"(?:ubnd|hdnd|uy\sban\snhan\sdan|hoi\sdong\snhan\sdan)\s(?:xa|phuong|thi\stran|huyen|quan|thi\sxa|thanh\spho)$"
)


def fuller_before(view: View, start: int, issuer: str, registry: Registry) -> str | None:
    """Return "UBND xã Sơn Tịnh" for "của UBND xã", where the words before name that commune."""
    bare = fold(issuer)
    if _UNNAMED.fullmatch(bare) is None:
        return None
    found = None
    for match in heads.STARTS.finditer(view.folded, max(0, start - 400), start):
        if view.folded.startswith(f"{bare} ", match.start()):
            phrase = agency_at(view, match.start(), registry)
            if phrase is not None and len(phrase.name) > len(issuer):
                found = phrase.name
    return found


# "Bảng giá đất do UBND huyện Ba Tơ ban hành kèm theo Quyết định số …".
_ISSUED_BY = re.compile(r"(?<!\w)(?:do|duoc)\s(?P<agency>[^,;()]{4,110}?)\sban\shanh(?!\w)")


def maker_inside(view: View, start: int, end: int, registry: Registry) -> str | None:
    """Return who issued the thing that a mention begins with, where its own words say so."""
    match = _ISSUED_BY.search(view.folded, start, end)
    if match is None:
        return None
    phrase = agency_at(view, match.start("agency"), registry)
    return phrase.name if phrase and phrase.end == match.end("agency") else None


_MAKER = re.compile(r"(?<!\w)(?:cua|do)\s")
_AT = re.compile(
    r" (?:(?:da\s)?(?:neu|gui|trinh|ban\shanh|bao\scao)\s)?(?:tai|trong|o)(?:\scac)?\s?$"
)


# "UBND huyện Bình Sơn đã có Tờ trình số …": what an agency has issued is its own.
# It begins with a blank, so that the search can leap from one to the next.
_SINCE = r" (?:(?:\((?:cu|truoc\s(?:day|(?:khi\s)?sap\sxep|(?:khi\s)?sap\snhap)|nay\sla\s[^()]{2,60}|(?:sau\sday\s)?(?:goi|viet)\s(?:tat\s)?la\s[^()]{2,60})\)|cu|truoc\sday)\s)?(?:(?:da|vua|cung|moi|tiep\stuc|(?:tiep\s(?:thu|nhan)|ghi\snhan)\sva)\s)*"
# "HĐND xã Tịnh Khê khóa XII, kỳ họp thứ 2 thông qua Nghị quyết số …".
_SESSION = (
    r"(?:,?\s\(?khoa\s[ivx\d]{1,5}\)?)?(?:\s\(?nhiem\sky\s\d{4}\s?-\s?\d{4}\)?)?"
    r"(?:,?\s(?:tai\s)?(?:ky|phien)\shop\s(?:thu\s|chuyen\sde\s|lan\sthu\s|bat\sthuong\s){0,2}\w*)?,?"
)
_ACTED = re.compile(
    rf"{_SINCE}(?:co|ra|cap|ban\shanh|(?:gui|trinh)(?:\s(?:thuong\struc\s|chu\stich\s)?(?:ubnd|hdnd)\s(?:tinh|huyen|xa|phuong))?|ky|ky\sban\shanh|phat\shanh|lap|(?:quyet\snghi\s|bieu\squyet\s)?thong\squa|quyet\snghi)\s(?:cac\s)?$"
)
_ACTED_IN_SESSION = re.compile(
    rf"{_SESSION}{_SINCE}(?:(?:quyet\snghi\s|bieu\squyet\s)?thong\squa|quyet\snghi|ban\shanh)\s(?:cac\s)?$"
)
_ACTED_REACH = 110
# "UBND xã Trà Giang báo cáo tại Văn bản số …": its own where it is the subject.
_TELLING = (
    "bao cao", "de nghi", "kien nghi", "giai trinh", "phan anh", "de xuat", "trinh", "cam ket", "xac nhan", "tra loi",
    "dang ky", "neu", "thong nhat", "phan hoi",
)  # fmt: skip
# "theo" after these leads to another's: "UBND xã phê duyệt danh sách theo Quyết định số …".
_DECIDING = (
    "giai dap", "giai thich", "huong dan", "y kien", "phe duyet", "duyet", "thong qua", "quyet nghi", "giao",
    "phan bo", "bo tri", "cap ", "cong nhan", "chap thuan", "ho tro", "cong bo", "thong bao", "cho phep", "chi dao",
    "dieu chinh", "phan cong", "quyet dinh", "giai quyet", "xu phat", "ket luan", "chuyen", "tham dinh", "tham tra",
    "phan bien", "gop y", "yeu cau", "xet xu", "giu nguyen", "tuyen ",
)  # fmt: skip
_BRIEFLY = {"y kien", "giai quyet", "xu phat", "ket luan", "chuyen", "yeu cau"}
"""Of these, what was decided stands right before "tại", or "có" before them."""
_AT_LENGTH = [word.strip() for word in _DECIDING if word not in _BRIEFLY]
_SOME_WORDS = r"(?:\s(?:\d+(?:[.,]\d+)+|[^\s,.;:()]+)){0,10}"
_TOLD = re.compile(
    rf"{_SINCE}(?:{pattern_of([*_TELLING, 'trinh bay'])}{_SOME_WORDS}\s(?:tai|o|trong|theo|bang)"
    rf"|{pattern_of(['co y kien', 'cho y kien', 'ban giao', *_AT_LENGTH])}{_SOME_WORDS}"
    r"\s(?:tai|o|trong|bang)"
    r"|(?:(?:thu ly,? (?:va )?)?giai quyet(?: khieu nai| to cao| don)?(?: lan \w+)?|xu phat(?: vi pham hanh chinh)?|ket luan|yeu cau)\s(?:tai|bang)"
    # "đơn do Ban Tiếp công dân chuyển đến theo Phiếu chuyển số …"
    r"|chuyen(?: don)?(?: den| toi| sang)? (?:tai|theo|bang|kem theo))\s(?:cac\s)?$"
)
_TOLD_REACH = 110
_NAME_REACH = 110
# "UBND huyện đề nghị tại Tờ trình số …, báo cáo kết quả tại Báo cáo số …": one tells both.
_TELLS_ON = re.compile(
    rf"(?:,|;|,?\sva|,?\sdong\sthoi)\s(?:da\s|tiep\stuc\s)?{pattern_of(_TELLING)}{_SOME_WORDS}\s(?:tai|bang)\s"
)
# "UBND huyện thống nhất với đề nghị của UBND xã tại Tờ trình số …": who asked wrote it.
_ANOTHER = re.compile(
    r"(?<!\w)thong\s(?:nhat|qua)(?:\s\w+){0,3}\s(?:de\s(?:nghi|xuat)|kien\snghi|y\skien|bao\scao)(?:\s\w+){0,2}\scua\s"
)
# "việc UBND huyện A đề nghị đã được UBND huyện B trả lời tại Công văn số …": B's, though A asked first.
_BY_WHOM = ("duoc ", "do ", "ma ")
# "UBND huyện báo cáo nhiệm vụ được giao tại Quyết định số …": whoever gave it has written there.
_GIVEN = re.compile(
    r"(?<!nghi)(?<!xin)(?<!cho)\sduoc\s(?:[^,.;]{2,50}\s)?(?:giao|phan\s(?:bo|cong|khai)|(?:phe\s)?duyet|quy\sdinh|neu|chi\sdao|cap|bo\stri|cong\sbo"
    r"|thong\s(?:bao|qua)|yeu\scau)\s(?:tai|o|trong|theo|bang)\s(?:cac\s)?$"
)
# What these and ``_AT`` can end with: cheap to rule out.
_ACTED_ENDS = (
    "co ",
    "ra ",
    "cap ",
    "hanh ",
    "gui ",
    "trinh ",
    "ky ",
    "lap ",
    "cac ",
    "qua ",
    "nghi ",
    "tinh ",
    "huyen ",
    "xa ",
    "phuong ",
)
_AT_ENDS = (
    *tuple(
        f"{word}{blank}" for word in ("tai", "o", "trong", "theo", "bang") for blank in ("", " ")
    ),
    "cac ",
)
# Whoever is asked to report does so on another's letter: "giao UBND xã … báo cáo tại …".
_ASKED = re.compile(
    r"(?<!\w)(?:giao|yeu\scau|de\snghi|chi\sdao|don\sdoc|cho\sphep|cho|nhac\snho|phan\scong|uy\squyen|va)\s?$"
)


def tells_on(view: View, floor: int, previous: Draft, to: int) -> bool:
    """Say whether whoever made the mention before also tells what stands at ``to``.

    He is the one who does both, not one of whom the words speak: "đề nghị của UBND huyện tại …".
    """
    gap = view.folded[previous.end : to]
    if previous.maker is None or _TELLS_ON.fullmatch(gap) is None or _GIVEN.search(gap):
        return False
    at = view.folded.rfind(fold(previous.maker), floor, previous.start)
    return at >= 0 and not view.folded.endswith(_NO_SUBJECT, floor, at)


_NO_SUBJECT = ("cua ", "do ", "voi ", "theo ", "giao ", "yeu cau ", "de nghi ", "cho ")


def _agency_ending_at(
    view: View, floor: int, end: int, registry: Registry, *, subject: bool = False
) -> str | None:
    """Return X of "X (Báo cáo số …)": the agency whose name ends right before the bracket.

    With ``subject`` it must be who acts: not the one that is asked, "giao UBND xã … báo cáo".
    """
    edge = end
    while edge > floor and view.text[edge - 1] == " ":
        edge -= 1
    window = max(floor, edge - _NAME_REACH)
    for sign in ";:()":  # no name has one
        window = max(window, view.text.rfind(sign, window, edge) + 1)
    for at in names_in(view, window, edge):
        phrase = agency_at(view, at, registry)
        if phrase is not None and phrase.end == edge:
            # "A thẩm định tại Báo cáo số … và B phản biện tại …": "và" goes on from a mention.
            asked = _ASKED.search(view.folded, floor, at) if subject else None
            if asked and view.folded[floor:at] != " va ":
                return None
            return phrase.name
    return None


# "Xã đã có Kế hoạch số …": at the head of a sentence its council is meant.
_LEVEL = re.compile(r"(?<!\w)(?:Xã|Phường|Đặc khu|Thị trấn|Huyện|Thị xã)$")


def _level_at(view: View, floor: int, end: int) -> str | None:
    level = _LEVEL.search(view.text, max(floor, end - 12), end)
    return f"UBND {level[0].lower()}" if level else None


_BRACKET = re.compile(r"\((?:(?:neu\s)?tai\s|theo\s|xem\s)?$")
_COUNCILS_OF = re.compile(
    r"(?:(?:ubnd|uy\sban\snhan\sdan)\scac\s(?P<level>huyen|xa|phuong|tinh)\s?:?|(?<!\w)cac\s(?P<places>huyen|xa|phuong)\s?:)\s"
)
# "Các quyết định của UBND thành phố gồm: Quyết định số …": whose the documents listed are.
_LISTS = re.compile(
    r"(?<!\w)(?:cac|nhung|\d{1,2})\s(?:van\sban|quyet\sdinh|cong\svan|thong\sbao|ke\shoach|to\strinh|bao\scao|nghi\squyet)\s(?:da\sban\shanh\s)?cua\s"
)
_LIST_BEGINS = re.compile(
    r"\s(?:gom(?:\sco)?|bao\sgom|la|(?:cu\sthe\s)?nhu\ssau|sau(?:\sday)?|cu\sthe)\s?$"
)
_LIST_BEGINS_ENDS = ("gom", "co", "la", "sau", "day", "the")


def _whose_list(view: View, floor: int, end: int, registry: Registry) -> str | None:
    """Return X of "các quyết định của X gồm" that ends at ``end``."""
    if not view.folded.endswith(_LIST_BEGINS_ENDS, floor, end):
        return None
    begins = _LIST_BEGINS.search(view.folded, max(floor, end - 16), end)
    if begins is None:
        return None
    for listed in _LISTS.finditer(view.folded, max(floor, end - 130), begins.start()):
        phrase = agency_at(view, listed.end(), registry)
        if phrase is not None and phrase.end == begins.start():
            return phrase.name
    return None


_WORDS_BEFORE = re.compile(r"(?<!\w)\w+(?:\s\w+){0,5}\s?$")


def _one_of(view: View, end: int) -> str | None:
    """Return "UBND huyện Sơn Hà" of "UBND các huyện: Minh Long (…), Sơn Hà (…)"."""
    window = max(0, end - 300)
    heads = list(_COUNCILS_OF.finditer(view.folded, window, end))
    words = _WORDS_BEFORE.search(view.text, max(window, end - 40), end)
    capital = (
        list(takewhile(lambda word: word[0].isupper(), words[0].split()[::-1])) if words else []
    )
    if not heads or not capital or ". " in view.text[heads[-1].end() : end]:
        return None
    group = "level" if heads[-1]["level"] else "places"
    level = view.text[heads[-1].start(group) : heads[-1].end(group)]
    return f"UBND {level} {' '.join(capital[::-1])}"


# Who is to change a document, or does, has made it: "đề nghị UBND huyện Ba Tơ bãi bỏ Quyết định …".
# How soon, and after what thought, may stand between: "UBND tỉnh sớm xem xét, sửa đổi Quyết định …".
_THOUGHT = r"(?:(?:da|moi|se|som|khan\struong|kip\sthoi|tiep\stuc|chu\sdong|xem\sxet|nghien\scuu|ra\ssoat|can\snhac|quyet\sdinh),?\s(?:(?:va|de)\s)?){0,4}"
_CHANGING = re.compile(
    rf"\s{_THOUGHT}(?:sua\sdoi(?:,\sbo\ssung)?|bo\ssung|dieu\schinh|dinh\schinh|thay\sthe|bai\sbo|huy\sbo|huy|thu\shoi)\s(?:(?:cac|mot\sphan|toan\sbo)\s)?$"
)
_CHANGING_REACH = 80
_CHANGING_ENDS = ("doi ", "sung ", "chinh ", "the ", "bo ", "huy ", "hoi ", "cac ", "phan ")
# "UBND huyện phê duyệt tại 03 quyết định (số 2110/QĐ-UBND, …": as if the first stood after "tại".
_COUNTED = re.compile(
    r"(?<=\stai\s)(?:cac|hai|ba|bon|nam|0?\d|\d\d)\s(?:van\sban|quyet\sdinh|cong\svan|thong\sbao|ke\shoach|to\strinh|bao\scao)\s?[(:]\s?$"
)


_MAKER_ENDS = (*_ACTED_ENDS, *_CHANGING_ENDS, *_AT_ENDS, ": ")
"""One of these stands last where words say who made it, but for those in brackets."""


@lru_cache(maxsize=8192)
def told_alone(symbol: str | None, registry: Registry) -> frozenset[str] | None:
    """Return the names, on folded text, of the agency that a symbol means whoever stands beside it.

    NQ-CP is one such, UBND and STC are not; nor is that of an agency that is no more, for another
    may bear it now: HĐBT of Hội đồng Bộ trưởng, and of a Hội đồng bồi thường.
    """
    entry = registry.agencies.by_symbol(symbol) if symbol else None
    if entry is None or entry.province is not None or entry.organs or entry.valid_to:
        return None
    return frozenset(map(fold, (entry.name, *entry.aliases)))


def _acting_at(view: View, floor: int, end: int, registry: Registry) -> str | None:
    return _agency_ending_at(view, floor, end, registry) or _level_at(view, floor, end)


def _teller(view: View, floor: int, start: int, registry: Registry) -> str | None:
    """Return X of "X báo cáo việc … tại", what it told right before ``start``."""
    folded = view.folded
    first: str | None = None
    for at in names_in(view, max(floor, start - _TOLD_REACH - _NAME_REACH), start):
        phrase = agency_at(view, at, registry)
        told = _TOLD.match(folded, phrase.end, start) if phrase else None
        if phrase is None or told is None:
            continue
        if folded.endswith(_BY_WHOM, floor, at):
            return phrase.name
        if first is None:
            another = _ANOTHER.search(told[0]) or _GIVEN.search(told[0])
            # "A thẩm định tại Báo cáo số … và B phản biện tại …": "và" goes on from a mention.
            asked = folded[floor:at] != " va " and _ASKED.search(folded, floor, at)
            if another or asked:
                return None
            first = phrase.name
    return first


def maker_before(view: View, floor: int, start: int, registry: Registry) -> str | None:
    """Return X of "đề nghị của X tại Tờ trình số …": the words right before name its maker."""
    folded = view.folded
    near = max(floor, start - 12)
    open_bracket = folded.find("(", near, start) >= 0
    if not (open_bracket or folded.endswith(_MAKER_ENDS, floor, start)):
        return None
    if folded.endswith(("(", "( ", ": "), floor, start):
        counted = _COUNTED.search(folded, max(floor, start - 32), start)
        start = counted.start() if counted else start
    bracket = _BRACKET.search(folded, near, start) if open_bracket else None
    if bracket is not None:
        end = bracket.start()
        return (
            _agency_ending_at(view, floor, end, registry)
            or _one_of(view, end)
            or telling(view, floor, end, registry)
        )
    if view.text.endswith(": ", floor, start):  # "các Tờ trình của UBND huyện Ba Tơ: số …"
        return _agency_ending_at(view, floor, start - 2, registry) or _whose_list(
            view, floor, start - 2, registry
        )
    if folded.endswith(_ACTED_ENDS, floor, start):
        acted = _ACTED.search(folded, max(floor, start - 60), start)
        name = _acting_at(view, floor, acted.start(), registry) if acted else None
        near = max(floor, start - _ACTED_REACH)
        if name is None and (
            folded.find("hop ", near, start) >= 0 or folded.find("khoa ", near, start) >= 0
        ):
            acted = _ACTED_IN_SESSION.search(folded, near, start)
            name = _acting_at(view, floor, acted.start(), registry) if acted else None
        if acted is not None:
            return name
        near = max(floor, start - 12)
    if folded.endswith(_CHANGING_ENDS, floor, start):
        changing = _CHANGING.search(folded, max(floor, start - _CHANGING_REACH), start)
        if changing is not None:
            return _agency_ending_at(view, floor, changing.start(), registry)
    if not folded.endswith(_AT_ENDS, floor, start):
        return None
    teller = _teller(view, floor, start, registry)
    if teller is not None:
        return teller
    at = _AT.search(view.folded, max(floor, start - 28), start)
    if at is None:
        return None
    near = max(floor, start - 130)
    if folded.find("cua ", near, at.start()) < 0 and folded.find("do ", near, at.start()) < 0:
        return speaking(view, floor, at.start(), registry)
    for match in _MAKER.finditer(folded, near, at.start()):
        phrase = agency_at(view, match.end(), registry)
        if phrase is not None and _is_before(view, phrase.end, at.start(), registry):
            return phrase.name
        if phrase is not None and _COMPANY_GOES_ON.fullmatch(view.folded, match.end(), at.start()):
            return view.text[match.end() : at.start()]
    return None


# Names of companies go on in small letters: "của Công ty Cổ phần thủy điện Đakđrinh tại …".
_COMPANY_GOES_ON = re.compile(
    r"(?:cong\sty|tong\scong\sty|tap\sdoan|doanh\snghiep|hop\stac\sxa|lien\sdanh)(?:\s(?!tai\s|cua\s|ve\s|theo\s|da\s)[^\s,.;:()]+){2,14}"
)


def _is_before(view: View, end: int, at: int, registry: Registry) -> bool:
    """Say whether a name that ends at ``end`` stands right before ``at``.

    Whom it belongs to may stand between: "của Ban Thi đua - Khen thưởng, Sở Nội vụ tại …".
    """
    if end == at:
        return True
    if not view.text.startswith(", ", end):
        return False
    above = agency_at(view, end + 2, registry)
    return above is not None and above.end == at
