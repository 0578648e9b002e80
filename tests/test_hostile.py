"""Letters that mean harm, or are damaged beyond sense: text on a page, or a finding; never more."""

import json
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.helpers import make_archive, put, registry
from tests.test_build import build, letter
from vankho.grammar import secrecy
from vankho.model.finding import Code
from vankho.stages.extract import extract
from vankho.stages.parse import parse
from vankho.stages.prove import read_html
from vankho.stages.read import read_bytes
from vankho.stages.render.abbreviations import meanings
from vankho.stages.render.letter_text import letter_text
from vankho.text.plain import words_of

KNOWN = registry()

BODIES = {
    "script": "<script>window.hacked = 1</script><img src=x onerror=alert(1)>",
    "comment": "<!-- nuốt --> và <!-- không đóng",
    "close": "</div></article></body></html><h1>ngoài</h1>",
    "entities": "&lt;b&gt; &amp;amp; &#60;script&#62; &nbsp;",
    "links": "[x](javascript:alert(1)) ![y](http://khac.example/a.png) <http://khac.example>",
    "attributes": "chữ {: onclick=alert(1) .x #khoan-1 }\n{: #mo-dau }",
    "jinja": "{{ config }} {% raw %} {# x #} {%- include 'x' -%}",
    "headings": "Tiêu đề\n===\nPhụ\n---\n# một\n## hai",
    "code": "    bốn dấu cách\n\tthụt\n```\nmã\n```\n~~~\nx",
    "fences": "Một dòng dài được ngắt giữa câu như chữ lấy ra từ tệp PDF vẫn thường thế này\n``` lại một dòng nữa của câu ấy, cũng dài như dòng trên cho đủ một khổ giấy\n~~~ rồi dòng cuối.",
    "tables": "| a | b |\n|---|---|\n| c | d |",
    "lists": "* một\n* hai\n1986. năm\n+ cộng",
    "notes": "[^1]: chú\n[a]: http://khac.example\n*[HTML]: x\n!!! note\n    x\n::: y",
    "math": "$x$ \\(y\\) ==z== ^^a^^ ~~b~~",
    "front": "---\npublish: false\n---\nvẫn là lời văn",
    "bidi": "\u202eđảo\u202c \u2066x\u2069",
    "meanings": '**UBND** *TT*HC [TTHC](x) `HĐND` <abbr title="x">KCN</abbr> |UBND| KKT{: title=x }',
    "data": "data-letter-text data-not-text </p><p id=khoan-1>",
}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = make_archive(tmp_path_factory.mktemp("hostile") / "kho")
    for number, (name, body) in enumerate(BODIES.items(), 100):
        text = letter(number, f"1. {body}\n\nYêu cầu thực hiện./.")
        put(
            folder,
            f"2022/{name}.txt",
            text.replace("V/v thử nghiệm", f"V/v {body.splitlines()[0]}"),
        )
    many = "\n\n".join(body for _ in range(250) for body in BODIES.values())
    put(folder, "2022/nhieu.txt", letter(200, f"1. Một:\n\n{many}\n\nYêu cầu thực hiện./."))
    put(folder, "2022/nul.txt", letter(300).encode() + b"\x00\x01\x02\x03\x7f")
    put(folder, "2022/rong.txt", "")
    put(
        folder,
        "2022/tram.txt",
        "".join(f"{'-' * (n % 7)}{'+' * (n % 5)} cấp {n}\n" for n in range(300)),
    )
    (folder / "corpus/letters/2022/thu-muc.txt").mkdir()
    (folder / "corpus/letters/2022/ra-ngoai.txt").symlink_to("/etc/hostname")
    assert build(folder) == 1
    return folder


NAMES = [*BODIES, "nhieu"]
"""The last is a letter of so many paragraphs that its text is written as HTML."""


@pytest.mark.parametrize("name", NAMES)
def test_shown_as_written(name: str, hostile: Path) -> None:
    number = 200 if name == "nhieu" else 100 + NAMES.index(name)
    html = (hostile / f"site/van-ban/2022/{number}-ubnd-th.html").read_text(encoding="utf-8")
    page = read_html(html)
    source = (hostile / f"corpus/letters/2022/{name}.txt").read_text(encoding="utf-8")
    assert page.text == words_of(source, 0)
    assert not [link for link in page.links if link.lower().startswith(("javascript:", "data:"))]
    tree = LexborHTMLParser(html)
    assert not tree.css("[onclick], [onerror], img[src='x']")
    assert not [
        node
        for node in tree.css("script")
        if "hacked" in (node.text() or "") and node.attributes.get("type") != "application/ld+json"
    ]


def test_what_cannot_be_read_is_told(hostile: Path) -> None:
    told = (hostile / "build/diagnostics.ndjson").read_text(encoding="utf-8")
    for path in ("nul.txt", "rong.txt", "thu-muc.txt", "ra-ngoai.txt"):
        assert path in told


SIZE = 300_000
LONG = {
    "one word": "a" * SIZE,
    "words": "nội dung văn bản " * (SIZE // 17),
    "citations": "Công văn số 972/UBND-KSTTHC ngày 11/3/2021, " * (SIZE // 45),
    "points": "theo điểm a khoản 2 Điều 3 Nghị định số 63/2010/NĐ-CP; " * (SIZE // 55),
    "items": "- mục\n" * (SIZE // 6),
    "clauses": "".join(f"{n}. mục\n" for n in range(SIZE // 9)),
    "stars": "*a " * (SIZE // 3),
    "brackets": "[" * SIZE,
    "slashes": "1/A" * (SIZE // 3),
    "numbers": "1, " * (SIZE // 3) + "2/QĐ-UBND",
    "laws": "Luật A " * (SIZE // 7),
    "capitals": "ỦY BAN " * (SIZE // 7),
    "aliases": "(sau đây gọi tắt là X) " * (SIZE // 23),
    "recipients": "Nơi nhận:\n" + "- x;\n" * (SIZE // 5),
    "annexes": "Nơi nhận:\n- x.\n" + "PHỤ LỤC I\n" * (SIZE // 10),
    "blank lines": "\n" * SIZE + "x",
    "shortened": "TTHC viết tắt" + " " * SIZE + "TTHC",
    "abbreviations": "(TTHC) UBND, " * (SIZE // 13),
    "subject": "V/v " + "x\n" * (SIZE // 2),
    "rule": "-" * SIZE,
    "signs of mail": "a@" * (SIZE // 2),
    "signs of mail misread": "a)b." * (SIZE // 4),
    "dots": "Số: 1" + "." * SIZE,
    "blanks": "Số: " + " ." * (SIZE // 2),
    "addressees": "Kính gửi: a\n" + "b\n" * (SIZE // 2),
    "addressees again": "Kính gửi: a;\n" * (SIZE // 13),
    "recipient over lines": "Nơi nhận:\n- a\n" + "b\n" * (SIZE // 2),
    "recipient of words": "Nơi nhận:\n- Lưu: VT" + "; a" * (SIZE // 3),
    "authority": "Nơi nhận:\n" + "KT. CHỦ TỊCH " * (SIZE // 13),
    "cells": "| a " * (SIZE // 4),
    "marks": "MẬT - " * (SIZE // 6),
    "emphasis": "**a** *b* ***c*** " * (SIZE // 18),
    "attributes": "{: #mo-dau }" * (SIZE // 12),
    "levels": "".join(f"{'1.' * (n % 100)} a\n" for n in range(SIZE // 105)),
    "parts": "".join(
        f"Phần {n}\nChương {n}\nMục {n}\nĐiều {n}\n1. a\na) b\n- c\n+ d\n"
        for n in range(SIZE // 60)
    ),
    "definitions": "Công văn số 1/UBND-TH (sau đây gọi là Văn bản 1); " * (SIZE // 50),
    "many definitions": "".join(
        f"Công văn số {n}/UBND-TH (sau đây gọi là Văn bản {n}); " for n in range(SIZE // 55)
    ),
    "aliases used": "(sau đây gọi tắt là X) " + "X " * (SIZE // 2),
    "dates": "ngày 05 tháng 4 năm 2022, " * (SIZE // 26),
    "quotes": "“" * SIZE,
    "laws of years": "".join(f"Luật Số {n} năm 2011, " for n in range(SIZE // 22)),
}


@pytest.mark.parametrize("body", LONG.values(), ids=list(LONG))
def test_endless_text_is_read_to_its_end(body: str) -> None:
    """How the time grows with the text is measured by ``python -m benchmarks.endless``."""
    source = read_bytes(letter(1, body).encode(), "a.txt")
    assert not secrecy.mark(source.text[source.start :])
    read = parse(source, KNOWN)
    extract(read, KNOWN)
    assert letter_text(read, [], meanings(read, KNOWN.abbreviations, ()))
    assert sum(len(block.spans) for block in read.blocks) > 0


def test_an_issuer_without_end_is_damage() -> None:
    # It stood beside each citation: a page of 5 MB from a letter of 24 kB.
    text = letter().replace("ỦY BAN NHÂN DÂN\nTỈNH QUẢNG NGÃI", "ỦY BAN " + "XÃ HỘI " * 90, 1)
    read = parse(read_bytes(text.encode(), "a.txt"), KNOWN)
    assert read.metadata.issuer is None
    assert Code.ISSUER_MISSING in [item.code for item in read.findings]


def test_what_comes_a_hundred_times_is_listed_in_part_and_kept_whole(tmp_path: Path) -> None:
    folder = make_archive(tmp_path / "kho")
    mentions = "; ".join(["theo Công văn số 9/UBND-NC ngày 05/4/2021"] * 120)
    places = "\n".join(f"- Nơi {number};" for number in range(150))
    text = letter(1, f"1. Thực hiện {mentions}./.")
    put(folder, "2022/1.txt", text.replace("Kính gửi: Sở Nội vụ", f"Kính gửi:\n{places}"))
    assert build(folder) == 0
    data = folder / "site/data"
    rows = (data / "citations/2022.ndjson").read_text(encoding="utf-8").splitlines()
    assert len(rows) == 120
    documents = (data / "documents/2022.ndjson").read_text(encoding="utf-8").splitlines()
    assert len(json.loads(documents[0])["addressees"]) == 150
    html = (folder / "site/van-ban/2022/01-ubnd-th.html").read_text(encoding="utf-8")
    assert html.count("<mark>") == 50
    tree = LexborHTMLParser(html)
    table = tree.css_first("#thuoc-tinh table")
    assert table is not None
    assert len(table.css("a[href*='noi-gui/noi-']")) == 100
    stub = (folder / "site/van-ban/2021/09-ubnd-nc.html").read_text(encoding="utf-8")
    assert stub.count("<mark>") == 50
