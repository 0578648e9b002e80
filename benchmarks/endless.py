"""How the time to read endless letters grows: three times the text against one, in one run."""

import time

from tests.test_build import letter
from tests.test_hostile import KNOWN, LONG
from vankho.grammar import secrecy
from vankho.stages.extract import extract
from vankho.stages.parse import parse
from vankho.stages.read import read_bytes
from vankho.stages.render.letter_text import letter_text


def _seconds(text: str) -> float:
    start = time.process_time()
    source = read_bytes(letter(1, text).encode(), "a.txt")
    secrecy.mark(source.text[source.start :])
    read = parse(source, KNOWN)
    extract(read, KNOWN)
    letter_text(read, [])
    return time.process_time() - start


def table() -> str:
    """Return a Markdown table: about 3 is linear, 9 would be quadratic."""
    rows = ["| Kind of text | 1/3, s | whole (300 kB), s | ratio |", "| --- | ---: | ---: | ---: |"]
    for name, body in LONG.items():
        third, whole = _seconds(body[: len(body) // 3]), _seconds(body)
        rows.append(f"| {name} | {third:.2f} | {whole:.2f} | {whole / max(third, 0.001):.1f} |")
    return "\n".join(rows)


if __name__ == "__main__":
    print(table())
