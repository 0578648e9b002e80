"""Fold Vietnamese text for comparison: one ASCII letter for each letter, same length.

Folding never touches what a page shows; it only decides whether two spellings are
the same word (``đ`` and ``Đ`` as ``d``, ``hoà`` and ``hòa`` as ``hoa``).
"""

import codecs
import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

# Letters that look like Vietnamese ones and stand for them in OCR text and old
# fonts, but have no decomposition that would lead there.
LOOKALIKES = {"Ð": "Đ", "Ɖ": "Đ", "ð": "đ", "ɖ": "đ", "Ƣ": "Ư", "ƣ": "ư"}

_DASHES = "‐‑‒–—―−﹣－-"
_SLASHES = "∕⁄／"
_SPACES = "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"


def _fold_letter(char: str) -> str:
    letter = LOOKALIKES.get(char, char)
    base = unicodedata.normalize("NFD", letter)[0]
    base = {"Đ": "d", "đ": "d"}.get(base, base).lower()
    return base if len(base) == 1 else char


def _fold_table() -> dict[int, str]:
    # Exact dict with every ASCII code in it: str.translate is several times faster
    # when no lookup misses.
    codes = [*range(0x250), *range(0x1E00, 0x1F00), *map(ord, LOOKALIKES)]
    table = {code: _fold_letter(chr(code)) for code in codes}
    table |= {ord(dash): "-" for dash in _DASHES} | {ord(slash): "/" for slash in _SLASHES}
    table |= {ord(space): " " for space in _SPACES}
    return table


def _usual() -> str:
    """Return the characters that nearly every letter is written with alone, NUL first."""
    marks = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
    small = [unicodedata.normalize("NFC", base + mark) for base in "aăâeêioôơuưy" for mark in marks]
    vietnamese = "".join([*small, "đ"])
    ascii_ = "".join(map(chr, range(0x20, 0x7F)))
    usual = f"\0\t\n\r{ascii_}{vietnamese}{vietnamese.upper()}–—“”‘’…\u00a0•°²×"
    return "".join(dict.fromkeys(usual))


_FOLD = _fold_table()
# A code page of our own: Python's character maps fold by it seven times as fast as
# str.translate. The codec wants NUL first and 256 characters; U+FFFE stands for none.
_NONE = "\ufffe"
_USUAL = _usual().ljust(256, _NONE)
_TO_PAGE = codecs.charmap_build(_USUAL)
_FROM_PAGE = _USUAL.translate(_FOLD)
# Digits of other scripts and wide ones: the patterns of numbers count on 0 to 9.
_DIGITS = {
    code: str(unicodedata.digit(chr(code)))
    for code in range(0x80, 0x20000)
    if unicodedata.category(chr(code)) == "Nd"
}
_TIDY = (
    _DIGITS
    | {ord(a): b for a, b in LOOKALIKES.items()}
    | {ord(dash): "-" for dash in _DASHES}
    | {ord(slash): "/" for slash in _SLASHES}
    | {ord(space): " " for space in _SPACES}
)
UNTIDY = (
    "".join(re.escape(chr(c)) for c, to in _TIDY.items() if chr(c) != to and c < 0x10000)
    + "\U00010000-\U0010ffff"
)
"""What ``tidy`` changes, as a pattern writes it between brackets.

Of the rare characters beyond 16 bits it holds all: re tries such ones singly, each in turn.
"""
_SPECIAL = re.compile(f"[{UNTIDY}]")
_NOT_WORD = re.compile(r"[^a-z0-9]+")


def fold(text: str) -> str:
    """Return ``text`` in lower-case ASCII letters, one character for each character of it.

    Characters that have no ASCII letter stay as they are, so that offsets in the
    folded text are offsets in ``text``. ``text`` should be NFC.
    """
    page = code_page(text)
    return text.translate(_FOLD) if page is None else fold_page(page)


def code_page(text: str) -> bytes | None:
    """Return ``text`` with a byte for each character; None where it has an unusual one.

    What must be asked of every character of an archive is asked of these bytes much faster.
    """
    try:
        return codecs.charmap_encode(text, "strict", _TO_PAGE)[0]
    except UnicodeEncodeError:
        return None


def rough_page(text: str) -> bytes:
    """Return the same of any text, with that of a question mark for an unusual character."""
    return codecs.charmap_encode(text, "replace", _TO_PAGE)[0]


def fold_page(page: bytes) -> str:
    """Return the folded text of what ``code_page`` gave."""
    return codecs.charmap_decode(page, "strict", _FROM_PAGE)[0]


def on_page(wanted: Callable[[str], object]) -> bytes:
    """Return the bytes of the usual characters that ``wanted`` holds for."""
    return bytes(code for code, char in enumerate(_USUAL) if char != _NONE and wanted(char))


def tidy(text: str) -> str:
    """Return ``text`` with look-alike letters, digits, dashes and blanks made plain, same length."""
    return text.translate(_TIDY) if _SPECIAL.search(text) else text


def slug(text: str) -> str:
    """Return the form used in URLs and anchors: lower-case ASCII, hyphens between words.

    >>> slug("STTTT-BCVT&CNTT")
    'stttt-bcvt-cntt'
    """
    return _short_slug(text) if len(text) < _SHORT else _slug(text)


_SHORT = 64
"""Names and symbols come again and again; what is longer is not worth keeping."""


def _slug(text: str) -> str:
    return _NOT_WORD.sub("-", fold(unicodedata.normalize("NFC", text))).strip("-")


_short_slug = lru_cache(maxsize=8192)(_slug)


def heading_slug(text: str, separator: str) -> str:
    """Return the anchor of a heading, as Python-Markdown's ``toc`` asks for it.

    Its own would drop each đ, which has no decomposition: "theo-quy-inh-tai".
    """
    return slug(text).replace("-", separator)


def same(left: str, right: str) -> bool:
    """Say whether two texts are one word for word, diacritics and case aside."""
    return slug(left) == slug(right)
