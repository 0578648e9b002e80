"""Small script files that previews of cited letters are made of, one for each letter.

A script, because a page opened from a file share may load scripts and nothing else.
"""

import json
from collections.abc import Iterator

from vankho.model.document import Document
from vankho.model.graph import Node
from vankho.model.page import Page
from vankho.stages.render import words
from vankho.stages.render.points import cut, point_texts
from vankho.stages.render.renderer import Renderer

FOLDER = "xem-truoc"
_POINT = 420
_SUBJECT = 300


def preview_pages(render: Renderer) -> Iterator[Page]:
    """Yield a file for each held letter that some link leads to."""
    for node in render.graph.nodes.values():
        if node.document.letter is not None and (node.cited_by or _of_itself(node)):
            yield Page(f"{FOLDER}/{node.document.id}.js", _script(node.document, _cited(node)))


def _of_itself(node: Node) -> bool:
    return any(resolution.status == "self" for resolution in node.cites)


def _cited(node: Node) -> set[str]:
    """Return the anchors that citations lead to."""
    own = [resolution for resolution in node.cites if resolution.status == "self"]
    everything = [*(edge.resolution for edge in node.cited_by), *own]
    return {
        target.anchor for resolution in everything for target in resolution.targets if target.anchor
    }


def _script(document: Document, anchors: set[str]) -> str:
    letter = document.letter
    assert letter is not None
    value = {
        "name": words.name(document),
        "issuer": document.issuer or "",
        "subject": cut(words.sentence(document.title or ""), _SUBJECT),
        "points": dict(sorted(point_texts(letter, anchors, _POINT).items())),
    }
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    # Line ends to a JavaScript reader of old.
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"vankhoPreview({json.dumps(document.id)},{text});\n"
