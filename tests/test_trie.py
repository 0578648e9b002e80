"""A trie matches what the alternation of its words, the longest first, matches."""

import re

from hypothesis import given
from hypothesis import strategies as st

from vankho.text.trie import pattern_of

_WORD = st.text(alphabet="ab đ.", min_size=1, max_size=6)


@given(st.sets(_WORD, max_size=12), st.text(alphabet="ab đ.", max_size=20))
def test_the_same_is_found(words: set[str], text: str) -> None:
    longest = sorted(words, key=lambda word: (-len(word), word))
    plain = "|".join(map(re.escape, longest)) or "(?!)"
    found = [match.span() for match in re.finditer(pattern_of(words), text)]
    assert found == [match.span() for match in re.finditer(plain, text)]


@given(st.sets(_WORD, min_size=1, max_size=12))
def test_one_set_gives_one_pattern(words: set[str]) -> None:
    assert pattern_of(sorted(words)) == pattern_of(sorted(words, reverse=True))


def test_words_may_run_together() -> None:
    pattern = re.compile(pattern_of(["cong van", "cong dien"], blank=r"\s?"))
    assert pattern.fullmatch("congvan")
    assert pattern.fullmatch("cong dien")
    assert not pattern.fullmatch("cong")
