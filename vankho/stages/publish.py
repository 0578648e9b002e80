"""publish: a checked build takes the place of the old one, or nothing changes.

The build is made in a folder beside the site and renamed at the end; a crash at any
moment leaves the old site, or can be undone at the next start.
"""

import shutil
from pathlib import Path

from vankho.errors import CannotGoOnError


def staging(site: Path) -> Path:
    """Return an empty folder beside ``site`` to build in, after mending an earlier crash."""
    site.parent.mkdir(parents=True, exist_ok=True)
    recover(site)
    folder = _beside(site, "new")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return folder


def recover(site: Path) -> None:
    """Bring back the old site where a crash fell between the two renames."""
    old = _beside(site, "old")
    if old.exists():
        if site.exists():
            shutil.rmtree(old)
        else:
            old.rename(site)


def put_in_place(folder: Path, site: Path) -> None:
    """Make ``folder`` the site.

    Raises:
        CannotGoOnError: ``site`` is no folder of ours to replace.
    """
    if site.exists() and not _is_a_site(site):
        raise CannotGoOnError(
            f"{site} không trống và không phải trang do Vankho dựng; chọn thư mục khác hoặc xóa nó."
        )
    old = _beside(site, "old")
    if site.exists():
        site.rename(old)
    try:
        folder.replace(site)
    except OSError:
        if old.exists():
            old.rename(site)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _is_a_site(site: Path) -> bool:
    return site.is_dir() and (not any(site.iterdir()) or (site / "data" / "index.json").exists())


def _beside(site: Path, what: str) -> Path:
    return site.parent / f".{site.name}.{what}"
