"""Whose a document is, said right of it: "của Sở Y tế", "(Sở Y tế, ngày 02/6/2023)", "của Thủ tướng Chính ph"."""

import re
from functools import lru_cache

from vankho.grammar import date as dates
from vankho.grammar import number as numbers
from vankho.grammar.issuer import IssuerPhrase
from vankho.registry.registry import Registry
from vankho.stages.extract import damaged
from vankho.stages.extract.agency import agency_at
from vankho.stages.extract.draft import Draft
from vankho.text.fold import fold
from vankho.text.view import View

RAISED = rf"[{numbers.NOTE_SIGNS}]{{1,2}}"
"""The mark of a note behind a symbol."""
# "Nghị quyết số 18-NQ/TW của Trung ương"; not "của Trung ương Hội".
_CENTRE = re.compile(r"[Tt]rung ương(?=\s?[,.;:)]|\s[a-zđ]|$)")
_AND_OF = re.compile(r"(?:,|\sva|,\sva|\s[-–])\s")
_CUA = re.compile(rf"(?:{RAISED})?\s?,?\s?c(?:ua(?:\s|(?=[a-z]))|\s?a\s)")
# "số 118/CV-CK của Quý Công ty", "của quý cơ quan": whoever is written to.
_YOU = re.compile(r"[Qq]uý\s")
_OF_YOU = re.compile(
    r"[Qq]uý\s(?:(?:[Cc]ơ quan|[Đđ]ơn vị)(?!\w)|(?:[^\s,.;()]+\s){1,4}?(?=(?:đề\s)?ngày\s?\d))"
)


def _read_issuer_in_bracket(view: View, draft: Draft, registry: Registry) -> None:
    """Read "(Sở Y tế, ngày 02/6/2023)" behind a number: whose it is, and its day."""
    phrase = agency_at(view, draft.end + len(" ("), registry)
    if phrase is None or not view.folded.startswith(", ngay ", phrase.end):
        return
    match = dates.DATE.match(view.folded, phrase.end + len(", "))
    if (
        match is None
        or not dates.plain(match, view.text)
        or view.text[match.end() : match.end() + 1] != ")"
    ):
        return
    written = dates.read(match)
    if draft.dated or written.value is None:
        return
    draft.issuer, draft.dated = phrase.name, True
    draft.issued, draft.written_year, draft.end = written.value, written.year, match.end() + 1


# Who signs alone for the body that he heads: "của Hiệu trưởng". Whoever leads a team ("của Trưởng đoàn thanh
# tra") signs for none.
_HEAD_ALONE = re.compile(
    r"(?:[Hh]iệu trưởng|(?:[Tt]ổng )?[Gg]iám đốc|[Vv]iện trưởng|[Cc]hánh án|(?:[Cc]hi )?[Cc]ục trưởng)"
    r"(?=\s?(?:[,.;:)“]|$)|\s(?!(?:công ty|bệnh viện|trung tâm|nhà|trường|sở|bộ|ban(?! hành)|đơn vị|cơ quan|dự án|doanh nghiệp|chi nhánh|xí nghiệp"
    r"|đại học|học viện|điều hành|kho bạc|quỹ|tòa|viện|chi cục|cục|phụ trách)(?!\w))[a-zàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệđìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ])"
)
_PROVINCIAL = re.compile(r"\s(?:tinh|thanh\spho)\s.*$")


def _read_damaged_issuer(
    view: View, draft: Draft, phrase: IssuerPhrase | None, at: int, registry: Registry
) -> None:
    """Read "của Thủ tướng Chính ph", "của Sở Nội v ụ": what the symbol says, as far as it is left."""
    printed = phrase.name if phrase is not None else ""
    said, names = _longer_names(draft.symbol or "", printed, registry)
    if phrase is not None:
        at = phrase.end - len(printed)  # "của Bộ trưởng Bộ Nội v ụ"
    for name in names:
        end = damaged.agency_end(view, at, name)
        # Not "của UBND tnh Quảng Nam".
        if end is not None and not (name.endswith(" tinh") and _ITS_PLACE.match(view.text, end)):
            draft.issuer, draft.end = said, end
            return


@lru_cache(maxsize=4096)
def _longer_names(symbol: str, printed: str, registry: Registry) -> tuple[str, tuple[str, ...]]:
    """Return whose a symbol is, and its folded names of which ``printed`` is a beginning only."""
    entry = registry.agencies.by_symbol(symbol)
    if entry is None:
        return "", ()
    name, begun = _PROVINCIAL.sub("", fold(entry.name)), fold(printed)
    said = _COUNCILS.get(name)
    if said is not None and begun in {"", name, fold(said)[:4]}:
        return said, tuple(
            f"{of}{body}" for body in (fold(said), f"{name} tinh") for of in _CHAIRED
        )
    longer = len(begun) < len(name) and name.startswith(begun)
    return entry.name[: len(name)], (name,) if longer else ()


_COUNCILS = {"uy ban nhan dan": "UBND tỉnh", "hoi dong nhan dan": "HĐND tỉnh"}
_CHAIRED = ("", "chu tich ")
_ITS_PLACE = re.compile(r"\s[A-ZĐ]")


# Several are named as one: "của liên Bộ Tài chính - Tư pháp", "của Liên Bộ: Bộ Y tế, …", "của liên
# ngành Sở Xây dựng - Công an tỉnh".
_UNITED = re.compile(
    r"lien\s(?:tich\s)?(?:(?:(?:bo|so|nganh)\s?:\s|nganh\s)?(?=(?:bo|so)\s)"
    r"|nganh(?:\s?:)?\s(?=(?:cong\san|toa\san|vien\skiem\ssat|thanh\stra|cuc|chi\scuc|kho\sbac|bao\shiem|ngan\shang|ban)\s))"
)


def _named_in(view: View, at: int, symbol: str, registry: Registry) -> IssuerPhrase | None:
    """Read "Tư pháp" of "liên Bộ Tài chính - Tư pháp": the symbol tells whose name it is."""
    for group in numbers.groups(symbol):
        entry = registry.agencies.by_abbreviation(group)
        name = _PROVINCIAL.sub("", fold(entry.name)).partition(" ")[2] if entry else ""
        end = at + len(name)
        whole = not view.folded[end : end + 1].isalnum()
        if entry and name and whole and view.folded.startswith(name, at):
            return IssuerPhrase(at, end, entry.name)
    return None


_PLACES = ("cac ", "khoan ", "diem ", "muc ", "dieu ", "phan ", "phu luc ")


def _is_of_the_next(view: View, end: int, registry: Registry) -> bool:
    """Say whether an agency, named up to ``end``, is said to have spoken in another document."""
    if not view.folded.startswith(" tai ", end):
        return False
    at = end + len(" tai ")
    word = registry.types.words.match(view.folded, at)
    return word is not None or view.folded.startswith(_PLACES, at)


def _read_written_to(view: View, draft: Draft, at: int, registry: Registry) -> None:
    """Read "của quý Bộ": which one it is the letter's head tells."""
    phrase = agency_at(view, at, registry)
    if phrase is not None:
        draft.issuer, draft.end = phrase.name, phrase.end
    elif alone := _OF_YOU.match(view.text, at - len("quý ")):
        draft.end = alone.end() - alone[0].endswith(" ")


def read_issuer(view: View, draft: Draft, registry: Registry) -> None:
    """Read "của Sở Y tế" behind a mention, which has no issuer yet, into its surface."""
    link = _CUA.match(view.folded, draft.end)
    if link is None:
        if view.text.startswith(" (", draft.end):
            _read_issuer_in_bracket(view, draft, registry)
        return
    joint = draft.symbol is not None and numbers.JOINT.match(draft.symbol) is not None
    united = _UNITED.match(view.folded, link.end()) if joint else None
    phrase = agency_at(view, united.end() if united else link.end(), registry)
    apart = phrase is not None and view.text.startswith(",", draft.end)
    if apart and phrase is not None and _is_of_the_next(view, phrase.end, registry):
        return  # "đề nghị của Sở Y tế tại A, của Sở Nội vụ tại Tờ trình B"
    if draft.symbol and (phrase is None or view.text.startswith(" ", phrase.end)):
        _read_damaged_issuer(view, draft, phrase, link.end(), registry)
        if draft.issuer is not None:
            return
    if phrase is None:
        if (draft.symbol or "").endswith("TW") and (all_ := _CENTRE.match(view.text, link.end())):
            draft.issuer, draft.end = "Trung ương Đảng", all_.end()
            return
        if alone := _HEAD_ALONE.match(view.text, link.end()):
            draft.issuer, draft.end = alone[0], alone.end()
            return
        if (you := _YOU.match(view.text, link.end())) is not None:
            _read_written_to(view, draft, you.end(), registry)
        return
    names, end = [phrase.name], phrase.end
    if not joint and draft.symbol and view.folded.startswith(" va ", end):
        joint = bool(registry.agencies.joint_groups(draft.symbol))
    while joint and (link := _AND_OF.match(view.folded, end, end + 6)):
        more = agency_at(view, link.end(), registry)
        if more is None and united:
            more = _named_in(view, link.end(), draft.symbol or "", registry)
        if more is None:
            break
        names.append(more.name)
        end = more.end
    draft.end = end
    # A congress passes what its committee bears the symbol of: "06-NQ/TU của Đại hội …".
    if not names[0].startswith("Đại hội") or names[0].startswith("Đại hội đồng"):
        draft.issuer = ", ".join(names)
