"""Abbreviations are told where they are words of the text, and nowhere else."""

from pathlib import Path

import markdown
import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.helpers import make_archive, paragraph_letter, put, registry
from tests.test_build import letter as printed
from vankho.cli import main
from vankho.errors import SettingsError
from vankho.registry.abbreviations import Abbreviations, means_otherwise
from vankho.registry.files import AbbreviationEntry, read_files
from vankho.stages.parse import parse
from vankho.stages.prove import read_html
from vankho.stages.read import read_bytes
from vankho.stages.render import letter_text as texts
from vankho.stages.render.abbreviations import listed, meanings
from vankho.stages.render.letter_text import letter_text
from vankho.stages.render.link_spans import LinkSpan
from vankho.stages.render.markdown import Link
from vankho.text.plain import words_of
from vankho.text.span import Span

KNOWN = registry()


def _told(text: str) -> list[str]:
    letter = paragraph_letter(text)
    return [item.entry.short for item in meanings(letter, KNOWN.abbreviations, ())]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Chủ tịch UBND tỉnh giao các sở", ["UBND"]),
        ("Thường trực HĐND, UBND tỉnh", ["HĐND", "UBND"]),
        ("giải quyết TTHC; UBND và TTHC, UBND", ["TTHC", "UBND"]),
        ("Sở TT&TT, Sở GD&ĐT", ["TT&TT", "GD&ĐT"]),
        ("phê duyệt danh mục (TTHC).", ["TTHC"]),
        ("- UBND các huyện", ["UBND"]),
        ("Kho CSDL, Văn phòng – UBND tỉnh", ["CSDL", "UBND"]),
        # Parts of a symbol, of a word, of an address.
        ("Công văn số 972/UBND-KSTTHC", []),
        ("số 972 /UBND - KSTTHC", []),
        ("số 12 / UBND–TTHC", []),
        ("Quyết định 33/QĐ-UBND; QĐ- UBND; QĐ – UBND", []),
        ("HĐND/UBND", []),
        ("UBNDX XUBND UBND_1 ubnd", []),
        ("gửi về tthc@UBND.vn, TTHC.vn", []),
        ("thanhtra&UBND, TT&TTX", []),
        # Abbreviations of other places.
        ("CT, PCT và VT", []),
        ("ký KT. và TM. tập thể", []),
    ],
)
def test_what_is_told_in_the_text(text: str, told: list[str]) -> None:
    assert _told(text) == told


def test_recipients_drafting_unit_and_signature_have_their_own() -> None:
    text = (
        printed(body="1. Giao VPUB, CT và TTHC thực hiện./.")
        .replace("- Lưu: VT, TH.", "- CT, PCT UBND tỉnh;\n- VPUB: CVP, TTHC;\n- Lưu: VT, TTHC, KSTTHC(x).")
        .replace("CHỦ TỊCH", "KT. CHỦ TỊCH")
    )  # fmt: skip
    letter = parse(read_bytes(text.encode(), "a.txt"), KNOWN)
    found = [
        (item.entry.short, item.entry.full) for item in meanings(letter, KNOWN.abbreviations, ())
    ]
    assert [short for short, _ in found] == [
        "TTHC", "CT", "PCT", "UBND", "VPUB", "CVP", "TTHC", "VT", "KSTTHC", "KT.",
    ]  # fmt: skip
    assert ("CT", "Chủ tịch") in found


def test_each_point_tells_anew_and_the_list_names_each_once() -> None:
    letter = paragraph_letter("1. UBND tỉnh, UBND huyện.\n\n2. TTHC của UBND.\n\n3. Không có.")
    found = meanings(letter, KNOWN.abbreviations, ())
    assert [item.entry.short for item in found] == ["UBND", "TTHC", "UBND"]
    assert listed(found) == [("TTHC", "thủ tục hành chính"), ("UBND", "Ủy ban nhân dân")]


@pytest.mark.parametrize(
    ("text", "otherwise"),
    [
        ("thủ tục hành chính (TTHC)", False),
        ("thủ tục hành chính (sau đây viết tắt là TTHC)", False),
        ("Thủ  tục\nhành chính (sau đây gọi tắt là: “TTHC”)", False),
        ("Trung tâm Hành chính (TTHC)", True),
        ("Trung tâm Phục vụ hành chính công (sau đây gọi tắt là TTHC)", True),
        ("Cục Kiểm soát (TTHC)", False),
        ("Trung tâm (sau đây gọi\ntắt  là:  TTHC)", True),
        ("TTHC", False),
    ],
)
def test_a_letter_may_define_otherwise(text: str, otherwise: bool) -> None:
    entry = AbbreviationEntry(short="TTHC", full="thủ tục hành chính", source="x")
    assert means_otherwise(" ".join(text.split()), entry) is otherwise
    assert (_told(f"{text}. Đẩy mạnh TTHC.") == []) is otherwise


@pytest.mark.parametrize("plain", [False, True], ids=["markdown", "html"])
@pytest.mark.parametrize(
    "text",
    [
        "xem **(TTHC)** và *UBND*, ***HĐND***",
        "**TTHC**, TT**HC**, *UB*ND",
        "TTHC: {: .x } UBND | HĐND <b>KCN</b>",
        "UBND\nHĐND tỉnh",
        "TTHC",
    ],
)
def test_the_text_stays_the_letter_s(
    text: str, plain: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if plain:
        monkeypatch.setattr(texts, "_LONG_PARAGRAPH", 0)
    letter = paragraph_letter(text)
    found = meanings(letter, KNOWN.abbreviations, ())
    html = markdown.markdown(
        f'<div data-letter-text markdown="1">\n\n{letter_text(letter, [], found)}\n\n</div>\n',
        extensions=["attr_list", "md_in_html", "tables"],
    )
    assert read_html(html).text == words_of(letter.text, 0)
    shown = LexborHTMLParser(html).css("abbr")
    assert [node.text() for node in shown] == _told(text)
    assert all(node.attributes["title"] for node in shown)


def test_nothing_is_told_inside_a_link() -> None:
    letter = paragraph_letter("Theo Công văn của UBND tỉnh và UBND huyện về TTHC.")
    links = [LinkSpan(Span(5, 27), Link("x.html", "x"))]
    found = meanings(letter, KNOWN.abbreviations, links)
    assert [(item.span.start > 27, item.entry.short) for item in found] == [
        (True, "UBND"),
        (True, "TTHC"),
    ]


def test_an_archive_without_the_file_tells_nothing_and_is_built(tmp_path: Path) -> None:
    assert meanings(paragraph_letter("UBND"), Abbreviations(), ()) == []
    folder = make_archive(tmp_path / "kho")
    (folder / "corpus/registry/abbreviations.yml").unlink()
    put(folder, "2022/1.txt", printed())
    assert main(["build", "--config", str(folder / "archive.yml")]) == 0
    html = (folder / "site/van-ban/2022/01-ubnd-th.html").read_text(encoding="utf-8")
    assert "<abbr" not in html


@pytest.mark.parametrize(
    "text",
    [
        "abbreviations:\n  - {short: CT, full: Chủ tịch, source: x}\n  - {short: CT, full: Chỉ thị, source: x}\n",
        'abbreviations:\n  - {short: CT, full: "<b>x", source: x}\n',
        "abbreviations:\n  - {short: C T, full: x, source: x}\n",
        "abbreviations:\n  - {short: CT, full: x, source: x, where: [dau]}\n",
        "abbreviations:\n  - {short: CT, full: x}\n",
    ],
)
def test_the_file_is_checked(text: str, tmp_path: Path) -> None:
    (tmp_path / "abbreviations.yml").write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError):
        read_files(tmp_path)
