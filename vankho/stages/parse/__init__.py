"""parse: SourceFile → Letter. Metadata from the frame, blocks with points from the body."""

import datetime
import itertools
from collections.abc import Sequence
from dataclasses import replace

from vankho.model.finding import Code, Finding, finding
from vankho.model.letter import Block, Letter, Metadata, Role
from vankho.model.source import SourceFile
from vankho.registry.registry import Registry
from vankho.registry.types import WITHOUT_SUBJECT
from vankho.stages.parse import (
    addressees,
    attachments,
    below_header,
    body,
    ending,
    fixed,
    header,
    make,
    pages,
    tables,
)
from vankho.stages.parse.lines import Line, split
from vankho.stages.parse.signs import type_by_symbol
from vankho.text.span import Span

__all__ = ["parse", "parse_draft"]


def parse(source: SourceFile, registry: Registry) -> Letter:
    """Parse one file. Any text parses; what cannot be read is a finding, never an error."""
    fixes, wrong = fixed.find(source)
    frame = _Frame(source.text, source.start, registry)
    # What the archivist corrects is read as corrected; the page shows what was issued.
    told = _Frame(fixed.apply(source, fixes), source.start, registry) if fixes else frame
    signed = frame.stop < len(frame.lines)
    inner = frame.lines[frame.sent_to.end : frame.stop]
    main, repeated = body.blocks(source.text, inner, annexes=not signed)
    extra, more = attachments.blocks(
        source.text, frame.lines[frame.last :], _width(source.text, inner)
    )
    blocks = (
        *_framed(frame.lines, 0, frame.top.end, frame.top.roles, "mo-dau"),
        *_framed(frame.lines, frame.top.end, frame.sent_to.end, frame.sent_to.roles, "kinh-gui"),
        *main,
        *_framed(frame.lines, frame.stop, frame.last, frame.close.roles, "noi-nhan"),
        *extra,
    )
    letter = Letter(
        path=source.path,
        sha256=source.sha256,
        size=source.size,
        text=source.text,
        start=source.start,
        metadata=_metadata(told.top, told.sent_to.names, told.close),
        blocks=_named(blocks),
        fixes=fixes,
        original=source.stated.original,
    )
    letter = _with_stated(letter, source, told.top, registry)
    findings = (*source.findings, *wrong, *told.top.findings, *repeated, *more)
    return replace(letter, findings=(*findings, *_missing(letter, told.top)))


_FOOT = 6
"""Lines above a signature within which its date stands."""


def _width(text: str, lines: Sequence[Line]) -> int:
    rows = tables.rows(text, lines)
    return make.width([line for at, line in enumerate(lines) if at not in rows])


class _Frame:
    """The parts that the lines of a letter fall into: header, addressees, body, end."""

    def __init__(self, text: str, start: int, registry: Registry) -> None:
        lines = split(text, start)
        self.lines = lines
        self.top = header.read(lines, registry)
        self.sent_to = addressees.read(lines, self.top.end)
        below_header.read_day(lines, self.sent_to.end, self.top)
        end = ending.begins(text, lines, self.sent_to.end)
        foot = addressees.at_foot(lines, self.sent_to.end) if end is None else None
        self.stop = end if end is not None else foot.start if foot is not None else len(lines)
        below_header.read_proposed(lines, self.sent_to.end, self.top)
        below_header.read_passing(lines, self.stop, self.top)
        dated = self._foot()
        after = attachments.begins(lines, self.stop) if end is not None else None
        self.last = len(lines) if after is None else after
        self.close = ending.read(text, lines, self.stop, self.last)
        if end is None:
            self.close.signer = ending.signed_within(text, lines[self.sent_to.end : self.stop])
        if foot is not None:
            self.sent_to.names = foot.names
            self.close = ending.Ending(roles=foot.roles, signer=self.close.signer)
        if dated is not None:
            self.stop = dated
            self.close.roles[dated] = Role.DATE

    def _foot(self) -> int | None:
        """Read the date that stands right above the signature where the header has none."""
        above = range(self.stop - 1, max(self.sent_to.end, self.stop - _FOOT) - 1, -1)
        at = next((index for index in above if not self.lines[index].blank), None)
        if at is None or self.stop == len(self.lines):
            return None
        return at if below_header.read_foot(self.lines, at, self.top) else None


def parse_draft(
    text: str, path: str, issuer: str | None = None, issued: datetime.date | None = None
) -> Letter:
    """Parse a bare text, a draft or a paragraph, as the body of a letter of ``issuer``."""
    blocks, findings = body.blocks(text, split(text, 0))
    return Letter(
        path=path,
        sha256="",
        size=len(text.encode()),
        text=text,
        start=0,
        metadata=Metadata(issuer=issuer, issued=issued),
        blocks=_named(blocks),
        findings=tuple(findings),
    )


def _metadata(top: header.Header, addressed: Sequence[str], close: ending.Ending) -> Metadata:
    return Metadata(
        type=top.type,
        number=top.number,
        number_year=top.number_year,
        symbol=top.symbol,
        issued=top.issued,
        issued_year=top.issued_year,
        place=top.place,
        issuer=top.issuer,
        parent_body=top.parent_body,
        subject=top.subject,
        addressees=tuple(addressed),
        recipients=close.recipients,
        drafting_unit=close.drafting_unit,
        signer=close.signer,
        urgency=top.urgency,
    )


def _with_stated(
    letter: Letter, source: SourceFile, top: header.Header, registry: Registry
) -> Letter:
    """Let what the archivist states win over what was read.

    A type that is neither stated nor printed is the one that a stated symbol tells.
    """
    stated = source.stated
    values = {name: getattr(stated, name) for name in stated.fields}
    if "symbol" in values and "type" not in values and Role.TYPE not in top.roles.values():
        values["type"] = type_by_symbol(stated.symbol, bool(top.subject), registry)
    metadata = replace(letter.metadata, **values, stated=stated.fields)
    return replace(letter, metadata=metadata)


def _missing(letter: Letter, top: header.Header) -> list[Finding]:
    metadata = letter.metadata
    if not letter.text[letter.start :].strip():
        return []  # an empty file is told of as such, once
    told = {item.code for item in top.findings}
    at = Span(letter.start, letter.start)
    checks = (
        (Code.NUMBER_MISSING, metadata.number),
        (Code.DATE_MISSING, metadata.issued or Code.DATE_IMPOSSIBLE in told),
        (Code.ISSUER_MISSING, metadata.issuer),
        (Code.SUBJECT_MISSING, metadata.subject or metadata.type in WITHOUT_SUBJECT),
        (Code.SIGNER_MISSING, metadata.signer and metadata.signer.name),
    )
    return [finding(code, at) for code, value in checks if not value and code not in told]


_GROUPED = {
    Role.ISSUER,
    Role.NATION,
    Role.SUBJECT,
    Role.STAMP,
    Role.RECIPIENTS,
    Role.ADDRESSEES,
    Role.SIGNATURE,
}


def _framed(
    lines: Sequence[Line], start: int, end: int, roles: dict[int, Role], place: str
) -> list[Block]:
    """Turn the lines of the frame into blocks; neighbours of one role are one block."""
    grouped: list[tuple[Role, list[Span]]] = []
    previous: Role | None = None
    foot = place == "noi-nhan"
    for index in range(start, end):
        line = lines[index]
        if line.blank:
            if previous is not Role.RECIPIENTS:
                previous = None
            continue
        role = roles.get(index, Role.HEADER)
        if foot and (pages.is_page_number(line) or pages.is_running_head(line)):
            role = Role.PAGE
        if previous is role and role in _GROUPED:
            grouped[-1][1].append(line.span)
        else:
            grouped.append((role, [line.span]))
        previous = role
    return [
        Block(role=role, spans=tuple(spans), place=_FOOT_PLACES.get(role, place) if foot else place)
        for role, spans in grouped
    ]


_FOOT_PLACES = {
    Role.SIGNATURE: "chu-ky",
    Role.DATE: "ket-thuc",
    Role.ADDRESSEES: "kinh-gui",
}


def _named(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Give the first block of each unnumbered part its anchor."""
    wanted = {"kinh-gui", "noi-nhan", "chu-ky", "ket-thuc"}
    # What a heading sets apart below points is none of the start.
    start = list(itertools.takewhile(lambda block: not block.path, blocks))
    opening = _first_of(start, _TEXT)
    # A body may begin with its first point; what the subject cites still stands somewhere, and
    # so does what stands below points where there is nothing else.
    opening = opening or _first_of(start, {Role.SUBJECT}) or _first_of(blocks, _TEXT)
    return tuple(_with_anchor(block, opening, wanted) for block in blocks)


_TEXT = {Role.PARAGRAPH, Role.HEADING, Role.TABLE}


def _first_of(blocks: Sequence[Block], roles: set[Role]) -> Block | None:
    return next((b for b in blocks if b.place == "mo-dau" and b.role in roles), None)


def _with_anchor(block: Block, opening: Block | None, wanted: set[str]) -> Block:
    if block.anchor is not None or block.role is Role.PAGE:
        return block
    if block is opening:
        return replace(block, anchor="mo-dau")
    if block.place in wanted and not block.path:
        wanted.discard(block.place)
        return replace(block, anchor=block.place)
    return block
