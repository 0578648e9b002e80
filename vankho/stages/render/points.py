"""The points of a letter: their text cut short, and the table of contents made of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vankho.model.letter import Block, Letter, Level, Role
from vankho.text.emphasis import unmarked
from vankho.text.fold import fold
from vankho.text.plain import shown

_CONTENTS = (
    Level.ATTACHMENT, Level.ANNEX, Level.PART, Level.CHAPTER, Level.SECTION, Level.SUBSECTION,
    Level.ARTICLE, Level.CLAUSE, Level.POINT,
)  # fmt: skip
_FEWEST = 4
_MOST = 160
_LINE = 90
_TITLED = (Level.ATTACHMENT, Level.ANNEX, Level.PART, Level.CHAPTER, Level.SECTION)
_SHORT = 20
_LETTERHEAD = 8
"""Blocks in which the name of an attached document stands, below its own letterhead."""
# "QUY ĐỊNH", "KẾ HOẠCH": the types of what is issued with a decision.
_ATTACHED_TYPE = re.compile(
    r"(?:quy (?:che|dinh|trinh)|noi quy|dieu le|ke hoach|chuong trinh|de an|phuong an|du an"
    r"|huong dan|danh muc|danh sach|bao cao|bang|bo tieu chi|chien luoc)\b"
)
_MARK = re.compile(r"\*+")


@dataclass(frozen=True, slots=True)
class ContentsLine:
    """A line of the table of contents."""

    depth: int
    """0 for the outermost ones."""
    anchor: str
    text: str


def contents(letter: Letter) -> list[ContentsLine]:
    """Return the table of contents, at most as deep as keeps it readable; empty where short."""
    for deepest in (Level.POINT, Level.CLAUSE, Level.ARTICLE):
        wanted = _CONTENTS[: _CONTENTS.index(deepest) + 1]
        lines = list(_lines(letter, wanted))
        if len(lines) <= _MOST:
            break
    return lines if len(lines) >= _FEWEST else []


def _lines(letter: Letter, wanted: tuple[Level, ...]) -> Iterator[ContentsLine]:
    above: list[tuple[str, ...]] = []
    for index, block in enumerate(letter.blocks):
        if block.anchor is None or not block.path or block.path[-1].level not in wanted:
            continue
        path = tuple(map(str, block.path))
        while above and above[-1] != path[: len(above[-1])]:
            above.pop()
        assert block.anchor is not None
        yield ContentsLine(len(above), block.anchor, cut(_label(letter, index), _LINE))
        above.append(path)


def _label(letter: Letter, index: int) -> str:
    """Return the first words of a point; of a chapter or an annex with its title below."""
    block = letter.blocks[index]
    own = plain(letter, block)
    if block.path[-1].level not in _TITLED:
        return own
    below = []
    for following in letter.blocks[index + 1 : index + 1 + _LETTERHEAD]:
        if following.anchor is not None or following.path != block.path:
            break
        below.append(plain(letter, following))
    if block.path[-1].level is not Level.ATTACHMENT:
        return f"{own}. {below[0]}" if below and len(own) <= _SHORT else own
    for at, line in enumerate(below):
        if _ATTACHED_TYPE.match(fold(line)):
            return f"Kèm theo: {' '.join(below[at : at + 2])}"
    return f"Kèm theo: {own}"


def plain(letter: Letter, block: Block) -> str:
    """Return the text of a block on one line, without marks of emphasis."""
    joined = " ".join(span.of(letter.text) for span in block.spans)
    return shown(" ".join(_MARK.sub("", unmarked(joined)).split()))


def cut(text: str, length: int) -> str:
    """Cut a text between two words."""
    if len(text) <= length:
        return text
    return f"{text[:length].rpartition(' ')[0] or text[:length]} …"


def point_texts(letter: Letter, anchors: set[str], length: int) -> dict[str, str]:
    """Return the text of the points ``anchors`` with what stands below them, cut to ``length``."""
    found: dict[str, str] = {}
    for index, block in enumerate(letter.blocks):
        for anchor in (block.anchor, *block.aliases):
            if anchor in anchors and anchor not in found:
                found[anchor] = cut(_with_children(letter, index, length), length)
    return found


def _with_children(letter: Letter, index: int, length: int) -> str:
    first = letter.blocks[index]
    parts = [plain(letter, first)]
    size = len(parts[0])
    for at in range(index + 1, len(letter.blocks)):
        block = letter.blocks[at]
        if block.role is Role.PAGE:
            continue
        if size > length or not first.path or block.path[: len(first.path)] != first.path:
            break
        parts.append(plain(letter, block))
        size += len(parts[-1])
    return "\n".join(parts)
