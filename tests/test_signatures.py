"""Signatures side by side, in columns of blanks or between bars."""

import pytest

from vankho.model.letter import Role
from vankho.registry.registry import Registry
from vankho.stages.parse import parse
from vankho.stages.read import read_bytes

HEAD = """ỦY BAN NHÂN DÂN XÃ BA GIA
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 12/BB-UBND
Ba Gia, ngày 10 tháng 7 năm 2024

BIÊN BẢN
Họp Hội đồng xác định giá trị tài liệu

1. Hội đồng xem xét 320 hồ sơ.
2. Hội đồng thống nhất loại hủy 318 hồ sơ.

"""
MINUTES = """      THƯ KÝ                                  CHỦ TỌA
(Ký, ghi rõ họ tên)                      (Ký, ghi rõ họ tên)


   Lê Thị Ánh                            Nguyễn Thị Phương
"""
PARTIES = """      ĐẠI DIỆN                              ĐẠI DIỆN
      BÊN NHẬN                              BÊN GIAO
     GIÁM ĐỐC                             KT. GIÁM ĐỐC
                                          PHÓ GIÁM ĐỐC

   Hồ Văn Kha                           Phạm Thị Ngọc Lan
"""
ONE_ABSENT = """      THƯ KÝ                                  CHỦ TỌA

                                         Nguyễn Thị Phương
"""
BARS = """| SỞ TÀI CHÍNH | SỞ NỘI VỤ |
| GIÁM ĐỐC | KT. GIÁM ĐỐC<br>PHÓ GIÁM ĐỐC |
| (Đã ký) | (Đã ký) |
| Nguyễn Văn Luận | Trần Thị Mai Hương |
"""
IN_CAPITALS = """NGƯỜI LẬP BIỂU          CHỦ TÀI KHOẢN

LÊ THỊ ÁNH          NGUYỄN THỊ PHƯƠNG
"""
LAYOUTS = {
    "minutes": (MINUTES, [], "CHỦ TỌA", "Nguyễn Thị Phương"),
    "parties": (
        PARTIES,
        ["ĐẠI DIỆN BÊN GIAO", "KT. GIÁM ĐỐC"],
        "PHÓ GIÁM ĐỐC",
        "Phạm Thị Ngọc Lan",
    ),
    "one absent": (ONE_ABSENT, [], "CHỦ TỌA", "Nguyễn Thị Phương"),
    "bars": (BARS, ["KT. GIÁM ĐỐC"], "PHÓ GIÁM ĐỐC", "Trần Thị Mai Hương"),
    "names in capitals": (IN_CAPITALS, [], "CHỦ TÀI KHOẢN", "NGUYỄN THỊ PHƯƠNG"),
}


@pytest.mark.parametrize(("end", "capacity", "position", "name"), LAYOUTS.values(), ids=LAYOUTS)
def test_the_right_column_signs(
    known: Registry, end: str, capacity: list[str], position: str, name: str
) -> None:
    letter = parse(read_bytes((HEAD + end).encode(), "1.txt"), known)
    signer = letter.metadata.signer
    assert signer is not None
    assert (list(signer.capacity), signer.position, signer.name) == (capacity, position, name)
    signed = " ".join(
        span.of(letter.text) for b in letter.blocks if b.role is Role.SIGNATURE for span in b.spans
    )
    assert all(word in signed for word in end.split())


def test_a_table_with_names_is_no_signature(known: Registry) -> None:
    table = "| HỌ VÀ TÊN | ĐƠN VỊ |\n| Lê Thị Ánh | Sở Nội vụ |\n| Hồ Văn Kha | Sở Y tế |\n\nGIÁM ĐỐC\n\n"
    letter = parse(read_bytes(f"{HEAD}{table}Nguyễn Thị Phương\n".encode(), "1.txt"), known)
    assert letter.metadata.signer is not None
    assert letter.metadata.signer.name == "Nguyễn Thị Phương"
    assert sum(block.role is Role.TABLE for block in letter.blocks) == 3
