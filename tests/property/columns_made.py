"""Strategies: columns of many kinds and sizes, and the JSON texts that they are written as.

A column is a small pattern of cells, repeated to its size, with a few odd cells
put in anywhere: what is true of the first hundred rows may be wrong of the last.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

Cell = str | int

KEYWORD_WORDS = ("MISSING", "Invalid KeyLink")
"""What stands in keyword columns for no value."""

SIZES = (0, 1, 2, 3, 5, 17, 64, 300, 1100, 4095, 4096, 4097)
"""Numbers of rows, on both sides of where quick ways begin."""


@dataclass(frozen=True)
class Column:
    """The values of a column, and one text of them."""

    values: list[Cell]
    text: bytes


# Cells.


def printed(formats: Sequence[str], numbers: st.SearchStrategy[Any]) -> st.SearchStrategy[str]:
    """Numbers in one of some print formats."""
    return st.tuples(st.sampled_from(formats), numbers).map(lambda both: both[0] % both[1])


INT32 = st.integers(-(2**31), 2**31 - 1)
INT64 = st.integers(-(2**63), 2**63 - 1)
UINT64 = st.integers(0, 2**64 - 1)
SMALL = st.integers(0, 99)
FLOATS = st.one_of(
    st.floats(-1e6, 1e6), st.floats(allow_nan=False, allow_infinity=False), st.sampled_from([0.0, -0.0, 1.0])
)

DIGITS = "0123456789"
FLOAT_FORMATS = (
    "%f",
    "%.3f",
    "%.0f",
    "%e",
    "%.15e",
    "%g",
    "%.17g",
    "%G",
    "%10.4f",
    "%-12.5e",
    "%+.2f",
    "% .3f",
)
SPECIALS = ("nan", "-nan", "inf", "-inf", "NaN", "-NAN", "INF", "-INF", "+inf", "Infinity", "-infinity")
NEAR_NUMBERS = (
    *(
        "",
        " ",
        "  ",
        "+",
        "-",
        ".",
        "e5",
        "-.",
        "+-1",
        "--1",
        "- 5",
        "1 2",
        "1,5",
        "1.5f",
        "1.5.2",
        "1e",
        "1e+",
    ),
    *("0x", "0xg", "x10", "0x1p3", "0x 1", "-0x", "0x1.8", "1_000", "0x_1", "１", "٣", "1\t", "\t1", "1\n"),
    *(
        "\u00a01",
        "1\u2009",
        "nan(1)",
        "nan0",
        "infinit",
        "true",
        "True",
        "null",
        "None",
        "NA",
        "N/A",
        "1e999",
    ),
    *("-1e999", "1e99999999999", "9" * 400, "1d5", "1.0L", "0b11", "0o17", "½", "²"),
)
ODD_NUMBERS = (
    *(
        "5.",
        ".5",
        "-.5",
        "+.5e3",
        "-.5E-3",
        "-0",
        "-0.0",
        "+0",
        "-0e0",
        "0e0",
        "1E5",
        "1e+05",
        "1e-400",
        "4.9e-324",
    ),
    *(
        "1.7976931348623157e308",
        "2.2250738585072011e-308",
        "0.1",
        "123456789.123456789",
        " 1.5",
        "1.5 ",
        "  -7  ",
    ),
    *("1e0000000000000000000000005", "0.000000000000000000000000000000000000000000000001e48", "5e-1"),
    *("8.98846567431158e307", "9007199254740993.0", "9007199254740992.5", "0." + "3" * 200, "1" * 60 + ".5"),
)
LEADING_ZEROS = ("007", "00", "-01", "+08", "00.5", "01e3", " 012", "0000", "0" * 30 + "1", "0" * 5000 + "7")
LARGE_INTEGERS = (
    *(str(2**63 - 1), str(2**63), str(-(2**63)), str(-(2**63) - 1), str(2**64 - 1), str(2**64)),
    *("9007199254740993", "-9007199254740993", "+9223372036854775807", str(10**30), "9" * 19, "9" * 20),
    *(
        "0x7fffffffffffffff",
        "0x8000000000000000",
        "0xffffffffffffffff",
        "0xFFFFFFFFFFFFFFFF",
        "-0x8000000000000000",
    ),
    *("-0x8000000000000001", "0x10000000000000000", "0x" + "0" * 40 + "1f", "0X00ff", "+0x1F", " 0x1f "),
)
WORDS = (
    *KEYWORD_WORDS,
    *(
        " MISSING",
        "missing",
        "MISSING ",
        "MISSINGS",
        "Invalid",
        "NoDataDirectory",
        "InvalidSegName",
        "BadSegLink",
    ),
    *("Invalid_Link", "Unset"),
)
TEXTS = (
    *(
        "",
        "a",
        "abc",
        '"',
        '""',
        "\\",
        "\\\\",
        '\\"',
        "/",
        "\\/",
        "a/b\\c",
        "/SUM0/D700100/S00001/x.fits",
        ",",
        '","',
    ),
    *(
        '[",",1,""]',
        '"MISSING"',
        "[",
        "]",
        "[]",
        "null",
        "é",
        "naïve",
        "中文",
        "😀",
        "a\u2028b",
        "\x7f",
        "\x01",
    ),
    *(
        "a\x00b",
        "tab\there",
        "line\nbreak",
        "x\r",
        "<b>&amp;</b>",
        "%d %s",
        "  pad   ",
        "\\u0041",
        "0\\",
        "é" * 9,
    ),
)
TIMES = (
    *(
        "2010.05.01_00:00:00_TAI",
        "2010.05.01_00:00:00.123_UTC",
        "1977.01.01_00:00:00_TAI",
        "2016.12.31_23:59:60_UTC",
    ),
    *(
        "2012-01-05T02:14:53Z",
        "2012-01-05T02:14:53.25Z",
        "2011.10.01_12:30:59.999_TT",
        "-4712.01.01_11:59:28_TAI",
    ),
    *("2010.05.01_00:00:00_XYZ", "2010-05-01T00:00:00_TAI", "2010.05.01_00:00:00.123456789012_TAI"),
)
NEAR_TIMES = (
    *(
        "2010.05.01",
        "2010.05.01_00:00_TAI",
        "2010.05.01_00:00:00",
        "2010-05-01T00:00:00",
        "2010-05-01 00:00:00Z",
    ),
    *(
        " 2010.05.01_00:00:00_TAI",
        "2010.05.01_00:00:00_TAI ",
        "2010.05.01_00:00:00._TAI",
        "2010.05.01_00:00:00_",
    ),
    *(
        "2010.05.01_00:00:00_TAI\n",
        "10.05.01_00:00:00_TAI",
        "2010.5.1_00:00:00_TAI",
        "２０10.05.01_00:00:00_TAI",
    ),
)

FAMILIES: dict[str, st.SearchStrategy[Cell]] = {
    "decimals": printed(["%d"], st.one_of(SMALL, INT32, INT64)),
    "decimals of one width": st.text(DIGITS, min_size=3, max_size=3).map(lambda text: "1" + text),
    "padded decimals": printed(["%6d", "%-6d", "%+d", "%04d"], st.integers(-99, 9999)),
    "unsigned": printed(["%d"], UINT64),
    "hex of 8": printed(["0x%08x"], st.integers(0, 2**32 - 1)),
    "hex of 16": printed(["0x%016x"], st.one_of(UINT64, st.integers(0, 2**63 - 1))),
    "hex of any": printed(["0x%x", "0X%X", "0x%X", "-0x%x", "%#10x"], st.one_of(SMALL, UINT64)),
    "fractions": printed(["%f"], st.floats(-9999, 9999)),
    "floats": printed(FLOAT_FORMATS, FLOATS),
    "floats of one width": printed(["%9.4f"], st.floats(-999, 9999)),
    "odd numbers": st.sampled_from(ODD_NUMBERS),
    "near numbers": st.sampled_from(NEAR_NUMBERS),
    "specials": st.sampled_from(SPECIALS),
    "leading zeros": st.sampled_from(LEADING_ZEROS),
    "large integers": st.sampled_from(LARGE_INTEGERS),
    "JSON integers": st.one_of(
        SMALL, INT64, UINT64, st.sampled_from([-1, 2**53 + 1, 2**64, -(2**63) - 1, 10**40])
    ),
    "words": st.sampled_from(WORDS),
    "texts": st.sampled_from(TEXTS),
    "any text": st.text(st.characters(exclude_categories=["Cs"]), max_size=5),
    "times": st.sampled_from(TIMES),
    "times of one zone": st.builds(
        "{:04d}.03.{:02d}_{:02d}:00:00_TAI".format,
        *[st.integers(1970, 2026), st.integers(1, 28), st.integers(0, 23)],
    ),
    "near times": st.sampled_from(NEAR_TIMES),
}
ODD_CELLS = (
    "words",
    "specials",
    "odd numbers",
    "near numbers",
    "leading zeros",
    "large integers",
    "JSON integers",
    "texts",
    "near times",
)


@st.composite
def values(draw: st.DrawFn, sizes: Sequence[int] = SIZES) -> list[Cell]:
    """The cells of a column."""
    family = FAMILIES[draw(st.sampled_from(sorted(FAMILIES)))]
    pattern = draw(st.lists(family, min_size=1, max_size=4))
    if draw(st.integers(0, 3)) == 0:
        pattern.append(draw(st.sampled_from(KEYWORD_WORDS)))
    if draw(st.integers(0, 3)) == 0:
        pattern += draw(st.lists(FAMILIES[draw(st.sampled_from(sorted(FAMILIES)))], max_size=2))
    size = draw(st.sampled_from(sizes))
    cells = (pattern * (size // len(pattern) + 1))[:size]
    for _ in range(draw(st.sampled_from([0, 0, 1, 1, 2])) if size else 0):
        row = draw(st.sampled_from([0, size - 1, size // 2, min(5, size - 1)]))
        cells[row] = draw(FAMILIES[draw(st.sampled_from(ODD_CELLS))])
    return cells


# Texts of columns.


def as_the_server(cell: Cell) -> str:
    """A cell as the real server writes it: slashes escaped, letters beyond ASCII raw."""
    return json.dumps(cell, ensure_ascii=False).replace("/", "\\/")


def in_ascii(cell: Cell) -> str:
    """A cell as Python writes it."""
    return json.dumps(cell)


def raw(cell: Cell) -> str:
    """A cell with as few escapes as possible."""
    return json.dumps(cell, ensure_ascii=False)


def all_escaped(cell: Cell) -> str:
    """A cell in which every character is an escape."""
    if isinstance(cell, int):
        return str(cell)
    data = cell.encode("utf-16-be")
    return '"' + "".join(f"\\u{data[at]:02x}{data[at + 1]:02X}" for at in range(0, len(data), 2)) + '"'


def slash_by_number(cell: Cell) -> str:
    """A cell in which slashes are written by their number."""
    return raw(cell).replace("/", "\\u002f")


SPELLINGS: tuple[Callable[[Cell], str], ...] = (as_the_server, raw, in_ascii, slash_by_number, all_escaped)
COMMAS = (",", ",", ",", ", ", " ,", ",\n\t")
BRACKETS = ("[]", "[]", "[]", "[ ]", "[\n]", " [] ")


@st.composite
def columns(draw: st.DrawFn, sizes: Sequence[int] = SIZES) -> Column:
    """A column and one of its texts."""
    cells = draw(values(sizes))
    return Column(cells, draw(spelled(cells)))


@st.composite
def spelled(draw: st.DrawFn, cells: Sequence[Cell]) -> bytes:
    """One of the texts of an array: mostly the server's way, sometimes another for a single cell."""
    spell = draw(st.sampled_from((as_the_server, as_the_server, *SPELLINGS)))
    written = [spell(cell) for cell in cells]
    if cells and draw(st.integers(0, 3)) == 0:
        row = draw(st.integers(0, len(cells) - 1))
        written[row] = draw(st.sampled_from(SPELLINGS))(cells[row])
    opening, closing = _halves(draw(st.sampled_from(BRACKETS)))
    text = opening + draw(st.sampled_from(COMMAS)).join(written) + closing
    return text.encode("utf-8")


def _halves(brackets: str) -> tuple[str, str]:
    at = brackets.index("[") + 1
    blank = brackets[at : brackets.index("]")]
    return brackets[:at] + blank, brackets[brackets.index("]") :]
