"""Heads of lists: what a line says of the documents under it, as "Căn cứ các văn bản sau:"."""

import re
from collections.abc import Collection, Sequence

from vankho.grammar import relation
from vankho.model.letter import Block, Letter
from vankho.stages.extract.draft import Draft
from vankho.stages.extract.joined import APART, Joined
from vankho.stages.extract.memory import Memory
from vankho.text.view import View

_LEAD_ENDS = tuple(
    f"{word}:" for word in ("sau", "day", "ban", "dung", "lieu", "cac", "nhung", "so", " ")
)
"""What ``_LEAD_END`` can end with."""
_LEAD_END = re.compile(
    r"\s(?:(?:cac|nhung|mot\sso)\s)?(?:van\sban|noi\sdung|tai\slieu)?\s?(?:sau(?:\sday)?)?\s?:$"
)
# "I. CĂN CỨ PHÁP LÝ", "Cơ sở pháp lý xây dựng Đề án": a heading of those that follow.
_BASES = re.compile(
    r"(?:(?:[ivx]{1,5}|\d{1,2}(?:\.\d{1,2}){0,3}|[a-h])[.)/]{0,2}\s)?(?:cac\s|nhung\s)?(?:can\scu|co\sso\sphap\sly)(?:\s[a-z]+){0,9}\s?:?"
)
_BASES_WORDS = ("can cu", "co so phap ly")
_LONGEST_HEADING = 80
# "Bãi bỏ toàn bộ các Quyết định của Ủy ban nhân dân tỉnh sau đây:".
_ACT_LEAD_END = re.compile(
    r"(?:\s(?:toan\sbo|mot\sphan))?\s(?:cac|nhung|mot\sso|\d{1,3})\s"
    r"(?:van\sban(?:\squy\spham\sphap\sluat)?|quyet\sdinh|nghi\squyet|nghi\sdinh|thong\stu|chi\sthi|cong\svan|thong\sbao|ke\shoach|quy\sdinh)"
    r"(?:\s(?:do|cua|da|duoc)\s[^.;:]{3,90}?)?,?\s(?:(?:nhu\s)?sau(?:\sday)?|duoi\sday)(?:\s(?:do|cua|da|duoc)\s[^.;:]{3,90})?\s?:$"
)
_ACT_LEAD_REACH = 170
_LISTED = (
    "van ban", "quyet dinh", "nghi quyet", "nghi dinh", "thong tu", "chi thi", "cong van", "thong bao", "ke hoach",
    "quy dinh",
)  # fmt: skip
"""What ``_ACT_LEAD_END`` cannot do without."""


def follow(
    letter: Letter, block: Block, view: View, drafts: Sequence[Draft], memory: Memory
) -> None:
    """Give the first document of a listed line the relation of the line above the list.

    What a block says of a list under it is kept in ``memory`` for the blocks to come.
    """
    heads = _may_head(view)
    if block.marker is None:
        memory.lead = _relation(view) if heads else None
        memory.lead_path = ()
        return
    path = memory.lead_path
    if path and (len(block.path) <= len(path) or block.path[: len(path)] != path):
        memory.lead, memory.lead_path = None, ()  # the list is over
    begin = len(block.marker.of(letter.text)) + 1
    if memory.lead and drafts and not drafts[0].own_relation and drafts[0].start <= begin:
        drafts[0].relation, drafts[0].own_relation = memory.lead, True
    if heads and (act := _relation(view, listed=True)):
        memory.lead, memory.lead_path = act, block.path


def heads(joined: Joined) -> Collection[int]:
    """Return the indexes of the views that may head a list."""
    return joined.holding((f":{APART}", *_BASES_WORDS))


def _may_head(view: View) -> bool:
    folded = view.folded
    if folded.endswith(":"):
        return True
    if len(folded) >= _LONGEST_HEADING:
        return False
    return folded.find("can cu", 0, 24) >= 0 or folded.find("co so phap ly", 0, 30) >= 0


def _relation(view: View, *, listed: bool = False) -> str | None:
    """Return the relation that a line gives to the list under it: "Căn cứ các văn bản sau:".

    A ``listed`` line heads a list of its own only where it tells an act: "Điều 1. Bãi bỏ các
    Quyết định sau đây:".
    """
    folded = view.folded
    if len(folded) < _LONGEST_HEADING and _BASES.fullmatch(folded):
        return "can_cu"
    if not folded.endswith(":"):
        return None
    # The longest end is "một số văn bản sau đây :".
    headed = folded.endswith(_LEAD_ENDS)
    end = _LEAD_END.search(folded, max(0, len(folded) - 40)) if headed else None
    tail = folded[-_ACT_LEAD_REACH:]
    if (" sau" in tail or " day" in tail) and any(map(tail.__contains__, _LISTED)):
        end = _ACT_LEAD_END.search(folded, max(0, len(folded) - _ACT_LEAD_REACH)) or end
    found = relation.before(folded, 0, end.start()) if end else relation.of_list(folded)
    if found is None or found.passive or (listed and found.code not in relation.CHANGES):
        return None
    return found.code
