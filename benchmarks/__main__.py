"""``make bench``: measure and write the results into the documentation.

`python -m benchmarks [--only citations|search] [--sizes 5000,20000,100000] [--rivals 20000]`.
"""

import argparse

from benchmarks import citations
from benchmarks.page import PAGE, put, section
from benchmarks.search import section as search


def main() -> None:
    """Measure what is asked for; other sections of the page stay."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", choices=["citations", "search"], help="measure nothing else")
    search.add_options(parser)
    options = parser.parse_args()
    kept = section(PAGE.read_text(encoding="utf-8"), search.ANCHOR) if PAGE.exists() else ""
    if options.only != "search":
        citations.write(PAGE)
        put(search.ANCHOR, kept or search.heading())
    if options.only != "citations":
        for measured in search.measure(options):
            put(search.ANCHOR, measured)
    print(PAGE.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
