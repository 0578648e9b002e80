"""The letters and queries that the comparison runs on."""

import json
import random
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tests.helpers import ROOT, make_archive
from vankho.config import load_config
from vankho.pipeline import understand
from vankho.progress import Console
from vankho.registry.names import Names
from vankho.search.document import SearchAgency, SearchDocument
from vankho.search.fold import fold, words
from vankho.search.reference import reference_keys
from vankho.stages.index import documents, search_agencies

_SHARED = ROOT.parent / "shared"
_OWN = Path(__file__).parent / "queries.json"


@dataclass(frozen=True)
class Query:
    """A query and the documents of which any is a hit."""

    kind: str
    text: str
    expected: frozenset[str]


def source_texts() -> list[str]:
    """The letters that the generator learns from."""
    folders = (
        _SHARED / "letters",
        _SHARED / "gold" / "search" / "letters",
        _SHARED / "gold" / "real",
    )
    return [
        path.read_text(encoding="utf-8")
        for folder in folders
        for path in sorted(folder.glob("*.txt"))
    ]


@dataclass(frozen=True)
class Gold:
    """The 305 letters as the program reads them, and what they cite."""

    documents: list[SearchDocument]
    agencies: list[SearchAgency]
    texts: dict[str, str]
    """Whole letters by id, as their pages show them; the search is given the running text only."""


@cache
def gold() -> Gold:
    """Read the letters of the comparison."""
    with tempfile.TemporaryDirectory() as folder:
        place = make_archive(Path(folder) / "kho")
        for source in (_SHARED / "letters", _SHARED / "gold" / "search" / "letters"):
            for path in sorted(source.glob("*.txt")):
                target = place / "corpus" / "letters" / path.name
                target.write_bytes(path.read_bytes())
        archive = understand(load_config(place / "archive.yml"), Console(quiet=True))
    names = Names.of(archive.graph.held(), archive.registry.agencies)
    return Gold(
        documents=list(documents(archive.graph, names)),
        agencies=search_agencies(archive.graph, names),
        texts={
            document.id: document.letter.text
            for document in archive.graph.held()
            if document.letter
        },
    )


def own_queries(when: str) -> list[Query]:
    """The queries from `before` or `after` the engine was tuned, with the documents they mean.

    Raises:
        ValueError: a query's conditions are met by no document.
    """
    found = []
    for row in json.loads(_OWN.read_text(encoding="utf-8"))[when]:
        wanted = row["expect"]
        hits = [d.id for d in gold().documents if _meets(d, wanted)] if wanted else []
        if wanted and not hits:
            raise ValueError(f"{row['q']}: no document meets {wanted}")
        found.append(Query(row["class"], row["q"], frozenset(hits)))
    return found


def _meets(document: SearchDocument, wanted: dict[str, Any]) -> bool:
    """Say whether a document meets all conditions; words are compared folded."""
    keys = reference_keys(document.reference or "")
    texts = {
        "subject": document.subject or "",
        "text": f"{document.subject or ''} # {document.text}",
    }
    tests = {
        "ids": lambda value: document.id in value,
        "held": lambda value: document.held is value,
        "number": lambda value: bool(keys) and keys[0].split("/")[0] == value,
        "bears": lambda value: bool(keys) and keys[-1] == reference_keys(value)[-1],
        "issued": (document.issued or "").startswith,
        "issuer": lambda value: fold(document.issuer or "").startswith(fold(value)),
        "signer": lambda value: fold(document.signer or "") == fold(value),
        "to": lambda value: fold(value) in map(fold, document.addressees),
        "subject": lambda value: f" {fold(value)} " in f" {fold(texts['subject'])} ",
        "text": lambda value: f" {fold(value)} " in f" {fold(texts['text'])} ",
    }
    return all(tests[name](value) for name, value in wanted.items())


def gold_queries() -> list[Query]:
    """The development set."""
    rows = json.loads((_SHARED / "gold" / "search" / "queries.json").read_text(encoding="utf-8"))[
        "queries"
    ]
    return [
        Query(
            row["class"],
            row["q"],
            # One id of the set is written without the leading nought of the contract.
            frozenset(id_.replace("/8-", "/08-") for id_ in row["expect"])
            | (_stubs_named(row["q"]) if row.get("or_stub") else frozenset()),
        )
        for row in rows
    ]


def _stubs_named(query: str) -> frozenset[str]:
    """The documents that are only cited and whose reference a query spells."""
    asked = set(fold(query).split())
    stubs = (document for document in gold().documents if not document.held)
    return frozenset(d.id for d in stubs if set(fold(d.reference or "-").split()) <= asked)


def unseen_queries(documents: Sequence[SearchDocument], seed: int, each: int = 15) -> list[Query]:
    """Queries drawn from the letters by lot: nobody has tuned anything on them."""
    chance = random.Random(seed)
    held = [document for document in documents if document.held]
    texts = {
        document.id: f" {fold(document.subject or '')} # {fold(document.text)} "
        for document in held
    }
    found = []
    for kind, length, quoted, plain in (
        ("u1 năm từ, có dấu", 5, False, False),
        ("u2 năm từ, không dấu", 5, False, True),
        ("u3 ba từ, không dấu", 3, False, True),
        ("u4 trong ngoặc kép", 4, True, False),
        ("u5 ngoặc kép, không dấu", 4, True, True),
    ):
        for _ in range(each):
            span = _span(chance, chance.choice(held), length)
            text = fold(span) if plain else span
            expected = frozenset(id_ for id_, body in texts.items() if f" {fold(span)} " in body)
            found.append(Query(kind, f'"{text}"' if quoted else text, expected))
    found += [_typo(chance, chance.choice(held), texts) for _ in range(each)]
    found += [_number(chance, chance.choice(held), held) for _ in range(each)]
    found += [_date(chance, chance.choice(held), held) for _ in range(each)]
    return found


def _span(chance: random.Random, document: SearchDocument, length: int) -> str:
    """Neighbouring words; none with figures, which ask for the document that bears them."""
    body = words(document.text)
    while True:
        start = chance.randrange(max(1, len(body) - length))
        span = body[start : start + length]
        if all(map(str.isalpha, span)):
            return " ".join(span)


def _typo(chance: random.Random, document: SearchDocument, texts: dict[str, str]) -> Query:
    subject = fold(document.subject or document.text[:80]).split()[:6]
    place = max(range(len(subject)), key=lambda at: len(subject[at]))
    word = subject[place]
    at = chance.randrange(1, max(2, len(word) - 1))
    wrong = (
        word[:at] + word[at : at + 2][::-1] + word[at + 2 :] if len(word) > 3 else word + word[-1]
    )
    right = " ".join(subject)
    expected = frozenset(id_ for id_, body in texts.items() if f" {right} " in body)
    return Query(
        "u6 một lỗi gõ", " ".join([*subject[:place], wrong, *subject[place + 1 :]]), expected
    )


def _number(
    chance: random.Random, document: SearchDocument, held: Sequence[SearchDocument]
) -> Query:
    number, symbol = document.number or "", document.symbol or ""
    form = chance.choice(["{n}/{s}", "số {n}/{s}", "cong van {n}", "{n}/{p}", "{n} {f}"])
    head = symbol.split("-")[0]
    text = form.format(n=number, s=symbol, p=head.lower(), f=fold(symbol))
    whole = "{s}" in form or "{f}" in form
    begins = "" if form == "cong van {n}" else fold(symbol if whole else head)
    same = [d for d in held if d.number == number and fold(d.symbol or "").startswith(begins)]
    return Query("u7 số và ký hiệu", text, frozenset(d.id for d in same))


def _date(chance: random.Random, document: SearchDocument, held: Sequence[SearchDocument]) -> Query:
    year, month, day = (document.issued or "2021-01-01").split("-")
    form = chance.choice(
        ["{d}/{m}/{y}", "ngày {d} tháng {m} năm {y}", "{d}-{m}-{y}", "ngay {d}/{m}/{y}"]
    )
    text = form.format(d=int(day), m=int(month), y=year)
    return Query("u8 ngày", text, frozenset(d.id for d in held if d.issued == document.issued))
