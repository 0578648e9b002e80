"""Every page of the archive, from the graph."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import jinja2
import yaml

from vankho.model.document import Document
from vankho.model.graph import Edge, Graph, Node
from vankho.model.letter import Letter, Metadata
from vankho.model.page import Page
from vankho.model.resolution import Resolution
from vankho.model.source import Replacement
from vankho.stages.render import words
from vankho.stages.render.entries import (
    banners,
    citation_link,
    cited_by_groups,
    cites_groups,
    entry,
    relative,
)
from vankho.stages.render.letter_text import letter_text, link_spans
from vankho.stages.render.markdown import Link, escape


@dataclass(frozen=True, slots=True, kw_only=True)
class Renderer:
    """Templates and the settings that pages depend on."""

    graph: Graph
    page_size: int
    replacements: dict[str, tuple[Replacement, ...]]
    """Path of a letter → the transcription fixes stated for it."""
    environment: jinja2.Environment

    def fill(self, template: str, **values: object) -> str:
        """Fill a template; runs of blank lines become one."""
        text = self.environment.get_template(template).render(values)
        return _squeeze(text)


def make_renderer(
    graph: Graph, page_size: int, replacements: dict[str, tuple[Replacement, ...]]
) -> Renderer:
    """Prepare the templates. An undefined name in one is an error, not an empty word."""
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("vankho"),
        undefined=jinja2.StrictUndefined,
        autoescape=jinja2.select_autoescape(["html.j2"]),
        keep_trailing_newline=True,
    )
    return Renderer(
        graph=graph, page_size=page_size, replacements=replacements, environment=environment
    )


def _squeeze(text: str) -> str:
    """Make runs of blank lines one, and take the blanks of templates away at line ends."""
    lines: list[str] = []
    for raw in text.split("\n"):
        line = raw.rstrip(" ")
        if line or (lines and lines[-1]):
            lines.append(line)
    return "\n".join(lines).rstrip("\n") + "\n"


def front_matter(**fields: object) -> str:
    """Write front matter as YAML, in the order given, empty fields left out."""
    kept = {key: value for key, value in fields.items() if value not in (None, "", [], {})}
    return yaml.safe_dump(kept, allow_unicode=True, sort_keys=False, width=10_000)


def document_pages(render: Renderer) -> Iterator[Page]:
    """Yield the page of every document, held or not."""
    for node in render.graph.nodes.values():
        if node.document.letter is not None:
            yield _letter_page(render, node, node.document.letter)
        else:
            yield _stub_page(render, node)
        yield from _backlink_pages(render, node)


def _source_path(document: Document) -> str:
    return document.url.removesuffix(".html") + ".md"


def _letter_page(render: Renderer, node: Node, letter: Letter) -> Page:
    document = node.document
    page = document.url

    def href(resolution: Resolution, anchor: str | None) -> Link:
        return citation_link(render.graph, resolution, anchor, page)

    fixes = render.replacements.get(letter.path, ())
    return Page(
        _source_path(document),
        render.fill(
            "letter.md.j2",
            front_matter=_letter_front_matter(document, letter),
            title=escape(words.name(document)),
            subject=escape(letter.metadata.subject or ""),
            banners=banners(render.graph, node, page),
            properties=list(_properties(document, letter)),
            replacements=[
                {"old": escape(fix.old), "new": escape(fix.new), "note": escape(fix.note)}
                for fix in fixes
            ],
            body=letter_text(letter, link_spans(node.cites, href)),
            cites=cites_groups(render.graph, node, page),
            **_backlinks(render, node),
        ),
    )


def _stub_page(render: Renderer, node: Node) -> Page:
    document = node.document
    return Page(
        _source_path(document),
        render.fill(
            "stub.md.j2",
            front_matter=front_matter(
                title=words.name(document),
                id=document.id,
                held=False,
                **_identity(document),
            ),
            title=escape(words.name(document)),
            banners=banners(render.graph, node, document.url),
            properties=list(_stub_properties(document, node)),
            **_backlinks(render, node),
        ),
    )


def _identity(document: Document) -> dict[str, object]:
    return {
        "type": document.type,
        "number": document.number,
        "number_year": document.number_year,
        "symbol": document.symbol,
        "reference": document.reference,
        "issued": document.issued.isoformat() if document.issued else None,
        "issuer": document.issuer,
        "subject": document.title,
    }


def _letter_front_matter(document: Document, letter: Letter) -> str:
    metadata = letter.metadata
    signer = metadata.signer
    return front_matter(
        title=words.name(document),
        description=metadata.subject,
        id=document.id,
        held=True,
        **_identity(document),
        place=metadata.place,
        parent_body=metadata.parent_body,
        addressees=list(metadata.addressees),
        recipients=list(metadata.recipients),
        drafting_unit=metadata.drafting_unit,
        signer={
            "capacity": list(signer.capacity),
            "position": signer.position,
            "name": signer.name,
        }
        if signer
        else None,
        urgency=metadata.urgency,
        stated=list(metadata.stated),
        source={"path": letter.path, "sha256": letter.sha256},
    )


_UNREAD = "*không đọc được*"
_STATED = " *(do người lưu trữ khai)*"


def _properties(document: Document, letter: Letter) -> Iterator[tuple[str, str]]:
    metadata = letter.metadata
    rows: tuple[tuple[str, str, str], ...] = (
        ("type", "Loại văn bản", metadata.type or ""),
        ("number", "Số, ký hiệu", metadata.reference or _without_number(metadata)),
        ("issued", "Ngày ban hành", words.date(metadata.issued)),
        ("issuer", "Cơ quan ban hành", metadata.issuer or ""),
        ("parent_body", "Cơ quan chủ quản", metadata.parent_body or "-"),
        ("place", "Địa danh", metadata.place or "-"),
        ("urgency", "Độ khẩn", metadata.urgency or "-"),
        ("subject", "Trích yếu", metadata.subject or ""),
    )
    for field, name, value in rows:
        if value == "-":
            continue
        note = _STATED if field in metadata.stated else ""
        yield name, (escape(value) if value else _UNREAD) + note
    if metadata.addressees:
        yield "Kính gửi", "<br>".join(map(escape, metadata.addressees))
    signer = metadata.signer
    if signer and (signer.name or signer.position):
        office = ", ".join([*signer.capacity, *([signer.position] if signer.position else [])])
        yield (
            "Người ký",
            f"{escape(signer.name) if signer.name else _UNREAD}"
            + (f" ({escape(office)})" if office else ""),
        )
    if metadata.recipients:
        yield "Nơi nhận", "<br>".join(map(escape, metadata.recipients))
    if metadata.drafting_unit:
        yield "Đơn vị soạn thảo", escape(metadata.drafting_unit)
    if letter.original:
        yield "Bản gốc", escape(letter.original)
    yield "Tệp nguồn", f"{escape(letter.path)}, {words.count(letter.size, 'byte')}"
    yield "SHA-256", f"<code>{letter.sha256}</code>"
    yield "Mã văn bản", f"<code>{document.id}</code>"


def _without_number(metadata: Metadata) -> str:
    return f"(chưa có số) /{metadata.symbol}" if metadata.symbol else ""


def _stub_properties(document: Document, node: Node) -> Iterator[tuple[str, str]]:
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


def _backlinks(render: Renderer, node: Node) -> dict[str, object]:
    """Return the newest backlinks, and where the rest is."""
    edges = node.cited_by
    paged = len(edges) > render.page_size
    first = relative(_backlink_url(node.document, 1), node.document.url)
    return {
        "cited_by": cited_by_groups(render.graph, edges[: render.page_size], node.document.url),
        "more_backlinks": first if paged else "",
        "backlink_count": f"{len(edges):,}".replace(",", "."),
    }


def _backlink_url(document: Document, number: int) -> str:
    return f"danh-sach/vien-dan/{document.id}-trang-{number}.html"


def _backlink_pages(render: Renderer, node: Node) -> Iterator[Page]:
    """Yield the pages of a long list of backlinks, from the oldest on, so that full ones never change."""
    size = render.page_size
    if len(node.cited_by) <= size:
        return
    oldest: Sequence[Edge] = node.cited_by[::-1]
    total = (len(oldest) + size - 1) // size
    for number in range(1, total + 1):
        url = _backlink_url(node.document, number)
        title = f"Các văn bản viện dẫn {words.name(node.document)} (trang {number})"
        content = render.fill(
            "backlinks.md.j2",
            front_matter=front_matter(title=title),
            title=escape(title),
            document=entry(node.document, url),
            groups=cited_by_groups(render.graph, oldest[(number - 1) * size : number * size], url),
            neighbours=_neighbours(node.document, number, total),
        )
        yield Page(url.removesuffix(".html") + ".md", content)


def _neighbours(document: Document, number: int, total: int) -> list[tuple[str, str]]:
    here = _backlink_url(document, number)
    found = []
    if number > 1:
        found.append(("Trang trước (cũ hơn)", relative(_backlink_url(document, number - 1), here)))
    if number < total:
        found.append(("Trang sau (mới hơn)", relative(_backlink_url(document, number + 1), here)))
    return found


def number_pages(render: Renderer) -> Iterator[Page]:
    """Yield a page per reference without a year: it forwards to the one document, or lists them."""
    for number, ids in render.graph.numbers.items():
        url = f"so/{number}.html"
        documents = [render.graph.document(document_id) for document_id in ids]
        uncertain = render.graph.uncertain.get(number, ())
        if len(documents) == 1 and not uncertain:
            only = documents[0]
            content = render.fill(
                "forward.html.j2",
                title="Chuyển đến văn bản",
                name=words.name(only),
                url=relative(only.url, url),
            )
            yield Page(url, content)
            continue
        first = documents[0]
        title = (
            f"Văn bản mang số {first.number}/{first.symbol}"
            if first.reference
            else words.name(first)
        )
        content = render.fill(
            "number.md.j2",
            front_matter=front_matter(title=title),
            title=escape(title),
            entries=[entry(document, url) for document in documents],
            uncertain=cited_by_groups(render.graph, uncertain, url),
        )
        yield Page(f"so/{number}.md", content)
