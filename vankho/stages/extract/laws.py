"""Laws, codes, ordinances and the constitution, cited by name: "Luật Lưu trữ năm 2011".

Nghị định 30/2020/NĐ-CP, Phụ lục I, II.6.b: a law is cited by its name alone.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from vankho.grammar import date as dates
from vankho.grammar import number as numbers
from vankho.grammar import pinpoint
from vankho.grammar.law_names import NAME, plain_end
from vankho.registry.registry import Registry
from vankho.stages.extract.agency import agency_at
from vankho.stages.extract.draft import Draft
from vankho.stages.extract.joined import Joined
from vankho.stages.extract.right import read_right
from vankho.text.letters import CAPITAL, SMALL
from vankho.text.view import View

# What courts and procuracies write for the codes: "Điều 147 BLTTDS". Alone in brackets, or after
# "viết tắt là", it is being explained.
_CODES = {
    "BLHS": "Bộ luật Hình sự",
    "BLDS": "Bộ luật Dân sự",
    "BLTTHS": "Bộ luật Tố tụng hình sự",
    "BLTTDS": "Bộ luật Tố tụng dân sự",
    "BLLĐ": "Bộ luật Lao động",
}
_CODE = re.compile(r"(?<![\w/&-])(?<!tắt là )(?!(?<=\()BL\w+\))BL(?:HS|DS|TTHS|TTDS|LĐ)(?![\w/&-])")
# "Luât Đất đai": a mark that OCR lost, before the capital of a name.
_START = re.compile(
    r"(?<!\w)(?P<type>Bộ [Ll]uật|Luật|Lu[âạaă]t(?=\s[A-ZĐ])|Pháp lệnh|Hiến pháp|BỘ LUẬT|LUẬT(?!\sSƯ(?!\w)(?!\s(?:NĂM|SỐ)\s))|PHÁP LỆNH"
    # In small letters, as hurried hands write it. Not "pháp luật", "kỷ luật", "văn bản luật".
    r"|(?<!pháp )(?<!kỷ )(?<!dự )(?<!bản )(?<!quy )(?<!thể )(?:bộ luật|luật|pháp lệnh)(?=\s\w))(?!\w)"
)
_SMALL_NAME = re.compile(
    r"\s(?P<name>(?!này|đó|trên|mới|cũ|sư|định|gia|pháp|hiện|sửa|được|đã|các|của|có)\w+,?(?:\s\w+,?){1,11}?)"
    r"(?=,?\s\(?(?:năm\s)?(?:19|20)\d\d(?![\w/.-])|,?\s\(?(?:[Ll]uật\s)?số\s?:?\s?\d{1,3}/(?:19|20)\d\d/(?:QH|UBTVQH))"
)
_STOP = re.compile(
    r"""\s(?:năm\s\d|số\s?:?\s?\d|ngày\s\d)|\s(?:được|đã|có(?!\scông)|ra\sđời|quy\sđịnh|theo|tại|thì|để|khi|nếu|không|phải|là|do|trong
        |và\s(?:các|những|văn\sbản|Nghị|Thông|Quyết|Chỉ|Công\s(?:văn|điện|hàm)|Kết\sluận|Kế\shoạch|Chương\strình|Đề\sán|Báo\scáo|Tờ\strình|Giấy|Hợp\sđồng|Biên\sbản|Bản\sán|[Qq]uy\s(?:định|chế)|Luật|Bộ\sluật|Pháp\slệnh|[Hh]ướng\sdẫn|Điều|khoản|điểm
            |điều\skiện|tình\shình|thực\stế|ý\skiến|đề\snghị|kiến\snghị|nhu\scầu|khả\snăng|chủ\strương|pháp\sluật|hồ\ssơ|kết\squả|nội\sdung|tài\sliệu
            |danh\ssách|biên\sbản|đơn\s(?:của|đề|xin|kiến)|thông\stin|số\sliệu|một\ssố|chức\snăng|nhiệm\svụ|trách\snhiệm|yêu\scầu|chỉ\sđạo|phân\scấp|thẩm\squyền|không|chưa|được|đã|theo|tại)
        |của|hiện\shành|này|nêu\strên|sửa\sđổi|ban\shành|cho|từ|đến|nhằm|yêu\scầu|đối\svới|hoặc|với(?!\scách)|trên|thuộc|gồm
        |nhưng|song|còn|vì|nên|mà|như|chưa(?!\sthành)|chỉ|chứ|vẫn|đều|sẽ|đang|cần|hết|mới|cũ|lại|ghi|buộc|coi|nghiêm|xác\sđịnh|áp\sdụng|thực\shiện|bằng|vào|trước|sau|khoản|điểm
        |đề\snghị|nói|giao|nêu|cũng|bị|về|khác|Điều(?=\s\d)|Quốc\shội|khóa|Việt\sNam(?=\s[a-zđ]))(?!\w)|[.;:()\[\]“”"\n/|]|,(?!\s(?:chống|chữa|cứu|cư\strú\scủa)\b
        |(?<=lý,)\ssử\b|(?<=khí,)\svật\b|(?<=cảnh,)\s(?:xuất|quá)\b|(?<=tự,)\san\stoàn\b|(?<=nổ,)\scông\scụ\b)|$""",
    re.VERBOSE,
)
_COMMA_STOP = re.compile(
    r",\s(?:được|theo|tại|các|quy|căn|trong|để|Chủ|ban|thì|và|cụ|bảo|đảm|đề|yêu|giao|thực|sở|cơ)\b"
)
# Also "… một số điều và Phụ lục Danh mục chỉ tiêu thống kê quốc gia của Luật Thống kê".
_AMENDING = re.compile(
    r"sửa đổi(?:, bổ sung)?(?: (?:một số điều|điều|khoản|điểm|phụ lục)(?: (?:(?!luật)[^;.:()]){0,90}?)?)? của\s(?=(?:bộ )?luật(?! sư)|pháp lệnh)",
    re.IGNORECASE,
)
# "Luật sửa đổi, bổ sung một số điều của 37 Luật có liên quan đến quy hoạch": none is named.
_AMENDING_MANY = re.compile(
    r"sửa đổi(?:, bổ sung)? một số điều của (?:các|\d{1,2}) (?:bộ )?luật (?:(?:có )?liên quan (?:đến|tới) |về )"
    r"[^;.,:()\n]{3,60}?(?=\s(?:số|ngày|năm)\s\d|\s(?:được|đã|có|thì|quy định|và|để)\s|[;.,:)\n]|$)",
    re.IGNORECASE,
)
# After "năm" a letter may stand for a digit, as OCR reads them.
_YEAR = re.compile(
    r"\s(?:(?P<open>\()?(?i:(?:các\s)?năm)\s(?=[12])(?P<read>[\dOoIl]{4})|(?P<bare>\()?(?P<year>(?:19|20)\d{2}))(?![\w/])(?(open)\))(?(bare)\))",
)
# Also "Luật Đầu tư công (Luật số 58/2024/QH15)".
_NUMBER = re.compile(r",?\s?(?:\((?:(?:bộ )?luật\s)?)?(?:số\s?:?\s?)", re.IGNORECASE)
# "Luật Công đoàn (sửa đổi) số 50/2024/QH15": as the draft was called that became the law.
_REWRITTEN = re.compile(r"\s(?:\(sửa đổi\)(?=,?\s(?:\(?số|năm|ngày)\s\d)|sửa đổi(?=\s\(?số\s\d))")


def holding(joined: Joined) -> set[int]:
    """Return the indexes of the views that may cite a law by name."""
    return joined.holding(("luat", "phap lenh", "hien phap")) | joined.holding(
        ("BL",), printed=True
    )


def find(view: View, registry: Registry) -> Iterable[Draft]:
    """Return every law cited by name, in order."""
    if "BL" in view.text and _CODE.search(view.text):
        return [*_codes(view, registry), *_find(view, registry)]
    return _find(view, registry)


def _codes(view: View, registry: Registry) -> Iterator[Draft]:
    for match in _CODE.finditer(view.text):
        kind, _, name = _CODES[match[0]].partition(" luật ")
        yield _named(view, match.start(), match.end(), f"{kind} luật", name, registry)


def _find(view: View, registry: Registry) -> Iterator[Draft]:
    yield from _listed(view, registry)
    at = 0
    while match := _START.search(view.text, at):
        at = match.end()
        draft = _read(view, match, registry)
        if draft is not None and not _is_proposed(view, draft):
            yield draft
            last = draft
            for last in (*_of_other_years(view, draft), *_with_names_after(view, draft, registry)):
                yield last
            at = max(at, last.end)


_NEXT_YEAR = re.compile(
    r"(?:,|\svà|,\svà|\shoặc)\s(?P<year>(?:năm\s)?(?P<digits>(?:19|20)\d{2}))"
    r"(?=[,;.):]|$|\s(?:và|hoặc)\s(?:năm\s)?(?:19|20)\d{2}|\s(?:cho|để|đều|về|quy định|được|của|thì|theo|trong|đối)\s)(?![.]\d)"
)


def _of_other_years(view: View, draft: Draft) -> Iterator[Draft]:
    """Yield "năm 2013" of "Luật Đất đai năm 2003 và năm 2013": another law of that name."""
    year = draft.number_year
    end = draft.end
    while year and not draft.symbol and (match := _NEXT_YEAR.match(view.text, end)):
        year = int(match["digits"])
        end = match.end()
        yield replace(
            draft,
            start=match.start("year"),
            end=end,
            core=match.start("year"),
            own_type=False,
            number_year=year,
            hints=[],
            paths=[],
        )


# The name of a law in a list that says "Luật" once: a capital, then small letters up to a sign.
_LISTED_NAME = re.compile(
    rf"[{CAPITAL}][{SMALL}]*(?:\s(?!và\s[{CAPITAL}]|năm\s)[{SMALL}]+){{0,8}}(?=[,;.):]|\s(?:và\s|năm\s\d|số\s\d)|$)"
)


def _with_names_after(view: View, draft: Draft, registry: Registry) -> Iterator[Draft]:
    """Yield "Nhà ở" of "các Luật Đất đai, Nhà ở và Kinh doanh bất động sản"."""
    if not view.text.endswith("ác ", 0, draft.start) or draft.symbol:
        return
    kind = (draft.title or "").split(" ", 1)[0]
    end = draft.end
    while link := _NEXT_LISTED.match(view.text, end):
        name_end = _listed_name_end(view, link.end(), registry)
        if name_end is None:
            return
        name = view.text[link.end() : name_end]
        more = _named(view, link.end(), name_end, kind, name, registry)
        more.own_type, end = False, more.end
        yield more


def _listed_name_end(view: View, start: int, registry: Registry) -> int | None:
    """Return where the name ends that may begin at ``start``; None where none does."""
    known = _known_end(view, start)
    if known is not None:
        return known
    if registry.types.words.match(view.folded, start) or agency_at(view, start, registry):
        return None
    name = _LISTED_NAME.match(view.text, start)
    return min(name.end(), _end_of_words(view.text, start)) if name else None


def _is_proposed(view: View, draft: Draft) -> bool:
    """Say whether a law is none yet: "dự thảo Luật Tiếp công dân (sửa đổi)" is not the one in force."""
    return view.folded.endswith(("du thao ", "du an "), 0, draft.start) and not (
        draft.symbol or draft.number_year or draft.issued
    )


# "Căn cứ các Luật: Tổ chức Chính phủ ngày …; Ngân sách nhà nước ngày …".
_LIST = re.compile(r"(?<=[Cc]ác )(?P<type>Bộ luật|Luật|Pháp lệnh)\s?:\s")
_NEXT_LISTED = re.compile(rf"(?:;|,)?\s(?:và\s)?(?=[{CAPITAL}])")


def _listed(view: View, registry: Registry) -> Iterator[Draft]:
    """Yield the laws of a list that says "Luật" once, with a colon."""
    for opening in _LIST.finditer(view.text):
        start, at = opening.start("type"), opening.end()
        while view.text[at : at + 1].isupper() and not (
            _START.match(view.text, at) or registry.types.words.match(view.folded, at)
        ):
            named = _listed_name_end(view, at, registry)
            end = named or _end_of_words(view.text, at)
            draft = _named(view, start, end, opening["type"], view.text[at:end], registry)
            if not (named or draft.symbol or draft.number_year or draft.issued):
                break
            draft.core = at
            yield draft
            link = _NEXT_LISTED.match(view.text, draft.end)
            if link is None:
                break
            start = at = link.end()


def _read(view: View, match: re.Match[str], registry: Registry) -> Draft | None:
    known = NAME.match(view.folded, match.end() + 1)
    end = _known_end(view, match.end() + 1) if _is_plainly_named(view, match) else None
    end = known.end() if known else end
    told = end is not None
    if match["type"][0].islower():
        end = _small_name_end(view, match, known)
    else:
        end = end or _name_end(view, match)
    if end is None:
        return None
    if not told and view.text.endswith("ác ", 0, match.start()):
        several = _LISTED_NAME.match(view.text, match.end() + 1, end)
        end = several.end() if several else end  # "các Luật Đầu tư công và Ngân sách nhà nước"
    name = view.text[match.end() + 1 : end]
    kind = "Luật" if match["type"].startswith("Lu") else match["type"]
    return _named(view, match.start(), end, kind, name, registry)


_PLAINLY_NAMED = {"Luật", "Bộ luật"}


def _is_plainly_named(view: View, match: re.Match[str]) -> bool:
    """Say whether a plain name tells a law: not the field of study of "chuyên ngành Luật dân sự"."""
    studied = view.folded.endswith(("nganh ", "khoa ", "mon ", "su ", "si "), 0, match.start())
    return match["type"] in _PLAINLY_NAMED and not studied


def _known_end(view: View, at: int) -> int | None:
    """Return where the name of a law that is listed is over."""
    known = NAME.match(view.folded, at)
    return known.end() if known else plain_end(view.text, view.folded, at)


def _named(view: View, start: int, end: int, kind: str, name: str, registry: Registry) -> Draft:
    """Read number, year and date after the name of a law that ends at ``end``."""
    kind = kind if kind.isupper() else kind.capitalize()
    draft = Draft(
        start=start,
        end=end,
        core=start,
        kind="name",
        type=kind.capitalize(),
        own_type=True,
        title=f"{kind} {name}".rstrip(),
    )
    if rewritten := _REWRITTEN.match(view.text, end):
        draft.end = end = rewritten.end()
    number = _NUMBER.match(view.text, end)
    reference = numbers.REFERENCE.match(view.text, number.end()) if number else None
    year = _YEAR.match(view.text, end)
    if reference:
        read = numbers.read(reference)
        draft.number, draft.number_year, draft.symbol = read.number, read.year, read.symbol
        draft.kind = "reference"
        draft.end = reference.end()
        _close(view, draft, number)
    elif year:
        draft.number_year = dates.digits(year["year"] or year["read"])
        draft.end = year.end()
    read_right(view, draft, registry)
    if reference:
        _close(view, draft, number)  # "(Luật số 103/2016/QH13 ngày 05/4/2016)"
    return draft


def _close(view: View, draft: Draft, number: re.Match[str] | None) -> None:
    """Take in the bracket that closes the one before the number of a law."""
    inside = view.text[draft.start : draft.end]
    opened = inside.count("(") > inside.count(")")
    if number and "(" in number[0] and opened and view.text.startswith(")", draft.end):
        draft.end += 1


def _small_name_end(view: View, match: re.Match[str], known: re.Match[str] | None) -> int | None:
    """Return where the name of "luật Đất đai năm 2013" is over; None where it may be any law.

    A year or a number must follow, or a point lead into it. "Khoa luật Đại học Huế năm 2013" is none.
    """
    named = _SMALL_NAME.match(view.text, match.end())
    if named is not None and _LEADS_TO_LAW.search(
        view.folded, max(0, match.start() - _LEAD_REACH), match.start()
    ):
        stop = _STOP.search(view.text, match.end(), named.end())
        if known or stop is None or stop.start() == named.end():
            return named.end()
    if not view.text[match.end() + 1].isupper():
        return None
    floor = max(0, match.start() - _POINT_REACH)
    if not pinpoint.paths_ending_at(view.text, view.folded, match.start(), floor):
        return None
    return known.end() if known else _end_of_words(view.text, match.end() + 1)


_POINT_REACH = 40
_LEAD_REACH = 24
_LEADS_TO_LAW = re.compile(
    r"(?:^|[,;:(“\"-]\s?|(?<!\w)(?:theo|can cu|cua|thuc hien|thi hanh|tai|trong|va|hoac|cac|ap dung|pho bien|trien khai|vi pham|trai voi|quy dinh|dieu \d{1,3}[a-z]?)\s)$"
)


def _name_end(view: View, match: re.Match[str]) -> int | None:
    """Return where the name is over, or None where no name follows ("theo Luật này")."""
    text = view.text
    rest = text[match.end() : match.end() + 1]
    after = text[match.end() + 1 : match.end() + 2]
    if match["type"].isupper():
        loud = re.match(rf"(?:\s(?!NĂM\b|SỐ\b|NGÀY\b)[{CAPITAL},]+)+", text[match.end() :])
        return match.end() + loud.end() if loud else None
    if match["type"] == "Hiến pháp":
        nation = re.match(
            r"\snước\s[Cc]ộng\s(?:hòa|hoà)\s[Xx]ã\shội\s[Cc]hủ\snghĩa\sViệt\sNam",
            text[match.end() :],
        )
        if nation:
            return match.end() + nation.end()
        return match.end() if _YEAR.match(text, match.end()) else None
    if rest != " ":
        return None
    many = _AMENDING_MANY.match(text, match.end() + 1)
    if many:
        return many.end()
    amending = _AMENDING.match(text, match.end() + 1)
    if amending:
        end = _amended_end(view, amending.end())
        return end if end > amending.end() else None  # "… một số điều của Luật này"
    if not after.isupper():
        return None
    return _end_of_words(text, match.end() + 1)


def _end_of_words(text: str, start: int) -> int:
    limit = min(len(text), start + 140)
    stop = _STOP.search(text, start, limit)
    year = _YEAR.search(text, start, limit)
    end = min(stop.start() if stop else limit, year.start() if year else limit)
    comma = _COMMA_STOP.search(text, start, end)
    end = comma.start() if comma else end
    return start + len(text[start:end].rstrip())


_OWN_NUMBER = re.compile(r"\ssố\s\d{1,3}/\d{4}/(?:QH|UBTVQH)\d{1,2}")
_NEXT_LAW = re.compile(r"(?:,\s|\svà\s)?(?:Bộ luật|Luật|Pháp lệnh)\s(?=\w)")


def _amended_end(view: View, start: int) -> int:
    """An amending law is one document, however many laws its title names.

    Where one of several bears its number, so does the last: it is not the amending law's.
    """
    text, end = view.text, start
    numbered = False
    while law := _NEXT_LAW.match(text, end, end + 20):
        known = _known_end(view, law.end())
        if known is None and not text[law.end()].isupper():
            break
        end = known or _end_of_words(text, law.end())
        number = _OWN_NUMBER.match(text, end)
        if number and (numbered or _NEXT_LAW.match(text, number.end(), number.end() + 20)):
            end, numbered = number.end(), True
    return end
