"""Transcription fixes that the archivist states in front matter."""

from vankho.model.finding import Code, Finding, finding
from vankho.model.letter import Fix
from vankho.model.source import SourceFile
from vankho.text.span import Span


def find(source: SourceFile) -> tuple[tuple[Fix, ...], list[Finding]]:
    """Place each stated fix in the text; one that does not match exactly once is a finding."""
    fixes: list[Fix] = []
    wrong: list[Finding] = []
    for item in source.stated.replace:
        count = source.text.count(item.old, source.start)
        at = source.text.find(item.old, source.start)
        span = Span(at, at + len(item.old)) if count == 1 else None
        if span is None or any(span.start < f.span.end and f.span.start < span.end for f in fixes):
            where = Span(source.start, source.start)
            wrong.append(finding(Code.REPLACE_NOT_FOUND, where, text=item.old, count=count))
        else:
            fixes.append(Fix(span, item.new))
    return tuple(sorted(fixes, key=lambda fix: fix.span)), wrong


def apply(source: SourceFile, fixes: tuple[Fix, ...]) -> str:
    """Return the text as it is to be read."""
    out, at = [], 0
    for fix in fixes:
        out += [source.text[at : fix.span.start], fix.new]
        at = fix.span.end
    return "".join(out) + source.text[at:]
