"""Small script files by which the "not found" page finds documents of a number, and years.

Shared out by the last two digits of the number, so that each stays small and a new letter
changes one of them.
"""

import json
from collections import defaultdict
from collections.abc import Iterator

from vankho.model.page import Page
from vankho.stages.render import words
from vankho.stages.render.previews import FOLDER
from vankho.stages.render.renderer import Renderer


def number_index_pages(render: Renderer) -> Iterator[Page]:
    """Yield a file for each ending of a number, and one with the years that have lists."""
    shards: dict[str, list[tuple[str, str, int]]] = defaultdict(list)
    for node in render.graph.nodes.values():
        document = node.document
        digits = "".join(char for char in document.number or "" if char.isdecimal())
        if digits:
            shards[f"{int(digits) % 100:02}"].append(
                (document.id, words.name(document), int(document.held))
            )
    for ending, rows in sorted(shards.items()):
        yield Page(f"{FOLDER}/so/{ending}.js", f"vankhoNumbers({_json(rows)});\n")
    years = [year.year for year in render.years.years if year.year]
    yield Page(f"{FOLDER}/nam.js", f"vankhoYears({_json(years)});\n")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
