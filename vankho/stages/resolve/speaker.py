"""Who speaks in a letter, and where: what "UBND tỉnh" and "Sở" mean in it."""

import re
from dataclasses import dataclass

from vankho.grammar.provinces import SEATS, place_of
from vankho.model.letter import Metadata
from vankho.registry.agencies import agency_key
from vankho.registry.registry import Registry


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """The issuer of a letter, as its mentions of agencies are read; worked out once for all of them."""

    name: str | None
    seat: str | None
    """The province, "tỉnh Đồng Nai", where the name does not tell it and the letter does."""
    nowhere: bool
    """Nothing tells the province: "UBND huyện Vũ Thư" may be of any."""
    central: bool
    """A ministry, or who stands under one: it has no "UBND tỉnh" of its own."""


def speaker_of(metadata: Metadata, registry: Registry) -> Speaker:
    """Return who speaks in a letter of these properties."""
    name = metadata.issuer
    told = name is None or registry.agencies.entry(name) is not None or place_of(name) is not None
    seat = None if told else _seat(metadata)
    above = (registry.agencies.entry(item) for item in (name, metadata.parent_body) if item)
    central = any(entry is not None and entry.level in {"trung-uong", "bo"} for entry in above)
    return Speaker(name=name, seat=seat, nowhere=not told and seat is None, central=central)


def _seat(metadata: Metadata) -> str | None:
    """Return what tells the province of a speaker whose own name does not.

    A college stands below "UBND tỉnh Đồng Nai"; a commune writes to its own province, a university
    to the one whose "Sở" it speaks of; a branch of a company writes from "Nghệ An". Bodies of the
    whole country sit in cities, which tell nothing.
    """
    parent = metadata.parent_body or ""
    above = place_of(parent)
    if above is not None and parent[above.start :].lower().startswith(_PLACE_WORDS):
        return above.in_full
    written_to = (
        place_of(name) for name in metadata.addressees if _PROVINCIAL.match(agency_key(name))
    )
    seats = {found.in_full for found in written_to if found}
    if len(seats) == 1:
        return seats.pop()
    seat = place_of(f"tỉnh {metadata.place}")
    return seat.in_full if seat and not seat.is_city and seat.name not in SEATS else None


_PLACE_WORDS = ("tỉnh ", "thành phố ")
_PROVINCIAL = re.compile(r"(?:uy-ban-nhan-dan-tinh|so)-")
