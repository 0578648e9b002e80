"""Letters that OCR puts for digits: O for 0, I and l for 1."""

_AS_DIGITS = str.maketrans("OoIil", "00111")


def as_digits(text: str) -> str:
    """Return ``text`` with such letters read as digits, in the place of digits only.

    >>> as_digits("2O2l")
    '2021'
    """
    return text.translate(_AS_DIGITS)
