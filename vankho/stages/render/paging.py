"""A list of documents on as many pages as it needs.

It is paged from its oldest entry, so that a full page never changes; its front page shows
the newest.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import quote as percent

from vankho.model.document import Document
from vankho.model.page import Page
from vankho.stages.render import words
from vankho.stages.render.entries import Entry, entry, relative
from vankho.stages.render.front_matter import front_matter
from vankho.stages.render.markdown import escape
from vankho.stages.render.renderer import Renderer

Links = Sequence[tuple[str, str]]
"""Names with URLs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A list as its pages show it."""

    path: str
    """Of its front page, from the site's root, without extension."""
    title: str
    documents: Sequence[Document]
    """Oldest first."""
    chart: str = ""
    notes: Sequence[str] = ()
    """Lines of Markdown that stand before the list."""
    narrow: Links = ()
    """Smaller lists inside this one; URLs from the site's root."""
    of_one_issuer: bool = False
    """Leave the issuer out of every line: it is in the title."""
    filters: dict[str, str] = field(default_factory=dict)
    """Parameters that show the same list on the search page."""
    feed: str = ""
    """URL of its Atom feed, from the site's root; empty where it has none."""


def list_pages_of(render: Renderer, listing: Listing) -> Iterator[Page]:
    """Yield the front page of a list, and its pages where it is longer than one."""
    size = render.archive.page_size
    oldest = listing.documents
    total = (len(oldest) + size - 1) // size
    numbered = range(1, total + 1) if total > 1 else range(0)
    front = f"{listing.path}.html"

    def url(number: int) -> str:
        return f"{listing.path}-trang-{number}.html"

    parts = {number: oldest[(number - 1) * size : number * size] for number in numbered}
    yield _page(
        render, listing, front, listing.title, oldest[::-1][:size],
        summary=summary(oldest, shown=min(len(oldest), size)),
        pages=[(f"Trang {n}: {_months(parts[n])}", relative(url(n), front)) for n in numbered],
        front=True,
    )  # fmt: skip
    for number in numbered:
        beside = [("Danh sách mới nhất", relative(front, url(number)))]
        if number > 1:
            beside.append((f"Trang {number - 1}", relative(url(number - 1), url(number))))
        if number < total:
            beside.append((f"Trang {number + 1}", relative(url(number + 1), url(number))))
        yield _page(
            render, listing, url(number), f"{listing.title} (trang {number})", parts[number],
            summary=summary(parts[number], shown=len(parts[number])), pages=beside, front=False,
        )  # fmt: skip


def summary(documents: Sequence[Document], *, shown: int) -> str:
    """Say how many documents there are and what time they span."""
    days = [document.issued for document in documents if document.issued]
    text = f"**{words.count(len(documents), 'văn bản')}**"
    if days and min(days) == max(days):
        text += f", ngày {words.date(days[0])}"
    elif days:
        text += f", từ ngày {words.date(min(days))} đến ngày {words.date(max(days))}"
    newest = (
        f"; dưới đây là {words.count(shown, 'văn bản')} mới nhất" if shown < len(documents) else ""
    )
    return f"{text}{newest}."


def search_url(page: str, parameters: Mapping[str, str], *, held: bool = True) -> str:
    """Return the address of the search page with filters set, as seen from ``page``.

    A list is of held documents, or of cited ones, and the search knows both: without the
    last filter it would show more than the list says.
    """
    filters = {**parameters, "trong-kho": "co" if held else "khong"}
    query = "&".join(f"{name}={percent(value, safe='')}" for name, value in filters.items())
    return f"{relative('tim-kiem.html', page)}?{query}"


def _months(documents: Sequence[Document]) -> str:
    days = [document.issued for document in documents if document.issued]
    if not days:
        return "chưa rõ ngày"
    first, last = (f"{day.month}/{day.year}" for day in (min(days), max(days)))
    return first if first == last else f"{first} – {last}"


def _page(
    render: Renderer,
    listing: Listing,
    url: str,
    title: str,
    documents: Sequence[Document],
    *,
    summary: str,
    pages: Links,
    front: bool,
) -> Page:
    content = render.fill(
        "list.md.j2",
        front_matter=front_matter(title=title, feed=listing.feed if front else ""),
        title=escape(title),
        summary=summary,
        notes=listing.notes if front else (),
        chart=listing.chart if front else "",
        narrow=[(escape(name), relative(target, url)) for name, target in listing.narrow] if front else (),
        feed=relative(listing.feed, url) if front and listing.feed else "",
        table="",
        search=search_url(url, listing.filters) if front and listing.filters else "",
        sections=_by_month(documents, url, listing),
        pages=pages,
    )  # fmt: skip
    return Page(url.removesuffix(".html") + ".md", content)


def _by_month(
    documents: Sequence[Document], url: str, listing: Listing
) -> list[tuple[str, list[Entry]]]:
    sections: list[tuple[str, list[Entry]]] = []
    for document in documents:
        issued = document.issued
        heading = f"Tháng {issued.month} năm {issued.year}" if issued else "Chưa rõ ngày"
        if not sections or sections[-1][0] != heading:
            sections.append((heading, []))
        sections[-1][1].append(entry(document, url, with_issuer=not listing.of_one_issuer))
    return sections
