"""Smaller steps of a pinpoint in a bracket behind a larger one: "Điều 5 (khoản 1, 2), Điều 7".

Official language writes a place from small to large (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.5);
lists of places name the article first and its clauses in a bracket.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from vankho.grammar.step import LEVELS, Step

_RANK = {level: rank for rank, level in enumerate(LEVELS.values())}
_OPENS = re.compile(r"\)?\s\((?:(?:tai|cac|tu)\s)?$")


class Order(NamedTuple):
    """Steps from small to large, as if no bracket had been used."""

    steps: list[Step]
    begins: dict[int, int]
    """Where the first step of a bracket stands, and where the step before that bracket does."""


def small_first(steps: Sequence[Step], folded: str) -> Order | None:
    """Put the steps in brackets before those that hold them; None where there is no such bracket."""
    if not any(folded[step.start - 1] == "(" for step in steps[1:] if step.start):
        return None
    ordered: list[Step] = []
    begins: dict[int, int] = {}
    holder: Step | None = None
    inside: list[Step] = []
    opened = False
    for at, step in enumerate(steps):
        if opened and closes(steps[at - 1], folded):
            opened = False
        gap = folded[steps[at - 1].end : step.start] if at else ""
        if (
            holder is not None
            and not opened
            and not inside
            and _OPENS.fullmatch(gap)
            and _RANK[step.level] < _RANK[holder.level]
        ):
            opened = True
            begins[step.start] = holder.start
        if opened:
            inside.append(step)
            continue
        ordered += [*inside, holder] if holder is not None else inside
        holder, inside = step, []
    if opened and not closes(steps[-1], folded):
        return None  # "Điều 5 (khoản 2 Nghị định số …)": the bracket holds the document
    ordered += [*inside, holder] if holder is not None else inside
    return Order(ordered, begins) if begins else None


def closes(step: Step, folded: str) -> bool:
    """Say whether a bracket that was opened before a step is closed behind it."""
    return folded.startswith(")", step.end) or folded.startswith(")", step.end - 1)
