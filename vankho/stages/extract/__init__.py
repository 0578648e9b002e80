"""extract: Letter → Citations. Every mention of a document, with what its own words say.

The work starts at anchors that are cheap to find (a number with a symbol, the name of a
law) and reads left and right from there, inside one sentence.
"""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from vankho.grammar.pinpoint import Path
from vankho.memory import no_collection
from vankho.model.citation import Attachment, Citation, PinpointSpan, told_year
from vankho.model.letter import Block, Letter, Level, Role
from vankho.registry.registry import Registry
from vankho.stages.extract import context, laws, references, short, standards
from vankho.stages.extract.draft import Draft
from vankho.text.fold import slug
from vankho.text.reader import Reader
from vankho.text.span import Span
from vankho.text.view import View, printed

__all__ = ["extract"]

_TOGETHER = 256
"""Blocks whose mentions are looked for together: enough to be fast, few enough to be small."""
_NEAR_BY = 200
_READ = {Role.PARAGRAPH, Role.HEADING, Role.TABLE, Role.SUBJECT}


@dataclass(slots=True)
class _Memory:
    """What earlier blocks of the letter have mentioned."""

    citations: list[Citation] = field(default_factory=list)
    lead: str | None = None
    """Relation that the paragraph above gives to a list: "Căn cứ các văn bản sau:"."""
    numbers: dict[tuple[str | None, str | None], int] = field(default_factory=dict)
    """Type and number → index of the last full mention."""
    marks: dict[tuple[str | None, str | None], "_Marks"] = field(default_factory=dict)
    """Type and number → what they came with; of two documents, the number tells too little."""
    titles: dict[str, int | None] = field(default_factory=dict)
    """Name of a law → index of the mention that gave its number, year or date; None where
    mentions gave two years."""
    aliases: dict[str, int] = field(default_factory=dict)
    """Short name, as defined → index of the citation that it stands for."""
    alias_lengths: set[int] = field(default_factory=set)
    attached: bool = False
    """Whether something is attached, which calls itself "Quy chế này"."""


@dataclass(slots=True)
class _Marks:
    """Symbols and years that one type and number came with."""

    symbols: set[str] = field(default_factory=set)
    years: set[int] = field(default_factory=set)

    def add(self, mention: Citation | Draft) -> None:
        """Take in a mention with a symbol."""
        if mention.symbol:
            self.symbols.add(slug(mention.symbol))
        if year := told_year(mention):
            self.years.add(year)

    def several(self) -> bool:
        """Say whether they are of two documents."""
        return len(self.symbols) > 1 or len(self.years) > 1


def extract(letter: Letter, registry: Registry) -> tuple[Citation, ...]:
    """Return every citation of a letter, in order of its text."""
    memory = _Memory()
    memory.attached = any(
        block.path and block.path[0].level is Level.ATTACHMENT for block in letter.blocks
    )
    reader = Reader(letter.text, [(fix.span, fix.new) for fix in letter.fixes])
    blocks = [block for block in letter.blocks if block.role in _READ]
    with no_collection():
        for start in range(0, len(blocks), _TOGETHER):
            _read_blocks(letter, blocks[start : start + _TOGETHER], reader, registry, memory)
    return tuple(memory.citations)


def _read_blocks(
    letter: Letter, blocks: Sequence[Block], reader: Reader, registry: Registry, memory: _Memory
) -> None:
    """Look for one kind of mention in all blocks before the next kind: it is a quarter faster.

    What leans on earlier mentions comes after, block by block.
    """
    texts = [reader.view(block.spans) for block in blocks]
    mentions = [_Mentions() for _ in blocks]
    for find in (laws.find, standards.find, references.find):
        for text, found in zip(texts, mentions, strict=True):
            drafts = find(text, registry)
            if drafts:  # mostly there are none
                found.add(drafts)
    for block, text, found in zip(blocks, texts, mentions, strict=True):
        _read_block(letter, block, text, found, registry, memory)


def _read_block(
    letter: Letter,
    block: Block,
    text: View,
    found: "_Mentions",
    registry: Registry,
    memory: _Memory,
) -> None:
    drafts = _drafts(text, found, registry, memory)
    if block.quoted:
        drafts = [draft for draft in drafts if draft.kind != "self"]
    if drafts:
        sentences = context.Sentences(text)
        if not memory.attached:
            short.tie_to_named(drafts, letter.metadata.type, sentences)
        _read_around(text, drafts, sentences, registry, memory)
    _follow_lead(letter, block, text, drafts, memory)
    if not drafts:
        return
    context.connect(text, drafts, sentences, registry)
    first = len(memory.citations)
    index = {id(draft): first + at for at, draft in enumerate(drafts)}
    for draft in drafts:
        _tie_law(draft, memory)
        citation = _citation(letter, block, text, draft, index, sentences)
        if citation.title and (citation.symbol or citation.number_year or citation.issued):
            _remember_title(citation, slug(citation.title), memory)
        _remember_number(citation, memory)
        memory.citations.append(citation)
    _remember_aliases(text, drafts, first, registry, memory)


def _remember_title(citation: Citation, name: str, memory: _Memory) -> None:
    """Take in a law; of two years, its name alone tells too little."""
    index = memory.titles.get(name, -1)
    if index is None:
        return
    before = told_year(memory.citations[index]) if index >= 0 else None
    here = told_year(citation)
    apart = before and here and before != here
    memory.titles[name] = None if apart else len(memory.citations)


def _remember_number(citation: Citation, memory: _Memory) -> None:
    key = (citation.type, citation.number)
    if citation.symbol:
        memory.numbers[key] = len(memory.citations)
        memory.marks.setdefault(key, _Marks()).add(citation)
    elif citation.kind == "bare":
        memory.numbers.setdefault(key, len(memory.citations))


def _read_around(
    text: View,
    drafts: Sequence[Draft],
    sentences: context.Sentences,
    registry: Registry,
    memory: _Memory,
) -> None:
    """Read what stands left of each mention, back to the one before it or its sentence's start."""
    floor = 0
    for draft in drafts:
        floor = max(floor, sentences.start(draft.start))
        context.read_left(text, draft, floor)
        context.read_relation(text, draft, floor, registry)
        context.read_date_before(text, draft, floor)
        _name_attachment(draft, memory)
        floor = draft.end


def _tie_law(draft: Draft, memory: _Memory) -> None:
    """A law named again by its name alone is the one whose number or year was given before.

    Nghị định 30/2020/NĐ-CP, Phụ lục I, II.6.b: later mentions of a law carry its name only.
    """
    if draft.kind == "name" and draft.title and not (draft.number_year or draft.issued):
        draft.earlier = memory.titles.get(slug(draft.title))


def _name_attachment(draft: Draft, memory: _Memory) -> None:
    """A short name may stand for the thing issued with a document: "(sau đây gọi là Quy chế)"."""
    earlier = memory.citations[draft.earlier] if draft.earlier is not None else draft.same_as
    if draft.kind != "short" or earlier is None or earlier.attachment is None:
        return
    if draft.type == earlier.attachment.type and draft.number in (None, earlier.number):
        name = draft.type
        draft.attachment, draft.type = Attachment(type=name, title=name), earlier.type


def _follow_lead(
    letter: Letter, block: Block, text: View, drafts: Sequence[Draft], memory: _Memory
) -> None:
    """Give the first document of a listed line the relation of the paragraph above the list."""
    if block.marker is None:
        memory.lead = context.lead_relation(text)
        return
    begin = len(block.marker.of(letter.text)) + 1
    if memory.lead and drafts and not drafts[0].own_relation and drafts[0].start <= begin:
        drafts[0].relation, drafts[0].own_relation = memory.lead, True


class _Mentions:
    """The mentions of a block as they are found, and the stretches that they take."""

    __slots__ = ("_spans", "drafts")

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self._spans: list[tuple[int, int]] = []

    def add(self, drafts: Iterable[Draft]) -> None:
        """Take each draft in whose stretch is still free."""
        for draft in drafts:
            if self.free(draft.start, draft.end):
                self.drafts.append(draft)
                self.take(draft.start, draft.end)

    def free(self, start: int, end: int) -> bool:
        """Say whether no stretch overlaps ``start`` to ``end``."""
        at = bisect_left(self._spans, (start, end))
        after = at == len(self._spans) or self._spans[at][0] >= end
        return after and (at == 0 or self._spans[at - 1][1] <= start)

    def take(self, start: int, end: int) -> None:
        """Note a stretch that was free."""
        insort(self._spans, (start, end))


def _drafts(text: View, found: _Mentions, registry: Registry, memory: _Memory) -> list[Draft]:
    """Collect the mentions of one block; where two overlap, the more telling one stays."""
    definitions = short.definitions(text)
    if definitions or memory.aliases:
        _add_aliases(found, definitions, text, registry, memory)
    if nicknames := short.nicknames(text, registry):
        found.add(nicknames)
    if bare := list(short.bare_numbers(text, registry)):
        by_number = _by_number(found.drafts)
        found.add(
            draft for draft in bare if _earlier(draft, by_number, memory) or draft.kind == "bare"
        )
    if above := short.anaphora(text, registry):
        found.add(above)
    if itself := short.self_references(text, registry):
        found.add(itself)
    if len(found.drafts) > 1:
        found.drafts.sort(key=lambda draft: (draft.core, draft.start))
    return found.drafts


def _add_aliases(
    found: _Mentions,
    definitions: Sequence[tuple[int, int, str]],
    text: View,
    registry: Registry,
    memory: _Memory,
) -> None:
    """Take in the uses of short names, those defined in this block only after their definition."""
    defined_at: dict[str, int] = {}
    for at, _, name in definitions:
        if not short.names_document(name, registry):
            continue
        defined_at.setdefault(name, at)
    for start, end, _ in definitions:
        if found.free(start, end):
            found.take(start, end)
    lengths = memory.alias_lengths | set(map(len, defined_at))
    full = sorted((d for d in found.drafts if d.kind == "reference"), key=lambda d: d.end)
    ends = [draft.end for draft in full]
    for start, end, name in short.aliases_in(text, (memory.aliases, defined_at), lengths):
        before = name not in memory.aliases and start < defined_at.get(name, start)
        if not before and found.free(start, end):
            draft = _alias(text, start, end, registry)
            draft.earlier = memory.aliases.get(name)
            if draft.earlier is None:
                at = bisect_right(ends, defined_at[name])
                draft.same_as = full[at - 1] if at else None
            found.add([draft])


def _alias(text: View, start: int, end: int, registry: Registry) -> Draft:
    kind = registry.types.words.match(text.folded, start)
    number = next((word for word in text.text[start:end].split() if word[0].isdigit()), None)
    return Draft(
        start=start,
        end=end,
        core=start,
        kind="short",
        type=registry.types.by_word(kind[0]) if kind else None,
        own_type=True,
        number=number if number and number.isalnum() else None,
    )


_Number = tuple[str | None, str | None]


def _by_number(found: Sequence[Draft]) -> dict[_Number, list[Draft]]:
    """Return the full mentions of a block by type and number, in order."""
    known: dict[_Number, list[Draft]] = {}
    for draft in sorted(found, key=lambda draft: draft.core):
        if draft.symbol:
            known.setdefault((draft.type, draft.number), []).append(draft)
    return known


def _earlier(draft: Draft, here: dict[_Number, list[Draft]], memory: _Memory) -> bool:
    """Tie "Công văn 972" to the nearest earlier mention with that type and number, if any."""
    key = (draft.type, draft.number)
    if draft.dated or draft.written_year:
        return False  # a date tells by itself which one is meant
    before = [other for other in here.get(key, ())[-_NEAR_BY:] if other.core < draft.core]
    known = memory.marks.get(key)
    if known is not None and known.several():
        return False
    marks = _Marks(set(known.symbols), set(known.years)) if known else _Marks()
    for other in before:
        marks.add(other)
    if marks.several():
        return False
    if before:
        draft.same_as, draft.kind = before[-1], "short"
        return True
    draft.earlier = memory.numbers.get(key)
    if draft.earlier is not None:
        draft.kind = "short"
    return draft.earlier is not None


def _citation(
    letter: Letter,
    block: Block,
    text: View,
    draft: Draft,
    index: dict[int, int],
    sentences: context.Sentences,
) -> Citation:
    span = text.span(draft.start, draft.end)
    sentence = text.span(min(sentences.start(draft.core), draft.start), sentences.end(draft.end))

    return Citation(
        anchor=block.place,
        span=span,
        surface=printed(letter.text, _pieces(block, span)),
        type=draft.type,
        number=draft.number,
        number_year=draft.number_year,
        symbol=draft.symbol,
        issued=draft.issued,
        day_month=draft.day_month,
        written_year=draft.written_year,
        impossible_date=draft.impossible_date,
        issuer=draft.issuer,
        maker=draft.maker,
        issuer_hints=tuple(draft.hints),
        pinpoints=tuple(_pinpoint_span(text, path) for path in draft.paths) if draft.paths else (),
        attachment=draft.attachment,
        relation=draft.relation,
        about=index.get(id(draft.about)),
        title=draft.title,
        kind=draft.kind,
        same_as=draft.earlier if draft.earlier is not None else index.get(id(draft.same_as)),
        related=index.get(id(draft.related)),
        sentence=sentence,
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


def _pieces(block: Block, whole: Span) -> Sequence[Span]:
    """Return the parts of a stretch that are of the block: a page number in it is not."""
    if len(block.spans) == 1:
        return (whole,)
    return [
        Span(max(span.start, whole.start), min(span.end, whole.end))
        for span in block.spans
        if span.start < whole.end and whole.start < span.end
    ]


def _remember_aliases(
    text: View, drafts: Sequence[Draft], first: int, registry: Registry, memory: _Memory
) -> None:
    cores = [draft.core for draft in drafts]
    for start, _, name in short.definitions(text):
        if not short.names_document(name, registry):
            continue
        last = bisect_right(cores, start)
        for index in range(last - 1, max(last - 1 - _NEAR_BY, -1), -1):
            draft = drafts[index]
            if draft.end <= start and draft.kind != "self":
                if start - draft.end < 400:
                    memory.aliases[name] = first + index
                    memory.alias_lengths.add(len(name))
                break
