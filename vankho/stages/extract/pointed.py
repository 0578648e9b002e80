"""Points of a document that the letter has named, by its type alone: "khoản 2 Mục IV của Kế hoạch"."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from vankho.grammar import pinpoint
from vankho.model.citation import Attachment
from vankho.registry.registry import Registry
from vankho.stages.extract.agency import agency_at
from vankho.stages.extract.draft import Draft
from vankho.stages.extract.joined import Joined
from vankho.text.view import View

OF_POINTS = frozenset({"Kế hoạch", "Quy chế", "Quy định", "Đề án", "Chương trình", "Phương án"})
"""Types that a letter names again by the type alone, where it goes into their points."""
LAW = "Luật"
"""So does "khoản 5 Điều 51 của Luật", where one law only has been named."""
_POINT_REACH = 40
# No title follows, and nobody whose plan it would be: "của Kế hoạch về …", "của Kế hoạch của Sở".
_ALONE = re.compile(
    r"$|\s?[.,;:)]|\s(?:da|chua|duoc|thi|la|dang|se|cung|co|khong|con|bi|phai|dung|va|de|can|quy\sdinh)(?!\w)"
)


Titles = Mapping[str, Collection[str]]
"""Type of a thing issued with a document → what followed the type in its titles, " phối hợp"."""


def rest_of_title(thing: Attachment) -> str | None:
    """Return " phối hợp" of "Quy chế phối hợp", which a letter may call it by again."""
    rest = thing.title.removeprefix(thing.type)
    return (
        rest if thing.type in OF_POINTS and rest.startswith(" ") and rest != thing.title else None
    )


def find(view: View, kinds: Iterable[str], titles: Titles) -> list[Draft]:
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


def find_of_agencies(view: View, kinds: Collection[str], registry: Registry) -> list[Draft]:
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


def holding(joined: Joined) -> set[int]:
    """Return the indexes of the views in which "Quy chế", "Công văn của" stands behind a point."""
    return {joined.index(at) for at in _behind_numbers(joined.text)}


def _behind_numbers(text: str) -> Iterator[int]:
    """Yield where one stands behind what may end a point, or behind "của"."""
    for words in (
        *(f" {kind}" for kind in (*OF_POINTS, LAW)),
        *(f" {kind} của " for kind in OF_AGENCIES),
    ):
        at = text.find(words)
        while at >= 0:
            before = text[max(0, at - _NUMBER_REACH) : at].rpartition(" ")[2]
            if before in _LAST_BEFORE or before.isupper() or not before.isalpha():
                yield at
            at = text.find(words, at + len(words))


_NUMBER_REACH = 6
_LAST_BEFORE = {"của", "nhất", "hai", "ba", "tư", "năm", *"abcdđeghiklmnopqrstuvxy"}
