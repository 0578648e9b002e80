"""Phrases of subjects: what letters are about, not what all letters do."""

from dataclasses import replace

import pytest

from tests.render.test_parts import document
from vankho.stages.render.subjects import subject_phrases


def _phrases(*subjects: str) -> set[str]:
    held = [
        replace(document(n, "2022-04-05"), title=subject)
        for n, subject in enumerate(subjects, start=1)
    ]
    return {phrase for found in subject_phrases(held).values() for phrase in found}


@pytest.mark.parametrize(
    ("subjects", "phrases"),
    [
        (("cải cách thủ tục hành chính", "kiểm soát thủ tục hành chính"), {"thủ tục hành chính"}),
        # What is only ever part of a longer phrase is left out.
        (
            ("bảo hiểm y tế hộ gia đình", "đóng bảo hiểm y tế hộ gia đình năm 2022"),
            {"bảo hiểm y tế hộ gia đình"},
        ),
        # Words that every letter uses part the runs.
        (("triển khai thực hiện chuyển đổi số", "về việc chuyển đổi số"), {"chuyển đổi số"}),
        (("tiếp tục thực hiện nhiệm vụ", "tiếp tục thực hiện nhiệm vụ"), set()),
        # Marks tell small words from syllables of others: từ, tử; tỉnh, tinh.
        (("hóa đơn điện tử", "hoá đơn điện tử"), {"hoá đơn điện tử"}),
        (("tinh giản biên chế", "tinh giản biên chế tỉnh"), {"tinh giản biên chế"}),
        (("dạy và học", "học và dạy"), set()),
        (("số hóa", "giấy tờ"), set()),
        (("", "(năm) 2022, 15/2020"), set()),
    ],
)
def test_phrases(subjects: tuple[str, ...], phrases: set[str]) -> None:
    assert {phrase.replace("hóa", "hoá") for phrase in _phrases(*subjects)} == phrases


def test_many_letters_ask_for_more_and_give_no_endless_list() -> None:
    subjects = [f"kênh thủy lợi số {chr(65 + n % 26)}{chr(97 + n // 26)} xã" for n in range(600)]
    subjects += ["đê biển", "đê biển"]
    found = _phrases(*subjects)
    assert "kênh thủy lợi số" in found
    assert "đê biển" not in found
    assert len(found) <= 300
