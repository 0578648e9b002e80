"""Agencies under the short names that a letter gives them: "Ban Quản lý dự án … (sau đây gọi tắt là Ban)"."""

import re
from collections.abc import Mapping
from itertools import islice

from vankho.grammar import issuer as issuers
from vankho.model.citation import Citation
from vankho.model.letter import Letter
from vankho.registry.registry import Registry
from vankho.text.fold import fold

# "(sau đây gọi tắt là Ban Quản lý)", "(viết tắt là “Trung tâm”)".
_DEFINED = re.compile(
    r"(?:gọi|viết)\s(?:tắt\s)?là:?\s[“\"]?(?P<name>[^\W\d_][^()“”\";,.:]{0,40}?)[”\"]?\)"
)
_BRACKET = re.compile(r"\s\((?:(?:sau|dưới)\sđây\s)?(?:được\s)?$")
_BRACKET_REACH = 20
_FULL_REACH = 200
"""Characters before a definition in which the name in full begins."""
_MOST = 200
"""So many definitions of one letter are looked at."""


def short_names(letter: Letter, registry: Registry) -> Mapping[str, str]:
    """Return the short names of agencies that a letter defines, with the names in full.

    The name in full stands right before the bracket, and the short one is made of its words. What
    a letter calls two of them ("Công ty") tells neither.
    """
    text = letter.text
    known: dict[str, str | None] = {}
    for match in islice(_DEFINED.finditer(text), _MOST):
        short = " ".join(match["name"].split())
        bracket = _BRACKET.search(text, max(0, match.start() - _BRACKET_REACH), match.start())
        if bracket is None or not short[0].isupper():
            continue
        left = bracket.start()
        before = " ".join(text[max(0, left - _FULL_REACH) : left].split())
        if (name := _name_before(before, short, registry)) is not None:
            known[short] = name if known.get(short, name) == name else None
    return {short: name for short, name in known.items() if name is not None}


def _name_before(before: str, short: str, registry: Registry) -> str | None:
    """Return the longest name of an agency at the end of a text that a short name may stand for."""
    folded = fold(before)
    # What stands behind a name tells no more of where it ends.
    for word in re.finditer(rf"(?<!\w){re.escape(short[0])}", before):
        named = issuers.read(before, folded, word.start(), registry.agencies.names)
        if named is not None and named.end == len(before) and _shortens(short, named.name):
            return named.name
    return None


def _shortens(short: str, name: str) -> bool:
    """Say whether a name is made of first letters and words of another: "Ban QLDA", "BQL", "Ban"."""
    words = iter(name.split())
    parts = [
        part for word in short.split() for part in (word if word.isupper() else (word,))
    ]  # "QLDA" is four words
    return short != name and all(
        any(word == part or (len(part) == 1 and fold(word[0]) == fold(part)) for word in words)
        for part in parts
    )


def spelt_out(citation: Citation, known: Mapping[str, str]) -> Citation:
    """Return a citation with who made it in full, where the letter has given the short name."""
    if not known:
        return citation
    issuer = known.get(citation.issuer or "", citation.issuer)
    maker = known.get(citation.maker or "", citation.maker)
    if issuer == citation.issuer and maker == citation.maker:
        return citation
    return citation._replace(issuer=issuer, maker=maker)
