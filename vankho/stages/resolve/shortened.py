"""An agency under a shorter name than before: "Ban Quản lý dự án đầu tư …", then "Ban Quản lý dự án"."""

from collections.abc import Sequence

from vankho.grammar.number import groups
from vankho.model.citation import Citation
from vankho.stages.resolve.claim import Claim

_PLACES = (
    "tỉnh ", "thành phố ", "huyện ", "thị xã ", "quận ", "xã ", "phường ", "thị trấn ", "đặc khu ", "khu vực ",
)  # fmt: skip


def in_full(name: str, citation: Citation, earlier: Sequence[Claim]) -> str:
    """Return the name in full of who made a document, where an earlier mention has given it.

    That mention's symbol has a group of this one's. A name that left out its place alone may be
    another's: after "Công an tỉnh Quảng Nam", "Công an tỉnh" is still that of the home province.
    """
    begin = f"{name.lower()} "
    own = set(groups(citation.symbol or ""))
    longer = {
        claim.issuer
        for claim in earlier
        if claim.issuer
        and claim.issuer.lower().startswith(begin)
        and not claim.issuer.lower().startswith(_PLACES, len(begin))
        and not own.isdisjoint(groups(claim.citation.symbol or ""))
    }
    return longer.pop() if len(longer) == 1 else name
