"""CSV for spreadsheets: documents, citations, and what the archive lacks.

UTF-8 with a byte-order mark, without which Excel reads Vietnamese as Windows-1252; CRLF
and quotes as RFC 4180 says.
"""

import csv
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from vankho.model.graph import Graph, Node
from vankho.stages.exports.characters import legal
from vankho.stages.exports.columns import CITATIONS, DOCUMENTS, Column, flat
from vankho.stages.exports.rows import Row, citations, documents

_MISSING = (
    "Lượt viện dẫn",
    "Số văn bản viện dẫn",
    "Viện dẫn gần nhất",
    "Loại văn bản",
    "Số, ký hiệu",
    "Ngày ban hành",
    "Năm",
    "Cơ quan ban hành",
    "Tên, trích yếu",
    "Mã văn bản",
    "Trang",
)


def write_tables(graph: Graph, url: str, site: Path) -> None:
    """Write ``documents.csv``, ``citations.csv`` and ``chua-co.csv`` below ``site/data``.

    The first two have the contract's field names as head and its rows in its order. The
    last is for the archivist who asks other agencies for what is cited and not held: most
    cited first, Vietnamese heads, addresses whole where ``url`` is known.
    """
    data = site / "data"
    _write(data / "documents.csv", _names(DOCUMENTS), _flat(documents(site), DOCUMENTS))
    _write(data / "citations.csv", _names(CITATIONS), _flat(citations(site), CITATIONS))
    _write(data / "chua-co.csv", _MISSING, (_missing(graph, node, url) for node in graph.stubs()))


def _names(columns: Iterable[Column]) -> list[str]:
    return [column.name for column in columns]


def _flat(rows: Iterable[Row], columns: tuple[Column, ...]) -> Iterator[list[object]]:
    return (flat(row, columns) for row in rows)


def _write(path: Path, head: Iterable[str], rows: Iterable[Iterable[object]]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(head)
        writer.writerows([cell(value) for value in row] for row in rows)


def _missing(graph: Graph, node: Node, url: str) -> list[object]:
    document = node.document
    # Backlinks are sorted by date, newest first.
    newest = graph.document(node.cited_by[0].citing).issued if node.cited_by else None
    return [
        len(node.cited_by),
        len({edge.citing for edge in node.cited_by}),
        newest.isoformat() if newest else None,
        document.type,
        document.reference,
        document.issued.isoformat() if document.issued else None,
        document.year,
        document.issuer,
        document.title,
        document.id,
        url + document.url,
    ]


def cell(value: object) -> str | int:
    """Return a value as a spreadsheet may safely show it: no text of it runs as a formula.

    Nothing is empty, true is 1; of a list, texts are parted by " | ", objects are JSON.
    """
    match value:
        case None:
            return ""
        case int():
            return int(value)
        case str():
            return guarded(value if value.isprintable() else legal(value))
        case list() if all(isinstance(item, str) for item in value):
            return guarded(legal(" | ".join(value)))
        case _:
            return guarded(json.dumps(value, ensure_ascii=False)) if value else ""


# OWASP, "CSV injection": = + - @ (and their full-width forms) begin a formula at the start
# of a cell. So they do after a semicolon or tab, where a spreadsheet set to part fields by
# those opens the file. Blanks between are no tabs, so that a long run of tabs stays linear.
_FORMULA = re.compile(r"((?:^|[;\t])(?:[^\S\t]|\")*)(?='*[=+\-@＝＋－＠])")


def guarded(text: str) -> str:
    """Put an apostrophe before what would be a formula; every other text stays as it is.

    >>> guarded("=1+1"), guarded("- Như trên"), guarded("972/UBND-KSTTHC")
    ("'=1+1", "'- Như trên", '972/UBND-KSTTHC')
    """
    if text[:1].isalnum() and ";" not in text and "\t" not in text:
        return text  # nearly every cell; the pattern would take most of the time of a table
    return _FORMULA.sub(r"\1'", text)
