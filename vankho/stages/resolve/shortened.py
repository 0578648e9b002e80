"""An agency under a shorter name than before: "Ban Quản lý dự án đầu tư …", then "Ban Quản lý dự án"."""

from collections.abc import Sequence

from vankho.model.citation import Citation
from vankho.registry.registry import Registry
from vankho.stages.resolve.agency_group import agency_group
from vankho.stages.resolve.claim import Claim

_PLACES = (
    "tỉnh ", "thành phố ", "huyện ", "thị xã ", "quận ", "xã ", "phường ", "thị trấn ", "đặc khu ", "khu vực ",
)  # fmt: skip

# "Nhà trường" is what a school calls itself, and others call it.
_SPOKEN_OF = {"nhà trường": "trường"}


def in_full(name: str, citation: Citation, earlier: Sequence[Claim], registry: Registry) -> str:
    """Return the name in full of who made a document, where an earlier mention has given it.

    The symbols of both have one group for the agency. A name that left out its place alone may be
    another's: after "Công an tỉnh Quảng Nam", "Công an tỉnh" is still that of the home province.
    """
    begin = f"{_SPOKEN_OF.get(name.lower(), name.lower())} "
    own = agency_group(citation.symbol or "", registry)
    longer = {
        claim.issuer
        for claim in earlier
        if claim.issuer
        and claim.issuer.lower().startswith(begin)
        and not claim.issuer.lower().startswith(_PLACES, len(begin))
        and agency_group(claim.citation.symbol or "", registry) == own
    }
    return longer.pop() if len(longer) == 1 else name
