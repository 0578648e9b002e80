"""The lines of a signature: authority, position and name, also where they share a line."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from vankho.grammar import header as frame
from vankho.model.letter import Signer
from vankho.stages.parse.lines import Line
from vankho.stages.parse.names import is_agency, is_person
from vankho.text.fold import fold
from vankho.text.letters import CAPITAL

_TITLE = (
    r"(?:(?:PGS|GS|TSKH|TS|T[Hh]S|Th\.S|B[Ss]|BSNT|CK ?(?:II|I|2|1)|BSCK ?(?:II|I|2|1)|KS|CN|LS|DS|KTS|NSND|NSƯT|NGƯT|NGND|TTND|TTƯT)"
    r"(?!\w)|(?:[Đđ]ại|[Tt]hượng|[Tt]rung|[Tt]hiếu) (?:tá|tướng|úy)|[Tt]hạc s[ĩỹ]|[Tt]iến s[ĩỹ]|[Bb]ác s[ĩỹ]|[Dd]ược s[ĩỹ]"
    r"|[Kk]ỹ sư|[Kk]iến trúc sư|[Ll]uật sư|[Đđ]ồng chí|Ông|Bà)"
)
_NAME = re.compile(
    rf"^(?:{_TITLE}[.,:]*\s*){{0,5}}"
    rf"[{CAPITAL}][\wĐđ']*(?:\s[{CAPITAL}][\wĐđ'-]*){{1,5}}$"
)
LONGEST = 240
"""No line of recipients or signature is longer; above this a line is running text."""
SHORT = 60
"""Nor is an authority line in small letters longer."""


@dataclass(slots=True)
class Signature:
    """One signature: authority lines, then names. Minutes carry several."""

    authority: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)

    @property
    def stands_by(self) -> bool:
        """Say whether it is that of a receiver or a witness, not of who issues."""
        return bool(self.authority) and frame.STANDS_BY.match(fold(self.authority[0])) is not None


def is_authority(line: Line) -> bool:
    """Say whether a line says by what authority a letter is signed: "KT. GIÁM ĐỐC", "CHỦ TỊCH"."""
    return is_marked(line.text) or (
        bool(line.text)
        and line.capitals
        and bool(frame.AUTHORITY.match(line.folded))
        and len(line.text) < 90
    )


def is_marked(text: str) -> bool:
    """Say whether a line is an authority by its mark alone: "KT. Chủ tịch" in small letters."""
    mark = frame.CAPACITY.match(fold(text))
    return (
        mark is not None
        and len(text) < SHORT
        and text[: mark.end()].isupper()
        and text[mark.end()].isupper()
        and not text.endswith((";", ",", ":"))
    )


def is_name(text: str) -> bool:
    """Say whether words may be the name of a person, with titles before it."""
    return len(text) < 45 and bool(_NAME.match(text))


def is_head(line: Line) -> bool:
    """Say whether capitals say what a signature is for: "XÁC THỰC VĂN BẢN HỢP NHẤT"."""
    return line.capitals and bool(frame.SIGNATURE_HEAD.match(line.folded))


def of_agency(text: str) -> bool:
    """Say whether capitals go on with whose office it is: "KT. TỔNG CỤC TRƯỞNG", "TỔNG CỤC THUẾ"."""
    if not text.isupper() or is_person(text):
        return False
    return is_agency(text) or _STATE.match(fold(text)) is not None


_STATE = re.compile(r"nuoc cong hoa xa hoi chu nghia viet nam$")
"""Whose President signs a Lệnh: "CHỦ TỊCH", then this line."""
_OFFICE = re.compile(rf"{frame.OFFICES}(?!\w)", re.VERBOSE)


def is_office(text: str) -> bool:
    """Say whether words begin with an office, in capitals or not: "Phó Giám đốc Sở"."""
    return _OFFICE.match(fold(text)) is not None


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


def split_authority(text: str) -> tuple[str, str]:
    """Cut a signature block off the right of a recipient line.

    >>> split_authority("- PCT UBND tỉnh; CHÁNH VĂN PHÒNG")
    ('- PCT UBND tỉnh;', 'CHÁNH VĂN PHÒNG')
    """
    if len(text) > LONGEST:
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


def split_signature(text: str) -> tuple[str, str, list[str]]:
    """Cut authority lines off the right of a line, and the name that may follow them on it.

    >>> split_signature("- Lưu: VT. KT. CHỦ TỊCH PHÓ CHỦ TỊCH Lê Văn An")
    ('- Lưu: VT.', 'KT. CHỦ TỊCH PHÓ CHỦ TỊCH', ['Lê Văn An'])
    """
    left, right = split_authority(text)
    words = text.split()
    at = len(words)
    while at and len(words) - at < 6 and words[at - 1][0].isupper() and not words[at - 1].isupper():
        at -= 1
    name = " ".join(words[at:])
    if right or not at or not is_name(name):
        return left, right, []
    left, right = split_authority(" ".join(words[:at]))
    return (left, right, [name]) if right else (text, "", [])


def _mark(words: Sequence[str]) -> int:
    """Return the length of an authority mark that begins here: "KT.", "K/T", "T.U.Q"; 0 for none."""
    ahead = " ".join(words)
    mark = frame.CAPACITY.match(fold(ahead))
    return mark.end() if mark and ahead[: mark.end()].isupper() else 0


def signer_of(block: Signature) -> Signer | None:
    """Return whom a signature names: the last line above the name is the position."""
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
