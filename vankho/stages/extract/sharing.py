"""What the mentions of a list share: said once, it holds for all of them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from vankho.grammar import relation
from vankho.grammar.agency_heads import STARTS
from vankho.grammar.number import COURT_FIELDS, groups
from vankho.grammar.title import TITLE
from vankho.registry.registry import Registry
from vankho.stages.extract import days, list_heads, passives
from vankho.stages.extract.draft import Draft
from vankho.stages.extract.list_heads import NEXT
from vankho.stages.extract.one_verb import read_governed, told_beside
from vankho.stages.extract.sentences import Sentences
from vankho.stages.extract.symbols import type_of
from vankho.stages.extract.tellers import tells_on
from vankho.text.fold import fold
from vankho.text.view import View


def connect(view: View, drafts: Sequence[Draft], sentences: Sentences, registry: Registry) -> None:
    """Let the members of a list share what is said once: type, date, issuer, relation."""
    for index, draft in enumerate(drafts):
        head = list_heads.head(view, drafts, index)
        if head is None and not draft.own_relation and view.text.endswith("; ", 0, draft.start):
            head = list_heads.over_unnumbered(view, drafts, index, sentences, registry)
        if head is None and index and not draft.own_relation:
            _follow_over_heading(view, drafts[index - 1], draft)
            read_governed(view, drafts[index - 1], draft)
        draft.related = head
        if draft.same_day and head is None and not draft.dated:
            days.read_named_before(view, draft, sentences.start(draft.start))
        if head is not None:
            _share_left(view, draft, head, registry)
            if view.folded.startswith(" kem ", head.end) and _one_agency(draft.symbol, head.symbol):
                draft.maker = (
                    draft.maker or head.issuer
                )  # sent with it: "… của UBND xã kèm Báo cáo"
        if index and draft.maker is None and draft.issuer is None:
            draft.maker = _maker_of_previous(view, drafts[index - 1], draft, sentences)
        if index and draft.issuer is None and list_heads.explains(view, drafts[index - 1], draft):
            draft.issuer = drafts[index - 1].issuer
        if draft.passive and draft.about is None:
            passives.settle(view, drafts, index, sentences.start(draft.start))
        if draft.relation in relation.CHANGES and index and draft.own_relation:
            _share_maker(draft, draft.about or drafts[index - 1], sentences)
    for draft in drafts:
        lone = draft.type is None and draft.symbol and draft.kind == "reference"
        if lone and not (draft.symbol or "").startswith(_ASSEMBLY):
            draft.type = "Công văn"  # AGENCY-UNIT, the form that letters alone have
    for index in range(len(drafts) - 2, -1, -1):
        following = drafts[index + 1]
        if following.in_turn:
            _date_in_turn(view, drafts, index + 1)
        if _adjacent(view, drafts[index], following):
            apart = ";" in view.text[drafts[index].end : following.start]
            if view.folded.endswith(" la ", 0, following.start):
                following = replace(
                    following, own_type=True
                )  # "và mới nhất là": its date is its own
            ranged = view.folded.startswith(" den ", drafts[index].end)
            _share_right(drafts[index], following, apart=apart, ranged=ranged)


# "Công văn số 77/UBND-KT của UBND xã … đề nghị hỗ trợ; kèm Báo cáo số 31/BC-UBND": sent with it.
_SENT_WITH = re.compile(
    r"(?:[^.()]{0,90}[,;(])?\s?(?:co\s|gui\s)?kem(?:\stheo)?:?\s(?:[^.;()]{0,60}\s)?"
)


_COMPLAINED = re.compile(r"(?<!\w)khieu\snai(?:\s(?:doi\svoi|noi\sdung|viec))?\s$")
_FIRST_SETTLED = re.compile(
    r"(?<!\w)giai\squyet\s(?:khieu\snai\s)?(?:\(?lan\s(?:dau|1|thu\snhat)\)?)\s(?:bang|tai|theo)\s$"
)


def _maker_of_previous(
    view: View, previous: Draft, draft: Draft, sentences: Sentences
) -> str | None:
    """Return whose a mention is, where the one before it in the sentence tells.

    Also "UBND huyện … ban hành Quyết định số … thu hồi đất; Quyết định số … cùng ngày".
    """
    gap = view.folded[previous.end : draft.start]
    again = gap.endswith(("; ", "; va ")) and draft.symbol == previous.symbol
    sent = " kem " in f" {gap}" and _SENT_WITH.fullmatch(gap) is not None
    # "Quyết định A của UBND huyện … về việc … và Quyết định B cùng ngày": in one hand.
    same = draft.same_day and draft.symbol == previous.symbol and draft.type == previous.type
    # Luật Khiếu nại 2011, Điều 7: who made the decision complained of settles it first.
    first = draft.symbol == previous.symbol and _FIRST_SETTLED.search(gap) is not None
    if first and _COMPLAINED.search(view.folded, max(0, previous.start - 40), previous.start):
        return previous.issuer or previous.maker
    if not (sent or again or same or previous.maker):
        return None
    begin = sentences.start(draft.start)
    if previous.start < begin or not _one_agency(draft.symbol, previous.symbol):
        return None
    if not (sent or again or same or tells_on(view, begin, previous, draft.start)):
        return None
    for name in STARTS.finditer(view.folded, previous.end, draft.start):
        if view.text[name.start()].isupper():
            return None  # another agency acts
    return (previous.issuer if sent or same else None) or previous.maker


# "Căn cứ Luật A và các Nghị định của Chính phủ: số …": what "căn cứ" says holds for those, too.
_HEADED = re.compile(
    rf"(?:{NEXT.pattern})(?:(?:cac|hai|ba|bon|\d{{1,2}})\s)?(?:van\sban|nghi\sdinh|nghi\squyet|thong\stu|quyet\sdinh|chi\sthi|cong\sdien"
    r"|cong\svan|thong\sbao|ke\shoach|to\strinh|bao\scao)(?:\scua\s[^,;.:()]{2,60})?(?:\s(?:sau(?:\sday)?|gom(?:\sco)?))?\s?:\s"
)


def _follow_over_heading(view: View, previous: Draft, draft: Draft) -> None:
    """Give a mention the relation of the one before it, where only the head of a list stands between."""
    if not view.folded.endswith(": ", previous.end, draft.start) or previous.passive:
        return
    if view.text.startswith(";", previous.end) and previous.relation != "can_cu":
        return  # spoken of anew
    # Its title may stand before: "Nghị định A về chi phí; các Thông tư của Bộ Xây dựng: số …".
    titled = TITLE.match(view.folded, previous.end, draft.start) is not None
    at = view.folded.rfind(";", previous.end, draft.start) if titled else previous.end
    if at >= 0 and _HEADED.fullmatch(view.folded, at, draft.start):
        draft.relation = previous.relation


def _date_in_turn(view: View, drafts: Sequence[Draft], last: int) -> None:
    """Give the members of a list the dates that stand, one for each, after the last of them."""
    members = [drafts[last]]
    for index in range(last - 1, max(-1, last - len(drafts[last].in_turn)), -1):
        if drafts[index].dated or not _adjacent(view, drafts[index], drafts[index + 1]):
            break
        members.append(drafts[index])
    if len(members) == len(drafts[last].in_turn):
        for member, written in zip(members[::-1], drafts[last].in_turn, strict=True):
            member.issued, member.written_year, member.dated = written.value, written.year, True


def _share_maker(draft: Draft, other: Draft, sentences: Sentences) -> None:
    """A decision is changed by one of the same agency, if both bear its symbol."""
    if (
        draft.maker is None
        and draft.issuer is None
        and draft.type == other.type
        and _one_agency(draft.symbol, other.symbol)
        and other.start >= sentences.start(draft.start)
    ):
        draft.maker = other.issuer or other.maker


def _share_left(view: View, draft: Draft, head: Draft, registry: Registry) -> None:
    # A law's name is no type of what bears another symbol: "Luật Đầu tư và Văn bản số 05/TTKQ".
    named = head.kind == "name" and not (draft.symbol or "").startswith(_ASSEMBLY)
    if draft.type is None and not named:
        # "các văn bản số 66/BC-STTTT, số 402/STTTT-CNTT": no report bears the second symbol.
        draft.type = type_of(head.type, draft.symbol, registry) if draft.symbol else head.type
    if not draft.own_relation:
        told = told_beside(view, head, draft)
        draft.relation, draft.passive, draft.about = (
            told or head.relation,
            head.passive,
            head.about,
        )
        if head.relation in {"ban_hanh_kem_theo"}:
            # Of another type, it stands beside what was issued: "Căn cứ Quy chế ban hành kèm theo
            # Quyết định A; Kế hoạch B".
            beside = head.under if draft.type != head.type else None
            draft.relation = draft.relation if draft.attachment else beside or "vien_dan"
        if head.relation == "gui_kem_theo" and view.folded.endswith(_LED_IN, head.end, draft.start):
            draft.relation = "vien_dan"  # "hồ sơ gửi kèm A và ý kiến của Sở Y tế tại B"
    draft.hints = draft.hints + head.hints
    if draft.maker is None and _one_agency(draft.symbol, head.symbol):
        draft.maker = head.maker
        if not draft.own_type and head.issuer:
            # "các Tờ trình của UBND huyện … số 61/TTr-UBND, số 75/TTr-UBND": whose, is said of all.
            before = fold(head.issuer) in view.folded[head.start : head.core]
            draft.maker = head.issuer if before else draft.maker
    if draft.same_day and not draft.dated:
        draft.issued, draft.written_year = head.issued, head.written_year


_ASSEMBLY = ("QH", "UBTVQH")
_LED_IN = (" tai ", " tai cac ")


def _adjacent(view: View, left: Draft, right: Draft) -> bool:
    return bool(NEXT.fullmatch(view.folded[left.end : right.start]))


def _share_right(left: Draft, right: Draft, *, apart: bool, ranged: bool) -> None:
    """Give a member of a list the date and issuer that follow the last one.

    ``apart`` is whether a semicolon stands between them; ``ranged`` whether they are the first
    and last of a row: "từ Quyết định số 211/QĐ-SNV đến Quyết định số 224/QĐ-SNV ngày …".
    """
    if right.done_end and not (right.passive or left.own_relation):
        # "A và B bị bãi bỏ kể từ ngày Quyết định này có hiệu lực": both are.
        left.relation, left.own_relation, left.done_end = right.relation, True, right.done_end
    of_a_row = ranged and left.symbol == right.symbol
    shared = (right.same_day and right.dated) or not right.own_type or of_a_row
    undated = not (left.dated or left.issued or left.written_year)
    if shared and undated and left.kind == "reference":
        left.issued, left.written_year = right.issued, right.written_year
        left.day_month = left.day_month or right.day_month
    if left.issuer is None and right.issuer is not None:
        by_number = left.kind == right.kind == "bare" and not (left.symbol or right.symbol)
        if not right.own_type and (by_number or _one_agency(left.symbol, right.symbol)):
            left.issuer = (
                right.issuer
            )  # "các Báo cáo số 210/BC-UBND, số 244/BC-UBND của UBND huyện"
            left.maker = left.maker or right.maker  # which district, where it was named before
        else:
            left.hints.insert(0, right.issuer)
            alike = left.symbol == right.symbol and left.type == right.type
            one = _one_council(left.symbol, right.symbol) or _one_case(left.symbol, right.symbol)
            if (alike or one) and not apart:
                left.maker = left.maker or right.issuer
    elif left.issuer is None and right.maker and left.symbol == right.symbol and not apart:
        left.maker = left.maker or right.maker
    elif left.issuer is None and right.hints and not right.own_relation:
        left.hints += [hint for hint in right.hints if hint not in left.hints]


def _one_agency(left: str | None, right: str | None) -> bool:
    """Say whether two symbols have a group in common, and so may be of one agency."""
    return bool(left and right and set(groups(left)) & set(groups(right)))


def _one_council(left: str | None, right: str | None) -> bool:
    """Say whether both symbols are of councils, which tell neither place nor level.

    "Công văn số 12/UBND-KTN và Kế hoạch số 8/KH-UBND của UBND tỉnh": said after the last, it
    holds for both.
    """
    if not left or not right:
        return False
    return any(council in groups(left) and council in groups(right) for council in _COUNCILS)


def _one_case(left: str | None, right: str | None) -> bool:
    """Say whether both are of a court, in one field of law: "QĐXXST-DS" and "QĐST-DS"."""
    both = set(groups(left)) & set(groups(right)) if left and right else ()
    return any(field in both for field in COURT_FIELDS)


_COUNCILS = ("UBND", "HĐND")
