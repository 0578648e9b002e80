"""What holds for all exports: same bytes, nothing secret, nothing left over."""

import datetime
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.exports.archives import CORPUS, SECRET, URL, Exported, corpus, export, graph_of
from tests.helpers import ROOT, files_of
from vankho.model.graph import Graph
from vankho.registry.registry import Registry


def test_another_process_in_another_zone_writes_the_same_bytes(
    exported: Exported, tmp_path: Path
) -> None:
    letters = corpus(tmp_path / "letters", CORPUS)
    code = (
        "from pathlib import Path; from tests.exports.archives import export, graph_of;"
        "from tests.helpers import registry;"
        f"export(graph_of(Path({str(letters)!r}), registry()), Path({str(tmp_path / 'site')!r}),"
        " more=['hướng dẫn & a.html'])"
    )
    environment = {**os.environ, "TZ": "America/Lima", "PYTHONHASHSEED": "7", "PYTHONUTF8": "1"}
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment, check=True)
    assert files_of(tmp_path / "site") == files_of(exported.site)


def test_the_clock_of_the_build_is_nowhere(exported: Exported) -> None:
    # No letter of the test archive is of this year.
    today = datetime.datetime.now(tz=datetime.UTC).date()
    for path in [*exported.site.rglob("*.xml"), exported.site / "robots.txt"]:
        assert today.isoformat() not in path.read_text(encoding="utf-8")


def test_a_second_export_touches_no_file_that_stays(graph: Graph, tmp_path: Path) -> None:
    export(graph, tmp_path)
    kept = [*(tmp_path / "data" / "van-ban").rglob("*.json"), *tmp_path.rglob("*.xml")]
    for path in kept:
        os.utime(path, (1, 1))
    export(graph, tmp_path)
    assert {path.stat().st_mtime for path in kept} == {1}


def test_secret_letters_leave_no_trace(known: Registry, tmp_path: Path) -> None:
    without = graph_of(corpus(tmp_path / "a", CORPUS), known)
    with_secret = graph_of(corpus(tmp_path / "b", CORPUS, SECRET), known)
    export(without, tmp_path / "without")
    export(with_secret, tmp_path / "with")
    assert files_of(tmp_path / "without") == files_of(tmp_path / "with")


def test_a_letter_withheld_later_goes_from_the_exports(known: Registry, tmp_path: Path) -> None:
    letters = corpus(tmp_path / "letters", CORPUS)
    before = export(graph_of(letters, known), tmp_path / "site")
    (gone,) = [d for d in before.graph.held() if d.letter.path == "letters/hostile.txt"]
    hostile = letters / "hostile.txt"
    text = hostile.read_text(encoding="utf-8")
    hostile.write_text(text.replace("---\n", "---\npublish: false\n", 1), encoding="utf-8")
    # The pages are the site stage's to take away.
    (tmp_path / "site" / gone.url).unlink()
    (tmp_path / "site" / "so" / f"{gone.number_slug}.html").unlink()
    export(graph_of(letters, known), tmp_path / "site")
    left = [
        path
        for path, data in files_of(tmp_path / "site").items()
        if b"HYPERLINK" in data or b"77-ubnd-th" in data or "77-ubnd-th" in path
    ]
    assert left == []


@pytest.mark.parametrize("url", [URL, ""])
def test_an_empty_archive_is_exported(url: str, tmp_path: Path) -> None:
    export(Graph(nodes={}, numbers={}, uncertain={}), tmp_path, url)
    assert (tmp_path / "data" / "documents.csv").is_file()
    assert (tmp_path / "sitemap.xml").is_file() == bool(url)
