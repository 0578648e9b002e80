"""doc-thong-bao.md: a section for every code, and what it says is what the program prints."""

import re

import pytest

from tests.docs.guide import Section, blocks, sections, text_of
from tests.helpers import ROOT
from vankho.diagnostics import CATALOGUE
from vankho.model.finding import Code, Severity

_TITLE = re.compile(r".+ \(`(?P<code>[\w-]+)`\)")
_WORDS = {Severity.ERROR: "lỗi", Severity.WARNING: "cảnh báo", Severity.NOTE: "ghi chú"}
_NOT_YET = "Chương trình hiện chưa phát thông báo này"
_GENERAL = {"cach-doc"}

SECTIONS = [item for item in sections(text_of("doc-thong-bao.md")) if item.level == 2]
OF_CODES = {item.id: item for item in SECTIONS if item.id not in _GENERAL}


def test_every_code_has_its_section_and_every_section_is_a_code() -> None:
    assert sorted(filter(None, OF_CODES)) == sorted(map(str, Code))
    assert len(SECTIONS) == len(Code) + len(_GENERAL)


@pytest.mark.parametrize("code", Code, ids=str)
def test_section_names_code_severity_and_mend(code: Code) -> None:
    item = OF_CODES[str(code)]
    title = _TITLE.fullmatch(item.title)
    assert title is not None
    assert title["code"] == code
    assert item.body.strip().startswith(f"**Mức: {_WORDS[CATALOGUE[code].severity]}")
    assert "**Cách sửa.**" in item.body


@pytest.mark.parametrize("code", Code, ids=str)
def test_example_is_worded_as_the_program_words_it(code: Code) -> None:
    lines = [line for line in _example(OF_CODES[str(code)]) if f"[{code}]" in line]
    assert lines
    message = re.escape(CATALOGUE[code].message)
    pattern = re.compile(re.sub(r"\\\{\w+\\\}", r".+", message))
    for line in lines:
        assert pattern.fullmatch(line.split(f"[{code}] ")[1]), line


@pytest.mark.parametrize("code", Code, ids=str)
def test_a_code_that_nothing_reports_is_said_to_be_one(code: Code) -> None:
    catalogues = {ROOT / "vankho/model/finding.py", ROOT / "vankho/diagnostics.py"}
    used = any(
        f"Code.{code.name}" in path.read_text(encoding="utf-8")
        for path in (ROOT / "vankho").rglob("*.py")
        if path not in catalogues
    )
    assert used is (_NOT_YET not in OF_CODES[str(code)].body), "sửa câu “chưa phát” cho đúng"


def _example(item: Section) -> list[str]:
    return [
        line
        for block in blocks("text")
        if block.body in item.body
        for line in block.body.splitlines()
    ]
