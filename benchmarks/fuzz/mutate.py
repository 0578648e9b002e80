"""Letters bent out of shape: a mutator that knows what letters are made of."""

import codecs
import random
import re
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.fuzz.laws import CUT
from tests.helpers import ROOT, TESTS

LARGEST = 40_000
_WORD = re.compile(r"\S+")

# What Markdown, HTML, YAML, a template, a table or the parser itself might trip over.
TOKENS = (
    *"*_`#>|\\[]{}()<>&=~^$!:;,./-+\"'@%?",
    "**", "***", "__", "```", "~~~", "===", "---", "***\n", "* * *", "    ", "\t", "  \n", "\\\n", "\n\n", "\n", "\r",
    "<script>alert(1)</script>", "</script>", "<!--", "-->", "--!>", "<![CDATA[", "]]>", "<?php", "?>", "<!DOCTYPE html>",
    "</div>", "</textarea>", "</style>", "</title>", "<svg onload=x>", "<a href=javascript:x>", "<p id=khoan-1>", "<br>",
    "&amp;", "&lt", "&#60;", "&#x3c;", "&#0;", "&nbsp;", "&amp;lt;", "[x](javascript:x)", "![x](data:,y)", "[a]: data:,x",
    "[a][a]", "[^1]", "[^1]: x", "<javascript:x>", "<http://a.example>", "[[x]]", "](", "*[HTML]: x", "{: #mo-dau }",
    "{: onclick=x }", "{{ x }}", "{% raw %}", "{#", "!!! note", "??? note", "::: x", "=== \"x\"", ":x:", "==x==", "$x$",
    "data-letter-text", "data-not-text", "markdown=\"1\"", "wzxhzdk:0", "klzzwxh:0001", "\u0002", "\u0003", "\x00", "\x0b",
    "\x0c", "\x1c", "\x7f", "\x85", "\u00a0", "\u00ad", "\u200b", "\u200d", "\u2028", "\u2029", "\u202e", "\u2060", "\ufeff",
    "\ufffd", "\ufffe", "\U0001f4dc", "\u0323", "\u0302\u0301", "ẹ\u0323", "Ð", "Ɖ", "ƣ", "İ", "ß", "ﬁ", "Ⅳ", "①", "٣", "Kelvin",
    "=cmd|' /C calc'!A0", "+1", "@SUM(1)", "-1", "0" * 30, "9" * 400, "00000", "1.1.1.1.1", "1)", "a)", "đ)", "(i)", "I.", "A.", "-", "+",
    "Điều 5.", "Điều 1", "Chương I", "Mục 1", "PHẦN I", "PHỤ LỤC", "Phụ lục I", "Số: 12/UBND-TH", "Số:", "V/v ", "Kính gửi:", "Nơi nhận:",
    "QUYẾT ĐỊNH:", "TM. ", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "(Đã ký)", "Lưu: VT, TH", "MẬT", "HỎA TỐC", "| a | b |", "|---|---|",
    "Công văn số 972/UBND-KSTTHC ngày 11/3/2021", "Nghị định số 63/2010/NĐ-CP", "điểm đ khoản 1 Điều 5", "khoản 1, 2 và 3", "Luật Lưu trữ năm 2011",
    "ngày 31 tháng 02 năm 2021", "ngày 05/4/2022", "năm 9999", "ngày 00/00/0000", "Công văn này", "văn bản nêu trên", "(sau đây gọi tắt là X)",
    "ban hành kèm theo Quyết định số 33/QĐ-UBND", "(được đính chính tại Công văn số 1/UBND-TH)", "của Chủ tịch UBND tỉnh", "Đề án 06", "TCVN 5699-1:2004",
    "- 3 -", "Trang 2/5", "a@b.vn 05/04/2022 10:11:12 +07:00", "---\nsubject: x\n---\n", "publish: false\n", "number: 1\n", "issued: 2022-04-05\n",
    "replace:\n  - {from: Giao, to: giao}\n", "subject: !!python/object:os.system x\n", "a: &a [*a]\n", "<<: *a\n", "issued: 9999-99-99\n", "original: ../../etc/passwd\n",
)  # fmt: skip

# What OCR makes of letters.
_CONFUSIONS = (
    ("O", "0"), ("0", "O"), ("l", "1"), ("1", "l"), ("I", "l"), ("rn", "m"), ("m", "rn"), (",", "."), (".", ","), ("/", "l"),
    ("đ", "d"), ("Đ", "D"), ("ố", "ô"), ("ư", "u"), ("ơ", "o"), ("-", "–"), ("-", ""), ("/", " / "), (":", ""), (" ", ""), (" ", "  "),
    ("á", "a"), ("ộ", "o"), ("Ộ", "O"), ("Ủ", "U"), ("ỷ", "y"), ("S", "5"), ("B", "8"), ("“", '"'), (";", ":"),
)  # fmt: skip


def seeds() -> list[bytes]:
    """Return the letters of the repository, each a seed."""
    folders = (ROOT / "corpus" / "letters", TESTS)
    paths = sorted(path for folder in folders for path in folder.rglob("*.txt") if _letter(path))
    return [data for path in paths if len(data := path.read_bytes()) <= LARGEST]


def _letter(path: Path) -> bool:
    return "letters" in path.parts


class Mutator:
    """Bends an input a few times; the same random numbers give the same bytes."""

    def __init__(self, pool: Sequence[bytes]) -> None:
        self.pool = pool

    def mutate(self, data: bytes, chance: random.Random, largest: int = LARGEST) -> bytes:
        """Return another input made of ``data`` and of letters of the pool."""
        if chance.random() < 0.04:
            return self._bytes(data, chance)[:largest]
        text = data.decode("utf-8", "surrogateescape")
        for _ in range(chance.choice((1, 1, 1, 2, 2, 3, 5, 9))):
            text = chance.choice(_WAYS)(self, text, chance)[:LARGEST]
        if chance.random() < 0.02:
            coding = chance.choice(("utf-16", "utf-16-be", "cp1258", "utf-8-sig"))
            return text.encode(coding, "replace")[:largest]
        return text.encode("utf-8", "surrogateescape")[:largest]

    def other(self, chance: random.Random) -> str:
        """Return the text of some letter of the pool."""
        return chance.choice(self.pool).decode("utf-8", "surrogateescape")

    @staticmethod
    def _bytes(data: bytes, chance: random.Random) -> bytes:
        out = bytearray(data or b" ")
        for _ in range(chance.randint(1, 12)):
            out[chance.randrange(len(out))] = chance.randrange(256)
        if chance.random() < 0.2:
            return chance.choice((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) + out
        return bytes(out)


Way = Callable[[Mutator, str, random.Random], str]


def _lines(text: str, chance: random.Random) -> tuple[list[str], int, int]:
    lines = text.split("\n")
    start = chance.randrange(len(lines))
    return lines, start, min(len(lines), start + chance.choice((1, 1, 2, 3, 8)))


def _delete_lines(_self: Mutator, text: str, chance: random.Random) -> str:
    lines, start, end = _lines(text, chance)
    return "\n".join(lines[:start] + lines[end:])


def _repeat_lines(_self: Mutator, text: str, chance: random.Random) -> str:
    lines, start, end = _lines(text, chance)
    times = chance.choice((1, 1, 2, 5, 60))
    return "\n".join(lines[:start] + lines[start:end] * times + lines[start:])


def _move_lines(_self: Mutator, text: str, chance: random.Random) -> str:
    lines, start, end = _lines(text, chance)
    rest = lines[:start] + lines[end:]
    at = chance.randint(0, len(rest))
    return "\n".join(rest[:at] + lines[start:end] + rest[at:])


def _splice(self: Mutator, text: str, chance: random.Random) -> str:
    theirs, start, end = _lines(self.other(chance), chance)
    ours, at, until = _lines(text, chance)
    if chance.random() < 0.3:
        return "\n".join(ours[:at] + theirs[start:])
    return "\n".join(ours[:at] + theirs[start:end] + ours[chance.choice((at, until)) :])


def _insert_token(_self: Mutator, text: str, chance: random.Random) -> str:
    token = chance.choice(TOKENS) * chance.choice((1, 1, 1, 1, 2, 3, 40, 900))
    spots = [0, len(text), chance.randint(0, len(text))]
    words = list(_WORD.finditer(text))
    if words:
        word = chance.choice(words)
        spots += [word.start(), word.end()]
    breaks = [match.end() for match in re.finditer("\n", text)]
    if breaks:
        spots.append(chance.choice(breaks))
    at = chance.choice(spots)
    return text[:at] + token + text[at:]


def _replace_word(self: Mutator, text: str, chance: random.Random) -> str:
    words, theirs = list(_WORD.finditer(text)), _WORD.findall(self.other(chance))
    if not words or not theirs:
        return text
    word = chance.choice(words)
    put = chance.choice((chance.choice(theirs), chance.choice(TOKENS), ""))
    return text[: word.start()] + put + text[word.end() :]


def _wrap_word(_self: Mutator, text: str, chance: random.Random) -> str:
    words = list(_WORD.finditer(text))
    if not words:
        return text
    first = chance.randrange(len(words))
    last = min(len(words) - 1, first + chance.choice((0, 0, 1, 4)))
    left, right = chance.choice((
        ("**", "**"), ("*", "*"), ("***", "***"), ("<b>", "</b>"), ("[", "](javascript:x)"), ("“", "”"), ("(", ")"),
        ("`", "`"), ("<", ">"), ("{:", "}"), ("**", "*"), ("|", "|"), ("\\", ""), ("~~", "~~"),
    ))  # fmt: skip
    start, end = words[first].start(), words[last].end()
    return f"{text[:start]}{left}{text[start:end]}{right}{text[end:]}"


def _misread(_self: Mutator, text: str, chance: random.Random) -> str:
    for _ in range(chance.choice((1, 2, 6, 30))):
        old, new = chance.choice(_CONFUSIONS)
        spots = [match.start() for match in re.finditer(re.escape(old), text)]
        if spots:
            at = chance.choice(spots)
            text = text[:at] + new + text[at + len(old) :]
    return text


def _rewrap(_self: Mutator, text: str, chance: random.Random) -> str:
    width = chance.randint(20, 95)
    out = []
    for line in text.split("\n"):
        rest = line
        while len(rest) > width:
            at = rest.rfind(" ", 0, width)
            at = at if at > 0 else width
            out.append(rest[:at])
            rest = rest[at:].lstrip(" ")
        out.append(rest)
    return "\n".join(out)


def _join(_self: Mutator, text: str, chance: random.Random) -> str:
    lines, start, _ = _lines(text, chance)
    seam = chance.choice((" ", "", " | ", "\t", "    "))
    return "\n".join([*lines[:start], seam.join(lines[start : start + 2]), *lines[start + 2 :]])


def _split(_self: Mutator, text: str, chance: random.Random) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + chance.choice(("\n", "\n\n", "\n2\n", "-\n", "\n\n- 3 -\n\n")) + text[at:]


def _recase(_self: Mutator, text: str, chance: random.Random) -> str:
    lines, start, end = _lines(text, chance)
    how = chance.choice((str.upper, str.lower, str.title, _spaced, _plain, _decomposed))
    return "\n".join([*lines[:start], *map(how, lines[start:end]), *lines[end:]])


def _spaced(line: str) -> str:
    return " ".join(line)


def _plain(line: str) -> str:
    return "".join(c for c in _decomposed(line) if not unicodedata.combining(c))


def _decomposed(line: str) -> str:
    return unicodedata.normalize("NFD", line)


def _indent(_self: Mutator, text: str, chance: random.Random) -> str:
    lines, start, end = _lines(text, chance)
    lead = chance.choice(("    ", "\t", "  ", "> ", "- ", "1. ", "# ", "| ", "\u00a0\u00a0"))
    return "\n".join([*lines[:start], *(lead + x for x in lines[start:end]), *lines[end:]])


def _drop_blanks(_self: Mutator, text: str, chance: random.Random) -> str:
    return re.sub(r"\n\s*\n", chance.choice(("\n", "\n\n\n", " ")), text)


def _another_file(self: Mutator, text: str, chance: random.Random) -> str:
    other = text if chance.random() < 0.3 else self.other(chance)
    return text + CUT.decode() + other


def _number(_self: Mutator, text: str, chance: random.Random) -> str:
    numbers = list(re.finditer(r"\d+", text))
    if not numbers:
        return text
    number = chance.choice(numbers)
    put = chance.choice(
        ("0", "1", "31", "32", "99", "2022", "99999999999999999999", "٣", "²", "", "1O", "l2")
    )
    return text[: number.start()] + put + text[number.end() :]


_WAYS: tuple[Way, ...] = (
    _delete_lines, _repeat_lines, _move_lines, _splice, _splice, _insert_token, _insert_token, _insert_token,
    _replace_word, _wrap_word, _misread, _rewrap, _join, _split, _recase, _indent, _drop_blanks, _another_file, _number,
)  # fmt: skip
