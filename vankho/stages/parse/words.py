"""The words of a header without what stands at their edges: brackets, quotes, rules, stars."""

import re

from vankho.text.letters import CAPITAL


def unbracketed(left: str, start: int) -> str:
    """Return a subject without the bracket that opens it: "(V/v cung cấp tài liệu)"."""
    return left[start:].rstrip(" )]”") if left[0] in "([“" else left[start:]


def unquoted(subject: str) -> str:
    """Take off a closing bracket or quote whose opening stood before "V/v"."""
    pairs = {")": "(", "]": "[", "”": "“"}
    opening = pairs.get(subject[-1:])
    if subject.endswith('"') and subject.count('"') % 2:
        return subject[:-1].rstrip()
    return subject if opening is None or opening in subject else subject[:-1].rstrip()


def letterhead(text: str) -> str:
    """Take rules and stars off a line of the letterhead; one dash joins it to its neighbour."""
    before = "- " if re.match(r"-\s?\w", text) else ""
    after = " -" if re.search(r"\w\s?-$", text) else ""
    return f"{before}{_SMALL_L.sub('I', clean(text))}{after}"


_SMALL_L = re.compile(rf"(?<=[{CAPITAL}])l(?![a-z])|(?<!\w)l(?=[{CAPITAL}]{{2}})")
"""The I of capitals, to OCR: "QUẢNG NGÃl"."""


def clean(text: str) -> str:
    """Return words of a header without rules and marks at their edges."""
    return " ".join(text.split()).strip(" -–_|;:,*·") if text else ""
