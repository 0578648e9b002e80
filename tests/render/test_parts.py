"""The parts of pages: front matter, contents, charts, pictures, words, shelves."""

import datetime
import html
import re
import xml.etree.ElementTree as ET

import markdown
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers import TESTS, Understood, paragraph_letter, understood
from vankho.model.document import Document
from vankho.model.graph import Graph
from vankho.model.identity import Identity
from vankho.registry.registry import Registry
from vankho.stages.link import link
from vankho.stages.render import words
from vankho.stages.render.agency import names_over_time
from vankho.stages.render.chart import months_chart, years_chart
from vankho.stages.render.front_matter import front_matter
from vankho.stages.render.letter_text import letter_text
from vankho.stages.render.neighbours import Neighbours
from vankho.stages.render.picture import picture
from vankho.stages.render.points import contents, cut, point_texts
from vankho.stages.render.sheet import qr_code
from vankho.stages.render.shelves import ADDRESSEE, ISSUER, SIGNER, Shelves
from vankho.stages.render.years import Years

HOME = "Ủy ban nhân dân tỉnh Quảng Ngãi"


@pytest.fixture(scope="module")
def archive(known: Registry) -> Understood:
    return understood(TESTS / "archive" / "corpus", known)


@pytest.fixture(scope="module")
def graph(archive: Understood) -> Graph:
    return link(archive.archive.documents, archive.archive.resolutions)


def document(number: int, issued: str, issuer: str = HOME) -> Document:
    day = datetime.date.fromisoformat(issued)
    identity = Identity(
        year=day.year, number=str(number), number_year=0, symbol="ubnd-th", issuer="x"
    )
    return Document(
        id=f"{day.year}/{number:02}-ubnd-th", identity=identity, type="Công văn", number=str(number),
        number_year=None, symbol="UBND-TH", issued=day, issuer=issuer, title="về việc thử",
    )  # fmt: skip


@given(
    st.dictionaries(st.from_regex(r"[a-z]{1,5}", fullmatch=True), st.text() | st.lists(st.text()))
)
def test_front_matter_says_what_was_given(fields: dict[str, object]) -> None:
    fields = {key: value for key, value in fields.items() if key != "title"}
    text = front_matter(**fields)
    kept = {key: value for key, value in fields.items() if value not in ("", [])}
    assert (yaml.safe_load(text) or {}) == kept
    assert "\n---" not in text


@pytest.mark.parametrize(
    ("id_", "official"),
    [
        ("2020/5127-ubnd-kstthc",
         "Công văn số 5127/UBND-KSTTHC ngày 04/11/2020 của UBND tỉnh Quảng Ngãi"),
        ("2020/28-2020-qd-ubnd",
         "Quyết định số 28/2020/QĐ-UBND ngày 16/10/2020 của UBND tỉnh Quảng Ngãi"),
    ],
)  # fmt: skip
def test_the_official_form_of_a_citation(id_: str, official: str, graph: Graph) -> None:
    assert words.official(graph.document(id_)) == official


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ((("khoan", "1"), ("diem", "dd")), "điểm đ khoản 1"),
        ((("khoan", "1"), ("diem", "c"), ("gach", "2")), "gạch đầu dòng thứ hai điểm c khoản 1"),
        ((("kem-theo", "1"), ("dieu", "14")), "Điều 14 văn bản ban hành kèm theo"),
        ((("phan", "thu-hai"), ("muc", "iv"), ("khoan", "1")), "khoản 1 Mục IV Phần thứ hai"),
        ((("phu-luc", "i-a"), ("khoan", "1")), "khoản 1 Phụ lục I-A"),
        ((("phu-luc", "1-2"),), "Phụ lục 1.2"),
        ((("phu-luc", ""), ("khoan", "1")), "khoản 1 Phụ lục"),
        ((("kem-theo", "2"), ("dieu", "3")), "Điều 3 văn bản thứ hai ban hành kèm theo"),
    ],
)
def test_the_name_of_a_point(path: tuple[tuple[str, str], ...], place: str) -> None:
    assert words.place("x", path) == place


def test_columns_of_a_table_keep_their_tabs() -> None:
    rows = ("TT\tCơ quan\tSố mét", "1.\tSở Tài chính\t45")
    letter = paragraph_letter("Đã thu như sau:\n" + "\n".join(rows))
    page = html.unescape(markdown.markdown(letter_text(letter, [])))
    page = re.sub(r"<[^>]+>", "", page)
    assert [row in page for row in rows] == [True, True]


def test_a_section_that_says_so_stands_in_the_middle_of_its_line() -> None:
    lines = (
        "Chương I",
        "QUY ĐỊNH CHUNG",
        "Mục 1",
        "PHẠM VI",
        "Điều 1. Phạm vi điều chỉnh",
        "Mục 2. ĐỐI TƯỢNG",
        "Điều 2. Đối tượng áp dụng",
        "Phần thứ hai",
        "II. TỔ CHỨC THỰC HIỆN",
    )
    letter = paragraph_letter("\n\n".join(lines))
    page = markdown.markdown(letter_text(letter, []), extensions=["attr_list"])
    middle = {
        text
        for css, text in re.findall(r'<p class="([^"]*)"[^>]*>(?:<span[^>]*></span>)*([^<]*)', page)
        if "vk-giua" in css
    }
    assert {text.strip() for text in middle} == {"Mục 1", "Mục 2. ĐỐI TƯỢNG", "Phần thứ hai"}


def test_contents_name_points_chapters_and_attached_documents(graph: Graph) -> None:
    letter = graph.document("2020/28-2020-qd-ubnd").letter
    assert letter
    lines = contents(letter)
    assert {line.anchor for line in lines} <= {block.anchor for block in letter.points()}
    assert lines[0].text.startswith("Điều 1. Ban hành kèm theo")
    named = {line.anchor: line for line in lines}
    assert named["kem-theo-1"].text.startswith("Kèm theo: QUY ĐỊNH Quản lý, khai thác Kho dữ liệu")
    assert named["kem-theo-1-chuong-i"].text == "Chương I. QUY ĐỊNH CHUNG"
    assert named["kem-theo-1-chuong-i-dieu-1"].depth == 2


def test_the_text_of_a_point_goes_on_with_what_stands_below_it(graph: Graph) -> None:
    letter = graph.document("2020/5127-ubnd-kstthc").letter
    assert letter
    texts = point_texts(letter, {"khoan-1", "khoan-1-diem-dd"}, 200)
    assert texts["khoan-1"].startswith("1. Chuẩn hóa hồ sơ điện tử\na) Các sở")
    assert len(texts["khoan-1"]) <= 203
    assert texts["khoan-1-diem-dd"].startswith("đ) Sở Tài chính")


def test_cut_between_words() -> None:
    assert cut("một hai ba", 8) == "một hai …"
    assert cut("một", 8) == "một"


def test_a_misread_year_draws_no_thousand_bars() -> None:
    documents = [
        document(n, day) for n, day in enumerate(("1039-02-03", "2020-02-03", "2021-02-03"), 1)
    ]
    chart = years_chart(documents)
    assert chart.count("<rect") <= 41
    assert "≤1981: 1, 2020: 1, 2021: 1" in chart


def test_charts_are_whole_svg_with_their_numbers_in_words() -> None:
    documents = [document(1, "2019-05-01"), document(2, "2021-01-01"), document(3, "2021-02-01")]
    svg = ET.fromstring(years_chart(documents))
    assert svg.get("aria-label") == "Số văn bản mỗi năm. 2019: 1, 2021: 2."
    assert len(svg.findall("rect")) == 3
    assert years_chart(documents[1:]) == ""
    assert "tháng 1: 1, tháng 2: 1" in months_chart(documents, 2021)


def test_the_picture_links_every_document_shown(graph: Graph) -> None:
    node = graph.nodes["2020/5127-ubnd-kstthc"]
    svg = ET.fromstring(picture(graph, node))
    links = [link.get("href") for link in svg.iter("a")]
    citing = {edge.citing for edge in node.cited_by}
    assert sum(f"{i.partition('/')[2]}.html" in str(links) for i in citing) == min(6, len(citing))
    assert not re.search(r"style=|<script", picture(graph, node))


def test_a_qr_code_is_the_same_twice_and_bare() -> None:
    assert qr_code("https://a.b/c") == qr_code("https://a.b/c")
    svg = ET.fromstring(qr_code("https://a.b/c"))
    assert svg.get("class") == "vk-qr"


def test_shelves_gather_spellings_and_stand_in_vietnamese_order(known: Registry) -> None:
    names = ["Sở Y tế tỉnh Quảng Ngãi", "Ban Dân tộc", "Sở Ý tế tỉnh Quảng Ngãi", "Đài Phát thanh"]
    held = [document(i, f"2021-01-0{i + 1}", name) for i, name in enumerate([*names, names[0]])]
    shelves = Shelves.of(held, known.agencies).all(ISSUER)
    assert [(shelf.name, len(shelf.documents)) for shelf in shelves] == [
        ("Ban Dân tộc", 1), ("Đài Phát thanh", 1), ("Sở Y tế tỉnh Quảng Ngãi", 3),
    ]  # fmt: skip
    assert len({shelf.path for shelf in shelves}) == 3


def test_every_held_document_is_on_the_shelves_that_it_names(graph: Graph, known: Registry) -> None:
    held = graph.held()
    shelves = Shelves.of(held, known.agencies)
    for item in held:
        assert item.letter
        metadata = item.letter.metadata
        for name in metadata.addressees:
            shelf = shelves.addressee(item, name)
            assert shelf
            assert item in shelf.documents
        if metadata.signer and metadata.signer.name:
            shelf = shelves.named(SIGNER, metadata.signer.name)
            assert shelf
            assert item in shelf.documents
    assert shelves.all(ADDRESSEE)


def test_years_hold_months(graph: Graph) -> None:
    years = Years.of(graph.held()).years
    assert [year.year for year in years] == [2020, 2021, 2022]
    for year in years:
        assert sum(len(month.documents) for month in year.months) <= len(year.documents)


def test_neighbours_are_of_one_agency_and_related_letters_share_citations(graph: Graph) -> None:
    neighbours = Neighbours.of(graph, graph.held())
    for later, earlier in neighbours.previous.items():
        assert graph.document(later).issuer == graph.document(earlier).issuer
        assert graph.document(later).issued >= graph.document(earlier).issued
        assert neighbours.following[earlier] == later
    for node in graph.nodes.values():
        own = {resolution.cited for resolution in node.cites}
        for related in neighbours.related(node):
            theirs = {resolution.cited for resolution in graph.nodes[related.id].cites}
            assert set(related.shared) <= own & theirs
            assert related.id != node.document.id


def test_an_agency_that_was_merged_names_its_successor(known: Registry) -> None:
    linked = str.upper
    lines = names_over_time(known.agencies, "Sở Thông tin và Truyền thông tỉnh Quảng Ngãi", linked)
    assert len(lines) == 1
    assert "đến ngày 28/02/2025; nay là SỞ KHOA HỌC VÀ CÔNG NGHỆ TỈNH QUẢNG NGÃI" in lines[0]
    lines = names_over_time(known.agencies, "Sở Khoa học và Công nghệ tỉnh Quảng Ngãi", linked)
    assert any("TRUYỀN THÔNG" in line for line in lines)
    assert names_over_time(known.agencies, "Sở không có", linked) == []
