"""What queries find in the small archive."""

import pytest
from playwright.sync_api import Browser, Page

from tests.search.asking import ask
from tests.search.server import Server

pytestmark = pytest.mark.browser

_972 = "2021/972-ubnd-kstthc"
_1937 = "2021/1937-ubnd-kstthc"
_751 = "2024/751-ubnd-tthc"
_468 = "2021/468-qd-ttg"
_68 = "2020/68-nq-cp"
_SYT = "2021/972-syt-nvy"
_TT = "2023/01-2023-tt-vpcp"


@pytest.fixture(scope="module")
def tab(browser: Browser, server: Server):
    opened = browser.new_page()
    opened.goto(server.url("/kho/index.html"))
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("972", [_972, "2021/972-syt-nvy", _1937]),
        ("cong van 972", [_972, "2021/972-syt-nvy", _1937]),
        ("972/syt", ["2021/972-syt-nvy"]),
        ("972/UBND-KSTTHC", [_972, _1937]),
        ("972 ubnd", [_972, _1937]),
        ("972 sở y tế", ["2021/972-syt-nvy"]),
        ("972/UBND-KSTHC", [_972]),
        ("9720", ["2023/9720-syt-nvd"]),
        ("468/QĐ-TTg", [_468, _751, _1937]),
        ("QD-TTg 468", [_468, _751, _1937]),
        ("quyết định 468", [_468, _751, _1937, "2020/468-stttt-bcvt-cntt"]),
        ("468", ["2020/468-stttt-bcvt-cntt", _468]),
        ("37/2020/QĐ-UBND", ["2020/37-2020-qd-ubnd", _972]),
        ("37/QĐ-UBND", ["2020/37-2020-qd-ubnd", _972]),
        ("1/2023/TT-VPCP", ["2023/01-2023-tt-vpcp", _751]),
        ("quyết định 468 của Thủ tướng Chính phủ", [_468]),
        ("11/3/2021", [_972, _1937]),
        ("ngày 11 tháng 3 năm 2021", [_972, _1937]),
        ("ngày 11/3", [_972]),
        ("tháng 2/2024", [_751]),
        ("tháng 3", ["2023/9720-syt-nvd", _972]),
        ("11/3", [_972]),
        ("trước ngày 15/4", ["2020/468-stttt-bcvt-cntt"]),
        ("gửi sở tư pháp", ["2022/1858-stttt-vp", "2023/12-stp-hctp"]),
        ("sở tư pháp", ["2023/12-stp-hctp", "2022/1858-stttt-vp"]),
        ("2/2024", [_751]),
        ("so hoa ho so thang 2 2024", [_751]),
        ("sở tttt", ["2022/1858-stttt-vp", "2020/468-stttt-bcvt-cntt", _751]),
        ("Sở Bưu chính, Viễn thông", ["2022/1858-stttt-vp", "2020/468-stttt-bcvt-cntt"]),
        ("so y te nam 2021", ["2021/972-syt-nvy"]),
        ("sở giáo dục", ["2023/97-sgddt-vp"]),
        ("văn bản do sở tư pháp ban hành", ["2023/12-stp-hctp", "2022/1858-stttt-vp"]),
        ("dang van minh", [_1937, _972]),
        ("nguyễn văn thuỷ", ["2022/1858-stttt-vp", "2020/468-stttt-bcvt-cntt"]),
        ("số hoá hồ sơ", [_751, _1937]),
        ("SỐ HÓA HỒ SƠ", [_751, _1937]),
        ("dich ta lon chau phi", ["2024/15-ubnd-nntn"]),
        ("hòa giải", ["2023/97-sgddt-vp"]),
        ("bò", ["2023/97-sgddt-vp"]),
        ("mot cua lien thong", [_1937]),
        ("tuyen sinh vao lop 10", ["2023/97-sgddt-vp"]),
        ("5 tuổi", ["2021/972-syt-nvy"]),
        ("báo cáo ubnd tỉnh trước 15/04/2020", ["2020/468-stttt-bcvt-cntt"]),
        # An abbreviation among words: the letter writes the name out, or was issued by the agency.
        ("báo cáo sbcvt", ["2020/468-stttt-bcvt-cntt", _751]),
        ("stttt khảo sát", ["2022/1858-stttt-vp"]),
        ("khan truong bao cao so tttt", [_751]),
        # A long query of which a word is not in the letter, in one of which all of them are.
        ("khi nào thì số hóa hồ sơ bị khẩn trương", [_751]),
        ("tuyển sinh lớp 10 trung học phổ thông quốc gia", ["2023/97-sgddt-vp"]),
    ],
)
def test_the_right_ones_come_first(tab: Page, text: str, first: list[str]) -> None:
    assert ask(tab, text).ids[: len(first)] == first


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("nghi quyet 68 cp 2020", [_68, _972]),
        ("nq 68 ngày 12/5/2020", [_68, _972]),
        ("NQ 68/CP", [_68, _972]),
        ("nq68", [_68, _972]),
        ("2020 nghị quyết chính phủ số 68", [_68]),
        ("468 qd ttg", [_468, _751, _1937]),
        ("QĐ 468/TTg", [_468, _751, _1937]),
        ("ttg 468", [_468, _751, _1937]),
        ("thủ tướng quyết định 468 năm 2021", [_468]),
        ("quyet dinh so 468 ngay 27/3/2021 cua ttg", [_468, _751, _1937]),
        ("cv 972 ubnd 2021", [_972, _1937]),
        ("cv972 ubnd tinh", [_972, _1937]),
        ("công văn số 972 ngày 11/3/2021 ubnd tỉnh", [_972, _1937]),
        ("công văn của UBND tỉnh Quảng Ngãi số 972", [_972, _1937]),
        ("972 kstthc", [_972, _1937]),
        ("sở y tế 972", [_SYT]),
        ("2021 syt 972", [_SYT]),
        ("972 huỳnh thị hồng", [_SYT]),
        ("tt 01/2023 vpcp", [_TT, _751]),
        ("thông tư 01 2023 văn phòng chính phủ", [_TT, _751]),
        ("37 2020 qd ubnd", ["2020/37-2020-qd-ubnd", _972]),
        ("quyết định 37/2020 ubnd tỉnh", ["2020/37-2020-qd-ubnd"]),
        ("nghị định 23 năm 2015 về chứng thực", ["2015/23-2015-nd-cp", "2023/12-stp-hctp"]),
        ("68/NQ-CP 2020", [_68, _972]),
        ("công văn 191 sở thông tin truyền thông 2024", ["2024/191-stttt-bcvt-cntt", _751]),
    ],
)
def test_who_bears_a_number_comes_before_who_cites_it(
    tab: Page, text: str, first: list[str]
) -> None:
    assert ask(tab, text).ids[: len(first)] == first


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("công văn thực hiện quyết định 468", [_468]),
        ("tiếp theo công văn 972", [_1937, _972]),
        ("tiếp theo khoản 2 điều 1 công văn số 972", [_1937, _972]),
        ("vien dan 468/qd-ttg", [_468]),
    ],
)
def test_what_was_done_to_a_document(tab: Page, text: str, first: list[str]) -> None:
    assert ask(tab, text).ids[: len(first)] == first


def test_who_does_something_to_a_document_is_not_opened_for_it(tab: Page) -> None:
    assert ask(tab, "tiếp theo công văn 972 ubnd").bearers == 0
    assert ask(tab, "công văn 972 ubnd").bearers == 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("nghị quyết năm 2020", {_68}),
        ("các quyết định năm 2021", {_468}),
        ("công văn tháng 2/2024", {_751}),
        ("văn bản ban hành ngày 11/3/2021", {_972}),
        ("11/3/21", {_972}),
        ("võ phiên số hóa", {_751}),
        ("công văn do ông Võ Phiên ký", {_751, "2024/15-ubnd-nntn"}),
        ("tiêm chủng huyện tư nghĩa", {_SYT}),
    ],
)
def test_what_only_these_meet(tab: Page, text: str, found: set[str]) -> None:
    assert set(ask(tab, text).ids[: len(found)]) == found


@pytest.mark.parametrize("text", ["99999/UBND-ABC", "công văn 99999", "số 99999"])
def test_a_number_that_is_not_here_gives_nothing_else(tab: Page, text: str) -> None:
    assert ask(tab, text).total == 0


def test_decomposed_letters(tab: Page) -> None:
    assert ask(tab, "số hóa hồ sơ".replace("ố", "o\u0302\u0301")).ids[0] == _751


def test_accents_are_a_preference(tab: Page) -> None:
    with_accents = ask(tab, "bộ")
    assert with_accents.ids[0] != "2023/97-sgddt-vp"
    assert set(with_accents.ids) == set(ask(tab, "bo").ids)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('"một cửa liên thông"', [_1937]),
        ('"mot cua lien thong"', [_1937]),
        ('"một cửa lien thong"', [_1937]),
        ('"một của liên thông"', []),
        ('"cửa một liên thông"', []),
        ('"hồ sơ, giấy tờ" "số hóa"', [_751, _1937]),
        ('"hoà giải"', ["2023/97-sgddt-vp"]),
    ],
)
def test_phrases_are_exact(tab: Page, text: str, found: list[str]) -> None:
    answer = ask(tab, text)
    assert (answer.ids, answer.total, answer.exact) == (found, len(found), True)


@pytest.mark.parametrize(
    ("text", "corrected", "first"),
    [
        ("tuyen sihn lop 10", "tuyen sinh lop 10", "2023/97-sgddt-vp"),
        ("dich ta lonn chau phi", "dich ta lon chau phi", "2024/15-ubnd-nntn"),
        ("bảo hiểm y tế hộ gia địnhh", "bảo hiểm y tế hộ gia dinh", "2023/9720-syt-nvd"),
    ],
)
def test_one_wrong_letter(tab: Page, text: str, corrected: str, first: str) -> None:
    answer = ask(tab, text)
    assert (answer.corrected, answer.ids[0]) == (corrected, first)


@pytest.mark.parametrize(
    ("text", "corrected"),
    [
        ("tuyen sihn lop 10 trung hocc pho thong", "tuyen sinh lop 10 trung hoc pho thong"),
        ("Đặng Sinn Ninh 2021", ""),
        ("luật loh 2013", ""),
        ("Trần Ngọc Phước", ""),
        ("Đặng Thuong 2021", ""),
    ],
)
def test_what_no_neighbour_knows_is_not_made_of_other_words(
    tab: Page, text: str, corrected: str
) -> None:
    assert ask(tab, text).corrected == corrected


def test_a_word_only_begun(tab: Page) -> None:
    assert ask(tab, "tiêm chủng mở rộ").ids == ["2021/972-syt-nvy"]
    assert "2021/972-syt-nvy" in ask(tab, "tiêm chủng mở r").ids


def test_an_agency_in_a_longer_query_is_offered_not_forced(tab: Page) -> None:
    answer = ask(tab, "khảo sát sở y tế")
    assert answer.chips == [{"kind": "issuer", "name": "Sở Y tế"}]
    assert answer.ids[0] == "2022/1858-stttt-vp"


def test_most_of_the_words_where_none_has_all(tab: Page) -> None:
    answer = ask(tab, "chứng thực bản sao tuyển sinh")
    assert answer.relaxed
    assert answer.ids[0] == "2023/12-stp-hctp"


@pytest.mark.parametrize("text", ["", "   ", "—", '"không có cụm này đâu"', "qwrtz wrtzp"])
def test_nothing(tab: Page, text: str) -> None:
    assert ask(tab, text).total == 0


@pytest.mark.parametrize(
    ("text", "bearers"),
    [
        ("972", 2),
        ("quyết định 468", 1),
        ("972 ubnd tỉnh", 1),
        ("công văn 972 ngày 14/6/2021", 1),
        ("751", 1),
        ("972/UBND-KSTTHC", 1),
        ("468/QĐ-TTg", 1),
        ("số hóa", 0),
    ],
)
def test_bearers_of_a_number(tab: Page, text: str, bearers: int) -> None:
    assert ask(tab, text).bearers == bearers
