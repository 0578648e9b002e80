"""Whose a mention is, told by the words right before it: who has issued, changed or listed it."""

import re
from itertools import takewhile

from vankho.registry.registry import Registry
from vankho.stages.extract.agency import agency_at
from vankho.stages.extract.deciders import decider
from vankho.stages.extract.doing import subject_goes_on, who_did
from vankho.stages.extract.places_before import council_of_province
from vankho.stages.extract.speakers import names_in, speaking, telling
from vankho.stages.extract.tellers import teller
from vankho.stages.extract.telling_words import NAME_REACH, SINCE
from vankho.text.view import View

_MAKER = re.compile(r"(?<!\w)(?:cua|do)\s")
_AT = re.compile(
    r" (?:(?:(?:da\s)?(?:neu|gui|trinh|ban\shanh|bao\scao)\s)?(?:tai|trong|o)|gui\skem(?:\stheo)?)(?:\scac)?\s?$"
)


# "UBND huyện Bình Sơn đã có Tờ trình số …": what an agency has issued is its own.
# "HĐND xã Tịnh Khê khóa XII, kỳ họp thứ 2 thông qua Nghị quyết số …".
_SESSION = (
    r"(?:,?\s\(?khoa\s[ivx\d]{1,5}\)?)?(?:\s\(?nhiem\sky\s\d{4}\s?-\s?\d{4}\)?)?"
    r"(?:,?\s(?:tai\s)?(?:ky|phien)\shop\s(?:thu\s|chuyen\sde\s|lan\sthu\s|bat\sthuong\s){0,2}\w*)?,?"
)
_ACTED = re.compile(
    rf"{SINCE}(?:co|ra|cap|ban\shanh|(?:gui|trinh)(?:\s(?:thuong\struc\s|chu\stich\s)?(?:ubnd|hdnd)\s(?:tinh|huyen|xa|phuong))?|trinh\sbay|doc|ky|ky\sban\shanh|phat\shanh|lap|(?:quyet\snghi\s|bieu\squyet\s)?thong\squa|quyet\snghi)\s(?:cac\s)?$"
)
_ACTED_IN_SESSION = re.compile(
    rf"{_SESSION}{SINCE}(?:(?:quyet\snghi\s|bieu\squyet\s)?thong\squa|quyet\snghi|ban\shanh)\s(?:cac\s)?$"
)
_ACTED_REACH = 110
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
    "bay ",
    "doc ",
    "tinh ",
    "huyen ",
    "xa ",
    "phuong ",
)
_AT_ENDS = (
    *tuple(
        f"{word}{blank}"
        for word in ("tai", "o", "trong", "theo", "bang", "kem")
        for blank in ("", " ")
    ),
    "cac ",
)


def _agency_ending_at(view: View, floor: int, end: int, registry: Registry) -> str | None:
    """Return X of "X (Báo cáo số …)": the agency whose name ends right before the bracket."""
    edge = end
    while edge > floor and view.text[edge - 1] == " ":
        edge -= 1
    window = max(floor, edge - NAME_REACH)
    for sign in ";:()":  # no name has one
        window = max(window, view.text.rfind(sign, window, edge) + 1)
    for at in names_in(view, window, edge):
        phrase = agency_at(view, at, registry)
        if phrase is not None and phrase.end == edge:
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


def _acting_at(view: View, floor: int, end: int, registry: Registry) -> str | None:
    return _agency_ending_at(view, floor, end, registry) or _level_at(view, floor, end)


def has_issued(view: View, floor: int, start: int) -> bool:
    """Say whether what stands right before ``start`` is that somebody has issued it: "đã ban hành"."""
    return _acted(view, floor, start) is not None


def _acted(view: View, floor: int, start: int) -> re.Match[str] | None:
    if not view.folded.endswith(_ACTED_ENDS, floor, start):
        return None  # as nearly all
    return _ACTED.search(view.folded, max(floor, start - 60), start)


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
            or council_of_province(view, floor, start, end)
        )
    if view.text.endswith(": ", floor, start):  # "các Tờ trình của UBND huyện Ba Tơ: số …"
        return _agency_ending_at(view, floor, start - 2, registry) or _whose_list(
            view, floor, start - 2, registry
        )
    if folded.endswith(_ACTED_ENDS, floor, start):
        acted = _acted(view, floor, start)
        name = _acting_at(view, floor, acted.start(), registry) if acted else None
        near = max(floor, start - _ACTED_REACH)
        if name is None and (
            folded.find("hop ", near, start) >= 0 or folded.find("khoa ", near, start) >= 0
        ):
            held = _ACTED_IN_SESSION.search(folded, near, start)
            name = _acting_at(view, floor, held.start(), registry) if held else None
            acted = held or acted
        if acted is not None:
            end = acted.start()
            return (
                name
                or who_did(view, floor, end, registry)
                or subject_goes_on(view, floor, end, registry)
            )
        near = max(floor, start - 12)
    if folded.endswith(_CHANGING_ENDS, floor, start):
        changing = _CHANGING.search(folded, max(floor, start - _CHANGING_REACH), start)
        if changing is not None:
            return _agency_ending_at(view, floor, changing.start(), registry)
    if not folded.endswith(_AT_ENDS, floor, start):
        return None
    told_by = decider(view, floor, start, registry) or teller(view, floor, start, registry)
    if told_by is not None:
        return told_by
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
