"""Exceptions for "cannot go on"; everything less is a finding."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One fault in a settings file, with its place. Lines and columns count from 1."""

    path: str
    line: int
    column: int
    message: str
    hint: str = ""

    def __str__(self) -> str:
        hint = f" {self.hint}" if self.hint else ""
        return f"{self.path}:{self.line}:{self.column}: {self.message}{hint}"


class CannotGoOnError(Exception):
    """The build cannot go on; the site that was there stays as it was. Exit code 2."""


class SettingsError(CannotGoOnError):
    """Faults in archive.yml or the registry, all of them at once."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults


class GateError(CannotGoOnError):
    """What was built did not pass a check, so it is not put in place."""
