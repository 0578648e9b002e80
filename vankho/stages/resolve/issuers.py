"""Who issued the cited document: stated, said before, or told by the symbol."""

import datetime
import re
from collections.abc import Mapping, Sequence

from vankho.grammar.number import COURT_FIELDS, JOINT, groups
from vankho.grammar.relation import CHANGES
from vankho.model.citation import Citation, told_year
from vankho.model.letter import Letter
from vankho.registry.agencies import agency_key
from vankho.registry.registry import Registry
from vankho.stages.resolve.agency_group import agency_group, is_typed, is_unit
from vankho.stages.resolve.catalogue import NEAR_BY
from vankho.stages.resolve.claim import Claim
from vankho.stages.resolve.kinds import KINDS_ALONE, is_of_kind, named_before, written_to
from vankho.stages.resolve.shortened import in_full
from vankho.stages.resolve.speaker import Speaker
from vankho.text.fold import slug

_BY_TYPE = {
    "Luật": "Quốc hội",
    "Bộ luật": "Quốc hội",
    "Hiến pháp": "Quốc hội",
    "Pháp lệnh": "Ủy ban Thường vụ Quốc hội",
}
_ONLY_BY = _BY_TYPE | {"Nghị định": "Chính phủ"}
"""Types that one body alone makes."""


_COUNCILS = ("uy-ban-nhan-dan", "hoi-dong-nhan-dan")
# A Thông tư is a minister's; none of these makes one.
_NO_MINISTRIES = (*_COUNCILS, "so-", "phong-", "chi-cuc-", "truong-", "trung-tam-", "benh-vien-")


def find_issuer(
    letter: Letter,
    citation: Citation,
    earlier: Sequence[Claim],
    told: Mapping[tuple[str, str], Sequence[Claim]],
    who: Speaker,
    registry: Registry,
) -> Claim:
    """Return the citation with its issuer and how that is known.

    "của X" to the right beats the symbol; the symbol beats any agency to the left, which
    only confirms it; an earlier mention of the same document comes next. ``told`` holds
    those of them that name an issuer, by ``Claim.key``.
    """
    agencies = registry.agencies
    speaker, seat = who.name, who.seat
    if citation.kind == "self":
        own = None if speaks_of_another(letter, citation) else speaker
        return Claim(citation=citation, issuer=own, issuer_from=None)
    day = _day(citation, letter)
    by_symbol = symbol_issuer(
        citation.symbol, speaker, registry, day, seat, told=told_year(citation) is not None
    )
    if citation.issuer and (kind := agency_key(citation.issuer)) in KINDS_ALONE:
        named = (name for name in (by_symbol, speaker) if name)
        meant = next((name for name in named if is_of_kind(name, kind)), None)
        if meant is None:  # "của Công ty", which was named in full before
            full = in_full(citation.issuer, citation, earlier[-NEAR_BY:], registry)
            meant = full if full != citation.issuer else written_to(kind, letter)
        if meant is None:
            only = named_before(kind, letter, citation, registry)
            meant = only[0] if len(only) == 1 and _ends_with_own(citation, only[0]) else None
        if meant is not None:
            return Claim(citation=citation, issuer=meant, issuer_from="stated")
    elif citation.issuer:
        joint = citation.symbol is not None and JOINT.match(citation.symbol)
        stated = citation.issuer
        if who.central:
            stated = _named_before(stated, letter, earlier)
        names = re.split(r",\s(?=\S)", stated) if joint else [stated]
        name = ", ".join(agencies.canonical(part, speaker, seat) for part in names)
        if citation.maker and agency_key(citation.maker).startswith(f"{agency_key(name)}-"):
            name = agencies.canonical(citation.maker, speaker, seat)  # "của UBND xã", named before
        if speaker and _WITHOUT_PLACE.search(name) and _is_begun_by(name, speaker):
            name = speaker  # "của Đảng ủy xã" in a letter of Đảng ủy xã Long Phụng
        name = _named_before(name, letter, earlier)
        return Claim(citation=citation, issuer=name, issuer_from="stated")
    if citation.same_as is not None and citation.same_as < len(earlier):
        other = earlier[citation.same_as]
        return Claim(citation=citation, issuer=other.issuer, issuer_from="mention")
    if speaker and citation.symbol and _bears_own_group(citation.symbol, letter, registry):
        if (amended := _amended(citation, earlier)) is not None:
            return Claim(citation=citation, issuer=amended.issuer, issuer_from="mention")
        by_symbol = speaker
    if by_symbol is None and citation.type in _ONLY_BY:
        by_symbol = _ONLY_BY[citation.type]
    undated = told_year(citation) is None
    weak = citation.maker is None or agency_key(citation.maker) in KINDS_ALONE
    if undated and (weak or citation.relation in CHANGES):
        # Whoever is asked to revoke a decision has not made one that was told before as another's;
        # nor has "Sở" made what it agrees with.
        before = _told_before(citation, told)
        if before is not None and agency_key(before.issuer or "") != agency_key(by_symbol or ""):
            return Claim(citation=citation, issuer=before.issuer, issuer_from="mention")
    if by_symbol is not None and citation.maker:
        # "UBND" in a symbol tells neither place nor level; the words beside it may.
        maker = agencies.canonical(citation.maker, speaker, seat)
        if _is_office(maker, citation, registry) or agencies.elsewhere(maker, by_symbol):
            return Claim(citation=citation, issuer=maker, issuer_from="stated")
        council = next((c for c in _COUNCILS if agency_key(by_symbol).startswith(c)), None)
        # Nor does "TW" tell which body of the Party: "Bộ Chính trị ban hành Quy định số 366-QĐ/TW".
        if agencies.series_of(maker) == agency_key(by_symbol) != agency_key(maker):
            return Claim(citation=citation, issuer=maker, issuer_from="stated")
        if council and agency_key(maker).startswith(council):
            maker = _named_before(maker, letter, earlier)
            return Claim(citation=citation, issuer=maker, issuer_from="stated")
    if by_symbol is not None:
        wanted = agency_key(by_symbol)
        hints = [
            agency_key(agencies.canonical(hint, speaker, seat)) for hint in citation.issuer_hints
        ]
        if wanted in hints:
            return Claim(citation=citation, issuer=by_symbol, issuer_from="stated")
    elif citation.maker and citation.symbol:
        maker = agencies.canonical(citation.maker, speaker, seat)
        writes = citation.relation in _OF_WHO_WRITES
        alone = len(groups(citation.symbol)) == 1  # GPXD tells the type and nobody
        if (
            writes
            or alone
            or _is_of_a_court(citation)
            or _bears_initials(citation, maker, registry)
        ):
            maker = in_full(maker, citation, earlier[-NEAR_BY:], registry)
            if (kind := agency_key(maker)) not in KINDS_ALONE:
                return Claim(citation=citation, issuer=maker, issuer_from="stated")
            if (addressee := written_to(kind, letter)) is not None:
                return Claim(citation=citation, issuer=addressee, issuer_from="stated")
        meant = _called_by_kind(agency_key(maker), citation, letter, speaker, registry)
        if meant is not None:
            return Claim(citation=citation, issuer=meant, issuer_from="stated")
    if (before := _told_before(citation, told)) is not None:
        return Claim(citation=citation, issuer=before.issuer, issuer_from="mention")
    if by_symbol is None:
        return Claim(citation=citation, issuer=None, issuer_from=None)
    at_home = agency_key(by_symbol) == agency_key(speaker or agencies.home)
    home = at_home or agency_key(by_symbol) == agency_key(agencies.home)
    return Claim(citation=citation, issuer=by_symbol, issuer_from="home" if home else "symbol")


def _told_before(
    citation: Citation, told: Mapping[tuple[str, str], Sequence[Claim]]
) -> Claim | None:
    """Return the nearest earlier mention of the same document whose issuer is told, or None."""
    draft = Claim(citation=citation, issuer=None, issuer_from=None)
    key = draft.key
    near = reversed(told.get(key, ())[-NEAR_BY:]) if key else ()
    return next((other for other in near if draft.may_be(other)), None)


def _called_by_kind(
    kind: str, citation: Citation, letter: Letter, speaker: str | None, registry: Registry
) -> str | None:
    """Return who is meant by "Công ty đã có Văn bản số …": who writes, or the one that was named.

    Where the letter names another of the kind as well, the symbol must tell.
    """
    if kind not in KINDS_ALONE:
        return None
    named = named_before(kind, letter, citation, registry)
    if speaker and is_of_kind(speaker, kind):
        alone = all(agency_key(name) in agency_key(speaker) for name in named)
        return speaker if alone or _bears_initials(citation, speaker, registry) else None
    if len(named) == 1 and _bears_initials(citation, named[0], registry):
        return named[0]
    return None


# "đề nghị của Công ty A tại Tờ trình số …": what somebody asks or reports he wrote himself.
_OF_WHO_WRITES = {"de_nghi_tai", "bao_cao_tai"}
_UNNAMED = re.compile(
    rf"(?:{'|'.join(_COUNCILS)})-(?:tinh|huyen|thi-xa|thanh-pho|quan|xa|phuong|thi-tran|dac-khu)"
)


def _named_before(name: str, letter: Letter, earlier: Sequence[Claim]) -> str:
    """Return the one district that "UBND huyện" means: written to, or cited before."""
    if _UNNAMED.fullmatch(agency_key(name)) is None:
        return name
    begin = f"{agency_key(name)}-"
    named = [*letter.metadata.addressees, *(claim.issuer for claim in earlier[-NEAR_BY:])]
    bare = (_CHAIR.sub("", item) for item in named if item)  # "Chủ tịch UBND huyện Tư Nghĩa"
    known = {agency_key(item): item for item in bare}
    known = {key: item for key, item in known.items() if key.startswith(begin)}
    return next(iter(known.values())) if len(known) == 1 else name


def _amended(citation: Citation, earlier: Sequence[Claim]) -> Claim | None:
    """Return the mention of what a document changed, where both have one symbol and so one issuer.

    "Quyết định số 595/QĐ-BHXH của Bảo hiểm xã hội Việt Nam (sửa đổi tại Quyết định số 490/QĐ-BHXH)"
    in a letter of Bảo hiểm xã hội tỉnh, which has the same symbol.
    """
    if citation.about is None or not 0 <= citation.about < len(earlier):
        return None
    changed = earlier[citation.about]
    if citation.symbol is None or changed.citation.symbol != citation.symbol:
        return None
    another = citation.maker and agency_key(citation.maker) != agency_key(changed.issuer or "")
    return changed if changed.issuer_from == "stated" and not another else None


# "Liên đoàn Lao động tỉnh", "Đảng ủy xã": which one is left out.
_WITHOUT_PLACE = re.compile(
    r"\s(?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường|thị trấn|đặc khu|Tỉnh đoàn|Thành đoàn|Huyện đoàn)$"
)


def _is_begun_by(name: str, speaker: str) -> bool:
    return agency_key(speaker).startswith(f"{agency_key(name)}-")


_CHAIR = re.compile(r"^(?:[Pp]hó\s)?[Cc]hủ tịch\s")

# Types that are never attached to another document, so that "này" means one of its own.
_NEVER_ATTACHED = {
    "Công văn", "Quyết định", "Thông tư", "Thông tư liên tịch", "Nghị định", "Nghị quyết", "Chỉ thị", "Công điện",
    "Luật", "Bộ luật", "Pháp lệnh", "Thông báo", "Tờ trình",
}  # fmt: skip


def speaks_of_another(letter: Letter, citation: Citation) -> bool:
    """Say whether "Thông tư này" stands in a letter that is no Thông tư, and so means another.

    "Luật này" means another in the letter of whoever does not make laws.
    """
    own, speaker = letter.metadata.type, letter.metadata.issuer
    if citation.type in _ONLY_BY and speaker:
        return agency_key(speaker) != agency_key(_ONLY_BY[citation.type])
    if citation.type == "Thông tư" and agency_key(speaker or "").startswith(_NO_MINISTRIES):
        return True
    return own is not None and citation.type in _NEVER_ATTACHED and citation.type != own


def _day(citation: Citation, letter: Letter) -> datetime.date | None:
    """Return a day on which the cited document was issued, or the letter's own, the latest."""
    year = citation.number_year or citation.written_year
    if citation.issued is None and year and 1 <= year <= 9999:
        return datetime.date(year, 7, 1)
    return citation.issued or letter.metadata.issued


def _bears_own_group(symbol: str, letter: Letter, registry: Registry) -> bool:
    """Say whether a symbol names the letter's agency as its own does: 109/QĐ-VP in 935/VP-TCKT.

    "VP" is the office of whoever speaks. "UBND" names no agency: who speaks tells the level.
    """
    if letter.metadata.symbol is None or JOINT.match(symbol):
        return False
    own = agency_group(letter.metadata.symbol, registry, letter.metadata.type)
    return own not in {None, "UBND", "HĐND"} and own == agency_group(symbol, registry)


def _is_office(maker: str, citation: Citation, registry: Registry) -> bool:
    """Say whether "VP" stands for the office that is named: every agency has one."""
    group = agency_group(citation.symbol or "", registry)
    return group == "VP" and agency_key(maker).startswith("van-phong-")


def _initials(name: str) -> str:
    words = [word for word in name.split() if word[0].isalpha() and word not in {"và", "của"}]
    # An abbreviation has signs that a symbol goes without: "Phòng TN&MT", "Phòng LĐ-TB&XH".
    letters = "".join(word if word.isupper() else word[0] for word in words)
    return slug(letters).replace("-", "")


def _ends_with_own(citation: Citation, name: str) -> bool:
    """Say whether a symbol has the initials that a name ends with: CN of "Công ty Vận tải Chín Nghĩa"."""
    parts = groups(citation.symbol or "")
    return any(len(part) > 1 and _initials(name).endswith(slug(part)) for part in parts)


def _bears_initials(citation: Citation, maker: str, registry: Registry) -> bool:
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
    if JOINT.match(symbol):
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


def _is_of_a_court(citation: Citation) -> bool:
    """Say whether a court is said to have made it; its symbol names the field of law alone."""
    court = ("Tòa án", "Toà án", "TAND")
    field = any(part in COURT_FIELDS for part in groups(citation.symbol or ""))
    return field and (citation.maker or "").startswith(court)


def symbol_issuer(
    symbol: str | None,
    speaker: str | None,
    registry: Registry,
    on: datetime.date | None = None,
    seat: str | None = None,
    *,
    told: bool = False,
) -> str | None:
    """Return the agency that a symbol means in the mouth of ``speaker``; of a joint one, all.

    ``on`` is the day of the document, or, if that is not ``told``, one that it is not later than:
    a symbol goes to another agency in time.
    """
    if symbol is None:
        return None
    if JOINT.match(symbol):
        found = [_single(group, speaker, registry, on, seat) for group in groups(symbol)[1:]]
        return ", ".join(name for name in found if name) or None
    entry = registry.agencies.by_symbol(symbol, on) if told and on else None
    if entry is not None and on is not None and entry.long_gone(on):
        return None
    return _single(symbol, speaker, registry, on, seat)


def _single(
    symbol: str,
    speaker: str | None,
    registry: Registry,
    on: datetime.date | None,
    seat: str | None,
) -> str | None:
    entry = registry.agencies.by_symbol(symbol, on)
    if entry is None:
        return registry.agencies.committee_by_symbol(symbol, speaker)
    if is_unit(entry.abbreviation, symbol, registry):
        return None
    if entry.abbreviation in {"UBND", "HĐND"}:
        return registry.agencies.canonical(entry.abbreviation, speaker, seat)
    return registry.agencies.local_name(entry, speaker, seat)
