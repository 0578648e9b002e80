"""The front page, and the page that lists all lists."""

from collections.abc import Sequence

from vankho.model.document import Document
from vankho.model.graph import Node
from vankho.model.page import Page
from vankho.stages.render import words
from vankho.stages.render.chart import years_chart
from vankho.stages.render.entries import entry, relative
from vankho.stages.render.front_matter import front_matter
from vankho.stages.render.markdown import attribute, escape
from vankho.stages.render.renderer import Renderer
from vankho.stages.render.shelves import ISSUER, KINDS

_NEWEST, _MISSING, _AGENCIES, _YEARS = 6, 6, 12, 12
LISTS = "danh-sach/index"


def home_page(render: Renderer, held: Sequence[Document]) -> Page:
    """Write the front page: a search box, and what there is at a glance."""
    page = "index.html"
    stubs = render.graph.stubs()
    agencies = sorted(render.shelves.all(ISSUER), key=lambda shelf: -len(shelf.documents))
    content = render.fill(
        "home.md.j2",
        front_matter=front_matter(title=render.archive.title, hide=["toc"]),
        title=escape(render.archive.title),
        agency=escape(render.agencies.home),
        held=words.count(len(held), "văn bản"),
        stubs=words.count(len(stubs), "văn bản"),
        example=attribute(held[-1].reference or "") if held else "",
        newest=[entry(document, page) for document in held[::-1][:_NEWEST]],
        years=[
            (year.name, f"{year.path}.html", words.digits(len(year.documents)))
            for year in render.years.years[::-1][:_YEARS]
        ],
        chart=years_chart(held),
        agencies=[
            (escape(shelf.name), shelf.url, words.digits(len(shelf.documents)))
            for shelf in agencies[:_AGENCIES]
        ],
        unreadable=words.count(len(render.unreadable), "tệp") if render.unreadable else "",
        missing=[stub_entry(node, page) for node in stubs[:_MISSING] if node.cited_by],
    )
    return Page("index.md", content)


def search_page(render: Renderer) -> Page:
    """Write the search page; the search's own scripts fill it."""
    content = render.fill("search.md.j2", front_matter=front_matter(title="Tìm kiếm", hide=["toc"]))
    return Page("tim-kiem.md", content)


def lists_page(render: Renderer, held: Sequence[Document]) -> Page:
    """Write the page that leads to every kind of list."""
    page = f"{LISTS}.html"
    years = render.years.years
    rows = [
        ("Văn bản mới nhất", "danh-sach/moi-nhat.html", words.count(len(held), "văn bản")),
        ("Văn bản theo năm, tháng", "danh-sach/nam.html", words.count(len(years), "năm")),
        *(
            (kind.title, f"{kind.folder}.html", words.count(len(render.shelves.all(kind)), "mục"))
            for kind in KINDS
        ),
        ("Văn bản chưa có trong kho", "danh-sach/chua-co.html",
         words.count(len(render.graph.stubs()), "văn bản")),
        ("Chữ viết tắt", "danh-sach/viet-tat.html",
         words.count(len(render.abbreviations.entries), "chữ")),
    ]  # fmt: skip
    if render.unreadable:
        note = words.count(len(render.unreadable), "tệp")
        rows.append(("Tệp chưa đọc được", "danh-sach/chua-doc-duoc.html", note))
    content = render.fill(
        "shelves.md.j2",
        front_matter=front_matter(title="Các danh sách"),
        title="Các danh sách",
        summary="Mọi văn bản trong kho, xếp theo nhiều cách.",
        chart=years_chart(held),
        letters=(),
        sections=[
            (heading, [(name, relative(url, page), note) for name, url, note in part])
            for heading, part in (("", rows), ("Dữ liệu và nguồn tin", _data(render)))
        ],
        pages=(),
    )
    return Page(f"{LISTS}.md", content)


def _data(render: Renderer) -> list[tuple[str, str, str]]:
    """Return what other programs read, with addresses and forms."""
    feeds = [
        ("Văn bản mới", "nguon-tin/van-ban.xml", "Atom"),
        ("Đính chính, sửa đổi, thay thế, bãi bỏ", "nguon-tin/sua-doi.xml", "Atom"),
    ]
    return [
        ("Văn bản", "data/documents.csv", "CSV"),
        ("Viện dẫn", "data/citations.csv", "CSV"),
        ("Văn bản chưa có trong kho", "data/chua-co.csv", "CSV"),
        ("Cả kho, tìm được toàn văn", "data/vankho.sqlite", "SQLite"),
        ("Danh mục các tệp dữ liệu", "data/index.json", "JSON"),
        *(feeds if render.archive.has_feeds else []),
    ]


def stub_entry(node: Node, page: str) -> object:
    """Describe a document that is cited and not held, with how often it is cited."""
    return entry(node.document, page, words.count(len(node.cited_by), "lượt viện dẫn"))
