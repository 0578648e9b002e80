"""Files of the index: compressed bytes in a script, which loads over http and from a file share."""

import base64
import hashlib
import json
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from vankho.search.postings import Term

_TERM_SHARD_BYTES = 48_000
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_LEVEL = 6
"""zlib's highest level takes a third longer and saves seven bytes in a thousand."""


class ShardFolder:
    """A folder of shards; in the end its name is the hash of what they hold."""

    def __init__(self, parent: Path) -> None:
        """Write into a new folder below `parent`."""
        self._parent = parent
        self._folder = parent / "writing"
        self._folder.mkdir()
        self._hashes: dict[str, str] = {}
        self.bytes = 0

    @property
    def files(self) -> int:
        """How many shards are written."""
        return len(self._hashes)

    def write(self, name: str, data: bytes) -> None:
        """Write one shard."""
        packed = base64.b64encode(zlib.compress(data, _LEVEL)).decode("ascii")
        script = f'vankhoShard("{packed}")\n'.encode("ascii")
        (self._folder / f"{name}.js").write_bytes(script)
        self._hashes[f"{name}.js"] = hashlib.sha256(script).hexdigest()
        self.bytes += len(script)

    def finish(self) -> str:
        """Give the folder its name, sixteen hex digits that change when any byte of it does."""
        name = folder_name(self._hashes)
        self._folder.rename(self._parent / name)
        return name


def folder_name(hashes: Mapping[str, str]) -> str:
    """The name of a folder that holds files of these names and hashes."""
    lines = "".join(f"{file} {digest}\n" for file, digest in sorted(hashes.items()))
    return hashlib.sha256(lines.encode()).hexdigest()[:16]


def to_json(value: object) -> bytes:
    """JSON, small and always the same."""
    return _JSON.encode(value).encode()


def with_header(header: object, body: bytes) -> bytes:
    """Length of the header (four bytes, little end first), header as JSON, body."""
    head = to_json(header)
    return len(head).to_bytes(4, "little") + head + body


def write_terms(folder: ShardFolder, terms: Iterator[Term]) -> list[str]:
    """Cut a sorted stream of terms into shards `i0`, `i1`, …; gives the first term of each."""
    first_terms: list[str] = []
    pending: list[Term] = []
    size = 0
    for term in terms:
        weight = len(term.postings) + len(term.name) + 8
        if pending and size + weight > _TERM_SHARD_BYTES:
            _write_term_shard(folder, first_terms, pending)
            pending, size = [], 0
        pending.append(term)
        size += weight
    if pending:
        _write_term_shard(folder, first_terms, pending)
    return first_terms


def _write_term_shard(folder: ShardFolder, first_terms: list[str], terms: list[Term]) -> None:
    header = {
        "t": [term.name for term in terms],
        "n": [term.documents for term in terms],
        "b": [len(term.postings) for term in terms],
    }
    body = b"".join(term.postings for term in terms)
    folder.write(f"i{len(first_terms)}", with_header(header, body))
    first_terms.append(terms[0].name)
