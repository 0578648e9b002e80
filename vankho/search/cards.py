"""What a result shows and is checked against: particulars, text and anchors of a document."""

from vankho.search.document import SearchDocument
from vankho.search.shards import ShardFolder, to_json

_LETTERS_A_SHARD = 12
_STUBS_A_SHARD = 64


def cards_a_shard(*, held: bool) -> int:
    """How many documents a card shard holds: few where each brings its text."""
    return _LETTERS_A_SHARD if held else _STUBS_A_SHARD


class CardWriter:
    """Writes the shards `t0`, `t1`, … of a segment."""

    def __init__(self, folder: ShardFolder, *, held: bool) -> None:
        """Write into `folder`."""
        self._folder = folder
        self._size = cards_a_shard(held=held)
        self._cards: list[list[object]] = []
        self._shards = 0

    def add(self, document: SearchDocument) -> None:
        """Add the next document."""
        self._cards.append(_card(document))
        if len(self._cards) == self._size:
            self.flush()

    def flush(self) -> None:
        """Write what is left."""
        if self._cards:
            self._folder.write(f"t{self._shards}", to_json(self._cards))
            self._shards += 1
            self._cards = []


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
