"""What templates are given: plain values, every text already fit for Markdown."""

import posixpath
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from vankho.grammar import relation
from vankho.model.document import Document
from vankho.model.graph import Edge, Graph, Node
from vankho.model.letter import Letter
from vankho.model.resolution import Ambiguous, Resolution, SelfReference, Several, Unnamed
from vankho.stages.render import words
from vankho.stages.render.markdown import Link, escape
from vankho.stages.render.quotes import of_a_part, own_act, quote

_MENTIONS = 50
"""The most places that a list names for one document and one relation."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A document in a list."""

    name: str
    url: str
    issuer: str
    subject: str
    held: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a document is cited."""

    place: str
    place_url: str
    pinpoint: str
    pinpoint_url: str
    quote: str
    note: str
    """Where the mention and the document name two days."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A document of a citation list with its mentions of one relation."""

    entry: Entry
    mentions: tuple[Mention, ...]
    more: str = ""
    """How many mentions are not listed: a page that names one document a thousand times is read in its text."""


@dataclass(frozen=True, slots=True)
class Group:
    """A relation with its documents."""

    heading: str
    documents: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Banner:
    """A fate that some letter tells of: "Được đính chính tại …"."""

    text: str
    entry: Entry
    source: Entry | None
    """The letter that says so, where it is another one."""
    quote: str


def relative(target: str, page: str) -> str:
    """Return the URL of ``target`` as seen from ``page``, both from the site's root."""
    path, sign, anchor = target.partition("#")
    return (
        posixpath.relpath(path, posixpath.dirname(page) or ".") + sign + anchor if path else target
    )


def entry(document: Document, page: str, note: str = "", *, with_issuer: bool = True) -> Entry:
    """Describe a document for a list on ``page``."""
    title = document.title if document.reference or document.held else None
    return Entry(
        name=escape(words.name(document)),
        url=relative(document.url, page),
        issuer=escape(document.issuer or "") if with_issuer else "",
        subject=escape(words.sentence(title or "")),
        held=document.held,
        note=note,
    )


def citation_link(graph: Graph, resolution: Resolution, anchor: str | None, page: str) -> Link:
    """Return the link of a mention; its title says what is cited and whether it is held."""
    match resolution.outcome:
        case Unnamed():
            return Link("#vien-dan", "Chưa rõ ký hiệu, chưa tìm thấy văn bản", "vk-chua-ro")
        case Several(candidates=candidates):
            return Link("#vien-dan", f"Cả {len(candidates)} văn bản nêu trước đó", "vk-nhieu")
        case Ambiguous(candidates=candidates):
            numbers = {graph.document(item).number_slug for item in candidates}
            return Link(
                relative(f"so/{numbers.pop()}.html", page) if len(numbers) == 1 else "#vien-dan",
                f"Chưa rõ là văn bản nào trong {len(candidates)} văn bản",
                "vk-chua-ro",
            )
        case outcome:
            document = graph.document(outcome.id)
    state = "có trong kho" if document.held else "chưa có trong kho"
    if isinstance(resolution.outcome, SelfReference):
        state = "chính văn bản này"
    css = "vk-co" if document.held else "vk-chua-co"
    where = ""
    if anchor and resolution.citation.pinpoints:
        found = next((t for t in resolution.targets if t.anchor == anchor), None)
        where = f"{words.pinpoint(found.pinpoint)} " if found else ""
        attached = resolution.citation.attachment
        if where and attached is not None:  # its Điều 2 is not the decision's
            where += f"{attached.type} kèm theo "
    title = f"{where}{words.name(document)}"
    if document.issuer:
        title += f" của {document.issuer}"
    if not document.held and document.reference and document.title:
        title += f": {document.title}"
    url = document.url + (f"#{anchor}" if anchor else "")
    return Link(relative(url, page), f"{title} ({state})", css)


def cites_groups(graph: Graph, node: Node, page: str) -> list[Group]:
    """Group what a letter cites by relation, in order of first mention."""
    letter = node.document.letter
    assert letter is not None
    grouped: dict[str, dict[str, list[Resolution]]] = {}
    for resolution in node.cites:
        if resolution.status == "self":
            continue
        key = resolution.cited or f"?{_open_question(resolution)}"
        grouped.setdefault(resolution.citation.relation, {}).setdefault(key, []).append(resolution)
    return [
        Group(
            relation.LABELS[code][0],
            tuple(_cited(graph, letter, group, page, page) for group in documents.values()),
        )
        for code, documents in _in_order(grouped)
    ]


def _open_question(resolution: Resolution) -> str:
    """Return what tells one mention without a known document from another."""
    match resolution.outcome:
        case Ambiguous(candidates=candidates) | Several(candidates=candidates):
            return "|".join(candidates)
        case _:
            return resolution.citation.surface


def cited_by_groups(graph: Graph, edges: Sequence[Edge], page: str) -> list[Group]:
    """Group backlinks by relation; each letter once, with every place in it."""
    grouped: dict[str, dict[str, list[Edge]]] = {}
    for edge in edges:
        grouped.setdefault(edge.relation, {}).setdefault(edge.citing, []).append(edge)
    groups = []
    for code, documents in _in_order(grouped):
        cited = tuple(_citing(graph, citing, group, page) for citing, group in documents.items())
        groups.append(Group(relation.LABELS[code][1], cited))
    return groups


T = TypeVar("T")


def _in_order(grouped: dict[str, T]) -> Iterable[tuple[str, T]]:
    order = list(relation.LABELS)
    return sorted(grouped.items(), key=lambda item: order.index(item[0]))


def _cited(
    graph: Graph, letter: Letter, group: Sequence[Resolution], page: str, citing: str
) -> Cited:
    first = group[0]
    if isinstance(first.outcome, Ambiguous | Several | Unnamed):
        link = citation_link(graph, first, None, page)
        note = _candidates(graph, first.outcome, page)
        shown = Entry(escape(first.citation.surface), link.href, "", "", False, note)
    else:
        shown = entry(graph.document(first.outcome.id), page)
    listed = tuple(mention(graph, letter, item, page, citing) for item in group[:_MENTIONS])
    return Cited(shown, listed, _more(len(group) - len(listed)))


def _more(rest: int) -> str:
    return f"và {words.count(rest, 'chỗ khác')}" if rest > 0 else ""


def _candidates(graph: Graph, outcome: Ambiguous | Several | Unnamed, page: str) -> str:
    """Say which documents are meant, or may be where nothing tells it: a year, one of some."""
    if isinstance(outcome, Unnamed):
        return "chưa rõ ký hiệu, chưa tìm thấy văn bản"
    documents = [graph.document(item) for item in outcome.candidates]
    named = [f"[{escape(words.name(item))}]({relative(item.url, page)})" for item in documents]
    if isinstance(outcome, Several):
        return "gồm " + ", ".join(named)
    if len({document.number_slug for document in documents}) == 1:
        return "chưa rõ năm ban hành"
    return "có thể là " + ", ".join(named)


def _citing(graph: Graph, citing: str, group: Sequence[Edge], page: str) -> Cited:
    document = graph.document(citing)
    assert document.letter is not None
    return Cited(
        entry(document, page),
        tuple(
            mention(graph, document.letter, edge.resolution, page, document.url)
            for edge in group[:_MENTIONS]
        ),
        _more(len(group) - _MENTIONS),
    )


def mention(
    graph: Graph, letter: Letter, resolution: Resolution, page: str, citing: str
) -> Mention:
    """Describe one place where a document is cited."""
    citation = resolution.citation
    pinpoints = ", ".join(words.pinpoint(part.pinpoint) for part in citation.pinpoints)
    if citation.attachment and pinpoints:
        pinpoints += f" {citation.attachment.title}"
    anchor = resolution.anchor
    target = ""
    if anchor and resolution.cited:
        target = relative(f"{graph.document(resolution.cited).url}#{anchor}", page)
    index = bisect_right(letter.blocks, citation.span.start, key=lambda block: block.start) - 1
    path = tuple((str(step.level), step.number) for step in letter.blocks[index].path)
    return Mention(
        place=escape(words.place(citation.anchor, path)),
        place_url=relative(f"{citing}#{citation.anchor}", page)
        if citing != page
        else f"#{citation.anchor}",
        pinpoint=escape(pinpoints),
        pinpoint_url=target,
        quote=quote(letter, resolution),
        note=_other_day(graph, resolution),
    )


def _other_day(graph: Graph, resolution: Resolution) -> str:
    """Tell of a mention that gives its document another day than the document itself has."""
    written = resolution.citation.issued
    document = graph.document(resolution.cited) if resolution.cited else None
    if document is None or not written or not document.issued or written == document.issued:
        return ""
    who = "văn bản" if document.held else "chỗ khác"
    return f"ở đây ghi ngày {words.date(written)}, {who} ghi ngày {words.date(document.issued)}"


def banners(graph: Graph, node: Node, page: str) -> list[Banner]:
    """Return what letters say of a document's own fate; evidence only, nothing inferred.

    The document that acts is heard before others that tell of it.
    """
    told: dict[tuple[str, str], list[tuple[Edge, Document]]] = {}
    for edge, by in _changes(graph, node):
        told.setdefault((relation.LABELS[edge.relation][1], by.id), []).append((edge, by))
    return [_banner(graph, node, told[key], page) for key in sorted(told)]


def _banner(graph: Graph, node: Node, told: list[tuple[Edge, Document]], page: str) -> Banner:
    own = [edge for edge, by in told if edge.citing == by.id]
    edge, by = (own[0], told[0][1]) if own else told[0]
    source = graph.document(edge.citing)
    assert source.letter is not None
    elsewhere = source.id not in {by.id, node.document.id}
    return Banner(
        _fate(graph, edge.relation, own),
        entry(by, page),
        entry(source, page) if elsewhere else None,
        quote(source.letter, edge.resolution),
    )


_ENDS = ("thay_the", "bai_bo", "huy_bo")
"""Acts after which a document is no longer in force, unless only a part of it is named."""
_PARTS = 5
"""How many such parts are named."""


def _fate(graph: Graph, code: str, own: Sequence[Edge]) -> str:
    """Say what befell a document: "Bị bãi bỏ tại", "Bị bãi bỏ một phần (Phụ lục II) tại"."""
    text = relation.LABELS[code][1]
    if code not in _ENDS or not own:
        return text
    named: list[str] = []
    for edge in own:
        letter = graph.document(edge.citing).letter
        assert letter is not None
        if not (parts := _parts(edge)) and not of_a_part(letter, edge.resolution):
            return text
        named += parts
    named = list(dict.fromkeys(named))
    shown = [*named[:_PARTS], *filter(None, [_more(len(named) - _PARTS)])]
    which = f" ({escape(', '.join(shown))})" if shown else ""
    return f"{text.removesuffix(' tại')} một phần{which} tại"


def _parts(edge: Edge) -> list[str]:
    """Name the parts of a document that a mention of it means."""
    citation = edge.resolution.citation
    title = f" {citation.attachment.title}" if citation.attachment else ""
    return [words.pinpoint(part.pinpoint) + title for part in citation.pinpoints]


def changed_by(graph: Graph, node: Node) -> list[dict[str, str]]:
    """Return the same for machines: the relation's code, and the document that acts."""
    found = {(edge.relation, by.id): words.name(by) for edge, by in _changes(graph, node)}
    return [
        {"relation": code, "id": key, "name": name} for (code, key), name in sorted(found.items())
    ]


def _changes(graph: Graph, node: Node) -> Iterator[tuple[Edge, Document]]:
    """Yield each piece of evidence, with the document that corrects, amends or repeals."""
    for edge in node.acted_on_by:
        if edge.relation in relation.CHANGES:
            yield edge, graph.document(edge.cited)
    for edge in node.cited_by:
        source = graph.document(edge.citing)
        assert source.letter is not None
        if own_act(source.letter, edge.resolution):
            yield edge, source
