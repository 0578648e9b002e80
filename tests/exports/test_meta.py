"""The head of a page for machines, rendered as MkDocs renders it: nothing escaped by itself."""

import json
from types import SimpleNamespace

import jinja2
import pytest
from mkdocs.utils.templates import url_filter
from selectolax.lexbor import LexborHTMLParser

from tests.exports.archives import ISSUER, SUBJECT, URL
from tests.helpers import ROOT

EVIL = f'{SUBJECT}" onload="x'
META = {
    "title": "Công văn số 972/UBND-KSTTHC ngày 11/3/2021",
    "id": "2021/972-ubnd-kstthc",
    "held": True,
    "type": "Công văn",
    "reference": "972/UBND-KSTTHC",
    "issued": "2021-03-11",
    "issuer": ISSUER,
    "parent_body": EVIL,
    "subject": EVIL,
    "place": EVIL,
    "signer": {"capacity": [], "position": EVIL, "name": EVIL},
    "cites": [{"id": "2021/516-ttg-kstt", "name": EVIL}],
    "changed_by": [
        {"relation": "dinh_chinh", "id": "2021/1-a", "name": "A"},
        {"relation": "thay_the", "id": "2022/2-b", "name": "B"},
    ],
}


def head(meta: dict[str, object], site_url: str = URL) -> LexborHTMLParser:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(ROOT / "theme"), undefined=jinja2.Undefined
    )
    environment.filters["url"] = url_filter
    url = f"van-ban/{meta['id']}.html" if "id" in meta else "index.html"
    page = SimpleNamespace(meta=meta, url=url, canonical_url=site_url + url if site_url else None)
    html = environment.get_template("partials/vankho-meta.html").render(
        page=page, config=SimpleNamespace(site_url=site_url), base_url="../.."
    )
    return LexborHTMLParser(f"<!doctype html><html><head>{html}</head><body></body></html>")


def data(tree: LexborHTMLParser) -> dict:
    (script,) = tree.css("script")
    assert script.attributes == {"type": "application/ld+json"}
    return json.loads(script.text())


def content(tree: LexborHTMLParser, name: str) -> list[str | None]:
    return [node.attributes["content"] for node in tree.css(f'meta[name="{name}"]')]


def test_json_ld_says_what_the_page_says() -> None:
    found = data(head(META))
    assert found["@context"] == "https://schema.org"
    assert found["@type"] == "DigitalDocument"
    assert found["@id"] == found["url"] == f"{URL}van-ban/2021/972-ubnd-kstthc.html"
    assert {item["value"] for item in found["identifier"]} == {META["id"], META["reference"]}
    assert found["author"]["@type"] == "GovernmentOrganization"
    assert found["author"]["name"] == ISSUER
    assert found["datePublished"] == "2021-03-11"
    assert found["citation"] == [
        {"@type": "CreativeWork", "name": EVIL, "url": "516-ttg-kstt.html"}
    ]
    assert [item["url"] for item in found["correction"]] == ["1-a.html"]
    assert found["description"] == EVIL


def test_dublin_core() -> None:
    tree = head(META)
    assert content(tree, "DC.title") == [META["title"]]
    assert content(tree, "DC.creator") == [ISSUER]
    assert content(tree, "DC.description") == [EVIL]
    assert content(tree, "DCTERMS.issued") == ["2021-03-11"]
    links = {
        node.attributes["rel"]: node.attributes["href"]
        for node in tree.css('link[rel^="DCTERMS."]')
    }
    assert links == {
        "DCTERMS.references": "516-ttg-kstt.html",
        "DCTERMS.isReplacedBy": "../2022/2-b.html",
    }


def test_no_text_breaks_out() -> None:
    tree = head({**META, "title": EVIL, "reference": EVIL, "type": EVIL})
    assert len(tree.css("script")) == 1
    assert {node.tag for node in tree.css("head > *")} == {"link", "meta", "script"}
    assert not tree.css("[onload]")
    assert tree.body.text() == ""


def test_a_title_comes_escaped_and_is_no_worse_off_raw() -> None:
    for title in ["A &lt;b&gt; &amp; &quot;C&quot;", 'A <b> & "C"']:
        tree = head({**META, "title": title})
        assert content(tree, "DC.title") == ['A <b> & "C"']
        assert data(tree)["name"] == 'A <b> & "C"'


def test_a_document_that_is_only_cited_is_no_digital_document() -> None:
    found = data(head({"title": "Luật Lưu trữ", "id": "2011/luat-luu-tru", "held": False}))
    assert found["@type"] == "CreativeWork"
    assert "author" not in found
    assert "citation" not in found


def test_without_address_links_stay_beside_the_page() -> None:
    tree = head(META, site_url="")
    assert data(tree)["@id"] == "972-ubnd-kstthc.html"
    assert not tree.css('link[type="application/atom+xml"]')
    (link,) = tree.css('link[type="application/json"]')
    assert link.attributes["href"] == "../../data/van-ban/2021/972-ubnd-kstthc.json"


@pytest.mark.parametrize("meta", [{}, {"title": "Hướng dẫn"}], ids=["none", "title"])
def test_other_pages_have_feeds_only(meta: dict[str, object]) -> None:
    tree = head(meta)
    assert not tree.css("script, meta")
    assert [node.attributes["href"] for node in tree.css("link")] == [
        "nguon-tin/van-ban.xml",
        "nguon-tin/sua-doi.xml",
    ]


def test_an_agencys_list_names_its_feed() -> None:
    tree = head({"title": ISSUER, "feed": "nguon-tin/co-quan/so-y-te.xml"})
    link = tree.css("link")[-1]
    assert link.attributes["title"] == ISSUER
    assert link.attributes["href"] == "nguon-tin/co-quan/so-y-te.xml"
