"""Letters of monstrous size through the whole build: time and memory, one process each.

``python -m benchmarks.sizes [--share 1.0] [kind …]``; a share below 1 shrinks each.
"""

import argparse
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.helpers import make_archive, put
from tests.test_build import letter

MEGABYTE = 1_000_000
_BASE = "ordinary"

KINDS: dict[str, Callable[[float], str]] = {
    _BASE: lambda _share: "1. Giao Sở Nội vụ thực hiện./.",
    "20 MB on one line": lambda share: "nội dung văn bản " * int(share * 20 * MEGABYTE / 22),
    "20 MB without a blank": lambda share: "a" * int(share * 20 * MEGABYTE),
    "20 MB of citations": lambda share: (
        "Công văn số 972/UBND-KSTTHC ngày 11/3/2021, " * int(share * 20 * MEGABYTE / 50)
    ),
    "a million list items": lambda share: "1. Giao:\n" + "- mục\n" * int(share * MEGABYTE),
    "a million addressees": lambda share: "- mục;\n" * int(share * MEGABYTE),
    "a million clauses": lambda share: "".join(f"{n}. mục\n" for n in range(int(share * MEGABYTE))),
    "100 levels": lambda _share: "".join(
        f"{'    ' * level}{'-' * level or '1.'} cấp {level}\n" for level in range(101)
    ),
    "100 levels of dots": lambda _share: "".join(
        f"{'.'.join(['1'] * level)} cấp\n" for level in range(1, 101)
    ),
    "a quote in a quote": lambda share: "> " * int(share * 100_000) + "x",
    "a million paragraphs": lambda share: "Một đoạn.\n\n" * int(share * MEGABYTE),
}


def measure(text: str, limit: float) -> tuple[int, float, float, float]:
    """Build an archive of one letter; return exit code, seconds, gigabytes, megabytes of the site."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = make_archive(Path(scratch) / "kho")
        put(folder, "2022/1.txt", letter(1, text))
        put(folder, "2022/2.txt", letter(2))
        command = [sys.executable, "-m", "benchmarks.sizes", "--one", str(folder)]
        start = time.monotonic()
        # A session of its own, so that MkDocs, which the build starts, ends with it.
        running = subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        try:
            out, told = running.communicate(timeout=limit)
        except subprocess.TimeoutExpired:
            os.killpg(running.pid, signal.SIGKILL)
            running.communicate()
            raise
        seconds = time.monotonic() - start
        if running.returncode not in {0, 1}:
            print((out + told)[-2000:], file=sys.stderr)
        size = sum(p.stat().st_size for p in (folder / "site").rglob("*") if p.is_file())
        peak = float(told.rpartition("PEAK ")[2] or 0)
        return running.returncode, seconds, peak, size / MEGABYTE


def _one(folder: str) -> int:
    """Build in this process; tell its peak of memory, or that of MkDocs where it is higher."""
    from vankho.cli import main

    code = main(["build", "--config", f"{folder}/archive.yml"])
    peaks = [
        resource.getrusage(who).ru_maxrss
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    ]
    print(f"PEAK {max(peaks) / MEGABYTE:.2f}", file=sys.stderr)
    return code


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--share", type=float, default=1.0)
    options.add_argument("--limit", type=float, default=1800.0, help="seconds for each build")
    options.add_argument("--one", help=argparse.SUPPRESS)
    options.add_argument("kinds", nargs="*", default=list(KINDS))
    given = options.parse_args()
    if given.one:
        return _one(given.one)
    print("| Letter | MB | exit | build, s | peak, GB | site, MB |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    for kind in given.kinds:
        text = KINDS[kind](given.share)
        size = len(text.encode()) / MEGABYTE
        try:
            code, seconds, peak, site = measure(text, given.limit)
        except subprocess.TimeoutExpired:
            print(f"| {kind} | {size:.1f} | hang | > {given.limit:.0f} | | |", flush=True)
            continue
        print(
            f"| {kind} | {size:.1f} | {code} | {seconds:.0f} | {peak:.2f} | {site:.0f} |",
            flush=True,
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
