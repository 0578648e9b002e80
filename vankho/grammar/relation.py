"""Why a document is cited: the relation, read from the words directly before the citation."""

import re
from collections.abc import Container
from typing import NamedTuple

from vankho.grammar import clause, governed, phrases
from vankho.grammar.cues import possible
from vankho.grammar.singled import before_things

LABELS = {
    "can_cu": ("Căn cứ", "Là căn cứ của"),
    "theo_quy_dinh_tai": ("Theo quy định tại", "Có quy định được áp dụng tại"),
    "theo": ("Theo", "Được làm theo tại"),
    "thuc_hien": ("Thực hiện", "Được thực hiện bởi"),
    "trien_khai": ("Triển khai", "Được triển khai bởi"),
    "tiep_theo": ("Tiếp theo", "Được tiếp nối bởi"),
    "giao_tai": ("Nhiệm vụ giao tại", "Có nhiệm vụ được nhắc lại tại"),
    "chi_dao_tai": ("Chỉ đạo tại", "Có chỉ đạo được nhắc lại tại"),
    "huong_dan_tai": ("Hướng dẫn tại", "Có hướng dẫn được áp dụng tại"),
    "phe_duyet_tai": ("Phê duyệt tại", "Phê duyệt nội dung được nêu tại"),
    "cong_bo_tai": ("Công bố tại", "Công bố nội dung được nêu tại"),
    "ban_hanh_kem_theo": ("Ban hành kèm theo", "Có văn bản kèm theo được viện dẫn tại"),
    "gui_kem_theo": ("Gửi kèm theo", "Có tài liệu gửi kèm được nêu tại"),
    "dinh_chinh": ("Đính chính cho", "Được đính chính tại"),
    "sua_doi_bo_sung": ("Sửa đổi, bổ sung", "Được sửa đổi, bổ sung tại"),
    "thay_the": ("Thay thế", "Được thay thế tại"),
    "bai_bo": ("Bãi bỏ", "Bị bãi bỏ tại"),
    "huy_bo": ("Hủy bỏ, thu hồi", "Bị hủy bỏ, thu hồi tại"),
    "hop_nhat": ("Hợp nhất", "Được hợp nhất tại"),
    "huong_dan": ("Hướng dẫn thi hành", "Được hướng dẫn thi hành tại"),
    "phuc_dap": ("Phúc đáp", "Được phúc đáp tại"),
    "de_nghi_tai": ("Xét đề nghị tại", "Có đề nghị được xét tại"),
    "bao_cao_tai": ("Xét báo cáo tại", "Có báo cáo được xét tại"),
    "vien_dan": ("Viện dẫn", "Được viện dẫn tại"),
}
"""For each code: the heading in the citing document, and its inverse in the cited one."""

# Those that say something of the cited document's own fate, and so are shown in a banner.
CHANGES = ("dinh_chinh", "sua_doi_bo_sung", "thay_the", "bai_bo", "huy_bo", "hop_nhat")

# Words that may stand between the cue and the document.
_FILLER = re.compile(
    r"(?:\s(?:cac|nhung|noi\sdung|toan\sbo|mot\sso|dung|tu|tieu\schuan|quy\schuan)|\s(?:van\sban|tai\slieu)\s(?:sau(?:\sday)?|duoi\sday)\s?:|\s?[(“\"'‘:])\s?$"
)
_FILLER_REACH = 24
_FILLER_ENDS = (
    "cac", "nhung", "dung", "bo", "so", "tu", "chuan", ":", "(", '"', "'", "“", "‘",
)  # fmt: skip
"""One of these stands last in each filler: a cheap test before the pattern."""
# "Căn cứ các Nghị định của Chính phủ: số …", "tại 03 quyết định (số …".
_LISTED = r"(?:van\sban(?:\s(?:chi\sdao|huong\sdan|quy\sdinh))?|nghi\sdinh|nghi\squyet|thong\stu|quyet\sdinh|chi\sthi|cong\sdien|cong\svan|thong\sbao|ke\shoach|to\strinh|bao\scao)"
_OF = r"\scua\s[^,;.:()]{2,40}"
_COUNTED = re.compile(
    rf"(?:\s(?:toan\sbo\s)?(?:cac|hai|ba|bon|nam|\d{{1,2}})\s{_LISTED}(?:{_OF})?(?:\s(?:sau(?:\sday)?|gom(?:\sco)?|la|cu\sthe))?\s?[:(]"
    rf"|\s{_LISTED}{_OF}\s?:|\svan\sban\sgom(?:\sco)?\s?:)$"
)
_COUNTED_REACH = 70
# "Bãi bỏ các thủ tục hành chính số thứ tự 01, 02 mục III Danh mục …", "thủ tục số 5": rows of the list cited.
_ROWS = re.compile(
    r"(?:\s(?:cac|\d{1,3}))?(?:\s(?:thu\stuc\shanh\schinh|thu\stuc|tthc|noi\sdung|nhiem\svu|de\san|du\san))?"
    r"(?:(?:\s(?:co|tai|o))?\sso\sthu\stu(?:\sso)?|(?:(?<=\sthu\stuc)|(?<=hanh\schinh)|(?<=\snhiem\svu))(?:\stu)?\sso)\s\d{1,3}(?:(?:,|\sva|\sden|\s-)\s(?:so\s)?\d{1,3}){0,20}$"
)
_ROWS_REACH = 120
# "Bãi bỏ 02 Quyết định số …, số …".
_HOW_MANY = re.compile(r"\s(?:0?[2-9]|[1-9]\d|hai|ba|bon)$")
_NUMERALS = (*"0123456789", " hai", " ba", " bon")
# "Đính chính nội dung tại dòng thứ 3 từ trên xuống, trang 2 Công văn số …".
_ON_PAGE = re.compile(
    r"(?:,?\s(?:va\s)?(?:dong|trang|doan|cot)(?:\s(?:thu|so))?\s\w{1,4}(?:,?\s(?:tinh\s)?tu\s(?:tren\sxuong|duoi\slen))?(?:\s(?:cua|tai|o))?){1,4}$"
)
_ON_PAGE_REACH = 110


# "lập theo Mẫu số 02 Phụ lục II Thông tư số …": the form is in the document cited.
_FORM = re.compile(
    r"(?:\s(?:cac|nhung))?\s(?:bieu\s|phu\s)?(?:mau|bieu|bang)(?:\sso)?\s(?:[a-z]\d?[-.])?\d{1,3}\w?(?:[-./]\w{1,5})*(?:(?:,|\sva|\sden)\s(?:mau\s)?(?:so\s)?\d{1,3}\w?){0,9}(?:\s(?:tai|cua|thuoc|trong))?$"
)
_FORM_REACH = 90

# "Quyết định A và các Quyết định điều chỉnh, bổ sung: số …": what follows has amended A.
_AMENDING = re.compile(
    r"(?<!\w)cac\s(?:van\sban|luat|nghi\sdinh|nghi\squyet|thong\stu|quyet\sdinh|ke\shoach)\s(?:da\s)?(?:sua\sdoi|dieu\schinh)(?:\s?,?\s(?:va\s)?bo\ssung)?$"
)


# The members of a list may be counted: "các văn bản sau: (1) Quyết định …; (2) Chỉ thị …".
_COUNTER = re.compile(r"(?<=[:;,]\s)\((?:\d{1,2}|[ivx]{1,4}|[a-e])\)$")


_APART = {
    "de_nghi_tai", "bao_cao_tai", "chi_dao_tai", "huong_dan_tai", "phe_duyet_tai", "cong_bo_tai",
    "theo_quy_dinh_tai",
}  # fmt: skip
"""What is asked, told or approved: a clause between may speak of something else."""


# Of the printed words: "Sở Dân tộc và Tôn giáo tại …" gives nothing.
_GIVES = re.compile(r"[Gg]iao(?<!\w.iao)(?!\w)|GIAO(?<!\w.IAO)(?!\w)")


# "được giao dự phòng 11.872 triệu đồng tại": no sign in a number ends a clause.
_IN_NUMBER = re.compile(r"[.,](?<=\d.)(?=\d)")


_PASSED = (" thong qua tai", " quyet nghi tai")


class Relation(NamedTuple):
    """A relation found to the left of a citation, and where its cue starts."""

    code: str
    passive: bool
    start: int


# "vốn được bổ sung tại số thứ tự 12 Phụ lục II Quyết định số …": not what is done to the row.
_UNDERGONE = re.compile(r"(?<!\w)(?:duoc|bi)(?:,?\s\w+){1,5}$")


def _before_rows(left: str, rows: re.Match[str]) -> str:
    """Return what stands before "tại số thứ tự 12", with its "tại" where a passive leads to it."""
    before = left[: rows.start()]
    passive = " tai so thu" in rows[0] and _UNDERGONE.search(before, max(0, len(before) - 50))
    return f"{before} tai" if passive else before


def _without_filler(left: str) -> tuple[str, bool]:
    """Return what stands before the filler, and whether a bracket was opened in it."""
    end = len(left)
    if left.endswith(")") and (counter := _COUNTER.search(left, max(0, end - 7))):
        left = left[: counter.start()].rstrip()
        end = len(left)
    if left[-1:].isdigit() and left.find(" so ", max(0, end - _ROWS_REACH)) >= 0:
        rows = _ROWS.search(left, max(0, end - _ROWS_REACH))
        if rows is not None:
            return _before_rows(left, rows), False
    near = max(0, end - _FORM_REACH)
    if (
        left.find(" mau ", near) >= 0
        or left.find(" bieu ", near) >= 0
        or left.find(" bang ", near) >= 0
    ):
        form = _FORM.search(left, near)
        if form is not None:
            return left[: form.start()], False
    if left.find("trang ", max(0, end - 20)) >= 0 or left.find("dong ", max(0, end - 60)) >= 0:
        place = _ON_PAGE.search(left, max(0, end - _ON_PAGE_REACH))
        if place is not None:
            # A colon may lead to the place: "Đính chính: tại dòng thứ 5, trang 3 …".
            return left[: place.start()].removesuffix(": tai"), False
    if left.endswith(_NUMERALS) and (number := _HOW_MANY.search(left, max(0, end - 4))):
        return left[: number.start()], False
    if (things := before_things(left)) is not None:
        return things, False
    if not left.endswith(_FILLER_ENDS):
        return left, False
    if left.endswith((":", "(")) and (
        counted := _COUNTED.search(left, max(0, end - _COUNTED_REACH))
    ):
        return left[: counted.start()], left.endswith("(")
    if left.endswith("xong ("):
        return left, False  # "huyện U Minh chưa thực hiện xong (Báo cáo số …)": who says so
    while filler := _FILLER.search(left, max(0, end - _FILLER_REACH), end):
        end = filler.start()
    return left[:end].rstrip(), "(" in left[end:]


def of_list(folded: str) -> Relation | None:
    """Return the relation that a paragraph gives to the list under it: "Thực hiện các văn bản của X:"."""
    tail = max(0, len(folded) - _COUNTED_REACH)
    if folded.find(" cac ", tail) < 0 and folded.find(" cua ", tail) < 0:
        return None
    counted = _COUNTED.search(folded, tail)
    return before(folded, 0, len(folded)) if counted else None


def _is_apart(code: str, left: str, at: int, printed: str) -> bool:
    """Say whether the cue of ``code`` at ``at`` is not why the document right of ``left`` is cited."""
    if code in CHANGES:
        return clause.is_compared(left, at)
    if code == "giao_tai" and left.endswith(_PASSED):
        return True  # "đã giao Sở lập đề án, trình HĐND tỉnh thông qua tại Nghị quyết …"
    if code == "giao_tai" and printed:
        return _GIVES.search(printed, at, len(left)) is None
    return code in _APART and clause.stands_between(left, at, printed)


def before(
    folded: str, floor: int, start: int, *, without: Container[str] = (), text: str = ""
) -> Relation | None:
    """Return the relation that the words between ``floor`` and ``start`` give, or None.

    None of the codes in ``without``: an agency reports, a decision does not. ``text`` is what
    was folded, where a word's marks may tell more.
    """
    window = max(floor, start - 260)
    left = folded[window:start].rstrip()
    shorter, bracket = _without_filler(left)
    printed = text[window:start]
    found = _by_cue(left, shorter, without, printed, bracket=bracket)
    if found is None and (
        told := phrases.told(left, shorter, bracket=bracket, whole=window == floor)
    ):
        found = Relation(told[0], False, told[1])
    if found is None and _IN_NUMBER.search(left):
        left, shorter = _IN_NUMBER.sub("'", left), _IN_NUMBER.sub("'", shorter)
        found = _by_cue(left, shorter, without, printed, bracket=bracket)
    return Relation(found.code, found.passive, window + found.start) if found else None


def _by_cue(
    left: str, shorter: str, without: Container[str], printed: str, *, bracket: bool
) -> Relation | None:
    """Return the relation that a cue at the end of ``left`` gives; its start counts from there.

    ``shorter`` is ``left`` without its fillers, ``bracket`` whether one of those opens a bracket.
    """
    for candidate in (left, shorter) if shorter != left else (left,):
        best: Relation | None = None
        for cue in possible(candidate):
            if cue.code in without or (cue.direct and bracket and candidate is not left):
                continue
            at = cue.start(candidate)
            if at is None or _is_apart(cue.code, candidate, at, printed):
                continue
            if cue.first:
                amends = cue.code == "sua_doi_bo_sung" and left.endswith(":")
                passive = cue.passive or bool(amends and _AMENDING.search(shorter))
                return Relation(cue.code, passive, at)
            if best is None or at > best.start:
                best = Relation(cue.code, cue.passive, at)
        if best is not None:
            over = governed.governing(best.code, candidate, best.start)
            return Relation(over[0], False, over[1]) if over else best
    return None
