"""The description with which a browser's address bar searches the archive."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from vankho.stages.exports.opensearch import PATH, write_opensearch

_SPACE = "{http://a9.com/-/spec/opensearch/1.1/}"


def test_it_names_the_search_page(tmp_path: Path) -> None:
    write_opensearch('Kho "A" & <B> của tỉnh', "https://vankho.example/kho/", tmp_path)
    root = ElementTree.parse(tmp_path / PATH).getroot()
    url = root.find(f"{_SPACE}Url")
    assert url is not None
    assert url.attrib["template"] == "https://vankho.example/kho/tim-kiem.html?q={searchTerms}"


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("Kho công văn", "Kho công văn"),
        ("Kho văn bản tỉnh", "Kho văn bản tỉnh"),
        ("Kho công văn tỉnh Quảng Ngãi", "Kho công văn"),
        ("Kho – công văn – tỉnh", "Kho – công văn"),
        ("A" * 30, "A" * 16),
    ],
)
def test_the_short_name_is_of_whole_words(tmp_path: Path, title: str, short: str) -> None:
    write_opensearch(title, "https://vankho.example/kho/", tmp_path)
    root = ElementTree.parse(tmp_path / PATH).getroot()
    assert root.findtext(f"{_SPACE}ShortName") == short


def test_an_archive_without_an_address_has_none(tmp_path: Path) -> None:
    write_opensearch("Kho", "https://vankho.example/", tmp_path)
    write_opensearch("Kho", "", tmp_path)
    assert not (tmp_path / PATH).exists()
