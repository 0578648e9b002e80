"""Tables between bars: cells as a reader sees them, the text as the file has it."""

import re

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers import paragraph_letter
from vankho.stages.prove import read_html
from vankho.stages.render import grid
from vankho.stages.render.letter_text import is_plain, letter_text
from vankho.text.plain import words_of

ROWS = (
    "| TT | Đơn vị | *Số* hộ |",
    "|:---|---|---:|",
    "|1| **Sở Nội vụ** |*|",
    "| 2 |  | <b> |",
    "| Cộng |",
)


def _page(text: str) -> str:
    written = f'<div data-letter-text markdown="1">\n\n{letter_text(paragraph_letter(text), [])}\n\n</div>'
    return markdown.markdown(written, extensions=["md_in_html", "attr_list"])


def _cells(page: str) -> list[tuple[str, list[str]]]:
    found = []
    for row in re.findall(r'<p class="vk-dong" role="row">(.*?)</p>', page, re.DOTALL):
        cells = re.findall(
            r'<span class="vk-o" role="(\w+)">(.*?)</span>(?=<span class="vk-o"|$)', row
        )
        texts = [
            re.sub(r'<span class="vk-vach">\|</span>|</?(?:em|strong)>', "", text).strip()
            for _, text in cells
        ]
        found.append((cells[0][0], texts))
    return found


def test_rows_are_rows_and_cells_are_cells() -> None:
    text = "Danh sách như sau:\n" + "\n".join(ROWS) + "\nBáo cáo trước ngày 15."
    page = _page(text)
    assert _cells(page) == [
        ("columnheader", ["TT", "Đơn vị", "Số hộ"]),
        ("cell", ["1", "Sở Nội vụ", "&#42;"]),
        ("cell", ["2", "", "&lt;b&gt;"]),
        ("cell", ["Cộng"]),
    ]
    assert page.count('role="table"') == 1
    assert re.findall(r"<p [^>]*hidden[^>]*>(.*?)</p>", page) == [
        "&#124;&#58;---&#124;---&#124;---&#58;&#124;"
    ]
    assert read_html(page).text == words_of(text, 0)


@pytest.mark.parametrize(
    "text", ["Theo mẫu a | b | c.", "| một | hàng |", "|---|---|", "a\n| 1 |\n| 2 |"]
)
def test_what_is_no_table_stays_as_it_is(text: str) -> None:
    page = _page(text)
    assert 'role="table"' not in page
    assert read_html(page).text == words_of(text, 0)


@given(st.lists(st.text("|ab* -<&[_\\`", max_size=12).map("| {} |".format), max_size=6))
def test_no_character_of_a_table_is_lost(rows: list[str]) -> None:
    text = "\n".join(["Đầu.", *rows, "Cuối."])
    assert read_html(_page(text)).text == words_of(text, 0)


@pytest.mark.parametrize(
    ("table", "uneven"),
    [
        ("TT | Tên | Giá\n1 |  | 28.000\n | Cộng | 28.000", "a | b | c\nd | e | f | g"),
        ("TT\tTên\tGiá\n1\t\t28.000\n\tCộng\t**28.000**", "a\tb\tc\nd\te\tf\tg"),
    ],
)
def test_rows_without_edges_are_rows_where_they_have_as_many_cells(table: str, uneven: str) -> None:
    text = f"Giá như sau:\n{table}\nBằng chữ: …"
    page = _page(text)
    assert [[cell.removeprefix("&#9;") for cell in cells] for _, cells in _cells(page)] == [
        ["TT", "Tên", "Giá"],
        ["1", "", "28.000"],
        ["", "Cộng", "28.000"],
    ]
    assert read_html(page).text == words_of(text, 0)
    assert 'role="table"' not in _page(uneven)


def test_an_end_of_line_inside_a_cell_is_one() -> None:
    page = _page("| Sở Y tế<br>(Đã ký) | b |\n| c | d |")
    assert 'Sở Y tế<span class="vk-xuong"><span class="vk-vach">&lt;br&gt;</span></span>' in page


def test_a_letter_of_many_paragraphs_has_tables_too() -> None:
    text = "\n\n".join(["Một đoạn."] * 3100) + "\n\n" + "\n".join(ROWS)
    letter = paragraph_letter(text)
    assert is_plain(letter)
    assert len(_cells(letter_text(letter, []))) == 4
    assert len(grid.rows(letter)) == len(ROWS)


def test_columns_of_blanks_keep_their_place_and_are_scrolled() -> None:
    text = "Như sau:\nTT   Loại đất    Diện tích   %\n1    Đất ở       42.310      43\n     Tổng cộng   98.600      100\nHết."
    page = _page(text)
    assert page.count('<div class="vk-cuon" tabindex="0">') == 1
    assert "&#160;" * 5 + "Tổng cộng" in page or "\u00a0" * 5 + "Tổng cộng" in page
    assert read_html(page).text == words_of(text, 0)
