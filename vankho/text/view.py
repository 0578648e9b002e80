"""A cleaned reading of a piece of source text that can always point back to it.

Letters come with emphasis marks inside numbers, soft hyphens, line breaks inside a
citation. The grammar reads a ``View``, in which those are gone; every find is mapped
back to the characters of the source, so that spans are exact.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import NamedTuple

from vankho.text.fold import UNTIDY, code_page, fold, fold_page, on_page, tidy
from vankho.text.seam import may_have_seams, seams
from vankho.text.span import Span

_BLANK = r"[ \t\n\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
is_blank = re.compile(_BLANK).match
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_NOISE = re.compile(
    rf"""
      (?P<drop>  [*`{_INVISIBLE}]+ | (?<!\w)_{{1,3}}(?=\w) | (?<=\w)_{{1,3}}(?!\w) | \[\^\w{{1,4}}\]
                 | (?<=\w)\[\d{{1,3}}\](?!\() )    # emphasis marks, soft hyphens, zero-width, notes
    | (?P<escape> \\(?=[!-/:-@\[-`{{-~]) )     # a Markdown escape: UBND\-TTHC
    | (?P<link>  \[(?=[^\[\]]{{1,400}}\]\([^()\s]{{1,400}}\)) )   # [Công văn …](https://…)
    | (?P<target> \]\([^()\s]{{1,400}}\) )
    | (?P<amp>   &amp; )
    | (?P<tag>   <(?:sup>\[?\d{{1,3}}\]?</sup|/?(?:b|i|u|em|strong|sup|sub))> )   # <b>972</b>/UBND<sup>1</sup>
    | (?P<break> <[Bb][Rr]\s?/?>{_BLANK}* )   # between the lines of a cell
    | (?P<nbsp>  &nbsp;{_BLANK}* )
    | (?P<blank> {_BLANK}*\n{_BLANK}* | {_BLANK}{{2,}} )
    """,
    re.VERBOSE,
)
NOISY = on_page(re.compile(rf"[*`{_INVISIBLE}_\\\[\]&<\n{UNTIDY}]").match)
"""Bytes of a code page with which noise begins; most stretches have none."""
_TO_TIDY = on_page(re.compile(f"[{UNTIDY}]").match)
_UNTIDY = bytes(code in _TO_TIDY for code in range(256))
# Where noise may begin, by its first character.
_MAYBE_NOISE = re.compile(rf"[*`{_INVISIBLE}_\\\[\]&<\n]|{_BLANK}(?={_BLANK})")


class View(NamedTuple):
    """Cleaned text with its folded twin and the way back to the source.

    ``text`` and ``folded`` have the same length. ``starts[i]`` is the first view
    offset of run ``i`` and ``sources[i]`` the source offset that it stands for.
    """

    text: str
    folded: str
    starts: tuple[int, ...]
    sources: tuple[int, ...]
    end: int

    def source(self, offset: int) -> int:
        """Return the source offset of the character at view ``offset``."""
        if offset >= len(self.text):
            return self.end
        run = bisect_right(self.starts, offset) - 1
        return self.sources[run] + offset - self.starts[run]

    def span(self, start: int, end: int) -> Span:
        """Return the source span of the view's characters ``start`` to ``end`` (exclusive)."""
        if end <= start:
            return Span(self.source(start), self.source(start))
        if len(self.starts) == 1 and end <= len(self.text):
            return Span(self.sources[0] + start, self.sources[0] + end)
        return Span(self.source(start), self.source(end - 1) + 1)


_Next = Callable[[str, int, int], int]
"""Returns where, from one offset to another, noise may begin next; below zero for nowhere."""


def _next_spot(source: str, start: int, end: int) -> int:
    spot = _MAYBE_NOISE.search(source, start, end)
    return spot.start() if spot else -1


def view(
    source: str,
    spans: Sequence[Span],
    fixes: Sequence[tuple[Span, str]] = (),
    next_spot: _Next = _next_spot,
) -> View:
    """Read ``spans`` of ``source`` as one running text.

    ``fixes`` are stretches to be read as something else; every character of a fix maps
    into the stretch that it stands for.

    Of one text many are read faster by a `Reader`. Two spans that follow each other are joined like two lines: with one blank, or with
    none after a hyphen or a slash. So a sentence broken by a page number is whole.
    """
    first, whole = (spans[0].start, spans[-1].end) if spans else (0, 0)
    pieces: list[str] = []
    starts: list[int] = []
    sources: list[int] = []
    length = 0

    def add(piece: str, at: int) -> None:
        nonlocal length
        if piece:
            starts.append(length)
            sources.append(at)
            pieces.append(piece)
            length += len(piece)

    def join(at: int) -> None:
        if pieces and not pieces[-1].endswith((" ", "-", "/", "‐", "–")):
            add(" ", at)

    def read(start: int, end: int) -> None:
        at = start
        begin = next_spot(source, start, end)
        while begin >= 0:
            if source[begin] == "\n" and not is_blank(source, begin + 1):
                add(source[at:begin], at)  # as most lines end
                join(begin)
                at = begin + 1
                begin = next_spot(source, at, end)
                continue
            # A link may open on one line and close on the next.
            noise = _NOISE.match(source, begin, whole if source[begin] == "[" else end)
            if noise is None:
                begin = next_spot(source, begin + 1, end)
                continue
            add(source[at:begin], at)
            at = noise.end()
            if noise.lastgroup == "amp":
                add("&", begin)
            elif noise.lastgroup == "target" and not _opened(source, first, begin):
                add(source[begin:at], begin)
            elif noise.lastgroup in {"blank", "break", "nbsp"}:
                if "\n" in noise[0] or noise.lastgroup == "break":
                    join(begin)
                elif not (pieces and pieces[-1].endswith(" ")):
                    add(" ", begin)
            begin = next_spot(source, at, end)
        add(source[at:end], at)

    for number, span in enumerate(spans):
        if number:
            join(span.start)
        at = span.start
        for old, new in fixes:
            if span.start <= old.start < span.end:
                read(at, old.start)
                for index, char in enumerate(new):
                    last = index == len(new) - 1
                    add(char, old.end - 1 if last else min(old.start + index, old.end - 1))
                at = min(old.end, span.end)
        read(at, span.end)
    text = "".join(pieces)
    page = code_page(text)
    if page is None or 1 in page.translate(_UNTIDY):
        text = tidy(text)
        page = code_page(text)
    lost = seams(text) if page is None or may_have_seams(page) else ()
    if lost:
        text, page = _unglued(text, lost, starts, sources), None
    folded = fold(text) if page is None else fold_page(page)
    return View(text, folded, tuple(starts) or (0,), tuple(sources) or (whole,), whole)


def _unglued(text: str, lost: Sequence[int], starts: list[int], sources: list[int]) -> str:
    """Put a blank before each offset of ``lost``; it stands for the character after it."""
    old = list(zip(starts, sources, strict=True))
    new: list[tuple[int, int]] = []
    words, at = [], 0
    run = 0
    for count, seam in enumerate(lost):
        while run < len(old) and old[run][0] < seam:
            new.append((old[run][0] + count, old[run][1]))
            run += 1
        begin, source = old[run] if run < len(old) and old[run][0] == seam else old[run - 1]
        new.append((seam + count, source + seam - begin))
        new.append((seam + count + 1, source + seam - begin))
        run += run < len(old) and old[run][0] == seam
        words.append(text[at:seam])
        at = seam
    new += [(begin + len(lost), source) for begin, source in old[run:]]
    starts[:] = [begin for begin, _ in new]
    sources[:] = [source for _, source in new]
    return " ".join([*words, text[at:]])


def _opened(source: str, start: int, target: int) -> bool:
    """Say whether a ``](…)`` at ``target`` closes a link opened shortly before it."""
    opening = source.rfind("[", max(start, target - 400), target)
    return opening >= 0 and "]" not in source[opening:target]


_LINE_BREAK = re.compile(rf"{_BLANK}*\n{_BLANK}*")


def printed(source: str, spans: Sequence[Span]) -> str:
    """Return the text of ``spans`` as printed: marks kept, line breaks become one blank.

    None is put after a hyphen or a slash, where the break only cut a symbol in two.
    """
    out = ""
    for span in spans:
        piece = source[span.start : span.end]
        for line in _LINE_BREAK.split(piece) if "\n" in piece else (piece,):
            if out and not out.endswith((" ", "-", "/", "‐", "–")):
                out += " "
            out += line
    return out
