"""A banner says what befell a document: all of it, or the part that the act names."""

import pytest

from tests.test_build import letter
from vankho.registry.registry import Registry
from vankho.stages.extract import extract
from vankho.stages.link import link
from vankho.stages.parse import parse
from vankho.stages.read import read_bytes
from vankho.stages.render.entries import Banner, banners
from vankho.stages.resolve import resolve

_LETTER = "Công văn số 05/UBND-TH ngày 05/4/2022"


def _banners(known: Registry, *said: str) -> list[Banner]:
    texts = letter(5), *(letter(n, f"1. {text}./.") for n, text in enumerate(said, 6))
    letters = [parse(read_bytes(text.encode(), f"{n}.txt"), known) for n, text in enumerate(texts)]
    archive = resolve(letters, [extract(item, known) for item in letters], known)
    graph = link(archive.documents, archive.resolutions)
    node = graph.nodes["2022/05-ubnd-th"]
    return banners(graph, node, node.document.url)


@pytest.mark.parametrize(
    ("said", "fate"),
    [
        (f"Bãi bỏ {_LETTER}", "Bị bãi bỏ tại"),
        (f"Công văn này thay thế {_LETTER}", "Được thay thế tại"),
        (f"Bãi bỏ khoản 2 {_LETTER}", "Bị bãi bỏ một phần (khoản 2) tại"),
        (f"Bãi bỏ điểm a, điểm b khoản 1 {_LETTER}", "Bị bãi bỏ một phần (điểm a khoản 1, điểm b khoản 1) tại"),
        (f"Thay thế Phụ lục I ban hành kèm theo {_LETTER}", "Được thay thế một phần (Phụ lục I) tại"),
        (f"Bãi bỏ một phần {_LETTER}", "Bị bãi bỏ một phần tại"),
        (f"Bãi bỏ một số nội dung của {_LETTER}", "Bị bãi bỏ một phần tại"),
        (f"Sửa đổi khoản 2 {_LETTER}", "Được sửa đổi, bổ sung tại"),
        (f"Công văn này có hiệu lực từ ngày ký, thay thế {_LETTER}", "Được thay thế tại"),
        (f"Công văn này có hiệu lực từ ngày 01/7/2022 và bãi bỏ {_LETTER}", "Bị bãi bỏ tại"),
        (f"Phê duyệt điều chỉnh một số nội dung tại khoản 1 {_LETTER}", "Được sửa đổi, bổ sung tại"),
        (f"Bãi bỏ các văn bản sau đây:\n\na) {_LETTER};\n\nb) Công văn số 4/UBND-TH", "Bị bãi bỏ tại"),
        (f"Do sơ suất khi soạn thảo, Văn phòng UBND tỉnh đính chính khoản 1 {_LETTER}", "Được đính chính tại"),
        (f"Bãi bỏ khoản 2 {_LETTER}.\n\n2. Bãi bỏ {_LETTER}", "Bị bãi bỏ tại"),
    ],
)  # fmt: skip
def test_the_part_that_is_repealed_is_named(said: str, fate: str, known: Registry) -> None:
    assert [banner.text for banner in _banners(known, said)] == [fate]


def test_who_acts_is_heard_before_who_tells_of_it(known: Registry) -> None:
    told = f"Khoản 2 {_LETTER} đã được bãi bỏ tại Công văn số 06/UBND-TH ngày 05/4/2022"
    (banner,) = _banners(known, f"Bãi bỏ khoản 2 {_LETTER}", told)
    assert banner.text == "Bị bãi bỏ một phần (khoản 2) tại"
    assert banner.source is None
    assert banner.quote.startswith("“Bãi bỏ")


@pytest.mark.parametrize(
    "said",
    [
        f"Giao Sở Nội vụ đính chính khoản 1 {_LETTER}",
        f"Do có sai sót, đề nghị Sở Nội vụ đính chính {_LETTER}",
        f"Đề nghị Sở Nội vụ bãi bỏ các văn bản sau đây:\n\na) {_LETTER};\n\nb) Công văn số 4/UBND-TH",
        f"Việc đính chính {_LETTER} hoàn thành trong tháng 5",
        f"Sở Nội vụ tham mưu điều chỉnh khoản 2 {_LETTER}",
    ],
)
def test_talk_of_an_act_is_none(said: str, known: Registry) -> None:
    assert _banners(known, said) == []


def test_a_submission_changes_nothing(known: Registry) -> None:
    texts = letter(5), _SUBMISSION.format(letter=_LETTER)
    letters = [parse(read_bytes(text.encode(), f"{n}.txt"), known) for n, text in enumerate(texts)]
    assert letters[1].metadata.type == "Tờ trình"
    archive = resolve(letters, [extract(item, known) for item in letters], known)
    graph = link(archive.documents, archive.resolutions)
    node = graph.nodes["2022/05-ubnd-th"]
    assert banners(graph, node, node.document.url) == []
    assert node.cited_by[0].relation == "sua_doi_bo_sung"


_SUBMISSION = """ỦY BAN NHÂN DÂN
TỈNH QUẢNG NGÃI

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 09/TTr-UBND

Quảng Ngãi, ngày 06 tháng 6 năm 2022

TỜ TRÌNH
Về chế độ thông tin

Kính gửi: Hội đồng nhân dân tỉnh

1. Sửa đổi khoản 1 {letter} theo hướng rút ngắn thời hạn./.
"""
