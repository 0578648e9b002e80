"""The hand-written pages: links between them, the architecture page against the code."""

import ast
import re
import tomllib

import pytest

from tests.docs.guide import GUIDES, HAND_WRITTEN, section, sections
from tests.helpers import ROOT

_LINK = re.compile(r"(?<!!)\[[^\]]*\]\((?!https?:|mailto:)([^)#]*)(?:#([\w-]+))?\)")
_GENERATED = ("../danh-sach/",)
ARCHITECTURE = ROOT / "docs" / "kien-truc" / "index.md"


def test_every_guide_is_linked_from_the_index() -> None:
    linked = {target for target, _ in _LINK.findall((GUIDES / "index.md").read_text("utf-8"))}
    assert {path.name for path in GUIDES.glob("*.md")} - {"index.md"} <= linked


@pytest.mark.parametrize("path", HAND_WRITTEN, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_links_lead_to_pages_and_sections(path) -> None:
    for target, anchor in _LINK.findall(path.read_text(encoding="utf-8")):
        if target.startswith(_GENERATED):
            continue
        page = path.parent / target if target else path
        assert page.exists(), target
        if anchor:
            assert anchor in {item.id for item in sections(page.read_text("utf-8"))}, anchor


@pytest.mark.parametrize(
    "path", HAND_WRITTEN[1:], ids=lambda path: f"{path.parent.name}-{path.stem}"
)
def test_headings_have_addresses_that_stay(path) -> None:
    # Addresses made from Vietnamese titles lose letters (đ) and change with the wording.
    found = sections(path.read_text(encoding="utf-8"))
    assert found[0].level == 1
    assert all(item.id for item in found[1:])
    ids = [item.id for item in found[1:]]
    assert len(set(ids)) == len(ids)


def test_architecture_names_the_stages_of_the_pipeline() -> None:
    tree = ast.parse((ROOT / "vankho/pipeline.py").read_text(encoding="utf-8"))
    imported = {
        node.module.split(".")[2]
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("vankho.stages.")
    }
    part = next(s for s in sections(ARCHITECTURE.read_text("utf-8")) if s.id == "duong-thang")
    assert set(part.keys) == imported


def test_architecture_names_the_layers_in_order() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    part = next(s for s in sections(ARCHITECTURE.read_text("utf-8")) if s.id == "cac-tang")
    told = [name for key in part.keys for name in key.split(".")]
    assert told == [name for layer in layers for name in layer.split(" | ")]


def test_readme_tells_the_stages_in_the_order_of_the_architecture() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    flow = re.search(r"`(read → .+?)`", readme)
    assert flow is not None
    part = next(s for s in sections(ARCHITECTURE.read_text("utf-8")) if s.id == "duong-thang")
    told = flow[1].split(" → ")
    assert told == [name for name in part.keys if name in told]


@pytest.mark.parametrize("path", HAND_WRITTEN, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_no_path_of_one_machine(path) -> None:
    assert not re.search(r"/(?:work|root|home)/", path.read_text(encoding="utf-8"))


def test_the_citation_shown_is_one_that_the_archive_makes() -> None:
    shown = section("tra-cuu.md", "dan-diem").body
    assert "> điểm b khoản 3 Công văn số 972/UBND-KSTTHC ngày 11/3/2021 của UBND tỉnh" in shown
