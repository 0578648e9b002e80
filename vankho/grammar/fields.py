"""The field that the name of a joint body ends with: "Ủy ban Quốc gia về chuyển đổi số".

No body is called "Ban Chỉ đạo quốc gia" and no more: there "về" goes on with its name, where
after other agencies it begins what the document is about. The fields are those that such
bodies have; any other words after "về" are taken for the subject.
"""

import re

_WHOLE = re.compile(
    r"(?:van\sphong\s(?:thuong\struc\s)?)?(?:ban\schi\sdao|uy\sban|hoi\sdong|to\scong\stac)"
    r"(?:(?P<wide>(?:\slien\snganh|\squoc\sgia|\strung\suong){1,2})|)$"
)
_WHOLE_BEGIN = re.compile(r"(?:ban\schi\sdao|to\scong\stac)(?!\w)")
_FIELD = re.compile(
    r"""\sve\s(?:phong,?\schong\s(?:thien\stai|tham\snhung(?:,\slang\sphi)?(?:,\stieu\scuc)?|toi\spham|ma\stuy|mua\sban\snguoi
        |dich(?:\sbenh)?\scovid-19|tac\shai\scua\sthuoc\sla)
    |chuyen\sdoi\sso|chinh\sphu\sdien\stu|cong\snghe\sthong\stin|an\stoan\s(?:ve\ssinh\s)?thuc\spham|tang\struong\sxanh
    |bien\sdoi\skhi\shau|hoi\snhap\squoc\ste|tre\sem|thanh\snien(?:\sviet\snam)?|nguoi\s(?:cao\stuoi|khuyet\stat)(?:\sviet\snam)?
    |phat\strien\s(?:ben\svung(?:\sva\snang\scao\snang\sluc\scanh\stranh)?
        |khoa\shoc,\scong\snghe,\sdoi\smoi\ssang\stao\sva\schuyen\sdoi\sso)
    |nha\so\sva\sthi\struong\sbat\sdong\ssan|dan\sso(?:\sva\sphat\strien)?|nhan\squyen)(?!\w)""",
    re.VERBOSE,
)
# "Ban Chỉ đạo sắp xếp đơn vị hành chính các cấp và xây dựng mô hình tổ chức chính quyền địa phương 02 cấp".
_AND_TASK = re.compile(
    r"\sva\sxay\sdung\s(?:mo\shinh\s)?(?:to\schuc\s)?chinh\squyen\sdia\sphuong\s(?:0?2|hai)\scap(?!\w)"
)
_PLACE = re.compile(r"\s(?:tinh|thanh\spho|huyen|xa|phuong|cap\s(?:tinh|huyen|xa))(?!\w)")


def end(folded: str, start: int, at: int) -> int:
    """Return where the name that ends at ``at`` ends with its field, or ``at`` itself.

    "Ban Chỉ đạo về chuyển đổi số tỉnh": without a word for how far it reaches, the name is
    taken to hold the field only where the place comes after it.
    """
    if folded.startswith(" va ", at) and _WHOLE_BEGIN.match(folded, start, at):
        task = _AND_TASK.match(folded, at)
        return task.end() if task else at
    if not folded.startswith(" ve ", at) or (body := _WHOLE.match(folded, start, at)) is None:
        return at
    field = _FIELD.match(folded, at)
    if field is None or not (body["wide"] or _PLACE.match(folded, field.end())):
        return at
    return field.end()
