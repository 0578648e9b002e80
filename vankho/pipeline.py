"""The order of the stages. This module alone knows it."""

import datetime
import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from vankho.config import Config
from vankho.diagnostics import locate, place
from vankho.errors import GateError
from vankho.model.document import Document
from vankho.model.finding import Code, Diagnostic, Finding, Severity, finding
from vankho.model.graph import Graph
from vankho.model.letter import Letter
from vankho.model.page import Page
from vankho.model.resolution import Resolution
from vankho.model.source import Replacement, SourceFile, Unreadable
from vankho.progress import Console
from vankho.registry.registry import Registry, load_registry
from vankho.report import order, save
from vankho.stages.data import write_data
from vankho.stages.exports import ExportSettings, write_exports
from vankho.stages.extract import extract
from vankho.stages.ids import (
    Suggestion,
    add_lines,
    published_ids,
    published_lists,
    suggest,
    suggest_subjects,
)
from vankho.stages.index import write_index
from vankho.stages.link import link
from vankho.stages.originals import Original, copy_originals, find_originals
from vankho.stages.parse import parse, parse_draft
from vankho.stages.prove import prove
from vankho.stages.publish import put_in_place, staging
from vankho.stages.read import read
from vankho.stages.render import OWNED, Archive, Scan, render, words
from vankho.stages.render.quotes import own_act
from vankho.stages.render.shelves import SUBJECT
from vankho.stages.render.subjects import phrase_addresses
from vankho.stages.render.words import name
from vankho.stages.resolve import resolve
from vankho.stages.screen import Screened, screen, screen_names
from vankho.stages.site import SiteSettings, build_html
from vankho.stages.write import write

# 1980-01-01, for an archive that has no date at all; earlier ones some formats cannot hold.
_NO_DATE = 315_532_800


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """The archive as understood, before anything is written."""

    graph: Graph
    registry: Registry
    sources: tuple[SourceFile, ...]
    originals: dict[str, Original]
    unreadable: tuple[Unreadable, ...]
    """Files that gave no text; those whose names speak of secrecy are not among them."""
    diagnostics: tuple[Diagnostic, ...]
    withheld: frozenset[str]
    """Number and symbol of what is kept back and of what that cites; in memory only, so that no
    suggestion names one."""
    secret: tuple[Diagnostic, ...]
    """For the terminal only: a secret letter is named in no file."""

    def failed(self, *, strict: bool = False) -> bool:
        """Say whether there are findings that count: errors, with ``strict`` warnings too."""
        counting = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
        return any(d.severity in counting for d in (*self.diagnostics, *self.secret))


def understand(config: Config, console: Console) -> Read:
    """Run the stages that only read: what ``check`` needs, and the first half of ``build``."""
    registry = _registry(config)
    console.step("Đọc kho văn bản")
    sources, unread = read(config.letters, _shown_prefix(config))
    screened = screen(sources, config.archive.secrecy_words, registry.releases)
    unreadable, unnamed = screen_names(unread, config.archive.secrecy_words)
    letters = [parse(item, registry) for item in console.track("Phân tích", screened.published)]
    citations = [extract(item, registry) for item in console.track("Tìm viện dẫn", letters)]
    archive = resolve(letters, citations, registry)
    graph = link(archive.documents, archive.resolutions)
    held = graph.held()
    originals, faults = find_originals(held, config.originals)
    findings = {
        letter.path: [
            *letter.findings,
            *archive.findings[letter.path],
            *faults.get(letter.path, []),
        ]
        for letter in letters
    }
    return Read(
        graph=graph,
        registry=registry,
        sources=screened.published,
        originals=originals,
        unreadable=unreadable,
        diagnostics=tuple(
            order(
                [
                    *_diagnostics(screened.published, letters, findings, unreadable, config),
                    *_released(screened),
                ]
            )
        ),
        withheld=_withheld_ids(sources, screened, registry),
        secret=(*_secret(screened), *(place(item.finding, path=item.path) for item in unnamed)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a draft cites, seen against the archive."""

    resolutions: tuple[Resolution, ...]
    diagnostics: tuple[Diagnostic, ...]


def check_draft(
    config: Config, text: str, path: str, issuer: str | None, issued: datetime.date | None
) -> Draft:
    """Find what a bare text cites and what of it the archive holds; nothing is written.

    ``issuer`` is whose draft it is (the home agency where None), ``issued`` its day.
    """
    registry = _registry(config)
    sources, _ = read(config.letters, _shown_prefix(config))
    screened = screen(sources, config.archive.secrecy_words, registry.releases)
    letters = [parse(item, registry) for item in screened.published]
    draft = parse_draft(text, path, issuer or config.archive.home.agency, issued)
    everything = [*letters, draft]
    archive = resolve(everything, [extract(item, registry) for item in everything], registry)
    findings = (*draft.findings, *archive.findings[path])
    return Draft(
        resolutions=archive.resolutions[archive.ids[path]],
        diagnostics=tuple(order([locate(item, path, text) for item in findings])),
    )


def _registry(config: Config) -> Registry:
    home = config.archive.home
    return load_registry(config.registry, home.agency, home.province)


def _shown_prefix(config: Config) -> str:
    return "letters/" if config.letters != config.corpus else ""


def build(config: Config, console: Console) -> Read:
    """Build the site and put it in place.

    Raises:
        CannotGoOnError: something failed; the site that was there stays as it was.
    """
    archive = understand(config, console)
    archive = replace(archive, diagnostics=(*archive.diagnostics, *_tell_lost(config, archive)))
    save(archive.diagnostics, config.build / "diagnostics.ndjson")
    docs = _docs_folder(config)
    held = archive.graph.held()
    console.step("Viết trang Markdown")
    written = hashlib.sha256()
    write(_hashed(_pages(config, archive), written), docs, OWNED)
    again = hashlib.sha256()
    for _ in _hashed(_pages(config, archive), again):
        pass
    if written.digest() != again.digest():
        raise GateError("Cùng một kho cho ra hai bộ trang khác nhau; đây là lỗi của chương trình.")
    out = staging(config.site)
    try:
        console.step("Dựng HTML bằng MkDocs")
        build_html(_site_settings(config, docs), out, _moment(held))
        copy_originals(list(archive.originals.values()), out)
        rows = {key: original.row() for key, original in archive.originals.items()}
        write_data(archive.graph, rows, out / "data")
        console.step("Ghi nguồn tin, sơ đồ trang và dữ liệu cho máy")
        write_exports(archive.graph, _export_settings(config), out)
        console.step("Lập chỉ mục tìm kiếm")
        agencies = archive.registry.agencies
        write_index(archive.graph, agencies, out / "search", config.site / "search")
        failures = prove(out, held, lambda files: console.track("Đối chiếu từng trang", files))
        _refuse(failures, archive.sources)
        put_in_place(out, config.site)
    finally:
        shutil.rmtree(out, ignore_errors=True)
    return archive


def _pages(config: Config, archive: Read) -> Iterator[Page]:
    """Render every page; called twice on each build, for the same input must give the same bytes."""
    return render(
        archive.graph,
        Archive(
            title=config.archive.title,
            page_size=config.archive.page_size,
            url=config.archive.site_url,
            mail=config.archive.corrections_mail,
        ),
        archive.registry.agencies,
        abbreviations=archive.registry.abbreviations,
        scans={
            key: Scan(url=original.url, size=original.size, sha256=original.sha256)
            for key, original in archive.originals.items()
        },
        replacements=_fixes_made(archive),
        ids=archive.registry.ids,
        unreadable=archive.unreadable,
    )


def _hashed(pages: Iterable[Page], digest: "hashlib._Hash") -> Iterator[Page]:
    """Pass pages on one by one, taking each into a digest of them all."""
    for page in pages:
        digest.update(f"{page.path}\n{page.content}".encode())
        yield page


def _fixes_made(archive: Read) -> dict[str, tuple[Replacement, ...]]:
    """Return the transcription fixes that matched, by path of the letter."""
    made = {
        node.document.letter.path: {
            fix.span.of(node.document.letter.text) for fix in node.document.letter.fixes
        }
        for node in archive.graph.nodes.values()
        if node.document.letter is not None
    }
    return {
        source.path: tuple(item for item in source.stated.replace if item.old in made[source.path])
        for source in archive.sources
    }


def lost_ids(config: Config, archive: Read) -> list[Suggestion]:
    """Return the published addresses that a build would let die, with what ids.yml should say."""
    known = archive.registry.ids
    lost = suggest(published_ids(config.site), archive.graph, known)
    held = archive.graph.held()
    return [
        *(item for item in lost if _bare_reference(item.id) not in archive.withheld),
        *suggest_subjects(
            published_lists(config.site / SUBJECT.folder),
            known,
            lambda kept: phrase_addresses(held, kept),
        ),
    ]


def update_ids(config: Config, archive: Read) -> None:
    """Write into ids.yml what keeps published URLs alive."""
    lost = lost_ids(config, archive)
    path = config.registry / "ids.yml"
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    if lost:
        path.write_text(add_lines(text, lost), encoding="utf-8", newline="\n")


def _tell_lost(config: Config, archive: Read) -> list[Diagnostic]:
    return [place(_lost(item), path="registry/ids.yml") for item in lost_ids(config, archive)]


def _lost(item: Suggestion) -> Finding:
    address = f"{SUBJECT.folder}/{item.id}" if item.key == "subjects" else item.id
    return finding(Code.ID_LOST, id=address, key=item.key, line=item.line().strip())


def _docs_folder(config: Config) -> Path:
    """Return the folder for pages: docs/ itself, or for another corpus a copy of its own."""
    if config.own_corpus:
        return config.docs
    docs = config.build / "docs"
    skip = shutil.ignore_patterns(*OWNED) if config.docs.is_dir() else None
    if skip:
        shutil.copytree(config.docs, docs, ignore=skip, dirs_exist_ok=True)
    return docs


def _site_settings(config: Config, docs: Path) -> SiteSettings:
    return SiteSettings(
        mkdocs=config.mkdocs,
        docs=docs,
        work=config.build,
        title=config.archive.title,
        url=config.archive.site_url,
    )


def _export_settings(config: Config) -> ExportSettings:
    return ExportSettings(
        title=config.archive.title, url=config.archive.site_url, name=name, own_act=own_act
    )


def _moment(held: Sequence[Document]) -> int:
    """Return the time that stands for "now": given, or the day of the newest letter."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given.isdecimal():
        return int(given)
    days = [document.issued for document in held if document.issued]
    if not days:
        return _NO_DATE
    midnight = datetime.datetime.combine(max(days), datetime.time(), tzinfo=datetime.UTC)
    return max(_NO_DATE, int(midnight.timestamp()))


def _refuse(failures: dict[str, list[Finding]], sources: Sequence[SourceFile]) -> None:
    """Stop a build whose pages do not carry their letters, or whose links lead nowhere."""
    if not failures:
        return
    texts = {source.path: source.text for source in sources}
    shown = [
        locate(item, path, texts[path]) if path in texts else place(item, path=path)
        for path, items in sorted(failures.items())
        for item in items
    ]
    lines = [f"{item.path}:{item.line}: [{item.code}] {item.message}" for item in shown[:50]]
    raise GateError("\n".join(lines))


def _diagnostics(
    sources: Sequence[SourceFile],
    letters: Sequence[Letter],
    findings: dict[str, list[Finding]],
    unreadable: Iterable[Unreadable],
    config: Config,
) -> list[Diagnostic]:
    """Place every finding in its file, but for those that the archivist set aside."""
    general = set(config.archive.ignore)
    stated = {source.path: set(source.stated.ignore) for source in sources}
    result = [place(item.finding, path=item.path) for item in unreadable]
    for letter in letters:
        result += [
            locate(item, letter.path, letter.text)
            for item in findings[letter.path]
            if item.code not in general and item.code not in stated[letter.path]
        ]
    return order(result)


def _withheld_ids(
    sources: Sequence[SourceFile], screened: Screened, registry: Registry
) -> frozenset[str]:
    kept_back = [item for item in sources if item not in screened.published]
    letters = [parse(item, registry) for item in kept_back]
    archive = resolve(letters, [extract(item, registry) for item in letters], registry)
    # What such a letter alone cited goes with it: to name that would tell of its text.
    return frozenset(_bare_reference(document.id) for document in archive.documents)


def _bare_reference(document_id: str) -> str:
    """Return an id without year and issuer: a mark in its header may have hidden either."""
    return document_id.partition("/")[2].partition("--")[0]


def _secret(screened: Screened) -> list[Diagnostic]:
    """Tell of what is kept back, by file and hash alone: nothing of its text is quoted."""
    told = [(Code.SECRET, source) for source in screened.secret]
    told += [(Code.WITHHELD_UNCLEAR, source) for source in screened.unclear]
    kept = [place(finding(code, sha256=source.sha256), path=source.path) for code, source in told]
    lapsed = [
        place(
            finding(Code.RELEASE_LAPSED, by=item.by, date=words.date(item.date), why=why),
            path=item.file,
        )
        for item, why in screened.lapsed
    ]
    return [*kept, *lapsed]


def _released(screened: Screened) -> list[Diagnostic]:
    """Tell of what is published though it looks secret, each time, with who decided it."""
    return [
        place(
            finding(
                Code.SECRET_RELEASED,
                by=item.by,
                date=words.date(item.date),
                why=item.why.rstrip("."),
            ),
            path=source.path,
        )
        for source, item in screened.released
    ]
