"""A point cited by the name that its page gives it: the way back leads to that very point."""

from collections import defaultdict
from pathlib import Path

import pytest

from tests.helpers import letter_of, paragraph_letter
from vankho.model.letter import Letter, Level
from vankho.registry.registry import Registry
from vankho.stages.extract import extract
from vankho.stages.render import words
from vankho.stages.resolve import resolve

_LETTERS = sorted(Path("tests/cases/letters").glob("*.txt"))
# A stranger's letter: what it does not say it cannot mean.
_CITING = "Sở Xây dựng tỉnh Lào Cai"
_MOST = 200


def _points(letter: Letter) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return the points that a pinpoint can name.

    No plus signs, no attached document as a whole, none four levels below a clause.
    """
    found = {}
    for block in letter.blocks:
        levels = {step.level for step in block.path}
        if block.anchor is None or not block.path or Level.PLUS in levels:
            continue
        if [step.level for step in block.path].count(Level.POINT) > 1 and Level.SUBPOINT in levels:
            continue
        if levels == {Level.ATTACHMENT} or (levels == {Level.ANNEX} and not block.path[0].number):
            continue
        found[block.anchor] = tuple((str(step.level), step.number) for step in block.path)
    return found


@pytest.mark.parametrize("path", _LETTERS, ids=lambda path: path.stem)
def test_the_name_of_a_point_leads_back_to_it(path: Path, known: Registry) -> None:
    letter = letter_of(path, known)
    about = letter.metadata
    if not (about.number and about.symbol and about.issued and about.issuer) or not about.type:
        return  # cannot be cited by number and day
    year = f"/{about.number_year}" if about.number_year else ""
    name = (
        f"{about.type} số {about.number}{year}/{about.symbol} ngày {about.issued:%d/%m/%Y} "
        f"của {about.issuer}"
    )
    points = _points(letter)
    named: dict[str, list[str]] = defaultdict(list)
    for anchor, steps in points.items():
        named[words.point(anchor, steps)].append(anchor)
    asked = list(named)[:_MOST]
    text = "\n\n".join(f"Thực hiện {where} {name}." for where in asked)
    citing = paragraph_letter(text, _CITING)
    archive = resolve([letter, citing], [extract(letter, known), extract(citing, known)], known)
    own, other = archive.ids[letter.path], archive.ids[citing.path]
    lines = [text.index(f"Thực hiện {where} {name}.") for where in asked]
    offset = citing.text.index(text) if text else 0
    wrong = {}
    for row in archive.resolutions[other]:
        at = row.citation.span.start - offset
        where = asked[max(index for index, begin in enumerate(lines) if begin <= at)]
        if row.cited == own:
            # Two points of one name: neither may be taken for the other.
            right = named[where] if len(named[where]) == 1 else [None]
            found = [target.anchor for target in row.targets]
            if found != right:
                wrong[where] = found
    assert wrong == {}
