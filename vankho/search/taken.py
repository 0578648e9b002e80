"""What an earlier build left: folders of the index that can be taken over as they are.

A folder is taken over if it was made from the very same documents by the very same program, and if
its files are still what its name says. So nothing of a letter that has been withdrawn, and nothing
damaged or foreign, comes along.
"""

import functools
import hashlib
import json
import zlib
from dataclasses import asdict
from pathlib import Path
from typing import Any, Protocol

from vankho.search.shards import folder_name, to_json

MANIFEST = "manifest.json"


class Folder(Protocol):
    """A segment or a group of cards."""

    @property
    def name(self) -> str:
        """The hash of what it holds."""

    @property
    def files(self) -> int:
        """How many files it holds."""

    @property
    def bytes(self) -> int:
        """Their bytes."""


@functools.cache
def program() -> str:
    """A hash of all that decides the bytes of an index beside the documents: this package."""
    made_by = hashlib.sha256()
    for path in sorted(Path(__file__).parent.glob("*.py")):
        made_by.update(path.name.encode() + path.read_bytes())
    # Makes of zlib pack one text into different bytes; this package's own text shows which is here.
    made_by.update(zlib.compress(Path(__file__).read_bytes(), 6))
    return made_by.hexdigest()[:16]


class Taken:
    """The folders of an earlier build, and those of this one."""

    def __init__(self, before: Path, out: Path) -> None:
        """Read what `before` tells of itself; what is taken over goes to `out`."""
        self._before = before
        self._out = out
        self._known = _read(before / MANIFEST)
        self._used: dict[str, dict[str, Any]] = {}

    def over(self, key: str) -> dict[str, Any] | None:
        """Bring over the folder that was made from what `key` is the hash of; give its row."""
        row = self._known.get(key)
        if not isinstance(row, dict) or not self._bring(str(row.get("name"))):
            return None
        self._used[key] = row
        return row

    def _bring(self, name: str) -> bool:
        try:
            files = {path.name: path.read_bytes() for path in (self._before / name).iterdir()}
        except OSError:
            return False
        if folder_name({n: hashlib.sha256(data).hexdigest() for n, data in files.items()}) != name:
            return False
        target = self._out / name
        if not target.exists():
            target.mkdir()
            for file, data in files.items():
                (target / file).write_bytes(data)
        return True

    def add(self, key: str, folder: Folder) -> None:
        """Remember a folder that was made anew."""
        self._used[key] = asdict(folder)  # type: ignore[call-overload]

    def uses(self, name: str) -> bool:
        """Say whether this build has a folder of that name."""
        return any(row["name"] == name for row in self._used.values())

    def manifest(self) -> bytes:
        """What the next build reads."""
        return to_json({"program": program(), "folders": self._used}) + b"\n"


def _read(manifest: Path) -> dict[str, Any]:
    try:
        found = json.loads(manifest.read_text(encoding="utf-8"))
        return dict(found["folders"]) if found["program"] == program() else {}
    except (OSError, ValueError, KeyError, TypeError):
        # No build before, or one of another make: everything is built.
        return {}
