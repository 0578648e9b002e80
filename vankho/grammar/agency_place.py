"""The place that the name of an agency ends with: "UBND huyện Ba Tơ", "Ban Chỉ đạo bảo vệ và phát triển rừng tỉnh"."""

import re

from vankho.grammar import compound, provinces
from vankho.grammar.agency_heads import HEAD
from vankho.grammar.agency_stops import LOOSE_STOP, VERB, other_word, tells

SYLLABLE = re.compile(r"\s(?P<word>[^\s,.;:()“”\"/\[\]]+)")
WORD = re.compile(r"(?:tinh|thanh pho|tp\.?|huyen|thi xa|quan|xa|phuong|thi tran|dac khu)(?!\w)")
_WORDS = frozenset({
    "tỉnh", "thành phố", "huyện", "thị xã", "quận", "xã", "phường", "thị trấn", "đặc khu",
})  # fmt: skip


def word(text: str, folded: str, at: int) -> re.Match[str] | None:
    """Match a word for a place in small letters, as printed: not "Hải quan", "địa phương", "xã hội"."""
    place = WORD.match(folded, at) if text[at : at + 1].islower() else None
    if place is None or folded.startswith("xa hoi", at):
        return None
    printed = text[at : place.end()]
    return place if printed in _WORDS or (printed.isascii() and printed != "quan") else None


def whole(text: str, folded: str, place: re.Match[str]) -> int:
    """Return where the place ends whose word was matched: "tỉnh Quảng Nam", "huyện Ba Tơ"."""
    if place[0] == "tinh":
        return with_province(text, folded, place.end())
    return capitals(text, place.end())


def with_province(text: str, folded: str, at: int) -> int:
    """Take in the province's name after "tỉnh"; any other name there is a person's."""
    name = provinces.AFTER_WORD.match(folded, at)
    return name.end() if name and text[at + 1 : at + 2].isupper() else at


# "UBND phường 1 Bảo Lộc", "UBND Quận 3".
_NUMBERED_PLACE = re.compile(
    r"(?:(?<=phường)|(?<=Phường)|(?<=quận)|(?<=Quận)|(?<=khu vực))\s\d{1,2}(?=\s[A-ZĐ]|[,.;)]|$)"
)


def capitals(text: str, at: int) -> int:
    """Take the capitalised syllables from ``at`` on: a place is written so throughout."""
    numbered = _NUMBERED_PLACE.match(text, at)
    at = numbered.end() if numbered else at
    while syllable := SYLLABLE.match(text, at):
        printed = syllable["word"]
        dash = printed in {"-", "–"} and text[syllable.end() + 1 : syllable.end() + 2].isupper()
        if not (printed[0].isupper() or dash) or printed in {"Về", "Theo", "Tại"}:
            break
        at = syllable.end()
    return at


# "Ban Chỉ đạo phát triển khoa học, công nghệ tỉnh"; not "…, các sở", "…, UBND xã".
_AFTER_COMMA = re.compile(
    r",(?:\s(?!cac\b|uy\b|so\b|ubnd\b|hdnd\b|van\b|nhung\b|dong\b|gui\b|chanh\b|chu\stich\b|giam\sdoc\b|thanh\stra\b|cong\san\b|truong\b|thuong\struc\b|lanh\sdao\b)\w+){2,7}?(?=\s(?:tinh|huyen|thanh\spho|xa|phuong)(?!\w))"
)


def further(text: str, folded: str, start: int, at: int) -> int | None:
    """Return where a name ends that goes on after a comma or "và" as far as its place, or None.

    ``start`` is the offset of the name, ``at`` the end of what is read of it. "Ban Chỉ đạo bảo vệ
    và phát triển rừng tỉnh"; not "Trung tâm Y tế và người dân xã Tịnh Khê".
    """
    if (rest := _AFTER_COMMA.match(folded, at)) and not _CLAUSE.match(folded, at + len(", ")):
        end = rest.end() + 1
        place = word(text, folded, end)
        stops = LOOSE_STOP.finditer(folded, at, end)
        if place and all(other_word(text[s.start() : s.end()], s[0]) for s in stops):
            return whole(text, folded, place)
    if not folded.startswith((" va ", ","), at) or _JOINT.match(folded, start) is None:
        return None
    return None if compound.is_proper(text[start:at]) else _to_place(text, folded, at)


# Bodies that are called after what they are there for, with no capital after the first.
_JOINT = re.compile(r"(?:ban\s(?:chi\sdao|chi\shuy|quan\sly)|hoi\sdong|quy|trung\stam)(?!\w)")
_STEP = re.compile(rf"(?P<comma>,)?{SYLLABLE.pattern}")
# After "và" these begin what somebody else is, or what else the sentence speaks of.
_OTHERS = re.compile(
    r"(?:cac|nhung|nhan\sdan|nguoi|dai\sdien|chinh\squyen|dia\sphuong|don\svi|co\squan|chu\s(?:tich|dau\stu)|giam\sdoc"
    r"|chanh|truong|lanh\sdao|thuong\struc|ba\scon|ho|to\schuc|ca\snhan|benh\svien|phong|nha|lien\squan|tinh\shinh"
    r"|nguon|ngan\ssach|ket\squa|nhu\scau|thuc\ste|kinh\sphi|du\stoan|von|so\slieu|noi\sdung|y\skien|ho\sso|chi\sphi)(?!\w)"
)


# A comma before one of these ends the name: "của Ban Chỉ đạo …, việc bố trí công chức cấp xã".
_CLAUSE = re.compile(
    r"(?:viec|van\sde|dong\sthoi|trong\sdo|hien|nay|tuy|de|theo|sau|truoc|khi|neu|ngay|den|tu|ngoai|qua|can|moi|hang)(?!\w)"
)


def _to_place(text: str, folded: str, at: int) -> int | None:
    joined = False
    limit = at + 110
    while at < limit and (step := _STEP.match(text, at)):
        start, at = step.start("word"), step.end()
        plain = folded[start:at]
        if place := word(text, folded, start):
            return None if joined or step["comma"] else whole(text, folded, place)
        if step["comma"] or joined:
            if _OTHERS.match(folded, start) or HEAD.match(folded, start):
                return None
            if step["comma"] and _CLAUSE.match(folded, start):
                return None
            joined = False
        if plain == "va":
            joined = True
        elif not plain.isalpha() or _ends(text, folded, start, step["word"]):
            return None
    return None


def _ends(text: str, folded: str, at: int, printed: str) -> bool:
    """Say whether the sentence goes on at the syllable at ``at``, not the name."""
    if folded.startswith("cua ", at) or VERB.match(folded, at) or tells(text, folded, at):
        return True
    stop = LOOSE_STOP.match(folded, at)
    return stop is not None and not other_word(printed, stop[0])
