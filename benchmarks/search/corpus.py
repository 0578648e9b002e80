"""The letters and queries that the comparison runs on."""

import json
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.search.reader import read_letters, stubs
from vankho.search.document import SearchDocument
from vankho.search.fold import fold, words

_SHARED = Path(__file__).resolve().parents[3] / "shared"


@dataclass(frozen=True)
class Query:
    """A query and the documents of which any is a hit."""

    kind: str
    text: str
    expected: frozenset[str]
    reference: str = ""
    """Where the page of a cited document that is not held is a hit, too: its reference, folded."""


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


def gold_documents() -> list[SearchDocument]:
    """The 305 letters and the documents that they cite."""
    folders = (_SHARED / "letters", _SHARED / "gold" / "search" / "letters")
    paths = [path for folder in folders for path in sorted(folder.glob("*.txt"))]
    held = list(read_letters(paths))
    return held + stubs(held)


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
            frozenset(id_.replace("/8-", "/08-") for id_ in row["expect"]),
            fold(row["q"]) if row.get("or_stub") else "",
        )
        for row in rows
    ]


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
    body = words(document.text)
    start = chance.randrange(max(1, len(body) - length))
    return " ".join(body[start : start + length])


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
