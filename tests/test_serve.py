"""``vankho serve``: a change is built and told to open pages."""

import json
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tests.helpers import make_archive, put
from tests.test_build import build, letter
from vankho.serve import start


def _get(url: str) -> str:
    with urllib.request.urlopen(url, timeout=10) as answer:
        return answer.read().decode()


def _wait_for_build(url: str, number: int) -> dict:
    for _ in range(300):
        state = json.loads(_get(f"{url}__vankho/state.json"))
        if state["build"] >= number:
            return state
        time.sleep(0.1)
    raise AssertionError("no build came")


def test_a_changed_letter_is_built_and_told(tmp_path: Path) -> None:
    folder = make_archive(tmp_path / "kho")
    path = put(folder, "2022/1.txt", letter(1))
    build(folder)
    running = start(
        folder / "site", [folder / "corpus"], [folder / "docs/van-ban"],
        lambda: "phát hiện" if build(folder) else "", 0,
    )  # fmt: skip
    try:
        page = _get(f"{running.url}van-ban/2022/01-ubnd-th.html")
        assert page.endswith("</script>")
        assert "__vankho/reload.js" in page
        assert "__vankho" not in (folder / "site/van-ban/2022/01-ubnd-th.html").read_text()
        path.write_text(letter(1, "1. Câu mới thêm./."), encoding="utf-8")
        assert _wait_for_build(running.url, 1)["message"] == ""
        assert "Câu mới thêm" in _get(f"{running.url}van-ban/2022/01-ubnd-th.html")
        put(folder, "2022/rong.txt", "")
        assert _wait_for_build(running.url, 2)["message"] == "phát hiện"
        with pytest.raises(urllib.error.HTTPError):
            _get(f"{running.url}khong-co.html")
        assert _get(f"{running.url}__vankho/reload.js").strip().startswith("(function")
    finally:
        running.close()
