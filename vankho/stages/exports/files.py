"""Write files of the exports: only changed bytes, and none of an earlier build left over."""

from collections.abc import Collection
from pathlib import Path


def put(path: Path, data: bytes) -> None:
    """Write ``data``, unless the file has these bytes already (its time stays, caches stay warm)."""
    if path.is_file() and path.read_bytes() == data:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def sweep(folder: Path, kept: Collection[Path]) -> None:
    """Remove from a folder of ours what is not in ``kept``, and folders that become empty.

    A letter that is withheld today must not live on in yesterday's export.
    """
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif path not in kept:
            path.unlink()
