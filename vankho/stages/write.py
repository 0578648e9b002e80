"""write: Pages → the docs folder. Only changed bytes; deletes only what it owns."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from vankho.model.page import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What changed in the docs folder."""

    changed: tuple[str, ...]
    removed: tuple[str, ...]
    total: int


def write(pages: Iterable[Page], docs: Path, owned: Sequence[str]) -> Written:
    """Write pages below ``docs``; what lies in the ``owned`` folders and is no page goes."""
    changed: list[str] = []
    kept: set[Path] = set()
    for page in pages:
        path = docs / page.path
        kept.add(path)
        data = page.content.encode()
        if not path.is_file() or path.read_bytes() != data:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            changed.append(page.path)
    removed = []
    for folder in owned:
        for path in sorted((docs / folder).rglob("*"), reverse=True):
            if path.is_dir():
                if not any(path.iterdir()):
                    path.rmdir()
            elif path not in kept:
                path.unlink()
                removed.append(path.relative_to(docs).as_posix())
    return Written(changed=tuple(changed), removed=tuple(removed), total=len(kept))
