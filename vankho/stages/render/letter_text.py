"""The full text of a letter as Markdown: every character in order, points, links, emphasis."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from vankho.model.letter import Block, Letter, Level, Role
from vankho.stages.render import attached_head, below_list, columns, grid, plain_table, words
from vankho.stages.render.abbreviations import Meaning
from vankho.stages.render.link_spans import LinkSpan
from vankho.stages.render.markdown import Piece, attribute, html_paragraph, inline, paragraph
from vankho.text.plain import paired_marks
from vankho.text.span import Span

_LONG_PARAGRAPH = 50_000
"""Python-Markdown is quadratic on some long runs of marks; above this, plain HTML."""
_MANY_PARAGRAPHS = 3_000

MARKDOWN = ' markdown="1"'
"""Asks for the content of an element to be read as Markdown."""

_LONGEST_TITLE = 240
_TITLED = (Level.ATTACHMENT, Level.ANNEX, Level.PART, Level.CHAPTER, Level.SECTION)

# Nghị định 30/2020/NĐ-CP, Phụ lục I, II.5: "Phần", "Mục" stand in the middle of their line; "I." does not.
_APART = re.compile(r"[*_]*(?:phần|mục|tiểu mục)\s", re.IGNORECASE)

_LINES_KEPT = {
    Role.ISSUER,
    Role.NATION,
    Role.SUBJECT,
    Role.STAMP,
    Role.ADDRESSEES,
    Role.RECIPIENTS,
    Role.SIGNATURE,
}
_HEAD = {
    Role.ISSUER, Role.NATION, Role.NUMBER, Role.DATE, Role.SUBJECT, Role.TYPE, Role.URGENCY, Role.HEADER,
}  # fmt: skip
_FRAME = _HEAD | {Role.RECIPIENTS, Role.SIGNATURE}
_CSS = {
    Role.STAMP: "vk-dau",
    Role.ISSUER: "vk-co-quan",
    Role.NATION: "vk-quoc-hieu",
    Role.NUMBER: "vk-so",
    Role.DATE: "vk-ngay",
    Role.SUBJECT: "vk-trich-yeu",
    Role.TYPE: "vk-loai",
    Role.URGENCY: "vk-do-khan",
    Role.HEADER: "vk-dau-thu",
    Role.ADDRESSEES: "vk-kinh-gui",
    Role.HEADING: "vk-tieu-de",
    Role.RECIPIENTS: "vk-noi-nhan",
    Role.SIGNATURE: "vk-chu-ky",
    Role.TABLE: "vk-bang",
}


POINT_LINK = "Liên kết đến "
"""How the permalink of a point is called; ``copy.js`` takes the point's name from behind it."""


@dataclass(frozen=True, slots=True)
class _Style:
    """Where emphasis changes, for the whole letter."""

    offsets: list[int]
    states: list[tuple[bool, bool]]
    marks: dict[int, int]
    """Start → end of the marks that become markup."""

    def at(self, offset: int) -> tuple[bool, bool]:
        index = bisect_right(self.offsets, offset) - 1
        return self.states[index] if index >= 0 else (False, False)


@dataclass(frozen=True, slots=True)
class _Told:
    """Where abbreviations are told, for the whole letter."""

    starts: list[int]
    meanings: Sequence[Meaning]

    def inside(self, start: int, end: int) -> tuple[tuple[int, int, str], ...]:
        """Return those that lie wholly in a run of one style, counted from its start."""
        first = bisect_left(self.starts, start)
        last = bisect_left(self.starts, end)
        return tuple(
            (item.span.start - start, item.span.end - start, item.entry.full)
            for item in self.meanings[first:last]
            if item.span.end <= end
        )


def is_plain(letter: Letter) -> bool:
    """Say whether a letter has so many paragraphs that its text is written as HTML, not Markdown.

    Python-Markdown takes quadratic time over tens of thousands of blocks inside one element,
    and passes an element that it is not asked to read on as it stands.
    """
    return len(letter.blocks) > _MANY_PARAGRAPHS


def letter_text(letter: Letter, links: Sequence[LinkSpan], meanings: Sequence[Meaning] = ()) -> str:
    """Write the text of ``letter`` as Markdown paragraphs.

    ``links`` and ``meanings`` are sorted, and each disjoint.
    """
    style = _style(letter)
    told = _Told([item.span.start for item in meanings], meanings)
    inside = _pages_inside(letter.blocks)
    consumed = {id(page) for pages in inside.values() for page in pages}
    plain = is_plain(letter)
    head = _head(letter.blocks)
    rows = grid.rows(letter)
    tables = plain_table.runs(letter, rows)
    set_out = below_list.found(letter)
    set_out |= dict.fromkeys(attached_head.centred(letter), "vk-giua")
    parts = []
    for index, block in enumerate(letter.blocks):
        if index == head.start < head.stop:
            parts.append(f'<div class="vk-dau-trang"{"" if plain else MARKDOWN}>')
        row = rows.get(index)
        if row is not None and row.first:
            parts.append(grid.opening("" if plain else MARKDOWN))
        table = tables.get(index)
        if table is not None and index == table.start:
            parts.append(f'<div class="vk-cuon" tabindex="0"{"" if plain else MARKDOWN}>')
        if id(block) not in consumed:
            pages = inside.get(index, ())
            lead = plain_table.indent(letter, table, index) if table is not None else 0
            written = _block(
                letter,
                block,
                links,
                style,
                told,
                pages,
                row,
                lead,
                set_out.get(index, "vk-tiep"),
                plain,
            )
            parts.append(written)
        if table is not None and index == table.stop - 1:
            parts.append("</div>")
        if row is not None and row.last:
            parts.append(grid.CLOSING)
        if index == head.stop - 1:
            parts.append("</div>")
    return ("\n" if plain else "\n\n").join(parts)


def _head(blocks: Sequence[Block]) -> range:
    """Find the letterhead: the blocks that a sheet shows in two columns."""
    start = next((i for i, block in enumerate(blocks) if block.role in _HEAD), 0)
    stop = start
    while stop < len(blocks) and blocks[stop].role in _HEAD:
        if blocks[stop].anchor is not None and blocks[stop].role is not Role.SUBJECT:
            break
        stop += 1
    return range(start, stop) if stop - start > 1 else range(0)


def _style(letter: Letter) -> _Style:
    offsets, states, marks = [], [], {}
    bold = italic = False
    for mark in paired_marks(letter.text, letter.start):
        bold, italic = (mark.opens, italic) if mark.strong else (bold, mark.opens)
        offsets.append(mark.start)
        states.append((bold, italic))
        marks[mark.start] = mark.end
    return _Style(offsets, states, marks)


def _pages_inside(blocks: Sequence[Block]) -> dict[int, list[Block]]:
    """Find the page numbers that stand in the middle of a sentence."""
    inside: dict[int, list[Block]] = {}
    for index, block in enumerate(blocks):
        if block.role is Role.PAGE:
            continue
        end = block.spans[-1].end
        pages = []
        at = index + 1
        while at < len(blocks) and blocks[at].start < end:
            pages.append(blocks[at])
            at += 1
        if pages:
            inside[index] = pages
    return inside


def _block(
    letter: Letter,
    block: Block,
    links: Sequence[LinkSpan],
    style: _Style,
    told: _Told,
    pages: Sequence[Block],
    row: grid.Row | None,
    lead: int,
    follows: str,
    plain: bool,
) -> str:
    pieces = list(_pieces(letter, block, links, style, told, pages))
    used = [item.link for item in links]
    css = [_CSS[block.role]] if block.role in _CSS else []
    extra = ""
    if block.anchor is None and grid.is_rule(letter, block):
        css, extra = ["vk-ke"], 'hidden="hidden"'
    elif row is not None:
        css, extra = ["vk-dong"], 'role="row"'
        pieces = grid.in_cells(pieces, row)
    elif columns.is_letterhead(letter, block):
        css = ["vk-dau-thu", "vk-co-cot"]
        pieces = columns.in_columns(letter, block, pieces)
    elif block.role in _FRAME and columns.has_columns(letter, block):
        css.append("vk-co-cot")
        pieces = columns.in_columns(letter, block, pieces)
    elif lead:
        pieces.insert(0, Piece("", raw="&#160;" * lead))
    if block.role is Role.HEADER and columns.shows_state(letter, block):
        css.append("vk-dam")
    if block.role is Role.PARAGRAPH and columns.keeps_blanks(letter, block):
        css.append("vk-gian")
    if block.role is Role.PAGE:
        css.append("vk-trang")
    if block.anchor is not None and block.path:
        css.append(f"vk-{block.path[-1].level}")
        if block.marker is not None and _APART.match(block.marker.of(letter.text)):
            css.append("vk-giua")
    elif block.path and block.role not in {Role.HEADING, Role.TABLE}:
        css.append("vk-tieu-de" if _is_title(letter, block, style) else follows)
    length = sum(len(span) for span in block.spans)
    named = block.anchor is not None
    if named:
        pieces.insert(0, Piece("", raw=_aliases(block)))
        pieces.append(Piece("", raw=_permalink(block)))
    ids = block.anchor or ""
    if plain or length > _LONG_PARAGRAPH:
        return html_paragraph(pieces, used, ids=ids, css=css, extra=extra)
    written = inline(pieces, used)
    if block.role is Role.TABLE:
        written = written.replace("\t", "&#9;")  # Markdown makes blanks of tabs
    return paragraph(written, ids=ids, css=css, extra=extra)


def _is_title(letter: Letter, block: Block, style: _Style) -> bool:
    """Say whether a block is part of the title of an annex, a chapter, an attached document."""
    if block.role is not Role.PARAGRAPH or block.path[-1].level not in _TITLED:
        return False
    first, last = block.spans[0], block.spans[-1]
    if last.end - first.start > _LONGEST_TITLE:
        return False
    bold = style.at(first.start)[0] and style.at(last.end - 3)[0]
    return bold or first.of(letter.text).isupper()


def _pieces(
    letter: Letter,
    block: Block,
    links: Sequence[LinkSpan],
    style: _Style,
    told: _Told,
    pages: Sequence[Block],
) -> Iterator[Piece]:
    """Cut a block into runs of one style and one link."""
    starts = [item.span.start for item in links]
    everything = sorted([*block.spans, *(span for page in pages for span in page.spans)])
    page_spans = {span for page in pages for span in page.spans}
    previous: Span | None = None
    for span in everything:
        if previous is not None:
            kept = block.role in _LINES_KEPT and span not in page_spans
            yield (
                Piece("", raw=columns.LINE_END)
                if kept
                else Piece("\n", link=_link_at(links, starts, previous.end, span.start))
            )
        if span in page_spans:
            number = "".join(
                run.text for run in _runs(letter.text, span, links, starts, style, told)
            )
            yield Piece("", raw=f'<span class="vk-trang">{attribute(number)}</span>')
        else:
            yield from _runs(letter.text, span, links, starts, style, told)
        previous = span


def _link_at(links: Sequence[LinkSpan], starts: Sequence[int], left: int, right: int) -> int | None:
    """Return the link that goes on over a line break."""
    index = bisect_right(starts, left) - 1
    if index >= 0 and links[index].span.start < left and links[index].span.end > right:
        return index
    return None


def _runs(
    text: str,
    span: Span,
    links: Sequence[LinkSpan],
    starts: Sequence[int],
    style: _Style,
    told: _Told,
) -> Iterator[Piece]:
    cuts = {span.start, span.end}
    first = max(bisect_right(starts, span.start) - 1, 0)
    for item in links[first:]:
        if item.span.start >= span.end:
            break
        cuts |= {
            offset for offset in (item.span.start, item.span.end) if span.start < offset < span.end
        }
    low, high = bisect_right(style.offsets, span.start - 1), bisect_right(style.offsets, span.end)
    for start in style.offsets[low:high]:
        cuts |= {min(start, span.end), min(style.marks[start], span.end)}
    ordered = sorted(cut for cut in cuts if span.start <= cut <= span.end)
    for start, end in pairwise(ordered):
        if start in style.marks:
            continue
        bold, italic = style.at(start)
        index = bisect_right(starts, start) - 1
        linked = index >= 0 and links[index].span.start <= start < links[index].span.end
        yield Piece(
            text[start:end],
            bold,
            italic,
            index if linked else None,
            told=() if linked else told.inside(start, end),
        )


def _aliases(block: Block) -> str:
    return "".join(f'<a id="{alias}" data-not-text></a>' for alias in block.aliases)


def _permalink(block: Block) -> str:
    assert block.anchor is not None
    path = tuple((str(step.level), step.number) for step in block.path)
    where = words.point(block.anchor if not path else "", path)
    label = attribute(f"{POINT_LINK}{where}")
    return f'<a class="vk-neo" href="#{block.anchor}" aria-label="{label}" data-not-text>¶</a>'
