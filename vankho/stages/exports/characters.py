"""Characters that a text format cannot hold."""

import re

# Everything but the characters of XML 1.0, section 2.2. Spreadsheets fail on the same ones.
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def legal(text: str) -> str:
    r"""Return ``text`` with U+FFFD for each character that XML forbids even when escaped.

    >>> legal("a\x00b")
    'a�b'
    """
    return _ILLEGAL.sub("\ufffd", text)
