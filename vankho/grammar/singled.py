"""What is singled out of the things spoken of: "các văn bản của Bộ Y tế, nhất là Công văn số …"."""

import re

SINGLED = r"(?:(?:va|ma|trong\sdo)\s)?(?:(?:moi\s|gan\sday\s|gan\s|quan\strong\s)?nhat|dac\sbiet|trong\stam|cu\sthe|truoc\s(?:het|mat|tien)|dau\stien|dien\shinh|truc\stiep)\sla"
"""The words that single out; a comma stands before them."""

_THINGS = (
    r"(?:van\sban|quy\sdinh|chi\sdao|chu\struong|chinh\ssach|ket\sluan|nghi\squyet|nghi\sdinh|thong\stu|quyet\sdinh|chi\sthi|cong\sdien|cong\svan"
    r"|thong\sbao|ke\shoach|chuong\strinh|luat|nhiem\svu|noi\sdung|yeu\scau|huong\sdan)"
)
_OUT_OF = re.compile(
    rf"\s(?:(?:cac|nhung|nhieu|day\sdu|mot\sso)\s{_THINGS}|(?P<law>quy\sdinh(?:\scua)?\sphap\sluat))(?!\w)(?:(?!\s(?:cac|nhung)\s)[^;.:()]){{0,140}},\s(?:{SINGLED}|trong\sdo\sco)(?:\s(?:cac|tai))?$"
)
_REACH = 200
_ENDS = (" la", " la cac", " la tai", " do co", " do co cac")


def before_things(left: str) -> str | None:
    """Return what stands before the things of which the next one is singled out, or None.

    Why those are named is why it is cited: "Thực hiện các văn bản của Bộ Y tế, nhất là …".
    """
    if not left.endswith(_ENDS):
        return None
    things = _OUT_OF.search(left, max(0, len(left) - _REACH))
    if things is None:
        return None
    # "theo quy định của pháp luật về đất đai, cụ thể là Điều 5 Luật …": it is so ruled there.
    return left[: things.start()] + (" quy dinh tai" if things["law"] else "")
