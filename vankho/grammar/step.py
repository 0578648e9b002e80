"""A step of a pinpoint: a level and its numbers, "khoản 1, 2 và 3", "các điều từ 5 đến 8".

Grammar, on folded text::

    step = level ["tu"] number ((", " | "va" | "den") [level] number)*
    level = "gach dau dong" | "tiet" | "diem" | "khoan" | "dieu" | "tieu muc" | "muc"
          | "chuong" | "phan" | "phu luc"

The level words are those of Nghị định 30/2020/NĐ-CP, Phụ lục I, II.5; capitals do not matter.
"""

import re
from typing import NamedTuple

from vankho.grammar.misread import as_digits
from vankho.model.citation import Numbers, Range

LEVELS = {
    "gach dau dong": "dash",
    "tiet": "subpoint",
    "diem": "point",
    "khoan": "clause",
    "dieu": "article",
    "tieu muc": "subsection",
    "muc": "section",
    "chuong": "chapter",
    "phan": "part",
    "phu luc": "annex",
}

_ORDINALS = [
    "nhat",
    "hai",
    "ba",
    "tu",
    "nam",
    "sau",
    "bay",
    "tam",
    "chin",
    "muoi",
    "muoi-mot",
    "muoi-hai",
    "muoi-ba",
    "muoi-bon",
    "muoi-lam",
]
_ORDINAL = r"(?:cuoi\scung|cuoi)|(?:(?:thu|so)\s)?(?:muoi\s(?:mot|hai|ba|bon|lam)|nhat|hai|ba|tu|nam|sau|bay|tam|chin|muoi|mot|\d{1,2})"
_ROMAN = r"[ivxlc]{1,7}"
# A number, one of whose digits OCR may have read as a letter: "Điều l5", "khoản l".
_COUNT = r"(?:\d[\doil]{0,3}|[oil]\d[\doil]{0,2}|l(?!\w))"
_PLAIN = {
    "dash": rf"(?:{_ORDINAL})",
    "subpoint": r"\d{1,2}(?:\.\d{1,2})*|[a-zđ](?:\.?\d{1,2})?|" + _ROMAN,
    "point": r"\d{1,2}(?:\.\d{1,2})+|\d{1,2}\.[a-y]|[a-y](?:\d{1,2})?|\d{1,3}",
    "clause": rf"{_COUNT}[a-hkm-np-z]?(?:\.\d{{1,2}})*",
    "article": rf"{_COUNT}[a-hkm-np-z]?",
    "subsection": rf"\d{{1,3}}|{_ROMAN}",
    "section": rf"\d{{1,3}}[a-h]|(?:{_ROMAN}|\d{{1,3}})(?:\.\d{{1,2}})*(?:\.[a-y])?|[a-h]",
    "chapter": rf"[ivx]{{1,7}}[a-h]|{_ROMAN}|\d{{1,3}}[a-h]?",
    "part": rf"{_ROMAN}|[a-h]|\d{{1,3}}|thu\s(?:nhat|hai|ba|tu|nam|sau|bay|tam|chin|muoi)",
    "annex": rf"(?:so\s)?\d{{1,3}}(?:\.\d{{1,2}}|[.-][a-hk]|[a-z])?|(?:so\s)?[ivx]{{1,5}}(?:[.-]?[a-hk]|-\d{{1,2}})|(?:so\s)?{_ROMAN}(?:\.\d{{1,2}}[a-h]?)?|[a-h](?:\d{{1,2}})?",
}


def _step(level_words: str, level: str) -> str:
    number = rf"(?:{_PLAIN[level]})(?![\w%])\)?"
    again = rf"(?:{level_words}\s)?"
    return (
        rf"{level_words}\s?:?\s(?:tu\s(?={number}\sden\s))?{number}"
        rf"(?:(?:\sden\s(?:het\s)?|\s-\s|-){again}{number}"
        rf"|(?:,\s?|;\s?|\sva\s|,\sva\s|\sh(?:oac|ay)\s){number}(?!\s(?:{_OTHER})\b)){{0,30}}"
    )


_OTHER = "thang|nam|ngay|so"
_FIRST = "|".join(dict.fromkeys(words[:3] for words in LEVELS))
# The first letters are asked for first: of ten patterns, each with a group, none is cheap to rule out.
_STEP = re.compile(
    rf"(?={_FIRST})(?<!\w)(?:"
    + "|".join(
        f"(?P<{level}>{_step(words.replace(' ', chr(92) + 's'), level)})"
        for words, level in LEVELS.items()
    )
    + r")"
)
NUMBER_LAST = re.compile(
    rf"(?<!\w)(?:\d\w*|[a-zđ](?:\.?\d{{1,2}})?|{_ROMAN}|[ivx]{{1,5}}[a-hk]|{_ORDINAL}|cung|bon|lam)$"
)
"""Matches the last word of a step, "muoi lam" included: cheap to rule out where none stands."""


class Step(NamedTuple):
    """One step, with the view offsets that it is written at."""

    start: int
    end: int
    level: str
    value: Numbers
    items: tuple[tuple[int, int, str], ...] = ()
    """Each number of a list or range: offsets in the step's text, and the number."""


_NO_LETTERS = frozenset("àáảãạèéẻẽẹìíỉĩịòóỏõọùúủũụỳýỷỹỵăâêôơưởờớỡợ")
"""What folds to a letter is a word of its own: "quy định chi tiết ở Thông tư …", "các điểm ở …"."""


def steps_in(text: str, folded: str, start: int, end: int) -> list[Step]:
    """Return every step between the two view offsets, left to right."""
    steps = []
    for match in _STEP.finditer(folded, start, end):
        level = match.lastgroup or ""
        at = match.start(level)
        numbers = _numbers(text[at : match.end()], match[level], level)
        if numbers and not (len(numbers[0].value) == 1 and numbers[0].value in _NO_LETTERS):
            items = tuple((at + number.start, at + number.end, number.value) for number in numbers)
            steps.append(Step(at, match.end(), level, _value(numbers), items))
    return steps


def _ordinal(written: str) -> int:
    words = written.split()
    if words[0] == "cuoi":
        return -1
    if words[-1].isdecimal():
        return int(words[-1])
    key = "-".join(words[-2:]) if len(words) > 1 and words[-2] == "muoi" else words[-1]
    return 1 if key == "mot" else _ORDINALS.index(key) + 1


class _Number(NamedTuple):
    """One number of a step: its offsets in the step's text, and whether a range ends with it."""

    start: int
    end: int
    value: str
    ends_range: bool


def _numbers(printed: str, folded: str, level: str) -> list[_Number]:
    """Read the numbers of a step in order."""
    skip = _LEVEL_WORD[level]
    first = skip.match(folded)
    if first is None:
        return []
    found: list[_Number] = []
    at = first.end()
    # "Phụ lục I-A" is one annex, "Phụ lục I-III" are three.
    signs = _ANNEX_SEPARATOR if level == "annex" else _SEPARATOR
    alone = folded[at:].isalnum()  # as most are
    separators = [None] if alone else [None, *signs.finditer(folded, at)]
    for part in separators:
        start = part.end() if part else at
        again = skip.match(folded, start) if part else None
        if again:
            start = again.end()
        number = _NUMBER_OF.get(level, _NUMBER_AT).match(folded, start)
        if number is None:
            continue
        value = printed[start : number.end()].strip()
        if level == "dash":
            value = str(_ordinal(number[0]))
        value = value.lower() if level in {"point", "clause", "article"} else value
        value = re.sub(r"(?i)^số\s", "", value) if level == "annex" else value
        value = as_digits(value) if level in {"clause", "article"} else value
        value = value.upper() if level in _UPPER and _ROMAN_ONLY.fullmatch(value.lower()) else value
        ranged = part is not None and part[0].startswith((" den ", " - ", "-"))
        found.append(_Number(start, number.end(), value, ranged))
    return found


def _value(numbers: list[_Number]) -> Numbers:
    """Put the numbers of a step together: one, a list, or a range."""
    values = [number.value for number in numbers]
    if len(values) == 2 and numbers[1].ends_range:
        return Range(values[0], values[1])
    return values[0] if len(values) == 1 else tuple(values)


_LEVEL_WORD = {
    level: re.compile(rf"{words}\s?:?\s(?:tu\s(?=(?:so\s)?\w+\sden\s))?")
    for words, level in LEVELS.items()
}
_SEPARATOR = re.compile(r"\sden\s(?:het\s)?|\s-\s|-|,\sva\s|,\s?|;\s?|\sva\s|\sh(?:oac|ay)\s")
_NUMBER_AT = re.compile(r"(?:so\s|thu\s)?\w+(?:\.\w+)*")
_LETTERED = r"(?:(?<=[ivx\d])-(?=[a-hk](?!\w))|(?<=[ivx])-(?=\d{1,2}(?!\w)))"
_ANNEX_SEPARATOR = re.compile(rf"(?!{_LETTERED})(?:{_SEPARATOR.pattern})")
_NUMBER_OF = {
    "dash": re.compile(_ORDINAL),
    "annex": re.compile(rf"{_NUMBER_AT.pattern}(?:{_LETTERED}\w{{1,2}})?"),
}
_ROMAN_ONLY = re.compile(_ROMAN)
_UPPER = {"part", "chapter", "section", "annex"}
