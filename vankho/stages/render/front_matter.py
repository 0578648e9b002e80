"""Front matter as YAML. PyYAML takes longer to write it than a page takes in all."""

import html
import json
import re
from collections.abc import Iterator, Mapping, Sequence

# What YAML does not allow, or reads as a line end, inside double quotes.
_ODD = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")


def front_matter(**fields: object) -> str:
    """Write front matter, in the order given, empty fields left out.

    Strings stand in double quotes as in JSON, so that no text is taken for a date, a number
    or a mark of YAML. ``title`` and ``description`` are escaped: Material writes both into a
    page as they stand.
    """
    for key in ("title", "description"):
        if key in fields:
            fields[key] = html.escape(str(fields[key] or ""))
    return "".join(f"{line}\n" for line in _mapping(fields))


def _mapping(fields: Mapping[str, object]) -> Iterator[str]:
    for key, value in fields.items():
        match value:
            case None | "":
                continue
            case Mapping():
                inner = [f"  {line}" for line in _mapping(value)]
                if inner:
                    yield from (f"{key}:", *inner)
            case str() | bool() | int():
                yield f"{key}: {_scalar(value)}"
            case Sequence():
                items = [line for item in value for line in _item(item)]
                if items:
                    yield from (f"{key}:", *items)
            case _:
                raise TypeError(f"no front matter: {value!r}")


def _item(item: object) -> Iterator[str]:
    if isinstance(item, Mapping):
        lines = list(_mapping(item))
        yield from (f"{'-' if index == 0 else ' '} {line}" for index, line in enumerate(lines))
    else:
        yield f"- {_scalar(item)}"


def _scalar(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return _ODD.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
