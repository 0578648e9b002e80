"""Lines of a letter, as the parser reads them."""

import re
from dataclasses import dataclass

from vankho.text.emphasis import unmarked
from vankho.text.fold import fold, tidy
from vankho.text.span import Span

# A Word table flattened to Markdown: cells between bars, lines of a cell by <br>.
_BREAK = re.compile(r"(?i)<br\s*/?>")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: where it is printed, and its words without marks and outer blanks."""

    span: Span
    """From its first to its last character that is not a blank."""
    text: str
    """Tidy, emphasis marks taken out, blanks single."""
    folded: str
    raw: int
    """Printed length, outer blanks aside."""
    indent: int = 0
    """Blanks before it; a tab is eight."""

    @property
    def blank(self) -> bool:
        """Say whether nothing is printed on the line."""
        return not self.text

    @property
    def capitals(self) -> bool:
        """Say whether its letters are nearly all upper case."""
        letters = [char for char in self.text if char.isalpha()]
        upper = sum(char.isupper() for char in letters)
        return len(letters) >= 2 and upper >= 0.85 * len(letters)


def split(text: str, start: int) -> list[Line]:
    """Split ``text`` from ``start`` on into lines, blank ones included."""
    lines = []
    at = start
    for raw in text[start:].split("\n"):
        left = len(raw) - len(raw.lstrip())
        inner = raw.strip()
        span = Span(at + left, at + left + len(inner)) if inner else Span(at, at)
        # A line of nothing but invisible characters is still a line of the letter.
        words = " ".join(_closed_up(_bare(inner)).split()) or inner
        lines.append(Line(span, words, fold(words), len(inner), _indent(raw[:left])))
        at += len(raw) + 1
    return lines


_TAB = 8


def _indent(blanks: str) -> int:
    return len(blanks) + (_TAB - 1) * blanks.count("\t")


_BULLET = re.compile(r"\*\s+\w")
_SPACED = re.compile(r"(?<!\S)[^\W\d_](?:[ \u00a0]{1,4}[^\W\d_](?!\w)){3,}")
_WORD_GAP = re.compile(r"[ \u00a0]{2,}")
_LETTER_GAP = re.compile(r"[ \u00a0]")


def _closed_up(line: str) -> str:
    """Read letters set apart as words: "C Ộ N G  H Ò A", words parted by wider gaps."""
    if len(line) > 2_000:
        return line
    return _SPACED.sub(
        lambda run: " ".join(_LETTER_GAP.sub("", word) for word in _WORD_GAP.split(run[0])), line
    )


def _bare(inner: str) -> str:
    # A pair of marks may open on one line and close on another, so single ones at the
    # edges of a line go too; the page pairs them over the whole paragraph.
    plain = _BREAK.sub(" | ", tidy(unmarked(inner)))
    for mark in ("\u00ad", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff"):
        plain = plain.replace(mark, "")
    # An asterisk with a blank behind it is a bullet: no emphasis begins so.
    stripped = plain.rstrip("*") if _BULLET.match(plain) else plain.strip("*")
    return stripped if stripped.strip() else plain
