"""What must hold for any bytes that are put into an archive as letters."""

import hashlib
import json
import signal
import tempfile
import time
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from xml.etree import ElementTree

import fastjsonschema
import markdown
from mkdocs.config import load_config
from mkdocs.utils import meta
from selectolax.lexbor import LexborHTMLParser

from tests.helpers import HOME, ROOT, registry
from vankho.grammar import secrecy
from vankho.model.graph import Graph
from vankho.model.letter import Letter
from vankho.model.page import Page
from vankho.stages.data import schema_text, write_data
from vankho.stages.data.rows import citation_row, document_row
from vankho.stages.exports import ExportSettings, write_exports
from vankho.stages.extract import extract
from vankho.stages.index import write_index
from vankho.stages.link import link
from vankho.stages.parse import parse
from vankho.stages.prove import leads_somewhere, read_html
from vankho.stages.read import read_bytes
from vankho.stages.render import Archive, render
from vankho.stages.render.quotes import own_act
from vankho.stages.render.words import name
from vankho.stages.resolve import resolve
from vankho.stages.screen import screen
from vankho.text.plain import words_of

CUT = b"\n\x1c\x1c\n"
"""Parts one input into the files of a small archive."""
_FILES = 3
_LONGEST = 60.0
"""Seconds of processor time after which an input counts as a hang."""
_NOTHING_RUNS = "script, iframe, object, embed, base, link, meta, style, img, video, audio, svg:not([class^=vk-])"


class Broken(Exception):  # noqa: N818 - a law is broken, not the harness
    """A law that an input breaks."""

    def __init__(self, law: str, detail: str) -> None:
        super().__init__(f"{law}: {detail}")
        self.law = law
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one input gave."""

    characters: int
    seconds: float
    """Processor time of the stages and of Markdown, without the checks."""
    broken: Broken | None = None
    key: str = ""
    """Tells one fault from another: the law, or the error and the line that raised it."""


class Laws:
    """Runs inputs through the stages and checks what comes out.

    ``thorough`` makes every check on every input.
    """

    def __init__(self, *, thorough: bool = False) -> None:
        self.thorough = thorough
        self.registry = registry()
        settings = load_config(str(ROOT / "mkdocs.yml"))
        self.extensions = settings["markdown_extensions"]
        self.extension_settings = settings["mdx_configs"]
        self.checks = {
            what: fastjsonschema.compile(json.loads(schema_text(what)))
            for what in ("documents", "citations")
        }
        self.archive = Archive(title="Kho thử", page_size=200, url="https://vankho.example/")

    def try_out(self, data: bytes) -> Outcome:
        """Put ``data`` through everything; nothing that it does may raise."""
        start = time.process_time()
        try:
            with _limit(_LONGEST):
                characters, seconds = self._run(data, start)
        except Broken as broken:
            return Outcome(len(data), time.process_time() - start, broken, broken.law)
        except Exception as error:
            where = _last_own_line(error)
            told = Broken("raises", "".join(traceback.format_exception(error)[-6:]))
            key = f"{type(error).__name__} {where}"
            return Outcome(len(data), time.process_time() - start, told, key)
        return Outcome(characters, seconds)

    def _run(self, data: bytes, start: float) -> tuple[int, float]:
        # Dear checks are made for some inputs only, chosen by the input itself.
        digest = bytes(3) if self.thorough else hashlib.sha256(data).digest()
        graph, letters, pages = self._pages(data)
        html = {
            page.path: self._html(page)
            for page in pages
            if page.path.startswith("van-ban/") or digest[0] % 4 == 0
        }
        seconds = time.process_time() - start
        characters = sum(len(letter.text) for letter in letters)
        for letter in letters:
            _blocks_cover(letter)
        _words_kept(graph, html)
        _pages_hold(pages, html)
        self._rows_hold(graph)
        if digest[1] % 8 == 0:
            again = self._pages(data)[2]
            if again != pages:
                raise Broken("deterministic", "two runs gave different pages")
        if digest[2] % 16 == 0:
            self._outputs_hold(graph)
        return characters, seconds

    def _pages(self, data: bytes) -> tuple[Graph, list[Letter], list[Page]]:
        parts = data.split(CUT)[:_FILES]
        sources = [
            read_bytes(part, f"letters/2022/{number}.txt") for number, part in enumerate(parts)
        ]
        for source in sources:
            secrecy.mark(source.text[source.start :])
        letters = [parse(item, self.registry) for item in screen(sources).published]
        citations = [extract(letter, self.registry) for letter in letters]
        for letter, found in zip(letters, citations, strict=True):
            for citation in found:
                if not citation.sentence.covers(citation.span):
                    raise Broken("spans", f"{citation.span} is not in its sentence")
                if not citation.span.of(letter.text).strip():
                    raise Broken("spans", f"{citation.span} is blank")
                if citation.anchor not in {block.anchor for block in letter.blocks}:
                    raise Broken("anchors", f"{citation.anchor} is no block's")
                if any(not citation.span.covers(part.span) for part in citation.pinpoints):
                    raise Broken("spans", f"a pinpoint of {citation.span} is outside of it")
        archive = resolve(letters, citations, self.registry)
        graph = link(archive.documents, archive.resolutions)
        agencies = self.registry.agencies
        fixes = {source.path: source.stated.replace for source in sources}
        ids = self.registry.ids
        pages = render(
            graph,
            self.archive,
            agencies,
            abbreviations=self.registry.abbreviations,
            replacements=fixes,
            scans={},
            ids=ids,
        )
        return graph, letters, list(pages)

    def _html(self, page: Page) -> str:
        """Turn a page into HTML as MkDocs does with the archive's settings."""
        if not page.path.endswith(".md"):
            return page.content
        text, fields = meta.get_data(page.content)
        if not isinstance(fields.get("title"), str) or not fields["title"].strip():
            raise Broken("front matter", f"{page.path} has no title: {page.content[:200]!r}")
        return markdown.markdown(
            text, extensions=self.extensions, extension_configs=self.extension_settings
        )

    def _rows_hold(self, graph: Graph) -> None:
        for node in graph.nodes.values():
            self.checks["documents"](document_row(node, None))
            for item in node.cites:
                self.checks["citations"](citation_row(node.document, item))

    def _outputs_hold(self, graph: Graph) -> None:
        """Write data, exports and index, and read back what has a grammar."""
        with tempfile.TemporaryDirectory() as folder:
            site = Path(folder)
            write_data(graph, {}, site / "data")
            settings = ExportSettings(
                title=HOME, url="https://vankho.example/", name=name, own_act=own_act
            )
            write_exports(graph, settings, site)
            write_index(graph, self.registry.agencies, site / "search", site / "search-before")
            for path in sorted(site.rglob("*")):
                if path.suffix == ".xml":
                    ElementTree.fromstring(path.read_text(encoding="utf-8"))
                elif path.suffix == ".json":
                    json.loads(path.read_text(encoding="utf-8"))


def _blocks_cover(letter: Letter) -> None:
    """Every printed character belongs to one block, in order."""
    at = letter.start
    for span in sorted(span for block in letter.blocks for span in block.spans):
        if span.start < at or letter.text[at : span.start].strip() or not len(span):
            raise Broken("blocks", f"lost, twice or empty around {at}..{span.end}")
        at = span.end
    if letter.text[at:].strip():
        raise Broken("blocks", f"lost after {at}")


def _words_kept(graph: Graph, html: dict[str, str]) -> None:
    for document in graph.held():
        letter = document.letter
        assert letter is not None
        found = read_html(html[document.url.removesuffix(".html") + ".md"]).text
        wanted = words_of(letter.text, letter.start)
        if found != wanted:
            at = next(
                (i for i, (a, b) in enumerate(zip(wanted, found or "", strict=False)) if a != b),
                min(len(wanted), len(found or "")),
            )
            near = slice(max(0, at - 40), at + 40)
            raise Broken("words", f"{wanted[near]!r} became {(found or '')[near]!r}")


_EXPORTED = (".csv", ".sqlite", ".json", ".xml")
"""Files that the exports write after the pages; a whole build proves that they are there."""


def _pages_hold(pages: Sequence[Page], html: dict[str, str]) -> None:
    urls = {_url(page.path) for page in pages}
    everything = urls | {"assets/dau.svg", "index.html", "tim-kiem.html"}
    read = {_url(path): read_html(text) for path, text in html.items()}
    if len(urls) != len(pages):
        raise Broken("urls", "two pages have one path")
    for path, text in html.items():
        _nothing_runs(path, text)
        if path.endswith(".js"):
            continue
        for target in set(read[_url(path)].links):
            if target.partition("?")[0].endswith(_EXPORTED) and _is_ours(target):
                continue
            if not leads_somewhere(target, _url(path), read, everything):
                raise Broken("links", f"{target!r} on {path}")
            if not _is_ours(target):
                raise Broken("links", f"{target!r} on {path} asks another host")
    for page in pages:
        if page.path.endswith(".js"):
            _is_a_call(page)


def _is_ours(target: str) -> bool:
    return target.startswith("mailto:") or ":" not in target.partition("?")[0].partition("#")[0]


def _is_a_call(page: Page) -> None:
    """A script file is one call with JSON for its arguments, and nothing more."""
    _, _, arguments = page.content.partition("(")
    json.loads(f"[{arguments.removesuffix(');' + chr(10))}]")
    if "\u2028" in page.content or "\u2029" in page.content:
        raise Broken("scripts", f"a line separator in {page.path}")


def _nothing_runs(path: str, text: str) -> None:
    if path.endswith(".js"):
        return
    tree = LexborHTMLParser(text)
    own = path.endswith(".html")  # forwarding pages have a head of their own
    for node in tree.css(_NOTHING_RUNS):
        if not (own and node.tag in {"meta", "link"}) and node.tag not in {"meta", "head"}:
            raise Broken("scripts", f"<{node.tag}> on {path}: {(node.html or '')[:200]}")
    for node in tree.css("*"):
        for attribute, value in node.attributes.items():
            if attribute.startswith("on") or attribute in {"style", "srcdoc", "formaction"}:
                raise Broken("scripts", f"{attribute} on {path}: {(node.html or '')[:200]}")
            if attribute in {"href", "src", "action"} and _is_code(value or ""):
                raise Broken("scripts", f"{attribute}={value!r} on {path}")


def _is_code(target: str) -> bool:
    plain = "".join(char for char in target.lower() if char > " ")
    return plain.startswith(("javascript:", "vbscript:", "data:"))


def _url(path: str) -> str:
    return path.removesuffix(".md") + ".html" if path.endswith(".md") else path


def _last_own_line(error: BaseException) -> str:
    frames = [
        frame
        for frame in traceback.extract_tb(error.__traceback__)
        if "site-packages" not in frame.filename and "/lib/python" not in frame.filename
    ]
    last = frames[-1] if frames else None
    return f"{Path(last.filename).name}:{last.lineno}" if last else ""


class Hang(Exception):  # noqa: N818
    """An input took too long."""


@contextmanager
def _limit(seconds: float) -> Iterator[None]:
    """Stop what runs longer; processor time, so that a busy machine condemns nobody."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise Hang(f"more than {seconds} s")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
