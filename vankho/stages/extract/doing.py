"""Who does several things, the last of them in a document: "đã tiếp nhận hồ sơ và phê duyệt tại X"."""

import re

from vankho.registry.registry import Registry
from vankho.stages.extract.agency import agency_at
from vankho.stages.extract.speakers import names_in
from vankho.stages.extract.telling_words import (
    ASKED,
    AT_LENGTH,
    BESIDE,
    ITS_WORDS,
    NAME_REACH,
    SINCE,
    TELLING,
    TELLS_AT,
    TOLD_REACH,
)
from vankho.text.trie import pattern_of
from vankho.text.view import View

# "UBND xã đã tiếp nhận hồ sơ và phê duyệt báo cáo tại Quyết định số …": what it did before it told.
_DOING = (
    "tiep nhan", "kiem tra", "ra soat", "xem xet", "nghien cuu", "tong hop", "to chuc", "lap", "hop", "thao luan",
    "phoi hop", "thu hoi", "tiep thu", "khao sat", "hoan thien", "hoan thanh", "thu ly", "xac minh", "lam viec",
    "thanh lap", "niem yet", "bieu quyet", "bai bo", "huy bo", *TELLING, *AT_LENGTH,
)  # fmt: skip
_DOES = re.compile(
    rf"{SINCE}(?:(?<=da\s)(?!(?:duoc|bi|co|ban\shanh)\s)[a-z]+|(?:van|con|chua|dang)\s[a-z]+|{pattern_of(_DOING)})(?![a-z])"
)
_AND_TOLD = re.compile(
    rf"{ITS_WORDS}(?:,\s(?!va\s|dong\s)[a-z]+{ITS_WORDS}){{0,2}}"
    rf"(?:,|,?\sva|,?\sdong\sthoi)\s(?:(?:da|bieu\squyet|tiep\stuc|lai|cung|moi)\s){{0,2}}(?P<tells>{TELLS_AT})"
)
_AND_HAS = re.compile(
    rf"{ITS_WORDS}(?:,\s(?!va\s|dong\s)[a-z]+{ITS_WORDS}){{0,2}}(?:,|,?\sva|,?\sdong\sthoi|,?\ssau\sdo)"
)


def told_last(view: View, end: int, start: int) -> str | None:
    """Return what an agency that is named up to ``end`` does, the last of it told at ``start``."""
    folded = view.folded
    began = _DOES.match(folded, end, start)
    if began is None or (folded.find(" va ", end, start) < 0 and folded.find(",", end, start) < 0):
        return None
    told = _AND_TOLD.match(folded, began.end(), start)
    if told is None:
        return None
    named = names_in(view, end, told.start("tells"))
    if all(folded.endswith(BESIDE, end, at) for at in named):
        return folded[end:start]
    return None


def who_did(view: View, floor: int, end: int, registry: Registry) -> str | None:
    """Return X of "X đã rà soát, tổng hợp và", before "có Báo cáo số …"."""
    folded = view.folded
    if not folded.endswith((",", " va", " dong thoi", " sau do"), floor, end):
        return None
    for at in names_in(view, max(floor, end - TOLD_REACH - NAME_REACH), end):
        phrase = agency_at(view, at, registry)
        began = _DOES.match(folded, phrase.end, end) if phrase else None
        if phrase is None or began is None or not _AND_HAS.fullmatch(folded, began.end(), end):
            continue
        named = names_in(view, phrase.end, end)
        if all(folded.endswith(BESIDE, phrase.end, other) for other in named):
            return None if ASKED.search(folded, floor, at) else phrase.name
    return None


# "Ngày 03/4/2024, ": what may stand before the subject of a sentence.
_BEFORE_SUBJECT = re.compile(r"(?:[^,;:()]{2,60},\s)?")
_GOES_ON = re.compile(r"(?:[^.;:]{0,160})?(?:,|,?\sva|,?\sdong\sthoi|,?\ssau\sdo)")
_ACTS = re.compile(rf"{SINCE}[a-z]")
_SENTENCE_REACH = 400


def subject_goes_on(view: View, floor: int, end: int, registry: Registry) -> str | None:
    """Return X of "X nhận được A của Y và", before "đã ban hành B": whose sentence it is.

    ``floor`` is where the mention of A ends.
    """
    folded, text = view.folded, view.text
    if _GOES_ON.fullmatch(folded, floor, end) is None or any(names_in(view, floor, end)):
        return None
    window = max(0, floor - _SENTENCE_REACH)
    ends = [text.rfind(sign, window, floor) + 2 for sign in (". ", "; ", ": ")]
    begin = max([window, *[end for end in ends if end > 1]])
    at = next(names_in(view, begin, floor), None)
    phrase = agency_at(view, at, registry) if at is not None else None
    if at is None or phrase is None or _BEFORE_SUBJECT.fullmatch(folded, begin, at) is None:
        return None
    acts = _ACTS.match(folded, phrase.end)
    return phrase.name if acts and text[phrase.end + 1 : phrase.end + 2].islower() else None
