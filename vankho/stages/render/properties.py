"""The properties of a document: a line of what matters most, and the whole table."""

from collections.abc import Callable, Iterator, Sequence

from vankho.model.document import Document
from vankho.model.graph import Node
from vankho.model.letter import Letter, Metadata, Signer
from vankho.registry.names import on_line
from vankho.stages.render import words
from vankho.stages.render.entries import relative
from vankho.stages.render.markdown import escape
from vankho.stages.render.renderer import Renderer
from vankho.stages.render.shelves import ISSUER, SIGNER, TYPE, Kind, Shelf

_UNREAD = "*không đọc được*"
_STATED = " *(do người lưu trữ khai)*"
_ADDRESSEES_IN_FACTS = 3
MOST_NAMES = 100
"""The most addressees or recipients that a page lists beside the text, which has them all."""


def facts(render: Renderer, document: Document, letter: Letter) -> str:
    """Return one line that says who wrote to whom, each name a link to its list."""
    metadata = letter.metadata
    parts = []
    if document.issuer:
        parts.append(_on_shelf(render, document, ISSUER, document.issuer))
    if metadata.signer and metadata.signer.name:
        parts.append(f"{_on_shelf(render, document, SIGNER, metadata.signer.name)} ký")
    if metadata.addressees:
        shown = [
            _addressee(render, document, n) for n in metadata.addressees[:_ADDRESSEES_IN_FACTS]
        ]
        rest = len(metadata.addressees) - len(shown)
        more = f" và {words.count(rest, 'nơi khác')}" if rest else ""
        parts.append(f"gửi {', '.join(shown)}{more}")
    if metadata.urgency:
        parts.append(f"**{escape(metadata.urgency)}**")
    return " · ".join(parts)  # fmt: skip


def properties(render: Renderer, document: Document, letter: Letter) -> Iterator[tuple[str, str]]:
    """Yield the rows of the table of a held document."""
    metadata = letter.metadata
    rows: tuple[tuple[str, str, str | None], ...] = (
        ("type", "Loại văn bản", _linked(render, document, TYPE, metadata.type)),
        ("number", "Số, ký hiệu", escape(metadata.reference or _without_number(metadata))),
        ("issued", "Ngày ban hành", _dated(render, document, metadata)),
        ("issuer", "Cơ quan ban hành", _linked(render, document, ISSUER, metadata.issuer)),
        ("parent_body", "Cơ quan chủ quản", _optional(metadata.parent_body)),
        ("place", "Địa danh", _optional(metadata.place)),
        ("urgency", "Độ khẩn", _optional(metadata.urgency)),
        ("subject", "Trích yếu", escape(metadata.subject or "")),
        ("addressees", "Kính gửi", _lines(metadata.addressees, lambda name: _addressee(render, document, name))),
        ("signer", "Người ký", _signed(render, document, metadata.signer)),
        ("recipients", "Nơi nhận", _lines(metadata.recipients, escape)),
        ("drafting_unit", "Đơn vị soạn thảo", _optional(metadata.drafting_unit)),
    )  # fmt: skip
    for field, name, value in rows:
        if value is not None:
            yield name, (value or _UNREAD) + (_STATED if field in metadata.stated else "")
    if letter.original:
        yield "Bản gốc", _original(render, document, letter.original)
    yield "Tệp nguồn", f"{escape(letter.path)}, {words.count(letter.size, 'byte')}"
    yield "SHA-256", f"<code>{letter.sha256}</code>"
    yield "Mã văn bản", f"<code>{document.id}</code>"


def stub_properties(document: Document, node: Node) -> Iterator[tuple[str, str]]:
    """Yield the rows of the table of a document known by citation only."""
    rows = (
        ("Loại văn bản", document.type),
        ("Số, ký hiệu", document.reference),
        ("Ngày ban hành", words.date(document.issued)),
        ("Cơ quan ban hành", document.issuer),
        ("Tên, trích yếu", document.title),
    )
    for name, value in rows:
        if value:
            yield name, escape(value)
    letters = len({edge.citing for edge in node.cited_by})
    yield (
        "Được viện dẫn",
        f"{words.count(len(node.cited_by), 'lượt')} trong {words.count(letters, 'văn bản')}",
    )
    yield "Mã văn bản", f"<code>{document.id}</code>"


def _link(document: Document, shelf: Shelf | None, text: str) -> str:
    return f"[{escape(text)}]({relative(shelf.url, document.url)})" if shelf else escape(text)


def _on_shelf(render: Renderer, document: Document, kind: Kind, name: str) -> str:
    return _link(document, render.shelves.named(kind, name), name)


def _linked(render: Renderer, document: Document, kind: Kind, name: str | None) -> str:
    return _on_shelf(render, document, kind, name) if name else ""


def _addressee(render: Renderer, document: Document, line: str) -> str:
    return "; ".join(
        _link(document, render.shelves.addressee(document, name), name) for name in on_line(line)
    )


def _dated(render: Renderer, document: Document, metadata: Metadata) -> str:
    if metadata.issued is None:
        return ""
    month = render.years.month_url(document)
    text = words.date(metadata.issued)
    return f"[{text}]({relative(month, document.url)})" if month else text


def _optional(value: str | None) -> str | None:
    return escape(value) if value else None


def _lines(names: Sequence[str], write: Callable[[str], str]) -> str | None:
    shown = [write(name) for name in names[:MOST_NAMES]]
    if len(names) > MOST_NAMES:
        shown.append(f"và {words.count(len(names) - MOST_NAMES, 'nơi khác')}")
    return "<br>".join(shown) if shown else None


def _signed(render: Renderer, document: Document, signer: Signer | None) -> str | None:
    if signer is None or not (signer.name or signer.position):
        return None
    name = _on_shelf(render, document, SIGNER, signer.name) if signer.name else _UNREAD
    office = ", ".join([*signer.capacity, *([signer.position] if signer.position else [])])
    return f"{name} ({escape(office)})" if office else name


def _original(render: Renderer, document: Document, path: str) -> str:
    scan = render.scans.get(document.id)
    if scan is None:
        return f"{escape(path)} *(chưa có tệp)*"
    size = words.count(-(-scan.size // 1024), "kB")
    url = relative(scan.url, document.url)
    return f"[{escape(path)}]({url}) ({size})<br>SHA-256 <code>{scan.sha256}</code>"


def _without_number(metadata: Metadata) -> str:
    return f"(chưa có số) /{metadata.symbol}" if metadata.symbol else ""
