"""The files below ``corpus/registry``, as written. Checked once, when read."""

import datetime
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, field_validator

from vankho.errors import Fault, SettingsError
from vankho.settings import Settings, load

DocumentId = Annotated[str, StringConstraints(pattern=r"^([0-9]{4}|khong-ro-nam)/[a-z0-9-]+$")]
"""The id of a document. It becomes the path of a page, so nothing else may pass."""


class AgencyEntry(Settings):
    """An agency under one name, for as long as it bore it."""

    abbreviation: str | None = None
    name: str
    aliases: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()
    """Other symbols that stand for it: BNN for BNNPTNT."""
    organs: tuple[str, ...] = ()
    """Bodies of it that issue under its symbol, in its series of numbers: Bộ Chính trị."""
    level: Literal["trung-uong", "bo", "tinh", "so", "huyen", "xa", "dang", "khac"]
    province: str | None = None
    valid_from: datetime.date | None = None
    valid_to: datetime.date | None = None
    successor: str | None = None
    """Abbreviation of the agency that took over."""

    def stood(self, first: datetime.date, last: datetime.date) -> bool:
        """Say whether the agency bore this name on some day from ``first`` to ``last``."""
        return (self.valid_from is None or self.valid_from <= last) and (
            self.valid_to is None or first <= self.valid_to
        )

    def long_gone(self, on: datetime.date) -> bool:
        """Say whether the agency was no more for ten years: a symbol may outlive it for a while."""
        return self.valid_to is not None and on.year - self.valid_to.year > 10


class AgencyFile(Settings):
    """agencies.yml."""

    agencies: tuple[AgencyEntry, ...]


class TypeEntry(Settings):
    """A type of document."""

    name: str
    slug: str = Field(pattern=r"^[a-z0-9-]+$")
    abbreviation: str | None = None
    words: tuple[str, ...] = ()
    """Other words that letters use for it: CV, C/v."""
    group: Literal["hanh-chinh", "ban-sao", "quy-pham", "dang", "ky-thuat", "khac"]


class TypeFile(Settings):
    """types.yml."""

    types: tuple[TypeEntry, ...]


class NicknameEntry(Settings):
    """A name that everybody uses for one document: Đề án 06."""

    name: str
    type: str
    number: str
    number_year: int | None = None
    symbol: str
    issued: datetime.date
    issuer: str


class NicknameFile(Settings):
    """nicknames.yml."""

    nicknames: tuple[NicknameEntry, ...] = ()


Place = Literal["loi-van", "noi-nhan", "luu", "chu-ky"]
"""Where an abbreviation has its meaning: in the text, among the recipients, on the line "Lưu",
above the signature."""


class AbbreviationEntry(Settings):
    """What an abbreviation stands for."""

    short: str = Field(pattern=r"^\w[\w&.]*$")
    full: str = Field(pattern=r"^[\w ,.()–-]+$")
    where: tuple[Place, ...] = Field(default=("loi-van", "noi-nhan"), min_length=1)
    source: str
    """Where the meaning was seen."""


class AbbreviationFile(Settings):
    """abbreviations.yml."""

    abbreviations: tuple[AbbreviationEntry, ...] = ()

    @field_validator("abbreviations")
    @classmethod
    def _one_meaning_a_place(
        cls, entries: tuple[AbbreviationEntry, ...]
    ) -> tuple[AbbreviationEntry, ...]:
        seen: set[tuple[str, str]] = set()
        for entry in entries:
            for place in entry.where:
                if (entry.short, place) in seen:
                    message = (
                        f"“{entry.short}” có hai nghĩa ở “{place}”, nên không biết nghĩa nào đúng"
                    )
                    raise ValueError(message)
                seen.add((entry.short, place))
        return entries


class DocumentEntry(Settings):
    """Facts known about a document that is not held."""

    id: DocumentId
    subject: str | None = None
    issued: datetime.date | None = None
    source: str


class DocumentFile(Settings):
    """documents.yml."""

    documents: tuple[DocumentEntry, ...] = ()


class IdFile(Settings):
    """ids.yml: ids that were published and must go on leading somewhere."""

    aliases: dict[DocumentId, DocumentId] = {}
    tombstones: tuple[DocumentId, ...] = ()
    subjects: tuple[str, ...] = ()
    """Words of subjects whose lists stay, as their addresses write them: ``thu-tuc-hanh-chinh``."""


class ReleaseEntry(Settings):
    """A decision that a letter which looks secret is none. It holds for these bytes only."""

    file: str = Field(min_length=1)
    """Path as messages name it: letters/2022/25.txt."""
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    by: str = Field(min_length=2)
    """Who decided."""
    date: datetime.date
    why: str = Field(min_length=10)


class ReleaseFile(Settings):
    """releases.yml: letters held back as secret by mistake."""

    releases: tuple[ReleaseEntry, ...] = ()


class RegistryFiles(Settings):
    """All registry files together."""

    agencies: AgencyFile = AgencyFile(agencies=())
    types: TypeFile = TypeFile(types=())
    nicknames: NicknameFile = NicknameFile()
    abbreviations: AbbreviationFile = AbbreviationFile()
    documents: DocumentFile = DocumentFile()
    ids: IdFile = IdFile()
    releases: ReleaseFile = ReleaseFile()


def read_files(folder: Path) -> RegistryFiles:
    """Read every file of the registry.

    Raises:
        SettingsError: with every fault of every file.
    """
    faults: list[Fault] = []
    loaded: dict[str, Settings] = {}
    for name, info in RegistryFiles.model_fields.items():
        path = folder / f"{name}.yml"
        model = info.annotation
        assert isinstance(model, type)
        assert issubclass(model, Settings)
        if path.exists():
            settings, found = load(model, path, f"registry/{path.name}")
            faults += found
            if settings is not None:
                loaded[name] = settings
    known = {f"{name}.yml" for name in RegistryFiles.model_fields}
    for path in sorted(folder.glob("*.y*ml")):
        if path.name not in known:
            message = f"Tệp registry/{path.name} không có trong quy ước."
            faults.append(Fault(path=f"registry/{path.name}", line=1, column=1, message=message))
    if faults:
        raise SettingsError(faults)
    return RegistryFiles.model_validate(loaded)
