"""The graph of the archive: documents, and who cites whom."""

from dataclasses import dataclass

from vankho.model.document import Document
from vankho.model.resolution import Resolution


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """One citation as seen from either side."""

    citing: str
    """Id of the citing letter."""
    cited: str
    """Id of the document meant."""
    relation: str
    resolution: Resolution


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A document with its edges, each in a settled order."""

    document: Document
    cites: tuple[Resolution, ...] = ()
    """Its own citations, in order of its text."""
    cited_by: tuple[Edge, ...] = ()
    """Backlinks: by date of the citing letter, newest first, then by place."""
    acted_on_by: tuple[Edge, ...] = ()
    """Where some letter says that ``edge.resolution``'s document corrects, amends or repeals it."""
    acts_on: tuple[Edge, ...] = ()
    """The other side of ``acted_on_by``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    """All documents, sorted by id, and the pages that gather them."""

    nodes: dict[str, Node]
    """By id, in order of the ids."""
    numbers: dict[str, tuple[str, ...]]
    """Reference without a year, as in URLs → ids, oldest first."""
    uncertain: dict[str, tuple[Edge, ...]]
    """Reference without a year → mentions of which nothing tells the year."""

    def document(self, document_id: str) -> Document:
        """Return a document by its id."""
        return self.nodes[document_id].document

    def held(self) -> list[Document]:
        """Return the held documents, oldest first, undated ones before all."""
        return sorted(
            (node.document for node in self.nodes.values() if node.document.held), key=oldest_first
        )

    def stubs(self) -> list[Node]:
        """Return what is cited and not held, most cited first."""
        stubs = [node for node in self.nodes.values() if not node.document.held]
        return sorted(stubs, key=lambda node: (-len(node.cited_by), node.document.id))


def oldest_first(document: Document) -> tuple[str, str]:
    """Order documents by date, then id."""
    return (
        document.issued.isoformat() if document.issued else f"{document.year or 0:04}",
        document.id,
    )
