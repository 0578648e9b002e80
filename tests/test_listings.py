"""Tables that list documents: what their cells tell, and how far their headings reach."""

from tests.helpers import paragraph_letter
from vankho.registry.registry import Registry
from vankho.stages.extract import extract


def test_a_year_alone_is_the_documents_year(known: Registry) -> None:
    text = "| TT | Số, ký hiệu | Ngày tháng |\n| 1 | 33/UBND-VX | 3/2024 |\n| 2 | 34/UBND-VX | năm 2023 |"
    found = extract(paragraph_letter(text), known)
    assert [(c.number, c.issued, c.written_year) for c in found] == [
        ("33", None, 2024),
        ("34", None, 2023),
    ]


def test_headings_hold_for_their_own_table(known: Registry) -> None:
    text = (
        "| TT | Số, ký hiệu | Ngày ban hành |\n| 1 | 33/UBND-VX | 12/3/2024 |\n\n"
        "Các việc phải làm:\n\n"
        "| TT | Văn bản giao việc | Hạn |\n| 1 | Công văn số 34/UBND-VX | 12/3/2024 |"
    )
    found = extract(paragraph_letter(text), known)
    assert [(c.number, str(c.issued)) for c in found] == [("33", "2024-03-12"), ("34", "None")]
