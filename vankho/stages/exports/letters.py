"""One JSON file for each document: its row, its citations, its backlinks."""

import json
from pathlib import Path

from vankho.model.graph import Edge, Graph
from vankho.stages.exports.files import put, sweep
from vankho.stages.exports.rows import Row, letters

FOLDER = "data/van-ban"
_VERSION = 1


def write_letters(graph: Graph, site: Path) -> None:
    """Write ``data/van-ban/<id>.json`` for every document, held or only cited.

    The file stands where the page stands, so that a program finds it from a page's address.
    ``document`` and ``citations`` are the rows of the ndjson files, unchanged; ``cited_by``
    holds the backlinks, newest letter first, as on the page.
    """
    kept: set[Path] = set()
    for document, citations in letters(site):
        node = graph.nodes[str(document["id"])]
        backlinks = [_backlink(graph, edge) for edge in node.cited_by]
        path = site / FOLDER / f"{node.document.id}.json"
        put(path, _json(document, citations, backlinks).encode())
        kept.add(path)
    sweep(site / FOLDER, kept)


def _json(document: Row, citations: list[Row], backlinks: list[Row]) -> str:
    """Write one object with a row a line: read by eye and by diff, and by any JSON parser."""
    return (
        f'{{"version":{_VERSION},\n"document":{_row(document)},\n'
        f'"citations":{_rows(citations)},\n"cited_by":{_rows(backlinks)}}}\n'
    )


def _rows(rows: list[Row]) -> str:
    lines = ",\n".join(map(_row, rows))
    return f"[\n{lines}\n]" if rows else "[]"


def _row(row: Row) -> str:
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))


def _backlink(graph: Graph, edge: Edge) -> Row:
    citing = graph.document(edge.citing)
    citation = edge.resolution.citation
    return {
        "citing": edge.citing,
        "url": f"{citing.url}#{citation.anchor}",
        "reference": citing.reference,
        "issued": citing.issued.isoformat() if citing.issued else None,
        "issuer": citing.issuer,
        "anchor": citation.anchor,
        "surface": citation.surface,
        "relation": edge.relation,
        "about": edge.resolution.about,
    }
