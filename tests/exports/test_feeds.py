"""Atom: well-formed, stable, dated by the letters."""

import datetime
import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.exports.archives import ISSUER, SUBJECT, TITLE, URL, Exported, export, settings
from vankho.model.graph import Graph, Node
from vankho.stages.exports.atom import Entry, Feed, atom, day, tag
from vankho.stages.exports.changes import changes
from vankho.text.fold import slug

ATOM = "{http://www.w3.org/2005/Atom}"
VAN = "văn".encode("idna").decode()
DAY = datetime.date(2021, 3, 11)


def read(path: Path) -> ET.Element:
    return ET.fromstring(path.read_bytes())


def texts(feed: ET.Element, name: str) -> list[str]:
    return [entry.findtext(ATOM + name) or "" for entry in feed.findall(f"{ATOM}entry")]


def feeds(exported: Exported) -> list[Path]:
    return sorted((exported.site / "nguon-tin").rglob("*.xml"))


def test_every_feed_says_what_rfc_4287_asks_for(exported: Exported) -> None:
    moment = re.compile(r"\d{4}-\d\d-\d\dT00:00:00\+07:00")
    for path in feeds(exported):
        feed = read(path)
        ids = [feed.findtext(f"{ATOM}id"), *texts(feed, "id")]
        assert len(ids) == len(set(ids))
        assert all(re.fullmatch(r"tag:vankho\.example,2026:[a-z0-9/-]+", item) for item in ids)
        dates = [feed.findtext(f"{ATOM}updated"), *texts(feed, "updated")]
        assert all(moment.fullmatch(date) for date in dates)
        assert dates[1:] == sorted(dates[1:], reverse=True)
        assert dates[0] == max(dates[1:])
        assert feed.findtext(f"{ATOM}author/{ATOM}name") == TITLE
        itself = feed.find(f"{ATOM}link[@rel='self']")
        assert itself.get("href") == URL + path.relative_to(exported.site).as_posix()
        for link in feed.iter(f"{ATOM}link"):
            assert (exported.site / link.get("href").removeprefix(URL)).is_file()


def test_all_letters_are_in_the_feed_of_all(exported: Exported) -> None:
    feed = read(exported.site / "nguon-tin" / "van-ban.xml")
    held = [document.id for document in exported.graph.held()]
    assert texts(feed, "id") == [tag(URL, item) for item in reversed(held)]


def test_each_agency_has_its_letters(exported: Exported) -> None:
    held = exported.graph.held()
    found = {path.stem for path in feeds(exported) if path.parent.name == "co-quan"}
    assert found == {slug(document.issuer) for document in held if document.issuer}
    for agency in found:
        feed = read(exported.site / "nguon-tin" / "co-quan" / f"{agency}.xml")
        own = {tag(URL, d.id) for d in held if d.issuer and slug(d.issuer) == agency}
        assert set(texts(feed, "id")) == own


def test_corrections_are_those_that_letters_tell_of(exported: Exported) -> None:
    feed = read(exported.site / "nguon-tin" / "sua-doi.xml")
    found = dict(zip(texts(feed, "title"), texts(feed, "updated"), strict=True))
    corrected = (
        "Công văn số 457/UBND-TTHC ngày 02/02/2021 được đính chính tại "
        "Công văn số 498/UBND-TTHC ngày 05/02/2021"
    )
    assert found[corrected] == "2021-02-05T00:00:00+07:00"
    repealed = "Công văn số 3385/UBND-TTHC ngày 21/7/2021 bị bãi bỏ tại "
    days = [day for title, day in found.items() if title.startswith(repealed)]
    assert "2022-04-05T00:00:00+07:00" in days
    assert len(found) == len(list(changes(exported.graph, settings())))


def test_hostile_text_arrives_as_text(exported: Exported) -> None:
    feed = read(exported.site / "nguon-tin" / "van-ban.xml")
    entry = feed.find(f"{ATOM}entry[{ATOM}id='{tag(URL, hostile_id(exported.graph))}']")
    assert entry.findtext(f"{ATOM}summary").startswith(SUBJECT)
    assert entry.findtext(f"{ATOM}author/{ATOM}name") == ISSUER
    assert entry.find(f"{ATOM}category").get("label") == "Công văn</script>"


def hostile_id(graph: Graph) -> str:
    return next(document.id for document in graph.held() if document.issuer == ISSUER)


def test_no_address_no_feeds(graph: Graph, tmp_path: Path) -> None:
    export(graph, tmp_path)
    assert (tmp_path / "nguon-tin").is_dir()
    export(graph, tmp_path, url="")
    assert not (tmp_path / "nguon-tin" / "van-ban.xml").exists()


def test_characters_that_xml_forbids_do_not_break_a_feed() -> None:
    entry = Entry(id="tag:a,2026:1", title="a\x00b\x0b\ufffe]]>", url=URL, updated=DAY)
    feed = ET.fromstring(atom(make_feed([entry])))
    assert texts(feed, "title") == ["a\ufffdb\ufffd\ufffd]]>"]


def test_a_feed_without_entries_is_as_old_as_the_archive() -> None:
    feed = ET.fromstring(atom(make_feed([])))
    assert feed.findtext(f"{ATOM}updated") == "2021-03-11T00:00:00+07:00"


def make_feed(entries: list[Entry]) -> Feed:
    return Feed(id="tag:a,2026:f", title="", url=URL, page=URL, author="a", updated=DAY, entries=entries)  # fmt: skip


def test_at_most_fifty_and_the_newest(exported: Exported, tmp_path: Path) -> None:
    template = exported.graph.held()[0]
    nodes = {}
    for number in range(120):
        issued = datetime.date(2021, 1, 1) + datetime.timedelta(days=number)
        document = replace(template, id=f"2021/{number:03}-x", issued=issued)
        nodes[document.id] = Node(document=document)
    export(Graph(nodes=nodes, numbers={}, uncertain={}), tmp_path)
    feed = read(tmp_path / "nguon-tin" / "van-ban.xml")
    assert texts(feed, "id") == [tag(URL, f"2021/{n:03}-x") for n in range(119, 69, -1)]


@pytest.mark.parametrize(
    ("url", "want"),
    [
        ("https://vankho.example/", "tag:vankho.example,2026:x"),
        ("https://VanKho.example:8443/kho-a/", "tag:vankho.example,2026:kho-a/x"),
        ("http://10.0.0.5/", "tag:10.0.0.5,2026:x"),
        ("http://[fe80::1]/", "tag:fe80-1,2026:x"),
        ("http://may_chu/", "tag:may-chu,2026:x"),
        ("https://văn.example/", f"tag:{VAN}.example,2026:x"),
    ],
    ids=["host", "port-and-path", "ipv4", "ipv6", "underscore", "idn"],
)
def test_tags(url: str, want: str) -> None:
    assert tag(url, "x") == want
    assert re.fullmatch(r"tag:[a-z0-9.-]+,2026:[a-z0-9/-]+", tag(url, "x"))


@pytest.mark.parametrize(
    ("issued", "year", "want"),
    [(DAY, 2021, DAY), (None, 2021, datetime.date(2021, 1, 1)), (None, None, datetime.date(1980, 1, 1))],
    ids=["date", "year", "nothing"],
)  # fmt: skip
def test_days(issued: datetime.date | None, year: int | None, want: datetime.date) -> None:
    assert day(issued, year) == want
