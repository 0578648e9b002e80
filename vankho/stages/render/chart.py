"""A small picture of how many documents there are a year or a month: inline SVG bars."""

from collections import Counter
from collections.abc import Sequence

from vankho.model.document import Document
from vankho.stages.render.markdown import attribute

_HEIGHT = 48
_WIDTH = 320
_WIDEST = 28
_HALF_LABEL = 15
_MOST_YEARS = 40
"""One misread year ("1039") must not draw a thousand bars."""


def years_chart(documents: Sequence[Document]) -> str:
    """Draw the documents of each year; empty where they are all of one year."""
    counts = Counter(document.year for document in documents if document.year)
    if len(counts) < 2:
        return ""
    first = max(min(counts), max(counts) - _MOST_YEARS + 1)
    bars = [(str(year), counts[year]) for year in range(first, max(counts) + 1)]
    earlier = sum(count for year, count in counts.items() if year < first)
    if earlier:
        bars.insert(0, (f"≤{first - 1}", earlier))
    return _bars(bars, "Số văn bản mỗi năm")


def months_chart(documents: Sequence[Document], year: int) -> str:
    """Draw the documents of each month of a year."""
    counts = Counter(d.issued.month for d in documents if d.issued and d.issued.year == year)
    if len(counts) < 2:
        return ""
    return _bars([(f"{month}", counts[month]) for month in range(1, 13)],
                 f"Số văn bản mỗi tháng năm {year}", "tháng ")  # fmt: skip


def _bars(counts: Sequence[tuple[str, int]], title: str, unit: str = "") -> str:
    most = max(count for _, count in counts)
    step = _WIDTH / len(counts)
    width = min(_WIDEST, step * 0.8)
    told = ", ".join(f"{unit}{name}: {count}" for name, count in counts if count)
    bars = []
    for index, (_, count) in enumerate(counts):
        height = max(2, round(_HEIGHT * count / most)) if count else 0
        left = index * step + (step - width) / 2
        bars.append(f'<rect x="{left:.1f}" y="{_HEIGHT - height}" width="{width:.1f}" height="{height}"/>')  # fmt: skip
    every = max(1, -(-len(counts) // 8))
    names = "".join(
        f'<text x="{_inside((index + 0.5) * step):.1f}" y="{_HEIGHT + 14}">{name}</text>'
        for index, (name, _) in enumerate(counts)
        if index % every == 0
    )
    return (
        f'<svg class="vk-bieu-do" role="img" aria-label="{attribute(f"{title}. {told}.")}" '
        f'viewBox="0 0 {_WIDTH} {_HEIGHT + 18}">{"".join(bars)}{names}</svg>'
    )


def _inside(x: float) -> float:
    """Keep the middle of a label where its ends are seen."""
    return min(max(x, _HALF_LABEL), _WIDTH - _HALF_LABEL)
