"""Lines of a text, by the offsets in it."""


def line_start(text: str, at: int) -> int:
    """Return where the line begins that the character at ``at`` stands on."""
    return text.rfind("\n", 0, at) + 1


def indent_of(text: str, at: int) -> int:
    """Return how many characters stand before ``at`` on its line: of its first word, the blanks."""
    return at - line_start(text, at)
