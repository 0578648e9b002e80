"""One letter in a thousand layouts: columns, wraps, blanks, marks and OCR slips must not change it."""

import textwrap
from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.helpers import registry
from vankho.stages.parse import parse
from vankho.stages.read import read_bytes

KNOWN = registry()
NATION = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
ISSUER = ("ỦY BAN NHÂN DÂN", "TỈNH QUẢNG NGÃI")
SUBJECT = ("V/v tăng cường kiểm tra", "việc chấp hành giờ làm việc")
BODY = (
    "Để chấn chỉnh kỷ cương hành chính trong các cơ quan, đơn vị thuộc tỉnh, Chủ tịch UBND tỉnh yêu cầu các sở, ban, ngành thực hiện một số nội dung sau:",
    "1. Giao Sở Nội vụ chủ trì, phối hợp với Thanh tra tỉnh kiểm tra đột xuất việc chấp hành giờ làm việc tại các cơ quan chuyên môn, báo cáo kết quả trước ngày 30 hằng tháng.",
    "2. Các sở, ban, ngành quán triệt đến từng công chức, viên chức và thực hiện:",
    "a) Không uống rượu, bia trong giờ làm việc và giờ nghỉ trưa của ngày làm việc, kể cả ngày trực.",
    "b) Công khai số điện thoại tiếp nhận phản ánh của tổ chức, cá nhân tại nơi tiếp công dân;",
    "- Niêm yết tại trụ sở cơ quan để mọi người dễ nhìn thấy khi đến liên hệ công việc;",
    "- Đăng trên trang thông tin điện tử của cơ quan, đơn vị và cập nhật khi có thay đổi.",
    "3. Văn phòng UBND tỉnh theo dõi, đôn đốc, tổng hợp tình hình báo cáo Chủ tịch UBND tỉnh theo quy định.",
    "Yêu cầu Thủ trưởng các cơ quan, đơn vị nghiêm túc triển khai thực hiện./.",
)
POINTS = [
    "khoan-1", "khoan-2", "khoan-2-diem-a", "khoan-2-diem-b", "khoan-2-diem-b-gach-1", "khoan-2-diem-b-gach-2", "khoan-3",
]  # fmt: skip


@dataclass(frozen=True)
class Layout:
    order: int
    width: int | None
    blanks: bool
    bold: bool
    spaced: bool
    eth: bool
    nbsp: bool
    page: bool
    crlf: bool
    addressee_on_line: bool
    signature_first: bool


LAYOUTS = st.builds(
    Layout,
    order=st.integers(0, 4),
    width=st.one_of(st.none(), st.integers(66, 92)),
    blanks=st.booleans(),
    bold=st.booleans(),
    spaced=st.booleans(),
    eth=st.booleans(),
    nbsp=st.booleans(),
    page=st.booleans(),
    crlf=st.booleans(),
    addressee_on_line=st.booleans(),
    signature_first=st.booleans(),
)


def _header(layout: Layout) -> list[str]:
    number = "**418**" if layout.bold else "418"
    reference = f"Số: {number} / UBND-NC" if layout.spaced else f"Số: {number}/UBND-NC"
    date = "Quảng Ngãi, ngày 09 tháng 6 năm 2022"
    match layout.order:
        case 0:
            blocks = [ISSUER, NATION, (reference,), (date,), SUBJECT]
        case 1:
            blocks = [ISSUER, (reference,), SUBJECT, NATION, (date,)]
        case 2:
            blocks = [NATION, (date,), ISSUER, (reference,), SUBJECT]
        case 3:
            blocks = [ISSUER, (reference,), NATION, (date,), SUBJECT]
        case _:
            blocks = [
                (f"{ISSUER[0]} {NATION[0]}", f"{ISSUER[1]} {NATION[1]}", f"{reference} {date}"),
                SUBJECT,
            ]
    return _join([list(block) for block in blocks], layout.blanks)


def _join(blocks: list[list[str]], blanks: bool) -> list[str]:
    lines: list[str] = []
    for block in blocks:
        lines += [*block, ""] if blanks else block
    return lines


def _body(layout: Layout) -> list[str]:
    if layout.width is None:
        # A paragraph a line: without blank lines it can only be told by its long lines.
        blocks = [[paragraph] for paragraph in BODY]
        return _join(blocks, True)
    blocks = [textwrap.wrap(paragraph, layout.width, break_on_hyphens=False) for paragraph in BODY]
    if layout.page and len(blocks[1]) > 1:
        blocks[1] = [blocks[1][0], "", "2", "", *blocks[1][1:]]
    return _join(blocks, layout.blanks)


def _text(layout: Layout) -> str:
    if layout.addressee_on_line:
        addressees = ["Kính gửi: Các sở, ban, ngành tỉnh"]
    else:
        addressees = ["Kính gửi:", "- Các sở, ban, ngành tỉnh;", "- Văn phòng UBND tỉnh."]
    recipients = ["Nơi nhận:", "- Như trên;", "- CT, PCT UBND tỉnh;", "- Lưu: VT, NC."]
    signature = ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", "Võ Phiên Thử"]
    end = [signature, recipients] if layout.signature_first else [recipients, signature]
    lines = [*_header(layout), *_join([addressees], True), *_body(layout), ""]
    lines += [*end[0], "", *end[1]]
    text = "\n".join(lines) + "\n"
    if layout.eth:
        text = text.replace("Đ", "Ð")
    if layout.nbsp:
        text = text.replace("Số: ", "Số:\u00a0").replace("ngày 09", "ngày\u00a009")
    return text.replace("\n", "\r\n") if layout.crlf else text


@given(LAYOUTS)
@settings(max_examples=400)
def test_the_letter_is_the_same_in_every_layout(layout: Layout) -> None:
    letter = parse(read_bytes(_text(layout).encode(), "a.txt"), KNOWN)
    metadata = letter.metadata
    assert metadata.reference == "418/UBND-NC"
    assert metadata.issued is not None
    assert metadata.issued.isoformat() == "2022-06-09"
    assert metadata.place == "Quảng Ngãi"
    assert metadata.issuer == "Ủy ban nhân dân tỉnh Quảng Ngãi"
    assert metadata.subject == "tăng cường kiểm tra việc chấp hành giờ làm việc"
    assert metadata.addressees[0] == "Các sở, ban, ngành tỉnh"
    assert metadata.recipients == ("Như trên", "CT, PCT UBND tỉnh", "Lưu: VT, NC")
    assert metadata.drafting_unit == "NC"
    assert metadata.signer is not None
    assert (metadata.signer.capacity, metadata.signer.position, metadata.signer.name) == (
        ("KT. CHỦ TỊCH",), "PHÓ CHỦ TỊCH", "Võ Phiên Thử",
    )  # fmt: skip
    assert [block.anchor for block in letter.points()] == POINTS
