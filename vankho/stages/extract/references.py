"""Mentions by number and symbol: from the number, read left (type) and right (date, issuer)."""

import re
from collections.abc import Iterator

from vankho.grammar import number as numbers
from vankho.registry.registry import Registry
from vankho.stages.extract import type_words
from vankho.stages.extract.draft import Draft
from vankho.stages.extract.joined import Joined
from vankho.stages.extract.right import read_right, take_date
from vankho.stages.extract.symbols import as_issuer_bears, repaired, type_of
from vankho.stages.extract.type_words import TypeWord
from vankho.text.view import View

# Numbers that look like a document's and are none.
_NOT_A_DOCUMENT = re.compile(
    r"(?<!\w)(?:mau|bieu|lo|thua|dien thoai|dt|tai khoan|stk|bien|to khai|ma|hoa don|km|quoc lo|duong|tinh lo"
    r"|phieu thu|goi thau|ky hieu|ban ve|chung thu(?:\s(?:tham dinh(?:\sgia)?|giam dinh|bao lanh|kiem dinh|so))?)(?:\s(?:so|dat|ban do))?\s?[:.]?\s?$"
)
_NOT_A_DOCUMENT_REACH = 30
# Cases in the register of a court: "vụ án thụ lý số 45/2021/TLST-DS".
_CASES = ("TLST", "TLPT")
# One of several digits may be a letter to OCR.
_LISTED = r"(?:\d[\dOoIl]{0,4}|[OoIl]\d[\dOoIl]{0,3})[a-zđ]?"
_MORE_NUMBERS = re.compile(rf"(?P<list>(?:{_LISTED}\s?(?:,|;|và|,\svà)\s?)+)$")


def holding(joined: Joined) -> set[int]:
    """Return the indexes of the views that may hold a number with a symbol."""
    return joined.holding(("/",)) | joined.matching(numbers.HYPHEN_ANCHOR, printed=True)


def find(view: View, registry: Registry) -> Iterator[Draft]:
    """Yield every mention with a number and a symbol, in order."""
    previous_end = -1
    for match in numbers.find(_loud(view.text)):
        draft = _read(view, match, registry, previous_end)
        if draft is not None:
            core = match.start()
            listed = _numbers_before(view, core, max(0, core - 70))
            if listed:
                yield from _with_numbers_before(view, draft, core, listed)
            yield draft
            previous_end = draft.end
            if draft.dated:
                continue
            for more in _with_numbers_after(view, draft, registry):
                yield more
                previous_end = more.end


# Not "V/v", "b/cáo": a number stands before the slash, or the type of a Party's document.
_SMALL_AFTER_SLASH = re.compile(
    r"/(?=\s?(?:\d{4}/)?[a-zđ])(?:(?<=\d/)|(?<=\d[\sa-z]/)|(?<=\d[a-z]\s/)|(?<=-[a-zđ]{2}/)|(?<=-[a-zđ]{3}/)|(?<=-[a-zđ]{4}/))"
)
_COUNT = r"\d[\d.]{0,6}[a-z]?"
_SMALL = r"\s?/\s?(?:\d{4}/)?[a-zđ]"
# Without "số" a hyphen must be there: "kế hoạch 10/ngày" is no document.
_SMALL_LETTERS = re.compile(
    rf"(?<=[Ss]ố\s){_COUNT}(?P<state>{_SMALL}[a-zđ&/-]*[a-zđ])"
    rf"|(?:{numbers.AFTER_TYPE}){_COUNT}(?P<short>{_SMALL}+-[a-zđ&/-]*[a-zđ])"
    r"|(?<=[Ss]ố\s)\d{1,4}(?P<party>-[a-zđ]{2,4}/[a-zđ]{2,8}(?!\w))"
)


def _loud(text: str) -> str:
    """Write symbols typed in small letters ("số 318/ubnd-nc") as they are read; same length."""
    if _SMALL_AFTER_SLASH.search(text) is None:
        return text
    return _SMALL_LETTERS.sub(_with_loud_symbol, text)


def _with_loud_symbol(match: re.Match[str]) -> str:
    symbol = match[match.lastgroup or 0]
    return match[0].removesuffix(symbol) + symbol.upper()


def _read(view: View, match: re.Match[str], registry: Registry, previous_end: int) -> Draft | None:
    reference, start = _whole_number(view, match)
    floor = max(0, start - type_words.REACH)
    listed = _numbers_before(view, start, floor)
    left_end = listed.start() if listed else start
    word = type_words.near(view, floor, left_end, registry)
    if word.word is None and ("/" in reference.number or _is_no_document(view, start)):
        return None  # of "lô 5/12/QH" nothing says that it is a document
    end, printed = _whole_symbol(view, match.end(), reference.symbol, registry)
    symbol = repaired(printed, registry)
    hyphened = numbers.hyphened(match)
    if hyphened and not _is_hyphened(word, symbol, registry):
        return None
    if not hyphened:
        word = type_words.told_by_symbol(view, floor, left_end, symbol, word, registry)
    begin = word.start if word.word or word.said_so else start
    told = word.word or word.unlisted
    if told is None and not _acceptable(view, begin, word.said_so, symbol, previous_end, registry):
        return None
    draft = Draft(
        start=begin,
        end=end,
        core=start,
        number=reference.number,
        number_year=reference.year,
        symbol=symbol,
        own_type=told is not None,
    )
    draft.type = type_of(word.word, symbol, registry)
    if word.unlisted and registry.types.by_symbol(symbol) is None:
        draft.type = word.unlisted  # else it is but ill-spelt: "Quyếtcủa định số 10/QĐ-UBND"
    called = registry.types.by_word(word.word) if word.word else None
    draft.called = called if called != draft.type else None
    if symbol.startswith(_CASES) or (draft.type, symbol) == ("Đề án", "CP"):
        return None  # a nickname: "Đề án 06/CP"
    if draft.type == "Hợp đồng" and registry.agencies.by_symbol(symbol) is None:
        return None  # between private parties: no document of an agency
    draft.issuer = word.maker
    if word.day is not None:
        take_date(view, draft, word.day)
    read_right(view, draft, registry)
    if draft.issuer and draft.symbol:
        draft.symbol = as_issuer_bears(draft.symbol, draft.issuer, registry)
    if "/" in reference.number:
        _read_cut_year(draft)
    return draft


def _whole_number(view: View, match: re.Match[str]) -> tuple[numbers.Reference, int]:
    """Return the reference and where its number begins, also of "số 58 64/UBND-TTHC"."""
    start, reference = match.start(), numbers.read(match)
    halved = view.text[max(0, start - 2) : start - 1].isdigit()
    split = _SPLIT_NUMBER.search(view.folded, max(0, start - 10), start) if halved else None
    if split and len(split["head"]) + len(reference.number) <= 5:
        whole = split["head"] + reference.number
        return reference._replace(number=whole), split.start("head")
    return reference, start


def _is_no_document(view: View, start: int) -> bool:
    """Say whether the word before a number counts something else: no "lô số", not in "Nghĩa Lộ số"."""
    reach = max(0, start - _NOT_A_DOCUMENT_REACH)
    return _NOT_A_DOCUMENT.search(view.folded, reach, start) is not None


def _is_hyphened(word: TypeWord, symbol: str, registry: Registry) -> bool:
    """Say whether "số 972-UBND" names a document.

    "mẫu số 02-KSTT" does not: only a type and an agency tell, or the type's own abbreviation,
    "Sắc lệnh số 21-SL".
    """
    if word.word is None:
        return False
    kind = registry.types.by_word(word.word)
    own = kind is not None and registry.types.abbreviation(kind) == symbol
    return own or registry.agencies.by_symbol(symbol) is not None


def _read_cut_year(draft: Draft) -> None:
    """Read "05/202/NQ-HĐND ngày 29/4/2022" as of 2022: of its year a digit was lost, no other stands there."""
    number, _, cut = (draft.number or "").partition("/")
    left = iter(str(draft.written_year or ""))
    if 2 <= len(cut) < 4 and all(digit in left for digit in cut):
        draft.number, draft.number_year = number, draft.written_year


# A blank inside a number, where "số" says that one number stands there: "số 58 64/UBND-TTHC".
_SPLIT_NUMBER = re.compile(r"(?<!\w)so\s(?P<head>\d{1,4})\s$")
# A blank inside an agency's letters: "UB ND-TTHC", "QĐ-UBN D".
_SECOND_HALF = re.compile(r"\s(?P<half>[A-ZĐ]{1,5})(?P<rest>(?:\s?-\s?[A-ZĐ]\w+)*)(?!\w)")
_LAST_GROUP = re.compile(r"[^-/&]+$")
_NEXT_WORD = re.compile(r"\s(?P<agency>[A-ZĐ][A-Za-zĐđ]{1,9})(?P<rest>(?:-[A-ZĐ]\w+)*)(?!\w)")


def _whole_symbol(view: View, end: int, symbol: str, registry: Registry) -> tuple[int, str]:
    """Take in the agency after a type's abbreviation that lost its hyphen: "TT BTTTT"."""
    following = _NEXT_WORD.match(view.text, end) if "-" not in symbol else None
    halved = _SECOND_HALF.match(view.text, end)
    if halved:
        half = _LAST_GROUP.sub("", symbol), numbers.groups(symbol)[-1] + halved["half"]
        if registry.agencies.by_abbreviation(half[1]) and not registry.agencies.by_abbreviation(
            halved["half"]
        ):
            return halved.end(), "".join(half) + "".join(halved["rest"].split())
    if (
        following is None
        or registry.types.by_symbol(f"{symbol}-X") is None
        or registry.agencies.by_abbreviation(following["agency"]) is None
    ):
        return end, symbol
    return following.end(), f"{symbol}-{following['agency']}{following['rest']}"


def _acceptable(
    view: View, begin: int, said_so: bool, symbol: str, previous_end: int, registry: Registry
) -> bool:
    """Say whether a number without a type word names a document all the same."""
    if said_so and not view.folded[:begin].strip(" -"):
        return False  # the letter's own number line
    between = view.folded[previous_end:begin].strip() if previous_end >= 0 else "x"
    if between in {",", ";", "va", ", va", "; va", "hoac", "hay", "den"}:
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


def _with_numbers_before(
    view: View, draft: Draft, core: int, listed: re.Match[str]
) -> Iterator[Draft]:
    """Yield the mentions of "Quyết định số 905, 906/QĐ-UBND" that stand before the last one."""
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
