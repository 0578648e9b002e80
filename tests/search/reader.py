"""A rough reader of made letters, so that the search can be tried without the rest of the program.

It reads the plain headers of `gold/search` and of our own small letters, nothing else.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from vankho.search.document import Cited, SearchDocument
from vankho.search.fold import fold

_NUMBER = re.compile(r"^Số:?\s*(\d+)\s*/(?:(\d{4})/)?\s*(\S+)", re.MULTILINE)
_DATE = re.compile(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})")
_SUBJECT = re.compile(r"^V/v\s+(.+?)(?=\n\n|\nKính gửi)", re.MULTILINE | re.DOTALL)
_ADDRESSEES = re.compile(r"Kính gửi:\s*(.+?)\n\n(?!- )", re.DOTALL)
_CITED = re.compile(r"số (\d{1,5}/(?:\d{4}/)?[A-ZĐ][A-Za-zĐđ0-9&]*(?:-[A-ZĐ][A-Za-zĐđ0-9&]*)*)")
_CITED_DATE = re.compile(r"\s+ngày\s+\d{1,2}/\d{1,2}/(\d{4})")
_POINT = re.compile(r"^(?:(\d{1,2})\.|([a-zđ])\))\s", re.MULTILINE)
_NAME = re.compile(r"\n\n([^\W\d_]+(?: [^\W\d_]+){1,4})\s*$")
_TYPES = {"QĐ": "Quyết định", "NQ": "Nghị quyết", "NĐ": "Nghị định", "CT": "Chỉ thị"}
_TYPES |= {"TT": "Thông tư", "KH": "Kế hoạch"}
_ISSUERS = {"TTg": "Thủ tướng Chính phủ", "CP": "Chính phủ", "VPCP": "Văn phòng Chính phủ"}
_HOME = "tỉnh Quảng Ngãi"


def read_letters(paths: Iterable[Path]) -> Iterator[SearchDocument]:
    """One held document a file."""
    for path in paths:
        yield read_letter(path.read_text(encoding="utf-8"))


def read_letter(source: str) -> SearchDocument:
    """The document of one letter."""
    text = re.sub(r"\*\*|(?<!\w)\*|\*(?!\w)", "", unicodedata.normalize("NFC", source)).strip()
    number, number_year, symbol = _NUMBER.search(text).groups()  # type: ignore[union-attr]
    day, month, year = map(int, _DATE.search(text).groups())  # type: ignore[union-attr]
    subject = _SUBJECT.search(text)
    addressees = _ADDRESSEES.search(text)
    signer = _NAME.search(text)
    middle = f"{number_year}/" if number_year else ""
    return SearchDocument(
        id=document_id(f"{number}/{middle}{symbol}", year),
        url=f"van-ban/{document_id(f'{number}/{middle}{symbol}', year)}.html",
        held=True,
        type=_TYPES.get(symbol.split("-")[0], "Công văn"),
        reference=f"{number}/{middle}{symbol}",
        number=number,
        symbol=symbol,
        issued=f"{year:04}-{month:02}-{day:02}",
        year=year,
        issuer=_issuer(text),
        addressees=_addressees(addressees[1]) if addressees else (),
        signer=signer[1] if signer else None,
        subject=" ".join(subject[1].split()) if subject else None,
        text=text,
        anchors=tuple(_anchors(text)),
        cites=tuple(sorted({_cited(text, found) for found in _CITED.finditer(text)}, key=str)),
    )


def _cited(text: str, found: re.Match[str]) -> Cited:
    dated = _CITED_DATE.match(text, found.end())
    return Cited(found[1], int(dated[1]) if dated else None)


def document_id(reference: str, year: int | None) -> str:
    """The id of contract.md, near enough."""
    slug = re.sub(r"[^a-z0-9]+", "-", fold(reference).replace(" ", "-"))
    slug = f"0{slug}" if re.match(r"\d-", slug) else slug
    return f"{year or 'khong-ro-nam'}/{slug}"


def stubs(letters: list[SearchDocument]) -> list[SearchDocument]:
    """The documents that letters cite and that are not among them."""
    held = {letter.reference for letter in letters}
    found: dict[str, SearchDocument] = {}
    for letter in letters:
        for match in _CITED.finditer(letter.text):
            if match[1] not in held:
                dated = _CITED_DATE.match(letter.text, match.end())
                found.setdefault(match[1], _stub(match[1], int(dated[1]) if dated else None))
    return [found[reference] for reference in sorted(found)]


def _stub(reference: str, year: int | None) -> SearchDocument:
    number, *_, symbol = reference.split("/")
    return SearchDocument(
        id=document_id(reference, year),
        url=f"van-ban/{document_id(reference, year)}.html",
        held=False,
        type=_TYPES.get(symbol.split("-")[0], "Công văn"),
        reference=reference,
        number=number,
        symbol=symbol,
        issued=None,
        year=year,
        issuer=_ISSUERS.get(symbol.split("-")[-1]),
        addressees=(),
        signer=None,
        subject=None,
        text="",
        anchors=(),
        cites=(),
    )


def _issuer(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()][:2]
    if fold(lines[0]) == "uy ban nhan dan":
        return f"Ủy ban nhân dân {_HOME}"
    shown = " ".join(lines[1:] if "QUẢNG NGÃI" in lines[0] else lines[:1])
    return shown[:1] + shown[1:].lower()


def _addressees(block: str) -> tuple[str, ...]:
    return tuple(line.strip("- ;.") for line in block.splitlines() if line.strip("- ;."))


def _anchors(text: str) -> Iterator[tuple[int, str]]:
    clause = None
    for found in _POINT.finditer(text):
        if found[1]:
            clause = found[1]
            yield found.start(), f"khoan-{clause}"
        else:
            point = "dd" if found[2] == "đ" else found[2]
            yield found.start(), f"khoan-{clause}-diem-{point}" if clause else f"diem-{point}"
