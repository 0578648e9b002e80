"""Read YAML settings once, at the edge: every fault at once, with file and line.

Pydantic says what is wrong; the YAML node tree says where.
"""

import difflib
from collections.abc import Hashable, Sequence
from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from vankho.errors import Fault

Loc = Sequence[int | str]


class Settings(BaseModel):
    """Base of every settings model: unknown keys are errors, values do not change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


M = TypeVar("M", bound=Settings)


class _UniqueKeyLoader(yaml.SafeLoader):
    """A safe loader that refuses a key given twice instead of taking the last.

    It refuses aliases and merged keys too: ten lines of them make a billion values, and
    what a reader sees in a file is then not what it says.
    """

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            event = self.get_event()  # type: ignore[no-untyped-call]
            raise yaml.MarkedYAMLError(
                problem="không dùng được bí danh (*tên)", problem_mark=event.start_mark
            )
        return super().compose_node(parent, index)

    def construct_mapping(
        self, node: yaml.MappingNode, deep: bool = False
    ) -> dict[Hashable, object]:
        seen: set[str] = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise yaml.MarkedYAMLError(
                    problem="khóa phải là một từ", problem_mark=key.start_mark
                )
            if key.tag == "tag:yaml.org,2002:merge":
                raise yaml.MarkedYAMLError(
                    problem="không dùng được khóa gộp (<<)", problem_mark=key.start_mark
                )
            if key.value in seen:
                raise yaml.MarkedYAMLError(
                    problem=f"khóa “{key.value}” được khai báo hai lần", problem_mark=key.start_mark
                )
            seen.add(str(key.value))
        return super().construct_mapping(node, deep)


def _number_as_written(loader: yaml.SafeLoader, node: yaml.ScalarNode) -> object:
    """Keep 033 as the text it is: YAML would read it as the octal of 27."""
    written = loader.construct_scalar(node)
    plain = written.lstrip("+-")
    if len(plain) > 1 and plain.startswith("0"):
        return written
    return loader.construct_yaml_int(node)


_UniqueKeyLoader.add_constructor("tag:yaml.org,2002:int", _number_as_written)


def parse_yaml(text: str) -> object:
    """Parse one YAML document safely.

    Raises:
        yaml.YAMLError: the text is not YAML, gives a key twice, or a day that is none.
    """
    try:
        return yaml.load(text, Loader=_UniqueKeyLoader)  # noqa: S506 - a SafeLoader
    except RecursionError as error:
        raise yaml.YAMLError("lồng nhau quá nhiều bậc") from error
    except (ValueError, TypeError, LookupError, AttributeError, ArithmeticError) as error:
        raise yaml.YAMLError(f"giá trị không đọc được ({error})") from error


def load(model: type[M], path: Path, shown: str) -> tuple[M | None, list[Fault]]:
    """Read ``path`` as ``model``. Returns the settings, or None with every fault found.

    ``shown`` is how messages name the file.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
        data = parse_yaml(text)
    except OSError as error:
        return None, [_fault(shown, 1, 1, f"Không đọc được tệp: {error.strerror}.")]
    except UnicodeDecodeError as error:
        return None, [_fault(shown, 1, 1, f"Tệp không phải UTF-8 (byte {error.start}).")]
    except yaml.YAMLError as error:
        return None, [yaml_fault(error, shown)]
    return validate(model, {} if data is None else data, text, shown)


def validate(
    model: type[M], data: object, text: str, shown: str, first_line: int = 1
) -> tuple[M | None, list[Fault]]:
    """Check ``data``, parsed from ``text``, against ``model``; ``first_line`` is that of ``text``."""
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
        faults = []
        for item in error.errors():
            line, column = _position(root, item["loc"])
            faults.append(_fault(shown, line + first_line - 1, column, *_words(model, dict(item))))
        return None, sorted(faults, key=lambda fault: (fault.line, fault.column))


def yaml_fault(error: yaml.YAMLError, shown: str, first_line: int = 1) -> Fault:
    """Turn a YAML error into a fault at its line."""
    mark = getattr(error, "problem_mark", None)
    line, column = (mark.line + first_line, mark.column + 1) if mark else (first_line, 1)
    problem = getattr(error, "problem", None) or str(error).splitlines()[0]
    return _fault(shown, line, column, f"Không đúng cú pháp YAML: {problem}.")


def _fault(shown: str, line: int, column: int, message: str, hint: str = "") -> Fault:
    return Fault(path=shown, line=line, column=column, message=message, hint=hint)


def _position(root: yaml.Node | None, loc: Loc) -> tuple[int, int]:
    """Find where a value, or the unknown key that ``loc`` ends with, stands."""
    node, at = root, root
    for step in loc:
        if isinstance(node, yaml.MappingNode):
            pair = next((pair for pair in node.value if pair[0].value == str(step)), None)
            if pair is None:
                break
            at, node = pair
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            if step >= len(node.value):
                break
            node = at = node.value[step]
    return (at.start_mark.line + 1, at.start_mark.column + 1) if at else (1, 1)


_MESSAGES = {
    "missing": "Thiếu khóa “{key}”.",
    "extra_forbidden": "Khóa “{key}” không có trong quy ước.",
}


def _words(model: type[BaseModel], item: dict[str, object]) -> tuple[str, str]:
    loc = item["loc"]
    assert isinstance(loc, tuple)
    key = str(loc[-1]) if loc else ""
    message = _MESSAGES.get(str(item["type"]), "Giá trị của “{key}” không hợp lệ: {why}.")
    message = message.replace("{key}", key).replace(
        "{why}", str(item["msg"]).removeprefix("Value error, ")
    )
    if item["type"] == "extra_forbidden":
        close = difflib.get_close_matches(key, sorted(_known_keys(model)), n=1)
        return message, f"Có phải ý bạn là “{close[0]}”?" if close else ""
    return message, ""


def _known_keys(model: type[BaseModel]) -> set[str]:
    """Collect the keys of a model and of the models inside it."""
    keys = set(model.model_fields)
    for info in model.model_fields.values():
        for inner in _inner_models(info.annotation):
            keys |= _known_keys(inner)
    return keys


def _inner_models(annotation: object) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [inner for arg in getattr(annotation, "__args__", ()) for inner in _inner_models(arg)]
