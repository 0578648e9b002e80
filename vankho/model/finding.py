"""Something that an archivist should know: a finding in a letter, a diagnostic once placed."""

from dataclasses import dataclass
from enum import StrEnum

from vankho.text.span import Span


class Severity(StrEnum):
    """How much a finding matters. A note never changes the exit code."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Code(StrEnum):
    """Every kind of finding. The catalogue in ``vankho.diagnostics`` words each one."""

    ENCODING = "encoding"
    """Bytes that are not UTF-8."""
    CONTROL_CHARACTER = "control-character"
    """A character that no page can show."""
    EMPTY_LETTER = "empty-letter"
    UNREADABLE_FILE = "unreadable-file"
    FRONT_MATTER = "front-matter"
    """Front matter that is not YAML, or has a key or a value that means nothing."""
    REPLACE_NOT_FOUND = "replace-not-found"
    """A transcription fix that does not match exactly once."""
    ORIGINAL_MISSING = "original-missing"
    NUMBER_MISSING = "number-missing"
    DATE_MISSING = "date-missing"
    DATE_IMPOSSIBLE = "date-impossible"
    ISSUER_MISSING = "issuer-missing"
    SUBJECT_MISSING = "subject-missing"
    SIGNER_MISSING = "signer-missing"
    POINT_REPEATED = "point-repeated"
    """A number that comes again in the same place."""
    DUPLICATE_LETTER = "duplicate-letter"
    """Two files for one document."""
    SLUG_COLLISION = "slug-collision"
    CITATION_AMBIGUOUS = "citation-ambiguous"
    CITATION_UNNAMED = "citation-unnamed"
    """A citation by number alone, of which no document is known."""
    CITATION_DATE_MISMATCH = "citation-date-mismatch"
    CITATION_DATE_IMPOSSIBLE = "citation-date-impossible"
    CITATION_LATER_THAN_LETTER = "citation-later-than-letter"
    CITATION_POINT_MISSING = "citation-point-missing"
    ID_LOST = "id-lost"
    """A published URL that this build would let die."""
    SECRET = "secret"  # noqa: S105 - a code, not a password
    """A letter marked secret; named on the terminal only."""
    SECRET_RELEASED = "secret-released"  # noqa: S105
    """A letter that looks secret, published by a decision of the registry."""
    RELEASE_LAPSED = "release-lapsed"
    """A decision to publish that does not fit the file any more; named on the terminal only."""
    WITHHELD_UNCLEAR = "withheld-unclear"
    """A letter kept back because its front matter cannot be read; named on the terminal only."""
    TEXT_LOST = "text-lost"
    """The page of a letter does not carry its text."""
    LINK_BROKEN = "link-broken"
    ROW_INVALID = "row-invalid"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A fault in a letter, told by code; the wording is the catalogue's."""

    code: Code
    span: Span | None = None
    details: tuple[tuple[str, str], ...] = ()


def finding(code: Code, span: Span | None = None, **details: object) -> Finding:
    """Make a finding; ``details`` fill the blanks of the code's message."""
    return Finding(
        code=code, span=span, details=tuple((key, str(value)) for key, value in details.items())
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """A finding with its place in a file, ready to be shown."""

    path: str
    line: int
    column: int
    code: Code
    severity: Severity
    message: str
    hint: str
    source_line: str = ""
