"""The mentions of one block, collected from every kind that is looked for."""

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Sequence, Set
from typing import NamedTuple, Self

from vankho.registry.registry import Registry
from vankho.stages.extract import bare, pointed, short
from vankho.stages.extract.draft import Draft
from vankho.stages.extract.joined import Joined
from vankho.stages.extract.memory import NEAR_BY, Marks, Memory
from vankho.text.view import View


class Mentions:
    """The mentions of a block as they are found, and the stretches that they take."""

    __slots__ = ("_spans", "drafts")

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self._spans: list[tuple[int, int]] = []

    def add(self, drafts: Iterable[Draft]) -> None:
        """Take each draft in whose stretch is still free."""
        for draft in drafts:
            if self.free(draft.start, draft.end):
                self.drafts.append(draft)
                self.take(draft.start, draft.end)

    def in_order(self) -> Sequence[Draft]:
        """Return the mentions in the order of the text."""
        if len(self.drafts) > 1:
            self.drafts.sort(key=lambda draft: (draft.core, draft.start))
        return self.drafts

    def free(self, start: int, end: int) -> bool:
        """Say whether no stretch overlaps ``start`` to ``end``."""
        at = bisect_left(self._spans, (start, end))
        after = at == len(self._spans) or self._spans[at][0] >= end
        return after and (at == 0 or self._spans[at - 1][1] <= start)

    def take(self, start: int, end: int) -> None:
        """Note a stretch that was free."""
        insort(self._spans, (start, end))

    def drop_laws(self, start: int, end: int, *, short: bool = False) -> None:
        """Leave the laws by name that lie inside ``start`` to ``end``: a short name looks like one.

        After the letters of a ``short`` name, "Luật QLT", what was read on is no part of it.
        """
        for draft in [d for d in self.drafts if start <= d.start < end]:
            told = draft.number_year or draft.issued
            if draft.kind == "name" and (draft.end <= end or (short and not told)):
                self.drafts.remove(draft)
                self._spans.remove((draft.start, draft.end))

    def drop_again(self, start: int, end: int) -> None:
        """Leave what is cited again between ``start`` and ``end``, to be called just that."""
        for draft in [d for d in self.drafts if start <= d.start and d.end <= end and d.symbol]:
            key = draft.number, draft.symbol
            if any(d.start < start and (d.number, d.symbol) == key for d in self.drafts):
                self.drafts.remove(draft)
                self._spans.remove((draft.start, draft.end))


class Leaning(NamedTuple):
    """The indexes of the views that may hold mentions which lean on earlier ones, by kind."""

    words: Set[int]
    """Definitions of short names, nicknames, "văn bản nêu trên", "Công văn này"."""
    numbers: Set[int]
    points: Set[int]

    @classmethod
    def of(cls, joined: Joined, registry: Registry) -> Self:
        """Ask all views at once."""
        return cls(
            short.holding(joined, registry),
            bare.holding(joined, registry),
            pointed.holding(joined),
        )


def collect(
    text: View,
    found: Mentions | None,
    registry: Registry,
    memory: Memory,
    index: int,
    leaning: Leaning,
) -> Sequence[Draft]:
    """Return the mentions of one block in order; where two overlap, the more telling one stays.

    ``found`` are those that need no others; ``leaning`` tells whether the block of that
    ``index`` may have some that do. Most blocks have none of any kind.
    """
    in_words = index in leaning.words
    in_numbers, in_points = index in leaning.numbers, index in leaning.points
    if not (in_words or in_numbers or in_points or memory.aliases):
        return found.in_order() if found else ()
    definitions = short.definitions(text) if in_words else []
    nicknames = short.nicknames(text, registry) if in_words else ()
    above = short.anaphora(text, registry) if in_words else ()
    itself = short.self_references(text, registry) if in_words else ()
    numbers = list(bare.find(text, registry)) if in_numbers else []
    points = _points(text, found, registry, memory) if in_points else []
    if found is None:
        if not (definitions or memory.aliases or nicknames or numbers or above or itself or points):
            return ()
        found = Mentions()
    if definitions or memory.aliases:
        _add_aliases(found, definitions, text, registry, memory)
    if nicknames:
        found.add(nicknames)
    if numbers:
        by_number = _by_number(found.drafts)
        found.add(
            draft
            for draft in numbers
            if draft.symbol or _earlier(draft, by_number, memory) or draft.kind == "bare"
        )
    if above:
        found.add(above)
    if points:
        found.add(points)
    if itself:
        found.add(itself)
    return found.in_order()


def _points(
    text: View, found: Mentions | None, registry: Registry, memory: Memory
) -> Sequence[Draft]:
    named = memory.named_with(found.drafts if found else ())
    points = pointed.find(text, named, memory.called) if named else []
    if " của " in text.text and (types := memory.types_with(found.drafts if found else ())):
        points = [*points, *pointed.find_of_agencies(text, types, registry)]
    return points


# "Đề án kèm theo Quyết định số …" says by itself which.
_WITH = re.compile(r"\s(?:duoc\s)?(?:ban\shanh\s)?kem(?:\stheo)?(?!\w)")


# Not "được gọi là Luật Căn cước", which gives a law its name.
_SHORTENS = re.compile(r"(?:sau|duoi)\sday|\stat\s")
_LAWS = ("Luật ", "Bộ luật ", "Pháp lệnh ")
_LETTERS = re.compile(r"(?<!\w)[A-ZĐ&]{2,}(?!\w)")


def _add_aliases(
    found: Mentions,
    definitions: Sequence[tuple[int, int, str]],
    text: View,
    registry: Registry,
    memory: Memory,
) -> None:
    """Take in the uses of short names, those defined in this block only after their definition."""
    defined_at: dict[str, int] = {}
    for at, _, name in definitions:
        if not short.names_document(name, registry):
            continue
        defined_at.setdefault(name, at)
    for start, end, name in definitions:
        if name in defined_at and _SHORTENS.search(text.folded, start, end):
            found.drop_laws(start, end)  # "(sau đây viết tắt là Luật BHXH 2024)"
            found.drop_again(start, end)  # "(sau đây gọi là Nghị định số 30/2020/NĐ-CP)"
        if found.free(start, end):
            found.take(start, end)
    lengths = memory.alias_lengths | set(map(len, defined_at))
    full = sorted((d for d in found.drafts if d.kind == "reference"), key=lambda d: d.end)
    ends = [draft.end for draft in full]
    for start, end, name in short.aliases_in(text, (memory.aliases, defined_at), lengths):
        before = name not in memory.aliases and start < defined_at.get(name, start)
        with_another = _WITH.match(text.folded, end)
        if not before and name.startswith(_LAWS):
            found.drop_laws(start, end, short=_LETTERS.search(name) is not None)
        if not before and with_another is None and found.free(start, end):
            draft = _alias(text, start, end, registry)
            draft.earlier = memory.aliases.get(name)
            if draft.earlier is None:
                at = bisect_right(ends, defined_at[name])
                draft.same_as = full[at - 1] if at else None
            found.add([draft])


_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBER_AND_YEAR = re.compile(r"(?P<number>\d{1,4}[a-zđ]?)/(?P<year>(?:19|20)\d\d)")


def _alias(text: View, start: int, end: int, registry: Registry) -> Draft:
    kind = registry.types.words.match(text.folded, start)
    number = next((word for word in text.text[start:end].split() if word[0].isdigit()), None)
    year = None
    if number and _YEAR.fullmatch(number) and text.text.startswith(_LAWS, start):
        year, number = int(number), None
    elif number and (with_year := _NUMBER_AND_YEAR.fullmatch(number)):
        number, year = with_year["number"], int(with_year["year"])
    return Draft(
        start=start,
        end=end,
        core=start,
        kind="short",
        type=registry.types.by_word(kind[0]) if kind else None,
        own_type=True,
        number=number if number and number.isalnum() else None,
        number_year=year,
    )


_Number = tuple[str | None, str | None]


def _by_number(found: Sequence[Draft]) -> dict[_Number, list[Draft]]:
    """Return the full mentions of a block by type and number, in order."""
    known: dict[_Number, list[Draft]] = {}
    for draft in sorted(found, key=lambda draft: draft.core):
        if draft.symbol:
            known.setdefault((draft.type, draft.number), []).append(draft)
    return known


def _earlier(draft: Draft, here: dict[_Number, list[Draft]], memory: Memory) -> bool:
    """Tie "Công văn 972" to the nearest earlier mention with that type and number, if any."""
    key = (draft.type, draft.number)
    if draft.dated or draft.written_year:
        return False  # a date tells by itself which one is meant
    before = [other for other in here.get(key, ())[-NEAR_BY:] if other.core < draft.core]
    known = memory.marks.get(key)
    if known is not None and known.several():
        return False
    marks = Marks(set(known.symbols), set(known.years)) if known else Marks()
    for other in before:
        marks.add(other)
    if marks.several():
        return False
    if before:
        draft.same_as, draft.kind = before[-1], "short"
        return True
    draft.earlier = memory.numbers.get(key)
    if draft.earlier is not None:
        draft.kind = "short"
    return draft.earlier is not None
