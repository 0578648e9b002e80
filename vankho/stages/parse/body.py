"""The body: paragraphs with their points.

Two makes of text are read: a paragraph a line, and lines wrapped at a width, where a
paragraph goes on until a marker, a short line or a full stop says that it is over.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from vankho.grammar import header as frame
from vankho.grammar import marker as markers
from vankho.grammar.marker import Marker
from vankho.model.finding import Code, Finding, finding
from vankho.model.letter import Block, Level, Role, Step
from vankho.stages.parse.lines import Line
from vankho.text.span import Span

_LONG_LINE = 130
_TERMINAL = ".;:!?…"
_RANK = {level: rank for rank, level in enumerate(Level)}


@dataclass(slots=True)
class Paragraph:
    """Lines that make one paragraph, and the marker that it opens with."""

    lines: list[Line]
    marker: Marker | None = None
    page: bool = False

    @property
    def text(self) -> str:
        """The words of the paragraph."""
        return " ".join(line.text for line in self.lines)

    def spans(self) -> tuple[Span, ...]:
        """Runs of neighbouring lines; a gap is where a page number was taken out."""
        return tuple(line.span for line in self.lines)


def paragraphs(lines: Sequence[Line]) -> list[Paragraph]:
    """Group lines into paragraphs, page numbers apart."""
    printed = [line for line in lines if not line.blank]
    wrapped = not any(line.raw > _LONG_LINE for line in printed)
    width = max((line.raw for line in printed), default=0) if wrapped else 0
    result: list[Paragraph] = []
    current: Paragraph | None = None
    gap = page = False
    last: Marker | None = None
    for line in lines:
        if line.blank:
            gap = True
            continue
        if _page_number(line, printed):
            result.append(Paragraph([line], page=True))
            page = True
            continue
        marker = markers.read(line.text)
        between = _Between(gap=gap, page=page, width=width, marker=last)
        if current is not None and _continues(current, line, marker, between):
            current.lines.append(line)
        else:
            current = Paragraph([line], marker)
            result.append(current)
            last = marker or last
        gap = page = False
    return result


def _page_number(line: Line, printed: Sequence[Line]) -> bool:
    return bool(frame.PAGE.match(line.folded)) and len(line.text) <= 12 and line is not printed[0]


# Words that no sentence ends with, so that the next line goes on with it.
_LEADS_ON = re.compile(
    r"(?:(?<!\w)(?:so|ngay|thang|nam|cua|tai|theo|va|cac|ve|voi|tu|den|do|duoc|trong|ban hanh kem theo|hoac|boi|nhung"
    r"|cong van|quyet dinh|nghi dinh|thong tu|nghi quyet|khoan|diem|dieu)|/)$"
)
_HALF_PINPOINT = re.compile(r"(?<!\w)(?:diem|khoan|dieu|muc|chuong)\s[\w.]{1,4}$")
_REST_OF_PINPOINT = re.compile(
    r"(?:khoan|dieu|muc|chuong|phan|cua|cong van|quyet dinh|nghi dinh|thong tu|nghi quyet|luat|bo luat)\s"
)


@dataclass(frozen=True, slots=True)
class _Between:
    """What lies between two printed lines, and what is known of the text around them."""

    gap: bool
    """A blank line."""
    page: bool
    """A page number, with or without blank lines."""
    width: int
    """Characters of a full line in wrapped text; 0 where a paragraph is one line."""
    marker: Marker | None
    """The last marker met."""


def _continues(current: Paragraph, line: Line, marker: Marker | None, between: _Between) -> bool:
    """Say whether ``line`` goes on with the sentence of ``current``."""
    width = between.width
    last = current.lines[-1]
    if last.text.endswith("-") and len(last.text) > 2 and last.text[-2].isalnum():
        return True  # a word or a symbol cut at the hyphen: "QĐ-" then "BGTVT"
    if marker is None and not last.capitals and _LEADS_ON.search(last.folded):
        return True
    if (
        marker is None
        and _HALF_PINPOINT.search(last.folded)
        and _REST_OF_PINPOINT.match(line.folded)
    ):
        return True
    open_end = last.text[-1] not in _TERMINAL and not last.text.endswith("./.")
    lower = line.text[0].islower()
    full = bool(width) and last.raw >= 0.72 * width
    if marker is not None:
        if between.page or between.gap:
            return full and between.page and _named(last)
        return open_end and full and _false_marker(last, line, marker, between.marker)
    if between.page and full:
        # A page break inside a paragraph of wrapped lines: blank lines are the page's own.
        return open_end and _one_case(last, line)
    if between.page or between.gap:
        # A page break in the middle of a sentence.
        return open_end and lower and not last.capitals
    if not width:
        return open_end and lower
    if not _one_case(last, line):
        return False
    if lower:
        return True
    short = last.raw < 0.75 * width
    if open_end:
        return not short
    return last.raw >= 0.9 * width


def _one_case(left: Line, right: Line) -> bool:
    """Say whether two lines are both in capitals or both not; numbers alone agree with either."""
    lettered = all(sum(map(str.isalpha, line.text)) >= 2 for line in (left, right))
    return not lettered or left.capitals == right.capitals


def _false_marker(last: Line, line: Line, marker: Marker, before: Marker | None) -> bool:
    """Say whether what looks like a marker is a word of a full, wrapped line.

    "… thương tích trong giai đoạn 2022" then "- 2025, …"; "… ngày 08/6/19" then "96. …".
    A number that carries on the count is a marker all the same.
    """
    if marker.level in {Level.DASH, Level.PLUS} or _named(last):
        return True
    if marker.level is Level.ARTICLE:
        return not line.text[marker.length :].strip()
    if marker.level is Level.CLAUSE:
        number = int("".join(char for char in marker.number if char.isdigit()) or 0)
        known = before.number if before and before.level is Level.CLAUSE else ""
        follows = number == 1 or (known.isdigit() and number == int(known) + 1)
        return number > 20 and not follows
    return False


def _named(last: Line) -> bool:
    """Say whether a line ends with a word that a number must follow."""
    return last.folded.endswith(
        (" dieu", " khoan", " diem", " muc", " so", " ngay", " thang")
    ) and not last.folded.endswith((" danh muc", " co so", " cac so"))


@dataclass(slots=True)
class _Place:
    """The point that the reader is in while walking down the body."""

    prefix: tuple[Step, ...] = ()
    path: list[Step] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    seen: Counter[str] = field(default_factory=Counter)
    findings: list[Finding] = field(default_factory=list)

    def enter(self, marker: Marker, span: Span, printed: str) -> str:
        """Go to the point that a marker opens; return its anchor."""
        rank = _RANK[marker.level]
        self.path = [step for step in self.path if _RANK[step.level] < rank]
        number = marker.number
        if marker.level in {Level.DASH, Level.PLUS}:
            key = f"{anchor_of(self.prefix, self.path)}/{marker.level}"
            self.counts[key] += 1
            number = str(self.counts[key])
        step = Step(marker.level, number)
        anchor = anchor_of(self.prefix, [*self.path, step])
        self.seen[anchor] += 1
        if self.seen[anchor] > 1:
            step = Step(marker.level, f"{number}-lan-{self.seen[anchor]}".lstrip("-"))
            anchor = anchor_of(self.prefix, [*self.path, step])
            self.findings.append(finding(Code.POINT_REPEATED, span, marker=printed, anchor=anchor))
        self.path.append(step)
        return anchor


def anchor_of(prefix: Sequence[Step], path: Sequence[Step]) -> str:
    """Return the anchor of a path: "khoan-1-diem-c-gach-2"."""
    return "-".join(map(str, (*prefix, *path)))


def aliases_of(prefix: tuple[Step, ...], path: Sequence[Step]) -> tuple[str, ...]:
    """Return the shorter anchors of a point: an article is unique without its chapter."""
    for index, step in enumerate(path):
        if step.level is Level.ARTICLE:
            return (anchor_of(prefix, path[index:]),) if index else ()
    return ()


def blocks(
    text: str, lines: Sequence[Line], prefix: tuple[Step, ...] = ()
) -> tuple[list[Block], list[Finding]]:
    """Parse the lines of a body into blocks that know their point.

    ``prefix`` is put before every anchor (an attached document's ``kem-theo-1``).
    """
    place = _Place(prefix=prefix)
    groups = paragraphs(lines)
    closing = _closing(groups)
    result: list[Block] = []
    for index, group in enumerate(groups):
        if group.page:
            result.append(Block(role=Role.PAGE, spans=group.spans(), place=_where(place)))
            continue
        if index == closing:
            place.path = []
        spans = group.spans()
        anchor = marker_span = None
        aliases: tuple[str, ...] = ()
        if group.marker is not None:
            marker_span = _printed_marker(text, spans[0], group.marker, group.lines[0])
            anchor = place.enter(group.marker, marker_span, marker_span.of(text))
            aliases = aliases_of(prefix, place.path)
        heading = group.marker is None and all(line.capitals for line in group.lines)
        role = Role.HEADING if heading else Role.PARAGRAPH
        if "|" in group.text and group.text.count("|") >= 2:
            role = Role.TABLE
        result.append(
            Block(
                role=role,
                spans=spans,
                path=(*prefix, *place.path),
                anchor=anchor,
                aliases=aliases,
                marker=marker_span,
                place=_where(place) if prefix or closing is None or index < closing else "ket-thuc",
            )
        )
    return result, place.findings


def _where(place: _Place) -> str:
    return anchor_of(place.prefix, place.path) or "mo-dau"


def _printed_marker(text: str, span: Span, marker: Marker, line: Line) -> Span:
    """Find the marker in the source, where emphasis marks may stand inside it."""
    wanted = "".join(line.text[: marker.length].split())
    at, end = 0, span.start
    for offset in range(span.start, span.end):
        char = text[offset]
        if at == len(wanted):
            break
        if char in "*\u00ad\u200b" or char.isspace():
            continue
        at += 1
        end = offset + 1
    return Span(span.start, end)


def _closing(groups: Sequence[Paragraph]) -> int | None:
    """Return the index of the first paragraph of the close, after the last point.

    The close is what is no longer part of the last point: the unnumbered paragraphs after
    it, but for the one that a heading point ("c) Về kết nối …:") needs as its text.
    """
    numbered = [index for index, group in enumerate(groups) if group.marker is not None]
    if not numbered:
        return None
    last = numbered[-1]
    tail = [index for index in range(last + 1, len(groups)) if not groups[index].page]
    if not tail:
        return None
    if _is_heading(groups[last]):
        rest = [index for index in tail[1:] if _says_goodbye(groups[index])]
        return rest[0] if rest else None
    return tail[0]


def _is_heading(group: Paragraph) -> bool:
    text = group.text.rstrip("*")
    return text.endswith(":") or text[-1] not in _TERMINAL


_GOODBYE = (
    "yeu cau", "de nghi", "tren day", "nhan duoc", "cac nhiem vu tren", "tran trong", "kinh de nghi",
    "trong qua trinh", "qua trinh", "uy ban nhan dan", "ubnd", "chu tich", "giao ", "cac so", "thu truong",
    "kinh mong", "rat mong", "van ban nay", "cong van nay", "can cu noi dung",
)  # fmt: skip


def _says_goodbye(group: Paragraph) -> bool:
    return group.text.rstrip("*").endswith(("./.", "/.")) or group.lines[0].folded.startswith(
        _GOODBYE
    )
