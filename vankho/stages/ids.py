"""ids: addresses that were published and are no more → what the registry should say of them.

Published URLs never die. The build only suggests; ``vankho ids --update`` writes, so that
a clean build from corpus and registry alone gives the same bytes.
"""

import json
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml
from pydantic import ValidationError

from vankho.errors import CannotGoOnError
from vankho.model.graph import Graph
from vankho.model.identity import law_slug
from vankho.registry.files import IdFile
from vankho.settings import parse_yaml

_LETTERS = 2
"""The fewest that a list of subject words is made for, in an archive of any size."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """An address that the published site has and the new one has not."""

    key: str
    """Where in ids.yml it belongs: ``aliases``, ``tombstones`` or ``subjects``."""
    id: str
    """Of a document; of a list of subject words the last part of its address."""
    now: str | None = None
    """The id that it should forward to; None where the document is gone, or for a list."""

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
        Suggestion(key="aliases" if now else "tombstones", id=document_id, now=now)
        for document_id in sorted(set(published) - settled)
        for now in [_now(document_id, graph)]
    ]


def published_lists(folder: Path) -> set[str]:
    """Return the names of the lists in a folder of a built site."""
    return {re.sub(r"-trang-\d+$", "", path.stem) for path in folder.glob("*.html")}


def suggest_subjects(
    published: Collection[str], known: IdFile, found: Callable[[Collection[str]], Mapping[str, int]]
) -> list[Suggestion]:
    """Return the lists of subject words that ids.yml should keep.

    ``found`` gives the lists that there are, with how many letters are on each, if those it is
    given are to stay. A list that lost its letters is not suggested: they may be withheld by now,
    and nothing may tell of that. What a growing archive pushes out has its letters still.
    """
    lost = set(published) - set(known.subjects)
    if lost:
        lost -= found(known.subjects).keys()
    if not lost:
        return []
    letters = found({*known.subjects, *lost})
    return [
        Suggestion(key="subjects", id=name)
        for name in sorted(lost)
        if letters.get(name, 0) >= _LETTERS
    ]


def _now(document_id: str, graph: Graph) -> str | None:
    year, _, reference = document_id.partition("/")
    # A law that was cited by name only, before its number was known.
    same = [
        other
        for other, node in graph.nodes.items()
        if other.startswith(f"{year}/")
        and law_slug(node.document.type, node.document.title) == reference
    ] or [other for other in graph.nodes if other.partition("/")[2] == reference]
    return same[0] if len(same) == 1 else None


def add_lines(text: str, suggestions: Sequence[Suggestion]) -> str:
    """Return ids.yml with the suggestions added; comments and earlier lines stay.

    Raises:
        CannotGoOnError: ids.yml is written in a way that lines cannot be added to.
    """
    longer = text
    for key, lines in by_key(suggestions):
        longer = _under(longer, key, lines)
    if not _holds(longer, suggestions):
        raise CannotGoOnError(
            "registry/ids.yml viết theo cách không thêm dòng được; hãy tự thêm:\n"
            + "\n".join(line for _, lines in by_key(suggestions) for line in lines)
        )
    return longer


def by_key(suggestions: Sequence[Suggestion]) -> Iterator[tuple[str, list[str]]]:
    """Yield each key of ids.yml that has suggestions, with their lines."""
    for key in ("aliases", "tombstones", "subjects"):
        lines = [item.line() for item in suggestions if item.key == key]
        if lines:
            yield key, lines


def _holds(text: str, suggestions: Sequence[Suggestion]) -> bool:
    try:
        ids = IdFile.model_validate(parse_yaml(text))
    except (yaml.YAMLError, ValidationError):
        return False
    return all(
        ids.aliases.get(item.id) == item.now
        if item.now
        else item.id in (ids.tombstones if item.key == "tombstones" else ids.subjects)
        for item in suggestions
    )


def _under(text: str, key: str, lines: Sequence[str]) -> str:
    block = "\n".join(lines)
    for empty in (f"{key}: {{}}", f"{key}: []"):
        if empty in text:
            return text.replace(empty, f"{key}:\n{block}")
    listed = re.search(
        rf"^{key}:[ \t]*(?:#.*)?\n(?:[ \t]*(?:#.*)?\n)*(?P<indent>[ \t]*)", text, re.M
    )
    if listed:
        # YAML wants all entries of a list under each other, as the archivist began it.
        entries = "".join(f"{listed['indent']}{line.strip()}\n" for line in lines)
        at = listed.start("indent")
        return text[:at] + entries + text[at:]
    return f"{text.rstrip()}\n{key}:\n{block}\n"
