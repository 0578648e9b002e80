"""The index of names: split by letter and page where they are many, each page of bounded size."""

import re
from dataclasses import replace

import pytest

from tests.helpers import TESTS, understood
from tests.render.test_parts import document
from vankho.model.page import Page
from vankho.registry.names import Names
from vankho.registry.registry import Registry
from vankho.stages.link import link
from vankho.stages.render.renderer import Archive, Renderer, make_renderer
from vankho.stages.render.shelf_index import initial, shelf_index
from vankho.stages.render.shelves import ISSUER, Shelf, Shelves

_ENTRY = re.compile(r"^- \[(?P<name>[^\]]+)\]\((?P<url>co-quan/[^)]+)\)", re.MULTILINE)


@pytest.fixture(scope="module")
def renderer(known: Registry) -> Renderer:
    read = understood(TESTS / "archive" / "corpus", known)
    graph = link(read.archive.documents, read.archive.resolutions)
    archive = Archive(title="Kho", page_size=200)
    return make_renderer(graph, archive, known.agencies, known.abbreviations, {}, {}, ())


def _pages(renderer: Renderer, names: list[str]) -> dict[str, Page]:
    documents = [document(n, "2022-04-05", issuer=name) for n, name in enumerate(names, start=1)]
    filled = replace(renderer, shelves=Shelves.of(documents, renderer.agencies))
    return {page.path: page for page in shelf_index(filled, ISSUER)}


def _entries(page: Page) -> list[str]:
    return [match["name"] for match in _ENTRY.finditer(page.content)]


def test_few_names_stand_on_one_page(renderer: Renderer) -> None:
    pages = _pages(renderer, ["Sở Y tế A", "Ủy ban B", "Đài C"])
    assert list(pages) == ["danh-sach/co-quan.md"]
    assert _entries(pages["danh-sach/co-quan.md"]) == ["Đài C", "Sở Y tế A", "Ủy ban B"]


def test_many_names_have_pages_of_their_letters(renderer: Renderer) -> None:
    names = [f"Ủy ban nhân dân xã {n:04}" for n in range(2_900)]
    names += [f"Ấp {n}" for n in range(50)] + [f"An {n}" for n in range(50)]
    names += ["Đài C", "Doanh nghiệp D", "123 Công ty", "Ông E"]
    pages = _pages(renderer, names)
    assert {path.removeprefix("danh-sach/co-quan").removesuffix(".md") for path in pages} == {
        "", "-van-a", "-van-d", "-van-dd", "-van-khac", "-van-o", "-van-u",
        *(f"-van-u-trang-{n}" for n in range(2, 16)),
    }  # fmt: skip
    assert max(len(_entries(page)) for page in pages.values()) == 200
    assert max(len(page.content) for page in pages.values()) < 40_000
    of_letters = [page for path, page in pages.items() if "-van-" in path]
    listed = [name for page in of_letters for name in _entries(page)]
    assert sorted(listed) == sorted(names)
    assert _entries(pages["danh-sach/co-quan-van-a.md"])[0] == "An 0"
    assert _entries(pages["danh-sach/co-quan-van-a.md"])[-1].startswith("Ấp")
    second = pages["danh-sach/co-quan-van-u-trang-2.md"].content
    assert "[Trang 3: UBND xã 0400 – UBND xã 0599](co-quan-van-u-trang-3.html)" in second
    front = pages["danh-sach/co-quan.md"].content
    assert "[U (2.900)](co-quan-van-u.html)" in front
    assert "[Đ (1)](co-quan-van-dd.html)" in front


def test_every_page_is_reached_from_the_front(renderer: Renderer) -> None:
    pages = _pages(renderer, [f"{first}gành {n}" for first in "ABXY" for n in range(201)])
    reached, waiting = set(), ["danh-sach/co-quan.md"]
    while waiting:
        path = waiting.pop()
        if path in reached:
            continue
        reached.add(path)
        targets = re.findall(r"\]\((co-quan-van[^)/]*)\.html\)", pages[path].content)
        waiting += [f"danh-sach/{target}.md" for target in targets]
    assert reached == set(pages)


@pytest.mark.parametrize(
    ("name", "letter"),
    [("Ấp", "A"), ("Ăn", "A"), ("đài", "Đ"), ("Ễnh", "E"), ("Ủy", "U"), ("Ươm", "U"), ("9", "#"), ("“Sở", "#"), ("Ω", "#")],
)  # fmt: skip
def test_the_letter_that_a_name_stands_under(name: str, letter: str) -> None:
    assert initial(Shelf(name, "x", ())) == letter


def test_two_spellings_of_one_agency_share_a_shelf(known: Registry) -> None:
    documents = [
        document(1, "2022-04-05", issuer="Ủy ban nhân dân xã Bình Hoà"),
        document(2, "2022-04-06", issuer="UBND xã Bình Hòa"),
        document(3, "2022-04-07", issuer="UBND xã Bình Hòa"),
        document(4, "2022-04-08", issuer="Văn phòng Ủy ban nhân dân tỉnh Quảng Ngãi"),
    ]
    shelves = Shelves.of(documents, known.agencies).all(ISSUER)
    assert [(shelf.name, len(shelf.documents)) for shelf in shelves] == [
        ("UBND xã Bình Hòa", 3),
        ("Văn phòng UBND tỉnh Quảng Ngãi", 1),
    ]
    names = Names.of(documents, known.agencies)
    assert {names.issuer(item) for item in documents} == {shelf.name for shelf in shelves}
