"""Lists of documents: newest, by year and month, by particular, and what is not held."""

from collections import Counter
from collections.abc import Iterator, Sequence

from vankho.model.document import Document
from vankho.model.page import Page
from vankho.stages.render import words
from vankho.stages.render.agency import names_over_time
from vankho.stages.render.chart import months_chart, years_chart
from vankho.stages.render.entries import relative
from vankho.stages.render.front_matter import front_matter
from vankho.stages.render.home import home_page, lists_page, search_page, stub_entry
from vankho.stages.render.markdown import escape
from vankho.stages.render.paging import Links, Listing, list_pages_of, search_url
from vankho.stages.render.renderer import Renderer
from vankho.stages.render.shelf_index import shelf_index
from vankho.stages.render.shelves import ADDRESSEE, ISSUER, KINDS, SUBJECT, Kind, Shelf
from vankho.stages.render.years import FOLDER as YEARS
from vankho.stages.render.years import Year

NEWEST = "danh-sach/moi-nhat"
STUBS = "danh-sach/chua-co"
_FIRST_YEAR = 1945


def list_pages(render: Renderer) -> Iterator[Page]:
    """Yield the home page and every list."""
    held = render.graph.held()
    yield home_page(render, held)
    yield search_page(render)
    yield lists_page(render, held)
    yield from list_pages_of(render, Listing(
        path=NEWEST, title="Văn bản mới nhất", documents=held, chart=years_chart(held),
        narrow=[(year.name, f"{year.path}.html") for year in render.years.years[::-1]],
        feed="nguon-tin/van-ban.xml" if render.archive.has_feeds else "",
    ))  # fmt: skip
    yield from _years(render, held)
    for kind in KINDS:
        yield from shelf_index(render, kind)
        for shelf in render.shelves.all(kind):
            yield from list_pages_of(render, _shelf_listing(render, kind, shelf))
    yield from _stubs(render)


def _years(render: Renderer, held: Sequence[Document]) -> Iterator[Page]:
    page = f"{YEARS}.html"
    years = render.years.years[::-1]
    rows = [(year.name, relative(f"{year.path}.html", page), words.count(len(year.documents), "văn bản"))
            for year in years]  # fmt: skip
    content = render.fill(
        "shelves.md.j2",
        front_matter=front_matter(title="Văn bản theo năm"),
        title="Văn bản theo năm",
        summary=f"{words.count(len(years), 'năm')}, {words.count(len(held), 'văn bản')}.",
        chart=years_chart(held),
        letters=(),
        sections=[("", rows)],
        pages=(),
    )
    yield Page(f"{YEARS}.md", content)
    searched = Counter(map(_searched_year, held))
    for year in years:
        # 33/2020/QĐ-UBND of January 2021 is on the list of 2020, and found by its day in 2021.
        same = all(_searched_year(document) == year.year for document in year.documents)
        yield from _year(render, year, same and searched[year.year] == len(year.documents))


def _searched_year(document: Document) -> int:
    """Return the year under which the search files a document: that of its day, if it has one."""
    return document.issued.year if document.issued else document.year or 0


def _year(render: Renderer, year: Year, same_in_search: bool) -> Iterator[Page]:
    title = f"Văn bản năm {year.year}" if year.year else "Văn bản chưa rõ năm"
    months = [
        (f"Tháng {m.month} ({words.digits(len(m.documents))})", f"{m.path}.html")
        for m in year.months
    ]
    yield from list_pages_of(render, Listing(
        path=year.path, title=title, documents=year.documents,
        chart=months_chart(year.documents, year.year), narrow=months,
        filters={"nam": str(year.year)} if year.year and same_in_search else {},
    ))  # fmt: skip
    for month in year.months:
        yield from list_pages_of(render, Listing(
            path=month.path, title=f"Văn bản tháng {month.month} năm {month.year}",
            documents=month.documents, narrow=[(f"Cả năm {year.year}", f"{year.path}.html")],
        ))  # fmt: skip


def _shelf_listing(render: Renderer, kind: Kind, shelf: Shelf) -> Listing:
    known = shelf.name != kind.unknown
    searched = known and bool(kind.parameter)
    years = Counter(filter(None, map(_searched_year, shelf.documents)))
    narrow: Links = (
        [(f"{year} ({words.digits(number)})", search_url("", {kind.parameter: shelf.name, "nam": str(year)}))
         for year, number in sorted(years.items(), reverse=True)]
        if searched and len(years) > 1 else []
    )  # fmt: skip
    return Listing(
        path=shelf.path,
        title=kind.heading.format(shelf.name) if known else shelf.name,
        documents=shelf.documents,
        chart=years_chart(shelf.documents),
        notes=[*_agency_notes(render, kind, shelf), *_phrase_notes(kind, shelf)],
        narrow=narrow,
        of_one_issuer=kind is ISSUER,
        filters={kind.parameter: shelf.name} if searched else {},
        feed=_feed(render, shelf) if kind is ISSUER and known else "",
    )


def _phrase_notes(kind: Kind, shelf: Shelf) -> Iterator[str]:
    """Yield how to look for a phrase of subjects in the whole text."""
    if kind is SUBJECT:
        found = search_url(shelf.url, {"q": f'"{shelf.name}"'})
        yield f"[Tìm “{escape(shelf.name)}” trong toàn văn]({found})\n{{: .vk-loc }}"


def _feed(render: Renderer, shelf: Shelf) -> str:
    """Return the URL of an agency's feed, which bears the name of its page."""
    name = shelf.path.rpartition("/")[2]
    return f"nguon-tin/co-quan/{name}.xml" if render.archive.has_feeds else ""


def _agency_notes(render: Renderer, kind: Kind, shelf: Shelf) -> Iterator[str]:
    """Yield what else is known of an agency: its names, its other list."""
    if kind not in (ISSUER, ADDRESSEE):
        return
    here = shelf.url
    other_kind, told = (
        (ADDRESSEE, "Văn bản gửi đến cơ quan này") if kind is ISSUER else (ISSUER, "Văn bản do nơi này ban hành")
    )  # fmt: skip
    other = render.shelves.named(other_kind, shelf.name)
    if other:
        count = words.count(len(other.documents), "văn bản")
        yield f"{told}: [{count}]({relative(other.url, here)})."

    def linked(name: str) -> str:
        found = render.shelves.named(ISSUER, name) or render.shelves.named(ADDRESSEE, name)
        return f"[{escape(name)}]({relative(found.url, here)})" if found else escape(name)

    names = names_over_time(render.agencies, shelf.name, linked)
    if names:
        yield "Tên gọi qua các thời kỳ:"
        yield "\n".join(f"- {line}" for line in names)


def _plausible(render: Renderer, stubs: Sequence[Document]) -> list[Document]:
    """Leave out years that only a misread date can be: before the state, after all letters."""
    newest = max((document.year or 0 for document in render.graph.held()), default=0)
    return [document for document in stubs if _FIRST_YEAR <= (document.year or 0) <= newest]


def _stubs(render: Renderer) -> Iterator[Page]:
    """Yield what is cited and not held, most cited first."""
    stubs = [node for node in render.graph.stubs() if node.cited_by]
    size = render.archive.page_size
    total = max(1, (len(stubs) + size - 1) // size)
    uses = sum(len(node.cited_by) for node in stubs)

    dated = _plausible(render, [node.document for node in stubs])
    years = [document.year for document in dated if document.year]
    span = f", ban hành từ năm {min(years)} đến năm {max(years)}" if years else ""

    def url(number: int) -> str:
        return f"{STUBS}.html" if number == 1 else f"{STUBS}-trang-{number}.html"

    for number in range(1, total + 1):
        page = url(number)
        part = stubs[(number - 1) * size : number * size]
        title = "Văn bản chưa có trong kho" + (f" (trang {number})" if number > 1 else "")
        content = render.fill(
            "list.md.j2",
            front_matter=front_matter(title=title),
            title=title,
            summary=f"**{words.count(len(stubs), 'văn bản')}** được viện dẫn {words.count(uses, 'lượt')} "
            f"mà kho chưa có{span}; xếp theo số lượt viện dẫn. Mỗi trang văn bản gom những gì các văn bản trong "
            "kho nói về nó.",
            notes=(),
            chart=years_chart(dated) if number == 1 else "",
            narrow=(),
            search=search_url(page, {}, held=False) if number == 1 and stubs else "",
            feed="",
            table=relative("data/chua-co.csv", page) if number == 1 else "",
            sections=[("", [stub_entry(node, page) for node in part])],
            pages=[
                (f"Trang {other}", relative(url(other), page))
                for other in range(1, total + 1)
                if other != number
            ],
        )
        yield Page(page.removesuffix(".html") + ".md", content)
