"""A document as the archive knows it, held or only cited."""

import datetime
from dataclasses import dataclass

from vankho.model.identity import Identity, bounded, padded, page_url, printed_reference
from vankho.model.letter import Letter
from vankho.text.fold import slug


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document (văn bản) with its permanent id."""

    id: str
    identity: Identity
    type: str | None
    number: str | None
    number_year: int | None
    symbol: str | None
    issued: datetime.date | None
    issuer: str | None
    title: str | None
    """Trích yếu, or the name of a law."""
    letter: Letter | None = None
    """The parsed letter, where it is held."""

    @property
    def held(self) -> bool:
        """Say whether the archive has the text."""
        return self.letter is not None

    @property
    def url(self) -> str:
        """URL from the site's root."""
        return page_url(self.id)

    @property
    def year(self) -> int | None:
        """The year of the identity."""
        return self.identity.year or None

    @property
    def reference(self) -> str | None:
        """Số và ký hiệu."""
        return printed_reference(self.number, self.number_year, self.symbol)

    @property
    def number_slug(self) -> str:
        """Name of the page that gathers a reference of any year: ``972-ubnd-kstthc``."""
        if self.number is None or self.symbol is None:
            return self.id.partition("/")[2]
        return bounded(f"{padded(self.number)}-{slug(self.symbol)}")
