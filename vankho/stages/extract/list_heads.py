"""Which mention a list goes on from: the one before, or one over its title or its brackets."""

import re
from collections.abc import Sequence

from vankho.grammar import relation
from vankho.grammar.singled import SINGLED
from vankho.grammar.title import TITLE
from vankho.registry.registry import Registry
from vankho.stages.extract import passives
from vankho.stages.extract.draft import Draft
from vankho.stages.extract.sentences import Sentences
from vankho.text.fold import fold
from vankho.text.view import View

NEXT = re.compile(
    rf"(?:\s(?:neu|noi|dan)\s(?:o\s)?tren)?\s?(?:[,;]|,?\s?(?:va|hoac|hay|den)(?:\scac)?|,?\sva(?:\s[a-z]+){{1,3}}\sla|,\s{SINGLED}|,?\scung\svoi|\skem(?:\stheo)?|[,;]\s?(?:va|cac))\s?(?:\((?:\d{{1,2}}|[ivx]{{1,4}}|[a-e])\)\s)?(?:cac\s|tai\s|tu\s|mot\sphan\s|toan\sbo\s)?"
)
_NEXT_LAST = re.compile(rf"(?:{NEXT.pattern})$")
_SINGLED_OUT = re.compile(rf",\s{SINGLED}\s(?:cac\s|tai\s)?$")
# "đề nghị của UBND huyện tại A và của Sở Tài chính tại B"
_OF_ANOTHER = re.compile(
    r"\s?(?:,|;|va|,\sva|;\sva)\s(?P<opinion>y\skien\s)?cua\s[^,;.]{2,80}\s(?:tai|trong)\s(?:cac\s)?"
)
# "đề nghị của Giám đốc Sở Tài chính tại A và Giám đốc Sở Nội vụ tại B": "của" is said once.
# Who does something else there says it with a verb: "; Sở Xây dựng thẩm định tại …".
_VERBS = (
    r"(?:tham\s(?:dinh|tra|muu|gia)|bao\scao|de\snghi|kien\snghi|tra\sloi|co|thong\s(?:nhat|bao)|giao|phe\sduyet|chi\sdao"
    r"|huong\sdan|ban\shanh|yeu\scau|trinh|da|duoc|gui|xac\snhan|ket\sluan|quyet\sdinh|tiep\stuc|phan\sanh)(?!\w)"
)
_OFFICE_OF_ANOTHER = re.compile(
    r"\s?(?:(?:,|;|va|,\sva|;\sva)\s(?:giam\sdoc|chanh|truong\sban|truong\sphong|chu\stich|chi\scuc\struong|cuc\struong|bo\struong|thu\struong)"
    r"|(?:;|;\sva|,?\sva)\s(?:so|bo|ubnd|uy\sban|hdnd|hoi\sdong|ban|cong\san|thanh\stra|kho\sbac|cuc|chi\scuc|van\sphong|cong\sty|thuong\struc))"
    rf"(?:\s(?!{_VERBS})[^\s,;.]+){{1,16}}\s(?:tai|trong)\s(?:cac\s)?"
)
# "… của Ban Chấp hành Trung ương Đảng khóa XIII và Nghị quyết …", "… khóa XIII, kỳ họp thứ 21;".
_TERM = re.compile(
    r"\skhoa\s[ivxl]{1,6}(?!\w)(?:,?\s(?:tai\s)?ky\shop\sthu\s\w+(?:\s\w+)?(?=[,;]|\sva\s))?"
)
# The same in brackets: "đề nghị của Giám đốc Sở Tài chính (A) và của Giám đốc Sở Nội vụ (B)".
_ANOTHER_IN_BRACKETS = re.compile(
    r"\)\s?(?:,|;|va|,\sva|;\sva)\s(?P<opinion>y\skien\s)?cua\s[^,;.()]{2,80}\s\((?:tai\s)?"
    r"|\)\s?(?:,|;|va|,\sva|;\sva)\s(?:giam\sdoc|chanh|truong\sban|chu\stich|cuc\struong|bo\struong|thu\struong)"
    r"\s(?:(?!co|da|tai)[^\s,;.()]+\s){1,12}\((?:tai\s)?"
)
# "theo Điều 28 Nghị định A và Mẫu số 04/ĐK của Nghị định này".
_FORM_OF = re.compile(
    r"(?<=\s)(?:bieu\s)?mau(?:\sso)?\s\w{1,4}(?:[./-]\w{1,6}){0,3}\s(?:cua|tai|thuoc|trong|(?:ban\shanh\s)?kem\stheo)\s$"
)
# "theo Chỉ thị A đối với các khu phong tỏa; Chỉ thị B đối với các khu còn lại": one verb for both.
_PARALLEL = re.compile(r"\s(?P<word>tai|doi\svoi|cho)\s[^;.()]{3,80}(?:;|,|,?\sva)\s")
_AND_THINKS = " va y kien cua "
_SPOKEN = {"de_nghi_tai", "bao_cao_tai", "chi_dao_tai"}
"""What somebody said there, and so may another."""
_NEAR_BY = 12
"""How many mentions back a title is looked for."""


def head(view: View, drafts: Sequence[Draft], index: int) -> Draft | None:
    """Return the earlier mention whose list this one continues, or None."""
    draft = drafts[index]
    if draft.own_relation and draft.relation not in {"ban_hanh_kem_theo"}:
        return None
    if index == 0:
        return None
    previous = drafts[index - 1]
    gap = view.folded[max(previous.end, previous.done_end) : draft.start]
    if previous.done_end and NEXT.fullmatch(gap):
        return previous.about  # "A bị B bãi bỏ; C"
    if gap.strip() == "va" and previous.passive and passives.has_own(view, drafts, index):
        return None  # "A được thay thế bởi B và B được sửa đổi bởi C"
    if (
        gap.strip() == ","
        and previous.relation in _GROUNDS
        and _DENIED.match(view.folded, draft.end)
    ):
        return None  # "Theo A và B, C không còn áp dụng"
    if draft.kind == "self" and gap.strip() == ",":
        return None  # the clause begins with it: "Theo Luật số 72/2025/QH15, Thông tư này …"
    if ";" in gap and (
        draft.kind in {"short", "self", "anaphora"}
        or _DENIED.match(view.folded, draft.end)
        or (previous.relation in relation.CHANGES and passives.acts_itself(drafts, index))
    ):
        return None  # spoken of anew: "…; Nghị quyết 1660 có hiệu lực"
    if previous.passive and previous.about and draft.own_type and gap.strip() == ";":
        return previous.about  # "A, được sửa đổi tại B; C"
    if gap.startswith(" khoa ") and (term := _TERM.match(gap)):
        gap = gap[term.end() :]
    if gap.startswith(")"):
        another = _ANOTHER_IN_BRACKETS.fullmatch(gap) if previous.relation in _SPOKEN else None
        if another and not _only_thinks(another, previous):
            return previous
        return _before_bracket(view, drafts, index, gap)
    beside = _PARALLEL.fullmatch(gap) if gap.startswith((" tai ", " doi ", " cho ")) else None
    if beside is not None and view.folded.startswith(f" {beside['word']} ", draft.end):
        return previous
    led = previous.own_relation or (previous.related and previous.related.own_relation)
    # "Theo A về việc tăng cường … và ý kiến của B tại C": a title may stand before.
    thought = gap.rfind(_AND_THINKS) if led and TITLE.match(gap) else -1
    another = _OF_ANOTHER.fullmatch(gap, max(0, thought)) if led else None
    if another and not _only_thinks(another, previous):
        return previous
    if previous.relation in _SPOKEN and _OFFICE_OF_ANOTHER.fullmatch(gap):
        return previous
    if gap.startswith(" (") and (aside := _ASIDE.match(gap)):
        gap = gap[aside.end() :]  # "Luật Viên chức (đã sửa đổi) và Nghị định …"
    elif " cac van ban " in gap and (unnamed := _UNNAMED.match(gap)):
        gap = gap[unnamed.end() :]
    elif " sua doi" in gap and (aside := _CHANGED_IN.match(gap)):
        gap = gap[aside.end() :]
    if " mau " in gap and (form := _FORM_OF.search(gap)):
        gap = gap[: form.start()]
    if NEXT.fullmatch(gap):
        nested = _in_title(view, drafts, index - 1) if previous.own_relation else None
        if nested is not None and (gap.strip().startswith(";") or _peer(nested, previous, draft)):
            return nested
        return previous
    # "đề nghị tại A về mức hỗ trợ mới, nhất là Nghị định B": the decree asks for nothing.
    singled = previous.relation not in _SPOKEN and _SINGLED_OUT.search(gap[-30:])
    goes_on = singled or _NEXT_LAST.search(gap[-6:])
    if goes_on and TITLE.match(gap) and len(gap) < 600 and ". " not in gap:
        return previous
    return None


_GROUNDS = {"theo", "can_cu", "theo_quy_dinh_tai"}


def _only_thinks(another: re.Match[str], previous: Draft) -> bool:
    """Say whether one asks or reports and another gives an opinion: "đề nghị của A tại … và ý kiến của B tại …"."""
    return another["opinion"] is not None and previous.relation in {"de_nghi_tai", "bao_cao_tai"}


def _peer(outer: Draft, law: Draft, draft: Draft) -> bool:
    """Say whether a mention stands beside ``outer``, not beside the law that ``outer`` details.

    "Nghị định A quy định chi tiết một số điều của Luật Giá và Nghị định B": no decree details
    a decree; a circular may detail both.
    """
    return law.relation == "huong_dan" and law.type != draft.type == outer.type


# What is said of a document that a list does not go on to: "…; kiến nghị số 2 chưa được trả lời".
_DENIED = re.compile(
    r"\s(?:chua\s|khong\s|van\s|truy\sto\s|tuyen\s|(?:da\s|nay\s)?(?:het|con)\shieu\sluc(?!\w))"
)
# "Luật Lưu trữ và các văn bản hướng dẫn thi hành; Kế hoạch số …": what bears no number is passed over.
_UNNAMED = re.compile(
    r"(?:,|;|,?\sva)\scac\svan\sban\s(?:chi\sdao|huong\sdan|quy\sdinh|lien\squan|co\slien\squan|khac)(?!\w)[^,;:.()]{0,90}?(?=[,;]|,?\sva\s)"
)
_ASIDE = re.compile(r"\s\([^();]{1,80}\)")
# "Luật Giáo dục đại học năm 2012, đã được sửa đổi, bổ sung năm 2018, Luật Nhà giáo": by what, is not told.
_CHANGED_IN = re.compile(
    r",?\s(?:(?:da\s)?(?:duoc\s)?)sua\sdoi(?:,\sbo\ssung)?(?:\smot\sso\sdieu)?(?:\s(?:vao\s)?(?:cac\s)?nam\s\d{4}(?:(?:,|\sva|,\sva)\s(?:nam\s)?\d{4})*)?"
)
_ITEM_ENDS = re.compile(r"[,:.()]")


def over_unnumbered(
    view: View, drafts: Sequence[Draft], index: int, sentences: Sentences, registry: Registry
) -> Draft | None:
    """Return what a list begins with that goes on over documents without a number.

    "Căn cứ Luật A; Báo cáo kinh tế - kỹ thuật; Quyết định số …". Where the first document has
    no number either, there is no head; the mention itself takes the relation.
    """
    draft = drafts[index]
    begin = sentences.start(draft.start)
    previous = drafts[index - 1] if index and drafts[index - 1].end > begin else None
    at = previous.end if previous else begin
    if draft.start - at > _LIST_REACH:
        return None
    if previous is None:
        first = registry.types.words.search(view.folded, begin, draft.start)
        found = (
            relation.before(view.folded, begin, first.start(), text=view.text) if first else None
        )
        if first is None or found is None or found.passive:
            return None
        at = first.start()
    elif view.text[at : at + 1] != ";":
        return None
    items = view.text[at : draft.start].strip("; ").split("; ")
    for item in items:
        kind = registry.types.words.match(fold(item))
        if kind is None or not item[0].isupper() or _ITEM_ENDS.search(item):
            return None
    if previous is None and found is not None:
        draft.relation = found.code
    return previous


_CLOSED = re.compile(rf"\)(?:\scua\s[^;.()]{{2,80}}?)?(?:{NEXT.pattern})")
_BRACKET_REACH = 600
_LIST_REACH = 400


def explains(view: View, left: Draft, right: Draft) -> bool:
    """Say whether a bracket gives the symbol of "Nghị quyết 68 của Bộ Chính trị (Nghị quyết số …)"."""
    return (
        left.symbol is None
        and left.issuer is not None
        and left.number is not None
        and (left.type, left.number) == (right.type, right.number)
        and view.text[left.end : right.start] == " ("
    )


def _before_bracket(view: View, drafts: Sequence[Draft], index: int, gap: str) -> Draft | None:
    """Return the mention before a bracket after which its list goes on: "A (sửa đổi tại B), C"."""
    end = drafts[index - 1].start
    opened = view.text.rfind("(", max(0, end - _BRACKET_REACH), end)
    if opened < 0 or _CLOSED.fullmatch(gap) is None:
        return None
    for at in range(index - 2, max(-1, index - 2 - _NEAR_BY), -1):
        if drafts[at].end <= opened:
            near = ". " not in view.text[drafts[at].end : opened] and opened - drafts[at].end < 200
            return drafts[at] if near else None
    return None


def _in_title(view: View, drafts: Sequence[Draft], index: int) -> Draft | None:
    """Return the mention in whose quoted title the one at ``index`` stands."""
    for at in range(index - 1, max(-1, index - _NEAR_BY), -1):
        outer = drafts[at]
        gap = view.folded[outer.end : drafts[index].start]
        if ";" in gap or ". " in gap or outer.kind == "self":
            return None  # "Quyết định này bãi bỏ …" quotes no title
        if TITLE.match(gap):
            return outer
    return None
