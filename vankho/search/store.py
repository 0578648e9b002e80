"""Documents laid aside on disk, so that they can be read in any order within little memory."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import BinaryIO

from vankho.search.document import Cited, SearchDocument

_FIELDS = tuple(field.name for field in fields(SearchDocument) if field.name != "text")
_END = b"\n"
"""Ends the row, as JSON has no line break inside."""
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """One stored document; entries sort by date, undated ones first."""

    date: str
    id: str
    held: bool
    offset: int
    length: int
    digest: bytes
    names: tuple[str, ...]
    """Issuer and addressees: what they are filed under depends on the other documents, too."""


class DocumentStore:
    """A file of documents, one after the other."""

    def __init__(self, path: Path) -> None:
        """Write to `path`, which must not be there."""
        self._file: BinaryIO = path.open("x+b")
        self.entries: list[Entry] = []
        self.issuers: set[str] = set()
        self.signers: Counter[str] = Counter()
        self.text_bytes = 0
        self._names: dict[str, str] = {}

    def add(self, document: SearchDocument) -> None:
        """Lay one document aside."""
        # The text, nearly all of it, goes as it is: JSON would look at every letter twice.
        text = document.text.encode()
        row = _JSON.encode([getattr(document, name) for name in _FIELDS]).encode()
        data = row + _END + text
        digest = hashlib.blake2b(data, digest_size=16).digest()
        offset = self._file.seek(0, 2)
        self._file.write(data)
        date = document.issued or (f"{document.year:04}" if document.year else "")
        names = sorted({*document.addressees, *([document.issuer] if document.issuer else [])})
        shared = tuple(self._names.setdefault(name, name) for name in names)
        entry = Entry(date, document.id, document.held, offset, len(data), digest, shared)
        self.entries.append(entry)
        if document.issuer:
            self.issuers.add(document.issuer)
        if document.signer:
            self.signers[document.signer] += 1
        self.text_bytes += len(text)

    def read(self, entries: list[Entry]) -> Iterator[SearchDocument]:
        """Read documents back, in the order asked for."""
        for entry in entries:
            self._file.seek(entry.offset)
            row, _, text = self._file.read(entry.length).partition(_END)
            yield _document(json.loads(row), text.decode())

    def close(self) -> None:
        """Close the file."""
        self._file.close()


def _document(row: list[object], text: str) -> SearchDocument:
    values = {**dict(zip(_FIELDS, row, strict=True)), "text": text}
    values["addressees"] = tuple(values["addressees"])  # type: ignore[arg-type]
    values["cites"] = tuple(Cited(*cited) for cited in values["cites"])  # type: ignore[attr-defined]
    values["anchors"] = tuple((offset, anchor) for offset, anchor in values["anchors"])  # type: ignore[attr-defined]
    return SearchDocument(**values)  # type: ignore[arg-type]
