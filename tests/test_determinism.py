"""Every build proves that it would write the same bytes again."""

from pathlib import Path

import pytest

from tests.helpers import files_of, make_archive, put
from tests.test_build import build, letter
from vankho import pipeline


def test_a_build_that_would_write_other_bytes_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make_archive(tmp_path / "kho")
    put(folder, "2022/1.txt", letter())
    build(folder)
    before = files_of(folder / "site")
    real, calls = pipeline.render, []

    def unsteady(*values, **named):
        calls.append(1)
        pages = list(real(*values, **named))
        return iter(pages if len(calls) % 2 else pages[::-1])

    monkeypatch.setattr(pipeline, "render", unsteady)
    assert build(folder) == 2
    assert files_of(folder / "site") == before
