"""The session at which a committee of the Party has resolved: the committee issued the document.

Grammar, on folded text::

    session = "hoi nghi" [count] committee [count] [[","] term]
            | "hoi nghi trung uong" ["dang"] count [[","] term]
    count   = "lan thu" number                        of a plenum also a bare number
    term    = "khoa" number
"""

import re

_ORDINAL = r"(?:\d{1,2}|[ivx]{1,5}|muoi(?:\s(?:mot|hai|ba|bon|tu|lam|sau|bay|tam|chin))?|nhat|hai|ba|tu|nam|sau|bay|tam|chin)(?!\w)"
_COUNT = rf"lan\sthu\s{_ORDINAL}"
_TERM = r"(?:,?\skhoa\s[ivx\d]{1,5}(?!\w))?"
BEGIN = "hoi nghi "
_OPENS = re.compile(
    rf"hoi\snghi\s(?:{_COUNT},?\s)?(?=(?:ban\schap\shanh|bch|(?:tinh|thanh|huyen|thi|quan|dang)\suy)(?!\w))"
)
_CLOSES = re.compile(rf"(?:,?\s{_COUNT})?{_TERM}")
# "Hội nghị Trung ương 6 khóa XII": so the plenums of the Central Committee are called.
_PLENUM = re.compile(rf"hoi\snghi\strung\suong(?:\sdang)?\s(?:lan\sthu\s)?{_ORDINAL}{_TERM}")
CENTRAL = "Ban Chấp hành Trung ương"


def committee(folded: str, at: int) -> int | None:
    """Return where the committee begins whose session is named at view offset ``at``, or None."""
    found = _OPENS.match(folded, at)
    return found.end() if found else None


def end(folded: str, at: int) -> int:
    """Return where the session is over that goes on behind the committee's name: "lần thứ 5 khóa XX"."""
    found = _CLOSES.match(folded, at)
    return found.end() if found else at


def plenum_end(folded: str, at: int) -> int | None:
    """Return where "Hội nghị Trung ương 6 khóa XII" ends that begins at ``at``, or None."""
    found = _PLENUM.match(folded, at)
    return found.end() if found else None
