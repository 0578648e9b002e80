"""What a line of a header shows by itself: a title, an agency, a place and date, a mark of a number."""

import re

from vankho.grammar import header as frame
from vankho.grammar.kind import KIND_WORDS
from vankho.registry.registry import Registry
from vankho.registry.types import LETTER, OPEN_LETTER
from vankho.stages.parse.lines import Line
from vankho.stages.parse.names import is_agency
from vankho.text.fold import fold

BODY_WIDTH = 60
"""A subject is set in a narrow column; lines this long are running text."""
LONGEST_LINE = 2_000
"""A line longer than this carries no number, date or title of a header."""


def national_title(text: str, folded: str) -> re.Match[str] | None:
    """Find the national title or the motto; a sentence may name state and Party in small letters."""
    for match in frame.NATION.finditer(folded):
        said = match[0].startswith("dang") or text.endswith(" nước ", 0, match.start())
        if text[match.start() : match.end()].isupper() or not said:
            return match
    return None


def leads_to_number(before: str) -> bool:
    """Say whether what stands before a number is the letterhead or a type, not a sentence."""
    folded = fold(before)
    if not any(char.islower() for char in before) or frame.NUMBERED_TYPE.fullmatch(folded):
        return True
    date = frame.DATE.search(folded)  # the columns' last lines in one, the right one first
    return date is not None and not before[date.end() :].strip(" |.")


def is_title(line: Line, registry: Registry) -> bool:
    """Say whether a line in capitals names a type of document, or a paper of none."""
    words = line.text.strip(" :")
    if not words.isupper():
        return False
    return type_of(words, registry) is not None or _PAPER.match(fold(words)) is not None


def opens_title(line: Line, registry: Registry) -> int:
    """Return where, in capitals, a type ends that a subject follows: "BIÊN BẢN BÀN GIAO TÀI LIỆU".

    0 for no such line. An agency's name may go on so, too: "BAN CHỈ ĐẠO", "CHƯƠNG TRÌNH MỤC TIÊU".
    """
    if not line.capitals:
        return 0
    known = registry.types.words.match(line.folded)
    if known is None or " " not in known[0] or not line.folded.startswith(" ", known.end()):
        return 0
    return known.end()


_PAPER = re.compile(
    r"(?:ban (?:cam ket|tu |kiem diem|ke khai|tuong trinh|nhan xet|tom tat|giai trinh|thuyet minh|tiep thu|mo ta)|giay |don |lich "
    r"|phieu |de cuong|so yeu ly lich|bai phat bieu|loi keu goi|tuyen bo|quy trinh$"
    r"|(?:quy|huong) uoc(?: |$)|yeu cau bao gia|phu luc hop dong|danh sach |nhan danh$)"
)
"""Papers that the register of types does not hold: their title is no agency's name."""
_KIND_LETTER = re.compile(r"thu (?:ngo|khen|moi|cam on|keu goi|chuc |tham |chia |gui(?: |$))")
"""A thư công by what it says."""


def decides(left: str) -> bool:
    """Say whether a line is who decides, in capitals: "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH"."""
    return names_agency(left) and _speaks_for(left)


# What a type heading may say beside the type: "CHƯƠNG TRÌNH HÀNH ĐỘNG".
_KIND_OF = re.compile(rf"\s(?:{KIND_WORDS})$")


def type_of(words: str, registry: Registry) -> str | None:
    """Return the type that a heading names, what it says beside it aside; None for no type."""
    known = registry.types.by_word(words) or registry.types.by_word(_KIND_OF.sub("", fold(words)))
    paper = registry.types.words.match(fold(words)) if words.upper().startswith("GIẤY ") else None
    if known is None and _KIND_LETTER.match(fold(words)):
        return registry.types.by_word(OPEN_LETTER)
    return known or (registry.types.by_word(paper[0]) if paper else None)


def type_by_symbol(
    symbol: str | None, has_subject: bool, registry: Registry, title: str = ""
) -> str:
    """Return the type of a document that prints none: what its symbol says, else a letter.

    ``title``, folded, is that of a paper which is of no type. Below "CHỨNG THƯ THẨM ĐỊNH GIÁ"
    the CT of the symbol is no Chỉ thị; damage to a title leaves a word of it.
    """
    by_symbol = registry.types.by_symbol(symbol) if symbol else None
    # A slip (phiếu) bears its name; PC- below "V/v" is the drafter's Pháp chế.
    slip = by_symbol is not None and by_symbol.startswith("Phiếu") and has_subject
    if slip or by_symbol is None:
        return LETTER
    words = title.split()
    return LETTER if words and not any(w in words for w in fold(by_symbol).split()) else by_symbol


def date_alone(text: str, folded: str) -> re.Match[str] | None:
    """Find place and date in a form that only the end of a header line may have."""
    for pattern in (frame.DATE_ALONE, frame.DATE_SHORT):
        match = pattern.search(folded)
        if match is None or _WEEKDAY.match(match["place"]) or text.endswith(":"):
            continue
        place = text[match.start("place") : match.end("place")].split()
        if 1 <= len(place) <= 6 and all(w[0].isupper() or w in SECOND_SYLLABLES for w in place):
            return match
    return None


_WEEKDAY = re.compile(r"(?:thu (?:hai|ba|tu|nam|sau|bay|\d)|chu nhat|sang|chieu|toi)\b")
"""A day of a programme is no place: "Thứ Hai, ngày 09/6"."""
SECOND_SYLLABLES = {"phố", "xã", "trấn", "khu"}
"""What goes on in small letters in the name of a place: "Thành phố", "Thị xã", "Đặc khu"."""


def names_agency(left: str) -> bool:
    """Say whether words are printed as an agency's name is: in capitals, but for a letter or two."""
    letters = [char for char in left if char.isalpha()]
    return len(letters) >= 2 and sum(char.isupper() for char in letters) >= 0.8 * len(letters)


def is_mark(left: str) -> bool:
    """Say whether capitals are a mark: of secrecy, which a released letter still bears, or of a draft."""
    folded = fold(left).strip(" .:()[]")
    return bool(
        frame.SECRECY.fullmatch(folded)
        or frame.NOTE.fullmatch(folded)
        or frame.CIRCULATION.search(folded)
    )


def _speaks_for(left: str) -> bool:
    """Say whether capitals below the subject name who decides: "CHỦ TỊCH ỦY BAN NHÂN DÂN …"."""
    folded = fold(left)
    known = frame.AUTHORITY.match(folded) or is_agency(left)
    return bool(known) and not folded.startswith(("ban hanh", "bo sung", "bo tri"))
