"""The sitemap (sitemaps.org 0.9), with the days on which pages last gained something."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from urllib.parse import quote
from xml.sax.saxutils import escape

from vankho.model.graph import Edge, Graph, Node
from vankho.stages.exports.files import put

# More addresses a file may not hold.
_MOST = 50_000
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def write_sitemap(graph: Graph, url: str, site: Path, most: int = _MOST) -> None:
    """Write ``sitemap.xml``, above ``most`` pages an index of ``sitemap-1.xml`` and so on.

    Replaces what MkDocs wrote, which is dated with the day of the build. Without a site
    address there is none, since a sitemap holds whole addresses. 404, pages that only
    forward and pages for what cannot be read are not listed; pages that are no document have no date.
    """
    entries = list(_entries(graph, url, site)) if url else []
    parts = [entries[start : start + most] for start in range(0, len(entries), most)]
    files: dict[str, str] = {}
    if len(parts) == 1:
        files["sitemap.xml"] = _sitemap(parts[0])
    elif parts:
        names = [f"sitemap-{number}.xml" for number, _ in enumerate(parts, 1)]
        files = dict(zip(names, map(_sitemap, parts), strict=True))
        rows = "".join(f"<sitemap><loc>{escape(url + name)}</loc></sitemap>\n" for name in names)
        files["sitemap.xml"] = f"{_HEAD}<sitemapindex {_SPACE}>\n{rows}</sitemapindex>\n"
    for name, text in files.items():
        put(site / name, text.encode())
    for path in (*site.glob("sitemap-[0-9]*.xml"), site / "sitemap.xml", site / "sitemap.xml.gz"):
        if path.name not in files:
            path.unlink(missing_ok=True)


def _sitemap(entries: Sequence[str]) -> str:
    return f"{_HEAD}<urlset {_SPACE}>\n{''.join(entries)}</urlset>\n"


def _entries(graph: Graph, url: str, site: Path) -> Iterator[str]:
    dates = _dates(graph)
    hidden = {"404.html", "danh-sach/chua-doc-duoc.html", *_forwards(graph)}
    documents = {node.document.url for node in graph.nodes.values()}
    for page in sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html")):
        # What stands for an old id or for a file that cannot be read is no document.
        if page in hidden or (page.startswith("van-ban/") and page not in documents):
            continue
        date = dates.get(page)
        last = f"<lastmod>{date.isoformat()}</lastmod>" if date else ""
        yield f"<url><loc>{escape(url + quote(page))}</loc>{last}</url>\n"


def _forwards(graph: Graph) -> Iterator[str]:
    return (
        f"so/{number}.html"
        for number, ids in graph.numbers.items()
        if len(ids) == 1 and number not in graph.uncertain
    )


def _dates(graph: Graph) -> dict[str, datetime.date]:
    """Return the day of each document's page and number page: its own, or its newest backlink's."""
    days = {node.document.url: _day(graph, node) for node in graph.nodes.values()}
    for number, ids in graph.numbers.items():
        own = [days[graph.document(document_id).url] for document_id in ids]
        newest = _newest_citing(graph, graph.uncertain.get(number, ()))
        days[f"so/{number}.html"] = _latest([*own, newest])
    return {page: day for page, day in days.items() if day}


def _day(graph: Graph, node: Node) -> datetime.date | None:
    return _latest([node.document.issued, _newest_citing(graph, node.cited_by)])


def _newest_citing(graph: Graph, edges: Sequence[Edge]) -> datetime.date | None:
    # Edges are sorted by the citing letter's date, newest first.
    return graph.document(edges[0].citing).issued if edges else None


def _latest(days: Iterable[datetime.date | None]) -> datetime.date | None:
    return max((day for day in days if day), default=None)
