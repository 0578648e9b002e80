"""Pinpoints: the place inside a cited document, "điểm đ khoản 1 Điều 5".

Grammar, on folded text, from small to large as official language writes it::

    path = step ((blank | ",") step)*            steps get larger: điểm, khoản, Điều
    step = level number ((", " | "va" | "den") [level] number)*
    level = "gach dau dong" | "tiet" | "diem" | "khoan" | "dieu" | "tieu muc" | "muc"
          | "chuong" | "phan" | "phu luc"

The level words are those of Nghị định 30/2020/NĐ-CP, Phụ lục I, II.5; capitals do not matter.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from vankho.grammar.misread import as_digits
from vankho.model.citation import Numbers, Pinpoint, Range

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
_RANK = {level: rank for rank, level in enumerate(LEVELS.values())}

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
_ORDINAL = r"(?:cuoi\scung|cuoi)|(?:thu\s)?(?:muoi\s(?:mot|hai|ba|bon|lam)|nhat|hai|ba|tu|nam|sau|bay|tam|chin|muoi|mot|\d{1,2})"
_ROMAN = r"[ivxlc]{1,7}"
# A number, one of whose digits OCR may have read as a letter: "Điều l5".
_COUNT = r"(?:\d[\doil]{0,3}|[oil]\d[\doil]{0,2})"
_PLAIN = {
    "dash": rf"(?:{_ORDINAL})",
    "subpoint": r"\d{1,2}(?:\.\d{1,2})*|[a-zđ](?:\.?\d{1,2})?|" + _ROMAN,
    "point": r"\d{1,2}(?:\.\d{1,2})+|\d{1,2}\.[a-y]|[a-y](?:\d{1,2})?|\d{1,3}",
    "clause": rf"{_COUNT}[a-hkm-np-z]?(?:\.\d{{1,2}})*",
    "article": rf"{_COUNT}[a-hkm-np-z]?",
    "subsection": rf"\d{{1,3}}|{_ROMAN}",
    "section": rf"{_ROMAN}(?:\.\d{{1,2}})*|\d{{1,3}}(?:\.\d{{1,2}})*|[a-h]",
    "chapter": rf"{_ROMAN}|\d{{1,3}}",
    "part": rf"{_ROMAN}|[a-h]|\d{{1,3}}|thu\s(?:nhat|hai|ba|tu|nam|sau|bay|tam|chin|muoi)",
    "annex": rf"so\s\d{{1,3}}|[ivx]+-[a-h]|{_ROMAN}(?:\.\d{{1,2}})?|\d{{1,3}}[a-z]?|[a-h]",
}


def _step(level_words: str, level: str) -> str:
    number = rf"(?:{_PLAIN[level]})(?![\w%])\)?"
    again = rf"(?:{level_words}\s)?"
    return (
        rf"{level_words}\s?:?\s(?:tu\s(?={number}\sden\s))?{number}"
        rf"(?:(?:\sden\s|-){again}{number}"
        rf"|(?:,\s?|;\s?|\sva\s|,\sva\s|\shoac\s){number}(?!\s(?:{_OTHER})\b)){{0,30}}"
    )


_OTHER = "thang|nam|ngay|so"
_STEP = re.compile(
    r"(?<![\w])(?:"
    + "|".join(
        f"(?P<{level}>{_step(words.replace(' ', chr(92) + 's'), level)})"
        for words, level in LEVELS.items()
    )
    + r")"
)
# The last word of a step, "muoi lam" included: cheap to rule out where none stands.
_NUMBER_LAST = re.compile(
    rf"(?<!\w)(?:\d\w*|[a-zđ](?:\.?\d{{1,2}})?|{_ROMAN}|{_ORDINAL}|cung|bon|lam)$"
)
_BETWEEN_STEPS = re.compile(r"\)?\s?,?\s?(?:\((?:tu\s)?)?(?:(?:cua|thuoc|tai|cac)\s)?")
_LINKS = {"cua", "thuoc", "tai", "trong", "cac"}
_BETWEEN_PATHS = re.compile(
    r"\s?(?:,|;|va|hoac|,\sva|;\sva|den)\s(?:tai\s)?(?:cac\s|tu\s|ten\s|tieu\sde\s)?"
)
# "Thay thế khoản 2 Điều 5 và bãi bỏ Điều 7 Quyết định …": two acts on one document.
_ACT = r"(?:thay\sthe|bai\sbo|huy\sbo|dinh\schinh|sua\sdoi(?:,\sbo\ssung)?|bo\ssung)"
_BETWEEN_ACTS = re.compile(rf"\s?(?:,|;|va|,\sva|dong\sthoi)\s{_ACT}\s(?:cac\s)?")
_ACTS_ON = re.compile(rf"{_ACT}\s(?:noi\sdung\s|cac\s|quy\sdinh\stai\s|mot\sphan\s)?$")
_ACT_REACH = 40
# An annex stands beside the articles, "Điều 8 và Phụ lục I"; after a comma it may hold them.
_AND = re.compile(r"\s?(?:;|va|hoac|va\stai|,\sva|va\scac)\s")

EXAMPLES = (
    "diem d khoan 1 dieu 5",
    "gach dau dong thu nhat diem c khoan 1",
    "diem a, b khoan 2 dieu 5",
    "dieu 5 den dieu 9",
    "khoan tu 2 den 5 dieu 11",
    "diem b khoan 4 muc ii phan b",
    "khoan 2a dieu 15",
    "diem a khoan 1 dieu 24 tieu muc 1 muc 1 chuong iii",
    "diem d khoan 3 va diem d khoan 1",
)


_BELOW_SECTION = {"dash", "subpoint", "point", "clause", "article"}


class Path(NamedTuple):
    """One pinpoint with the view offsets that it is written at."""

    start: int
    end: int
    pinpoint: Pinpoint
    items: tuple[tuple[int, int, Pinpoint], ...] = ()
    """For a list or a range, each number with its view offsets and the one point it means."""


class _Step(NamedTuple):
    start: int
    end: int
    level: str
    value: Numbers
    items: tuple[tuple[int, int, str], ...] = ()
    """Each number of a list or range: offsets in the step's text, and the number."""


def steps_in(text: str, folded: str, start: int, end: int) -> list[_Step]:
    """Return every step between the two view offsets, left to right."""
    steps = []
    for match in _STEP.finditer(folded, start, end):
        level = match.lastgroup or ""
        at = match.start(level)
        numbers = _numbers(text[at : match.end()], match[level], level)
        if numbers:
            items = tuple((at + number.start, at + number.end, number.value) for number in numbers)
            steps.append(_Step(at, match.end(), level, _value(numbers), items))
    return steps


def paths_ending_at(text: str, folded: str, end: int, floor: int) -> list[Path]:
    """Return the paths that end exactly at view offset ``end``, left to right.

    ``floor`` is the offset before which nothing belongs to this citation. Empty where no
    pinpoint stands directly before ``end``.
    """
    if not may_end_at(folded, end, floor):
        return []
    for reach in (_NEAR_REACH, _FAR_REACH):
        chosen = steps_ending_at(text, folded, end, max(floor, end - reach))
        # Further left only where the path may go on there.
        if not chosen or not may_end_at(folded, chosen[0].start, floor):
            break
    return list(_paths(chosen, folded))


_NEAR_REACH, _FAR_REACH = 100, 400
"""Characters before a document in which its pinpoints are looked for."""


def steps_ending_at(text: str, folded: str, end: int, window: int) -> list[_Step]:
    """Return the run of steps that ends at ``end``, none before view offset ``window``."""
    steps = steps_in(text, folded, window, end)
    chosen: list[_Step] = []
    of_last_act = 0
    edge = end
    for step in reversed(steps):
        gap = folded[step.end : edge]
        if (
            chosen
            and _BETWEEN_PATHS.fullmatch(gap)
            and (_starts_path(step, chosen[0]) or _stands_beside(step, chosen[0], folded))
        ):
            pass
        elif chosen and _BETWEEN_ACTS.fullmatch(gap):
            of_last_act = of_last_act or len(chosen)
        elif not _BETWEEN_STEPS.fullmatch(gap):
            break
        chosen.insert(0, step)
        edge = step.start
    if of_last_act and not _ACTS_ON.search(folded, max(0, edge - _ACT_REACH), edge):
        return chosen[-of_last_act:]
    return chosen


def may_end_at(folded: str, end: int, floor: int) -> bool:
    """Say whether a number of some kind stands last before ``end``, links aside."""
    edge = _without_signs(folded, end, floor)
    word = _word_before(folded, edge, floor)
    # Two at most: "khoản 1 của các Công văn".
    for _ in range(2):
        if edge == end or word not in _LINKS:
            break
        edge = _without_signs(folded, edge - len(word), floor)
        word = _word_before(folded, edge, floor)
    return _may_be_number(word)


def _word_before(folded: str, edge: int, floor: int) -> str:
    return folded[max(floor, folded.rfind(" ", floor, edge) + 1) : edge]


@lru_cache(maxsize=8192)
def _may_be_number(word: str) -> bool:
    return _NUMBER_LAST.search(word) is not None


def _without_signs(folded: str, end: int, floor: int) -> int:
    while end > floor and folded[end - 1] in " ,)":
        end -= 1
    return end


def _starts_path(step: _Step, following: _Step) -> bool:
    # "điểm d khoản 3 và điểm đ khoản 1": the right path starts anew with a smaller step.
    # "Điều 8 và Phụ lục I": an annex stands beside the articles.
    return following.level == "annex" or _RANK[following.level] <= _RANK[step.level]


def paths_from(text: str, folded: str, start: int, limit: int) -> list[Path]:
    """Return the paths that start exactly at view offset ``start`` and reach no further than ``limit``."""
    chosen: list[_Step] = []
    edge = start
    for step in steps_in(text, folded, start, limit):
        gap = folded[edge : step.start]
        if gap and not (
            chosen and (_BETWEEN_STEPS.fullmatch(gap) or _BETWEEN_PATHS.fullmatch(gap))
        ):
            break
        chosen.append(step)
        edge = step.end
    return list(_paths(chosen, folded))


def _paths(steps: list[_Step], folded: str) -> Iterator[Path]:
    """Cut a run of steps into paths: a path ends where the next step is not larger.

    What is said once for several paths stands with the last: "điểm a khoản 1 và điểm c
    khoản 3 Điều 16" is twice Điều 16.
    """
    if _descends(steps, folded):
        yield _path(steps, steps[::-1], folded)
        return
    groups: list[list[_Step]] = []
    for step in steps:
        last = groups[-1][-1] if groups else None
        larger = last is not None and _RANK[step.level] > _RANK[last.level]
        if last is None or not larger or _stands_beside(last, step, folded):
            groups.append([step])
        else:
            groups[-1].append(step)
    shared: list[_Step] = []
    for group in reversed(groups):
        largest = _RANK[group[-1].level]
        shared = [*group, *(step for step in shared if _RANK[step.level] > largest)]
        if group[0].level == "annex":
            shared = []
            continue
        group[:] = [*group, *shared[len(group) :]]
        if group[0].level == "chapter":
            shared = shared[1:]
    for group in groups:
        own = [step for step in group if step.start >= group[0].start]
        yield _path(own, group, folded)


def _descends(steps: list[_Step], folded: str) -> bool:
    """Say whether one place is written from large to small: "Điều 5, khoản 2, điểm a"."""
    return len(steps) > 1 and all(
        _RANK[left.level] > _RANK[right.level]
        and len(left.items) == len(right.items) == 1
        and folded[left.end : right.start] in {" ", ", ", " ("}
        for left, right in pairwise(steps)
    )


def _stands_beside(left: _Step, right: _Step, folded: str) -> bool:
    """Say whether "Điều 7 và Chương III" are two places: what follows does not hold what precedes."""
    apart = right.level == "annex" or (right.level == "chapter" and left.level in _BELOW_SECTION)
    gap = left.end, right.start
    return (
        apart
        and (_AND.fullmatch(folded, *gap) or _BETWEEN_ACTS.fullmatch(folded, *gap)) is not None
    )


def _path(own: list[_Step], group: list[_Step], folded: str) -> Path:
    pinpoint = _pinpoint(group, {})
    end = own[0].end
    for left, right in pairwise(own):
        if _BETWEEN_STEPS.fullmatch(folded, left.end, right.start) is None:
            break  # the number of another path stands between
        end = right.end
    several = next((step for step in own if len(step.items) > 1), None)
    items: tuple[tuple[int, int, Pinpoint], ...] = ()
    if several is not None:
        items = tuple(
            (
                start if index else min(start, several.start),
                stop,
                _pinpoint(group, {several.level: value}),
            )
            for index, (start, stop, value) in enumerate(several.items)
        )
    return Path(own[0].start, end, pinpoint, items)


def _pinpoint(group: list[_Step], only: dict[str, str]) -> Pinpoint:
    """Make the pinpoint of some steps; ``only`` picks one number of a level that has several."""
    fields: dict[str, Numbers | int | tuple[int, ...]] = {}
    for step in group:
        value = only.get(step.level, step.value)
        if step.level == "dash":
            fields["dash"] = int(value) if isinstance(value, str) else _dashes(value)
        else:
            fields[step.level] = value
    return Pinpoint(**fields)  # type: ignore[arg-type]


def _dashes(value: Numbers) -> tuple[int, ...]:
    match value:
        case Range(start=start, end=end):
            return int(start), int(end)
        case _:
            return tuple(map(int, value))


def _ordinal(written: str) -> int:
    words = written.split()
    if words[0] == "cuoi":
        return -1
    if words[-1].isdigit():
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
    separators = [None, *signs.finditer(folded, at)]
    for part in separators:
        start = part.end() if part else at
        again = skip.match(folded, start)
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
        found.append(
            _Number(start, number.end(), value, part is not None and part[0] in {" den ", "-"})
        )
    return found


def _value(numbers: list[_Number]) -> Numbers:
    """Put the numbers of a step together: one, a list, or a range."""
    values = [number.value for number in numbers]
    if len(values) == 2 and numbers[1].ends_range:
        return Range(values[0], values[1])
    return values[0] if len(values) == 1 else tuple(values)


_LEVEL_WORD = {
    level: re.compile(rf"{words}\s?:?\s(?:tu\s(?=\w+\sden\s))?") for words, level in LEVELS.items()
}
_SEPARATOR = re.compile(r"\sden\s|-|,\sva\s|,\s?|;\s?|\sva\s|\shoac\s")
_NUMBER_AT = re.compile(r"(?:so\s|thu\s)?\w+(?:\.\w+)*")
_LETTERED = r"(?<=[ivx])-(?=[a-h](?!\w))"
_ANNEX_SEPARATOR = re.compile(rf"(?!{_LETTERED})(?:{_SEPARATOR.pattern})")
_NUMBER_OF = {
    "dash": re.compile(_ORDINAL),
    "annex": re.compile(rf"{_NUMBER_AT.pattern}(?:{_LETTERED}\w)?"),
}
_ROMAN_ONLY = re.compile(_ROMAN)
_UPPER = {"part", "chapter", "section", "annex"}
