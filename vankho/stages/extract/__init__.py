"""extract: Letter → Citations. Every mention of a document, with what its own words say.

The work starts at anchors that are cheap to find (a number with a symbol, the name of a
law) and reads left and right from there, inside one sentence.
"""

from bisect import bisect_right
from collections.abc import Sequence

from vankho.grammar.pinpoint import Path
from vankho.memory import no_collection
from vankho.model.citation import Attachment, Citation, PinpointSpan
from vankho.model.letter import Block, Letter, Level, Role
from vankho.registry.registry import Registry
from vankho.stages.extract import (
    context,
    days,
    laws,
    lead,
    listings,
    pointed,
    quotations,
    references,
    sharing,
    short,
    standards,
    ties,
)
from vankho.stages.extract.draft import Draft
from vankho.stages.extract.joined import Joined
from vankho.stages.extract.memory import Memory
from vankho.stages.extract.mentions import Leaning, Mentions, collect
from vankho.stages.extract.sentences import Sentences
from vankho.text.fold import slug
from vankho.text.reader import Reader
from vankho.text.span import Span
from vankho.text.view import View, printed

__all__ = ["extract"]

_TOGETHER = 256
"""Blocks whose mentions are looked for together: enough to be fast, few enough to be small."""
_TABLE, _ATTACHMENT = Role.TABLE, Level.ATTACHMENT
_WORKS = {"Dự án"}
"""Types that name what is built, too: "Dự án này" is a road where the letter itself is no Dự án."""
_READ = {Role.PARAGRAPH, Role.HEADING, _TABLE, Role.SUBJECT}


def extract(letter: Letter, registry: Registry) -> tuple[Citation, ...]:
    """Return every citation of a letter, in order of its text."""
    memory = Memory(own=letter.metadata.type)
    paths = [block.path for block in letter.blocks]
    memory.attached = any(path[0].level is _ATTACHMENT for path in paths if path)
    fixes = [(fix.span, fix.new) for fix in letter.fixes]
    blocks = [block for block in letter.blocks if block.role in _READ]
    with no_collection():
        for start in range(0, len(blocks), _TOGETHER):
            some = blocks[start : start + _TOGETHER]
            first = min([block.spans[0].start for block in some])
            last = max([block.spans[-1].end for block in some])
            reader = Reader(letter.text, fixes, first, last)
            _read_blocks(letter, some, reader, registry, memory)
    return tuple(memory.citations)


def _read_blocks(
    letter: Letter, blocks: Sequence[Block], reader: Reader, registry: Registry, memory: Memory
) -> None:
    """Look for one kind of mention in all blocks before the next kind: it is a quarter faster.

    What leans on earlier mentions comes after, block by block.
    """
    texts = reader.views([block.spans for block in blocks])
    joined = Joined(texts)
    mentions: dict[int, Mentions] = {}
    for kind in (laws, standards, references):
        for index in kind.holding(joined):
            mentions.setdefault(index, Mentions()).add(kind.find(texts[index], registry))
    leaning, heads = Leaning.of(joined, registry), lead.heads(joined)
    some = set(mentions).union(*leaning, heads)
    for index, (block, text) in enumerate(zip(blocks, texts, strict=True)):
        # A short name may stand in any block, and any may end the list that a heading has begun.
        leans = memory.aliases or memory.lead is not None
        if index in some or leans or block.role is _TABLE:
            found = mentions.get(index)
            drafts = collect(text, found, registry, memory, index, leaning)
            _read_block(letter, block, text, drafts, registry, memory, may_head=index in heads)
        else:  # most say nothing of any document
            memory.columns = None


def _read_block(
    letter: Letter,
    block: Block,
    text: View,
    drafts: Sequence[Draft],
    registry: Registry,
    memory: Memory,
    *,
    may_head: bool,
) -> None:
    in_table = block.role is _TABLE
    memory.columns = listings.columns(block, letter.text, memory.columns) if in_table else None
    if drafts:
        if " nay" in text.folded:
            own = letter.metadata.type
            drafts = [
                d
                for d in drafts
                if d.kind != "self"
                or not (_quoted(block, text, d) or (d.type in _WORKS and d.type != own))
            ]
        if memory.columns is not None:
            listings.read_row(block, letter.text, text, drafts, memory.columns, registry)
        sentences = Sentences(text)
        if not memory.attached:
            ties.tie_to_named(text, drafts, letter.metadata.type, sentences)
        _read_around(text, drafts, sentences, registry, memory, letter.metadata.type)
        drafts = _with_points_of_attached(text, drafts, sentences, registry, memory)
    if may_head or memory.lead is not None:
        lead.follow(letter, block, text, drafts, memory)
    if not drafts:
        return
    sharing.connect(text, drafts, sentences, registry)
    first = len(memory.citations)
    index = {id(draft): first + at for at, draft in enumerate(drafts)}
    for draft in drafts:
        _tie_law(draft, memory)
        memory.add(_citation(letter, block, text, draft, index, sentences))
    memory.add_aliases(short.definitions(text), drafts, first, registry)


def _quoted(block: Block, text: View, draft: Draft) -> bool:
    return block.quoted or quotations.opening(text, 0, draft.start) is not None


def _read_around(
    text: View,
    drafts: Sequence[Draft],
    sentences: Sentences,
    registry: Registry,
    memory: Memory,
    own: str | None,
) -> None:
    """Read what stands left of each mention, back to the one before it or its sentence's start.

    ``own`` is the type of the letter.
    """
    floor = 0
    quotes = quotations.may_stand_in(text)
    for at, draft in enumerate(drafts):
        if draft.kind == "self" and not memory.attached:
            ties.tie_to_attached(drafts, at, own, sentences)
        floor = max(floor, sentences.start(draft.start))
        context.read_left(text, draft, floor)
        said = _said_from(text, floor, draft.start) if quotes else floor
        context.read_relation(text, draft, said, registry)
        days.read_before(text, draft, floor, registry)
        _name_attachment(draft, memory)
        floor = max(draft.end, draft.done_end)


def _with_points_of_attached(
    text: View, drafts: Sequence[Draft], sentences: Sentences, registry: Registry, memory: Memory
) -> Sequence[Draft]:
    """Add "điểm b Điều 3 của Quy chế" where the block has named one Quy chế with its decision.

    What is issued with a document is known when the words around the mentions have been read.
    """
    issued: dict[str, list[Draft]] = {}
    for draft in drafts:
        if draft.attachment and draft.symbol and memory.may_name(draft.attachment.type):
            issued.setdefault(draft.attachment.type, []).append(draft)
    cores = [draft.core for draft in drafts] if issued else []
    late: list[Draft] = []
    for kind, (thing, *others) in issued.items():
        if others or kind in memory.named:
            continue
        floor = thing.end
        rest = pointed.rest_of_title(thing.attachment) if thing.attachment else None
        for draft in pointed.find(text, (kind,), {kind: [rest]} if rest else {}):
            at = bisect_right(cores, draft.start)
            floor = max(floor, drafts[at - 1].end if at else 0, sentences.start(draft.start))
            if draft.start < floor or (at < len(drafts) and drafts[at].start < draft.end):
                continue
            context.read_left(text, draft, floor)
            context.read_relation(text, draft, floor, registry)
            draft.kind, draft.same_as, draft.type = "short", thing, thing.type
            draft.attachment = draft.attachment or Attachment(type=kind, title=kind)
            late.append(draft)
            floor = draft.end
    return sorted([*drafts, *late], key=lambda draft: draft.core) if late else drafts


def _said_from(text: View, floor: int, start: int) -> int:
    """Return where the words may begin that say why a mention stands at ``start``.

    Not before a quotation that it stands in, unless it opens with the mention: "theo “Luật …”".
    """
    opened = quotations.opening(text, floor, start)
    return opened if opened is not None and text.text[opened:start].strip() else floor


def _tie_law(draft: Draft, memory: Memory) -> None:
    """A law named again by its name alone is the one whose number or year was given before.

    Nghị định 30/2020/NĐ-CP, Phụ lục I, II.6.b: later mentions of a law carry its name only.
    """
    if draft.kind == "name" and draft.title and not (draft.number_year or draft.issued):
        draft.earlier = memory.titles.get(slug(draft.title))


def _name_attachment(draft: Draft, memory: Memory) -> None:
    """A short name may stand for the thing issued with a document: "(sau đây gọi là Quy chế)".

    So may "Quy chế nêu trên", where one was named with its document and no other is.
    """
    named = draft.attachment
    if draft.kind == "anaphora" and named is not None and named.type == draft.type:
        draft.attachment = None  # called by its title; whether it is the one named is seen here
    if (
        draft.kind == "anaphora"
        and draft.issuer is None
        and (draft.paths or draft.start == draft.core)
    ):
        index = memory.issued_with(draft.type)
        if index is not None:
            draft.kind, draft.earlier = "short", index
    earlier = memory.citations[draft.earlier] if draft.earlier is not None else draft.same_as
    if draft.kind != "short" or earlier is None or earlier.attachment is None:
        return
    if draft.type == earlier.attachment.type and draft.number in (None, earlier.number):
        name = draft.type
        title = named.title if named else name
        draft.attachment, draft.type = Attachment(type=name, title=title), earlier.type


def _citation(
    letter: Letter,
    block: Block,
    text: View,
    draft: Draft,
    index: dict[int, int],
    sentences: Sentences,
) -> Citation:
    span = text.span(draft.start, draft.end)
    sentence = text.span(min(sentences.start(draft.core), draft.start), sentences.end(draft.end))
    # In the order of its fields: by their names it takes three times as long.
    return Citation(
        block.place,
        span,
        _surface(letter, block, span),
        draft.type,
        draft.number,
        draft.number_year,
        draft.symbol,
        draft.issued,
        sentence,
        draft.called,
        draft.day_month,
        draft.written_year,
        draft.impossible_date,
        draft.issuer,
        draft.maker,
        draft.issued_by_maker,
        tuple(draft.hints),
        tuple(_pinpoint_span(text, path) for path in draft.paths) if draft.paths else (),
        draft.attachment,
        draft.relation,
        index.get(id(draft.about)),
        draft.title,
        draft.kind,
        draft.earlier if draft.earlier is not None else index.get(id(draft.same_as)),
        index.get(id(draft.related)),
    )


def _pinpoint_span(text: View, path: Path) -> PinpointSpan:
    return PinpointSpan(
        span=text.span(path.start, path.end),
        pinpoint=path.pinpoint,
        items=tuple(
            PinpointSpan(span=text.span(start, end), pinpoint=pinpoint)
            for start, end, pinpoint in path.items
        ),
    )


def _surface(letter: Letter, block: Block, span: Span) -> str:
    text = letter.text[span.start : span.end]
    if len(block.spans) == 1 and "\n" not in text:
        return text
    return printed(letter.text, _pieces(block, span))


def _pieces(block: Block, whole: Span) -> Sequence[Span]:
    """Return the parts of a stretch that are of the block: a page number in it is not."""
    if len(block.spans) == 1:
        return (whole,)
    return [
        Span(max(span.start, whole.start), min(span.end, whole.end))
        for span in block.spans
        if span.start < whole.end and whole.start < span.end
    ]
