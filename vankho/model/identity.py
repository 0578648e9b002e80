"""Who a document is: issuer + number + symbol + year, and the id and URL made of them.

Number and symbol alone repeat every year and among issuers (Nghị định 30/2020/NĐ-CP,
Điều 15: unique within one agency and one year). Another day of the same year is the same
document.
"""

import hashlib
import re
from dataclasses import dataclass

from vankho.text.fold import slug

_DIGITS = re.compile(r"\d*")
UNKNOWN_YEAR = "khong-ro-nam"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Identity:
    """What makes a document itself. ``issuer`` is an agency key, "" where not known."""

    year: int
    """0 where not known."""
    number: str
    """Lower case, without leading zeros; for a law cited by name, empty."""
    number_year: int
    """The year inside the number, 0 where there is none: 01/2024/QĐ-UBND is not 01/QĐ-UBND."""
    symbol: str
    """As a slug; for a law cited by name, the slug of its name."""
    issuer: str


def year_part(year: int | None) -> str:
    """Return the first part of an id."""
    return str(year) if year else UNKNOWN_YEAR


def padded(number: str) -> str:
    """Return a number as ids write it: below ten with two digits.

    >>> padded("1"), padded("30c"), padded("01-1")
    ('01', '30c', '01-1')
    """
    digits = _DIGITS.match(number)
    first = digits[0].lstrip("0") if digits else ""
    rest = number[digits.end() if digits else 0 :]
    joined = "-" if rest and not rest[0].isalnum() else ""
    return f"{first or '0':0>2}{joined}{slug(rest)}"


def printed_reference(
    number: str | None, number_year: int | None, symbol: str | None
) -> str | None:
    """Write số và ký hiệu as documents do; None where either is not known.

    >>> printed_reference("57", None, "NQ/TW")
    '57-NQ/TW'
    """
    if number is None or symbol is None:
        return None
    year = f"{number_year}/" if number_year else ""
    return f"{number}{'-' if '/' in symbol else '/'}{year}{symbol}"


def reference_slug(number: str, number_year: int | None, symbol: str) -> str:
    """Return the second part of an id.

    >>> reference_slug("37", 2020, "QĐ-UBND")
    '37-2020-qd-ubnd'
    """
    middle = f"-{number_year}" if number_year else ""
    return f"{padded(number)}{middle}-{slug(symbol)}"


_LONGEST = 120
"""Characters of the second part of an id: a path must fit a Windows share (260 in all)."""


def bounded(part: str) -> str:
    """Cut an over-long id short, telling it apart by a digest of the whole."""
    if len(part) <= _LONGEST:
        return part
    digest = hashlib.sha256(part.encode()).hexdigest()[:8]
    return f"{part[: _LONGEST - 9].rstrip('-')}-{digest}"


def page_url(document_id: str) -> str:
    """Return the URL of a document's page, from the site's root."""
    return f"van-ban/{document_id}.html"


_LAWS = frozenset({"Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp"})


def law_slug(kind: str | None, title: str | None) -> str | None:
    """Return the name that a law is cited by, as a slug; None for what is no law.

    Its title may leave its type out, as below the heading LUẬT.

    >>> law_slug("Luật", "Lưu trữ"), law_slug("Luật", "Luật Lưu trữ"), law_slug("Nghị định", "Lưu trữ")
    ('luat-luu-tru', 'luat-luu-tru', None)
    """
    if kind not in _LAWS or not title:
        return None
    own, name = slug(kind), slug(title)
    return name if f"{name}-".startswith(f"{own}-") else f"{own}-{name}"
