"""Markers that open a point of the body: "Điều 5.", "II.", "1.", "a)", "-", "+".

The two schemes of Nghị định 30/2020/NĐ-CP, Phụ lục I, II.5: phần, chương, mục, tiểu mục,
điều, khoản, điểm; or phần, mục (I.), khoản (1.), điểm (a)). Tiết, dashes and plus signs
are custom. Patterns read tidy text with emphasis marks taken out.
"""

import re
from dataclasses import dataclass

from vankho.model.letter import Level
from vankho.text.fold import slug
from vankho.text.letters import CAPITAL

_ROMAN = "(?=[IVXLC])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
_LETTER = "[a-zđ]"
# "2.[3]": consolidated texts set the number of a note behind that of a point.
_NOTE = r"\[\d{1,3}\]"
_END = rf"(?=\s|$|{_NOTE})"
# What Word's bullets come out of a PDF as; the last ones are those of its symbol fonts.
_BULLETS = "•·●○◦▪▫■□◆►▶➢✓✔\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf02d"
# A rule of dashes, an edge of a table opens nothing.
_WORDS = r"(?=\s*[^\s\w+*|-]{0,3}\s*\w)"

# "Điều thứ nhất", as laws counted their articles until the 1950s.
_ORDINALS = {
    "nhất": "1", "hai": "2", "nhì": "2", "ba": "3", "tư": "4", "năm": "5", "sáu": "6", "bảy": "7", "bẩy": "7",
    "tám": "8", "chín": "9", "mười": "10", "mười một": "11", "mười hai": "12",
}  # fmt: skip

# "Phụ lục kèm theo Biên bản số 06/BB-TTLT": the title of an annex, in no sentence.
# "Chương II Quy định chung", but "… Điều 12", then "Chương III Nghị định số 01/2013/NĐ-CP".
_TITLE = rf"(?!(?:Nghị định|Nghị quyết|Luật|Bộ luật|Thông tư|Pháp lệnh|Hiến pháp|Quyết định)\s)[{CAPITAL}]"
_SENT_WITH = r"\s+(?:KÈM THEO|[Kk]èm theo)(?:\s\w+){1,3}\s(?:SỐ|số)\s[^.;:]*$"

# "Phụ lục I-A", "II.1", "1A", "A1": annexes have parts with a heading of their own each.
_ANNEX = (
    rf"{_ROMAN}(?:[.-](?:[A-HK]|\d{{1,2}})|[A-H])?|\d{{1,3}}(?:[.-](?:[A-HK]|\d{{1,2}})|[A-HKa-hkđ])?"
    r"|[A-H](?:[.-]?\d{1,2})?"
)

_MARKERS: tuple[tuple[Level, re.Pattern[str]], ...] = (
    (Level.ANNEX, re.compile(rf"(?:PHỤ LỤC|Phụ lục)(?:\s+(?:số\s+|SỐ\s+)?(?P<n>{_ANNEX}))?(?=\s*$|\s*[:.(-]|{_SENT_WITH})")),
    (Level.PART, re.compile(rf"(?:PHẦN|Phần)\s+(?P<n>(?:THỨ|thứ)\s+\w+|{_ROMAN}|\d{{1,2}}|[A-H])(?=\s*$|\s*[:.-])")),
    (Level.CHAPTER, re.compile(rf"(?:CHƯƠNG|Chương)\s+(?P<n>{_ROMAN}|\d{{1,3}})(?=\s*$|\s*[:.-]|\s+{_TITLE})")),
    (Level.SUBSECTION, re.compile(rf"(?:TIỂU MỤC|Tiểu mục)\s+(?P<n>{_ROMAN}|\d{{1,3}})(?=\s*$|\s*[:.-])")),
    (Level.SECTION, re.compile(rf"(?:MỤC|Mục)\s+(?P<n>{_ROMAN}|\d{{1,3}})(?=\s*$|\s*[:.-])")),
    (Level.ARTICLE, re.compile(rf"(?:ĐIỀU|Điều)\s+(?P<n>\d{{1,4}}[a-zđ]?)(?=(?:{_NOTE})?\s*(?:[.:]|$))\s?[.:]?")),
    (Level.ARTICLE, re.compile(rf"(?:ĐIỀU|Điều)\s+(?:THỨ|thứ)\s+(?P<n>\d{{1,3}}|(?i:{'|'.join(_ORDINALS)}))(?=\s*[:.–-]|$)\s?[.:]?")),
    (Level.SECTION, re.compile(rf"(?P<n>{_ROMAN})\s?(?:[./)]{_END}|-(?=\s+[{CAPITAL}]))")),
    (Level.PART, re.compile(rf"(?P<n>[A-H])\s?(?:[./]{_END}|-(?=\s+[{CAPITAL}]{{2}}))")),
    (Level.SUBPOINT, re.compile(rf"(?P<n>\d{{1,2}}(?:\.\d{{1,2}}){{2,3}})(?:-|\s?[./)])?{_END}")),
    (Level.POINT, re.compile(rf"(?P<n>\d{{1,2}}\.\d{{1,2}})(?:-|\s?[./)])?{_END}")),
    (Level.CLAUSE, re.compile(rf"(?P<n>\d{{1,3}}[a-zđ]?)\s?[./)]{_END}|(?P<n2>\d{{1,2}})-(?=\s+[{CAPITAL}])")),
    (Level.SUBPOINT, re.compile(rf"\(?(?P<n>{_LETTER}\d{{1,2}}|(?:i{{1,3}}|iv|vi{{1,3}}|ix|xi{{0,3}}))\)\.?{_END}|\((?P<n2>v|i)\){_END}")),
    (Level.POINT, re.compile(rf"\(?(?P<n>{_LETTER})\s?[)./]{_END}|(?P<n2>{_LETTER}\.\d{{1,2}})\s?[)./]?{_END}|(?P<n3>{_LETTER})-(?=\s+[{CAPITAL}])")),
    (Level.DASH, re.compile(rf"(?:-++|[{_BULLETS}]++|\*(?=\s)){_WORDS}")),
    (Level.PLUS, re.compile(rf"\+{_WORDS}")),
)  # fmt: skip

EXAMPLES: dict[Level, tuple[str, ...]] = {
    Level.ANNEX: ("PHỤ LỤC I", "Phụ lục", "PHỤ LỤC I-A", "Phụ lục 2.1: Danh mục"),
    Level.PART: ("Phần thứ nhất", "B. NHIỆM VỤ"),
    Level.CHAPTER: ("Chương II", "CHƯƠNG III QUY ĐỊNH"),
    Level.SECTION: ("Mục 1", "II. Nhiệm vụ", "I- Tình hình"),
    Level.SUBSECTION: ("Tiểu mục 1",),
    Level.ARTICLE: ("Điều 5. Phạm vi", "Điều 7", "Điều thứ nhất: Nay"),
    Level.CLAUSE: ("1. Giao", "2.[3] Sở", "2a. Sở", "12. Về", "1- Các cấp"),
    Level.POINT: ("a) Tổ chức", "đ) Rà soát", "1.1. Về", "a- Làm"),
    Level.SUBPOINT: ("a1) Bước", "(ii) Bước"),
    Level.DASH: ("- Phối hợp", "* Đợt 1", "• Phối hợp"),
    Level.PLUS: ("+ Giao",),
}


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker at the start of a line: how long it is printed, what it says."""

    level: Level
    number: str
    """As anchors write it; empty for dashes and plus signs, which are counted."""
    length: int


def read(text: str) -> Marker | None:
    """Return the marker that ``text`` begins with, or None.

    >>> read("đ) Rà soát").number
    'dd'
    """
    for level, pattern in _MARKERS:
        match = pattern.match(text)
        if match:
            named = match.groupdict()
            number = named.get("n") or named.get("n2") or named.get("n3") or ""
            if level is Level.ARTICLE:
                number = _ORDINALS.get(number.lower(), number)
            return Marker(level, anchor_number(number), match.end())
    return None


_BRACKETED = re.compile(r"\((?P<n>\d{1,2})\)(?=\s*[^\W\d_])")


def read_bracketed(text: str) -> Marker | None:
    """Return the subpoint that "(1) Khách quan: …" may open; a footnote begins so, too.

    >>> read_bracketed("(2) Chủ quan").number
    '2'
    """
    match = _BRACKETED.match(text)
    return Marker(Level.SUBPOINT, match["n"], match.end()) if match else None


_ALONE = re.compile(rf"[-+*{_BULLETS}]")


def read_alone(text: str, below: str) -> Marker | None:
    """Return the bullet that is all of ``text``, where ``below`` are the words that it opens."""
    if len(text) > 1 or not _ALONE.fullmatch(text) or not below[:1].isalpha() or read(below):
        return None
    return Marker(Level.PLUS if text == "+" else Level.DASH, "", 1)


_UNDOTTED = re.compile(rf"(?:ĐIỀU|Điều)\s(?P<n>\d{{1,3}})(?=\s[{CAPITAL}])")


def read_undotted(text: str) -> Marker | None:
    """Return the article that "Điều 1 Ban hành …" opens where a text sets no dot behind its number.

    A sentence may begin so too ("Điều 5 Luật Lưu trữ quy định …"): ask this of a whole text only.
    """
    match = _UNDOTTED.match(text)
    return Marker(Level.ARTICLE, match["n"], match.end()) if match else None


_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_WRITTEN = re.compile(_ROMAN.lower())
_COUNTED = {slug(word): int(number) for word, number in _ORDINALS.items()}


def counted(number: str) -> int | None:
    """Return what a number counts, as ``anchor_number`` writes it; None for a letter or a part of one.

    >>> counted("02"), counted("iv"), counted("thu-hai"), counted("i-a")
    (2, 4, 2, None)
    """
    if number.isdecimal():
        return int(number)
    if _WRITTEN.fullmatch(number):
        values = [_ROMAN_DIGITS[digit] for digit in number]
        following = [*values[1:], 0]
        return sum(-one if one < two else one for one, two in zip(values, following, strict=True))
    return _COUNTED.get(number.removeprefix("thu-"))


def anchor_number(number: str) -> str:
    """Return a number as anchors write it: đ is dd, 1.1 is 1-1, "thứ hai" is thu-hai."""
    lowered = number.lower()
    return slug(lowered.replace("đ", "dd"))
