"""The end of a letter: recipients and signature, on lines of their own or shared ones."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from vankho.grammar import header as frame
from vankho.model.letter import Role, Signer
from vankho.stages.parse.lines import Line
from vankho.text.fold import fold

_ITEM = re.compile(r"^\s*[-+•·*–]\s*")
_NAME = re.compile(
    r"^(?:(?:TS|ThS|PGS|GS|BS|KS|CN|LS|Đại tá|Thượng tá|Trung tá|Thiếu tướng|Đại tướng|Trung tướng)[.,]*\s*)*"
    r"[A-ZĐÀ-ỸƠƯ][\wĐđ']*(?:\s[A-ZĐÀ-ỸƠƯ][\wĐđ'-]*){1,5}$"
)
_DRAFT = re.compile(r"lưu\s*:?\s*(?P<rest>.+)$", re.IGNORECASE)


@dataclass(slots=True)
class Ending:
    """What the end says, and the role of each of its lines."""

    roles: dict[int, Role] = field(default_factory=dict)
    recipients: tuple[str, ...] = ()
    drafting_unit: str | None = None
    signer: Signer | None = None


def begins(lines: Sequence[Line], start: int) -> int | None:
    """Return the index at which the first ending after ``start`` begins, or None."""
    for index in range(start, len(lines)):
        line = lines[index]
        if line.blank:
            continue
        if frame.RECIPIENTS.match(line.folded):
            return _with_authority_above(lines, start, index)
        if _is_authority(line) and _signature_follows(lines, index):
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
        if _is_authority(line) or (_is_name(line) and not line.folded.endswith((".", ";"))):
            first = above
        elif not frame.SIGNED.match(line.folded):
            break
    # A name alone is not a signature; an authority line must stand there too.
    return first if any(_is_authority(line) for line in lines[first:index]) else index


def _is_authority(line: Line) -> bool:
    return (
        bool(line.text)
        and line.capitals
        and bool(frame.AUTHORITY.match(line.folded))
        and len(line.text) < 90
    )


def _is_name(line: Line) -> bool:
    return bool(_NAME.match(line.text)) and len(line.text) < 45


def _signature_follows(lines: Sequence[Line], index: int) -> bool:
    below = [line for line in lines[index + 1 : index + 14] if not line.blank]
    return any(_is_name(line) or frame.RECIPIENTS.match(line.folded) for line in below[:5])


def _list_follows(lines: Sequence[Line], index: int) -> bool:
    """A damaged "Nơi nhận" with the signature beside it: a list of short items follows."""
    below = [line for line in lines[index + 1 : index + 8] if not line.blank]
    items = [line for line in below[:4] if _ITEM.match(line.text) and line.raw < 60]
    return len(items) >= 2


def read(lines: Sequence[Line], start: int, end: int) -> Ending:
    """Read recipients and signature from the lines ``start`` to ``end`` (exclusive)."""
    found = Ending()
    recipients: list[str] = []
    authority: list[str] = []
    names: list[str] = []
    in_list = False
    for index in range(start, end):
        line = lines[index]
        if line.blank:
            continue
        text, label = _without_label(line)
        in_list = in_list or label
        role = Role.RECIPIENTS if label else None
        left, right = _split_authority(text)
        if right:
            authority.append(right)
            role = role or (Role.RECIPIENTS if _ITEM.match(left) else Role.SIGNATURE)
        if _ITEM.match(left):
            recipients.append(_ITEM.sub("", left))
            role = Role.RECIPIENTS
        elif left and not right and not label and _is_name(line):
            names.append(line.text)
            role = Role.SIGNATURE
        elif left and not label and in_list and not authority and recipients and not right:
            recipients[-1] = f"{recipients[-1]} {left}"
            role = Role.RECIPIENTS
        elif left and label:
            recipients.append(left)
        found.roles[index] = role or (
            Role.RECIPIENTS if in_list and not authority else Role.SIGNATURE
        )
    found.recipients = tuple(item for item in map(_item, recipients) if item)
    found.drafting_unit = _drafting_unit(found.recipients)
    found.signer = _signer(authority, names)
    return found


def _without_label(line: Line) -> tuple[str, bool]:
    label = frame.RECIPIENTS.match(line.folded)
    return (line.text[label.end() :].strip(), True) if label else (line.text, False)


def _split_authority(text: str) -> tuple[str, str]:
    """Cut a signature block off the right of a recipient line.

    >>> _split_authority("- PCT UBND tỉnh; CHÁNH VĂN PHÒNG")
    ('- PCT UBND tỉnh;', 'CHÁNH VĂN PHÒNG')
    """
    words = text.split()
    for at in range(len(words)):
        tail = " ".join(words[at:])
        if at and not words[at - 1].endswith((";", ".", ":", ",")) and not _breaks(words[at]):
            continue
        if tail.isupper() and len(tail) > 5 and frame.AUTHORITY.match(fold(tail)):
            return " ".join(words[:at]), tail
    return text, ""


def _breaks(word: str) -> bool:
    return bool(re.match(r"(?:TM|KT|TL|TUQ|Q)\.", word))


def _item(text: str) -> str:
    return " ".join(text.split()).strip(" ;.,")


def _drafting_unit(recipients: Sequence[str]) -> str | None:
    """Read the unit from the file copy: "Lưu: VT, KSTTHC(latin)" is KSTTHC's."""
    for item in reversed(recipients):
        draft = _DRAFT.search(item)
        if draft:
            parts = [
                re.sub(r"\s*\(.*?\)?$", "", part).strip(" .;") for part in draft["rest"].split(",")
            ]
            units = [
                part for part in parts if part and part.upper() not in {"VT", "VP", "HS", "TH VT"}
            ]
            return units[0] if units else None
    return None


def _signer(authority: Sequence[str], names: Sequence[str]) -> Signer | None:
    lines = [" ".join(line.split()) for line in authority]
    if not lines and not names:
        return None
    lines = [re.sub(r"^(TM|KT|TL|TUQ|Q)\s?\.\s?", r"\1. ", line) for line in lines]
    return Signer(
        capacity=tuple(lines[:-1]),
        position=lines[-1] if lines else None,
        name=names[-1] if names else None,
    )
