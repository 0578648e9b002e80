"""What stands left of a mention: pinpoints, attachments, the relation."""

import re

from vankho.grammar import attachment as attachments
from vankho.grammar import pinpoint, relation
from vankho.registry.registry import Registry
from vankho.stages.extract import acts_after
from vankho.stages.extract.draft import Draft
from vankho.stages.extract.makers import has_issued, maker_before
from vankho.stages.extract.speakers import speaking_after
from vankho.stages.extract.stated import (
    chairman_after,
    fuller_before,
    hints_before,
    issued_by_after,
    issuer_after,
    maker_inside,
    told_alone,
)
from vankho.text.view import View

_OF = re.compile(r"(?:,?\s?(?:cua|thuoc|tai|trong))?\s?,?\s?(?:cac\s)?$")
_OF_ENDS = ("cua", "thuoc", "tai", "trong", "cac", ",")


def read_left(view: View, draft: Draft, floor: int) -> None:
    """Read the attachment and the pinpoints before a mention into its surface."""
    begin = _before_title(view, floor, draft.start)
    found = attachments.before(view.text, view.folded, begin, draft.start)
    at = draft.start
    if found is not None and found.link == "approved" and _according(view, draft, floor):
        found = None
    if found is not None and found.link == "bracket":
        # "khoản 1 Điều 6 Quy chế làm việc (Quyết định số …)": the point is of what it issued.
        pinned = draft.type in _IN_FORCE and _pinpointed(view, found.start, begin)
        found = found._replace(link="issued") if pinned else None
    if found is not None:
        draft.attachment = found.attachment
        if found.start < floor:  # its quoted title cites another document
            found = found._replace(start=floor, attachment=None)
        if found.link == "issued":
            draft.relation, draft.own_relation = "ban_hanh_kem_theo", True
            at = found.start if found.attachment else at
            draft.end = _closed_bracket(view, at, draft.end)
        elif found.link == "approved":
            draft.relation, draft.own_relation = "phe_duyet_tai", True
            if not _pinpointed(view, found.start, floor):
                return
            at = found.start
        else:
            draft.relation, draft.own_relation = "gui_kem_theo", True
            draft.sent_with = max(found.start, floor)
            annex = pinpoint.paths_ending_at(view.text, view.folded, found.link_start, floor)
            if annex:
                draft.attachment, at = None, found.link_start
            elif _pinpointed(view, found.start, floor):
                at = found.start
            else:
                return
    if found is not None and found.link == "issued":
        annex = pinpoint.paths_ending_at(view.text, view.folded, found.link_start, floor)
        if annex:  # a numbered annex is a place in the document, not a document of its own
            draft.attachment, at = None, found.link_start
    draft.start = at
    if not pinpoint.may_end_at(view.folded, at, floor):
        return
    edges = [at, _trimmed(view, at)]
    if view.folded.endswith(_OF_ENDS, floor, edges[-1]):
        of = _OF.search(view.folded, max(floor, at - 12), at)
        edges.append(of.start() if of else at)
    for edge in dict.fromkeys(edges):
        paths = pinpoint.paths_ending_at(view.text, view.folded, edge, floor)
        if paths:
            draft.paths = paths + draft.paths
            draft.start = paths[0].start
            return


_IN_FORCE = {"Nghị định", "Nghị quyết", "Quyết định", "Thông tư"}
"""What puts a regulation in force; a letter in brackets may just speak of it."""
_TITLE_REACH = 400
_KIND_REACH = 30


def _before_title(view: View, floor: int, end: int) -> int:
    """Return where an attachment may begin: left of ``floor`` if a quotation is open there."""
    closed = view.text.find("”", floor, end)
    if closed < 0 or view.text.find("“", floor, closed) >= 0:
        return floor
    opened = view.text.rfind("“", max(0, floor - _TITLE_REACH), floor)
    return max(0, opened - _KIND_REACH) if opened >= 0 else floor


def _pinpointed(view: View, at: int, floor: int) -> bool:
    """Say whether a pinpoint stands right before an attachment's name."""
    return bool(pinpoint.paths_ending_at(view.text, view.folded, _trimmed(view, at), floor))


def _closed_bracket(view: View, start: int, end: int) -> int:
    """Take in the bracket that closes one opened inside: "Quy chế … (ban hành kèm theo …)"."""
    opened = view.text.count("(", start, end) > view.text.count(")", start, end)
    return end + 1 if opened and view.text[end : end + 1] == ")" else end


def _trimmed(view: View, at: int) -> int:
    while at and view.text[at - 1] == " ":
        at -= 1
    return at


# The National Assembly makes laws; "this decision" is the letter's own.
_MADE_BY_RULE = {"name", "self"}


def read_relation(view: View, draft: Draft, floor: int, registry: Registry) -> None:
    """Read why the document is cited, and which agencies are named before it."""
    if draft.issuer is None and draft.kind == "reference":
        draft.issuer = issued_by_after(view, draft.end, registry)
    if draft.issuer is None and draft.kind != "self":
        draft.hints = hints_before(view, floor, draft.start, draft.symbol, registry)
    if draft.kind not in _MADE_BY_RULE:
        # Of an agency whose symbol tells it alone, a branch may be said to have issued it.
        alone = told_alone(draft.symbol, registry) is not None
        issued = has_issued(view, floor, draft.start)
        if issued or not alone:
            draft.maker = maker_before(view, floor, draft.start, registry)
        draft.issued_by_maker = issued and draft.maker is not None
        if draft.maker is None and draft.issuer is None and not alone:
            draft.maker = speaking_after(
                view, floor, draft.start, draft.end, registry
            ) or chairman_after(view, draft.end, registry)
    if draft.attachment is not None and draft.relation == "ban_hanh_kem_theo":
        inside = maker_inside(view, draft.start, draft.end, registry)
        draft.maker = inside or draft.maker
    if draft.issuer is not None:
        draft.maker = fuller_before(view, draft.start, draft.issuer, registry) or draft.maker
    after = issuer_after(view, draft.end, registry) if draft.issuer is None else None
    if after:
        draft.hints.insert(0, after)
    if draft.own_relation and draft.relation not in _HOW_ISSUED:
        return
    found = _said_before(view, draft, floor)
    if found is not None and (not draft.own_relation or found.code in relation.CHANGES):
        # "Bãi bỏ Điều 4 Quy định ban hành kèm theo …": that it is repealed says more.
        draft.relation, draft.own_relation, draft.passive = found.code, True, found.passive
        draft.cue = found.start
    elif found is not None and not found.passive:
        draft.under = found.code
    elif not draft.own_relation:
        acts_after.read_its_own(view, draft, floor)
    if found is None and draft.relation not in relation.CHANGES:
        acts_after.read_this_letters(view, draft)


def _said_before(view: View, draft: Draft, floor: int) -> relation.Relation | None:
    """Return why the words before a mention cite it; None where they speak of something else."""
    end = min(draft.start, draft.sent_with)
    found = relation.before(view.folded, floor, end, text=view.text)
    if found is not None and found.code in _ASKING and _never(draft.type, found.code):
        # "phê duyệt báo cáo nghiên cứu khả thi tại Quyết định …": what was approved is the report.
        found = relation.before(view.folded, floor, end, without=_ASKING, text=view.text)
        return found if found is not None and found.code in _OF_A_REPORT else None
    if found is None:
        return None
    if found.code == "chi_dao_tai" and draft.type in _LAWS:
        return None  # "chỉ đạo không cấp phép cho công trình vi phạm Điều 51 Luật …"
    if found.code in _OF_A_REPORT and (according := _according(view, draft, found.start)):
        return relation.Relation("theo", False, according.start())
    if found.passive and draft.relation == "gui_kem_theo":
        return None  # "được thay bằng Phụ lục gửi kèm Công văn này"
    if found.code == "sua_doi_bo_sung" and _adds_basis(view, draft):
        return None
    if draft.type in _LAWS and not draft.paths:
        cue = view.folded[found.start : draft.start].strip()
        if cue == "bo sung" and not view.folded.endswith(_AND_ALSO, 0, found.start):
            return None
    return found


def _according(view: View, draft: Draft, floor: int) -> re.Match[str] | None:
    """Find the "theo" of what must be done by a law; a law says how, it approves nothing."""
    if draft.type not in _LAWS_AND_CIRCULARS:
        return None
    return _ACCORDING.search(view.folded, max(floor, draft.start - 24), draft.start)


# What was done to a thing says more than with what it was issued or sent.
_HOW_ISSUED = {"ban_hanh_kem_theo", "gui_kem_theo"}
# A basis more for a draft amends nothing: "Về căn cứ ban hành: bổ sung Nghị quyết số …".
_BASIS = re.compile(r"can\scu(?:\s\w+){0,3}:?\s(?:de\snghi\s)?bo\ssung\s(?:them\s)?(?:cac\s)?$")


def _adds_basis(view: View, draft: Draft) -> bool:
    return bool(_BASIS.search(view.folded, max(0, draft.start - 70), draft.start))


# Who asks or reports does so in a letter: "đề nghị tăng mức hỗ trợ nêu ở Nghị quyết số …".
_ASKING = {"de_nghi_tai", "bao_cao_tai"}
_NEVER_ASK = {
    "Hiến pháp", "Luật", "Bộ luật", "Pháp lệnh", "Nghị định", "Nghị quyết", "Thông tư", "Thông tư liên tịch",
    "Quyết định", "Chỉ thị", "Quy định", "Quy chế", "Bản án",
}  # fmt: skip

# "báo cáo kết quả xử lý nội dung tại mục II Thông báo số …": a plan or a notice may be asked for, but reports nothing.
_NEVER_REPORT = {"Kế hoạch", "Thông báo"}


def _never(kind: str | None, code: str) -> bool:
    return kind in _NEVER_ASK or (code == "bao_cao_tai" and kind in _NEVER_REPORT)


_OF_A_REPORT = {"phe_duyet_tai", "cong_bo_tai"}

# Alone, what is "bổ sung" is put among the grounds: "đề nghị bỏ Nghị định A; bổ sung Luật B".
_AND_ALSO = ("sua doi, ", "sua doi va ", "dieu chinh, ")
_LAWS = {"Hiến pháp", "Luật", "Bộ luật", "Pháp lệnh", "Nghị định"}
_LAWS_AND_CIRCULARS = _LAWS | {"Thông tư", "Thông tư liên tịch"}
_ACCORDING = re.compile(r"(?<!\w)theo(?:\s(?:cac|nhung|dung))?\s*$")
