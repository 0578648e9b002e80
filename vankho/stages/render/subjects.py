"""Words of the subjects: the phrases that say what many letters are about.

Vietnamese writes its words as syllables apart, so a phrase is a run of two to twelve of them.
Words that every letter uses ("triển khai thực hiện", "về việc") and small words part the
runs; of two phrases in the same letters the longer one stays, so that "thủ tục hành chính"
is there and "tục hành" is not.

What tells changes as the archive grows: a longer phrase takes in a shorter one, and more
common ones push out the rarer. A list that was published stays all the same where the
registry says so (ids.yml).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from vankho.model.document import Document
from vankho.model.identity import bounded
from vankho.text.fold import fold, slug

_LONGEST = 12
_SAME = 0.7
"""A phrase that stands in a longer one as often as this says nothing of its own."""
_MOST = 300
_SMALL_ARCHIVE = 200
_WORD = re.compile(r"[^\W_]+|[^\w\s]")

# Compared folded. Pairs first: what letters do, not what they are about.
_DOINGS = (
    "trien khai|thuc hien|tang cuong|tiep tuc|khan truong|day manh|ve viec|bao cao|nhiem vu|hoan thanh"
    "|chi dao|huong dan|don doc|chan chinh|to chuc|cong tac|noi dung|lien quan|dia ban|giai doan"
    "|yeu cau|de nghi|kien nghi|y kien|tham gia|phoi hop|giao nhiem|ket qua|ke hoach|mot so"
    "|chu trong|quan tam|quyet liet|nghiem tuc|kip thoi|nang cao|chat luong|hieu qua|bo sung"
    "|sua doi|thay the|phuc vu|toan tinh|tren dia|cac co|co quan|don vi|dia phuong"
)
_PAIRS = frozenset(_DOINGS.split("|"))
_SMALL = (
    "và của các những trong trên ngoài về việc với theo tại từ đến cho do là có được khi năm tháng"
    " ngày tỉnh để như hoặc lại ra vào ở qua sau trước một hai ba bốn này đó không"
)
_SINGLES = frozenset(_SMALL.split())
"""Compared with their marks, for without them "từ" is "tử" and "tỉnh" is "tinh"."""


def subject_phrases(
    held: Sequence[Document], published: Collection[str] = ()
) -> dict[str, tuple[str, ...]]:
    """Return the phrases of each letter's subject, by document id, as they are most often spelt.

    ``published`` holds the addresses of phrases that stay, however few subjects have them.
    """
    spelt: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    found: dict[str, set[tuple[str, ...]]] = {}
    for document in held:
        grams = dict(_phrases(document.title or ""))
        found[document.id] = set(grams)
        for key, spelling in grams.items():
            spelt[key][spelling] += 1
    counts = {key: spellings.total() for key, spellings in spelt.items()}
    kept = _telling(counts, 2 if len(held) < _SMALL_ARCHIVE else 3)
    if published:
        kept |= {key for key in counts if phrase_address(" ".join(key)) in published}
    shown = {key: min(spelt[key], key=lambda s: (-spelt[key][s], s)) for key in kept}
    return {name: tuple(shown[key] for key in sorted(keys & kept)) for name, keys in found.items()}


def phrase_address(phrase: str) -> str:
    """Return the last part of the address of a phrase's list.

    >>> phrase_address("Thủ tục hành chính")
    'thu-tuc-hanh-chinh'
    """
    return bounded(slug(phrase))


def phrase_addresses(held: Sequence[Document], published: Collection[str] = ()) -> Counter[str]:
    """Return the addresses of all phrases that have a list, with how many letters are on it."""
    found = subject_phrases(held, published).values()
    return Counter(phrase_address(phrase) for phrases in found for phrase in phrases)


def _telling(counts: dict[tuple[str, ...], int], fewest: int) -> set[tuple[str, ...]]:
    often = {key: count for key, count in counts.items() if count >= fewest}
    inside: set[tuple[str, ...]] = set()
    for key, count in often.items():
        for part in (key[1:], key[:-1]):
            if count >= _SAME * often.get(part, count + count):
                inside.add(part)
    # A part of a part is in the longest one as well, step by step.
    telling = [key for key in often if key not in inside]
    telling.sort(key=lambda key: (-often[key] * (len(key) - 1), key))
    return set(telling[:_MOST])


def _phrases(subject: str) -> Iterator[tuple[tuple[str, ...], str]]:
    for run in _runs(subject):
        folded = [fold(word) for word in run]
        for length in range(2, _LONGEST + 1):
            for start in range(len(run) - length + 1):
                key = tuple(folded[start : start + length])
                yield key, " ".join(run[start : start + length])


def _runs(subject: str) -> Iterator[list[str]]:
    """Cut a subject at punctuation, numbers and words that say nothing of its matter."""
    words = _WORD.findall(subject)
    folded = [fold(word) for word in words]
    cut = [not word.isalpha() for word in words]
    for index, (left, right) in enumerate(pairwise(folded)):
        if f"{left} {right}" in _PAIRS:
            cut[index] = cut[index + 1] = True
    run: list[str] = []
    for index, word in enumerate(words):
        if cut[index] or word.lower() in _SINGLES:
            if len(run) > 1:
                yield run
            run = []
        else:
            run.append(word)
    if len(run) > 1:
        yield run
