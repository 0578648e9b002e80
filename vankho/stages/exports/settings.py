"""What the exports must be told beside the graph."""

from collections.abc import Callable
from dataclasses import dataclass

from vankho.model.document import Document
from vankho.model.letter import Letter
from vankho.model.resolution import Resolution


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportSettings:
    """The archive's name and address, and what pages say that feeds must say alike."""

    title: str
    """Name of the archive, in Vietnamese."""
    url: str
    """Address of the site, ending in a slash; "" where it has none. Feeds and the sitemap
    need whole addresses (RFC 4287, sitemaps.org) and are left out without one."""
    name: Callable[[Document], str]
    """How pages name a document: "Công văn số 972/UBND-KSTTHC ngày 11/3/2021"."""
    own_act: Callable[[Letter, Resolution], bool]
    """Whether a letter itself corrects, amends or repeals what it cites: the banners' rule."""
