"""Names of agencies in a letterhead: lines of capitals become names in normal case."""

import re
from collections.abc import Sequence

from vankho.grammar.agency_case import normal_case
from vankho.registry.agencies import agency_key
from vankho.registry.registry import Registry
from vankho.text.fold import fold

_HEAD = re.compile(
    r"^(?:uy ban|ubnd|u ban|hoi dong|hdnd|bo (?!sung|doi|mon|may)|so (?!huu|hoa|\d)|van phong|ban (?!hanh|do|quyen|an )"
    r"|cuc |vu |co quan |chi cuc|tong cuc|trung tam|truong |cong ty|tong cong ty|cong an|toa an|vien (?!thong|chuc)|thanh tra"
    r"|dang bo|dang uy|tinh uy|huyen uy|thanh uy|thi uy|quan uy|xa uy|phuong uy|chinh phu|quoc hoi|chu tich nuoc"
    r"|thu tuong|phong (?!thu |chong |chay |trao )|hoi (?!nhap|nghi|thao)|lien doan|lien hiep|doan |mat tran|bao hiem"
    r"|kho bac|ngan hang|tong lien doan|dai (?!bieu )|bo chi huy|quan khu|kiem toan|hat |doi (?!moi|ngoai|song)|benh vien"
    r"|to (?!chuc )|cong doan|lien minh|quy (?!hoach|dinh|che|mo)|tap doan|hoc vien|hop tac xa|nha may|tram "
    r"|bao (?!ve|ton|tro|dam|dong)|bch |bcd|bql |tinh doan|huyen doan|thanh doan|xa doan|ubmttq|ubkt|thuong truc"
    r"|thu vien|thong tan xa|trung uong |ldld |bhxh |tand |vksnd |cang vu|hiep hoi|tong hoi|xi nghiep"
    r"|chi nhanh |phan (?:hieu|vien) |(?:thue|thong ke|buu dien) (?:tinh|thanh pho|huyen|thi xa|co so) |dien luc (?=\w)|thi hanh an dan su |khoa (?!hoc|[xvi]+ )|vuon |chi bo |chi doan|nha (?:van hoa|thieu nhi|xuat ban|hat) )"
)
_PLACE = re.compile(
    r"^(?:tinh|thanh pho|tp\.?|huyen|thi xa|quan|xa|phuong|thi tran|dac khu) (?!(?:uy|doan)\b)"
)
_OPEN = re.compile(
    r"(?:(?:^|.*\s)(?:va|cua|cac|-|thanh pho|tinh|huyen|xa|phuong)|.*,|truong(?: dai hoc| cao dang)?|(?:tong )?cong ty"
    r"(?: co phan| tnhh| trach nhiem huu han)?(?: (?:mtv|mot thanh vien))?|ban chi dao|ban chi huy|ban quan ly(?: du an)?"
    r"|hoi dong|trung tam|van phong|ban|benh vien|tap doan|hop tac xa|lien minh|lien hiep|doan|hoi|dai|quy|vien|uy ban|bcd|bql)$"
)
"""The first lines of a name that is only whole with the next, whatever that begins with."""


_PLACE_WORDS = {"tinh": "TỈNH", "huyen": "HUYỆN", "xa": "XÃ", "phuong": "PHƯỜNG"}
"""Words of these that a place's own name ends with, but for the mark: Sơn Tịnh, Thạch Xá."""


def agency_lines(lines: Sequence[str]) -> list[str]:
    """Join the capitals of a letterhead into agencies, the parent body first.

    >>> agency_lines(["ỦY BAN NHÂN DÂN", "TỈNH QUẢNG NGÃI", "SỞ NỘI VỤ"])
    ['ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI', 'SỞ NỘI VỤ']
    >>> agency_lines(["SỞ NỘI VỤ -", "SỞ TÀI CHÍNH"])
    ['SỞ NỘI VỤ - SỞ TÀI CHÍNH']
    >>> agency_lines(["CÔNG AN TỈNH - VIỆN KIỂM SÁT NHÂN DÂN TỈNH", "TÒA ÁN NHÂN DÂN TỈNH"])
    ['CÔNG AN TỈNH - VIỆN KIỂM SÁT NHÂN DÂN TỈNH - TÒA ÁN NHÂN DÂN TỈNH']
    """
    units: list[str] = []
    for line in _in_vietnamese(lines):
        for part in (one for cell in re.split(r"\s*\|\s*", line) for one in _beside(cell)):
            if not part:
                continue
            if units and _joins_in(units[-1], part):
                units[-1] = f"{units[-1]} - {part}"
            elif units and _goes_on(units[-1], part):
                units[-1] = f"{units[-1]} {part}"
            elif units and _of_one_rank(units[-1], part):
                units[-1] = f"{units[-1]} - {part}"
            else:
                units.append(part)
    units = [unit.strip(" -,") for unit in units]
    return [u for u in units if _HEAD.match(fold(u) + " ") or _HAMLET.match(fold(u))] or units[:1]


_HAMLET = re.compile(r"(?:thon|to dan pho|khu pho|khu dan cu|khoi pho) (?=\w)")
"""What a commune has below it: its head signs papers too."""
_COMMUNE = re.compile(r"(?:uy ban nhan dan|ubnd) (?:xa|phuong|thi tran|dac khu) \w")


def _goes_on(unit: str, part: str) -> bool:
    """Say whether a line is the rest of the name above it."""
    folded = fold(part)
    if unit.endswith("-") or part.startswith("-"):
        return True
    if _HAMLET.match(folded) and _COMMUNE.match(fold(unit)):
        return False
    begins = _HEAD.match(folded + " ") is not None
    if folded.startswith("chi nhanh ") and len(unit.split()) > _SHORT_NAME:
        return False  # whatever its office ends with: "VĂN PHÒNG ĐĂNG KÝ ĐẤT ĐAI TỈNH"
    return not begins or _PLACE.match(folded) is not None or _is_open(unit)


def _is_open(unit: str) -> bool:
    """Say whether a name goes on below: one that ends with "TỈNH", not with "SƠN TỊNH"."""
    last = unit.split()[-1] if unit else ""
    word = _PLACE_WORDS.get(fold(last))
    if word is not None and last.upper() not in {word, fold(word).upper()}:
        return False
    return _OPEN.match(fold(unit)) is not None


_SHORT_NAME = 3
"""Words; a longer name is one by itself."""
_RANK = re.compile(
    r"(?P<rank>so|bo(?! (?:tong|tu lenh|chi huy|chinh tri))|cuc|chi cuc|tong cuc)(?= )"
)
_PEERS = re.compile(
    r"(?:cong an|bao hiem xa hoi|lien doan lao dong|vien kiem sat|toa an|cuc thue)\b"
)
"""Agencies of a province that no department of it is above."""


def _joins_in(unit: str, part: str) -> bool:
    """Say whether a line names one more of agencies that issue together, no dash before it."""
    joint = " - " in unit and not unit.endswith("-") and not part.startswith("-")
    return joint and _PEERS.match(fold(part)) is not None


_COUNCIL = re.compile(r"(?:uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd) (?P<rank>\w+)")


def _of_one_rank(above: str, below: str) -> bool:
    """Say whether two agencies issue together: neither a ministry nor a district has another above it."""
    first, second = fold(above.rsplit(" - ", 1)[-1]), fold(below)
    if first.startswith("so ") and _PEERS.match(second):
        return True
    for rank in (_RANK, _COUNCIL):
        upper, lower = rank.match(first), rank.match(second)
        if upper and lower:
            return upper["rank"] == lower["rank"]
    return False


_LONGEST = 240
"""No letterhead names agencies at such length on one line."""
_BEGINS = re.compile(
    r"(?<= )(?:so|bo(?! (?:doi|tu lenh|chi huy|mon))|cuc|chi cuc|cong an|thanh tra|uy ban nhan dan|ubnd|ban quan ly"
    r"|trung tam|phong) (?=\w)"
)
_WHOLE = re.compile(
    r"(?:(?:uy ban nhan dan|ubnd|hdnd|hoi dong nhan dan|so|cong an|cuc|chi cuc|tinh uy|huyen uy) (?:.* )?"
    r"(?:tinh|thanh pho|huyen|thi xa|quan|xa|phuong|thi tran|dac khu|tp\.?) \w+(?: \w+){1,3}|(?:bo|so|tinh uy|thanh uy|huyen uy) .+)$"
)


_HALF = re.compile(
    r"\b(?:can bo|noi bo|tien bo|duong bo|co so|van phong|hai phong|bien phong|quoc phong) $"
)
"""Words whose last syllable begins no agency."""


def _beside(line: str) -> list[str]:
    """Part agencies that one line names side by side: "UBND TỈNH QUẢNG NGÃI SỞ NỘI VỤ".

    What stands before must be a whole name by itself, as "THANH TRA SỞ Y TẾ" has none.
    """
    folded = fold(line)
    if len(line) > _LONGEST:
        return [line]
    for begin in _BEGINS.finditer(folded):
        left = folded[: begin.start()].rstrip()
        if left.endswith((" va", " -", ",", " can")) or not _WHOLE.match(left):
            continue
        if len(left.split()) < 3 and not left.startswith(("bo ", "so ")):
            continue
        if _HALF.search(f"{left} {begin[0]}"):
            continue
        return [line[: len(left)], *_beside(line[begin.start() :])]
    return [line]


def is_agency(text: str) -> bool:
    """Say whether capitals begin as the name of an agency does."""
    return bool(_HEAD.match(fold(text) + " "))


_PERSON = re.compile(
    r"(?:ĐOÀN|TÔ|HỘI|QUỸ|ĐÀI)\s(?!THANH|TNCS|ĐẠI|KIỂM|CÔNG|GIÁM|ĐỒNG|NÔNG|PHỤ|CỰU|CHỮ|NGƯỜI|KHUYẾN|TRUYỀN)\S+(?:\s\S+){1,2}$"
)


def is_person(text: str) -> bool:
    """Say whether capitals that begin as an agency's name does are a person's: "ĐOÀN NGỌC HẢI"."""
    return bool(_PERSON.match(text))


def starts_place(text: str) -> bool:
    """Say whether a line is the place of the agency above it: "Tỉnh Quảng Ngãi"."""
    return _PLACE.match(fold(text)) is not None


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
    if parent and len(names) > 2:
        parent = _with_parent(parent, names[-3], registry)  # the department of a province, too
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
    before, _, last = issuer.rpartition(" ")
    if before and last.lower() in {"sở", "bộ"} and parent.lower().startswith(f"{last.lower()} "):
        return f"{before} {parent}"  # "Thanh tra Sở" below "Sở Y tế …"
    if own in {"van-phong", "cong-doan", "dang-uy"} or (own == "thanh-tra" and not locality):
        return f"{issuer} {parent}"
    if (_PARTY.match(above) and _PARTY_BOARD.match(own)) or (
        _ELECTED.match(above) and _ELECTED_BOARD.match(own)
    ):
        return f"{issuer} {parent}"
    if locality:
        word, _, place = locality[1].partition(" ")
        if issuer.endswith(f" {word}"):
            return f"{issuer} {place}"  # "Bệnh viện Đa khoa tỉnh" is that of the parent's province
        if above.startswith("uy-ban-nhan-dan") and not _NAMES_ITSELF.match(own) and not _local(own):
            return issuer if own.endswith(f"-{agency_key(place)}") else f"{issuer} {locality[1]}"
    return issuer


_PARTY = re.compile(r"(?:tinh|thanh|huyen|thi|quan|dang)-(?:uy|bo|doan)(?:-|$)")
_PARTY_BOARD = re.compile(
    r"(?:ban-(?:to-chuc|tuyen-giao|dan-van|noi-chinh|kinh-te|thuong-vu|chap-hanh)|uy-ban-kiem-tra|van-phong)\b(?!.*-(?:uy|bo|doan)(?:-|$))"
)
_ELECTED = re.compile(r"hoi-dong-nhan-dan-|(?:uy-ban-mttq|uy-ban-mat-tran|ubmttq)")
_ELECTED_BOARD = re.compile(
    r"(?:ban-(?:phap-che|kinh-te|van-hoa|dan-toc|do-thi|kiem-phieu)[a-z-]*|thuong-truc|ban-thuong-truc)$"
)
_NAMES_ITSELF = re.compile(
    r"(?:truong(?!-ban)|dai-hoc|hoc-vien|benh-vien|(?:tong-)?cong-ty|hop-tac-xa|tap-doan|bao|dai|nha)-"
)
"""Schools, hospitals and companies bear a name of their own; their district is none of it."""
_OWN_PLACE = re.compile(
    r"(?:tinh|thanh-pho|huyen|thi-xa|quan|xa|phuong|thi-tran|dac-khu)-(?!hoi|doi|ly|su)[a-z0-9]"
)


def _local(own: str) -> bool:
    """Say whether an agency's name holds its own place: "UBND xã Ba Vinh"."""
    return re.search(rf"(?:^|-){_OWN_PLACE.pattern}", own) is not None


def _named(unit: str, registry: Registry) -> str:
    entry = registry.agencies.entry(unit)
    if entry and agency_key(entry.name) == agency_key(unit):
        return entry.name
    if entry is None and (whole := registry.agencies.run_together(unit)):
        return whole.name
    return normal_case(unit)
