"""What stands right of a mention: its day of issue, its issuer, and a place in brackets."""

import re

from vankho.grammar import date as dates
from vankho.grammar import pinpoint
from vankho.registry.registry import Registry
from vankho.stages.extract.agency import agency_at
from vankho.stages.extract.draft import Draft
from vankho.stages.extract.whose import RAISED, read_issuer
from vankho.text.view import View

_RIGHT_PINPOINT = re.compile(
    r"(?:\s?\((?:tại\s)?|,\stại\s)(?:các\s)?(?:từ\s)?(?=(?:[Đđ]iều|[Kk]hoản|[Đđ]iểm|[Mm]ục|[Pp]hần|[Cc]hương|[Tt]iết|[Gg]ạch đầu dòng|[Pp]hụ lục|ĐIỀU|KHOẢN|ĐIỂM|MỤC|PHỤ LỤC)\s)"
)


def read_right(view: View, draft: Draft, registry: Registry) -> None:
    """Read date and issuer, in either order, and a pinpoint in brackets after them."""
    if not draft.dated:
        _read_date(view, draft)
    end = draft.end
    if draft.issuer is None:
        read_issuer(view, draft, registry)
    if draft.end > end and not draft.dated:
        _read_date(view, draft)
        if draft.issuer is None:
            read_issuer(view, draft, registry)
    if not draft.dated and view.folded.startswith(_DONE_BY, draft.end):
        _read_issued_by(view, draft, registry)
    opening = _RIGHT_PINPOINT.match(view.text, draft.end)
    if opening is None:
        _read_pinpoint_in_bracket(view, draft)
        if view.text.startswith(", ", draft.end):
            _read_pinpoint_after_comma(view, draft)
        return
    bracket = "(" in opening[0]
    closing = view.text.find(")", opening.end(), opening.end() + 200) if bracket else -1
    limit = closing if bracket else min(len(view.text), opening.end() + 200)
    paths = pinpoint.paths_from(view.text, view.folded, opening.end(), max(limit, 0))
    if bracket and closing > 0 and paths and paths[-1].end == closing:
        draft.paths += paths
        draft.end = closing + 1
    elif (
        not bracket
        and paths
        and view.text[paths[-1].end : paths[-1].end + 1] in {",", ".", ";", ""}
    ):
        draft.paths += paths
        draft.end = paths[-1].end


_DONE_BY = (" do ", " duoc ", ", do ", ", duoc ")
_ISSUED_ON = re.compile(r"\s(?:da\s)?(?:(?:ky\s)?ban\shanh|phat\shanh|ky|cap|lap)\s(?=ngay\s?\d)")


def _read_issued_by(view: View, draft: Draft, registry: Registry) -> None:
    """Read who and when of "Giấy phép số 15/GP-UBND do UBND tỉnh cấp ngày 03/3/2020"."""
    by = view.folded.index(" ", draft.end + 2) + 1
    phrase = agency_at(view, by, registry)
    issued = _ISSUED_ON.match(view.folded, phrase.end) if phrase else None
    if phrase is None or issued is None:
        return
    before, draft.end = draft.end, issued.end()
    _read_date(view, draft)
    if draft.dated:
        draft.issuer = draft.issuer or phrase.name
    else:
        draft.end = before


_COMMA_PLACE = re.compile(
    r",\s(?:các\s)?(?=(?:[Đđ]iều|[Kk]hoản|[Đđ]iểm|[Mm]ục|[Pp]hần|[Pp]hụ lục)\s)"
)


def _read_pinpoint_in_bracket(view: View, draft: Draft) -> None:
    """Read the place of "(Thông báo số 98/TB-UBND ngày 12/6/2024, mục 3)": the bracket holds both."""
    if view.text[draft.start - 1 : draft.start] != "(":
        return
    opening = _COMMA_PLACE.match(view.text, draft.end)
    if opening is None:
        return
    closing = view.text.find(")", opening.end(), opening.end() + 120)
    if closing < 0:
        return
    paths = pinpoint.paths_from(view.text, view.folded, opening.end(), closing)
    if paths and paths[-1].end == closing:
        draft.paths += paths
        draft.end = closing


# What comes after a place that belongs to the document before it: no other document, and no list.
_SAYS = re.compile(
    r"\s?[.;:]|$|,?\s(?:nêu|quy định|ghi|có|thì|yêu cầu|cho phép|đã|chỉ|không|giao|hướng dẫn)(?!\w)"
)


def _read_pinpoint_after_comma(view: View, draft: Draft) -> None:
    """Read the place of "Nghị định 135/2021/NĐ-CP, Điều 12, khoản 3 nêu …"."""
    opening = _COMMA_PLACE.match(view.text, draft.end) if not draft.paths else None
    if opening is None:
        return
    limit = min(len(view.text), opening.end() + 200)
    paths = pinpoint.paths_from(view.text, view.folded, opening.end(), limit)
    if paths and _SAYS.match(view.text, paths[-1].end):
        draft.paths += paths
        draft.end = paths[-1].end


# A closing quotation mark, a stray full stop or the mark of a note between symbol and date:
# "UBND-NC” ngày 07", "TT-BTC(2) ngày 11"; or how urgent it is: "VPCP-KTTH (hỏa tốc) ngày 09".
_CLOSED = re.compile(
    rf"(?:[”\"]|\s?\((?:\d{{1,2}}|hoa\stoc|(?:thuong\s)?khan)\)(?=\s)|{RAISED})(?=\s?ngay\s?\d)|\.(?=ngay\s?\d)"
)
_HOUR = r"(?:(?:lap|ky|(?:duoc\s)?ban\shanh)\s)?(?:vao\s)?(?:hoi|luc)\s\d{1,2}\s?(?:h|g|gio|:)\s?(?:\d{1,2})?(?:\s?phut)?,?\s"
_CLOCK = re.compile(rf"{_HOUR}(?=ngay)")
_SAME_DAY = re.compile(
    rf"\s?,?\s?(?P<open>\()?(?:{_HOUR}|(?:ky\s)?ban\shanh\s|ky\s)?cung\sngay(?!\w)"
)


def _read_date(view: View, draft: Draft) -> None:
    same_day = closed = clock = None
    if view.folded.startswith(" ngay ", draft.end):  # as nearly all are written
        at = draft.end + 1
    else:
        same_day = _SAME_DAY.match(view.folded, draft.end)
        at = same_day.end() - len("ngay") if same_day else draft.end
        closed = _CLOSED.match(view.folded, at)
        if closed:
            at = closed.end()
        while at < len(view.text) and view.text[at] in " ,":
            at += 1
        clock = _CLOCK.match(view.folded, at)
        if clock:
            at = clock.end()
    match = dates.DATE.match(view.folded, at)
    if match and not dates.plain(match, view.text):
        match = None
    if match is None or (at - draft.end > 3 and not same_day and not clock and not closed):
        if same_day:
            draft.same_day, draft.end = True, same_day.end()
        elif in_turn := dates.in_turn(view.folded, draft.end):
            draft.in_turn, draft.end, draft.dated = in_turn, in_turn[-1].end, True
            draft.issued, draft.written_year = in_turn[-1].value, in_turn[-1].year
        elif draft.own_type and draft.symbol and (bare := dates.bare(view.folded, draft.end)):
            draft.end = bare.end
            take_date(view, draft, bare)
        else:
            _read_year(view, draft)
        return
    written = dates.read(match)
    if not (1 <= written.day <= 31 and 1 <= written.month <= 12) and written.year is None:
        return
    draft.same_day = same_day is not None
    draft.end = written.end
    opened = match[0].startswith("(") or (same_day is not None and same_day["open"])
    if opened and view.text[written.end : written.end + 1] == ")":
        draft.end += 1
    take_date(view, draft, written)


def take_date(view: View, draft: Draft, written: dates.WrittenDate) -> None:
    """Give a mention the date that is written for it, also one without a year or of no calendar."""
    draft.dated = True
    draft.issued = written.value
    draft.written_year = written.year
    if written.value is None:
        draft.day_month = (written.day, written.month)
    if written.impossible:
        printed = view.text[written.start : written.end]
        draft.impossible_date = re.sub(r"(?i)^\s*ngày\s*", "", printed)


def _read_year(view: View, draft: Draft) -> None:
    """Read a year that stands alone after the number: "số 1622/QĐ-TTg năm 2022"."""
    match = dates.YEAR_ALONE.match(view.folded, draft.end)
    if match and draft.written_year is None and (draft.symbol or draft.kind == "bare"):
        draft.written_year = dates.digits(match["year"])
        draft.end = match.end()
