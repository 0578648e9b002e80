"""Titles that say type and subject on one line."""

import pytest

from vankho.model.letter import Metadata
from vankho.registry.registry import Registry
from vankho.stages.parse import parse
from vankho.stages.read import read_bytes

HEAD = """UBND TỈNH QUẢNG NGÃI
SỞ NỘI VỤ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
"""
BOARD = """BAN CHỈ ĐẠO
CHƯƠNG TRÌNH MỤC TIÊU QUỐC GIA
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
"""
END = """
1. Giao phòng chuyên môn.
2. Báo cáo./.

GIÁM ĐỐC
Trần Thị Mai
"""
TITLES = {
    "BIÊN BẢN BÀN GIAO TÀI LIỆU": ("Biên bản", "BÀN GIAO TÀI LIỆU"),
    "HỢP ĐỒNG CHỈNH LÝ TÀI LIỆU": ("Hợp đồng", "CHỈNH LÝ TÀI LIỆU"),
    "THÔNG BÁO TUYỂN DỤNG VIÊN CHỨC\nnăm 2024": ("Thông báo", "TUYỂN DỤNG VIÊN CHỨC năm 2024"),
    "THÔNG BÁO VỀ VIỆC NGHỈ LỄ": ("Thông báo", "NGHỈ LỄ"),
    "BIÊN BẢN KIỂM TRA\nViệc nộp lưu": ("Biên bản", "Việc nộp lưu"),
}


def _read(text: str, known: Registry) -> Metadata:
    return parse(read_bytes(text.encode(), "1.txt"), known).metadata


@pytest.mark.parametrize(("title", "want"), TITLES.items(), ids=TITLES)
def test_the_words_behind_a_type_are_the_subject(
    known: Registry, title: str, want: tuple[str, str]
) -> None:
    got = _read(
        f"{HEAD}Số: 12/TL-SNV\nQuảng Ngãi, ngày 10 tháng 7 năm 2024\n\n{title}\n{END}", known
    )
    assert (got.type, got.subject) == want
    assert got.issuer == "Sở Nội vụ tỉnh Quảng Ngãi"


def test_an_agency_may_be_named_after_a_programme(known: Registry) -> None:
    got = _read(f"{BOARD}Số: 12/BC-BCĐ\n\nBÁO CÁO\nKết quả năm 2024\n{END}", known)
    assert (got.type, got.subject) == ("Báo cáo", "Kết quả năm 2024")
    assert got.issuer == "Ban Chỉ đạo Chương trình mục tiêu quốc gia"
