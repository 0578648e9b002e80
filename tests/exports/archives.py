"""Archives to export: read and linked as the program does, with pages that are only there."""

import json
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.helpers import TESTS
from vankho.model.graph import Graph
from vankho.registry.registry import Registry
from vankho.stages.data import write_data
from vankho.stages.exports import ExportSettings, write_exports
from vankho.stages.extract import extract
from vankho.stages.link import link
from vankho.stages.parse import parse
from vankho.stages.read import read
from vankho.stages.render.quotes import own_act
from vankho.stages.render.words import name
from vankho.stages.resolve import resolve
from vankho.stages.screen import screen

CORPUS = TESTS / "archive" / "corpus" / "letters"
SECRET = TESTS / "archive" / "secret" / "letters"
URL = "https://vankho.example/"
TITLE = 'Kho thử <nghiệm> & "nháy"'
SUBJECT = '=HYPERLINK("x";"y") </script><script>alert(1)</script> <!-- & \'nháy\' "kép" ]]>'
ISSUER = 'Sở <b>"Y tế"</b> & Đề án'
ADDRESSEES = ["=1+1", "- Sở Nội vụ", "@SUM(A1)", "'đã có nháy"]
HOSTILE = f"""---
subject: {json.dumps(SUBJECT + chr(10) + "dòng hai," + chr(0x2028) + "đề án")}
issuer: {json.dumps(ISSUER)}
type: {json.dumps("Công văn</script>")}
addressees: {json.dumps(ADDRESSEES)}
---
ỦY BAN NHÂN DÂN
TỈNH QUẢNG NGÃI

Số: 77/UBND-TH

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Quảng Ngãi, ngày 05 tháng 4 năm 2022

1. Bãi bỏ Công văn số 3385/UBND-TTHC ngày 21/7/2021 của UBND tỉnh; thực hiện Công văn số 9/UBND-X\ufffe của UBND tỉnh.

CHỦ TỊCH

Nguyễn Văn Thử
"""


@dataclass(frozen=True)
class Exported:
    graph: Graph
    site: Path

    def text(self, path: str) -> str:
        return (self.site / path).read_text(encoding="utf-8")


def settings(url: str = URL) -> ExportSettings:
    return ExportSettings(title=TITLE, url=url, name=name, own_act=own_act)


def corpus(folder: Path, *sources: Path, hostile: bool = True) -> Path:
    """Lay letters out in ``folder``."""
    folder.mkdir(parents=True)
    for source in sources:
        shutil.copytree(source, folder, dirs_exist_ok=True)
    if hostile:
        (folder / "hostile.txt").write_text(HOSTILE, encoding="utf-8")
    return folder


def graph_of(letters: Path, known: Registry) -> Graph:
    """Run the stages that lead to the graph, the screen against secrets among them."""
    sources, _ = read(letters, "letters/")
    parsed = [parse(source, known) for source in screen(sources).published]
    archive = resolve(parsed, [extract(letter, known) for letter in parsed], known)
    return link(archive.documents, archive.resolutions)


def export(graph: Graph, site: Path, url: str = URL, more: Sequence[str] = ()) -> Exported:
    """Write data and exports below ``site``, beside empty pages."""
    pages = [node.document.url for node in graph.nodes.values()]
    pages += [f"so/{number}.html" for number in graph.numbers]
    for page in [*pages, "index.html", "404.html", "danh-sach/moi-nhat.html", *more]:
        path = site / page
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    write_data(graph, {}, site / "data")
    write_exports(graph, settings(url), site)
    return Exported(graph, site)
