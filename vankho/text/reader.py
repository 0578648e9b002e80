"""Views of many stretches of one text: what is asked of every character is asked of all at once.

Most paragraphs hold nothing that must be taken out or put right. Where that is so is found for
a whole letter in a few passes over its bytes; of a paragraph it then costs one look.
"""

import re
from collections.abc import Sequence

from vankho.text.fold import fold_page, on_page, rough_page
from vankho.text.seam import touching
from vankho.text.span import Span
from vankho.text.view import NOISY, View, is_blank, view

# A question mark may stand for a character that the code page has not.
_NOISE = bytes(code in NOISY + on_page("?".__eq__) for code in range(256))


_BLANK = bytes(code in on_page(" ".__eq__) for code in range(256))


_STARS = re.compile(r"\*\**")


class Reader:
    """Reads stretches of ``source`` from ``start`` to ``end``; ``fixes`` are those of `view`.

    Of a long text it is faster to make one for each part: what is at hand is read sooner.
    """

    def __init__(
        self,
        source: str,
        fixes: Sequence[tuple[Span, str]] = (),
        start: int = 0,
        end: int | None = None,
    ) -> None:
        self._source = source
        self._fixes = fixes
        self._start = start
        page = rough_page(source[start:end])
        self._folded = fold_page(page)
        # All neighbours at once, as a long number: of blanks side by side all but the last.
        blanks = int.from_bytes(page.translate(_BLANK), "little")
        noise = int.from_bytes(page.translate(_NOISE), "little") | blanks & blanks >> 8
        self._noise = noise.to_bytes(len(page), "little")
        self._unlike = touching(page, noise)
        """1 where a stretch may have to be read otherwise than it is printed."""
        for old, _ in fixes:
            if start <= old.start < start + len(page):
                self._unlike[old.start - start] = 1

    def views(self, stretches: Sequence[Sequence[Span]]) -> Sequence[View]:
        """Read each of ``stretches`` as one running text: most as they stand."""
        source, folded, offset = self._source, self._folded, self._start
        unlike = self._unlike.find
        read = []
        for spans in stretches:
            if len(spans) == 1:
                span = spans[0]
                start, end = span.start, span.end
                at, to = start - offset, end - offset
                if unlike(1, at, to) < 0:
                    read.append(View(source[start:end], folded[at:to], (0,), (start,), end))
                    continue
            read.append(self.view(spans))
        return read

    def view(self, spans: Sequence[Span]) -> View:
        """Read ``spans`` as one running text, as the function of that name does."""
        if len(spans) == 1:
            start, end = spans[0].start, spans[0].end
            at, to = start - self._start, end - self._start
            if self._unlike.find(1, at, to) < 0:
                return View(self._source[start:end], self._folded[at:to], (0,), (start,), end)
            stars = self._source.count("*", start, end)
            if stars and not self._fixes and stars == self._unlike.count(1, at, to):
                starred = self._without_stars(start, end)
                if starred is not None:
                    return starred
        return view(self._source, spans, self._fixes, self._next_spot)

    def _without_stars(self, start: int, end: int) -> View | None:
        """Read a stretch in which nothing but emphasis is taken out; None where a blank may be lost.

        So are most that are not read as they stand.
        """
        source, folded, offset = self._source, self._folded, self._start
        words, plain, starts, sources = [], [], [], []
        length, at = 0, start
        for stars in _STARS.finditer(source, start, end):
            begin = stars.start()
            if begin > at:
                starts.append(length)
                sources.append(at)
                words.append(source[at:begin])
                plain.append(folded[at - offset : begin - offset])
                length += begin - at
            at = stars.end()
            if start < begin and at < end and source[begin - 1].isalnum() and source[at].isalnum():
                return None  # "Số**12**"
        if at < end:
            starts.append(length)
            sources.append(at)
            words.append(source[at:end])
            plain.append(folded[at - offset : end - offset])
        if not words:
            return None
        return View("".join(words), "".join(plain), tuple(starts), tuple(sources), end)

    def _next_spot(self, source: str, start: int, end: int) -> int:
        """Return where from ``start`` on noise may begin: at the first of blanks side by side."""
        spot = self._noise.find(1, start - self._start, end - self._start) + self._start
        if spot < start:
            return -1
        while spot > start and is_blank(source[spot]) and is_blank(source[spot - 1]):
            spot -= 1
        return spot
