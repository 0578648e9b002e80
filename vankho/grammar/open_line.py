"""Lines that cannot be the last of a paragraph: "… theo quy định tại", "… Nghị định số", "… khoản".

Read with their marks: folded, "đầu tư" ends with the "tu" of "từ", "chế độ" with that of "do".
Only a line that has lost all its marks is compared without them.
"""

import re

from vankho.text.fold import fold

_RELATIONS = "của|tại|theo|và|các|về|với|từ|đến|do|được|trong|hoặc|bởi|nhưng|những|gồm cả|cùng với"
_TYPES = (
    "công văn|quyết định|nghị định|thông tư|nghị quyết|chỉ thị|tờ trình|kế hoạch|báo cáo|thông báo|văn bản|công điện"
    "|biên bản|hướng dẫn|kết luận|luật"
)
# What else has a number behind "số": not "chuyển đổi số", "dân số".
_NUMBERED = f"{_TYPES}|mẫu|biểu|phụ lục|phòng|nhà|bão|thửa|lô|tập|tờ|đường"
_NUMBER = (
    rf"(?:{_NUMBERED}) số|(?<!hằng )(?<!hàng )(?<!mỗi )(?<!trong )(?:ngày|tháng)|khoản"
    r"|(?<!ưu )(?<!địa )(?<!quan )(?<!thời )(?<!nhược )(?<!đặc )(?<!trọng )(?<!thí )(?<!cao )điểm"
    r"|(?<!danh )(?<!hạng )(?<!chuyên )(?<!thư )(?<!đề )(?<!tiết )mục|điều|chương"
)
_YEAR = "(?<!hằng )(?<!hàng )(?<!mỗi )năm"


def _at_end(words: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    pattern = rf"(?<!\w)(?:{words})$"
    return re.compile(pattern), re.compile(fold(pattern))


_RELATION_LAST = _at_end(_RELATIONS)
_TYPE_LAST = _at_end(_TYPES)
_NUMBER_WANTED = _at_end(_NUMBER)
_REFERENCE_LAST = _at_end("khoản|điều")
_STANDARD = "qcvn|qcđp|tcvn|tccs|tcxdvn|tcxd|iso|iec"
_DIGITS_WANTED = _at_end(f"{_NUMBER}|{_YEAR}|số|{_STANDARD}")
_ITS_NUMBER = re.compile(r"(?:số\s*:?\s*)?\d|số:?$")
# A symbol that lost its hyphen at the end of the line: "… số 1004/QĐ", then "UBND ngày …".
_HALF_SYMBOL = re.compile(r"\d/(?:\d{4}/)?(?:QĐ|NĐ|NQ|TT|TTLT|CT|KH|BC|TB|TTr|KL|CĐ|HD|VBHN)$")
_OTHER_HALF = re.compile(r"[A-ZĐ][A-Za-zĐđ]{1,9}(?:-\w{1,9}){0,3}(?:\s(?:ngày|của|năm)\s|[,;.]|$)")
_LONGEST = 40
"""So many characters at the end of a line are looked at."""


def leads_on(text: str, following: str) -> bool:
    """Say whether the line ``text`` needs the line ``following`` to end its sentence."""
    if text.endswith("/") or _ends(text, _RELATION_LAST):
        return True
    if following[0] == "/":
        return text[-1].isdigit() and following[1:2].isalnum()  # "… số 1004", then "/QĐ-UBND …"
    if _ends(text, _TYPE_LAST):
        return bool(_ITS_NUMBER.match(following.lower()))
    if following[0].isdigit():
        return _ends(text, _DIGITS_WANTED)
    if "/" in text[-6:] and _HALF_SYMBOL.search(text, max(0, len(text) - _LONGEST)):
        return _OTHER_HALF.match(following) is not None
    return following[1:2] in {"", " ", ","} and _ends(text, _NUMBER_WANTED)


def wants_number(text: str) -> bool:
    """Say whether ``text`` ends with a word that a number must follow: "… tại khoản"."""
    return _ends(text, _NUMBER_WANTED)


def cuts_reference(text: str) -> bool:
    """Say whether ``text`` breaks off inside "khoản 1 Điều 3", however short it is."""
    return _ends(text, _REFERENCE_LAST)


def needs_object(text: str) -> bool:
    """Say whether ``text`` ends with a word that joins it to what follows: "… tại", "… và"."""
    return text.endswith("/") or _ends(text, _RELATION_LAST)


def _ends(text: str, last: tuple[re.Pattern[str], re.Pattern[str]]) -> bool:
    tail = text[-_LONGEST:]
    marked, folded = last
    return bool(marked.search(tail.lower()) or (text.isascii() and folded.search(fold(tail))))
