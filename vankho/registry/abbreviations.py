"""Abbreviations that letters use without spelling them out: TTHC, UBND, "KT." before a signature."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from vankho.registry.files import AbbreviationEntry
from vankho.text.fold import fold
from vankho.text.span import Span

# Inside a symbol or beside a slash it is no word of the text: 972/UBND-KSTTHC, QĐ - UBND.
_IN_SYMBOL_BEFORE = re.compile(r"(?:/\s?|[A-ZĐ0-9]\s?[-‐-―]\s?|\w[-‐-―])$")
_IN_SYMBOL_AFTER = re.compile(r"\s?/|[-‐-―]\w|\s?[-‐-―]\s?[A-ZĐ][A-ZĐ]|\.\w")
_SHORTENED = r"(?:gọi|viết) (?:tắt|chung)(?: chung)?(?: là)? ?:? ?[“\"(]? ?"
_LONGEST_DEFINED = 120
_MOST_DEFINITIONS = 50


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """The abbreviations known to the archive, in the order of the registry."""

    entries: Sequence[AbbreviationEntry] = ()
    _by_place: dict[str, dict[str, AbbreviationEntry]] = field(init=False)
    _pattern: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        by_place: dict[str, dict[str, AbbreviationEntry]] = {}
        for entry in self.entries:
            for place in entry.where:
                by_place.setdefault(place, {})[entry.short] = entry
        longest = sorted({e.short for e in self.entries}, key=lambda short: (-len(short), short))
        ends = (
            re.escape(short) + ("" if short.endswith(".") else r"(?![\w&@])") for short in longest
        )
        object.__setattr__(self, "_by_place", by_place)
        object.__setattr__(
            self, "_pattern", re.compile(rf"(?<![\w/&@.])(?:{'|'.join(ends) or '(?!)'})")
        )  # fmt: skip

    def found(self, text: str, span: Span, place: str) -> Iterator[tuple[Span, AbbreviationEntry]]:
        """Yield the abbreviations that stand in ``span`` as words, with what each means there.

        ``place`` is one of the places of the registry: in the text, among the recipients …
        """
        known = self._by_place.get(place, {})
        for match in self._pattern.finditer(text, span.start, span.end):
            entry = known.get(match[0])
            before = text[max(span.start, match.start() - 12) : match.start()]
            if (
                entry is not None
                and not _IN_SYMBOL_BEFORE.search(before)
                and not _IN_SYMBOL_AFTER.match(text, match.end(), span.end)
            ):
                yield Span(match.start(), match.end()), entry


def means_otherwise(text: str, entry: AbbreviationEntry) -> bool:
    """Say whether a letter gives an abbreviation another meaning than the registry does.

    ``text`` is the letter's, with single blanks between its words.
    "Trung tâm hành chính (TTHC)" and "sau đây viết tắt là TTHC" define it; "(VPCP)" behind
    the name of a department of that office does not, for the initials are others.
    """
    short = re.escape(entry.short)
    definitions = re.finditer(rf"{_SHORTENED}{short}(?!\w)|\( ?{short} ?\)", text)
    for match in islice(definitions, _MOST_DEFINITIONS):
        before = fold(text[max(0, match.start() - _LONGEST_DEFINED) : match.start()])
        words = re.findall(r"\w+", before.replace("sau day", " ").replace("duoi day", " "))
        meant = re.findall(r"\w+", fold(entry.full))
        if words[-len(meant) :] == meant:
            continue
        letters = [char for char in fold(entry.short) if char.isalpha()]
        if not match[0].startswith("(") or [w[0] for w in words[-len(letters) :]] == letters:
            return True
    return False
