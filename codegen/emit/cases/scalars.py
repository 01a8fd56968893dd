"""Texts and numbers that a shape takes, and those that it does not take."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Final

from codegen import ir, regex
from codegen.emit.cases.dice import Dice

quoted = json.JSONEncoder().encode
"""A scalar as JSON in ASCII, so that an offset counts bytes, code units and characters alike."""
quoted_text = json.encoder.encode_basestring_ascii
"""The same of a text, which is quicker."""

WORDS: Final = (
    "", "a", "NA", "null", "0", "-1", "1.5", "x y", "hmi.m_720s[$]", "/SUM1/D2/S0", 'say "x"', "back\\slash",
    "a/b", "tab\there", "two\nlines", "caf\u00e9", "\u03b1\u03b2", "\u65e5\u672c", "\U0001f30d", "\u2028",
    "\x7f", "%2C", "<&>", "it's", "MISSING", "2024.01.01_TAI",
)  # fmt: skip
"""Texts that somebody's decoder stumbled over once."""
INTEGERS: Final = (0, 1, -1, 2, 7, 42, 255, -128, 65536, 2147483647, -2147483648, 9007199254740991)
NUMBERS: Final = ("0.5", "-1.25", "3", "0", "6173.3433", "1e-3", "2.5E+2", "-0.001", "1e300", "123456789.125")
SIGNS: Final = "abcxyzABC0189_.-:/ "
TEXTS: Final = 400
"""Texts without a meaning that are made."""
POOL: Final = 32
"""Texts that are made for a pattern."""
MOST: Final = 3
"""Repeats of a pattern's part where there is no end."""


@cache
def _texts() -> tuple[str, ...]:
    """Any texts: those above, some with one sign more, and short ones of signs."""
    dice = Dice("texts")
    longer = [each + dice.pick(SIGNS) for each in WORDS for _ in range(4)]
    signs = ["".join([dice.pick(SIGNS) for _ in range(1 + dice.below(6))]) for _ in range(TEXTS)]
    return tuple(dict.fromkeys((*WORDS * 2, *longer, *signs)))


def word(dice: Dice) -> str:
    """Any text; one of some hundreds."""
    return dice.pick(_texts())


def text(shape: ir.Text, dice: Dice) -> str:
    """A text that the shape takes."""
    if shape.pattern is not None:
        return _of_pattern(shape, dice)
    if shape.known and dice.chance(0.3):
        return dice.pick(shape.known)
    found = word(dice)
    least, most = shape.min_length or 0, shape.max_length
    if len(found) < least:
        found += "x" * (least - len(found))
    return found if most is None else found[:most]


def _of_pattern(shape: ir.Text, dice: Dice) -> str:
    """One of the texts that a pattern takes; whatever the pattern is, one draw."""
    found = dice.pick(_pool(shape.pattern or ""))
    if fits(shape, found):
        return found
    whole = (*_pool(shape.pattern or ""), *shape.known)
    return next((each for each in whole if fits(shape, each)), found)


@cache
def _pool(pattern: str) -> tuple[str, ...]:
    """Texts that a pattern takes, short ones first."""
    node, dice = regex.parse(pattern).node, Dice(pattern)
    found = dict.fromkeys(_spelled(node, dice, more) for more in (0, 1, 2, MOST) for _ in range(POOL // 4))
    taken = compiled(pattern).search
    return tuple(each for each in found if taken(each)) or ("",)


def _spelled(node: regex.Node, dice: Dice, more: int) -> str:
    match node:
        case regex.Chars(mask):
            return dice.pick(letters(mask))
        case regex.Sequence(parts):
            return "".join([_spelled(part, dice, more) for part in parts])
        case regex.Choice(branches):
            return _spelled(dice.pick(branches), dice, more)
        case regex.Repeat(part, least, most):
            last = least + more if most is None else min(most, least + more)
            count = least + dice.below(last - least + 1)
            return "".join([_spelled(part, dice, more) for _ in range(count)])


@cache
def letters(mask: int) -> str:
    """Characters of a class, the printable ones if there are such."""
    found = [chr(code) for code in range(128) if mask >> code & 1]
    shown = [each for each in found if " " <= each <= "~"]
    return "".join(shown or found) or "\u00e9"


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern of the dialect for ``re``."""
    return re.compile(regex.parse(pattern).python)


@cache
def refuses_line_break(pattern: str) -> bool:
    """Whether a line break at the end of a text is never taken."""
    read = regex.parse(pattern)
    return read.ends and not read.takes_line_break


def fits(shape: ir.Text, found: str) -> bool:
    """Whether a text has the pattern and the length."""
    if shape.pattern is not None and compiled(shape.pattern).search(found) is None:
        return False
    if shape.min_length is not None and len(found) < shape.min_length:
        return False
    return shape.max_length is None or len(found) <= shape.max_length


def integer(shape: ir.Integer, dice: Dice) -> int:
    """A whole number within the bounds."""
    if shape.known and dice.chance(0.3):
        return dice.pick(shape.known)
    found = dice.pick(INTEGERS) if dice.chance(0.3) else dice.below(100_000) - 50_000
    return bounded(found, shape.minimum, shape.maximum, dice)


def bounded(found: int, least: int | None, most: int | None, dice: Dice) -> int:
    """A whole number, moved between the bounds."""
    if least is not None and found < least:
        found = least + dice.below(100)
    if most is not None and found > most:
        found = most - dice.below(100)
        return max(found, least) if least is not None else found
    return found


def number(shape: ir.Number, dice: Dice) -> str:
    """A number within the bounds, as JSON."""
    if shape.minimum is not None or shape.maximum is not None or dice.chance(0.3):
        return str(bounded(dice.below(20_000) - 10_000, shape.minimum, shape.maximum, dice))
    return dice.pick(NUMBERS) if dice.chance(0.5) else f"{dice.below(90_000) - 45_000}.{1 + dice.below(9)}"


def halves(dice: Dice) -> str:
    """An id of two parts."""
    signs = [dice.pick("ABCDEFGHJKLMNPQRSTUVWXYZ0123456789") for _ in range(9)]
    return f"{''.join(signs)}:{''.join(signs)}"
