"""Symbols that are spelt by an agency's name: TCT of Tổng cục Thuế, CTQNG of "Cục Thuế tỉnh Quảng Ngãi"."""

import re

from vankho.grammar.number import groups
from vankho.model.citation import Citation
from vankho.registry.registry import Registry
from vankho.stages.resolve.agency_group import is_typed
from vankho.text.fold import slug


def _initials(name: str) -> str:
    words = [word for word in name.split() if word[0].isalpha() and word not in {"và", "của"}]
    # An abbreviation has signs that a symbol goes without: "Phòng TN&MT", "Phòng LĐ-TB&XH".
    letters = "".join(word if word.isupper() else word[0] for word in words)
    return slug(letters).replace("-", "")


def ends_with_own(citation: Citation, name: str) -> bool:
    """Say whether a symbol has the initials that a name ends with: CN of "Công ty Vận tải Chín Nghĩa"."""
    parts = groups(citation.symbol or "")
    return any(len(part) > 1 and _initials(name).endswith(slug(part)) for part in parts)


def bears_initials(citation: Citation, maker: str, registry: Registry) -> bool:
    """Say whether a symbol that no registry knows is spelt by the agency said to have acted.

    "Tổng cục Thuế trả lời tại Công văn số 2121/TCT-CS".
    """
    symbol = citation.symbol or ""
    initials = _initials(maker)
    if maker.startswith("Thanh tra"):
        initials = f"ttr{initials}"  # of tờ trình, TTr is the type
    if "Trung ương" in maker:
        initials = initials.replace("tu", "tw")
    parts = groups(symbol)
    own = parts[1:] if is_typed(parts, registry) else parts
    if registry.agencies.joint_groups(symbol):
        return False
    return any(
        (len(part) > 2 or (part == own[0] and len(part) == 2))
        and (
            slug(part) in initials
            or _abbreviates(slug(part), initials)
            or _of_a_province(slug(part), maker, registry)
        )
        for part in own
    )


def _abbreviates(part: str, initials: str) -> bool:
    """Say whether a group leaves out words of a long name: BQLGT, CNTN (of Chi nhánh … Tư Nghĩa)."""
    letters = iter(initials)
    return len(part) > 3 and part[:2] == initials[:2] and all(x in letters for x in part)


_OF_PROVINCE = re.compile(r"\s(?:tỉnh|thành phố)(?:\s(?P<name>.+))?$")


def _of_a_province(part: str, maker: str, registry: Registry) -> bool:
    """Say whether a group is an agency's initials and then its province's: CTQNG, CTHN."""
    place = _OF_PROVINCE.search(maker)
    if place is None:
        return False
    initials = slug("".join(word[0] for word in maker[: place.start()].split()))
    name = slug(place["name"] or registry.agencies.province)
    rest = part.removeprefix(initials)
    letters = iter(name)
    return (
        rest != part
        and 1 < len(rest) < 5
        and rest[0] == name[0]
        and all(x in letters for x in rest)
    )
