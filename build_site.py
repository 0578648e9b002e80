"""Build the archive: the same program as the ``vankho`` command."""

from vankho.cli import run

if __name__ == "__main__":
    run()
