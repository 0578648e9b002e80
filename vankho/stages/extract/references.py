"""Mentions by number and symbol: from the number, read left (type) and right (date, issuer)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from vankho.grammar import date as dates
from vankho.grammar import issuer as issuers
from vankho.grammar import number as numbers
from vankho.grammar import pinpoint
from vankho.grammar.kind import KIND_WORDS
from vankho.registry.registry import Registry
from vankho.registry.types import LETTER
from vankho.stages.extract.draft import Draft
from vankho.stages.extract.symbols import as_issuer_bears, repaired, type_of
from vankho.text.view import View

_SO = r"(?:\s?:?\s?(?:tu\s)?(?P<so>s\s?o)\s?[:.]?)?\s?$"
_GENERIC = r"van\s?ban(?!\squy\spham)"
# What may stand between the type word and the number: "Công điện khẩn", "Kết luận thanh tra".
_OF_A_COURT = (
    "hanh chinh|dan su|hinh su|lao dong|kinh doanh thuong mai|so tham|phuc tham|giam doc tham"
)
_KIND_OF = rf"(?:\s(?:{KIND_WORDS}|{_OF_A_COURT})){{0,2}}"
# Numbers that look like a document's and are none.
_NOT_A_DOCUMENT = re.compile(
    r"(?<!\w)(?:mau|bieu|lo|thua|dien thoai|dt|tai khoan|stk|bien|to khai|ma|hoa don|km|quoc lo|duong|tinh lo"
    r"|phieu thu|goi thau|ky hieu)(?:\s(?:so|dat|ban do))?\s?[:.]?\s?$"
)
_NOT_A_DOCUMENT_REACH = 30
# Cases in the register of a court: "vụ án thụ lý số 45/2021/TLST-DS".
_CASES = ("TLST", "TLPT")
# One of several digits may be a letter to OCR.
_LISTED = r"(?:\d[\dOoIl]{0,4}|[OoIl]\d[\dOoIl]{0,3})[a-zđ]?"
_MORE_NUMBERS = re.compile(rf"(?P<list>(?:{_LISTED}\s?(?:,|;|và|,\svà)\s?)+)$")
_RIGHT_PINPOINT = re.compile(
    r"(?:\s?\((?:tại\s)?|,\stại\s)(?:các\s)?(?=(?:[Đđ]iều|[Kk]hoản|[Đđ]iểm|[Mm]ục|[Pp]hụ lục)\s)"
)


def find(view: View, registry: Registry) -> Iterable[Draft]:
    """Return every mention with a number and a symbol, in order."""
    return _find(view, registry) if "/" in view.text or numbers.may_be_hyphened(view.text) else ()


def _find(view: View, registry: Registry) -> Iterator[Draft]:
    left = _left(registry)
    previous_end = -1
    for match in numbers.find(_loud(view.text)):
        draft = _read(view, match, registry, left, previous_end)
        if draft is not None:
            yield from _with_numbers_before(view, draft, match.start())
            yield draft
            previous_end = draft.end
            for more in _with_numbers_after(view, draft, registry):
                yield more
                previous_end = more.end


_ALONE = re.compile(rf"(?<!\w){_SO}")


_LEFT_REACH = 110
"""Characters before a number in which its type word is looked for."""
_SO_REACH = 16
_KIND_OF_REACH = 30


@dataclass(frozen=True, slots=True)
class _Left:
    """What stands before a number: a type word, at times its maker, "số"."""

    near: re.Pattern[str]
    reach: int
    """Characters that a match of ``near`` can have."""
    made: re.Pattern[str]
    """With the issuer between: "Công văn của Bộ Công an số 1588/BCA-C06"."""
    described: re.Pattern[str]
    """With what it does between: "Quyết định chủ trương đầu tư số 512/QĐ-UBND"."""

    def search(self, folded: str, floor: int, end: int) -> re.Match[str] | None:
        """Return what ends at ``end`` and begins at or after ``floor``, if anything does."""
        near = self.near.search(folded, max(floor, end - self.reach), end)
        # A maker stands before "số" only.
        if near is not None or not folded.endswith(
            ("so ", "so: ", "so. ", "so", "so:", "so."), floor, end
        ):
            return near
        return self.made.search(folded, floor, end)


@lru_cache(maxsize=4)
def _left(registry: Registry) -> _Left:
    word = rf"(?<!\w)(?P<type>{_GENERIC}|{registry.types.words.pattern}){_KIND_OF}"
    maker = r"(?:\s(?:cua\s|(?=ubnd|hdnd|uy ban|hoi dong|chinh phu|thu tuong|bo\s|so\s[a-z]))(?P<maker>[^,.;:()]{2,70}?)(?=\sso\s?[:.]?\s?$))?"
    return _Left(
        near=re.compile(rf"{word}(?P<maker>(?!))?{_SO}"),
        reach=registry.types.longest + _KIND_OF_REACH + _SO_REACH,
        made=re.compile(rf"{word}{maker}{_SO}"),
        described=re.compile(
            rf"(?<!\w)(?P<type>{_GENERIC}|{registry.types.words.pattern})(?P<what>(?:\s[a-z]+){{1,9}})\s(?P<so>s\s?o)\s?[:.]?\s?$"
        ),
    )


_NOT_WHAT = {
    "theo", "tại", "này", "trên", "và", "hoặc", "các", "được", "đã", "có", "do", "từ", "đến", "với", "trong", "của", "số",
}  # fmt: skip


def _described(
    view: View, floor: int, end: int, symbol: str, left: _Left, registry: Registry
) -> re.Match[str] | None:
    """Return the type word and what stands between it and "số"; its type must be the symbol's."""
    told = registry.types.by_symbol(symbol)
    if not view.folded.endswith(("so ", "so: ", "so"), floor, end):
        return None
    at = floor
    while word := left.described.search(view.folded, at, end):
        printed = view.text[word.start("what") : word.end("what")]
        kind = registry.types.by_word(word["type"]) or ""
        # "Giấy phép xây dựng số 101/GPXD" bears more than the type's abbreviation.
        short = registry.types.abbreviation(kind)
        # "văn bản giải trình số 640/UBND-KTHT": a word for any document.
        alike = kind in {told, ""} or (
            told is None
            and (
                any(part.startswith(short) for part in numbers.groups(symbol))
                if short
                else kind == LETTER and "-" in symbol
            )
        )
        if alike and printed.islower() and _NOT_WHAT.isdisjoint(printed.split()):
            return word
        at = word.start() + 1
    return None


_SMALL_AFTER_SLASH = re.compile(r"/\s?(?:\d{4}/)?[a-zđ]")
_SMALL_LETTERS = re.compile(r"(?<=[Ss]ố\s)\d{1,5}[a-z]?\s?/\s?(?:\d{4}/)?[a-zđ][a-zđ&/-]*[a-zđ]")


def _loud(text: str) -> str:
    """Write symbols typed in small letters ("số 318/ubnd-nc") as they are read; same length."""
    if _SMALL_AFTER_SLASH.search(text) is None:
        return text
    return _SMALL_LETTERS.sub(lambda match: match[0].upper(), text)


def _read(
    view: View,
    match: re.Match[str],
    registry: Registry,
    left: _Left,
    previous_end: int,
) -> Draft | None:
    start = match.start()
    reference = numbers.read(match)
    split = _SPLIT_NUMBER.search(view.folded, max(0, start - 10), start)
    if split and len(split["head"]) + len(reference.number) <= 5:
        start = split.start("head")
        reference = replace(reference, number=split["head"] + reference.number)
    floor = max(0, start - _LEFT_REACH)
    listed = _numbers_before(view, start, floor)
    left_end = listed.start() if listed else start
    word = left.search(view.folded, floor, left_end)
    while word and word["maker"] and not _is_issuer(view, word, registry):
        word = left.search(view.folded, word.start() + 1, left_end)
    # No such word stands between a type word and its number.
    beside = word is not None and not word["maker"]
    if not beside and _NOT_A_DOCUMENT.search(
        view.folded, max(0, start - _NOT_A_DOCUMENT_REACH), start
    ):
        return None
    so = None if word else _ALONE.search(view.folded, max(floor, left_end - _SO_REACH), left_end)
    said_so = bool((word and word["so"]) or (so and so["so"]))
    begin = word.start() if word else (so.start("so") if so and so["so"] else start)
    end, printed = _whole_symbol(view, match.end(), reference.symbol, registry)
    symbol = repaired(printed, registry)
    described = None
    if said_so and not (word and view.text[word.start()].isupper()):
        described = _described(view, floor, left_end, symbol, left, registry)
        # "Công văn hướng dẫn số …" is no Hướng dẫn.
        if described and (word is None or view.text[described.start()].isupper()):
            begin, word = described.start(), None
        else:
            described = None
    if numbers.hyphened(match):
        if not word or registry.agencies.by_symbol(symbol) is None:
            return None  # "mẫu số 02-KSTT": only a type and an agency tell that a document is meant
    elif (
        not word
        and not described
        and not _acceptable(view, begin, said_so, symbol, previous_end, registry)
    ):
        return None
    draft = Draft(
        start=begin,
        end=end,
        core=start,
        number=reference.number,
        number_year=reference.year,
        symbol=symbol,
        own_type=bool(word or described),
    )
    kind = word or described
    draft.type = type_of(kind["type"] if kind else None, symbol, registry)
    if symbol.startswith(_CASES):
        return None
    if draft.type == "Hợp đồng" and registry.agencies.by_symbol(symbol) is None:
        return None  # between private parties: no document of an agency
    if word and word["maker"]:
        draft.issuer = view.text[word.start("maker") : word.end("maker")]
    read_right(view, draft, registry)
    if draft.issuer and draft.symbol:
        draft.symbol = as_issuer_bears(draft.symbol, draft.issuer, registry)
    return draft


# A blank inside a number, where "số" says that one number stands there: "số 58 64/UBND-TTHC".
_SPLIT_NUMBER = re.compile(r"(?<!\w)so\s(?P<head>\d{1,4})\s$")
_NEXT_WORD = re.compile(r"\s(?P<agency>[A-ZĐ][A-Za-zĐđ]{1,9})(?P<rest>(?:-[A-ZĐ]\w+)*)(?!\w)")


def _whole_symbol(view: View, end: int, symbol: str, registry: Registry) -> tuple[int, str]:
    """Take in the agency after a type's abbreviation that lost its hyphen: "TT BTTTT"."""
    following = _NEXT_WORD.match(view.text, end) if "-" not in symbol else None
    if (
        following is None
        or registry.types.by_symbol(f"{symbol}-X") is None
        or registry.agencies.by_abbreviation(following["agency"]) is None
    ):
        return end, symbol
    return following.end(), f"{symbol}-{following['agency']}{following['rest']}"


def _is_issuer(view: View, word: re.Match[str], registry: Registry) -> bool:
    phrase = issuers.read(view.text, view.folded, word.start("maker"), registry.agencies.names)
    return phrase is not None and phrase.end == word.end("maker")


def _acceptable(
    view: View, begin: int, said_so: bool, symbol: str, previous_end: int, registry: Registry
) -> bool:
    """Say whether a number without a type word names a document all the same."""
    if said_so and not view.folded[:begin].strip(" -"):
        return False  # the letter's own number line
    between = view.folded[previous_end:begin].strip() if previous_end >= 0 else "x"
    if between in {",", ";", "va", ", va", "; va", "hoac", "den"}:
        return True
    known_type = registry.types.by_symbol(symbol) is not None
    known_agency = registry.agencies.by_symbol(symbol) is not None
    if said_so:
        return known_type or known_agency or "-" in symbol
    return (known_type and "-" in symbol) or (known_agency and len(numbers.groups(symbol)) > 1)


def _numbers_before(view: View, core: int, floor: int) -> re.Match[str] | None:
    """Return the numbers of a list that ends in a full reference: "905, 906/QĐ-UBND"."""
    last = core - 2 if view.text[core - 1 : core] == " " else core - 1
    if last < floor or view.text[last] not in ",;à":
        return None
    return _MORE_NUMBERS.search(view.text, floor, core)


def _with_numbers_before(view: View, draft: Draft, core: int) -> Iterator[Draft]:
    """Yield the mentions of "Quyết định số 905, 906/QĐ-UBND" that stand before the last one."""
    listed = _numbers_before(view, core, max(0, core - 70))
    if not listed:
        return
    begin = draft.start
    for item in re.finditer(_LISTED, view.text[listed.start() : listed.end()]):
        at = listed.start() + item.start()
        yield Draft(
            start=min(begin, at),
            end=listed.start() + item.end(),
            core=at,
            type=draft.type,
            number=numbers.read_number(item[0]),
            number_year=draft.number_year,
            symbol=draft.symbol,
            own_type=draft.own_type,
            issued=draft.issued,
            written_year=draft.written_year,
            issuer=draft.issuer,
            day_month=draft.day_month,
        )
        begin = core
    draft.start = core
    draft.own_type = False


_NUMBER_AFTER = re.compile(
    r"(?:,\s|\sva\s)(?P<number>\d{1,5}[a-zđ]?)(?=(?:,|\sva)\s\d|\s(?:cung\s)?ngay\s\d|\s(?:cung\sngay))"
)


def _with_numbers_after(view: View, draft: Draft, registry: Registry) -> Iterator[Draft]:
    """Yield "502" and "503" of "Công văn số 501/STC-NS, 502, 503 cùng ngày 10/6/2024"."""
    end = draft.end
    while not draft.dated and (match := _NUMBER_AFTER.match(view.folded, end)):
        more = Draft(
            start=match.start("number"),
            end=match.end("number"),
            core=match.start("number"),
            type=draft.type,
            number=view.text[match.start("number") : match.end("number")],
            number_year=draft.number_year,
            symbol=draft.symbol,
        )
        end = more.end
        read_right(view, more, registry)
        yield more
        if more.dated:
            return


def read_right(view: View, draft: Draft, registry: Registry) -> None:
    """Read date and issuer, in either order, and a pinpoint in brackets after them."""
    for _ in range(2):
        if not draft.dated:
            _read_date(view, draft)
        if draft.issuer is None:
            _read_issuer(view, draft, registry)
    opening = _RIGHT_PINPOINT.match(view.text, draft.end)
    if opening is None:
        _read_pinpoint_in_bracket(view, draft)
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


_COMMA_PLACE = re.compile(
    r",\s(?:các\s)?(?=(?:[Đđ]iều|[Kk]hoản|[Đđ]iểm|[Mm]ục|[Pp]hần|[Pp]hụ lục)\s)"
)


def _read_pinpoint_in_bracket(view: View, draft: Draft) -> None:
    """Read the place of "(Thông báo số 98/TB-UBND ngày 12/6/2024, mục 3)": the bracket holds both."""
    opening = _COMMA_PLACE.match(view.text, draft.end)
    if opening is None or view.text[draft.start - 1 : draft.start] != "(":
        return
    closing = view.text.find(")", opening.end(), opening.end() + 120)
    if closing < 0:
        return
    paths = pinpoint.paths_from(view.text, view.folded, opening.end(), closing)
    if paths and paths[-1].end == closing:
        draft.paths += paths
        draft.end = closing


# A closing quotation mark or a stray full stop between symbol and date: "UBND-NC” ngày 07".
_CLOSED = re.compile(r"[”\"](?=\s?ngay\s?\d)|\.(?=ngay\s?\d)")
_CLOCK = re.compile(r"(?:hoi|luc)\s\d{1,2}\s?(?:h|g|gio|:)\s?(?:\d{1,2})?(?:\s?phut)?,?\s(?=ngay)")
_SAME_DAY = re.compile(r"\s?,?\s?(?P<open>\()?(?:(?:ky\s)?ban\shanh\s|ky\s)?cung\sngay(?!\w)")


def _read_date(view: View, draft: Draft) -> None:
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
        else:
            _read_year(view, draft)
        return
    written = dates.read(match)
    if not (1 <= written.day <= 31 and 1 <= written.month <= 12) and written.year is None:
        return
    draft.dated = True
    draft.same_day = same_day is not None
    draft.end = written.end
    opened = match[0].startswith("(") or (same_day is not None and same_day["open"])
    if opened and view.text[written.end : written.end + 1] == ")":
        draft.end += 1
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


_AND_OF = re.compile(r"(?:,|\sva|,\sva)\s")
_CUA = re.compile(r"\s?,?\s?cua(?:\s|(?=[a-z]))")
# "số 118/CV-CK của Quý Công ty ngày 12/8/2024": whoever is written to, and the day after it.
_OF_YOU = re.compile(r"[Qq]uý(?:\s[^\s,.;()]+){1,4}?(?=,?\s(?:đề\s)?ngày\s?\d)")


def _read_issuer(view: View, draft: Draft, registry: Registry) -> None:
    link = _CUA.match(view.folded, draft.end)
    if link is None:
        return
    phrase = issuers.read(view.text, view.folded, link.end(), registry.agencies.names)
    if phrase is None:
        if not draft.dated and (written_to := _OF_YOU.match(view.text, link.end())):
            draft.end = written_to.end()
        return
    names, end = [phrase.name], phrase.end
    while draft.symbol and numbers.JOINT.match(draft.symbol):
        link = _AND_OF.match(view.folded, end, end + 6)
        more = (
            issuers.read(view.text, view.folded, link.end(), registry.agencies.names)
            if link
            else None
        )
        if more is None:
            break
        names.append(more.name)
        end = more.end
    draft.end = end
    # A congress passes what its committee bears the symbol of: "06-NQ/TU của Đại hội …".
    if not names[0].startswith("Đại hội"):
        draft.issuer = ", ".join(names)
