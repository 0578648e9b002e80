"""Phrases before a citation that end with any word: "quán triệt đến toàn thể cán bộ Chỉ thị số …".

They tell the relation where no cue stands next to the citation.
"""

import re

# "theo đề nghị của Sở Tài chính (Tờ trình số …)": the bracket says where it was asked.
_ASKED_BY = re.compile(
    r"(?<!\w)(?:(?:theo|xet|tren\sco\sso)\s(?:[^.;:()]{2,90}\sva\s)?)?"
    r"(?:(?P<asked>de\snghi)|bao\scao|xem\sxet\s(?:ho\sso\sva\s)?(?:de\sxuat|kien\snghi|y\skien|ho\sso|noi\sdung))\scua\s[^.;:()]{2,90}$"
)
_ASKED_REACH = 115

# "quán triệt, phổ biến đến toàn thể viên chức, người lao động Chỉ thị số …": whom it reaches stands between.
_TO_ALL = re.compile(
    r"(?<!\w)(?:trien\skhai|quan\striet)(?:,?\s(?:va\s)?(?:tuyen\struyen|pho\sbien|trien\skhai|quan\striet|hoc\stap|thuc\shien)){0,3}"
    r"(?:\s(?:kip\sthoi|day\sdu|sau\srong|nghiem\stuc|rong\srai))?\sden\s(?!(?:het\s)?(?:ngay|nam|thang|nay)(?!\w))[^.;:()]{3,100}$"
)
_TO_ALL_REACH = 150

# "thiết kế theo tiêu chuẩn đường cấp III miền núi TCVN 4054:2005": what it is a standard of stands between.
_NORM = re.compile(
    r"(?<!\w)theo\s(?:cac\s)?(?:tieu|quy)\schuan(?:\s(?!tai|cua|trong|theo)[^\s.,;:()]+){1,9}$"
)
_NORM_REACH = 90

# "(kèm theo dự thảo Quyết định và Báo cáo số …)": both are sent.
_SENT_TOO = re.compile(
    r"(?<!\w)(?<!hanh\s)kem\stheo\s[^,;:.()]{3,60}\sva$|(?:\(\s?(?:kinh\s)?|(?<!\w)(?:ho\sso|tai\slieu)\s(?:duoc\s)?)gui\skem(?:\stheo)?(?:\sgom(?:\sco)?)?\s?:?\s[^.:()]{3,120}[;,]$"
)
_SENT_REACH = 150

# What is no citation may come first: "Căn cứ Điều lệ Hội và Quyết định số …".
_AND_TOO = re.compile(
    r"(?P<cue>can\scu|thuc\shien|theo|trien\skhai(?:\sthuc\shien)?)(?!\sdo\s)\s(?:chuc\snang,\s)?[^,;:.()]{3,120}\sva"
)
_JOINED = {
    "can cu": "can_cu",
    "thuc hien": "thuc_hien",
    "theo": "theo",
    "trien khai": "trien_khai",
    "trien khai thuc hien": "trien_khai",
}


def told(left: str, shorter: str, *, bracket: bool, whole: bool) -> tuple[str, int] | None:
    """Return the relation that a phrase at the end of ``left`` tells, and where it begins, or None.

    ``shorter`` is ``left`` without its fillers, ``bracket`` whether one of those opens a bracket;
    ``whole`` whether ``left`` begins where nothing before belongs to the citation.
    """
    if bracket and "cua" in shorter:
        said = _ASKED_BY.search(shorter, max(0, len(shorter) - _ASKED_REACH))
        if said is not None:
            return "de_nghi_tai" if said["asked"] else "bao_cao_tai", said.start()
    if left.find(" den ", -_TO_ALL_REACH) >= 0:
        spread = _TO_ALL.search(left, max(0, len(left) - _TO_ALL_REACH))
        if spread is not None:
            return "trien_khai", spread.start()
    if left.find(" chuan ", -_NORM_REACH) >= 0:
        norm = _NORM.search(left, max(0, len(left) - _NORM_REACH))
        if norm is not None:
            return "theo", norm.start()
    if left.endswith((" va", ";", ",")):
        sent = _SENT_TOO.search(left, max(0, len(left) - _SENT_REACH))
        if sent is not None:
            return "gui_kem_theo", sent.start()
    if left.endswith(" va"):
        joined = _AND_TOO.fullmatch(left) if whole else None
        if joined is not None:
            return _JOINED[joined["cue"]], 0
    return None
