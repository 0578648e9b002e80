"""Secrecy marks: MẬT, TỐI MẬT, TUYỆT MẬT in the header zone of a letter.

The marks are those of the law on state secrets. Ordinary words ("bảo mật" in a sentence,
"Mặt trận") are none; urgency (HỎA TỐC, KHẨN) is none. Where a header line can be read as
a mark it is taken for one: a letter kept back by mistake can be released, one published
by mistake cannot be called back.
"""

import re
from collections.abc import Sequence

from vankho.grammar import header as frame
from vankho.text.fold import fold, slug, tidy

# The word may come in spaced letters, in brackets or a box, with any diacritic lost.
_WORD = r"m\s*a\s*t"
_DEGREE = r"(?:t\s*u\s*y\s*[ei]\s*t|t\s*o\s*i)"
_ALONE = re.compile(
    rf"^\W*(?:(?:do|muc)\s*(?:do\s*)?mat\s*[:.\-]?\s*)?(?:{_DEGREE}\s*)?{_WORD}\W*(?:\d+\s*)?(?:ban\s*so.*)?$"
)
_WITH_OTHERS = re.compile(rf"(?<!\w)(?P<degree>{_DEGREE}\s*)?(?P<word>{_WORD})(?!\w)")
_ORDINARY_BEFORE = (
    "bao ",
    "bi ",
    "co ",
    "than ",
    "be ",
    "ra ",
    "co mat ",
    "vang ",
    "tien ",
    "chi ",
    "thay ",
)
_ORDINARY_AFTER = (
    " tran",
    " bang",
    " khau",
    " ma",
    " hang",
    " duong",
    " nuoc",
    " tien",
    " dat",
    " cat",
    " ban ",
)
_RESTRICTED = re.compile(
    r"luu\s*hanh\s*noi\s*bo|khong\s*pho\s*bien|tai\s*lieu\s*thu\s*hoi|tai\s*lieu\s*mat(?!\w)"
)
_ZONE = 45
"""Printed lines in which a mark is looked for where no "Kính gửi" ends the header."""


_NEAR = 12
"""Characters beside a word that tell whether it is an ordinary one."""


def mark(text: str, further: Sequence[str] = ()) -> bool:
    """Say whether the header zone of a letter carries a secrecy mark.

    ``further`` are words of the archive's settings that keep a letter back likewise when
    they fill a header line.
    """
    words = {" ".join(fold(word).split()) for word in further}
    printed = 0
    for raw in text.split("\n"):
        line = tidy(raw).replace("*", " ").strip()
        if not line:
            continue
        printed += 1
        folded = " ".join(fold(line).split())
        if printed > _ZONE or (frame.ADDRESSEES.match(folded) and printed > 3):
            return False
        if _ALONE.match(folded) or folded.strip(" .:()[]") in words:
            return True
        if len(folded) < 60 and _RESTRICTED.search(folded) and _shouts(line):
            return True
        if _beside_others(line):
            return True
    return False


_IN_NAME = re.compile(
    r"(?:^|-)(?:(?:tuyet-|toi-)?mat(?!-(?:tran|bang|khau|hang|duong|nuoc|tien|dat|cat)(?:-|$))"
    r"|luu-hanh-noi-bo|khong-pho-bien|noi-bo)(?:-|$)"
)


def in_name(path: str, further: Sequence[str] = ()) -> bool:
    """Say whether the name of a file or of a folder above it speaks of secrecy.

    Asked of files that cannot be read: of these nothing else is known.
    """
    words = {slug(word) for word in further}
    parts = [slug(part) for part in path.split("/")]
    return any(_IN_NAME.search(part) or _holds(part, words) for part in parts)


def _holds(part: str, words: set[str]) -> bool:
    return any(word and f"-{word}-" in f"-{part}-" for word in words)


def _shouts(line: str) -> bool:
    letters = [char for char in line if char.isalpha()]
    return sum(char.isupper() for char in letters) >= 0.7 * len(letters)


def _beside_others(line: str) -> bool:
    """Look for a mark in capitals at the edge of a line that carries something else."""
    text = " ".join(line.split())
    folded = fold(text)
    first = len(folded) - len(folded.lstrip(" |-([.:"))
    last = len(folded.rstrip(" |-)].:"))
    for match in _WITH_OTHERS.finditer(folded):
        start, end = match.span()
        if not text[start:end].isupper():
            continue
        before, after = folded[max(0, start - _NEAR) : start], folded[end : end + _NEAR]
        if before.endswith(_ORDINARY_BEFORE) or after.startswith(_ORDINARY_AFTER):
            continue
        at_edge = start <= first or end >= last
        if match["degree"] or (at_edge and match["word"].replace(" ", "") == "mat"):
            return True
    return False
