"""Lists of documents: newest, by year, by issuing agency, and what is cited but not held.

A list is paged from its oldest entry, so that a full page never changes; its front page
shows the newest.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from vankho.model.document import Document
from vankho.model.graph import Graph, Node
from vankho.model.page import Page
from vankho.stages.render import words
from vankho.stages.render.entries import Entry, entry, relative
from vankho.stages.render.markdown import escape
from vankho.stages.render.pages import Renderer, front_matter
from vankho.text.fold import slug
from vankho.text.sort import vietnamese

NEWEST = "danh-sach/moi-nhat"
YEARS = "danh-sach/nam"
AGENCIES = "danh-sach/co-quan"
STUBS = "danh-sach/chua-co"
_UNKNOWN_YEAR = "không rõ năm"
_UNKNOWN_AGENCY = "Chưa rõ cơ quan ban hành"


def list_pages(render: Renderer, title: str) -> Iterator[Page]:
    """Yield the home page and every list."""
    graph = render.graph
    held = graph.held()
    years = _by_year(held)
    agencies = _by_agency(held)
    yield _home(render, title, held, years, agencies)
    yield from _paged(render, NEWEST, "Văn bản mới nhất", held)
    yield _index(
        render,
        YEARS,
        "Văn bản theo năm",
        [
            (
                f"Năm {name}" if name.isdigit() else "Chưa rõ năm",
                f"{YEARS}/{slug(name)}",
                len(group),
            )
            for name, group in reversed(years.items())
        ],
    )
    for name, group in years.items():
        heading = f"Văn bản năm {name}" if name.isdigit() else "Văn bản chưa rõ năm"
        yield from _paged(render, f"{YEARS}/{slug(name)}", heading, group)
    yield _index(
        render,
        AGENCIES,
        "Văn bản theo cơ quan ban hành",
        [(name, f"{AGENCIES}/{slug(name)}", len(group)) for name, group in agencies.items()],
    )
    for name, group in agencies.items():
        yield from _paged(render, f"{AGENCIES}/{slug(name)}", name, group)
    yield from _stubs(render)


def _by_year(held: Sequence[Document]) -> dict[str, list[Document]]:
    years: dict[str, list[Document]] = defaultdict(list)
    for document in held:
        years[str(document.year) if document.year else _UNKNOWN_YEAR].append(document)
    return dict(sorted(years.items(), key=lambda item: (item[0].isdigit(), item[0])))


def _by_agency(held: Sequence[Document]) -> dict[str, list[Document]]:
    agencies: dict[str, list[Document]] = defaultdict(list)
    for document in held:
        agencies[document.issuer or _UNKNOWN_AGENCY].append(document)
    return dict(sorted(agencies.items(), key=lambda item: vietnamese(item[0])))


def _home(
    render: Renderer,
    title: str,
    held: Sequence[Document],
    years: dict[str, list[Document]],
    agencies: dict[str, list[Document]],
) -> Page:
    graph = render.graph
    page = "index.html"
    stubs = graph.stubs()
    content = render.fill(
        "home.md.j2",
        front_matter=front_matter(title="Trang chủ"),
        title=escape(title),
        held=words.count(len(held), "văn bản"),
        stubs=words.count(len(stubs), "văn bản"),
        newest=[entry(document, page) for document in held[::-1][:10]],
        years=[
            (name, f"{YEARS}/{slug(name)}.html", len(group))
            for name, group in reversed(years.items())
        ],
        agencies=[
            (escape(name), f"{AGENCIES}/{slug(name)}.html", len(group))
            for name, group in agencies.items()
        ][:20],
        missing=[_stub_entry(node, page) for node in stubs[:5]],
        lists={
            "newest": f"{NEWEST}.html",
            "years": f"{YEARS}.html",
            "agencies": f"{AGENCIES}.html",
            "stubs": f"{STUBS}.html",
        },
    )
    return Page("index.md", content)


def _index(render: Renderer, path: str, title: str, items: Sequence[tuple[str, str, int]]) -> Page:
    page = f"{path}.html"
    content = render.fill(
        "list.md.j2",
        front_matter=front_matter(title=title),
        title=title,
        summary=words.count(len(items), "mục") + ".",
        sections=[
            (
                "",
                [
                    Entry(
                        escape(name),
                        relative(f"{url}.html", page),
                        "",
                        "",
                        True,
                        words.count(number, "văn bản"),
                    )
                    for name, url, number in items
                ],
            )
        ],
        pages=[],
    )
    return Page(f"{path}.md", content)


def _paged(render: Renderer, path: str, title: str, oldest: Sequence[Document]) -> Iterator[Page]:
    """Yield the front page of a list, and its pages where it is longer than one."""
    size = render.page_size
    total = (len(oldest) + size - 1) // size
    numbered = range(1, total + 1) if total > 1 else range(0)
    front = f"{path}.html"

    def url(number: int) -> str:
        return f"{path}-trang-{number}.html"

    yield _list_page(
        render, front, title, _span(oldest), oldest[::-1][:size],
        [(f"Trang {number} (từ cũ đến mới)", relative(url(number), front)) for number in numbered],
    )  # fmt: skip
    for number in numbered:
        part = oldest[(number - 1) * size : number * size]
        neighbours = [("Danh sách mới nhất", relative(front, url(number)))]
        if number > 1:
            neighbours.append((f"Trang {number - 1}", relative(url(number - 1), url(number))))
        if number < total and len(part) == size:
            neighbours.append((f"Trang {number + 1}", relative(url(number + 1), url(number))))
        yield _list_page(
            render, url(number), f"{title} (trang {number})", _span(part), part, neighbours
        )


def _span(documents: Sequence[Document]) -> str:
    days = [document.issued for document in documents if document.issued]
    count = words.count(len(documents), "văn bản")
    if not days:
        return f"{count}."
    return f"{count}, từ ngày {words.date(min(days))} đến ngày {words.date(max(days))}."


def _list_page(
    render: Renderer,
    url: str,
    title: str,
    summary: str,
    documents: Sequence[Document],
    pages: Sequence[tuple[str, str]],
) -> Page:
    content = render.fill(
        "list.md.j2",
        front_matter=front_matter(title=title),
        title=escape(title),
        summary=summary,
        sections=_by_month(documents, lambda document: entry(document, url)),
        pages=pages,
    )
    return Page(url.removesuffix(".html") + ".md", content)


def _by_month(
    documents: Sequence[Document], describe: Callable[[Document], Entry]
) -> list[tuple[str, list[Entry]]]:
    sections: list[tuple[str, list[Entry]]] = []
    for document in documents:
        issued = document.issued
        heading = f"Tháng {issued.month} năm {issued.year}" if issued else "Chưa rõ ngày"
        if not sections or sections[-1][0] != heading:
            sections.append((heading, []))
        sections[-1][1].append(describe(document))
    return sections


def _stub_entry(node: Node, page: str) -> Entry:
    return entry(node.document, page, words.count(len(node.cited_by), "lượt viện dẫn"))


def _stubs(render: Renderer) -> Iterator[Page]:
    """Yield what is cited and not held, most cited first."""
    stubs = _cited_stubs(render.graph)
    size = render.page_size
    total = max(1, (len(stubs) + size - 1) // size)
    for number in range(1, total + 1):
        path = STUBS if number == 1 else f"{STUBS}-trang-{number}"
        page = f"{path}.html"
        part = stubs[(number - 1) * size : number * size]
        others = [other for other in range(1, total + 1) if other != number]
        content = render.fill(
            "list.md.j2",
            front_matter=front_matter(title="Văn bản chưa có trong kho"),
            title="Văn bản chưa có trong kho",
            summary=f"{words.count(len(stubs), 'văn bản')} được viện dẫn mà kho chưa có, xếp theo số lượt viện dẫn.",
            sections=[("", [_stub_entry(node, page) for node in part])],
            pages=[
                (
                    f"Trang {other}",
                    relative(
                        f"{STUBS}.html" if other == 1 else f"{STUBS}-trang-{other}.html", page
                    ),
                )
                for other in others
            ],
        )
        yield Page(f"{path}.md", content)


def _cited_stubs(graph: Graph) -> list[Node]:
    return [node for node in graph.stubs() if node.cited_by]
