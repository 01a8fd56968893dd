"""Single entries of columns: which texts are numbers or times, and what a whole column is, entry by entry.

This is the plain way that says what is right. The quick ways give the same or
nothing.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from .layout import Kind

Cell = str | int

INT64: Final = range(-(2**63), 2**63)
UINT64: Final = range(2**64)

_INTEGER: Final = re.compile(r" *[+-]?(?:[0-9]+|0[xX][0-9a-fA-F]+) *\Z")
_NUMBER: Final = re.compile(r" *[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)? *\Z")
_SPECIAL: Final = re.compile(r" *[+-]?(?:nan|inf|infinity) *\Z", re.IGNORECASE | re.ASCII)
_LEADING_ZERO: Final = re.compile(r" *[+-]?0[0-9]")
_LONGEST: Final = 64
"""Characters of an integer beyond which it fits nowhere anyway."""


class Read(NamedTuple):
    """A column, entry by entry: its kind, its values (None: there is none), and the masked texts by row."""

    kind: Kind
    values: list[str] | list[int | None] | list[float | None]
    words: dict[int, str]


def integer(text: str) -> int | None:
    """Return the integer that a text is, decimal or with ``0x``.

    >>> integer("0x00000400"), integer(" 007"), integer("1.0"), integer("MISSING")
    (1024, 7, None, None)
    """
    if not _INTEGER.match(text):
        return None
    digits = text.strip(" ")
    base = 16 if "x" in digits or "X" in digits else 10
    if len(digits) > _LONGEST:
        # Zeros in front don't count, and Python reads no more than some thousands of digits.
        sign = -1 if digits[0] == "-" else 1
        digits = digits.lstrip("+-0").lstrip("xX").lstrip("0") or "0"
        return sign * (int(digits, base) if len(digits) <= _LONGEST else 1 << 256)
    return int(digits, base)


def number(text: str) -> float | None:
    """Return the number that a text is; a finite one that no float can hold is none.

    >>> number("-0.5"), number("inf"), number("1e400"), number("")
    (-0.5, inf, None, None)
    """
    if _NUMBER.match(text):
        value = float(text)
        return None if math.isinf(value) else value
    return float(text) if _SPECIAL.match(text) else None


def leads_with_zero(text: str) -> bool:
    """Say whether a number is written with a zero that numbers don't need: it may be a name.

    >>> leads_with_zero("007"), leads_with_zero("0x07"), leads_with_zero("0.7"), leads_with_zero("0")
    (True, False, False, False)
    """
    return _LEADING_ZERO.match(text) is not None


def fits(values: Iterable[int]) -> bool:
    """Say whether all integers fit one type of 64 bits."""
    found = list(values)
    return all(value in INT64 for value in found) or all(value in UINT64 for value in found)


def read(cells: Sequence[Cell], missing: frozenset[str], declared: Kind | None) -> Read:
    """Return what a column is, entry by entry.

    Parameters
    ----------
    cells : sequence of str or int
        As the parser read them.
    missing : frozenset of str
        Texts that stand for no value.
    declared : {"text", "integer", "number", "time"} or None
        What the entries are said to be; None: their texts tell.
    """
    if declared == "integer":
        return _integers(cells, missing) or _texts(cells, missing, "text")
    if declared == "number":
        return _numbers(cells, missing) or _texts(cells, missing, "text")
    if declared is not None:
        return _texts(cells, missing, declared)
    present = [cell for cell in cells if cell not in missing]
    texts = [cell for cell in present if isinstance(cell, str)]
    if present and not any(map(leads_with_zero, texts)):
        if all(integer(text) is not None for text in texts):
            found = _integers(cells, missing)
            if found:
                return found
        elif all(number(text) is not None for text in texts):
            found = _numbers(cells, missing)
            if found:
                return found
    return _texts(cells, missing, "time" if present and _all_times(present) else "text")


def _all_times(cells: Sequence[Cell]) -> bool:
    from .times import is_time

    return all(isinstance(cell, str) and is_time(cell) for cell in cells)


def _integers(cells: Sequence[Cell], missing: frozenset[str]) -> Read | None:
    values: list[int | None] = []
    words: dict[int, str] = {}
    for row, cell in enumerate(cells):
        value = cell if isinstance(cell, int) else None if cell in missing else integer(cell)
        values.append(value)
        if value is None:
            words[row] = str(cell)
    return Read("integer", values, words) if fits(each for each in values if each is not None) else None


def _numbers(cells: Sequence[Cell], missing: frozenset[str]) -> Read | None:
    values: list[float | None] = []
    words: dict[int, str] = {}
    for row, cell in enumerate(cells):
        if isinstance(cell, int):
            try:
                value: float | None = float(cell)
            except OverflowError:
                return None
        else:
            value = None if cell in missing else number(cell)
        values.append(value)
        if value is None:
            words[row] = str(cell)
    return Read("number", values, words)


def _texts(cells: Sequence[Cell], missing: frozenset[str], kind: Kind) -> Read:
    texts = [str(cell) for cell in cells]
    words = {row: cell for row, cell in enumerate(cells) if isinstance(cell, str) and cell in missing}
    return Read(kind, texts, words)
