"""Which document an act is told of: "Nghị định A, nay đã được thay thế bởi Nghị định B"."""

import re
from collections.abc import Sequence

from vankho.grammar import relation
from vankho.grammar.relation import CHANGES
from vankho.grammar.title import TITLE
from vankho.stages.extract.draft import Draft
from vankho.text.view import View

_NEAR_BY = 12
"""How many mentions back the document is looked for."""
_CLAUSE_REACH = 200


def settle(view: View, drafts: Sequence[Draft], index: int, begin: int) -> None:
    """Find what the passive before a mention acts on; where no document is, it is none.

    ``begin`` is the view offset of the sentence. "Hộ ông A bị thu hồi đất theo Quyết định số …"
    revokes nothing; a sentence that says of nobody that he was acted on keeps the act.
    """
    draft = drafts[index]
    draft.about = _acted_on(view, drafts, index, begin)
    if draft.about is not None:
        return
    clause = view.folded[max(begin, draft.cue - _CLAUSE_REACH) : draft.cue]
    if not adverbs(_COMMAS.split(clause)[-1].split()):
        draft.passive = False
        draft.relation = _told_after(view, draft)


def _told_after(view: View, draft: Draft) -> str:
    """Return why a mention is cited by which no document was acted on.

    "Tiêu chí này được điều chỉnh theo đề nghị của Sở Y tế tại Công văn số …": what stands behind
    the act tells it.
    """
    at = view.folded.find(" theo ", draft.cue, draft.start)
    found = relation.before(view.folded, at + 1, draft.start, text=view.text) if at >= 0 else None
    return found.code if found is not None and not found.passive else "vien_dan"


# What may stand between a comma after a document and what happened to it: "A, nay đã được …".
_WORDS = (
    "nay da duoc bi cung deu moi vua sau do hien den tiep tuc van lai lan luot chinh thuc tung truoc day va ma vi"
    " nhung song tuy nhien gan tu ngay nam thang dong thoi tru rieng dieu khoan diem muc phu luc chuong phan"
)
_ADVERBS = frozenset(_WORDS.split())
# What a document put in force, or itself: "tại Quyết định A, Quy chế đã được sửa đổi theo …".
_ITSELF = re.compile(
    r"(?<!\w)(?:quy\s(?:che|dinh|trinh|hoach)|quyet\sdinh|nghi\s(?:quyet|dinh)|thong\s(?:tu|bao)|cong\svan|van\sban|ke\shoach|phuong\san"
    r"|de\san|du\san|chuong\strinh|danh\smuc|huong\sdan|noi\sdung)(?:\s(?:nay|do|(?:neu\s|noi\s)?tren))?(?=\s|$)"
)
# What is said of a document only: "A hiện đã hết hiệu lực và được thay thế bởi B", "A, sau khi được sửa đổi bởi B".
_EXPIRED = re.compile(
    r"(?<!\w)(?:(?:khong\s)?con|het|mat)\shieu\sluc(?:\sthi\shanh)?|(?<!\w)khong\scon\s(?:phu\shop|ap\sdung)|(?<!\w)(?:sau|truoc|(?:cho\s)?den)\skhi$"
)
_NOW = ("nay ", "hien ", "den ", "sau ", "nam ", "ngay ", "tu ", "nhung ", "tuy ")
_COMMAS = re.compile(r"[,;:]")


def _is_subject(view: View, end: int, cue: int) -> bool:
    """Say whether the document that ends at ``end`` is what the passive at ``cue`` is said of.

    "Theo Quyết định A, hộ ông B được giao đất; nay thửa đất bị thu hồi theo …": it is not.
    """
    gap = view.folded[end:cue]
    parts = _COMMAS.split(gap)
    if len(parts) == 1:
        return True
    last = parts[-1].strip()
    if TITLE.match(gap) and ";" not in gap and not last.startswith(_NOW):
        return True  # a comma inside its title
    return adverbs(_EXPIRED.sub("", _ITSELF.sub("", last)).split())


def adverbs(words: Sequence[str]) -> bool:
    """Say whether none of the words can be a subject; a place in the document is none."""
    return all(
        word in _ADVERBS or len(word) == 1 or not word[0].isalpha() or not word.strip("ivx")
        for word in words
    )


def _is_object(view: View, drafts: Sequence[Draft], at: int, start: int) -> bool:
    """Say whether a mention is acted on by one whose own fate follows: "A thay thế B và được sửa đổi bởi C"."""
    draft = drafts[at]
    return (
        draft.relation in CHANGES
        and draft.own_relation
        and not draft.passive
        and view.folded.startswith(" va ", draft.end)
        and at > 0
        and drafts[at - 1].start >= start
        and draft.cue <= drafts[at - 1].end + 2
    )


def _in_bracket(view: View, previous: Draft, draft: Draft) -> bool:
    """Say whether a bracket of ``previous`` holds the act: "A được sửa đổi bởi B (được đính chính tại C)"."""
    between = view.text[previous.end : draft.cue]
    return between.startswith(" (") and ")" not in between


def _acted_on(view: View, drafts: Sequence[Draft], index: int, start: int) -> Draft | None:
    """Return the document that a passive acts on: the mention before it in the sentence."""
    if index and not _is_subject(view, drafts[index - 1].end, drafts[index].cue):
        return None
    for at in range(index - 1, max(-1, index - _NEAR_BY), -1):
        previous = drafts[at]
        if previous.start < start:
            return None
        if at == index - 1 and _is_object(view, drafts, at, start):
            continue
        if not previous.passive or (at == index - 1 and _in_bracket(view, previous, drafts[index])):
            return previous
    return None


def acts_itself(drafts: Sequence[Draft], index: int) -> bool:
    """Say whether a mention changes the next one: "A đính chính B; C hủy bỏ D"."""
    following = drafts[index + 1] if index + 1 < len(drafts) else None
    return (
        following is not None
        and following.relation in CHANGES
        and following.own_relation
        and not following.passive
        and following.cue == drafts[index].end + 1
    )


def has_own(view: View, drafts: Sequence[Draft], index: int) -> bool:
    """Say whether what was done to a mention is said right behind it: "B hiện được sửa đổi bởi C"."""
    following = drafts[index + 1] if index + 1 < len(drafts) else None
    if following is None or not following.passive or following.cue < drafts[index].end:
        return False
    between = view.folded[drafts[index].end : following.cue]
    return not set("(,;") & set(between) and adverbs(between.split())
