"""One pattern for many words: a trie, so that the search leaves at the first wrong letter.

A plain alternation of some hundred names tries every one of them at every place of a
text; a trie tries a letter at a time. What is matched is the same: the longest word.
"""

import re
from collections.abc import Iterable

_Node = dict[str, "_Node"]
_END = ""


def pattern_of(words: Iterable[str], blank: str = " ") -> str:
    r"""Return a pattern that matches each of ``words``, the longest first; nothing for none.

    ``blank`` is the pattern that a blank in a word stands for (``\s?`` where words may run
    together).
    """
    root: _Node = {}
    for word in words:
        node = root
        for char in word:
            node = node.setdefault(char, {})
        node[_END] = {}
    return _written(root, blank) if root else "(?!)"


def _written(node: _Node, blank: str) -> str:
    ends = _END in node
    # In the order of the alphabet, so that one set of words always gives one pattern.
    branches = []
    for char, rest in sorted(node.items()):
        if char == _END:
            continue
        branches.append((blank if char == " " else re.escape(char)) + _written(rest, blank))
    if not branches:
        return ""
    if len(branches) == 1 and not ends:
        return branches[0]
    body = f"(?:{'|'.join(branches)})"
    return f"{body}?" if ends else body
