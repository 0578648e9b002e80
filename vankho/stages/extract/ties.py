"""What "Hướng dẫn này", "Quy định này" is tied to: the one that the letter has just named."""

from collections.abc import Sequence

from vankho.stages.extract.draft import Draft
from vankho.stages.extract.sentences import Sentences
from vankho.text.view import View

_BEFORE = 12
"""How many mentions back the one that "Hướng dẫn này" means is looked for."""


# "Bãi bỏ khoản 3 Công văn số 1450; các nội dung khác của Công văn này giữ nguyên": what is left of it.
_WHAT_IS_LEFT = (
    "noi dung khac cua ", "noi dung khac tai ", "noi dung khac trong ", "noi dung con lai cua ", "noi dung con lai tai ",
)  # fmt: skip


def tie_to_named(
    view: View, drafts: Sequence[Draft], own: str | None, sentences: Sentences
) -> None:
    """Tie "Hướng dẫn này" to the Hướng dẫn that the same sentence has named before it.

    ``own`` is the type of the letter: a Hướng dẫn means itself, unless it speaks of what is left
    of the one that its paragraph has changed.
    """
    for index, draft in enumerate(drafts):
        if draft.kind != "self" or own is None or draft.type is None:
            continue
        left = view.folded.endswith(_WHAT_IS_LEFT, 0, draft.start)
        if own == draft.type and not left:
            continue
        begin = 0 if left else sentences.start(draft.start)
        before = drafts[max(0, index - _BEFORE) : index]
        named = [
            d for d in before if d.start >= begin and d.number and draft.type in (d.type, d.called)
        ]
        if named:
            draft.kind, draft.same_as = "short", named[-1]


def tie_to_attached(
    drafts: Sequence[Draft], index: int, own: str | None, sentences: Sentences
) -> None:
    """Tie "Quy định này" to the Quy định issued with a document that the sentence has named.

    ``own`` is the type of the letter, to which nothing is attached.
    """
    draft = drafts[index]
    if own in {None, draft.type} or draft.type is None:
        return
    begin = sentences.start(draft.start)
    for other in reversed(drafts[max(0, index - _BEFORE) : index]):
        if other.start < begin:
            break
        if other.attachment is not None and other.attachment.type == draft.type:
            draft.kind, draft.same_as = "short", other
            break
