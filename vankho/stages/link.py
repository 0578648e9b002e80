"""link: what every citation means → the graph with its backlinks, built once and sorted."""

from collections import defaultdict
from collections.abc import Sequence

from vankho.model.document import Document
from vankho.model.graph import Edge, Graph, Node, oldest_first
from vankho.model.resolution import Ambiguous, Resolution, SelfReference, Several, Unnamed

__all__ = ["link"]


def link(documents: Sequence[Document], resolutions: dict[str, tuple[Resolution, ...]]) -> Graph:
    """Build the graph. ``resolutions`` are by the citing letter's id."""
    cited_by: dict[str, list[Edge]] = defaultdict(list)
    acted_on_by: dict[str, list[Edge]] = defaultdict(list)
    acts_on: dict[str, list[Edge]] = defaultdict(list)
    uncertain: dict[str, list[Edge]] = defaultdict(list)
    by_id = {document.id: document for document in documents}
    for citing in sorted(resolutions):
        for resolution in resolutions[citing]:
            match resolution.outcome:
                case Ambiguous(candidates=candidates):
                    for number in sorted({by_id[item].number_slug for item in candidates}):
                        uncertain[number].append(_edge(citing, "", resolution))
                case SelfReference() | Several() | Unnamed():
                    pass
                case outcome:
                    edge = _edge(citing, outcome.id, resolution)
                    cited_by[outcome.id].append(edge)
                    if resolution.about:
                        acted_on_by[resolution.about].append(edge)
                        acts_on[outcome.id].append(edge)

    def ordered(edges: list[Edge]) -> tuple[Edge, ...]:
        return tuple(sorted(edges, key=lambda edge: _newest_first(by_id[edge.citing], edge)))

    nodes = {
        document.id: Node(
            document=document,
            cites=resolutions.get(document.id, ()),
            cited_by=ordered(cited_by[document.id]),
            acted_on_by=ordered(acted_on_by[document.id]),
            acts_on=ordered(acts_on[document.id]),
        )
        for document in sorted(documents, key=lambda document: document.id)
    }
    return Graph(
        nodes=nodes,
        numbers=_numbers(documents),
        uncertain={number: ordered(edges) for number, edges in sorted(uncertain.items())},
    )


def _edge(citing: str, cited: str, resolution: Resolution) -> Edge:
    relation = resolution.citation.relation
    return Edge(citing=citing, cited=cited, relation=relation, resolution=resolution)


def _newest_first(citing: Document, edge: Edge) -> tuple[int, str, int]:
    day = citing.issued.toordinal() if citing.issued else 0
    return -day, citing.id, edge.resolution.citation.span.start


def _numbers(documents: Sequence[Document]) -> dict[str, tuple[str, ...]]:
    gathered: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        gathered[document.number_slug].append(document)
    return {
        number: tuple(document.id for document in sorted(group, key=oldest_first))
        for number, group in sorted(gathered.items())
    }
