"""The agency that a place of a view names."""

from vankho.grammar import issuer as issuers
from vankho.registry.registry import Registry
from vankho.text.view import View


def agency_at(view: View, at: int, registry: Registry) -> issuers.IssuerPhrase | None:
    """Return the name of an agency that begins at a character of ``view``, or None."""
    return issuers.read(view.text, view.folded, at, registry.agencies.names)
