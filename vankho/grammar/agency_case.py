"""Names of agencies printed in capitals, written as running text writes them.

Nghị định 30/2020/NĐ-CP, Phụ lục II: the words for the kind of agency, its function and its
field each begin with a capital; names of places and persons have one on every syllable. In
capitals nothing tells the two apart, so the words that agencies are named with are listed
here; what is not among them is a proper name.
"""

import re
from collections.abc import Iterable
from functools import cache

from vankho.grammar.provinces import AFTER_WORD
from vankho.text.fold import fold

_KINDS = """
    bộ|sở|cục|tổng cục|chi cục|vụ|phòng|văn phòng|ban|viện|học viện|trung tâm|trường|đại học|công ty|tổng công ty|tập đoàn
    ủy ban nhân dân|ủy ban|hội đồng nhân dân|hội đồng|tòa án nhân dân|tòa án|viện kiểm sát nhân dân|viện kiểm sát
    ban Quản lý dự án|ban Quản lý|ban Chỉ đạo|ban Chỉ huy|ban Chấp hành|ban Thường vụ|ban Thường trực|ban Thư ký|ban Cán sự
    thanh tra|công an|kiểm toán|kho bạc|ngân hàng|bảo hiểm|bảo hiểm xã hội|quỹ|đội|tổ|trạm|hạt|hội|liên đoàn|tổng Liên đoàn|liên hiệp
    đoàn|công đoàn|tỉnh ủy|thành ủy|huyện ủy|quận ủy|thị ủy|đảng ủy|đảng bộ|tỉnh đoàn|huyện đoàn|thành đoàn|đoàn Thanh niên
    bệnh viện|đài|báo|hợp tác xã|liên minh|chi nhánh|phân hiệu|phân viện|bộ Chỉ huy|bộ Tư lệnh|quân khu|mặt trận|nhà máy|thư viện|bảo tàng|khoa
    trường Đại học|trường Cao đẳng|trường Trung cấp|trường Tiểu học|trường Trung học cơ sở|trường Trung học phổ thông
    trường Mầm non|trường Mẫu giáo|công ty Cổ phần|công ty Trách nhiệm hữu hạn|một thành viên|tổ công tác|tổ giúp việc
    cảng vụ|chi bộ|hiệp hội|tổng hội|hội Liên hiệp|trung ương|quốc hội|chính phủ|thường trực|lữ đoàn|trung đoàn|sư đoàn
    cụm|cơ quan|xí nghiệp|nông trường|lâm trường|vườn|quỹ Tín dụng|hội Cựu chiến binh|hội Nông dân|hội Chữ thập đỏ|công ty TNHH
    chủ tịch|đoàn đại biểu Quốc hội|chủ tịch nước|chính phủ lâm thời|công ty TNHH MTV|công ty TNHH Một thành viên|bộ Tổng tham mưu
"""
_FIELDS = """
    nội vụ|tư pháp|tài chính|kế hoạch|đầu tư|công thương|nông nghiệp|nông thôn|phát triển|môi trường|tài nguyên|xây dựng|giao thông
    vận tải|khoa học|công nghệ|văn hóa|thể thao|du lịch|thông tin|truyền thông|giáo dục|đào tạo|y tế|dân tộc|tôn giáo|lao động
    thương binh|xã hội|ngoại giao|ngoại vụ|quốc phòng|công an|công nghiệp|thương mại|kinh tế|ngân sách|pháp chế|hạ tầng|đô thị
    quản lý|dự án|quỹ đất|đất đai|nhà đất|công trình|thủy lợi|thủy sản|kiểm ngư|kiểm lâm|lâm nghiệp|chăn nuôi|thú y|trồng trọt|bảo vệ
    thực vật|hải quan|thuế|thống kê|thi hành án|dân sự|quân sự|biên phòng|phòng thủ|chỉ huy|chỉ đạo|phòng cháy|chữa cháy
    cứu nạn|cứu hộ|tìm kiếm|phòng chống|phòng|chống|thiên tai|dịch bệnh|dịch|tội phạm|tham nhũng|lãng phí|tiêu cực|buôn lậu|gian lận|hàng giả
    cải cách|hành chính|hành chính công|dịch vụ công|công lập|thủ tục|chuyển đổi số|đổi mới|sáng tạo|tổ chức|cán bộ|tuyên giáo|dân vận|nội chính|kiểm tra|giám sát|tổng hợp
    lưu trữ|lịch sử|văn thư|hành nghề|việc làm|giới thiệu|dịch vụ|trợ giúp|pháp lý|nhà nước|công chứng|đấu giá|tài sản|tiếp công dân
    phục vụ|đa khoa|y dược|cổ truyền|tâm thần|phụ sản|bệnh tật|kiểm soát|kiểm nghiệm|giám định|pháp y|y học|y học cổ truyền|y dược cổ truyền|y dược học cổ truyền|dân số
    trung học|phổ thông|cơ sở|tiểu học|mầm non|mẫu giáo|chuyên|nội trú|bán trú|dân tộc nội trú|thường xuyên|hướng nghiệp|cao đẳng
    đại học|trung cấp|bách khoa|sư phạm|ngoại ngữ|kỹ thuật|chính trị|quốc gia|khu vực|nhân dân|tối cao|cấp cao|quân khu|liên hiệp
    phụ nữ|nông dân|cựu chiến binh|thanh niên|cộng sản|chữ thập đỏ|người cao tuổi|người mù|khuyến học|nhà báo|luật gia|luật sư
    văn học|nghệ thuật|tổ quốc|hợp tác|cổ phần|trách nhiệm|hữu hạn|thành viên|khai thác|sản xuất|kinh doanh|xuất nhập khẩu|điện lực
    cấp nước|thoát nước|cấp thoát nước|môi sinh|vệ sinh|cây xanh|chiếu sáng|bưu điện|viễn thông|bưu chính|phát thanh|truyền hình
    bảo hiểm|xã hội|chính sách|ngân hàng|kho bạc|tín dụng|đối ngoại|nước ngoài|xuất khẩu|nhập khẩu|khu công nghiệp|các|cơ quan|doanh nghiệp
    khối|ngành|cấp|tỉnh ủy|đảng|hội đồng|sự nghiệp|sự cố|an toàn|thực phẩm|giao thông|trật tự|văn bản|quy phạm|pháp luật|xử lý|vi phạm|nhà ở
    thị trường|quản lý thị trường|sở hữu|trí tuệ|tiêu chuẩn|đo lường|chất lượng|hàng không|hàng hải|đường thủy|đường bộ|đường sắt|nội địa
    đăng kiểm|đăng ký|xi măng|khoáng sản|địa chất|khí tượng|thủy văn|vật tư|xăng dầu|lương thực|thuốc lá|
    thẩm định|đánh giá|khen thưởng|thi đua|kỷ luật|tuyển dụng|tuyển sinh|xét tuyển|nghĩa vụ|bầu cử|quy hoạch|kiến trúc|hỗ trợ|tư vấn
    thông tấn xã|hàn lâm|nghiên cứu|ứng dụng|khuyến nông|cây trồng|vật nuôi|phòng hộ|đặc dụng|bảo tồn|di sản|di tích|mỹ thuật|âm nhạc
    thể dục|điện ảnh|phát hành|nhà|nhà văn hóa|ca múa nhạc|người|có công|người có công|bảo trợ|trẻ em|bình đẳng giới|giảm nghèo|mới|mục tiêu|chương trình
    đầu mối|liên ngành|số|miền núi|miền|phối hợp|của|tại|về|đền bù|bồi thường|giải phóng|mặt bằng|tái định cư|tài trợ|đặc biệt|chuyên trách
    đại diện|nhà trường|đại biểu quốc hội|thương vụ|kiến thiết|xổ số|công viên|bến xe|bến xe khách|cảng|sân bay|trung ương|nội thành|ngoại thành|tim mạch|
    điều dưỡng|phục hồi|chức năng|phục hồi chức năng|cấp cứu|huyết học|truyền máu|răng hàm mặt|da liễu|ung bướu|quốc tế|hữu nghị|chi đội|dân quân|tự vệ
    công tác|kiểm phiếu|đại biểu|cử tri|dân nguyện|viên chức|công chức|năm|nhiệm kỳ|khóa|dân chính|lọc dầu|hóa dầu|thiết bị|vận hành|tưới tiêu|nước sạch|nông lâm|lâm đặc sản|hải đội|nghiệp vụ|tác chiến|điều tra
    cảnh sát|an ninh|cơ yếu|thông tin điện tử|điện tử|tin học|công báo|nhân lực|nguồn|nhân sự|tổng cục|xúc tiến|khuyến công|tiết kiệm
"""
_PLACES = (
    "tỉnh|thành phố|huyện|thị xã|quận|xã|phường|thị trấn|đặc khu|thôn|tổ dân phố|tp|tp.|liên xã"
)
_JOINS = {"và", ",", "-", "&"}
# Boards whose names go on in small letters: "Ban Chỉ đạo phòng, chống thiên tai và tìm kiếm cứu nạn".
_LOOSE = {"ban chỉ đạo", "ban chỉ huy", "tổ công tác", "tổ giúp việc", "hội đồng"}  # fmt: skip
_OLD_MARKS = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa",
    "uỷ": "ủy", "uý": "úy", "uỳ": "ùy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip
_OLD_MARK = re.compile(rf"(?<!q)(?:{'|'.join(_OLD_MARKS)})(?!\w)")
_NO_NAME = {"ngành", "khối", "các", "cấp", "của", "tại", "khu vực", "tối cao", "cấp cao", "chống"}
_ROMAN = re.compile(r"(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})")
_COUNTED = {"vực", "số", "thứ", "khu", "cụm"}
"""After these a Roman number stands, though it may be a syllable, too: "KHU VỰC VI"."""
_MARKED = set("ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĨŨƠƯ") | {chr(code) for code in range(0x1EA0, 0x1EFA)}
_VOWEL = re.compile("[aeiouy]")
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?"
)


def normal_case(capitals: str) -> str:
    """Write a name printed in capitals as running text writes it.

    >>> normal_case("ỦY BAN NHÂN DÂN HUYỆN SƠN TỊNH")
    'Ủy ban nhân dân huyện Sơn Tịnh'
    >>> normal_case("TRƯỜNG THPT TRẦN QUỐC TUẤN")
    'Trường THPT Trần Quốc Tuấn'
    """
    if not capitals.isupper():
        return capitals
    words = capitals.split()
    plain = [plain_word(word) for word in words]
    out: list[str] = []
    at = 0
    capital = True
    in_place = loose = False
    while at < len(words):
        length, listed, kind = _word_at(plain, at)
        run = words[at : at + length]
        joined = plain[at - 1][-1] if at else ""
        if at and plain[at - 1] in _COUNTED and _ROMAN.fullmatch(plain[at]):
            out += run[:1]
            length = 1
        elif plain[at] in _JOINS:
            out += [run[0].lower()]
            capital = in_place or not loose
        elif listed in _NO_NAME:
            out += [word.lower() for word in run]
            capital = capital and listed != "chống"
        elif kind == "place":
            out += _written(run, listed, capital=at == 0)
            in_place, capital = True, False
        elif in_place and not (kind == "kind" and (length > 1 or plain[at - 1] == "-")):
            out += [run[0].capitalize() if _VOWEL.search(fold(run[0])) else run[0]]
            length = 1
        elif kind:
            opens = kind == "kind"
            in_place = False
            out += _written(run, listed, capital=capital or opens or (joined == "," and not loose))
            loose = loose or " ".join(plain[at : at + length]).rstrip(",") in _LOOSE
            capital = opens and listed != "ban Quản lý dự án"
        else:
            out += [_proper(run[0])]
            capital = False
        at += length
    return _with_provinces(" ".join(out))


@cache
def _lexicon() -> dict[str, tuple[str, str]]:
    """Return the words of agencies' names: how each is written, and what it is.

    A word is a kind, a field or a word for a place.
    """
    listed = {"field": _FIELDS, "kind": _KINDS, "place": _PLACES}
    return {word.lower(): (word, kind) for kind, words in listed.items() for word in _split(words)}


def words() -> Iterable[str]:
    """Return the words that agencies are named with, in small letters."""
    return _lexicon().keys()


_LONGEST_WORD = 6


def _split(listed: str) -> list[str]:
    return [" ".join(word.split()) for word in re.split(r"[|\n]", listed) if word.strip()]


def _word_at(plain: list[str], at: int) -> tuple[int, str, str]:
    """Find the longest known word from ``at`` on: its syllables, how it is written, what it is."""
    known = _lexicon()
    for length in range(min(_LONGEST_WORD, len(plain) - at), 0, -1):
        syllables = plain[at : at + length]
        if any(word.endswith(",") for word in syllables[:-1]):
            continue
        found = known.get(" ".join(syllables).strip(",;()"))
        if found:
            return length, *found
    return 1, "", ""


def plain_word(word: str) -> str:
    """Return a word in small letters, its mark where it is put today: "UỶ" is "ủy"."""
    return _OLD_MARK.sub(lambda mark: _OLD_MARKS[mark[0]], word.lower())


def _written(run: list[str], listed: str, *, capital: bool) -> list[str]:
    """Write a word as it is listed; its first syllable as the place in the name wants it."""
    shown = listed.split()
    first = _proper(run[0]) if capital else _small(run[0])
    return [
        first,
        *(
            _proper(word) if form[0].isupper() else _small(word)
            for word, form in zip(run[1:], shown[1:], strict=True)
        ),
    ]


def _proper(word: str) -> str:
    return word if _acronym(word) else "-".join(part.capitalize() for part in word.split("-"))


def _small(word: str) -> str:
    return word if _acronym(word) else word.lower()


def _acronym(word: str) -> bool:
    """Say whether letters are no syllable of the language: UBND, TNHH, COVID-19."""
    letters = fold(word).strip(".,;:()“”\"'")
    if letters not in {"i", "vi", "xi"} and _ROMAN.fullmatch(letters):
        return True
    if any(char.upper() in _MARKED for char in word):
        return False  # ĐĂK, PLÔNG: names from other languages
    return len(letters) > 1 and not all(
        _SYLLABLE.fullmatch(part) for part in letters.split("-") if part
    )


def _with_provinces(name: str) -> str:
    """Write the provinces in a name with capitals, also where no "tỉnh" stands before them."""
    for match in AFTER_WORD.finditer(fold(name)):
        place = name[match.start() : match.end()]
        if "hòa bình" not in place:  # a word, too
            name = name[: match.start()] + place.title() + name[match.end() :]
    return name
