"""The rows of the public data: one JSON object for each document and each citation."""

from vankho.model.citation import Dashes, Numbers, Pinpoint, Range
from vankho.model.document import Document
from vankho.model.graph import Node
from vankho.model.identity import printed_reference
from vankho.model.letter import Letter
from vankho.model.resolution import Ambiguous, Resolution, Several
from vankho.text.fold import slug

Row = dict[str, object]


def document_row(node: Node, original: Row | None) -> Row:
    """Describe a document, held or only cited. ``original`` is its published scan, if any."""
    document, letter = node.document, node.document.letter
    metadata = letter.metadata if letter else None
    return {
        "id": document.id,
        "url": document.url,
        "held": document.held,
        "kind": slug(document.type) if document.type else None,
        "type": document.type,
        "reference": document.reference,
        "number": document.number,
        "number_year": document.number_year,
        "symbol": document.symbol,
        "issued": document.issued.isoformat() if document.issued else None,
        "year": document.year,
        "issuer": document.issuer,
        "place": metadata.place if metadata else None,
        "subject": document.title,
        "addressees": list(metadata.addressees) if metadata else [],
        "recipients": list(metadata.recipients) if metadata else [],
        "drafting_unit": metadata.drafting_unit if metadata else None,
        "signer": _signer(letter),
        "urgency": metadata.urgency if metadata else None,
        "points": [block.anchor for block in letter.points()] if letter else [],
        "cites": len([item for item in node.cites if item.status != "self"]),
        "cited_by": len(node.cited_by),
        "original": original,
        "source": {"path": letter.path, "sha256": letter.sha256} if letter else None,
        "stated": list(metadata.stated) if metadata else [],
    }


def _signer(letter: Letter | None) -> Row | None:
    signer = letter.metadata.signer if letter else None
    if signer is None:
        return None
    return {"capacity": list(signer.capacity), "position": signer.position, "name": signer.name}


def citation_row(citing: Document, resolution: Resolution) -> Row:
    """Describe one mention, with where it stands and what it means."""
    row: Row = {"citing": citing.id, "anchor": resolution.citation.anchor}
    return row | mention_row(resolution)


def mention_row(resolution: Resolution) -> Row:
    """Describe a mention without the letter it stands in (``vankho extract``)."""
    citation = resolution.citation
    outcome = resolution.outcome
    return {
        "surface": citation.surface,
        "start": citation.span.start,
        "end": citation.span.end,
        "type": citation.type,
        "reference": printed_reference(citation.number, citation.number_year, citation.symbol),
        "number": citation.number,
        "number_year": citation.number_year,
        "symbol": citation.symbol,
        "issued": citation.issued.isoformat() if citation.issued else None,
        "issued_resolved": resolution.issued.isoformat() if resolution.issued else None,
        "issuer": resolution.issuer,
        "issuer_from": resolution.issuer_from,
        "pinpoints": [_pinpoint(part.pinpoint) for part in citation.pinpoints],
        "attachment": (
            {"type": citation.attachment.type, "title": citation.attachment.title}
            if citation.attachment
            else None
        ),
        "relation": citation.relation,
        "about": resolution.about,
        "status": resolution.status,
        "cited": resolution.cited,
        "cited_anchor": resolution.anchor,
        "candidates": list(outcome.candidates) if isinstance(outcome, Ambiguous | Several) else [],
    }


def _pinpoint(pinpoint: Pinpoint) -> Row:
    return {level: _numbers(value) for level, value in pinpoint.steps()}


def _numbers(value: Numbers | Dashes) -> object:
    match value:
        case Range(start=start, end=end):
            return {"from": start, "to": end}
        case tuple():
            return list(value)
        case _:
            return value
