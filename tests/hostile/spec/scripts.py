"""What a module of JavaScript or TypeScript is made of: its tokens, read by rules of the language alone.

Comments are left out, and so is what only says how a module is laid out: commas and bars at the ends of what
stands on several lines, and brackets around a returned value.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TypeAlias

from codegen.emit.typescript.quoting import pattern

Replace = Callable[[str], str]
Token: TypeAlias = tuple[str, str]
"""``name``, ``number``, ``mark``, ``text``, ``key``, ``pattern`` or ``template``, and what it says."""

_BLANK = re.compile(r"\s+|//[^\n]*|/\*.*?\*/", re.DOTALL)
_NAME = re.compile(r"#?[A-Za-z_$][A-Za-z0-9_$]*")
_NUMBER = re.compile(r"0x[0-9a-fA-F]+|[0-9]+(?:\.[0-9]+)?(?:e[+-]?[0-9]+)?")
_MARK = re.compile(
    r"\.\.\.|=>|[!=]==|<<|>>>?(?==)|&&|\|\||\?\?|\?\.(?![0-9])|[-+*/&|^?]=|[-+]{2}|[{}()\[\];,<>+\-*/%&|^!~?:=.@]"
)
_TEXT = re.compile(r'"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'', re.DOTALL)
_PATTERN = re.compile(r"/(?![*/])(?:[^\\/\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[a-z]*")
_ESCAPE = re.compile(r"\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|u\{([0-9a-f]+)\}|(.))")
_SHORT = {"n": "\n", "r": "\r", "t": "\t"}
_BEFORE_A_PATTERN = frozenset({"return", "typeof", "case", "in", "of", "=>"})


class NoScript(AssertionError):
    """The text is no module; the message says where it stops being one."""


def tokens(code: str, replace: Replace = str) -> list[Token]:
    """What a module is made of, its texts and patterns replaced."""
    return list(_without_layout(list(_keyed(_read(code), replace))))


def _read(code: str) -> list[Token]:
    found: list[Token] = []
    at = 0
    while at < len(code):
        blank = _BLANK.match(code, at)
        if blank:
            at = blank.end()
            continue
        kind, said = _next(code, at, found[-1] if found else ("mark", ";"))
        found.append((kind, said))
        at += len(said)
    return found


def _next(code: str, at: int, before: Token) -> Token:
    if code[at] == "`":
        return "template", code[at : _end_of_template(code, at)]
    kinds: list[tuple[str, re.Pattern[str]]] = [
        ("text", _TEXT),
        ("name", _NAME),
        ("number", _NUMBER),
        ("mark", _MARK),
    ]
    is_value = before[0] != "mark" or before[1] in (")", "]", "}")
    if not is_value or before[1] in _BEFORE_A_PATTERN:
        kinds.insert(0, ("pattern", _PATTERN))
    for kind, expression in kinds:
        match = expression.match(code, at)
        if match:
            return kind, match[0]
    raise NoScript(f"no token at {at}: {code[at : at + 60]!r}")


def _end_of_template(code: str, at: int) -> int:
    at += 1
    while code[at] != "`":
        if code[at] == "\\":
            at += 2
        elif code.startswith("${", at):
            at = _end_of_part(code, at + 2)
        else:
            at += 1
    return at + 1


def _end_of_part(code: str, at: int) -> int:
    """Behind the bracket that ends a part of a template."""
    before: Token = ("mark", "{")
    depth = 1
    while depth:
        blank = _BLANK.match(code, at)
        if blank:
            at = blank.end()
            continue
        before = _next(code, at, before)
        depth += {"{": 1, "}": -1}.get(before[1], 0) if before[0] == "mark" else 0
        at += len(before[1])
    return at


def value(literal: str) -> str:
    r"""What a literal of a text says.

    >>> value(r"'it\'s \u{1f30d}'")
    "it's \U0001f30d"
    """

    def said(found: re.Match[str]) -> str:
        code = found[1] or found[2] or found[3]
        return chr(int(code, 16)) if code else _SHORT.get(found[4], found[4])

    return _ESCAPE.sub(said, literal[1:-1])


def _keyed(read: list[Token], replace: Replace) -> Iterator[Token]:
    """The tokens with texts replaced; names of members count the same with and without quotes."""
    for number, (kind, said) in enumerate(read):
        before = read[number - 1] if number else ("mark", ";")
        after = read[number + 1] if number + 1 < len(read) else ("mark", ";")
        is_key = before[1] in ("{", ",") and after == ("mark", ":") and kind in ("name", "text")
        if kind == "text" or is_key:
            yield ("key" if is_key else "text"), replace(value(said) if kind == "text" else said)
        elif kind == "pattern" and said.endswith("/u"):
            yield kind, pattern(replace(said[1:-2].replace("\\/", "/")))
        else:
            yield kind, said


def _without_layout(found: list[Token]) -> Iterator[Token]:
    left_out = {number for number in range(len(found)) if _is_layout(found, number)}
    for number, token in enumerate(found):
        if token == ("mark", "(") and number and found[number - 1] == ("name", "return"):
            end = _closing(found, number)
            if found[end + 1] == ("mark", ";"):
                left_out |= {number, end}
    yield from (token for number, token in enumerate(found) if number not in left_out)


def _is_layout(found: list[Token], number: int) -> bool:
    if found[number] == ("mark", ","):
        return found[number + 1] in {("mark", each) for each in ")]}>"}
    return found[number] == ("mark", "|") and found[number - 1] in {("mark", each) for each in "=:<(,"}


def _closing(found: list[Token], number: int) -> int:
    depth = 0
    for at in range(number, len(found)):
        depth += {("mark", "("): 1, ("mark", ")"): -1}.get(found[at], 0)
        if not depth:
            return at
    raise NoScript("a bracket is never closed")
