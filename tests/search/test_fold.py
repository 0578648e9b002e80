import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from tests.search.server import Server
from vankho.search.fold import accent, fold, fold_word, words

_ONSETS = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x"
_NUCLEI = "a ă â e ê i o ô ơ u ư y ia iê yê ua uô ưa ươ oa oă oe uâ uê uy uyê"
_CODAS = ["", "c", "ch", "i", "m", "n", "ng", "nh", "o", "p", "t", "u", "y"]
_TONES = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]


def _syllables() -> list[str]:
    """Every onset, nucleus, tone on each letter of the nucleus, and coda."""
    found = []
    for onset in ["", *_ONSETS.split()]:
        for nucleus in _NUCLEI.split():
            for coda in _CODAS:
                for tone in _TONES:
                    for at in range(len(nucleus)) if tone else [0]:
                        toned = nucleus[: at + 1] + tone + nucleus[at + 1 :]
                        found.append(unicodedata.normalize("NFC", onset + toned + coda))
    return found


_BOTH = """async (texts) => {
  await vankhoSearch.load();
  return texts.map((text) => {
    const words = vankhoSearch.words(text);
    return [words, words.map(vankhoSearch.foldWord), words.map(vankhoSearch.accent)];
  });
}"""


def _in_python(text: str) -> list[list[str]]:
    found = words(text)
    return [found, list(map(fold_word, found)), list(map(accent, found))]


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Thủ tục hành chính", "thu tuc hanh chinh"),
        ("ĐẤT ĐAI", "dat dai"),
        ("đường Ðắk Ɖô", "duong dak do"),
        ("đối thoại".replace("ố", "o\u0302\u0301"), "doi thoai"),
        ("thu\u00adế, \u200bphí", "thue phi"),
        ("972/UBND-KSTTHC", "972 ubnd kstthc"),
        ("nhà nưƣớc", "nha nuuoc"),
        ("", ""),
        ("— … /", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [("hoà", "hòa"), ("thuỷ", "thủy"), ("khoẻ", "khỏe"), ("toàn", "tòan"), ("quý", "qúy")],
)
def test_the_place_of_the_tone_does_not_matter(one: str, other: str) -> None:
    assert accent(one) == accent(other)


@pytest.mark.parametrize(
    ("one", "other"), [("hòa", "hóa"), ("bò", "bộ"), ("an", "ăn"), ("đa", "da")]
)
def test_accents_differ(one: str, other: str) -> None:
    assert accent(one) != accent(other)


def test_python_and_javascript_agree_on_every_syllable(page: Page, server: Server) -> None:
    page.goto(server.url("/kho/index.html"))
    syllables = _syllables()
    assert len(syllables) > 50_000
    for start in range(0, len(syllables), 20_000):
        part = syllables[start : start + 20_000]
        upper = [syllable.upper() for syllable in part[::7]]
        decomposed = [unicodedata.normalize("NFD", syllable) for syllable in part[::7]]
        asked = [*part, *upper, *decomposed]
        assert page.evaluate(_BOTH, asked) == [_in_python(text) for text in asked]


@pytest.fixture(scope="module")
def tab(browser: Browser, server: Server):
    opened = browser.new_page()
    opened.goto(server.url("/kho/index.html"))
    yield opened
    opened.close()


_TEXT = st.text(
    st.one_of(
        st.characters(max_codepoint=0x1EFF, exclude_categories=("Cs", "Cn")),
        st.sampled_from("đĐÐƣưăâêôơ\u0301\u0300\u0323\u00ad\u200b\u00a0 -/&0123456789İıſ"),
    ),
    max_size=40,
)


@settings(
    max_examples=200,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(texts=st.lists(_TEXT, max_size=20))
def test_python_and_javascript_agree_on_any_text(tab: Page, texts: list[str]) -> None:
    assert tab.evaluate(_BOTH, texts) == [_in_python(text) for text in texts]
