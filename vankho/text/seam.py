"""Places where a blank was lost between two words, as OCR and copying lose it.

Only where no reader would doubt: "khoản1", "UBND-TTHCngày 21", "2Công văn", "củaBộ",
"hiệnNghị định". Each pattern begins with a character that is rare in letters, so that the
search can leap.
"""

import re
from collections.abc import Iterator

from vankho.text.fold import code_page, on_page
from vankho.text.letters import CAPITAL, SMALL

# The seam is before the match, but for the first two.
_BEFORE_DIGIT = re.compile(
    "[0-9](?:"
    + "|".join(
        rf"(?<=(?<!\w){word}.)"
        for word in (
            *("khoản", "Khoản", "điểm", "Điểm", "điều", "Điều", "mục", "Mục", "chương", "Chương"),
            *("ngày", "Ngày", "tháng", "năm", "số", "Số", "SỐ", "NGÀY", "KHOẢN", "ĐIỀU"),
        )
    )
    + "|(?:"
    + "|".join(rf"(?<=(?<!\w){kind}.)" for kind in ("NĐ", "QĐ", "TT", "NQ", "CV", "CT", "KH", "TB"))
    + r")(?=\d*/)"
    + ")"
)
_AFTER_DIGIT = re.compile(rf"[0-9](?=(?:[A-ZĐ{SMALL}][{SMALL}]{{2}}|UBND|HĐND))")
_BEFORE_DAY = re.compile(r"ngày(?<=\wngày)(?=\s?(?:\d|[OolI]\d))")
_BEFORE_NAME = re.compile(
    "[A-ZĐ](?:(?:"
    + "|".join(rf"(?<=(?<!\w){word}.)" for word in ("của", "tại", "theo", "và", "các", "số"))
    + rf")(?=[{SMALL}]|BND|ĐND)"
    # "thực hiệnCông văn": no word goes on with the name of a type of document.
    + rf"|(?<=[{SMALL}].)(?=ông văn|ông điện|uyết định|ghị định|ghị quyết|hông tư|hông báo|hỉ thị|ế hoạch|ờ trình|áo cáo)"
    + ")"
)


# Where this does not match, no seam is, but before a day: nearly everywhere.
_SUSPECT = re.compile(
    rf"[0-9A-ZĐ](?:(?<=[{SMALL}].)|(?<=[0-9])(?:(?<=[{CAPITAL}].)|(?=[A-ZĐ{SMALL}][A-ZĐ{SMALL}]{{2}})))"
)


# Kinds of character, a bit each; where two kinds touch, a blank may be missing between them.
_LITTLE, _CAPITAL, _DIGIT = 1, 2, 4
_SELDOM_AFTER = (
    (str.islower, _LITTLE, _DIGIT),
    (str.isupper, _CAPITAL, _LITTLE | _DIGIT),
    (str.isdecimal, _DIGIT, _LITTLE | _CAPITAL),
)
"""Each kind and those that it seldom stands right after: a capital after a small letter or a digit."""


def _kinds() -> bytes:
    """Return, for every byte of a code page, its kind and, four bits up, those it seldom follows."""
    table = bytearray(256)
    for is_of, kind, others in _SELDOM_AFTER:
        for code in on_page(is_of):
            table[code] = kind | others << 4
    return bytes(table)


_KINDS = _kinds()
_HIGH = bytes(byte > 15 for byte in range(256))
_DAY = code_page("ngày") or b""
_TOUCHED_DAY = re.compile(
    re.escape(_DAY) + b"(?<=[" + re.escape(on_page(str.isalnum)) + b"_]" + re.escape(_DAY) + b")",
    re.DOTALL,
)


def touching(page: bytes, others: int = 0) -> bytearray:
    """Return a byte for each of a code page and more: 1 where a blank may be lost.

    Where the text has a seam there is always a 1, at the seam or a character before it.
    ``others`` are more characters to mark: its bytes, the lowest first, are 1 for each.
    """
    # All neighbours at once, as a long number: every text of an archive is asked this.
    kinds = int.from_bytes(page.translate(_KINDS), "little")
    marked = kinds & kinds << 12 | others << 4
    found = bytearray(marked.to_bytes(len(page) + 2, "little").translate(_HIGH))
    for day in _TOUCHED_DAY.finditer(page):
        found[day.start()] = 1
    return found


def may_have_seams(page: bytes) -> bool:
    """Say whether the text of a code page may have seams; where it has, this is always true."""
    return 1 in touching(page)


def seams(text: str) -> list[int]:
    """Return the offsets of tidy text before which a blank is missing, in order."""
    if _SUSPECT.search(text) is None and _BEFORE_DAY.search(text) is None:
        return []
    return sorted(set(_all(text)))


def _all(text: str) -> Iterator[int]:
    for pattern in (_BEFORE_DIGIT, _BEFORE_DAY, _BEFORE_NAME):
        for match in pattern.finditer(text):
            yield match.start()
    for match in _AFTER_DIGIT.finditer(text):
        yield match.end()
