"""Laws that hold for any text: nothing raises, no word is lost, spans slice back."""

from itertools import pairwise

import markdown
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.helpers import TESTS, paragraph_letter, registry
from vankho.model.resolution import Resolution
from vankho.stages.extract import extract
from vankho.stages.parse import parse
from vankho.stages.prove import read_html
from vankho.stages.read import read_bytes
from vankho.stages.render.abbreviations import meanings
from vankho.stages.render.letter_text import letter_text
from vankho.stages.render.link_spans import link_spans
from vankho.stages.render.markdown import Link
from vankho.stages.resolve import resolve
from vankho.text.plain import words_of
from vankho.text.span import Span

KNOWN = registry()
EXTENSIONS = ["attr_list", "md_in_html", "tables", "admonition", "toc"]

# Pieces of letters and pieces that Markdown, HTML or a parser might trip over.
PIECES = st.sampled_from(
    [
        "Công văn số 972/UBND-KSTTHC ngày 11/3/2021", "điểm đ khoản 1 ", "Điều 5. ", "1. ", "a) ", "- ", "+ ",
        "**", "*", "***", "_", "`", "```", "# ", "> ", "=", "===", "---", "| a | b |", "\n", "\n\n", "    ", "\t",
        "<script>alert(1)</script>", "<!--", "-->", "&amp;", "&#60;", "&", "[x](javascript:alert(1))", "![x](y)",
        "{: onclick=alert(1) }", "{{ x }}", "{% raw %}", "[^1]: x", "[a]: b", "*[HTML]: x", "\\", "\\*", "$x$",
        "ỦY BAN NHÂN DÂN", "TỈNH QUẢNG NGÃI", "Số: 12/UBND-TH", "V/v ", "Kính gửi: ", "Nơi nhận:", "- Như trên;",
        "CHỦ TỊCH", "Nguyễn Văn An", "PHỤ LỤC I", "QUY ĐỊNH", "ban hành kèm theo Quyết định số 33/QĐ-UBND",
        "Luật Lưu trữ năm 2011", "văn bản nêu trên", "Công văn này", "1986.", "2", "- 3 -", "\u00a0", "\u00ad", "\u200b",
        "\u2028", "\x02", "\x03", "\x00", "\x0c", "\x85", "Ð", "ẹ\u0323", "://", "http://a.b", "::: x", "!!! note", "~~~", "==x==",
        "UBND", "TTHC", "TT&TT", "KT. CHỦ TỊCH", "- Lưu: VT, KSTTHC(x).", "(TTHC)", "UBND-KSTTHC", "HĐND/",
        "\na\tb\tc\nd\te\tf\n", "\n   x   y   z\n", "\uf0b7 ", '"', "\n“Điều 9. ", "”.\n", "\nMẫu số 01\n", "\nQUY CHẾ\n",
        "CÔNG BÁO/Số 1 + 2/Ngày 1-1-2020", "\nNgười ký: A\nThời gian ký: 01.01.2020 07:00:00\n", "(Kèm theo Quy chế",
        "số", "ngày", "tháng", "năm", "2021", "của Chủ tịch UBND tỉnh", " ", ".", ";", ":", ",", "(", ")", "“", "”", "./.",
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.lists(PIECES, max_size=40).map("".join),
    st.lists(PIECES, max_size=40).map(" ".join),
    st.text(max_size=200),
)


def _letter(text: str):
    return parse(read_bytes(text.encode("utf-8", "surrogatepass"), "a.txt"), KNOWN)


@given(TEXTS)
@settings(max_examples=400)
def test_any_text_parses_and_its_citations_slice_back(text: str) -> None:
    letter = _letter(text)
    for block in letter.blocks:
        for span in block.spans:
            assert letter.start <= span.start < span.end <= len(letter.text)
    for citation in extract(letter, KNOWN):
        assert citation.sentence.covers(citation.span)
        assert citation.span.of(letter.text).strip()
        for part in citation.pinpoints:
            assert citation.span.covers(part.span)


@given(TEXTS)
@settings(max_examples=300)
def test_blocks_carry_every_printed_character_in_order(text: str) -> None:
    letter = _letter(text)
    spans = sorted(span for block in letter.blocks for span in block.spans)
    for left, right in pairwise(spans):
        assert left.end <= right.start
    covered = Span(0, 0)
    for span in [*spans, Span(len(letter.text), len(letter.text))]:
        between = letter.text[max(covered.end, letter.start) : span.start]
        assert not between.strip(), repr(between)
        covered = span


@given(TEXTS)
@settings(max_examples=400)
def test_no_word_is_lost_on_the_page(text: str) -> None:
    letter = _letter(text)
    citations = extract(letter, KNOWN)
    found = resolve([letter], [citations], KNOWN).resolutions

    def href(_: Resolution, anchor: str | None) -> Link:
        return Link(f"x.html#{anchor}", 'một "liên kết" <b>')

    links = link_spans(next(iter(found.values())), href)
    body = letter_text(letter, links, meanings(letter, KNOWN.abbreviations, links))
    html = markdown.markdown(
        f'<div data-letter-text markdown="1">\n\n{body}\n\n</div>\n', extensions=EXTENSIONS
    )
    page = read_html(html)
    assert page.text == words_of(letter.text, letter.start)
    assert "<script" not in html.lower()
    assert "javascript:" not in "".join(page.links).lower()


@given(st.lists(TEXTS, min_size=1, max_size=4))
@settings(max_examples=60)
def test_the_order_of_files_changes_nothing(texts: list[str]) -> None:
    letters = [
        parse(read_bytes(t.encode("utf-8", "surrogatepass"), f"{i}.txt"), KNOWN)
        for i, t in enumerate(texts)
    ]
    citations = [extract(item, KNOWN) for item in letters]
    one = resolve(letters, citations, KNOWN)
    other = resolve(letters[::-1], citations[::-1], KNOWN)
    stubs = [d.id for d in one.documents if not d.held]
    assert stubs == [d.id for d in other.documents if not d.held]


@given(st.binary(max_size=300))
@settings(max_examples=200)
def test_any_bytes_are_read(data: bytes) -> None:
    source = read_bytes(data, "a.txt")
    assert 0 <= source.start <= len(source.text)


@given(TEXTS)
@settings(max_examples=150)
def test_a_draft_extracts_without_raising(text: str) -> None:
    letter = paragraph_letter(text)
    extract(letter, KNOWN)


def test_every_letter_of_the_tests_keeps_its_words() -> None:
    for path in sorted(TESTS.rglob("letters/**/*.txt")):
        letter = parse(read_bytes(path.read_bytes(), path.name), KNOWN)
        body = letter_text(letter, [])
        html = markdown.markdown(
            f'<div data-letter-text markdown="1">\n\n{body}\n\n</div>\n', extensions=EXTENSIONS
        )
        assert read_html(html).text == words_of(letter.text, letter.start), path.name
