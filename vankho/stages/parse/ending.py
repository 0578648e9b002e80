"""The end of a letter: recipients and signature, on lines of their own or shared ones."""

import itertools
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from vankho.grammar import header as frame
from vankho.grammar import persons
from vankho.model.letter import Role, Signer
from vankho.stages.parse.lines import Line
from vankho.stages.parse.names import is_agency, is_person
from vankho.text.fold import fold

_ITEM = re.compile(r"^\s*[-+•·*–]\s*")
_TITLE = (
    r"(?:(?:PGS|GS|TSKH|TS|T[Hh]S|Th\.S|B[Ss]|BSNT|CK ?(?:II|I|2|1)|BSCK ?(?:II|I|2|1)|KS|CN|LS|DS|KTS|NSND|NSƯT|NGƯT|NGND|TTND|TTƯT)"
    r"(?!\w)|(?:[Đđ]ại|[Tt]hượng|[Tt]rung|[Tt]hiếu) (?:tá|tướng|úy)|[Tt]hạc s[ĩỹ]|[Tt]iến s[ĩỹ]|[Bb]ác s[ĩỹ]|[Dd]ược s[ĩỹ]"
    r"|[Kk]ỹ sư|[Kk]iến trúc sư|[Ll]uật sư|[Đđ]ồng chí|Ông|Bà)"
)
_NAME = re.compile(
    rf"^(?:{_TITLE}[.,:]*\s*){{0,5}}"
    r"[A-ZĐÀ-ỸƠƯ][\wĐđ']*(?:\s[A-ZĐÀ-ỸƠƯ][\wĐđ'-]*){1,5}$"
)
_LONGEST = 240
"""No line of recipients or signature is longer; above this a line is running text."""
_SHORT = 60
"""Nor is an authority line in small letters longer."""
_KEPT = {"Lu", "Ll", "Lo", "Nd"}
_BRACKETED = re.compile(r"\([^()]{0,80}\)")
_DRAFT = re.compile(r"l[ưu]u\s*[:;]?\s*(?P<rest>.+)$", re.IGNORECASE)
_FILE = re.compile(r"(?<!\w)luu(?!\w)")
_FILE_COPY = re.compile(r"l[ưu]u\s*[:;]?\s*(?:vt|v[ăa]n th[ưu])(?!\w)", re.IGNORECASE)


@dataclass(slots=True)
class Ending:
    """What the end says, and the role of each of its lines."""

    roles: dict[int, Role] = field(default_factory=dict)
    recipients: tuple[str, ...] = ()
    drafting_unit: str | None = None
    signer: Signer | None = None


def begins(lines: Sequence[Line], start: int) -> int | None:
    """Return the index at which the first ending after ``start`` begins, or None."""
    index = _first(lines, start)
    return index if index is None else _with_agency_above(lines, start, index)


def _with_agency_above(lines: Sequence[Line], start: int, index: int) -> int:
    """Take in the agency that a joint signature is of: "SỞ NỘI VỤ" right above "KT. GIÁM ĐỐC"."""
    if not _is_authority(lines[index]):
        return index
    first = index
    for above in range(index - 1, max(start - 1, index - 4), -1):
        line = lines[above]
        if not line.text or not line.capitals or line.raw > _SHORT or line.text[-1] in ".:;":
            break
        if is_agency(line.text):
            first = above
    return first


def _first(lines: Sequence[Line], start: int) -> int | None:
    for index in range(start, len(lines)):
        line = lines[index]
        if line.blank:
            continue
        if _label(line):
            return _with_authority_above(lines, start, index)
        if _is_authority(line) and _signature_follows(lines, index):
            return index
        if _is_head(line) and _authority_follows(lines, index):
            return index
        if _split_authority(line.text)[1] and _list_follows(lines, index):
            return index
    return None


def _with_authority_above(lines: Sequence[Line], start: int, index: int) -> int:
    """Take in a signature that stands before "Nơi nhận"."""
    first = index
    for above in range(index - 1, max(start, index - 12), -1):
        line = lines[above]
        if line.blank:
            continue
        if _is_authority(line) or (_is_name(line.text) and not line.folded.endswith((".", ";"))):
            first = above
        elif not frame.SIGNED.match(line.folded) and not _is_head(line):
            break
    # A name alone is not a signature; an authority line must stand there too.
    return first if any(_is_authority(line) for line in lines[first:index]) else index


def _is_authority(line: Line) -> bool:
    return _marked(line.text) or (
        bool(line.text)
        and line.capitals
        and bool(frame.AUTHORITY.match(line.folded))
        and len(line.text) < 90
    )


def _marked(text: str) -> bool:
    """Say whether a line is an authority by its mark alone: "KT. Chủ tịch" in small letters."""
    mark = frame.CAPACITY.match(fold(text))
    return (
        mark is not None
        and len(text) < _SHORT
        and text[: mark.end()].isupper()
        and text[mark.end()].isupper()
        and not text.endswith((";", ",", ":"))
    )


def _is_name(text: str) -> bool:
    return len(text) < 45 and bool(_NAME.match(text))


def _signature_follows(lines: Sequence[Line], index: int) -> bool:
    below = [line for line in lines[index + 1 : index + 14] if not line.blank]
    return any(_is_name(line.text) or frame.RECIPIENTS.match(line.folded) for line in below[:5])


def _is_head(line: Line) -> bool:
    """Say whether capitals say what a signature is for: "XÁC THỰC VĂN BẢN HỢP NHẤT"."""
    return line.capitals and bool(frame.SIGNATURE_HEAD.match(line.folded))


def _authority_follows(lines: Sequence[Line], index: int) -> bool:
    below = next(
        (at for at in range(index + 1, min(index + 4, len(lines))) if lines[at].text), None
    )
    if below is None:
        return False
    return _is_authority(lines[below]) and _signature_follows(lines, below)


def _list_follows(lines: Sequence[Line], index: int) -> bool:
    """A damaged "Nơi nhận" with the signature beside it: a list of short items follows."""
    below = [line for line in lines[index + 1 : index + 8] if not line.blank]
    items = [line for line in below[:4] if _ITEM.match(line.text) and line.raw < 60]
    return len(items) >= 2


def read(lines: Sequence[Line], start: int, end: int) -> Ending:
    """Read recipients and signature from the lines ``start`` to ``end`` (exclusive)."""
    found = Ending()
    recipients: list[str] = []
    signers: list[_Block] = [_Block()]
    in_list = False
    for index in range(start, end):
        line = lines[index]
        if line.blank:
            continue
        if frame.SIGNATURE_STAMP.match(line.folded):
            found.roles[index] = Role.STAMP
            continue
        if frame.SIGNED.match(line.folded) or _is_head(line):
            found.roles[index] = Role.SIGNATURE
            continue
        text, label = _without_label(line)
        in_list = in_list or label
        role = Role.RECIPIENTS if label else None
        for place, cell in enumerate(_cells(text)):
            read_as = _read_cell(cell, label and not place, in_list, recipients, signers)
            role = role if label or role is Role.RECIPIENTS else read_as or role
        quiet = in_list and not signers[-1].authority
        found.roles[index] = role or (Role.RECIPIENTS if quiet else Role.SIGNATURE)
    if recipients and signers[-1].authority and not signers[-1].names:
        recipients[-1] = _name_off(recipients[-1], signers[-1].names)
    found.recipients = tuple(item for item in map(_item, recipients) if item)
    found.drafting_unit = _drafting_unit(found.recipients)
    found.signer = _signer(signers[-1])
    return found


_NEXT_ITEM = re.compile(r"(?<=[;,.])\s(?=[-+]\s\w)")


def _cells(text: str) -> list[str]:
    """Part a line into its cells, and a cell into items that follow one another on it."""
    cells = text.split("|")
    return [item for cell in cells for item in _NEXT_ITEM.split(cell)]


@dataclass(slots=True)
class _Block:
    """One signature: authority lines, then names. Minutes carry several."""

    authority: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)


def _read_cell(
    cell: str,
    label: bool,
    in_list: bool,
    recipients: list[str],
    signers: list[_Block],
) -> Role | None:
    """Read one cell of a line into the list or the signature; return the role it gives the line."""
    text = cell.strip()
    if not text.strip("-_ "):
        return None
    left, right, name = _split_signature(text)
    if not right and (_marked(text) or _office(text, recipients, signers[-1])):
        left, right = "", text
    role: Role | None = None
    if right:
        if signers[-1].names:
            signers.append(_Block())
        signers[-1].authority += authority_lines(right)
        signers[-1].names += name
        role = Role.RECIPIENTS if _ITEM.match(left) else Role.SIGNATURE
    if _ITEM.match(left):
        recipients.append(_unsigned(_ITEM.sub("", left)))
        return Role.RECIPIENTS
    if left and not right and signers[-1].authority and _of_agency(left):
        if not signers[-1].names:
            signers[-1].authority[-1] += f" {left}"
        return Role.SIGNATURE
    if left and not right and not label and _is_name(left):
        signers[-1].names.append(left)
        return Role.SIGNATURE
    if left and not right and label:
        recipients.append(left)
    elif (left and not right and in_list and _plain_item(recipients, left, signers[-1])) or (
        left and in_list and not right and _FILE_COPY.match(left)
    ):
        recipients.append(left)
        return Role.RECIPIENTS
    elif (
        left
        and not right
        and in_list
        and recipients
        and (not signers[-1].authority or _wrapped(recipients[-1], left))
    ):
        recipients[-1] = f"{recipients[-1]} {left}"
        return Role.RECIPIENTS
    return role


def _of_agency(text: str) -> bool:
    """Say whether capitals go on with whose office it is: "KT. TỔNG CỤC TRƯỞNG", "TỔNG CỤC THUẾ"."""
    if not text.isupper() or is_person(text):
        return False
    return is_agency(text) or _STATE.match(fold(text)) is not None


_STATE = re.compile(r"nuoc cong hoa xa hoi chu nghia viet nam$")
"""Whose President signs a Lệnh: "CHỦ TỊCH", then this line."""


_OFFICE = re.compile(rf"{frame.OFFICES}(?!\w)", re.VERBOSE)


def _office(text: str, recipients: Sequence[str], signer: _Block) -> bool:
    """Say whether a line in small letters is a position: below a mark, or below the file copy."""
    if signer.names or len(text) >= _SHORT or text.endswith((";", ",", ":", ".")):
        return False
    if not text[:1].isupper() or _OFFICE.match(fold(text)) is None:
        return False
    return bool(signer.authority) or bool(
        recipients and _FILE.search(fold(recipients[-1][:_SHORT]))
    )


def _plain_item(recipients: Sequence[str], text: str, signer: _Block) -> bool:
    """Say whether a line of a list that marks no items is one: it closes, as the one above did."""
    above = recipients[-1][-_SHORT:].rstrip() if recipients else ";"
    ends = text.endswith((";", ".", ",")) or _FILE_COPY.match(text) is not None
    return above.endswith(";") and ends and not signer.authority and not text[0].islower()


def _unsigned(item: str) -> str:
    """Take "(đã ký)" off a recipient that stands beside the signature."""
    signed = frame.SIGNED_BESIDE.search(fold(item))
    return item[: signed.start()] if signed else item


def _wrapped(item: str, text: str) -> bool:
    """Say whether a line below a recipient is the rest of it, though a signature stands beside."""
    item = item[-_LONGEST:].rstrip()
    closed = item.endswith((";", "."))
    open_bracket = "(" in item[item.rfind(")") + 1 :]
    goes_on = open_bracket or text[0].islower() or text.endswith((";", ".", ")"))
    return not closed and goes_on


def authority_lines(text: str) -> list[str]:
    """Cut "KT. CHỦ TỊCH PHÓ CHỦ TỊCH" into the lines that it was printed on."""
    folded = fold(text)
    cuts = [0]
    for office in _NEXT.finditer(folded):
        at = office.start()
        piece = folded[cuts[-1] : at].rstrip()
        mark = frame.CAPACITY.match(piece)
        whole = mark and mark.end() < len(piece) and not _HALF.search(piece)
        if at and not piece.endswith(".") and (office["mark"] or whole):
            cuts.append(at)
    cuts.append(len(text))
    return [part for a, b in itertools.pairwise(cuts) if (part := text[a:b].strip())]


_NEXT = re.compile(rf"(?P<mark>{frame.CAPACITY.pattern})|(?<!\w){frame.OFFICES}(?!\w)", re.VERBOSE)
_HALF = re.compile(r"(?:,|\sva|(?<!truong) ban)$")
"""What an office never follows on a line of its own: "BỘ TRƯỞNG, CHỦ NHIỆM", "BAN CHỦ NHIỆM"."""


def _name_off(item: str, names: list[str]) -> str:
    """Take a signer's name off the end of the last recipient: "Lưu: VT, KGVX(th). Lê Nhật Trường"."""
    match = re.match(r"(?P<item>.*[.;)])\s+(?P<name>\S+(?:\s\S+){1,4})$", item)
    if match and _is_name(match["name"]):
        name = persons.whole(match["name"])
        names.append(name)
        return item[: match.end("name") - len(name)].rstrip()
    return item


def _without_label(line: Line) -> tuple[str, bool]:
    label = _label(line)
    return (line.text[label.end() :].strip(), True) if label else (line.text, False)


def _label(line: Line) -> re.Match[str] | None:
    """Match "Nơi nhận:" at the start of a line, also in the first cell of a flattened table."""
    lead = len(line.folded) - len(line.folded.lstrip(" |*_"))
    return frame.RECIPIENTS.match(line.folded, lead)


def _split_authority(text: str) -> tuple[str, str]:
    """Cut a signature block off the right of a recipient line.

    >>> _split_authority("- PCT UBND tỉnh; CHÁNH VĂN PHÒNG")
    ('- PCT UBND tỉnh;', 'CHÁNH VĂN PHÒNG')
    """
    if len(text) > _LONGEST:
        return text, ""
    words = text.split()
    for at in range(len(words)):
        tail = " ".join(words[at:])
        before = words[at - 1] if at else ";"
        mark = _mark(words[at : at + 4])
        if mark and at and len(tail[mark:].split()) < 2:
            continue  # a unit of a list: "Lưu: VT, TM. KH", "PCVP, KT, CBTH"
        if not before.endswith((";", ".", ":", ",")) and not mark:
            continue
        if tail.isupper() and len(tail) > 5 and frame.AUTHORITY.match(fold(tail)):
            return " ".join(words[:at]), tail
    return text, ""


def _split_signature(text: str) -> tuple[str, str, list[str]]:
    """Cut authority lines off the right of a line, and the name that may follow them on it.

    >>> _split_signature("- Lưu: VT. KT. CHỦ TỊCH PHÓ CHỦ TỊCH Lê Văn An")
    ('- Lưu: VT.', 'KT. CHỦ TỊCH PHÓ CHỦ TỊCH', ['Lê Văn An'])
    """
    left, right = _split_authority(text)
    words = text.split()
    at = len(words)
    while at and len(words) - at < 6 and words[at - 1][0].isupper() and not words[at - 1].isupper():
        at -= 1
    name = " ".join(words[at:])
    if right or not at or not _is_name(name):
        return left, right, []
    left, right = _split_authority(" ".join(words[:at]))
    return (left, right, [name]) if right else (text, "", [])


def _mark(words: Sequence[str]) -> int:
    """Return the length of an authority mark that begins here: "KT.", "K/T", "T.U.Q"; 0 for none."""
    ahead = " ".join(words)
    mark = frame.CAPACITY.match(fold(ahead))
    return mark.end() if mark and ahead[: mark.end()].isupper() else 0


def _item(text: str) -> str:
    joined = re.sub(r"[.;]\s*\d{1,3}$", "", " ".join(text.split()))
    # OCR leaves specks after the last letter; a bracket or a quote may close the item.
    end = len(joined)
    while (
        end
        and joined[end - 1] not in ')”":&'
        and unicodedata.category(joined[end - 1]) not in _KEPT
    ):
        end -= 1
    return joined[:end]


def _drafting_unit(recipients: Sequence[str]) -> str | None:
    """Read the unit from the file copy: "Lưu: VT, KSTTHC(latin)" is KSTTHC's."""
    for item in reversed(recipients):
        draft = _DRAFT.search(item)
        if draft:
            parts = [
                re.sub(r"\s*\(.*?\)?$", "", part).strip(" .;")
                for part in re.split(r"[,;]|\.\s", _BRACKETED.sub("", draft["rest"]))
            ]
            units = [part for part in parts[1:] if part] if len(parts) > 1 else []
            return _unit(units[0]) if units else None
    return None


def _unit(text: str) -> str:
    """Take the drafter's initials and "P." (phòng) off: "KTN.nbth" is KTN, "P.QHKT" is QHKT."""
    return re.sub(r"^P\.\s?|(?<=\w)\.\s?\w.*$", "", text)


def _signer(block: _Block) -> Signer | None:
    lines = [" ".join(line.split()).strip(" .;:*") for line in block.authority]
    if not lines and not block.names:
        return None
    lines = [_mark_closed_up(line) for line in lines]
    return Signer(
        capacity=tuple(lines[:-1]),
        position=lines[-1] if lines else None,
        name=block.names[-1] if block.names else None,
    )


def _mark_closed_up(line: str) -> str:
    """Write the mark of capacity as one word: "KT . CHỦ TỊCH" as "KT. CHỦ TỊCH"."""
    mark = frame.CAPACITY.match(fold(line))
    return f"{''.join(mark[0].split()).upper()} {line[mark.end() :]}" if mark else line
