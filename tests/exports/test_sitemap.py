from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.exports.archives import URL, Exported, export
from vankho.model.graph import Graph
from vankho.stages.exports.robots import write_robots
from vankho.stages.exports.sitemap import write_sitemap

MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def pages(path: Path) -> dict[str, str | None]:
    root = ET.fromstring(path.read_bytes())
    assert root.tag == f"{MAP}urlset"
    return {
        (url.findtext(f"{MAP}loc") or "").removeprefix(URL): url.findtext(f"{MAP}lastmod")
        for url in root
    }


def test_pages_are_dated_by_what_they_show(exported: Exported) -> None:
    found = pages(exported.site / "sitemap.xml")
    assert found["index.html"] is None
    # Its own day, 02/02/2021; cited by a letter of a later one.
    node = exported.graph.nodes["2021/457-ubnd-tthc"]
    days = [exported.graph.document(edge.citing).issued for edge in node.cited_by]
    assert found["van-ban/2021/457-ubnd-tthc.html"] == max(filter(None, days)).isoformat()
    for node in exported.graph.nodes.values():
        days = [
            node.document.issued,
            *(exported.graph.document(e.citing).issued for e in node.cited_by),
        ]
        want = max((day.isoformat() for day in days if day), default=None)
        assert found[node.document.url] == want


def test_no_page_that_forwards_and_no_404(exported: Exported) -> None:
    found = pages(exported.site / "sitemap.xml")
    assert "404.html" not in found
    assert "so/5127-ubnd-kstthc.html" not in found
    assert "so/457-ubnd-tthc.html" in found


def test_names_of_pages_are_written_as_addresses(exported: Exported) -> None:
    assert "h%C6%B0%E1%BB%9Bng%20d%E1%BA%ABn%20%26%20a.html" in pages(exported.site / "sitemap.xml")


def test_an_index_above_the_limit(graph: Graph, tmp_path: Path) -> None:
    export(graph, tmp_path)
    whole = pages(tmp_path / "sitemap.xml")
    write_sitemap(graph, URL, tmp_path, most=7)
    root = ET.fromstring((tmp_path / "sitemap.xml").read_bytes())
    assert root.tag == f"{MAP}sitemapindex"
    names = [item.findtext(f"{MAP}loc").removeprefix(URL) for item in root]
    parts = [pages(tmp_path / name) for name in names]
    assert {page: day for part in parts for page, day in part.items()} == whole
    assert max(map(len, parts)) == 7
    write_sitemap(graph, URL, tmp_path)
    assert [path.name for path in tmp_path.glob("sitemap*")] == ["sitemap.xml"]


def test_without_address_what_mkdocs_wrote_goes(graph: Graph, tmp_path: Path) -> None:
    for name in ("sitemap.xml", "sitemap.xml.gz"):
        (tmp_path / name).write_bytes(b"")
    write_sitemap(graph, "", tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("url", [URL, ""])
def test_robots(url: str, tmp_path: Path) -> None:
    write_robots(url, tmp_path)
    text = (tmp_path / "robots.txt").read_text(encoding="utf-8")
    assert text.startswith("# Vankho\nUser-agent: *\nAllow: /\n")
    assert (f"Sitemap: {URL}sitemap.xml" in text) == bool(url)


def test_the_archives_own_robots_stays(tmp_path: Path) -> None:
    (tmp_path / "robots.txt").write_text("User-agent: *\nDisallow: /\n", encoding="utf-8")
    write_robots(URL, tmp_path)
    assert "Disallow: /" in (tmp_path / "robots.txt").read_text(encoding="utf-8")
