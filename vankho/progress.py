"""Progress of long work: a bar on a terminal, plain lines otherwise."""

import sys
from collections.abc import Iterator, Sequence
from typing import TypeVar

import click

T = TypeVar("T")


class Console:
    """Where a run tells what it does. Everything goes to standard error."""

    def __init__(self, *, quiet: bool = False) -> None:
        self._quiet = quiet
        self._bar = sys.stderr.isatty()

    def step(self, title: str) -> None:
        """Say that a piece of work without countable parts begins."""
        if not self._quiet:
            click.echo(title, err=True)

    def track(self, title: str, items: Sequence[T]) -> Iterator[T]:
        """Yield ``items`` and show how far the work on them is."""
        if self._quiet:
            yield from items
        elif self._bar:
            with click.progressbar(items, label=f"{title:<28}", file=sys.stderr) as bar:
                yield from bar
        else:
            click.echo(f"{title}: {len(items)}", err=True)
            yield from items
