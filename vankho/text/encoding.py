"""From bytes to characters, saying what was wrong with them."""

import codecs
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
    """Decode a file. Bytes that are no UTF-8 become U+FFFD, so that no word is silently lost."""
    for mark, encoding, problem in _MARKS:
        if data.startswith(mark):
            return Decoded(data[len(mark) :].decode(encoding, "replace"), problem)
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        text = data.decode("utf-8", "replace")
        offset = len(data[: error.start].decode("utf-8"))
        return Decoded(text, f"byte 0x{data[error.start]:02X} ở vị trí {error.start}", offset)
