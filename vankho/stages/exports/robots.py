"""robots.txt: everything may be read, and here is the map."""

from pathlib import Path

_OURS = "# Vankho\n"


def write_robots(url: str, site: Path) -> None:
    """Write ``robots.txt``, unless the archive's own docs brought one.

    Crawlers ask for it at the root of a host only: below a sub-path the administrator
    copies its lines into the host's own.
    """
    path = site / "robots.txt"
    if path.is_file() and not path.read_text(encoding="utf-8", errors="replace").startswith(_OURS):
        return
    where = f"Sitemap: {url}sitemap.xml\n" if url else ""
    text = f"{_OURS}User-agent: *\nAllow: /\n{where}"
    path.write_text(text, encoding="utf-8", newline="\n")
