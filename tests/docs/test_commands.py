"""Commands, targets and exit codes that the hand-written pages name are there."""

import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import click
import pytest

from tests.docs.guide import HAND_WRITTEN, blocks, code_of, section, text_of
from tests.helpers import ROOT, make_archive, put
from tests.test_build import letter
from vankho import cli

_MAKE = re.compile(r"(?:^|\s)make ([a-z]+)$")
_VANKHO = re.compile(r"(?:^|[\s/])vankho ((?:--?)?[a-z]+)((?: --[a-z-]+)*)")
_OPTION = re.compile(r"--[a-z-]+")


def _targets() -> set[str]:
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z]+):", text, re.MULTILINE))


def _options(command: click.Command) -> set[str]:
    return {option for parameter in command.params for option in parameter.opts if option[0] == "-"}


@pytest.mark.parametrize("path", HAND_WRITTEN, ids=lambda path: path.name)
def test_make_targets_exist(path: Path) -> None:
    pieces = code_of(path.read_text(encoding="utf-8"))
    named = {match[1] for piece in pieces for match in _MAKE.finditer(piece.split("  ")[0].strip())}
    assert named <= _targets()


def test_readme_names_the_two_commands() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert {"make site", "make test"} <= {piece.split("  ")[0] for piece in code_of(readme)}


@pytest.mark.parametrize("path", HAND_WRITTEN, ids=lambda path: path.name)
def test_vankho_commands_exist(path: Path) -> None:
    for piece in code_of(path.read_text(encoding="utf-8")):
        for name, more in _VANKHO.findall(piece):
            if name.startswith("-"):
                assert name in _options(cli.command) | {"--help", "--version"}
                continue
            assert name in cli.command.commands, piece
            assert set(_OPTION.findall(more)) <= _options(cli.command.commands[name]), piece


def test_every_command_and_option_is_in_the_guide() -> None:
    part = section("quan-tri.md", "lenh")
    told = set(re.findall(r"`([^`]+)`", part.body))
    named = {" ".join(piece.split()[:2]) for piece in told}
    assert {f"vankho {name}" for name in cli.command.commands} <= named
    options = {piece.split()[0] for piece in told if piece.startswith("--")}
    for command in cli.command.commands.values():
        assert _options(command) - {"--help"} <= options


def test_exit_codes_are_the_program_s() -> None:
    told = [row[0] for row in section("quan-tri.md", "ma-ket-thuc").table]
    assert told == [str(code) for code in (cli.CLEAN, cli.FINDINGS, cli.CANNOT_GO_ON)]


def test_pictures_of_the_readme_are_small() -> None:
    pictures = sorted((ROOT / "docs/assets/anh").glob("*.png"))
    assert pictures
    assert max(path.stat().st_size for path in pictures) < 200_000
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", readme)
    assert shown
    assert all((ROOT / path).is_file() for path in shown)


def test_configuration_for_iis_is_xml() -> None:
    [block] = blocks("xml")
    root = ElementTree.fromstring(block.body.encode())
    assert {item.get("fileExtension") for item in root.iter("mimeMap")} == {".json", ".ndjson"}


def test_publishing_script_builds_links_and_keeps_five(tmp_path: Path) -> None:
    [script] = [block.body for block in blocks("sh") if block.page == "quan-tri.md"]
    folder = make_archive(tmp_path / "kho")
    put(folder, "2022/1.txt", letter())
    bin_folder = folder / ".venv" / "bin"
    bin_folder.mkdir(parents=True)
    program = bin_folder / "vankho"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{ROOT}/build_site.py" "$@"\n')
    program.chmod(0o755)
    for day in range(1, 8):
        (tmp_path / f"ban/2020010{day}-000000").mkdir(parents=True)
    local = script.replace("goc=/srv/vankho ", f'goc="{tmp_path}" ')
    assert local != script

    def run() -> int:
        done = subprocess.run(["sh", "-c", local], capture_output=True, text=True, check=False)
        return done.returncode

    assert run() == 0
    current = tmp_path / "hien-hanh"
    assert current.is_symlink()
    assert (current / "index.html").is_file()
    kept = sorted(path.name for path in (tmp_path / "ban").iterdir())
    assert len(kept) == 5
    assert current.resolve().name == kept[-1]

    # An address that would be lost stops it before anything is built.
    put(folder, "2022/2.txt", letter(2))
    assert run() == 0
    (folder / "corpus/letters/2022/2.txt").unlink()
    before = current.resolve()
    assert run() == 2
    assert current.resolve() == before
    put(folder, "2022/2.txt", letter(2))

    # A build that cannot go on leaves the link where it was.
    (folder / "archive.yml").write_text("titel: x\n", encoding="utf-8")
    assert run() == 2
    assert current.resolve() == before


def test_a_file_below_docs_gets_into_the_site() -> None:
    assert "docs/web.config" in text_of("quan-tri.md")
