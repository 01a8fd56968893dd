"""The only module of this target that quotes: texts of a description become TypeScript here and nowhere else.

No control character, line break, bidirectional mark or invisible character reaches
generated text as itself.
"""

from __future__ import annotations

import json
import re

from codegen.literals import is_hidden, paragraphs, visible

WIDTH = 100
"""Columns of generated text, as its formatter is told."""

_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t", "\\": "\\\\"}
_WORD = re.compile(r"[A-Za-z_$][A-Za-z0-9_$]*\Z")
_TAG = re.compile(r"(?<![^\s(\"'])@")


def string(text: str) -> str:
    r"""A literal in double quotes, or in single ones where that saves escapes, as the formatter has it.

    >>> print(string('say "hi"\n'), string("it's"))
    'say "hi"\n' "it's"
    """
    quote = "'" if text.count('"') > text.count("'") else '"'
    if text.isascii() and text.isprintable() and "\\" not in text and quote not in text:
        return f"{quote}{text}{quote}"
    return quote + "".join(f"\\{each}" if each == quote else _escaped(each) for each in text) + quote


def _escaped(character: str) -> str:
    if character in _SHORT:
        return _SHORT[character]
    return _code(character) if is_hidden(character) else character


def _code(character: str) -> str:
    number = ord(character)
    if number < 0x100:
        return f"\\x{number:02x}"
    return f"\\u{number:04x}" if number < 0x10000 else f"\\u{{{number:x}}}"


def scalar(value: str | int | float | bool | None) -> str:
    """A literal of a scalar.

    >>> print(scalar("a"), scalar(-1), scalar(None), scalar(True))
    "a" -1 null true
    """
    return string(value) if isinstance(value, str) else json.dumps(value)


def key(name: str) -> str:
    """The name of a member: as it is where that is an identifier.

    >>> print(key("T_REC"), key("DATE-OBS"))
    T_REC "DATE-OBS"
    """
    return name if _WORD.match(name) else string(name)


def access(owner: str, name: str) -> str:
    """The expression for a member.

    >>> print(access("value", "T_REC"), access("value", "DATE-OBS"))
    value.T_REC value["DATE-OBS"]
    """
    return f"{owner}.{name}" if _WORD.match(name) else f"{owner}[{string(name)}]"


def pattern(text: str) -> str:
    r"""A literal of a regular expression of the dialect, which means the same with the flag ``u``.

    What needs no escape inside a class loses it there, and a slash gains one.

    >>> print(pattern("^[a-z\\.]+/$"), pattern("^[^\n]*$"))
    /^[a-z.]+\/$/u /^[^\n]*$/u
    """
    out: list[str] = []
    in_class = False
    characters = iter(text)
    for each in characters:
        if each == "\\":
            after = next(characters)
            needs = after in "\\]^nrt" or not in_class
            out.append(f"\\{after}" if needs else after)
        elif each == "/" and not in_class:
            out.append("\\/")
        else:
            in_class = each == "[" or (in_class and each != "]")
            out.append(_escaped(each) if is_hidden(each) else each)
    return f"/{''.join(out)}/u"


def line(text: str) -> str:
    r"""A text on one line of a comment: it can't end the comment, nor begin a tag.

    >>> print(line("a */ b\x0b"), line("@param x"))
    a *\/ b\x0b \@param x
    """
    if not (text.isascii() and text.isprintable()):
        text = "".join(map(visible, text))
    if "*/" in text:
        text = text.replace("*/", "*\\/")
    return _TAG.sub(r"\\@", text) if "@" in text else text


def prose(text: str, width: int) -> list[list[str]]:
    """The paragraphs of a free text, each as wrapped lines for a comment."""
    return [[line(each) for each in lines] for lines in paragraphs(text, width)]


def comment(blocks: list[list[str]], indent: int = 0) -> str:
    """A documenting comment of lines that are safe already, with a line between its blocks; it ends a line.

    >>> print(comment([["One."]], 2) + comment([["One."], ["Two", "lines."]]), end="")
      /** One. */
    /**
     * One.
     *
     * Two
     * lines.
     */
    """
    margin = " " * indent
    lines = [line for block in blocks if block for line in (*block, "")][:-1]
    if not lines:
        return ""
    if len(lines) == 1 and indent + len(lines[0]) + 7 <= WIDTH:
        return f"{margin}/** {lines[0]} */\n"
    body = "".join(f"{margin} * {line}".rstrip(" ") + "\n" for line in lines)
    return f"{margin}/**\n{body}{margin} */\n"
