"""Noise as copying, OCR and editors bring it into a letter, applied to citations one spot at a time.

Each kind lists the edits that it can make inside a citation where the citation stays
decidable: where a reader still knows what is cited. An edit changes the letter's text and
says so, so that the true span of the citation in the damaged text is known.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from vankho.registry.registry import Registry


@dataclass(frozen=True, order=True)
class Edit:
    """Characters ``start`` to ``end`` of a text are written as ``new``."""

    start: int
    end: int
    new: str


@dataclass(frozen=True)
class Place:
    """A citation in a text: its span, and what is known there."""

    text: str
    start: int
    end: int
    known: Registry

    def find(self, pattern: str) -> Iterator[re.Match[str]]:
        """Yield the matches that lie inside the citation."""
        for match in re.compile(pattern).finditer(self.text, self.start, self.end):
            if match.end() <= self.end:
                yield match


Edits = Iterator[tuple[Edit, ...]]
Spots = Callable[[Place], Edits]
"""From a citation to the edits that may be made in it, each on its own."""


def apply(text: str, edits: Sequence[Edit]) -> str:
    """Return the text with the edits made; they must not overlap."""
    for edit in sorted(edits, reverse=True):
        text = text[: edit.start] + edit.new + text[edit.end :]
    return text


def moved(start: int, end: int, edits: Sequence[Edit]) -> tuple[int, int]:
    """Return where a span stands after the edits; marks put right round it stay outside."""

    def grown(edits: Sequence[Edit]) -> int:
        return sum(len(edit.new) - (edit.end - edit.start) for edit in edits)

    before = [edit for edit in edits if edit.end <= start]
    inside = [edit for edit in edits if edit.start < end and edit not in before]
    return start + grown(before), end + grown(before) + grown(inside)


def _around(left: str, right: str) -> Spots:
    """Marks round each run of up to four words, symbols and dates counted as words."""

    def spots(place: Place) -> Edits:
        starts = [m.start() for m in place.find(r"(?<![\w/.-])\w")]
        ends = [m.end() for m in place.find(r"\w(?![\w/.-])")]
        if left in place.text:
            return
        for start in starts:
            for end in [end for end in ends if end > start][:4]:
                yield Edit(start, start, left), Edit(end, end, right)

    return spots


def _bold_letter(place: Place) -> Edits:
    for match in () if "*" in place.text else place.find(r"(?<=\S)\S(?=\S)"):
        at = match.start()
        yield Edit(at, at, "**"), Edit(at + 1, at + 1, "**")


def _inserted(pattern: str, new: str) -> Spots:
    def spots(place: Place) -> Edits:
        for match in place.find(pattern):
            if place.start < match.start() < place.end:
                yield (Edit(match.start(), match.start(), new),)

    return spots


def _replaced(pattern: str, *news: str) -> Spots:
    def spots(place: Place) -> Edits:
        for match in place.find(pattern):
            for new in news:
                yield (Edit(match.start(), match.end(), new),)

    return spots


def _decomposed(place: Place) -> Edits:
    for match in place.find(r"[^\W\d_]"):
        parts = unicodedata.normalize("NFD", match[0])
        if parts != match[0]:
            yield (Edit(match.start(), match.end(), parts),)


_WIDTH = 80
_FILLER = (
    "Tình hình thời tiết những ngày qua diễn biến khó lường, mưa lớn kéo dài, bà con các nơi"
    " chủ động sắp xếp công việc ở nhà, gặt lúa, phơi thóc, che chắn chuồng trại"
)


def _broken(pattern: str, *breaks: str) -> Spots:
    """The whole paragraph comes in lines of equal width, one of which ends inside the citation."""

    def spots(place: Place) -> Edits:
        # Text that is broken already has its own layout.
        for match in () if "\n" in place.text else place.find(pattern):
            for new in breaks:
                yield (*_lines(place.text, match), Edit(match.start(), match.end(), new))

    return spots


def _lines(text: str, at: re.Match[str]) -> list[Edit]:
    """Fill up the line that ends at ``at`` and cut the rest at its width."""
    filler = ""
    # A letter's own number line opens it; nothing stands before it.
    for word in () if text.startswith("Số ") else _FILLER.split(" "):
        if len(filler) + len(word) + at.start() % _WIDTH > _WIDTH - 2:
            break
        filler += word + " "
    filler = filler.rstrip(", ") + ". " if filler else ""
    edits = [Edit(0, 0, filler.upper() if text.isupper() else filler)] if filler else []
    for step in (-1, 1):
        edge = at.start() if step < 0 else at.end()
        while True:
            blank = (
                text.find(" ", max(0, edge - _WIDTH), edge - _WIDTH // 2)
                if step < 0
                else text.rfind(" ", edge + _WIDTH // 2, edge + _WIDTH)
            )
            if step > 0 and len(text) - edge < _WIDTH:
                break
            if blank < 0 or (step < 0 and edge < _WIDTH):
                break
            edits.append(Edit(blank, blank + 1, "\n"))
            edge = blank
    return edits


_SYMBOL = r"\d\w*\s?/\s?(?:\d{4}/)?(?P<symbol>[A-ZĐ]\w*(?:-[A-ZĐ]\w*)+)"


def _lost_hyphen(place: Place) -> Edits:
    """A hyphen may be lost where type and agency are both known: QĐTTg, NQCP."""
    for match in place.find(_SYMBOL):
        kind, _, rest = match["symbol"].partition("-")
        known = place.known
        if known.types.by_symbol(match["symbol"]) and known.agencies.by_abbreviation(rest):
            at = match.start("symbol") + len(kind)
            yield (Edit(at, at + 1, ""),)


def _run_together(place: Place) -> Edits:
    """A blank lost where the words on both sides still tell what they are."""
    yield from _replaced(
        r"(?<=[Cc]ông)\s(?=văn)|(?<=[Qq]uyết)\s(?=định)|(?<=[Nn]ghị)\s(?=quyết|định)|(?<=[Tt]hông)\s(?=tư|báo)"
        r"|(?<=văn|ịnh|yết)\s(?=số)|(?<=số)\s(?=\d)|(?<=ngày)\s(?=\d)|(?<=[A-Z])\s(?=ngày)|(?<=\d)\s(?=của)"
        r"|(?<=khoản)\s(?=\d)|(?<=Điều)\s(?=\d)|(?<=\d)\s(?=khoản|Điều|Công văn|Quyết định|Nghị)"
        r"|(?<=của)\s(?=[A-ZĐ])",
        "",
    )(place)


def _ocr_digits(place: Place) -> Edits:
    """A digit read as a letter, where another digit beside it shows that a number stands there."""
    for match in place.find(r"(?<![^\W\d_])\d{2,}"):
        for at in range(match.start(), match.end()):
            for letter in {"0": "Oo", "1": "lI"}.get(place.text[at], ""):
                yield (Edit(at, at + 1, letter),)


_DASHES = ("\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2015", "\u2212", "\ufe63", "\uff0d")
_HYPHEN = r"(?<=\w)-(?=\w)"

KINDS: dict[str, Spots] = {
    "đậm quanh từ": _around("**", "**"),
    "nghiêng quanh từ": _around("*", "*"),
    "gạch dưới quanh từ": _around("_", "_"),
    "đậm giữa từ": _bold_letter,
    "liên kết": _around("[", "](https://vi.du/a?b=c)"),
    "dấu thoát Markdown": _inserted(r"[-().,*_]", "\\"),
    "khoảng trắng trước gạch chéo": _inserted(r"/", " "),
    "khoảng trắng sau gạch chéo": _inserted(r"(?<=/)(?=\w)", " "),
    "khoảng trắng quanh gạch nối": _replaced(_HYPHEN, " -", "- ", " - "),
    "khoảng trắng không ngắt": _replaced(r" ", "\u00a0", "\u2009", "\t", "  "),
    "gạch nối mềm": _inserted(r"(?<=\w)(?=\w)", "\u00ad"),
    "ký tự không chiều rộng": _inserted(r"(?<=[^\s\\])(?=\S)", "\u200b"),
    "gạch khác": _replaced(_HYPHEN, *_DASHES),
    "tổ hợp dấu (NFD)": _decomposed,
    "Ð thay Đ": _replaced("Đ", "\u00d0", "\u0189"),
    "ð thay đ": _replaced("đ", "\u00f0", "\u0256"),
    "ƣ thay ư": _replaced("ư", "\u01a3"),
    "xuống dòng": _broken(r" ", "\n"),
    "xuống dòng ở gạch": _broken(r"(?<=\w[-/])(?=[A-ZĐ])", "\n"),
    "sang trang": _broken(r" ", "\n\n3\n\n", "\n2\n"),
    "mất gạch nối": _lost_hyphen,
    "O và l thay số": _ocr_digits,
    "dính chữ": _run_together,
}
"""By name: every kind of noise."""
