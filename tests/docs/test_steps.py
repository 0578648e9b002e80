"""The steps of the guides, done as they are written, on an archive of their own."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser

from tests.docs.guide import Block, blocks, code_of, section, text_of
from tests.helpers import ROOT, make_archive, put
from tests.search.asking import ask
from tests.test_build import letter
from vankho.cli import main
from vankho.registry.files import IdFile
from vankho.settings import load

PAGE = "them-van-ban.md"
Run = Callable[[str], int]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_archive(tmp_path / "kho")


@pytest.fixture
def run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command line of a guide where the archive lies; the code it ends with."""
    monkeypatch.chdir(folder)

    def command(line: str) -> int:
        program, *arguments = line.replace("/tmp/", f"{folder.parent}/").split()
        assert program == ".venv/bin/vankho"
        return main(arguments)

    return command


def _command(part: str, word: str) -> str:
    """The command of a section that has a word in it."""
    found = [line for line in code_of(section(PAGE, part).body) if line.startswith(".venv/bin/")]
    return next(line for line in found if word in line)


def _front_matter(part: str) -> str:
    """The first front matter that a section shows."""
    body = section(PAGE, part).body
    return next(block.body for block in _shown() if block.body in body)


def _shown() -> list[Block]:
    return [block for block in blocks("yaml") if block.page == PAGE]


def _page(folder: Path, name: str) -> LexborHTMLParser:
    return LexborHTMLParser((folder / "site/van-ban" / name).read_text(encoding="utf-8"))


def test_a_letter_is_added_checked_built_and_looked_at_elsewhere(folder: Path, run: Run) -> None:
    put(folder, "2022/7-ubnd-th.txt", letter(7))
    assert run(_command("them", "check")) == 0
    assert not (folder / "site").exists()
    assert run(_command("them", "build --site")) == 0
    assert (folder.parent / "xem-thu/van-ban/2022/07-ubnd-th.html").is_file()
    assert not (folder / "site").exists()
    put(folder, "2022/hong.docx", "")
    assert run(".venv/bin/vankho build") == 0
    assert _page(folder, "2022/07-ubnd-th.html").css_first("#thuoc-tinh") is not None


def test_what_is_stated_stands_for_what_is_read(folder: Path, run: Run) -> None:
    put(folder, "2022/1.txt", _front_matter("khai-bao") + letter(1))
    assert run(".venv/bin/vankho build") == 0
    page = _page(folder, "2022/06-tb-ubnd.html")
    properties = page.css_first("#thuoc-tinh")
    assert properties is not None
    assert properties.text().count("(do người lưu trữ khai)") == 2
    text = page.css_first("[data-letter-text]")
    assert text is not None
    assert "Số: 1/UBND-TH" in text.text()


def test_an_error_of_transcription_is_told_and_the_text_stays(folder: Path, run: Run) -> None:
    said = "1. Gửi kèm theo trên trực liên thông văn bản./."
    put(folder, "2022/1.txt", _front_matter("sua-chu") + letter(1, said))
    assert run(_command("them", "check")) == 0
    assert run(".venv/bin/vankho build") == 0
    page = _page(folder, "2022/01-ubnd-th.html")
    text = page.css_first("[data-letter-text]")
    assert text is not None
    assert "trực liên thông văn bản" in text.text()
    article = page.css_first("article")
    assert article is not None
    assert "“trực liên thông văn bản” → “trục liên thông văn bản”" in article.text()
    # Said once only: in a text that has it not, the fix is told as not made.
    put(folder, "2022/1.txt", _front_matter("sua-chu") + letter(1))
    assert run(f"{_command('them', 'check')} --strict") == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "Đính chính Công văn số 1/UBND-TH ngày 05/4/2022 như sau:",
        "Công văn này thay thế Công văn số 1/UBND-TH ngày 05/4/2022.",
    ],
)
def test_a_correction_shows_on_the_page_of_the_letter(
    sentence: str, folder: Path, run: Run
) -> None:
    assert sentence.split(" số ")[0] in section(PAGE, "dinh-chinh").body
    put(folder, "2022/1.txt", letter(1))
    put(folder, "2022/2.txt", letter(2, sentence))
    assert run(".venv/bin/vankho build") == 0
    banner = _page(folder, "2022/01-ubnd-th.html").css_first(".vk-bao a")
    assert banner is not None
    assert banner.attributes["href"] == "02-ubnd-th.html"


def test_a_letter_is_taken_back(folder: Path, run: Run) -> None:
    put(folder, "2022/1.txt", letter(1))
    put(folder, "2022/2.txt", letter(2, "1. Theo Công văn số 1/UBND-TH ngày 05/4/2022./."))
    put(folder, "2022/3.txt", letter(3))
    assert run(".venv/bin/vankho build") == 0
    for number in (1, 3):
        put(folder, f"2022/{number}.txt", _front_matter("go") + letter(number))
    assert run(".venv/bin/vankho build") == 0
    cited = _page(folder, "2022/01-ubnd-th.html")
    assert cited.css_first("[data-letter-text]") is None
    assert cited.css_first(".vk-bao-thieu") is not None
    assert not (folder / "site/van-ban/2022/03-ubnd-th.html").exists()


def test_a_letter_leaves_a_mark_where_it_was(folder: Path, run: Run) -> None:
    path = put(folder, "2022/1.txt", letter(1))
    put(folder, "2022/2.txt", letter(2))
    assert run(".venv/bin/vankho build") == 0
    path.unlink()
    assert run(_command("go", "ids --update")) == 0
    ids, faults = load(IdFile, folder / "corpus/registry/ids.yml", "registry/ids.yml")
    assert not faults
    assert ids is not None
    assert ids.tombstones == ("2022/01-ubnd-th",)
    assert run(".venv/bin/vankho build --strict") == 0
    heading = _page(folder, "2022/01-ubnd-th.html").css_first("h1")
    assert heading is not None
    assert "gỡ khỏi kho" in heading.text()


def test_a_draft_is_asked_about(folder: Path, run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    put(folder, "2022/1.txt", letter(1))
    draft = "Thực hiện Công văn số 1/UBND-TH ngày 05/4/2022 của UBND tỉnh.\n"
    (folder / "du-thao.txt").write_text(draft, encoding="utf-8")
    before = sorted(path.name for path in folder.iterdir())
    assert run(_command("du-thao", "extract")) == 0
    assert "1/UBND-TH" in capsys.readouterr().out
    assert sorted(path.name for path in folder.iterdir()) == before


def test_a_scan_stands_beside_its_text(folder: Path, run: Run) -> None:
    scan = folder / "corpus/originals/2021/972-ubnd-kstthc.pdf"
    scan.parent.mkdir(parents=True)
    scan.write_bytes(b"%PDF-1.4\n%%EOF\n")
    put(folder, "2022/1.txt", _front_matter("ban-goc") + letter(1))
    assert run(".venv/bin/vankho build") == 0
    assert (folder / "site/ban-goc/2022/01-ubnd-th.pdf").read_bytes() == scan.read_bytes()
    link = _page(folder, "2022/01-ubnd-th.html").css_first("#thuoc-tinh a[href$='.pdf']")
    assert link is not None


@pytest.mark.browser
def test_what_the_guide_says_to_type_is_found(tmp_path: Path, chromium: Browser) -> None:
    """The table of the citizens' guide, on the letters that the archive starts with."""
    folder = make_archive(tmp_path / "kho")
    shutil.copytree(ROOT / "corpus/letters", folder / "corpus/letters", dirs_exist_ok=True)
    assert main(["build", "--config", str(folder / "archive.yml")]) == 0
    first = {
        "tháng 2/2024": "2024/751-ubnd-tthc",
        "năm 2024": "2024/5893-ubnd-tthc",
        "01/NQ-CP 2021": "2021/01-nq-cp",
    }
    page = chromium.new_page()
    page.goto((folder / "site/index.html").as_uri())
    for what, typed in section("tra-cuu.md", "tim-kiem").table:
        for query in code_of(typed):
            found = ask(page, query).ids
            assert found, query
            if (
                query in first
                or what in {"Một số", "Số và ký hiệu", "Số của một năm"}
                or "11" in query
            ):
                assert found[0] == first.get(query, "2021/972-ubnd-kstthc"), query
    page.close()
    address = next(piece for piece in code_of(text_of("tra-cuu.md")) if piece.startswith("so/"))
    assert (folder / "site" / address).is_file()
