"""Who tells what a document holds, and so has made it: "UBND xã Trà Giang báo cáo tại Văn bản số …"."""

import re

from vankho.registry.registry import Registry
from vankho.stages.extract.agency import agency_at
from vankho.stages.extract.doing import told_last
from vankho.stages.extract.draft import Draft
from vankho.stages.extract.speakers import names_in
from vankho.stages.extract.telling_words import (
    ASKED,
    AT_LENGTH,
    BESIDE,
    ITS_WORDS,
    NAME_REACH,
    NOT_SUBJECT,
    SINCE,
    SOME_WORDS,
    TELLING,
    TELLS_AT,
    TOLD_REACH,
)
from vankho.text.fold import fold
from vankho.text.trie import pattern_of
from vankho.text.view import View

_TOLD = re.compile(f"{SINCE}{TELLS_AT}")
# "thống nhất với nội dung UBND huyện trình tại Tờ trình số …": of what somebody told, he is the teller. What
# he did ("việc UBND huyện bố trí đất") another may tell.
_WHAT = re.compile(
    r"(?:(?P<deed>viec)|noi\sdung|van\sde|so\slieu|ho\sso|phuong\san|danh\ssach|nhu|kho\skhan|vuong\smac|nhiem\svu|chi\stieu|muc|kinh\sphi|de\sxuat)(?:\sma)?\s$"
)
_WHAT_ENDS = (
    "iec ",
    "dung ",
    "de ",
    "lieu ",
    "so ",
    "an ",
    "sach ",
    "nhu ",
    "khan ",
    "mac ",
    "vu ",
    "tieu ",
    "muc ",
    "phi ",
    "xuat ",
    "ma ",
)
_FEW_WORDS = r"(?:\s[^\s,.;:()]+){0,4}"
_TOLD_OF_DEED = re.compile(
    rf"{SINCE}{pattern_of(TELLING)}{_FEW_WORDS}\s(?:tai|trong|theo)\s(?:cac\s)?$"
)
_TOLD_OF_WHAT = re.compile(
    rf"{SINCE}(?:{pattern_of([*TELLING, 'gui', 'cung cap', 'bo sung'])}{_FEW_WORDS}\s(?:tai|trong|theo|bang)"
    rf"|{pattern_of(['lap', 'chuyen', 'yeu cau', *AT_LENGTH])}{_FEW_WORDS}\s(?:tai|trong|bang))\s(?:cac\s)?$"
)
# "UBND huyện phải bảo đảm tiến độ đã cam kết tại Công văn số …": who is to keep a promise has made it, also
# where he is told to: "yêu cầu UBND huyện …".
_PROMISED = re.compile(
    r"\s(?:(?:da|phai|can|chua|khong|nghiem\stuc|khan\struong|tap\strung|tiep\stuc)\s){0,3}(?:thuc\shien|bao\sdam|dam\sbao|hoan\sthanh|tuan\sthu|chap\shanh|thi\scong|dap\sung|day\snhanh|giu)"
    rf"(?:{ITS_WORDS}){{1,2}}\s(?:cam\sket|dang\sky|hua){SOME_WORDS}\s(?:tai|trong|theo)\s(?:cac\s)?$"
)
_PROMISE_REACH = 50
# "UBND huyện đề nghị tại Tờ trình số …, báo cáo kết quả tại Báo cáo số …": one tells both.
_TELLS_ON = re.compile(
    rf"(?:,|;|,?\sva|,?\sdong\sthoi)\s(?:da\s|tiep\stuc\s)?{pattern_of(TELLING)}{SOME_WORDS}\s(?:tai|bang)\s"
)
# "UBND huyện thống nhất với đề nghị của UBND xã tại Tờ trình số …": who asked wrote it; "đã báo cáo theo yêu
# cầu tại Công văn số …", "giải trình các nội dung nêu tại Kết luận số …": who asked to, or found so, did.
_ANOTHER = re.compile(
    r"(?<!\w)(?:thong\s(?:nhat|qua)(?:\s\w+){0,3}\s(?:de\s(?:nghi|xuat)|kien\snghi|y\skien|bao\scao)(?:\s\w+){0,2}\scua\s"
    r"|(?:theo|xet|tren\sco\sso|can\scu|qua|xem\sxet|giai\squyet)\s(?:noi\sdung\s)?(?:de\s(?:nghi|xuat)|kien\snghi|y\skien|bao\scao|phan\sanh|tham\smuu)(?:\s\w+){0,3}\scua\s"
    r"|theo\s(?:(?:dung|tinh\sthan|cac|noi\sdung)\s)*(?:yeu\scau|chi\sdao|huong\sdan|ket\sluan|y\skien|nhiem\svu|quy\sdinh)(?!\w)"
    r"|(?:noi\sdung|nhiem\svu|kien\snghi|van\sde|ton\stai|yeu\scau|sai\spham|han\sche)(?:\s\w+)?\s(?:da\s)?(?:neu|ghi|chi\sra|de\sra)\s(?:tai|trong|o)(?!\w))"
)
# "việc UBND huyện A đề nghị đã được UBND huyện B trả lời tại Công văn số …": B's, though A asked first.
_BY_WHOM = ("duoc ", "do ", "ma ")
# "bị UBND tỉnh phê bình tại", "được UBND tỉnh thu hồi đất giao cho UBND huyện tại": whoever does it decides so
# there, but for what is done by somebody else's decision.
_UNDERGONE = re.compile(
    r"\s(?!(?:thuc\shien|trien\skhai|quan\sly|su\sdung|lam\schu|chu\stri|phu\strach|to\schuc|dau\stu|ap\sdung)(?!\w))"
    r"(?:(?!(?:da|duoc|bi|theo|neu|ma|giao|quy\sdinh)\s(?:tai\s)?)(?:\d+(?:[.,]\d+)+|[^\s,.;:()]+)\s|giao\s(?!tai)){1,16}(?:tai|bang)\s(?:cac\s)?$"
)
_OF_PASSIVE = ("duoc ", "bi ")
# "UBND huyện báo cáo nhiệm vụ được giao tại Quyết định số …": whoever gave it has written there.
_GIVEN = re.compile(
    r"(?<!nghi)(?<!xin)(?<!cho)\sduoc\s(?:[^,.;]{2,50}\s)?(?:giao|phan\s(?:bo|cong|khai)|(?:phe\s)?duyet|quy\sdinh|neu|chi\sdao|cap|bo\stri|cong\sbo"
    r"|thong\s(?:bao|qua)|yeu\scau|moi)\s(?:tai|o|trong|theo|bang)\s(?:cac\s)?$"
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


def teller(view: View, floor: int, start: int, registry: Registry) -> str | None:
    """Return X of "X báo cáo việc … tại", what it told right before ``start``."""
    folded = view.folded
    near = max(floor, start - _PROMISE_REACH)
    promised = folded.find("cam ket", near, start) > 0 or folded.find("dang ky", near, start) > 0
    first: str | None = None
    anothers = False
    for at in names_in(view, max(floor, start - TOLD_REACH - NAME_REACH), start):
        phrase = agency_at(view, at, registry)
        if phrase is None:
            continue
        if folded.endswith(_WHAT_ENDS, floor, at) and _is_of_what_told(view, at, phrase.end, start):
            first = phrase.name  # nearer than who speaks of it
            continue
        if promised and _has_promised(view, floor, at, phrase.end, start):
            return phrase.name
        plain = _TOLD.match(folded, phrase.end, start)
        if not plain and _has_done(view, floor, at, phrase.end, start):
            return phrase.name
        told = plain[0] if plain else told_last(view, phrase.end, start)
        if told is None:
            continue
        if folded.endswith(_BY_WHOM, floor, at):
            return phrase.name
        if first is None and not anothers:
            another = _ANOTHER.search(told) or _GIVEN.search(told)
            # "A thẩm định tại Báo cáo số … và B phản biện tại …": "và" goes on from a mention.
            asked = folded[floor:at] != " va " and ASKED.search(folded, floor, at)
            if another or asked:
                anothers = True  # but whoever is named nearer with "được" may have done it
                continue
            first = phrase.name
    return first


def _is_of_what_told(view: View, at: int, end: int, start: int) -> bool:
    """Say whether an agency is who told what is spoken of: "số liệu UBND huyện báo cáo tại Báo cáo số …"."""
    folded = view.folded
    what = _WHAT.search(folded, max(0, at - 14), at)
    if what is None:
        return False
    told = (_TOLD_OF_DEED if what["deed"] else _TOLD_OF_WHAT).match(folded, end, start)
    return told is not None and _ANOTHER.search(told[0]) is None and _GIVEN.search(told[0]) is None


def _has_done(view: View, floor: int, at: int, end: int, start: int) -> bool:
    """Say whether an agency has done to something what stands between "được", its name and "tại"."""
    folded = view.folded
    if not folded.endswith(_OF_PASSIVE, floor, at) or _UNDERGONE.match(folded, end, start) is None:
        return False
    return all(folded.endswith(NOT_SUBJECT, end, other) for other in names_in(view, end, start))


def _has_promised(view: View, floor: int, at: int, end: int, start: int) -> bool:
    """Say whether an agency is who keeps, or has not kept, what was promised at ``start``."""
    folded = view.folded
    if _PROMISED.match(folded, end, start) is None or folded.endswith((", ", " va "), floor, at):
        return False
    return all(folded.endswith(BESIDE, end, other) for other in names_in(view, end, start))
