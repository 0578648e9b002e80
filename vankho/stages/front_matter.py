"""What the archivist states at the head of a file, between two ``---`` lines."""

import datetime
import re

import yaml
from pydantic import Field, field_validator

from vankho.grammar.date import FIRST_YEAR, LAST_YEAR
from vankho.model.finding import Code, Finding, finding
from vankho.model.letter import Signer
from vankho.model.source import Replacement, Stated
from vankho.settings import Settings, parse_yaml, validate, yaml_fault
from vankho.text.fold import fold
from vankho.text.span import Span

_BLOCK = re.compile(
    r"\s*?---[ \t]*\n(?P<yaml>.*?)(?:^)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE
)


_LONGEST = 50_000
"""Characters that front matter may have; to parse YAML takes a second for so much."""
_KEY = re.compile(r"\s*(?:#[^\n]*\n\s*)*[\"']?[A-Za-z_][\w-]*[\"']?[ \t]*:(?:\s|$)")


class SignerEntry(Settings):
    """Người ký, as stated."""

    capacity: tuple[str, ...] = ()
    position: str | None = None
    name: str | None = None


class ReplaceEntry(Settings):
    """A transcription fix, as stated."""

    old: str = Field(alias="from", min_length=1)
    new: str = Field(alias="to")
    note: str = ""


class FrontMatter(Settings):
    """The keys that front matter may have."""

    type: str | None = None
    number: str | int | None = None
    number_year: int | None = Field(default=None, ge=FIRST_YEAR, le=LAST_YEAR)
    symbol: str | None = None
    issued: datetime.date | None = None
    place: str | None = None
    issuer: str | None = None
    parent_body: str | None = None
    subject: str | None = None
    addressees: tuple[str, ...] | None = None
    recipients: tuple[str, ...] | None = None
    drafting_unit: str | None = None
    signer: SignerEntry | None = None
    urgency: str | None = None
    secrecy: str | None = None
    original: str | None = None
    replace: tuple[ReplaceEntry, ...] = ()
    publish: bool = True
    ignore: tuple[Code, ...] = ()

    @field_validator("issued")
    @classmethod
    def _of_our_time(cls, value: datetime.date | None) -> datetime.date | None:
        if value is not None and not FIRST_YEAR <= value.year <= LAST_YEAR:
            raise ValueError(f"năm phải từ {FIRST_YEAR} đến {LAST_YEAR}")
        return value


_METADATA = (
    "type", "number", "number_year", "symbol", "issued", "place", "issuer", "parent_body", "subject",
    "addressees", "recipients", "drafting_unit", "signer", "urgency",
)  # fmt: skip


def read_front_matter(text: str) -> tuple[int, Stated, list[Finding]]:
    """Return where the letter starts, what is stated, and what is wrong with it.

    Front matter that cannot be read states nothing; but if it speaks of ``publish`` or
    ``secrecy`` the letter is withheld: a slip in YAML must not publish it.
    """
    block = _BLOCK.match(text)
    if block is None:
        return 0, Stated(), []
    body, first_line = block["yaml"], text.count("\n", 0, block.start("yaml")) + 1
    at = Span(block.start("yaml"), block.start("yaml"))
    withheld = "publish" in fold(body) or "secrecy" in fold(body)
    if len(body) > _LONGEST:
        if not _KEY.match(body):
            return 0, Stated(), []
        why = f"dài hơn {_LONGEST} chữ"
        return block.end(), Stated(publish=not withheld), [finding(Code.FRONT_MATTER, at, why=why)]
    try:
        data = parse_yaml(body)
    except yaml.YAMLError as error:
        why = yaml_fault(error, "", first_line).message.rstrip(".")
        return block.end(), Stated(publish=not withheld), [finding(Code.FRONT_MATTER, at, why=why)]
    if data is None:
        return block.end(), Stated(), []
    if not isinstance(data, dict):
        # A letter may well begin with a ruled line; only a mapping is front matter.
        return 0, Stated(), []
    matter, faults = validate(FrontMatter, data, body, "", first_line)
    if matter is None:
        found = [
            finding(
                Code.FRONT_MATTER,
                _line_span(text, fault.line),
                why=f"{fault.message} {fault.hint}".strip().rstrip("."),
            )
            for fault in faults
        ]
        return block.end(), Stated(publish=not withheld), found
    return block.end(), _stated(matter), []


def _line_span(text: str, line: int) -> Span:
    at = 0
    for _ in range(line - 1):
        at = text.find("\n", at) + 1
    return Span(at, at)


def _stated(matter: FrontMatter) -> Stated:
    given = [name for name in _METADATA if name in matter.model_fields_set]
    values = {name: getattr(matter, name) for name in given}
    if isinstance(values.get("number"), int):
        values["number"] = str(values["number"])
    if matter.signer is not None:
        values["signer"] = Signer(
            capacity=matter.signer.capacity,
            position=matter.signer.position,
            name=matter.signer.name,
        )
    return Stated(
        fields=tuple(given),
        original=matter.original,
        replace=tuple(
            Replacement(old=item.old, new=item.new, note=item.note) for item in matter.replace
        ),
        publish=matter.publish and matter.secrecy is None,
        ignore=tuple(map(str, matter.ignore)),
        **values,
    )
