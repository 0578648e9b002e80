"""The plain text of a letter, as a page must carry it."""

import re
from collections.abc import Iterator

from vankho.text.emphasis import Mark, pairs

_BLANK_LINE = re.compile(r"\n[ \t\u00a0]*\n")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufffe\uffff]")
# Separators that Python counts as blanks, and a browser would drop or show as boxes.
_SEPARATOR = re.compile("[\x0b\x0c\x1c-\x1f\x85]")


def paired_marks(text: str, start: int) -> Iterator[Mark]:
    """Yield the emphasis marks of a letter that come in pairs inside one paragraph."""
    if "*" not in text[start:]:
        return
    at = start
    for gap in _BLANK_LINE.finditer(text, start):
        yield from pairs(text, at, gap.start())
        at = gap.end() - 1
    yield from pairs(text, at, len(text))


def shown(text: str) -> str:
    """Replace what no page can carry by U+FFFD, and odd separators by a blank, one for one."""
    return _SEPARATOR.sub(" ", _CONTROL.sub("\ufffd", text))


def words_of(text: str, start: int) -> str:
    """Return what a page must show of a letter: its words in order, single blanks between."""
    out, at = [], start
    for mark in paired_marks(text, start):
        out.append(text[at : mark.start])
        at = mark.end
    out.append(text[at:])
    return " ".join(shown("".join(out)).split())
