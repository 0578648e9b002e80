"""Mentions that lean on what was said before: aliases, "Công văn 972", "văn bản nêu trên"."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from vankho.grammar import issuer as issuers
from vankho.registry.registry import Registry
from vankho.stages.extract.draft import Draft
from vankho.text.fold import fold
from vankho.text.view import View

_compiled = lru_cache(maxsize=16)(re.compile)
_DEFINED = re.compile(
    r"\(?\s?(?:sau\sday|duoi\sday)?\s?(?:duoc\s)?(?:goi\stat|goi|viet\stat)\s?(?:chung\s)?(?:la|:)\s?:?\s?"
    r"[“\"]?(?P<name>[^)”\";,]{2,80})[”\"]?\s?(?:\)|;|$|,)"
)


def definitions(view: View) -> list[tuple[int, int, str]]:
    """Return where "(sau đây gọi tắt là X)" stands, and X."""
    if "goi" not in view.folded and "viet tat" not in view.folded:
        return []
    return [
        (match.start(), match.end(), view.text[match.start("name") : match.end("name")].strip())
        for match in _DEFINED.finditer(view.folded)
    ]


def aliases_in(view: View, names: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield the places where a defined short name is used."""
    for name in names:
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?![\w/])", view.text):
            yield match.start(), match.end(), name


def bare_numbers(view: View, registry: Registry) -> Iterator[Draft]:
    """Yield "Công văn 972", "Quyết định số 260": a type and a number without a symbol."""
    pattern = _compiled(
        rf"(?P<type>{registry.types.words.pattern})\s(?:so\s)?(?P<number>\d{{1,5}}[a-z]?)(?:/(?P<year>[12]\d{{3}}))?(?![\w/]|[.,-]\d|\s?[/%-]\s?\w|\s(?:ngay\sdem|lan))"
    )
    for match in pattern.finditer(view.folded):
        if match.start() and view.folded[match.start() - 1].isalnum():
            continue
        # "Kế hoạch 5 năm": a number of years is no document number.
        if re.match(
            r"\s(?:nam|thang|ngay|nguoi|dieu|khoan|trang|ban)\b",
            view.folded[match.end() : match.end() + 8],
        ):
            continue
        yield Draft(
            start=match.start(),
            end=match.end(),
            core=match.start("number"),
            kind="short",
            type=registry.types.by_word(match["type"]),
            own_type=True,
            number=view.text[match.start("number") : match.end("number")],
            number_year=int(match["year"]) if match["year"] else None,
        )


def nicknames(view: View, registry: Registry) -> Iterator[Draft]:
    """Yield the registry's nicknames, "Đề án 06"."""
    for entry in registry.nicknames:
        words = fold(entry.name)
        for match in re.finditer(rf"(?<!\w){re.escape(words)}(?![\w/])", view.folded):
            printed = view.text[match.start() : match.end()]
            kind = registry.types.words.match(fold(printed))
            yield Draft(
                start=match.start(),
                end=match.end(),
                core=match.start(),
                kind="nickname",
                type=registry.types.by_word(printed[: kind.end()]) if kind else None,
                own_type=True,
                number=next(iter(re.findall(r"\d+\w?", printed)), None),
                title=entry.name,
            )


_SAID_ABOVE = re.compile(r"\s(?:tren|neu|dan)(?!\w)")
_BACK = r"(?:(?:da\s)?(?:neu|noi|dan)\s(?:tren|o\stren)|vua\s(?:neu|dan)|tren\sday|tren(?=\s(?:cua|va|,)|[.,;)]|$))"


def anaphora(view: View, registry: Registry) -> Iterator[Draft]:
    """Yield "văn bản nêu trên", "Quyết định nêu trên của Bộ …"."""
    if not _SAID_ABOVE.search(view.folded):
        return
    pattern = _compiled(
        rf"(?<!\w)(?<!du thao )(?P<type>van\sban|{registry.types.words.pattern})\s{_BACK}"
    )
    for match in pattern.finditer(view.folded):
        before = view.folded[max(0, match.start() - 9) : match.start()]
        if before.endswith(("cac ", "nhung ", "du thao ", "hai ")):
            continue  # several documents: no single one is meant
        draft = Draft(
            start=match.start(),
            end=match.end(),
            core=match.start(),
            kind="anaphora",
            type=registry.types.by_word(match["type"]),
            own_type=True,
        )
        link = re.match(r"\scua\s", view.folded[match.end() : match.end() + 5])
        if link:
            phrase = issuers.read(view.text, view.folded, match.end() + 5, registry.agencies.names)
            if phrase:
                draft.issuer, draft.end = phrase.name, phrase.end
        yield draft


def self_references(view: View, registry: Registry) -> Iterator[Draft]:
    """Yield "Công văn này", "Quyết định này"."""
    if " nay" not in view.folded:
        return
    pattern = _compiled(rf"(?<!\w)(?P<type>van\sban|{registry.types.words.pattern})\snay(?!\w)")
    for match in pattern.finditer(view.folded):
        if not view.text[match.start()].isupper():
            continue  # "kế hoạch này" may be any plan spoken of
        yield Draft(
            start=match.start(),
            end=match.end(),
            core=match.start(),
            kind="self",
            type=registry.types.by_word(match["type"]),
            own_type=True,
        )
