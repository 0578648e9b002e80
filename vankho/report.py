"""How findings are shown: for people, for a code-hosting service, for programs."""

import json
from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

from vankho.model.finding import Diagnostic, Severity


class OutputFormat(StrEnum):
    """The forms that ``--output-format`` takes."""

    TEXT = "text"
    GITHUB = "github"
    JSON = "json"


SEVERITY_WORDS = {Severity.ERROR: "lỗi", Severity.WARNING: "cảnh báo", Severity.NOTE: "ghi chú"}
_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_SHOWN = 160


def order(diagnostics: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Sort diagnostics by file and place."""
    return sorted(diagnostics, key=lambda d: (d.path, d.line, d.column, d.code, d.message))


def show(diagnostics: Sequence[Diagnostic], form: OutputFormat) -> str:
    """Return the text that shows diagnostics in a form; empty where there are none."""
    match form:
        case OutputFormat.TEXT:
            return "\n".join(map(_text, diagnostics))
        case OutputFormat.GITHUB:
            return "\n".join(map(_github, diagnostics))
        case OutputFormat.JSON:
            return "\n".join(map(to_json, diagnostics))


def to_json(diagnostic: Diagnostic) -> str:
    """Return one diagnostic as a JSON object on a line."""
    fields = ("path", "line", "column", "code", "severity", "message", "hint")
    return json.dumps({name: getattr(diagnostic, name) for name in fields}, ensure_ascii=False)


def _text(diagnostic: Diagnostic) -> str:
    head = (
        f"{_printable(diagnostic.path)}:{diagnostic.line}:{diagnostic.column}: "
        f"{SEVERITY_WORDS[diagnostic.severity]} [{diagnostic.code}] {_printable(diagnostic.message)}"
    )
    lines = [head]
    source = diagnostic.source_line
    if source.strip():
        start = max(0, diagnostic.column - 1 - _SHOWN // 2)
        shown = _printable(source[start : start + _SHOWN])
        lead = "… " if start else ""
        lines += [f"  | {lead}{shown}", f"  | {' ' * (len(lead) + diagnostic.column - 1 - start)}^"]
    if diagnostic.hint:
        lines.append(f"  = {_printable(diagnostic.hint)}")
    return "\n".join(lines)


def _printable(text: str) -> str:
    """Keep a letter's control characters from steering the terminal."""
    return "".join(char if char.isprintable() else " " for char in text)


def _github(diagnostic: Diagnostic) -> str:
    def data(text: str) -> str:
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

    def value(text: str) -> str:
        return data(text).replace(":", "%3A").replace(",", "%2C")

    place = f"file={value(diagnostic.path)},line={diagnostic.line},col={diagnostic.column}"
    message = f"{diagnostic.message} {diagnostic.hint}".strip()
    return f"::{_GITHUB[diagnostic.severity]} {place},title={diagnostic.code}::{data(message)}"


def summary(diagnostics: Sequence[Diagnostic]) -> str:
    """Return a table of codes with how often each was found."""
    counts = Counter((d.severity, d.code) for d in diagnostics)
    if not counts:
        return "Không có phát hiện nào."
    order_of = list(Severity)
    rows = sorted(counts.items(), key=lambda item: (order_of.index(item[0][0]), item[0][1]))
    lines = [
        f"{count:>7}  {SEVERITY_WORDS[severity]:<9} {code}" for (severity, code), count in rows
    ]
    return "\n".join(["Tổng hợp phát hiện:", *lines])


def save(diagnostics: Sequence[Diagnostic], path: Path) -> None:
    """Write diagnostics as ndjson. Never below the site: they are for the archive's keepers."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = "".join(f"{to_json(diagnostic)}\n" for diagnostic in diagnostics)
    path.write_text(text, encoding="utf-8", newline="\n")
