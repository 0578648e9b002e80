"""Technical standards and regulations: QCVN 102:2016/BTTTT, TCVN ISO 9001:2015, ISO 9001:2015.

Their number carries the year after a colon and the issuer after a slash; symbol and
number are kept in the archive's form (symbol ``QCVN/BTTTT``, number ``102``).
"""

import re
from collections.abc import Iterator

from vankho.grammar.attachment import AMENDMENT
from vankho.registry.registry import Registry
from vankho.stages.extract.draft import Draft
from vankho.stages.extract.joined import Joined
from vankho.stages.extract.right import read_right
from vankho.text.view import View

_TYPES = {
    "QCVN": "Quy chuẩn kỹ thuật quốc gia",
    "QCĐP": "Quy chuẩn kỹ thuật địa phương",
    "TCVN": "Tiêu chuẩn quốc gia",
    "TCCS": "Tiêu chuẩn cơ sở",
    "TCXDVN": "Tiêu chuẩn xây dựng Việt Nam",
    "TCXD": "Tiêu chuẩn xây dựng Việt Nam",
    "ISO": "Tiêu chuẩn quốc tế",
    "ISO/IEC": "Tiêu chuẩn quốc tế",
    "IEC": "Tiêu chuẩn quốc tế",
}
_STANDARD = re.compile(
    r"""(?<!\w)(?:(?P<word>(?:[Qq]uy\schuẩn\skỹ\sthuật\s(?:quốc\sgia|địa\sphương)|[Tt]iêu\schuẩn\squốc\sgia)\s)
            (?:về\s[^,.;:()]{3,90}?\s(?=(?:số\s)?(?:QC|TC)))?(?:số\s)?)?
        (?P<kind>QCVN|QCĐP|TCVN|TCCS|TCXDVN|TCXD|ISO/IEC|ISO|IEC)\s(?P<body>(?:ISO|IEC|EN|ISO/IEC)\s)?
        (?P<number>\d{1,5}(?:[-.]\w{1,4})*)\s?:\s?(?P<year>(?:19|20)\d{2})
        (?:\s?/\s?(?P<issuer>[A-ZĐ][A-Za-zĐđ]*))?(?!\w)""",
    re.VERBOSE,
)
EXAMPLES = (
    "QCVN 102:2016/BTTTT",
    "TCVN ISO 9001:2015",
    "ISO 9001:2015",
    "QCVN 62-MT:2016/BTNMT",
    "QCĐP 01:2021/QNg",
)


def holding(joined: Joined) -> set[int]:
    """Return the indexes of the views that may name a standard."""
    return joined.matching(_YEAR)


_NAMES = ("QC", "TC", "ISO", "IEC")
# Before the year of each stands a colon: it is rare, and leads to it sooner than their names.
_YEAR = re.compile(r":(?=\s?(?:19|20)\d\d)")


def find(view: View, registry: Registry) -> Iterator[Draft]:
    """Yield every standard or technical regulation named with its number and year."""
    if not any(name in view.text for name in _NAMES):
        return
    for match in _STANDARD.finditer(view.text):
        if _issued_amendment(view, match):
            continue
        kind, issuer = match["kind"], match["issuer"]
        body = f" {match['body'].strip()}" if match["body"] else ""
        draft = Draft(
            start=match.start(),
            end=match.end(),
            core=match.start("kind"),
            type=_TYPES[kind],
            own_type=True,
            number=match["number"],
            number_year=int(match["year"]),
            symbol=f"{kind}{body}/{issuer}" if issuer else f"{kind}{body}",
        )
        read_right(view, draft, registry)
        yield draft


_ISSUED_WITH = re.compile(r",?\s(?:(?:da\s)?duoc\s)?\(?ban\shanh\s(?:kem\stheo|tai|theo)(?!\w)")


def _issued_amendment(view: View, match: re.Match[str]) -> bool:
    """Say whether "Sửa đổi 1:2023 QCVN …" is named as what a circular is issued with."""
    before = AMENDMENT.search(view.text, max(0, match.start() - 24), match.start() + 4)
    return before is not None and _ISSUED_WITH.match(view.folded, match.end()) is not None
