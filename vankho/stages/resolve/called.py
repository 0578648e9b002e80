"""Agencies under the short names that a letter gives them: "Ban Quản lý dự án … (sau đây gọi tắt là Ban)"."""

import re
from collections.abc import Mapping

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


def short_names(letter: Letter, registry: Registry) -> Mapping[str, str]:
    """Return the short names of agencies that a letter defines, with the names in full.

    The name in full stands right before the bracket, and its first words are the short one.
    """
    text = letter.text
    known = {}
    for match in _DEFINED.finditer(text):
        short = " ".join(match["name"].split())
        bracket = _BRACKET.search(text, max(0, match.start() - _BRACKET_REACH), match.start())
        if bracket is None or not short[0].isupper():
            continue
        left = bracket.start()
        before = " ".join(text[max(0, left - _FULL_REACH) : left].split())
        begin = before.rfind(f"{short} ")
        if begin < 0 or before[begin - 1 : begin].isalnum():
            continue
        # What stands behind the name tells no more of where it ends.
        named = issuers.read(before, fold(before), begin, registry.agencies.names)
        if named is not None and named.end == len(before) and named.name.startswith(f"{short} "):
            known[short] = named.name
    return known


def spelt_out(citation: Citation, known: Mapping[str, str]) -> Citation:
    """Return a citation with who made it in full, where the letter has given the short name."""
    if not known:
        return citation
    issuer = known.get(citation.issuer or "", citation.issuer)
    maker = known.get(citation.maker or "", citation.maker)
    if issuer == citation.issuer and maker == citation.maker:
        return citation
    return citation._replace(issuer=issuer, maker=maker)
