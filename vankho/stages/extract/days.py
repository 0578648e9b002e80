"""The day of issue that stands apart from its mention, before it in the sentence."""

import re

from vankho.grammar import date as dates
from vankho.registry.registry import Registry
from vankho.stages.extract.agency import agency_at
from vankho.stages.extract.draft import Draft
from vankho.text.view import View

_DATE_BEFORE = re.compile(
    r"(?P<date>ngay\s[^,;]{3,28}?),?\s(?P<agency>(?!\d|(?:thang|nam)\s)[^.;]{2,90}?)\s(?:(?:da|vua)\s)?(?:ban\shanh|phat\shanh|ky|ky\sban\shanh|ra|co|trinh(?:\s(?:thuong\struc\s|chu\stich\s)?(?:ubnd|hdnd)\s(?:tinh|huyen|xa|phuong))?|(?:quyet\snghi\s)?thong\squa)\s(?:cac\s)?$"
)
_ON_THAT_DAY = re.compile(r",?\s(?:tai|trong)\s$")
_SAID = re.compile(
    r"\s(?:(?:da|vua|tiep\stuc)\s)*(?:co\s)?(?:y\skien|tra\sloi|phuc\sdap|bao\scao|de\snghi|kien\snghi|chi\sdao|giai\strinh|thong\sbao|yeu\scau|trinh)(?:\s(?!theo\s)\w+){0,4}\s(?:tai|bang)\s$"
)
_CLAUSE_REACH = 170
"""Characters back that the clause may begin which tells the day."""


def read_before(view: View, draft: Draft, floor: int, registry: Registry) -> None:
    """Read the day of issue from "Ngày 15/3/2024, Bộ Nội vụ ban hành Công văn số …".

    Also "Ngày 15/8/2025, tại Công văn số …" and "…, Sở Xây dựng báo cáo tại Công văn số …".
    """
    if draft.dated or draft.written_year or draft.number is None:
        return
    begin = max(floor, draft.start - _CLAUSE_REACH)
    if view.folded.find("ngay ", begin, draft.start) < 0:
        return
    match = _DATE_BEFORE.search(view.folded, begin, draft.start)
    written = dates.DATE.fullmatch(match["date"]) if match else None
    if written is None and view.folded.endswith(_TOLD_AT, begin, draft.start):
        written = _day_of_clause(view, begin, draft.start, registry)
    if written is not None:
        found = dates.read(written)
        draft.issued, draft.written_year = found.value, found.year


_TOLD_AT = ("tai ", "trong ", "bang ")


def _day_of_clause(view: View, begin: int, end: int, registry: Registry) -> re.Match[str] | None:
    """Return the day on which somebody says at ``end`` what the document holds."""
    at = view.folded.find("ngay ", begin, end)
    day = dates.DATE.match(view.folded, at, end) if at >= 0 else None
    if day is None:
        return None
    if _ON_THAT_DAY.fullmatch(view.folded, day.end(), end):
        return day
    name = day.end() + (2 if view.text.startswith(", ", day.end()) else 1)
    who = agency_at(view, name, registry)
    return day if who is not None and _SAID.fullmatch(view.folded, who.end, end) else None


_NAMED_REACH = 160
"""Characters back that a day is looked for that "cùng ngày" goes back to."""


def read_named_before(view: View, draft: Draft, begin: int) -> None:
    """Read "Qua kiểm tra ngày 01/8/2024 (Biên bản số … cùng ngày)": the day last named."""
    named = list(
        dates.DATE.finditer(view.folded, max(begin, draft.start - _NAMED_REACH), draft.start)
    )
    if named:
        found = dates.read(named[-1])
        draft.issued, draft.written_year = found.value, found.year
