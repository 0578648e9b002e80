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
    """Reads stretches of ``source``; ``fixes`` are those of `view`."""

    def __init__(self, source: str, fixes: Sequence[tuple[Span, str]] = ()) -> None:
        self._source = source
        self._fixes = fixes
        page = rough_page(source)
        self._folded = fold_page(page)
        # All neighbours at once, as a long number: of blanks side by side all but the last.
        blanks = int.from_bytes(page.translate(_BLANK), "little")
        noise = int.from_bytes(page.translate(_NOISE), "little") | blanks & blanks >> 8
        self._noise = noise.to_bytes(len(page), "little")
        unlike = int.from_bytes(touching(page), "little") | noise
        self._unlike = bytearray(unlike.to_bytes(len(page) + 2, "little"))
        """1 where a stretch may have to be read otherwise than it is printed."""
        for old, _ in fixes:
            self._unlike[old.start] = 1

    def view(self, spans: Sequence[Span]) -> View:
        """Read ``spans`` as one running text, as the function of that name does."""
        if len(spans) == 1:
            start, end = spans[0].start, spans[0].end
            if self._unlike.find(1, start, end) < 0:
                text, folded = self._source[start:end], self._folded[start:end]
                return View(text, folded, (0,), (start,), end)
        return view(self._source, spans, self._fixes, self._next_spot)

    def _next_spot(self, source: str, start: int, end: int) -> int:
        """Return where from ``start`` on noise may begin: at the first of blanks side by side."""
        spot = self._noise.find(1, start, end)
        while spot > start and is_blank(source[spot]) and is_blank(source[spot - 1]):
            spot -= 1
        return spot
