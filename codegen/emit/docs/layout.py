"""Values and calls laid out for people: on one line where they fit, else one part to a line."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, cast

from codegen.literals import is_hidden, literal

WIDTH = 96
MOST_ITEMS = 4
MOST_MEMBERS = 12
LONGEST_TEXT = 120

_NAME = re.compile(r"[A-Za-z_$][A-Za-z0-9_$]*\Z")


@dataclass(frozen=True, slots=True)
class Style:
    """How a language writes values."""

    scalar: Callable[[object], str]
    key: Callable[[str], str]
    pad: str
    """What stands inside the braces of an object on one line."""
    step: str
    """By which parts are indented."""
    trailing: str
    """Behind the last part where every part has its line."""
    shorten: bool = False
    """Only the beginning of what is long is shown."""


def json_text(value: object) -> str:
    """A value as JSON, hidden characters as escapes; also what JavaScript reads.

    >>> print(json_text("a\\u202eb é"), json_text(None))
    "a\\u202eb é" null
    """
    written = json.dumps(value, ensure_ascii=False)
    if written.isascii():
        return written
    return "".join(json.dumps(each)[1:-1] if is_hidden(each) else each for each in written)


def _script_key(name: str) -> str:
    return name if _NAME.match(name) else json_text(name)


def _short_text(value: object) -> str:
    if isinstance(value, str) and len(value) > LONGEST_TEXT:
        return f"{json_text(value[:LONGEST_TEXT])} /* and {len(value) - LONGEST_TEXT} more characters */"
    return json_text(value)


PYTHON = Style(literal, literal, "", "    ", ",")
SCRIPT = Style(json_text, _script_key, " ", "  ", ",")
ANSWER = Style(_short_text, json_text, "", "  ", "", shorten=True)


def laid(value: Any, style: Style, indent: int = 0, column: int | None = None) -> str:
    """A value whose first line begins at ``column`` and whose further lines are indented.

    >>> print(laid({"a": [1, 2]}, SCRIPT))
    { a: [1, 2] }
    """
    if isinstance(value, dict):
        members = cast("dict[str, Any]", value)
        return _parts(list(members.items()), style, indent, column)
    if isinstance(value, list | tuple):
        return _parts(list(cast("Sequence[Any]", value)), style, indent, column, of_object=False)
    return style.scalar(value)


def _parts(parts: list[Any], style: Style, indent: int, column: int | None, *, of_object: bool = True) -> str:
    opening, closing = "{}" if of_object else "[]"
    if not parts:
        return opening + closing
    pad = style.pad if of_object else ""
    most = (MOST_MEMBERS if of_object else MOST_ITEMS) if style.shorten else len(parts)
    if len(parts) <= most:
        whole = ", ".join(_part(each, style, 0, of_object=of_object) for each in parts)
        if "\n" not in whole and "/*" not in whole:
            line = f"{opening}{pad}{whole}{pad}{closing}"
            if (indent if column is None else column) + len(line) < WIDTH:
                return line
    margin = " " * indent + style.step
    shown = [_part(each, style, len(margin), of_object=of_object) for each in parts[:most]]
    rest = f"\n{margin}// and {len(parts) - most} more" if len(parts) > most else ""
    lines = f",\n{margin}".join(shown)
    return f"{opening}\n{margin}{lines}{style.trailing}{rest}\n{' ' * indent}{closing}"


def _part(each: Any, style: Style, indent: int, *, of_object: bool) -> str:
    if not of_object:
        return laid(each, style, indent)
    name, value = each
    key = f"{style.key(name)}: "
    return key + laid(value, style, indent, indent + len(key))


def call(opening: str, arguments: Sequence[tuple[str, Any]]) -> str:
    """A call in Python by names, as ruff lays it out where every argument has its line.

    >>> print(call("client.ping", [("a", 1), ("b", ["x"])]))
    client.ping(a=1, b=["x"])
    """
    flat = ", ".join(f"{name}={laid(value, PYTHON, 0, 0)}" for name, value in arguments)
    if "\n" not in flat and len(opening) + len(flat) + 2 < WIDTH:
        return f"{opening}({flat})"
    lines = [f"    {name}={laid(value, PYTHON, 4, len(name) + 5)},\n" for name, value in arguments]
    return f"{opening}(\n{''.join(lines)})"
