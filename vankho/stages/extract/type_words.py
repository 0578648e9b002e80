"""The type word before a number and symbol: "Công văn số", "Quyết định của UBND tỉnh số", "Ngh định s"."""

import re
from collections.abc import Collection, Container
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from vankho.grammar import date as dates
from vankho.grammar import number as numbers
from vankho.grammar.kind import KIND_WORDS
from vankho.registry.registry import Registry
from vankho.stages.extract import damaged, described
from vankho.stages.extract.agency import agency_at
from vankho.text.view import View

REACH = 110
"""Characters before a number in which its type word is looked for."""
_SO_REACH = 16
_KIND_OF_REACH = 30

_SO = r"(?:\s?:?\s?(?:tu\s)?(?P<so>s\s?o)\s?[:.]?|\s?:(?=\s))?\s?$"
_ALONE = re.compile(rf"(?<!\w){_SO}")
# What may stand between the type word and the number: "Công điện khẩn", "Kết luận thanh tra".
_OF_A_COURT = (
    "hanh chinh|dan su|hinh su|lao dong|kinh doanh thuong mai|so tham|phuc tham|giam doc tham"
)
_KIND_OF = rf"(?:\s(?:{KIND_WORDS}|{_OF_A_COURT})){{0,2}}"


class TypeWord(NamedTuple):
    """What stands before a number; ``word`` is None where no type word does."""

    start: int
    """View offset at which the mention begins: at the type word, at "số", or at the number."""
    word: str | None = None
    """The type word, on folded text."""
    said_so: bool = False
    """Whether "số" is said."""
    maker: str | None = None
    """The issuer, where it stands between: "Công văn của Bộ Công an số 1588/BCA-C06"."""
    day: dates.WrittenDate | None = None
    """The day, where it stands between: "Công văn ngày 03/4/2024 số …"."""
    unlisted: str | None = None
    """Words that are no type of the registry, as printed, with whose initials the symbol begins."""


@dataclass(frozen=True, slots=True)
class _Patterns:
    near: re.Pattern[str]
    reach: int
    """Characters that a match of ``near`` can have."""
    made: re.Pattern[str]
    """With issuer or day between."""
    plain: frozenset[str]
    """Type words of two syllables that end no other and say nothing of a kind: most mentions have one."""

    def search(self, folded: str, floor: int, end: int) -> re.Match[str] | None:
        """Return what ends at ``end`` and begins at or after ``floor``, if anything does."""
        near = self.near.search(folded, max(floor, end - self.reach), end)
        # A maker stands before "số" only.
        if near is not None or not folded.endswith(
            ("so ", "so: ", "so. ", "so", "so:", "so."), floor, end
        ):
            return near
        return self.made.search(folded, floor, end)


@lru_cache(maxsize=4)
def _patterns(registry: Registry) -> _Patterns:
    # "văn bản hướng dẫn số 902/STC-NS" is a letter that guides, no "Hướng dẫn".
    word = rf"(?<!\w)(?P<type>{described.GENERIC}(?:\shuong\sdan)?|{registry.types.words.pattern}){_KIND_OF}"
    maker = r"(?:\s(?:cua\s|(?=ubnd|hdnd|uy ban|hoi dong|chinh phu|thu tuong|bo\s|so\s[a-z]))(?P<maker>[^,.;:()]{2,70}?)(?=\sso\s?[:.]?\s?$|,?\s(?:de\s)?ngay\s\d))?"
    day = r"(?:,?\s(?P<day>(?:de\s)?ngay\s\d{1,2}(?:\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}|\sthang\s\d{1,2}\snam\s\d{4})),?)?"
    return _Patterns(
        near=re.compile(rf"{word}(?P<maker>(?!))?(?P<day>(?!))?{_SO}"),
        reach=registry.types.longest + _KIND_OF_REACH + _SO_REACH,
        made=re.compile(rf"{word}{maker}{day}{_SO}"),
        plain=_plain(registry.types.all_words),
    )


def _plain(words: Collection[str]) -> frozenset[str]:
    # "văn bản hướng dẫn số 902/STC-NS" begins further left.
    kind = re.compile(rf"(?:.*\s)?(?:{KIND_WORDS}|{_OF_A_COURT}|huong dan)")
    return frozenset(
        word
        for word in words
        if word.count(" ") == 1
        and kind.fullmatch(word) is None
        and not any(other.endswith(f" {word}") for other in words)
    )


def near(view: View, floor: int, end: int, registry: Registry) -> TypeWord:
    """Read what stands right before the number at view offset ``end``, back to ``floor``."""
    patterns = _patterns(registry)
    plain = _plain_before(view.folded, floor, end, patterns.plain)
    if plain is not None:
        return plain
    found = patterns.search(view.folded, floor, end)
    while found and found["maker"] and not _is_issuer(view, found, registry):
        found = patterns.search(view.folded, found.start() + 1, end)
    if found is None:
        so = _ALONE.search(view.folded, max(floor, end - _SO_REACH), end)
        said = so is not None and so["so"] is not None
        return TypeWord(so.start("so") if so is not None and said else end, said_so=said)
    made, day = found["maker"], None
    if found["day"]:
        day = dates.DATE.match(view.folded, found.start("day"))
    return TypeWord(
        found.start(),
        found["type"],
        said_so=found["so"] is not None,
        maker=view.text[found.start("maker") : found.end("maker")] if made else None,
        day=dates.read(day) if day else None,
    )


def _plain_before(folded: str, floor: int, end: int, words: Container[str]) -> TypeWord | None:
    """Read "Quyết định số " without a search, where nothing more can stand in it."""
    if not folded.endswith(" so ", floor, end):
        return None
    last = end - len(" so ")
    middle = folded.rfind(" ", floor, last)
    start = max(floor, folded.rfind(" ", floor, max(middle, floor)) + 1)
    word = folded[start:last]
    if word not in words or (start and (folded[start - 1].isalnum() or folded[start - 1] == "_")):
        return None
    return TypeWord(start, word, said_so=True)


def _is_issuer(view: View, found: re.Match[str], registry: Registry) -> bool:
    phrase = agency_at(view, found.start("maker"), registry)
    return phrase is not None and phrase.end == found.end("maker")


def told_by_symbol(
    view: View, floor: int, end: int, symbol: str, found: TypeWord, registry: Registry
) -> TypeWord:
    """Return the type word that only the symbol tells, or ``found``, which stands right before.

    What the document does may stand between, or the word has lost letters.
    """
    small = found.word is None or not view.text[found.start].isupper()
    if found.said_so and small:
        doing = described.type_before(view, floor, end, symbol, registry)
        # "Công văn hướng dẫn số …" is no Hướng dẫn.
        if doing and (found.word is None or view.text[doing.start()].isupper()):
            return TypeWord(doing.start(), doing["type"], said_so=True)
    if found.word is None and found.said_so:
        named = _by_initials(view, floor, found.start, symbol)
        if named is not None:
            return found._replace(start=named.start(), unlisted=named[0])
    if found.word is None and (lamed := damaged.type_word(view, floor, end, symbol, registry)):
        return TypeWord(*lamed, said_so=found.said_so)
    return found


# "Giấy đề nghị số 15/GĐN-BQL", "Lịch công tác số 8/LCT-UBND".
_CAPITAL_PHRASE = re.compile(r"(?<!\w)[A-ZĐ][^\W\d_]+(?:\s[^\W\d_]+){1,3}(?=\s$)")


def _by_initials(view: View, floor: int, end: int, symbol: str) -> re.Match[str] | None:
    """Find the words right before "số" whose initials are the symbol's first group.

    Nghị định 30/2020/NĐ-CP, Phụ lục III, forms the abbreviations of its types so.
    """
    group, *others = numbers.groups(symbol)
    if not others:
        return None
    at = floor
    while named := _CAPITAL_PHRASE.search(view.text, at, end):
        words = named[0].split()
        initials = "".join(word[0] for word in words).upper()
        if initials == group and all(word.islower() for word in words[1:]):
            return named
        at = named.start() + 1
    return None
