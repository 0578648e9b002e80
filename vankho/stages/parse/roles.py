"""What a line of the header is on the page: by what was cut out of it, and by its neighbours."""

from collections.abc import Sequence

from vankho.grammar import header as frame
from vankho.model.letter import Role
from vankho.stages.parse.lines import Line
from vankho.stages.parse.signs import date_alone, national_title


def role_of(line: Line, left: str) -> Role:
    """Return the role of a line of which ``left`` is what no known thing was cut out of."""
    if not left:
        if national_title(line.text, line.folded):
            return Role.NATION
        if frame.NUMBER.search(line.folded):
            return Role.NUMBER
        if frame.DATE.search(line.folded) or date_alone(line.text, line.folded):
            return Role.DATE
        if frame.MONTH_ALONE.match(line.folded) or frame.DAY_ALONE.fullmatch(line.folded):
            return Role.DATE
        if frame.URGENCY.search(line.folded):
            return Role.URGENCY
    return Role.HEADER


def settle(lines: Sequence[Line], roles: dict[int, Role]) -> None:
    """Give lines of both columns and rules the role that the lines around them tell.

    "Số: 12/QĐ-UBND Ba Tơ, ngày …" is of both columns; a star or a rule is of the agency or the
    motto that it is drawn below.
    """
    for index in sorted(roles):
        line, above = lines[index], roles.get(index - 1)
        if roles[index] is Role.NUMBER and frame.DATE.search(line.folded):
            roles[index] = Role.HEADER
        ruled = bool(line.text) and frame.RULE.fullmatch(line.folded) is not None
        if ruled and roles[index] is Role.HEADER and above in {Role.ISSUER, Role.NATION}:
            roles[index] = above


def close_stamp(roles: dict[int, Role]) -> None:
    """Take into a stamp the line that one of its lines goes on to."""
    for index, role in list(roles.items()):
        around = roles.get(index - 1), roles.get(index + 1)
        if role is Role.HEADER and around == (Role.STAMP, Role.STAMP):
            roles[index] = Role.STAMP
