"""The sentence in which a document is cited, with the mention marked."""

import re
from bisect import bisect_right

from vankho.grammar import relation
from vankho.model.letter import Letter
from vankho.model.resolution import Resolution
from vankho.stages.render.markdown import escape
from vankho.text.emphasis import unmarked
from vankho.text.fold import fold
from vankho.text.span import Span

_BEFORE, _AFTER = 180, 140
_SEEN = 2_000
"""Characters of a sentence that are looked at: one may be as long as its file."""

_KINDS = (
    "cong van|cong dien|quyet dinh|van ban|ke hoach|thong bao|nghi quyet|nghi dinh|thong tu|luat|chi thi|quy dinh|quy che"
    "|giay moi|to trinh|bao cao|huong dan"
)
# What may stand before the verb where the letter itself acts: its marker, "Công văn này",
# "Quyết định này có hiệu lực kể từ ngày ký và".
_MARKER = r"^(?:v/v|ve viec|[\W\d]|[a-z]\s?[.)]|[ivx]+\s?[.)]|dieu\s\d+[a-z]?[.:]?)*\s*"
_OWN_ACT = re.compile(
    rf"{_MARKER}(?:(?:{_KINDS})\snay\s(?:co hieu luc\s[^.;]{{0,120}}?(?:,|va|;|,\sva)\s|(?:[a-z]+\s){{0,2}}))?"
    r"(?:nay\s)?(?:dinh chinh|bai bo|thay the|thay cho|thay|huy bo|thu hoi|sua doi|bo sung|hop nhat|(?:phe duyet\s)?dieu chinh)(?!\w)"
)
# "Do sơ suất khi soạn thảo, UBND tỉnh đính chính …": who writes corrects its own.
_CORRECTS = re.compile(
    rf"{_MARKER}(?:(?:do|qua|trong|thua)\s[^.;]{{0,160}},\s)?[^.,;]{{3,80}}\sdinh chinh(?!\w)"
)
_TALK = re.compile(
    r"(?<!\w)(?:de nghi|kien nghi|tham muu|yeu cau|giao|trinh|xem xet|se|duoc|da|bi|can|phai|chua|khong|du thao|neu|viec|ngay)(?!\w)"
)
# These ask and tell; they change no document but one of their own kind.
_ONLY_ASK = {"Tờ trình", "Báo cáo", "Giấy mời", "Biên bản", "Phiếu trình"}


def quote(letter: Letter, resolution: Resolution) -> str:
    """Return the citing sentence as inline Markdown, cut to a readable length."""
    citation = resolution.citation
    text = letter.text
    start, end = citation.span.start, citation.span.end
    before = _clean(text[max(citation.sentence.start, start - _SEEN) : start])
    after = _clean(text[end : min(citation.sentence.end, end + _SEEN)])
    if len(before) > _BEFORE:
        before = "… " + before[-_BEFORE:].partition(" ")[2]
    if len(after) > _AFTER:
        after = after[:_AFTER].rpartition(" ")[0] + " …"
    mention = escape(_plain(unmarked(citation.surface)))
    return f"“{escape(before)}<mark>{mention}</mark>{escape(after)}”"


def _clean(text: str) -> str:
    words = _plain(unmarked(text))
    lead = " " if text[:1].isspace() else ""
    tail = " " if text[-1:].isspace() else ""
    return f"{lead}{words}{tail}" if words else ""


def _plain(text: str) -> str:
    """Return the words of a text, one blank between them, without any asterisk."""
    return " ".join(text.replace("*", "").split())


def own_act(letter: Letter, resolution: Resolution) -> bool:
    """Say whether the letter itself corrects, amends or repeals what it cites.

    Only where its sentence begins with the act: "tham mưu bãi bỏ Quyết định …" is talk
    about an act, and no banner is made of talk.
    """
    if (
        resolution.citation.relation not in relation.CHANGES
        or resolution.citation.about is not None
    ):
        return False
    kind = letter.metadata.type
    if kind in _ONLY_ASK and resolution.citation.type != kind:
        return False
    begin, end = resolution.citation.sentence.start, resolution.citation.span.start
    sentence = Span(begin, min(end, begin + _SEEN))
    said = fold(_plain(sentence.of(letter.text)))
    if _OWN_ACT.match(said) or (_ONLY_MARKER.fullmatch(said) and _listed_act(letter, begin)):
        return True
    corrects = _CORRECTS.match(said) if resolution.citation.relation == "dinh_chinh" else None
    return corrects is not None and _TALK.search(corrects[0]) is None


_ONLY_MARKER = re.compile(_MARKER)
_LISTED = 200
"""Blocks back that the line above a list of acts is looked for."""


def _listed_act(letter: Letter, at: int) -> bool:
    """Say whether a place stands in a list under "Điều 1. Bãi bỏ các Quyết định sau đây:"."""
    index = bisect_right(letter.blocks, at, key=lambda block: block.start) - 1
    for block in reversed(letter.blocks[max(0, index - _LISTED) : max(0, index)]):
        said = _plain(block.spans[-1].of(letter.text))
        if said.endswith(":"):
            return _OWN_ACT.match(fold(said)) is not None
    return False


# "bãi bỏ một phần Quyết định …", "bãi bỏ một số điều của Quyết định …".
_SOME = re.compile(r"(?<!\w)mot (?:phan|so)(?!\w)[^.;]{0,60}$")


def of_a_part(letter: Letter, resolution: Resolution) -> bool:
    """Say whether the words before a mention tell that only a part of the document is meant."""
    begin, end = resolution.citation.sentence.start, resolution.citation.span.start
    words = fold(" ".join(letter.text[max(begin, end - _BEFORE) : end].split()))
    return bool(_SOME.search(words))
