"""read: files of the corpus → SourceFile. Bytes, characters and front matter, once."""

import hashlib
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from vankho.model.finding import Code, Finding, finding
from vankho.model.source import SourceFile
from vankho.stages.front_matter import read_front_matter
from vankho.text.encoding import decode
from vankho.text.span import Span

SUFFIXES = {".txt", ".md"}
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreadable:
    """A file that gives no text at all."""

    path: str
    finding: Finding


def letter_files(folder: Path) -> list[Path]:
    """Return the files of the letters, sorted by their path."""
    return sorted(
        (
            path
            for path in folder.rglob("*")
            if path.suffix.lower() in SUFFIXES and not _is_hidden(path, folder)
        ),
        key=lambda path: path.relative_to(folder).as_posix(),
    )


def _is_hidden(path: Path, folder: Path) -> bool:
    """Editors and file shares leave hidden files and locks beside what they edit."""
    return any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)


def read(
    folder: Path,
    prefix: str,
    progress: Callable[[Sequence[Path]], Sequence[Path]] | None = None,
) -> tuple[list[SourceFile], list[Unreadable]]:
    """Read every letter below ``folder``; ``prefix`` is put before the paths shown.

    A file that cannot be read is reported, never fatal. Links that lead out of the corpus
    are not followed.
    """
    sources: list[SourceFile] = []
    unreadable: list[Unreadable] = []
    files = letter_files(folder)
    for path in progress(files) if progress else files:
        shown = f"{prefix}{path.relative_to(folder).as_posix()}"
        why = _why_not(path, folder)
        if why is None:
            try:
                sources.append(read_bytes(path.read_bytes(), shown))
                continue
            except OSError as error:
                why = error.strerror or "lỗi đọc đĩa"
        unreadable.append(Unreadable(path=shown, finding=finding(Code.UNREADABLE_FILE, why=why)))
    return sources, unreadable


def _why_not(path: Path, folder: Path) -> str | None:
    if not path.resolve().is_relative_to(folder.resolve()):
        return "liên kết trỏ ra ngoài kho"
    if not path.is_file():
        return "không phải là tệp"
    return None


def read_bytes(data: bytes, path: str) -> SourceFile:
    """Turn the bytes of one file into its text and what its front matter states."""
    decoded = decode(data)
    text = unicodedata.normalize("NFC", decoded.text.replace("\r\n", "\n").replace("\r", "\n"))
    findings = []
    if decoded.problem:
        at = min(decoded.offset, len(text))
        findings.append(finding(Code.ENCODING, Span(at, at), what=decoded.problem))
    start, stated, found = read_front_matter(text)
    findings += found
    if not text[start:].strip():
        findings.append(finding(Code.EMPTY_LETTER, Span(start, start)))
    control = _CONTROL.search(text, start)
    if control:
        span = Span(control.start(), control.end())
        findings.append(finding(Code.CONTROL_CHARACTER, span, char=f"{ord(control[0]):04X}"))
    return SourceFile(
        path=path,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        text=text,
        start=start,
        stated=stated,
        findings=tuple(findings),
    )
