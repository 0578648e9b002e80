"""Cues: the words before a citation that say why the document is cited.

Each cue is a pattern on folded text that must end where the citation begins. They are
tried in order, so that the more telling one wins: "theo hướng dẫn của … tại" is guidance,
"theo yêu cầu, hướng dẫn của … tại" is compliance.
"""

import re
from functools import lru_cache

from vankho.grammar.acts import acts
from vankho.grammar.cue import GAP, LONG, MIDDLE, NEAR, Cue, cue

_AT = "tai theo trong o qua"
# "thực hiện nghiêm túc, có hiệu quả", "triển khai kịp thời và đồng bộ"
_DULY = r"(?:,?\s(?:va\s)?(?:co\s)?(?:nghiem(?:\stuc|\schinh)?|tot|dung|du|day\sdu|them|xong|het|ngay|hieu\squa|kip\sthoi|dut\sdiem|triet\sde|dong\sbo|quyet\sliet|thuong\sxuyen))"
_DULY_LAST = "nghiem tuc chinh tot dung du them xong het ngay qua thoi diem de bo liet xuyen"
_SOME = r"\s(?:mot\sso|cac)\s(?:dieu|noi\sdung|quy\sdinh)"
# "quy định chi tiết một số điều và biện pháp thi hành", "quy định chi tiết việc thi hành"
_DETAILING = (
    r"quy\sdinh\s(?:chi\stiet|mot\sso\s(?:dieu|bien\sphap)(?=\s(?:va|cua|thi|de)(?!\w)))"
    rf"(?:{_SOME})?(?:\sve[^.,;]{{0,80}}(?=\scua$))?"
    r"(?:(?:\sva|,|\sviec)?\s?(?:(?:huong\sdan(?:\s(?:mot\sso\s|cac\s)?bien\sphap)?|(?:mot\sso\s|cac\s)?bien\sphap[^.;]{0,60}?)\s)?"
    r"(?:thi\shanh|thuc\shien))?"
)

# "các biện pháp phòng, chống dịch nêu tại"; not "các biện pháp cưỡng chế đối với hộ đã nhận tiền tại".
_ALONE = r"(?:\s(?!(?:doi|da|cho|voi)\s)\w+,?){0,6}?"

# "giao Sở Văn hóa, Thể thao và Du lịch tại", "giao Sở Y tế chủ trì, tham mưu thực hiện tại", "giao cho từng cơ quan, kèm thời hạn hoàn thành, tại".
_TO_WHOM = r"(?:[^.,;]|,\s\w+(?:\s\w+){0,2}\sva\s|,\s(?!(?:nhung|tuy|den|hien|nay|de|nham|trong|theo|da|chua|khong|con|nen|vi|do|ngay|sau|truoc|khi|neu|dong|ubnd|uy\sban|so|bo|ban|cuc|chi\scuc|cong\san)(?!\w))){0,80}?(?:,\s(?:kem|cung|trong\sdo|gom|nhat\sla|co)\s[^.,;]{3,60},)?"

CUES = (
    *acts(),
    cue(
        "gui_kem_theo",
        r"(?:(?<!hanh\s)(?:gui\s)?kem\stheo|(?:ho\sso|tai\slieu)\s(?:duoc\s)?gui\skem)(?:\sgom(?:\sco)?)?",
        "gui kem theo",
        "ho so gui kem",
        words="kem theo|gui kem",
        begins="gui kem ho tai",
        last="theo kem gom co",
        first=True,
    ),
    cue(
        "ban_hanh_kem_theo",
        r"ban\shanh(?:\skem(?=\stheo))?",
        "ban hanh kem theo",
        words="ban hanh",
        begins="ban",
        link="theo tai",
    ),
    cue(
        "phe_duyet_tai",
        rf"(?:phe\sduyet(?![^.,;]{{0,80}}\s(?:sau|truoc)\skhi\s)(?:{NEAR})(?:tai|theo)|(?:da|duoc)\sduyet\skem|(?<!kiem\s)(?<!xet\s)duyet\stai)",
        "phe duyet tai",
        "da duyet kem",
        words="phe duyet|duyet kem|duyet tai",
        begins="phe da duoc duyet",
        reach=MIDDLE,
        last="tai theo kem",
    ),
    cue(
        "cong_bo_tai",
        rf"cong\sbo{NEAR}",
        "cong bo tai",
        words="cong bo",
        begins="cong",
        reach=MIDDLE,
        link=_AT,
    ),
    cue(
        "can_cu",
        # "Tại căn cứ thứ ba của Quyết định …" names a line of it; "một trong những căn cứ đánh giá" is a noun.
        r"(?<!lam\s)(?<!la\s)(?<!nhung\s)can\scu(?!\sthu\s(?:nhat|hai|ba|tu|nam|sau|bay|tam|chin|muoi|\d))(?:\svao|\s(?:ap\sdung\s|phap\sly\s)?la|\s[^.,;]{0,90}?(?:tai|cua|theo))?",
        "can cu",
        "can cu vao",
        "can cu phap ly la",
        "can cu trach nhiem duoc giao tai",
        words="can cu",
        begins="can",
        last="cu vao la tai cua theo",
        reach=MIDDLE,
        first=True,
    ),
    cue(
        "can_cu",
        r"(?<!doi\s)(?<!tham\s)(?<!dan\s)chieu",
        "chieu",
        words="chieu",
        begins="chieu",
        last="chieu",
        direct=True,
    ),
    cue(
        "huong_dan",
        rf"(?:huong\sdan(?:\schi\stiet)?(?:\s(?:(?:mot\sso\s|cac\s)?bien\sphap\s)?(?:thi\shanh|thuc\shien)(?:{_SOME})?|{_SOME})|{_DETAILING}(?:{_SOME})?)(?:\scua)?",
        "huong dan thi hanh",
        "quy dinh chi tiet",
        words="huong dan|quy dinh",
        begins="huong quy",
        last="hanh hien tiet dieu dung dinh cua",
        reach=LONG,
    ),
    cue(
        "huong_dan",
        r"(?<!theo\s)huong\sdan",
        "huong dan",
        words="huong dan",
        begins="huong",
        last="dan",
        direct=True,
    ),
    cue(
        "theo_quy_dinh_tai",
        # Not "Điều 7 của Quy định và nhắc lại tại", nor what a draft does: "quy định lại các khái niệm
        # đã được giải thích tại Điều 2 Nghị định …".
        r"quy\sdinh(?<!\d\scua\squy\sdinh)(?<!hoan\sthien\squy\sdinh)(?<!hoan\sthien\scac\squy\sdinh)(?:(?<!sai\squy\sdinh)(?<!trai\squy\sdinh)|(?=\s(?:tai|trong|cua|theo)(?!\w)))(?!\s(?:da\s)?bi\s)(?!\slai\s(?!tai|trong|theo))[^.,;(]{0,80}?(?:,\s(?:chi\stiet|ro\srang|day\sdu|cu\sthe))?",
        "theo quy dinh tai",
        "quy dinh cua",
        words="quy dinh",
        begins="quy",
        reach=MIDDLE,
        link="tai cua trong theo",
    ),
    cue(
        "theo_quy_dinh_tai",
        # Without "tại": "theo quy định Điều 5 Nghị định …", "theo đúng quy định từ Điều 5 đến Điều 9 …".
        r"theo\s(?:dung\s)?quy\sdinh(?:\stu)?",
        "theo quy dinh",
        words="quy dinh",
        begins="theo",
        last="dinh tu",
    ),
    cue(
        "theo",
        r"theo\s(?:dung\s)?(?:noi\sdung\s)?(?:yeu\scau|tinh\sthan|y\skien(?:\s(?:tham\s(?:dinh|tra|gia)|gop\sy|thong\snhat|dong\sy|phan\sbien))?|kien\snghi|de\sxuat|cam\sket|dang\sky|phan\sanh|tham\smuu|giai\strinh)(?:(?:,|\sva)\s\w+\s\w+)?(?:\scua\s(?:[^,.;]|,\s\w+(?:\s\w+){0,2}\sva\s){2,80}?)?(?:\sneu)?",
        "theo noi dung yeu cau tai",
        "theo kien nghi cua so y te tai",
        words="yeu cau|tinh than|y kien|kien nghi|de xuat|cam ket|dang ky|phan anh|tham muu|giai trinh",
        begins="theo",
        reach=MIDDLE,
        link=_AT,
        first=True,
    ),
    cue(
        "de_nghi_tai",
        # Where it begins a clause it is what this letter asks: "2. Đề nghị Sở trả lời nội dung nêu tại …".
        rf"de\snghi(?<!kinh\sde\snghi)(?<!hien\snoi\sdung\sde\snghi)(?:(?<=\w\sde\snghi)|(?<=cao,\sde\snghi)|(?<=trinh,\sde\snghi)|(?=\s(?:cua|tai|neu|da|va|tren|theo|trong)(?!\w))){GAP}",
        "xet de nghi cua so y te tai",
        words="de nghi",
        begins="de",
        reach=LONG,
        link=_AT,
    ),
    cue(
        "bao_cao_tai",
        # "báo cáo tiến độ các nhiệm vụ tại Kế hoạch …" is no report of that plan; nor is the term of a
        # report told in one.
        rf"(?:bao\scao(?<!nhiem\svu\sbao\scao)(?<!thoi\shan\sbao\scao)(?<!che\sdo\sbao\scao)(?<!bieu\smau\sbao\scao)|xem\sxet(?!,|\s(?:lai|tai|trong)(?!\w))){GAP}",
        "bao cao cua so y te tai",
        words="bao cao|xem xet",
        begins="bao xem",
        reach=LONG,
        link=_AT,
    ),
    # Not "bàn giao": what is handed over is no task.
    cue(
        "giao_tai",
        r"(?<!ban\s)giao(?:(?<=\w\sgiao)\scho(?:\s\w+){1,6})?",
        "duoc giao tai",
        "bo giao cho tinh tai",
        words="giao",
        begins="giao",
        link=_AT,
    ),
    cue(
        "chi_dao_tai",
        # "thành viên Ban Chỉ đạo tại …" are who they are; who directs others to mend the faults that
        # are told there ("chỉ đạo các xã khắc phục vi phạm nêu tại …") has not directed it there.
        # Nor has who says "- Chỉ đạo Sở …" in this letter.
        r"(?:chi\sdao(?:(?<!ban\schi\sdao)|(?<=van\sban\schi\sdao))(?:(?<=\w\schi\sdao)|(?<=,\schi\sdao)|(?=\s(?:cua|tai|neu)\s))"
        r"|ket\sluan)(?:(?:\sda)?\sneu|\scua\s[^.;]{0,230}?"
        rf"|{GAP}(?<!\sneu))",
        "chi dao cua chu tich tai",
        words="chi dao|ket luan",
        begins="chi ket",
        reach=LONG,
        link=_AT,
    ),
    cue(
        "huong_dan_tai",
        rf"(?<!xin\s)(?<!xin\sy\skien\s)huong\sdan(?!\sthi\shanh)(?!\s(?:cac\s|ve\s)?noi\sdung\s(?:neu\s)?tai(?!\w)){GAP}",
        "huong dan cua bo tu phap tai",
        words="huong dan",
        begins="huong",
        reach=LONG,
        link=_AT,
    ),
    cue(
        "giao_tai",
        # Not "đã nhận được ý kiến của Bộ Giáo dục và Đào tạo tại", "Sở Giao thông vận tải".
        rf"(?:duoc|da|nhiem\svu)\s(?:[^.;]{{0,60}}?\s)?(?<!ban\s)giao(?!\s(?:duc|vien|trinh|thong|dich|luu|tiep)(?!\w)){_TO_WHOM}",
        "duoc giao cho cac so tai",
        words="giao",
        begins="duoc da nhiem",
        reach=MIDDLE,
        link=_AT,
    ),
    cue(
        "thuc_hien",
        rf"(?:thuc\shien|thi\shanh|(?<!ban\s)chap\shanh){_DULY}*\s(?:(?:(?:cac|\d{{1,3}}(?:/\d{{1,3}})?)\s)?(?:yeu\scau|noi\sdung|y\skien|chu\struong|kien\snghi|cam\sket|nhiem\svu|(?:muc|chi)\stieu|giai\sphap){GAP}|(?:cac\s)?(?:bien\sphap|cong\sviec|buoc|(?:trinh\stu|quy\strinh|thu\stuc)(?:,?\s(?:va\s)?thu\stuc)?){_ALONE})",
        "thuc hien nhiem vu tai",
        words="thuc hien|thi hanh|chap hanh",
        begins="thuc thi chap",
        reach=LONG,
        link=_AT,
    ),
    cue(
        "tiep_theo",
        r"(?<!chuyen\s)(?<!truc\s)(?<!choi\s)tiep\stheo",
        "tiep theo",
        words="tiep theo",
        begins="tiep",
        last="theo",
    ),
    cue(
        "trien_khai",
        rf"(?:trien\skhai|quan\striet)(?:,?\s(?:va\s)?(?:tuyen\struyen|pho\sbien))?(?:,?\s(?:va\s)?(?:thuc\shien|to\schuc\sthuc\shien|thi\shanh))?{_DULY}*",
        "trien khai thuc hien",
        words="trien khai|quan triet",
        begins="trien quan",
        last=f"khai triet hien hanh truyen bien {_DULY_LAST}",
    ),
    cue(
        "thuc_hien",
        rf"(?<!khai\s)(?<!khai\sva\s)(?<!triet\sva\s)(?<!huong\sdan\s)(?:thuc\shien|(?<!phap\s)(?<!tiet\s)(?<!tiet\sviec\s)thi\shanh|(?<!ban\s)chap\shanh)(?:\s(?:noi\sdung|yeu\scau|theo)|{_DULY})*",
        "thuc hien noi dung",
        "chap hanh nghiem",
        words="thuc hien|thi hanh|chap hanh",
        begins="thuc thi chap",
        last=f"hien hanh dung cau theo {_DULY_LAST}",
    ),
    cue(
        "phuc_dap",
        r"(?:phuc\sdap|tra\sloi)(?:\schung)?",
        "phuc dap",
        words="phuc dap|tra loi",
        begins="phuc tra",
        last="dap loi chung",
        direct=True,
    ),
    cue(
        "theo",
        r"(?:(?<!tiep\s)(?<!kem\s)|(?<=chuyen\stiep\s)|(?<=truc\stiep\s)|(?<=choi\stiep\s))theo\s(?!doi\s)(?:cac\s)?\w+(?:\s\w+){0,3}(?:,\s(?:dinh\s(?:huong|muc)|tieu\s(?:chuan|chi)|chi\stieu|giai\sphap|nguyen\stac|(?:quy|trinh)\s(?:trinh|tu)|thu\stuc|dieu\skien|muc)(?:\sneu)?)?(?<!phan\sbo)(?<!thong\snhat)",
        "theo tieu chi tai",
        words="theo",
        begins="theo",
        link=f"{_AT} cua",
    ),
    cue(
        "theo",
        r"(?:(?<!tiep\s)(?<!kem\s)|(?<=chuyen\stiep\s)|(?<=truc\stiep\s)|(?<=choi\stiep\s))theo(?:\s(?:noi\sdung|yeu\scau\scua|huong\sdan\scua|tinh\sthan|dung))?",
        "theo",
        words="theo",
        begins="theo",
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
    for index, one in enumerate(CUES):
        if last in one.ends:
            words = places.setdefault(one.reach, {})
            for word in one.words:
                words[word] = words.get(word, 0) | 1 << index
    return tuple((reach, tuple(sorted(words.items()))) for reach, words in sorted(places.items()))


@lru_cache(maxsize=4096)
def _of_bits(bits: int) -> tuple[Cue, ...]:
    return tuple(one for index, one in enumerate(CUES) if bits >> index & 1)
