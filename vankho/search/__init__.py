"""The static search index: built here, read by the client in `theme/assets/search/`."""

from vankho.search.build import SearchReport, build_index
from vankho.search.document import SearchAgency, SearchDocument

__all__ = ["SearchAgency", "SearchDocument", "SearchReport", "build_index"]
