"""Where a header is over and the body begins."""

from collections.abc import Sequence

from vankho.grammar import header as frame
from vankho.grammar import marker as markers
from vankho.grammar import open_line
from vankho.model.letter import COUNTED, Level
from vankho.registry.registry import Registry
from vankho.stages.parse.lines import Line
from vankho.stages.parse.signs import (
    BODY_WIDTH,
    LONGEST_LINE,
    date_alone,
    decides,
    is_title,
    leads_to_number,
    national_title,
    opens_title,
)

_SEARCHED = 60
"""No header is longer than this many printed lines."""


def end_of_header(lines: Sequence[Line], registry: Registry) -> int:
    """Return the index of the first line that is no longer header."""
    printed = 0
    framed = False
    for index, line in enumerate(lines):
        if line.blank:
            continue
        printed += 1
        if line.raw > LONGEST_LINE:
            return index if framed else _first_printed(lines)
        if frame.ADDRESSEES.match(line.folded) or printed > _SEARCHED:
            return index
        if framed and frame.TELEGRAM.search(line.folded):
            return index
        framed = framed or bool(
            national_title(line.text, line.folded) or frame.NUMBER.search(line.folded)
        )
        # A paper of two parties may have no letterhead: it begins with its title.
        framed = framed or (printed == 1 and is_title(line, registry))
        framed = framed or _speech(lines, index, registry)
        if not framed:
            if printed > 12:
                return _first_printed(lines)
            continue
        if _opens_body(lines, index, registry):
            return index
    return _first_printed(lines) if not framed else len(lines)


def _speech(lines: Sequence[Line], index: int, registry: Registry) -> bool:
    """Say whether a title stands right below an agency, in a paper with no more of a letterhead."""
    above = [line for line in lines[:index] if not line.blank]
    if not above or len(above) > _NAME_LINES or not is_title(lines[index], registry):
        return False
    below = lines[index + 1 : index + _LETTERHEAD_BELOW]
    return all(line.capitals for line in above) and not any(
        national_title(line.text, line.folded) or _own_number(line) for line in below
    )


_NAME_LINES = 3
"""Lines that the name of an agency takes above a title at most."""
_LETTERHEAD_BELOW = 12
"""Lines below a title in which number and national title may still come."""


def _first_printed(lines: Sequence[Line]) -> int:
    return next((index for index, line in enumerate(lines) if not line.blank), 0)


def _opens_body(lines: Sequence[Line], index: int, registry: Registry) -> bool:
    line = lines[index]
    if frame.CONTENTS.fullmatch(line.folded):
        return True
    opens_session = frame.PROGRAMME_DAY.match(line.folded) or frame.HELD_AT.match(line.folded)
    if opens_session and _titled_above(lines, index, registry):
        return True
    if _is_sentence(line) or (line.raw > 100 and _below_title(lines, index, registry)):
        return True
    if national_title(line.text, line.folded):
        return False
    dated = frame.DATE.search(line.folded)
    if dated:
        # "Thời gian bắt đầu: 14 giờ 00 phút, ngày …" is no place and date.
        labelled = ": " in line.text[: dated.start()] and not _own_number(line)
        return labelled and _below_title(lines, index, registry)
    if date_alone(line.text, line.folded) or frame.DAY_ALONE.fullmatch(line.folded):
        return False
    if _own_number(line) or frame.SUBJECT.match(line.folded):
        return False
    marker = markers.read(line.text)
    if marker is not None and marker.level not in {*COUNTED, Level.ANNEX}:
        return True
    opens_form = frame.FIELD.match(line.folded) or frame.STEP.match(line.folded)
    if opens_form and _titled_above(lines, index, registry):
        return True
    if line.capitals:
        return False
    if _below_rule(lines, index, registry) or _below_title(lines, index, registry):
        return True
    after_subject = _after_subject(lines, index, registry)
    within = _in_subject(lines, index, registry)
    if within is not None:
        return not within
    opens = frame.OPENING.match(line.folded.lstrip("-+*• "))
    return after_subject and (
        line.raw > 100 or opens is not None or _sentence_after_title(lines, index, registry)
    )


_HEADER_REACH = 60
"""Lines that a header has at most between its title and the body."""


def _sentence_after_title(lines: Sequence[Line], index: int, registry: Registry) -> bool:
    """Say whether a line set apart below title and subject is a sentence, however short."""
    if not lines[index].text.endswith((":", ".", ";", "!")) or not lines[index - 1].blank:
        return False
    return _titled_above(lines, index, registry)


def _titled_above(lines: Sequence[Line], index: int, registry: Registry) -> bool:
    above = lines[max(0, index - _HEADER_REACH) : index]
    return any(
        is_title(line, registry) or opens_title(line, registry) for line in above if line.text
    )


def _is_sentence(line: Line) -> bool:
    """Match "Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam", "Hôm nay, ngày …", "Vào lúc 8 giờ …"."""
    begins = line.folded.startswith(("can cu ", "kinh thua ", "hom nay"))
    return (begins or frame.HOUR.match(line.folded) is not None) and not line.capitals


def _below_title(lines: Sequence[Line], index: int, registry: Registry) -> bool:
    """Say whether a blank line parts a sentence or "Địa điểm: …" from a type and its subject."""
    line = lines[index]
    closes = line.text[-1] in ".:;,!" or ": " in line.text or _goes_on(lines, index)
    if not index or not lines[index - 1].blank or not closes:
        return False
    at = index - 1
    while at >= 0 and lines[at].blank:
        at -= 1
    given = False
    while at >= 0 and not lines[at].blank:
        if is_title(lines[at], registry):
            return given or frame.FIELD.match(line.folded) is not None
        if opens_title(lines[at], registry):
            return True
        given = True
        at -= 1
    above = next((lines[at] for at in range(at, -1, -1) if not lines[at].blank), None)
    return above is not None and bool(is_title(above, registry) or opens_title(above, registry))


def _below_rule(lines: Sequence[Line], index: int, registry: Registry) -> bool:
    """Say whether the rule right above is the one that is drawn below a subject."""
    above = [line for line in lines[max(0, index - _RULE_REACH) : index] if not line.blank]
    if (
        len(above) < 2
        or not frame.RULE.fullmatch(above[-1].folded)
        or is_title(above[-2], registry)
    ):
        return False
    return any(is_title(line, registry) for line in above[:-2])


def _goes_on(lines: Sequence[Line], index: int) -> bool:
    """Say whether a full line is the first of a paragraph, as no subject is as wide as that."""
    full = lines[index].raw >= BODY_WIDTH and lines[index].text[0].isupper()
    return full and index + 1 < len(lines) and not lines[index + 1].blank


_RULE_REACH = 8
"""Lines that title, subject and rule take at most."""


def _own_number(line: Line) -> bool:
    """Say whether the line carries the letter's number, not one that a sentence cites."""
    number = frame.NUMBER.search(line.folded)
    return number is not None and leads_to_number(line.text[: number.start()])


def _after_subject(lines: Sequence[Line], index: int, registry: Registry) -> bool:
    """Say whether the title or subject has been given above and is over."""
    before = [line for line in lines[max(0, index - 1) : index] if not line.blank]
    above = [line for line in lines[:index] if not line.blank]
    begun = bool(above) and is_title(above[0], registry)
    if not begun and not any(national_title(line.text, line.folded) for line in above):
        return False
    return not (before and frame.SUBJECT.match(before[-1].folded))


def _in_subject(lines: Sequence[Line], index: int, registry: Registry) -> bool | None:
    """Say whether a line belongs to the subject: "V/v" or a type heading opens its run of lines.

    Where no blank line ends the subject, a long line that starts with a capital does: that
    line is False, but where the line above needs it: "… các Phó Chủ tịch và". None where no
    subject stands above.
    """
    line, first = lines[index], index
    joined = bool(index) and open_line.needs_object(lines[index - 1].text)
    while index and not lines[index - 1].blank:
        index -= 1
        title = is_title(lines[index], registry)
        opened = title or opens_title(lines[index], registry)
        if frame.SUBJECT.match(lines[index].folded) or opened:
            if first - index == 1 and title:
                return True
            return joined or not _new_sentence(line)
        if lines[index].capitals and decides(lines[index].text):
            break  # "CHỦ TỊCH ỦY BAN NHÂN DÂN …" stands below the subject
    above = [line for line in lines[:index] if not line.blank]
    if not above or not is_title(above[-1], registry):
        return None
    if line.text.endswith((":", ".")):
        return False  # a subject neither announces ("… trân trọng giới thiệu:") nor is a sentence
    return first == index or not _new_sentence(line)


def _new_sentence(line: Line) -> bool:
    return line.text[0].isupper() and (
        line.raw >= BODY_WIDTH
        or (frame.OPENING.match(line.folded) is not None and line.raw >= 45)
        or (frame.BASIS.match(line.folded) is not None and line.text.endswith(";"))
    )
