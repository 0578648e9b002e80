"""A small archive of our own hand: enough to try every kind of query on."""

import dataclasses

from tests.search.reader import read_letter, stubs
from vankho.search.document import SearchAgency, SearchDocument

_LETTER = """{head}

Số: {reference}

Quảng Ngãi, ngày {day:02} tháng {month} năm {year}

V/v {subject}

Kính gửi:

{addressees}

{body}

Nơi nhận:

- Như trên;
- Lưu: VT.

{position}

{signer}
"""
_UBND = ("ỦY BAN NHÂN DÂN\nTỈNH QUẢNG NGÃI", "CHỦ TỊCH", "Ủy ban nhân dân tỉnh Quảng Ngãi")
_STTTT = (
    "UBND TỈNH QUẢNG NGÃI\nSỞ THÔNG TIN VÀ TRUYỀN THÔNG",
    "GIÁM ĐỐC",
    "Sở Thông tin và Truyền thông",
)
_SYT = ("UBND TỈNH QUẢNG NGÃI\nSỞ Y TẾ", "GIÁM ĐỐC", "Sở Y tế")
_STP = ("UBND TỈNH QUẢNG NGÃI\nSỞ TƯ PHÁP", "GIÁM ĐỐC", "Sở Tư pháp")
_SGDDT = ("UBND TỈNH QUẢNG NGÃI\nSỞ GIÁO DỤC VÀ ĐÀO TẠO", "GIÁM ĐỐC", "Sở Giáo dục và Đào tạo")
_ALL = ("Các sở, ban ngành", "UBND các huyện, thị xã, thành phố")

# A row: issuer, reference, day, subject, addressees, body, signer.
_ROWS = (
    (
        _UBND,
        "972/UBND-KSTTHC",
        (11, 3, 2021),
        "triển khai nhiệm vụ cải cách thủ tục hành chính",
        _ALL,
        (
            "Thực hiện Nghị quyết số 68/NQ-CP ngày 12/5/2020 của Chính phủ, Chủ tịch UBND tỉnh yêu cầu:\n\n"
            "1. Rà soát các quy định liên quan đến hoạt động kinh doanh.\n\n"
            "2. Thực hiện Quyết định số 37/2020/QĐ-UBND ngày 07/12/2020 của UBND tỉnh."
        ),
        "Đặng Văn Minh",
    ),
    (
        _SYT,
        "972/SYT-NVY",
        (14, 6, 2021),
        "tiêm chủng mở rộng vắc xin sởi, bạch hầu",
        ("UBND huyện Tư Nghĩa",),
        "1. Tổ chức tiêm bổ sung vắc xin sởi, bạch hầu cho trẻ dưới 5 tuổi.",
        "Huỳnh Thị Hồng",
    ),
    (
        _UBND,
        "1937/UBND-KSTTHC",
        (7, 5, 2021),
        "đổi mới thực hiện cơ chế một cửa và xây dựng Chính phủ điện tử",
        _ALL,
        (
            "Tiếp theo Công văn số 972/UBND-KSTTHC ngày 11/3/2021, Chủ tịch UBND tỉnh yêu cầu:\n\n"
            "1. Các sở, ban ngành triển khai thực hiện.\n\n2. Giao Văn phòng UBND tỉnh chủ trì:\n\n"
            "a) Tổ chức triển khai quy trình số hóa hồ sơ, giấy tờ tại Trung tâm.\n\n"
            "b) Tham mưu Kế hoạch triển khai Đề án một cửa, một cửa liên thông phê duyệt tại "
            "Quyết định số 468/QĐ-TTg ngày 27/3/2021 của Thủ tướng Chính phủ."
        ),
        "Đặng Văn Minh",
    ),
    (
        _UBND,
        "751/UBND-TTHC",
        (7, 2, 2024),
        "khẩn trương hoàn thành nhiệm vụ liên quan đến số hóa hồ sơ, giấy tờ",
        ("Các sở, ban, ngành tỉnh", "Công an tỉnh"),
        (
            "Theo báo cáo của Sở Thông tin và Truyền thông tại Công văn số 191/STTTT-BCVT&CNTT ngày 29/01/2024:\n\n"
            "1. Thủ trưởng các sở khẩn trương thực hiện nhiệm vụ tại điểm đ khoản 1 Công văn số 5864/UBND-TTHC.\n\n"
            "2. Thực hiện Thông tư số 01/2023/TT-VPCP ngày 05/4/2023 và Quyết định số 468/QĐ-TTg ngày 27/3/2021."
        ),
        "Võ Phiên",
    ),
    (
        _STTTT,
        "468/STTTT-BCVT&CNTT",
        (2, 4, 2020),
        "nâng cao chất lượng dịch vụ công trực tuyến",
        ("Ủy ban nhân dân tỉnh Quảng Ngãi",),
        "1. Cung cấp dịch vụ công trực tuyến trên thiết bị di động.\n\n2. Báo cáo UBND tỉnh trước ngày 15/4/2020.",
        "Nguyễn Văn Thủy",
    ),
    (
        _STTTT,
        "1858/STTTT-VP",
        (9, 8, 2022),
        "kết quả khảo sát dịch vụ công trực tuyến",
        ("Sở Y tế", "Sở Tư pháp"),
        "Kết quả khảo sát dịch vụ công năm 2022.",
        "Nguyễn Văn Thủy",
    ),
    (
        _STP,
        "12/STP-HCTP",
        (5, 1, 2023),
        "chứng thực bản sao từ bản chính",
        ("Phòng Tư pháp các huyện",),
        "1. Việc chứng thực thực hiện theo Nghị định số 23/2015/NĐ-CP ngày 16/02/2015.",
        "Lê Đình Đạt",
    ),
    (
        _SGDDT,
        "97/SGDĐT-VP",
        (20, 4, 2023),
        "tuyển sinh vào lớp 10 trung học phổ thông",
        ("Các trường trung học phổ thông",),
        "1. Tổ chức kỳ thi tuyển sinh vào lớp 10.\n\n2. Hoà giải khiếu nại về điểm thi; bò sữa không thuộc phạm vi này.",
        "Trần Thị Thuỷ",
    ),
    (
        _SYT,
        "9720/SYT-NVD",
        (3, 3, 2023),
        "bảo hiểm y tế hộ gia đình",
        ("UBND huyện Lý Sơn",),
        "1. Vận động người dân tham gia bảo hiểm y tế hộ gia đình.\n\n2. Bộ phận một cửa tiếp nhận hồ sơ.",
        "Huỳnh Thị Hồng",
    ),
    (
        _UBND,
        "15/UBND-NNTN",
        (10, 1, 2024),
        "phòng, chống bệnh dịch tả lợn Châu Phi",
        ("Sở Nông nghiệp và Phát triển nông thôn",),
        "Thực hiện kế hoạch năm 2023 về phòng chống dịch:\n\n1. Bộ phận thú y xử lý bệnh dịch tả lợn Châu Phi.",
        "Võ Phiên",
    ),
)

AGENCIES = (
    SearchAgency(name="Ủy ban nhân dân tỉnh Quảng Ngãi", abbreviations=("UBND",), aliases=()),
    SearchAgency(
        name="Sở Thông tin và Truyền thông",
        abbreviations=("STTTT",),
        aliases=("Sở Bưu chính, Viễn thông",),
    ),
    SearchAgency(name="Sở Y tế", abbreviations=("SYT",), aliases=()),
    SearchAgency(name="Sở Tư pháp", abbreviations=("STP",), aliases=()),
    SearchAgency(name="Sở Giáo dục và Đào tạo", abbreviations=("SGDĐT",), aliases=()),
    SearchAgency(name="Thủ tướng Chính phủ", abbreviations=("TTg",), aliases=()),
)


def letters() -> list[SearchDocument]:
    """Ten letters."""
    return [_letter(*row) for row in _ROWS]


def archive() -> list[SearchDocument]:
    """The letters and the documents that they cite."""
    held = letters()
    return held + stubs(held)


def _letter(
    issuer: tuple[str, str, str],
    reference: str,
    issued: tuple[int, int, int],
    subject: str,
    addressees: tuple[str, ...],
    body: str,
    signer: str,
) -> SearchDocument:
    day, month, year = issued
    source = _LETTER.format(
        head=issuer[0],
        position=issuer[1],
        reference=reference,
        day=day,
        month=month,
        year=year,
        subject=subject,
        addressees="\n".join(f"- {addressee};" for addressee in addressees),
        body=body,
        signer=signer,
    )
    return dataclasses.replace(read_letter(source), issuer=issuer[2])
