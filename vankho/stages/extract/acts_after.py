"""Acts told behind the document that they act on: "bị Quyết định B bãi bỏ", "được sửa đổi như sau"."""

import re

from vankho.grammar.acts import VERBS
from vankho.stages.extract.draft import Draft
from vankho.text.view import View

# "Nghị quyết A (đã bị Nghị quyết B thay thế)": what B did stands after it.
_DONE_BY = (" bi ", " duoc ", "(bi ", "(duoc ")


def _verbs(*codes: str) -> str:
    return "|".join(f"(?P<{code}>{VERBS[code]})" for code in codes)


_DONE = re.compile(
    rf"\s(?:{_verbs(*VERBS)})(?!\w)(?:\s(?:mot\sphan|toan\sbo|mot\sso\s(?:dieu|noi\sdung)))?"
)


def read_its_own(view: View, draft: Draft, floor: int) -> None:
    """Read "bị B thay thế", "được B sửa đổi, bổ sung": the act of the mention on the one before it.

    ``floor`` is the view offset before which nothing belongs to the mention.
    """
    if not view.folded.endswith(_DONE_BY, floor, draft.start):
        return
    done = _DONE.match(view.folded, draft.end)
    if done is not None and done.lastgroup is not None:
        draft.relation, draft.own_relation, draft.passive = done.lastgroup, True, True
        draft.cue = view.folded.rfind(" ", floor, draft.start - 1)
        draft.done_end = done.end()


# "Khoản 2 Điều 5 Quyết định A được sửa đổi, bổ sung như sau:": this letter does it. Not "đã được …".
_AS_FOLLOWS = re.compile(
    rf"(?:\sve\s[^.;:()]{{3,200}}?)?(?:,?\snay)?\s(?:duoc|bi){_DONE.pattern}(?:\s[^.,;:()\s]+){{0,8}}\snhu\ssau\s?[:.]"
)
_AS_FOLLOWS_REACH = 300
_NOT_OURS = {
    "Hiến pháp", "Luật", "Bộ luật", "Pháp lệnh", "Nghị định", "Thông tư", "Thông tư liên tịch",
}  # fmt: skip
"""What no letter of a province amends: it tells what others did."""


# "Kể từ ngày Quyết định này có hiệu lực, Quyết định A bị bãi bỏ.": so does what comes in its stead.
_ENDS = re.compile(
    rf"(?:\sve\s[^.;:()]{{3,200}}?)?,?\s(?:duoc|bi)\s(?:{_verbs('thay_the', 'bai_bo', 'huy_bo')})(?=\s?[.;]|,?\s(?:ke\s)?tu\sngay\s|$)"
)
_IN_FORCE = re.compile(
    r"tu\sngay\s(?:quyet\sdinh|nghi\squyet|quy\s(?:che|dinh)|chi\sthi|van\sban|ke\shoach|cong\svan)\snay\s(?:co\shieu\sluc|duoc\s(?:ky|ban\shanh))"
)
_IN_FORCE_REACH = 130


def read_this_letters(view: View, draft: Draft) -> None:
    """Read what this letter does to a document: "Quyết định A được sửa đổi như sau:"."""
    if draft.type in _NOT_OURS:
        return
    folded, reach = view.folded, draft.end + _AS_FOLLOWS_REACH
    told = None
    if folded.find(" nhu sau", draft.end, reach) >= 0:
        told = _AS_FOLLOWS.match(folded, draft.end, reach)
    elif folded.find(" nay ", max(0, draft.start - _IN_FORCE_REACH), reach) >= 0:
        told = _ENDS.match(folded, draft.end, reach)
        near = max(0, draft.start - _IN_FORCE_REACH)
        if told is None or _IN_FORCE.search(folded, near, told.end() + _IN_FORCE_REACH) is None:
            return
    if told is not None and told.lastgroup is not None:
        draft.relation, draft.own_relation = told.lastgroup, True
        draft.done_end = told.end()
