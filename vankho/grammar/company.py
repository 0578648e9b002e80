"""Names of companies: what they are and do, at times in small letters, before what they are called.

"Công ty Cổ phần Tư vấn xây dựng Thành Đạt", "Công ty cổ phần thủy điện Đakđrinh": the words for
form and trade are listed here; a proper name, or a place, comes after them.
"""

import re

from vankho.text.letters import CAPITAL
from vankho.text.trie import pattern_of

_FORMS = "cổ phần|trách nhiệm hữu hạn|tnhh|mtv|một thành viên|hai thành viên|nhà nước|tập đoàn|hợp danh|cp|tm|dv|xd"
_TRADES = """
    tư vấn|xây dựng|đầu tư|phát triển|thương mại|dịch vụ|sản xuất|kinh doanh|xuất nhập khẩu|thiết kế|khảo sát|đo đạc|bản đồ|kiểm định
    thí nghiệm|giám sát|quản lý|vận hành|khai thác|chế biến|công trình|công trình giao thông|công trình đô thị|công nghiệp|kỹ thuật|công nghệ
    thủy lợi|thủy điện|nhiệt điện|điện gió|điện lực|điện|năng lượng|xăng dầu|dầu khí|khí|than|khoáng sản|đá|xi măng|bê tông|vật liệu|vật liệu xây dựng
    cấp nước|thoát nước|cấp thoát nước|nước sạch|môi trường|đô thị|môi trường đô thị|vệ sinh|cây xanh|chiếu sáng|hạ tầng|khu công nghiệp|bất động sản
    giao thông|vận tải|đường bộ|đường sắt|cầu đường|cảng|hàng hải|hàng không|bến xe|ô tô|cơ khí|lắp máy|đóng tàu|thép|nhôm|hóa chất|phân bón|nhựa|cao su
    nông nghiệp|lâm nghiệp|nông sản|lâm sản|thủy sản|hải sản|lương thực|thực phẩm|chăn nuôi|giống|giống cây trồng|thức ăn chăn nuôi|đường|mía đường|sữa|bia|nước khoáng
    đồ uống|gỗ|giấy|bao bì|may|may mặc|dệt may|da giày|thủ công mỹ nghệ|in|sách|thiết bị|thiết bị trường học|phát hành sách|văn hóa|du lịch|khách sạn|thể thao
    truyền thông|viễn thông|tin học|phần mềm|thông tin|bưu chính|quảng cáo|giáo dục|đào tạo|y tế|dược|dược phẩm|dược vật tư y tế|vật tư|vật tư y tế
    bảo hiểm|chứng khoán|tài chính|kiểm toán|kế toán|thẩm định giá|đấu giá|đấu giá tài sản|luật|bảo vệ|môi giới|cho thuê tài chính|xổ số|xổ số kiến thiết
    quốc tế|tổng hợp|kỹ thuật số|đất đai|nhà|nhà ở|khu đô thị|lọc hóa dầu|hóa dầu|xây lắp|lắp đặt|cơ điện|điện lạnh|điện tử|cơ giới|dân dụng
"""
HEADS = frozenset({"cong ty", "tong cong ty", "tap doan", "hop tac xa", "doanh nghiep"})
"""Folded head words of such names."""
WORDS = tuple(
    word.strip()
    for line in (_FORMS, *_TRADES.split("\n"))
    for word in line.split("|")
    if word.strip()
)
"""Words for what companies are and do, in small letters."""
_TRADE = re.compile(rf"(?:(?:,|\s[-–&])?\s(?:và\s)?(?:{pattern_of(WORDS)})(?!\w))+", re.IGNORECASE)
_NAME_NEXT = re.compile(
    rf"\s(?=[{CAPITAL}]|(?:tỉnh|thành phố|huyện|thị xã|xã|phường)\s[{CAPITAL}])"
)


def trade_end(text: str, at: int) -> int | None:
    """Return where the words for form and trade end that stand at ``at``, right behind the head.

    None where there are none, or no proper name follows them.
    """
    found = _TRADE.match(text, at)
    while found is not None and not _NAME_NEXT.match(text, found.end()):
        # "… xây dựng và thương mại đề nghị": without the last of them a name may follow.
        shorter = text.rfind(" ", at, found.end() - 1)
        found = _TRADE.match(text, at, shorter) if shorter > at else None
    return found.end() if found is not None else None
