"""What stands below a list is no part of its last item, for the reader and for citations."""

from tests.helpers import TESTS, letter_of
from vankho.registry.registry import Registry
from vankho.stages.render.letter_text import letter_text

_CASE = TESTS / "cases" / "letters" / "421-council-on-the-value-of-records.txt"


def test_a_paragraph_below_a_list_is_of_the_point_above_it(known: Registry) -> None:
    letter = letter_of(_CASE, known)
    (below,) = [b for b in letter.blocks if b.spans[0].of(letter.text).startswith("Hội đồng làm")]
    assert (below.anchor, below.place) == (None, "dieu-2")
    written = letter_text(letter, [])
    assert "{: .vk-sau }" in written.partition("Hội đồng làm việc")[2].partition("Người ký")[0]


def test_what_is_concluded_of_a_list_stands_in_none_of_its_items(known: Registry) -> None:
    letter = letter_of(_CASE.with_name("450-answer-of-a-tax-department.txt"), known)
    places = [
        block.place
        for block in letter.blocks
        if block.spans[0].of(letter.text).startswith(("***“1.", "Căn cứ quy định trên"))
    ]
    assert places == ["gach-1", "mo-dau"]
