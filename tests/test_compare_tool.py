"""tools/compare_citations.py: what two versions find in the same letters."""

import json
import subprocess
import sys
from pathlib import Path

from tests.helpers import ROOT


def _data(folder: Path, *rows: dict[str, object]) -> Path:
    (folder / "citations").mkdir(parents=True)
    text = "".join(json.dumps(row) + "\n" for row in rows)
    (folder / "citations" / "2022.ndjson").write_text(text, encoding="utf-8")
    return folder


def _row(start: int, relation: str = "theo") -> dict[str, object]:
    return {
        "citing": "2022/05-ubnd-th",
        "start": start,
        "end": start + 9,
        "surface": "QĐ 1",
        "relation": relation,
    }


def _compare(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, ROOT / "tools" / "compare_citations.py", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_gained_lost_and_changed_are_told(tmp_path: Path) -> None:
    old = _data(tmp_path / "old", _row(10), _row(30), _row(50))
    new = _data(tmp_path / "new", _row(10), _row(50, "can_cu"), _row(70))
    done = _compare(old, new)
    assert done.returncode == 1
    assert [line.split()[0] for line in done.stdout.splitlines()[1:4]] == ["-", "~", "relation:"]
    assert "1 gained, 1 lost, 1 changed" in done.stdout


def test_the_same_data_exit_0(tmp_path: Path) -> None:
    old = _data(tmp_path / "old", _row(10))
    assert _compare(old, old).returncode == 0


def test_a_folder_without_data_is_told(tmp_path: Path) -> None:
    done = _compare(tmp_path, tmp_path)
    assert done.returncode == 1
    assert "citations" in done.stderr
