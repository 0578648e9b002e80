"""Why a document is cited: the relation, read from the words directly before the citation.

Each cue is a pattern on folded text that must end where the citation begins. They are
tried in order, so that the more telling one wins: "theo hướng dẫn của … tại" is guidance,
"theo yêu cầu, hướng dẫn của … tại" is compliance.
"""

import re
from dataclasses import dataclass

LABELS = {
    "can_cu": ("Căn cứ", "Là căn cứ của"),
    "theo_quy_dinh_tai": ("Theo quy định tại", "Có quy định được áp dụng tại"),
    "theo": ("Theo", "Được làm theo tại"),
    "thuc_hien": ("Thực hiện", "Được thực hiện bởi"),
    "trien_khai": ("Triển khai", "Được triển khai bởi"),
    "tiep_theo": ("Tiếp theo", "Được tiếp nối bởi"),
    "giao_tai": ("Nhiệm vụ giao tại", "Có nhiệm vụ được nhắc lại tại"),
    "chi_dao_tai": ("Chỉ đạo tại", "Có chỉ đạo được nhắc lại tại"),
    "huong_dan_tai": ("Hướng dẫn tại", "Có hướng dẫn được áp dụng tại"),
    "phe_duyet_tai": ("Phê duyệt tại", "Phê duyệt nội dung được nêu tại"),
    "cong_bo_tai": ("Công bố tại", "Công bố nội dung được nêu tại"),
    "ban_hanh_kem_theo": ("Ban hành kèm theo", "Có văn bản kèm theo được viện dẫn tại"),
    "gui_kem_theo": ("Gửi kèm theo", "Có tài liệu gửi kèm được nêu tại"),
    "dinh_chinh": ("Đính chính cho", "Được đính chính tại"),
    "sua_doi_bo_sung": ("Sửa đổi, bổ sung", "Được sửa đổi, bổ sung tại"),
    "thay_the": ("Thay thế", "Được thay thế tại"),
    "bai_bo": ("Bãi bỏ", "Bị bãi bỏ tại"),
    "huy_bo": ("Hủy bỏ, thu hồi", "Bị hủy bỏ, thu hồi tại"),
    "hop_nhat": ("Hợp nhất", "Được hợp nhất tại"),
    "huong_dan": ("Hướng dẫn thi hành", "Được hướng dẫn thi hành tại"),
    "phuc_dap": ("Phúc đáp", "Được phúc đáp tại"),
    "de_nghi_tai": ("Xét đề nghị tại", "Có đề nghị được xét tại"),
    "bao_cao_tai": ("Xét báo cáo tại", "Có báo cáo được xét tại"),
    "vien_dan": ("Viện dẫn", "Được viện dẫn tại"),
}
"""For each code: the heading in the citing document, and its inverse in the cited one."""

# Those that say something of the cited document's own fate, and so are shown in a banner.
CHANGES = ("dinh_chinh", "sua_doi_bo_sung", "thay_the", "bai_bo", "huy_bo", "hop_nhat")

_GAP = r"[^.;]{0,240}?"
_NEAR = r"[^.,;]{0,80}?"
_AT = r"(?:\s(?:tai|theo|trong|o|qua))"
_VERBS = {
    "dinh_chinh": r"dinh\schinh",
    "sua_doi_bo_sung": r"(?:sua\sdoi(?:\s?,?\s(?:va\s)?bo\ssung)?|bo\ssung)(?:\s(?:mot\sso\s(?:dieu|noi\sdung)))?",
    "thay_the": r"thay\sthe",
    "bai_bo": r"bai\sbo",
    "huy_bo": r"(?:huy\sbo|huy|thu\shoi)",
    "hop_nhat": r"hop\snhat",
}


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern that ends at the citation; ``passive`` ones turn the arrow round."""

    code: str
    pattern: re.Pattern[str]
    examples: tuple[str, ...]
    passive: bool = False
    first: bool = False
    """Wins over a cue that stands nearer to the citation."""
    key: str = ""
    """A word that every match holds: a cheap test before the pattern."""


def _cue(
    code: str, pattern: str, *examples: str, passive: bool = False, first: bool = False
) -> Cue:
    # The greedy start makes the match the one nearest to the citation.
    compiled = re.compile(rf"(?s:.*)(?<!\w)(?P<cue>{pattern})\s?$")
    return Cue(code, compiled, examples, passive, first, _key(pattern))


def _key(pattern: str) -> str:
    """Return the longest plain word of a pattern outside of brackets."""
    depth, plain = 0, ""
    for char in pattern.replace("\\s", " ").replace("\\w", "("):
        depth += (char == "(") - (char == ")")
        plain += char if depth == 0 and (char.isalpha() or char == " ") else "|"
    words = [word.strip() for word in plain.split("|")]
    return max(words, key=len, default="")


def _changes() -> list[Cue]:
    cues = [
        _cue(
            "huong_dan",
            rf"(?:duoc|da)\s(?:huong\sdan\s(?:thi\shanh|thuc\shien)|quy\sdinh\schi\stiet){_NEAR}\s(?:tai|boi|bang|theo)",
            "duoc quy dinh chi tiet tai",
            passive=True,
            first=True,
        ),
        _cue(
            "phuc_dap",
            rf"(?:duoc|da)\s(?:{_NEAR}\s)?(?:phuc\sdap|tra\sloi){_NEAR}\s(?:tai|boi|bang)",
            "da duoc tra loi tai",
            passive=True,
            first=True,
        ),
    ]
    for code, verb in _VERBS.items():
        example = {"sua_doi_bo_sung": "sua doi, bo sung"}.get(code, code.replace("_", " "))
        cues.append(
            _cue(
                code,
                rf"(?:duoc|bi|da)\s(?:{_NEAR}\s)?{verb}{_NEAR}(?:\s(?:tai|boi|bang|theo|qua))",
                f"duoc {example} tai",
                passive=True,
                first=True,
            )
        )
        cues.append(
            _cue(code, rf"{verb}(?:\s(?:cho|mot\sphan|toan\sbo|cua))?", example, first=True)
        )
    return cues


CUES = (
    *_changes(),
    _cue("gui_kem_theo", r"(?<!hanh\s)(?:gui\s)?kem\stheo", "gui kem theo", first=True),
    _cue("ban_hanh_kem_theo", r"ban\shanh\s(?:kem\stheo|tai|theo)", "ban hanh kem theo"),
    _cue("phe_duyet_tai", rf"phe\sduyet(?:{_NEAR})(?:tai|theo)", "phe duyet tai"),
    _cue("cong_bo_tai", rf"cong\sbo{_NEAR}{_AT}", "cong bo tai"),
    _cue(
        "can_cu",
        r"can\scu(?:\s[^.,;]{0,90}?(?:tai|cua|theo))?",
        "can cu",
        "can cu trach nhiem duoc giao tai",
        first=True,
    ),
    _cue(
        "theo_quy_dinh_tai",
        rf"quy\sdinh{_NEAR}\s(?:tai|cua|trong|theo)",
        "theo quy dinh tai",
        "quy dinh cua",
    ),
    _cue(
        "theo",
        rf"theo\s(?:noi\sdung\s)?(?:yeu\scau|tinh\sthan)(?:(?:,|\sva)\s\w+\s\w+)?(?:\scua\s[^,.;]{{2,80}}?)?{_AT}",
        "theo noi dung yeu cau tai",
        first=True,
    ),
    _cue("de_nghi_tai", rf"de\snghi{_GAP}{_AT}", "xet de nghi cua so y te tai"),
    _cue("bao_cao_tai", rf"(?:bao\scao|xem\sxet){_GAP}{_AT}", "bao cao cua so y te tai"),
    _cue("giao_tai", rf"giao{_AT}", "duoc giao tai"),
    _cue("chi_dao_tai", rf"(?:chi\sdao|ket\sluan){_GAP}{_AT}", "chi dao cua chu tich tai"),
    _cue("huong_dan_tai", rf"huong\sdan(?!\sthi\shanh){_GAP}{_AT}", "huong dan cua bo tu phap tai"),
    _cue(
        "giao_tai",
        rf"(?:duoc|da|nhiem\svu)\s(?:[^.;]{{0,60}}?\s)?giao{_NEAR}{_AT}",
        "duoc giao cho cac so tai",
    ),
    _cue(
        "thuc_hien",
        rf"(?:thuc\shien|thi\shanh)(?:\s(?:yeu\scau|noi\sdung|nhiem\svu|y\skien|chu\struong)){_GAP}{_AT}",
        "thuc hien nhiem vu tai",
    ),
    _cue("tiep_theo", r"tiep\stheo", "tiep theo"),
    _cue(
        "huong_dan",
        r"(?:huong\sdan\s(?:thi\shanh|thuc\shien)|quy\sdinh\schi\stiet(?:\s(?:va\s)?(?:huong\sdan\s)?thi\shanh)?(?:\smot\sso\sdieu(?:\sva\sbien\sphap[^.;]{0,60}?thi\shanh)?)?)(?:\scua)?",
        "huong dan thi hanh",
        "quy dinh chi tiet",
    ),
    _cue(
        "trien_khai",
        r"(?:trien\skhai|quan\striet)(?:\s(?:va\s)?(?:thuc\shien|to\schuc\sthuc\shien|thi\shanh))?(?:\s(?:nghiem\stuc|day\sdu|hieu\squa))?",
        "trien khai thuc hien",
    ),
    _cue(
        "thuc_hien",
        r"(?<!khai\s)(?<!va\s)(?<!dan\s)(?:thuc\shien|thi\shanh)(?:\s(?:noi\sdung|yeu\scau|theo|nghiem|tot|dung|day\sdu))*",
        "thuc hien noi dung",
    ),
    _cue("phuc_dap", r"(?:phuc\sdap|tra\sloi)", "phuc dap"),
    _cue(
        "theo",
        rf"(?<!tiep\s)(?<!kem\s)theo\s(?:cac\s)?\w+(?:\s\w+){{0,3}}{_AT}",
        "theo tieu chi tai",
    ),
    _cue(
        "theo",
        r"(?<!tiep\s)(?<!kem\s)theo(?:\s(?:noi\sdung|yeu\scau\scua|huong\sdan\scua|tinh\sthan|dung))?",
        "theo",
    ),
)

# Words that may stand between the cue and the document.
_FILLER = re.compile(
    r"(?:\s(?:cac|nhung|noi\sdung|toan\sbo|mot\sso|dung|tu|tieu\schuan|quy\schuan)|\s?[(“\"'‘:])+\s?$"
)


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation found to the left of a citation, and where its cue starts."""

    code: str
    passive: bool
    start: int


def before(folded: str, floor: int, start: int) -> Relation | None:
    """Return the relation that the words between ``floor`` and ``start`` give, or None."""
    window = max(floor, start - 260)
    left = folded[window:start].rstrip()
    shorter = _FILLER.sub("", left).rstrip()
    for candidate in dict.fromkeys((left, shorter)):
        best: Relation | None = None
        for cue in CUES:
            if cue.key not in candidate:
                continue
            match = cue.pattern.match(candidate)
            if match is None:
                continue
            found = Relation(cue.code, cue.passive, window + match.start("cue"))
            if cue.first:
                return found
            if best is None or found.start > best.start:
                best = found
        if best is not None:
            return best
    return None
