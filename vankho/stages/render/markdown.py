"""Write text as Markdown that renders to exactly that text."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape as escape_html

from vankho.text.plain import shown

# Entities, not backslashes, for what Markdown or its extensions may read: an entity is
# inert in every context, and Python-Markdown keeps Vietnamese letters around it whole.
_SPECIAL = re.compile(r"[\\`*_{}\[\]<>#&|~^=!\"$]|:(?![ \n]|$)")
_NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_LINE_START = re.compile(
    r"^(?P<blank>[ \t\f\v\u00a0]*)(?P<mark>[-+]|\d+(?=[.)]))?(?P<sign>[.)])?", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text of one style."""

    text: str
    bold: bool = False
    italic: bool = False
    link: int | None = None
    """Index of the link that the run belongs to."""
    raw: str | None = None
    """Markup of ours that stands here instead of text."""
    told: tuple[tuple[int, int, str], ...] = ()
    """Abbreviations in ``text``: start, end, what they mean. In order, disjoint."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link in the running text."""

    href: str
    title: str
    css: str = ""


def escape(text: str) -> str:
    """Escape text so that Markdown shows it as it is; line starts are the caller's matter."""
    return _SPECIAL.sub(_entity, shown(text))


def _entity(match: re.Match[str]) -> str:
    return _NAMED.get(match[0], f"&#{ord(match[0])};")


def attribute(text: str) -> str:
    """Escape text for a value between double quotes; Markdown reads those of its own links too."""
    return escape(" ".join(text.split())).replace("'", "&#39;")


def inline(pieces: Sequence[Piece], links: Sequence[Link]) -> str:
    """Write pieces as inline Markdown; neighbours of one link share it."""
    out: list[str] = []
    for index, piece in enumerate(pieces):
        if piece.raw is not None:
            out.append(piece.raw)
            continue
        opens = piece.link is not None and not _same_link(pieces, index, -1)
        closes = piece.link is not None and not _same_link(pieces, index, 1)
        link = links[piece.link] if piece.link is not None else None
        if opens:
            out.append("[")
        out.append(_styled(piece))
        if closes and link:
            css = f" .{link.css}" if link.css else ""
            out.append(f']({link.href}){{: title="{attribute(link.title)}"{css} }}')
    return _line_starts("".join(out))


def _same_link(pieces: Sequence[Piece], index: int, step: int) -> bool:
    other = index + step
    return (
        0 <= other < len(pieces)
        and pieces[other].raw is None
        and pieces[other].link == pieces[index].link
    )


def _with_meanings(piece: Piece, write: Callable[[str], str]) -> str:
    """Write the text of a piece, its abbreviations with what they mean on them."""
    out, at = [], 0
    for start, end, full in piece.told:
        out.append(write(piece.text[at:start]))
        out.append(f'<abbr title="{attribute(full)}">{write(piece.text[start:end])}</abbr>')
        at = end
    return "".join([*out, write(piece.text[at:])])


def _styled(piece: Piece) -> str:
    text = _with_meanings(piece, escape)
    if not (piece.bold or piece.italic) or not text.strip():
        return text
    # Blanks go outside of the marks, where Markdown wants them.
    lead = text[: len(text) - len(text.lstrip())]
    tail = text[len(text.rstrip()) :]
    mark = "**" * piece.bold + "*" * piece.italic
    return f"{lead}{mark}{text.strip()}{mark}{tail}"


def _line_starts(text: str) -> str:
    """Keep a line from opening a list, a heading or a block of code."""

    def safe(match: re.Match[str]) -> str:
        mark, sign = match["mark"] or "", match["sign"] or ""
        if mark in {"-", "+"} and mark:
            return f"\\{mark}{sign}"
        return f"{mark}\\{sign}" if mark and sign else f"{mark}{sign}"

    return _LINE_START.sub(safe, text).rstrip()


def paragraph(text: str, *, ids: str = "", css: Sequence[str] = (), extra: str = "") -> str:
    """Write inline Markdown as a paragraph with an id and classes."""
    words = [f"#{ids}"] if ids else []
    words += [f".{name}" for name in css]
    words += [extra] if extra else []
    return f"{text}\n{{: {' '.join(words)} }}" if words else text


def _escape_in_html(text: str) -> str:
    # Fences of code are looked for before HTML is, at the start of any line.
    escaped = escape_html(shown(text), quote=False)
    return escaped.replace("`", "&#96;").replace("~", "&#126;")


def html_paragraph(
    pieces: Sequence[Piece],
    links: Sequence[Link],
    *,
    ids: str = "",
    css: Sequence[str] = (),
    extra: str = "",
) -> str:
    """Write the same as escaped HTML: for runs so long that Markdown would take too long."""
    out: list[str] = []
    for index, piece in enumerate(pieces):
        if piece.raw is not None:
            out.append(piece.raw)
            continue
        text = _with_meanings(piece, _escape_in_html)
        text = f"<em>{text}</em>" if piece.italic else text
        text = f"<strong>{text}</strong>" if piece.bold else text
        if piece.link is not None:
            link = links[piece.link]
            before = (
                ""
                if _same_link(pieces, index, -1)
                else (
                    f'<a href="{attribute(link.href)}" title="{attribute(link.title)}" class="{link.css}">'
                )
            )
            after = "" if _same_link(pieces, index, 1) else "</a>"
            text = f"{before}{text}{after}"
        out.append(text)
    identity = f' id="{ids}"' if ids else ""
    classes = f' class="{" ".join(css)}"' if css else ""
    more = f" {extra}" if extra else ""
    body = re.sub(r"\n\s*\n", "\n", "".join(out))
    return f"<p{identity}{classes}{more}>{body}</p>"
