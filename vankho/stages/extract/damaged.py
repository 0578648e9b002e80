"""Words round a number that lost letters or got a blank too many: "Ngh định s 132/2013/NĐ-CP".

Text out of old fonts and poor scans lacks the letters with Vietnamese marks. A word is read so
only where the symbol beside it already says which word must stand there, and nothing else fits.
"""

import re
from collections.abc import Iterator

from vankho.grammar.number import groups
from vankho.registry.registry import Registry
from vankho.registry.types import LETTER
from vankho.text.view import View

_KEPT = 0.6
"""Of a name's letters so many must be left."""
_LOST = 2
"""Letters that one syllable may have lost."""
_SO = re.compile(r"\ss(?:\s?o)?\s?[:.]?\s?$")
_WORD = re.compile(r"[a-z]+")
_REACH = 60


def type_word(
    view: View, floor: int, end: int, symbol: str, registry: Registry
) -> tuple[int, str] | None:
    """Return where the damaged type word begins that stands before the number at ``end``, and the word.

    The symbol tells its type: before 132/2013/NĐ-CP stands "Nghị định", however much is left.
    """
    begin = max(floor, end - _REACH)
    left = view.folded[begin:end]
    said = _SO.search(left)
    left = left[: said.start()] if said else left.rstrip()
    if not left[-1:].isalpha():
        return None
    for name in _may_stand(symbol, registry):
        start = _parted_before(left, name.replace("-", ""))
        if start is None:
            start = _lamed_before(left, name.split("-"))
        if start is not None:
            return begin + start, name.replace("-", " ")
    return None


def _may_stand(symbol: str, registry: Registry) -> Iterator[str]:
    """Yield the words that may stand before a symbol, folded, with hyphens between."""
    name = registry.types.by_symbol(symbol)
    if name is not None:
        yield registry.types.slug(name) or ""
    elif symbol.startswith(("QH", "UBTVQH")):
        yield from ("nghi-quyet", "phap-lenh")
    elif len(groups(symbol)) > 1 and registry.agencies.by_symbol(symbol):
        yield registry.types.slug(LETTER) or ""
    else:
        return
    yield "van-ban"


def _parted_before(left: str, letters: str) -> int | None:
    """Match a name at the end of ``left`` whose words have blanks inside: "Ngh ị quyết"."""
    length = _parted(left[::-1], 0, letters[::-1])
    return None if length is None else len(left) - length


def _lamed_before(left: str, wanted: list[str]) -> int | None:
    """Match a name at the end of ``left`` that lost letters."""
    printed = list(_WORD.finditer(left))[-len(wanted) :]
    if len(printed) < len(wanted) or printed[-1].end() != len(left):
        return None
    start = printed[0].start()
    if left[start:].count(" ") != len(wanted) - 1 or (start and left[start - 1].isalnum()):
        return None
    return start if _left_of(wanted, [word[0] for word in printed]) else None


def agency_end(view: View, at: int, name: str) -> int | None:
    """Return where the damaged ``name`` of an agency ends that begins at ``at``; None for another."""
    end = _parted(view.folded, at, name.replace(" ", ""))
    if end is not None:
        return end
    wanted = name.split()
    printed = []
    for word in _WORD.finditer(view.folded, at, at + len(name) + 1):
        printed.append(word)
        if len(printed) == len(wanted):
            break
    if len(printed) < len(wanted) or printed[0].start() != at:
        return None
    end = printed[-1].end()
    whole = view.folded[end : end + 1]
    if view.folded[at:end].count(" ") != len(wanted) - 1 or whole.isalnum():
        return None
    return end if _left_of(wanted, [word[0] for word in printed]) else None


def _parted(folded: str, at: int, letters: str) -> int | None:
    """Match a name whose words have blanks inside: "Sở Nội v ụ"."""
    for letter in letters:
        if folded[at : at + 1] == " ":
            at += 1
        if folded[at : at + 1] != letter:
            return None
        at += 1
    return None if folded[at : at + 1].isalnum() else at


def _left_of(wanted: list[str], printed: list[str]) -> bool:
    """Say whether the printed syllables are what is left of those wanted."""
    pairs = list(zip(wanted, printed, strict=True))
    if any(len(word) - len(part) > _LOST or not _within(part, word) for word, part in pairs):
        return False
    return sum(map(len, printed)) >= _KEPT * sum(map(len, wanted))


def _within(part: str, word: str) -> bool:
    """Say whether ``part`` is ``word`` with some letters left out."""
    rest = iter(word)
    return all(letter in rest for letter in part)
