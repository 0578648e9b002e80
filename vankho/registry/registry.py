"""Everything that the archive knows beside its letters, ready for look-ups."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from vankho.registry.abbreviations import Abbreviations
from vankho.registry.agencies import Agencies
from vankho.registry.files import (
    DocumentEntry,
    IdFile,
    NicknameEntry,
    RegistryFiles,
    ReleaseEntry,
    read_files,
)
from vankho.registry.types import DocumentTypes


@dataclass(frozen=True, slots=True, eq=False)
class Registry:
    """Agencies, types, nicknames, abbreviations, facts, ids and releases.

    Compared by identity, so that what is worked out from a registry can be kept beside it.
    """

    agencies: Agencies
    types: DocumentTypes
    nicknames: tuple[NicknameEntry, ...] = ()
    abbreviations: Abbreviations = field(default_factory=Abbreviations)
    documents: Mapping[str, DocumentEntry] = field(default_factory=dict)
    """Id → what an archivist has told of that document."""
    ids: IdFile = field(default_factory=IdFile)
    releases: tuple[ReleaseEntry, ...] = ()


def make_registry(files: RegistryFiles, home: str, province: str) -> Registry:
    """Index the registry's files for an archive of ``home`` in ``province``."""
    return Registry(
        agencies=Agencies(files.agencies.agencies, home, province),
        types=DocumentTypes(files.types.types),
        nicknames=files.nicknames.nicknames,
        abbreviations=Abbreviations(files.abbreviations.abbreviations),
        documents={item.id: item for item in reversed(files.documents.documents)},
        ids=files.ids,
        releases=files.releases.releases,
    )


def load_registry(folder: Path, home: str, province: str) -> Registry:
    """Read the registry below ``folder``.

    Raises:
        SettingsError: with every fault of its files.
    """
    return make_registry(read_files(folder), home, province)
