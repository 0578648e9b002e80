"""The parser of queries, in the browser."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.search.asking import call
from tests.search.server import Server

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def tab(browser: Browser, server: Server):
    opened = browser.new_page()
    opened.goto(server.url("/kho/index.html"))
    yield opened
    opened.close()


def _parsed(tab: Page, text: str) -> dict[str, Any]:
    query = call(tab, "parse", text)
    reference = query["reference"]
    return {
        "reference": reference and (reference["number"], reference["year"], reference["symbol"]),
        "sure": bool(reference and reference["sure"]),
        "beside": " ".join(word["word"] for word in reference["beside"]) if reference else "",
        "date": query["date"],
        "year": query["year"],
        "type": query["type"],
        "words": " ".join(word["word"] for word in query["words"]),
        "phrases": [phrase["shown"] for phrase in query["phrases"]],
    }


@pytest.mark.parametrize(
    ("text", "reference", "beside"),
    [
        ("972/UBND-KSTTHC", ("972", "", "ubndkstthc"), ""),
        ("972 / UBND - KSTTHC", ("972", "", "ubndkstthc"), ""),
        ("972/ubnd", ("972", "", "ubnd"), ""),
        ("972-ubnd", ("972", "", "ubnd"), ""),
        ("468/STTTT-BCVT&CNTT", ("468", "", "sttttbcvtcntt"), ""),
        ("37/2020/QĐ-UBND", ("37", "2020", "qdubnd"), ""),
        ("12-NQ/TW", ("12", "", "nqtw"), ""),
        ("66.4/2025/NQ-CP", ("66.4", "2025", "nqcp"), ""),
        ("66.4/2025", ("66.4", "2025", ""), ""),
        ("1.313/UBND-TTHC", ("1313", "", "ubndtthc"), ""),
        ("QD-TTg 468", ("468", "", "qdttg"), ""),
        ("QĐ-TTg số 468", ("468", "", "qdttg"), ""),
        ("nghị quyết 68/NQ-CP", ("68", "", "nqcp"), "nghi quyet"),
        ("tt 01/2023 vpcp", ("1", "2023", ""), "tt vpcp"),
    ],
)
def test_references(tab: Page, text: str, reference: tuple[str, str, str], beside: str) -> None:
    parsed = _parsed(tab, text)
    assert (parsed["reference"], parsed["beside"]) == (reference, beside)


@pytest.mark.parametrize(
    ("text", "number", "sure", "beside"),
    [
        ("972", "972", True, ""),
        ("0972", "972", True, ""),
        ("972/", "972", True, ""),
        ("số 972", "972", True, "so"),
        ("so: 972", "972", True, "so"),
        ("công văn 972", "972", True, "cong van"),
        ("CV số 972", "972", True, "cv so"),
        ("cv5893", "5893", True, "cv"),
        ("nq68", "68", True, "nq"),
        ("qd ttg 468", "468", False, "qd ttg"),
        ("468 qd ttg", "468", False, "qd ttg"),
        ("nghị quyết số 68 nq cp", "68", True, "nghi quyet so nq cp"),
        ("quyết định 468 của Thủ tướng", "468", True, "quyet dinh cua thu tuong"),
        ("2019 snv 1095", "1095", False, "snv"),
        ("nghi quyet 01 cp 2021", "1", True, "nghi quyet cp"),
        # Whether a document is meant, only the index can tell; the engine asks it.
        ("10 năm", "10", False, "nam"),
        ("tuyển sinh vào lớp 10", "10", False, "tuyen sinh vao lop"),
        ("hồ sơ số 15", "15", True, "ho so so"),
    ],
)
def test_numbers(tab: Page, text: str, number: str, sure: bool, beside: str) -> None:
    parsed = _parsed(tab, text)
    assert parsed["reference"] == (number, "", "")
    assert (parsed["sure"], parsed["beside"]) == (sure, beside)


@pytest.mark.parametrize(
    "text",
    ["số hóa hồ sơ", "so hoa ho so thang 2 2024", "PC07", "QH14", "giảm 15%", "từ 5 đến 10", "2,5"],
)
def test_no_reference(tab: Page, text: str) -> None:
    assert _parsed(tab, text)["reference"] is None


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("11/3/2021", {"day": "2021-03-11"}),
        ("11-03-2021", {"day": "2021-03-11"}),
        ("11.3.2021", {"day": "2021-03-11"}),
        ("2021-03-11", {"day": "2021-03-11"}),
        ("2021/3/11", {"day": "2021-03-11"}),
        ("ngày 11 tháng 3 năm 2021", {"day": "2021-03-11"}),
        ("Ngày 11 tháng 03, năm 2021", {"day": "2021-03-11"}),
        ("11 thang 3 2021", {"day": "2021-03-11"}),
        ("ngày 11/3", {"dayOfYear": "03-11"}),
        ("ngày 11 tháng 3", {"dayOfYear": "03-11"}),
        ("tháng 2 năm 2024", {"month": "2024-02"}),
        ("thang 2/2024", {"month": "2024-02"}),
        ("t2/2024", {"month": "2024-02"}),
        ("2/2024", {"month": "2024-02"}),
        ("tháng 3", {"monthOfYear": "03"}),
        ("sở y tế tháng 05", {"monthOfYear": "05"}),
        ("02 tháng cuối năm", None),
        ("11/3", {"dayOfYear": "03-11"}),
        ("trước ngày 15/4", None),
        ("31/10/24", {"day": "2024-10-31"}),
        ("ngày 1.2.99", {"day": "1999-02-01"}),
        ("1.2.3", None),
        ("99/99/2021", None),
        ("tháng 13 năm 2021", None),
    ],
)
def test_dates(tab: Page, text: str, date: dict[str, str] | None) -> None:
    assert _parsed(tab, text)["date"] == date


@pytest.mark.parametrize(
    ("text", "year", "words"),
    [
        ("năm 2024", "2024", ""),
        ("2024", "2024", ""),
        ("sở y tế 2021", "2021", "so y te"),
        ("2020 hiến máu", "2020", "hien mau"),
        ("kế hoạch cải cách hành chính năm 2024", "2024", "ke hoach cai cach hanh chinh"),
        ("nghị quyết 01/NQ-CP 2021", "2021", "nghi quyet"),
        ("2021 972/UBND-KSTTHC", "2021", ""),
        # Another word beside it: the year may be what the letter is about.
        ("972/UBND-KSTTHC kinh tế 2025", "", "kinh te 2025"),
    ],
)
def test_years(tab: Page, text: str, year: str, words: str) -> None:
    parsed = _parsed(tab, text)
    assert (parsed["year"], parsed["words"]) == (year, words)


@pytest.mark.parametrize(
    ("text", "phrases", "words"),
    [
        ('"một cửa" liên thông', ["một cửa"], "lien thong"),
        ("“một cửa, một cửa liên thông”", ["một cửa, một cửa liên thông"], ""),
        ('"chưa đóng', [], "chua dong"),
        ('""', [], ""),
        ('"..." a', [], "a"),
    ],
)
def test_phrases(tab: Page, text: str, phrases: list[str], words: str) -> None:
    parsed = _parsed(tab, text)
    assert (parsed["phrases"], parsed["words"]) == (phrases, words)


@pytest.mark.parametrize(
    "text",
    [
        '"><script>alert(1)</script>',
        "x" * 10_000,
        "1" * 10_000,
        "a-" * 5_000,
        "a&" * 5_000,
        "qd-" * 3_000 + " 1",
        "(((((.*)+)+)+$",
        "\\d{1,9}[",
        "\u0000\u0001\u202e\ud7ff\uffff",
        "972/" * 2_000,
        '"' * 9_999,
        "ngày " * 2_000,
        "constructor __proto__ hasOwnProperty",
        "%s %d ${1}",
    ],
)
def test_hostile_queries_only_search(tab: Page, text: str) -> None:
    script = """async (text) => {
      await vankhoSearch.load();
      const start = performance.now();
      await vankhoSearch.withArchive((archive) => vankhoSearch.find(archive, text));
      return performance.now() - start;
    }"""
    assert tab.evaluate(script, text) < 1_500
    assert tab.evaluate("document.querySelectorAll('script:not([src])').length >= 0")


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("sinh", "sihn", True),
        ("lon", "lonn", True),
        ("lon", "lan", True),
        ("lon", "on", True),
        ("lon", "lon", False),
        ("sinh", "sihm", False),
        ("ab", "ba", True),
        ("abc", "cba", False),
    ],
)
def test_one_letter_apart(tab: Page, one: str, other: str, apart: bool) -> None:
    assert call(tab, "oneApart", one, other) is apart
