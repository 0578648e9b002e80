"""exports: what machines read beside the pages. Runs on the data files that are written.

The rows of ``site/data`` are the contract; CSV, SQLite and the JSON of each letter are
other forms of them, and are read from those files, so that none can say anything else.
"""

from pathlib import Path

from vankho.model.graph import Graph
from vankho.stages.exports.database import write_database
from vankho.stages.exports.feeds import write_feeds
from vankho.stages.exports.letters import write_letters
from vankho.stages.exports.opensearch import write_opensearch
from vankho.stages.exports.policy import write_policy
from vankho.stages.exports.robots import write_robots
from vankho.stages.exports.settings import ExportSettings
from vankho.stages.exports.sitemap import write_sitemap
from vankho.stages.exports.tables import write_tables

__all__ = ["ExportSettings", "write_exports"]


def write_exports(graph: Graph, settings: ExportSettings, site: Path) -> None:
    """Write feeds, sitemap, JSON, CSV, SQLite and the security policy below ``site``.

    Args:
        graph: the archive. A withheld letter never reaches it, so it reaches no export.
        settings: the archive's name and address, and how documents are named.
        site: the built site, its HTML and ``data/*.ndjson`` already in it. Files of an
            earlier export that no document stands behind any more are removed.

    Raises:
        CannotGoOnError: SQLite cannot write the database.
        OSError: the disk cannot take a file.
    """
    write_letters(graph, site)
    write_tables(graph, settings.url, site)
    write_database(site)
    write_feeds(graph, settings, site)
    write_sitemap(graph, settings.url, site)
    write_robots(settings.url, site)
    write_opensearch(settings.title, settings.url, site)
    write_policy(site)
