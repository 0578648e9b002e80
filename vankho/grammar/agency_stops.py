"""Words at which the name of an agency is over, and words that only fold like them."""

import re

# Words at which such a name is over.
STOP = re.compile(
    r"""(?:ve|tai|ban|quy|phe|bao|dam|thong|huong|trien|yeu|de|gom|theo|trong|nham|thi|duoc|da|la|do|trinh|giao
    |chi(?=\sdao)|sua|bai|thay|khong|co|chua|dang|se|phai|gui|ngay|nam|tham|thong|cho|neu|khi|bat|ket|thuc|ky|nhu
    |tren|tu|den|noi|doi|lien\squan|xem|phan|chuyen|bi|nay|so(?=\s\d)|giai)(?!\w)""",
    re.VERBOSE,
)
LOOSE_STOP = re.compile(
    r"""(?:ve|(?<!thien\s)tai|ban\shanh|quy\sdinh|phe\sduyet|bao\sdam|dam\sbao|thong\sbao|huong\sdan|trien\skhai|yeu\scau
    |de\snghi|theo|trong|nham|thi(?!\s(?:dua|hanh\san))|duoc|da|la|(?<!cong\s)(?<!chuong\s)(?<!quy\s)trinh|giao(?!\sthong)|cong\sbo|sua\sdoi|bai\sbo|thay\sthe|(?<!hang\s)khong|co|chua|dang|se
    |phai|gui|ngay|nam|cho|neu|khi|ket\sluan|thuc\shien|nhu|tren|tu|den|chiu\strach|quyet\s(?:dinh|nghi)|thong\squa|bieu\squyet|phan\scong|chu\stri)(?!\w)""",
    re.VERBOSE,
)
VERB = re.compile(
    r"(?:ban hanh|quy dinh|phe duyet|bao dam|dam bao|thong bao|huong dan|trien khai|yeu cau|de nghi|cong bo|sua doi"
    r"|bai bo|thay the|ket luan|thuc hien|chi dao|phan bo|chuyen don|to chuc|ban giao|dieu chinh|thong qua|quyet nghi|bieu quyet)(?!\w)"
)
# What an agency does by letter; in small letters, no part of a name.
_TELLS = re.compile(
    r"(?:tra\sloi|giai\sdap|giai\strinh|bao\scao|kien\snghi|phan\sanh|xac\snhan|de\sxuat|dang\sky|phuc\sdap)(?!\w)"
)
# What a company or a citizen writes for; no syllable of any name.
ASKS = frozenset({"hỏi", "xin", "vướng", "nhờ"})

# Stop words as printed: "đầu tư" and "bảo vệ" only fold like "từ" and "về".
_PRINTED_STOPS = {
    "ve": "về", "tai": "tại", "thi": "thì", "la": "là", "trinh": "trình", "co": "có", "nam": "năm", "tu": "từ",
    "den": "đến", "da": "đã", "cho": "cho", "giao": "giao", "khi": "khi",
}  # fmt: skip


# As printed these are never the second half of a compound: "Công ty Minh Long tại …".
NEVER_SECOND = frozenset({
    "về", "tại", "thì", "là", "có", "từ", "đến", "đã", "để", "được", "chưa", "đang", "sẽ", "phải", "nếu", "nhưng", "nên",
    "mà", "vì", "đều", "cũng", "vẫn",
})  # fmt: skip


def tells(text: str, folded: str, at: int) -> bool:
    """Say whether what an agency does by letter begins at ``at``: "đăng ký", not "Cao đẳng Kỹ thuật"."""
    told = _TELLS.match(folded, at)
    return told is not None and text[at : told.end()].islower() and not text.startswith("đẳng", at)


def other_word(word: str, plain: str) -> bool:
    """Say whether a syllable is another word than the stop word that it folds like."""
    stop = _PRINTED_STOPS.get(plain)
    return stop is not None and not word.isascii() and word.lower() != stop
