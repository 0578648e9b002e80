"""Agencies that a letter calls by their kind alone: "Công ty đã có Văn bản số …", "của Bệnh viện"."""

import re

from vankho.grammar import issuer as issuers
from vankho.model.citation import Citation
from vankho.model.letter import Letter
from vankho.registry.agencies import agency_key
from vankho.registry.registry import Registry
from vankho.text.fold import fold, slug

# "của Sở", "của Công ty": the kind of an agency without its name.
KINDS_ALONE = {
    "so", "bo", "ban", "cuc", "tong-cuc", "chi-cuc", "vu", "vien", "uy-ban", "hoi-dong", "van-phong", "thanh-tra",
    "cong-ty", "tong-cong-ty", "truong", "benh-vien", "trung-tam", "quy", "hoi", "doan", "dang-uy", "toa-an",
    "vien-kiem-sat", "bao-hiem-xa-hoi", "kho-bac", "ngan-hang", "cong-an", "phong", "tap-doan",
    "bo-chi-huy", "bo-tu-lenh", "bo-tham-muu", "chi-nhanh", "nha-truong", "ban-quan-ly",
}  # fmt: skip
"""Keys of the words that name the kind of an agency, and not which."""


_HEADED_BY = {
    "hieu-truong": ("truong-", "dai-hoc-", "hoc-vien-"),
    "giam-doc": (
        "so-", "benh-vien-", "trung-tam-", "cong-ty-", "ban-quan-ly-", "quy-", "cong-an-", "kho-bac-", "bao-hiem-",
        "chi-nhanh-", "dai-hoc-", "hoc-vien-", "nha-", "dai-", "xi-nghiep-", "ngan-hang-",
    ),
    "tong-giam-doc": ("tong-cong-ty-", "cong-ty-", "tap-doan-", "ngan-hang-"),
    "vien-truong": ("vien-",),
    "chanh-an": ("toa-an-",),
    "cuc-truong": ("cuc-", "tong-cuc-"),
    "chi-cuc-truong": ("chi-cuc-",),
}  # fmt: skip
"""Who heads what, as "của Hiệu trưởng" in a letter of a school tells."""
KINDS_ALONE |= _HEADED_BY.keys()


def is_of_kind(name: str, kind: str) -> bool:
    """Say whether "của Trung tâm", "của Chi nhánh", "của Nhà trường" may mean the agency of a name."""
    key = agency_key(name)
    if kind in _HEADED_BY:
        return key.startswith(_HEADED_BY[kind])
    return key.startswith(f"{kind.removeprefix('nha-')}-") or (
        kind == "chi-nhanh" and f"-{kind}-" in key
    )


def written_to(kind: str, letter: Letter) -> str | None:
    """Return the one agency of a kind that a letter is addressed to: "của Công ty" in an answer to it."""
    addressees = (name.partition(" (")[0] for name in letter.metadata.addressees)
    found = [name for name in addressees if agency_key(name).startswith(f"{kind}-")]
    # "Ban Quản lý A; Ban Quản lý B" may stand on one line.
    alone = len(found) == 1 and ";" not in found[0] and f"-{kind}-" not in agency_key(found[0])
    return found[0] if alone else None


_REACH = 4000
"""So many characters back a name is looked for that the kind alone may stand for."""


def named_before(kind: str, letter: Letter, citation: Citation, registry: Registry) -> list[str]:
    """Return the agencies of a kind that the letter names in the words before a citation."""
    end = citation.span.start
    word = kind.removeprefix("nha-").replace("-", " ")
    return _named(letter.text[max(0, end - _REACH) : end], word, slug(word), registry)


def councils_before(
    kind: str, letter: Letter, start: int, end: int, registry: Registry
) -> list[str]:
    """Return the councils of a kind that the letter names between two offsets of its text.

    "UBND huyện Bình Sơn … áp dụng giá đất do UBND huyện ban hành tại Quyết định số …".
    """
    text = letter.text[max(start, end - _REACH) : end]
    council, level = kind.rsplit("-dan-", 1)
    spelt = f"{council} dan".replace("-", " ")
    short = "".join(word[0] for word in spelt.split())
    words = rf"(?:{short}|{spelt})\s{level.replace('-', ' ')}"
    return _named(text, words, kind, registry)


def _named(text: str, words: str, kind: str, registry: Registry) -> list[str]:
    """Return the agencies whose names begin with ``words``, a pattern on folded text, and go on."""
    text = text.replace("\n", " ")
    folded = fold(text)
    found: dict[str, str] = {}
    for match in re.finditer(rf"(?<!\w){words}\s(?=\w)", folded):
        if text[match.start()].isupper():
            phrase = issuers.read(text, folded, match.start(), registry.agencies.names)
            key = agency_key(phrase.name) if phrase is not None else ""
            if phrase is not None and key.startswith(f"{kind}-"):
                found.setdefault(key, phrase.name)
    return list(found.values())
