"""Compare what two versions of Vankho find in the same letters: citations gained, lost, changed.

Usage:
    python tools/compare_citations.py OLD NEW
    python tools/compare_citations.py --revisions OLD NEW [--corpus DIR]

OLD and NEW are folders of public data (``site/data`` of two builds), or with --revisions two
commits: each is checked out apart and builds the corpus (default: the archive's own) with
its own code. Only the public data are read, so any two versions can be compared. Exit 0
where nothing differs, 1 where something does.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_PLACE = ("citing", "start", "end", "surface")
"""What tells one mention from another; ``anchor`` and the rest may change."""

Row = dict[str, object]
Key = tuple[object, ...]


def rows(data: Path) -> dict[Key, Row]:
    """Read every citation below a folder of public data, by its place.

    Raises:
        SystemExit: the folder holds no citations.
    """
    files = sorted((data / "citations").glob("*.ndjson"))
    if not files:
        raise SystemExit(f"{data}: no citations/*.ndjson; give the data folder of a built site")
    found: dict[Key, Row] = {}
    for file in files:
        for line in file.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            found[tuple(row[name] for name in _PLACE)] = row
    return found


def report(old: dict[Key, Row], new: dict[Key, Row]) -> Iterator[str]:
    """Tell the differences letter by letter; nothing where there is none."""
    lines: dict[str, list[str]] = defaultdict(list)
    for key in sorted({*old, *new}, key=lambda key: (str(key[0]), key[1:])):
        before, after = old.get(key), new.get(key)
        letter, surface = str(key[0]), key[3]
        if before is None:
            lines[letter].append(f"  + {surface}")
        elif after is None:
            lines[letter].append(f"  - {surface}")
        elif changed := [name for name in after if before.get(name) != after[name]]:
            lines[letter].append(f"  ~ {surface}")
            lines[letter] += [f"      {n}: {before.get(n)!r} -> {after[n]!r}" for n in changed]
    for letter, told in sorted(lines.items()):
        yield letter
        yield from told
    gained, lost = len(new.keys() - old.keys()), len(old.keys() - new.keys())
    moved = sum(old[key] != new[key] for key in old.keys() & new.keys())
    yield f"{len(old)} citations before, {len(new)} after: {gained} gained, {lost} lost, {moved} changed"


def build(revision: str, corpus: Path, work: Path) -> Path:
    """Check a revision out below ``work``, build ``corpus`` with it, return its public data."""
    tree, site = work / "tree", work / "site"
    subprocess.run(
        ["git", "-C", ROOT, "worktree", "add", "-q", "--detach", tree, revision], check=True
    )
    try:
        command = [sys.executable, "build_site.py", "build", "--corpus", corpus, "--site", site]
        result = subprocess.run(command, cwd=tree, capture_output=True, text=True, check=False)
        if result.returncode == 2:
            raise SystemExit(f"{revision} cannot build {corpus}:\n{result.stderr}")
    finally:
        subprocess.run(["git", "-C", ROOT, "worktree", "remove", "--force", tree], check=True)
    return site / "data"


def main() -> int:
    """Run the comparison; return the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("old")
    parser.add_argument("new")
    parser.add_argument("--revisions", action="store_true")
    parser.add_argument("--corpus", type=Path, default=ROOT / "corpus")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        sides = [Path(options.old), Path(options.new)]
        if options.revisions:
            names = (options.old, options.new)
            corpus = options.corpus.resolve()
            sides = [build(name, corpus, Path(folder) / str(n)) for n, name in enumerate(names)]
        old, new = map(rows, sides)
    print("\n".join(report(old, new)))
    return int(old != new)


if __name__ == "__main__":
    sys.exit(main())
