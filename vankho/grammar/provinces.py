"""Names of the provinces and centrally run cities, before and after 1 July 2025.

Nghị quyết 202/2025/QH15 made 34 of the 63; every name of the 34 is one of the 63. A name
tells where "tỉnh" goes on and where a person's name begins: "Chủ tịch UBND tỉnh Đặng …".
"""

import re
from typing import NamedTuple

from vankho.text.fold import fold
from vankho.text.trie import pattern_of

PROVINCES = [
    "An Giang",
    "Bà Rịa - Vũng Tàu",
    "Bạc Liêu",
    "Bắc Giang",
    "Bắc Kạn",
    "Bắc Ninh",
    "Bến Tre",
    "Bình Dương",
    "Bình Định",
    "Bình Phước",
    "Bình Thuận",
    "Cà Mau",
    "Cao Bằng",
    "Cần Thơ",
    "Đà Nẵng",
    "Đắk Lắk",
    "Đắc Lắc",
    "Đắk Nông",
    "Đắc Nông",
    "Điện Biên",
    "Đồng Nai",
    "Đồng Tháp",
    "Gia Lai",
    "Hà Giang",
    "Hà Nam",
    "Hà Nội",
    "Hà Tĩnh",
    "Hải Dương",
    "Hải Phòng",
    "Hậu Giang",
    "Hòa Bình",
    "Hồ Chí Minh",
    "Huế",
    "Hưng Yên",
    "Khánh Hòa",
    "Kiên Giang",
    "Kon Tum",
    "Lai Châu",
    "Lạng Sơn",
    "Lào Cai",
    "Lâm Đồng",
    "Long An",
    "Nam Định",
    "Nghệ An",
    "Ninh Bình",
    "Ninh Thuận",
    "Phú Thọ",
    "Phú Yên",
    "Quảng Bình",
    "Quảng Nam",
    "Quảng Ngãi",
    "Quảng Ninh",
    "Quảng Trị",
    "Sóc Trăng",
    "Sơn La",
    "Tây Ninh",
    "Thái Bình",
    "Thái Nguyên",
    "Thanh Hóa",
    "Thừa Thiên Huế",
    "Thừa Thiên - Huế",
    "Tiền Giang",
    "Trà Vinh",
    "Tuyên Quang",
    "Vĩnh Long",
    "Vĩnh Phúc",
    "Yên Bái",
]

AFTER_WORD = re.compile(rf"\s(?:{pattern_of(map(fold, PROVINCES))})(?!\w)")
"""Matches, on folded text, the name that follows "tỉnh"."""

CITIES = ("Hà Nội", "Hải Phòng", "Đà Nẵng", "Cần Thơ", "Hồ Chí Minh")
SEATS = (*CITIES, "Huế")
"""Cities where bodies of the whole country or of a region sit, and whose names these bear."""
# "Công ty Điện lực Nghệ An" leaves the word out; a commune may have the name of any province, and
# "Đại học Đà Nẵng" or "Đoàn TNCS Hồ Chí Minh" tell nothing.
_PLACE_OF = re.compile(
    rf"[Tt]ỉnh (?:ủy )?(?P<province>{'|'.join(PROVINCES)})$"
    rf"|[Tt]hành phố (?P<city>{'|'.join(CITIES)})$"
    r"|(?<=\w )(?<![Xx]ã )(?<![Hh]uyện )(?<![Pp]hường )(?<![Qq]uận )(?<![Tt]rấn )(?<![Kk]hu )(?<!tại )"
    rf"(?P<bare>{'|'.join(name for name in PROVINCES if name not in SEATS)})$"
)


class Place(NamedTuple):
    """The province, or the city of that rank, that a name ends with."""

    name: str
    is_city: bool
    start: int
    """Where it begins in the agency's name, with its word."""

    @property
    def in_full(self) -> str:
        """The place with its word: "tỉnh Nghệ An"."""
        return f"{'thành phố' if self.is_city else 'tỉnh'} {self.name}"


def place_of(agency: str) -> Place | None:
    """Return the province that the end of an agency's name tells."""
    match = _PLACE_OF.search(agency)
    if match is None:
        return None
    name = match["province"] or match["city"] or match["bare"]
    return Place(name, match["city"] is not None, match.start())
