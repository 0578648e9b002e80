"""Letterheads and signatures in columns: side by side on the page, the text as the file has it."""

from pathlib import Path

import markdown
import pytest

from tests.helpers import TESTS, letter_of
from vankho.registry.registry import Registry
from vankho.stages.prove import read_html
from vankho.stages.render.letter_text import letter_text
from vankho.text.plain import words_of

_CASES = TESTS / "cases" / "letters"


def _page(path: Path, known: Registry) -> tuple[str, str]:
    letter = letter_of(path, known)
    written = f'<div data-letter-text markdown="1">\n\n{letter_text(letter, [])}\n\n</div>'
    page = markdown.markdown(written, extensions=["md_in_html", "attr_list"])
    return page, words_of(letter.text, letter.start)


@pytest.mark.parametrize(
    ("case", "columns"),
    [
        ("291-travel-paper-of-word-tables", 4),
        ("297-directive-of-1998-in-columns", 9),
        ("293-contract-without-letterhead", 3),
        ("292-detailed-plan-of-land-use", 0),
        ("314-answer-to-voters-in-columns", 5),
        ("333-regulation-between-word-tables", 4),
        ("413-opening-of-tenders", 4),
    ],
)
def test_lines_in_columns(case: str, columns: int, known: Registry) -> None:
    page, words = _page(_CASES / f"{case}.txt", known)
    assert page.count('class="vk-cot"') == columns
    assert read_html(page).text == words


def test_every_letter_keeps_its_words(known: Registry) -> None:
    for path in sorted(_CASES.glob("*.txt")):
        page, words = _page(path, known)
        assert read_html(page).text == words, path.stem


def test_three_who_sign_side_by_side_have_a_column_each(known: Registry) -> None:
    page, _ = _page(_CASES / "413-opening-of-tenders.txt", known)
    assert page.rpartition('class="vk-cot"')[2].count("<span>") == 3
    assert page.count("vk-gian") == 4  # and the names above keep the blanks before the offices


def test_the_head_of_an_attached_document_stands_in_the_middle(known: Registry) -> None:
    page, _ = _page(_CASES / "406-rules-of-a-reading-room.txt", known)
    middle = [part.partition("</p>")[0] for part in page.split('<p class="vk-giua">')[1:]]
    assert [words[:12] for words in middle] == ["Độc lập - Tự", "(Ban hành kè"]


def test_a_rule_stands_below_its_agency(known: Registry) -> None:
    page, _ = _page(_CASES / "402-notice-of-an-auction.txt", known)
    agency = page.partition('"vk-co-quan">')[2].partition("</p>")[0]
    assert agency.endswith("--------")


def test_a_subject_stays_in_the_letterhead_where_the_body_begins_with_a_point(
    known: Registry,
) -> None:
    page, _ = _page(_CASES / "414-party-regulation-on-dashed-bases.txt", known)
    head = page.partition("vk-dau-trang")[2].partition("</div>")[0]
    assert "về trách nhiệm nêu gương" in head
    assert "Căn cứ" not in head
