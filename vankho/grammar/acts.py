"""Cues of acts: what one document does to another, or has had done to it.

"bãi bỏ Quyết định A", "Quyết định A (được sửa đổi tại Quyết định B)".
"""

from functools import partial

from vankho.grammar.cue import LONG, MIDDLE, NEAR, Cue, cue

_BY = "tai boi bang theo qua"
# As ``NEAR``; an act told in a bracket is over with it: "(sửa đổi, bổ sung năm 2017) hoặc theo …".
_SAME = r"(?:[^.,;()]|\([^.,;()]{0,40}\)){0,80}?"
VERBS = {
    "dinh_chinh": r"dinh\schinh",
    "sua_doi_bo_sung": r"(?:sua\sdoi(?:\s?,?\s(?:va\s)?bo\ssung)?|(?<!de\snghi\s)bo\ssung|(?<!pham\svi\s)dieu\schinh(?:\s?,\sbo\ssung)?)(?:\s(?:mot\sso\s(?:dieu|noi\sdung)))?",
    "thay_the": r"(?:thay\s(?:the|cho)|(?<=\()thay|(?<=,\s)thay|thay(?=\sbang(?!\w)))",
    "bai_bo": r"bai\sbo",
    "huy_bo": r"(?:huy\sbo|huy(?!\w)|thu\shoi)",
    "hop_nhat": r"hop\snhat",
}
"""The verbs of each act."""
# Land, money and tenders are taken back or called off, too: "đã hủy thầu bằng Quyết định …".
_PART = {
    "huy_bo": r"(?:\s(?:mot|toan|hieu|noi|cac|quyet|van|cong|giay|thong|dieu|khoan|diem|phu|phan|lan)\s[^.,;]{0,60}?)?"
}
# "bỏ cụm từ “…” tại Điều 2 dự thảo", "bãi bỏ Điều 5 vì đã được nêu tại Nghị định …": what is told of
# the decree then is no act; not "đơn vị đã", "phạm vi không".
_OTHERWISE = r"(?!\s\d{1,3}\sdu\sthao(?!\w)|(?<!don)(?<!pham)(?<!hanh)(?<!chuc)\s(?:vi|do)\s(?:da|noi\sdung|trung|trai|khong)(?!\w))"
# "…, điều chỉnh lần thứ hai tại …": how often, or how far.
_TIMES = r"(?:\s(?:cuc\sbo|mot\sphan))?(?:\slan\s(?:thu\s)?\w+)?"
# "phê duyệt dự án tại A, điều chỉnh thời gian thực hiện tại B": B has changed A.
_OBJECT = {
    "sua_doi_bo_sung": r"(?:\s(?:thoi\sgian|thoi\shan|quy\smo|tong\smuc|muc|du\stoan|(?:mot\sso\s)?noi\sdung|chu\struong|dia\sdiem|co\scau|nguon)(?:\s\w+){0,5})?"
}
# As ``NEAR``; "điều chỉnh thời gian thực hiện hợp đồng theo quy định tại Điều 39 …" changes no decree.
_NOT_ACCORDING = r"(?:(?!\stheo\s(?:dung\s)?(?:quy\sdinh|huong\sdan|yeu\scau|de\s(?:nghi|xuat)|y\skien|chi\sdao|ket\sluan|tham\squyen)(?!\w))[^.,;]){0,80}?"
_VERB_LAST = "thay chinh sung dieu dung the bo huy hoi nhat cho phan cua doi ten goi de vao cuoi dau sau truoc"
_VERB_BEGINS = {
    "dinh_chinh": "dinh",
    "sua_doi_bo_sung": "sua bo dieu",
    "thay_the": "thay",
    "bai_bo": "bai",
    "huy_bo": "huy thu",
    "hop_nhat": "hop",
}
_VERB_WORDS = {
    "dinh_chinh": "dinh chinh",
    "sua_doi_bo_sung": "sua doi|bo sung|dieu chinh",
    "thay_the": "thay",
    "bai_bo": "bai bo",
    "huy_bo": "huy|thu hoi",
    "hop_nhat": "hop nhat",
}


def acts() -> list[Cue]:
    """Return the cues of acts, passive and active; they win over any that stands nearer."""
    cues = [
        cue(
            "huong_dan",
            rf"(?:duoc|da)\s(?:huong\sdan\s(?:thi\shanh|thuc\shien)|quy\sdinh\schi\stiet){NEAR}",
            "duoc quy dinh chi tiet tai",
            words="huong dan thi hanh|huong dan thuc hien|quy dinh chi tiet",
            reach=MIDDLE,
            begins="duoc da",
            link="tai boi bang theo",
            passive=True,
            first=True,
        ),
        cue(
            "phuc_dap",
            # "đã được UBND tỉnh xem xét, trả lời tại"
            rf"(?:duoc|da)\s(?:{NEAR},?\s)?(?:phuc\sdap|tra\sloi){NEAR}",
            "da duoc tra loi tai",
            words="phuc dap|tra loi",
            reach=MIDDLE,
            begins="duoc da",
            link="tai boi bang",
            passive=True,
            first=True,
        ),
    ]
    for code, verb in VERBS.items():
        changed = _OBJECT.get(code, "")
        example = {"sua_doi_bo_sung": "sua doi, bo sung"}.get(code, code.replace("_", " "))
        act = partial(cue, code, words=_VERB_WORDS[code], first=True)
        done = partial(act, passive=True)
        cues += [
            done(
                rf"(?:duoc|bi|da)\s(?:{NEAR}\s)?{verb}{_PART.get(code, _SAME)}",
                f"duoc {example} tai",
                begins="duoc bi da",
                reach=MIDDLE,
                link=_BY,
            ),
            done(
                rf"(?:(?<=\(){verb}(?!\w){_SAME}|(?:va|,)\s{verb}{_TIMES}{changed}(?=\s(?:tai|boi|bang)(?!\w)))",
                f"({example} tai",
                reach=MIDDLE,
                link=_BY,
            ),
            # Nothing is consolidated in a place but what is told before: "A hợp nhất tại B".
            done(
                verb,
                f"{example} bang",
                begins=_VERB_BEGINS[code],
                link="bang boi tai" if code == "hop_nhat" else "bang boi",
            ),
            act(
                rf"{verb}(?:\s(?:cho|mot\sphan|toan\sbo|cua|ten(?:\sgoi)?(?:\scua)?|tieu\sde|(?<=sung\s)vao(?:\s(?:cuoi|dau|sau|truoc))?))?",
                example,
                begins=_VERB_BEGINS[code],
                last=_VERB_LAST,
                direct=True,
            ),
        ]
    cues.append(
        cue(
            "thay_the",
            # "Giấy mời này thay Giấy mời số …"; anywhere else it may be "thấy".
            r"(?<=^\s)thay",
            " thay",
            words="thay",
            begins="thay",
            last="thay",
            first=True,
            direct=True,
        )
    )
    cues.append(
        cue(
            "dinh_chinh",
            r"dinh\schinh(?:\s(?!tai|trong|theo)(?:[“\"][^”\"]{1,80}[”\"]|[^\s.,;]+)){1,8}",
            "dinh chinh loi ky thuat tai",
            words="dinh chinh",
            begins="dinh",
            reach=MIDDLE,
            link="tai trong cua o",
            first=True,
        )
    )
    cues += [
        cue(
            code,
            rf"{VERBS[code]}\s(?:mot\sso\s|cac\s|\d{{1,3}}\s)?(?:phan|noi\sdung|quy\sdinh|dieu|khoan|diem|muc|phu\sluc|bieu\smau|mau|(?:thu\stuc|tthc)(?!{NEAR}cong\sbo))(?:{_OTHERWISE}[^.,;]){{0,80}}?",
            f"{code.replace('_', ' ')} noi dung tai",
            words=_VERB_WORDS[code],
            begins=_VERB_BEGINS[code],
            reach=MIDDLE,
            link="tai trong cua o",
            first=True,
        )
        for code in ("thay_the", "bai_bo", "huy_bo")
    ]
    cues.append(
        cue(
            "sua_doi_bo_sung",
            rf"(?:thay\s(?:the\s)?|bai\sbo\s|bo\s)(?:cac\s)?cum\stu(?:{_OTHERWISE}[^.;]){{0,240}}?",
            "thay the cum tu tai",
            words="cum tu",
            begins="thay bai bo",
            reach=LONG,
            link="tai trong cua o",
            first=True,
        )
    )
    cues.append(
        cue(
            "sua_doi_bo_sung",
            r"(?:duoc|bi)\ssua(?:\s(?:mot\sphan|toan\sbo|\w+\slan))?",
            "bi sua mot phan theo",
            words="duoc sua|bi sua",
            begins="duoc bi",
            link=_BY,
            passive=True,
            first=True,
        )
    )
    cues.append(
        cue(
            "sua_doi_bo_sung",
            rf"{VERBS['sua_doi_bo_sung']}\s(?:(?:mot\sso\s|cac\s)?(?:noi\sdung|quy\sdinh|(?:chi|muc)\stieu|nhiem\svu|thoi\s(?:han|gian)(?!\sneu(?!\w))|quy\smo|cum\stu|dieu|khoan|diem|(?:dinh\s)?muc|phu\sluc|bieu\smau|mau|don\sgia|he\sso|ty\sle|doi\stuong|tieu\schi|tieu\schuan)){_NOT_ACCORDING}",
            "sua doi mot so noi dung tai",
            words=_VERB_WORDS["sua_doi_bo_sung"],
            begins=_VERB_BEGINS["sua_doi_bo_sung"],
            reach=MIDDLE,
            link="tai trong cua vao sau truoc",
            first=True,
        )
    )
    return cues
