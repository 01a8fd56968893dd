"""POSIX extended regular expressions, translated to Python's.

The two notations differ where it matters to a strict server: ``*`` may not come
first, ``a+?`` is an optional ``a+`` and not a lazy one, a backslash inside ``[]``
is an ordinary character, and ``(?`` starts nothing special.
"""

from __future__ import annotations

import re

_CLASSES = {
    "alpha": "a-zA-Z",
    "digit": "0-9",
    "alnum": "a-zA-Z0-9",
    "upper": "A-Z",
    "lower": "a-z",
    "space": " \\t\\n\\r\\f\\v",
    "blank": " \\t",
    "punct": "!-/:-@\\[-`{-~",
    "print": " -~",
    "graph": "!-~",
    "cntrl": "\\x00-\\x1f\\x7f",
    "xdigit": "0-9A-Fa-f",
}
_REPEATS = "*+?{"
_MOST_REPEATS = 32767
_INTERVAL = re.compile(r"\{([0-9]*)(,?)([0-9]*)\}")
_SPECIAL = {"<": r"\b(?=\w)", ">": r"\b(?<=\w)", "`": r"\A", "'": r"\Z"}
_SPECIAL.update((char, "\\" + char) for char in "wWsSbB")
_ANCHORS = frozenset({"^", "$"} | {_SPECIAL[char] for char in "<>`'bB"})
"""What stands between characters; it cannot be repeated."""


class BadPattern(ValueError):
    """The text is no extended regular expression."""


def compiled(pattern: str) -> re.Pattern[str]:
    """A case-insensitive, unanchored search pattern; :class:`BadPattern` if there is none."""
    reader = _Reader(pattern)
    translated = reader.alternatives()
    if not reader.done:
        raise BadPattern(pattern)
    try:
        return re.compile(translated, re.IGNORECASE | re.ASCII)
    except (re.error, OverflowError, RecursionError) as problem:
        raise BadPattern(pattern) from problem


class _Reader:
    """A recursive reader: alternatives of sequences of atoms with repeats."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        self._at = 0
        self._depth = 0

    @property
    def done(self) -> bool:
        return self._at >= len(self._pattern)

    def _peek(self) -> str:
        return self._pattern[self._at] if not self.done else ""

    def _take(self) -> str:
        taken = self._peek()
        if not taken:
            raise BadPattern(self._pattern)
        self._at += 1
        return taken

    def _repeats(self) -> bool:
        return self._peek() != "" and self._peek() in _REPEATS

    def alternatives(self) -> str:
        branches = [self._sequence()]
        while self._peek() == "|":
            self._take()
            branches.append(self._sequence())
        return "|".join(branches)

    def _sequence(self) -> str:
        out = ""
        while not self.done and self._peek() != "|" and not (self._peek() == ")" and self._depth):
            if self._repeats():
                raise BadPattern(self._pattern)
            atom = self._atom()
            if atom in _ANCHORS and self._repeats():
                raise BadPattern(self._pattern)
            out += self._repeated(atom)
        return out

    def _repeated(self, atom: str) -> str:
        while not self.done:
            repeat = self._repeat()
            if not repeat:
                break
            atom = f"(?:{atom}){repeat}"
        return atom

    def _repeat(self) -> str:
        if self._peek() in "*+?":
            return self._take()
        if self._peek() != "{":
            return ""
        found = _INTERVAL.match(self._pattern, self._at)
        numbers = [int(number) for number in found.group(1, 3) if number] if found else []
        if found is None or not numbers or max(numbers) > _MOST_REPEATS:
            raise BadPattern(self._pattern)
        self._at = found.end()
        return "{" + (found.group(1) or "0") + found.group(2) + found.group(3) + "}"

    def _atom(self) -> str:
        char = self._take()
        if char == "(":
            self._depth += 1
            inner = self.alternatives()
            if self._take() != ")":
                raise BadPattern(self._pattern)
            self._depth -= 1
            return f"({inner})"
        if char == "[":
            return self._bracket()
        if char == "\\":
            return self._escape()
        if char in ".^$":
            return char
        return re.escape(char)

    def _escape(self) -> str:
        char = self._take()
        if char in "123456789":
            return "\\" + char + "(?:)"
        return _SPECIAL.get(char) or re.escape(char)

    def _bracket(self) -> str:
        out = "["
        if self._peek() == "^":
            out += self._take()
        first = True
        while first or self._peek() != "]":
            out += self._bracket_item()
            first = False
        self._take()
        return out + "]"

    def _bracket_item(self) -> str:
        char = self._take()
        if char == "[" and self._peek() in (":", ".", "="):
            kind = self._take()
            end = self._pattern.find(kind + "]", self._at)
            if end < 0:
                raise BadPattern(self._pattern)
            name, self._at = self._pattern[self._at : end], end + 2
            if kind != ":":
                return re.escape(name)
            if name not in _CLASSES:
                raise BadPattern(self._pattern)
            return _CLASSES[name]
        return char if char == "-" else re.escape(char)
