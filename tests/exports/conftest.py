import pytest

from tests.exports.archives import CORPUS, Exported, corpus, export, graph_of
from vankho.model.graph import Graph
from vankho.registry.registry import Registry


@pytest.fixture(scope="session")
def graph(tmp_path_factory: pytest.TempPathFactory, known: Registry) -> Graph:
    """The test archive with a hostile letter in it."""
    return graph_of(corpus(tmp_path_factory.mktemp("exports") / "letters", CORPUS), known)


@pytest.fixture(scope="session")
def exported(graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> Exported:
    return export(graph, tmp_path_factory.mktemp("exports") / "site", more=["hướng dẫn & a.html"])
