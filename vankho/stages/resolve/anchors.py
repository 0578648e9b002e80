"""From a pinpoint to the anchor of the point in a held letter."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from vankho.grammar.marker import anchor_number, counted
from vankho.model.citation import Attachment, Citation, Dashes, Numbers, Pinpoint, Range
from vankho.model.letter import Letter, Level

_LEVELS = {
    "annex": Level.ANNEX,
    "part": Level.PART,
    "chapter": Level.CHAPTER,
    "section": Level.SECTION,
    "subsection": Level.SUBSECTION,
    "article": Level.ARTICLE,
    "clause": Level.CLAUSE,
    "point": Level.POINT,
    "subpoint": Level.SUBPOINT,
    "dash": Level.DASH,
}


@dataclass(frozen=True, slots=True)
class Points:
    """The points of a letter, as pinpoints are looked for among them."""

    steps: Mapping[str, tuple[str, ...]]
    """Anchor → its steps as printed, "khoan-1", "diem-a"; a number that comes again is the same."""
    ending: Mapping[str, Sequence[str]]
    """Last step → the anchors that end with it."""
    block: Mapping[str, int]
    """Anchor → the block that bears it; an anchor and its alias have one."""
    levels: dict[tuple[bool, str | None, str | None], frozenset[str]]
    """What ``_levels`` has found, by which of the points are looked among."""


_KEPT = 256
_ANNEX = "Phụ lục"
"""Attached, too, it is a part of the document: "khoản 1 Phụ lục kèm theo Quyết định số …"."""


@dataclass(slots=True)
class Anchors:
    """Finds points in held letters; those of the last letters are kept, as many may cite one."""

    _points: dict[str, Points] = field(default_factory=dict)
    """Path of a letter → its points."""

    def find(
        self,
        letter: Letter,
        pinpoint: Pinpoint,
        attachment: Attachment | None,
        within: str | None = None,
    ) -> str | None:
        """Return the anchor that a pinpoint means in ``letter``, or None where it has none.

        Of a list or a range the first number is meant. An attachment's points are looked for
        in the documents issued with the letter, never in the letter's own body; with ``within``,
        the anchor of one of these, in that one alone.
        """
        points = self._points.get(letter.path)
        if points is None:
            while len(self._points) >= _KEPT:
                del self._points[next(iter(self._points))]
            points = self._points[letter.path] = _points_of(letter)
        if attachment is not None and within is None:
            within = _counted_attachment(attachment)
        if attachment is not None and attachment.type == _ANNEX and within is None:
            own = {step for steps in points.steps.values() for step in steps if _is_annex(step)}
            if len(own) == 1 and pinpoint.annex is None:
                number = own.pop().removeprefix(Level.ANNEX).removeprefix("-")
                pinpoint = replace(pinpoint, annex=number)
        return _find(_Among(points, attachment is not None or within is not None, within), pinpoint)


def _counted_attachment(attachment: Attachment) -> str | None:
    """Return the anchor that "văn bản thứ hai ban hành kèm theo" counts."""
    count = _COUNTED.fullmatch(attachment.title)
    number = counted(anchor_number(count[1])) if count else None
    return f"{Level.ATTACHMENT}-{number}" if number else None


_COUNTED = re.compile(r"văn bản (thứ \w+)")
_ATTACHED = re.compile(rf"{Level.ATTACHMENT}-\d+")


def own_attachment(letter: Letter, citation: Citation) -> str | None:
    """Return the anchor of the attached document that "Điều 3 Quy định này" stands in and means.

    "Quyết định này" in it means the decision that it is attached to.
    """
    if citation.kind != "self" or citation.type == letter.metadata.type:
        return None
    found = _ATTACHED.match(citation.anchor)
    return found[0] if found else None


_AGAIN = re.compile(r"-lan-\d+$")


def _points_of(letter: Letter) -> Points:
    found: dict[str, tuple[str, ...]] = {}
    bearer: dict[str, int] = {}
    for index, block in enumerate(letter.blocks):
        if block.anchor is None or not block.path:
            continue
        steps = tuple(_AGAIN.sub("", str(step)) for step in block.path)
        found.setdefault(block.anchor, steps)
        bearer.setdefault(block.anchor, index)
        for alias in block.aliases:
            start = next(i for i, step in enumerate(block.path) if step.level is Level.ARTICLE)
            attached = steps[:1] if block.path[0].level is Level.ATTACHMENT else ()
            found.setdefault(alias, (*attached, *steps[start:]))
            bearer.setdefault(alias, index)
    ending: dict[str, list[str]] = {}
    for anchor, steps in found.items():
        ending.setdefault(steps[-1], []).append(anchor)
    return Points(found, ending, bearer, {})


class _Among(NamedTuple):
    """The points of a letter of which one is meant."""

    points: Points
    attached: bool
    """Those of the documents issued with it, not those of its body."""
    within: str | None
    """Those of the one attached document with this anchor."""

    def has(self, anchor: str, wanted: tuple[str, ...]) -> bool:
        """Say whether a point is one of those, for a pinpoint of the steps ``wanted``.

        Annexes are told by their number alone, whichever document they belong to.
        """
        steps = self.points.steps[anchor]
        if self.within is not None:
            return steps[0] == self.within
        if steps[0].startswith(f"{Level.ATTACHMENT}-") == self.attached:
            return True
        own = _bare(steps)
        return bool(own) and _is_annex(own[0]) and (self.attached or _is_annex(wanted[0]))


def _is_annex(step: str) -> bool:
    return step.startswith(Level.ANNEX)


def _find(among: _Among, pinpoint: Pinpoint) -> str | None:
    """Find the one anchor whose path is the pinpoint's, as it is written or as it may be meant."""
    found = _written(among, pinpoint)
    if found is None:
        for reading in _other_readings(pinpoint, _levels(among, pinpoint)):
            found = _written(among, reading)
            if found is not None:
                break
    if found is None:
        found = _find_decimal(among, pinpoint)
    if found is None and (as_there := _numbered_otherwise(among, pinpoint)) is not None:
        found = _written(among, as_there)
    return found


def _levels(among: _Among, pinpoint: Pinpoint) -> frozenset[str]:
    """Return the levels, by their first words, of the points that a pinpoint is looked for among."""
    wanted = _wanted(pinpoint)
    annex = wanted[0] if pinpoint.annex is not None else None
    some = among.attached, among.within, annex
    known = among.points.levels.get(some)
    if known is not None:
        return known
    found = among.points.levels[some] = frozenset(
        step.partition("-")[0]
        for anchor, steps in among.points.steps.items()
        if among.has(anchor, wanted) and (annex is None or annex in steps)
        for step in steps
    )
    return found


def _wanted(pinpoint: Pinpoint) -> tuple[str, ...]:
    """Return the steps that a pinpoint names, as an anchor has them; the first of a list or range."""
    steps = ((_LEVELS[name], _number(value)) for name, value in pinpoint.steps())
    return tuple(f"{level}-{number}" if number else str(level) for level, number in steps)


def _other_readings(pinpoint: Pinpoint, levels: frozenset[str]) -> Iterator[Pinpoint]:
    """Yield what else a pinpoint may mean, as offices differ in the names of the levels.

    Nghị định 30/2020/NĐ-CP, Phụ lục I, II.5 calls "II." a mục and "1." a khoản. Many a letter
    says "phần II", "mục 1" and "điểm 1, tiết a". A level's name is only taken for another's
    where the document has no such level.
    """
    read = pinpoint
    if isinstance(read.section, str) and "." in read.section and read.clause is None:
        outer, inner = read.section.split(".", 1)
        if not outer.isdecimal() and inner.isdecimal():  # "mục II.1"
            read = replace(read, section=outer, clause=inner)
            yield read
        elif read.point is None:  # "mục II.2.1", "mục 2.1"
            point, section = (read.section, None) if outer.isdecimal() else (inner, outer)
            read = replace(read, section=section, point=point)
            yield read
    if isinstance(read.part, str) and Level.PART not in levels:
        clause = read.clause or read.section
        if read.section is None or (read.clause is None and _is_number(read.section)):
            read = replace(read, section=read.part, part=None, clause=clause)
            yield read
    elif _is_number(read.section) and read.clause is None and not levels & _ABOVE_CLAUSES:
        read = replace(read, clause=read.section, section=None)
        yield read
    if read.clause is None and _is_number(read.point):
        # "điểm 3 mục II": below a section "3." is a clause today, and was a point before.
        yield replace(read, clause=read.point, point=read.subpoint, subpoint=None)
    elif read.clause is None and isinstance(read.point, str) and _NUMBER_LETTER.match(read.point):
        clause, _, point = read.point.partition(".")
        yield replace(read, clause=clause, point=point)


_ABOVE_CLAUSES = {str(Level.SECTION), str(Level.ARTICLE)}
_NUMBER_LETTER = re.compile(r"\d+\.[a-zđ]$")
_DECIMAL = re.compile(r"\d{1,3}(?:\.\d{1,3})+")


def _find_decimal(among: _Among, pinpoint: Pinpoint) -> str | None:
    """Find "khoản 2.2", "mục 2.2": what bears such a number has no name of its own."""
    steps = pinpoint.steps()
    name, value = steps[-1] if steps else ("", None)
    if not isinstance(value, str) or _DECIMAL.fullmatch(value) is None:
        return None
    found = set()
    for other in ("section", "clause", "point", "subpoint"):
        if getattr(pinpoint, other) is None:
            renamed = replace(pinpoint, **{name: None, other: value})  # type: ignore[arg-type]
            found.add(_written(among, renamed))
    found.discard(None)
    return found.pop() if len(found) == 1 else None


_OUTER = ("annex", "part", "chapter")
"""Levels whose numbers are written now so, now so: "Phụ lục 2", "Phụ lục 02", "Phụ lục II"."""


def _numbered_otherwise(among: _Among, pinpoint: Pinpoint) -> Pinpoint | None:
    """Return a pinpoint with the numbers that the document gives its outer levels, where they differ.

    None where it gives the very numbers, or none of that value.
    """
    wanted = _wanted(pinpoint)
    renamed: dict[str, str] = {}
    for name in _OUTER:
        value = getattr(pinpoint, name)
        if value is None:
            continue
        begin = f"{_LEVELS[name]}-"
        number = _number(value)
        amount = counted(number)
        numbers = {
            step.removeprefix(begin)
            for anchor, steps in among.points.steps.items()
            if among.has(anchor, wanted)
            for step in steps
            if step.startswith(begin)
        }
        if amount is None or number in numbers:
            continue
        alike = [other for other in numbers if counted(other) == amount]
        if len(alike) != 1:
            return None
        renamed[name] = alike[0]
    return replace(pinpoint, **renamed) if renamed else None  # type: ignore[arg-type]


def _is_number(value: Numbers | None) -> bool:
    return value is not None and _number(value).isdecimal()


def _written(among: _Among, pinpoint: Pinpoint) -> str | None:
    """Find the one anchor whose path is the pinpoint's as it is written."""
    if pinpoint.dash == -1:
        return _last_dash(among, pinpoint)
    wanted = _wanted(pinpoint)
    found = _at(among, wanted)
    if found is None and pinpoint.subpoint is not None and pinpoint.point is not None:
        # "tiết a điểm 2.1": below "2.1" stands "a)".
        begin = f"{Level.SUBPOINT}-"
        found = _at(among, tuple(step.replace(begin, f"{Level.POINT}-") for step in wanted))
    if found is None and pinpoint.article is not None and (pinpoint.section or pinpoint.part):
        found = _at(among, _article_first(wanted))
    return found


def _article_first(wanted: tuple[str, ...]) -> tuple[str, ...]:
    """Return the steps of "khoản 2 Mục I Điều 1" where the article holds the section."""
    article = f"{Level.ARTICLE}-"
    divided = (f"{Level.PART}-", f"{Level.SECTION}-")
    at = next(i for i, step in enumerate(wanted) if step.startswith(article))
    first = next(i for i, step in enumerate(wanted) if step.startswith(divided))
    return (*wanted[:first], wanted[at], *wanted[first:at], *wanted[at + 1 :])


def _at(among: _Among, wanted: tuple[str, ...]) -> str | None:
    """Find the one anchor with these steps, or with some outer ones more."""
    steps = among.points.steps
    inside = [a for a in among.points.ending.get(wanted[-1], ()) if among.has(a, wanted)]
    exact = [anchor for anchor in inside if _bare(steps[anchor]) == wanted]
    if len(exact) == 1:
        return exact[0]
    if exact:
        return None
    loose = [anchor for anchor in inside if _leads_to(_bare(steps[anchor]), wanted)]
    if len({among.points.block[anchor] for anchor in loose}) != 1:
        return None  # "khoản 1", of which each article has one
    return min(loose, key=len)


def _last_dash(among: _Among, pinpoint: Pinpoint) -> str | None:
    """Find "gạch đầu dòng cuối cùng": the last dash there is at that place."""
    found = None
    for number in range(1, 1000):
        anchor = _find(among, replace(pinpoint, dash=number))
        if anchor is None:
            break
        found = anchor
    return found


def _bare(steps: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out the attached document's own step."""
    return steps[1:] if steps[0].startswith(f"{Level.ATTACHMENT}-") else steps


def _leads_to(steps: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Say whether ``wanted`` names the point of ``steps`` with some outer level left out."""
    if not steps or steps[-1] != wanted[-1]:
        return False
    rest = iter(steps)
    return all(step in rest for step in wanted)


def _number(value: Numbers | Dashes) -> str:
    match value:
        case Range(start=start):
            return anchor_number(str(start))
        case tuple():
            return anchor_number(str(value[0]))
        case int():
            return str(value)
        case _:
            return anchor_number(value)
