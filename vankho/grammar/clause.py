"""Clauses between a cue and a citation: "báo cáo kết quả mà Sở đã yêu cầu tại Công văn số …".

What stands in the document is what the nearest verb says. A cue further left is no reason to
cite it where a clause with a verb of its own, or a comparison, stands between.
"""

import re

_WORDS = r"[^.;]{0,160}?"
# Each of these folded words is also a part of others: "tiến độ", "thiết bị", "mã số", "tối đa". Who
# asks for something asks to be given it: "đề nghị được bố trí vốn tại".
_OPENS = (
    r"\s(?:ma(?!\sso)|(?<!tien\s)(?<!che\s)(?<!trinh\s)(?<!muc\s)(?<!toc\s)(?<!trong\s)(?<!thu\s)(?<!mat\s)(?<!theo\s)do"
    r"|(?<!toi\s)(?<!thac\s)(?<!mo\s)da|(?<!thiet\s)(?<!chuan\s)(?<!trang\s)bi(?!\s(?:thu|mat)(?!\w))|(?<!nghi\s)(?<!xin\s)(?<!xuat\s)(?<!cho\s)duoc)\s"
)
# What is said with these is said by the document: the cue tells more than they do.
_SAYS = r"(?:neu|ghi|trinh\sbay|de\scap|the\shien|phan\sanh|noi|dat|co|nhan|tong\shop|gui|dien\sgiai|thuyet\sminh)"
_SAID = rf"(?:[^.,;]{{2,60}}\s)?{_SAYS}(?:\s(?:ro|cu\sthe|day\sdu|chi\stiet|duoc))*"
_LINK = r"\s(?:tai|trong|o|qua|theo)"
_OWN_VERB = re.compile(rf"{_OPENS}(?!{_SAID}{_LINK}\s?$)[^.;]{{2,160}}{_LINK}\s?$")

# "báo cáo UBND tỉnh cho chủ trương như trường hợp đã nêu tại Thông báo …".
_AS_ONCE = r"nhu\s(?:da\s(?:lam|ap\sdung|thuc\shien|xu\sly|giai\squyet)|de\sxuat|kien\snghi|du\skien|doi\svoi|(?:cac\s)?truong\shop)"
# "báo cáo lý do chậm so với thời hạn đã gia hạn tại Công văn …": what is told there is but the measure.
_MEASURED = (
    r"so\svoi\s(?:thoi\shan|yeu\scau|quy\sdinh|cam\sket"
    r"|(?:muc|chi\stieu|ke\shoach|tien\sdo|phuong\san|du\stoan|so\slieu)\s(?:[^.,;]{0,60}\s)?(?:da|duoc|neu|giao|de\sra))"
)
_COMPARED = re.compile(rf"\s(?:{_AS_ONCE}|{_MEASURED})(?!\w)")


def stands_between(left: str, start: int) -> bool:
    """Say whether a clause of its own stands between the cue at ``start`` and the end of ``left``.

    ``left`` is the folded text up to the citation.
    """
    return _OWN_VERB.search(left, start) is not None or _COMPARED.search(left, start) is not None
