"""Titles that say type and subject on one line, and the date that minutes bear in their text."""

import datetime

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
    "BIÊN BẢN BÀN GIAO\n\nTài liệu lưu trữ": ("Biên bản", "BÀN GIAO Tài liệu lưu trữ"),
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


FIRST_SENTENCES = {
    "in words": "Hôm nay, hồi 08 giờ 30 phút, ngày 19 tháng 10 năm 2022, tại trụ sở, chúng tôi gồm:",
    "in figures": "Hôm nay, ngày 19/10/2022, chúng tôi gồm:",
    "no comma": "Hôm nay ngày 19 tháng 10 năm 2022 tại trụ sở, chúng tôi gồm:",
    "below its legal bases": "Căn cứ Bộ luật Dân sự năm 2015;\nHôm nay, ngày 19/10/2022, hai bên gồm:",
    "over a line": "Hôm nay, tại phòng họp của Sở Nội vụ, ngày 19 tháng 10\nnăm 2022, chúng tôi gồm:",
}


@pytest.mark.parametrize("sentence", FIRST_SENTENCES.values(), ids=FIRST_SENTENCES)
def test_minutes_are_of_the_day_that_they_begin_with(known: Registry, sentence: str) -> None:
    got = _read(f"{HEAD}Số: 12/BB-SNV\n\nBIÊN BẢN\nBàn giao tài liệu\n\n{sentence}\n{END}", known)
    assert got.issued == datetime.date(2022, 10, 19)
    assert got.place is None


def test_the_date_of_the_header_goes_before(known: Registry) -> None:
    header = (
        f"{HEAD}Số: 12/BB-SNV\nQuảng Ngãi, ngày      tháng 11 năm 2022\n\nBIÊN BẢN\nBàn giao\n\n"
    )
    got = _read(f"{header}Hôm nay, ngày 19/10/2022, chúng tôi gồm:\n{END}", known)
    assert (got.issued, got.issued_year) == (None, 2022)
