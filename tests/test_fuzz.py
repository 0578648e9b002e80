"""What fuzzing found, kept for good; and that the fuzzer would see a fault at all."""

import random
from pathlib import Path

import pytest

from benchmarks.fuzz.__main__ import Record, at_random
from benchmarks.fuzz.laws import CUT, Laws
from benchmarks.fuzz.mutate import Mutator, seeds
from tests.test_build import letter
from vankho.stages.render import letter_page, letter_text

FOUND = {
    "a citation in the subject, and a body that begins with its first point": letter().replace(
        "V/v thử nghiệm", "V/v thực hiện Công văn số 5/UBND-NC ngày 03/02/2021"
    ),
    "a citation in the close of an attached document, and no close before": letter(body="1. Giao Sở Nội vụ:")
    + "\nQUY CHẾ\n(Ban hành kèm theo Công văn số 1/UBND-TH)\n\nĐiều 1. Phạm vi.\n\nYêu cầu thực hiện Công văn số 5/UBND-NC ngày 03/02/2021./.\n",
    "a year of four digits that none can be": letter().replace("năm 2022", "năm 0032"),
    "a year to come": letter().replace("năm 2022", "năm 9999"),
    "a name with a sign of addresses": letter().replace("Sở Nội vụ", "Sở Nội vụ # ? & % / .."),
    "an issuer with a sign of addresses": letter().replace("TỈNH QUẢNG NGÃI", "TỈNH QUẢNG NGÃI # A?B"),
    "marks of emphasis in a name that titles of links carry": letter(
        body="1. Theo Công văn số 7/UBND-NC ngày 03/02/2021, Quyết định số 8/QĐ-UBND ngày 03/02/2021./."
    ).replace("TỈNH QUẢNG NGÃI", "TỈNH QUẢNG NGÃI*9 `_[x](y)_` <b>"),
    "an attached document of points alone, and a close that cites": letter().partition("Nơi nhận")[0]
    + "Nơi nhận:\n- VPUB: PCVP(NC), CB-TH;\n- Lưu: VT, NC.\nban hành kèm theo Quyết định số 33/QĐ-UBND ngày 05/01/2022 của Ủy ban nhân dân tỉnh về phân cấp quản lý, sử dụng và thanh lý tài sản công trên địa bàn tỉnh\n",
    "a page number in a sentence, in marks of emphasis": letter(
        body="1. Giao Sở Nội vụ chủ trì, phối hợp với các sở, ban, ngành trong cơ quan nhà\n\n***3***\n\nnước thực hiện./."
    ),
    "a link in a field that the picture shows": "---\nnumber: '1'\nsymbol: '[x](javascript:x)'\n---\n"
    + letter(body="1. Theo Công văn số 7/UBND-NC ngày 03/02/2021./."),
    "digits of another script": letter(
        body="1. Theo Nghị định số \u0663 63/2010/NĐ-CP, Quyết định số \u0664\u0665/QĐ-UBND, Công văn \uff17./."
    ).replace("Số: 1/", "Số: \uff11\u0662/"),
    "a raised digit in the day of minutes": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
    "Số: 07/BB-VPHC\n\nBIÊN BẢN VI PHẠM HÀNH CHÍNH\n\n"
    "Hôm nay, hồi 08 giờ 30 phút, ngày 19 tháng ² năm 2022, tại trụ sở Công ty A.\n\n1. Ông B./.\n",
    "a heading below points, and neither text nor subject above them": "ỦY BAN NHÂN DÂN\nTỈNH QUẢNG NGÃI\n"
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n1. Giao Sở Nội vụ công bố quy hoạch.\n"
    "Số: 2146/QĐ-UBND\nQUYẾT ĐỊNH\nCHỦ TỊCH ỦY BAN NHÂN DÂN\nCăn cứ Luật Lưu trữ năm 2011;\nQUYẾT ĐỊNH:\n"
    "Căn cứ Quyết định số 5/QĐ-UBND ngày 03/02/2021;\nĐiều 1. Phê duyệt.\n",
    "a capital L for a digit in the year of a law": letter(
        body="1. Theo Luật Đất đai năm 20L3, Luật Lưu trữ (năm 2O1i)./."
    ),
    "a symbol that ends as a second one does": letter(5)
    + CUT.decode() + letter(5, "1. Văn bản khác./.") + CUT.decode() + letter(5).replace("UBND-TH", "UBND-TH-2"),
}  # fmt: skip


@pytest.fixture(scope="module")
def laws() -> Laws:
    return Laws(thorough=True)


@pytest.mark.parametrize("text", FOUND.values(), ids=list(FOUND))
def test_what_was_found_holds(text: str, laws: Laws) -> None:
    assert laws.try_out(text.encode("utf-8", "surrogatepass")).broken is None


def test_bent_letters_hold(laws: Laws) -> None:
    mutator, chance = Mutator(seeds()), random.Random(20)
    for _ in range(40):
        data = mutator.mutate(chance.choice(mutator.pool), chance)
        assert laws.try_out(data).broken is None, data


def test_the_same_random_numbers_bend_alike() -> None:
    mutator = Mutator(seeds())
    one, other = (
        [mutator.mutate(mutator.pool[n % 9], random.Random(n)) for n in range(50)] for _ in range(2)
    )
    assert one == other
    assert len(set(one)) > 40


def _broken(laws: Laws, text: str) -> str | None:
    broken = laws.try_out(text.encode()).broken
    return broken.law if broken else None


def test_a_lost_word_is_seen(laws: Laws, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = letter_text.letter_text
    monkeypatch.setattr(letter_page, "letter_text", lambda *a: whole(*a).replace("Giao ", "", 1))
    assert _broken(laws, letter()) == "words"


def test_a_script_is_seen(laws: Laws, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = letter_text.letter_text
    monkeypatch.setattr(
        letter_page, "letter_text", lambda *a: f"{whole(*a)}\n\n<p onclick='x' data-not-text></p>"
    )
    assert _broken(laws, letter()) == "scripts"


def test_what_raises_and_what_differs_is_seen(laws: Laws, monkeypatch: pytest.MonkeyPatch) -> None:
    whole, calls = letter_text.letter_text, []

    def changing(*args: object) -> str:
        calls.append(1)
        return f"{whole(*args)}\n\n<i data-not-text>{len(calls)}</i>"

    monkeypatch.setattr(letter_page, "letter_text", changing)
    assert _broken(laws, letter()) == "deterministic"
    monkeypatch.setattr(letter_page, "letter_text", lambda *_: 1 / 0)
    assert _broken(laws, letter()) == "raises"


def test_a_run_keeps_what_broke(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(letter_page, "letter_text", lambda *_: 1 / 0)
    record = Record(tmp_path, 0.02)
    at_random(record, 1)
    record.close()
    assert record.inputs
    assert list(record.broken)
    assert list(tmp_path.glob("ZeroDivisionError*.bin"))
    assert (tmp_path / "summary.json").is_file()
