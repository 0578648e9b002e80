"""Patterns prove themselves: each matches its examples, and each has some."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vankho.grammar import (
    cues,
    date,
    law_names,
    marker,
    number,
    open_line,
    pinpoint,
    relation,
    secrecy,
)
from vankho.grammar.marker import anchor_number
from vankho.grammar.step import LEVELS
from vankho.model.letter import Level
from vankho.text.fold import fold


@pytest.mark.parametrize("example", date.EXAMPLES)
def test_dates(example: str) -> None:
    assert date.DATE.fullmatch(example)


@pytest.mark.parametrize("example", number.EXAMPLES)
def test_references(example: str) -> None:
    assert number.REFERENCE.fullmatch(example)


@pytest.mark.parametrize("example", number.HYPHENED_EXAMPLES)
def test_a_hyphen_for_the_slash(example: str) -> None:
    (found,) = number.find(example)
    assert number.hyphened(found)
    assert found.end() == len(example)


@pytest.mark.parametrize("example", number.NO_YEAR_EXAMPLES)
def test_a_number_where_the_year_belongs(example: str) -> None:
    (found,) = number.find(example)
    assert found["number"] == example.rpartition("/")[0]
    assert found.end() == len(example)


def test_dates_in_turn_share_the_year_said_last() -> None:
    text = " lan luot vao cac ngay 03/4, 10/4 va 17/4/2024"
    found = date.in_turn(text, 0)
    assert [str(one.value) for one in found] == ["2024-04-03", "2024-04-10", "2024-04-17"]
    assert found[-1].end == len(text)


@pytest.mark.parametrize("example", law_names.EXAMPLES)
def test_law_names(example: str) -> None:
    assert law_names.NAME.fullmatch(example)


@pytest.mark.parametrize("name", law_names.PLAIN_EXAMPLES)
def test_plain_law_names(name: str) -> None:
    for printed in (name, name.lower()):
        text = f"{printed} dành quỹ đất"
        assert law_names.plain_end(text, fold(text), 0) == len(name)


@pytest.mark.parametrize("example", pinpoint.EXAMPLES)
def test_pinpoints(example: str) -> None:
    paths = pinpoint.paths_ending_at(example, example, len(example), 0)
    assert paths
    assert paths[0].start == 0


@pytest.mark.parametrize(
    ("level", "example"),
    [(level, example) for level, examples in marker.EXAMPLES.items() for example in examples],
)
def test_markers(level: Level, example: str) -> None:
    found = marker.read(example)
    assert found is not None
    assert found.level is level


def test_every_level_has_an_example() -> None:
    assert set(marker.EXAMPLES) == set(Level) - {Level.ATTACHMENT}


@pytest.mark.parametrize(
    ("cue", "example"),
    [(cue, example) for cue in cues.CUES for example in cue.examples],
    ids=lambda value: value if isinstance(value, str) else value.code,
)
def test_relations(cue: cues.Cue, example: str) -> None:
    assert cue.pattern.match(example)
    found = relation.before(example, 0, len(example))
    assert found is not None
    assert found.code == cue.code


def test_every_cue_has_an_example_and_a_label() -> None:
    for cue in cues.CUES:
        assert cue.examples
        assert cue.code in relation.LABELS


_CUE_WORDS = sorted(
    {
        word
        for cue in cues.CUES
        for word in re.findall(r"[a-z]+", cue.pattern.pattern.replace("\\s", " "))
    }
    | {word for cue in cues.CUES for text in (*cue.examples, *cue.words) for word in text.split()}
    | {word for cue in cues.CUES for word in cue.ends}
    | {
        "cac",
        "noi",
        "dung",
        "so",
        "bo",
        "ubnd",
        "tinh",
        ",",
        "va",
        "cua",
        "nhiem",
        "vu",
        "bi",
        "mot",
    }
)


@given(
    st.lists(
        st.sampled_from(_CUE_WORDS).flatmap(
            lambda word: st.sampled_from([word, f"({word}", f"{word},"])
        ),
        max_size=45,
    )
)
def test_a_cue_is_found_as_its_pattern_says(words: list[str]) -> None:
    left = " ".join(words)[-260:]
    matching = [cue for cue in cues.CUES if cue.pattern.match(left)]
    possible = cues.possible(left)
    assert [cue for cue in possible if cue in matching] == matching
    for cue in cues.CUES:
        match = cue.pattern.match(left)
        assert cue.start(left) == (match.start("cue") if match else None)


_FILLER_WORDS = (
    "cac", "nhung", "noi dung", "toan bo", "mot so", "dung", "tu", "tieu chuan", "quy chuan", "van ban", "tai lieu",
    "sau", "sau day:", "duoi day :", "quyet dinh", "cong van", "thong bao", "ke hoach", "to trinh", "bao cao", "02",
    "hai", "theo", "(", "“", "’", "x",
)  # fmt: skip


@given(st.lists(st.sampled_from(_FILLER_WORDS), max_size=6))
def test_no_filler_is_ruled_out(words: list[str]) -> None:
    left = " ".join(["theo", *words])
    if relation._FILLER.search(left):
        assert left.endswith(relation._FILLER_ENDS)


_PINPOINT_WORDS = (
    *LEVELS, "a", "b", "dd", "1", "2a", "14", "iv", "1.2", "so 3", "thu nhat", "cuoi cung",
    ",", ";", "va", "den", "cua", "tai", "thuoc", "trong", "cac", "(", ")", "cong van", "noi dung",
)  # fmt: skip


@given(st.lists(st.sampled_from(_PINPOINT_WORDS), max_size=60))
def test_no_pinpoint_is_ruled_out(words: list[str]) -> None:
    text = (
        " ".join(words).replace(" ,", ",").replace(" )", ")").replace(" ;", ";").replace("( ", "(")
    )
    text = text.rstrip(" (")  # what a bracket holds next is no pinpoint's document
    steps = pinpoint.steps_ending_at(text, text, len(text), max(0, len(text) - 400))
    found = pinpoint.paths_ending_at(text, text, len(text), 0)
    assert bool(found) == bool(steps)
    if steps:
        assert found[0].start == steps[0].start


@pytest.mark.parametrize(
    ("printed", "anchor"),
    [("đ", "dd"), ("d", "d"), ("1.1", "1-1"), ("thứ hai", "thu-hai"), ("II", "ii"), ("2a", "2a")],
)
def test_anchor_numbers(printed: str, anchor: str) -> None:
    assert anchor_number(printed) == anchor


HEADER = (
    "ỦY BAN NHÂN DÂN\nTỈNH QUẢNG NGÃI\n\n{line}\n\nSố: 1/UBND-NC\n\nKính gửi: Sở Y tế\n\n{body}\n"
)


@pytest.mark.parametrize(
    "line",
    ["MẬT", "TỐI MẬT", "TUYỆT MẬT", "M Ậ T", "T U Y Ệ T  M Ậ T", "[MẬT]", "**MẬT**", "Độ mật: Mật", "MAT", "MẶT", "MÂT",
     "TOI MAT", "Tuyệt mật", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM   MẬT", "MẬT   ỦY BAN NHÂN DÂN", "LƯU HÀNH NỘI BỘ",
     "TỐI MẬT - HỎA TỐC", "Mật"],
)  # fmt: skip
def test_secrecy_marks(line: str) -> None:
    assert secrecy.mark(HEADER.format(line=line, body="Nội dung"))


@pytest.mark.parametrize(
    "line",
    ["HỎA TỐC", "KHẨN", "THƯỢNG KHẨN", "V/v bảo mật thông tin", "V/v tăng cường bảo vệ bí mật nhà nước",
     "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM TỈNH", "KẾ HOẠCH BẢO VỆ BÍ MẬT NHÀ NƯỚC", "V/v mật độ xây dựng", "V/v giải phóng mặt bằng",
     "THAY MẶT BAN THƯỜNG VỤ", "THAY MẶT              THAY MẶT"],
)  # fmt: skip
def test_ordinary_words_are_no_secrecy_marks(line: str) -> None:
    assert not secrecy.mark(HEADER.format(line=line, body="MẬT là chữ trong câu."))


def test_further_words_of_the_settings_keep_a_letter_back() -> None:
    text = HEADER.format(line="CHỈ DÙNG TRONG NGÀNH", body="x")
    assert not secrecy.mark(text)
    assert secrecy.mark(text, ["chỉ dùng trong ngành"])


@pytest.mark.parametrize(
    "text", ["Nghị ðịnh", "ƣu tiên", "Ủy ban", "A\u00a0B", "—", "İstanbul", "ﬀ"]
)
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    ("line", "below"),
    [("theo quy định tại", "Chương II"), ("trình tự do", "Chính phủ quy định"), ("tại điểm", "b khoản 2"), ("Công văn số", "12/UBND"),
     ("kết thúc ngày", "15/7"), ("vào năm", "2030"), ("ban hành Quyết định", "số 12"), ("theo quy dinh tai", "Chuong II")],
)  # fmt: skip
def test_lines_that_lead_on(line: str, below: str) -> None:
    assert open_line.leads_on(line, below)


@pytest.mark.parametrize(
    ("line", "below"),
    [("2.2. Tổng mức đầu tư", "Tổng mức"), ("1. Chế độ", "Mức hưởng"), ("1. Ưu điểm", "Các cấp"), ("2. Địa điểm", "Tại hội trường"),
     ("Chuyển đổi số", "Tỷ lệ"), ("báo cáo hằng năm", "Các sở"), ("tỉnh Quảng Nam", "2 bên"), ("I. Chỉ thị", "Các cấp"), ("Danh mục", "1 hồ sơ")],
)  # fmt: skip
def test_lines_that_may_be_the_last(line: str, below: str) -> None:
    assert not open_line.leads_on(line, below)


def test_each_number_of_a_bracket_is_a_place_of_its_own() -> None:
    text = "dieu 1 (khoan 2), dieu 2 (diem a, c khoan 1)"
    first, second = pinpoint.paths_ending_at(text, text, len(text), 0)
    places = [(first.start, first.end), *((start, end) for start, end, _ in second.items)]
    assert [text[start:end] for start, end in places] == ["dieu 1 (khoan 2)", "dieu 2 (diem a", "c"]
    assert [(point.article, point.clause, point.point) for *_, point in second.items] == [
        ("2", "1", "a"),
        ("2", "1", "c"),
    ]
