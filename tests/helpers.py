"""Small ways of running parts of the program on texts and folders."""

import shutil
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from vankho.model.citation import Citation, Pinpoint, Range
from vankho.model.letter import Letter, Metadata
from vankho.model.resolution import Resolution
from vankho.registry.registry import Registry, load_registry
from vankho.stages.extract import extract
from vankho.stages.parse import body, parse
from vankho.stages.parse.lines import split
from vankho.stages.read import read_bytes
from vankho.stages.resolve import Archive, resolve

ROOT = Path(__file__).resolve().parent.parent
TESTS = ROOT / "tests"
HOME = "Ủy ban nhân dân tỉnh Quảng Ngãi"


def registry() -> Registry:
    return load_registry(ROOT / "corpus" / "registry", HOME, "Quảng Ngãi")


def letter_of(path: Path, known: Registry, shown: str | None = None) -> Letter:
    return parse(read_bytes(path.read_bytes(), shown or path.name), known)


def paragraph_letter(text: str, issuer: str | None = None) -> Letter:
    """A letter that consists of body text only, as ``vankho extract`` reads a draft."""
    text = unicodedata.normalize("NFC", text)
    blocks, _ = body.blocks(text, split(text, 0))
    return Letter(
        path="draft.txt",
        sha256="",
        size=0,
        text=text,
        start=0,
        metadata=Metadata(issuer=issuer),
        blocks=tuple(blocks),
    )


def pinpoint_value(pinpoint: Pinpoint) -> dict[str, object]:
    found: dict[str, object] = {}
    for level, value in pinpoint.steps():
        match value:
            case Range(start=start, end=end):
                found[level] = {"from": start, "to": end}
            case tuple():
                found[level] = list(value)
            case _:
                found[level] = value
    return found


def citation_value(citation: Citation) -> dict[str, object]:
    """What a citation's own words say, in the form of the gold files."""
    return {
        "surface": citation.surface,
        "type": citation.type,
        "number": citation.number,
        "number_year": citation.number_year,
        "symbol": citation.symbol,
        "issued": citation.issued.isoformat() if citation.issued else None,
        "pinpoints": [pinpoint_value(part.pinpoint) for part in citation.pinpoints],
        "attachment": (
            {"type": citation.attachment.type, "title": citation.attachment.title}
            if citation.attachment
            else None
        ),
        "relation": citation.relation,
    }


def metadata_value(metadata: Metadata, names: Iterable[str]) -> dict[str, object]:
    """Fields of the metadata in the form of the gold files."""
    found: dict[str, object] = {}
    for name in names:
        value = getattr(metadata, name)
        if name == "issued":
            value = value.isoformat() if value else None
        elif name == "signer" and value is not None:
            value = {
                "capacity": list(value.capacity),
                "position": value.position,
                "name": value.name,
            }
        elif isinstance(value, tuple):
            value = list(value)
        found[name] = value
    return found


def resolution_value(resolution: Resolution) -> dict[str, object]:
    return {
        "issuer": resolution.issuer,
        "issuer_from": resolution.issuer_from,
        "issued_resolved": resolution.issued.isoformat() if resolution.issued else None,
        "about": resolution.about,
        "status": resolution.status,
        "cited": resolution.cited,
    }


def differences(
    got: dict[str, object], want: dict[str, object]
) -> dict[str, tuple[object, object]]:
    """Fields that differ: what was found, what is true."""
    return {key: (value, want.get(key)) for key, value in got.items() if value != want.get(key)}


@dataclass(frozen=True)
class Understood:
    letters: dict[str, Letter]
    """By the path below the corpus."""
    archive: Archive


def understood(folder: Path, known: Registry) -> Understood:
    """Read, parse, extract and resolve every letter below ``folder/letters``."""
    paths = sorted((folder / "letters").rglob("*.txt"))
    letters = [letter_of(p, known, p.relative_to(folder).as_posix()) for p in paths]
    citations = [extract(item, known) for item in letters]
    return Understood({item.path: item for item in letters}, resolve(letters, citations, known))


def make_archive(folder: Path, *sources: Path, settings: str = "") -> Path:
    """Lay out an archive of its own in ``folder``: settings, site theme, letters of ``sources``."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("mkdocs.yml",):
        shutil.copy(ROOT / name, folder / name)
    shutil.copytree(ROOT / "theme", folder / "theme", dirs_exist_ok=True)
    for name in ("assets", "huong-dan", "kien-truc"):
        shutil.copytree(ROOT / "docs" / name, folder / "docs" / name, dirs_exist_ok=True)
    shutil.copytree(
        ROOT / "corpus" / "registry", folder / "corpus" / "registry", dirs_exist_ok=True
    )
    (folder / "corpus" / "letters").mkdir(parents=True, exist_ok=True)
    for source in sources:
        shutil.copytree(source, folder / "corpus", dirs_exist_ok=True)
    text = (ROOT / "archive.yml").read_text(encoding="utf-8")
    (folder / "archive.yml").write_text(text + settings, encoding="utf-8")
    return folder


def put(folder: Path, name: str, text: str | bytes) -> Path:
    """Write one letter into an archive made by ``make_archive``."""
    path = folder / "corpus" / "letters" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def by_surface(found: Sequence[Resolution], surface: str, anchor: str) -> Resolution | None:
    return next(
        (r for r in found if (r.citation.surface, r.citation.anchor) == (surface, anchor)), None
    )
