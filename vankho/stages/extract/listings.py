"""Tables that list documents: the day of issue and the issuer stand in cells of their own.

The row of headings tells which: "| TT | Số, ký hiệu | Ngày ban hành | Cơ quan ban hành | …". So
annexes of repealed documents are drawn up, and records of letters in and out (Nghị định
30/2020/NĐ-CP, Phụ lục IV: "Số, ký hiệu", "Ngày tháng", "Tác giả").
"""

import re
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from vankho.grammar import date as dates
from vankho.grammar import issuer as issuers
from vankho.model.letter import Block
from vankho.registry.registry import Registry
from vankho.stages.extract.draft import Draft
from vankho.text.fold import fold
from vankho.text.span import Span
from vankho.text.view import View

_BAR = re.compile(r"\|")
_GAP = re.compile(r"\t[ \t]*|(?<! ) {3,}")
_MOST_CELLS = 40
_LONGEST_HEADINGS = 600
_NUMBER = re.compile(r"(?<!\w)(?:so|ky hieu|so hieu)(?!\w)")
_DAY = re.compile(r"(?<!\w)ngay(?!\w)")
# Days that are not of issue: of coming in, of taking effect, to be done by.
_OTHER_DAY = re.compile(
    r"(?<!\w)(?:den|nhan|hieu luc|han|hoan thanh|nop|chuyen|bat dau|ket thuc|sinh|hop|ap dung)(?!\w)"
)
_ISSUER = re.compile(
    r"(?:co quan|don vi|noi|chu the|cap)(?:,? nguoi)? (?:da )?(?:ban hanh|phat hanh|ky)|tac gia"
)
_HEADING = re.compile(r"ngày|ban hành|tác giả", re.IGNORECASE)
"""What the row of headings cannot do without."""
_SHORT_DAY = re.compile(
    r"\s?[;,]?\s?(?=\d{1,2}(?:\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}(?!\d)|\sthang\s\d))"
)
_LONG_DAY = re.compile(r"\s?[;,]?\s?(?=ngay\s)")
_YEAR = re.compile(r"\s?[;,]?\s?(?:(?:thang\s)?\d{1,2}\s?[/.-]\s?|nam\s)?(?P<year>[12]\d{3})$")
"""All that is known of some: "tháng 3/2024", "2024"."""


class Columns(NamedTuple):
    """Which cell of a row tells what: indices from the left, None where no heading says so."""

    cells: int
    number: int
    day: int | None
    issuer: int | None


def columns(block: Block, source: str, before: Columns | None) -> Columns | None:
    """Return the columns of the table that ``block`` stands in; ``before`` are those of the last.

    None in a table that does not list documents.
    """
    if len(block.spans) != 1 or len(block.spans[0]) > _LONGEST_HEADINGS:
        return before
    row = block.spans[0].of(source)
    if _HEADING.search(row) is None or any(map(str.isdigit, row)):
        return before
    return _headings([fold(cell.of(source)) for cell in _cells(block.spans[0], source)]) or before


def _headings(names: Sequence[str]) -> Columns | None:
    days = [
        at for at, name in enumerate(names) if _DAY.search(name) and not _OTHER_DAY.search(name)
    ]
    makers = [at for at, name in enumerate(names) if _ISSUER.search(name)]
    numbers = [at for at, name in enumerate(names) if _NUMBER.search(name)]
    if not numbers or not (days or makers) or len(days) > 1 or len(makers) > 1:
        return None
    return Columns(
        cells=len(names),
        number=numbers[0],
        day=days[0] if days else None,
        issuer=makers[0] if makers else None,
    )


def read_row(
    block: Block,
    source: str,
    text: View,
    drafts: Sequence[Draft],
    told: Columns,
    registry: Registry,
) -> None:
    """Give the document in a row's number cell the day and the issuer that its row tells.

    What the citation says itself stays; a day of another year than its number's is not its own.
    """
    cells = _cells(block.spans[0], source) if len(block.spans) == 1 else []
    if len(cells) != told.cells:
        return
    own = cells[told.number]
    here = [draft for draft in drafts if own.start <= text.source(draft.core) < own.end]
    if len(here) != 1 or here[0].kind != "reference":
        return
    draft = here[0]
    if not draft.dated and told.day is not None:
        day = cells[told.day]
        if told.day == told.number:  # "12/2019/NQ-HĐND; 10/7/2019"
            day = Span(text.source(draft.end), own.end)
        _read_day(day.of(source), draft)
    if draft.issuer is None and told.issuer is not None:
        name = " ".join(cells[told.issuer].of(source).split())
        phrase = issuers.read(name, fold(name), 0, registry.agencies.names)
        if phrase is not None and phrase.end == len(name):
            draft.issuer = phrase.name


def _read_day(cell: str, draft: Draft) -> None:
    folded = fold(" ".join(cell.split()))
    if opening := _SHORT_DAY.match(folded):
        folded = f"ngay {folded[opening.end() :]}"
    elif opening := _LONG_DAY.match(folded):
        folded = folded[opening.end() :]
    match = dates.DATE.match(folded)
    written = dates.read(match) if match else None
    if written is not None and written.value is not None:
        if draft.number_year in (None, written.year):
            draft.issued, draft.written_year, draft.dated = written.value, written.year, True
    elif (year := _YEAR.fullmatch(folded)) and draft.number_year is None:
        draft.written_year = draft.written_year or int(year["year"])


def _cells(row: Span, source: str) -> list[Span]:
    """Return the cells of a row, between its bars or else between its gaps, without their blanks."""
    text = row.of(source)
    barred = text.count("|") > 1
    edges = _BAR if barred else _GAP
    found, at = [], 0
    for edge in [*islice(edges.finditer(text), _MOST_CELLS), None]:
        end = edge.start() if edge else len(text)
        found.append(_stripped(row.start + at, row.start + end, source))
        at = edge.end() if edge else end
    if barred:  # the outer bars
        found = found[not text[: text.index("|")].strip() :]
        found = found[: len(found) - (not text[text.rindex("|") + 1 :].strip())]
    return found


def _stripped(start: int, end: int, source: str) -> Span:
    while start < end and source[start].isspace():
        start += 1
    while start < end and source[end - 1].isspace():
        end -= 1
    return Span(start, end)
