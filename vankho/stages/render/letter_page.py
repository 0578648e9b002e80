"""The page of a held document."""

from urllib.parse import quote as percent

from vankho.model.document import Document
from vankho.model.graph import Graph, Node
from vankho.model.letter import Letter, Role
from vankho.model.page import Page
from vankho.model.resolution import Resolution
from vankho.stages.render import words
from vankho.stages.render.abbreviations import PAGE as ABBREVIATIONS
from vankho.stages.render.abbreviations import listed, meanings
from vankho.stages.render.backlinks import backlinks
from vankho.stages.render.entries import (
    Entry,
    banners,
    changed_by,
    citation_link,
    cites_groups,
    entry,
    relative,
)
from vankho.stages.render.front_matter import front_matter
from vankho.stages.render.letter_text import MARKDOWN, is_plain, letter_text
from vankho.stages.render.link_spans import link_spans
from vankho.stages.render.markdown import Link, attribute, escape
from vankho.stages.render.picture import picture
from vankho.stages.render.points import contents
from vankho.stages.render.properties import MOST_NAMES, facts, properties
from vankho.stages.render.renderer import Renderer
from vankho.stages.render.sheet import permanent_url, qr_code


def letter_page(render: Renderer, node: Node, letter: Letter) -> Page:
    """Write the page of a letter: what it is, its text, what it cites and who cites it."""
    document = node.document
    page = document.url

    def href(resolution: Resolution, anchor: str | None) -> Link:
        return citation_link(render.graph, resolution, anchor, page)

    fixes = render.replacements.get(letter.path, ())
    links = link_spans(node.cites, href)
    told = meanings(letter, render.abbreviations, links)
    address = permanent_url(document, render.archive)
    return Page(
        page.removesuffix(".html") + ".md",
        render.fill(
            "letter.md.j2",
            front_matter=_front_matter(render.graph, node, letter),
            title=escape(words.name(document)),
            subject=escape(words.sentence(letter.metadata.subject or "")),
            facts=facts(render, document, letter),
            banners=banners(render.graph, node, page),
            properties=list(properties(render, document, letter)),
            replacements=[
                {"old": escape(fix.old), "new": escape(fix.new), "note": escape(fix.note)}
                for fix in fixes
            ],
            contents=[
                {"indent": "    " * line.depth, "text": escape(line.text), "anchor": line.anchor}
                for line in contents(letter)
            ],
            body=letter_text(letter, links, told),
            rows=listed(told),
            all_abbreviations=relative(f"{ABBREVIATIONS}.html", page),
            read_as="" if is_plain(letter) else MARKDOWN,
            # A công văn has its subject under its number, other documents under their type.
            typed=any(block.role is Role.TYPE for block in letter.blocks),
            picture=picture(render.graph, node),
            cites=cites_groups(render.graph, node, page),
            related=_related(render, node),
            previous=_beside(render, render.neighbours.previous.get(document.id), page),
            following=_beside(render, render.neighbours.following.get(document.id), page),
            citation=attribute(words.official(document)),
            report=report_link(render, document),
            address=address,
            qr=qr_code(address) if address else "",
            archive=escape(render.archive.title),
            **backlinks(render, node),
        ),
    )


def report_link(render: Renderer, document: Document) -> str:
    """Return the mail address that takes mistakes, with the page filled in."""
    if not render.archive.mail:
        return ""
    where = permanent_url(document, render.archive) or document.url
    subject = percent(f"Báo lỗi: {words.name(document)}")
    body = percent(f"Trang: {where}\nChỗ sai: \nNội dung đúng: \n")
    return f"mailto:{render.archive.mail}?subject={subject}&body={body}"


def _beside(render: Renderer, document_id: str | None, page: str) -> Entry | None:
    return entry(render.graph.document(document_id), page) if document_id else None


def _related(render: Renderer, node: Node) -> list[dict[str, object]]:
    page = node.document.url
    return [
        {
            "entry": entry(render.graph.document(related.id), page),
            "shared": [entry(render.graph.document(shared), page) for shared in related.shared[:3]],
            "more": max(0, len(related.shared) - 3),
        }
        for related in render.neighbours.related(node)
    ]


def identity_fields(document: Document) -> dict[str, object]:
    """Return what front matter says of any document."""
    return {
        "type": document.type,
        "number": document.number,
        "number_year": document.number_year,
        "symbol": document.symbol,
        "reference": document.reference,
        "issued": document.issued.isoformat() if document.issued else None,
        "issuer": document.issuer,
        "subject": document.title,
    }


def _cited_documents(graph: Graph, node: Node) -> list[dict[str, str]]:
    """Name each document that a letter cites once, in order of its text, for machines."""
    ids = dict.fromkeys(item.cited for item in node.cites if item.status != "self")
    return [{"id": key, "name": words.name(graph.document(key))} for key in ids if key]


def _front_matter(graph: Graph, node: Node, letter: Letter) -> str:
    document = node.document
    metadata = letter.metadata
    signer = metadata.signer
    return front_matter(
        title=words.name(document),
        description=metadata.subject,
        id=document.id,
        held=True,
        **identity_fields(document),
        place=metadata.place,
        parent_body=metadata.parent_body,
        addressees=list(metadata.addressees[:MOST_NAMES]),
        recipients=list(metadata.recipients[:MOST_NAMES]),
        drafting_unit=metadata.drafting_unit,
        signer={
            "capacity": list(signer.capacity),
            "position": signer.position,
            "name": signer.name,
        }
        if signer
        else None,
        urgency=metadata.urgency,
        stated=list(metadata.stated),
        cites=_cited_documents(graph, node),
        changed_by=changed_by(graph, node),
        source={"path": letter.path, "sha256": letter.sha256},
    )
