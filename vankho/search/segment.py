"""One segment: posting lists, vocabulary and columns of a run of documents."""

import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from vankho.memory import no_collection
from vankho.search.agencies import Agencies
from vankho.search.columns import Columns
from vankho.search.document import SearchDocument
from vankho.search.postings import Keep, Postings
from vankho.search.shards import ShardFolder, to_json, write_terms
from vankho.search.store import Entry
from vankho.search.terms import document_terms

_MANY = 1_024
"""From here on, words and pairs that one document alone has are not worth their bytes."""
_COMMON = 256
"""Words that so many documents of a segment have: all pairs of them are kept. A quoted phrase of
common words that no document holds would otherwise be looked for in the text of thousands. The
client has the same number (rank.js)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """What the client must know of a segment before it loads any of its shards."""

    name: str
    documents: int
    held: bool
    months: list[tuple[str, int]]
    """Each month (or year, or nothing) with the first document of it."""
    first_terms: list[str]
    dropped: bool
    """True where pairs that stand in one document only were left out."""
    files: int
    bytes: int

    def entry(self) -> dict[str, object]:
        """The segment's entry in `index.js`."""
        return {
            "name": self.name,
            "documents": self.documents,
            "held": self.held,
            "dropped": self.dropped,
            "months": self.months,
            "terms": self.first_terms,
        }


def build_segment(
    entries: list[Entry],
    documents: Iterable[SearchDocument],
    agencies: Agencies,
    folder: Path,
    tick: Callable[[], None],
) -> Segment:
    """Write the shards of a segment below `folder`, in a folder named by their hash."""
    shards = ShardFolder(folder)
    runs = folder / "runs"
    runs.mkdir()
    postings, columns = Postings(runs), Columns(agencies.shown)
    dropped = len(entries) >= _MANY
    with no_collection():
        for number, document in enumerate(documents):
            terms = document_terms(document, agencies.key, postings.vocabulary)
            postings.add(number, terms)
            columns.add(document)
            tick()
        first_terms = write_terms(shards, postings.terms(_keep(postings, dropped=dropped)))
    columns.write(shards)
    shards.write("v", to_json(_vocabulary(postings, dropped=dropped)))
    shutil.rmtree(runs)
    return Segment(
        name=shards.finish(),
        documents=len(entries),
        held=entries[0].held,
        months=_months(entries),
        first_terms=first_terms,
        dropped=dropped,
        files=shards.files,
        bytes=shards.bytes,
    )


def _keep(postings: Postings, *, dropped: bool) -> Keep:
    """Leave out what tells little for its bytes.

    That is the usual accents of a word (a reader who types them wants most documents anyway; the
    unusual ones are what must be found: bò among thousands of bộ), and in a large segment a pair
    that one document alone has, unless both its words are common.
    """
    counts = postings.word_counts

    def keep(term: str, count: int) -> bool:
        word, tab, _ = term.partition("\t")
        if tab:
            return count * 2 <= counts[word]
        if not (dropped and count == 1 and " " in term and ":" not in term):
            return True
        first, _, second = term.partition(" ")
        return counts[first] >= _COMMON and counts[second] >= _COMMON

    return keep


def _vocabulary(postings: Postings, *, dropped: bool) -> dict[str, list[str] | list[int]]:
    """Words of letters only, for correction and completion, and how many documents have each."""
    least = 2 if dropped else 1
    found = sorted(w for w, n in postings.word_counts.items() if n >= least and w.isalpha())
    return {"t": found, "n": [postings.word_counts[word] for word in found]}


def _months(entries: list[Entry]) -> list[tuple[str, int]]:
    numbered = enumerate(entry.date[:7] for entry in entries)
    return [(month, next(group)[0]) for month, group in groupby(numbered, key=lambda pair: pair[1])]
