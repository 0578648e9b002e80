"""What follows the signature: annexes, and documents issued with this one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from vankho.grammar import header as frame
from vankho.grammar import marker as markers
from vankho.model.finding import Finding
from vankho.model.letter import COUNTED, Block, Level, Role, Step
from vankho.stages.parse import body
from vankho.stages.parse.lines import Line
from vankho.stages.parse.names import is_agency, is_person, starts_place

_TITLES = (
    "quy dinh", "quy che", "ke hoach", "de an", "chuong trinh", "danh muc", "phuong an", "huong dan", "noi quy",
    "dieu le", "bao cao", "bieu mau", "mau so", "bang ", "quy trinh", "du an", "quy hoach", "chien luoc", "bo tieu chi",
    "de cuong", "thanh phan", "danh sach",
)  # fmt: skip


def begins(lines: Sequence[Line], start: int) -> int | None:
    """Return the index at which the first attached thing after the signature begins."""
    for index in range(start, len(lines)):
        line = lines[index]
        if line.blank:
            continue
        if opens(lines, index) or _leads_points(lines, index):
            return _with_header(lines, start, index)
    return None


def opens(lines: Sequence[Line], index: int) -> bool:
    """Say whether an annex or an attached document opens at this line."""
    line = lines[index]
    if line.blank:
        return False
    marker = markers.read(line.text)
    if marker is not None and marker.level is Level.ANNEX:
        return True
    if _is_form(lines, index) or _has_letterhead(lines, index):
        return True
    if not line.capitals or frame.NATION.search(line.folded):
        return False
    if frame.AUTHORITY.match(line.folded) or _under_marker(lines, index):
        return False
    if line.folded.startswith(_TITLES):
        return _issued_with(lines, index)
    return _said_to_be_issued_with(lines, index)


def _leads_points(lines: Sequence[Line], index: int) -> bool:
    """Match what the back of a permit says: "CHỦ ĐẦU TƯ PHẢI THỰC HIỆN …:", then "1. …"."""
    line = lines[index]
    if not (line.capitals and line.text.endswith(":")) or line.raw < _LEAST:
        return False
    if frame.RECIPIENTS.match(line.folded) or frame.AUTHORITY.match(line.folded):
        return False
    below = next((below.text for below in lines[index + 1 : index + 4] if not below.blank), "")
    marker = markers.read(below)
    return marker is not None and marker.level is Level.CLAUSE and marker.number == "1"


_LEAST = 20
"""Characters; shorter capitals with a colon are a label."""
# "Mẫu số 01", "BIỂU 2", "Phụ biểu số 03/LT", alone on its line.
_FORM = re.compile(
    r"(?:bieu mau|mau|phu bieu|bieu)(?:\s?:?\s?so)?\s?:?\s?\d{1,3}[a-z]?(?:[./-]\w{1,10}){0,3}[.:]?$"
)


def _is_form(lines: Sequence[Line], index: int) -> bool:
    """Say whether a form or a table for filling in begins, not a line of a list of such."""
    if not lines[index].text[0].isupper() or not _FORM.match(lines[index].folded):
        return False
    below = [line for line in lines[index + 1 : index + 8] if not line.blank][:2]
    return len(below) == 2 and not any(_FORM.match(line.folded) for line in below)


# What a document below its own letterhead may be: the draft that a tờ trình submits.
_OWN_TITLE = re.compile(
    r"(?:du thao |toan van )?(?:nghi quyet|nghi dinh|quyet dinh|thong tu|chi thi|cong van|to trinh|bao cao|ke hoach|de an|chuong trinh"
    r"|quy che|quy dinh|bien ban|hop dong|giay moi|giay xac nhan|giay chung nhan|giay de nghi|don de nghi|don|phieu|ban cam ket|ban khai"
    r"|danh sach|de cuong|huong dan|thong bao)(?: (?:lien tich|kiem tra|tong hop|danh gia|lay y kien|dang ky|de nghi|khao sat)){0,2}"
)
_LETTERHEAD = 14


def _has_letterhead(lines: Sequence[Line], index: int) -> bool:
    """Say whether the name of a type, alone in capitals, has a national title of its own above it.

    Below "Mẫu số 01" the letterhead is that of the form, which has begun there.
    """
    line = lines[index]
    if not line.capitals or not _OWN_TITLE.fullmatch(line.folded.strip(" :")):
        return False
    above = (at for at in range(index - 1, max(-1, index - 1 - _LETTERHEAD), -1) if lines[at].text)
    titled = False
    for at in above:
        titled = titled or bool(frame.NATION.search(lines[at].folded))
        marker = markers.read(lines[at].text)
        if _FORM.match(lines[at].folded) or (marker is not None and marker.level is Level.ANNEX):
            return False
        if not _is_letterhead(lines[at]):
            return titled
    return titled


def _is_letterhead(line: Line) -> bool:
    """Say whether a line may stand in the letterhead of an attached document."""
    if len(line.text) > _WIDEST:
        return False
    folded = line.folded
    agency = is_agency(line.text) and not is_person(line.text)
    named = line.capitals and (agency or starts_place(line.text))
    return bool(
        named
        or frame.NATION.search(folded)
        or frame.NUMBER.search(folded)
        or frame.DATE.search(folded)
        or frame.RULE.fullmatch(folded)
        or frame.NOTE.fullmatch(folded.strip(" ()[]."))
    )


_WIDEST = 120
"""Characters that a line of a letterhead holds at most, both columns together."""


def _said_to_be_issued_with(lines: Sequence[Line], index: int) -> bool:
    """Look for "(Ban hành kèm theo …)" under a title of any kind."""
    below = [line for line in lines[index + 1 : index + 10] if not line.blank][:4]
    at = _above(lines, index)
    above = lines[at] if at is not None else None
    titled = (
        above is not None
        and above.capitals
        and not frame.AUTHORITY.match(above.folded)
        and not frame.NATION.search(above.folded)
    )
    for line in below:
        marker = markers.read(line.text)
        if marker is not None and marker.level is Level.ANNEX:
            return False  # the note is the annex's: above stands "TỔNG CỘNG …"
        if line.folded.lstrip("(* ").startswith(("ban hanh kem theo", "kem theo")):
            return not titled
    return False


def _under_marker(lines: Sequence[Line], index: int) -> bool:
    """Say whether the line is a title whose opening stands above: "Chương I", then "QUY ĐỊNH CHUNG".

    So are the words below "Mẫu số 01", and the second line of a title.
    """
    at = _above(lines, index)
    if at is None:
        return False
    above = lines[at]
    marker = markers.read(above.text)
    if marker is not None and marker.level not in COUNTED:
        return True  # below a dash stands the last recipient, the signer's name beside it
    if _FORM.match(above.folded):
        return True
    return at == index - 1 and above.capitals and above.folded.startswith(_TITLES)


def _above(lines: Sequence[Line], index: int) -> int | None:
    """Return the index of the printed line above."""
    return next((at for at in range(index - 1, -1, -1) if not lines[at].blank), None)


def _issued_with(lines: Sequence[Line], index: int) -> bool:
    """Look for "(Ban hành kèm theo …)" or an article right below the title."""
    below = [line for line in lines[index + 1 : index + 14] if not line.blank][:7]
    return any(
        "kem theo" in line.folded or line.folded.startswith(("chuong i", "dieu 1", "phan "))
        for line in below
    )


def _with_header(lines: Sequence[Line], start: int, index: int) -> int:
    """Take in a letterhead repeated above the title of an attached document."""
    first = index
    for above in range(index - 1, start, -1):
        line = lines[above]
        if line.blank:
            continue
        if not _is_letterhead(line):
            break
        # A rule ends the letter above it as well.
        first = first if frame.RULE.fullmatch(line.folded) else above
    return first


def blocks(
    text: str, lines: Sequence[Line], width: int | None = None
) -> tuple[list[Block], list[Finding]]:
    """Parse everything after the signature; each attached document has its own numbering.

    ``width`` is that of the letter's body, 0 where a paragraph is one line there.
    """
    cuts = _cuts(lines)
    result: list[Block] = []
    findings: list[Finding] = []
    named: set[int] = set()
    for position, (start, number) in enumerate(cuts):
        end = cuts[position + 1][0] if position + 1 < len(cuts) else len(lines)
        prefix = (Step(Level.ATTACHMENT, str(number)),) if number else ()
        part, found = body.blocks(text, lines[start:end], prefix, width=width)
        result += part if number in named else _titled(part, prefix)
        findings += found
        named.add(number)
    return result, findings


@dataclass(slots=True)
class _Document:
    """The attached document that is being read."""

    number: int
    kind: str
    """The first words of its title: "quy che"."""
    owned: bool = False
    """The annex before this one was its own."""
    spoken_of: set[str] = field(default_factory=set)
    """Numbers of annexes that its text sends the reader to."""

    def owns(self, lines: Sequence[Line], index: int, number: str) -> bool:
        """Say whether an annex is this document's, not one of the letter that it came with."""
        caption = _caption(lines, index)
        _, link, whose = caption.partition("kem theo ")
        if link:
            self.owned = whose.removeprefix("ban ").startswith(self.kind)
        else:
            self.owned = self.owned or number in self.spoken_of or bool(_OF_STANDARD.match(caption))
        return self.owned


def _cuts(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Return where each attached thing starts, and the number of the document that it is or is of.

    The number is 0 for the annexes of the letter itself.
    """
    cuts: list[tuple[int, int]] = []
    count = opened = 0
    document: _Document | None = None
    for index, line in enumerate(lines):
        if line.blank:
            continue
        if not (opens(lines, index) or (not cuts and _leads_points(lines, index))):
            if document is not None:
                document.spoken_of.update(match["n"] for match in _ITS_ANNEX.finditer(line.folded))
            continue
        start = _with_header(lines, cuts[-1][0] if cuts else -1, index)
        marker = markers.read(line.text)
        if marker is not None and marker.level is Level.ANNEX:
            owned = document is not None and document.owns(lines, index, marker.number)
            number = document.number if document is not None and owned else 0
            if not cuts or cuts[-1][1] != number:
                cuts.append((start, number))
            continue
        kind = " ".join(line.folded.split()[:2])
        if document is not None and _one_head(lines, opened, index):
            document.kind = kind
            continue
        count, opened = count + 1, index
        cuts.append((start, count))
        if not _FORM.match(line.folded):
            document = _Document(count, kind)
    if not cuts and any(not line.blank for line in lines):
        cuts.append((0, 0))
    if cuts:
        cuts[0] = (0, cuts[0][1])
    return cuts


# "… theo Phụ lục II", but for "Phụ lục II Quyết định này".
_ITS_ANNEX = re.compile(
    r"phu luc (?:so )?(?P<n>[ivxlc]{1,7}|\d{1,3}|[a-h])(?!\w)"
    r"(?! (?:kem theo |cua )?(?:quyet dinh|nghi quyet|thong tu|nghi dinh))"
)
# How standards mark their annexes: normative, informative.
_OF_STANDARD = re.compile(r"\((?:quy dinh|tham khao)\)")
_HEAD = 12


def _one_head(lines: Sequence[Line], opened: int, index: int) -> bool:
    """Say whether nothing but capitals and national titles stands between two openings."""
    return index - opened <= _HEAD and all(
        line.blank or line.capitals or frame.NATION.search(line.folded)
        for line in lines[opened + 1 : index]
    )


def _caption(lines: Sequence[Line], index: int) -> str:
    """Return what stands in brackets below the title of an annex: "(Kèm theo Quy chế …)"."""
    below = [line for line in lines[index + 1 : index + 14] if not line.blank][:7]
    for at, line in enumerate(below):
        if markers.read(line.text) is not None:
            break  # the text has begun
        if line.folded.startswith("("):
            return " ".join(item.folded for item in below[at : at + 2])
    return ""


def _titled(part: list[Block], prefix: tuple[Step, ...]) -> list[Block]:
    """Give the head of an attached document, or else its close, the document's own anchor."""
    own = "".join(map(str, prefix))
    for index, block in enumerate(part):
        if own and block.anchor is None and block.role is not Role.PAGE and block.place == own:
            part[index] = replace(block, anchor=own)
            break
    return part
