"""read: files of the corpus → SourceFile. Bytes, characters and front matter, once."""

import errno
import hashlib
import os
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from vankho.model.finding import Code, finding
from vankho.model.source import SourceFile, Unreadable
from vankho.stages.front_matter import read_front_matter
from vankho.text.encoding import decode
from vankho.text.span import Span

SUFFIXES = {".txt", ".md"}
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f]")


_WHY = {
    errno.EACCES: "không có quyền đọc",
    errno.EPERM: "không có quyền đọc",
    errno.ENOENT: "liên kết hỏng, hoặc tệp vừa bị xóa",
    errno.ELOOP: "liên kết trỏ vòng quanh",
    errno.EISDIR: "không phải là tệp",
}


@dataclass(slots=True)
class _Found:
    """What lies below the folder of the letters: files to read, and what cannot be one."""

    files: list[Path] = field(default_factory=list)
    unfit: list[tuple[Path, str]] = field(default_factory=list)


def _look_for_letters(folder: Path) -> _Found:
    """Find the files of the letters. Nothing that bears the name of a letter is passed over."""
    found = _Found()

    def cannot_open(error: OSError) -> None:
        found.unfit.append((Path(error.filename), _why(error)))

    for where, folders, names in os.walk(folder, onerror=cannot_open):
        # Editors and file shares leave hidden files and locks beside what they edit.
        folders[:] = sorted(name for name in folders if not name.startswith((".", "~$")))
        for name in folders:
            path = Path(where, name)
            if path.suffix.lower() in SUFFIXES:
                found.unfit.append((path, "không phải là tệp"))
            elif path.is_symlink():
                found.unfit.append((path, "liên kết đến một thư mục không được đọc theo"))
        for name in names:
            path = Path(where, name)
            if path.suffix.lower() in SUFFIXES and not name.startswith((".", "~$")):
                found.files.append(path)
    found.files.sort(key=lambda path: path.relative_to(folder).as_posix())
    return found


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
    found = _look_for_letters(folder)
    unfit = found.unfit
    for path in progress(found.files) if progress else found.files:
        why = _why_not(path, folder)
        if why is None:
            try:
                sources.append(read_bytes(path.read_bytes(), _shown(path, folder, prefix)))
            except OSError as error:
                why = _why(error)
        if why is not None:
            unfit.append((path, why))
    unreadable = [
        Unreadable(
            path=_shown(path, folder, prefix), finding=finding(Code.UNREADABLE_FILE, why=why)
        )
        for path, why in unfit
    ]
    return sources, sorted(unreadable, key=lambda item: item.path)


def _why(error: OSError) -> str:
    """Say what went wrong; the system's own words depend on its language."""
    return _WHY.get(error.errno or 0, "lỗi đọc đĩa")


def _shown(path: Path, folder: Path, prefix: str) -> str:
    r"""Return the path as messages and pages name it; bytes that are no text as ``\xff``."""
    name = path.relative_to(folder).as_posix() if path != folder else ""
    return f"{prefix}{os.fsencode(name).decode('utf-8', 'backslashreplace')}"


def _why_not(path: Path, folder: Path) -> str | None:
    try:
        os.fsencode(path).decode("utf-8")
    except UnicodeDecodeError:
        return "tên tệp không phải UTF-8"
    try:
        real = path.resolve(strict=True)
    except OSError as error:
        return _why(error)
    except RuntimeError:  # how Python tells of links that lead round in a circle
        return _WHY[errno.ELOOP]
    if not real.is_relative_to(folder.resolve()):
        return "liên kết trỏ ra ngoài kho"
    return None if path.is_file() else "không phải là tệp"


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
