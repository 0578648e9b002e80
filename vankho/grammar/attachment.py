"""Things issued, approved or sent with a document: "Quy định … ban hành kèm theo Quyết định …".

Grammar, on the text left of a document's type word::

    attachment = name ["được"] link
    name       = a capitalised word for a kind of thing and its title
    link       = "ban hành kèm theo" | "ban hành tại" | "phê duyệt tại" | "gửi kèm theo" | "kèm theo"
"""

import re
from typing import NamedTuple

from vankho.model.citation import Attachment
from vankho.text.fold import fold

LINK = re.compile(
    r"""(?:,?\s(?:duoc|da\sduoc|da|va))*\s?,?
        \(?(?P<link>(?:ban\shanh|ban\shanh\s(?:va\s)?gui)\skem(?:\stheo)?|ban\shanh\s(?:tai|theo)|kem(?:\stheo)?
          |(?:phe\s)?duyet\s(?:tai|theo|kem\stheo)|gui\skem(?:\stheo)?|(?<!quy\s)(?<!quyet\s)(?<!nghi\s)dinh\skem(?:\stheo)?)
        (?:\s(?:cac|noi\sdung|ban\s(?:sao|chup)))?\s?$""",
    re.VERBOSE,
)
_LINK_ENDS = tuple(
    f"{word}{blank}"
    for word in ("kem", "theo", "tai", "cac", "dung", "sao", "chup")
    for blank in ("", " ")
)
_VERBS = ("kem", "ban hanh", "duyet")
"""Every link holds one: a cheap test before the pattern."""
_BEFORE_VERB = 30
"""Characters of a link before its verb: ", da duoc phe ", "quy dinh "."""

_KINDS = (
    "Kế hoạch hành động|Chương trình hành động|Kết quả khảo sát|Kế hoạch|Chương trình|Quy định|Quy chế|Đề án|Dự án"
    "|Danh mục|Danh sách|Phương án|Quy trình|Quy hoạch|Chiến lược|Điều lệ|Nội quy|Bộ [Tt]iêu chí|Tiêu chí|Bảng giá"
    "|Bảng số liệu|Bảng tổng hợp|Biểu tổng hợp|Bảng|Biểu mẫu|Biểu|Mẫu biểu|Mẫu|Hướng dẫn|Định mức|Đơn giá|Khung|Kết quả|Báo cáo|Phụ lục|Đề cương|Bộ [Cc]hỉ số|Hệ thống"
    "|Thể lệ|Chế độ|Quy chuẩn|Nghị định thư|Bản đồ|Dự thảo|Bộ [Qq]uy tắc|Quy tắc|Bộ [Đđ]ơn giá|Bộ [Cc]âu hỏi|Đồ án|Lộ trình"
    "|Kịch bản|Hương ước|Quy ước|Phiếu|Tài liệu|Tờ khai|Tiêu chuẩn|Nguyên tắc|Thang điểm|Từ điển|Thiết kế mẫu|Dự toán|Thuyết minh"
)
_CAPITALS = "".join(sorted({kind[0] for kind in _KINDS.split("|")}))
# The search leaps to their capitals, so a match itself is but that letter.
KIND = re.compile(rf"[{_CAPITALS}](?<![\w“\"].)(?<=(?=(?P<kind>{_KINDS})(?!\w)).)", re.DOTALL)
# In the name of an agency the same words are no thing: "báo cáo Bộ Kế hoạch và Đầu tư theo biểu mẫu …".
_OF_AGENCY = re.compile(
    r"(?:(?<!\w)(?:Bộ|Sở|Phòng|Vụ|Cục|Ban|Quản lý)|Tài chính\s?[-–])\s(?:Kế hoạch|Quy hoạch|Dự án|Chương trình)$"
)
# An amendment of a technical regulation has the designation of what it amends.
AMENDMENT = re.compile(r"Sửa đổi \d{1,2}:\d{4}(?:,)? (?=QCVN|TCVN|QCĐP|TCCS)")
_AMENDMENT_END = re.compile(r"(?:QCVN|TCVN|QCĐP|TCCS)[\w :./-]*?\d{4}(?:/\w+)?$")
# Things that a document puts in force; others may just be sent with it.
_ONLY_ISSUED = {
    "Quy định",
    "Quy chế",
    "Điều lệ",
    "Nội quy",
    "Bảng giá",
    "Đơn giá",
    "Định mức",
    "Thể lệ",
    "Quy chuẩn",
    "Quy tắc",
    "Hương ước",
    "Quy ước",
}
# "Điều 3 văn bản ban hành kèm theo Quyết định số …": as the pages of an archive name such a point.
_THING = re.compile(r"(?<!các )(?<!những )văn bản(?: thứ \w+)?$")
_ANNEX_OF_THING = re.compile(r"Phụ lục \S+ văn bản(?: thứ \w+)?")
_QUOTED = re.compile(r"\s*(?P<title>[“\"][^”\"]{2,400}[”\"])\s*$")
_CLOSED = tuple(f"{mark}{blank}" for mark in '”"' for blank in ("", " "))
# Who approved it, not what it is of: "Danh sách các hộ được hỗ trợ".
_MAKER = re.compile(
    r"\s\(?(?:(?:do|được|đã được)(?:\s(?:[^\Wa-zđ]|cấp|cơ quan|người|thông qua|phê duyệt|duyệt|ban hành|công bố|ký).*)?|đã)$"
)
# "Tài liệu … do Lưu trữ lịch sử quản lý theo phương án đã được UBND tỉnh phê duyệt": not those were approved.
_ANOTHER_APPROVED = re.compile(
    r"(?<!\w)(?:theo|trong|tại) (?:các |những |đúng )?(?:phương án|kế hoạch|đề án|dự án|quy hoạch|chương trình|danh mục|quy trình|dự toán"
    r"|thiết kế|hồ sơ|báo cáo|nhiệm vụ|chủ trương|đề cương|lộ trình|phân bổ)(?: [^\W\dA-ZĐ]+){0,8}? (?:đã )?được\s"
)
# "Quy hoạch chung (đã được UBND tỉnh phê duyệt tại …": the bracket says what was done with it.
_MADE = re.compile(r"\(\s?(?:do|duoc|da)(?!\w)")


# "theo phụ lục kèm Công văn số …": what is sent with it, in small letters.
_PAPERS = re.compile(
    r"(?<!\w)(?:phu\sluc|danh\s(?:sach|muc)|(?:bang|bieu)(?:\s(?:mau|tong\shop|so\slieu|ke))?|mau|de\scuong|du\sthao|ban\s(?:ve|do)|so\sdo)(?:\s(?:so\s)?\d{1,3})?$"
)
# "Báo cáo theo các mẫu gửi kèm Công văn số …": what is sent are those, no Báo cáo.
_BY_PAPERS = re.compile(
    r"(?<!\w)theo (?:các |những )?(?:mẫu|biểu mẫu|mẫu biểu|biểu|phụ lục|danh sách|danh mục|đề cương|bảng)\s?$"
)
# A form that is known by its number is a thing also in small letters: "lập theo mẫu số 02, 03 ban hành kèm theo …".
_FORM = re.compile(
    r"(?<!\w)(?<!Biểu )(?<!Mẫu )(?<!\d, )(?<!\d và )(?P<kind>biểu mẫu|mẫu biểu|biểu|mẫu|phiếu|tờ khai)(?: số)? \d{1,3}[\w./-]{0,16}"
    r"(?:(?:,| và| đến) (?:(?:biểu |mẫu ){1,2})?(?:số )?\d{1,3}[\w./-]{0,16}){0,9}$"
)
_FORM_REACH = 90
_FORM_WORDS = ("mẫu ", "biểu ", "phiếu ", "khai ")


class Found(NamedTuple):
    """An attachment left of a document, with its view offset and how it is linked."""

    start: int
    link: str
    """``issued`` (the citation includes it), ``approved``, ``sent``; or ``bracket``, "Quy chế làm
    việc (Quyết định số …)", which may just tell where to read of it."""
    link_start: int
    attachment: Attachment | None


def before(text: str, folded: str, floor: int, start: int) -> Found | None:
    """Return the attachment that ends where the document's own words begin, or None.

    ``floor`` is the view offset before which nothing belongs to this citation.
    """
    window = max(floor, start - 480)
    if text.endswith(" (", window, start):
        clause = _clause_start(folded, window, start - 2)
        named = _name(text, clause, start - 2)
        if named is not None and named[1].type in _ONLY_ISSUED:
            return Found(named[0], "bracket", start - 2, named[1])
    left = max(window, start - 60)
    if not folded.endswith(_LINK_ENDS, left, start):
        return None
    verbs = [at for verb in _VERBS if (at := folded.find(verb, left, start)) >= 0]
    if not verbs:
        return None
    link = LINK.search(folded, max(left, min(verbs) - _BEFORE_VERB), start)
    if link is None:
        return None
    words = link["link"]
    kind = "approved" if "duyet" in words else "issued" if "ban hanh" in words else "sent"
    clause = _clause_start(folded, window, link.start())
    if kind == "sent" and _BY_PAPERS.search(text, clause, link.start()):
        return Found(start, kind, link.start(), None)
    named = _form(text, clause, link.start()) if kind != "approved" else None
    named = named or _name(text, clause, link.start(), approved=kind == "approved")
    if named is None and words.startswith("duyet"):
        return None  # "theo thiết kế được duyệt tại"
    if named is None and words == "kem" and not _PAPERS.search(folded, clause, link.start()):
        return None  # "Công văn số 92 của UBND xã kèm Báo cáo số 90": two documents
    if kind == "issued" and (named is None or _ANNEX_OF_THING.fullmatch(named[1].title)):
        thing = _THING.search(text, clause, link.start())
        named = (thing.start(), Attachment(type="Văn bản", title=thing[0])) if thing else named
    if named is None:
        return Found(start, kind, link.start(), None)
    at, attachment = named
    if attachment.type in _ONLY_ISSUED and words in {"kem theo", "kem"}:
        kind = "issued"  # "Quy định kèm theo Quyết định …"
    return Found(at, kind, link.start(), attachment)


def _clause_start(folded: str, floor: int, end: int) -> int:
    cut = max(folded.rfind(sign, floor, end) for sign in (";", ". ", ": "))
    opened = folded.rfind("(", floor, end)
    # "… ban hành Quy chế phối hợp (dự thảo gửi kèm theo Công văn này)": what the bracket names is sent.
    if opened > cut and folded.find(")", opened, end) < 0 and not _MADE.match(folded, opened, end):
        cut = opened
    return max(floor, cut + 1)


def _form(text: str, floor: int, end: int) -> tuple[int, Attachment] | None:
    """Find the form that ends at ``end``, in small letters and with its number."""
    left = max(floor, end - _FORM_REACH)
    if not any(text.find(word, left, end) >= 0 for word in _FORM_WORDS):
        return None
    while end > left and text[end - 1] in ", ":  # "theo mẫu số 02, gửi kèm theo …"
        end -= 1
    form = _FORM.search(text, left, end)
    if form is None:
        return None
    return form.start(), Attachment(type=form["kind"].capitalize(), title=form[0])


def _name(
    text: str, floor: int, end: int, *, approved: bool = False
) -> tuple[int, Attachment] | None:
    """Find the name that ends at ``end``: the first kind word of the last part that has one."""
    title_end = _before_maker(text, floor, end)
    marked = text.endswith(_CLOSED, floor, title_end)
    quoted = _QUOTED.search(text, floor, title_end) if marked else None
    if quoted:
        kinds = _kinds(text, floor, quoted.start() + 1)
        if kinds and not text[kinds[-1].end("kind") : quoted.start()].strip():
            last = kinds[-1]
            return last.start(), Attachment(type=last["kind"], title=quoted["title"])
    amendment = next(AMENDMENT.finditer(text, max(floor, end - 60), end), None)
    if amendment and _AMENDMENT_END.match(text, amendment.end(), end):
        title = text[amendment.start() : end]
        return amendment.start(), Attachment(type=title, title=title)
    part_end = end
    aside = text.find(")", floor, end) >= 0
    while part_end > floor:
        comma = text.rfind(",", floor, part_end)
        part = max(floor, comma + 1)
        kinds = _kinds(text, part, part_end)
        if aside and kinds and _kinds(text, floor, part):
            # "Quy hoạch …, tầm nhìn đến năm 2050 (Quy hoạch điện VIII)": that is what it is called.
            kinds = [kind for kind in kinds if not _in_aside(text, floor, kind.start(), end)]
        if kinds:
            first = _first_after_edge(text, kinds, approved=approved)
            title = _MAKER.sub("", text[first.start() : end]).strip(" ,(")
            if approved and title == f"{first['kind']} này":
                return None  # spoken of just before, by its name
            if approved and _ANOTHER_APPROVED.search(text, first.start() + len(title), end):
                return None
            return first.start(), Attachment(type=first["kind"], title=title)
        part_end = part - 1
    return None


def _in_aside(text: str, floor: int, at: int, end: int) -> bool:
    """Say whether ``at`` stands in a bracket that is closed before ``end``."""
    opened = text.rfind("(", floor, at)
    return opened >= 0 and text.find(")", opened, at) < 0 <= text.find(")", at, end)


def _kinds(text: str, start: int, end: int) -> list[re.Match[str]]:
    """Return the words for things between two offsets, but for those in the name of an agency."""
    return [
        kind
        for kind in KIND.finditer(text, start, end)
        if _OF_AGENCY.search(text, max(0, kind.start() - 14), kind.end("kind")) is None
    ]


def _before_maker(text: str, floor: int, end: int) -> int:
    """Return where a quoted title ends: "Đề án “…” được Chủ tịch UBND tỉnh phê duyệt tại …"."""
    closed = max(text.rfind("”", floor, end), text.rfind('"', floor, end)) + 1
    return closed if closed and _MAKER.match(text, closed, end) else end


def _first_after_edge(text: str, kinds: list[re.Match[str]], *, approved: bool) -> re.Match[str]:
    """Of several kind words, take the last one that a preposition or a pinpoint leads into.

    What was ``approved`` is the plan that a part belongs to: "Phương án … thuộc Quy hoạch tỉnh".
    """
    chosen = kinds[0]
    for match in kinds[1:]:
        left = fold(text[max(0, match.start() - 20) : match.start()])
        part_of = approved and left.endswith(" thuoc ")
        if part_of or (_EDGE.search(left) and not left.endswith("so ")):
            chosen = match
    return chosen


# "… Phụ lục II của Quy chế": the annex is a place in the thing, not the thing.
_EDGE = re.compile(
    r"(?:tai|bang|phu hop voi|(?:ap dung|theo|thuc hien)(?: dung)?|\d|(?:dieu|muc|phan|chuong|luc|diem) \w+|\bphu luc (?:so )?\w+ cua)\s$"
)
