"""The guides as data: sections, tables, fenced blocks, commands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tests.helpers import ROOT

GUIDES = ROOT / "docs" / "huong-dan"
HAND_WRITTEN = (
    ROOT / "README.md",
    ROOT / "docs" / "kien-truc" / "index.md",
    *sorted(GUIDES.glob("*.md")),
)

_HEADING = re.compile(
    r"^(?P<marks>#{1,6}) (?P<title>.+?)(?: \{: #(?P<id>[\w-]+) \})?$", re.MULTILINE
)
_FENCE = re.compile(r"^```(?P<language>\w+)\n(?P<body>.*?)^```$", re.DOTALL | re.MULTILINE)
_CODE = re.compile(r"`([^`]+)`")


@dataclass(frozen=True)
class Section:
    level: int
    title: str
    id: str | None
    body: str
    """Everything up to the next heading of any level."""

    @property
    def table(self) -> list[list[str]]:
        """The cells of its table rows, heading and rule left out."""
        rows = [line for line in self.body.splitlines() if line.startswith("|")]
        return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows[2:]]

    @property
    def keys(self) -> list[str]:
        """The first column of its table: ``signer.name`` for "`signer` › `name`"."""
        return [".".join(_CODE.findall(row[0])) for row in self.table]


@dataclass(frozen=True)
class Block:
    page: str
    language: str
    body: str


def text_of(name: str) -> str:
    return (GUIDES / name).read_text(encoding="utf-8")


def sections(text: str) -> list[Section]:
    bare = _FENCE.sub(lambda match: re.sub(r"(?m)^#", " ", match[0]), text)
    found = list(_HEADING.finditer(bare))
    ends = [match.start() for match in found[1:]] + [len(bare)]
    return [
        Section(len(match["marks"]), match["title"], match["id"], text[match.end() : end])
        for match, end in zip(found, ends, strict=True)
    ]


def section(page: str, wanted: str) -> Section:
    return next(item for item in sections(text_of(page)) if item.id == wanted)


def blocks(*languages: str) -> Iterator[Block]:
    for path in HAND_WRITTEN:
        for match in _FENCE.finditer(path.read_text(encoding="utf-8")):
            if not languages or match["language"] in languages:
                yield Block(path.name, match["language"], match["body"])


def code_of(text: str) -> list[str]:
    """Every piece of inline code and every line of code blocks."""
    bare = _FENCE.sub("", text)
    lines = [line.strip() for match in _FENCE.finditer(text) for line in match["body"].splitlines()]
    lines += [line.strip() for line in bare.splitlines() if line.startswith("    ")]
    return [*_CODE.findall(bare), *lines]
