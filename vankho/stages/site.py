"""site: the docs folder → HTML by stock MkDocs with Material.

Nothing of MkDocs is patched: it is given a configuration that inherits the archive's
mkdocs.yml, and run as its own command. Its sitemap, dated with the day of the build, is
replaced by the exports.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from vankho.errors import CannotGoOnError


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteSettings:
    """What the site generator must be told."""

    mkdocs: Path
    """The archive's mkdocs.yml."""
    docs: Path
    work: Path
    """Folder for the derived configuration."""
    title: str
    url: str


MKDOCS = (sys.executable, "-m", "mkdocs")


def build_html(
    settings: SiteSettings, out: Path, moment: int, generator: Sequence[str] = MKDOCS
) -> list[str]:
    """Render ``settings.docs`` into ``out``; return what MkDocs had to say.

    ``moment`` (seconds since 1970) stands for "now", so that the same input gives the same
    bytes on any day. ``generator`` is the command to run: MkDocs, or a fork of it.

    Raises:
        CannotGoOnError: MkDocs failed; its own message is in the error.
    """
    settings.work.mkdir(parents=True, exist_ok=True)
    config = settings.work / "mkdocs.yml"
    config.write_text(_derived(settings), encoding="utf-8")
    environment = {
        **os.environ,
        "SOURCE_DATE_EPOCH": str(moment),
        "NO_MKDOCS_2_WARNING": "1",
        "DISABLE_MKDOCS_2_WARNING": "true",
        "PYTHONHASHSEED": "0",
    }
    command = [
        *generator,
        "build",
        "--quiet",
        "-f",
        str(config),
        "-d",
        str(out),
    ]
    done = subprocess.run(  # noqa: S603 - our own interpreter and arguments
        command, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    said = [line for line in done.stderr.splitlines() if line.strip()]
    if done.returncode:
        raise CannotGoOnError("MkDocs không dựng được trang:\n" + "\n".join(said[-20:]))
    _drop_unused_search(out)
    return said


def _drop_unused_search(out: Path) -> None:
    """Material brings its own search along even where it is off: a megabyte that no page asks for."""
    if (out / "search" / "search_index.json").exists():
        return
    for name in ("lunr", "workers"):
        shutil.rmtree(out / "assets" / "javascripts" / name, ignore_errors=True)


def _derived(settings: SiteSettings) -> str:
    own = _own(settings.mkdocs)
    theme = own.get("theme") or {}
    custom = theme.get("custom_dir") if isinstance(theme, dict) else None
    derived: dict[str, object] = {
        "INHERIT": os.path.relpath(settings.mkdocs, settings.work),
        "site_name": settings.title,
        "site_url": settings.url,
        "docs_dir": str(settings.docs),
    }
    if custom:
        derived["theme"] = {"custom_dir": str((settings.mkdocs.parent / custom).resolve())}
    return yaml.safe_dump(derived, allow_unicode=True, sort_keys=False)


def _own(path: Path) -> dict[str, object]:
    """Read the archive's mkdocs.yml.

    Raises:
        CannotGoOnError: it is no file, or no YAML mapping.
    """
    if not path.is_file():
        raise CannotGoOnError(f"Không có tệp {path}: paths.mkdocs phải là tệp mkdocs.yml.")
    try:
        own = yaml.load(path.read_text(encoding="utf-8"), Loader=_AnyTagLoader)  # noqa: S506
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise CannotGoOnError(f"Không đọc được {path}: {error}") from error
    if not isinstance(own, dict):
        raise CannotGoOnError(f"{path} không phải tệp thiết đặt của MkDocs.")
    return own


class _AnyTagLoader(yaml.SafeLoader):
    """Reads mkdocs.yml for its theme folder; tags that name functions are not followed."""


def _unread(_loader: yaml.SafeLoader, _suffix: str, _node: yaml.Node) -> None:
    return None


_AnyTagLoader.add_multi_constructor("", _unread)
