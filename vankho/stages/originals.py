"""originals: the scan or signed file of a letter → published beside its text."""

import hashlib
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from vankho.model.document import Document
from vankho.model.finding import Code, Finding, finding
from vankho.text.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """A file to publish."""

    source: Path
    url: str
    """From the site's root."""
    size: int
    sha256: str

    def row(self) -> dict[str, object]:
        """Return what the public data says of it."""
        return {"url": self.url, "size": self.size, "sha256": self.sha256}


def find_originals(
    documents: Sequence[Document], folder: Path
) -> tuple[dict[str, Original], dict[str, list[Finding]]]:
    """Return the originals by document id, and what is wrong with others by letter path."""
    found: dict[str, Original] = {}
    faults: dict[str, list[Finding]] = {}
    for document in documents:
        letter = document.letter
        if letter is None or letter.original is None:
            continue
        path = folder / PurePosixPath(letter.original)
        why = _why_not(path, folder)
        if why:
            item = finding(Code.ORIGINAL_MISSING, Span(0, 0), name=letter.original, why=why)
            faults.setdefault(letter.path, []).append(item)
            continue
        data = path.read_bytes()
        found[document.id] = Original(
            source=path,
            url=f"ban-goc/{document.id}{path.suffix.lower()}",
            size=len(data),
            sha256=hashlib.sha256(data).hexdigest(),
        )
    return found, faults


# What a browser would run on the archive's own pages is no original to show.
_REFUSED = {
    ".html",
    ".htm",
    ".xhtml",
    ".svg",
    ".xml",
    ".js",
    ".mjs",
    ".css",
    ".shtml",
    ".php",
    ".asp",
    ".aspx",
}


def _why_not(path: Path, folder: Path) -> str | None:
    try:
        inside = path.resolve().is_relative_to(folder.resolve())
        if not inside:
            return "đường dẫn ra ngoài thư mục bản gốc"
        if not path.is_file():
            return "không có tệp này"
    except (OSError, ValueError):
        return "đường dẫn không hợp lệ"
    if path.suffix.lower() in _REFUSED or not path.suffix:
        return "loại tệp này không được công bố"
    return None


def copy_originals(originals: Sequence[Original], site: Path) -> None:
    """Copy the files into the site."""
    for original in originals:
        target = site / original.url
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(original.source, target)
