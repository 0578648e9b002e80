"""Which document a mention means, in archives made for one question each."""

import datetime

import pytest

from tests.helpers import HOME, TESTS, paragraph_letter, registry
from tests.test_build import letter
from vankho.model.finding import Code
from vankho.model.letter import Letter
from vankho.model.resolution import Ambiguous, Several
from vankho.registry.agencies import Agencies
from vankho.registry.files import AgencyEntry
from vankho.registry.registry import Registry
from vankho.stages.extract import extract
from vankho.stages.parse import parse
from vankho.stages.read import read_bytes
from vankho.stages.resolve import Archive, resolve


def _archive(known: Registry, *texts: str) -> tuple[list[Letter], Archive]:
    letters = [parse(read_bytes(text.encode(), f"{n}.txt"), known) for n, text in enumerate(texts)]
    return letters, resolve(letters, [extract(item, known) for item in letters], known)


def _cited(known: Registry, text: str) -> list[str | None]:
    draft = paragraph_letter(text, HOME)
    archive = resolve([draft], [extract(draft, known)], known)
    return [r.cited for r in next(iter(archive.resolutions.values()))]


def test_a_law_named_again_is_the_one_whose_number_was_given(known: Registry) -> None:
    text = "Căn cứ Luật Ngân sách nhà nước số 83/2015/QH13. Điều 5 Luật Ngân sách nhà nước quy định khác."
    assert _cited(known, text) == ["2015/83-2015-qh13", "2015/83-2015-qh13"]


def test_bodies_with_one_series_of_numbers_issue_one_document(known: Registry) -> None:
    text = (
        "Bộ Chính trị ban hành Nghị quyết số 71-NQ/TW ngày 22/8/2025. Thực hiện Nghị quyết số 71-NQ/TW "
        "ngày 22/8/2025; Kết luận số 126-KL/TW ngày 14/02/2025 của Bộ Chính trị, Ban Bí thư."
    )
    assert _cited(known, text) == ["2025/71-nq-tw", "2025/71-nq-tw", "2025/126-kl-tw"]


def test_the_bodies_of_a_party_committee_are_that_committee(known: Registry) -> None:
    ids = _cited(
        known,
        "Nghị quyết số 08-NQ/HU ngày 03/3/2024 của Huyện ủy Ba Tơ; Nghị quyết số 08-NQ/HU ngày 03/3/2024 của "
        "Ban Chấp hành Đảng bộ huyện Ba Tơ; Nghị quyết số 08-NQ/HU ngày 03/3/2024 của Ban Thường vụ Huyện ủy Ba Tơ.",
    )
    assert len(set(ids)) == 1


def test_another_day_of_the_year_is_the_same_document_and_told(known: Registry) -> None:
    _, archive = _archive(
        known, letter(5), letter(6, "1. Theo Công văn số 05/UBND-TH ngày 04/4/2022./.")
    )
    (resolution,) = archive.resolutions["2022/06-ubnd-th"]
    assert (resolution.status, resolution.cited) == ("resolved", "2022/05-ubnd-th")
    assert Code.CITATION_DATE_MISMATCH in [item.code for item in archive.findings["1.txt"]]


@pytest.mark.parametrize(
    "mention",
    [
        "Sở Nội vụ - Sở Giáo dục và Đào tạo ban hành {name} ngày 09/3/2023",
        "Theo đề nghị của Sở Nội vụ và Sở Giáo dục và Đào tạo tại {name} ngày 09/3/2023",
        "Thực hiện {name} ngày 09/3/2023 của liên Sở Nội vụ - Giáo dục và Đào tạo",
    ],
)
def test_of_a_joint_document_the_symbol_tells_the_agencies(mention: str, known: Registry) -> None:
    case = TESTS / "cases" / "letters" / "177-joint-plan-of-two-departments.txt"
    body = mention.format(name="Chương trình số 02/CTrPH-SNV-SGDĐT")
    (held, _), archive = _archive(
        known, case.read_text(encoding="utf-8"), letter(5, f"1. {body}./.")
    )
    (row,) = archive.resolutions["2022/05-ubnd-th"]
    assert (row.status, row.cited) == ("resolved", archive.ids[held.path])


@pytest.mark.parametrize("date", ["ngày      tháng 4 năm 2022", "ngày 31 tháng 4 năm 2022"])
def test_the_year_of_a_date_without_its_day_is_the_letters_year(known: Registry, date: str) -> None:
    dated = letter(5).replace("ngày 05 tháng 4 năm 2022", date)
    citing = letter(6, "1. Theo Công văn số 05/UBND-TH ngày 04/4/2022./.")
    (held, _), archive = _archive(known, dated, citing)
    assert held.metadata.issued is None
    assert archive.ids["0.txt"] == "2022/05-ubnd-th"
    (resolution,) = archive.resolutions["2022/06-ubnd-th"]
    assert (resolution.status, resolution.cited) == ("resolved", "2022/05-ubnd-th")


def test_a_year_that_no_letter_can_be_of_is_none(known: Registry) -> None:
    _, archive = _archive(known, letter(5).replace("năm 2022", "năm 0222"))
    assert archive.ids["0.txt"] == "khong-ro-nam/05-ubnd-th"


@pytest.mark.parametrize("head", ["BỘ NỘI VỤ - BỘ TÀI CHÍNH", "BỘ TÀI CHÍNH - BỘ NỘI VỤ"])
def test_a_joint_document_is_one_however_its_agencies_are_named(known: Registry, head: str) -> None:
    joint = letter(25).replace("ỦY BAN NHÂN DÂN\nTỈNH QUẢNG NGÃI", head)
    joint = joint.replace("25/UBND-TH", "25/TTLT-BNV-BTC")
    text = "1. Theo Thông tư liên tịch số 25/TTLT-BNV-BTC ngày 05/4/2022 của Bộ Nội vụ và Bộ Tài chính./."
    _, archive = _archive(known, joint, letter(26, text))
    assert archive.ids["0.txt"] == "2022/25-ttlt-bnv-btc"
    (resolution,) = archive.resolutions["2022/26-ubnd-th"]
    assert (resolution.status, resolution.cited) == ("resolved", "2022/25-ttlt-bnv-btc")


def test_a_letter_cannot_cite_what_is_issued_later(known: Registry) -> None:
    _, archive = _archive(known, letter(6, "1. Theo Quyết định số 9/QĐ-TTg ngày 01/9/2023./."))
    assert Code.CITATION_LATER_THAN_LETTER in [item.code for item in archive.findings["0.txt"]]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Nghị quyết số 1/NQ-CP ngày 06/01/2023 và Nghị quyết số 01/NQ-CP ngày 07/01/2023", ["2023/01-nq-cp"] * 2),
        ("Quyết định số 01/2024/QĐ-UBND và Quyết định số 01/QĐ-UBND ngày 02/01/2024", ["2024/01-2024-qd-ubnd", "2024/01-qd-ubnd"]),
        ("Công văn số 972/UBND-KSTTHC ngày 11/3/2021 của UBND tỉnh Quảng Nam", ["2021/972-ubnd-kstthc--uy-ban-nhan-dan-tinh-quang-nam"]),
        ("Thông tư liên tịch số 25/TTLT-BNV-BTC ngày 05/4/2022", ["2022/25-ttlt-bnv-btc"]),
        ("Thông tư liên tịch số 25/TTLT-BNV-BTC ngày 05/4/2022 của Bộ Nội vụ và Bộ Tài chính", ["2022/25-ttlt-bnv-btc"]),
        ("Thông tư liên tịch số 25/TTLT-BNV-BTC ngày 05/4/2022 của Bộ trưởng Bộ Tài chính, Bộ trưởng Bộ Nội vụ", ["2022/25-ttlt-bnv-btc"]),
        ("Thông tư liên tịch số 25/TTLT-BNV-BTC ngày 05/4/2022 của Bộ Nội vụ", ["2022/25-ttlt-bnv-btc"]),
        ("Thông tư liên tịch số 25/TTLT-BNV-BTC ngày 05/4/2022 của Bộ Nội vụ và Bộ Tư pháp",
         ["2022/25-ttlt-bnv-btc--bo-noi-vu-bo-tu-phap"]),
        ("Chỉ thị số 42-CT/TW ngày 24/3/2020 của Ban Bí thư; Chỉ thị số 42-CT/TW ngày 24/3/2020 của Ban Bí thư Trung ương Đảng",
         ["2020/42-ct-tw", "2020/42-ct-tw"]),
        ("Luật Lưu trữ năm 2011", ["2011/luat-luu-tru"]),
        ("Công văn số 191/STTTT-BCVT&CNTT ngày 29/01/2024", ["2024/191-stttt-bcvt-cntt"]),
        ("Nghị quyết số 01/NQ-CP", ["khong-ro-nam/01-nq-cp"]),
        ("Nghị quyết số 01/NQ-CP ngày 01/01/2021 và Nghị quyết số 01/NQ-CP ngày 06/01/2023; Nghị quyết số 01/NQ-CP",
         ["2021/01-nq-cp", "2023/01-nq-cp", None]),
    ],
)  # fmt: skip
def test_ids(text: str, ids: list[str | None], known: Registry) -> None:
    assert _cited(known, text) == ids


def test_an_undated_mention_without_an_earlier_one_is_never_guessed(known: Registry) -> None:
    texts = (
        letter(5, "1. Theo Nghị quyết số 01/NQ-CP ngày 01/01/2021./."),
        letter(6, "1. Theo Nghị quyết số 01/NQ-CP ngày 06/01/2022./."),
        letter(7, "1. Theo Nghị quyết số 01/NQ-CP./."),
    )
    _, archive = _archive(known, *texts)
    (resolution,) = archive.resolutions["2022/07-ubnd-th"]
    assert (resolution.status, resolution.cited) == ("ambiguous", None)
    _, fewer = _archive(known, texts[0], texts[2])
    (resolution,) = fewer.resolutions["2022/07-ubnd-th"]
    assert resolution.cited == "2021/01-nq-cp"


def _numbered(known: Registry, *texts: str) -> tuple[str, str | None, list[Code]]:
    """Status, target and findings of the one citation of the last of some letters."""
    letters, archive = _archive(known, *texts)
    (resolution,) = archive.resolutions[archive.ids[letters[-1].path]]
    codes = [item.code for item in archive.findings[letters[-1].path]]
    return resolution.status, resolution.cited, codes


@pytest.mark.parametrize(
    "mention",
    ["Công văn số 5 ngày 05/4/2022", "Công văn số 05 của UBND tỉnh", "Công văn 05 năm 2022"],
)
def test_a_number_alone_leads_to_the_one_document_that_has_it(
    mention: str, known: Registry
) -> None:
    status, cited, _ = _numbered(known, letter(5), letter(6, f"1. Theo {mention}./."))
    assert (status, cited) == ("resolved", "2022/05-ubnd-th")


@pytest.mark.parametrize(
    "mention",
    [
        "Công văn số 5 ngày 04/4/2022",  # another day
        "Công văn số 5 của Bộ Nội vụ",
        "Quyết định số 5 ngày 05/4/2022",
        "Công văn số 7",  # issued later
        "Công văn số 99",
    ],
)
def test_a_number_alone_is_not_guessed(mention: str, known: Registry) -> None:
    texts = letter(5), letter(7).replace("ngày 05", "ngày 20"), letter(6, f"1. Theo {mention}./.")
    status, cited, codes = _numbered(known, *texts)
    assert (status, cited) == ("stub", None)
    assert Code.CITATION_UNNAMED in codes


def test_a_number_that_two_documents_have_is_left_open(known: Registry) -> None:
    other = "1. Theo Công văn số 5/STC-NS ngày 02/3/2022./."
    texts = letter(5), letter(4, other), letter(6, "1. Theo Công văn số 5 năm 2022./.")
    letters, archive = _archive(known, *texts)
    (resolution,) = archive.resolutions[archive.ids[letters[-1].path]]
    assert resolution.outcome == Ambiguous(candidates=("2022/05-stc-ns", "2022/05-ubnd-th"))


def test_an_agency_means_itself_by_the_letters_of_its_symbol(known: Registry) -> None:
    office = "BỘ TƯ PHÁP\nVĂN PHÒNG\n"
    text = letter(
        5, "1. Theo Quyết định số 109/QĐ-VP ngày 01/3/2021, Công văn số 7/VPCP-TH ngày 02/3/2021./."
    )
    text = text.replace("ỦY BAN NHÂN DÂN\nTỈNH QUẢNG NGÃI\n", office).replace(
        "/UBND-TH", "/VP-TCKT"
    )
    (read,), archive = _archive(known, text)
    own, other = next(iter(archive.resolutions.values()))
    assert read.metadata.issuer == "Văn phòng Bộ Tư pháp"
    assert (own.issuer, own.issuer_from) == ("Văn phòng Bộ Tư pháp", "home")
    assert other.issuer == "Văn phòng Chính phủ"


def test_a_type_that_no_table_abbreviates_is_no_agency_in_its_letters_symbol(
    known: Registry,
) -> None:
    text = letter(5, "1. Thực hiện Kế hoạch số 05/KH-VKS-P8 ngày 10/01/2022./.")
    text = text.replace(
        "ỦY BAN NHÂN DÂN\nTỈNH QUẢNG NGÃI\n", "VIỆN KIỂM SÁT NHÂN DÂN\nTỈNH QUẢNG NGÃI\n"
    )
    text = text.replace("/UBND-TH", "/KN-VKS-P8").replace(
        "V/v thử nghiệm", "KIẾN NGHỊ\nKhắc phục vi phạm"
    )
    (read,), archive = _archive(known, text)
    (plan,) = next(iter(archive.resolutions.values()))
    assert read.metadata.type == "Kiến nghị"
    assert plan.issuer == read.metadata.issuer == "Viện kiểm sát nhân dân tỉnh Quảng Ngãi"


def test_letters_of_two_party_bodies_share_their_type_alone(known: Registry) -> None:
    text = letter(
        5,
        "1. Xét đề nghị của Đảng ủy UBND tỉnh tại Công văn số 318-CV/ĐU ngày 03/3/2022 và Công văn số 77-CV/TU ngày 02/3/2022./.",
    )
    text = text.replace("ỦY BAN NHÂN DÂN\nTỈNH QUẢNG NGÃI\n", "TỈNH ỦY QUẢNG NGÃI\n*\n").replace(
        "5/UBND-TH", "5-CV/TU"
    )
    (read,), archive = _archive(known, text)
    asked, own = next(iter(archive.resolutions.values()))
    assert (read.metadata.issuer, read.metadata.symbol) == ("Tỉnh ủy Quảng Ngãi", "CV/TU")
    assert asked.issuer == "Đảng ủy UBND tỉnh"
    assert own.issuer == "Tỉnh ủy Quảng Ngãi"


def test_this_circular_is_not_a_letter_of_ours(known: Registry) -> None:
    text = "1. Thông tư số 85/2019/TT-BTC ngày 29/11/2019 chưa rõ. Thông tư này cần hướng dẫn./."
    letters, archive = _archive(known, letter(5, text))
    first, second = archive.resolutions[archive.ids[letters[0].path]]
    assert (second.status, second.cited) == ("stub", first.cited)


def test_a_symbol_stands_for_the_agency_of_its_day() -> None:
    old = {"name": "Sở Cũ", "abbreviation": "SXY", "level": "so", "valid_to": "2025-02-28"}
    new = {"name": "Sở Mới", "abbreviation": "SXY", "level": "so", "valid_from": "2025-03-01"}
    agencies = Agencies(
        [AgencyEntry.model_validate(item) for item in (old, new)], HOME, "Quảng Ngãi"
    )
    days = {"2024-05-05": "Sở Cũ", "2025-02-28": "Sở Cũ", "2025-03-01": "Sở Mới"}
    for day, name in days.items():
        entry = agencies.by_symbol("SXY-VP", datetime.date.fromisoformat(day))
        assert entry is not None
        assert entry.name == name
    assert [e.name for e in agencies.bearers_in("SXY-VP", 2025)] == ["Sở Cũ", "Sở Mới"]
    assert [e.name for e in agencies.bearers_in("SXY-VP", 2026)] == ["Sở Mới"]
    draft = paragraph_letter(
        "Công văn số 5/SXY-VP ngày 05/5/2024; Công văn số 6/SXY-VP ngày 06/6/2025", HOME
    )
    base = registry()
    known = Registry(agencies=agencies, types=base.types)
    archive = resolve([draft], [extract(draft, known)], known)
    (found,) = archive.resolutions.values()
    assert [(r.issuer, r.cited) for r in found] == [
        ("Sở Cũ", "2024/05-sxy-vp"),
        ("Sở Mới", "2025/06-sxy-vp"),
    ]


@pytest.mark.parametrize("mention", ["Nghị quyết số 01/NQ-CP", "Nghị quyết 01", "Nghị quyết số 1"])
def test_an_undated_mention_after_two_years_of_one_number_is_never_guessed(
    mention: str, known: Registry
) -> None:
    both = (
        "1. Theo Nghị quyết số 01/NQ-CP ngày 01/01/2020 và Nghị quyết số 01/NQ-CP ngày 01/01/2021. "
    )
    texts = (
        letter(5, "1. Theo Nghị quyết số 01/NQ-CP ngày 05/01/2019./."),
        letter(6, f"{both}Thực hiện {mention}, các sở báo cáo./."),
    )
    _, archive = _archive(known, *texts)
    *_, last = archive.resolutions["2022/06-ubnd-th"]
    candidates = ("2020/01-nq-cp", "2021/01-nq-cp")
    assert isinstance(last.outcome, Ambiguous)
    assert set(last.outcome.candidates) >= set(candidates)
    if "NQ-CP" in mention:
        assert last.outcome.candidates == candidates  # the letter has named these two only
    _, archive = _archive(known, letter(6, f"{both.split(' và ')[0]}. Thực hiện {mention}./."))
    *_, last = archive.resolutions["2022/06-ubnd-th"]
    assert last.cited == "2020/01-nq-cp"


LAW = """QUỐC HỘI
Luật số: 01/2011/QH13
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 11 tháng 11 năm 2011

LUẬT
LƯU TRỮ

Điều 1. Phạm vi điều chỉnh
Luật này quy định về hoạt động lưu trữ.

CHỦ TỊCH QUỐC HỘI
Nguyễn Sinh Hùng
"""


def test_a_law_by_name_and_year_is_the_held_one_of_that_name(known: Registry) -> None:
    texts = LAW, letter(6, "1. Theo Điều 1 Luật Lưu trữ năm 2011 và Luật Lưu trữ năm 2024./.")
    _, archive = _archive(known, *texts)
    found = [(r.status, r.cited, r.anchor) for r in archive.resolutions["2022/06-ubnd-th"]]
    assert found == [
        ("resolved", "2011/01-2011-qh13", "dieu-1"),
        ("stub", "2024/luat-luu-tru", None),
    ]


def test_a_law_by_name_and_year_is_the_one_that_another_letter_gives_the_number_of(
    known: Registry,
) -> None:
    by_name = letter(6, "1. Theo Luật Lưu trữ năm 2011./.")
    by_number = letter(7, "1. Theo Luật Lưu trữ số 01/2011/QH13 ngày 11/11/2011./.")
    for order in ((by_name, by_number), (by_number, by_name)):
        _, archive = _archive(known, *order)
        cited = {r.cited for group in archive.resolutions.values() for r in group}
        assert cited == {"2011/01-2011-qh13"}
    misread = letter(8, "1. Theo Luật Lưu trữ số 07/2011/QH13./.")
    _, archive = _archive(known, by_name, by_number, misread)
    (resolution,) = archive.resolutions["2022/06-ubnd-th"]
    assert resolution.cited == "2011/luat-luu-tru"  # two numbers: which one is not known


def test_of_two_laws_of_one_name_and_year_the_day_tells(known: Registry) -> None:
    named = "Luật Tổ chức chính quyền địa phương"
    body = (
        f"1. Theo {named} số 65/2025/QH15 ngày 19/02/2025 và {named} số 72/2025/QH15 ngày 16/6/2025.\n"
        f"2. Theo {named} ngày 16/6/2025; theo {named} ngày 19 tháng 02 năm 2025; theo {named} năm 2025./."
    )
    _, archive = _archive(known, letter(6, body))
    assert [r.cited for r in archive.resolutions["2022/06-ubnd-th"]] == [
        *("2025/65-2025-qh15", "2025/72-2025-qh15"),
        *("2025/72-2025-qh15", "2025/65-2025-qh15"),
        "2025/luat-to-chuc-chinh-quyen-dia-phuong",
    ]


def test_a_law_of_two_years_named_without_one_is_never_guessed(known: Registry) -> None:
    text = "Theo Luật Đất đai năm 2013 và Luật Đất đai số 31/2024/QH15. Luật Đất đai quy định khác."
    draft = paragraph_letter(text, HOME)
    archive = resolve([draft], [extract(draft, known)], known)
    *_, last = next(iter(archive.resolutions.values()))
    assert last.outcome == Ambiguous(candidates=("2013/luat-dat-dai", "2024/31-2024-qh15"))


def test_a_plural_reference_means_all_of_them(known: Registry) -> None:
    text = "1. Theo Công văn số 7/STC-NS ngày 02/3/2022 và Công văn số 8/SNV-TH ngày 03/3/2022. Các công văn nêu trên hết hiệu lực./."
    letters, archive = _archive(known, letter(6, text))
    *_, last = archive.resolutions["2022/06-ubnd-th"]
    assert last.outcome == Several(candidates=("2022/07-stc-ns", "2022/08-snv-th"))
    assert (last.status, last.cited) == ("ambiguous", None)
    codes = [item.code for item in archive.findings[letters[0].path]]
    assert Code.CITATION_AMBIGUOUS not in codes


def test_who_names_no_issuer_means_the_document_of_that_very_day(known: Registry) -> None:
    told = letter(5, "1. Tổng cục Thuế trả lời tại Công văn số 2121/TCT-CS ngày 15/3/2022./.")
    same = letter(6, "1. Theo Công văn số 2121/TCT-CS ngày 15/3/2022./.")
    other = letter(7, "1. Theo Công văn số 2121/TCT-CS ngày 16/3/2022./.")
    for texts in ((told, same, other), (other, same, told)):
        _, archive = _archive(known, *texts)
        cited = {own: rows[0].cited for own, rows in archive.resolutions.items()}
        assert cited["2022/05-ubnd-th"] == cited["2022/06-ubnd-th"] != cited["2022/07-ubnd-th"]


def test_this_guideline_is_the_one_that_the_sentence_has_named(known: Registry) -> None:
    text = (
        "1. Không dùng Hướng dẫn số 25-HD/BTCTW ngày 10/11/2021 vì Hướng dẫn này đã hết hiệu lực./."
    )
    _, archive = _archive(known, letter(5, text))
    cited = [row.cited for row in archive.resolutions["2022/05-ubnd-th"]]
    assert cited == ["2021/25-hd-btctw", "2021/25-hd-btctw"]


def test_this_notice_is_the_letter_that_the_sentence_has_called_one(known: Registry) -> None:
    text = (
        "1. Thực hiện Thông báo số 512/TB-UBND ngày 19/8/2021, thay cho kết quả thẩm định tại Thông báo"
        " số 2210/SXD-QLHT ngày 24/6/2021; các điều kiện tại mục 5 của Thông báo này giữ nguyên./."
    )
    _, archive = _archive(known, letter(5, text))
    cited = [row.cited for row in archive.resolutions["2022/05-ubnd-th"]]
    assert cited == ["2021/512-tb-ubnd", "2021/2210-sxd-qlht", "2021/2210-sxd-qlht"]


def test_this_regulation_is_the_one_issued_with_what_the_sentence_has_named(
    known: Registry,
) -> None:
    text = (
        "1. Tiền ăn theo khoản 1 Điều 3 Quy định ban hành kèm theo Nghị quyết số 21/2022/NQ-HĐND,"
        " tiền phòng theo thực tế (khoản 3 Điều 3 Quy định này)./."
    )
    _, archive = _archive(known, letter(5, text))
    first, second = archive.resolutions["2022/05-ubnd-th"]
    assert (second.status, second.cited) == ("stub", first.cited)
    assert second.citation.attachment is not None


@pytest.mark.parametrize(
    ("named", "said", "found"),
    [
        ("Kế hoạch số 61/KH-UBND ngày 21/3/2021", "Tại khoản 2 của Kế hoạch này", ("stub", "2021/61-kh-ubnd")),
        ("Kế hoạch số 61/KH-UBND ngày 21/3/2021, Kế hoạch số 9/KH-UBND ngày 04/01/2021", "Kế hoạch này", ("ambiguous", None)),
        ("Quyết định số 61/QĐ-UBND ngày 21/3/2021", "Kế hoạch này", ("self", "2022/05-ubnd-th")),
        ("Kế hoạch số 61/KH-UBND ngày 21/3/2021; tham gia Kế hoạch gửi kèm theo Công văn này", "Kế hoạch này", ("self", "2022/05-ubnd-th")),
    ],
)  # fmt: skip
def test_this_plan_in_a_letter_is_the_one_that_it_has_named(
    named: str, said: str, found: tuple[str, str | None], known: Registry
) -> None:
    text = f"1. Các sở báo cáo kết quả thực hiện {named}.\n2. {said} giao Sở Tài chính bố trí kinh phí./."
    _, archive = _archive(known, letter(5, text))
    *_, last = archive.resolutions["2022/05-ubnd-th"]
    assert (last.status, last.cited) == found


def test_each_place_of_a_list_is_a_link_of_its_own(known: Registry) -> None:
    text = "1. Theo mục 1, mục 2 Phụ lục II Nghị quyết số 21/2022/NQ-HĐND./."
    (held, *_), archive = _archive(known, letter(5, text))
    (row,) = archive.resolutions["2022/05-ubnd-th"]
    places = [target.span.of(held.text) for target in row.targets]
    assert places == ["mục 1", "mục 2 Phụ lục II"]


@pytest.mark.parametrize(
    ("words", "anchor"),
    [
        ("điểm 2 mục I Công văn này", "muc-i-khoan-2"),
        ("điểm a khoản 2 mục I Công văn này", "muc-i-khoan-2-diem-a"),
        ("điểm 3 mục I Công văn này", None),
        ("mục I.2.a Công văn này", "muc-i-khoan-2-diem-a"),
        ("mục I.2.c Công văn này", None),
    ],
)
def test_a_point_with_a_number_is_the_clause_of_that_number(
    known: Registry, words: str, anchor: str | None
) -> None:
    body = f"I. NỘI DUNG\n1. Giao Sở Nội vụ.\n2. Giao Sở Y tế:\na) Rà soát;\nb) Báo cáo theo {words}./."
    _, archive = _archive(known, letter(5, body))
    (resolution,) = archive.resolutions["2022/05-ubnd-th"]
    assert resolution.anchor == anchor


@pytest.mark.parametrize(
    ("number", "cited", "anchor"),
    [
        ("I-B", "I-B", "phu-luc-i-b"),
        ("IB", "IB", "phu-luc-ib"),
        ("1b", "1b", "phu-luc-1b"),
        ("1.2", "1.2", "phu-luc-1-2"),
        ("II-2", "II-2", "phu-luc-ii-2"),
        ("số 02", "2", "phu-luc-02"),
        ("2", "II", "phu-luc-2"),
        ("II", "số 2", "phu-luc-ii"),
        ("B", "2", None),
    ],
)
def test_an_annex_is_found_by_its_number_however_that_is_written(
    known: Registry, number: str, cited: str, anchor: str | None
) -> None:
    annexes = f"PHỤ LỤC {number}\nDANH MỤC KHÁC\n\n1. Thủ tục.\n"
    _, archive = _archive(
        known,
        f"{letter(5)}\n\n{annexes}",
        letter(6, f"1. Theo khoản 1 Phụ lục {cited} Công văn số 05/UBND-TH ngày 05/4/2022./."),
    )
    (resolution,) = archive.resolutions["2022/06-ubnd-th"]
    assert resolution.anchor == (f"{anchor}-khoan-1" if anchor else None)


@pytest.mark.parametrize(
    ("words", "anchor"),
    [
        ("điểm 2.1 khoản 2 Công văn này", "khoan-2-diem-2-1"),
        ("khoản 2.1 Công văn này", "khoan-2-diem-2-1"),
        ("mục 2.1 Công văn này", "khoan-2-diem-2-1"),
        ("khoản 2.3 Công văn này", None),
    ],
)
def test_a_decimal_number_is_found_whatever_it_is_called(
    known: Registry, words: str, anchor: str | None
) -> None:
    body = f"1. Giao Sở Nội vụ.\n2. Giao Sở Y tế:\n2.1. Rà soát;\n2.2. Báo cáo theo {words}./."
    _, archive = _archive(known, letter(5, body))
    (resolution,) = archive.resolutions["2022/05-ubnd-th"]
    assert resolution.anchor == anchor


_IN_CHAPTERS = """Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi
1. Một.
Chương II
NỘI DUNG
Điều 1. Trách nhiệm
1. Hai.
2. Ba./."""
_TWICE = """1. Rà soát
a) Một.
2. Lập danh mục.
2. Báo cáo:
a) Hai.
b) Ba./."""
_WITH_ANNEX = """1. Giao Sở Y tế:
1.1. Rà soát
a) Một;
b) Hai./.

PHỤ LỤC
DANH MỤC
(Kèm theo Công văn số 05/UBND-TH)

I. Thủ tục
1. Cấp mới."""


@pytest.mark.parametrize(
    ("body", "place", "anchor"),
    [
        (_IN_CHAPTERS, "Điều 1", None),  # of chapter I or of chapter II
        (_IN_CHAPTERS, "khoản 2 Điều 1", "dieu-1-khoan-2"),
        (_IN_CHAPTERS, "Điều 1 Chương 2", "chuong-ii-dieu-1"),
        (_TWICE, "khoản 2", None),
        (_TWICE, "điểm b khoản 2", "khoan-2-lan-2-diem-b"),
        (_TWICE, "khoản 1", "khoan-1"),
        (_WITH_ANNEX, "khoản 1 Mục I Phụ lục kèm theo", "phu-luc-muc-i-khoan-1"),
        (_WITH_ANNEX, "Mục I của Phụ lục ban hành kèm theo", "phu-luc-muc-i"),
        (_WITH_ANNEX, "tiết b điểm 1.1 khoản 1", "khoan-1-diem-1-1-diem-b"),
        (_WITH_ANNEX, "điểm b điểm 1.1 khoản 1", "khoan-1-diem-1-1-diem-b"),
    ],
)
def test_a_point_is_meant_only_where_no_other_bears_its_name(
    known: Registry, body: str, place: str, anchor: str | None
) -> None:
    citing = letter(6, f"1. Thực hiện {place} Công văn số 05/UBND-TH ngày 05/4/2022./.")
    own, apart, annex = body.partition("\n\nPHỤ LỤC")
    _, archive = _archive(known, f"{letter(5, own)}{apart}{annex}", citing)
    (resolution,) = archive.resolutions["2022/06-ubnd-th"]
    assert [target.anchor for target in resolution.targets] == [anchor]


@pytest.mark.parametrize("addressee", ["UBND thị xã Đức Phổ", "Chủ tịch UBND thị xã Đức Phổ"])
def test_the_district_without_its_name_is_the_one_written_to(
    addressee: str, known: Registry
) -> None:
    body = "1. Trả lời Công văn số 14/UBND-NC ngày 08/3/2022 của UBND thị xã về giá điện./."
    text = letter(5, body).replace("Kính gửi: Sở Nội vụ", f"Kính gửi: {addressee}")
    assert "Đức Phổ" in text
    _, archive = _archive(known, text)
    (row,) = archive.resolutions["2022/05-ubnd-th"]
    assert row.issuer == "UBND thị xã Đức Phổ"


@pytest.mark.parametrize(
    ("addressee", "mention", "issuer"),
    [
        (
            "Ban Quản lý Khu kinh tế Dung Quất",
            "đề nghị của Ban Quản lý tại Tờ trình số 15/TTr-BQL ngày 03/6/2022",
            "Ban Quản lý Khu kinh tế Dung Quất",
        ),
        (
            "Công ty TNHH Hoàng Phát",
            "Văn bản số 27/HP-KT ngày 10/10/2022 của Công ty",
            "Công ty TNHH Hoàng Phát",
        ),
        (
            "Ban Quản lý rừng phòng hộ; Ban Quản lý Khu kinh tế Dung Quất",
            "đề nghị của Ban Quản lý tại Tờ trình số 15/TTr-BQL ngày 03/6/2022",
            None,
        ),
    ],
)
def test_an_agency_by_its_kind_alone_is_the_one_written_to(
    addressee: str, mention: str, issuer: str | None, known: Registry
) -> None:
    text = letter(5, f"1. Xem xét {mention}./.").replace("Sở Nội vụ", addressee)
    _, archive = _archive(known, text)
    (row,) = archive.resolutions["2022/05-ubnd-th"]
    assert row.issuer == issuer


def test_what_only_amends_another_is_not_what_was_named_above(known: Registry) -> None:
    text = (
        "Theo khoản 1 Điều 114 Nghị định số 34/2016/NĐ-CP ngày 14/5/2016 (được sửa đổi, bổ sung tại Nghị"
        " định số 154/2020/NĐ-CP), việc này không đúng Điều 61 Nghị định nói trên."
    )
    first, amending, above = _cited(known, text)
    assert (first, amending) == ("2016/34-2016-nd-cp", "2020/154-2020-nd-cp")
    assert above == first


@pytest.mark.parametrize(
    ("words", "anchor"),
    [
        ("khoản 2 Điều 1 Quy chế này", "kem-theo-1-dieu-1-khoan-2"),
        ("Điều 2 Quy chế này", "kem-theo-1-dieu-2"),
        ("Điều 9 Quy chế này", None),
        ("khoản 1 Công văn này", "khoan-1"),
        ("khoản 3 Công văn này", None),
    ],
)
def test_this_regulation_is_the_attached_one_that_says_so(
    known: Registry, words: str, anchor: str | None
) -> None:
    attached = (
        "\nQUY CHẾ\nQuản lý kho lưu trữ\n(Ban hành kèm theo Công văn số 5/UBND-TH)\n\n"
        "Điều 1. Hồ sơ\n1. Hồ sơ giấy.\n2. Hồ sơ điện tử.\n\n"
        f"Điều 2. Khai thác\nHồ sơ được khai thác theo {words}.\n\nĐiều 3. Thi hành\n1. Các sở thi hành.\n"
    )
    text = letter(5, "1. Giao Sở Nội vụ.\n2. Giao Sở Y tế.") + attached
    _, archive = _archive(known, text)
    (found,) = (
        row for row in archive.resolutions["2022/05-ubnd-th"] if words in row.citation.surface
    )
    assert found.cited == "2022/05-ubnd-th"
    assert found.anchor == anchor


_IN_SECTIONS = """I. MỤC ĐÍCH
1. Bảo đảm.
II. NỘI DUNG
1. Rà soát
a) Lập danh mục;
b) Đề xuất.
2. Chuyển giao
2.1. Hồ sơ đất đai.
2.2. Hồ sơ hộ tịch."""
_IN_CLAUSES = """1. Về thu
a) Thuế;
b) Phí.
2. Về chi
- Thường xuyên;
- Đầu tư./."""


@pytest.mark.parametrize(
    ("body", "place", "anchor"),
    [
        (_IN_SECTIONS, "phần II", "muc-ii"),
        (_IN_SECTIONS, "mục 1 phần II", "muc-ii-khoan-1"),
        (_IN_SECTIONS, "điểm b mục 1 phần II", "muc-ii-khoan-1-diem-b"),
        (_IN_SECTIONS, "điểm 2 phần II", "muc-ii-khoan-2"),
        (_IN_SECTIONS, "tiết a điểm 1 mục II", "muc-ii-khoan-1-diem-a"),
        (_IN_SECTIONS, "Mục II.1", "muc-ii-khoan-1"),
        (_IN_SECTIONS, "điểm b mục II.1", "muc-ii-khoan-1-diem-b"),
        (_IN_SECTIONS, "mục II.2.1", "muc-ii-khoan-2-diem-2-1"),
        (_IN_SECTIONS, "mục 2.2 phần II", "muc-ii-khoan-2-diem-2-2"),
        (_IN_SECTIONS, "mục 2", None),  # "II." or the "2." below it
        (_IN_SECTIONS, "khoản 1", None),  # of I or of II
        (_IN_SECTIONS, "điểm b", "muc-ii-khoan-1-diem-b"),
        (_IN_CLAUSES, "mục 2", "khoan-2"),
        (_IN_CLAUSES, "gạch đầu dòng thứ 2 mục 2", "khoan-2-gach-2"),
        (_IN_CLAUSES, "tiết b điểm 1", "khoan-1-diem-b"),
        (_IN_CLAUSES, "điểm 1.b", "khoan-1-diem-b"),
        (_IN_CLAUSES, "mục 4", None),
    ],
)
def test_a_level_goes_by_another_name_where_the_document_has_none_of_that_name(
    known: Registry, body: str, place: str, anchor: str | None
) -> None:
    citing = letter(6, f"1. Thực hiện {place} Công văn số 05/UBND-TH ngày 05/4/2022./.")
    _, archive = _archive(known, letter(5, body), citing)
    (resolution,) = archive.resolutions["2022/06-ubnd-th"]
    assert resolution.anchor == anchor


@pytest.mark.parametrize(
    ("head", "named"),
    [
        ("LIÊN ĐOÀN LAO ĐỘNG\nTỈNH QUẢNG NGÃI", "Liên đoàn Lao động tỉnh"),
        ("LIÊN ĐOÀN LAO ĐỘNG\nTỈNH QUẢNG NGÃI", "LĐLĐ tỉnh Quảng Ngãi"),
        (
            "ỦY BAN MTTQ VIỆT NAM TỈNH QUẢNG NGÃI\nBAN THƯỜNG TRỰC",
            "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh",
        ),
        ("TÒA ÁN NHÂN DÂN\nTỈNH QUẢNG NGÃI", "Tòa án nhân dân tỉnh"),
        (
            "BAN QUẢN LÝ KKT DUNG QUẤT VÀ CÁC KCN QUẢNG NGÃI",
            "Ban Quản lý Khu kinh tế Dung Quất và các Khu công nghiệp Quảng Ngãi",
        ),
        ("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG\nCHI CỤC KIỂM LÂM", "Chi cục Kiểm lâm tỉnh"),
    ],
)
def test_an_agency_that_no_table_lists_is_known_in_shorter_words(
    known: Registry, head: str, named: str
) -> None:
    held = letter(98).replace("ỦY BAN NHÂN DÂN\nTỈNH QUẢNG NGÃI", head)
    held = held.replace("/UBND-TH", "/BQL-TH")
    assert head in held
    text = (
        f"1. Theo khoản 1 Công văn số 98/BQL-TH ngày 05/4/2022 của {named}; làm lại khoản 1 Công"
        " văn số 98/BQL-TH./."
    )
    _, archive = _archive(known, held, letter(6, text))
    for row in archive.resolutions["2022/06-ubnd-th"]:
        assert (row.status, row.cited, row.anchor) == ("resolved", "2022/98-bql-th", "khoan-1")


@pytest.mark.parametrize(
    "named", ["Liên đoàn Lao động tỉnh Quảng Nam", "Liên đoàn Lao động huyện Ba Tơ", "Tỉnh đoàn"]
)
def test_another_agency_is_not_taken_for_one_of_a_like_name(known: Registry, named: str) -> None:
    head = "LIÊN ĐOÀN LAO ĐỘNG\nTỈNH QUẢNG NGÃI"
    held = letter(98).replace("ỦY BAN NHÂN DÂN\nTỈNH QUẢNG NGÃI", head)
    held = held.replace("/UBND-TH", "/BQL-TH")
    text = f"1. Theo Công văn số 98/BQL-TH ngày 05/4/2022 của {named}./."
    _, archive = _archive(known, held, letter(6, text))
    assert [row.status for row in archive.resolutions["2022/06-ubnd-th"]] == ["stub"]


@pytest.mark.parametrize(
    ("day", "status"), [("05/4/2022", "resolved"), ("06/4/2022", "stub"), (None, "stub")]
)
def test_a_commune_that_names_no_issuer_means_the_letter_of_that_very_day(
    known: Registry, day: str | None, status: str
) -> None:
    own = letter(6, f"1. Theo Công văn số 05/UBND-TH{f' ngày {day}' if day else ''}./.")
    own = own.replace("ỦY BAN NHÂN DÂN\nTỈNH QUẢNG NGÃI", "ỦY BAN NHÂN DÂN\nXÃ SƠN HẠ")
    assert "SƠN HẠ" in own
    _, archive = _archive(known, letter(5), own)
    ((row,),) = (rows for rows in archive.resolutions.values() if rows)
    assert row.status == status
    assert row.issuer == (HOME if status == "resolved" else "Ủy ban nhân dân xã Sơn Hạ")


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("Quyết định số 05/2022/QĐ-UBND", "ambiguous"),
        ("Điều 5 Quyết định số 05/2022/QĐ-UBND của UBND tỉnh", "resolved"),
        (
            "Quy định quản lý chất thải rắn ban hành kèm theo Quyết định số 05/2022/QĐ-UBND",
            "resolved",
        ),
        ("Quyết định số 05/QĐ-UBND", "stub"),
    ],
)
def test_an_undated_regulation_in_a_communes_letter_may_be_the_provinces(
    known: Registry, words: str, status: str
) -> None:
    held = letter(5).replace("Số: 5/UBND-TH", "Số: 05/2022/QĐ-UBND")
    held = held.replace("V/v thử", "V/v ban hành Quy định quản lý chất thải rắn trên địa bàn")
    own = letter(6, f"1. Theo {words}./.")
    own = own.replace("ỦY BAN NHÂN DÂN\nTỈNH QUẢNG NGÃI", "ỦY BAN NHÂN DÂN\nXÃ SƠN HẠ")
    letters, archive = _archive(known, held, own)
    assert letters[0].metadata.reference == "05/2022/QĐ-UBND"
    ((row,),) = (rows for rows in archive.resolutions.values() if rows)
    assert row.status == status


@pytest.mark.parametrize(
    ("words", "cited", "anchor"),
    [
        ("tại điểm b khoản 3 Công văn này giao Sở Y tế", "2022/07-ubnd-th", "khoan-3-diem-b"),
        ("UBND tỉnh giao thêm tại khoản 1 Công văn này", "2022/08-ubnd-th", "khoan-1"),
        ("việc mới nêu tại khoản 9 Công văn này", "2022/08-ubnd-th", None),
        ("Sở Y tế thực hiện Công văn này", "2022/08-ubnd-th", None),
    ],
)
def test_this_letter_is_the_one_just_named_where_that_one_alone_has_the_point(
    known: Registry, words: str, cited: str, anchor: str | None
) -> None:
    named = letter(7, "1. Về thu.\n2. Về chi.\n3. Về báo cáo:\na) Hằng tháng;\nb) Hằng quý./.")
    text = letter(8, f"1. UBND tỉnh đã ban hành Công văn số 7/UBND-TH; {words}./.")
    for texts in ((named, text), (text, named)):
        _, archive = _archive(known, *texts)
        found = archive.resolutions["2022/08-ubnd-th"][-1]
        assert (found.cited, found.anchor) == (cited, anchor)
        assert found.status == ("self" if cited == "2022/08-ubnd-th" else "resolved")


@pytest.mark.parametrize(
    ("words", "known_from"),
    [
        ("Thủ tướng Chính phủ yêu cầu tại Công văn số 516/TTg-KSTT ngày 22/4/2021", "stated"),
        ("Phó Thủ tướng yêu cầu tại Công văn số 516/TTg-KSTT ngày 22/4/2021", "symbol"),
        ("Chính phủ thống nhất tại Nghị quyết số 01/NQ-CP ngày 01/01/2021", "stated"),
        ("Thủ tướng Chính phủ nhắc lại Nghị quyết số 01/NQ-CP ngày 01/01/2021", "symbol"),
    ],
)
def test_whose_name_only_begins_or_ends_another_is_not_stated(
    known: Registry, words: str, known_from: str
) -> None:
    _, archive = _archive(known, letter(5, f"1. {words}./."))
    (found,) = archive.resolutions["2022/05-ubnd-th"]
    assert found.issuer_from == known_from


@pytest.mark.parametrize(
    ("named", "words", "cited", "anchor"),
    [
        ("Kế hoạch số 9/KH-UBND", "khoản 2 Mục II của Kế hoạch đúng hạn", "09-kh-ubnd", "muc-ii-khoan-2"),
        ("Kế hoạch số 9/KH-UBND", "Mục I của Kế hoạch, Sở Y tế báo cáo", "09-kh-ubnd", "muc-i"),
        ("Quy chế phối hợp ban hành kèm theo Quyết định số 9/QĐ-UBND ngày 03/01/2022", "Điều 3 của Quy chế", "09-qd-ubnd", None),
        ("Kế hoạch số 9/KH-UBND", "khoản 1 Mục II Kế hoạch", "09-kh-ubnd", "muc-ii-khoan-1"),
        ("Kế hoạch số 9/KH-UBND", "Mục I Kế hoạch chuyển đổi số", None, None),
        ("Kế hoạch số 9/KH-UBND", "Mục I của Kế hoạch của Sở", None, None),
        ("Kế hoạch số 9/KH-UBND", "Mục I của Kế hoạch về chuyển đổi số", None, None),
        ("Kế hoạch số 9/KH-UBND", "mục tiêu của Kế hoạch", None, None),
        ("Kế hoạch số 9/KH-UBND và Kế hoạch số 8/KH-UBND", "Mục I của Kế hoạch", None, None),
        ("Công văn số 9/UBND-TH", "Mục I của Kế hoạch", None, None),
    ],
)  # fmt: skip
def test_a_point_of_the_plan_is_that_of_the_one_that_the_letter_has_named(
    known: Registry, named: str, words: str, cited: str | None, anchor: str | None
) -> None:
    plan = letter(9, "I. MỤC ĐÍCH\n1. Bảo đảm.\nII. NỘI DUNG\n1. Rà soát.\n2. Báo cáo./.")
    plan = plan.replace("9/UBND-TH", "9/KH-UBND")
    _, archive = _archive(known, plan, letter(10, f"1. Thực hiện {named}.\n2. Theo {words}./."))
    found = [r for r in archive.resolutions["2022/10-ubnd-th"] if r.citation.anchor == "khoan-2"]
    assert [(r.cited, r.anchor) for r in found] == ([(f"2022/{cited}", anchor)] if cited else [])


def test_a_point_of_the_plan_is_that_of_the_one_named_before_it_in_the_paragraph(
    known: Registry,
) -> None:
    before = (
        "1. Kế hoạch số 9/KH-UBND ngày 03/01/2022 đã rõ; tại Mục I của Kế hoạch, Sở Y tế chủ trì."
    )
    after = "2. Mục I của Kế hoạch, hay Kế hoạch số 9/KH-UBND ngày 03/01/2022./."
    for body, count in ((before, 2), (after, 1)):
        _, archive = _archive(known, letter(10, body))
        found = archive.resolutions["2022/10-ubnd-th"]
        assert [r.cited for r in found] == ["2022/09-kh-ubnd"] * count


def test_a_point_of_the_regulation_is_that_of_the_one_named_with_its_decision(
    known: Registry,
) -> None:
    one = "Quy chế phối hợp ban hành kèm theo Quyết định số 9/QĐ-UBND ngày 03/01/2022"
    two = "Quy chế làm việc ban hành kèm theo Quyết định số 8/QĐ-UBND ngày 03/01/2022"
    point = "nhất là điểm b khoản 1 Điều 3 của Quy chế"
    _, archive = _archive(known, letter(10, f"1. Sở Y tế rà soát theo {one}, {point}./."))
    first, second = archive.resolutions["2022/10-ubnd-th"]
    assert (first.cited, second.cited) == ("2022/09-qd-ubnd", "2022/09-qd-ubnd")
    assert second.citation.surface == "điểm b khoản 1 Điều 3 của Quy chế"
    assert second.citation.attachment is not None
    for text in (f"{one} và {two}, {point}", f"{point}; {one}"):
        _, archive = _archive(known, letter(10, f"1. Sở Y tế rà soát {text}./."))
        found = [r.citation.surface for r in archive.resolutions["2022/10-ubnd-th"]]
        assert "điểm b khoản 1 Điều 3 của Quy chế" not in found


def test_a_plan_that_speaks_of_the_plan_means_itself(known: Registry) -> None:
    plan = letter(
        9, "1. Thay thế Kế hoạch số 2/KH-UBND ngày 03/01/2021.\n2. Theo Mục I của Kế hoạch./."
    )
    plan = plan.replace("9/UBND-TH", "9/KH-UBND")
    _, archive = _archive(known, plan)
    assert [row.cited for rows in archive.resolutions.values() for row in rows] == [
        "2021/02-kh-ubnd"
    ]


@pytest.mark.parametrize(
    ("head", "place"),
    [
        ("UBND TỈNH ĐỒNG NAI\nTRƯỜNG TRUNG HỌC PHỔ THÔNG NGÔ QUYỀN", "Biên Hòa"),
        ("TỔNG CÔNG TY ĐIỆN LỰC MIỀN NAM\nCÔNG TY THỦY ĐIỆN TRỊ AN", "Đồng Nai"),
        ("ỦY BAN NHÂN DÂN\nXÃ TÂN HIỆP", "Tân Hiệp"),
        ("ĐẠI HỌC HUẾ\nTRƯỜNG ĐẠI HỌC NÔNG LÂM", "Thừa Thiên Huế"),
    ],
)
def test_the_province_of_who_speaks_is_told_by_the_letterhead_or_the_addressee(
    head: str, place: str, known: Registry
) -> None:
    text = (
        f"{head}\nSố: 12/CV-HC\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        f"{place}, ngày 05 tháng 4 năm 2022\n\nKính gửi: Sở Tài chính tỉnh Đồng Nai.\n\n"
        "Theo Công văn số 7/UBND-TH ngày 03/3/2022 của UBND tỉnh và Công văn số 9/STC-NS ngày 04/3/2022./.\n"
    )
    _, archive = _archive(known, text)
    issuers = [r.issuer for r in next(iter(archive.resolutions.values()))]
    assert issuers == ["Ủy ban nhân dân tỉnh Đồng Nai", "Sở Tài chính tỉnh Đồng Nai"]


@pytest.mark.parametrize(
    ("symbol", "words", "speaker", "held"),
    [
        ("UBND-NNTNMT", "Công văn", "HUYỆN VŨ THƯ", True),
        ("QĐ-UBND", "Quyết định", "HUYỆN VŨ THƯ", False),  # every province has this symbol
        ("UBND-NNTNMT", "Công văn", "TỈNH QUẢNG NGÃI", False),
    ],
)
def test_a_district_of_no_known_province_means_the_held_letter_of_that_very_day(
    known: Registry, symbol: str, words: str, speaker: str, held: bool
) -> None:
    above = letter(7, "1. Thống kê đàn chó./.").replace("7/UBND-TH", f"7/{symbol}")
    above = above.replace("TỈNH QUẢNG NGÃI", "TỈNH THÁI BÌNH")
    day = "05/4/2022"
    body = f"1. Theo {words} số 7/{symbol} ngày {day} của UBND tỉnh.\n2. Đã xong khoản 1 {words} số 7/{symbol}./."
    district = letter(8, body).replace("TỈNH QUẢNG NGÃI", speaker).replace("Quảng Ngãi", "Vũ Thư")
    (first, _), archive = _archive(known, above, district)
    assert f"{first.metadata.issued:%d/%m/%Y}" == "05/04/2022"
    rows = archive.resolutions[archive.ids["1.txt"]]
    assert [row.status for row in rows] == (["resolved"] * 2 if held else ["stub"] * 2)
    place = "Thái Bình" if held else "Quảng Ngãi"
    assert [row.issuer for row in rows] == [f"Ủy ban nhân dân tỉnh {place}"] * 2


def test_the_letterhead_says_whose_agency_a_short_name_means(known: Registry) -> None:
    union = letter(7, "1. Đề nghị sớm khởi công./.").replace("7/UBND-TH", "7/LĐLĐ-CSPL")
    union = union.replace("ỦY BAN NHÂN DÂN", "LIÊN ĐOÀN LAO ĐỘNG")
    citing = letter(
        8, "1. Theo Công văn số 7/LĐLĐ-CSPL ngày 05/4/2022 của Liên đoàn Lao động tỉnh./."
    )
    _, archive = _archive(known, union, citing)
    (row,) = archive.resolutions[archive.ids["1.txt"]]
    assert (row.status, row.issuer) == ("resolved", "Liên đoàn Lao động tỉnh Quảng Ngãi")


@pytest.mark.parametrize(
    ("words", "cited"),
    [
        ("Đã cấp kinh phí theo điểm b khoản 1 Công văn trên", "2022/05-ubnd-th"),
        ("Đã cấp kinh phí theo khoản 3 Công văn trên", None),  # neither has it
        ("Đã cấp kinh phí theo khoản 2 Công văn trên", None),  # both have it
        ("Đã cấp kinh phí theo Công văn trên", None),
    ],
)
def test_of_two_letters_named_above_the_last_one_is_meant_that_has_the_point(
    known: Registry, words: str, cited: str | None
) -> None:
    first = letter(4, "1. Rà soát.\n2. Báo cáo./.")
    second = letter(5, "1. Sở Nội vụ:\na) Rà soát.\nb) Bố trí kinh phí.\n2. Báo cáo./.")
    body = "1. Công văn số 4/UBND-TH và Công văn số 5/UBND-TH ngày 05/4/2022 đã rõ.\n2. "
    _, archive = _archive(known, first, second, letter(6, f"{body}{words}./."))
    rows = archive.resolutions["2022/06-ubnd-th"][2:]
    assert [row.cited for row in rows] == ([cited] if cited else [])


def test_the_board_below_a_youth_union_is_that_unions(known: Registry) -> None:
    text = letter(
        5, "1. Theo Kế hoạch số 7-KH/TĐTN-VP ngày 03/3/2022 của Ban Thường vụ Tỉnh đoàn./."
    )
    text = text.replace(
        "ỦY BAN NHÂN DÂN\nTỈNH QUẢNG NGÃI", "TỈNH ĐOÀN KHÁNH HÒA\nBAN THƯỜNG VỤ\n***"
    )
    text = text.replace("5/UBND-TH", "5-CV/TĐTN-XDĐ")
    (read,), archive = _archive(known, text)
    (plan,) = next(iter(archive.resolutions.values()))
    assert read.metadata.issuer == plan.issuer == "Ban Thường vụ Tỉnh đoàn Khánh Hòa"


def test_what_changes_a_document_of_its_symbol_is_of_its_issuer(known: Registry) -> None:
    text = letter(
        5,
        "1. Theo Quyết định số 595/QĐ-BHXH ngày 14/4/2017 của Bảo hiểm xã hội Việt Nam (sửa đổi, bổ sung tại "
        "Quyết định số 490/QĐ-BHXH ngày 28/3/2021) và Quyết định số 12/QĐ-BHXH ngày 03/3/2022./.",
    )
    text = text.replace(
        "ỦY BAN NHÂN DÂN\nTỈNH QUẢNG NGÃI",
        "BẢO HIỂM XÃ HỘI VIỆT NAM\nBẢO HIỂM XÃ HỘI TỈNH QUẢNG NGÃI",
    )
    _, archive = _archive(known, text.replace("5/UBND-TH", "5/BHXH-QLT"))
    rows = next(iter(archive.resolutions.values()))
    of_all, of_us = "Bảo hiểm xã hội Việt Nam", "Bảo hiểm xã hội tỉnh Quảng Ngãi"
    assert [row.issuer for row in rows] == [of_all, of_all, of_us]


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("; các nội dung khác của Công văn này vẫn giữ nguyên", "stub"),
        (". Các nội dung còn lại của Công văn này không thay đổi", "stub"),
        ("; Công văn này có hiệu lực từ ngày ký", "self"),
    ],
)
def test_what_is_left_of_this_letter_is_of_the_one_just_changed(
    words: str, status: str, known: Registry
) -> None:
    body = f"1. Bãi bỏ khoản 3 Công văn số 4/UBND-TH ngày 03/3/2022 của UBND tỉnh{words}./."
    _, archive = _archive(known, letter(5, body))
    _, this = next(iter(archive.resolutions.values()))
    assert (this.citation.surface, this.status) == ("Công văn này", status)


@pytest.mark.parametrize(
    ("said", "anchor"),
    [
        ("điểm b khoản 2 Mục I Điều 1", "dieu-1-muc-i-khoan-2-diem-b"),
        ("mục II Điều 1", "dieu-1-muc-ii"),
        ("khoản 1 Mục II", "dieu-1-muc-ii-khoan-1"),
        ("khoản 1 Điều 2", "dieu-2-khoan-1"),
    ],
)
def test_a_section_inside_an_article(said: str, anchor: str, known: Registry) -> None:
    case = TESTS / "cases" / "letters" / "418-decision-of-the-prime-minister-on-a-programme.txt"
    citing = letter(
        5, f"1. Theo {said} Quyết định số 1132/QĐ-TTg ngày 02/7/2021 của Thủ tướng Chính phủ./."
    )
    _, archive = _archive(known, case.read_text(encoding="utf-8"), citing)
    (resolution,) = archive.resolutions["2022/05-ubnd-th"]
    assert resolution.anchor == anchor
