import json

from tests.exports.archives import Exported


def rows(exported: Exported, name: str) -> list[dict]:
    files = sorted((exported.site / "data" / name).glob("*.ndjson"))
    return [
        json.loads(line)
        for file in files
        for line in file.read_text(encoding="utf-8").split("\n")
        if line
    ]


def test_each_document_has_its_row_its_citations_and_its_backlinks(exported: Exported) -> None:
    documents, citations = rows(exported, "documents"), rows(exported, "citations")
    assert len(documents) == len(exported.graph.nodes)
    for document in documents:
        value = json.loads(exported.text(f"data/van-ban/{document['id']}.json"))
        assert list(value) == ["version", "document", "citations", "cited_by"]
        assert value["document"] == document
        assert value["citations"] == [r for r in citations if r["citing"] == document["id"]]
        backlinks = [
            (r["citing"], r["anchor"], r["surface"], r["relation"])
            for r in citations
            if r["cited"] == document["id"] and r["status"] != "self"
        ]
        found = [(b["citing"], b["anchor"], b["surface"], b["relation"]) for b in value["cited_by"]]
        assert sorted(found) == sorted(backlinks)
        assert len(found) == document["cited_by"]
        dates = [b["issued"] or "" for b in value["cited_by"]]
        assert dates == sorted(dates, reverse=True)


def test_no_file_beside_those_of_documents(exported: Exported) -> None:
    files = list((exported.site / "data" / "van-ban").rglob("*.json"))
    assert len(files) == len(exported.graph.nodes)
