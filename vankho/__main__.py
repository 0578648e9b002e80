"""``python -m vankho``."""

from vankho.cli import run

run()
