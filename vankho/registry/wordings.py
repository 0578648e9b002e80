"""One agency in two wordings: "Liên đoàn Lao động tỉnh" and "LĐLĐ tỉnh Quảng Ngãi".

For the agencies of the registry its names and aliases say so; of those that no table lists, a
letterhead gives the full name and other letters a shorter one.
"""

import re
from functools import lru_cache

from vankho.text.fold import fold

_SPELT_OUT = {
    "mttq": "mat tran to quoc", "ubmttq": "uy ban mat tran to quoc", "dbqh": "dai bieu quoc hoi",
    "chqs": "chi huy quan su", "bhxh": "bao hiem xa hoi", "ldld": "lien doan lao dong", "lhpn": "lien hiep phu nu",
    "tand": "toa an nhan dan", "vksnd": "vien kiem sat nhan dan", "kbnn": "kho bac nha nuoc",
    "nhnn": "ngan hang nha nuoc", "nhcsxh": "ngan hang chinh sach xa hoi", "ttyt": "trung tam y te",
    "dtxd": "dau tu xay dung", "qlda": "quan ly du an", "bql": "ban quan ly", "bcd": "ban chi dao",
    "kkt": "khu kinh te", "kcn": "khu cong nghiep", "cp": "co phan", "ubnd": "uy ban nhan dan",
    "hdnd": "hoi dong nhan dan", "bv": "benh vien", "tp": "thanh pho",
}  # fmt: skip
_WORD = re.compile(r"\w+")
# The body that speaks for it, and the country, which short names leave out.
_LEFT_OUT = re.compile(
    r"^(?:ban (?:thuong truc|chap hanh|thuong vu)|bch|btv) (?=\w)| viet nam(?!\w)"
)
_COUNCIL = ("uy ban nhan dan", "hoi dong nhan dan")


def same_agency(left: str, right: str, province: str, *, same_day: bool) -> bool:
    """Say whether two names may be of one agency, as two letters word them.

    ``province`` is the archive's: an agency of the "tỉnh" is that province's. With
    ``same_day`` number, symbol and day of their documents agree; then one name may also leave
    out some of the other's words. Councils are told by the place alone.
    """
    one, other = _words(left), _words(right)
    place = tuple(fold(province).split())
    for added in ((), place, ("tinh", *place)):
        if one + added == other or one == other + added:
            return True
    if not same_day or " ".join(one).startswith(_COUNCIL) or " ".join(other).startswith(_COUNCIL):
        return False
    short, long = sorted((one, other), key=len)
    rest = iter(long)
    return bool(short) and all(word in rest for word in short)


@lru_cache(maxsize=8192)
def _words(name: str) -> tuple[str, ...]:
    words = (_SPELT_OUT.get(word, word) for word in _WORD.findall(fold(name)))
    return tuple(_LEFT_OUT.sub("", " ".join(words)).split())
