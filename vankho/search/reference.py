"""The keys under which a reference (số và ký hiệu) is filed and looked up."""

import re
from functools import lru_cache

from vankho.search.fold import fold_word, lower, squeeze

# As in 972/UBND-KSTTHC, 37/2020/QĐ-UBND, 66.4/2025/NQ-CP, 12-NQ/TW and "Số: 05 / VBHN-VPCP".
_REFERENCE = re.compile(
    r"""^\D{0,12}? 0*(?P<number>\d{1,7}(?:\.\d{1,2})?) (?P<suffix>[a-zđ]?) \s*[/-]\s*
        (?: (?P<year>(?:19|20)\d\d) \s*[/-]\s* )? (?P<symbol>.+)$""",
    re.VERBOSE,
)


@lru_cache(maxsize=100_000)
def reference_keys(reference: str) -> tuple[str, ...]:
    """Keys of a reference: without the year first, then with it where it is part of the number.

    >>> reference_keys("37/2020/QĐ-UBND")
    ('37/qdubnd', '37/2020/qdubnd')
    >>> reference_keys("Luật Lưu trữ")
    ()
    """
    found = _REFERENCE.match(lower(reference).strip())
    if found is None:
        return ()
    number = found["number"] + fold_word(found["suffix"])
    symbol = squeeze(found["symbol"])
    plain = f"{number}/{symbol}"
    return (plain, f"{number}/{found['year']}/{symbol}") if found["year"] else (plain,)
