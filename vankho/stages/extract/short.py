"""Mentions that lean on what was said before: aliases, "Công văn 972", "văn bản nêu trên"."""

import re
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from vankho.grammar import attachment, pinpoint
from vankho.grammar.kind import KIND_WORDS
from vankho.model.citation import Attachment
from vankho.registry.files import NicknameEntry
from vankho.registry.registry import Registry
from vankho.stages.extract.agency import agency_at
from vankho.stages.extract.draft import Draft
from vankho.stages.extract.joined import APART, Joined
from vankho.stages.extract.right import read_right
from vankho.text.fold import fold
from vankho.text.view import View

_KIND_OF_REACH = 12
"""Characters of the longest of ``KIND_WORDS``, with a blank."""


@dataclass(frozen=True, slots=True)
class _Patterns:
    """What is looked for with the type words and nicknames of one registry."""

    type_before: re.Pattern[str]
    reach: int
    """Characters that a match of ``type_before`` can have."""
    anaphora: re.Pattern[str]
    itself: re.Pattern[str]
    nicknames: tuple[tuple[str, tuple["_Nickname", ...]], ...]
    """By the words before their numbers, "de an "."""
    traces: tuple[str, ...]
    """Words that a block with a mention of this module holds, where it holds no bare number."""


_Nickname = tuple[NicknameEntry, re.Pattern[str]]


@lru_cache(maxsize=4)
def _patterns(registry: Registry) -> _Patterns:
    words = registry.types.words.pattern
    nicknames = tuple(_by_words(registry.nicknames))
    return _Patterns(
        type_before=re.compile(rf"(?<!\w)(?P<type>{words})(?:\s(?:{KIND_WORDS}))?\s(?:so\s)?$"),
        reach=registry.types.longest + _KIND_OF_REACH + len(" so "),
        anaphora=re.compile(rf"(?<!\w)(?<!du thao )(?P<type>van\sban|{words})\s{_BACK}"),
        itself=re.compile(rf"(?<!\w)(?P<type>van\sban|{words})\snay(?!\w)"),
        nicknames=nicknames,
        traces=(*_TRACES, *(begin for begin, _ in nicknames)),
    )


_TRACES = ("goi", "viet tat", "viet la", "vua ", " nay")


def leaning(joined: Joined, registry: Registry) -> Collection[int]:
    """Return the indexes of the views that may hold a mention of this module, uses of aliases aside."""
    traces = _patterns(registry).traces
    if "" in traces:  # a nickname that is but a number
        return range(joined.count)
    found = joined.holding(traces)
    for pattern in (_BARE_NUMBER, _SAID_ABOVE):
        found |= joined.matching(pattern)
    found.update([joined.index(at) for at in _after_numbers(joined.text)])
    return found


def _after_numbers(text: str) -> Iterator[int]:
    """Return where "Quy chế", "Công văn của" stands behind a number or "của"."""
    for words in (*(f" {kind}" for kind in OF_POINTS), *(f" {kind} của " for kind in OF_AGENCIES)):
        at = text.find(words)
        while at >= 0:
            before = text[max(0, at - _NUMBER_REACH) : at].rpartition(" ")[2]
            if before in _LAST_BEFORE or before.isupper() or not before.isalpha():
                yield at
            at = text.find(words, at + len(words))


_NUMBER_REACH = 6
_LAST_BEFORE = {"của", "nhất", "hai", "ba", "tư", "năm", *"abcdđeghiklmnopqrstuvxy"}


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


def bare_numbers(view: View, registry: Registry) -> Iterable[Draft]:
    """Return "Công văn 972", "Quyết định số 260": a type and a number without a symbol.

    Kind ``bare`` are those that no other reading is likely for: they are documents of their
    own where nothing before them in the letter has their number.
    """
    first = _BARE_NUMBER.search(view.folded)
    return _bare_numbers(view, first.start(), registry) if first else ()


def _bare_numbers(view: View, first: int, registry: Registry) -> Iterator[Draft]:
    patterns = _patterns(registry)
    for match in _BARE_NUMBER.finditer(view.folded, first):
        at = match.start("number")
        word = patterns.type_before.search(view.folded, max(0, at - patterns.reach), at)
        # "Kế hoạch 5 năm": a number of years is no document number.
        if word is None or _COUNTED.match(view.folded, match.end()):
            continue
        draft = Draft(
            start=word.start(),
            end=match.end(),
            core=at,
            kind="short",
            type=registry.types.by_word(word["type"]),
            own_type=True,
            number=view.text[at : match.end("letter")],
            number_year=int(match["year"]) if match["year"] else None,
        )
        if draft.type in _NUMBERED and view.text[word.start()].isupper():
            said_so = word[0].endswith("so ")
            probe = replace(draft, kind="bare")
            read_right(view, probe, registry)
            if (
                said_so
                or probe.dated
                or probe.written_year
                or probe.issuer
                or (len(draft.number or "") > 1 and _GOES_ON.match(view.folded, draft.end))
            ):
                draft = probe
        yield draft
        if draft.kind == "bare":
            yield from _more_bare(view, draft, registry)


# "Công văn số 972, 1313 và 1544 của UBND tỉnh", "… ngày 11/3/2021 và số 1313 ngày 20/4/2021".
_MORE_BARE = re.compile(
    r"(?:,|;|\sva|,\sva|\shoac)\s(?P<item>(?:so\s)?(?P<number>\d{1,5}[a-z]?)(?:/(?P<year>[12]\d{3}))?)"
    r"(?=\s?[.;)]|,\s(?:so\s)?\d|\s(?:va|hoac)\s(?:so\s)?\d|\s(?:cung\s)?ngay\s\d|\scua\s|,\s[^\d\s]|$)(?![.,]\d)"
)


def _more_bare(view: View, first: Draft, registry: Registry) -> Iterator[Draft]:
    """Yield the numbers that go on a list whose type is said once; a year said last is that of all."""
    listed = [first]
    while match := _MORE_BARE.match(view.folded, listed[-1].end):
        draft = Draft(
            start=match.start("item"),
            end=match.end("item"),
            core=match.start("number"),
            kind="bare",
            type=first.type,
            number=view.text[match.start("number") : match.end("number")],
            number_year=int(match["year"]) if match["year"] else None,
        )
        read_right(view, draft, registry)
        listed.append(draft)
    for left in listed[:-1]:
        if listed[-1].number_year and not (left.number_year or left.written_year):
            left.number_year = listed[-1].number_year
        if left.issuer is None:
            left.issuer = listed[-1].issuer
    yield from listed[1:]


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


# It begins with a blank, so that the search can leap from one to the next. What is a date's or a
# point's is none.
_BARE_NUMBER = re.compile(
    r" (?P<number>[0-9](?<!(?<!viet\s)nam\s.)(?<!muc\s.)(?<!(?:thang|khoan)\s.)(?<!(?:ngay|dieu|diem|phan)\s.)\d{0,4}(?P<letter>[a-z]?)(?:/(?P<year>[12]\d{3}))?"
    r")(?![\w/]|[.,-]\d|\s?[/%-]\s?\w|\s\d|\s(?:ngay\sdem|lan))"
)
# Types that are cited by number; a plan, a programme or a contract may just be counted.
_NUMBERED = {
    "Công văn", "Nghị quyết", "Nghị định", "Thông tư", "Quyết định", "Chỉ thị", "Công điện", "Thông báo",
    "Kết luận", "Tờ trình", "Hướng dẫn", "Kế hoạch", "Báo cáo", "Lệnh", "Thông tri", "Thông tư liên tịch",
    "Sắc lệnh", "Thông đạt",
}  # fmt: skip
_GOES_ON = re.compile(
    r"$|[,;:)]|\.(?:\s|$)|\s(?:cua|ve|va|da|duoc|neu|con|chua|thi|quy\sdinh|yeu\scau|giao|tren|noi\stren|tai|cung|de|la|co|voi|gan\svoi|trong|vao|nham|khong|theo|cho|hoac)(?!\w)"
)
_COUNTED = re.compile(
    r"\s(?:nam(?!\s[12]\d{3})|thang|ngay(?!\s?[0-9o])|nguoi|dieu|khoan|trang|ban|bo|don vi|tieu chi|noi dung|nhiem vu)\b"
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
        if match["type"] in _HELD:
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


OF_POINTS = frozenset({"Kế hoạch", "Quy chế", "Quy định", "Đề án", "Chương trình", "Phương án"})
"""Types that a letter names again by the type alone, where it goes into their points."""
_POINT_REACH = 40
# No title follows, and nobody whose plan it would be: "của Kế hoạch về …", "của Kế hoạch của Sở".
_ALONE = re.compile(
    r"$|\s?[.,;:)]|\s(?:da|chua|duoc|thi|la|dang|se|cung|co|khong|con|bi|phai|dung|va|de)(?!\w)"
)


Titles = Mapping[str, Collection[str]]
"""Type of a thing issued with a document → what followed the type in its titles, " phối hợp"."""


def rest_of_title(thing: Attachment) -> str | None:
    """Return " phối hợp" of "Quy chế phối hợp", which a letter may call it by again."""
    rest = thing.title.removeprefix(thing.type)
    return (
        rest if thing.type in OF_POINTS and rest.startswith(" ") and rest != thing.title else None
    )


def pointed(view: View, kinds: Iterable[str], titles: Titles) -> list[Draft]:
    """Return "khoản 2 Mục IV của Kế hoạch", "Điều 8 Quy chế": a point of the one that was named.

    ``kinds`` are the types named so far. A capital and a point tell it from any plan spoken of;
    so does its own title: "Điều 8 Quy chế phối hợp".
    """
    text = view.text
    found = []
    for kind in kinds:
        words = f" {kind}"
        at = text.find(words)
        while at >= 0:
            end = called = at + len(words)
            for rest in titles.get(kind, ()):
                if text.startswith(rest, end) and end + len(rest) > called:
                    called = end + len(rest)
            if _ALONE.match(view.folded, called) and _behind_point(view, at):
                start = end - len(kind)
                draft = Draft(
                    start=start, end=called, core=start, kind="anaphora", type=kind, own_type=True
                )
                if called > end:
                    draft.attachment = Attachment(type=kind, title=text[start:called])
                found.append(draft)
            at = text.find(words, end)
    return found


def _behind_point(view: View, at: int) -> bool:
    """Say whether a point stands right before ``at``, "của" aside."""
    at = at - len(" của") if view.text.endswith(" của", 0, at) else at
    floor = max(0, at - _POINT_REACH)
    return pinpoint.may_end_at(view.folded, at, floor) and bool(
        pinpoint.paths_ending_at(view.text, view.folded, at, floor)
    )


OF_AGENCIES = ("Công văn", "Quyết định", "Nghị quyết", "Thông báo")
"""Types that a letter names again by the type and the agency, where it goes into their points."""
_TOLD_APART = re.compile(r",\s(?:ngay|so)\s?\d")


def pointed_of(view: View, kinds: Collection[str], registry: Registry) -> list[Draft]:
    """Return "khoản 1 và khoản 2 Công văn của Tỉnh ủy": points of the one that was named of it.

    ``kinds`` are the types named so far. Where a title follows, or a day, it may be another one.
    """
    found = []
    for kind in OF_AGENCIES:
        words = f" {kind} của "
        at = view.text.find(words) if kind in kinds else -1
        while at >= 0:
            start, end = at + 1, at + len(words)
            phrase = agency_at(view, end, registry) if _behind_point(view, at) else None
            if (
                phrase is not None
                and _ALONE.match(view.folded, phrase.end)
                and not _TOLD_APART.match(view.folded, phrase.end)
            ):
                again = Draft(start=start, end=phrase.end, core=start, kind="anaphora", type=kind)
                again.own_type, again.issuer = True, phrase.name
                found.append(again)
            at = view.text.find(words, end)
    return found


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
