"""Pinpoints: the place inside a cited document, "điểm đ khoản 1 Điều 5".

Grammar, on folded text, from small to large as official language writes it::

    path = step ((blank | ",") step)*            steps get larger: điểm, khoản, Điều
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from vankho.grammar import aside
from vankho.grammar.step import LEVELS, NUMBER_LAST, Step, steps_in
from vankho.model.citation import Dashes, Numbers, Pinpoint, Range

_RANK = {level: rank for rank, level in enumerate(LEVELS.values())}

_BETWEEN_STEPS = re.compile(r"\)?\s?,?\s?(?:-\s)?(?:\((?:tu\s)?)?(?:(?:cua|thuoc|tai|cac)\s)?")
_LINKS = {"cua", "thuoc", "tai", "trong", "cac"}
_BETWEEN_PATHS = re.compile(
    r"\s?(?:,|;|va|hoac|hay|,\sva|;\sva|den)\s(?:tai\s)?(?:cac\s|tu\s|ten\s|tieu\sde\s)?"
)
# "Thay thế khoản 2 Điều 5 và bãi bỏ Điều 7 Quyết định …": two acts on one document.
_ACT = r"(?:thay\sthe|bai\sbo|huy\sbo|dinh\schinh|sua\sdoi(?:,\sbo\ssung)?|bo\ssung)"
_BETWEEN_ACTS = re.compile(rf"\s?(?:,|;|va|,\sva|dong\sthoi)\s{_ACT}\s(?:cac\s)?")
_ACTS_ON = re.compile(rf"{_ACT}\s(?:noi\sdung\s|cac\s|quy\sdinh\stai\s|mot\sphan\s)?$")
_ACT_REACH = 40
# An annex stands beside the articles, "Điều 8 và Phụ lục I"; after a comma it may hold them.
_AND = re.compile(r"\s?(?:;|va|hoac|hay|va\stai|,\sva|va\scac)\s")

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
_SECTIONS = {"subsection", "section", "chapter"}


class Path(NamedTuple):
    """One pinpoint with the view offsets that it is written at."""

    start: int
    end: int
    pinpoint: Pinpoint
    items: tuple[tuple[int, int, Pinpoint], ...] = ()
    """For a list or a range, each number with its view offsets and the one point it means."""


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
    return _paths_of(chosen, folded)


def _paths_of(steps: list[Step], folded: str) -> list[Path]:
    order = aside.small_first(steps, folded) if len(steps) > 1 else None
    if order is None:
        return list(_paths(steps, folded))
    paths = _paths(order.steps, folded)
    begun = [_begun_at(order.begins.get(path.start, path.start), path) for path in paths]
    return sorted(begun, key=lambda path: path.start)


def _begun_at(start: int, path: Path) -> Path:
    """Let a path, and the first of its numbers, begin at an earlier offset: "Điều 2 (điểm a, c"."""
    if start == path.start:
        return path
    items = path.items
    if items and items[0][0] == path.start:
        items = ((start, *items[0][1:]), *items[1:])
    return path._replace(start=start, items=items)


_NEAR_REACH, _FAR_REACH = 100, 400
"""Characters before a document in which its pinpoints are looked for."""


def steps_ending_at(text: str, folded: str, end: int, window: int) -> list[Step]:
    """Return the run of steps that ends at ``end``, none before view offset ``window``."""
    steps = steps_in(text, folded, window, end)
    chosen: list[Step] = []
    of_last_act = 0
    edge = end
    for step in reversed(steps):
        gap = folded[step.end : edge]
        if (
            chosen
            and _BETWEEN_PATHS.fullmatch(gap)
            and (
                _starts_path(step, chosen[0])
                or _stands_beside(step, chosen[0], folded)
                or _in_bracket(step, folded, window)
            )
        ):
            pass
        elif chosen and _BETWEEN_ACTS.fullmatch(gap):
            of_last_act = of_last_act or len(chosen)
        elif gap != " " and not _BETWEEN_STEPS.fullmatch(gap):
            break
        below = chosen and gap == " " and _stands_below(step, chosen[0])
        chosen.insert(0, step._replace(level="subpoint") if below else step)
        edge = step.start
    if of_last_act and not _ACTS_ON.search(folded, max(0, edge - _ACT_REACH), edge):
        return chosen[-of_last_act:]
    return chosen


def _in_bracket(step: Step, folded: str, window: int) -> bool:
    """Say whether a step ends a bracket: "Điều 5 (điểm a khoản 1) và Điều 7"."""
    if not aside.closes(step, folded):
        return False
    opened = folded.rfind("(", window, step.start)
    return opened >= 0 and folded.find(")", opened, step.end - 1) < 0


def may_end_at(folded: str, end: int, floor: int) -> bool:
    """Say whether a number of some kind stands last before ``end``, links aside."""
    whole = folded[max(floor, end - _LAST_REACH) : end]
    left = whole.rstrip(_SIGNS)
    word = left[left.rfind(" ") + 1 :]
    if word in _LINKS and len(left) < len(whole):
        # Two at most: "khoản 1 của các Công văn".
        left = left[: -len(word)].rstrip(_SIGNS)
        word = left[left.rfind(" ") + 1 :]
        if word in _LINKS:
            left = left[: -len(word)].rstrip(_SIGNS)
            word = left[left.rfind(" ") + 1 :]
    return _may_be_number(word)


_SIGNS = " ,)"
_LAST_REACH = 60
"""Characters in which the last word stands, with links, blanks and signs behind it."""


@lru_cache(maxsize=8192)
def _may_be_number(word: str) -> bool:
    return NUMBER_LAST.search(word) is not None


def _starts_path(step: Step, following: Step) -> bool:
    # "điểm d khoản 3 và điểm đ khoản 1": the right path starts anew with a smaller step.
    # "Điều 8 và Phụ lục I": an annex stands beside the articles.
    return following.level == "annex" or _RANK[following.level] <= _RANK[step.level]


def paths_from(text: str, folded: str, start: int, limit: int) -> list[Path]:
    """Return the paths that start exactly at view offset ``start`` and reach no further than ``limit``."""
    chosen: list[Step] = []
    edge = start
    for step in steps_in(text, folded, start, limit):
        gap = folded[edge : step.start]
        if gap and not (
            chosen and (_BETWEEN_STEPS.fullmatch(gap) or _BETWEEN_PATHS.fullmatch(gap))
        ):
            break
        chosen.append(step)
        edge = step.end
    return _paths_of(chosen, folded)


def _stands_below(step: Step, above: Step) -> bool:
    """Say whether "điểm a điểm 2.1" is one place: below a decimal number stands a letter."""
    return (
        step.level == above.level == "point"
        and isinstance(step.value, str)
        and isinstance(above.value, str)
        and step.value.isalpha()
        and "." in above.value
    )


def _paths(steps: list[Step], folded: str) -> Iterator[Path]:
    """Cut a run of steps into paths: a path ends where the next step is not larger.

    What is said once for several paths stands with the last: "điểm a khoản 1 và điểm c
    khoản 3 Điều 16" is twice Điều 16.
    """
    if _descends(steps, folded):
        yield _path(steps, steps[::-1], folded)
        return
    groups: list[list[Step]] = []
    for step in steps:
        last = groups[-1][-1] if groups else None
        larger = last is not None and (
            _RANK[step.level] > _RANK[last.level] or _divides(last, step, folded)
        )
        if last is None or not larger or _stands_beside(last, step, folded):
            groups.append([step])
        else:
            groups[-1].append(step)
    shared: list[Step] = []
    for group in reversed(groups):
        largest = _RANK[group[-1].level]
        if shared and shared[0].level in _SECTIONS and group[-1].level in _BELOW_SECTION:
            # "Điều 17 và Mục 2 Chương III": articles are counted through, whatever holds them.
            shared = [step for step in shared if step.level not in _SECTIONS]
        shared = [*group, *_held_by(shared, largest)]
        if group[0].level == "annex":
            shared = []
            continue
        group[:] = [*group, *shared[len(group) :]]
    for group in groups:
        own = [step for step in group if step.start >= group[0].start]
        yield _path(own, group, folded)


def _divides(section: Step, article: Step, folded: str) -> bool:
    """Say whether "Mục I Điều 1" is a section of an article, as long first articles have them."""
    return (
        article.level == "article"
        and section.level in {"section", "part"}
        and folded[section.end : article.start] == " "
    )


def _held_by(following: list[Step], largest: int) -> list[Step]:
    """Return the steps of the path after it that hold one whose largest level ranks ``largest``.

    "Điều 2; khoản 1 Phụ lục III": the annex, whose clauses stand in no article, holds none.
    """
    above = [step for step in following if _RANK[step.level] > largest]
    inner = [_RANK[step.level] for step in following if step.level != "annex"]
    return [] if above and above[0].level == "annex" and inner and max(inner) < largest else above


def _descends(steps: list[Step], folded: str) -> bool:
    """Say whether one place is written from large to small: "Điều 5, khoản 2, điểm a"."""
    return len(steps) > 1 and all(
        _RANK[left.level] > _RANK[right.level]
        and len(left.items) == len(right.items) == 1
        and folded[left.end : right.start] in {" ", ", ", " ("}
        for left, right in pairwise(steps)
    )


def _stands_beside(left: Step, right: Step, folded: str) -> bool:
    """Say whether "Điều 7 và Chương III" are two places: what follows does not hold what precedes."""
    apart = right.level == "annex" or (right.level in _SECTIONS and left.level in _BELOW_SECTION)
    gap = left.end, right.start
    return (
        apart
        and (_AND.fullmatch(folded, *gap) or _BETWEEN_ACTS.fullmatch(folded, *gap)) is not None
    )


def _path(own: list[Step], group: list[Step], folded: str) -> Path:
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


def _pinpoint(group: list[Step], only: dict[str, str]) -> Pinpoint:
    """Make the pinpoint of some steps; ``only`` picks one number of a level that has several."""
    fields: dict[str, Numbers | Dashes] = {}
    for step in group:
        value = only.get(step.level, step.value)
        if step.level == "dash":
            fields["dash"] = int(value) if isinstance(value, str) else _dashes(value)
        else:
            fields[step.level] = value
    return _one_pinpoint(tuple(fields.items()))


@lru_cache(maxsize=2048)
def _one_pinpoint(fields: tuple[tuple[str, Numbers | Dashes], ...]) -> Pinpoint:
    """Return the pinpoint of some levels; the same few are cited again and again."""
    return Pinpoint(**dict(fields))  # type: ignore[arg-type]


def _dashes(value: Numbers) -> Dashes:
    match value:
        case Range(start=start, end=end):
            return Range(int(start), int(end))
        case _:
            return tuple(map(int, value))
