"""A list leads into the search with filters that the search knows."""

import re

import pytest

from tests.helpers import ROOT
from vankho.stages.render.shelves import KINDS, Kind

_KNOWN = re.search(
    r"PARAMETERS = \{(?P<pairs>[^}]*)\}",
    (ROOT / "theme/assets/search/session.js").read_text(encoding="utf-8"),
)


@pytest.mark.parametrize(
    "kind", [kind for kind in KINDS if kind.parameter], ids=lambda kind: kind.parameter
)
def test_the_search_knows_the_filter(kind: Kind) -> None:
    assert _KNOWN is not None
    assert f'"{kind.parameter}"' in _KNOWN["pairs"]
