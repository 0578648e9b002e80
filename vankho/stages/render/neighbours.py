"""Letters that stand beside a letter: before and after it, and about the same matter."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from vankho.model.document import Document
from vankho.model.graph import Graph, Node

_COMMON = 40
"""A document that more letters than this cite says little about what two of them share."""
_MOST = 5


@dataclass(frozen=True, slots=True)
class Related:
    """A letter that cites the same documents."""

    id: str
    shared: tuple[str, ...]
    """Ids of the documents that both cite, the rarest first."""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Who stands beside whom, computed once; linear in the number of citations."""

    previous: dict[str, str]
    """Id → id of the letter that the same agency issued before it."""
    following: dict[str, str]
    _citing: dict[str, tuple[str, ...]]
    """Cited id → ids of the letters that cite it, where they are few enough to tell."""

    @classmethod
    def of(cls, graph: Graph, held: Sequence[Document]) -> "Neighbours":
        """Look at every letter; ``held`` is sorted from the oldest on."""
        by_issuer: dict[str, list[str]] = defaultdict(list)
        for document in held:
            if document.issuer:
                by_issuer[document.issuer].append(document.id)
        previous: dict[str, str] = {}
        following: dict[str, str] = {}
        for ids in by_issuer.values():
            for earlier, later in pairwise(ids):
                previous[later] = earlier
                following[earlier] = later
        citing: dict[str, tuple[str, ...]] = {}
        for node in graph.nodes.values():
            letters = tuple(dict.fromkeys(edge.citing for edge in node.cited_by))
            if 1 < len(letters) <= _COMMON:
                citing[node.document.id] = letters
        return cls(previous, following, citing)

    def related(self, node: Node) -> list[Related]:
        """Return the letters that share the most telling citations with ``node``."""
        shared: dict[str, list[str]] = defaultdict(list)
        weight: dict[str, float] = defaultdict(float)
        own = node.document.id
        for cited in dict.fromkeys(resolution.cited for resolution in node.cites):
            if cited is None or cited == own:
                continue
            letters = self._citing.get(cited, ())
            for letter in letters:
                if letter not in (own, cited):
                    shared[letter].append(cited)
                    weight[letter] += 1 / len(letters)
        best = sorted(shared, key=lambda letter: (-round(weight[letter], 9), letter))[:_MOST]
        return [
            Related(letter, tuple(sorted(shared[letter], key=lambda cited: (len(self._citing[cited]), cited))))
            for letter in best
        ]  # fmt: skip
