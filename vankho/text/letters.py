"""The letters of Vietnamese, as the inside of a character class of a pattern.

Large and small ones take turns among the code points: no range holds the one without the other.
"""

_MARKED = [chr(code) for code in (*range(0xC0, 0x1B1), *range(0x1EA0, 0x1EFA))]
CAPITAL = "A-Z" + "".join(filter(str.isupper, _MARKED))
SMALL = "a-z" + "".join(filter(str.islower, _MARKED))
