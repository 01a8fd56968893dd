"""The subset of regular expressions that every target reads in the same way.

A pattern is parsed here, never handed to ``re`` to see what happens: what lies
outside the subset is refused with the offending part, and so is a pattern whose
matching can take more than linear time.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

MAX_COUNT = 1000
MAX_SIZE = 10_000
"""Characters of a pattern whose counted repeats are written out; engines stop somewhere above."""
ESCAPES = {"n": "\n", "r": "\r", "t": "\t"} | {each: each for each in ".[]()*+?|\\{}^$"}
OTHER = 1 << 128
"""The bit that stands for all characters outside ASCII; bit ``n`` stands for ``chr(n)``."""
EVERYTHING = (OTHER << 1) - 1


class BadPattern(ValueError):
    """A pattern outside the subset; the message names the part and the way out."""


@dataclass(frozen=True, slots=True)
class Chars:
    """One character out of a set, as a bit mask."""

    mask: int


@dataclass(frozen=True, slots=True)
class Sequence:
    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    branches: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Repeat:
    """``least`` to ``most`` times; ``most`` is ``None`` for no end."""

    part: Node
    least: int
    most: int | None


Node: TypeAlias = Chars | Sequence | Choice | Repeat


@dataclass(frozen=True, slots=True)
class Pattern:
    """A parsed pattern: its tree without the anchors, and which anchors it has."""

    text: str
    node: Node
    starts: bool
    ends: bool
    groups: int

    @property
    def python(self) -> str:
        r"""The same pattern for ``re``: the end is the end, not the place before a last line break.

        >>> parse("^[0-9]+$").python
        '^[0-9]+\\Z'
        """
        return self.text[:-1] + r"\Z" if self.ends else self.text

    @property
    def takes_line_break(self) -> bool:
        """Whether a line feed can be part of a match."""
        return any(mask & (1 << 10) for mask in masks(self.node))


@lru_cache(maxsize=512)
def parse(pattern: str) -> Pattern:
    """Read a pattern, or raise ``BadPattern``.

    >>> parse("^[A-Z]+$").ends
    True
    >>> parse(r"^\\d+$")
    Traceback (most recent call last):
    codegen.regex.BadPattern: "\\d" at 2: write the characters out, as in [0-9]
    """
    return _Parser(pattern).pattern()


def masks(node: Node) -> list[int]:
    """The character sets of a tree, left to right."""
    match node:
        case Chars(mask):
            return [mask]
        case Sequence(parts):
            return [mask for part in parts for mask in masks(part)]
        case Choice(branches):
            return [mask for branch in branches for mask in masks(branch)]
        case Repeat(part):
            return masks(part)


def copies(node: Node) -> int:
    """How often the innermost part of counted repeats is written out.

    >>> copies(parse("((a{3}){4}b{20})?").node)
    20
    """
    match node:
        case Chars():
            return 1
        case Sequence(parts):
            return max((copies(part) for part in parts), default=1)
        case Choice(branches):
            return max(copies(branch) for branch in branches)
        case Repeat(part, least, most):
            return max(1, least if most is None else most) * copies(part)


def size(node: Node) -> int:
    """How many characters a tree has when all counted repeats are written out.

    >>> size(parse("^(ab{3}|c){20}d*$").node)
    101
    """
    match node:
        case Chars():
            return 1
        case Sequence(parts) | Choice(parts):
            return sum(map(size, parts))
        case Repeat(part, least, most):
            return max(1, least if most is None else most) * size(part)


def is_deep(node: Node) -> bool:
    """Whether a group is repeated without end in a way that takes Java a call for each time.

    There a long text ends in an overflow of the stack, except where all texts of the group
    are the same number of UTF-16 units, with nothing to choose but characters.

    >>> is_deep(parse("^(?:a[0-9]){2,}[^,]*$").node), is_deep(parse("^(a|b)*$").node)
    (False, True)
    """
    match node:
        case Chars():
            return False
        case Sequence(parts) | Choice(parts):
            return any(map(is_deep, parts))
        case Repeat(part, _, most):
            endless = most is None and not isinstance(part, Chars)
            return is_deep(part) or (endless and not _has_one_length(part))


def _has_one_length(node: Node) -> bool:
    match node:
        case Chars(mask):
            return not mask & OTHER
        case Sequence(parts):
            return all(map(_has_one_length, parts))
        case Choice():
            return False
        case Repeat(part, least, most):
            return least == most and _has_one_length(part)


class _Parser:
    """Recursive descent over the text; ``_at`` is where we are."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._groups = 0
        self._depth = 0

    def pattern(self) -> Pattern:
        for at, each in enumerate(self._text):
            if not " " <= each <= "~":
                raise BadPattern(
                    f"U+{ord(each):04X} at {at + 1}: only printable ASCII; write \\n, \\r, \\t for those"
                )
        starts = self._take("^")
        node = self._choice()
        ends = self._take("$")
        if self._at < len(self._text):
            self._refuse(self._text[self._at], "this ) closes nothing; write \\) for a bracket in the text")
        if isinstance(node, Choice) and (starts or ends):
            raise BadPattern(
                "^ and $ belong to one branch only here: put the alternatives into a group, ^(?:a|b)$"
            )
        return Pattern(self._text, node, starts, ends, self._groups)

    def _refuse(self, part: str, advice: str) -> None:
        raise BadPattern(f'"{part}" at {self._at + 1}: {advice}')

    def _peek(self) -> str:
        return self._text[self._at : self._at + 1]

    def _take(self, text: str) -> bool:
        if self._text.startswith(text, self._at):
            self._at += len(text)
            return True
        return False

    def _choice(self) -> Node:
        branches = [self._sequence()]
        while self._take("|"):
            branches.append(self._sequence())
        return branches[0] if len(branches) == 1 else Choice(tuple(branches))

    def _sequence(self) -> Node:
        parts: list[Node] = []
        while (each := self._peek()) and each not in "|)":
            if each == "$" and self._at == len(self._text) - 1 and not self._depth:
                break
            parts.append(self._repeated())
        return parts[0] if len(parts) == 1 else Sequence(tuple(parts))

    def _repeated(self) -> Node:
        part = self._atom()
        count = self._count()
        if count is None:
            return part
        if self._peek() in ("?", "+", "*", "{"):
            self._refuse(
                self._peek(), "a repeat of a repeat (lazy and possessive forms too) is not in the subset"
            )
        found = Repeat(part, *count)
        if copies(found) > MAX_COUNT:
            self._refuse("{", f"the counts of nested repeats multiply to more than {MAX_COUNT}")
        return found

    def _count(self) -> tuple[int, int | None] | None:
        for sign, count in (("?", (0, 1)), ("*", (0, None)), ("+", (1, None))):
            if self._take(sign):
                return count
        if self._peek() != "{":
            return None
        end = self._text.find("}", self._at)
        inside = self._text[self._at + 1 : end] if end > 0 else ""
        least, comma, most = inside.partition(",")
        if not least.isdigit() or (most and not most.isdigit()):
            self._refuse(
                "{" + inside[:20], "a repeat is {m}, {m,} or {m,n}; write \\{ for a brace in the text"
            )
        if max(len(least), len(most)) > 4:
            self._refuse(f"{{{inside[:20]}}}", f"counts go up, to {MAX_COUNT} at most")
        low, high = int(least), int(most) if most else None if comma else int(least)
        if max(low, high or 0) > MAX_COUNT or (high is not None and high < low):
            self._refuse(f"{{{inside}}}", f"counts go up, to {MAX_COUNT} at most")
        self._at = end + 1
        return low, high

    def _atom(self) -> Node:
        each = self._peek()
        if each == "(":
            return self._group()
        if each == "[":
            return self._class()
        if each == "\\":
            return Chars(1 << ord(self._escape()))
        advice = {
            ".": "means different things in different languages; write [^\\n\\r]",
            "^": "may only stand first in the pattern",
            "$": "may only stand last in the pattern",
            "*": "repeats nothing; write \\* for the sign",
            "+": "repeats nothing; write \\+ for the sign",
            "?": "repeats nothing; write \\? for the sign",
            "{": "repeats nothing; write \\{ for the sign",
            "}": "write \\} for the sign",
            "]": "write \\] for the sign",
        }.get(each)
        if advice:
            self._refuse(each, advice)
        self._at += 1
        return Chars(1 << ord(each))

    def _escape(self) -> str:
        sign = self._text[self._at + 1 : self._at + 2]
        if sign not in ESCAPES or not sign:
            advice = {
                "d": "write the characters out, as in [0-9]",
                "w": "write the characters out, as in [A-Za-z0-9_]",
                "s": "write the characters out, as in [ \\t]",
                "-": "a hyphen needs no escape; in a class it stands last",
            }.get(
                sign, "this escape is not in the subset; leave the backslash out or write the characters out"
            )
            self._refuse(f"\\{sign}", advice)
        self._at += 2
        return ESCAPES[sign]

    def _group(self) -> Node:
        self._at += 1
        if self._peek() == "?" and not self._take("?:"):
            self._refuse(
                f"({self._text[self._at : self._at + 2]}", "only ( ) and (?: ) groups are in the subset"
            )
        if self._text[self._at - 2 : self._at] != "?:":
            self._groups += 1
        self._depth += 1
        if self._depth > 20:
            self._refuse("(", "groups are nested more than 20 deep")
        node = self._choice()
        self._depth -= 1
        if not self._take(")"):
            self._refuse(self._peek() or "the end", "a group is not closed")
        return Sequence((node,))

    def _class(self) -> Node:
        start = self._at
        self._at += 1
        negated = self._take("^")
        mask = 0
        while not self._take("]"):
            mask |= self._class_item(start)
        if not mask:
            self._refuse("[]", "an empty class matches nothing")
        return Chars(EVERYTHING & ~mask if negated else mask)

    def _class_item(self, start: int) -> int:
        if self._at >= len(self._text):
            self._at = start
            self._refuse("[", "the class is not closed")
        for pair in ("&&", "--", "~~", "||"):
            if self._text.startswith(pair, self._at):
                self._refuse(pair, "doubled signs mean set operations in some languages")
        low = self._class_character()
        if self._peek() != "-" or self._text[self._at + 1 : self._at + 2] == "]":
            return 1 << ord(low)
        self._at += 1
        high = self._class_character()
        if high < low:
            self._refuse(f"{low}-{high}", "a range goes up")
        return sum(1 << code for code in range(ord(low), ord(high) + 1))

    def _class_character(self) -> str:
        each = self._peek()
        if each == "\\":
            return self._escape()
        if each == "[":
            self._refuse("[", "write \\[ inside a class")
        if each == "-" and self._text[self._at + 1 : self._at + 2] != "]":
            self._refuse("-", "a hyphen stands last in its class")
        self._at += 1
        return each
