"""What a column of an answer stands for, worked out slowly, cell by cell, in plain Python.

Nothing of the package is used here. The rules are the written ones: which texts
are integers, numbers and times, what a column is when nobody says so, and which
rows hold no value.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

INTEGER: Final = re.compile(r"[+-]?(0[xX][0-9a-fA-F]+|[0-9]+)")
NUMBER: Final = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?")
NOT_FINITE: Final = re.compile(r"[+-]?(nan|inf|infinity)", re.IGNORECASE | re.ASCII)
LEADING_ZERO: Final = re.compile(r"[+-]?0[0-9]")
DATE_TIME: Final = re.compile(
    r"(?:(-?[0-9]{4})\.([0-9]{2})\.([0-9]{2})_|(-?[0-9]{4})-([0-9]{2})-([0-9]{2})T)"
    r"([0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?)"
    r"(?:(Z)|_([A-Z]+))"
)

INT64: Final = range(-(2**63), 2**63)
UINT64: Final = range(2**64)
MANY_DIGITS: Final = 40
"""More than this is far beyond 64 bits, and Python reads no more than some thousands."""

SCALES: Final = {"TAI": "tai", "UTC": "utc", "UT": "utc", "Z": "utc", "TT": "tt", "TDT": "tt"}
NO_YEAR: Final = "-4712"


@dataclass(frozen=True)
class Expected:
    """A column as it must come out.

    ``cells`` are ints, floats or texts, and None in rows without a value;
    ``dtype`` is ``int64``, ``uint64``, ``float64`` or ``text``; ``words`` are the
    texts of rows without a value, ``strangers`` those that no list foresees.
    """

    kind: str
    dtype: str
    cells: list[Any]
    words: dict[int, str] = field(default_factory=dict[int, str])
    strangers: list[str] = field(default_factory=list[str])

    @property
    def mask(self) -> list[bool]:
        return [cell is None for cell in self.cells]


def expected(values: Sequence[str | int], missing: Collection[str], declared: str | None = None) -> Expected:
    """What a column of these JSON values is; ``declared``: what the series says that it is."""
    present = [value for value in values if value not in missing]
    kind = declared or inferred(present)
    if kind == "integer":
        found = _integers(values, missing)
        if found is not None:
            return found
        kind = "text"
    if kind == "number":
        return _numbers(values, missing)
    return _texts(values, missing, kind)


def inferred(present: Sequence[str | int]) -> str:
    """What a column is when nobody says so; ``present``: its cells that hold a value."""
    if not present:
        return "text"
    if not any(isinstance(value, str) and LEADING_ZERO.match(value.strip(" ")) for value in present):
        wholes = [whole(value) for value in present]
        if None not in wholes:
            # As floats they would lose digits.
            return "integer" if integer_dtype([each for each in wholes if each is not None]) else "text"
        if all(number(value) is not None for value in present):
            return "number"
    if all(isinstance(value, str) and DATE_TIME.fullmatch(value) for value in present):
        return "time"
    return "text"


def whole(value: str | int) -> int | None:
    """The integer that a cell is, or None. Beyond 64 bits only the sign is right."""
    if isinstance(value, int):
        return value
    text = value.strip(" ")
    if not INTEGER.fullmatch(text):
        return None
    sign = -1 if text.startswith("-") else 1
    digits = text.lstrip("+-")
    if digits[:2] in ("0x", "0X"):
        return sign * int(digits, 16)
    digits = digits.lstrip("0") or "0"
    return sign * (10**MANY_DIGITS if len(digits) > MANY_DIGITS else int(digits))


def number(value: str | int) -> float | None:
    """The number that a cell is, or None."""
    if isinstance(value, int):
        try:
            return float(value)
        except OverflowError:
            return None
    text = value.strip(" ")
    if NOT_FINITE.fullmatch(text):
        return float(text)
    if not NUMBER.fullmatch(text):
        return None
    found = float(text)
    return None if math.isinf(found) else found


def integer_dtype(wholes: Sequence[int]) -> str | None:
    """The numpy type that holds all of them, or None."""
    if all(each in INT64 for each in wholes):
        return "int64"
    return "uint64" if all(each in UINT64 for each in wholes) else None


def _integers(values: Sequence[str | int], missing: Collection[str]) -> Expected | None:
    cells = [None if value in missing else whole(value) for value in values]
    dtype = integer_dtype([cell for cell in cells if cell is not None])
    return None if dtype is None else _with_words("integer", dtype, cells, values, missing)


def _numbers(values: Sequence[str | int], missing: Collection[str]) -> Expected:
    cells = [None if value in missing else number(value) for value in values]
    return _with_words("number", "float64", cells, values, missing)


def _texts(values: Sequence[str | int], missing: Collection[str], kind: str) -> Expected:
    cells = [None if value in missing else str(value) for value in values]
    return _with_words(kind, "text", cells, values, missing)


def _with_words(
    kind: str, dtype: str, cells: list[Any], values: Sequence[str | int], missing: Collection[str]
) -> Expected:
    words = {row: str(values[row]) for row, cell in enumerate(cells) if cell is None}
    strangers = [word for word in words.values() if word not in missing]
    return Expected(kind, dtype, cells, words, strangers)


# Times.


@dataclass(frozen=True)
class Instants:
    """The times of a column as astropy spells them, None for rows without one, and their scale."""

    scale: str
    times: list[str | None]


def instants(cells: Sequence[str | None]) -> Instants | None:
    """The times of a time column; None where a text is no time, zones differ, or a zone is unknown."""
    zones: set[str] = set()
    times: list[str | None] = []
    for cell in cells:
        if cell is None or cell.startswith(NO_YEAR):
            times.append(None)
            continue
        match = DATE_TIME.fullmatch(cell)
        if match is None:
            return None
        year, month, day = match.group(1, 2, 3) if match[1] else match.group(4, 5, 6)
        times.append(f"{year}-{month}-{day}T{match[7]}")
        zones.add(match[8] or match[9])
    if not zones:
        return Instants("utc", times)
    zone = zones.pop()
    return None if zones or zone not in SCALES else Instants(SCALES[zone], times)
