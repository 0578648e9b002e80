"""Number and symbol of a document (số và ký hiệu): 972/UBND-KSTTHC.

Grammar (Nghị định 30/2020/NĐ-CP, Điều 15 and Phụ lục III)::

    state  = number "/" [year "/"] symbol           45/2018/QĐ-TTg, 972/UBND-KSTTHC
    party  = number "-" TYPE "/" body                57-NQ/TW
    symbol = group (("-" | "&" | "/") group)*
    group  = an upper-case letter, then letters and digits: QĐ, TTg, BCVT, QH15, THPTS2ĐP

Patterns read cleaned text (``text.view``): one kind of dash, no marks.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from vankho.grammar.misread import as_digits

NOTE_SIGNS = "¹²³⁰⁴-⁹"
"""Raised digits: the mark of a note, right behind a symbol: TT-BTC¹."""
_UPPER = "A-ZĐÀ-ÖØ-ÞĂĨŨƠƯẠ-Ỹ"
_NUMBER = r"(?P<number>(?:(?<![\w./-])|(?<=[Ss]ố)|(?<=SỐ)|(?<=so))[0-9OoIl](?:\.?[0-9OoIl]){0,6}[a-zđA-EĐ]?)"
# "KV III": a regional office of the State Audit; "V.I": a division of the Government Office;
# "EVN SPC": the power corporations.
_GROUP = rf"(?:EVN\s(?:SPC|CPC|NPC|HCMC|HANOI)(?![{_UPPER}\w])|(?:KV\s|V\.)[IVX]{{1,5}}(?![{_UPPER}\w])|(?:[{_UPPER}]\s)?[{_UPPER}][{_UPPER}a-zđăâêôơưý]*\d*(?:(?<=\d)[{_UPPER}]{{2,6}}(?!\w))?)"
# An underscore is a typist's hyphen, too: "22/2024/QĐ_UBND".
_JOIN = r"\s?[-&/_]\s?"
# A full stop with capitals right after it is a typist's hyphen: "10/QĐ.UBND".
_STOPPED = rf"(?:(?<=[{_UPPER}])\.(?=[{_UPPER}]{{2}}){_GROUP}){{0,2}}"
_SYMBOL = rf"(?P<symbol>{_GROUP}{_STOPPED}(?:{_JOIN}{_GROUP})*)"

REFERENCE = re.compile(
    rf"""
    {_NUMBER} (?:
        \s?/\s? (?: (?P<year>[12][0-9OoIl]{{3}}) \s?/\s? )? {_SYMBOL}
      | \s?-\s? (?P<party>[{_UPPER}][{_UPPER}a-z]{{0,4}} \s?/\s? (?:T[hx]U|[{_UPPER}]{{2,8}}) (?:-[{_UPPER}]{{2,8}})* (?:/[a-z]{{1,3}}(?!\w))?)
    ) (?: (?=[{NOTE_SIGNS}]) | (?!\w) )
    """,
    re.VERBOSE,
)

# What stands for the year is none: "37/3786/QĐ-UBND". The number is as printed.
_NO_YEAR = re.compile(
    rf"(?P<number>(?<![\w./-])\d{{1,5}}/\d{{1,5}})/(?P<year>(?!))?(?P<party>(?!))?{_SYMBOL}(?!\w)"
)

# A blank where the slash belongs, and a slash for the hyphen: "số 512 QĐ/UBND".
_SLASH_LATER = re.compile(
    rf"(?:(?<=[Ss]ố\s)|(?<=[Ss]ố:\s)|(?<=SỐ\s)){_NUMBER}\s(?P<year>(?!))?(?P<party>(?!))?(?P<symbol>[{_UPPER}]{{2,4}}/{_GROUP}(?:-{_GROUP})*)(?!\w)"
)
_SLASH_LATER_REACH = 16

SLASH_LOST = re.compile(rf"\s(?P<symbol>{_GROUP}(?:-{_GROUP})+)(?![\w/])")
"""Right behind a number whose slash is lost: "Công văn số 972 UBND-KSTTHC"."""

AFTER_TYPE = "|".join(
    rf"(?<={word}\s)"
    for word in ("văn", "định", "quyết", "tư", "hoạch", "báo", "bản", "thị", "trình")
)
"""Right behind the last syllable of a type word: "Chỉ thị 406-TTg", "kế hoạch 12/kh-ubnd"."""

# A hyphen where the slash belongs, or of the time before 1997: "số 972-UBND", "số 299-HĐBT".
_HYPHENED = re.compile(
    rf"(?:(?<=[Ss]ố\s)|(?<=[Ss]ố:\s)|(?<=SỐ\s)|{AFTER_TYPE}){_NUMBER}-(?:(?P<year>[12]\d{{3}})-)?(?P<symbol>{_GROUP}(?:-{_GROUP})*)(?P<party>(?!))?(?![\w/&]|\s/)"
)
_HYPHENED_REACH = 9

_SLASH = rf"/\s?(?:[{_UPPER}]|[12][0-9OoIl]{{3}}\s?/\s?[{_UPPER}])"
_HYPHEN = rf"-(?<=\d-)(?=[{_UPPER}]{{2}})"
# Each begins with one sign, so that the search leaps to it; both together do not.
_SLASH_ANCHOR, HYPHEN_ANCHOR = re.compile(_SLASH), re.compile(_HYPHEN)
_ANCHOR = re.compile(rf"{_SLASH}|{_HYPHEN}")


def find(text: str) -> Iterator[re.Match[str]]:
    """Yield every reference of cleaned text, left to right.

    The search starts at slashes before a capital: they are few, while any letter o or l
    may begin a number that OCR misread.
    """
    end = 0
    anchors = _ANCHOR if HYPHEN_ANCHOR.search(text) else _SLASH_ANCHOR
    for anchor in anchors.finditer(text):
        slash = anchor.start()
        if slash < end:
            continue
        if text[slash] == "-":
            hyphened = _HYPHENED.search(text, max(end, slash - _HYPHENED_REACH), slash + 60)
            if hyphened and hyphened.start("symbol") > slash >= hyphened.end("number"):
                yield hyphened
                end = hyphened.end()
            continue
        start = max(end, slash - 18)
        # No blank stands in a number, one at most before the slash; round a hyphen two may.
        blank = text.rfind(" ", start, slash - 1)
        if blank >= 0 and "-" not in text[max(0, blank - 1) : blank + 2]:
            start = blank + 1
        while match := REFERENCE.search(text, start, slash + 200):
            if match.end() > slash or match.start() > slash:
                break
            start = match.end()
        if match is None:
            if "/" in text[start:slash]:
                match = _NO_YEAR.search(text, start, slash + 200)
            elif text[slash - 1].isalpha():
                before = max(end, slash - _SLASH_LATER_REACH)
                match = _SLASH_LATER.search(text, before, slash + 60)
        if match and match.start() < slash < match.end():
            yield match
            end = match.end()


EXAMPLES = (
    "972/UBND-KSTTHC",
    "45/2018/QĐ-TTg",
    "191/STTTT-BCVT&CNTT",
    "30c/NQCP",
    "351/2017/UBTVQH14",
    "57-NQ/TW",
    "15-TB/ThU",
    "5864 /UBND-TTHC",
    "5864/U BND-TTHC",
    "1.313/UBND-TTHC",
    "81O/UBND-TTHC",
    "15/QĐ-THPTS2ĐP",
)
NO_YEAR_EXAMPLES = ("37/3786/QĐ-UBND", "12/218/KH-UBND")
HYPHENED_EXAMPLES = ("số 972-UBND", "số 299-HĐBT", "số 63-2010-NĐ-CP")

JOINT = re.compile(r"(?:TTLT|NQLT|(?:HD|TTr|QC|KH|TB|BB)(?:LN|LT|PH)|CTPH|CTrPH|CTrLT)-")
"""Begins the symbol of a document that several agencies issue together."""

COURT_FIELDS = ("DS", "HS", "HC", "LĐ", "KDTM", "HNGĐ")
"""Fields of law in the symbols of courts, which name no court: 15/2023/DS-ST."""


class Reference(NamedTuple):
    """Number, year inside the number, and symbol, as normalised for comparison."""

    number: str
    year: int | None
    symbol: str


_STOP_FOR_HYPHEN = re.compile(r"(?<!V)\.|(?<=V)\.(?![IVX]+(?![\w]))")


_PARTED = re.compile(r"\d{1,4}\.\d{1,2}")


def read_number(printed: str, *, with_year: bool = False) -> str:
    """Return a printed number with OCR's letters read as digits and no thousands dot.

    A last letter belongs to the number (30c/NQ-CP), and so does what one dot parts from it where
    no thousands can be meant: 66.4/2025/NQ-CP, as the Government counts from 2025. Without a year
    behind the number (``with_year``) such a dot is a speck.
    """
    body, suffix = printed, ""
    if len(printed) > 1 and printed[-1].isalpha() and printed[-1] not in "OoIl":
        body, suffix = printed[:-1], printed[-1]
    number = as_digits(body)
    return (number if with_year and _PARTED.fullmatch(number) else number.replace(".", "")) + suffix


def read(match: re.Match[str]) -> Reference:
    """Turn a match of ``REFERENCE`` into a reference; the symbol is as printed but for blanks."""
    printed, written_year, symbol, party = match.group("number", "year", "symbol", "party")
    number = printed
    if not printed.isdigit():
        number = read_number(printed, with_year=written_year is not None)
    year = int(as_digits(written_year)) if written_year else None
    joined = "".join((party or symbol).split()).replace("_", "-")
    if "." in joined:
        joined = _STOP_FOR_HYPHEN.sub("-", joined)
    return Reference(number, year, joined)


def hyphened(match: re.Match[str]) -> bool:
    """Say whether a hyphen stands where the slash belongs: "972-UBND"."""
    return match["party"] is None and "/" not in match[0]


def groups(symbol: str) -> list[str]:
    """Split a symbol into its groups: ``QĐ-UBND`` gives QĐ and UBND."""
    return [group for group in re.split(r"[-/]", symbol) if group]


def without_zeros(number: str) -> str:
    """Return the number as it compares: 01 and 1 are one number (Điều 15 NĐ 30/2020)."""
    return number.lstrip("0").lower() or "0"
