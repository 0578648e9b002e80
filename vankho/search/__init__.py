"""The static search index: built here, read by the client in `theme/assets/search/`.

The folder that `build_index` writes:

- `index.js`: segments (name, documents, months, first term of each shard, groups of cards),
  agencies, signers.
  The one file whose name stays; everything else stands in folders named by the hash of what
  they hold, so a browser may keep it for ever.
- `manifest.json`: what each folder was made from; only the next build reads it (`taken`).
- `<segment>/i0.js`, `i1.js`, …: terms in order, with their posting lists (`terms`, `postings`).
- `<segment>/f.js`, `g.js`: columns to filter and count by (`columns`).
- `<segment>/v.js`: words, to correct and complete by.
- `<group>/t0.js`, …: cards, a few documents each: particulars, text, anchors (`cards`).

A shard is a script, `vankhoShard("…")`: base64 of zlib of bytes. Scripts load over http, under a
strict content policy and from a file share; nothing else does all three. Documents stand by date
within a segment, so newest first is highest number first, and a year is a run of numbers.
"""

from vankho.search.build import SearchReport, build_index
from vankho.search.document import Cited, SearchAgency, SearchDocument

__all__ = ["Cited", "SearchAgency", "SearchDocument", "SearchReport", "build_index"]
