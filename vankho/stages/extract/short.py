"""Mentions that lean on what was said before: aliases, nicknames, "văn bản nêu trên", "Công văn này"."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from vankho.grammar import attachment
from vankho.registry.files import NicknameEntry
from vankho.registry.registry import Registry
from vankho.stages.extract.agency import agency_at
from vankho.stages.extract.draft import Draft
from vankho.stages.extract.joined import APART, Joined
from vankho.text.fold import fold
from vankho.text.view import View


@dataclass(frozen=True, slots=True)
class _Patterns:
    """What is looked for with the type words and nicknames of one registry."""

    anaphora: re.Pattern[str]
    itself: re.Pattern[str]
    nicknames: tuple[tuple[str, tuple["_Nickname", ...]], ...]
    """By the words before their numbers, "de an "."""
    traces: tuple[str, ...]
    """Words one of which a block with a mention of this module holds."""


_Nickname = tuple[NicknameEntry, re.Pattern[str]]


@lru_cache(maxsize=4)
def _patterns(registry: Registry) -> _Patterns:
    words = registry.types.words.pattern
    nicknames = tuple(_by_words(registry.nicknames))
    return _Patterns(
        anaphora=re.compile(rf"(?<!\w)(?<!du thao )(?P<type>van\sban|{words}){_WORK}\s{_BACK}"),
        itself=re.compile(rf"(?<!\w)(?P<type>van\sban|{words}){_WORK}\snay(?!\w)"),
        nicknames=nicknames,
        traces=(*_TRACES, *(begin for begin, _ in nicknames)),
    )


# "Kết luận thanh tra nêu trên", "Báo cáo kết quả thẩm định này": what was done in it.
_WORK = r"(?P<work>(?:\s(?:ket\s(?:qua|luan)|thanh\stra|kiem\stra|tham\s(?:dinh|tra))){0,2})"
_TRACES = ("goi", "viet tat", "viet la", "vua ", " nay")


def holding(joined: Joined, registry: Registry) -> set[int]:
    """Return the indexes of the views that may hold a mention of this module, uses of aliases aside."""
    traces = _patterns(registry).traces
    if "" in traces:  # a nickname that is but a number
        return set(range(joined.count))
    return joined.holding(traces) | joined.matching(_SAID_ABOVE)


def _by_words(entries: Iterable[NicknameEntry]) -> Iterator[tuple[str, tuple[_Nickname, ...]]]:
    known = [(entry, *_nickname(fold(entry.name))) for entry in entries]
    for words in dict.fromkeys(words for _, words, _ in known):
        yield words, tuple((entry, pattern) for entry, own, pattern in known if own == words)


def _nickname(folded: str) -> tuple[str, re.Pattern[str]]:
    """Return what a name begins with, and its pattern; a digit may be a letter to OCR."""
    words = re.match(r"\D*", folded)
    misread = {"0": "[0o]", "1": "[1il]"}
    body = "".join(misread.get(char, re.escape(char)) for char in folded)
    # "Đề án 06/CP": the Government's, said of what the Prime Minister has approved.
    return words[0] if words else "", re.compile(rf"(?<!\w){body}(?:/cp)?(?![\w/])")


_DEFINED = re.compile(
    r"\(?\s?(?:sau\sday|duoi\sday)?\s?(?:duoc\s)?(?:goi\stat|goi|viet\stat|(?<=day\s)viet|(?<=day\sduoc\s)viet)\s?(?:chung\s)?(?:la|:)\s?:?\s?"
    r"[“\"]?(?P<name>[^)”\";,]{2,80})[”\"]?\s?(?:\)|;|$|,)"
)


def definitions(view: View) -> list[tuple[int, int, str]]:
    """Return where "(sau đây gọi tắt là X)" stands, and X."""
    folded = view.folded
    if "goi" not in folded and "viet tat" not in folded and "viet la" not in folded:
        return []
    return [
        (match.start(), match.end(), view.text[match.start("name") : match.end("name")].strip())
        for match in _DEFINED.finditer(view.folded)
    ]


def names_document(name: str, registry: Registry) -> bool:
    """Say whether a short name is that of a document, not of what it set up: "Đoàn 305"."""
    folded = fold(name)
    return folded.startswith("van ban") or bool(
        registry.types.words.match(folded) or attachment.KIND.match(name)
    )


_WORD_START = re.compile(r"(?<!\w)\S")
_NAME_GOES_ON = re.compile(r"[\w/]")


def aliases_in(
    view: View, known: Sequence[Container[str]], lengths: Iterable[int]
) -> list[tuple[int, int, str]]:
    """Return the places where a defined short name is used, of the longest names first.

    ``known`` hold the names, ``lengths`` theirs. Each place is looked at once for each length,
    so that a thousand names cost no more than one.
    """
    if not lengths:
        return []
    text, places = view.text, []
    for word in _WORD_START.finditer(text):
        start = word.start()
        for length in lengths:
            name = text[start : start + length]
            if any(name in names for names in known) and not _NAME_GOES_ON.match(
                text, start + length
            ):
                places.append((start, start + length, name))
    return sorted(places, key=lambda place: (-len(place[2]), place[2], place[0]))


def nicknames(view: View, registry: Registry) -> Iterable[Draft]:
    """Return the registry's nicknames, "Đề án 06"."""
    begun: list[_Nickname] = []
    for words, known in _patterns(registry).nicknames:
        if words in view.folded:
            begun += known
    return _nicknames(view, begun, registry) if begun else ()


def _nicknames(view: View, begun: Sequence[_Nickname], registry: Registry) -> Iterator[Draft]:
    for entry, pattern in begun:
        for match in pattern.finditer(view.folded):
            printed = view.text[match.start() : match.end()]
            kind = registry.types.words.match(fold(printed))
            yield Draft(
                start=match.start(),
                end=match.end(),
                core=match.start(),
                kind="nickname",
                type=registry.types.by_word(printed[: kind.end()]) if kind else None,
                own_type=True,
                number=next(iter(re.findall(r"\d+\w?", entry.name)), None),
                title=entry.name,
            )


_OF = re.compile(r"\scua\s")
# What follows "Nghị định trên"; "trên địa bàn", "trên cơ sở" say something else.
_ON = r"(?:cua|va|quy\sdinh|yeu\scau|chua|da|co(?!\sso)|khong|con|duoc|thi|la|dang|se|cung|den|het|neu|ve|do|bi|phai|theo|tu|tai|vao|nhu|vi|ma)(?!\w)"
_BACK = rf"(?:(?:da\s)?(?:neu|noi|dan)\s(?:tren|o\stren)|vua\s(?:neu|dan)|tren\sday|tren(?=\s(?:{_ON}|,)|[.,;)]|$))"


# One word begins each, so that the search can leap.
_SAID_ABOVE = re.compile(
    rf"tren(?:(?<=(?:neu|noi|dan)\stren)|(?<=(?:neu|noi|dan)\so\stren)|\sday|\s(?:,|{_ON})|[.,;){APART}]|$)"
)
_JUST_SAID = re.compile(r"vua\s(?:neu|dan)")


# Not "khoản 2 Công văn nêu trên".
_SEVERAL = re.compile(
    r"(?<!\w)(?:cac|nhung|(?<!khoan )(?<!dieu )(?<!diem )(?<!muc )(?<!phan )(?<!luc )(?<!chuong )(?<!so )(?<!thu )(?<!\d, )"
    r"(?:hai|ba|bon|nam|0?[2-9]))\s$"
)


# What somebody holds is spoken of without its number: "Giấy chứng nhận nêu trên" is of some land.
_HELD = {"giay chung nhan", "giay xac nhan"}


def anaphora(view: View, registry: Registry) -> Iterable[Draft]:
    """Return "văn bản nêu trên", "Quyết định nêu trên của Bộ …"."""
    folded = view.folded
    if ("tren" in folded and _SAID_ABOVE.search(folded)) or (
        "vua" in folded and _JUST_SAID.search(folded)
    ):
        return _anaphora(view, registry)
    return ()


def _anaphora(view: View, registry: Registry) -> Iterator[Draft]:
    for match in _patterns(registry).anaphora.finditer(view.folded):
        # "báo cáo kết quả thanh tra nêu trên" is what one does; "các quy định nêu trên" are provisions.
        small = not view.text[match.start()].isupper()
        if match["type"] in _HELD or (small and (match["work"] or match["type"] == "quy dinh")):
            continue
        several = _SEVERAL.search(view.folded, max(0, match.start() - 16), match.start())
        draft = Draft(
            start=several.start() if several else match.start(),
            end=match.end(),
            core=match.start(),
            kind="anaphora",
            type=registry.types.by_word(match["type"]),
            own_type=True,
        )
        link = _OF.match(view.folded, match.end())
        if link:
            phrase = agency_at(view, match.end() + 5, registry)
            if phrase:
                draft.issuer, draft.end = phrase.name, phrase.end
        yield draft


def self_references(view: View, registry: Registry) -> Iterable[Draft]:
    """Return "Công văn này", "Quyết định này"."""
    return _self_references(view, registry) if " nay" in view.folded else ()


def _self_references(view: View, registry: Registry) -> Iterator[Draft]:
    for match in _patterns(registry).itself.finditer(view.folded):
        if not view.text[match.start()].isupper() or match["type"] in _HELD:
            continue  # "kế hoạch này" may be any plan spoken of
        yield Draft(
            start=match.start(),
            end=match.end(),
            core=match.start(),
            kind="self",
            type=registry.types.by_word(match["type"]),
            own_type=True,
        )
