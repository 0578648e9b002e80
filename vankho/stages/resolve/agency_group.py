"""Which group of a symbol stands for its agency, and which for its type."""

from collections.abc import Sequence

from vankho.grammar.number import groups
from vankho.registry.registry import Registry


def agency_group(symbol: str, registry: Registry, kind: str | None = None) -> str | None:
    """Return the group of a symbol that stands for its agency: VP of VP-TCKT and of QĐ-VP.

    ``kind`` is the document's type, where it is known: "KN" of KN-VKS-P8 is Kiến nghị.
    """
    parts = groups(symbol)
    initials = "".join(word[0] for word in (kind or "").split()).upper()
    if len(parts) > 1 and (is_typed(parts, registry) or parts[0] == initials):
        return parts[1]
    return parts[0] if parts else None


def is_typed(parts: Sequence[str], registry: Registry) -> bool:
    """Say whether the first group of a symbol is a type: QĐ of QĐ-UBND.

    "CV" is one in a party's symbols, CV/TU and CV/ĐU.
    """
    return parts[0] == "CV" or registry.types.by_symbol(f"{parts[0]}-X") is not None


_UNITS = frozenset({"VP", "KTNN"})
"""Agencies whose abbreviation is also that of a unit which others have: an office, "Kế toán nhà nước"."""


def is_unit(abbreviation: str | None, symbol: str, registry: Registry) -> bool:
    """Say whether an agency's abbreviation stands for a unit of another one: VP of CTQNG-VP."""
    if abbreviation not in _UNITS:
        return False
    parts = groups(symbol)
    return abbreviation in parts[1:] and abbreviation != parts[0] and not is_typed(parts, registry)
