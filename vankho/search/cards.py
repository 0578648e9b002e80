"""What a result shows and is checked against: particulars, text and anchors of a document."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from vankho.search.document import SearchDocument
from vankho.search.shards import ShardFolder, to_json

_LETTERS_A_SHARD = 12
_STUBS_A_SHARD = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class CardGroup:
    """The cards of a few dozen to a few hundred neighbours, in a folder of their own."""

    name: str
    documents: int
    files: int
    bytes: int

    def entry(self) -> list[object]:
        """The group's entry in `index.js`."""
        return [self.name, self.documents]


def cards_a_shard(*, held: bool) -> int:
    """How many documents a card shard holds: few where each brings its text."""
    return _LETTERS_A_SHARD if held else _STUBS_A_SHARD


def build_cards(documents: Iterable[SearchDocument], scratch: Path, *, held: bool) -> CardGroup:
    """Write the shards `t0`, `t1`, … of a group below `scratch`, in a folder named by its hash."""
    shards = ShardFolder(scratch)
    size = cards_a_shard(held=held)
    cards = [_card(document) for document in documents]
    for number, start in enumerate(range(0, len(cards), size)):
        shards.write(f"t{number}", to_json(cards[start : start + size]))
    name = shards.finish()
    return CardGroup(name=name, documents=len(cards), files=shards.files, bytes=shards.bytes)


def _card(document: SearchDocument) -> list[object]:
    """A row; `url` is left out where it follows from the id, as it nearly always does."""
    usual = f"van-ban/{document.id}.html"
    return [
        document.id,
        0 if document.url == usual else document.url,
        document.type or "",
        document.reference or "",
        document.issued or (f"{document.year:04}" if document.year else ""),
        document.issuer or "",
        document.signer or "",
        document.subject or "",
        document.text,
        _anchors(document),
        list(document.addressees),
    ]


def _anchors(document: SearchDocument) -> list[int | str]:
    """Steps and ids in turn; offsets are counted as JavaScript counts, in UTF-16 units."""
    flat: list[int | str] = []
    last = 0
    astral = len(document.text.encode("utf-16-le")) > 2 * len(document.text)
    for offset, anchor in document.anchors:
        place = len(document.text[:offset].encode("utf-16-le")) // 2 if astral else offset
        flat += [place - last, anchor]
        last = place
    return flat
