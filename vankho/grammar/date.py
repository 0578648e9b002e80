"""Dates as official letters write them.

Grammar, on folded text::

    date  = ["de"] "ngay" day ("thang" | "/" | "-" | "." | ",") month
                   ("nam" | "/" | "-" | "." | ",") year
    short = "(" day "/" month "/" year ")"          the word "ngày" left out
    bare  = [","] day "/" month "/" year            as well, right after a symbol
    part  = "ngay" day "/" month                    no year: 19/6
"""

import datetime
import re
from typing import NamedTuple

from vankho.grammar.misread import as_digits

# Letters that OCR puts for digits; read as digits in the place of digits only. It puts blanks
# between them as well: "ngày 1 8 tháng 3 năm 20 24".
DIGIT = "[0-9oil]"

_SEP = r"\s?[/.,-]\s?"
_MONTHS = {
    "hai": 2, "ba": 3, "tu": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9, "muoi": 10, "muoi mot": 11,
    "muoi hai": 12,
}  # fmt: skip
# Not "mot", "gieng" and "chap": they are of the lunar year as often. "tháng năm 2024" is a blank.
_MONTH_WORD = r"(?:muoi\s(?:mot|hai)|hai|ba|tu|nam|sau|bay|tam|chin|muoi)(?=\snam\s[12])"
DATE = re.compile(
    rf"""
    (?: \(?\s? (?:(?:duoc\s)?(?:ky\s)?ban\shanh\s|phat\shanh\s|ky\s|lap\s|de\s|ra\s|ghi\s|cap\s)? ng[a\s]?y \s? (?:(?:ban\shanh|ky)\s?:?\s|ngay\s|:\s?)? (?:m[ou]ng\s)? (?P<day>{DIGIT}{{1,2}}|[0-3]\s\d)
        (?: \s? th[a\s]?ng \s? (?P<month>{DIGIT}{{1,2}}|{_MONTH_WORD}) (?: ,?\s? n[a\s]?m \s? (?P<year>{DIGIT}{{4}}|[12]\s?\d\s?\d\s?\d(?!\d)) )?
          | {_SEP} (?P<month2>{DIGIT}{{1,2}}) (?: (?:{_SEP}|\snam\s) (?P<year2>{DIGIT}{{4}}|(?<!,\s)(?<!nam\s)\d\d(?![\d/])) )? )
        (?![\d%])
    | \( \s? (?P<day3>{DIGIT}{{1,2}}) {_SEP} (?P<month3>{DIGIT}{{1,2}}) {_SEP} (?P<year3>{DIGIT}{{4}}) \s? \)
    )
    """,
    re.VERBOSE,
)

# As ``DATE``, with "ngày" said before it already.
_SHORT = re.compile(DATE.pattern.replace(r"ng[a\s]?y \s? ", r"(?:ngay \s?)? ", 1), re.VERBOSE)

BARE = re.compile(
    r"(?:,| [-–])? (?P<date>(?P<day>[0-3]?\d)/(?P<month>[01]?\d)/(?P<year>(?:19|20)\d\d))(?![\w/])"
)
"""A whole date right after a symbol, without the word "ngày": "3813/UBND-TTHC, 09/8/2023"."""

YEAR_ALONE = re.compile(
    rf"\s(?:(?:thang\s{DIGIT}{{1,2}}\s|cung\s)?nam\s|thang\s{DIGIT}{{1,2}}\s?[/.-]\s?|(?P<open>\()(?:nam\s)?)(?P<year>[12]{DIGIT}{{3}})(?!\w)(?(open)\))"
)
"""A year, or a month of a year, where no day is given: "năm 2022", "tháng 5/2024", "(2022)"."""

_IN_TURN = re.compile(
    r"\s?,?\s?(?:lan\sluot\s(?:(?:vao|la|ky|cac|trong)\s)*|(?:vao\s)?cac\s)(?=ngay\s)"
)
_NEXT_IN_TURN = re.compile(r"\s?(?:,|;|va|,\sva)\s(?:ngay\s)?(?=\d)")

EXAMPLES = (
    "ngay 22/4/2021",
    "ngay 09 thang 8 nam 2023",
    "ngay 09.8.2023",
    "ngay 09-8-2023",
    "(09/8/2023)",
    "ngay 19/6",
    "ngay 02/6 nam 2017",
    "ngay o3/3/2023",
    "ngay 1 8 thang 3 nam 20 24",
    "ngy 16 th ng 10 nm 2013",
    "de ngay 27/5/2024",
    "ra ngay 19/3/2025",
    "ngay ban hanh 22/9/2025",
    "ngay 07 thang 1, nam 2025",
    "ngay 17 thang muoi hai nam 2024",
    "phat hanh ngay 09/8/2023",
    "ngay: 09/8/2023",
    "ngay ngay 09/8/2023",
)


class WrittenDate(NamedTuple):
    """A date as a citation gives it.

    ``value`` is None where the year is left out or the day does not exist; ``day`` and
    ``month`` are kept all the same, for the finding and for the year to be inferred.
    """

    start: int
    end: int
    day: int
    month: int
    year: int | None
    value: datetime.date | None

    @property
    def impossible(self) -> bool:
        """Say whether a full date is written that no calendar has (31/02/2023)."""
        return self.year is not None and self.value is None


def digits(text: str) -> int:
    """Read a number whose digits OCR may have taken for letters (O for 0, l for 1)."""
    return int(text if text.isdecimal() else as_digits("".join(text.split())))


FIRST_YEAR, LAST_YEAR = 1900, 2100
"""No document that letters issue or cite is of another year: such a year is a misprint."""


def real(year: int, month: int, day: int) -> datetime.date | None:
    """Return the date, or None where no calendar has it or no document can be of that year."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def plain(match: re.Match[str], text: str) -> bool:
    """Say whether every letter read as a digit is a plain one in ``text``: "08/l", not "08/ị"."""
    if "".join(filter(None, match.groups())).isdigit():
        return True  # as nearly all are
    for number, value in enumerate(match.groups(), start=1):
        if value is not None and not value.isdigit() and value not in _MONTHS:
            start, end = match.span(number)
            if not text[start:end].isascii():
                return False
    return True


def read(match: re.Match[str]) -> WrittenDate:
    """Turn a match of ``DATE`` into a date. A two-digit year is of this century."""
    day_text, named, year_text, month, year2, day3, month3, year3 = match.groups()
    day = digits(day_text or day3)
    named = named or month or month3
    month = _MONTHS.get(named) or digits(named)
    year_text = year_text or year2 or year3
    year = digits(year_text) if year_text else None
    if year is not None and year < 100:
        year += 2000
    value = real(year, month, day) if year is not None else None
    start, end = match.span()
    return WrittenDate(start, end, day, month, year, value)


def bare(folded: str, at: int) -> WrittenDate | None:
    """Read the date of "3813/UBND-TTHC 09/8/2023", or None where the figures are no date."""
    match = BARE.match(folded, at)
    if match is None:
        return None
    year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
    value = real(year, month, day)
    if value is None:
        return None
    start, end = match.span("date")
    return WrittenDate(start=start, end=end, day=day, month=month, year=year, value=value)


def in_turn(folded: str, at: int) -> list[WrittenDate]:
    """Read the dates that a list of documents bears one by one, or none.

    "lần lượt ngày 07/02/2024 và 12/02/2024"; a year said once, with the last, is that of all.
    """
    opening = _IN_TURN.match(folded, at)
    match = DATE.match(folded, opening.end()) if opening else None
    found: list[WrittenDate] = []
    while match is not None:
        found.append(read(match))
        link = _NEXT_IN_TURN.match(folded, match.end())
        match = _SHORT.match(folded, link.end()) if link else None
    if len(found) < 2:
        return []
    year = found[-1].year
    return [
        one._replace(year=year, value=real(year, one.month, one.day))
        if one.year is None and year is not None
        else one
        for one in found
    ]
