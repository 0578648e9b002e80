"""The agency that issued a document, where the words beside a citation name it.

Grammar::

    phrase = [office [","]]* agency [place]     Chủ tịch UBND tỉnh; Bộ trưởng Bộ Tư pháp
    agency = a name of the registry, or a known head word and the words of its name

A person holding an office signs for the agency: letters of "Chủ tịch UBND tỉnh" bear the
letterhead and the number series of UBND tỉnh, and are filed under it.
"""

import re
from dataclasses import dataclass

OFFICE = re.compile(
    r"""(?:(?:pho\s)?(?:chu\stich(?!\snuoc)|giam\sdoc|tong\sgiam\sdoc|chanh\san|vien\struong
        |tong\skiem\stoan(?:\snha\snuoc)?|thong\sdoc|chu\snhiem|bo\struong|thu\struong
        |tong\sthanh\stra|cuc\struong|tong\scuc\struong|chanh\svan\sphong|bi\sthu|hieu\struong
        |truong\sban|thu\struong|lanh\sdao|chanh\sthanh\stra))(?:,\s|\sva\s|\s)""",
    re.VERBOSE,
)

_HEADS = (
    "uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd|uy ban thuong vu quoc hoi|quoc hoi|chinh phu|"
    "thu tuong chinh phu|thu tuong|chu tich nuoc|bo chinh tri|ban bi thu|ban chap hanh|ban thuong vu|"
    "tinh uy|thanh uy|huyen uy|dang uy|van phong|so|bo|cuc|tong cuc|chi cuc|vu|thanh tra|kiem toan|"
    "toa an|vien|ngan hang|cong an|uy ban|hoi dong|ban chi dao|ban quan ly|ban|to cong tac|hoi|"
    "lien doan|lien hiep|tong lien doan|doan|mat tran|trung tam|tong cong ty|cong ty|tap doan|truong|"
    "bao hiem xa hoi|kho bac|quan khu|bo chi huy|bo tu lenh|dai|hiep hoi|quy"
)
HEAD = re.compile(rf"(?:{_HEADS})(?!\w)")

# Words at which the name of an agency is over.
_STOP = re.compile(
    r"""\s(?:ve|tai|ban\shanh|quy\sdinh|phe\sduyet|bao\sdam|dam\sbao|thong\sbao|huong\sdan|trien\skhai
    |va\shuong\sdan|va\scac|yeu\scau|de\snghi|gom|theo|trong|de|nham|thi|duoc|da|la|do|trinh|giao|cong\sbo
    |chi\sdao|sua\sdoi|bai\sbo|thay\sthe|khong|co|chua|dang|se|phai|gui|ngay|nam|va\s(?=(?:nghi|quyet|thong
    |cong\svan|chi\sthi|ke\shoach|luat))|tham\smuu|thong\snhat|cho|neu|khi|bat\sdau|ket\sluan|to\schuc|thuc\shien
    |ky|nhu|tren|tu|den|noi|doi|lien\squan|so\s\d|quy\sdinh|xem\sxet|\()(?!\w)|[,.;:()\n“”"/]|$""",
    re.VERBOSE,
)
_PLACE = re.compile(
    r"\s(?:tinh|thanh pho|tp\.?|huyen|thi xa|quan|xa|phuong|thi tran|dac khu)(?:(?=\s|[,.;:)]|$))"
)
_CAPITALS = re.compile(
    r"(?:\s(?!(?:Về|Tại|Ban hành|Quy định|Theo|Quyết|Nghị|Công văn|Thông tư|Chỉ thị|Kế hoạch)\b)"
    r"[A-ZĐÀ-ỸƠƯĂÂÊÔ][\wĐđ]*(?:\s-\s(?=[A-ZĐÀ-Ỹ]))?)+"
)


@dataclass(frozen=True, slots=True)
class IssuerPhrase:
    """An agency as the text names it: offsets in the view, and the name without offices."""

    start: int
    end: int
    name: str


def read(text: str, folded: str, start: int, names: re.Pattern[str]) -> IssuerPhrase | None:
    """Read the agency that begins at view offset ``start``; None where none does.

    ``names`` matches, on folded text, every name and alias of the registry, longest first.
    """
    at = start
    while office := OFFICE.match(folded, at):
        at = office.end()
    known = names.match(folded, at)
    head = HEAD.match(folded, at)
    if known is None and head is None:
        return None
    end = known.end() if known else at
    if head and (known is None or _goes_on(folded, known.end())):
        end = max(end, _generic_end(text, folded, head.end()))
    if known and end == known.end():
        end = _with_place(text, folded, end)
    return IssuerPhrase(start, end, text[at:end])


def _goes_on(folded: str, end: int) -> bool:
    # "Ban Chỉ đạo" of the registry may be the start of a longer name: "Bộ Chính trị, Ban Bí thư".
    return bool(re.match(r",\s(?:ban bi thu|bo chinh tri)", folded[end : end + 20]))


def _with_place(text: str, folded: str, end: int) -> int:
    """Take in the place that makes a name whole: "tỉnh Quảng Nam"."""
    place = _PLACE.match(folded, end)
    if place:
        capitals = _CAPITALS.match(text, place.end())
        return capitals.end() if capitals else place.end()
    if folded[:end].endswith((" tinh", " huyen", " thanh pho", " xa", " phuong", " thi xa")):
        capitals = _CAPITALS.match(text, end)
        if capitals:
            return capitals.end()
    return end


def _generic_end(text: str, folded: str, at: int) -> int:
    limit = min(len(text), at + 160)
    both = re.match(r",\s(?:ban bi thu|bo chinh tri|chu nhiem [^,.;]{3,60})", folded[at : at + 80])
    if both:
        return at + both.end()
    stop = _STOP.search(folded, at, limit)
    end = stop.start() if stop else limit
    joined = re.match(r",\s(?=ban bi thu|bo chinh tri)", folded[end : end + 20])
    if joined:
        more = _STOP.search(folded, end + joined.end(), limit)
        end = more.start() if more else end
    # "Bộ Văn hóa, Thể thao và Du lịch": a comma inside the name, capitals on both sides.
    inside = re.match(r",\s[A-ZĐÀ-Ỹ]\w+\s\w+\svà\s[A-ZĐÀ-Ỹ]\w+\s\w+", text[end : end + 60])
    return end + inside.end() if inside else end
