"""Types of document: the words that letters use, and what a symbol says of the type."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from vankho.grammar.number import groups
from vankho.registry.files import TypeEntry
from vankho.text.fold import fold, slug
from vankho.text.trie import pattern_of

LETTER = "Công văn"
MINUTES = "Biên bản"
SLIP = "Phiếu trình"
OPEN_LETTER = "Thư công"
WITHOUT_SUBJECT = {
    "Công hàm", "Giấy giới thiệu", "Giấy nghỉ phép", "Giấy đi đường", "Giấy biên nhận hồ sơ", "Phiếu gửi", "Thư công", "Cáo trạng",
}  # fmt: skip
"""Types that may have no subject: what they are about is their form."""
CONSOLIDATED = "Văn bản hợp nhất"
# Words run together where a blank was lost: "Côngvăn".
BLANK = r"\s?"


@dataclass(frozen=True, slots=True)
class DocumentTypes:
    """The types known to the archive."""

    entries: Sequence[TypeEntry]
    words: re.Pattern[str] = field(init=False)
    """Matches, on folded text, a type word and nothing else, longest first."""
    longest: int = field(init=False)
    """Characters of the longest type word."""
    _by_word: dict[str, TypeEntry] = field(init=False)
    _squeezed: dict[str, TypeEntry] = field(init=False)
    """By word, its blanks left out."""
    _by_abbreviation: dict[str, TypeEntry] = field(init=False)

    def __post_init__(self) -> None:
        by_word: dict[str, TypeEntry] = {}
        by_abbreviation: dict[str, TypeEntry] = {}
        for entry in self.entries:
            for word in (entry.name, *entry.words):
                by_word.setdefault(fold(word), entry)
            if entry.abbreviation:
                by_abbreviation.setdefault(entry.abbreviation.upper(), entry)
        object.__setattr__(self, "words", re.compile(rf"(?:{pattern_of(by_word, blank=BLANK)})"))
        object.__setattr__(self, "longest", max(map(len, by_word), default=0))
        object.__setattr__(self, "_by_word", by_word)
        squeezed = {word.replace(" ", ""): by_word[word] for word in reversed(by_word)}
        object.__setattr__(self, "_squeezed", squeezed)
        object.__setattr__(self, "_by_abbreviation", by_abbreviation)

    @property
    def all_words(self) -> Collection[str]:
        """Every type word, on folded text."""
        return self._by_word.keys()

    def by_word(self, word: str) -> str | None:
        """Return the type that a word names, or None ("văn bản" names none)."""
        entry = self._by_word.get(word)
        if entry is None:
            folded = fold(word)
            entry = self._by_word.get(folded) or self._squeezed.get(folded.replace(" ", ""))
        return entry.name if entry else None

    def by_symbol(self, symbol: str) -> str | None:
        """Return the type that a symbol begins with: QĐ-UBND is a Quyết định.

        A symbol that begins with none is that of a letter (công văn) where it has two
        groups; QH15 and the like say nothing.
        """
        parts = groups(symbol)
        entry = self._by_abbreviation.get(parts[0].upper()) if len(parts) > 1 else None
        return entry.name if entry else None

    def slug(self, name: str | None) -> str | None:
        """Return the URL form of a type."""
        if name is None:
            return None
        entry = self._by_word.get(fold(name))
        return entry.slug if entry else slug(name)

    def abbreviation(self, name: str) -> str | None:
        """Return what documents of a type bear in their symbol, if anything."""
        entry = self._by_word.get(fold(name))
        return entry.abbreviation if entry else None

    def abbreviations_like(self, printed: str) -> list[str]:
        """Return the abbreviations that ``printed`` may be with its marks lost: ND is NĐ."""
        return [
            entry.abbreviation
            for entry in self._by_abbreviation.values()
            if entry.abbreviation and fold(entry.abbreviation) == fold(printed)
        ]
