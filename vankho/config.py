"""The archive's own settings, archive.yml."""

from dataclasses import dataclass, replace
from pathlib import Path

from pydantic import Field, field_validator

from vankho.errors import SettingsError
from vankho.model.finding import Code
from vankho.settings import Settings, load


class Home(Settings):
    """The agency whose archive this is."""

    agency: str
    province: str


class Paths(Settings):
    """Folders, relative to archive.yml."""

    corpus: Path = Path("corpus")
    docs: Path = Path("docs")
    site: Path = Path("site")
    mkdocs: Path = Path("mkdocs.yml")
    build: Path = Path("build")


class ArchiveFile(Settings):
    """archive.yml as written."""

    title: str
    site_url: str = ""
    home: Home
    paths: Paths = Paths()
    ignore: tuple[Code, ...] = ()
    secrecy_words: tuple[str, ...] = ()
    """Further words that, alone on a header line, keep a letter back."""
    corrections_mail: str = ""
    """Where readers report mistakes."""
    page_size: int = Field(default=200, ge=2, le=200)

    @field_validator("site_url")
    @classmethod
    def _ends_with_slash(cls, value: str) -> str:
        return value if not value or value.endswith("/") else value + "/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """The settings of one run, with absolute paths."""

    archive: ArchiveFile
    root: Path
    corpus: Path
    docs: Path
    site: Path
    mkdocs: Path
    build: Path

    @property
    def letters(self) -> Path:
        """The folder of the letters; a corpus without one is itself that folder."""
        own = self.corpus / "letters"
        return own if own.is_dir() else self.corpus

    @property
    def originals(self) -> Path:
        """The folder of scans and signed files."""
        return self.corpus / "originals"

    @property
    def registry(self) -> Path:
        """The folder of what the archive knows beside its letters.

        A corpus without one is read with the registry of archive.yml's own corpus.
        """
        own = self.corpus / "registry"
        return own if own.is_dir() else self.root / self.archive.paths.corpus / "registry"

    @property
    def own_corpus(self) -> bool:
        """Say whether the corpus is the one that archive.yml names."""
        return self.corpus.resolve() == (self.root / self.archive.paths.corpus).resolve()


def load_config(path: Path, corpus: Path | None = None, site: Path | None = None) -> Config:
    """Read archive.yml; ``corpus`` and ``site`` from the command line win over it.

    Another corpus than the file's own gets working folders of its own below ``build``,
    so that a trial run never touches the pages of the archive proper.

    Raises:
        SettingsError: the file is missing or has faults.
    """
    archive, faults = load(ArchiveFile, path, path.name)
    if archive is None:
        raise SettingsError(faults)
    root = path.resolve().parent
    paths = archive.paths
    config = Config(
        archive=archive,
        root=root,
        corpus=root / paths.corpus,
        docs=root / paths.docs,
        site=(site.resolve() if site else root / paths.site),
        mkdocs=root / paths.mkdocs,
        build=root / paths.build,
    )
    if corpus is not None and corpus.resolve() != config.corpus.resolve():
        config = replace(
            config, corpus=corpus.resolve(), build=config.site.parent / f".{config.site.name}.build"
        )
    return config
