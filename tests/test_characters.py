"""Bytes and characters at the edge: encodings, lookalikes, invisible ones."""

import pytest

from tests.helpers import HOME, letter_of
from vankho.model.finding import Code
from vankho.registry.registry import Registry
from vankho.stages.read import read_bytes
from vankho.text.emphasis import unmarked
from vankho.text.encoding import decode, old_font
from vankho.text.fold import fold, heading_slug, slug
from vankho.text.sort import vietnamese

LETTER = "ỦY BAN NHÂN DÂN\nTỈNH QUẢNG NGÃI\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
# The national title and a sentence, in the bytes of the old fonts.
TCVN3 = "céng hßa x· héi chñ nghÜa viÖt nam §éc lËp - Tù do - H¹nh phóc Sè 12 V/v triÓn khai nhiÖm vô c¶i c¸ch hµnh chÝnh"
VNI = "COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM Ñoäc laäp - Töï do - Haïnh phuùc Soá 12 V/v trieån khai nhieäm vuï caûi caùch haønh chính"


def _problem(data: bytes) -> str:
    found = [item for item in read_bytes(data, "a.txt").findings if item.code is Code.ENCODING]
    return dict(found[0].details)["what"] if found else ""


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (TCVN3.encode("cp1252"), "TCVN3"),
        (VNI.encode("cp1252"), "VNI"),
        (TCVN3.encode(), "TCVN3"),
        (VNI.encode(), "VNI"),
        (LETTER.encode("utf-16"), "UTF-16"),
        (LETTER.encode("utf-16-le"), "UTF-16"),
        (LETTER.encode("utf-16-be"), "UTF-16"),
    ],
)
def test_old_encodings_are_named(data: bytes, named: str) -> None:
    assert named in _problem(data)


@pytest.mark.parametrize(
    "data", [LETTER.encode(), LETTER.encode("utf-8-sig"), b"", b"abc", "naïve café".encode()]
)
def test_sound_text_raises_no_suspicion(data: bytes) -> None:
    assert _problem(data) == ""


def test_no_letter_of_the_tests_is_taken_for_an_old_font(known: Registry) -> None:
    from tests.helpers import TESTS

    for path in TESTS.rglob("letters/**/*.txt"):
        assert old_font(path.read_text(encoding="utf-8")) is None, path
        letter_of(path, known)
    assert HOME


def test_invalid_bytes_are_shown_and_placed() -> None:
    data = LETTER.encode() + b"x\xe1y"
    source = read_bytes(data, "a.txt")
    found = next(item for item in source.findings if item.code is Code.ENCODING)
    assert source.text[found.span.start] == "\ufffd"
    assert "0xE1" in dict(found.details)["what"]
    assert decode(data).text.startswith(LETTER)


def test_text_is_nfc_with_plain_line_ends() -> None:
    source = read_bytes("\ufeffNghi\u0323\r\nho\u0300a\ronly".encode(), "a.txt")
    assert source.text == "Nghị\nhòa\nonly"


@pytest.mark.parametrize(
    ("left", "right"),
    [("Ðường", "Đường"), ("Ɖà", "Đà"), ("ƣu", "ưu"), ("hoà", "hòa"), ("thuỷ", "thủy"), ("ð", "đ"), ("A—B", "A-B"), ("a\u00a0b", "a b")],
)  # fmt: skip
def test_lookalikes_fold_alike(left: str, right: str) -> None:
    assert slug(left) == slug(right)
    assert len(fold(left)) == len(left)


def test_a_character_folds_alike_in_any_company() -> None:
    # Usual characters alone are folded by another way than a text that has a rare one.
    for code in [*range(0xD800), *range(0xE000, 0x11000)]:
        among_usual, among_rare = fold(f"Ữ{chr(code)}x"), fold(f"漢{chr(code)}X")
        assert among_usual[1] == among_rare[1]
        assert (among_usual[0], among_usual[2], len(among_usual)) == ("u", "x", 3)


def test_anchors_of_headings_keep_every_letter() -> None:
    assert heading_slug("Theo quy định tại", "-") == "theo-quy-dinh-tai"
    assert heading_slug("Được ĐÍNH chính bởi", "_") == "duoc_dinh_chinh_boi"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("hố 20*30*15 cm, dài*rộng*cao", "hố 20*30*15 cm, dài*rộng*cao"),
        ("khổ 2m*3m (*tạm*)", "khổ 2m*3m (tạm)"),
        ("Số: 97**2**/UBND, *in* **đậm** ***cả hai***", "Số: 972/UBND, in đậm cả hai"),
        ("sao * rời * và *lẻ", "sao * rời * và *lẻ"),
    ],
)
def test_only_paired_marks_of_emphasis_are_taken_away(text: str, shown: str) -> None:
    assert unmarked(text) == shown


def test_vietnamese_order() -> None:
    words = ["đi", "da", "ăn", "an", "ân", "ã", "à", "á", "a", "ô", "ơ", "o", "ư", "u"]
    assert sorted(words, key=vietnamese) == [
        "a", "à", "ã", "á", "an", "ăn", "ân", "da", "đi", "o", "ô", "ơ", "u", "ư",
    ]  # fmt: skip
