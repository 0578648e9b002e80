"""Agencies named beside a mention: who issued it, or may have."""

import re
from functools import lru_cache

from vankho.grammar import agency_heads as heads
from vankho.registry.registry import Registry
from vankho.stages.extract.agency import agency_at
from vankho.text.fold import fold
from vankho.text.view import View

_AFTER_BRACKET = re.compile(r"\s?(?:\([^()]{0,300}\)|\))?\s?cua\s")


def issuer_after(view: View, at: int, registry: Registry) -> str | None:
    """Return an issuer that follows a closed bracket: "(được đính chính …) của Chủ tịch UBND tỉnh"."""
    link = _AFTER_BRACKET.match(view.folded, at, at + 340)
    if link is None:
        return None
    phrase = agency_at(view, link.end(), registry)
    return phrase.name if phrase else None


# "… về việc thu hồi đất của Chủ tịch UBND huyện Ba Tơ": what is done is told first. What is a
# chairman's own is no title's end: "về việc thực hiện ý kiến chỉ đạo của Chủ tịch UBND tỉnh".
_CHAIRMAN = "cua chu tich "
_AFTER_TITLE = re.compile(
    r",?\s(?:ve|v/v)\s[^.;:()]{5,220}?(?<!chi dao)(?<!y kien)(?<!ket luan)(?<!tham quyen)(?<!quyen han)(?<!nhiem vu)(?<!quyet dinh)(?<!cong van)(?<!thong bao)"
    r"(?<!cong tac)(?<!cong dan)\scua\s(?=chu\stich\s(?:ubnd|uy\sban))"
)
_TITLE_REACH = 250
_TITLE_ENDS = (".", ";", ",", ")", ":")


def chairman_after(view: View, at: int, registry: Registry) -> str | None:
    """Return X of "Quyết định số … về việc thu hồi đất của X", where X is the head of a council."""
    if view.folded.find(_CHAIRMAN, at, at + _TITLE_REACH) < 0:
        return None
    link = _AFTER_TITLE.match(view.folded, at, at + _TITLE_REACH)
    phrase = agency_at(view, link.end(), registry) if link else None
    if phrase is None:
        return None
    last = phrase.end == len(view.text) or view.text.startswith(_TITLE_ENDS, phrase.end)
    return phrase.name if last else None


_BY = re.compile(r",?\s(?:do|duoc)\s")
_HAS_ISSUED = re.compile(r"\s(?:da\s)?(?:ban\shanh|phat\shanh|ky|cap|lap|thong\squa)(?!\w)")


def issued_by_after(view: View, at: int, registry: Registry) -> str | None:
    """Return X of "Quyết định số … do X ban hành", "… được X ký"."""
    link = _BY.match(view.folded, at)
    phrase = agency_at(view, link.end(), registry) if link else None
    issued = phrase is not None and _HAS_ISSUED.match(view.folded, phrase.end) is not None
    return phrase.name if phrase is not None and issued else None


def hints_before(
    view: View, floor: int, start: int, symbol: str | None, registry: Registry
) -> list[str]:
    """Return the agencies named between ``floor`` and ``start``, nearest first.

    Of a ``symbol`` that tells its agency alone, no other is looked for.
    """
    window = max(floor, start - 260)
    found = []
    own = told_alone(symbol, registry)
    if own is not None and all(view.folded.find(name, window, start) < 0 for name in own):
        return []
    for match in registry.agencies.names.finditer(view.folded, window, start):
        if own is not None and match[0] not in own:
            continue
        if view.folded.startswith("pho ", match.start() - 4):
            continue
        phrase = agency_at(view, match.start(), registry)
        found.append(phrase.name if phrase else view.text[match.start() : match.end()])
    return found[::-1]


_UNNAMED = re.compile(
    r"(?:ubnd|hdnd|uy\sban\snhan\sdan|hoi\sdong\snhan\sdan)\s(?:xa|phuong|thi\stran|huyen|quan|thi\sxa|thanh\spho)$"
)


def fuller_before(view: View, start: int, issuer: str, registry: Registry) -> str | None:
    """Return "UBND xã Sơn Tịnh" for "của UBND xã", where the words before name that commune."""
    bare = fold(issuer)
    if _UNNAMED.fullmatch(bare) is None:
        return None
    found = None
    for match in heads.STARTS.finditer(view.folded, max(0, start - 400), start):
        if view.folded.startswith(f"{bare} ", match.start()):
            phrase = agency_at(view, match.start(), registry)
            if phrase is not None and len(phrase.name) > len(issuer):
                found = phrase.name
    return found


# "Bảng giá đất do UBND huyện Ba Tơ ban hành kèm theo Quyết định số …".
_ISSUED_BY = re.compile(r"(?<!\w)(?:do|duoc)\s(?P<agency>[^,;()]{4,110}?)\sban\shanh(?!\w)")


def maker_inside(view: View, start: int, end: int, registry: Registry) -> str | None:
    """Return who issued the thing that a mention begins with, where its own words say so."""
    match = _ISSUED_BY.search(view.folded, start, end)
    if match is None:
        return None
    phrase = agency_at(view, match.start("agency"), registry)
    return phrase.name if phrase and phrase.end == match.end("agency") else None


@lru_cache(maxsize=8192)
def told_alone(symbol: str | None, registry: Registry) -> frozenset[str] | None:
    """Return the names, on folded text, of the agency that a symbol means whoever stands beside it.

    NQ-CP is one such, UBND and STC are not; nor is that of an agency that is no more, for another
    may bear it now: HĐBT of Hội đồng Bộ trưởng, and of a Hội đồng bồi thường.
    """
    entry = registry.agencies.by_symbol(symbol) if symbol else None
    if entry is None or entry.province is not None or entry.organs or entry.valid_to:
        return None
    return frozenset(map(fold, (entry.name, *entry.aliases)))
