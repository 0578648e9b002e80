"""The index of a kind of list: every agency, addressee, signer or type by name.

Few names stand on one page, under their first letters where there are more than a screen
of them. Where they are more than a page holds, the front page leads to a page for each
letter, and shows the names with the most documents; a letter with many names ("Ủy ban
nhân dân xã …") goes on over pages that say from which name to which.
"""

from collections.abc import Iterator, Sequence

from vankho.model.page import Page
from vankho.stages.render import words
from vankho.stages.render.entries import relative
from vankho.stages.render.front_matter import front_matter
from vankho.stages.render.markdown import escape
from vankho.stages.render.points import cut
from vankho.stages.render.renderer import Renderer
from vankho.stages.render.shelves import Kind, Shelf
from vankho.text.fold import fold

_MANY = 40
"""A page of more names than this shows them under their first letters."""
_LARGEST = 24
_NAME_IN_RANGE = 48

Rows = list[tuple[str, str, str]]
"""Names with URLs and notes."""


def shelf_index(render: Renderer, kind: Kind) -> Iterator[Page]:
    """Yield the page that leads to every shelf of a kind, and the pages of its letters."""
    shelves = render.shelves.all(kind)
    page = f"{kind.folder}.html"
    by_letter: dict[str, list[Shelf]] = {}
    for shelf in shelves:
        by_letter.setdefault(initial(shelf), []).append(shelf)
    groups = list(by_letter.items())
    summary = f"{words.count(len(shelves), 'mục')}, xếp theo vần chữ cái."
    if len(shelves) <= render.archive.page_size:
        sections = [(letter, _rows(group, page)) for letter, group in groups]
        if len(shelves) <= _MANY:
            sections = [("", _rows(shelves, page))]
        yield _page(render, page, kind.title, summary, sections)
        return
    largest = sorted(shelves, key=lambda shelf: -len(shelf.documents))[:_LARGEST]
    letters = [(f"{letter} ({words.digits(len(group))})", relative(_url(kind, letter, 1), page))
               for letter, group in groups]  # fmt: skip
    yield _page(render, page, kind.title, summary, [("Nhiều văn bản nhất", _rows(largest, page))],
                letters=letters)  # fmt: skip
    for letter, group in groups:
        yield from _letter(render, kind, letter, group)


def initial(shelf: Shelf) -> str:
    """Return the letter that a name stands under: Â and Ă under A, Đ by itself, others "#"."""
    first = shelf.name[:1].upper()
    base = first if first == "Đ" else fold(first).upper()
    return base if base == "Đ" or "A" <= base <= "Z" else "#"


def _letter(render: Renderer, kind: Kind, letter: str, shelves: Sequence[Shelf]) -> Iterator[Page]:
    size = render.archive.page_size
    parts = [shelves[start : start + size] for start in range(0, len(shelves), size)]
    ranges = [f"{_short(part[0])} – {_short(part[-1])}" for part in parts]
    named = "số và ký hiệu" if letter == "#" else letter
    for number, part in enumerate(parts, start=1):
        page = _url(kind, letter, number)
        title = f"{kind.title}: vần {named}" + (f" (trang {number})" if number > 1 else "")
        pages = [("Mọi vần", relative(f"{kind.folder}.html", page))]
        pages += [
            (f"Trang {other}: {told}", relative(_url(kind, letter, other), page))
            for other, told in enumerate(ranges, start=1)
            if other != number
        ]
        summary = f"{words.count(len(shelves), 'mục')}."
        if len(parts) > 1:
            summary = f"{words.count(len(part), 'mục')} trong {words.count(len(shelves), 'mục')}: {ranges[number - 1]}."
        yield _page(render, page, title, summary, [("", _rows(part, page))], pages=pages)


def _url(kind: Kind, letter: str, number: int) -> str:
    """Return the URL of a page of a letter; đ is dd, as in the addresses of points."""
    name = {"Đ": "dd", "#": "khac"}.get(letter, letter.lower())
    return f"{kind.folder}-van-{name}" + (f"-trang-{number}" if number > 1 else "") + ".html"


def _short(shelf: Shelf) -> str:
    return escape(cut(words.short_issuer(shelf.name), _NAME_IN_RANGE))


def _rows(shelves: Sequence[Shelf], page: str) -> Rows:
    return [
        (
            escape(shelf.name),
            relative(shelf.url, page),
            words.count(len(shelf.documents), "văn bản"),
        )
        for shelf in shelves
    ]


def _page(
    render: Renderer,
    page: str,
    title: str,
    summary: str,
    sections: list[tuple[str, Rows]],
    *,
    letters: Sequence[tuple[str, str]] = (),
    pages: Sequence[tuple[str, str]] = (),
) -> Page:
    content = render.fill(
        "shelves.md.j2",
        front_matter=front_matter(title=title),
        title=title,
        summary=summary,
        chart="",
        letters=letters,
        sections=sections,
        pages=pages,
    )
    return Page(page.removesuffix(".html") + ".md", content)
