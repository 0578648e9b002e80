"""What a command costs: `python -m benchmarks.peak COMMAND …` tells its time and its memory.

A process begins with the peak of memory of the one that started it, as Linux counts: started by
this small one, it tells its own. The command writes nothing that is kept but its last line.
"""

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from resource import RUSAGE_CHILDREN, getrusage


@dataclass(frozen=True)
class Cost:
    """What a command has cost, and the last line that it printed."""

    seconds: float
    """Of the processor."""
    memory: int
    """Most bytes held at a time."""
    said: str


def cost(command: Sequence[str]) -> Cost:
    """Run a command in a process of its own; raise where it fails."""
    asked = [sys.executable, "-m", "benchmarks.peak", *command]
    told = subprocess.run(asked, check=True, stdout=subprocess.PIPE, text=True).stdout
    return Cost(**json.loads(told.splitlines()[-1]))


def main() -> None:
    """Run what is asked for and tell its cost as JSON."""
    done = subprocess.run(sys.argv[1:], check=True, stdout=subprocess.PIPE, text=True)
    used = getrusage(RUSAGE_CHILDREN)
    said = done.stdout.splitlines()[-1] if done.stdout else ""
    row = {"seconds": used.ru_utime + used.ru_stime, "memory": used.ru_maxrss * 1024, "said": said}
    print(json.dumps(row))


if __name__ == "__main__":
    main()
