"""Verbs with which an agency tells or decides something in a document: "báo cáo … tại", "phê duyệt … tại"."""

import re

from vankho.text.trie import pattern_of

SINCE = r" (?:(?:\((?:cu|truoc\s(?:day|(?:khi\s)?sap\sxep|(?:khi\s)?sap\snhap)|nay\sla\s[^()]{2,60}|(?:sau\sday\s)?(?:goi|viet)\s(?:tat\s)?la\s[^()]{2,60})\)|cu|truoc\sday)\s)?(?:(?:da|vua|cung|moi|tiep\stuc|(?:tiep\s(?:thu|nhan)|ghi\snhan)\sva)\s)*"
"""What stands between an agency and what it does. It begins with a blank, so that the search can leap."""
# "UBND xã Trà Giang báo cáo tại Văn bản số …": its own where it is the subject.
TELLING = (
    "bao cao", "de nghi", "kien nghi", "giai trinh", "phan anh", "de xuat", "trinh", "cam ket", "xac nhan", "tra loi",
    "dang ky", "neu", "thong nhat", "phan hoi", "nhac", "nhac nho", "luu y", "chi ra", "nhan manh",
)  # fmt: skip
# "theo" after these leads to another's: "UBND xã phê duyệt danh sách theo Quyết định số …".
_DECIDING = (
    "giai dap", "giai thich", "huong dan", "y kien", "phe duyet", "duyet", "thong qua", "quyet nghi", "giao",
    "phan bo", "bo tri", "cap ", "cong nhan", "chap thuan", "ho tro", "cong bo", "thong bao", "cho phep", "chi dao",
    "dieu chinh", "phan cong", "quyet dinh", "giai quyet", "xu phat", "ket luan", "chuyen", "tham dinh", "tham tra",
    "phan bien", "gop y", "tong hop", "yeu cau", "xet xu", "giu nguyen", "tuyen ", "tham gia y kien",
    "khong thong nhat", "chua thong nhat", "khong chap thuan", "chua chap thuan", "dong y", "khong dong y",
    "chua dong y", "phe binh", "quy dinh", "co van ban", "co de nghi", "co kien nghi", "co bao cao", "lap ho so trinh", "moi hop",
)  # fmt: skip
# What one has done; who is to do so may be told to by another: "thu hồi kinh phí đã cấp tại".
_DONE = (
    "thu hoi", "thanh lap", "uy quyen", "khen thuong", "ky luat", "bo nhiem", "mien nhiem", "don doc", "chuyen ho so",
    "chuyen don", "gui", "quyet toan", "lua chon nha thau", "yeu cau",
)  # fmt: skip
_BRIEFLY = {"y kien", "giai quyet", "xu phat", "ket luan", "chuyen", "yeu cau"}
"""Of these, what was decided stands right before "tại", or "có" before them."""
AT_LENGTH = [word.strip() for word in _DECIDING if word not in _BRIEFLY]
# "đã trả lời nhiều lần, gần nhất là tại Công văn số …".
_LATEST = (
    r"(?:,\s(?:lan\s)?(?:gan\s(?:day\s)?nhat|moi\s(?:day\s)?nhat|cuoi\scung|cu\sthe)(?:\sla)?)?"
)
SOME_WORDS = r"(?:\s(?:\d+(?:[.,]\d+)+|[^\s,.;:()]+)){0,14}"
TELLS_AT = (
    rf"(?:{pattern_of([*TELLING, 'trinh bay'])}{SOME_WORDS}{_LATEST}\s(?:tai|o|trong|theo|bang)"
    rf"|{pattern_of(['co y kien', 'cho y kien', 'ban giao', 'xin', 'hoi', *AT_LENGTH])}{SOME_WORDS}{_LATEST}"
    r"\s(?:tai|o|trong|bang)"
    rf"|(?:(?<=\sda\s)|(?<=\sva\s)){pattern_of(_DONE)}(?:\s(?!(?:da|duoc|bi|neu|giao)\s)(?:\d+(?:[.,]\d+)+|[^\s,.;:()]+)){{0,14}}\s(?:tai|bang)"
    r"|(?:(?:thu ly,? (?:va )?)?giai quyet(?: khieu nai| to cao| don)?(?: lan \w+)?|xu phat(?: vi pham hanh chinh)?|ket luan|yeu cau)\s(?:tai|bang)"
    # "đơn do Ban Tiếp công dân chuyển đến theo Phiếu chuyển số …"
    r"|chuyen(?: don)?(?: den| toi| sang)? (?:tai|theo|bang|kem theo))\s(?:cac\s)?$"
)
"""What somebody tells or decides, and the word that leads to the document."""
# Not where another acts: "được …", "do …"; "tiến độ", "thiết bị" only end like it.
ITS_WORDS = r"(?:\s(?!(?:duoc|(?<!tien\s)(?<!che\s)(?<!trinh\s)(?<!muc\s)do|(?<!thiet\s)(?<!chuan\s)bi|ma)\s)(?:\d+(?:[.,]\d+)+|[^\s,.;:()]+)){0,12}"
# Of these one speaks who did it; any other may be the one who told: "chỉ đạo UBND xã kiểm tra và báo cáo tại".
BESIDE = ("voi ", "cung ", "cua ", "thuoc ", "giua ", "nghe ", "bao cao ")
# Whom somebody asks, or acts with, has not told it himself: "UBND tỉnh đã giao Sở Tư pháp thẩm định (…".
NOT_SUBJECT = (
    *BESIDE, "giao ", "yeu cau ", "de nghi ", "chi dao ", "don doc ", "nhac nho ", "phan cong ", "cho ", "cho phep ", "gui ",
    "moi ", "huong dan ", "den ", "kien nghi ", "trinh ", "tra loi ",
)  # fmt: skip
# Whoever is asked to report does so on another's letter: "giao UBND xã … báo cáo tại …".
ASKED = re.compile(
    r"(?<!\w)(?:giao|yeu\scau|de\snghi|chi\sdao|don\sdoc|cho\sphep|cho|nhac\snho|phan\scong|uy\squyen|va)\s?$"
)
TOLD_REACH = 110
NAME_REACH = 110
"""Characters that the name of an agency can have."""
