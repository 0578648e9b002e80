"""Whole numbers as bytes: seven bits a byte, the high bit says that more follow."""

from collections.abc import Iterable


def _encode(value: int) -> bytes:
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


# Nearly every number of an index is small: looking up beats computing by ten.
_SMALL = [_encode(value) for value in range(1 << 16)]


def varint(value: int) -> bytes:
    """One number.

    >>> varint(300).hex()
    'ac02'
    """
    return _SMALL[value] if value < 1 << 16 else _encode(value)


def varints(values: Iterable[int]) -> bytes:
    """Many numbers, one after the other."""
    listed = list(values)
    if not listed or max(listed) < 0x80:
        return bytes(listed)
    try:
        return b"".join(map(_SMALL.__getitem__, listed))
    except IndexError:
        return b"".join(map(varint, listed))
