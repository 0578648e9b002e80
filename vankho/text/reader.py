"""Views of many stretches of one text: what is asked of every character is asked of all at once.

Most paragraphs hold nothing that must be taken out or put right. Where that is so is found for
a whole letter in a few passes over its bytes; of a paragraph it then costs one look.
"""

from collections.abc import Sequence

from vankho.text.fold import fold_page, on_page, rough_page
from vankho.text.seam import touching
from vankho.text.span import Span
from vankho.text.view import NOISY, View, is_blank, view

# A question mark may stand for a character that the code page has not.
_NOISE = bytes(code in NOISY + on_page("?".__eq__) for code in range(256))


_BLANK = bytes(code in on_page(" ".__eq__) for code in range(256))


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
        unlike = int.from_bytes(touching(page), "little") | noise
        self._unlike = bytearray(unlike.to_bytes(len(page) + 2, "little"))
        """1 where a stretch may have to be read otherwise than it is printed."""
        for old, _ in fixes:
            if start <= old.start < start + len(page):
                self._unlike[old.start - start] = 1

    def view(self, spans: Sequence[Span]) -> View:
        """Read ``spans`` as one running text, as the function of that name does."""
        if len(spans) == 1:
            start, end = spans[0].start, spans[0].end
            at, to = start - self._start, end - self._start
            if self._unlike.find(1, at, to) < 0:
                return View(self._source[start:end], self._folded[at:to], (0,), (start,), end)
        return view(self._source, spans, self._fixes, self._next_spot)

    def _next_spot(self, source: str, start: int, end: int) -> int:
        """Return where from ``start`` on noise may begin: at the first of blanks side by side."""
        spot = self._noise.find(1, start - self._start, end - self._start) + self._start
        if spot < start:
            return -1
        while spot > start and is_blank(source[spot]) and is_blank(source[spot - 1]):
            spot -= 1
        return spot
