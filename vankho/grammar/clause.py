"""Clauses between a cue and a citation: "báo cáo kết quả mà Sở đã yêu cầu tại Công văn số …".

What stands in the document is what the nearest verb says. A cue further left is no reason to
cite it where a clause with a verb of its own, or a comparison, stands between.
"""

import re

# Folded, each is also a part of other words: "tiến độ", "thiết bị", "mã số", "Cục Quản lý Dược".
_OPENS = re.compile(r"(?<=\s)(?:ma|do|da|bi|duoc)(?=\s)")
_OPENERS = {"mà", "do", "đã", "bị", "được"}
# Who asks for something asks to be given it: "đề nghị được bố trí vốn tại".
_ASKED = ("nghi ", "xin ", "xuat ", "cho ")
# What is said with these is said by the document: the cue tells more than they do.
_SAYS = r"(?:neu|ghi|trinh\sbay|de\scap|the\shien|phan\sanh|noi|dat|co|nhan|tong\shop|gui|dien\sgiai|thuyet\sminh)"
_SAID = rf"(?:[^.,;]{{2,60}}\s)?{_SAYS}(?:\s(?:ro|cu\sthe|day\sdu|chi\stiet|duoc))*"
_NEAR = 36
_LINK = r"\s(?:tai|trong|o|qua|theo)"
_OWN_VERB = re.compile(rf"\s(?!{_SAID}{_LINK}\s?$)[^.;]{{2,160}}{_LINK}\s?$")
_ANY_VERB = re.compile(rf"\s[^.;]{{2,160}}{_LINK}\s?$")
_TRANSPARENT = {"da", "duoc", "bi"}
"""After these no other agent need be named; "mà UBND tỉnh đã nêu tại X" names one."""

# "báo cáo UBND tỉnh cho chủ trương như trường hợp đã nêu tại Thông báo …".
_AS_ONCE = r"nhu\s(?:da\s(?:lam|ap\sdung|thuc\shien|xu\sly|giai\squyet)|de\sxuat|kien\snghi|du\skien|doi\svoi|(?:cac\s)?truong\shop)"
# "báo cáo lý do chậm so với thời hạn đã gia hạn tại Công văn …": what is told there is but the measure.
_MEASURED = (
    r"so\svoi\s(?:thoi\shan|yeu\scau|quy\sdinh|cam\sket"
    r"|(?:muc|chi\stieu|ke\shoach|tien\sdo|phuong\san|du\stoan|so\slieu)\s(?:[^.,;]{0,60}\s)?(?:da|duoc|neu|giao|de\sra))"
)
_COMPARED = re.compile(rf"\s(?:{_AS_ONCE}|{_MEASURED})(?!\w)")


# "báo cáo đúng thời hạn nêu tại Công văn …", "báo cáo theo biểu mẫu tại …".
_GIVEN = r"(?:thoi\s(?:han|gian)|moc\sthoi\sgian|bieu\smau)"
_GIVEN_THERE = (
    rf"(?:(?:dung|qua|trong|theo)\s{_GIVEN}|{_GIVEN}\s(?:neu|ghi|quy\sdinh|yeu\scau|giao))"
)
# What stands right before "tại" is found there, whatever is done with it further left: "báo cáo tiến độ
# các nhiệm vụ tại Kế hoạch …", "chỉ đạo khắc phục các vi phạm tại Kết luận …".
_FOUND_THERE = re.compile(
    rf"\s(?:nhiem\svu|(?:muc|chi)\stieu|giai\sphap|de\sxuat|kien\snghi|chi\sra|vi\spham|ton\stai|han\sche|thieu\ssot|thong\squa|quyet\snghi|(?:noi\sdung|van\sban|y\skien)\s(?:da\s)?(?:tra\sloi|giai\sdap|phuc\sdap)|{_GIVEN_THERE}){_LINK}\s?$"
)


def stands_between(left: str, start: int, printed: str = "") -> bool:
    """Say whether a clause of its own stands between the cue at ``start`` and the end of ``left``.

    ``left`` is the folded text up to the citation; ``printed``, where it is known, the same as
    it stands in the letter, and tells "do" from "đô".
    """
    if is_compared(left, start) or _FOUND_THERE.search(left, max(start, len(left) - _NEAR)):
        return True
    for opens in _OPENS.finditer(left, start):
        at, end = opens.span()
        if printed and printed[at:end].lower() not in _OPENERS:
            continue
        if opens[0] == "duoc" and left.endswith(_ASKED, start, at):
            continue
        own = _OWN_VERB if opens[0] in _TRANSPARENT else _ANY_VERB
        if own.match(left, end):
            return True
    return False


def is_compared(left: str, start: int) -> bool:
    """Say whether what the cue at ``start`` tells is but compared with the document.

    "điều chỉnh thời gian thực hiện như đề xuất tại Tờ trình …" changes no Tờ trình.
    """
    return _COMPARED.search(left, start) is not None
