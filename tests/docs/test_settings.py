"""Every key that a person may write is documented, and every example is a right one."""

import datetime
import re
from collections.abc import Iterator

import pytest
from pydantic import BaseModel

from tests.docs.guide import GUIDES, Block, blocks, section
from tests.helpers import ROOT
from vankho.config import ArchiveFile
from vankho.registry.files import (
    AbbreviationFile,
    AgencyFile,
    DocumentFile,
    IdFile,
    NicknameFile,
    ReleaseFile,
    TypeFile,
)
from vankho.settings import Settings, parse_yaml, validate
from vankho.stages.front_matter import FrontMatter, read_front_matter
from vankho.stages.render import OWNED

FILES: dict[str, type[Settings]] = {
    "archive.yml": ArchiveFile,
    "corpus/registry/agencies.yml": AgencyFile,
    "corpus/registry/types.yml": TypeFile,
    "corpus/registry/nicknames.yml": NicknameFile,
    "corpus/registry/abbreviations.yml": AbbreviationFile,
    "corpus/registry/documents.yml": DocumentFile,
    "corpus/registry/ids.yml": IdFile,
    "corpus/registry/releases.yml": ReleaseFile,
}
_LISTS = {"agencies", "types", "nicknames", "abbreviations", "documents", "releases"}
"""Keys of files that hold nothing but one list; the guide's table is of its entries."""


def keys_of(model: type[BaseModel], prefix: str = "") -> Iterator[str]:
    """Every key as written in YAML; those of a model inside as ``outer.inner``."""
    for name, info in model.model_fields.items():
        key = info.alias or name
        inner = _model_in(info.annotation)
        if key in _LISTS and inner is not None:
            yield from keys_of(inner)
            continue
        yield prefix + key
        if inner is not None:
            yield from keys_of(inner, f"{prefix}{key}.")


def _model_in(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found = map(_model_in, getattr(annotation, "__args__", ()))
    return next((model for model in found if model is not None), None)


@pytest.mark.parametrize(
    ("page", "part", "model"),
    [
        ("them-van-ban.md", "truong", FrontMatter),
        *(
            ("quan-tri.md", name.rpartition("/")[2].replace(".", "-"), model)
            for name, model in FILES.items()
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_table_has_every_key_in_order(page: str, part: str, model: type[Settings]) -> None:
    assert section(page, part).keys == list(keys_of(model))


@pytest.mark.parametrize(
    ("part", "model"),
    [(name.rpartition("/")[2].replace(".", "-"), model) for name, model in FILES.items()],
    ids=str,
)
def test_table_says_what_is_required(part: str, model: type[Settings]) -> None:
    said = {row[0] for row in section("quan-tri.md", part).table if row[1] == "có"}
    said = {".".join(re.findall(r"`([^`]+)`", cell)) for cell in said}
    assert said == set(_required(model))


def _required(model: type[BaseModel], prefix: str = "") -> Iterator[str]:
    for name, info in model.model_fields.items():
        key, inner = info.alias or name, _model_in(info.annotation)
        if key in _LISTS and inner is not None:
            yield from _required(inner)
            continue
        if info.is_required():
            yield prefix + key
        if inner is not None:
            yield from _required(inner, f"{prefix}{key}.")


EXAMPLES = list(blocks("yaml"))


@pytest.mark.parametrize("block", EXAMPLES, ids=lambda block: f"{block.page}:{block.body[:30]!r}")
def test_example_is_accepted(block: Block) -> None:
    if block.body.startswith("---\n"):
        start, stated, found = read_front_matter(block.body + "Lời văn.\n")
        assert not found
        assert start == len(block.body)
        assert (
            stated.fields
            or stated.replace
            or stated.ignore
            or stated.original
            or not stated.publish
        )
        return
    name = block.body.splitlines()[0].removeprefix("# ")
    model, faults = validate(FILES[name], parse_yaml(block.body), block.body, name)
    assert not faults
    assert model is not None


def test_examples_show_every_key() -> None:
    for name, model in FILES.items():
        text = next(b.body for b in EXAMPLES if b.body.startswith(f"# {name}\n"))
        for key in keys_of(model):
            assert f"{key.rpartition('.')[2]}:" in text, (name, key)
    fronts = "".join(b.body for b in EXAMPLES if b.page == "them-van-ban.md")
    shown = {key for key in keys_of(FrontMatter) if f"{key.rpartition('.')[2]}:" in fronts}
    # A guide shows no letter that is marked secret.
    assert set(keys_of(FrontMatter)) - shown == {"secrecy"}


_COMMON = {"level", "group", "aliases", "source"}
"""Names that much else bears as well, so that a search for their use says nothing."""


def test_a_key_that_nothing_reads_is_said_to_be_one() -> None:
    edges = {ROOT / "vankho/config.py", ROOT / "vankho/registry/files.py"}
    code = "\n".join(
        path.read_text(encoding="utf-8")
        for path in sorted((ROOT / "vankho").rglob("*.py"))
        if path not in edges
    )
    for name in FILES:
        part = section("quan-tri.md", name.rpartition("/")[2].replace(".", "-"))
        for key, row in zip(part.keys, part.table, strict=True):
            last = key.rpartition(".")[2]
            if last in _COMMON or part.id == "archive-yml":
                continue
            unused = re.search(rf"\.{last}\b", code) is None
            assert unused is ("iện chưa dùng tới" in row[-1]), (name, key)


def test_a_number_keeps_its_leading_zero() -> None:
    _, stated, _ = read_front_matter("---\nnumber: 033\n---\n")
    assert stated.number == "033"
    _, stated, _ = read_front_matter('---\nnumber: "033"\nissued: 2022-04-05\n---\n')
    assert (stated.number, stated.issued) == ("033", datetime.date(2022, 4, 5))


def test_the_folders_that_the_program_owns_are_named() -> None:
    told = (GUIDES / "quan-tri.md").read_text(encoding="utf-8")
    assert [folder for folder in OWNED if f"`{folder}/`" not in told] == []
