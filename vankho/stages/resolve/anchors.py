"""From a pinpoint to the anchor of the point in a held letter."""

import re
from collections.abc import Iterator
from dataclasses import replace

from vankho.grammar.marker import anchor_number
from vankho.model.citation import Attachment, Citation, Numbers, Pinpoint, Range
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


def anchor_for(
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
    anchors = anchors_of(letter)
    if within is not None:
        anchors = {anchor: steps for anchor, steps in anchors.items() if steps[0] == within}
    return find(anchors, pinpoint, attachment is not None or within is not None)


_ATTACHED = re.compile(rf"{Level.ATTACHMENT}-\d+")


def own_attachment(letter: Letter, citation: Citation) -> str | None:
    """Return the anchor of the attached document that "Điều 3 Quy định này" stands in and means.

    "Quyết định này" in it means the decision that it is attached to.
    """
    if citation.kind != "self" or citation.type == letter.metadata.type:
        return None
    found = _ATTACHED.match(citation.anchor)
    return found[0] if found else None


def anchors_of(letter: Letter) -> dict[str, tuple[str, ...]]:
    """Return every anchor of a letter with its steps, as "khoan-1", "diem-a"."""
    found: dict[str, tuple[str, ...]] = {}
    for block in letter.blocks:
        if block.anchor is None or not block.path:
            continue
        steps = tuple(map(str, block.path))
        found.setdefault(block.anchor, steps)
        for alias in block.aliases:
            start = next(i for i, step in enumerate(block.path) if step.level is Level.ARTICLE)
            attached = steps[:1] if block.path[0].level is Level.ATTACHMENT else ()
            found.setdefault(alias, (*attached, *steps[start:]))
    return found


def find(anchors: dict[str, tuple[str, ...]], pinpoint: Pinpoint, attached: bool) -> str | None:
    """Find the one anchor whose path is the pinpoint's."""
    found = _find(anchors, pinpoint, attached)
    if found is None:
        levels = _levels(anchors, pinpoint, attached)
        for reading in _other_readings(pinpoint, levels):
            found = _find(anchors, reading, attached)
            if found is not None:
                break
    if found is None:
        found = _find_decimal(anchors, pinpoint, attached)
    return found


def _levels(
    anchors: dict[str, tuple[str, ...]], pinpoint: Pinpoint, attached: bool
) -> frozenset[str]:
    """Return the levels, by their first words, of the points that a pinpoint is looked for among."""
    wanted = tuple(f"{_LEVELS[name]}-{_number(value)}" for name, value in pinpoint.steps())
    annex = wanted[0] if pinpoint.annex is not None else None
    return frozenset(
        step.partition("-")[0]
        for steps in anchors.values()
        if _in_reach(steps, wanted, attached) and (annex is None or annex in steps)
        for step in steps
    )


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


def _find_decimal(
    anchors: dict[str, tuple[str, ...]], pinpoint: Pinpoint, attached: bool
) -> str | None:
    """Find "khoản 2.2", "mục 2.2": what bears such a number has no name of its own."""
    steps = pinpoint.steps()
    name, value = steps[-1] if steps else ("", None)
    if not isinstance(value, str) or _DECIMAL.fullmatch(value) is None:
        return None
    found = set()
    for other in ("section", "clause", "point", "subpoint"):
        if getattr(pinpoint, other) is None:
            renamed = replace(pinpoint, **{name: None, other: value})  # type: ignore[arg-type]
            found.add(_find(anchors, renamed, attached))
    found.discard(None)
    return found.pop() if len(found) == 1 else None


def _is_number(value: Numbers | None) -> bool:
    return value is not None and _number(value).isdecimal()


def _find(anchors: dict[str, tuple[str, ...]], pinpoint: Pinpoint, attached: bool) -> str | None:
    if pinpoint.dash == -1:
        return _last_dash(anchors, pinpoint, attached)
    wanted = tuple(f"{_LEVELS[name]}-{_number(value)}" for name, value in pinpoint.steps())
    inside = {
        anchor: steps for anchor, steps in anchors.items() if _in_reach(steps, wanted, attached)
    }
    exact = [anchor for anchor, steps in inside.items() if _bare(steps) == wanted]
    if len(exact) == 1:
        return exact[0]
    if exact:
        return None
    loose = [anchor for anchor, steps in inside.items() if _leads_to(_bare(steps), wanted)]
    longest = {
        max((a for a in loose if inside[a][-1] == inside[anchor][-1]), key=len) for anchor in loose
    }
    return min(loose, key=len) if len(longest) == 1 else None


def _last_dash(
    anchors: dict[str, tuple[str, ...]], pinpoint: Pinpoint, attached: bool
) -> str | None:
    """Find "gạch đầu dòng cuối cùng": the last dash there is at that place."""
    found = None
    for number in range(1, 1000):
        anchor = find(anchors, replace(pinpoint, dash=number), attached)
        if anchor is None:
            break
        found = anchor
    return found


def _in_reach(steps: tuple[str, ...], wanted: tuple[str, ...], attached: bool) -> bool:
    """Say whether a point is one of the body, or of an attached document, that is meant.

    Annexes are told by their number alone, whichever of the two they belong to.
    """
    if steps[0].startswith(f"{Level.ATTACHMENT}-") == attached:
        return True
    annex = f"{Level.ANNEX}-"
    own = steps[1:] if steps[0].startswith(f"{Level.ATTACHMENT}-") else steps
    return bool(own) and own[0].startswith(annex) and (attached or wanted[0].startswith(annex))


def _bare(steps: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out the attached document's own step."""
    return steps[1:] if steps[0].startswith(f"{Level.ATTACHMENT}-") else steps


def _leads_to(steps: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Say whether ``wanted`` names the point of ``steps`` with some outer level left out."""
    if not steps or steps[-1] != wanted[-1]:
        return False
    rest = iter(steps)
    return all(step in rest for step in wanted)


def _number(value: Numbers | int | tuple[int, ...]) -> str:
    match value:
        case Range(start=start):
            return anchor_number(start)
        case tuple():
            return anchor_number(str(value[0]))
        case int():
            return str(value)
        case _:
            return anchor_number(value)
