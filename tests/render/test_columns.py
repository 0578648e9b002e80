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
