"""A site around an index: stock MkDocs and Material, the search's own files, bare letter pages."""

import html
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.search.letters import AGENCIES
from vankho.search.build import build_index
from vankho.search.document import SearchDocument

_THEME = Path(__file__).resolve().parents[2] / "theme"
_MAIN = """{% extends "base.html" %}
{% block extrahead %}
<meta name="vankho-base" content="{{ '.' | url }}/">
<link rel="stylesheet" href="{{ 'assets/search/search.css' | url }}">
<script defer src="{{ 'assets/search/boot.js' | url }}"></script>
{% endblock %}
{% block header %}{{ super() }}{% include "partials/vankho-search.html" %}{% endblock %}
"""
_CONFIG = """site_name: Kho thử
docs_dir: docs
site_dir: site
use_directory_urls: false
plugins: []
theme:
  name: material
  language: vi
  custom_dir: theme
  font: false
  palette:
    - media: "(prefers-color-scheme: light)"
      scheme: default
    - media: "(prefers-color-scheme: dark)"
      scheme: slate
extra:
  generator: false
nav:
  - Trang chủ: index.md
  - Hướng dẫn: huong-dan/index.md
  - Tìm kiếm: tim-kiem.md
"""
_PAGES = {
    "index.md": "# Trang chủ\n\nKho văn bản.\n\n<textarea aria-label='ghi chú'></textarea>\n",
    "huong-dan/index.md": "# Hướng dẫn\n\nCách tìm.\n",
    "tim-kiem.md": (
        "# Tìm kiếm\n\n"
        '<div id="vankho-search-page"></div>\n\n'
        "<noscript>Trang này cần JavaScript.</noscript>\n"
    ),
}
_LETTER_PAGE = """<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>{reference}</title></head>
<body><h1>{reference}</h1>{anchors}<pre data-letter-text>{text}</pre></body></html>
"""


def make_site(folder: Path, documents: Sequence[SearchDocument]) -> Path:
    """Build everything below `folder`; gives the site."""
    theme = folder / "theme"
    shutil.copytree(_THEME / "assets" / "search", theme / "assets" / "search")
    (theme / "partials").mkdir()
    shutil.copy(_THEME / "partials" / "vankho-search.html", theme / "partials")
    (theme / "main.html").write_text(_MAIN, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(_CONFIG, encoding="utf-8")
    for name, text in _PAGES.items():
        page = folder / "docs" / name
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(folder / "mkdocs.yml")]
    subprocess.run(command, check=True, cwd=folder)
    site = folder / "site"
    for document in documents:
        write_letter_page(site, document)
    build_index(documents, AGENCIES, site / "search")
    return site


def write_letter_page(site: Path, document: SearchDocument) -> None:
    """A page that a result can lead to."""
    path = site / document.url
    path.parent.mkdir(parents=True, exist_ok=True)
    anchors = "".join(f'<a id="{anchor}"></a>' for _, anchor in document.anchors)
    path.write_text(
        _LETTER_PAGE.format(
            reference=html.escape(document.reference or ""),
            anchors=anchors,
            text=html.escape(document.text),
        ),
        encoding="utf-8",
    )
