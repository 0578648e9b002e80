"""From bytes to characters, saying what was wrong with them."""

import codecs
import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, and the first problem met: what it is and at which character."""

    text: str
    problem: str | None = None
    offset: int = 0


_MARKS = (
    (codecs.BOM_UTF8, "utf-8", None),
    (codecs.BOM_UTF16_LE, "utf-16-le", "bảng mã UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "bảng mã UTF-16"),
)


def decode(data: bytes) -> Decoded:
    """Decode a file. Bytes that are no UTF-8 become U+FFFD, so that no word is silently lost.

    Text in an old Vietnamese font encoding (TCVN3, VNI) is named, never converted: a
    converter's slip would be the archive's.
    """
    for mark, encoding, problem in _MARKS:
        if data.startswith(mark):
            return Decoded(data[len(mark) :].decode(encoding, "replace"), problem)
    wide = _utf16_without_mark(data)
    if wide:
        return Decoded(data.decode(wide, "replace"), "bảng mã UTF-16 không có dấu đầu tệp")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        text = data.decode("utf-8", "replace")
        offset = len(data[: error.start].decode("utf-8"))
        # One bad byte in UTF-8 is damage; a file in which few sequences are sound is another encoding.
        damaged = text.count("\ufffd") < 0.02 * len(text) + 4
        font = (
            None if damaged and _TODAY.search(text) else old_font(data.decode("cp1252", "replace"))
        )
        where = f"byte 0x{data[error.start]:02X} ở vị trí {error.start}"
        return Decoded(text, f"phông chữ {font}, {where}" if font else where, offset)
    font = old_font(text)
    return Decoded(text, f"phông chữ {font}" if font else None)


def _utf16_without_mark(data: bytes) -> str | None:
    """Vietnamese in UTF-16 has a zero in every second byte of its ASCII letters."""
    sample = data[:2000]
    if len(sample) < 16:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.4 * len(sample) / 2 and even < 0.05 * len(sample) / 2:
        return "utf-16-le"
    if even > 0.4 * len(sample) / 2 and odd < 0.05 * len(sample) / 2:
        return "utf-16-be"
    return None


# Letters with marks as the old fonts put them, read as Windows-1252. TCVN3 (ABC) has one
# character for each; VNI writes a vowel and then its marks as a second letter.
_TCVN3 = re.compile("[¨©ª«¬®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ§]")
_TCVN3_ONLY = re.compile("[¨©«¬®µ¶¸¹»¼½¾§]")
_VNI = re.compile("[aeouyAEOUYôöÔÖ][äàáåãâõøûùúüïëéèêñÄÀÁÅÃÂÕØÛÙÚÜÏËÉÈÊ]|[öÖ][ôÔ]")
_TODAY = re.compile("[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE)


def old_font(text: str) -> str | None:
    """Name the old font encoding that a text seems to be in, or None.

    Only where hardly any letter of today's encoding is there, so that no modern letter
    is ever suspected.
    """
    sample = text[:20_000]
    letters = sum(char.isalpha() for char in sample)
    if letters < 40 or len(_TODAY.findall(sample)) > 0.01 * letters:
        return None
    if len(_VNI.findall(sample)) > 0.06 * letters:
        return "VNI"
    if (
        len(_TCVN3.findall(sample)) > 0.1 * letters
        and len(_TCVN3_ONLY.findall(sample)) > 0.02 * letters
    ):
        return "TCVN3 (ABC)"
    return None
