"""Kính gửi: to whom a letter is sent, on the line itself or as a list."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from vankho.grammar import header as frame
from vankho.grammar import marker as markers
from vankho.model.letter import COUNTED, Role
from vankho.stages.parse.lines import Line

_MOST = 1_000
"""Nothing is addressed to more places one by one; a list longer than this is of the body."""
_NEXT_ITEM = re.compile(r"(?<=[;,.])\s[-+]\s(?=\w)")
"""Items that follow one another on one line: "- Sở Y tế; - Công an tỉnh."."""
_WIDTH = 90
"""A name that stands on a line of its own is no longer."""
_FULL, _SENTENCE = 45, 60
"""Printed lengths: a line shorter than the first was not broken for want of room."""
_ADDRESS = re.compile(r"\(?\s?(?:dia chi|dien thoai|email|so cccd|cccd|cmnd)\b[^:]{0,30}:")
_ITEM = re.compile(r"^\s*[-+•·–*]\s*")


@dataclass(slots=True)
class Addressees:
    """The names, the role of each line, and where the body starts."""

    end: int
    start: int = 0
    """The line of "Kính gửi"."""
    names: list[str] = field(default_factory=list)
    roles: dict[int, Role] = field(default_factory=dict)


def read(lines: Sequence[Line], start: int) -> Addressees:
    """Read the addressees from line ``start`` on; none where no "Kính gửi" stands there."""
    found = Addressees(end=start, start=start)
    if start >= len(lines):
        return found
    telegram = bool(frame.TELEGRAM.search(lines[start].folded))
    if not telegram and not frame.ADDRESSEES.match(lines[start].folded):
        return found
    names: list[str] = []
    gap = listed = False
    for index in range(start, len(lines)):
        line = lines[index]
        if line.blank:
            gap = True
            continue
        if len(names) >= _MOST:
            break
        label = frame.ADDRESSEES.match(line.folded)
        if telegram and index == start:
            found.roles[index] = Role.ADDRESSEES
            found.end = index + 1
            continue
        text = line.text[label.end() :].strip() if label else line.text
        dash = _ITEM.match(text)
        if label:
            if text:
                listed = _ITEM.match(text) is not None
                names += _NEXT_ITEM.split(_ITEM.sub("", text)) if listed else [text]
        elif dash and (not names or not gap or ((listed or _goes_on(names)) and not _basis(line))):
            names.append(text[dash.end() :])
        elif names and not gap and _ADDRESS.match(line.folded):
            pass  # where they live is none of the name
        elif names and not gap and not listed and _next_unmarked(names, line):
            names.append(text)
        elif names and not _body_starts(lines, index, names, gap):
            names[-1] = f"{names[-1]} {text}"
        elif names or index > start + 6:
            break
        else:
            names.append(text)
        listed = listed or bool(dash)
        gap = False
        found.roles[index] = Role.ADDRESSEES
        found.end = index + 1
    found.names = [name for name in (" ".join(n.split()).strip(" ;.:,|") for n in names) if name]
    return found


_FOOT = 8
"""Lines that those take to whom a letter is sent, at its very end."""


def at_foot(lines: Sequence[Line], start: int) -> Addressees | None:
    """Read the addressees that stand below a letter which nobody signs, as a note verbale has them.

    "Kính gửi:" stands alone on its line there, and nothing comes behind the names.
    """
    printed = [at for at in range(start, len(lines)) if not lines[at].blank]
    for at in printed[-_FOOT:]:
        label = frame.ADDRESSEES.match(lines[at].folded)
        if label and label.end() == len(lines[at].folded):
            found = read(lines, at)
            return found if found.names and found.end > printed[-1] else None
    return None


def _goes_on(names: Sequence[str]) -> bool:
    return names[-1].rstrip().endswith((";", ",", ":"))


def _next_unmarked(names: Sequence[str], line: Line) -> bool:
    """Say whether a list that marks no items goes on: the last name ends with a semicolon."""
    return names[-1].rstrip().endswith(";") and line.raw < _WIDTH and not _basis(line)


def _basis(line: Line) -> bool:
    """Say whether an item is the first of the body: "- Căn cứ Luật …"."""
    return frame.BASIS.match(line.folded.lstrip("-+*• ")) is not None


def _closed(names: Sequence[str]) -> bool:
    return bool(names) and names[-1].rstrip().endswith(".")


def _body_starts(lines: Sequence[Line], index: int, names: Sequence[str], gap: bool) -> bool:
    """Say whether a line that is no list item opens the body, not a wrapped name."""
    line = lines[index]
    if gap or _closed(names):
        return True
    marker = markers.read(line.text)
    if marker is not None and marker.level not in COUNTED:
        return True
    if names[-1].rstrip().endswith(";"):
        return True
    if line.text[0].islower():
        return False
    # A name goes on below only where its line is full; a sentence may stand below a short one.
    unfilled = lines[index - 1].raw < _FULL and not names[-1].rstrip().endswith((",", "-", ":"))
    if unfilled and line.raw >= _SENTENCE and not line.capitals:
        return True
    return frame.OPENING.match(line.folded) is not None
