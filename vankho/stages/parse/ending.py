"""The end of a letter: recipients and signature, on lines of their own or shared ones."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from vankho.grammar import header as frame
from vankho.grammar import marker as markers
from vankho.grammar import persons
from vankho.model.letter import Role, Signer
from vankho.stages.parse import pages, side_by_side
from vankho.stages.parse.lines import Line
from vankho.stages.parse.names import is_agency, starts_place
from vankho.stages.parse.recipients import (
    FILE,
    FILE_COPY,
    drafting_unit,
    is_plain_item,
    is_wrapped,
    item_of,
    unsigned,
)
from vankho.stages.parse.signature import (
    LONGEST,
    SHORT,
    Signature,
    authority_lines,
    is_authority,
    is_head,
    is_marked,
    is_name,
    is_office,
    of_agency,
    signer_of,
    split_authority,
    split_signature,
)
from vankho.text.fold import fold

_ITEM = re.compile(r"^\s*[-+•·*–]\s*")


@dataclass(slots=True)
class Ending:
    """What the end says, and the role of each of its lines."""

    roles: dict[int, Role] = field(default_factory=dict)
    recipients: tuple[str, ...] = ()
    drafting_unit: str | None = None
    signer: Signer | None = None


def begins(text: str, lines: Sequence[Line], start: int) -> int | None:
    """Return the index at which the first ending after ``start`` begins, or None."""
    index = _first(text, lines, start)
    return index if index is None else _with_agency_above(lines, start, index)


def _with_agency_above(lines: Sequence[Line], start: int, index: int) -> int:
    """Take in the agency that a joint signature is of: "SỞ NỘI VỤ" right above "KT. GIÁM ĐỐC"."""
    if not is_authority(lines[index]):
        return index
    first = index
    for above in range(index - 1, max(start - 1, index - 4), -1):
        line = lines[above]
        if not line.text or not line.capitals or line.raw > SHORT or line.text[-1] in ".:;":
            break
        if is_agency(line.text):
            first = above
    return first


def _first(text: str, lines: Sequence[Line], start: int) -> int | None:
    for index in range(start, len(lines)):
        line = lines[index]
        if line.blank:
            continue
        if _label(line):
            return _with_authority_above(lines, start, index)
        beside = side_by_side.read(text, lines, index, len(lines))
        if beside is not None and not _counts_on(lines, start, index, beside.end):
            return index
        if is_authority(line) and _signature_follows(lines, index):
            return index
        if is_head(line) and _authority_follows(lines, index):
            return index
        if split_authority(line.text)[1] and _list_follows(lines, index):
            return index
    return None


def signed_within(text: str, lines: Sequence[Line]) -> Signer | None:
    """Return who signs in the middle of a text that has no end: the last of those side by side."""
    for index in range(len(lines) - 1, -1, -1):
        beside = side_by_side.read(text, lines, index, len(lines))
        if beside is not None:
            return signer_of(beside.signatures[-1])
    return None


def _counts_on(lines: Sequence[Line], start: int, index: int, after: int) -> bool:
    """Say whether a point below a signature carries on the count of those above it.

    Slips are signed in the middle: those who propose, then "5. Ý kiến của Phó Chủ tịch".
    """
    below = next((line for line in lines[after:] if not line.blank), None)
    marker = markers.read(below.text) if below is not None else None
    if marker is None or not marker.number.isdecimal():
        return False
    above = (markers.read(lines[at].text) for at in range(index - 1, start - 1, -1))
    before = next((m.number for m in above if m is not None and m.level is marker.level), "")
    return before == str(int(marker.number) - 1)


def _with_authority_above(lines: Sequence[Line], start: int, index: int) -> int:
    """Take in a signature that stands before "Nơi nhận"."""
    first = index
    for above in range(index - 1, max(start, index - 12), -1):
        line = lines[above]
        if line.blank:
            continue
        if is_authority(line) or (is_name(line.text) and not line.folded.endswith((".", ";"))):
            first = above
        elif not frame.SIGNED.match(line.folded) and not is_head(line):
            break
    # A name alone is not a signature; an authority line must stand there too.
    return first if any(is_authority(line) for line in lines[first:index]) else index


def _signature_follows(lines: Sequence[Line], index: int) -> bool:
    below = [line for line in lines[index + 1 : index + 14] if not line.blank]
    return any(is_name(line.text) or frame.RECIPIENTS.match(line.folded) for line in below[:5])


def _authority_follows(lines: Sequence[Line], index: int) -> bool:
    below = next(
        (at for at in range(index + 1, min(index + 4, len(lines))) if lines[at].text), None
    )
    if below is None:
        return False
    return is_authority(lines[below]) and _signature_follows(lines, below)


def _list_follows(lines: Sequence[Line], index: int) -> bool:
    """A damaged "Nơi nhận" with the signature beside it: a list of short items follows."""
    below = [line for line in lines[index + 1 : index + 8] if not line.blank]
    items = [line for line in below[:4] if _ITEM.match(line.text) and line.raw < 60]
    return len(items) >= 2


def read(text: str, lines: Sequence[Line], start: int, end: int) -> Ending:
    """Read recipients and signature from the ``lines`` of ``text`` in ``start`` to ``end``."""
    found = Ending()
    recipients: list[str] = []
    signers: list[Signature] = [Signature()]
    in_list = False
    copied = _copied(lines, start, end)
    found.roles |= dict.fromkeys(range(copied, end), Role.STAMP)
    for index in range(start, copied):
        line = lines[index]
        if line.blank or index in found.roles:
            continue
        if pages.is_page_number(line):
            found.roles[index] = Role.PAGE  # "- 3 -" is no item of the list that it stands below
            continue
        if side_by_side.EDGE.fullmatch(line.text) and "|" in line.text:
            # What Markdown draws below a first row is of that row, whatever it holds.
            found.roles[index] = found.roles.get(index - 1, Role.RECIPIENTS)
            continue
        beside = side_by_side.read(text, lines, index, end)
        if beside is not None:
            found.roles |= dict.fromkeys(range(index, beside.end), Role.SIGNATURE)
            signers += beside.signatures
            continue
        if frame.SIGNATURE_STAMP.match(line.folded):
            found.roles[index] = Role.STAMP
            continue
        if frame.SIGNED.match(line.folded) or is_head(line):
            found.roles[index] = Role.SIGNATURE
            continue
        if in_list and frame.DATE_OPEN.fullmatch(line.folded):
            found.roles[index] = Role.SIGNATURE  # where a receiver writes the day
            continue
        words, label = _without_label(line)
        in_list = in_list or label
        if in_list and signers[-1].authority and not signers[-1].names:
            words = _name_beside(text, line, words, signers[-1].names)
        role = Role.RECIPIENTS if label else None
        for place, cell in enumerate(_cells(words)):
            read_as = _read_cell(cell, label and not place, in_list, recipients, signers)
            role = role if label or role is Role.RECIPIENTS else read_as or role
        quiet = in_list and not signers[-1].authority
        found.roles[index] = role or (Role.RECIPIENTS if quiet else Role.SIGNATURE)
    if recipients and signers[-1].authority and not signers[-1].names:
        recipients[-1] = _name_off(recipients[-1], signers[-1].names)
    found.recipients = tuple(item for item in map(item_of, recipients) if item)
    found.drafting_unit = drafting_unit(found.recipients)
    found.signer = signer_of(_issuing(signers))
    return found


def _copied(lines: Sequence[Line], start: int, end: int) -> int:
    """Return where another agency attests that this is a copy: its name, then "SAO Y"; else ``end``.

    Number, recipients and signature below are the copy's (Nghị định 30/2020/NĐ-CP, Điều 26).
    """
    at = next((i for i in range(start + 1, end) if _is_copy(lines[i])), None)
    if at is None:
        return end
    signed = [line for line in lines[start:at] if is_authority(line) or is_name(line.text)]
    signed = signed if signed and is_name(signed[-1].text) else []
    if not signed and not any(_NUMBER_OF_COPY.search(line.folded) for line in lines[at:end]):
        return end  # a mark beside the signature, which is still to come
    first = at
    for above in range(at - 1, start, -1):
        line = lines[above]
        if not line.text:
            continue
        named = line.capitals and (is_agency(line.text) or starts_place(line.text))
        if is_authority(line) or not (named or frame.NATION.search(line.folded)):
            break
        first = above
    return first


def _is_copy(line: Line) -> bool:
    return line.capitals and frame.COPY.fullmatch(line.folded) is not None


_NUMBER_OF_COPY = re.compile(r"so\s?:?\s?\d*[\s._…]{0,20}/(?:sy|sl|ts)(?!\w)")


def _issuing(signers: Sequence[Signature]) -> Signature:
    """Return the last signature, but for those of receivers and witnesses."""
    own = [signer for signer in signers if not signer.stands_by]
    return own[-1] if own else signers[-1]


_NEXT_ITEM = re.compile(r"(?<=[;,.])\s(?=[-+]\s\w)")


def _cells(text: str) -> list[str]:
    """Part a line into its cells, and a cell into items that follow one another on it."""
    cells = text.split("|")
    return [item for cell in cells for item in _NEXT_ITEM.split(cell)]


def _read_cell(
    cell: str,
    label: bool,
    in_list: bool,
    recipients: list[str],
    signers: list[Signature],
) -> Role | None:
    """Read one cell of a line into the list or the signature; return the role it gives the line."""
    text = cell.strip()
    if not text.strip("-_ "):
        return None
    left, right, name = split_signature(text)
    if not right and (is_marked(text) or _office(text, recipients, signers[-1])):
        left, right = "", text
    role: Role | None = None
    if right:
        if signers[-1].names:
            signers.append(Signature())
        signers[-1].authority += authority_lines(right)
        signers[-1].names += name
        role = Role.RECIPIENTS if _ITEM.match(left) else Role.SIGNATURE
    if _ITEM.match(left):
        recipients.append(unsigned(_ITEM.sub("", left)))
        return Role.RECIPIENTS
    if left and not right and signers[-1].authority and of_agency(left):
        if not signers[-1].names:
            signers[-1].authority[-1] += f" {left}"
        return Role.SIGNATURE
    if left and not right and not label and is_name(left):
        signers[-1].names.append(left)
        return Role.SIGNATURE
    if left and not right and label:
        recipients.append(left)
    elif (
        left
        and not right
        and in_list
        and is_plain_item(recipients, left, bool(signers[-1].authority))
    ) or (left and in_list and not right and FILE_COPY.match(left)):
        recipients.append(left)
        return Role.RECIPIENTS
    elif (
        left
        and not right
        and in_list
        and recipients
        and (not signers[-1].authority or is_wrapped(recipients[-1], left))
    ):
        recipients[-1] = f"{recipients[-1]} {left}"
        return Role.RECIPIENTS
    return role


def _office(text: str, recipients: Sequence[str], signer: Signature) -> bool:
    """Say whether a line in small letters is a position: below a mark, or below the file copy."""
    if signer.names or len(text) >= SHORT or text.endswith((";", ",", ":", ".")):
        return False
    if not text[:1].isupper() or not is_office(text):
        return False
    return bool(signer.authority) or bool(recipients and FILE.search(fold(recipients[-1][:SHORT])))


_BESIDE = re.compile(r"(?:[;,.)]\s{4,}|\w\s{8,})(?P<name>\S+(?:\s\S+){1,4})$")


def _name_beside(text: str, line: Line, words: str, names: list[str]) -> str:
    """Take off the signer's name that a wide gap sets apart from any recipient, not the last only."""
    beside = _BESIDE.search(line.span.of(text)[-LONGEST:])
    if beside is None:
        return words
    name = beside["name"]
    if frame.AUTHORITY.match(fold(name)) or not persons.begins_with_family(name):
        return words
    if not is_name(name) or not words.endswith(name):
        return words
    names.append(name)
    return words[: -len(name)].rstrip()


def _name_off(item: str, names: list[str]) -> str:
    """Take a signer's name off the end of the last recipient: "Lưu: VT, KGVX(th). Lê Nhật Trường"."""
    match = re.match(r"(?P<item>.*[.;)])\s+(?P<name>\S+(?:\s\S+){1,4})$", item)
    if match and is_name(match["name"]):
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
