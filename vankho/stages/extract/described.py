"""What a document does, between its type and its number: "Quyết định chủ trương đầu tư số 512/QĐ-UBND"."""

import re
from functools import lru_cache

from vankho.grammar import number as numbers
from vankho.registry.registry import Registry
from vankho.registry.types import LETTER
from vankho.text.view import View

GENERIC = r"van\s?ban(?!\squy\spham)"
"""A word for any document."""

_RESULT = (" kết quả ", " thẩm định ", " kết luận ", " thẩm duyệt ")
_NOT_WHAT = {
    "theo", "tại", "này", "trên", "và", "hoặc", "các", "được", "đã", "có", "do", "từ", "đến", "với", "trong", "của", "số",
}  # fmt: skip


@lru_cache(maxsize=4)
def _pattern(registry: Registry) -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?P<type>{GENERIC}|{registry.types.words.pattern})(?P<what>(?:\s(?:-\s)?[a-z]+(?:-[a-z]+)?){{1,14}}(?:,(?:\s[a-z]+){{1,6}}){{0,2}})\s(?P<so>s\s?o)\s?[:.]?\s?$"
    )


def type_before(
    view: View, floor: int, end: int, symbol: str, registry: Registry
) -> re.Match[str] | None:
    """Return the type word and what stands between it and "số"; its type must be the symbol's."""
    told = registry.types.by_symbol(symbol)
    if not view.folded.endswith(("so ", "so: ", "so"), floor, end):
        return None
    pattern = _pattern(registry)
    at = floor
    while word := pattern.search(view.folded, at, end):
        printed = view.text[word.start("what") : word.end("what")]
        kind = registry.types.by_word(word["type"]) or ""
        # "Giấy phép xây dựng số 101/GPXD" bears more than the type's abbreviation.
        short = registry.types.abbreviation(kind)
        # "văn bản giải trình số 640/UBND-KTHT": a word for any document.
        alike = kind in {told, ""} or (
            told is None
            and (
                any(part.startswith(short) for part in numbers.groups(symbol))
                if short
                else kind == LETTER and "-" in symbol
            )
        )
        # "Thông báo kết quả thẩm định số 15/SXD-QLXD": a notice that bears a letter's symbol.
        told_by = f"{printed} ".startswith(_RESULT) and view.text[word.start()].isupper()
        alike = alike or (told is None and told_by)
        # "Biên bản họp Hội đồng thẩm định số …": who met bears a capital.
        met = kind == told and printed.startswith((" họp Hội đồng", " cuộc họp Hội đồng"))
        parts = printed.replace(",", "").split()
        told_what = met or all(_common(part, registry) for part in parts)
        if alike and told_what and _NOT_WHAT.isdisjoint(parts):
            return word
        at = word.start() + 1
    return None


def _common(word: str, registry: Registry) -> bool:
    """Say whether a word is a common one or its abbreviation: "thẩm duyệt PCCC", not "UBND"."""
    if word == "-":
        return True
    short = len(word) > 1 and word.isupper() and registry.agencies.by_abbreviation(word) is None
    return short or word.islower()
