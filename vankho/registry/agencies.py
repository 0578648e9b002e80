"""Agencies: one name for all the ways in which letters name them."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from vankho.grammar.agency_heads import OFFICE
from vankho.grammar.number import JOINT, groups
from vankho.grammar.provinces import CITIES, PROVINCES, place_of
from vankho.registry.files import AgencyEntry
from vankho.text.fold import fold, slug
from vankho.text.trie import pattern_of

_SHORT = (
    (re.compile(r"\bubnd\b|\bu ban nhan dan\b"), "uy ban nhan dan"),
    (re.compile(r"\bhdnd\b"), "hoi dong nhan dan"),
    (re.compile(r"\btp\b\.?"), "thanh pho"),
    (re.compile(r"\bptnt\b"), "phat trien nong thon"),
    (re.compile(r"\btt&tt\b"), "thong tin va truyen thong"),
    (re.compile(r"\bbql\b"), "ban quan ly"),
    (re.compile(r"\btand\b"), "toa an nhan dan"),
    (re.compile(r"\bvksnd\b"), "vien kiem sat nhan dan"),
    (re.compile(r"\bbhxh\b"), "bao hiem xa hoi"),
    (re.compile(r"\bldld\b"), "lien doan lao dong"),
    (re.compile(r"\bkbnn\b"), "kho bac nha nuoc"),
    (re.compile(r"\bbch\b"), "ban chi huy"),
    # Of the whole Party there is one each: "Ban Bí thư Trung ương Đảng" is "Ban Bí thư".
    (re.compile(r"\bban bi thu trung uong(?: dang)?\b"), "ban bi thu"),
    (re.compile(r"\bbo chinh tri (?:ban chap hanh )?trung uong(?: dang)?\b"), "bo chinh tri"),
)
# "Ban Chấp hành Trung ương khóa XIII", "Hội đồng nhân dân tỉnh khóa XII, kỳ họp thứ 4".
_TERM = re.compile(r",?\s(?:[Kk]h(?:óa|oá)|[Nn]hiệm kỳ)\s.*$")
# A party committee issues under one symbol, HU or ĐU, whichever of its bodies has decided.
_STANDING = re.compile(
    r"^(?:Ban [Tt]hường vụ|Thường trực|Ban [Cc]hấp hành) (?=(?:[Tt]ỉnh|[Tt]hành|[Hh]uyện|[Tt]hị|[Qq]uận|[Đđ]ảng) ủy)"
)
_COMMITTEE = re.compile(
    r"^(?:Ban [Tt]hường vụ|Thường trực|Ban [Cc]hấp hành) Đảng bộ (huyện|thành phố|thị xã|quận|xã|phường|đặc khu)(?= [A-ZĐ])"
)
_OF_CITY = ("-thanh-pho", "thanh-uy")
_CITY_COMMITTEE = re.compile(r"(?:(?:ban-thuong-vu|thuong-truc|ban-chap-hanh)-)?thanh-uy")
_COMMITTEES = {
    "huyện": "Huyện ủy",
    "thành phố": "Thành ủy",
    "thị xã": "Thị ủy",
    "quận": "Quận ủy",
    "xã": "Đảng ủy xã",
    "phường": "Đảng ủy phường",
    "đặc khu": "Đảng ủy đặc khu",
}
_LAST_DIGITS = re.compile(r"\d+$")
_COUNCIL = ("uy-ban-nhan-dan", "hoi-dong-nhan-dan")
_COUNCIL_NAMES = {
    "uy-ban-nhan-dan": "Ủy ban nhân dân",
    "hoi-dong-nhan-dan": "Hội đồng nhân dân",
}
_OWN_PLACE = re.compile(
    r"(?P<level>huyện|thị xã|thành phố|quận|xã|phường|thị trấn)\s(?P<name>[^,;]+)$"
)
_PROVINCE_ALONE = re.compile(
    rf"(?P<office>Sở .+?(?<!tỉnh)(?<!phố)) (?P<place>{'|'.join(PROVINCES)})$"
)


def _with_level(name: str) -> str:
    """Write "Sở Y tế Bình Định" as the department calls itself, and "Sở Y tế tỉnh" as "Sở Y tế"."""
    match = _PROVINCE_ALONE.match(name) if name.startswith("Sở ") else None
    if match is None:
        return name.removesuffix(" tỉnh") if name.startswith("Sở ") else name
    level = "thành phố" if match["place"] in CITIES else "tỉnh"
    return f"{match['office']} {level} {match['place']}"


_INITIALS = re.compile(r"([BS])[ộở]\s([A-ZĐ][A-ZĐ&,-]{1,9})(?!\w)")
_PLACE_WORDS = r"(?:tinh|thanh-pho|huyen|thi-xa|quan|xa|phuong|thi-tran|dac-khu)"
_AT_A_LEVEL = re.compile(rf"-{_PLACE_WORDS}$")


_LOCAL_COMMITTEE = re.compile(
    r"(?:(?:ban-thuong-vu|thuong-truc|ban-chap-hanh)-)?(?P<name>huyen-uy|thi-uy|quan-uy|thanh-uy)"
)
_COMMITTEE_SYMBOLS = {
    "HU": ("huyen-uy",),
    "TXU": ("thi-uy",),
    "TxU": ("thi-uy",),
    "ThU": ("thi-uy", "thanh-uy"),
    "QU": ("quan-uy",),
}


def _own_committee(key: str, speaker: str) -> str | None:
    """Read "Thị ủy" in a letter of UBND thị xã Đức Phổ, or of Thị ủy Đức Phổ itself."""
    asked = _LOCAL_COMMITTEE.fullmatch(key)
    if asked is not None and agency_key(speaker).startswith(f"{asked['name']}-"):
        return speaker
    own = _OWN_PLACE.search(speaker) if asked else None
    if asked is None or own is None or own["name"] in CITIES:
        return None
    committee = _COMMITTEES.get(own["level"], "")
    return f"{committee} {own['name']}" if slug(committee) == asked["name"] else None


def agency_key(name: str) -> str:
    """Return the form in which two names of one agency compare: UBND spelt out, folded."""
    text = fold(name)
    for pattern, full in _SHORT:
        text = pattern.sub(full, text)
    return slug(text)


@dataclass(frozen=True, slots=True)
class Agencies:
    """The agencies known to the archive.

    Args:
        entries: the registry's agencies.
        home: name of the agency whose archive this is.
        province: its province.
    """

    entries: Sequence[AgencyEntry]
    home: str
    province: str
    names: re.Pattern[str] = field(init=False)
    """Matches every name and alias on folded text, longest first."""
    _by_key: dict[str, AgencyEntry] = field(init=False)
    _by_symbol: dict[str, list[AgencyEntry]] = field(init=False)
    """Symbol → the agencies that have borne it, in the registry's order."""
    _by_letters: dict[str, AgencyEntry] = field(init=False)
    _organs: dict[str, str] = field(init=False)
    """Key of a body that issues in an agency's series of numbers → key of the agency."""

    def __post_init__(self) -> None:
        by_key: dict[str, AgencyEntry] = {}
        by_symbol: dict[str, list[AgencyEntry]] = {}
        spellings: set[str] = set()
        for entry in self.entries:
            for name in (entry.name, *entry.aliases):
                by_key.setdefault(agency_key(name), entry)
                spellings.add(re.sub(r"\s+", " ", fold(name)))
            # "Ban Dân tộc tỉnh" needs no more at home; in another province it is that one's.
            if entry.province and entry.name.endswith(f" tỉnh {entry.province}"):
                at_home = entry.name.removesuffix(f" {entry.province}")
                by_key.setdefault(agency_key(at_home), entry)
            for symbol in (entry.abbreviation, *entry.symbols):
                if symbol:
                    by_symbol.setdefault(slug(symbol), []).append(entry)
        spellings |= {name.replace("uy ban nhan dan", "ubnd") for name in spellings}
        body = pattern_of(spellings)
        object.__setattr__(self, "names", re.compile(rf"(?<!\w)(?:{body})(?!\w)"))
        object.__setattr__(self, "_by_key", by_key)
        object.__setattr__(self, "_by_symbol", by_symbol)
        by_letters = {key.replace("-", ""): entry for key, entry in reversed(by_key.items())}
        object.__setattr__(self, "_by_letters", by_letters)
        organs = {
            agency_key(organ): agency_key(entry.name)
            for entry in self.entries
            for organ in entry.organs
        }
        object.__setattr__(self, "_organs", organs)

    def entry(self, name: str) -> AgencyEntry | None:
        """Return the registry's entry for a name or alias."""
        return self._by_key.get(agency_key(name))

    def run_together(self, name: str) -> AgencyEntry | None:
        """Return the entry for a name whose blanks OCR lost: "ỦYBAN NHÂNDÂN TỈNH …"."""
        return self._by_letters.get(agency_key(name).replace("-", ""))

    def canonical(self, phrase: str, speaker: str | None = None, seat: str | None = None) -> str:
        """Return the name that an agency is filed under.

        ``speaker`` is the issuer of the letter that uses the phrase: "UBND tỉnh" is its
        own province's committee; ``seat`` tells the province, "tỉnh Nghệ An", where the
        speaker's name does not. A name that the registry does not know stays as printed.
        """
        bare = _with_level(self._without_office(phrase))
        key = agency_key(bare)
        speaker = speaker or self.home
        foreign = agency_key(speaker) != agency_key(self.home) and not self._of_home(speaker, seat)
        if key in _COUNCIL or re.fullmatch(rf"({'|'.join(_COUNCIL)})-{_PLACE_WORDS}", key):
            local = self._own_council(key, speaker, foreign, seat)
            if local:
                return local
        entry = self._by_key.get(key) or self._by_initials(bare)
        if entry is None and (committee := _own_committee(key, speaker)):
            return committee
        if entry is None and key.endswith(_OF_CITY):
            return self._of_city(key, speaker) or bare
        if entry is None:
            # "BHXH tỉnh" in a letter of Bảo hiểm xã hội tỉnh Quảng Ngãi is whoever speaks.
            own = _AT_A_LEVEL.search(key) and agency_key(speaker).startswith(f"{key}-")
            return speaker if own else bare
        if self.province in phrase:
            return entry.name
        return self.local_name(entry, speaker, seat) or bare

    def _of_city(self, key: str, speaker: str) -> str | None:
        """Read "Thanh tra thành phố", "Thành ủy" in the mouth of a city of a province's rank."""
        place = place_of(speaker)
        if place is None or not place.is_city:
            return None
        if _CITY_COMMITTEE.fullmatch(key):
            return f"Thành ủy {place.name}"
        entry = self._by_key.get(f"{key.removesuffix('-thanh-pho')}-tinh")
        return self.local_name(entry, speaker) if entry else None

    def local_name(
        self, entry: AgencyEntry, speaker: str | None, seat: str | None = None
    ) -> str | None:
        """Return what an agency of the registry is called in the mouth of ``speaker``.

        "Sở Tài chính" in a letter of Thanh tra tỉnh Lào Cai is that province's; None where the
        speaker is of another province and nothing tells which.
        """
        if speaker is None or entry.province != self.province or self._of_home(speaker, seat):
            return entry.name
        place = place_of(speaker) or place_of(seat or "")
        if place is None:
            return None
        name = entry.name.removesuffix(self.province)
        if place.is_city and name.startswith("Tỉnh ủy "):
            return f"Thành ủy {place.name}"
        if name.endswith(" tỉnh "):
            return name.removesuffix("tỉnh ") + place.in_full
        return name + place.name if not place.is_city and name != entry.name else None

    def by_symbol(self, symbol: str, on: datetime.date | None = None) -> AgencyEntry | None:
        """Return the agency that a symbol stands for here: UBND-KSTTHC is UBND tỉnh.

        Agencies are merged and their symbols given anew: of several that have borne one, it
        is the one that stood ``on`` that day, else the first.
        """
        bearers = self._bearers(symbol)
        standing = (entry for entry in bearers if on and entry.stood(on, on))
        return next(standing, bearers[0] if bearers else None)

    def bearers_in(self, symbol: str, year: int) -> list[AgencyEntry]:
        """Return the agencies that a symbol may stand for in a year (0: in any)."""
        bearers = self._bearers(symbol)
        if not year:
            return bearers
        days = datetime.date(year, 1, 1), datetime.date(year, 12, 31)
        return [entry for entry in bearers if entry.stood(*days)] or bearers

    def joint_groups(self, symbol: str) -> list[str]:
        """Return the groups of a symbol that name the agencies of a joint document; none of another.

        Several of one level stand in no other symbol: KH-BCA-BNNMT. "SNV-VP" is a department
        and its office.
        """
        if JOINT.match(symbol):
            return groups(symbol)[1:]
        if symbol.count("-") < 1:
            return []
        known = [
            (group, entry) for group in groups(symbol) if (entry := self.by_abbreviation(group))
        ]
        alike = {entry.level for _, entry in known} in ({"bo"}, {"so"})
        office = any(group.startswith("VP") for group, _ in known)
        return [group for group, _ in known] if len(known) > 1 and alike and not office else []

    def joint_key(self, symbol: str, year: int) -> str:
        """Return the key of all agencies of a joint symbol, in its order: TTLT-BNV-BTC.

        Empty where the registry knows fewer than two of them.
        """
        bearers = [self.bearers_in(group, year) for group in groups(symbol)]
        keys = [agency_key(found[0].name) for found in bearers if found]
        return "-".join(keys) if len(keys) > 1 else ""

    def issuer_key(self, name: str, symbol: str | None, year: int) -> str:
        """Return the key of an issuer as part of an identity.

        The symbol of a joint document names its agencies; words that name some of these, in
        another order or joined otherwise ("liên Bộ Tài chính - Nội vụ"), mean the same ones.
        Bodies that issue in one series of numbers are one: 57-NQ/TW is the same document whether
        "của Bộ Chính trị" follows it or not.
        """
        key = self.series_of(name)
        if symbol is None or not self.joint_groups(symbol):
            return key
        rest = f"-{key}-"
        for group in groups(symbol):
            for entry in self.bearers_in(group, year):
                rest = rest.replace(f"-{agency_key(entry.name)}-", "-", 1)
        named_more = rest.removeprefix("-lien").strip("-") not in {"", "va"}
        return (not named_more and self.joint_key(symbol, year)) or key

    def committee_by_symbol(self, symbol: str, speaker: str | None) -> str | None:
        """Return the Party committee that HU, ThU or QU means in a letter from that district."""
        meant = _COMMITTEE_SYMBOLS.get(symbol.partition("/")[2], ()) if speaker else ()
        found = (_own_committee(key, speaker or "") for key in meant)
        return next(filter(None, found), None)

    def elsewhere(self, left: str, right: str) -> bool:
        """Say whether two names differ in their province alone: "Sở Nội vụ tỉnh Gia Lai"."""
        places = place_of(left), place_of(right)
        if places[0] is None or places[1] is None or places[0].name == places[1].name:
            return False
        return agency_key(left[: places[0].start]) == agency_key(right[: places[1].start])

    def series_of(self, name: str) -> str:
        """Return the key of the agency in whose series of numbers a body issues, mostly its own."""
        name = _STANDING.sub("", name)
        key = agency_key(_COMMITTEE.sub(lambda match: _COMMITTEES[match[1]], name))
        return self._organs.get(key, key)

    def _bearers(self, symbol: str) -> list[AgencyEntry]:
        parts = groups(symbol)
        if "/" in symbol and not JOINT.match(symbol):
            # Of HD/TĐTN-BXD, as party bodies write it, BXD is a unit and no ministry.
            parts = groups(symbol.partition("/")[2])[:1]
        for group in parts:
            key = slug(group)
            bearers = self._by_symbol.get(key) or self._by_symbol.get(_LAST_DIGITS.sub("", key))
            if bearers:
                return bearers
        return []

    def by_abbreviation(self, abbreviation: str) -> AgencyEntry | None:
        """Return the agency that bears an abbreviation, case aside."""
        bearers = self._by_symbol.get(slug(abbreviation))
        return bearers[0] if bearers else None

    def same(self, left: str, right: str) -> bool:
        """Say whether two names are of one agency."""
        return agency_key(self.canonical(left)) == agency_key(self.canonical(right))

    def _without_office(self, phrase: str) -> str:
        folded = fold(phrase)
        at = 0
        while office := OFFICE.match(folded, at):
            at = office.end()
        return _TERM.sub("", phrase[at:])

    def _of_home(self, agency: str, seat: str | None) -> bool:
        """Say whether an agency is of the archive's province, as far as its name or seat tells."""
        entry = self.entry(agency)
        if entry is not None:
            return entry.province in (None, self.province)
        other = re.search(r"(?:^|\s)(?:[Tt]ỉnh|TỈNH)\s(?P<name>[^,;]+)$", agency)
        place = place_of(agency) or place_of(seat or "")
        name = other["name"] if other else place.name if place else None
        return name is None or slug(name) == slug(self.province)

    def _by_initials(self, name: str) -> AgencyEntry | None:
        """Read "Bộ GD&ĐT", "Sở NN&PTNT": the head's letter and the rest are its symbol."""
        match = _INITIALS.match(name)
        return self.by_abbreviation(match[1] + re.sub("[&,-]", "", match[2])) if match else None

    def _own_council(self, key: str, speaker: str, foreign: bool, seat: str | None) -> str | None:
        """Read bare "UBND", "UBND tỉnh" as the speaker's own, or the home agency."""
        speaker_key = agency_key(speaker)
        if key in _COUNCIL and speaker_key.startswith(key):
            return speaker
        if speaker_key.startswith(key + "-") and key not in _COUNCIL:
            return speaker
        own = _OWN_PLACE.search(speaker)
        council = next((name for name in _COUNCIL if key.startswith(name + "-")), None)
        if own and council and key == f"{council}-{slug(own['level'])}":
            # "UBND huyện" in a resolution of the council of huyện Mộ Đức is that district's.
            return f"{_COUNCIL_NAMES[council]} {own['level']} {own['name']}"
        if key in _COUNCIL or key.endswith("-tinh"):
            entry = self._by_key.get(key if key.endswith("-tinh") else f"{key}-tinh")
            return self.local_name(entry, speaker if foreign else None, seat) if entry else None
        return None
