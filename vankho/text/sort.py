"""Vietnamese alphabetical order."""

import unicodedata

from vankho.text.fold import fold

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}


def vietnamese(text: str) -> tuple[object, ...]:
    """Return a key that sorts as a Vietnamese dictionary does: letters first, tones second."""
    letters: list[tuple[int, str]] = []
    tones: list[int] = []
    for char in unicodedata.normalize("NFC", text).lower():
        parts = unicodedata.normalize("NFD", char)
        tone = next((_TONES[mark] for mark in parts if mark in _TONES), 0)
        base = unicodedata.normalize("NFC", "".join(mark for mark in parts if mark not in _TONES))
        index = _LETTERS.find(base)
        letters.append((index + 1 if index >= 0 else 0, "" if index >= 0 else fold(base)))
        tones.append(tone)
    return tuple(letters), tuple(tones), text
