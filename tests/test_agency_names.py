"""Names in capitals: a letterhead's lines joined into agencies, and written as running text."""

import pytest

from tests.helpers import paragraph_letter
from vankho.grammar.agency_case import normal_case
from vankho.registry.registry import Registry
from vankho.stages.extract import extract
from vankho.stages.parse.names import agency_lines, filed_under
from vankho.stages.parse.signature import authority_lines

LETTERHEADS = [
    (["CÔNG TY CỔ PHẦN ĐƯỜNG QUẢNG NGÃI"], "Công ty Cổ phần Đường Quảng Ngãi", None),
    (["CÔNG TY CỔ PHẦN", "ĐƯỜNG QUẢNG NGÃI"], "Công ty Cổ phần Đường Quảng Ngãi", None),
    (["TỈNH ỦY QUẢNG NGÃI", "BAN TỔ CHỨC"], "Ban Tổ chức Tỉnh ủy Quảng Ngãi", "Tỉnh ủy Quảng Ngãi"),
    (["HĐND TỈNH QUẢNG NGÃI", "BAN PHÁP CHẾ"], "Ban Pháp chế Hội đồng nhân dân tỉnh Quảng Ngãi", "Hội đồng nhân dân tỉnh Quảng Ngãi"),
    (["ĐẢNG BỘ TỈNH QUẢNG NGÃI", "HUYỆN ỦY BA TƠ"], "Huyện ủy Ba Tơ", "Đảng bộ tỉnh Quảng Ngãi"),
    (["SỞ NỘI VỤ - SỞ TÀI CHÍNH"], "Sở Nội vụ - Sở Tài chính", None),
    (["CỤC THUẾ", "THUẾ TỈNH QUẢNG NGÃI"], "Thuế tỉnh Quảng Ngãi", "Cục Thuế"),
    (["SỞ NỘI VỤ SỞ TÀI CHÍNH"], "Sở Nội vụ - Sở Tài chính", None),
    (["BỘ TÀI CHÍNH", "BỘ NỘI VỤ"], "Bộ Tài chính - Bộ Nội vụ", None),
    (["SỞ Y TẾ", "CÔNG AN TỈNH"], "Sở Y tế - Công an tỉnh", None),
    (["SỞ LAO ĐỘNG -", "THƯƠNG BINH VÀ XÃ HỘI"], "Sở Lao động - Thương binh và Xã hội", None),
    (["UBND TỈNH PHÚ YÊN SỞ NỘI VỤ"], "Sở Nội vụ tỉnh Phú Yên", "UBND tỉnh Phú Yên"),
    (["UBND HUYỆN BA TƠ PHÒNG NỘI VỤ"], "Phòng Nội vụ huyện Ba Tơ", "UBND huyện Ba Tơ"),
    (["BỘ QUỐC PHÒNG", "BỘ TỔNG THAM MƯU"], "Bộ Tổng tham mưu", "Bộ Quốc phòng"),
    (["UBND THÀNH PHỐ ĐÀ NẴNG", "UBND QUẬN HẢI CHÂU"], "UBND quận Hải Châu", "UBND thành phố Đà Nẵng"),
    (["UBND TỈNH QUẢNG NGÃI", "TRƯỜNG ĐẠI HỌC", "PHẠM VĂN ĐỒNG"], "Trường Đại học Phạm Văn Đồng", "Ủy ban nhân dân tỉnh Quảng Ngãi"),
    (["SỞ Y TẾ TỈNH PHÚ YÊN", "BỆNH VIỆN ĐA KHOA TỈNH"], "Bệnh viện Đa khoa tỉnh Phú Yên", "Sở Y tế tỉnh Phú Yên"),
    (["BAN CHỈ HUY", "PHÒNG THỦ DÂN SỰ TỈNH PHÚ YÊN"], "Ban Chỉ huy Phòng thủ dân sự tỉnh Phú Yên", None),
    (["VĂN PHÒNG", "ỦY BAN NHÂN DÂN TỈNH PHÚ YÊN"], "Văn phòng Ủy ban nhân dân tỉnh Phú Yên", None),
    (["CÔNG AN TỈNH - VIỆN KIỂM SÁT NHÂN DÂN TỈNH", "TÒA ÁN NHÂN DÂN TỈNH PHÚ YÊN"], "Công an tỉnh - Viện kiểm sát nhân dân tỉnh - Tòa án nhân dân tỉnh Phú Yên", None),
    (["CÔNG AN THÀNH PHỐ", "HỘI AN"], "Công an thành phố Hội An", None),
    (["BỘ XÂY DỰNG", "CỤC HÀNG KHÔNG VIỆT NAM"], "Cục Hàng không Việt Nam", "Bộ Xây dựng"),
]  # fmt: skip

NAMES = [
    ("TRƯỜNG THPT TRẦN QUỐC TUẤN", "Trường THPT Trần Quốc Tuấn"),
    ("BẢO HIỂM XÃ HỘI TỈNH QUẢNG NAM", "Bảo hiểm xã hội tỉnh Quảng Nam"),
    ("ĐÀI PHÁT THANH - TRUYỀN HÌNH QUẢNG NGÃI", "Đài Phát thanh - Truyền hình Quảng Ngãi"),
    ("ỦY BAN NHÂN DÂN XÃ BA VINH HUYỆN BA TƠ", "Ủy ban nhân dân xã Ba Vinh huyện Ba Tơ"),
    ("CÔNG ĐOÀN NGÀNH Y TẾ TỈNH", "Công đoàn ngành Y tế tỉnh"),
    ("TÒA ÁN NHÂN DÂN KHU VỰC 2 - QUẢNG NGÃI", "Tòa án nhân dân khu vực 2 - Quảng Ngãi"),
    ("KHU QUẢN LÝ ĐƯỜNG BỘ III", "Khu quản lý đường bộ III"),
    ("HỘI LIÊN HIỆP PHỤ NỮ TỈNH - SỞ NỘI VỤ", "Hội Liên hiệp Phụ nữ tỉnh - Sở Nội vụ"),
    ("CỤC THUẾ TỈNH BÀ RỊA - VŨNG TÀU", "Cục Thuế tỉnh Bà Rịa - Vũng Tàu"),
    ("CHỦ TỊCH CHÍNH PHỦ LÂM THỜI", "Chủ tịch Chính phủ lâm thời"),
    ("VĂN PHÒNG CHỦ TỊCH NƯỚC", "Văn phòng Chủ tịch nước"),
    (
        "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG XÃ BÌNH MINH",
        "Trung tâm Phục vụ hành chính công xã Bình Minh",
    ),
    ("TÒA ÁN NHÂN DÂN KHU VỰC 2 - QUẢNG NGÃI", "Tòa án nhân dân khu vực 2 - Quảng Ngãi"),
    ("UỶ BAN NHÂN DÂN PHƯỜNG HOÀ HIỆP", "Uỷ ban nhân dân phường Hoà Hiệp"),
    ("PHÂN HIỆU TẠI TỈNH QUẢNG NAM", "Phân hiệu tại tỉnh Quảng Nam"),
    ("BAN QUẢN LÝ BẾN XE KHÁCH", "Ban Quản lý Bến xe khách"),
]

AUTHORITIES = [
    ("TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH", ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]),
    ("TL. CHỦ TỊCH CHÁNH VĂN PHÒNG", ["TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"]),
    ("KT. BỘ TRƯỞNG, CHỦ NHIỆM PHÓ CHỦ NHIỆM", ["KT. BỘ TRƯỞNG, CHỦ NHIỆM", "PHÓ CHỦ NHIỆM"]),
    ("T.U.Q GIÁM ĐỐC TRƯỞNG PHÒNG", ["T.U.Q GIÁM ĐỐC", "TRƯỞNG PHÒNG"]),
    ("T/M UBND XÃ K/T CHỦ TỊCH", ["T/M UBND XÃ", "K/T CHỦ TỊCH"]),
    ("K.T TỔNG GIÁM ĐỐC PHÓ TỔNG GIÁM ĐỐC", ["K.T TỔNG GIÁM ĐỐC", "PHÓ TỔNG GIÁM ĐỐC"]),
    ("TM. BAN CHỦ NHIỆM CHỦ NHIỆM", ["TM. BAN CHỦ NHIỆM", "CHỦ NHIỆM"]),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "issuer", "parent"), LETTERHEADS)
def test_letterhead(known: Registry, lines: list[str], issuer: str, parent: str | None) -> None:
    assert filed_under(agency_lines(lines), known) == (issuer, parent)


@pytest.mark.parametrize(("capitals", "name"), NAMES)
def test_case(capitals: str, name: str) -> None:
    assert normal_case(capitals) == name


@pytest.mark.parametrize(("printed", "lines"), AUTHORITIES)
def test_authority_lines(printed: str, lines: list[str]) -> None:
    assert authority_lines(printed) == lines


IN_SENTENCES = [
    "Kho bạc Nhà nước khu vực XIV",
    "Phòng Giao dịch số 5 - Kho bạc Nhà nước khu vực XIV",
    "Thuế tỉnh Khánh Hòa",
    "Thuế cơ sở 3 tỉnh Quảng Ngãi",
    "Chi cục Hải quan khu vực XII",
    "Ngân hàng Nhà nước Khu vực 9",
    "Ngân hàng Chính sách xã hội tỉnh",
    "Ngân hàng Nhà nước Việt Nam - Chi nhánh tỉnh Quảng Ngãi",
    "Chi nhánh Văn phòng Đăng ký đất đai huyện Ba Tơ",
    "UBND phường 1 Bảo Lộc",
    "Phòng Kinh tế, Hạ tầng và Đô thị phường Nha Trang",
    "Văn phòng HĐND và UBND xã Sơn Hạ",
    "Văn phòng Đoàn ĐBQH và HĐND tỉnh",
    "Thi hành án dân sự tỉnh Quảng Ngãi",
    "Thống kê tỉnh Quảng Ngãi",
    "Kiểm toán nhà nước khu vực III",
    "Liên minh Hợp tác xã tỉnh",
    "Hạt Kiểm lâm khu vực Ba Tơ",
    "Đoàn đại biểu Quốc hội tỉnh",
    "Ủy ban Dân nguyện và Giám sát của Quốc hội",
    "Ủy ban Công tác đại biểu",
    "Đội Quản lý thị trường số 3",
    "Viễn thông Quảng Ngãi",
    "Huyện ủy Trà Bồng",
    "Trường THPT Lê Trung Đình",
    "Kho bạc Nhà nước Quảng Ngãi",
    "Mặt trận Tổ quốc Việt Nam",
    "Bệnh viện Đa khoa Đặng Thùy Trâm",
    "Chi cục Thuế",
    "Cục Hàng không Việt Nam",
    "Bảo hiểm Tiền gửi Việt Nam",
    "Công ty TNHH Minh Long",
    "Công ty Cổ phần Tư vấn xây dựng Thành Đạt",
    "Công ty cổ phần thủy điện Đakđrinh",
    "Công ty TNHH Một thành viên cấp thoát nước và xây dựng Quảng Ngãi",
    "Công ty TNHH MTV Khai thác công trình thủy lợi Quảng Ngãi",
]


@pytest.mark.parametrize(
    "rest",
    [
        " về việc phối hợp.", " hướng dẫn chế độ.", ", đề nghị xem xét.", " nhận được sáng nay.", " gửi các đơn vị.",
        " phối hợp thực hiện.", " được giao chủ trì.", " nhằm bảo đảm an toàn.", " sẽ hết hạn.", " chưa được trả lời.",
    ],
)  # fmt: skip
@pytest.mark.parametrize("name", IN_SENTENCES)
def test_the_name_of_an_agency_is_read_to_its_end(name: str, rest: str, known: Registry) -> None:
    mention = f"Công văn số 98/ABC-TH ngày 15/7/2025 của {name}"
    (found,) = extract(paragraph_letter(f"Theo {mention}{rest}"), known)
    assert found.surface == mention
