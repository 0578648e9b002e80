"""What stands for files that could not be read: a page each, and a list of them.

Nothing is known of such a letter, so a page says the file's name and why, and no more; it
is no document: no list of documents, no data and no search knows it.
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from vankho.model.identity import UNKNOWN_YEAR, bounded, page_url
from vankho.model.page import Page
from vankho.model.source import Unreadable
from vankho.registry.files import IdFile
from vankho.stages.render import words
from vankho.stages.render.entries import Entry, relative
from vankho.stages.render.front_matter import front_matter
from vankho.stages.render.markdown import escape
from vankho.stages.render.renderer import Renderer
from vankho.text.fold import slug

UNREADABLE = "danh-sach/chua-doc-duoc.html"
_TITLE = "Tệp chưa đọc được"


def unreadable_pages(render: Renderer, ids: IdFile) -> Iterator[Page]:
    """Yield a page for each file that could not be read, and the page that lists them."""
    taken = {*render.graph.nodes, *ids.aliases, *ids.tombstones}
    entries: list[Entry] = []
    for item in render.unreadable:
        own = _free_id(item, taken)
        taken.add(own)
        url = page_url(own)
        yield _page(render, item, url)
        entries.append(
            Entry(escape(_name(item)), relative(url, UNREADABLE), "", "", True, escape(item.why))
        )
    if entries:
        yield _list(render, entries)


def _name(item: Unreadable) -> str:
    """Return the file's own name; the folders above it are nobody's matter."""
    return PurePosixPath(item.path).name or item.path


def _free_id(item: Unreadable, taken: set[str]) -> str:
    """Return the id of a letter without number and date, which the contract makes of its name."""
    stem = slug(PurePosixPath(item.path).stem) or "tep"
    wanted = f"{UNKNOWN_YEAR}/{bounded(f'khong-so-{stem}')}"
    number, own = 1, wanted
    while own in taken:
        number += 1
        own = f"{wanted}-{number}"
    return own


def _page(render: Renderer, item: Unreadable, url: str) -> Page:
    title = f"{_TITLE}: {_name(item)}"
    content = render.fill(
        "unreadable.md.j2",
        front_matter=front_matter(title=title, robots="noindex"),
        title=escape(title),
        name=escape(_name(item)),
        why=escape(item.why),
        everything=relative(UNREADABLE, url),
    )
    return Page(url.removesuffix(".html") + ".md", content)


def _list(render: Renderer, entries: list[Entry]) -> Page:
    content = render.fill(
        "list.md.j2",
        front_matter=front_matter(title=_TITLE, robots="noindex"),
        title=_TITLE,
        summary=f"**{words.count(len(entries), 'tệp')}** nằm trong kho mà chương trình không đọc được lời văn. "
        "Nội dung của chúng không có ở trang nào khác.",
        notes=(),
        chart="",
        narrow=(),
        search="",
        feed="",
        table="",
        sections=[("", entries)],
        pages=[],
    )
    return Page(UNREADABLE.removesuffix(".html") + ".md", content)
