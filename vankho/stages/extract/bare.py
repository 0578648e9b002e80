"""Mentions by number alone: "Công văn 972", "các Nghị quyết 57, 59 và 68 của Bộ Chính trị"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from vankho.grammar import number as numbers
from vankho.grammar.kind import KIND_WORDS
from vankho.registry.registry import Registry
from vankho.stages.extract.draft import Draft
from vankho.stages.extract.joined import Joined
from vankho.stages.extract.right import read_right
from vankho.stages.extract.symbols import type_of
from vankho.text.view import View

# It begins with a blank, so that the search can leap from one to the next. What is a date's or a
# point's is none.
_BARE_NUMBER = re.compile(
    r" (?P<number>[0-9](?<!(?<!viet\s)nam\s.)(?<!muc\s.)(?<!(?:thang|khoan)\s.)(?<!(?:ngay|dieu|diem|phan)\s.)\d{0,4}(?P<letter>[a-z]?)(?:/(?P<year>[12]\d{3}))?"
    r")(?![\w/]|[.,-]\d|\s?[/%-]\s?\w|\s\d|\s(?:ngay\sdem|lan))"
)
# Types that are cited by number; a plan, a programme or a contract may just be counted.
_NUMBERED = {
    "Công văn", "Nghị quyết", "Nghị định", "Thông tư", "Quyết định", "Chỉ thị", "Công điện", "Thông báo",
    "Kết luận", "Tờ trình", "Hướng dẫn", "Kế hoạch", "Báo cáo", "Lệnh", "Thông tri", "Thông tư liên tịch",
    "Sắc lệnh", "Thông đạt",
}  # fmt: skip
_GOES_ON = re.compile(
    r"$|[,;:)]|\.(?:\s|$)|\s(?:cua|ve|va|da|duoc|neu|con|chua|thi|quy\sdinh|yeu\scau|giao|tren|noi\stren|tai|cung|de|la|co|voi|gan\svoi|trong|vao|nham|khong|theo|cho|hoac|tang|giam|nang|cam|siet|mo\srong|sua\sdoi|thay\sthe|huong\sdan|buoc|bat\sbuoc)(?!\w)"
)
_COUNTED = re.compile(
    r"\s(?:nam(?!\s[12]\d{3})|thang|ngay(?!\s?[0-9o])|nguoi|dieu|khoan|trang|ban|bo|don vi|tieu chi|noi dung|nhiem vu)\b"
)


_KIND_OF_REACH = 12
"""Characters of the longest of ``KIND_WORDS``, with a blank."""


@dataclass(frozen=True, slots=True)
class _Before:
    """The type word before a number, of one registry."""

    type: re.Pattern[str]
    reach: int
    """Characters that a match can have."""
    last: frozenset[str]
    """The words that a match can end with: cheap to rule out."""


@lru_cache(maxsize=4)
def _before(registry: Registry) -> _Before:
    words = registry.types.words.pattern
    return _Before(
        type=re.compile(rf"(?<!\w)(?P<type>{words})(?:\s(?:{KIND_WORDS}))?\s(?:so\s)?$"),
        reach=registry.types.longest + _KIND_OF_REACH + len(" so "),
        last=frozenset(_last_words(registry.types.all_words)),
    )


def _last_words(types: Iterable[str]) -> Iterator[str]:
    """Yield what may stand before a number, also where blanks are lost: "van", "congvan"."""
    yield "so"
    for kind in KIND_WORDS.split("|"):
        yield kind.rpartition(" ")[2]
    for word in types:
        syllables = word.split(" ")
        for first in range(len(syllables)):
            yield "".join(syllables[first:])


_NOT_WORD = re.compile(r"\W")


def holding(joined: Joined, registry: Registry) -> set[int]:
    """Return the indexes of the views that may hold a number that stands alone."""
    folded, last = joined.folded, _before(registry).last
    found = set()
    for match in _BARE_NUMBER.finditer(folded):
        blank = match.start()
        word = folded[folded.rfind(" ", 0, blank) + 1 : blank]
        if word in last or (not word.isalnum() and _NOT_WORD.split(word)[-1] in last):
            found.add(joined.index(blank))
    return found


def find(view: View, registry: Registry) -> Iterator[Draft]:
    """Yield "Công văn 972", "Quyết định số 260": a type and a number without a symbol.

    Kind ``bare`` are those that no other reading is likely for: they are documents of their
    own where nothing before them in the letter has their number.
    """
    before = _before(registry)
    for match in _BARE_NUMBER.finditer(view.folded):
        at = match.start("number")
        word = before.type.search(view.folded, max(0, at - before.reach), at)
        # "Kế hoạch 5 năm": a number of years is no document number.
        if word is None or _COUNTED.match(view.folded, match.end()):
            continue
        draft = Draft(
            start=word.start(),
            end=match.end(),
            core=at,
            kind="short",
            type=registry.types.by_word(word["type"]),
            own_type=True,
            number=view.text[at : match.end("letter")],
            number_year=int(match["year"]) if match["year"] else None,
        )
        if _read_symbol(view, draft, registry):
            yield draft
            continue
        if draft.type in _NUMBERED and view.text[word.start()].isupper():
            said_so = word[0].endswith("so ")
            probe = replace(draft, kind="bare")
            read_right(view, probe, registry)
            if (
                said_so
                or probe.dated
                or probe.written_year
                or probe.issuer
                or (len(draft.number or "") > 1 and _GOES_ON.match(view.folded, draft.end))
            ):
                draft = probe
        yield draft
        if draft.kind == "bare":
            yield from _more_bare(view, draft, registry)


def _read_symbol(view: View, draft: Draft, registry: Registry) -> bool:
    """Take in a symbol that stands behind a blank, where the slash is lost, and say whether one does."""
    lost = numbers.SLASH_LOST.match(view.text, draft.end)
    if lost is None or draft.number_year is not None:
        return False
    symbol = lost["symbol"]
    if not (registry.types.by_symbol(symbol) or registry.agencies.by_symbol(symbol)):
        return False
    draft.symbol, draft.end, draft.kind = symbol, lost.end(), "reference"
    draft.type = type_of(draft.type, symbol, registry)
    read_right(view, draft, registry)
    return True


# "Công văn số 972, 1313 và 1544 của UBND tỉnh", "… ngày 11/3/2021 và số 1313 ngày 20/4/2021".
_MORE_BARE = re.compile(
    r"(?:,|;|\sva|,\sva|\shoac)\s(?P<item>(?:so\s)?(?P<number>\d{1,5}[a-z]?)(?:/(?P<year>[12]\d{3}))?)"
    r"(?=\s?[.;)]|,\s(?:so\s)?\d|\s(?:va|hoac)\s(?:so\s)?\d|\s(?:cung\s)?ngay\s\d|\scua\s|,\s[^\d\s]|$)(?![.,]\d)"
)


def _more_bare(view: View, first: Draft, registry: Registry) -> Iterator[Draft]:
    """Yield the numbers that go on a list whose type is said once; a year said last is that of all."""
    listed = [first]
    while match := _MORE_BARE.match(view.folded, listed[-1].end):
        draft = Draft(
            start=match.start("item"),
            end=match.end("item"),
            core=match.start("number"),
            kind="bare",
            type=first.type,
            number=view.text[match.start("number") : match.end("number")],
            number_year=int(match["year"]) if match["year"] else None,
        )
        read_right(view, draft, registry)
        listed.append(draft)
    for left in listed[:-1]:
        if listed[-1].number_year and not (left.number_year or left.written_year):
            left.number_year = listed[-1].number_year
        if left.issuer is None:
            left.issuer = listed[-1].issuer
    yield from listed[1:]
