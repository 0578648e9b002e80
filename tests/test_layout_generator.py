"""One letter in a thousand layouts: columns, wraps, blanks, marks and OCR slips must not change it."""

import textwrap
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.helpers import registry
from vankho.model.finding import Code
from vankho.model.letter import Letter
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
    speck: str
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
    speck=st.sampled_from(["", *".,;'´·~^|\\°"]),
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
    if layout.speck and len(blocks[-2]) > 1:
        blocks[-2] = [blocks[-2][0], layout.speck, *blocks[-2][1:]]
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


# What OCR makes of a letter that can still be read: of each place one of these.
MISREAD = {
    "418": ["4l8", "4I8"],
    "09 tháng": ["O9 tháng", "09tháng", "09 thang", "09 thảng"],
    "ngày 09": ["ngày: 09", "ngày09", "ngay 09", "ngày  09"],
    "tháng 6": ["tháng 06", "tháng6", "thang 6"],
    "năm 2022": ["nărn 2022", "nam 2022", "năm 2O22", "năm2022"],
    "Ngãi, ": ["Ngãi. ", "Ngãi; ", "Ngãi,"],
    NATION[0]: [
        "CONG HOA XA HOI CHU NGHIA VIET NAM", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "C0NG H0A XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "CỘNG HÒA XÃ HỘl CHỦ NGHlA VlỆT NAM", NATION[0].replace(" ", ""), "CỘNG HÒAXÃ HỘICHỦ NGHĨA VIỆTNAM",
        "C Ộ N G  H Ò A  X Ã  H Ộ I  C H Ủ  N G H Ĩ A  V I Ệ T  N A M",
    ],
    NATION[1]: [
        "Doc lap - Tu do - Hanh phuc", "Độc lập Tự do Hạnh phúc", "Độc lập . Tự do . Hạnh phúc", "Độclập-Tựdo-Hạnhphúc",
        "Độc lập _ Tự do _ Hạnh phúc", "Độc lập ~ Tự do ~ Hạnh phúc", "Đ ộ c  l ậ p - T ự  d o - H ạ n h  p h ú c",
    ],
    "Số:": ["So:", "Sô:", "SỐ:", "Số.", "5ố:", "S0:", "Số;", "Số :", "Số"],
    "ỦY BAN NHÂN DÂN": [
        "UỶ BAN NHÂN DÂN", "UY BAN NHAN DAN", "ỦY BANNHÂN DÂN", "ỦYBAN NHÂNDÂN", "Ủ Y  B A N  N H Â N  D Â N", "UBND",
    ],
    "TỈNH QUẢNG NGÃI": ["TINH QUANG NGAI", "T Ỉ N H  Q U Ả N G  N G Ã I", "TỈNHQUẢNG NGÃI"],
    "V/v ": ["V/V ", "v/v ", "Vv ", "V / v ", "Vlv ", "V/v: ", "V/v", "V,v ", "V/y ", "Về việc "],
    "Kính gửi": ["Kinh gửi", "KÍNH GỬI", "Kínhgửi", "Kính gửl", "Klnh gửi", "Kính gưi", "K í n h  g ử i"],
    "Nơi nhận": ["Noi nhan", "NƠI NHẬN", "Nơinhận", "Nơl nhận", "N0i nhận", "N ơ i  n h ậ n"],
    "nhận:": ["nhận", "nhận;", "nhận."],
    "Như trên;": ["Như trên", "Như trên,", "Như trên ;"],
    "- Lưu": ["-Lưu", "– Lưu", "* Lưu", "• Lưu"],
    "KT. CHỦ": ["KT.CHỦ", "KT . CHỦ"],
    "PHÓ CHỦ TỊCH": ["P H Ó  C H Ủ  T Ị C H"],
    "UBND-NC": ["UBND–NC", "UBND - NC", "UBND-\nNC"],
}  # fmt: skip

# Damage that can be seen but not undone: the field is null and told, all else as it was.
LOST = [
    *((Code.NUMBER_MISSING, "418", new) for new in (
        "4_8", "4?8", "41 8", "4 1 8", "S18", "4B8", "4§8", "418?", "(418)", "...", "4…8", "4,18", "4;8", "41|8", "#18", "",
    )),
    *((Code.NUMBER_MISSING, "UBND-NC", new) for new in (
        "U?ND-NC", "UB ND-NC", "UBND-N?", "UBND NC", "UBND-", "…", "", "?",
    )),
    *((Code.DATE_MISSING, "ngày 09 tháng 6 năm 2022", new) for new in (
        "ngày 0? tháng 6 năm 2022", "ngày 09 tháng 6 năm 20 2", "ngày 09 tháng 6 năm 202?",
        "ngày 09 tháng 6 năm 20222", "ngày 0 9 tháng 6 năm 2022", "ngày tháng 6 năm 2022",
        "ngày … tháng … năm 2022", "ngày 09 tháng 6 năm", "ngày 09 tháng B năm 2022", "ngày 0g tháng 6 năm 2022",
        "ngày 09 tháng 6 năm 2O?2", "ngày Q9 tháng 6 năm 2022", "ngày 09 tháng 6 năm Z022", "ngày . 9 tháng 6 năm 2022",
        "ngày 9_ tháng 6 năm 2022", "ngày 09 6 năm 2022", "ngày 09 tháng 6",
    )),
    *((Code.DATE_IMPOSSIBLE, "ngày 09 tháng 6 năm 2022", new) for new in (
        "ngày 39 tháng 6 năm 2022", "ngày 09 tháng 16 năm 2022", "ngày 31 tháng 6 năm 2022", "ngày 00 tháng 6 năm 2022",
        "ngày 09 tháng 6 năm 3022", "ngày 09 tháng 6 năm 0222",
        "ngày 09 tháng 6 năm 202", "ngày 099 tháng 6 năm 2022",
    )),
]  # fmt: skip


def _read(text: str) -> Letter:
    return parse(read_bytes(text.encode(), "a.txt"), KNOWN)


def _hold(letter: Letter, *, lost: Code | None = None) -> None:
    """Every field is the truth, but for the one that is lost."""
    metadata = letter.metadata
    assert metadata.reference == (None if lost is Code.NUMBER_MISSING else "418/UBND-NC")
    no_date = lost in {Code.DATE_MISSING, Code.DATE_IMPOSSIBLE}
    issued = metadata.issued.isoformat() if metadata.issued else None
    assert issued == (None if no_date else "2022-06-09")
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
    told = {item.code for item in letter.findings}
    assert told == ({lost} if lost else set())


@given(LAYOUTS)
@settings(max_examples=400)
def test_the_letter_is_the_same_in_every_layout(layout: Layout) -> None:
    letter = _read(_text(layout))
    _hold(letter)
    last = next(block for block in letter.blocks if block.anchor == "khoan-3")
    read = " ".join(span.of(letter.text) for span in last.spans).split()
    printed = BODY[-2].replace("Đ", "Ð") if layout.eth else BODY[-2]
    assert [word for word in read if word != layout.speck] == printed.split()


def _put(text: str, old: str, new: str, layout: Layout) -> str:
    return text.replace(old, new.replace("\n", "\r\n") if layout.crlf else new, 1)


@given(
    LAYOUTS,
    st.lists(
        st.sampled_from([(old, new) for old, news in MISREAD.items() for new in news]),
        min_size=1,
        max_size=4,
        unique_by=lambda pair: pair[0],
    ),
)
@settings(max_examples=1500)
def test_what_ocr_confuses_is_read_all_the_same(
    layout: Layout, misread: list[tuple[str, str]]
) -> None:
    text = _text(layout)
    for old, new in misread:
        text = _put(text, old, new, layout)
    _hold(_read(text))


@pytest.mark.parametrize(("code", "old", "new"), LOST)
@given(layout=LAYOUTS)
@settings(max_examples=25)
def test_what_ocr_lost_is_null_and_told(layout: Layout, code: Code, old: str, new: str) -> None:
    text = _text(layout).replace("\u00a0", " ")
    assert old in text
    _hold(_read(text.replace(old, new, 1)), lost=code)
