"""The picture of citations: what a box says fits into it."""

import re

from tests.test_build import letter
from vankho.registry.registry import Registry
from vankho.stages.extract import extract
from vankho.stages.link import link
from vankho.stages.parse import parse
from vankho.stages.read import read_bytes
from vankho.stages.render.picture import picture
from vankho.stages.resolve import resolve


def test_a_reference_wider_than_its_box_is_squeezed(known: Registry) -> None:
    text = letter(
        5,
        "1. Theo Công văn số 191/STTTT-BCVT&CNTT ngày 29/01/2022 và Công văn số 9/STC-NS ngày 02/3/2022./.",
    )
    item = parse(read_bytes(text.encode(), "5.txt"), known)
    archive = resolve([item], [extract(item, known)], known)
    graph = link(archive.documents, archive.resolutions)
    drawn = picture(graph, graph.nodes[archive.ids[item.path]])
    lines = {
        m[2]: "textLength" in m[1] for m in re.finditer(r"<text([^>]*)>([^<]+/[^<]+)</text>", drawn)
    }
    assert lines["191/STTTT-BCVT&amp;CNTT"]
    assert not lines["9/STC-NS"]
