"""Paragraphs below a list that are of the point above it, not of its last item."""

from vankho.model.letter import COUNTED, Block, Letter, Level, Role

_SET_IN = {Level.POINT, Level.SUBPOINT}


def found(letter: Letter) -> dict[int, str]:
    """Return the indices of these with their class: they stand as far in as their point."""
    below: dict[int, str] = {}
    listed = False
    for index, block in enumerate(letter.blocks):
        if block.role in {Role.PAGE, Role.STAMP}:
            continue
        if _is_of_list(block):
            listed = True
        elif listed and block.role is Role.PARAGRAPH and block.anchor is None and block.path:
            below[index] = "vk-sau-diem" if block.path[-1].level in _SET_IN else "vk-sau"
        else:
            listed = False
    return below


def _is_of_list(block: Block) -> bool:
    return bool(block.path) and block.path[-1].level in COUNTED
