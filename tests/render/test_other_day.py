"""A mention that dates its document otherwise is told on both pages."""

from tests.test_build import letter
from vankho.model.graph import Graph
from vankho.registry.registry import Registry
from vankho.stages.extract import extract
from vankho.stages.link import link
from vankho.stages.parse import parse
from vankho.stages.read import read_bytes
from vankho.stages.render.entries import cited_by_groups, cites_groups
from vankho.stages.resolve import resolve


def _notes(graph: Graph) -> list[str]:
    citing, cited = graph.nodes["2022/06-ubnd-th"], graph.nodes["2022/05-ubnd-th"]
    groups = [
        *cites_groups(graph, citing, citing.document.url),
        *cited_by_groups(graph, cited.cited_by, cited.document.url),
    ]
    return [m.note for group in groups for item in group.documents for m in item.mentions]


def _graph(known: Registry, day: str) -> Graph:
    texts = letter(5), letter(6, f"1. Theo Công văn số 05/UBND-TH ngày {day}./.")
    letters = [parse(read_bytes(text.encode(), f"{n}.txt"), known) for n, text in enumerate(texts)]
    archive = resolve(letters, [extract(item, known) for item in letters], known)
    return link(archive.documents, archive.resolutions)


def test_another_day_is_told_on_both_pages(known: Registry) -> None:
    notes = _notes(_graph(known, "04/4/2022"))
    assert len(notes) == 2
    assert all("04/4/2022" in note and "05/4/2022" in note for note in notes)


def test_the_same_day_is_not(known: Registry) -> None:
    assert _notes(_graph(known, "05/4/2022")) == ["", ""]
