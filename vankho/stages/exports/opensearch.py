"""opensearch.xml: lets a browser's address bar search the archive."""

from pathlib import Path
from xml.sax.saxutils import escape

from vankho.stages.exports.files import put

PATH = "opensearch.xml"
_SHORT = 16


def write_opensearch(title: str, url: str, site: Path) -> None:
    """Write the OpenSearch description; none without the site's address, which it must name.

    The short name is what of ``title`` fits into the 16 characters that the format allows, in
    whole words.
    """
    path = site / PATH
    if not url:
        path.unlink(missing_ok=True)
        return
    text = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n'
        f"<ShortName>{escape(_short(title))}</ShortName>\n"
        f"<Description>{escape(title)}: tìm văn bản theo số, ngày, cơ quan hoặc lời văn</Description>\n"
        "<InputEncoding>UTF-8</InputEncoding>\n"
        f'<Url type="text/html" template="{escape(url)}tim-kiem.html?q={{searchTerms}}"/>\n'
        "</OpenSearchDescription>\n"
    )
    put(path, text.encode())


def _short(title: str) -> str:
    if len(title) <= _SHORT:
        return title
    whole, blank, _ = title[: _SHORT + 1].rpartition(" ")
    return whole.rstrip(" ,;–-") if blank else title[:_SHORT]
