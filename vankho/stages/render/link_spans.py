"""Where the links of a letter stand in its text: each citation, each point of one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from vankho.model.resolution import Resolution
from vankho.stages.render.markdown import Link
from vankho.text.span import Span

Href = Callable[[Resolution, str | None], Link]
"""Makes the link of a citation: to its document, or to a point of it."""


@dataclass(frozen=True, slots=True)
class LinkSpan:
    """A stretch of the letter that is a link."""

    span: Span
    link: Link


def link_spans(resolutions: Sequence[Resolution], href: Href) -> list[LinkSpan]:
    """Return the links of a letter's citations: each pinpoint to its point, the rest to the page."""
    spans: list[LinkSpan] = []
    for resolution in resolutions:
        citation = resolution.citation
        at = citation.span.start
        targets = resolution.targets
        if len(targets) < 2:
            spans.append(LinkSpan(citation.span, href(resolution, resolution.anchor)))
            continue
        for target in targets:
            if target.span.start > at:
                spans.append(LinkSpan(Span(at, target.span.start), href(resolution, None)))
            spans.append(LinkSpan(target.span, href(resolution, target.anchor)))
            at = max(at, target.span.end)
        if at < citation.span.end:
            spans.append(LinkSpan(Span(at, citation.span.end), href(resolution, None)))
    return _disjoint(spans)


def _disjoint(spans: list[LinkSpan]) -> list[LinkSpan]:
    result: list[LinkSpan] = []
    for item in sorted(spans, key=lambda item: item.span):
        if item.span.end <= item.span.start:
            continue
        if result and item.span.start < result[-1].span.end:
            continue
        result.append(item)
    return result
