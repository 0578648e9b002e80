"""How words are compared: one case, no accents, đ as d, the tone mark anywhere in its syllable.

`theme/assets/search/fold.js` does exactly the same; tests hold the two together.
"""

import re
import unicodedata
from functools import lru_cache

_LETTER_BLOCKS = ((0x61, 0x7B), (0xC0, 0x250), (0x1E00, 0x1F00))
# None of these has a decomposition: đ and its lookalikes, and ƣ, which OCR reads for ư.
_NO_DECOMPOSITION = {"đ": "d", "ð": "d", "ɖ": "d", "ƣ": "u"}
_TONES = "\u0300\u0301\u0303\u0309\u0323"
# Marks and invisible characters that may stand inside a word without ending it.
_NO_WIDTH = "\u00ad\u200b-\u200d\u2060\ufeff"
IGNORED = f"\u0300-\u036f{_NO_WIDTH}"


def _letters() -> dict[str, str]:
    """Every lower-case letter of a word, with the plain letter it is compared as."""
    table = dict(_NO_DECOMPOSITION)
    for start, stop in _LETTER_BLOCKS:
        for code in range(start, stop):
            letter = chr(code).lower()
            base = unicodedata.normalize("NFD", letter)[:1]
            if len(letter) == 1 and "a" <= base <= "z":
                table[letter] = base
    return table


LETTERS = _letters()
_CLASS = "0-9" + "".join(sorted(LETTERS))
# A word ends after 64 characters: what is longer is no word, and an index must not carry it.
_WORD = re.compile(f"[{_CLASS}][{_CLASS}{IGNORED}]{{0,63}}")
_INVISIBLE = re.compile(f"[{IGNORED}]")
_UNSEEN = re.compile(f"[{_NO_WIDTH}]")


def lower(text: str) -> str:
    """Lower-case NFC; İ first, the one letter whose lower case is longer than itself."""
    return unicodedata.normalize("NFC", text).replace("\u0130", "I").lower()


def words(text: str) -> list[str]:
    """The words of a text, lower-case, accents kept.

    >>> words("Sở TT&TT, số 972/UBND")
    ['sở', 'tt', 'tt', 'số', '972', 'ubnd']
    """
    return _WORD.findall(lower(text))


@lru_cache(maxsize=200_000)
def fold_word(word: str) -> str:
    """A word of `words` without its accents."""
    if word.isascii():
        return word
    return "".join(LETTERS.get(c, c) for c in _INVISIBLE.sub("", word))


def fold(text: str) -> str:
    """Folded words with single blanks between.

    >>> fold("Ủy ban nhân dân tỉnh ĐẮK LẮK")
    'uy ban nhan dan tinh dak lak'
    """
    return " ".join(map(fold_word, words(text)))


def squeeze(text: str) -> str:
    """Folded words with nothing between: `BCVT&CNTT` is `bcvtcntt`."""
    return fold(text).replace(" ", "")


@lru_cache(maxsize=200_000)
def accent(word: str) -> str:
    """A word with its tone at the end, so that hoà, hòa and their OCR variants are one.

    >>> accent("hoà") == accent("hòa") != accent("hoa")
    True
    """
    if word.isascii():
        return word
    apart = unicodedata.normalize("NFD", _UNSEEN.sub("", word))
    bare = unicodedata.normalize("NFC", "".join(c for c in apart if c not in _TONES))
    return bare + "".join(c for c in apart if c in _TONES)
