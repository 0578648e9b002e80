"""data: Graph → ndjson files below ``site/data``, checked against their schemas."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

import fastjsonschema

from vankho.errors import GateError
from vankho.model.graph import Graph
from vankho.stages.data.rows import Row, citation_row, document_row, mention_row

__all__ = ["SCHEMAS", "mention_row", "write_data"]

SCHEMAS = ("documents", "citations")
_UNKNOWN_YEAR = "khong-ro-nam"


@dataclass(frozen=True, slots=True)
class _File:
    """One data file: its path below ``data`` and its rows, sorted."""

    path: str
    rows: list[Row]


def schema_text(name: str) -> str:
    """Return the JSON Schema of a row."""
    return resources.files("vankho").joinpath(f"schema/{name}.json").read_text(encoding="utf-8")


def write_data(graph: Graph, originals: dict[str, Row], folder: Path) -> list[str]:
    """Write every data file below ``folder``; return the paths that changed.

    ``originals`` holds, by document id, the published scan. Files of years that have no
    rows any more are removed.

    Raises:
        GateError: a row does not follow its schema.
    """
    changed: list[str] = []
    index: list[Row] = []
    kept: set[Path] = set()
    for name in SCHEMAS:
        check = fastjsonschema.compile(json.loads(schema_text(name)))
        for file in _files(name, graph, originals):
            data = _ndjson(file.rows)
            path = folder / file.path
            kept.add(path)
            if not path.is_file() or path.read_bytes() != data:
                _check(check, file)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
                changed.append(file.path)
            digest = hashlib.sha256(data).hexdigest()
            index.append({"path": file.path, "rows": len(file.rows), "sha256": digest})
        schema = folder / "schema" / f"{name}.json"
        schema.parent.mkdir(parents=True, exist_ok=True)
        schema.write_text(schema_text(name), encoding="utf-8", newline="\n")
        for path in (folder / name).glob("*.ndjson"):
            if path not in kept:
                path.unlink()
    listing: Row = {"version": 1, "files": index}
    (folder / "index.json").write_text(
        json.dumps(listing, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n"
    )
    return changed


def _files(name: str, graph: Graph, originals: dict[str, Row]) -> Iterator[_File]:
    years: dict[str, list[Row]] = defaultdict(list)
    for node in graph.nodes.values():
        year = str(node.document.year) if node.document.year else _UNKNOWN_YEAR
        if name == "documents":
            years[year].append(document_row(node, originals.get(node.document.id)))
        else:
            years[year] += [citation_row(node.document, item) for item in node.cites]
    for year, rows in sorted(years.items()):
        if rows:
            yield _File(f"{name}/{year}.ndjson", rows)


def _ndjson(rows: Iterable[Row]) -> bytes:
    lines = (json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows)
    # U+2028 and U+2029 are line ends to some readers of a line-based format.
    text = "".join(f"{line}\n" for line in lines)
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").encode()


def _check(check: Callable[[object], object], file: _File) -> None:
    for row in file.rows:
        try:
            check(row)
        except fastjsonschema.JsonSchemaValueException as error:
            raise GateError(
                f"{file.path}: {row.get('id') or row.get('citing')}: {error.message}"
            ) from error
