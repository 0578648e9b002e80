"""Build the search index of an archive: documents in, script files out."""

import hashlib
import shutil
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from vankho.search.agencies import Agencies
from vankho.search.cards import CardGroup, build_cards, cards_a_shard
from vankho.search.document import SearchAgency, SearchDocument
from vankho.search.layout import groups, segments
from vankho.search.segment import Segment, build_segment
from vankho.search.shards import to_json
from vankho.search.store import DocumentStore, Entry
from vankho.search.taken import MANIFEST, Folder, Taken, program

FORMAT: Final = 3
"""Raise it when the files change their form; the client has the same number (archive.js)."""
_ENTRY = "index.js"
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
    before: Path | None = None,
    progress: Progress | None = None,
) -> SearchReport:
    """Write the index of `documents` into the folder `out`.

    Folders of an earlier index, in `before` (or in `out` itself), that nothing has changed are
    taken over; the files are the same as those of a build from nothing. `progress` is told
    (documents done, of all).
    """
    out.mkdir(parents=True, exist_ok=True)
    for left in out.glob(f"{_SCRATCH}*"):
        shutil.rmtree(left)
    with tempfile.TemporaryDirectory(prefix=_SCRATCH, dir=out) as scratch:
        store = DocumentStore(Path(scratch) / "documents")
        try:
            for document in documents:
                store.add(document)
            return _Build(store, agencies, out, before or out, Path(scratch), progress).run()
        finally:
            store.close()


class _Build:
    """One run: segments and groups of cards, each taken over or made."""

    def __init__(
        self,
        store: DocumentStore,
        agencies: Sequence[SearchAgency],
        out: Path,
        before: Path,
        scratch: Path,
        progress: Progress | None,
    ) -> None:
        self._store = store
        self._agencies = Agencies(agencies, store.issuers)
        self._out = out
        self._scratch = scratch
        self._progress = progress
        self._taken = Taken(before, out)
        self._letters = sum(entry.held for entry in store.entries)
        self._done = self._rebuilt = self._files = self._bytes = 0

    def run(self) -> SearchReport:
        entries = [self._part(part) for part in segments(self._store.entries)]
        self._publish(entries)
        return SearchReport(
            documents=len(self._store.entries),
            segments=len(entries),
            rebuilt=self._rebuilt,
            files=self._files + 1,
            bytes=self._bytes + (self._out / _ENTRY).stat().st_size,
            text_bytes=self._store.text_bytes,
        )

    def _part(self, entries: list[Entry]) -> dict[str, object]:
        """The entry in `index.js` of one segment with its cards."""
        held = entries[0].held
        segment = self._segment(entries)
        cards = [self._cards(group) for group in groups(entries, self._letters)]
        folders: list[Folder] = [segment, *cards]
        self._files += sum(folder.files for folder in folders)
        self._bytes += sum(folder.bytes for folder in folders)
        shown = {"a": cards_a_shard(held=held), "groups": [group.entry() for group in cards]}
        return {**segment.entry(), "cards": shown}

    def _segment(self, entries: list[Entry]) -> Segment:
        names = sorted({name for entry in entries for name in entry.names})
        filed = (f"{n}\t{self._agencies.key(n)}\t{self._agencies.shown(n)}" for n in names)
        key = _key("segment", entries, filed)
        row = self._taken.over(key)
        if row is not None:
            self._tick(len(entries))
            return Segment(**row)
        self._rebuilt += 1
        documents = self._store.read(entries)
        segment = build_segment(entries, documents, self._agencies, self._scratch, self._tick)
        self._put(key, segment)
        return segment

    def _cards(self, entries: list[Entry]) -> CardGroup:
        key = _key("cards", entries)
        row = self._taken.over(key)
        if row is not None:
            return CardGroup(**row)
        documents = self._store.read(entries)
        group = build_cards(documents, self._scratch, held=entries[0].held)
        self._put(key, group)
        return group

    def _put(self, key: str, folder: Segment | CardGroup) -> None:
        target = self._out / folder.name
        if target.exists():
            shutil.rmtree(target)
        (self._scratch / folder.name).rename(target)
        self._taken.add(key, folder)

    def _tick(self, documents: int = 1) -> None:
        self._done += documents
        if self._progress is not None:
            self._progress(self._done, len(self._store.entries))

    def _publish(self, entries: list[dict[str, object]]) -> None:
        """Name the folders in `index.js`, then delete those that it does not name."""
        index = {
            "format": FORMAT,
            "segments": entries,
            "agencies": self._agencies.table(),
            "signers": _signers(self._store),
        }
        build = hashlib.sha256(to_json(index)).hexdigest()[:16]
        _replace(self._out / _ENTRY, b"vankhoIndex(" + to_json({"build": build, **index}) + b")\n")
        _replace(self._out / MANIFEST, self._taken.manifest())
        for path in self._out.iterdir():
            if path.is_dir() and not self._taken.uses(path.name) and path != self._scratch:
                shutil.rmtree(path)


def _key(kind: str, entries: list[Entry], more: Iterable[str] = ()) -> str:
    """A hash of all that a folder is made from."""
    made_from = hashlib.sha256(f"{program()} {kind}".encode())
    for entry in entries:
        made_from.update(entry.digest)
    for line in more:
        made_from.update(f"\n{line}".encode())
    return made_from.hexdigest()[:32]


def _signers(store: DocumentStore) -> list[str]:
    """The names that the client knows at sight: those that sign most, by name."""
    often = sorted(store.signers.items(), key=lambda item: (-item[1], item[0]))[:_SIGNERS]
    return sorted(name for name, _ in often)


def _replace(path: Path, data: bytes) -> None:
    fresh = path.with_suffix(".new")
    fresh.write_bytes(data)
    fresh.replace(path)
