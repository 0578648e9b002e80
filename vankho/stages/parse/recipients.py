"""The items of "Nơi nhận": where one ends, what it says, who drafted the letter."""

import re
import unicodedata
from collections.abc import Sequence

from vankho.grammar import header as frame
from vankho.stages.parse.signature import LONGEST, SHORT
from vankho.text.fold import fold

_KEPT = {"Lu", "Ll", "Lo", "Nd"}
_BRACKETED = re.compile(r"\([^()]{0,80}\)")
_DRAFT = re.compile(r"l[ưu]u\s*[:;]?\s*(?P<rest>.+)$", re.IGNORECASE)
FILE = re.compile(r"(?<!\w)luu(?!\w)")
FILE_COPY = re.compile(r"l[ưu]u\s*[:;]?\s*(?:vt|v[ăa]n th[ưu])(?!\w)", re.IGNORECASE)


def is_plain_item(recipients: Sequence[str], text: str, signed: bool) -> bool:
    """Say whether a line of a list that marks no items is one: it closes, as the one above did.

    Beside a signature (``signed``) it is not.
    """
    above = recipients[-1][-SHORT:].rstrip() if recipients else ";"
    ends = text.endswith((";", ".", ",")) or FILE_COPY.match(text) is not None
    return above.endswith(";") and ends and not signed and not text[0].islower()


def unsigned(item: str) -> str:
    """Take "(đã ký)" off a recipient that stands beside the signature."""
    signed = frame.SIGNED_BESIDE.search(fold(item))
    return item[: signed.start()] if signed else item


def is_wrapped(item: str, text: str) -> bool:
    """Say whether a line below a recipient is the rest of it, though a signature stands beside."""
    item = item[-LONGEST:].rstrip()
    closed = item.endswith((";", "."))
    open_bracket = "(" in item[item.rfind(")") + 1 :]
    goes_on = open_bracket or text[0].islower() or text.endswith((";", ".", ")"))
    return not closed and goes_on


def item_of(text: str) -> str:
    """Return an item as the list of recipients shows it."""
    joined = re.sub(r"[.;]\s*\d{1,3}$", "", " ".join(text.split()))
    # OCR leaves specks after the last letter; a bracket or a quote may close the item.
    end = len(joined)
    while (
        end
        and joined[end - 1] not in ')”":&'
        and unicodedata.category(joined[end - 1]) not in _KEPT
    ):
        end -= 1
    return joined[:end]


def drafting_unit(recipients: Sequence[str]) -> str | None:
    """Read the unit from the file copy: "Lưu: VT, KSTTHC(latin)" is KSTTHC's."""
    for item in reversed(recipients):
        draft = _DRAFT.search(item)
        if draft:
            parts = [
                re.sub(r"\s*\(.*?\)?$", "", part).strip(" .;")
                for part in re.split(r"[,;]|\.\s", _BRACKETED.sub("", draft["rest"]))
            ]
            files = len(parts) > 1 and all(_FILES_OF.match(fold(part)) for part in parts[:2])
            files = files or (len(parts) > 1 and _FILE_OF_ONE.match(parts[0]) is not None)
            if files or _OWN_UNITS.match(fold(draft["rest"])):
                return None
            units = [part for part in parts[1:] if part] if len(parts) > 1 else []
            return _unit(units[0]) if units else None
    return None


_FILES_OF = re.compile(
    r"(?:(?:vt|van thu)\s)?(?:bo|so|ubnd|uy ban|cong an|lien doan|vien kiem sat|toa an)\s\w"
)
"""An agency that issues with others and keeps a copy: "Lưu: VT Bộ Nội vụ, Bộ Tài chính"."""
_FILE_OF_ONE = re.compile(r"(?:VT|Văn thư) [A-ZĐ&]{2,8}$")
"""The file of one of the agencies, before that of the next: "Lưu: VT SNV, STC"."""
_OWN_UNITS = re.compile(
    r"(?!(?:vt|vp|hc|van thu|van phong)\b)\w+\s?\([a-z][^()]{0,40}\)(?:[,;]\s?\w+\s?\([^()]{0,40}\))+\W*$"
)
"""The same with the unit of each in brackets: "CAT (PV01), VKS (VP)"."""


def _unit(text: str) -> str:
    """Take the drafter's initials and "P." (phòng) off: "KTN.nbth", "KTNnbth12" is KTN, "P.QHKT" is QHKT.

    "C.HĐND" and "CT.HĐND" (phòng Công tác HĐND) are whole: no person's initials are HĐND.
    """
    text = re.sub(r"(?<=[A-ZĐ]{2})[a-zđ]{2,5}\d{0,4}$", "", text)
    return re.sub(r"^P\.\s?|(?<=\w)\.\s?(?!(?:HĐND|ĐBQH|QH)(?!\w))\w.*$", "", text)
