"""Texts as the index reads them: piece by piece, the same as word by word."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from vankho.search import vocabulary
from vankho.search.fold import accent, fold_word, words
from vankho.search.vocabulary import Vocabulary

# Everything at which Python splits, and what changes with its neighbours: marks, cases, letters.
_TEXT = st.text(
    st.one_of(
        st.sampled_from(
            " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u2003\u2028\u202f\u3000\u00ad\u200b\ufeff"
            "aAđĐÐơỜıİΣς\u0300\u0301\u0323\u0307.,;/-&09Kﬁ"
        ),
        st.characters(exclude_categories=("Cs",)),
    )
)


@given(text=_TEXT)
@example("Sở TT&TT,\u00a0số 972/UBND-KSTTHC; hòa hoà HÒA hoa\u0300")
@example("x" * 200)
def test_a_text_is_read_word_by_word(text: str) -> None:
    known = Vocabulary()
    known.read("đã đọc trước")
    read = known.read(text)
    found = words(text)
    folded = [fold_word(word) for word in found]
    assert [known.words[number] for number in read.words] == folded
    pairs = {f"{first} {second}" for first, second in pairwise(folded)}
    assert {known.pair_name(pair) for pair in read.pairs} == pairs
    forms = {f"{fold_word(word)}\t{accent(word)}" for word in found}
    assert {known.forms[number] for number in read.forms} == forms


def test_what_is_kept_in_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vocabulary, "_KNOWN", 2)
    known = Vocabulary()
    first = known.read("số hóa hồ sơ số hóa").words
    assert known.read("số hóa hồ sơ số hóa").words == first
    assert known.words == ["so", "hoa", "ho"]
