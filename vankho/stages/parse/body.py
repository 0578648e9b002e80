"""The body: its paragraphs, and the points that they open or stand in."""

import re
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass, field, replace

from vankho.grammar import header as frame
from vankho.grammar.marker import Marker
from vankho.model.finding import Code, Finding, finding
from vankho.model.letter import COUNTED, RANK, Block, Level, Role, Step
from vankho.stages.parse import quotes
from vankho.stages.parse.lines import Line
from vankho.stages.parse.make import TERMINAL
from vankho.stages.parse.paragraphs import Paragraph, paragraphs
from vankho.text.span import Span


@dataclass(slots=True)
class _Place:
    """The point that the reader is in while walking down the body."""

    prefix: tuple[Step, ...] = ()
    path: list[Step] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    seen: Counter[str] = field(default_factory=Counter)
    findings: list[Finding] = field(default_factory=list)

    def enter(self, marker: Marker, span: Span, printed: str, *, inside: bool = False) -> str:
        """Go to the point that a marker opens; return its anchor.

        ``inside``: a section or part of the article that is open, not one that ends it.
        """
        kept = self.article() if inside else 0
        self.path = self.path[
            : next((i for i, s in enumerate(self.path) if i >= kept and _ends(s, marker)), None)
        ]
        number = marker.number
        if marker.level in COUNTED:
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

    def leave_list(self) -> None:
        """Go back to the point that the list stands in."""
        while self.path and self.path[-1].level in COUNTED:
            self.path.pop()

    def article(self) -> int:
        """Return how many steps lead into the article that is open; 0 where none is."""
        return next((i for i, step in enumerate(self.path, 1) if step.level is Level.ARTICLE), 0)


def _ends(step: Step, marker: Marker) -> bool:
    """Say whether a marker ends the point of ``step``: "a)" stands in "1.1", never the reverse."""
    lettered = marker.level is Level.POINT and not marker.number[0].isdigit()
    if lettered and step.level in {Level.POINT, Level.SUBPOINT}:
        return not step.number[0].isdigit()
    decimal = marker.number[:1].isdigit() and "-" in marker.number
    if decimal and step.level is Level.POINT and not step.number[0].isdigit():
        return RANK[marker.level] <= RANK[Level.SUBPOINT]
    return RANK[step.level] >= RANK[marker.level]


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
    text: str,
    lines: Sequence[Line],
    prefix: tuple[Step, ...] = (),
    *,
    annexes: bool = True,
    width: int | None = None,
) -> tuple[list[Block], list[Finding]]:
    """Parse the lines of a body into blocks that know their point.

    ``prefix`` is put before every anchor (an attached document's ``kem-theo-1``).
    Without ``annexes`` none begins here: what follows a signature is elsewhere.
    ``width`` is that of the text before this one, None where there is none.
    """
    place = _Place(prefix=prefix)
    groups = paragraphs(text, lines, width)
    quoted = quotes.inside(groups)
    for index in quoted:
        groups[index].marker = None
    for group in groups:
        if not annexes and group.marker is not None and group.marker.level is Level.ANNEX:
            group.marker = None
    closing = _closing(groups, quoted)
    agreed = _agreed(groups)
    result: list[Block] = []
    for index, group in enumerate(groups):
        if group.page:
            result.append(Block(role=group.role, spans=group.spans(), place=_where(place)))
            continue
        if index in (closing, agreed) or _decides(groups, index):
            place.path = []
        if len(place.path) == 1 and _enacts(groups, index):
            place.path = []
        if _ends_list(groups, index):
            place.leave_list()
        spans = group.spans()
        anchor = marker_span = None
        aliases: tuple[str, ...] = ()
        if group.marker is not None:
            marker_span = _printed_marker(text, spans[0], group.marker, group.lines[0])
            inside = _divides_article(groups, index, place)
            anchor = place.enter(group.marker, marker_span, marker_span.of(text), inside=inside)
            aliases = aliases_of(prefix, place.path)
        heading = group.marker is None and all(line.capitals for line in group.printed)
        role = Role.HEADING if heading and group.role is Role.PARAGRAPH else group.role
        result.append(
            Block(
                role=role,
                spans=spans,
                path=(*prefix, *place.path),
                anchor=anchor,
                aliases=aliases,
                marker=marker_span,
                quoted=index in quoted,
                place=_where(place) if prefix or closing is None or index < closing else "ket-thuc",
            )
        )
    return _told_apart(result), place.findings


def _told_apart(result: list[Block]) -> list[Block]:
    """Take from articles the short anchors that several claim: numbers may begin anew in a chapter."""
    claims = Counter(name for block in result for name in (block.anchor, *block.aliases) if name)
    return [
        replace(block, aliases=tuple(name for name in block.aliases if claims[name] == 1))
        if block.aliases
        else block
        for block in result
    ]


def _decides(groups: Sequence[Paragraph], index: int) -> bool:
    """Match "QUYẾT ĐỊNH:": what follows stands in none of the sections that gave the reasons.

    Right below "Chương II" the same words are a title.
    """
    group, line = groups[index], groups[index].lines[0]
    if group.marker is not None or not line.capitals or not frame.DECISION.match(line.folded):
        return False
    above = groups[index - 1] if index else None
    return above is None or above.marker is None or len(above.text) > above.marker.length


def _enacts(groups: Sequence[Paragraph], index: int) -> bool:
    """Match "Ban Thường vụ Tỉnh ủy quy định như sau:" below bases of which each has a dash."""
    group, above = groups[index], groups[index - 1] if index else None
    if group.marker is not None or above is None or not _is_item(above):
        return False
    words = above.lines[0].folded.lstrip("-+* ")
    return group.text.endswith(":") and frame.BASIS.match(words) is not None


def _ends_list(groups: Sequence[Paragraph], index: int) -> bool:
    """Say whether an unmarked paragraph stands below a list, not in the last item of it.

    The items above have one paragraph each, the last of them a full stop, and none follows.
    """
    if groups[index].marker is not None or groups[index].role is not Role.PARAGRAPH:
        return False
    if _CONCLUDES.match(groups[index].lines[0].folded):
        return True
    above = [group for group in groups[max(0, index - _ITEMS) : index] if not group.page]
    items = above[-2:]
    if len(items) < 2 or not all(map(_is_item, items)):
        return False
    following = (groups[at] for at in range(index + 1, len(groups)))
    marked = next((group for group in following if group.marker is not None), None)
    return items[-1].text.endswith(".") and not (marked is not None and _is_item(marked))


_CONCLUDES = re.compile(
    r"(?:can cu|tu|theo)(?: vao)?(?: cac| nhung)? (?:quy dinh|noi dung|can cu|co so)(?: phap luat)? (?:neu )?tren\b"
)
"""What is concluded of all that a list quotes: "Căn cứ quy định trên, trường hợp Công ty …"."""
_ITEMS = 6
"""Two items of a list, with what a page leaves between them."""


def _is_item(group: Paragraph) -> bool:
    return group.marker is not None and group.marker.level in COUNTED


def _divides_article(groups: Sequence[Paragraph], index: int, place: _Place) -> bool:
    """Say whether "I." or "A." opens a section of an article, not one that the articles stand in.

    "Điều 1. Phê duyệt Chương trình … với những nội dung sau:", then "I. MỤC TIÊU", and "Điều 2."
    when its sections are over.
    """
    marker, article = groups[index].marker, place.article()
    if marker is None or not article or marker.level not in {Level.PART, Level.SECTION}:
        return False
    if groups[index].lines[0].folded.startswith(("phan ", "muc ")):
        return False
    if any(step.level in {Level.PART, Level.SECTION} for step in place.path[article:]):
        return True
    above = next((groups[at] for at in range(index - 1, -1, -1) if not groups[at].page), None)
    return (
        marker.number in {"i", "a"} and above is not None and above.text.rstrip("*").endswith(":")
    )


def _agreed(groups: Sequence[Paragraph]) -> int | None:
    """Return where the articles of a contract begin, behind "I. BÊN A", "II. BÊN B" which hold none.

    Sections that divide articles have some in the first of them.
    """
    found = [(at, group.marker.level) for at, group in enumerate(groups) if group.marker]
    levels = [level for _, level in found]
    if Level.ARTICLE not in levels:
        return None
    first = levels.index(Level.ARTICLE)
    larger = [level for level in levels if level in {Level.PART, Level.SECTION}]
    parties = [level for level in levels[:first] if level in {Level.PART, Level.SECTION}]
    return (
        found[first][0]
        if len(parties) > 1 and len(set(parties)) == 1 and parties == larger
        else None
    )


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


def _closing(groups: Sequence[Paragraph], quoted: Set[int]) -> int | None:
    """Return the index of the first paragraph of the close, after the last point.

    The close is what is no longer part of the last point: the unnumbered paragraphs after
    it, but for the one that a heading point ("c) Về kết nối …:") needs as its text.
    """
    numbered = [index for index, group in enumerate(groups) if group.marker is not None]
    if not numbered:
        return None
    last = numbered[-1]
    after = range(last + 1, len(groups))
    tail = [at for at in after if not groups[at].page and groups[at].role is not Role.TABLE]
    marker = groups[last].marker
    article = marker is not None and marker.level is Level.ARTICLE
    while article and tail and _CARRY_OUT.search(groups[tail[0]].text[-_CARRY_OUT_REACH:]):
        tail = tail[1:]
    if not tail:
        return None
    if _is_heading(groups[last]):
        closes = _is_passed if article else _says_goodbye
        # A table is text enough for the heading above it.
        text = tail[1:] if groups[last + 1].role is not Role.TABLE else tail
        rest = [index for index in text if index not in quoted and closes(groups[index])]
        return rest[0] if rest else None
    return tail[0]


def _is_passed(group: Paragraph) -> bool:
    """Match "Luật này được Quốc hội … thông qua": below an article all else is its text."""
    return bool(_PASSED.match(group.lines[0].folded))


_CARRY_OUT = re.compile(r"chịu trách nhiệm (?:thi hành|thực hiện|tổ chức)")
"""Who has to carry out a decision is named by its last article, in a paragraph below the first."""
_CARRY_OUT_REACH = 120

_PASSED = re.compile(r"(?:(?:bo )?luat|phap lenh|nghi quyet) nay (?:da )?duoc\s")


def _is_heading(group: Paragraph) -> bool:
    text = group.text.rstrip("*")
    return text.endswith(":") or (text[-1] not in TERMINAL and not _is_item(group))


_GOODBYE = (
    "yeu cau", "de nghi", "tren day", "nhan duoc", "cac nhiem vu tren", "tran trong", "kinh de nghi",
    "trong qua trinh", "qua trinh", "uy ban nhan dan", "ubnd", "chu tich", "giao ", "cac so", "thu truong",
    "kinh mong", "rat mong", "van ban nay", "cong van nay", "can cu noi dung",
)  # fmt: skip


def _says_goodbye(group: Paragraph) -> bool:
    return group.text.rstrip("*").endswith(("./.", "/.")) or group.lines[0].folded.startswith(
        _GOODBYE
    )
