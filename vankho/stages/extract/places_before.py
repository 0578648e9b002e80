"""The province named right before a bracket: "thành phố Đà Nẵng (Nghị quyết số 98/2022/NQ-HĐND)"."""

import re

from vankho.grammar.provinces import PROVINCES, SEATS
from vankho.text.fold import fold
from vankho.text.trie import pattern_of
from vankho.text.view import View

_NAMES = {fold(name): name for name in PROVINCES}
# After "với", "giáp", "qua" a neighbour is named, not who has decided.
_PROVINCE = re.compile(
    r"(?P<link>[,;:(-]\s|(?<!\w)(?:va|cua|tai|nhu|o|la|gom)\s)?(?P<level>(?<!\w)(?:tinh|thanh\spho|tp\.?)\s)?"
    rf"(?<!\w)(?P<name>{pattern_of(_NAMES)})\s?$"
)
_JOINS = {"- ", "va "}
_OF_CITY = {"thanh pho ", "tp ", "tp. "}
_REACH = 44
_COUNCIL = re.compile(r"[-/](?P<council>UBND|HĐND)(?!\w)")
_SYMBOL_REACH = 80


def council_of_province(view: View, floor: int, start: int, bracket: int) -> str | None:
    """Return the council of the province that is named up to ``bracket``, before a mention at ``start``."""
    bearer = _COUNCIL.search(view.text, start, start + _SYMBOL_REACH)
    if bearer is None:
        return None
    found = _PROVINCE.search(view.folded, max(floor, bracket - _REACH), bracket)
    if found is None or not view.text[found.start("name")].isupper():
        return None
    if found["link"] is None and view.text[floor : found.start()].strip(' “"•*+-–'):
        return None
    # "đường Quảng Ngãi - Kon Tum", "giữa Quảng Ngãi và Kon Tum": no list of provinces.
    joined = found["link"] in _JOINS and not found["level"]
    if joined and view.text[found.start() - 2 : found.start()].strip() not in {")", "),"}:
        return None
    name = _NAMES[found["name"]]
    if found["level"] in _OF_CITY and name not in SEATS:
        return None  # "thành phố Quảng Ngãi": a district
    level = "thành phố" if name in SEATS else "tỉnh"
    return f"{bearer['council']} {level} {name}"
