"""Build one index in a process of its own, so that its memory can be measured from outside.

`python -m benchmarks.search.build_one SIZE FOLDER` makes the letters as it goes and prints the
report as JSON; with 0 it takes the 305 letters of the gold set. Times are those of the processor, without the making of the letters: others may be
at work on the machine.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from time import process_time

from benchmarks.search import corpus, generate
from vankho.search.build import build_index
from vankho.search.document import SearchDocument


class _Timed:
    """Documents, and the time spent on making them."""

    def __init__(self, documents: Iterator[SearchDocument]) -> None:
        self._documents = documents
        self.seconds = 0.0

    def __iter__(self) -> Iterator[SearchDocument]:
        while True:
            start = process_time()
            document = next(self._documents, None)
            self.seconds += process_time() - start
            if document is None:
                return
            yield document


def main() -> None:
    """Build and report."""
    size, folder = int(sys.argv[1]), Path(sys.argv[2])
    gold = corpus.gold() if size == 0 else None
    documents = gold.documents if gold else generate.documents(size, corpus.source_texts())
    agencies = gold.agencies if gold else generate.agencies()
    made = _Timed(iter(documents))
    start = process_time()
    report = build_index(made, agencies, folder)
    row = {
        "seconds": process_time() - start - made.seconds,
        "bytes": report.bytes,
        "files": report.files,
        "text": report.text_bytes,
        "documents": report.documents,
    }
    print(json.dumps(row))


if __name__ == "__main__":
    main()
