"""What stands right of a mention: its day of issue, its issuer, and a place in brackets."""

import re
from functools import lru_cache

from vankho.grammar import date as dates
from vankho.grammar import number as numbers
from vankho.grammar import pinpoint
from vankho.grammar.issuer import IssuerPhrase
from vankho.registry.registry import Registry
from vankho.stages.extract import damaged
from vankho.stages.extract.agency import agency_at
from vankho.stages.extract.draft import Draft
from vankho.text.fold import fold
from vankho.text.view import View

_RIGHT_PINPOINT = re.compile(
    r"(?:\s?\((?:tại\s)?|,\stại\s)(?:các\s)?(?=(?:[Đđ]iều|[Kk]hoản|[Đđ]iểm|[Mm]ục|[Pp]hần|[Cc]hương|[Tt]iết|[Gg]ạch đầu dòng|[Pp]hụ lục|ĐIỀU|KHOẢN|ĐIỂM|MỤC|PHỤ LỤC)\s)"
)


def read_right(view: View, draft: Draft, registry: Registry) -> None:
    """Read date and issuer, in either order, and a pinpoint in brackets after them."""
    if not draft.dated:
        _read_date(view, draft)
    end = draft.end
    if draft.issuer is None:
        _read_issuer(view, draft, registry)
    if draft.end > end and not draft.dated:
        _read_date(view, draft)
        if draft.issuer is None:
            _read_issuer(view, draft, registry)
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
_RAISED = rf"[{numbers.NOTE_SIGNS}]{{1,2}}"
_CLOSED = re.compile(
    rf"(?:[”\"]|\s?\((?:\d{{1,2}}|hoa\stoc|(?:thuong\s)?khan)\)(?=\s)|{_RAISED})(?=\s?ngay\s?\d)|\.(?=ngay\s?\d)"
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


_AND_OF = re.compile(r"(?:,|\sva|,\sva|\s[-–])\s")
_CUA = re.compile(rf"(?:{_RAISED})?\s?,?\s?c(?:ua(?:\s|(?=[a-z]))|\s?a\s)")
# "số 118/CV-CK của Quý Công ty ngày 12/8/2024": whoever is written to, and the day after it.
_OF_YOU = re.compile(r"[Qq]uý(?:\s[^\s,.;()]+){1,4}?(?=,?\s(?:đề\s)?ngày\s?\d)")


def _read_issuer_in_bracket(view: View, draft: Draft, registry: Registry) -> None:
    """Read "(Sở Y tế, ngày 02/6/2023)" behind a number: whose it is, and its day."""
    phrase = agency_at(view, draft.end + len(" ("), registry)
    if phrase is None or not view.folded.startswith(", ngay ", phrase.end):
        return
    match = dates.DATE.match(view.folded, phrase.end + len(", "))
    if (
        match is None
        or not dates.plain(match, view.text)
        or view.text[match.end() : match.end() + 1] != ")"
    ):
        return
    written = dates.read(match)
    if draft.dated or written.value is None:
        return
    draft.issuer, draft.dated = phrase.name, True
    draft.issued, draft.written_year, draft.end = written.value, written.year, match.end() + 1


_PROVINCIAL = re.compile(r"\s(?:tinh|thanh\spho)\s.*$")


def _read_damaged_issuer(
    view: View, draft: Draft, phrase: IssuerPhrase | None, at: int, registry: Registry
) -> None:
    """Read "của Thủ tướng Chính ph", "của Sở Nội v ụ": what the symbol says, as far as it is left."""
    printed = phrase.name if phrase is not None else ""
    said, names = _longer_names(draft.symbol or "", printed, registry)
    if phrase is not None:
        at = phrase.end - len(printed)  # "của Bộ trưởng Bộ Nội v ụ"
    for name in names:
        end = damaged.agency_end(view, at, name)
        # Not "của UBND tnh Quảng Nam".
        if end is not None and not (name.endswith(" tinh") and _ITS_PLACE.match(view.text, end)):
            draft.issuer, draft.end = said, end
            return


@lru_cache(maxsize=4096)
def _longer_names(symbol: str, printed: str, registry: Registry) -> tuple[str, tuple[str, ...]]:
    """Return whose a symbol is, and its folded names of which ``printed`` is a beginning only."""
    entry = registry.agencies.by_symbol(symbol)
    if entry is None:
        return "", ()
    name, begun = _PROVINCIAL.sub("", fold(entry.name)), fold(printed)
    said = _COUNCILS.get(name)
    if said is not None and begun in {"", name, fold(said)[:4]}:
        return said, tuple(
            f"{of}{body}" for body in (fold(said), f"{name} tinh") for of in _CHAIRED
        )
    longer = len(begun) < len(name) and name.startswith(begun)
    return entry.name[: len(name)], (name,) if longer else ()


_COUNCILS = {"uy ban nhan dan": "UBND tỉnh", "hoi dong nhan dan": "HĐND tỉnh"}
_CHAIRED = ("", "chu tich ")
_ITS_PLACE = re.compile(r"\s[A-ZĐ]")


# Several are named as one: "của liên Bộ Tài chính - Tư pháp", "của Liên Bộ: Bộ Y tế, …".
_UNITED = re.compile(r"lien\s(?:tich\s)?(?:(?:bo|so|nganh)\s?:\s)?(?=(?:bo|so)\s)")


def _named_in(view: View, at: int, symbol: str, registry: Registry) -> IssuerPhrase | None:
    """Read "Tư pháp" of "liên Bộ Tài chính - Tư pháp": the symbol tells whose name it is."""
    for group in numbers.groups(symbol):
        entry = registry.agencies.by_abbreviation(group)
        name = _PROVINCIAL.sub("", fold(entry.name)).partition(" ")[2] if entry else ""
        end = at + len(name)
        whole = not view.folded[end : end + 1].isalnum()
        if entry and name and whole and view.folded.startswith(name, at):
            return IssuerPhrase(at, end, entry.name)
    return None


_PLACES = ("cac ", "khoan ", "diem ", "muc ", "dieu ", "phan ", "phu luc ")


def _is_of_the_next(view: View, end: int, registry: Registry) -> bool:
    """Say whether an agency, named up to ``end``, is said to have spoken in another document."""
    if not view.folded.startswith(" tai ", end):
        return False
    at = end + len(" tai ")
    word = registry.types.words.match(view.folded, at)
    return word is not None or view.folded.startswith(_PLACES, at)


def _read_issuer(view: View, draft: Draft, registry: Registry) -> None:
    link = _CUA.match(view.folded, draft.end)
    if link is None:
        if view.text.startswith(" (", draft.end):
            _read_issuer_in_bracket(view, draft, registry)
        return
    joint = draft.symbol is not None and numbers.JOINT.match(draft.symbol) is not None
    united = _UNITED.match(view.folded, link.end()) if joint else None
    phrase = agency_at(view, united.end() if united else link.end(), registry)
    apart = phrase is not None and view.text.startswith(",", draft.end)
    if apart and phrase is not None and _is_of_the_next(view, phrase.end, registry):
        return  # "đề nghị của Sở Y tế tại A, của Sở Nội vụ tại Tờ trình B"
    if draft.symbol and (phrase is None or view.text.startswith(" ", phrase.end)):
        _read_damaged_issuer(view, draft, phrase, link.end(), registry)
        if draft.issuer is not None:
            return
    if phrase is None:
        if not draft.dated and (written_to := _OF_YOU.match(view.text, link.end())):
            draft.end = written_to.end()
        return
    names, end = [phrase.name], phrase.end
    while joint and (link := _AND_OF.match(view.folded, end, end + 6)):
        more = agency_at(view, link.end(), registry)
        if more is None and united:
            more = _named_in(view, link.end(), draft.symbol or "", registry)
        if more is None:
            break
        names.append(more.name)
        end = more.end
    draft.end = end
    # A congress passes what its committee bears the symbol of: "06-NQ/TU của Đại hội …".
    if not names[0].startswith("Đại hội") or names[0].startswith("Đại hội đồng"):
        draft.issuer = ", ".join(names)
