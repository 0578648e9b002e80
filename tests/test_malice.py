"""Malice in every field of a letter, searched for in every output."""

import csv
import json
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.malice import HEADS, NAMES, WORDS, malicious_archive
from tests.test_build import build
from vankho.stages.read import read_bytes

_HANDLER = re.compile(r"on[a-z]+")
_CODE = re.compile(r"(?i)\s*(?:javascript|vbscript|data):")
_ELSEWHERE = re.compile(r"(?i)\s*(?:https?:)?[/\\\\]{2}(?!vankho\.example/|schema\.org|purl\.org)")
_TARGETS = ("href", "src", "action", "formaction", "xlink:href", "data", "poster", "srcdoc")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = malicious_archive(tmp_path_factory.mktemp("malice") / "kho")
    assert build(folder) == 1
    return folder


def _pages(built: Path) -> Iterator[tuple[str, LexborHTMLParser]]:
    for path in sorted((built / "site").rglob("*.html")):
        name = path.relative_to(built / "site").as_posix()
        yield name, LexborHTMLParser(path.read_text(encoding="utf-8"))


def _told(built: Path) -> dict[str, set[str]]:
    told: dict[str, set[str]] = {}
    for line in (built / "build/diagnostics.ndjson").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        told.setdefault(row["path"], set()).add(row["code"])
    return told


def test_there_are_at_least_a_hundred() -> None:
    assert len(WORDS) + len(HEADS) + len(NAMES) >= 100


def test_no_page_runs_or_fetches_what_a_letter_brought(built: Path) -> None:
    seen = 0
    for name, tree in _pages(built):
        for node in tree.css("*"):
            seen += 1
            _check(name, node)
    assert seen > 10_000


def _check(name: str, node: LexborNode) -> None:
    for attribute, value in node.attributes.items():
        assert not _HANDLER.fullmatch(attribute), (name, node.html)
        if attribute in _TARGETS:
            own = node.tag == "link" and attribute == "href"
            assert own or not _CODE.match(value or ""), (name, value)
            assert not _ELSEWHERE.match(value or ""), (name, value)
    assert node.tag not in {"iframe", "object", "embed", "base", "frame", "animate", "math"}, name
    if node.tag == "script" and node.attributes.get("type") != "application/ld+json":
        assert "hacked" not in (node.text() or ""), name
    if node.tag == "style":
        assert "display:none}" not in (node.text() or ""), name
    if node.tag in {"img", "form", "button", "input", "svg"}:
        inside = node
        while inside is not None and inside.attributes.get("data-letter-text", "x") is not None:
            inside = inside.parent  # type: ignore[assignment]
        assert inside is None, (name, node.html)


def test_each_letter_shows_its_words(built: Path) -> None:
    # The gate of the build compares them; here, that it had pages to compare.
    pages = [tree for _, tree in _pages(built) if tree.css("[data-letter-text]")]
    assert len(pages) >= 2 * len(WORDS) + len(NAMES) - 2
    for tree in pages:
        assert len(tree.css("[data-letter-text]")) == 1
        assert len(tree.css("h1")) == 1


def test_what_is_said_of_a_page_is_sound_json(built: Path) -> None:
    found = 0
    for name, tree in _pages(built):
        for node in tree.css('script[type="application/ld+json"]'):
            data = json.loads(node.text())
            assert data["@type"] in {"DigitalDocument", "CreativeWork"}, name
            found += 1
    assert found > 2 * len(WORDS)


def test_data_for_machines_parses(built: Path) -> None:
    site = built / "site"
    counts = {"xml": 0, "ndjson": 0, "json": 0}
    for path in sorted(site.rglob("*")):
        match path.suffix:
            case ".xml":
                ElementTree.fromstring(path.read_text(encoding="utf-8"))
                counts["xml"] += 1
            case ".ndjson":
                for line in path.read_text(encoding="utf-8").split("\n")[:-1]:
                    json.loads(line)
                    counts["ndjson"] += 1
            case ".json":
                json.loads(path.read_text(encoding="utf-8"))
                counts["json"] += 1
    assert counts["xml"] > 2
    assert min(counts["ndjson"], counts["json"]) > 2 * len(WORDS)


def test_no_cell_of_a_table_is_a_formula(built: Path) -> None:
    cells = 0
    for path in sorted((built / "site").rglob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.reader(file):
                for cell in row:
                    cells += 1
                    assert not re.match(r"[\s\"]*[=+\-@＝＋－＠]", cell), (path.name, cell)
                    assert not re.search(r"[;\t]\s*[=+@＝]", cell), (path.name, cell)
    assert cells > 1000


def test_scripts_of_data_are_one_call_with_json(built: Path) -> None:
    files = [*(built / "site/xem-truoc").rglob("*.js"), *(built / "site/search").rglob("*.js")]
    assert len(files) > 20
    for path in files:
        text = path.read_text(encoding="utf-8").strip()
        call = re.fullmatch(r"[A-Za-z.]+\((.*)\);?", text, re.DOTALL)
        assert call is not None, path
        json.loads(f"[{call[1]}]")
        assert "\u2028" not in text and "\u2029" not in text, path


def test_the_database_is_whole(built: Path) -> None:
    (path,) = (built / "site").rglob("*.sqlite")
    with sqlite3.connect(path) as database:
        assert database.execute("pragma integrity_check").fetchone() == ("ok",)


@pytest.mark.parametrize("kind", HEADS)
def test_front_matter_that_means_harm_is_told_or_harmless(kind: str, built: Path) -> None:
    name = f"letters/dau/{list(HEADS).index(kind) + 3000}.txt"
    harmless = {"sexagesimal", "binary", "control", "null subject", "long number", "number"}
    told = _told(built).get(name, set())
    if kind == "merge":  # it speaks of publishing and cannot be read: kept back, named on no file
        assert not told
    elif kind.startswith("path"):
        assert told == {"original-missing"}
    elif kind == "replace all":
        assert "replace-not-found" in told
    elif kind not in harmless:
        assert "front-matter" in told


def test_every_name_has_a_page(built: Path) -> None:
    pages = list((built / "site/van-ban/khong-ro-nam").glob("khong-so-*.html"))
    own = {page.name for page in pages}
    seen = [number for number, name in enumerate(NAMES) if not name.startswith(".")]  # else hidden
    assert len(own) >= len(seen)
    texts = "".join(page.read_text(encoding="utf-8") for page in pages)
    for number in seen:
        assert f"thứ {number}." in texts
    for page in own:
        assert re.fullmatch(r"[a-z0-9.-]{1,140}", page)
        assert page.partition(".")[0] not in {"con", "nul", "aux", "com1"}


def test_no_name_steers_the_terminal(built: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert build(built) == 1
    told = capfd.readouterr()
    odd = [char for char in told.out + told.err if not char.isprintable() and char != "\n"]
    assert odd == []


def test_front_matter_of_ten_megabytes_is_told_and_not_parsed() -> None:
    long = "---\n" + "".join(f"khoa{number}: x\n" for number in range(700_000)) + "---\n"
    source = read_bytes(f"{long}Lời văn.\n".encode(), "a.txt")
    assert [item.code for item in source.findings] == ["front-matter"]
    assert source.text[source.start :] == "Lời văn.\n"
    ruled = read_bytes(("---\n" + "Lời văn dài.\n" * 10_000 + "---\n").encode(), "a.txt")
    assert ruled.start == 0
