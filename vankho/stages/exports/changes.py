"""Which documents are corrected, amended or repealed, as far as some letter says so."""

from collections.abc import Iterator
from dataclasses import dataclass

from vankho.grammar import relation
from vankho.model.document import Document
from vankho.model.graph import Graph, Node
from vankho.stages.exports.settings import ExportSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A fate of a document, with the letter that is evidence of it."""

    changed: Document
    relation: str
    """One of ``relation.CHANGES``."""
    by: Document
    """The document that corrects, amends or repeals."""
    told_by: Document
    """The letter that says so; often ``by`` itself."""


def changes(graph: Graph, settings: ExportSettings) -> Iterator[Change]:
    """Yield every change once, in order of the changed documents: what their banners say."""
    for node in graph.nodes.values():
        seen: set[tuple[str, str]] = set()
        for change in _of(graph, node, settings):
            key = change.relation, change.by.id
            if key not in seen:
                seen.add(key)
                yield change


def _of(graph: Graph, node: Node, settings: ExportSettings) -> Iterator[Change]:
    for edge in node.acted_on_by:
        if edge.relation in relation.CHANGES:
            yield Change(
                changed=node.document,
                relation=edge.relation,
                by=graph.document(edge.cited),
                told_by=graph.document(edge.citing),
            )
    for edge in node.cited_by:
        source = graph.document(edge.citing)
        if source.letter and settings.own_act(source.letter, edge.resolution):
            yield Change(
                changed=node.document, relation=edge.relation, by=source, told_by=source
            )  # fmt: skip
