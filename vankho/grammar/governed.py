"""What an agency was told to do: "đã giao Sở Tài chính báo cáo tại Công văn số …".

The document tells what was given or directed, not a report: of two verbs the one that governs
the other says why it is cited.
"""

import re

from vankho.grammar.agency_heads import HEAD

_VERBS = {
    "giao": "giao_tai",
    "chi dao": "chi_dao_tai",
    "de nghi": "de_nghi_tai",
    "huong dan": "huong_dan_tai",
    "yeu cau": "vien_dan",
    "phan cong": "vien_dan",
    "don doc": "vien_dan",
    "nhac nho": "vien_dan",
}
_GOVERNS = re.compile(
    # It was done, or is what is spoken of: what this letter itself asks for stands in no other.
    r"(?<!\w)(?P<begin>(?:da|duoc|vua|tung|nhiem\svu|noi\sdung|viec)\s(?:[^;.:()]{1,60}?\s)??)"
    rf"(?P<verb>{'|'.join(_VERBS)})\s(?!cua\s|tai\s)(?!(?:[^;.:()]*\s)?(?:theo|khi|neu|da)\s)[^;.:()]{{2,120}}?\s$"
)
_COMMA = re.compile(",\\s")
_REACH = 220
_HEADS = {"bao_cao_tai", "huong_dan_tai", "chi_dao_tai"}


def governing(code: str, left: str, start: int) -> tuple[str, int] | None:
    """Return the relation of the verb that governs the one at ``start``, and its place, or None.

    ``code`` is the relation of what stands at ``start`` of ``left``, the folded text before the
    citation. "báo cáo của Sở" is a noun, which nothing governs.
    """
    if code not in _HEADS or left.find(" cua ", start) >= 0:
        return None
    found = _GOVERNS.search(left, max(0, start - _REACH), start)
    if found is None or _VERBS[found["verb"]] == code:
        return None
    told = found.end("verb"), start
    if any(HEAD.match(left, comma.end()) for comma in _COMMA.finditer(left, *told)):
        return None  # "đã đề nghị các địa phương rà soát, UBND huyện Ba Tơ báo cáo tại": who does it anew
    return _VERBS[found["verb"]], found.start("verb")
