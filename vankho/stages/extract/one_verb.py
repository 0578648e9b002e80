"""What one verb governs: "Thực hiện kết luận của A tại X và yêu cầu của B tại Y" carries out both."""

import re

from vankho.stages.extract.draft import Draft
from vankho.text.fold import same
from vankho.text.view import View

# What somebody wants, and what by itself does not say why the document is cited.
_DEMAND = re.compile(
    r",?\sva\s(?:(?:cac\s)?noi\sdung\s)?(?:cac\s)?(?:yeu\scau|chu\struong|kien\snghi|noi\sdung)(?:\scua\s[^,;.()]{2,90})?\s(?:neu\s)?(?:tai|trong)\s(?:cac\s)?"
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
    draft.relation = _told(folded, first) or draft.relation


_OF_WORDS = {"chi_dao_tai", "de_nghi_tai", "bao_cao_tai", "huong_dan_tai", "giao_tai"}


def told_beside(view: View, head: Draft, draft: Draft) -> str | None:
    """Return why B is cited of "Triển khai kết luận của X tại A và B của Y": for the verb, not for X's words."""
    if head.relation not in _OF_WORDS or head.maker is None or draft.issuer is None:
        return None
    if same(head.maker, draft.issuer) or view.folded.endswith(_LINKS, head.end, draft.start):
        return None
    return _told(view.folded, head)


def _told(folded: str, first: Draft) -> str | None:
    """Return the relation that the verb tells with which, or before which, the cue of a mention begins."""
    told = next((verb for verb in _RELATIONS if folded.startswith(f"{verb} ", first.cue)), None)
    if told is None:
        before = _VERB.search(folded, max(0, first.cue - _VERB_REACH), first.cue)
        told = before["verb"] if before else None
    return _RELATIONS[told] if told is not None else None
