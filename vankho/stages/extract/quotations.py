"""Quotations inside a paragraph: "sửa lại là: “… theo quy định tại Điều 18 Quy định này”".

The words between the marks are another document's: "này" in them is not the letter that quotes
them, and what stands before them does not say why they cite something.
"""

from vankho.text.view import View

_OPENING, _CLOSING, _STRAIGHT = "“", "”", '"'
_REACH = 2_000
"""Characters in which a quotation must begin and close: a mark that stands alone is damage."""


def may_stand_in(view: View) -> bool:
    """Say whether a quotation may stand in the text at all."""
    return _OPENING in view.text or _STRAIGHT in view.text


def opening(view: View, floor: int, at: int) -> int | None:
    """Return where the words begin of the quotation that ``at`` stands in.

    None if there is none, or it began before ``floor``. Offsets in characters of the view.
    """
    text = view.text
    near = max(floor, at - _REACH)
    begin = text.rfind(_OPENING, near, at)
    if begin >= 0 and text.find(_CLOSING, begin, at) < 0:
        return begin + 1 if text.find(_CLOSING, at, at + _REACH) >= 0 else None
    # Only from their first on can marks that look alike be told apart.
    if near == floor and text.count(_STRAIGHT, floor, at) % 2:
        begin = text.rfind(_STRAIGHT, floor, at)
        return begin + 1 if text.find(_STRAIGHT, at, at + _REACH) >= 0 else None
    return None
