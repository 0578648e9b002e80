"""ids: ids that were published and are no more → what the registry should say of them.

Published URLs never die. The build only suggests; ``vankho ids --update`` writes, so that
a clean build from corpus and registry alone gives the same bytes.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from vankho.model.graph import Graph
from vankho.registry.files import IdFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """An id that the published site has and the new one has not."""

    id: str
    now: str | None
    """The id that it should forward to; None where the document is gone."""

    def line(self) -> str:
        """Return the line for ids.yml."""
        return f"  {self.id}: {self.now}" if self.now else f"  - {self.id}"


def published_ids(site: Path) -> list[str]:
    """Return the ids of the documents in the public data of a built site."""
    found = []
    for path in sorted((site / "data" / "documents").glob("*.ndjson")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if isinstance(row, dict) and isinstance(row.get("id"), str):
                found.append(row["id"])
    return found


def suggest(published: Sequence[str], graph: Graph, known: IdFile) -> list[Suggestion]:
    """Return what ids.yml lacks.

    A lost id forwards where exactly one document bears its number and symbol now: a stub
    that gained its year, a letter whose date was put right.
    """
    settled = {*graph.nodes, *known.aliases, *known.tombstones}
    return [
        Suggestion(id=document_id, now=_now(document_id, graph))
        for document_id in sorted(set(published) - settled)
    ]


def _now(document_id: str, graph: Graph) -> str | None:
    reference = document_id.partition("/")[2]
    same = [other for other in graph.nodes if other.partition("/")[2] == reference]
    return same[0] if len(same) == 1 else None


def add_lines(text: str, suggestions: Sequence[Suggestion]) -> str:
    """Return ids.yml with the suggestions added; comments and earlier lines stay."""
    aliases = [item.line() for item in suggestions if item.now]
    tombstones = [item.line() for item in suggestions if not item.now]
    text = _under(text, "aliases", aliases)
    return _under(text, "tombstones", tombstones)


def _under(text: str, key: str, lines: Sequence[str]) -> str:
    if not lines:
        return text
    block = "\n".join(lines)
    for empty in (f"{key}: {{}}", f"{key}: []"):
        if empty in text:
            return text.replace(empty, f"{key}:\n{block}")
    head = f"{key}:\n"
    if head in text:
        return text.replace(head, f"{head}{block}\n", 1)
    return f"{text.rstrip()}\n{key}:\n{block}\n"
