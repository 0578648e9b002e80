"""Cues: the words before a citation that say why the document is cited.

Each cue is a pattern on folded text that must end where the citation begins. They are
tried in order, so that the more telling one wins: "theo hướng dẫn của … tại" is guidance,
"theo yêu cầu, hướng dẫn của … tại" is compliance.
"""

import re
from functools import lru_cache

from vankho.grammar.cue import Cue
from vankho.grammar.cue import cue as _cue

_GAP = r"[^.;]{0,240}?"
_NEAR = r"[^.,;]{0,80}?"
# How far before the citation the words of a cue begin with one of the two; without, see ``cue.SHORT``.
_MIDDLE, _LONG = 150, 300
_AT = "tai theo trong o qua"
_BY = "tai boi bang theo qua"
_VERBS = {
    "dinh_chinh": r"dinh\schinh",
    "sua_doi_bo_sung": r"(?:sua\sdoi(?:\s?,?\s(?:va\s)?bo\ssung)?|(?<!de\snghi\s)bo\ssung|(?<!pham\svi\s)dieu\schinh(?:\s?,\sbo\ssung)?)(?:\s(?:mot\sso\s(?:dieu|noi\sdung)))?",
    "thay_the": r"(?:thay\s(?:the|cho)|(?<=\()thay|(?<=,\s)thay|thay(?=\sbang(?!\w)))",
    "bai_bo": r"bai\sbo",
    "huy_bo": r"(?:huy\sbo|huy(?!\w)|thu\shoi)",
    "hop_nhat": r"hop\snhat",
}
# Land, money and tenders are taken back or called off, too: "đã hủy thầu bằng Quyết định …".
_PART = {
    "huy_bo": r"(?:\s(?:mot|toan|hieu|noi|cac|quyet|van|cong|giay|thong|dieu|khoan|diem|phu|phan|lan)\s[^.,;]{0,60}?)?"
}
# "…, điều chỉnh lần thứ hai tại …": how often, or how far.
_TIMES = r"(?:\s(?:cuc\sbo|mot\sphan))?(?:\slan\s(?:thu\s)?\w+)?"
_VERB_LAST = "thay chinh sung dieu dung the bo huy hoi nhat cho phan cua doi"
_VERB_WORDS = {
    "dinh_chinh": "dinh chinh",
    "sua_doi_bo_sung": "sua doi|bo sung|dieu chinh",
    "thay_the": "thay",
    "bai_bo": "bai bo",
    "huy_bo": "huy|thu hoi",
    "hop_nhat": "hop nhat",
}


def _changes() -> list[Cue]:
    cues = [
        _cue(
            "huong_dan",
            rf"(?:duoc|da)\s(?:huong\sdan\s(?:thi\shanh|thuc\shien)|quy\sdinh\schi\stiet){_NEAR}",
            "duoc quy dinh chi tiet tai",
            words="huong dan thi hanh|huong dan thuc hien|quy dinh chi tiet",
            reach=_MIDDLE,
            begins="d",
            link="tai boi bang theo",
            passive=True,
            first=True,
        ),
        _cue(
            "phuc_dap",
            rf"(?:duoc|da)\s(?:{_NEAR}\s)?(?:phuc\sdap|tra\sloi){_NEAR}",
            "da duoc tra loi tai",
            words="phuc dap|tra loi",
            reach=_MIDDLE,
            begins="d",
            link="tai boi bang",
            passive=True,
            first=True,
        ),
    ]
    for code, verb in _VERBS.items():
        example = {"sua_doi_bo_sung": "sua doi, bo sung"}.get(code, code.replace("_", " "))
        cues.append(
            _cue(
                code,
                rf"(?:duoc|bi|da)\s(?:{_NEAR}\s)?{verb}{_PART.get(code, _NEAR)}",
                f"duoc {example} tai",
                words=_VERB_WORDS[code],
                begins="db",
                reach=_MIDDLE,
                link=_BY,
                passive=True,
                first=True,
            )
        )
        cues.append(
            _cue(
                code,
                rf"(?:(?<=\(){verb}(?!\w){_NEAR}|(?:va|,)\s{verb}{_TIMES}(?=\s(?:tai|boi|bang)(?!\w)))",
                f"({example} tai",
                words=_VERB_WORDS[code],
                reach=_MIDDLE,
                link=_BY,
                passive=True,
                first=True,
            )
        )
        cues.append(
            _cue(
                code,
                verb,
                f"{example} bang",
                words=_VERB_WORDS[code],
                link="bang boi",
                passive=True,
                first=True,
            )
        )
        cues.append(
            _cue(
                code,
                rf"{verb}(?:\s(?:cho|mot\sphan|toan\sbo|cua))?",
                example,
                words=_VERB_WORDS[code],
                last=_VERB_LAST,
                first=True,
                direct=True,
            )
        )
    cues.append(
        _cue(
            "thay_the",
            # "Giấy mời này thay Giấy mời số …"; anywhere else it may be "thấy".
            r"(?<=^\s)thay",
            " thay",
            words="thay",
            begins="t",
            last="thay",
            first=True,
            direct=True,
        )
    )
    cues.append(
        _cue(
            "dinh_chinh",
            r"dinh\schinh(?:\s(?!tai|trong|theo)[^\s.,;]+){1,8}",
            "dinh chinh loi ky thuat tai",
            words="dinh chinh",
            begins="d",
            reach=_MIDDLE,
            link="tai trong cua",
            first=True,
        )
    )
    cues += [
        _cue(
            code,
            rf"{_VERBS[code]}\s(?:mot\sso\s|cac\s)?(?:phan|noi\sdung|quy\sdinh|dieu|khoan|diem|muc|phu\sluc|bieu\smau|mau){_NEAR}",
            f"{code.replace('_', ' ')} noi dung tai",
            words=_VERB_WORDS[code],
            begins={"thay_the": "t", "bai_bo": "b", "huy_bo": "ht"}[code],
            reach=_MIDDLE,
            link="tai trong cua o",
            first=True,
        )
        for code in ("thay_the", "bai_bo", "huy_bo")
    ]
    cues.append(
        _cue(
            "sua_doi_bo_sung",
            rf"(?:thay\s(?:the\s)?|bai\sbo\s|bo\s)(?:cac\s)?cum\stu{_GAP}",
            "thay the cum tu tai",
            words="cum tu",
            begins="tb",
            reach=_LONG,
            link="tai trong cua o",
            first=True,
        )
    )
    cues.append(
        _cue(
            "sua_doi_bo_sung",
            r"(?:duoc|bi)\ssua(?:\s(?:mot\sphan|toan\sbo|\w+\slan))?",
            "bi sua mot phan theo",
            words="duoc sua|bi sua",
            begins="db",
            link=_BY,
            passive=True,
            first=True,
        )
    )
    cues.append(
        _cue(
            "sua_doi_bo_sung",
            rf"{_VERBS['sua_doi_bo_sung']}\s(?:(?:mot\sso\s)?(?:noi\sdung|quy\sdinh|cum\stu|dieu|khoan|diem|muc|phu\sluc|bieu\smau|mau)){_NEAR}",
            "sua doi mot so noi dung tai",
            words=_VERB_WORDS["sua_doi_bo_sung"],
            reach=_MIDDLE,
            link="tai trong cua vao sau truoc",
            first=True,
        )
    )
    return cues


CUES = (
    *_changes(),
    _cue(
        "gui_kem_theo",
        r"(?<!hanh\s)(?:gui\s)?kem\stheo",
        "gui kem theo",
        words="kem theo",
        begins="gk",
        last="theo",
        first=True,
    ),
    _cue(
        "ban_hanh_kem_theo",
        r"ban\shanh(?:\skem(?=\stheo))?",
        "ban hanh kem theo",
        words="ban hanh",
        begins="b",
        link="theo tai",
    ),
    _cue(
        "phe_duyet_tai",
        rf"(?:phe\sduyet(?:{_NEAR})(?:tai|theo)|(?:da|duoc)\sduyet\skem)",
        "phe duyet tai",
        "da duyet kem",
        words="phe duyet|duyet kem",
        begins="pd",
        reach=_MIDDLE,
        last="tai theo kem",
    ),
    _cue(
        "cong_bo_tai",
        rf"cong\sbo{_NEAR}",
        "cong bo tai",
        words="cong bo",
        begins="c",
        reach=_MIDDLE,
        link=_AT,
    ),
    _cue(
        "can_cu",
        r"can\scu(?:\svao|\s(?:ap\sdung\s|phap\sly\s)?la|\s[^.,;]{0,90}?(?:tai|cua|theo))?",
        "can cu",
        "can cu vao",
        "can cu phap ly la",
        "can cu trach nhiem duoc giao tai",
        words="can cu",
        begins="c",
        last="cu vao la tai cua theo",
        reach=_MIDDLE,
        first=True,
    ),
    _cue(
        "can_cu",
        r"(?<!doi\s)(?<!tham\s)chieu",
        "chieu",
        words="chieu",
        begins="c",
        last="chieu",
        direct=True,
    ),
    _cue(
        "huong_dan",
        r"(?:huong\sdan\s(?:thi\shanh|thuc\shien)(?:\smot\sso\s(?:dieu|noi\sdung|quy\sdinh))?|quy\sdinh\schi\stiet(?:\s(?:va\s)?(?:huong\sdan\s)?thi\shanh)?(?:\smot\sso\sdieu(?:\sva\sbien\sphap[^.;]{0,60}?thi\shanh)?)?)(?:\scua)?",
        "huong dan thi hanh",
        "quy dinh chi tiet",
        words="huong dan|quy dinh",
        begins="hq",
        last="hanh hien tiet dieu dung dinh cua",
        reach=_LONG,
    ),
    _cue(
        "huong_dan",
        r"(?<!theo\s)huong\sdan",
        "huong dan",
        words="huong dan",
        begins="h",
        last="dan",
        direct=True,
    ),
    _cue(
        "theo_quy_dinh_tai",
        rf"quy\sdinh(?![^.,;]{{0,80}}\sma\s){_NEAR}",  # not "trái quy định mà Sở đã nhắc nhở tại"
        "theo quy dinh tai",
        "quy dinh cua",
        words="quy dinh",
        begins="q",
        reach=_MIDDLE,
        link="tai cua trong theo",
    ),
    _cue(
        "theo",
        r"theo\s(?:noi\sdung\s)?(?:yeu\scau|tinh\sthan|y\skien|kien\snghi)(?:(?:,|\sva)\s\w+\s\w+)?(?:\scua\s[^,.;]{2,80}?)?(?:\sneu)?",
        "theo noi dung yeu cau tai",
        "theo kien nghi cua so y te tai",
        words="yeu cau|tinh than|y kien|kien nghi",
        begins="t",
        reach=_MIDDLE,
        link=_AT,
        first=True,
    ),
    _cue(
        "de_nghi_tai",
        # Where it begins a clause it is what this letter asks: "2. Đề nghị Sở trả lời nội dung nêu tại …".
        rf"de\snghi(?:(?<=\w\sde\snghi)|(?<=cao,\sde\snghi)|(?<=trinh,\sde\snghi)|(?=\s(?:cua|tai|neu|da|va|tren|theo|trong)(?!\w))){_GAP}",
        "xet de nghi cua so y te tai",
        words="de nghi",
        begins="d",
        reach=_LONG,
        link=_AT,
    ),
    _cue(
        "bao_cao_tai",
        rf"(?:bao\scao|xem\sxet){_GAP}",
        "bao cao cua so y te tai",
        words="bao cao|xem xet",
        begins="bx",
        reach=_LONG,
        link=_AT,
    ),
    # Not "bàn giao": what is handed over is no task.
    _cue("giao_tai", r"(?<!ban\s)giao", "duoc giao tai", words="giao", begins="g", link=_AT),
    _cue(
        "chi_dao_tai",
        rf"(?:chi\sdao|ket\sluan){_GAP}",
        "chi dao cua chu tich tai",
        words="chi dao|ket luan",
        begins="ck",
        reach=_LONG,
        link=_AT,
    ),
    _cue(
        "huong_dan_tai",
        rf"huong\sdan(?!\sthi\shanh){_GAP}",
        "huong dan cua bo tu phap tai",
        words="huong dan",
        begins="h",
        reach=_LONG,
        link=_AT,
    ),
    _cue(
        "giao_tai",
        rf"(?:duoc|da|nhiem\svu)\s(?:[^.;]{{0,60}}?\s)?(?<!ban\s)giao{_NEAR}",
        "duoc giao cho cac so tai",
        words="giao",
        begins="dn",
        reach=_MIDDLE,
        link=_AT,
    ),
    _cue(
        "thuc_hien",
        rf"(?:thuc\shien|thi\shanh)(?:\s(?:yeu\scau|noi\sdung|nhiem\svu|y\skien|chu\struong|kien\snghi|cam\sket)){_GAP}",
        "thuc hien nhiem vu tai",
        words="thuc hien|thi hanh",
        begins="t",
        reach=_LONG,
        link=_AT,
    ),
    _cue(
        "tiep_theo",
        r"(?<!chuyen\s)(?<!truc\s)tiep\stheo",
        "tiep theo",
        words="tiep theo",
        begins="t",
        last="theo",
    ),
    _cue(
        "trien_khai",
        r"(?:trien\skhai|quan\striet)(?:\s(?:va\s)?(?:thuc\shien|to\schuc\sthuc\shien|thi\shanh))?(?:\s(?:nghiem\stuc|day\sdu|hieu\squa))?",
        "trien khai thuc hien",
        words="trien khai|quan triet",
        begins="tq",
        last="khai triet hien hanh tuc du qua",
    ),
    _cue(
        "thuc_hien",
        r"(?<!khai\s)(?<!va\s)(?<!dan\s)(?:thuc\shien|(?<!phap\s)thi\shanh|(?<!ban\s)chap\shanh)(?:\s(?:noi\sdung|yeu\scau|theo|nghiem|tot|dung|day\sdu))*",
        "thuc hien noi dung",
        "chap hanh nghiem",
        words="thuc hien|thi hanh|chap hanh",
        begins="tc",
        last="hien hanh dung cau theo nghiem tot du",
    ),
    _cue(
        "phuc_dap",
        r"(?:phuc\sdap|tra\sloi)",
        "phuc dap",
        words="phuc dap|tra loi",
        begins="pt",
        last="dap loi",
        direct=True,
    ),
    _cue(
        "theo",
        r"(?:(?<!tiep\s)(?<!kem\s)|(?<=chuyen\stiep\s)|(?<=truc\stiep\s))theo\s(?:cac\s)?\w+(?:\s\w+){0,3}",
        "theo tieu chi tai",
        words="theo",
        begins="t",
        link=f"{_AT} cua",
    ),
    _cue(
        "theo",
        r"(?:(?<!tiep\s)(?<!kem\s)|(?<=chuyen\stiep\s)|(?<=truc\stiep\s))theo(?:\s(?:noi\sdung|yeu\scau\scua|huong\sdan\scua|tinh\sthan|dung))?",
        "theo",
        words="theo",
        begins="t",
        last="theo dung cua than",
    ),
)


def possible(left: str) -> tuple[Cue, ...]:
    """Return the cues that the words left of a citation can hold at all, in their order."""
    last = left[left.rfind(" ") + 1 :]
    if not last.isalpha():
        last = _NOT_WORD.split(last)[-1]  # "(theo"
    found = 0
    for reach, words in _ending_with(last):
        near = left[-reach:]
        for word, cues in words:
            if word in near:
                found |= cues
    return _of_bits(found) if found else ()


_NOT_WORD = re.compile(r"\W")


@lru_cache(maxsize=1024)
def _ending_with(last: str) -> tuple[tuple[int, tuple[tuple[str, int], ...]], ...]:
    """Return, by reach, words and the cues with them that can end with ``last``, as bits of a number."""
    places: dict[int, dict[str, int]] = {}
    for index, cue in enumerate(CUES):
        if last in cue.ends:
            words = places.setdefault(cue.reach, {})
            for word in cue.words:
                words[word] = words.get(word, 0) | 1 << index
    return tuple((reach, tuple(sorted(words.items()))) for reach, words in sorted(places.items()))


@lru_cache(maxsize=4096)
def _of_bits(bits: int) -> tuple[Cue, ...]:
    return tuple(cue for index, cue in enumerate(CUES) if bits >> index & 1)
