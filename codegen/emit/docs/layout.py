"""Values and calls laid out for people: on one line where they fit, else one part to a line."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from json.encoder import encode_basestring
from typing import Any, NamedTuple, cast

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
    written = encode_basestring(value) if isinstance(value, str) else json.dumps(value)
    if written.isascii() and "\x7f" not in written:
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
    line = _flat(value, style, WIDTH - 1 - (indent if column is None else column))
    if line is not None:
        return line
    found = _parts(value, style)
    if found is None or not found.parts:
        return style.scalar(value)
    kept = found.parts[: found.most]
    margin = " " * indent + style.step
    shown = [key + laid(each, style, len(margin), len(margin) + len(key)) for key, each in kept]
    rest = f"\n{margin}// and {len(found.parts) - len(kept)} more" if len(kept) < len(found.parts) else ""
    lines = f",\n{margin}".join(shown)
    return f"{found.marks[0]}\n{margin}{lines}{style.trailing}{rest}\n{' ' * indent}{found.marks[1]}"


class _Parts(NamedTuple):
    """What an object or a list is made of, each part with the key before it."""

    marks: str
    parts: list[tuple[str, Any]]
    pad: str
    most: int | None


def _parts(value: Any, style: Style) -> _Parts | None:
    """The parts of a value; nothing of a scalar."""
    if isinstance(value, dict):
        members = [(f"{style.key(name)}: ", each) for name, each in cast("dict[str, Any]", value).items()]
        return _Parts("{}", members, style.pad, MOST_MEMBERS if style.shorten else None)
    if isinstance(value, list):
        items = [("", each) for each in cast("Sequence[Any]", value)]
        return _Parts("[]", items, "", MOST_ITEMS if style.shorten else None)
    return None


def _flat(value: Any, style: Style, room: int) -> str | None:
    """A value on one line of at most so many characters; nothing where it does not fit."""
    found = _parts(value, style)
    if found is None:
        line = style.scalar(value)
        return line if len(line) <= room else None
    if not found.parts:
        return found.marks
    if found.most is not None and len(found.parts) > found.most:
        return None
    room -= 2 * len(found.pad)  # each part takes two characters more than itself: behind it, or around all
    shown: list[str] = []
    for key, each in found.parts:
        part = _flat(each, style, room - len(key) - 2)
        if part is None:
            return None
        shown.append(key + part)
        room -= len(key) + len(part) + 2
    return f"{found.marks[0]}{found.pad}{', '.join(shown)}{found.pad}{found.marks[1]}" if room >= 0 else None


def call(opening: str, arguments: Sequence[tuple[str, Any]]) -> str:
    """A call in Python by names, as ruff lays it out where every argument has its line.

    >>> print(call("client.ping", [("a", 1), ("b", ["x"])]))
    client.ping(a=1, b=["x"])
    """
    flat = ", ".join(f"{name}={literal(value)}" for name, value in arguments)
    if len(opening) + len(flat) + 2 < WIDTH:
        return f"{opening}({flat})"
    lines = [f"    {name}={laid(value, PYTHON, 4, len(name) + 5)},\n" for name, value in arguments]
    return f"{opening}(\n{''.join(lines)})"
