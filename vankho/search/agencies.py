"""The names by which agencies are searched, and the one name under which each is filed."""

import re
from collections.abc import Iterable, Sequence

from vankho.search.document import SearchAgency
from vankho.search.fold import fold

_SHORT = (
    ("uy ban nhan dan", "ubnd"),
    ("hoi dong nhan dan", "hdnd"),
)
_LEVELS = ("tinh", "huyen", "xa", "phuong")
_PLACE = re.compile(r"^(?P<core>.{2,}?) (?P<level>tinh|thanh pho|tp) (?P<place>\S+( \S+){0,3})$")


def agency_name(name: str) -> str:
    """A name folded, with the commonest long words short.

    >>> agency_name("Uỷ ban nhân dân huyện Lý Sơn")
    'ubnd huyen ly son'
    """
    folded = fold(name)
    for long, short in _SHORT:
        folded = folded.replace(long, short)
    return folded


def _squeezed(name: str) -> str:
    """As typed and looked up: people leave out "và" as often as not."""
    return "".join(word for word in agency_name(name).split() if word != "va")


def _initials(folded: str) -> str:
    return "".join(word[0] for word in folded.split() if word not in ("va", "cua"))


def _without_place(folded: str) -> tuple[str, ...]:
    """`so y te tinh quang ngai` → `so y te`; `ubnd tinh quang ngai` → `ubnd tinh`."""
    found = _PLACE.match(folded)
    if found is None:
        return ()
    if found["core"] in ("ubnd", "hdnd"):
        return (f"{found['core']} {found['level']}",)
    return (found["core"], f"{found['core']} {found['level']}")


class Agencies:
    """The agencies of an archive: those it was told of and those that its documents show."""

    def __init__(self, agencies: Sequence[SearchAgency], issuers: Iterable[str]) -> None:
        """Join the registry with the issuers seen, which may not be in it."""
        self._filed: dict[str, str] = {}
        self._keys: dict[str, str] = {}
        known = list(agencies)
        for agency in known:
            self._file(agency)
        for name in sorted(set(issuers)):
            if agency_name(name) not in self._filed:
                shown = SearchAgency(name=name, abbreviations=(), aliases=())
                known.append(shown)
                self._file(shown)
        self._agencies = known
        self._names = {agency_name(agency.name): agency.name for agency in reversed(known)}
        self._shortened = self._unambiguous_short_names()
        for short, agency in self._shortened.items():
            self._filed.setdefault(short, agency_name(agency.name))

    def _file(self, agency: SearchAgency) -> None:
        for name in (agency.name, *agency.aliases):
            self._filed.setdefault(agency_name(name), agency_name(agency.name))

    def _unambiguous_short_names(self) -> dict[str, SearchAgency]:
        found: dict[str, SearchAgency | None] = {}
        for agency in self._agencies:
            for short in _without_place(agency_name(agency.name)):
                if short not in self._filed:
                    found[short] = None if short in found else agency
        return {short: agency for short, agency in found.items() if agency}

    def key(self, name: str) -> str:
        """What an issuer or addressee is filed under: the agency's name, folded."""
        if name not in self._keys:
            folded = agency_name(name)
            self._keys[name] = self._filed.get(folded, folded)
        return self._keys[name]

    def shown(self, name: str) -> str:
        """The name under which an issuer or addressee is listed: the agency's own, if it is known."""
        return self._names.get(self.key(name), name)

    def table(self) -> list[list[str]]:
        """For the client: one row an agency, its name and what people type, squeezed."""
        rows = []
        for agency in sorted(self._agencies, key=lambda agency: agency.name):
            filed = agency_name(agency.name)
            names = {_squeezed(agency.name), *map(_squeezed, agency.aliases)}
            shorts = [s for s, owner in self._shortened.items() if owner is agency]
            names.update(map(_squeezed, shorts))
            for folded in (filed, *shorts, *map(agency_name, agency.aliases)):
                if len(folded.split()) > 2:
                    names.update(_abbreviated(folded, _initials(folded)))
                core, _, level = folded.rpartition(" ")
                if level in _LEVELS and " " in core:
                    names.add(_initials(core) + level)
            for abbreviation in agency.abbreviations:
                names.update(_abbreviated(filed, _squeezed(abbreviation)))
            rows.append([agency.name, *sorted(name for name in names if len(name) > 1)])
        return rows


def _abbreviated(folded: str, abbreviation: str) -> set[str]:
    """`stttt` and, as people also write it, `sở tttt`."""
    head = folded.split()[0]
    found = {abbreviation}
    if len(abbreviation) > 2 and abbreviation[0] == head[0]:
        found.add(head + abbreviation[1:])
    return found
