"""The agency that a place of a view names."""

from functools import lru_cache

from vankho.grammar import issuer as issuers
from vankho.registry.registry import Registry
from vankho.text.view import View


def agency_at(view: View, at: int, registry: Registry) -> issuers.IssuerPhrase | None:
    """Return the name of an agency that begins at a character of ``view``, or None."""
    return _read(view.text, view.folded, at, registry)


@lru_cache(maxsize=256)
def _read(text: str, folded: str, at: int, registry: Registry) -> issuers.IssuerPhrase | None:
    # Who asks after one mention asks before the next again. Kept by the registry, which is
    # compared by identity: its pattern would be hashed anew each time.
    return issuers.read(text, folded, at, registry.agencies.names)
