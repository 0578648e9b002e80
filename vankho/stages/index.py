"""index: Graph → the static search index, which the pages' own script reads."""

from collections.abc import Iterator
from pathlib import Path

from vankho.model.document import Document
from vankho.model.graph import Graph, Node
from vankho.model.letter import Letter, Role
from vankho.registry.agencies import Agencies
from vankho.registry.names import Names
from vankho.search.build import build_index
from vankho.search.document import Cited, SearchAgency, SearchDocument
from vankho.text.reader import Reader

_SEARCHED = {Role.PARAGRAPH, Role.HEADING, Role.TABLE}


def write_index(graph: Graph, agencies: Agencies, folder: Path, before: Path) -> None:
    """Write the index of every document, held or only cited, below ``folder``.

    What nothing has changed is taken over from ``before``, the index that is published now, if
    there is one.
    """
    names = Names.of(graph.held(), agencies)
    build_index(documents(graph, names), search_agencies(graph, names), folder, before=before)


def documents(graph: Graph, names: Names) -> Iterator[SearchDocument]:
    """What the search is to find: every document that has a page."""
    for node in graph.nodes.values():
        document = node.document
        if document.letter is None and not node.cited_by:
            continue  # only a nickname's document, which no page leads to
        yield _document(document, node, graph, names)


def _document(document: Document, node: Node, graph: Graph, names: Names) -> SearchDocument:
    letter = document.letter
    text, anchors = _text(letter) if letter else ("", ())
    cited = sorted({item.cited for item in node.cites if item.cited and item.status != "self"})
    documents = [graph.document(cited_id) for cited_id in cited]
    return SearchDocument(
        id=document.id,
        url=document.url,
        held=document.held,
        type=document.type,
        reference=document.reference,
        number=document.number,
        symbol=document.symbol,
        issued=document.issued.isoformat() if document.issued else None,
        year=document.year,
        issuer=names.issuer(document),
        addressees=names.addressees(document),
        signer=names.signer(document),
        subject=document.title,
        text=text,
        anchors=anchors,
        cites=tuple(Cited(one.reference, one.year) for one in documents if one.reference),
    )


def _text(letter: Letter) -> tuple[str, tuple[tuple[int, str], ...]]:
    """Return the running text, and where in it each point begins."""
    pieces: list[str] = []
    anchors: list[tuple[int, str]] = []
    at = 0
    reader = Reader(letter.text)
    for block in letter.blocks:
        if block.role not in _SEARCHED:
            continue
        words = reader.view(block.spans).text.strip()
        if block.anchor:
            anchors.append((at, block.anchor))
        pieces.append(words)
        at += len(words) + 1
    return "\n".join(pieces), tuple(anchors)


def search_agencies(graph: Graph, names: Names) -> list[SearchAgency]:
    """Return the registry's agencies, and those that documents name beside them."""
    known = [
        SearchAgency(
            name=entry.name,
            abbreviations=tuple(
                symbol for symbol in (entry.abbreviation, *entry.symbols) if symbol
            ),
            aliases=entry.aliases,
        )
        for entry in names.agencies.entries
    ]
    listed = {entry.name for entry in known}
    others = {names.issuer(node.document) for node in graph.nodes.values()} - listed
    more = [
        SearchAgency(name=name, abbreviations=(), aliases=())
        for name in sorted(filter(None, others))
    ]
    return known + more
