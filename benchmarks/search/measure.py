"""Figures out of answers: success and reciprocal ranks, times, bytes, requests."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import mean, median

from benchmarks.search.corpus import Query
from benchmarks.search.engines import Asked, Tab


@dataclass(frozen=True)
class Relevance:
    """Success at 1 and at 5, mean reciprocal rank of the first hit in ten."""

    first: float
    five: float
    rank: float

    def __str__(self) -> str:
        return f"{self.first:.2f} / {self.five:.2f} / {self.rank:.2f}"


def rank_of(query: Query, asked: Asked) -> int | None:
    """Place of the first hit; 1 where nothing is to be found and nothing is."""
    if not query.expected:
        return None if asked.ids else 1
    for place, id_ in enumerate(asked.ids, start=1):
        if id_ in query.expected:
            return place
    return None


def relevance(ranks: Sequence[int | None]) -> Relevance:
    """Figures of a class."""
    return Relevance(
        mean(rank == 1 for rank in ranks),
        mean(rank is not None and rank <= 5 for rank in ranks),
        mean(1 / rank if rank else 0.0 for rank in ranks),
    )


def by_kind(tab: Tab, queries: Iterable[Query]) -> dict[str, list[int | None]]:
    """Ranks, by class of query."""
    found: dict[str, list[int | None]] = defaultdict(list)
    for query in queries:
        found[query.kind].append(rank_of(query, tab.ask(query.text)))
    return found


@dataclass(frozen=True)
class Cost:
    """What a set of queries costs: the middle one and the worst."""

    cold: tuple[float, float]
    warm: tuple[float, float]
    requests: tuple[float, float]
    bytes: tuple[float, float]

    def cells(self) -> list[str]:
        return [
            f"{self.cold[0] * 1000:.0f} / {self.cold[1] * 1000:.0f} ms",
            f"{self.warm[0] * 1000:.0f} / {self.warm[1] * 1000:.0f} ms",
            f"{self.requests[0]:.0f} / {self.requests[1]:.0f}",
            f"{self.bytes[0] / 1000:,.0f} / {self.bytes[1] / 1000:,.0f} kB",
        ]


def cost(pairs: Sequence[tuple[Asked, float]]) -> Cost:
    """Of (cold answer, warm seconds)."""

    def both(values: Iterable[float]) -> tuple[float, float]:
        listed = list(values)
        return median(listed), max(listed)

    return Cost(
        both(asked.seconds for asked, _ in pairs),
        both(warm for _, warm in pairs),
        both(asked.requests for asked, _ in pairs),
        both(asked.bytes for asked, _ in pairs),
    )
