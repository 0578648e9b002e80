"""How pages speak: titles, dates and places in the form of official Vietnamese."""

import datetime

from vankho.model.citation import Dashes, Numbers, Pinpoint, Range
from vankho.model.document import Document
from vankho.text.fold import slug

_LEVELS = {
    "annex": "Phụ lục",
    "part": "Phần",
    "chapter": "Chương",
    "section": "Mục",
    "subsection": "Tiểu mục",
    "article": "Điều",
    "clause": "khoản",
    "point": "điểm",
    "subpoint": "tiết",
}
_ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")


def date(day: datetime.date | None) -> str:
    """Write a date: days and the first two months with two digits (NĐ 30/2020, Phụ lục I).

    >>> date(datetime.date(2021, 3, 11))
    '11/3/2021'
    """
    if day is None:
        return ""
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"{day.day:02}/{month}/{day.year}"


def name(document: Document) -> str:
    """Name a document as official letters do: type, number and symbol, date."""
    kind = document.type or "Văn bản"
    if document.reference:
        text = f"{kind} số {document.reference}"
    elif document.title and document.letter is None:
        text = document.title
        return f"{text} năm {document.year}" if document.year else text
    elif document.symbol:
        text = f"{kind} chưa có số, ký hiệu {document.symbol}"
    else:
        text = f"{kind} không số"
    if document.issued:
        return f"{text} ngày {date(document.issued)}"
    if document.year and not document.number_year:
        return f"{text} năm {document.year}"
    return text


_SHORT = (
    ("Ủy ban nhân dân", "UBND"), ("Uỷ ban nhân dân", "UBND"), ("Hội đồng nhân dân", "HĐND"),
)  # fmt: skip


def short_issuer(issuer: str) -> str:
    """Write an agency as citations in letters do: "UBND tỉnh Quảng Ngãi"."""
    for full, short in _SHORT:
        issuer = issuer.replace(full, short).replace(full.lower(), short)
    return issuer


def official(document: Document) -> str:
    """Cite a document as official letters do.

    "Công văn số 972/UBND-KSTTHC ngày 11/3/2021 của UBND tỉnh Quảng Ngãi".
    """
    text = name(document)
    return f"{text} của {short_issuer(document.issuer)}" if document.issuer else text


def sentence(text: str) -> str:
    """Write the first letter of a subject large; the rest stays as printed."""
    return text[:1].upper() + text[1:]


def pinpoint(value: Pinpoint) -> str:
    """Write a pinpoint from small to large: "điểm đ khoản 1 Điều 5"."""
    words = [_step(level, number) for level, number in reversed(value.steps())]
    return " ".join(words)


def _dash(number: object) -> str:
    if not isinstance(number, int) or number < 0:
        return "cuối cùng"
    return f"thứ {_ORDINALS[number - 1]}" if 0 < number <= len(_ORDINALS) else f"thứ {number}"


def _step(level: str, number: Numbers | Dashes) -> str:
    if level == "dash":
        if isinstance(number, Range):
            return f"gạch đầu dòng {_dash(number.start)} đến {_dash(number.end)}"
        dashes = number if isinstance(number, tuple) else (number,)
        return f"gạch đầu dòng {', '.join(map(_dash, dashes))}"
    match number:
        case Range(start=start, end=end):
            return f"{_LEVELS[level]} {start} đến {end}"
        case tuple():
            return f"{_LEVELS[level]} {', '.join(map(str, number))}"
        case _:
            return f"{_LEVELS[level]} {number}"


_ANCHOR_WORDS = {
    "mo-dau": "phần mở đầu",
    "ket-thuc": "phần kết thúc",
    "kinh-gui": "kính gửi",
    "noi-nhan": "nơi nhận",
    "chu-ky": "chữ ký",
}
_STEP_WORDS = {
    "phu-luc": "Phụ lục",
    "phan": "Phần",
    "chuong": "Chương",
    "muc": "Mục",
    "tieu-muc": "Tiểu mục",
    "dieu": "Điều",
    "khoan": "khoản",
    "diem": "điểm",
    "tiet": "tiết",
    "gach": "gạch đầu dòng thứ",
    "cong": "dấu cộng thứ",
}
# "Phần thứ hai": of its number the anchor keeps "thu-hai".
_PARTS_IN_WORDS = {f"thu-{slug(word)}": f"thứ {word}" for word in _ORDINALS}
_UPPER = {"phu-luc", "phan", "chuong", "muc"}


def place(anchor: str, path: tuple[tuple[str, str], ...] = ()) -> str:
    """Name a point of a letter: ``khoan-1-diem-dd`` is "điểm đ khoản 1".

    ``path`` holds the steps of the point as (level, number).
    """
    if anchor in _ANCHOR_WORDS:
        return _ANCHOR_WORDS[anchor]
    words = []
    for level, number in reversed(path):
        if level == "kem-theo":
            words.append(_attached(number))
            continue
        shown = number.partition("-lan-")[0].replace("dd", "đ")
        if level != "phu-luc" or not shown[-1:].isalpha():  # "Phụ lục I-A", but "Phụ lục 1.2"
            shown = shown.replace("-", ".")
        if level in _UPPER:
            shown = _PARTS_IN_WORDS.get(number.partition("-lan-")[0]) or shown.upper()
        if level in {"gach", "cong"}:
            shown = _ordinal_word(shown)
        words.append(f"{_STEP_WORDS[level]} {shown}".strip())
    return " ".join(words)


def point(anchor: str, path: tuple[tuple[str, str], ...] = ()) -> str:
    """Name a point so that the name of its document may follow: "Mục I Phụ lục kèm theo"."""
    named = place(anchor, path)
    return f"{named} kèm theo" if named.endswith(_STEP_WORDS["phu-luc"]) else named


def _attached(number: str) -> str:
    """Name an attached document so that the name of the one it came with may follow."""
    which = "" if number == "1" else f" thứ {_ordinal_word(number)}"
    return f"văn bản{which} ban hành kèm theo"


def _ordinal_word(number: str) -> str:
    known = number.isdecimal() and 0 < int(number) <= len(_ORDINALS)
    return _ORDINALS[int(number) - 1] if known else number


def digits(number: int) -> str:
    """Write a number with its thousands apart by a dot."""
    return f"{number:,}".replace(",", ".")


def count(number: int, noun: str) -> str:
    """Write a number with its noun, thousands apart by a dot."""
    return f"{digits(number)} {noun}"
