"""What one verb governs: "Thực hiện kết luận của A tại X và yêu cầu của B tại Y" carries out both."""

import re

from vankho.stages.extract.draft import Draft
from vankho.text.view import View

# What somebody wants, and what by itself does not say why the document is cited.
_DEMAND = re.compile(
    r",?\sva\s(?:noi\sdung\s)?(?:yeu\scau|chu\struong|kien\snghi|noi\sdung)\scua\s[^,;.()]{2,90}\s(?:neu\s)?(?:tai|trong)\s(?:cac\s)?"
)
_LINKS = (" tai ", " trong ", " tai cac ", " trong cac ")
# Before what A has concluded, asked or directed: "theo đề nghị của A tại X".
_VERB = re.compile(
    r"(?<!\w)(?P<verb>thuc\shien|trien\skhai|theo|can\scu)\s(?:(?:noi\sdung|y\skien)\s)?$"
)
_VERB_REACH = 30
_RELATIONS = {
    "thuc hien": "thuc_hien",
    "trien khai": "trien_khai",
    "theo": "theo",
    "can cu": "can_cu",
}


def read_governed(view: View, previous: Draft, draft: Draft) -> None:
    """Give "yêu cầu của B tại Y" the relation that the verb before ``previous`` tells."""
    folded = view.folded
    if not folded.endswith(_LINKS, 0, draft.start):
        return
    if _DEMAND.fullmatch(folded, previous.end, draft.start) is None:
        return
    first = previous
    while first.related is not None and not first.own_relation:
        first = first.related
    if first.passive or not first.own_relation:
        return
    told = next((verb for verb in _RELATIONS if folded.startswith(f"{verb} ", first.cue)), None)
    if told is None:
        before = _VERB.search(folded, max(0, first.cue - _VERB_REACH), first.cue)
        told = before["verb"] if before else None
    if told is not None:
        draft.relation = _RELATIONS[told]
