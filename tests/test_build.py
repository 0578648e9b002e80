"""The build as an administrator meets it: exit codes, crashes, settings, other archives."""

import json
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.helpers import ROOT, TESTS, files_of, make_archive, put
from vankho import pipeline
from vankho.cli import main

LETTER = """ỦY BAN NHÂN DÂN
TỈNH QUẢNG NGÃI

Số: {number}/UBND-TH

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Quảng Ngãi, ngày 05 tháng 4 năm 2022

V/v thử nghiệm

Kính gửi: Sở Nội vụ

{body}

Nơi nhận:

- Như trên;
- Lưu: VT, TH.

CHỦ TỊCH

Nguyễn Văn Thử
"""


def letter(number: int = 1, body: str = "1. Giao Sở Nội vụ thực hiện./.") -> str:
    return LETTER.format(number=number, body=body)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_archive(tmp_path / "kho")


def build(folder: Path, *more: str) -> int:
    return main(["build", "--config", str(folder / "archive.yml"), *more])


def test_clean_archive_exits_0(folder: Path) -> None:
    put(folder, "2022/1.txt", letter())
    assert build(folder) == 0


def test_the_themes_own_search_is_not_in_the_site(folder: Path) -> None:
    build(folder)
    site = folder / "site"
    assert list(site.glob("assets/javascripts/bundle.*.js"))
    named = [path for path in site.rglob("*") if "lunr" in path.name or path.name == "workers"]
    assert named == []
    assert not (site / "search" / "search_index.json").exists()


def test_warnings_count_only_when_strict(folder: Path) -> None:
    put(folder, "2022/1.txt", letter(body="1. Theo Công văn số 9/UBND-TH ngày 31/02/2021./."))
    assert build(folder) == 0
    assert build(folder, "--strict") == 1


def test_findings_exit_1_and_everything_sound_is_built(folder: Path) -> None:
    put(folder, "2022/1.txt", letter())
    put(folder, "2022/2.txt", letter(2).encode("utf-8") + b"\xff\xfe hong")
    assert build(folder) == 1
    assert (folder / "site/van-ban/2022/01-ubnd-th.html").exists()
    page = (folder / "site/van-ban/2022/02-ubnd-th.html").read_text(encoding="utf-8")
    assert "\ufffd" in page


def test_diagnostics_are_saved_beside_the_build_never_in_the_site(folder: Path) -> None:
    put(
        folder,
        "2022/1.txt",
        letter(body="1. Theo khoản 9 Công văn số 01/UBND-TH ngày 05/4/2022./."),
    )
    build(folder)
    rows = [
        json.loads(line) for line in (folder / "build/diagnostics.ndjson").read_text().splitlines()
    ]
    assert [(r["path"], r["line"], r["column"], r["code"]) for r in rows] == [
        ("letters/2022/1.txt", 15, 9, "citation-point-missing")
    ]
    assert not [p for p in files_of(folder / "site") if "diagnostics" in p]


@pytest.mark.parametrize(
    ("settings", "line", "words"),
    [
        ("titel: Kho\n", 17, "title"),
        ("paths2: 1\n", 17, "paths"),
    ],
)
def test_unknown_settings_name_the_line_and_the_likely_key(
    tmp_path: Path, settings: str, line: int, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = make_archive(tmp_path / "kho", settings=settings)
    lines = (folder / "archive.yml").read_text(encoding="utf-8").splitlines()
    line = lines.index(settings.strip()) + 1
    assert build(folder) == 2
    told = capsys.readouterr().err
    assert f"archive.yml:{line}:1:" in told
    assert f"“{words}”" in told


@pytest.mark.parametrize("named", ["corpus", "khong-co.yml", "danh-sach.yml", "hong.yml"])
def test_what_is_no_settings_file_of_mkdocs_is_told(folder: Path, named: str) -> None:
    put(folder, "2022/1.txt", letter())
    (folder / "danh-sach.yml").write_text("- a\n", encoding="utf-8")
    (folder / "hong.yml").write_text("theme: [\n", encoding="utf-8")
    settings = folder / "archive.yml"
    written = settings.read_text(encoding="utf-8")
    settings.write_text(written.replace("mkdocs.yml", named), encoding="utf-8")
    assert build(folder) == 2


@pytest.mark.parametrize("size", [1, 201])
def test_a_list_page_holds_at_most_200(tmp_path: Path, size: int) -> None:
    folder = make_archive(tmp_path / "kho", settings=f"page_size: {size}\n")
    put(folder, "2022/1.txt", letter())
    assert build(folder) == 2


def test_every_fault_of_the_registry_at_once(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "corpus/registry/nicknames.yml").write_text("nicknames: [{name: A}]\n")
    (folder / "corpus/registry/ids.yml").write_text("aliasses: {}\n")
    assert build(folder) == 2
    told = capsys.readouterr().err
    assert "registry/nicknames.yml:1:" in told
    assert "registry/ids.yml:1:1" in told
    assert "“aliases”" in told


def test_missing_corpus_exits_2_and_keeps_the_site(folder: Path) -> None:
    put(folder, "2022/1.txt", letter())
    build(folder)
    before = files_of(folder / "site")
    assert build(folder, "--corpus", str(folder / "no-such-folder")) == 2
    assert files_of(folder / "site") == before


def test_a_crash_leaves_the_site_as_it_was(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(folder, "2022/1.txt", letter())
    build(folder)
    before = files_of(folder / "site")
    put(folder, "2022/2.txt", letter(2))

    def crash(*_: object) -> None:
        raise RuntimeError("no power")

    monkeypatch.setattr(pipeline, "write_data", crash)
    with pytest.raises(RuntimeError):
        build(folder)
    assert files_of(folder / "site") == before
    assert sorted(p.name for p in folder.glob(".site*")) == []


def _stopped(folder: Path, sent: signal.Signals) -> int:
    """Build in a process of its own, send it a signal on the way, and return its exit code."""
    command = [
        sys.executable,
        str(ROOT / "build_site.py"),
        "build",
        "--config",
        str(folder / "archive.yml"),
    ]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        # MkDocs itself takes longer than half a second to start.
        next(line for line in process.stderr if "MkDocs" in line)
        process.send_signal(sent)
        process.stderr.read()
        return process.wait(30)


@pytest.fixture
def set_signal() -> Iterator[Callable[[signal.Signals, signal.Handlers], None]]:
    """Say what a signal does; a child begins with what its parent ignores, whoever runs this."""
    before: dict[signal.Signals, Any] = {}

    def put_handler(sent: signal.Signals, handler: signal.Handlers) -> None:
        before[sent] = signal.signal(sent, handler)

    yield put_handler
    for sent, handler in before.items():
        signal.signal(sent, handler)


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_stopped_build_leaves_the_site_as_it_was(
    folder: Path,
    sent: signal.Signals,
    set_signal: Callable[[signal.Signals, signal.Handlers], None],
) -> None:
    put(folder, "2022/1.txt", letter())
    build(folder)
    before = files_of(folder / "site")
    put(folder, "2022/2.txt", letter(2))
    set_signal(sent, signal.SIG_DFL)
    assert _stopped(folder, sent) == 2
    assert files_of(folder / "site") == before
    assert sorted(p.name for p in folder.glob(".site*")) == []


def test_a_build_under_nohup_outlives_its_terminal(
    folder: Path, set_signal: Callable[[signal.Signals, signal.Handlers], None]
) -> None:
    put(folder, "2022/1.txt", letter())
    set_signal(signal.SIGHUP, signal.SIG_IGN)
    assert _stopped(folder, signal.SIGHUP) == 0
    assert (folder / "site" / "index.html").exists()


def test_a_crash_between_the_two_renames_is_mended(folder: Path) -> None:
    put(folder, "2022/1.txt", letter())
    build(folder)
    before = files_of(folder / "site")
    (folder / "site").rename(folder / ".site.old")
    from vankho.stages.publish import recover

    recover(folder / "site")
    assert files_of(folder / "site") == before


def test_a_folder_that_is_no_site_is_never_replaced(folder: Path, tmp_path: Path) -> None:
    put(folder, "2022/1.txt", letter())
    precious = tmp_path / "thesis"
    precious.mkdir()
    (precious / "only-copy.doc").write_text("x")
    assert build(folder, "--site", str(precious)) == 2
    assert (precious / "only-copy.doc").exists()


def test_a_place_that_cannot_be_written_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(folder, "2022/1.txt", letter())
    site = folder / "archive.yml" / "site"
    assert build(folder, "--site", str(site)) == 2
    assert str(site.parent) in capsys.readouterr().err


def test_another_corpus_leaves_the_archives_own_pages_alone(folder: Path, tmp_path: Path) -> None:
    put(folder, "2022/1.txt", letter())
    build(folder)
    docs, site = files_of(folder / "docs"), files_of(folder / "site")
    other = tmp_path / "other"
    (other / "letters").mkdir(parents=True)
    (other / "letters/a.txt").write_text(letter(77), encoding="utf-8")
    assert build(folder, "--corpus", str(other), "--site", str(tmp_path / "trial")) == 0
    assert (tmp_path / "trial/van-ban/2022/77-ubnd-th.html").exists()
    assert files_of(folder / "docs") == docs
    assert files_of(folder / "site") == site


def test_a_removed_letter_leaves_the_docs_and_the_site(folder: Path) -> None:
    put(folder, "2022/1.txt", letter())
    gone = put(folder, "2022/2.txt", letter(2))
    build(folder)
    assert (folder / "docs/van-ban/2022/02-ubnd-th.md").exists()
    gone.unlink()
    build(folder)
    assert not (folder / "docs/van-ban/2022/02-ubnd-th.md").exists()
    assert not (folder / "site/van-ban/2022/02-ubnd-th.html").exists()


def test_hand_written_pages_stay(folder: Path) -> None:
    put(folder, "2022/1.txt", letter())
    (folder / "docs/huong-dan/rieng.md").write_text("# Riêng\n", encoding="utf-8")
    build(folder)
    build(folder)
    assert (folder / "docs/huong-dan/rieng.md").exists()
    assert (folder / "site/huong-dan/rieng.html").exists()


@pytest.mark.parametrize("form", ["text", "github", "json"])
def test_check_says_where(folder: Path, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    put(folder, "2022/1.txt", letter(body="1. Theo Công văn số 9/UBND-TH ngày 31/02/2021./."))
    assert main(["check", "--config", str(folder / "archive.yml"), "--output-format", form]) == 0
    told = capsys.readouterr().out
    assert not (folder / "site").exists()
    match form:
        case "text":
            first, source, caret, hint, *_ = told.splitlines()
            assert first.startswith("letters/2022/1.txt:15:9: ")
            assert "[citation-date-impossible]" in first
            assert source.index("Công văn") == caret.index("^")
            assert hint.startswith("  = ")
        case "github":
            assert told.startswith("::warning file=letters/2022/1.txt,line=15,col=9,")
        case "json":
            row = json.loads(told.splitlines()[0])
            assert (row["line"], row["column"]) == (15, 9)


def test_archivist_may_set_a_finding_aside(folder: Path) -> None:
    body = "1. Theo Công văn số 9/UBND-TH ngày 31/02/2021./."
    put(folder, "2022/1.txt", "---\nignore: [citation-date-impossible]\n---\n" + letter(body=body))
    assert build(folder, "--strict") == 0


def test_options_without_a_command_are_those_of_build(folder: Path, tmp_path: Path) -> None:
    put(folder, "2022/1.txt", letter())
    site = tmp_path / "noi-khac"
    assert main(["--config", str(folder / "archive.yml"), "--site", str(site)]) == 0
    assert (site / "index.html").exists()


def test_usage_exits_2() -> None:
    assert main(["build", "--no-such-option"]) == 2


def test_the_script_is_the_command() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "build_site.py"), "--version"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.startswith("vankho, version")


def test_gate_stops_a_page_that_lost_a_word(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(folder, "2022/1.txt", letter())
    build(folder)
    before = files_of(folder / "site")
    real = pipeline.build_html

    def lossy(settings, out: Path, moment: int):
        said = real(settings, out, moment)
        page = out / "van-ban/2022/01-ubnd-th.html"
        page.write_text(
            page.read_text(encoding="utf-8").replace("Giao Sở Nội vụ", "Giao Sở"), "utf-8"
        )
        return said

    monkeypatch.setattr(pipeline, "build_html", lossy)
    assert build(folder) == 2
    assert files_of(folder / "site") == before


@pytest.mark.parametrize("broken", ["khong-co.html", "../van-ban/2022/01-ubnd-th.html#khoan-99"])
def test_gate_stops_a_link_that_leads_nowhere(folder: Path, broken: str) -> None:
    put(folder, "2022/1.txt", letter())
    build(folder)
    before = files_of(folder / "site")
    (folder / "docs/huong-dan/sai.md").write_text(f"[sai]({broken})\n", encoding="utf-8")
    assert build(folder) == 2
    assert files_of(folder / "site") == before


def test_archive_letters_are_byte_for_byte_the_ones_received() -> None:
    shared = ROOT.parent / "shared" / "letters"
    own = {p.read_bytes() for p in (ROOT / "corpus/letters").rglob("*.txt")}
    if shared.is_dir():
        assert {p.read_bytes() for p in shared.glob("*.txt")} <= own
    assert len(own) >= 5
    assert TESTS.is_dir()


def test_a_plural_reference_is_shown_with_all_that_it_means(folder: Path) -> None:
    body = (
        "1. Theo Công văn số 7/STC-NS ngày 02/3/2022 và Công văn số 8/SNV-TH ngày 03/3/2022.\n"
        "2. Các công văn nêu trên hết hiệu lực./."
    )
    put(folder, "2022/5.txt", letter(5, body))
    assert build(folder) == 0
    page = (folder / "site/van-ban/2022/05-ubnd-th.html").read_text(encoding="utf-8")
    assert "vk-nhieu" in page
    assert "có thể là" not in page
    listed = page.partition('id="vien-dan"')[2].partition("Các công văn nêu trên")[2]
    for cited in ("07-stc-ns.html", "08-snv-th.html"):
        assert cited in listed.partition("</li>")[0]
