"""Who issued the cited document: stated, said before, or told by the symbol."""

import datetime
import re
from collections.abc import Mapping, Sequence

from vankho.grammar.number import COURT_FIELDS, groups
from vankho.grammar.relation import CHANGES
from vankho.model.citation import Citation, told_year
from vankho.model.letter import Letter
from vankho.registry.agencies import agency_key
from vankho.registry.registry import Registry
from vankho.stages.resolve.agency_group import agency_group, is_unit
from vankho.stages.resolve.catalogue import NEAR_BY
from vankho.stages.resolve.claim import Claim
from vankho.stages.resolve.initials import bears_initials, ends_with_own
from vankho.stages.resolve.kinds import (
    KINDS_ALONE,
    councils_before,
    is_of_kind,
    named_before,
    written_to,
)
from vankho.stages.resolve.shortened import in_full
from vankho.stages.resolve.speaker import Speaker

_BY_TYPE = {
    "Luật": "Quốc hội",
    "Bộ luật": "Quốc hội",
    "Hiến pháp": "Quốc hội",
    "Pháp lệnh": "Ủy ban Thường vụ Quốc hội",
}
_ONLY_BY = _BY_TYPE | {"Nghị định": "Chính phủ"}
"""Types that one body alone makes."""


_COUNCILS = ("uy-ban-nhan-dan", "hoi-dong-nhan-dan")
# A Thông tư is a minister's, or of who heads one of the other bodies here.
_MAKE_CIRCULARS = (
    "bo-", "ngan-hang-nha-nuoc-viet-nam", "thanh-tra-chinh-phu", "uy-ban-dan-toc", "kiem-toan-nha-nuoc",
    "tong-kiem-toan-nha-nuoc", "toa-an-nhan-dan-toi-cao", "vien-kiem-sat-nhan-dan-toi-cao",
)  # fmt: skip


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
    agencies, speaker = registry.agencies, who.name
    if citation.kind == "self":
        own = None if speaks_of_another(letter, citation) else speaker
        return Claim(citation=citation, issuer=own, issuer_from=None)
    if citation.kind == "anaphora" and citation.issuer is None:
        beside = agencies.canonical(citation.maker, speaker, who.seat) if citation.maker else None
        return Claim(citation=citation, issuer=None, issuer_from=None, beside=beside)
    undated = told_year(citation) is None
    day = _day(citation, letter)
    by_symbol = symbol_issuer(citation.symbol, speaker, registry, day, who.seat, told=not undated)
    if (stated := _said_right(letter, citation, earlier, by_symbol, who, registry)) is not None:
        return Claim(citation=citation, issuer=stated, issuer_from="stated")
    if citation.same_as is not None and citation.same_as < len(earlier):
        other = earlier[citation.same_as]
        return Claim(citation=citation, issuer=other.issuer, issuer_from="mention")
    if speaker and citation.symbol and _bears_own_group(citation.symbol, letter, registry):
        if (amended := _amended(citation, earlier)) is not None:
            return Claim(citation=citation, issuer=amended.issuer, issuer_from="mention")
        by_symbol = speaker
    if by_symbol is None and citation.type in _ONLY_BY:
        by_symbol = _ONLY_BY[citation.type]
    before = _told_before(citation, told)
    weak = citation.maker is None or agency_key(citation.maker) in KINDS_ALONE
    another = before is not None and agency_key(before.issuer or "") != agency_key(by_symbol or "")
    weak = weak or (before is not None and _is_begun_by(citation.maker or "", before.issuer or ""))
    if before and another and undated and (weak or citation.relation in CHANGES):
        # Whoever is asked to revoke a decision has not made one that was told before as another's;
        # nor has "Sở" made what it agrees with.
        return Claim(citation=citation, issuer=before.issuer, issuer_from="mention")
    if by_symbol is not None:
        beside = _said_beside(letter, citation, earlier, by_symbol, who, registry)
    else:
        beside = _said_alone(letter, citation, earlier, who, registry)
    if beside is not None:
        return Claim(citation=citation, issuer=beside, issuer_from="stated")
    if before is not None:
        return Claim(citation=citation, issuer=before.issuer, issuer_from="mention")
    if by_symbol is None:
        return Claim(citation=citation, issuer=None, issuer_from=None)
    at_home = agency_key(by_symbol) == agency_key(speaker or agencies.home)
    home = at_home or agency_key(by_symbol) == agency_key(agencies.home)
    return Claim(citation=citation, issuer=by_symbol, issuer_from="home" if home else "symbol")


def _said_right(
    letter: Letter,
    citation: Citation,
    earlier: Sequence[Claim],
    by_symbol: str | None,
    who: Speaker,
    registry: Registry,
) -> str | None:
    """Return whom "của X" right of a mention means; None where it says nothing, or no more than a kind."""
    if citation.issuer is None:
        return None
    agencies, speaker, seat = registry.agencies, who.name, who.seat
    kind = agency_key(citation.issuer)
    if kind in KINDS_ALONE:
        named = (name for name in (by_symbol, speaker) if name)
        meant = next((name for name in named if is_of_kind(name, kind)), None)
        if meant is not None:
            return meant
        full = in_full(citation.issuer, citation, earlier[-NEAR_BY:], registry)
        if full != citation.issuer:
            return full  # "của Công ty", which was named in full before
        if (addressee := written_to(kind, letter)) is not None:
            return addressee
        only = named_before(kind, letter, citation, registry)
        return only[0] if len(only) == 1 and ends_with_own(citation, only[0]) else None
    joint = citation.symbol is not None and agencies.joint_groups(citation.symbol)
    stated = citation.issuer
    if who.central:
        stated = _named_before(stated, letter, citation, earlier, registry)
    names = re.split(r",\s(?=\S)", stated) if joint else [stated]
    name = ", ".join(agencies.canonical(part, speaker, seat) for part in names)
    if citation.maker and agency_key(citation.maker).startswith(f"{agency_key(name)}-"):
        name = agencies.canonical(citation.maker, speaker, seat)  # "của UBND xã", named before
    if speaker and _is_begun_by(name, speaker):
        # "của Đảng ủy xã" in a letter of Đảng ủy xã Long Phụng, "của Chi cục Kiểm lâm" in its own.
        rest = agency_key(speaker)[len(agency_key(name)) + 1 :]
        name = speaker if _WITHOUT_PLACE.search(name) or _PLACE.match(rest) else name
    return _named_before(name, letter, citation, earlier, registry)


def _said_beside(
    letter: Letter,
    citation: Citation,
    earlier: Sequence[Claim],
    by_symbol: str,
    who: Speaker,
    registry: Registry,
) -> str | None:
    """Return who made a document, where the words beside it tell more than its symbol, or the same."""
    agencies, speaker, seat = registry.agencies, who.name, who.seat
    wanted = agency_key(by_symbol)
    if citation.maker:
        # "UBND" in a symbol tells neither place nor level; the words beside it may.
        maker = agencies.canonical(citation.maker, speaker, seat)
        if _is_office(maker, citation, registry) or agencies.elsewhere(maker, by_symbol):
            return maker
        if citation.issued_by_maker and _is_begun_by(by_symbol, maker):
            return maker  # "Kiểm toán nhà nước khu vực III có Thông báo số 87/TB-KTNN"
        # Nor does "TW" tell which body of the Party: "Bộ Chính trị ban hành Quy định số 366-QĐ/TW".
        if agencies.series_of(maker) == wanted != agency_key(maker):
            return maker
        council = next((c for c in _COUNCILS if wanted.startswith(c)), None)
        if council and agency_key(maker).startswith(council):
            return _named_before(maker, letter, citation, earlier, registry)
    hints = (agency_key(agencies.canonical(hint, speaker, seat)) for hint in citation.issuer_hints)
    return by_symbol if wanted in hints else None


def _said_alone(
    letter: Letter,
    citation: Citation,
    earlier: Sequence[Claim],
    who: Speaker,
    registry: Registry,
) -> str | None:
    """Return who made a document whose symbol the registry does not know, by the words beside it."""
    if not (citation.maker and citation.symbol):
        return None
    maker = registry.agencies.canonical(citation.maker, who.name, who.seat)
    writes = citation.relation in _OF_WHO_WRITES or citation.issued_by_maker
    parts = groups(citation.symbol)
    # GPXD tells the type and nobody, QĐ-XPHC what is done.
    alone = len(parts) == 1 or any(part in _DEEDS for part in parts)
    if (
        writes
        or alone
        or agency_key(maker).startswith(_PRIVATE)
        or _is_of_a_court(citation)
        or bears_initials(citation, maker, registry)
    ):
        maker = in_full(maker, citation, earlier[-NEAR_BY:], registry)
        if (kind := agency_key(maker)) not in KINDS_ALONE:
            return maker
        if (addressee := written_to(kind, letter)) is not None:
            return addressee
    return _called_by_kind(agency_key(maker), citation, letter, who.name, registry)


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
        return speaker if alone or bears_initials(citation, speaker, registry) else None
    if len(named) == 1 and bears_initials(citation, named[0], registry):
        return named[0]
    return None


# Nghị định 118/2021/NĐ-CP, Phụ lục: whoever may punish bears these.
_DEEDS = {"XPHC", "XPVPHC", "VPHC", "KPHQ", "CCXP", "CCKPHQ"}
_PRIVATE = ("cong-ty-", "tong-cong-ty-", "tap-doan-", "hop-tac-xa-", "doanh-nghiep-")
"""Whose symbols no table lists: their letters are read by the words beside."""
# "đề nghị của Công ty A tại Tờ trình số …": what somebody asks or reports he wrote himself.
_OF_WHO_WRITES = {"de_nghi_tai", "bao_cao_tai"}
_UNNAMED = re.compile(
    rf"(?:{'|'.join(_COUNCILS)})-(?:tinh|huyen|thi-xa|thanh-pho|quan|xa|phuong|thi-tran|dac-khu)"
)


def _named_before(
    name: str, letter: Letter, citation: Citation, earlier: Sequence[Claim], registry: Registry
) -> str:
    """Return the one district that "UBND huyện" means: named in the sentence, written to, cited or named before."""
    if _UNNAMED.fullmatch(agency_key(name)) is None:
        return name
    kind, at = agency_key(name), citation.span.start
    here = councils_before(kind, letter, citation.sentence.start, at, registry)
    if len(here) == 1:
        return here[0]
    begin = f"{agency_key(name)}-"
    named = [*letter.metadata.addressees, *(claim.issuer for claim in earlier[-NEAR_BY:])]
    bare = (_CHAIR.sub("", item) for item in named if item)  # "Chủ tịch UBND huyện Tư Nghĩa"
    known = {agency_key(item): item for item in bare}
    known = {key: item for key, item in known.items() if key.startswith(begin)}
    if len(known) == 1:
        return next(iter(known.values()))
    before = [] if known else councils_before(kind, letter, 0, at, registry)
    return before[0] if len(before) == 1 else name


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


_PLACE = re.compile(r"(?:tinh|thanh-pho|huyen|thi-xa|quan|xa|phuong|thi-tran|dac-khu)-")


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
    if citation.type == "Thông tư" and speaker:
        return not agency_key(speaker).startswith(_MAKE_CIRCULARS)
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
    if letter.metadata.symbol is None or registry.agencies.joint_groups(symbol):
        return False
    own = agency_group(letter.metadata.symbol, registry, letter.metadata.type)
    return own not in {None, "UBND", "HĐND"} and own == agency_group(symbol, registry)


def _is_office(maker: str, citation: Citation, registry: Registry) -> bool:
    """Say whether "VP" stands for the office that is named: every agency has one."""
    group = agency_group(citation.symbol or "", registry)
    return group == "VP" and agency_key(maker).startswith("van-phong-")


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
    if joint := registry.agencies.joint_groups(symbol):
        found = [_single(group, speaker, registry, on, seat) for group in joint]
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
