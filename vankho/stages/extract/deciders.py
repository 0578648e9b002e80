"""Who did by a decision what is done: "được UBND huyện giao đất theo Quyết định số …"."""

import re

from vankho.registry.registry import Registry
from vankho.stages.extract.agency import agency_at
from vankho.stages.extract.speakers import names_in
from vankho.text.trie import pattern_of
from vankho.text.view import View

_BY = ("duoc ", "bi ")
_ACCORDING = ("theo ", "theo cac ")
# Nobody does these but by a decision of his own: "UBND huyện đã cấp Giấy chứng nhận theo".
_DECIDES = (
    "cap", "cong nhan", "thu hoi", "cho thue", "bo nhiem", "thanh lap", "khen thuong", "xu phat", "ky luat", "dieu dong",
    "cuong che",
)  # fmt: skip
# What else is done so, where it is told of as done by somebody. Whoever pays or supports may do so by another's.
_DONE = (
    *_DECIDES, "giao", "phe duyet", "chap thuan", "xep hang", "phan bo", "cho phep", "tang", "bo tri", "kien toan",
    "gia han", "dinh chi",
)  # fmt: skip
# Not where somebody else acts in between, or what is done is a duty: "giao thực hiện nhiệm vụ theo".
_WORDS = r"(?:,?\s(?!(?:duoc|bi|theo|thuc)\s)(?:\d+(?:[.,]\d+)+|[^\s,.;:()]+)){0,20}"
# "cho ông A thuê": to whom stands between.
_LET = r"cho\s(?!(?:duoc|bi|theo)\s)(?:[^\s,.;:()]+\s){1,8}?(?:thue|muon)(?!\w)"
_DECIDED = re.compile(
    rf"\s(?:da\s|quyet\sdinh\s)?(?:{pattern_of(_DONE)}|{_LET}){_WORDS}\stheo\s(?:cac\s)?$"
)
# "diện tích đất UBND huyện đã thu hồi theo": what it did is what the clause is about.
_HAS_DECIDED = re.compile(
    rf"\sda\s(?:(?:{pattern_of(_DONE)})|(?:{pattern_of(_DECIDES)}){_WORDS})\stheo\s(?:cac\s)?$"
)
# One with a year in its number is a rule ("45/2024/QĐ-UBND"), by which any office may act.
_DECISION = re.compile(r"quyet\sdinh\s(?:[^\d,.;()]{1,60}\s)?so\s?:?\s?\d{1,5}\s?/\s?(?!\d{4}\s?/)")
# "được A phê duyệt và B giao vốn theo": B's.
_ANOTHER = (" va ", ", ", " duoc ")
_REACH = 220


def decider(view: View, floor: int, start: int, registry: Registry) -> str | None:
    """Return X of "được X cấp Giấy chứng nhận theo", where a decision stands at ``start``."""
    folded = view.folded
    if not folded.endswith(_ACCORDING, floor, start) or _DECISION.match(folded, start) is None:
        return None
    for at in names_in(view, max(floor, start - _REACH), start):
        done = _DECIDED if folded.endswith(_BY, floor, at) else _HAS_DECIDED
        phrase = agency_at(view, at, registry)
        if phrase is None or done.match(folded, phrase.end, start) is None:
            continue
        others = names_in(view, phrase.end, start)
        if not any(folded.endswith(_ANOTHER, phrase.end, other) for other in others):
            return phrase.name
    return None
