"""Who speaks in a document, and so has written it: "UBND huyện Ba Tơ đề nghị (Công văn số …)"."""

import re
from collections.abc import Iterator

from vankho.grammar import agency_heads as heads
from vankho.registry.registry import Registry
from vankho.stages.extract.agency import agency_at
from vankho.stages.extract.telling_words import NOT_SUBJECT
from vankho.text.view import View

_CAPITAL = re.compile(r"[A-ZĐỦ](?<!\w.)")
_BEGINS = re.compile(
    rf"(?:{heads.HEAD.pattern})|(?:{heads.COMMON_HEAD.pattern})|(?x:{heads.OFFICE.pattern})"
)


def names_in(view: View, start: int, end: int) -> Iterator[int]:
    """Yield where the name of an agency, or of its head, may begin: with a capital, of which few are."""
    for capital in _CAPITAL.finditer(view.text, start, end):
        at = capital.start()
        if _BEGINS.match(view.folded, at):
            yield at


# "Tại Công văn số 123/UBND-KT ngày 03/3/2024, UBND huyện Ba Tơ đề nghị …": who says it there wrote it.
_TO_SPEAKER = re.compile(r"(?:\sve\s(?:viec\s)?[^,;.()]{3,160})?,\s")
_SAYS = re.compile(
    r"(?:\snay)?\s(?:(?:da|vua|moi|cung|lai|tiep\stuc|(?:nhieu|hai|ba|\d{1,2})\slan|co\sy\skien|co\svan\sban|kinh)\s?,?\s?)*(?:de\snghi|de\sxuat|kien\snghi|bao\scao|phan\sanh|trinh(?!\sdo)"
    r"|tra\sloi|phuc\sdap|giai\strinh|giai\sdap|xac\snhan|cho\s(?:biet|rang|phep|y\skien)|neu|thong\s(?:bao|nhat|qua)|khang\sdinh|cam\sket"
    r"|huong\sdan|yeu\scau|giao|chi\sdao|ket\sluan|giai\squyet|quyet\s(?:dinh|nghi)|phe\sduyet|chap\sthuan|dong\sy|quy\sdinh|phan\s(?:bo|cong)|cong\s(?:bo|nhan)"
    r"|tuyen|xu\sphat|cap|bo\s(?:tri|sung|nhiem)|ho\stro|dieu\s(?:chinh|dong)|gia\shan|tham\s(?:dinh|tra)|cho\sthue|uy\squyen|khen\sthuong|ky\sluat|dinh\schi|tong\shop|gui|lap|moi|xin|hoa\sgiai|ra\ssoat|to\schuc|tien\shanh|niem\syet|lam\sviec|cong\skhai|kiem\stra|co\s(?:y\skien|van\sban|bao\scao|kien\snghi|de\snghi)|gop\sy|tham\sgia|dang\sky|cung\scap|thu\shoi|thanh\slap|ban\shanh|bac|y\skien)(?!\w)"
)
_CLAUSE_BEFORE = " ,;.:(“"


def speaking_after(view: View, floor: int, start: int, end: int, registry: Registry) -> str | None:
    """Return X of "Tại Công văn số …, X đề nghị": a clause begins with "tại", and X says it there."""
    folded = view.folded
    if not folded.endswith("tai ", floor, start) or not folded.startswith((", ", " ve "), end):
        return None
    at = start - len("tai ")
    before = view.text[floor:at].rstrip()
    if before and before[-1] not in _CLAUSE_BEFORE:
        return None
    link = _TO_SPEAKER.match(folded, end)
    phrase = agency_at(view, link.end(), registry) if link else None
    said = phrase is not None and _SAYS.match(folded, phrase.end) is not None
    return phrase.name if phrase is not None and said else None


# "UBND thị xã Đức Phổ đã 02 lần có văn bản đề nghị (Công văn số …": what the clause begins with tells it.
# What somebody was asked or told is another's: "… báo cáo việc được giao (Công văn số …".
_ANOTHERS = r"(?:theo|duoc|thuc|chi\sdao|yeu|giao|tai|cua|ap|sua|bai|thay|huy|trien|huong\sdan)\s"
_TOLD_SO = re.compile(
    rf"{_SAYS.pattern}(?:,?\s(?!{_ANOTHERS})(?:\d+(?:[.,]\d+)+|[^\s,;.()]+)){{0,9}}\s?"
)
# Whoever is heard speaks: "Sau khi nghe Ban Quản lý dự án báo cáo (Báo cáo số …".
_CLAUSE = re.compile(
    r"(?:[,;:(]|\sva|\sva\scua|(?<!\w)(?:nghe(?:\s(?:dai\sdien|lanh\sdao))*|(?:sau\s)?khi|nhung))\s?$"
)
# "Phương án đã được UBND huyện Ba Tơ phê duyệt (Quyết định số …": who did it has decided so.
_DOER = re.compile(rf"(?:{_CLAUSE.pattern}|\s(?:duoc|do|bi)\s$)")
_CLAUSE_REACH = 30
_TELLING_REACH = 160


def _opens(view: View, floor: int, at: int) -> bool:
    """Say whether a sentence opens at ``at``, the mark of a list aside: "- UBND tỉnh đã cấp …"."""
    return at - floor <= 1 or not view.text[floor:at].strip(" -+*•")


def telling(view: View, floor: int, end: int, registry: Registry) -> str | None:
    """Return X of "X đã đề nghị hỗ trợ (Công văn số …", "được X phê duyệt (Quyết định số …"."""
    window = max(floor, end - _TELLING_REACH)
    for at in names_in(view, window, end):
        if not _opens(view, floor, at) and not _DOER.search(
            view.folded, max(floor, at - _CLAUSE_REACH), at
        ):
            continue
        phrase = agency_at(view, at, registry)
        if phrase is None or _TOLD_SO.fullmatch(view.folded, phrase.end, end) is None:
            continue
        named = names_in(view, phrase.end, end)
        if all(view.folded.endswith(NOT_SUBJECT, floor, other) for other in named):
            return None if _is_asked(view, window, at) else phrase.name
    return None


_ASKING = re.compile(r"(?<!\w)(?:giao|yeu\scau|de\snghi|chi\sdao|don\sdoc|nhac\snho|phan\scong)\s")


def _is_asked(view: View, floor: int, at: int) -> bool:
    """Say whether the agency is one of those whom the clause asks: "đề nghị UBND huyện A, UBND xã B …"."""
    begin = max(floor, *(view.text.rfind(sign, floor, at) for sign in ".;()"))
    return any(
        view.text[asks.end()].isupper() and heads.HEAD.match(view.folded, asks.end())
        for asks in _ASKING.finditer(view.folded, begin, at)
    )


# Before one of these an agency may be whom a document is written to, or whom it tells of.
_NOT_SPEAKING = re.compile(
    r"(?<!\w)(?:giao|yeu\scau|de\snghi|chi\sdao|don\sdoc|cho|nhac\snho|phan\scong|uy\squyen|gui|chuyen|moi|phan\sbo|bo\stri|cap|ho\stro|voi|doi\svoi|den|ve)(?!\w)"
)


def speaking(view: View, floor: int, end: int, registry: Registry) -> str | None:
    """Return X of "X tại Tờ trình số …, Y tại Tờ trình số … đề nghị": a clause begins with it."""
    window = max(floor, end - 110)
    for at in names_in(view, window, end):
        if not _opens(view, floor, at) and not _CLAUSE.search(
            view.folded, max(floor, at - _CLAUSE_REACH), at
        ):
            continue
        phrase = agency_at(view, at, registry)
        if phrase is not None and phrase.end == end:
            asked = _NOT_SPEAKING.search(view.folded, floor, at)
            return None if asked else phrase.name
    return None
