"""The feeds of the archive: all letters, one for each agency, and corrections."""

import datetime
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from vankho.grammar.relation import LABELS
from vankho.model.document import Document
from vankho.model.graph import Graph
from vankho.model.identity import bounded
from vankho.registry.agencies import agency_key
from vankho.stages.exports.atom import Entry, Feed, atom, day, tag
from vankho.stages.exports.changes import Change, changes
from vankho.stages.exports.files import put, sweep
from vankho.stages.exports.settings import ExportSettings
from vankho.text.fold import slug

FOLDER = "nguon-tin"
_NEWEST = 50


def write_feeds(graph: Graph, settings: ExportSettings, site: Path) -> None:
    """Write the feeds below ``nguon-tin``; none where the site has no address.

    ``van-ban.xml`` holds the newest letters, ``co-quan/<agency>.xml`` those that it issued,
    ``sua-doi.xml`` the newest corrections, amendments and repeals; 50 entries each.
    """
    kept: set[Path] = set()
    if urlsplit(settings.url).hostname:
        for name, feed in _feeds(graph, settings, site).items():
            path = site / FOLDER / f"{name}.xml"
            put(path, atom(feed))
            kept.add(path)
    sweep(site / FOLDER, kept)


def _feeds(graph: Graph, settings: ExportSettings, site: Path) -> dict[str, Feed]:
    newest = graph.held()[::-1]
    url = settings.url

    def feed(name: str, about: str, page: str, entries: Sequence[Entry]) -> Feed:
        page = page if (site / page).is_file() else "index.html"
        return Feed(
            id=tag(url, f"{FOLDER}/{name}"),
            title=f"{settings.title}: {about}",
            url=f"{url}{FOLDER}/{name}.xml",
            page=url + page,
            author=settings.title,
            updated=_day(newest[0]) if newest else day(None, None),
            entries=entries,
        )

    def letters(documents: Sequence[Document]) -> list[Entry]:
        return [_letter(document, settings) for document in documents[:_NEWEST]]

    feeds = {
        "van-ban": feed("van-ban", "văn bản mới", "danh-sach/moi-nhat.html", letters(newest)),
        "sua-doi": feed(
            "sua-doi",
            "đính chính, sửa đổi, thay thế, bãi bỏ",
            "index.html",
            _corrections(graph, settings),
        ),
    }
    for agency, documents in _agencies(newest).items():
        name = f"co-quan/{agency}"
        page = f"danh-sach/co-quan/{agency}.html"
        feeds[name] = feed(name, f"văn bản của {documents[0].issuer}", page, letters(documents))
    return feeds


def _agencies(newest: Sequence[Document]) -> dict[str, list[Document]]:
    """Group letters by the agency's name in its URL: spellings of one name are one agency."""
    found: dict[str, list[Document]] = defaultdict(list)
    for document in newest:
        name = bounded(agency_key(document.issuer or ""))
        if name:
            found[name].append(document)
    return dict(sorted(found.items()))


def _letter(document: Document, settings: ExportSettings) -> Entry:
    return Entry(
        id=tag(settings.url, document.id),
        title=settings.name(document),
        url=settings.url + document.url,
        updated=_day(document),
        published=document.issued,
        author=document.issuer,
        summary=document.title,
        category=(slug(document.type), document.type) if document.type else None,
    )


def _corrections(graph: Graph, settings: ExportSettings) -> list[Entry]:
    entries = [_correction(change, settings) for change in changes(graph, settings)]
    # Ids in order first, then stably by day: one day's entries always stand in one order.
    entries.sort(key=lambda entry: entry.id)
    entries.sort(key=lambda entry: entry.updated, reverse=True)
    return entries[:_NEWEST]


def _correction(change: Change, settings: ExportSettings) -> Entry:
    words = LABELS[change.relation][1]
    code = change.relation.replace("_", "-")
    shown, by = settings.name(change.changed), settings.name(change.by)
    source = "" if change.told_by == change.by else f", theo {settings.name(change.told_by)}"
    return Entry(
        id=tag(settings.url, f"sua-doi/{change.changed.id}/{code}/{change.by.id}"),
        title=f"{shown} {words[0].lower()}{words[1:]} {by}",
        url=settings.url + change.changed.url,
        # The correcting document may itself be known by name only; then what we know is
        # the day of the letter that tells of it.
        updated=_day(change.by if change.by.issued else change.told_by),
        author=change.told_by.issuer,
        summary=f"{change.changed.title or shown}: {words[0].lower()}{words[1:]} {by}{source}.",
        category=(code, words),
    )


def _day(document: Document) -> datetime.date:
    return day(document.issued, document.year)
