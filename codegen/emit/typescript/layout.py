"""Lays out values as the formatter of the language would: on one line where there is room.

A value is a text, a ``Many``: what stands between two brackets, each part on its own
line where all of them have no room on one, or an ``Either``: one of several types.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from .quoting import WIDTH, key

SHORT_NAME = 4
"""Characters of a name and what follows it, up to which even a long literal stands beside it."""


@dataclass(frozen=True, slots=True)
class Many:
    """Parts between two brackets; ``fill``: as many on a line as there is room for."""

    opens: str
    parts: tuple[tuple[str, Value], ...]
    """What stands before each part, and the part."""
    closes: str
    broken: bool = False
    """Whether each part has a line of its own in any case."""
    fill: bool = False
    flat: str | None = None
    """All on one line, where that may be."""
    comma: bool = True
    """Whether the last part on a line of its own has a comma, too."""


@dataclass(frozen=True, slots=True)
class Either:
    """One of several types."""

    options: tuple[str, ...]

    @property
    def flat(self) -> str:
        """All on one line."""
        return " | ".join(self.options)


Value: TypeAlias = str | Many | Either


def array(values: Iterable[Value]) -> Value:
    """A list of values.

    >>> laid_out(array(["1", "2"]), 0)
    '[1, 2]'
    """
    parts = tuple(("", each) for each in values)
    pairs = [part for _, part in parts]
    return _many(
        "[",
        parts,
        "]",
        broken=len(pairs) > 1
        and (all(_is(each, "{") for each in pairs) or all(_is(each, "[") for each in pairs)),
        fill=bool(pairs) and all(isinstance(each, str) and each.lstrip("-").isdigit() for each in pairs),
    )


def _is(value: Value, opens: str) -> bool:
    return isinstance(value, Many) and value.opens.strip() == opens and len(value.parts) > 1


def members(values: Iterable[tuple[str, Value]], *, broken: bool = False) -> Value:
    """An object; the names of members are quoted here.

    >>> laid_out(members([("a", "1"), ("b-c", "2")]), 0)
    '{ a: 1, "b-c": 2 }'
    """
    return _many("{ ", tuple((f"{key(name)}: ", each) for name, each in values), " }", broken=broken)


def call(name: str, arguments: Sequence[Value]) -> Value:
    """A call; an object as its only argument shares the brackets.

    >>> laid_out(call("f", ['"a"', '"b"']), 0)
    'f("a", "b")'
    """
    if len(arguments) == 1 and isinstance(arguments[0], Many):
        only = arguments[0]
        flat = None if only.flat is None else f"{name}({only.flat})"
        return Many(f"{name}({only.opens}", only.parts, f"{only.closes})", only.broken, only.fill, flat)
    return _many(f"{name}(", tuple(("", each) for each in arguments), ")")


def _many(
    opens: str,
    parts: tuple[tuple[str, Value], ...],
    closes: str,
    *,
    broken: bool = False,
    fill: bool = False,
) -> Many | str:
    if not parts:
        return opens.rstrip(" ") + closes.lstrip(" ")
    inner: list[str] = []
    for before, part in parts:
        flat = flat_text(part)
        if flat is None:
            broken = True
            break
        inner.append(before + flat)
    return Many(opens, parts, closes, broken, fill, None if broken else f"{opens}{', '.join(inner)}{closes}")


def generic(opens: str, values: Sequence[Value], closes: str, *, comma: bool = False) -> Value:
    """A type with types in it.

    >>> laid_out(generic("Record<", ["string", "number"], ">"), 0)
    'Record<string, number>'
    """
    made = _many(opens, tuple(("", each) for each in values), closes)
    return made if isinstance(made, str) else replace(made, comma=comma)


def around(before: str, value: Value, after: str) -> Value:
    """The same value with texts that touch it."""
    if isinstance(value, Many):
        flat = None if value.flat is None else before + value.flat + after
        return replace(value, opens=before + value.opens, closes=value.closes + after, flat=flat)
    flat = value if isinstance(value, str) else value.flat
    return before + flat + after


def flat_text(value: Value) -> str | None:
    """The value on one line, where that may be."""
    return value if isinstance(value, str) else value.flat


def laid_out(value: Value, indent: int, before: int = 0, after: int = 1) -> str:
    """The text of a value.

    ``indent``: of the line where it begins; ``before``, ``after``: columns that are taken on its first line
    and on its last one.
    """
    flat = flat_text(value)
    if flat is not None and (isinstance(value, str) or max(indent, before) + len(flat) + after <= WIDTH):
        return flat
    margin = " " * (indent + 2)
    if isinstance(value, Either):
        return f"\n{' ' * indent}".join(f"| {each}" for each in value.options)
    if isinstance(value, str):
        return value
    if value.fill:
        body = _filled([part for _, part in value.parts], indent + 2)
    else:
        lines = [f"{margin}{_after(text, part, indent + 2)}" for text, part in value.parts]
        body = ",\n".join(lines) + (",\n" if value.comma else "\n")
    return f"{value.opens.rstrip(' ')}\n{body}{' ' * indent}{value.closes.lstrip(' ')}"


def _after(text: str, value: Value, indent: int, after: int = 1) -> str:
    """A text and a value behind it, which stands on the next line if it is a long literal."""
    is_long = isinstance(value, str) and indent + len(text) + len(value) + after > WIDTH
    if is_long and len(text) > SHORT_NAME and isinstance(value, str) and value[0] in "\"'/":
        return f"{text.rstrip(' ')}\n{' ' * (indent + 2)}{value}"
    return text + laid_out(value, indent, indent + len(text), after)


def _filled(parts: Sequence[Value], indent: int) -> str:
    lines: list[str] = []
    line = ""
    for part in parts:
        text = f"{part},"
        if line and indent + len(line) + 1 + len(text) > WIDTH:
            lines.append(line)
            line = text
        else:
            line = f"{line} {text}" if line else text
    return "".join(f"{' ' * indent}{each}\n" for each in [*lines, line])


def statement(head: str, value: Value, indent: int = 0, end: str = ";") -> str:
    """A statement that begins with some text and ends with a value; it ends a line.

    >>> statement("const A: number[] = ", array(["1"]))
    'const A: number[] = [1];\\n'
    """
    return f"{' ' * indent}{_after(head, value, indent, len(end))}{end}\n"


def imports(module: str, names: Iterable[str], word: str = "import") -> str:
    """An import of some names, in order; it ends a line. ``type X`` is a type."""
    listed = sorted(set(names), key=_in_imports)
    if word == "import" and all(each.startswith("type ") for each in listed):
        word, listed = "import type", [each.removeprefix("type ") for each in listed]
    flat = f'{word} {{ {", ".join(listed)} }} from "{module}";\n'
    if len(flat) <= WIDTH + 1 or len(listed) == 1:
        return flat
    body = "".join(f"  {each},\n" for each in listed)
    return f'{word} {{\n{body}}} from "{module}";\n'


def _in_imports(name: str) -> tuple[str, str]:
    bare = name.removeprefix("type ")
    return bare.lower(), bare


def typed(head: str, value: Value, indent: int = 0) -> str:
    """A declaration that begins with some text and ends with a type; it ends a line."""
    if not isinstance(value, Either):
        return statement(f"{head} ", value, indent)
    margin = " " * indent
    if indent + len(head) + 1 + len(value.flat) + 1 <= WIDTH:
        return f"{margin}{head} {value.flat};\n"
    if indent + 2 + len(value.flat) + 1 <= WIDTH:
        return f"{margin}{head}\n{margin}  {value.flat};\n"
    lines = "\n".join(f"{margin}  | {each}" for each in value.options)
    return f"{margin}{head}\n{lines};\n"
