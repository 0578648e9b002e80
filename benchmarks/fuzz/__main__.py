"""``python -m benchmarks.fuzz --minutes 60``: bent letters through every stage, laws checked.

With atheris installed (``pip install --require-hashes -r requirements-fuzz.txt``) and
``--coverage`` the search is led by the branches that an input reaches; without it, inputs
that broke nothing are bent further at random. Inputs that break a law, and those that cost
much more than others, are kept below ``build/fuzz``.
"""

import argparse
import contextlib
import json
import random
import statistics
import sys
import time
from collections import Counter
from pathlib import Path

_SLOW = 50
"""Times the median cost of a character."""
_SHORT = 2_000
"""An input shorter than this counts as this long: a page has costs of its own."""
_KEPT = 400
"""Inputs that are bent further, beside the letters of the repository."""
_REPORTED = 30.0


class Record:
    """What was run and what was found, on disk as it comes."""

    def __init__(self, folder: Path, minutes: float) -> None:
        self.folder = folder
        self.minutes = minutes
        self.start = self.told = time.monotonic()
        self.inputs = 0
        self.characters = 0
        self.costs: list[float] = []
        self.broken: Counter[str] = Counter()
        self.slow: list[tuple[float, str]] = []
        folder.mkdir(parents=True, exist_ok=True)

    @property
    def over(self) -> bool:
        return time.monotonic() - self.start > 60 * self.minutes

    def take(self, data: bytes, outcome: object) -> None:
        from benchmarks.fuzz.laws import Outcome

        assert isinstance(outcome, Outcome)
        self.inputs += 1
        self.characters += outcome.characters
        if outcome.broken is not None:
            self.broken[outcome.key] += 1
            if self.broken[outcome.key] <= 3:
                stem = f"{_safe(outcome.key)}-{self.broken[outcome.key]}"
                (self.folder / f"{stem}.bin").write_bytes(data)
                (self.folder / f"{stem}.log").write_text(str(outcome.broken), encoding="utf-8")
                self.log(f"BROKEN {outcome.key}: {str(outcome.broken)[:300]}")
        cost = outcome.seconds / max(outcome.characters, _SHORT)
        if len(self.costs) > 200 and cost > _SLOW * statistics.median(self.costs[-2000:]):
            stem = f"slow-{len(self.slow)}"
            (self.folder / f"{stem}.bin").write_bytes(data)
            self.slow.append((cost, stem))
            self.log(f"SLOW {stem}: {outcome.seconds:.2f} s for {outcome.characters} characters")
        self.costs.append(cost)
        if time.monotonic() - self.told > _REPORTED:
            self.told = time.monotonic()
            self.log(self.line())

    def line(self) -> str:
        minutes = (time.monotonic() - self.start) / 60
        median = statistics.median(self.costs) if self.costs else 0
        return (
            f"{minutes:.1f} min, {self.inputs} inputs, {self.characters} characters, "
            f"median {median * 1e6:.2f} us a character, {len(self.broken)} faults, {len(self.slow)} slow"
        )

    def log(self, text: str) -> None:
        print(text, flush=True)
        with (self.folder / "log.txt").open("a", encoding="utf-8") as file:
            file.write(text + "\n")

    def close(self) -> None:
        self.log(f"END {self.line()}")
        summary = {"inputs": self.inputs, "broken": dict(self.broken), "slow": self.slow}
        (self.folder / "summary.json").write_text(json.dumps(summary, indent=1), encoding="utf-8")


def _safe(key: str) -> str:
    return "".join(char if char.isalnum() else "-" for char in key)[:60]


def at_random(record: Record, seed: int) -> None:
    """Bend letters at random; what broke nothing may be bent again."""
    from benchmarks.fuzz.laws import Laws
    from benchmarks.fuzz.mutate import Mutator, seeds

    laws, pool = Laws(), seeds()
    own = len(pool)
    mutator = Mutator(pool)
    chance = random.Random(seed)
    while not record.over:
        data = mutator.mutate(chance.choice(pool), chance)
        outcome = laws.try_out(data)
        record.take(data, outcome)
        if outcome.broken is None and chance.random() < 0.2:
            if len(pool) < own + _KEPT:
                pool.append(data)
            else:
                pool[chance.randrange(own, len(pool))] = data


def by_coverage(record: Record, seed: int) -> None:
    """Let libFuzzer lead: inputs that reach new branches are bent further."""
    import atheris

    with atheris.instrument_imports(include=["vankho"], enable_loader_override=False):
        from benchmarks.fuzz.laws import Laws
    from benchmarks.fuzz.mutate import LARGEST, Mutator, seeds

    laws, mutator = Laws(), Mutator(seeds())
    corpus = record.folder / "corpus"
    corpus.mkdir(exist_ok=True)
    for number, data in enumerate(mutator.pool):
        (corpus / f"seed-{number}").write_bytes(data)

    def one(data: bytes) -> None:
        record.take(data, laws.try_out(data))
        if record.over:
            record.close()
            sys.stdout.flush()
            import os

            os._exit(0)  # libFuzzer counts on being the last; its own limit is too coarse

    def bend(data: bytes, largest: int, seed: int) -> bytes:
        return mutator.mutate(data, random.Random(seed), largest)

    settings = [
        f"-seed={seed}",
        f"-max_len={LARGEST}",
        "-timeout=300",
        "-rss_limit_mb=0",
        str(corpus),
    ]
    atheris.Setup([sys.argv[0], *settings], one, custom_mutator=bend)
    atheris.Fuzz()


def main() -> int:
    options = argparse.ArgumentParser(prog="python -m benchmarks.fuzz", description=__doc__)
    options.add_argument("--minutes", type=float, default=60)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--coverage", action="store_true", help="needs atheris")
    options.add_argument("--out", type=Path, default=Path("build/fuzz"))
    options.add_argument("inputs", nargs="*", type=Path, help="try these files once and stop")
    given = options.parse_args()
    record = Record(given.out, given.minutes)
    if given.inputs:
        from benchmarks.fuzz.laws import Laws

        laws = Laws()
        for path in given.inputs:
            record.take(path.read_bytes(), laws.try_out(path.read_bytes()))
    else:
        with contextlib.suppress(KeyboardInterrupt):
            (by_coverage if given.coverage else at_random)(record, given.seed)
    record.close()
    return 1 if record.broken else 0


if __name__ == "__main__":
    sys.exit(main())
