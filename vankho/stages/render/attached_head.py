"""The head of an attached document or annex: what a printed page sets in the middle, capitals aside."""

import re

from vankho.grammar import header as frame
from vankho.model.letter import Block, Letter, Level, Role
from vankho.text.fold import fold

_LONGEST_TITLE = 240
_CAPTION = re.compile(
    r"\((?:ban hanh|kem theo|dinh kem|gui kem|phe duyet|phat hanh|dung cho|ap dung)\s"
)
_SENTENCE = re.compile(r"[.:;,!?]$|^\S{1,20}(?:\s\S{1,20}){0,6}:\s")


def centred(letter: Letter) -> frozenset[int]:
    """Return the indices of the paragraphs that belong to the head of an attached document.

    The motto below the national title, place and date, the title's words in small letters,
    and "(Ban hành kèm theo …)".
    """
    found = set()
    inside = below_heading = False
    for index, block in enumerate(letter.blocks):
        if block.role in {Role.PAGE, Role.STAMP}:
            continue
        if _begins(block):
            inside, below_heading = True, True
        elif inside and block.role is Role.HEADING:
            below_heading = True
        elif inside and block.role is Role.PARAGRAPH and block.anchor is None:
            text = " ".join(span.of(letter.text) for span in block.spans).strip("*_ ")
            inside = _is_of_head(text, below_heading)
            below_heading = False
            if inside:
                found.add(index)
        else:
            inside = False
    return frozenset(found)


def _begins(block: Block) -> bool:
    levels = {Level.ATTACHMENT, Level.ANNEX}
    return block.anchor is not None and bool(block.path) and block.path[-1].level in levels


def _is_of_head(text: str, below_heading: bool) -> bool:
    if len(text) > _LONGEST_TITLE:
        return _CAPTION.match(fold(text[:20])) is not None
    folded = fold(text)
    if frame.NATION.match(folded) or frame.DATE_OPEN.fullmatch(folded) or _CAPTION.match(folded):
        return True
    return below_heading and _SENTENCE.search(text) is None
