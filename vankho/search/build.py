"""Build the search index of an archive: documents in, script files out."""

import hashlib
import json
import shutil
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from vankho.search.agencies import Agencies
from vankho.search.document import SearchAgency, SearchDocument
from vankho.search.layout import segments
from vankho.search.segment import Segment, build_segment
from vankho.search.shards import to_json
from vankho.search.store import DocumentStore, Entry

FORMAT: Final = 1
"""Raise it when the files change their form: old segments are then built anew."""
_ENTRY = "index.js"
_MANIFEST = "manifest.json"
_SIGNERS = 2_000
_SCRATCH = ".building-"

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchReport:
    """What a build of the index did."""

    documents: int
    segments: int
    rebuilt: int
    """Segments that were not taken over from the build before."""
    files: int
    bytes: int
    text_bytes: int
    """Bytes of the letters' own text, to measure `bytes` by."""


def build_index(
    documents: Iterable[SearchDocument],
    agencies: Sequence[SearchAgency],
    out: Path,
    *,
    progress: Progress | None = None,
) -> SearchReport:
    """Write the index of `documents` into the folder `out`.

    Segments that `out` holds already and that nothing has changed are kept; the files are the
    same as those of a build into an empty folder. `progress` is told (documents done, of all).
    """
    out.mkdir(parents=True, exist_ok=True)
    for left in out.glob(f"{_SCRATCH}*"):
        shutil.rmtree(left)
    with tempfile.TemporaryDirectory(prefix=_SCRATCH, dir=out) as scratch:
        store = DocumentStore(Path(scratch) / "documents")
        try:
            for document in documents:
                store.add(document)
            return _build(store, agencies, out, Path(scratch), progress)
        finally:
            store.close()


def _build(
    store: DocumentStore,
    agencies: Sequence[SearchAgency],
    out: Path,
    scratch: Path,
    progress: Progress | None,
) -> SearchReport:
    known = Agencies(agencies, store.issuers)
    before = _Before(out)
    built: dict[str, Segment] = {}
    rebuilt = 0
    done = 0

    def tick(documents: int = 1) -> None:
        nonlocal done
        done += documents
        if progress is not None:
            progress(done, len(store.entries))

    for entries in segments(store.entries):
        key = _segment_key(entries, known)
        segment = before.segment(key)
        if segment is None:
            segment = build_segment(entries, store.read(entries), known, scratch, tick)
            rebuilt += 1
            _move(scratch / segment.name, out / segment.name)
        else:
            tick(len(entries))
        built[key] = segment
    _publish(out, built, {"agencies": known.table(), "signers": _signers(store)})
    return SearchReport(
        documents=len(store.entries),
        segments=len(built),
        rebuilt=rebuilt,
        files=sum(segment.files for segment in built.values()) + 1,
        bytes=sum(segment.bytes for segment in built.values()) + (out / _ENTRY).stat().st_size,
        text_bytes=store.text_bytes,
    )


def _segment_key(entries: list[Entry], agencies: Agencies) -> str:
    """A hash of all that a segment is made from."""
    made_from = hashlib.sha256(f"{FORMAT}".encode())
    for entry in entries:
        made_from.update(entry.digest)
    for name in sorted({name for entry in entries for name in entry.names}):
        made_from.update(f"\n{name}\t{agencies.key(name)}\t{agencies.shown(name)}".encode())
    return made_from.hexdigest()[:32]


class _Before:
    """The segments of the build before, as far as they are whole."""

    def __init__(self, out: Path) -> None:
        self._out = out
        self._segments: dict[str, dict[str, Any]] = {}
        try:
            manifest = json.loads((out / _MANIFEST).read_text(encoding="utf-8"))
            if manifest["format"] == FORMAT:
                self._segments = manifest["segments"]
        except (OSError, ValueError, KeyError, TypeError):
            # No build before, or one of another make: everything is built.
            self._segments = {}

    def segment(self, key: str) -> Segment | None:
        if key not in self._segments:
            return None
        segment = Segment(**self._segments[key])
        files = list((self._out / segment.name).glob("*.js"))
        whole = len(files) == segment.files
        whole = whole and sum(file.stat().st_size for file in files) == segment.bytes
        return segment if whole else None


def _move(source: Path, target: Path) -> None:
    if target.exists():
        shutil.rmtree(target)
    source.rename(target)


def _signers(store: DocumentStore) -> list[str]:
    """The names that the client knows at sight: those that sign most, by name."""
    often = sorted(store.signers.items(), key=lambda item: (-item[1], item[0]))[:_SIGNERS]
    return sorted(name for name, _ in often)


def _publish(out: Path, built: dict[str, Segment], names: dict[str, object]) -> None:
    """Name the new segments in `index.js`, then delete those that it no longer names."""
    index = {
        "format": FORMAT,
        "segments": [segment.entry() for segment in built.values()],
        **names,
    }
    build = hashlib.sha256(to_json(index)).hexdigest()[:16]
    script = b"vankhoIndex(" + to_json({"build": build, **index}) + b")\n"
    _replace(out / _ENTRY, script)
    manifest = {
        "format": FORMAT,
        "segments": {key: _as_row(segment) for key, segment in built.items()},
    }
    _replace(out / _MANIFEST, to_json(manifest) + b"\n")
    kept = {segment.name for segment in built.values()}
    for path in out.iterdir():
        if path.is_dir() and path.name not in kept and not path.name.startswith(_SCRATCH):
            shutil.rmtree(path)


def _as_row(segment: Segment) -> dict[str, object]:
    return {name: getattr(segment, name) for name in Segment.__dataclass_fields__}


def _replace(path: Path, data: bytes) -> None:
    fresh = path.with_suffix(".new")
    fresh.write_bytes(data)
    fresh.replace(path)
