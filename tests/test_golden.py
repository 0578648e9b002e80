"""Pages of the test archive, byte for byte. Look at the diff before regenerating:

VANKHO_UPDATE_GOLDEN=1 pytest tests/test_golden.py
"""

import os
from pathlib import Path

import pytest

from tests.helpers import TESTS

PAGES = [
    "docs/van-ban/2020/28-2020-qd-ubnd.md",
    "docs/van-ban/2020/5127-ubnd-kstthc.md",
    "docs/van-ban/2021/457-ubnd-tthc.md",
    "docs/van-ban/2021/3385-ubnd-tthc.md",
    "docs/van-ban/2022/2954-snv-cchc.md",
    "docs/van-ban/2021/1688-ubnd-tthc.md",
    "docs/so/457-ubnd-tthc.md",
    "docs/so/5127-ubnd-kstthc.html",
    "docs/danh-sach/chua-co.md",
    "docs/danh-sach/nam/2021.md",
    "docs/danh-sach/co-quan.md",
    "docs/index.md",
    "site/data/index.json",
    "site/data/citations/2022.ndjson",
    "site/data/documents/2020.ndjson",
]


@pytest.mark.parametrize("page", PAGES)
def test_golden(page: str, built: Path) -> None:
    got = (built / page).read_text(encoding="utf-8")
    golden = TESTS / "golden" / page.replace("/", "__")
    if os.environ.get("VANKHO_UPDATE_GOLDEN"):
        golden.write_text(got, encoding="utf-8")
    assert got == golden.read_text(encoding="utf-8")
