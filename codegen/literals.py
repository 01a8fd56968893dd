"""The only module that quotes: values from a spec become Python text here and nowhere else.

Everything printed is plain ASCII-safe in the sense that matters: no control
character, no line break of any kind, no bidirectional mark and no invisible
character reaches generated text as itself.
"""

from __future__ import annotations

import math
import re
import unicodedata
from typing import cast

WIDTH = 100

_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t", "\\": "\\\\"}
_HIDDEN_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_QUOTES = re.compile(r'("{3,}|"+\Z)')
_PARAGRAPHS = re.compile(r"\n[ \t]*\n+")
_BULLET = re.compile(r" *(?:[-*+] |[0-9]+[.)] )")
_CONTINUED = re.compile(r" {2,3}[^ ]")
_VERBATIM = re.compile(r"(?:    |```|[-*+] |[0-9]+[.)] |[|>#])")


def literal(value: object) -> str:
    """Python source text of a value, so that ``ast.literal_eval`` gives it back.

    >>> print(literal('say "hi"\\n'), literal((1,)), literal({"a": [None, True]}))
    'say "hi"\\n' (1,) {"a": [None, True]}
    """
    if value is None or isinstance(value, bool):
        return repr(value)
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, int):
        return int.__repr__(value)
    if isinstance(value, float):
        return _float(value)
    if isinstance(value, tuple):
        items = [literal(item) for item in cast("tuple[object, ...]", value)]
        return f"({items[0]},)" if len(items) == 1 else f"({', '.join(items)})"
    if isinstance(value, list):
        return f"[{', '.join(literal(item) for item in cast('list[object]', value))}]"
    if isinstance(value, dict):
        members = cast("dict[object, object]", value)
        pairs = [f"{literal(key)}: {literal(item)}" for key, item in members.items()]
        return "{" + ", ".join(pairs) + "}"
    raise TypeError(f"no literal for a value of type {type(value).__name__}")


def _float(value: float) -> str:
    if not math.isfinite(value):
        raise ValueError(f"{value} has no literal")
    return repr(value)


def quoted(text: str) -> str:
    """A string literal in double quotes, or in single ones where that saves escapes, as ruff has it."""
    quote = "'" if '"' in text and text.count('"') > text.count("'") else '"'
    if _is_plain(text) and quote not in text:
        return f"{quote}{text}{quote}"
    return quote + "".join(f"\\{each}" if each == quote else _escaped(each) for each in text) + quote


def _is_plain(text: str) -> bool:
    """Whether nothing needs an escape, which is nearly always so and quickly said."""
    return text.isascii() and text.isprintable() and "\\" not in text


def _escaped(character: str) -> str:
    if character in _SHORT:
        return _SHORT[character]
    return _code(character) if is_hidden(character) else character


def is_hidden(character: str) -> bool:
    """Whether a character can't be seen, or changes how others are seen."""
    if " " <= character <= "~":
        return False
    category = unicodedata.category(character)
    return category in _HIDDEN_CATEGORIES or category == "Zs"


def visible(character: str) -> str:
    r"""A character of a message: its code where a terminal would act on it or hide it.

    >>> visible("a"), visible(chr(27))
    ('a', '\\x1b')
    """
    return _code(character) if is_hidden(character) else character


def _code(character: str) -> str:
    number = ord(character)
    if number < 0x100:
        return f"\\x{number:02x}"
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


def raw_pattern(pattern: str) -> str:
    """A literal for a regular expression: raw where that reads better and is exact.

    >>> print(raw_pattern("^[0-9]+(\\\\.[0-9]+)?\\\\Z"), raw_pattern("a\\nb"))
    r"^[0-9]+(\\.[0-9]+)?\\Z" "a\\nb"
    """
    plain = "\\" in pattern and all(" " <= each <= "~" for each in pattern)
    if not plain or pattern.endswith("\\"):
        return quoted(pattern)
    for quote in ('"', "'"):
        if quote not in pattern:
            return f"r{quote}{pattern}{quote}"
    return quoted(pattern)


def docstring(text: str, indent: int = 0) -> str:
    """A triple-quoted docstring, its quotes included, wrapped and indented by ``indent`` blanks.

    The first line is not indented: it stands where the template puts it. Lines that
    look like lists, tables or code keep their breaks.

    >>> print(docstring('One.\\n\\nTwo \\"\\"\\" three.', 4))
    \"""One.
    <BLANKLINE>
        Two \\"\\"\\" three.
        \"""
    """
    margin = " " * indent
    lines = [line for paragraph in paragraphs(text, WIDTH - indent) for line in (*paragraph, "")][:-1]
    safe = [_docstring_line(line) for line in lines] or [""]
    if len(safe) == 1:
        return f'"""{safe[0]}"""'
    body = [safe[0], *(f"{margin}{line}" if line else "" for line in safe[1:])]
    return '"""' + "\n".join(body) + f'\n{margin}"""'


def paragraphs(text: str, width: int = WIDTH) -> list[list[str]]:
    """The paragraphs of a free text, each as wrapped lines.

    >>> paragraphs("a\\nb\\n\\n- c\\n- d")
    [['a b'], ['- c', '- d']]
    """
    found: list[list[str]] = []
    for paragraph in _PARAGRAPHS.split(_lines_only(text)):
        lines = [line.rstrip(" ") for line in paragraph.split("\n") if line.strip(" ")]
        if any(_VERBATIM.match(line) for line in lines):
            found.append([each for line in _items(lines) for each in _wrapped_item(line, width)])
        elif lines:
            found.append(_wrapped(" ".join(line.strip(" ") for line in lines), width))
    return found


def _items(lines: list[str]) -> list[str]:
    """The lines of a list, each item joined with the indented lines that go on with it."""
    joined: list[str] = []
    for line in lines:
        if joined and _CONTINUED.match(line) and _BULLET.match(joined[-1]):
            joined[-1] += f" {line.strip(' ')}"
        else:
            joined.append(line)
    return joined


def _lines_only(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").strip("\n ") if text.strip("\n\r ") else ""


def _wrapped(text: str, width: int, hang: str = "") -> list[str]:
    """Lines of a text, broken at blanks only; ``hang`` stands before all but the first."""
    lines: list[str] = []
    line = ""
    for word in filter(None, text.split(" ")):
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = hang + word
        else:
            line = f"{line} {word}" if line else word
    return [*lines, line]


def _wrapped_item(line: str, width: int) -> list[str]:
    bullet = _BULLET.match(line)
    if bullet is None or len(line) <= width:
        return [line]
    margin = " " * (len(line) - len(line.lstrip(" ")))
    return [
        margin + each
        for each in _wrapped(line, width - len(margin), " " * (len(bullet.group()) - len(margin)))
    ]


def _docstring_line(line: str) -> str:
    """Escapes what is odd, three quotes in a row, and quotes at the end."""
    if _is_plain(line) and '"' not in line:
        return line
    parts: list[str] = []
    for part in _QUOTES.split(line):
        quotes = len(part) if _QUOTES.fullmatch(part) else 0
        parts.append('\\"' * quotes if quotes else "".join(_escaped(each) for each in part))
    return "".join(parts)


def comment(text: str) -> str:
    """One line that is safe behind ``#``: breaks become blanks, odd characters become their codes.

    >>> comment("a\\nimport os\\x0b")
    'a import os\\\\x0b'
    """
    joined = " ".join(text.replace("\r", "\n").split("\n"))
    return "".join(map(visible, joined)).strip(" ")
