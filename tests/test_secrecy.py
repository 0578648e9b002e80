"""Fifty letters that must leave no trace, in every output and cache."""

import hashlib
from pathlib import Path

import pytest

from tests.helpers import files_of, make_archive, put
from tests.test_build import build, letter

MARKS = [
    "MẬT", "TỐI MẬT", "TUYỆT MẬT", "M Ậ T", "T Ố I  M Ậ T", "[MẬT]", "**MẬT**", "Độ mật: MẬT", "MAT", "MẶT",
    "TUYỆT  MẬT - HỎA TỐC", "LƯU HÀNH NỘI BỘ", "MẬT  ", "(TỐI MẬT)", "Mức độ mật: Tối mật",
]  # fmt: skip
PLACES = ["top", "between", "beside"]


def _nonsense(number: int) -> str:
    """A word that no letter has and that tells this letter from the others."""
    return "Zq" + hashlib.sha256(str(number).encode()).hexdigest()[:10].translate(
        str.maketrans("0123456789", "ghijklmnop")
    )


def _secret(number: int) -> tuple[str, str]:
    word = _nonsense(number)
    text = letter(
        7000 + number,
        f"1. {word} giao theo Công văn số 01/UBND-TH ngày 05/4/2022 và số 8{number}/QĐ-{word.upper()}./.",
    )
    text = text.replace("V/v thử nghiệm", f"V/v {word}").replace("Nguyễn Văn Thử", f"{word} Văn")
    if number % 4 == 0:
        return word, "---\npublish: false\n---\n" + text
    if number % 4 == 1 and number % 3 == 0:
        return word, "---\npublish: fasle\n  broken: [\n---\n" + text  # a slip must not publish
    mark = MARKS[number % len(MARKS)]
    match PLACES[number % 3]:
        case "top":
            return word, f"{mark}\n{text}"
        case "between":
            return word, text.replace("V/v ", f"{mark}\n\nV/v ", 1)
        case _:
            return word, text.replace("TỈNH QUẢNG NGÃI", f"TỈNH QUẢNG NGÃI\n{mark}", 1)


def test_fifty_leave_no_trace(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    folder = make_archive(tmp_path / "kho")
    put(folder, "2022/mot.txt", letter(1))
    cited = "; ".join(f"Công văn số {7000 + n}/UBND-TH ngày 05/4/2022" for n in range(0, 50, 7))
    put(folder, "2022/hai.txt", letter(2, f"1. Thực hiện {cited}./."))
    words = []
    for number in range(50):
        word, text = _secret(number)
        words.append(word)
        put(folder, f"2022/kin-{word}.txt", text)
    assert build(folder) == 1
    told = capfd.readouterr()
    outputs = {
        path: data for path, data in files_of(folder).items() if not path.startswith("corpus/")
    }
    for word in words:
        for path, data in outputs.items():
            assert word.lower() not in path.lower()
            assert word.lower().encode() not in data.lower(), (word, path)
        # On the terminal a secret letter is named by its file, never quoted.
        assert f"V/v {word}" not in told.out + told.err
    # A secret letter that others cite is an ordinary stub.
    stub = (folder / "site/van-ban/2022/7007-ubnd-th.html").read_text(encoding="utf-8")
    assert "data-letter-text" not in stub
    assert "chưa có trong kho" in stub


def test_a_letter_marked_secret_later_disappears(tmp_path: Path) -> None:
    folder = make_archive(tmp_path / "kho")
    put(folder, "2022/mot.txt", letter(1))
    path = put(folder, "2022/hai.txt", letter(4711, "1. Quavkrimdel giao việc./."))
    assert build(folder) == 0
    path.write_text("TỐI MẬT\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    assert build(folder) == 1
    for name, data in files_of(folder).items():
        if not name.startswith("corpus/"):
            assert b"quavkrimdel" not in data.lower(), name
            assert "4711-ubnd-th" not in name
            assert b"4711-ubnd-th" not in data, name
