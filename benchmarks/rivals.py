"""What Vankho's extraction is measured against."""

import re
from collections.abc import Callable

ONE_LINE = re.compile(r"\d+[a-z]?\s?/\s?(?:\d{4}/)?[A-ZĐ][A-Za-zĐđ]*(?:[-&][A-ZĐ][A-Za-zĐđ0-9]*)*")


def rivals() -> dict[str, Callable[[str], object]]:
    """Return the rivals that are installed, by the name that the table gives them.

    eyecite reads American citations: on our letters it finds none, so only its speed counts.
    It is optional (``pip install eyecite``).
    """
    found: dict[str, Callable[[str], object]] = {"một biểu thức chính quy": ONE_LINE.findall}
    try:
        from eyecite import get_citations
    except ImportError:
        return found
    return {**found, "eyecite": get_citations}
