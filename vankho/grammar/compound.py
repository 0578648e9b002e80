"""Where the name of an agency is over: whether a small syllable belongs to the capital one before it.

"Sở Nội vụ", "Ban Tuyên giáo": a compound has one capital. "Huyện ủy Trà Bồng nhận được" goes on
with the sentence: the syllables of a proper name are all written with capitals.
"""

from functools import cache
from itertools import pairwise

from vankho.grammar.agency_case import plain_word, words
from vankho.grammar.company import WORDS as TRADES


@cache
def _known() -> tuple[frozenset[tuple[str, str]], frozenset[str]]:
    """Return the neighbours in words of agencies' names, and the words of one syllable."""
    listed = [word.lower().replace(",", "").split() for word in (*words(), *TRADES)]
    pairs = frozenset(pair for word in listed for pair in pairwise(word))
    return pairs, frozenset(word[0] for word in listed if len(word) == 1)


def belongs(head: str, name: str, word: str) -> bool:
    """Say whether the small syllable ``word`` may go on a name.

    ``name`` is what follows the agency's ``head`` word so far.

    >>> belongs("Sở", "Nội", "vụ"), belongs("Huyện ủy", "Trà Bồng", "nhận"), belongs("Cục", "Thuế", "gửi")
    (True, False, False)
    """
    syllables = name.split()
    pairs, single = _known()
    last = plain_word((syllables or head.split())[-1])
    if (last, plain_word(word)) in pairs:
        return True
    return bool(syllables) and not (is_proper(name) or last in single or last.isdecimal())


@cache
def _begun() -> frozenset[str]:
    """Return what the words of three syllables and more begin with, from the second on."""
    listed = (word.lower().split() for word in words() if "," not in word)
    return frozenset(
        " ".join(word[:end]) for word in listed if len(word) > 2 for end in range(2, len(word) + 1)
    )


def goes_on(name: str, word: str) -> bool:
    """Say whether ``word`` goes on a long word that the last capital of a name began.

    >>> goes_on("Y học", "cổ"), goes_on("Y học cổ", "truyền"), goes_on("Nội vụ", "công")
    (True, True, False)
    """
    run: list[str] = []
    for syllable in reversed(name.split()):
        run.append(plain_word(syllable))
        if syllable[0].isupper():
            break
    return " ".join([*run[::-1], plain_word(word)]) in _begun()


def is_proper(name: str) -> bool:
    """Say whether a name ends with a proper name: with two syllables that begin with capitals.

    An abbreviation is none of its syllables: "TNHH Thủy nông".
    """
    last = name.split()[-2:]
    return len(last) == 2 and all(part[0].isupper() and not part[1:2].isupper() for part in last)
