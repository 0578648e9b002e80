"""The five real letters against their hand-read truth: every field, point and citation."""

import json

import pytest

from tests.helpers import (
    ROOT,
    TESTS,
    Understood,
    citation_value,
    differences,
    metadata_value,
    resolution_value,
    understood,
)
from vankho.registry.registry import Registry

GOLD = json.loads((TESTS / "gold" / "letters.json").read_text(encoding="utf-8"))["letters"]
IDS = [letter["id"] for letter in GOLD]


@pytest.fixture(scope="module")
def corpus(known: Registry) -> Understood:
    return understood(ROOT / "corpus", known)


def _letter(corpus: Understood, document_id: str):
    document = next(d for d in corpus.archive.documents if d.id == document_id)
    assert document.letter is not None
    return document.letter


@pytest.mark.parametrize("gold", GOLD, ids=IDS)
def test_metadata(gold: dict, corpus: Understood) -> None:
    metadata = _letter(corpus, gold["id"]).metadata
    got = metadata_value(metadata, gold["metadata"])
    assert differences(got, gold["metadata"]) == {}


@pytest.mark.parametrize("gold", GOLD, ids=IDS)
def test_points(gold: dict, corpus: Understood) -> None:
    letter = _letter(corpus, gold["id"])
    got = [
        {
            "anchor": block.anchor,
            "line": letter.text.count("\n", 0, block.start) + 1,
            "begins": letter.text[block.start :].startswith(point["starts_with"]),
        }
        for block, point in zip(letter.points(), gold["points"], strict=True)
    ]
    want = [{"anchor": p["anchor"], "line": p["line"], "begins": True} for p in gold["points"]]
    assert got == want


@pytest.mark.parametrize("gold", GOLD, ids=IDS)
def test_citations(gold: dict, corpus: Understood) -> None:
    found = [r for r in corpus.archive.resolutions[gold["id"]] if r.citation.kind != "anaphora"]
    assert [r.citation.surface for r in found] == [c["surface"] for c in gold["citations"]]
    for resolution, want in zip(found, gold["citations"], strict=True):
        got = citation_value(resolution.citation) | resolution_value(resolution)
        got["anchor"] = resolution.citation.anchor
        assert differences(got, want) == {}, want["surface"]


def test_descriptive_references_lead_where_the_reader_is_meant_to_go(corpus: Understood) -> None:
    """ "văn bản nêu trên của Bộ …" is a bonus of the gold, and the only mention beside the fifty."""
    more = [
        (document_id, r.citation.surface, r.cited)
        for document_id in IDS
        for r in corpus.archive.resolutions[document_id]
        if r.citation.kind == "anaphora"
    ]
    assert more == [
        (
            "2023/3813-ubnd-tthc",
            "văn bản nêu trên của Bộ Thông tin và Truyền thông",
            "2023/3109-btttt-cdsqg",
        )
    ]


def test_figures(corpus: Understood, capsys: pytest.CaptureFixture[str]) -> None:
    """Print what the corpus holds, so that a run of the tests shows it."""
    citations = [
        r
        for group in corpus.archive.resolutions.values()
        for r in group
        if r.citation.kind != "anaphora"
    ]
    stubs = [d for d in corpus.archive.documents if not d.held]
    cited = {r.cited for r in citations}
    points = sum(len(list(letter.points())) for letter in corpus.letters.values())
    with capsys.disabled():
        print(
            f"\ngold letters: {len(corpus.letters)} letters, {points} points, {len(citations)} citations"
            f" of {len(cited)} documents, {len(stubs)} of them not held"
        )
    assert (points, len(citations), len(cited), len(stubs)) == (44, 50, 35, 34)


def test_one_number_of_two_years_is_two_documents(corpus: Understood) -> None:
    same = [d.id for d in corpus.archive.documents if d.reference == "01/NQ-CP"]
    assert same == ["2021/01-nq-cp", "2023/01-nq-cp"]


def test_a_sentence_cut_by_a_page_is_one_block(corpus: Understood) -> None:
    letter = _letter(corpus, "2021/972-ubnd-kstthc")
    cut = next(b for b in letter.blocks if len(b.spans) > 1 and b.place == "khoan-2")
    first, second = cut.spans[0].of(letter.text), cut.spans[1].of(letter.text)
    assert first.endswith("triển khai ứng")
    assert second.startswith("dụng công nghệ thông tin")


def test_spans_slice_back(corpus: Understood) -> None:
    for document_id, found in corpus.archive.resolutions.items():
        text = _letter(corpus, document_id).text
        for resolution in found:
            printed = resolution.citation.span.of(text)
            assert " ".join(printed.split()) == resolution.citation.surface
