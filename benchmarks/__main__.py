"""``make bench``: measure and write the result into the documentation."""

from benchmarks.citations import write
from tests.helpers import ROOT

PAGE = ROOT / "docs" / "kien-truc" / "so-do.md"

if __name__ == "__main__":
    write(PAGE)
    print(PAGE.read_text(encoding="utf-8"))
    print("Search is measured by: python -m benchmarks.search --help")
