"""Symbols as the registry knows them: mended where print or OCR spoilt them, and what type they tell."""

import re
from functools import lru_cache

from vankho.grammar import number as numbers
from vankho.registry.registry import Registry


@lru_cache(maxsize=8192)
def repaired(symbol: str, registry: Registry) -> str:
    """Give back a hyphen that was lost (NQCP), or put as a slash (QĐ/TTg)."""
    symbol = _undoubled(_spelt(symbol, registry), registry)
    parts = numbers.groups(symbol)
    first_type = registry.types.by_symbol(f"{parts[0]}-X") is not None
    if "/" in symbol and first_type:
        entry = registry.agencies.by_symbol(parts[1] if len(parts) > 2 else parts[-1])
        if entry is not None and entry.level != "dang":  # the Party's symbols have a slash
            return "-".join(parts)
    if len(parts) == 1 and "&" not in symbol and registry.agencies.by_symbol(symbol) is None:
        for cut in (4, 3, 2):
            head, tail = symbol[:cut], symbol[cut:]
            if tail and registry.types.by_symbol(f"{head}-X") and registry.agencies.by_symbol(tail):
                return f"{head}-{tail}"
    return symbol


def _spelt(symbol: str, registry: Registry) -> str:
    """Write each group as the registry spells it: QĐ-TTG is QĐ-TTg."""

    def group(match: re.Match[str]) -> str:
        entry = registry.agencies.by_abbreviation(match[0])
        known = entry.abbreviation if entry else None
        return known if known and known.upper() == match[0].upper() else match[0]

    return re.sub(r"[^-/&]+", group, symbol)


def _undoubled(symbol: str, registry: Registry) -> str:
    """Mend a type's abbreviation that lost its marks (ND-CP) or doubled a letter (QĐÐ-UBND)."""
    head, dash, rest = symbol.partition("-")
    if not dash or registry.types.by_symbol(symbol) or registry.agencies.by_symbol(head):
        return symbol
    if head.startswith("BB") and len(head) > 3:
        return symbol  # of a Biên bản: BBGN
    single = re.sub(r"(\w)\1+", r"\1", head)
    # "KHH-NVDTPC" is the code of a tax office; what follows a type is an agency's.
    if (
        single != head
        and registry.types.by_symbol(f"{single}-X")
        and registry.agencies.by_symbol(rest)
    ):
        return f"{single}-{rest}"
    known = registry.types.abbreviations_like(head)
    return f"{known[0]}-{rest}" if len(known) == 1 else symbol


@lru_cache(maxsize=8192)
def type_of(word: str | None, symbol: str | None, registry: Registry) -> str | None:
    """Return the type of a document: what its symbol says beats the word before it."""
    by_word = registry.types.by_word(word) if word else None
    by_symbol = registry.types.by_symbol(symbol) if symbol else None
    if by_word and symbol and _of_a_letter(by_word, symbol, registry):
        return "Công văn"
    if by_word is None:
        if by_symbol or symbol is None:
            return by_symbol
        if word is not None and len(numbers.groups(symbol)) > 1:
            return "Công văn"
        return None
    if by_symbol and by_symbol != by_word and symbol:
        if "/" in symbol:
            return by_word  # in the Party's symbols QĐ is Quy định as well as Quyết định
        rest = "-".join(numbers.groups(symbol)[1:])
        return by_symbol if registry.agencies.by_symbol(rest) else by_word
    return by_word


def _of_a_letter(by_word: str, symbol: str, registry: Registry) -> bool:
    """Say whether a symbol is AGENCY-UNIT, as letters alone have it: "Quyết định số 1733/UBND-KGVX".

    Nghị định 30/2020/NĐ-CP, Phụ lục I, II.3.b: of the types with an abbreviation each bears it.
    """
    parts = numbers.groups(symbol)
    if len(parts) < 2 or "/" in symbol or registry.agencies.by_abbreviation(parts[0]) is None:
        return False
    return registry.types.abbreviation(by_word) is not None and not any(
        registry.types.by_symbol(f"{part}-X") for part in parts
    )


@lru_cache(maxsize=8192)
def as_issuer_bears(symbol: str, issuer: str, registry: Registry) -> str:
    """Mend one wrong letter of an agency's symbol where the issuer beside it tells the right one.

    A symbol that the registry knows stays.
    """
    if registry.agencies.by_symbol(symbol) is not None:
        return symbol
    entry = registry.agencies.entry(issuer)
    own = entry.abbreviation if entry else None
    if own is None:
        return symbol
    return re.sub(r"[^-/&]+", lambda group: own if _one_apart(group[0], own) else group[0], symbol)


def _one_apart(printed: str, known: str) -> bool:
    """Say whether one letter is wrong, missing or too many; short symbols are too much alike.

    Without the letter of its kind a symbol is whole, too: 1245/LĐTBXH-VPQGGN is so printed.
    """
    if printed == known[1:]:
        return False
    if min(len(printed), len(known)) < 4 or abs(len(printed) - len(known)) > 1:
        return False
    at = next((i for i, (a, b) in enumerate(zip(printed, known, strict=False)) if a != b), None)
    if at is None:
        return len(printed) != len(known)
    rest, other = printed[at:], known[at:]
    return rest[1:] == other[1:] or rest[1:] == other or rest == other[1:]
