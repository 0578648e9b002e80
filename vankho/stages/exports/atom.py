"""Atom feeds (RFC 4287) as bytes.

Our own few lines over the standard library: feedgenerator (BSD) writes the clock of the
build into a feed without entries, can mark a summary as HTML only, and needs a subclass
for each; feedgen stamps the clock as well and brings lxml.
"""

import contextlib
import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

from vankho.stages.exports.characters import legal

# Documents are dated by the day, and the day is that of Vietnam.
_ZONE = datetime.timezone(datetime.timedelta(hours=7))
# The year in tag URIs (RFC 4151) says when the host was the archive's; it is no date of a
# document and never changes, or every reader would see every entry as new.
_TAG_YEAR = 2026
_UNDATED = datetime.date(1980, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a feed."""

    id: str
    """Stable tag URI."""
    title: str
    url: str
    """Whole address of the page."""
    updated: datetime.date
    """The day of the change that the entry tells of; never that of the build."""
    published: datetime.date | None = None
    author: str | None = None
    """The issuing agency; without one, the archive stands as author of the feed."""
    summary: str | None = None
    category: tuple[str, str] | None = None
    """A term for machines and its Vietnamese label: ("cong-van", "Công văn")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed, newest entry first."""

    id: str
    title: str
    url: str
    """Whole address of the feed itself."""
    page: str
    """Whole address of the page that lists the same."""
    author: str
    updated: datetime.date
    """Used where there is no entry; else the feed is as new as its newest entry."""
    entries: Sequence[Entry]


def tag(url: str, name: str) -> str:
    """Return the tag URI of ``name`` in the archive at ``url``.

    Two archives may share a host, so the path below it is part of the name.

    >>> tag("https://vankho.example/", "2021/972-ubnd-kstthc")
    'tag:vankho.example,2026:2021/972-ubnd-kstthc'
    """
    parts = urlsplit(url)
    host = parts.hostname or ""
    # What is no name to a network is kept as far as a tag can spell it.
    with contextlib.suppress(UnicodeError):
        host = host.encode("idna").decode("ascii")
    authority = re.sub(r"[^a-z0-9.-]+", "-", host.lower()).strip("-.")
    return f"tag:{authority},{_TAG_YEAR}:{parts.path.lstrip('/')}{name}"


def day(issued: datetime.date | None, year: int | None) -> datetime.date:
    """Return the day to sort by: the date, else the first of the year, else long ago."""
    if issued:
        return issued
    return datetime.date(year, 1, 1) if year and year <= datetime.MAXYEAR else _UNDATED


def atom(feed: Feed) -> bytes:
    """Serialise a feed; the same feed gives the same bytes."""
    root = ET.Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": "vi"})
    _text(root, "id", feed.id)
    _text(root, "title", feed.title)
    newest = max((entry.updated for entry in feed.entries), default=feed.updated)
    _text(root, "updated", _moment(newest))
    _link(root, "self", "application/atom+xml", feed.url)
    _link(root, "alternate", "text/html", feed.page)
    _text(ET.SubElement(root, "author"), "name", feed.author)
    for entry in feed.entries:
        _entry(ET.SubElement(root, "entry"), entry)
    ET.indent(root, "")
    xml: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return xml + b"\n"


def _entry(element: ET.Element, entry: Entry) -> None:
    _text(element, "id", entry.id)
    _text(element, "title", entry.title)
    _text(element, "updated", _moment(entry.updated))
    if entry.published:
        _text(element, "published", _moment(entry.published))
    _link(element, "alternate", "text/html", entry.url)
    if entry.author:
        _text(ET.SubElement(element, "author"), "name", entry.author)
    if entry.category:
        term, label = map(legal, entry.category)
        ET.SubElement(element, "category", {"term": term, "label": label})
    if entry.summary:
        _text(element, "summary", entry.summary)


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = legal(text)


def _link(parent: ET.Element, rel: str, kind: str, url: str) -> None:
    ET.SubElement(parent, "link", {"rel": rel, "type": kind, "href": legal(url)})


def _moment(date: datetime.date) -> str:
    return datetime.datetime.combine(date, datetime.time(), tzinfo=_ZONE).isoformat()
