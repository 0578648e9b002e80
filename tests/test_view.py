"""What the grammar reads stands for the characters that it was read from."""

from hypothesis import given, settings
from hypothesis import strategies as st

from vankho.text.fold import code_page, tidy
from vankho.text.reader import Reader
from vankho.text.seam import may_have_seams, seams
from vankho.text.span import Span
from vankho.text.view import view

_PIECES = st.sampled_from(
    [
        "khoản", "Điều", "ngày", "của", "Công văn", "UBND-TTHC", "QĐ-TTg", "số", "Bộ", "NGÀY", "12",
        "5", "2023", "/", "-", " ", "  ", "\n", "**", "*", "_", "\\-", "&amp;", "[", "](https://a.b/c)",
        "\u00ad", "\u200b", "\u00a0", "Ð", "–", "(", ")", ".", ",",
    ]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=40).map("".join), st.integers(0, 3))
def test_every_character_points_at_itself(text: str, cut: int) -> None:
    at = len(text) * cut // 3
    spans = [Span(0, at), Span(at, len(text))] if 0 < at < len(text) else [Span(0, len(text))]
    read = view(text, spans)
    assert len(read.text) == len(read.folded)
    previous = 0
    for offset, char in enumerate(read.text):
        source = read.source(offset)
        assert source >= previous
        previous = source
        if char != " ":
            assert tidy(text[source]) == char


@given(st.lists(_PIECES, max_size=12).map("".join))
def test_what_rules_seams_out_is_right(text: str) -> None:
    page = code_page(text)
    if page is not None and not may_have_seams(page):
        assert seams(text) == []


@given(
    st.lists(
        st.one_of(
            st.sampled_from(["chữ thường ", "Số 5 ", "  ", " ", "**", "*", "ngày ", "khoản"]),
            _PIECES,
            st.sampled_from(["?", "①", "3NGÀY", "a1"]),
        ),
        max_size=8,
    ),
    st.integers(0, 3),
    st.integers(3, 8),
    st.booleans(),
)
@settings(max_examples=600)
def test_a_reader_reads_as_is_read_with_care(
    pieces: list[str], first: int, last: int, fixed: bool
) -> None:
    text = "".join(pieces) + "x"
    start, end = len("".join(pieces[:first])), len("".join(pieces[:last]))
    spans = [Span(min(start, end), max(start, end))]
    fixes = [(Span(len(text) // 2, len(text) // 2 + 1), "yz")] if fixed else []
    slow = view(text, spans, fixes)
    for reader in (Reader(text, fixes), Reader(text, fixes, spans[0].start, spans[0].end)):
        fast = reader.view(spans)
        assert (fast.text, fast.folded) == (slow.text, slow.folded)
        assert [fast.source(at) for at in range(len(fast.text) + 1)] == [
            slow.source(at) for at in range(len(slow.text) + 1)
        ]


def test_a_lost_blank_is_read() -> None:
    text = "khoản1 Điều5 Công văn số972/UBND-TTHCngày 11/3/2021 củaBộ Nội vụ, 2Nghị định"
    read = view(text, [Span(0, len(text))])
    assert (
        read.text
        == "khoản 1 Điều 5 Công văn số 972/UBND-TTHC ngày 11/3/2021 của Bộ Nội vụ, 2 Nghị định"
    )


def test_digits_of_other_scripts_are_read_as_digits() -> None:
    text = "số \uff19\uff17\uff12/UBND-NC, \u06635, \U0001d7cf"
    assert view(text, [Span(0, len(text))]).text == "số 972/UBND-NC, 35, 1"


def test_nothing_is_cut_where_nothing_was_lost() -> None:
    for text in (
        "QĐ-TTg",
        "H48",
        "QH15",
        "30c/NQ-CP",
        "khoản 2a",
        "TT-BTTTT",
        "iPhone",
        "5km",
        "A4",
    ):
        assert seams(text) == []
