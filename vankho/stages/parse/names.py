"""Names of agencies in a letterhead: lines of capitals become names in normal case."""

import re
from collections.abc import Sequence

from vankho.grammar.provinces import AFTER_WORD
from vankho.registry.agencies import agency_key
from vankho.registry.registry import Registry
from vankho.text.fold import fold

_HEAD = re.compile(
    r"^(?:uy ban|ubnd|u ban|hoi dong|hdnd|bo |so |van phong|ban |cuc |chi cuc|tong cuc|trung tam|truong |cong ty"
    r"|tong cong ty|cong an|toa an|vien |thanh tra|dang bo|dang uy|tinh uy|huyen uy|thanh uy|chinh phu|quoc hoi"
    r"|thu tuong|phong |hoi |lien doan|lien hiep|doan |mat tran|bao hiem|kho bac|ngan hang|tong lien doan"
    r"|uy ban mttq|dai |bo chi huy|quan khu|kiem toan|hat |doi |benh vien|to |cong doan|lien minh|quy )"
)
_PLACE = re.compile(r"^(?:tinh|thanh pho|tp\.?|huyen|thi xa|quan|xa|phuong|thi tran|dac khu) ")
_PLACE_WORDS = {"tỉnh", "huyện", "quận", "xã", "phường", "tp.", "tp"}
_PLACE_PAIRS = {("thành", "phố"), ("thị", "xã"), ("thị", "trấn"), ("đặc", "khu")}
_FIELD_HEADS = (
    "bộ", "sở", "cục", "ban", "vụ", "văn phòng", "tổng cục", "chi cục", "phòng", "trung tâm", "trường",
    "công ty", "viện", "hội", "thanh tra", "tòa án", "toà án",
)  # fmt: skip

_VOWEL = re.compile("[aeiouy]")


def agency_lines(lines: Sequence[str]) -> list[str]:
    """Join the capitals of a letterhead into agencies, the parent body first.

    >>> agency_lines(["ỦY BAN NHÂN DÂN", "TỈNH QUẢNG NGÃI", "SỞ NỘI VỤ"])
    ['ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI', 'SỞ NỘI VỤ']
    """
    units: list[str] = []
    for line in _in_vietnamese(lines):
        for part in re.split(r"\s*\|\s*", line):
            if not part:
                continue
            if (units and not _HEAD.match(fold(part) + " ")) or (
                units and _PLACE.match(fold(part))
            ):
                units[-1] = f"{units[-1]} {part}"
            else:
                units.append(part)
    return [unit for unit in units if _HEAD.match(fold(unit) + " ")] or units[:1]


def is_agency(text: str) -> bool:
    """Say whether capitals begin as the name of an agency does."""
    return bool(_HEAD.match(fold(text) + " "))


def _in_vietnamese(lines: Sequence[str]) -> list[str]:
    """Leave out the English twin of a bilingual letterhead: lines without one diacritic."""
    marked = [line for line in lines if fold(line) != line.lower()]
    foreign = re.compile(
        r"(?i)\b(?:of|and|the|project|department|committee|unit|office|republic|province)\b|[fjwz]"
    )
    return [line for line in lines if line in marked or not (marked and foreign.search(line))]


def filed_under(units: Sequence[str], registry: Registry) -> tuple[str | None, str | None]:
    """Return the issuer and its parent body, named as the archive files them."""
    if not units:
        return None, None
    names = [_named(unit, registry) for unit in units]
    issuer = names[-1]
    parent = names[-2] if len(names) > 1 else None
    if parent:
        issuer = _with_parent(issuer, parent, registry)
    return issuer, parent


def _with_parent(issuer: str, parent: str, registry: Registry) -> str:
    """Add what makes a dependent agency's name whole: its province, or its ministry."""
    own, above = agency_key(issuer), agency_key(parent)
    locality = re.search(
        r"(?:^|\s)((?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường|thị trấn|đặc khu)\s.+)$", parent
    )
    for name in (f"{issuer} {parent}", f"{issuer} {locality[1]}" if locality else ""):
        known = registry.agencies.entry(name) if name else None
        if known:
            return known.name
    if own in {"van-phong", "cong-doan", "dang-uy"} or (own == "thanh-tra" and not locality):
        return f"{issuer} {parent}"
    if locality and above.startswith("uy-ban-nhan-dan") and agency_key(locality[1]) not in own:
        word, _, place = locality[1].partition(" ")
        return f"{issuer} {place if issuer.endswith(' ' + word) else locality[1]}"
    return issuer


def _named(unit: str, registry: Registry) -> str:
    entry = registry.agencies.entry(unit)
    if entry and agency_key(entry.name) == agency_key(unit):
        return entry.name
    if entry is None and (whole := registry.agencies.run_together(unit)):
        return whole.name
    return normal_case(unit)


def normal_case(capitals: str) -> str:
    """Write a name printed in capitals as running text writes it.

    >>> normal_case("ỦY BAN NHÂN DÂN HUYỆN SƠN TỊNH")
    'Ủy ban nhân dân huyện Sơn Tịnh'
    """
    words = capitals.split()
    if not capitals.isupper():
        return capitals
    first, dash, second = capitals.partition(" - ")
    if dash and is_agency(second):
        return f"{normal_case(first)} - {normal_case(second)}"  # two agencies together
    head = _head_length(words)
    out = []
    in_place = False
    for index, word in enumerate(words):
        pair = (words[index - 1].lower(), word.lower()) if index else ("", "")
        if len(word) > 1 and (word in {"UBND", "HĐND"} or not _VOWEL.search(fold(word))):
            out.append(word)
            continue
        if in_place and word not in {"-", "–"}:
            out.append(word.capitalize())
            continue
        proper = index == 0 or index == head
        out.append(word.capitalize() if proper else word.lower())
        if word.lower() in _PLACE_WORDS or pair in _PLACE_PAIRS:
            in_place = index + 1 < len(words)
    return _with_provinces(" ".join(out))


def _with_provinces(name: str) -> str:
    """Write the provinces in a name with capitals, also where no "tỉnh" stands before them."""
    for match in AFTER_WORD.finditer(fold(name)):
        place = name[match.start() : match.end()]
        if "hòa bình" not in place:  # a word, too
            name = name[: match.start()] + place.title() + name[match.end() :]
    return name


def _head_length(words: Sequence[str]) -> int:
    """Return the index of the first word of the field: "Sở | Y tế", "Bộ | Tư pháp"."""
    joined = " ".join(words[:2]).lower()
    if joined == "hội đồng":
        return -1
    if joined in _FIELD_HEADS:
        return 2 if len(words) > 2 and words[2].lower() not in {"tỉnh", "huyện"} else -1
    if words[0].lower() in _FIELD_HEADS:
        return 1
    return -1
