"""What the blocks of a letter have mentioned so far, for those that lean on it."""

from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from vankho.model.citation import Attachment, Citation, told_year
from vankho.model.letter import Step
from vankho.registry.registry import Registry
from vankho.stages.extract import pointed, short
from vankho.stages.extract.draft import Draft
from vankho.stages.extract.listings import Columns
from vankho.text.fold import slug

NEAR_BY = 200
"""So many mentions back a short form looks for what it stands for."""
_TITLES = 20
"""So many titles of one kind of thing are known by which a letter may name it again."""


@dataclass(slots=True)
class Marks:
    """Symbols and years that one type and number came with."""

    symbols: set[str] = field(default_factory=set)
    years: set[int] = field(default_factory=set)

    def add(self, mention: Citation | Draft) -> None:
        """Take in a mention with a symbol."""
        if mention.symbol:
            self.symbols.add(slug(mention.symbol))
        if year := told_year(mention):
            self.years.add(year)

    def several(self) -> bool:
        """Say whether they are of two documents."""
        return len(self.symbols) > 1 or len(self.years) > 1


def _law(mention: Citation | Draft) -> str | None:
    """Return the name of a law that is named by it, or its number."""
    if mention.type != pointed.LAW or mention.kind not in {"name", "reference"}:
        return None
    return slug(mention.title or f"{mention.number} {mention.symbol}")


@dataclass(slots=True)
class Memory:
    """What earlier blocks of the letter have mentioned."""

    citations: list[Citation] = field(default_factory=list)
    lead: str | None = None
    """Relation that the paragraph above gives to a list: "Căn cứ các văn bản sau:"."""
    lead_path: tuple[Step, ...] = ()
    """The point under which that list stands, where a numbered line gave it: "Điều 1. Bãi bỏ …"."""
    numbers: dict[tuple[str | None, str | None], int] = field(default_factory=dict)
    """Type and number → index of the last full mention."""
    marks: dict[tuple[str | None, str | None], Marks] = field(default_factory=dict)
    """Type and number → what they came with; of two documents, the number tells too little."""
    titles: dict[str, int | None] = field(default_factory=dict)
    """Name of a law → index of the mention that gave its number, year or date; None where
    mentions gave two years."""
    aliases: dict[str, int] = field(default_factory=dict)
    """Short name, as defined → index of the citation that it stands for."""
    alias_lengths: set[int] = field(default_factory=set)
    columns: Columns | None = None
    """Those of the table that the last block stood in, if it lists documents."""
    things: dict[str, dict[tuple[str | None, str, int | None], int]] = field(default_factory=dict)
    """Type of a thing issued with a document → the documents it came with, and where last named."""
    called: dict[str, set[str]] = field(default_factory=dict)
    """What followed the type of such a thing in its titles: "Quy chế" → " phối hợp"."""
    types: set[str] = field(default_factory=set)
    """Types of the documents named with their numbers."""
    attached: bool = False
    """Whether something is attached, which calls itself "Quy chế này"."""
    own: str | None = None
    """Type of the letter itself."""
    laws: set[str] = field(default_factory=set)
    """Names, or numbers, of the laws that have been named."""
    named: set[str] = field(default_factory=set)
    """Those of ``pointed.OF_POINTS`` that the letter has named, and is not one of."""

    def add(self, citation: Citation) -> None:
        """Take in the next citation of the letter."""
        if citation.title and (citation.symbol or citation.number_year or citation.issued):
            self._add_title(citation, slug(citation.title))
        if law := _law(citation):
            self.laws.add(law)
        self._add_number(citation)
        if citation.attachment and citation.symbol:
            key = (citation.number, citation.symbol, told_year(citation))
            self.things.setdefault(citation.attachment.type, {})[key] = len(self.citations)
            self._add_kind(citation.attachment.type)
            self._add_called(citation.attachment)
        if citation.symbol and citation.type and citation.type not in self.types:
            self.types.add(citation.type)
            self._add_kind(citation.type)
        self.citations.append(citation)

    def issued_with(self, kind: str | None) -> int | None:
        """Return the one mention that "Quy chế nêu trên" means, of a Quy chế issued with a document."""
        if kind is None or kind in self.types or self.attached:
            return None
        found = self.things.get(kind, {})
        numbers = {(number, symbol) for number, symbol, _ in found}
        years = {year for *_, year in found if year}
        return max(found.values()) if len(numbers) == 1 and len(years) <= 1 else None

    def add_aliases(
        self,
        definitions: Sequence[tuple[int, int, str]],
        drafts: Sequence[Draft],
        first: int,
        registry: Registry,
    ) -> None:
        """Take in the short names that a block defines; ``first`` is the index of its first mention."""
        cores = [draft.core for draft in drafts]
        for start, _, name in definitions:
            if not short.names_document(name, registry):
                continue
            last = bisect_right(cores, start)
            for index in range(last - 1, max(last - 1 - NEAR_BY, -1), -1):
                draft = drafts[index]
                if draft.end <= start and draft.kind != "self":
                    if start - draft.end < 400:
                        self.aliases[name] = first + index
                        self.alias_lengths.add(len(name))
                    break

    def _add_called(self, thing: Attachment) -> None:
        rest = pointed.rest_of_title(thing)
        if rest is not None and len(titles := self.called.setdefault(thing.type, set())) < _TITLES:
            titles.add(rest)

    def _add_kind(self, kind: str) -> None:
        """Take in what "khoản 2 của Kế hoạch" may mean further on."""
        if self.may_name(kind):
            self.named.add(kind)

    def may_name(self, kind: str) -> bool:
        """Say whether the type alone may name another's: the letter is none, nor is one attached."""
        return kind in pointed.OF_POINTS and kind != self.own and not self.attached

    def named_with(self, drafts: Sequence[Draft]) -> Collection[str]:
        """Return what "khoản 2 của Kế hoạch" may mean in a block that names these documents."""
        named: Collection[str] = self.named
        for draft in drafts:
            kind = draft.type
            if kind in pointed.OF_POINTS and kind not in self.types and draft.symbol:
                named = self.named | {
                    d.type for d in drafts if d.symbol and d.type and self.may_name(d.type)
                }
                break
        one_law = len(self.laws.union(filter(None, map(_law, drafts)))) == 1
        return {*named, pointed.LAW} if one_law and self.own != pointed.LAW else named

    def types_with(self, drafts: Sequence[Draft]) -> Collection[str]:
        """Return the types of the documents named so far with their numbers, these included."""
        here = {draft.type for draft in drafts if draft.symbol and draft.type}
        return self.types | here if here else self.types

    def _add_title(self, citation: Citation, name: str) -> None:
        """Take in a law; of two years, its name alone tells too little."""
        index = self.titles.get(name, -1)
        if index is None:
            return
        before = told_year(self.citations[index]) if index >= 0 else None
        here = told_year(citation)
        apart = before and here and before != here
        self.titles[name] = None if apart else len(self.citations)

    def _add_number(self, citation: Citation) -> None:
        key = (citation.type, citation.number)
        if citation.symbol:
            self.numbers[key] = len(self.citations)
            marks = self.marks.get(key)
            if marks is None:
                marks = self.marks[key] = Marks()
            marks.add(citation)
        elif citation.kind == "bare":
            self.numbers.setdefault(key, len(self.citations))
