"""Who tells what a document holds, and so has made it: "UBND xã Trà Giang báo cáo tại Văn bản số …"."""

import re

from vankho.registry.registry import Registry
from vankho.stages.extract.agency import agency_at
from vankho.stages.extract.draft import Draft
from vankho.stages.extract.speakers import names_in
from vankho.text.fold import fold
from vankho.text.trie import pattern_of
from vankho.text.view import View

SINCE = r" (?:(?:\((?:cu|truoc\s(?:day|(?:khi\s)?sap\sxep|(?:khi\s)?sap\snhap)|nay\sla\s[^()]{2,60}|(?:sau\sday\s)?(?:goi|viet)\s(?:tat\s)?la\s[^()]{2,60})\)|cu|truoc\sday)\s)?(?:(?:da|vua|cung|moi|tiep\stuc|(?:tiep\s(?:thu|nhan)|ghi\snhan)\sva)\s)*"
"""What stands between an agency and what it does. It begins with a blank, so that the search can leap."""
# "UBND xã Trà Giang báo cáo tại Văn bản số …": its own where it is the subject.
_TELLING = (
    "bao cao", "de nghi", "kien nghi", "giai trinh", "phan anh", "de xuat", "trinh", "cam ket", "xac nhan", "tra loi",
    "dang ky", "neu", "thong nhat", "phan hoi", "nhac", "nhac nho", "luu y", "chi ra", "nhan manh",
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
_TELLS_AT = (
    rf"(?:{pattern_of([*_TELLING, 'trinh bay'])}{_SOME_WORDS}\s(?:tai|o|trong|theo|bang)"
    rf"|{pattern_of(['co y kien', 'cho y kien', 'ban giao', 'xin', *_AT_LENGTH])}{_SOME_WORDS}"
    r"\s(?:tai|o|trong|bang)"
    r"|(?:(?:thu ly,? (?:va )?)?giai quyet(?: khieu nai| to cao| don)?(?: lan \w+)?|xu phat(?: vi pham hanh chinh)?|ket luan|yeu cau)\s(?:tai|bang)"
    # "đơn do Ban Tiếp công dân chuyển đến theo Phiếu chuyển số …"
    r"|chuyen(?: don)?(?: den| toi| sang)? (?:tai|theo|bang|kem theo))\s(?:cac\s)?$"
)
_TOLD = re.compile(f"{SINCE}{_TELLS_AT}")
# "UBND xã đã tiếp nhận hồ sơ và phê duyệt báo cáo tại Quyết định số …": what it did before it told.
_DOING = (
    "tiep nhan", "kiem tra", "ra soat", "xem xet", "nghien cuu", "tong hop", "to chuc", "lap", "hop", "thao luan",
    "phoi hop", "thu hoi", "tiep thu", "khao sat", "hoan thien", "hoan thanh", "thu ly", "xac minh", "lam viec",
    "thanh lap", "niem yet", "bieu quyet", "bai bo", "huy bo", *_TELLING, *_AT_LENGTH,
)  # fmt: skip
# Not where another acts: "được …", "do …"; "tiến độ", "thiết bị" only end like it.
_ITS_WORDS = r"(?:\s(?!(?:duoc|(?<!tien\s)(?<!che\s)(?<!trinh\s)(?<!muc\s)do|(?<!thiet\s)(?<!chuan\s)bi|ma)\s)(?:\d+(?:[.,]\d+)+|[^\s,.;:()]+)){0,12}"
_DOES = re.compile(
    rf"{SINCE}(?:(?<=da\s)(?!(?:duoc|bi|co|ban\shanh)\s)[a-z]+|{pattern_of(_DOING)})(?![a-z])"
)
_AND_TOLD = re.compile(
    rf"{_ITS_WORDS}(?:,\s(?!va\s|dong\s)[a-z]+{_ITS_WORDS}){{0,2}}"
    rf"(?:,|,?\sva|,?\sdong\sthoi)\s(?:da\s|bieu\squyet\s)?(?P<tells>{_TELLS_AT})"
)
_AND_HAS = re.compile(
    rf"{_ITS_WORDS}(?:,\s(?!va\s|dong\s)[a-z]+{_ITS_WORDS}){{0,2}}(?:,|,?\sva|,?\sdong\sthoi|,?\ssau\sdo)"
)
# Of these one speaks who did it; any other may be the one who told: "chỉ đạo UBND xã kiểm tra và báo cáo tại".
_BESIDE = ("voi ", "cung ", "cua ", "thuoc ", "giua ", "nghe ", "bao cao ")
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
    rf"{SINCE}{pattern_of(_TELLING)}{_FEW_WORDS}\s(?:tai|trong|theo)\s(?:cac\s)?$"
)
_TOLD_OF_WHAT = re.compile(
    rf"{SINCE}(?:{pattern_of([*_TELLING, 'gui', 'cung cap', 'bo sung'])}{_FEW_WORDS}\s(?:tai|trong|theo|bang)"
    rf"|{pattern_of(['lap', 'chuyen', 'yeu cau', *_AT_LENGTH])}{_FEW_WORDS}\s(?:tai|trong|bang))\s(?:cac\s)?$"
)
# "UBND huyện phải bảo đảm tiến độ đã cam kết tại Công văn số …": who is to keep a promise has made it, also
# where he is told to: "yêu cầu UBND huyện …".
_PROMISED = re.compile(
    r"\s(?:(?:da|phai|can|chua|khong|nghiem\stuc|khan\struong|tap\strung|tiep\stuc)\s){0,3}(?:thuc\shien|bao\sdam|dam\sbao|hoan\sthanh|tuan\sthu|chap\shanh|thi\scong|dap\sung|day\snhanh|giu)"
    rf"{_ITS_WORDS}\s(?:cam\sket|dang\sky|hua){_SOME_WORDS}\s(?:tai|trong|theo)\s(?:cac\s)?$"
)
_PROMISE_REACH = 50
_TOLD_REACH = 110
NAME_REACH = 110
"""Characters that the name of an agency can have."""
# "UBND huyện đề nghị tại Tờ trình số …, báo cáo kết quả tại Báo cáo số …": one tells both.
_TELLS_ON = re.compile(
    rf"(?:,|;|,?\sva|,?\sdong\sthoi)\s(?:da\s|tiep\stuc\s)?{pattern_of(_TELLING)}{_SOME_WORDS}\s(?:tai|bang)\s"
)
# "UBND huyện thống nhất với đề nghị của UBND xã tại Tờ trình số …": who asked wrote it; "đã báo cáo theo yêu
# cầu tại Công văn số …", "giải trình các nội dung nêu tại Kết luận số …": who asked to, or found so, did.
_ANOTHER = re.compile(
    r"(?<!\w)(?:thong\s(?:nhat|qua)(?:\s\w+){0,3}\s(?:de\s(?:nghi|xuat)|kien\snghi|y\skien|bao\scao)(?:\s\w+){0,2}\scua\s"
    r"|theo\s(?:(?:dung|tinh\sthan|cac|noi\sdung)\s)*(?:yeu\scau|chi\sdao|huong\sdan|ket\sluan|y\skien|nhiem\svu|quy\sdinh)(?!\w)"
    r"|(?:noi\sdung|nhiem\svu|kien\snghi|van\sde|ton\stai|yeu\scau|sai\spham|han\sche)(?:\s\w+)?\s(?:da\s)?(?:neu|ghi|chi\sra|de\sra)\s(?:tai|trong|o)(?!\w))"
)
# "việc UBND huyện A đề nghị đã được UBND huyện B trả lời tại Công văn số …": B's, though A asked first.
_BY_WHOM = ("duoc ", "do ", "ma ")
# "UBND huyện báo cáo nhiệm vụ được giao tại Quyết định số …": whoever gave it has written there.
_GIVEN = re.compile(
    r"(?<!nghi)(?<!xin)(?<!cho)\sduoc\s(?:[^,.;]{2,50}\s)?(?:giao|phan\s(?:bo|cong|khai)|(?:phe\s)?duyet|quy\sdinh|neu|chi\sdao|cap|bo\stri|cong\sbo"
    r"|thong\s(?:bao|qua)|yeu\scau|moi)\s(?:tai|o|trong|theo|bang)\s(?:cac\s)?$"
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


def teller(view: View, floor: int, start: int, registry: Registry) -> str | None:
    """Return X of "X báo cáo việc … tại", what it told right before ``start``."""
    folded = view.folded
    near = max(floor, start - _PROMISE_REACH)
    promised = folded.find("cam ket", near, start) > 0 or folded.find("dang ky", near, start) > 0
    first: str | None = None
    for at in names_in(view, max(floor, start - _TOLD_REACH - NAME_REACH), start):
        phrase = agency_at(view, at, registry)
        if phrase is None:
            continue
        if folded.endswith(_WHAT_ENDS, floor, at) and _is_of_what_told(view, at, phrase.end, start):
            first = phrase.name  # nearer than who speaks of it
            continue
        if promised and _has_promised(view, floor, at, phrase.end, start):
            return phrase.name
        plain = _TOLD.match(folded, phrase.end, start)
        told = plain[0] if plain else _told_last(view, phrase.end, start)
        if told is None:
            continue
        if folded.endswith(_BY_WHOM, floor, at):
            return phrase.name
        if first is None:
            another = _ANOTHER.search(told) or _GIVEN.search(told)
            # "A thẩm định tại Báo cáo số … và B phản biện tại …": "và" goes on from a mention.
            asked = folded[floor:at] != " va " and _ASKED.search(folded, floor, at)
            if another or asked:
                return None
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


def _has_promised(view: View, floor: int, at: int, end: int, start: int) -> bool:
    """Say whether an agency is who keeps, or has not kept, what was promised at ``start``."""
    folded = view.folded
    if _PROMISED.match(folded, end, start) is None or folded.endswith((", ", " va "), floor, at):
        return False
    return all(folded.endswith(_BESIDE, end, other) for other in names_in(view, end, start))


def _told_last(view: View, end: int, start: int) -> str | None:
    """Return what an agency that is named up to ``end`` does, the last of it told at ``start``."""
    folded = view.folded
    began = _DOES.match(folded, end, start)
    if began is None or (folded.find(" va ", end, start) < 0 and folded.find(",", end, start) < 0):
        return None
    told = _AND_TOLD.match(folded, began.end(), start)
    if told is None:
        return None
    named = names_in(view, end, told.start("tells"))
    if all(folded.endswith(_BESIDE, end, at) for at in named):
        return folded[end:start]
    return None


def who_did(view: View, floor: int, end: int, registry: Registry) -> str | None:
    """Return X of "X đã rà soát, tổng hợp và", before "có Báo cáo số …"."""
    folded = view.folded
    if not folded.endswith((",", " va", " dong thoi", " sau do"), floor, end):
        return None
    for at in names_in(view, max(floor, end - _TOLD_REACH - NAME_REACH), end):
        phrase = agency_at(view, at, registry)
        began = _DOES.match(folded, phrase.end, end) if phrase else None
        if phrase is None or began is None or not _AND_HAS.fullmatch(folded, began.end(), end):
            continue
        named = names_in(view, phrase.end, end)
        if all(folded.endswith(_BESIDE, phrase.end, other) for other in named):
            return None if _ASKED.search(folded, floor, at) else phrase.name
    return None
