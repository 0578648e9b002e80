"""What abbreviations in a letter mean: told on the word itself, and in a list on the page."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vankho.model.letter import Block, Letter, Role
from vankho.model.page import Page
from vankho.registry.abbreviations import Abbreviations, means_otherwise
from vankho.registry.files import AbbreviationEntry
from vankho.stages.render.front_matter import front_matter
from vankho.stages.render.link_spans import LinkSpan
from vankho.stages.render.markdown import escape
from vankho.stages.render.renderer import Renderer
from vankho.text.sort import vietnamese
from vankho.text.span import Span

PAGE = "danh-sach/viet-tat"
_SILENT = {
    Role.STAMP, Role.ISSUER, Role.NATION, Role.NUMBER, Role.DATE, Role.TYPE, Role.URGENCY, Role.HEADER,
    Role.PAGE,
}  # fmt: skip
"""Blocks whose abbreviations are symbols, names or noise."""
# "Lưu: VT, TTHC" names the drafting unit, by an abbreviation that is its own.
_FILED = re.compile(r"(?<!\w)l[ưu]u\s*(?::|v[tp]\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Meaning:
    """An abbreviation where it stands."""

    span: Span
    entry: AbbreviationEntry


def meanings(
    letter: Letter, abbreviations: Abbreviations, links: Sequence[LinkSpan]
) -> list[Meaning]:
    """Return each abbreviation where it first stands in a point, in order of the text.

    A point is what people land on by a link, so each tells anew. Inside a link nothing is
    told: the link has a title of its own. What the letter itself defines otherwise is left.
    """
    found: list[Meaning] = []
    otherwise: dict[str, bool] = {}
    starts = [item.span.start for item in links]
    flat = ""
    for block in letter.blocks:
        if block.role in _SILENT:
            continue
        seen: set[str] = set()
        for span, place in _places(letter, block):
            for at, entry in abbreviations.found(letter.text, span, place):
                if entry.short in seen or _in_link(at, links, starts):
                    continue
                if entry.short not in otherwise:
                    flat = flat or " ".join(letter.text.split())
                    otherwise[entry.short] = means_otherwise(flat, entry)
                if not otherwise[entry.short]:
                    seen.add(entry.short)
                    found.append(Meaning(at, entry))
    return sorted(found, key=lambda item: item.span)


def listed(found: Sequence[Meaning]) -> list[tuple[str, str]]:
    """Return the abbreviations of a page with what they mean, each once, in order."""
    return _rows({(item.entry.short, item.entry.full) for item in found})


def abbreviations_page(render: Renderer) -> Iterator[Page]:
    """Yield the page of all abbreviations that the registry knows; guides lead to it always."""
    known = {(entry.short, entry.full) for entry in render.abbreviations.entries}
    content = render.fill(
        "abbreviations.md.j2",
        front_matter=front_matter(title="Chữ viết tắt"),
        rows=_rows(known),
    )
    yield Page(f"{PAGE}.md", content)


def _rows(pairs: set[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(escape(s), escape(full)) for s, full in sorted(pairs, key=lambda p: vietnamese(p[0]))]


def _places(letter: Letter, block: Block) -> Iterator[tuple[Span, str]]:
    """Yield the lines of a block with the place that they are for abbreviations."""
    filed = False
    for span in block.spans:
        if block.role is Role.SIGNATURE:
            yield span, "chu-ky"
        elif block.role is not Role.RECIPIENTS:
            yield span, "loi-van"
        elif filed:
            yield span, "luu"
        elif line := _FILED.search(letter.text, span.start, span.end):
            filed = True
            yield Span(span.start, line.start()), "noi-nhan"
            yield Span(line.start(), span.end), "luu"
        else:
            yield span, "noi-nhan"


def _in_link(span: Span, links: Sequence[LinkSpan], starts: Sequence[int]) -> bool:
    before = bisect_left(starts, span.end) - 1
    return before >= 0 and links[before].span.end > span.start
