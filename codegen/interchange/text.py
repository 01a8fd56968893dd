"""JSON for people: indented, short things on one line, characters that can't be seen escaped."""

from __future__ import annotations

import json
import re
from json.encoder import encode_basestring

from codegen.ir import JsonValue
from codegen.literals import is_hidden

WIDTH = 110

_WORDS = {None: "null", False: "false", True: "true"}
_BEYOND_ASCII = re.compile(r"[^\n -~]")


def dumped(value: JsonValue) -> str:
    """A document as text, its members in the order that they have.

    >>> print(dumped({"a": [1, None], "b": "c" + chr(0x2028)}), end="")
    {"a": [1, null], "b": "c\\u2028"}
    """
    return _BEYOND_ASCII.sub(_visible, _text(value, 0, {})) + "\n"


def _text(value: JsonValue, column: int, names: dict[str, str]) -> str:
    """A value whose lines but the first begin in ``column``; ``names`` are written as they were before."""
    if isinstance(value, str):
        return encode_basestring(value)
    if isinstance(value, dict):
        items: list[str] = []
        for name, each in value.items():
            shown = names.get(name)
            if shown is None:
                shown = names[name] = f"{encode_basestring(name)}: "
            items.append(shown + _text(each, column + 2, names))
        return _laid("{", items, "}", column)
    if isinstance(value, list):
        return _laid("[", [_text(each, column + 2, names) for each in value], "]", column)
    if value is None or isinstance(value, bool):
        return _WORDS[value]
    return int.__repr__(value) if isinstance(value, int) else json.dumps(value)


def _laid(opening: str, items: list[str], closing: str, column: int) -> str:
    """On one line where that fits, else an item on each line."""
    if column + sum(map(len, items)) + 2 * len(items) <= WIDTH:
        line = f"{opening}{', '.join(items)}{closing}"
        if "\n" not in line:
            return line
    blank = "\n" + " " * column
    return f"{opening}{blank}  " + f",{blank}  ".join(items) + f"{blank}{closing}"


def _visible(found: re.Match[str]) -> str:
    """A character that an editor hides or acts on, as its code."""
    character = found[0]
    if not is_hidden(character):
        return character
    units = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))
