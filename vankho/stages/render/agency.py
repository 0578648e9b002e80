"""What the registry knows of an agency: its names over time, and what became of it."""

from collections.abc import Callable, Iterator

from vankho.registry.agencies import Agencies
from vankho.registry.files import AgencyEntry
from vankho.stages.render import words
from vankho.stages.render.markdown import escape

Linked = Callable[[str], str]
"""Writes an agency's name as Markdown, with a link to its page where it has one."""


def names_over_time(agencies: Agencies, name: str, linked: Linked) -> list[str]:
    """Return a line for each name, the oldest first; empty where there is only one."""
    own = agencies.entry(name)
    if own is None:
        return []
    before = list(_before(agencies, own))
    after = _after(agencies, own)
    if not before and not after and not own.valid_from and not own.valid_to:
        return []
    return [_line(entry, own, after, linked) for entry in (*before, own)]


def _line(entry: AgencyEntry, own: AgencyEntry, after: list[AgencyEntry], linked: Linked) -> str:
    name = f"**{escape(entry.name)}**" if entry is own else linked(entry.name)
    text = f"{name}{_period(entry)}"
    if entry is own and after:
        text += f"; nay là {linked(after[-1].name)}"
        if after[-1].valid_from:
            text += f" (từ ngày {words.date(after[-1].valid_from)})"
    return text


def _period(entry: AgencyEntry) -> str:
    start, end = words.date(entry.valid_from), words.date(entry.valid_to)
    if start and end:
        return f", từ ngày {start} đến ngày {end}"
    if start:
        return f", từ ngày {start}"
    return f", đến ngày {end}" if end else ""


def _after(agencies: Agencies, own: AgencyEntry) -> list[AgencyEntry]:
    """Follow the successors to the one of today."""
    chain: list[AgencyEntry] = []
    entry: AgencyEntry | None = own
    while entry is not None and entry.successor:
        following = _by_abbreviation(agencies, entry.successor, entry)
        if following is None or following is own or following in chain:
            break
        chain.append(following)
        entry = following
    return chain


def _before(agencies: Agencies, own: AgencyEntry) -> Iterator[AgencyEntry]:
    """Yield the agencies that were merged into this one."""
    for entry in agencies.entries:
        if entry.successor and entry is not own:
            following = _by_abbreviation(agencies, entry.successor, entry)
            if following is own:
                yield entry


def _by_abbreviation(
    agencies: Agencies, abbreviation: str, near: AgencyEntry
) -> AgencyEntry | None:
    """Find an agency by abbreviation; every province has an SKHCN, so of ``near``'s own."""
    found = [entry for entry in agencies.entries if entry.abbreviation == abbreviation]
    same = [entry for entry in found if entry.province == near.province]
    return next(iter(same or found), None)
