"""Each quick way of reading columns is taken, and a way that gives something else is seen."""

from __future__ import annotations

import itertools
import json
from typing import Any

import pytest

from astrowire_runtime.columns import arrow, numbers, scan
from astrowire_runtime.columns.column import PROOF_BYTES

from . import columns_made as made
from .columns_compare import CHECKS, column, converted
from .columns_reference import expected
from .columns_ways import WAYS, changed

HEX = [f"0x{value:08x}" for value in range(0, 2**32, 2**22)]
HEX_OF_16 = [f"0x{value:016X}" for value in range(0, 2**64, 2**54)]
DECIMALS = [str(value) for value in range(1000, 2000)]
RAGGED = [str(value) for value in range(2000)]
FRACTIONS = [f"{value / 7:f}" for value in (*range(-900, -7), *range(8, 900))]
WITH_WORDS = ["MISSING", *FRACTIONS, "nan", "-inf", "MISSING", "Invalid KeyLink"]
PADDED = [f"{value / 7:<12.4f}" for value in range(-900, 900)]
PATHS = [f"/SUM0/D{value}/S00000" for value in range(1500)]

TAKEN: list[tuple[Any, str, str, list[str]]] = [
    (scan, "count_texts", "as shipped", FRACTIONS),
    (scan, "fixed_width", "as shipped", HEX),
    (scan, "text_ends", "as shipped", FRACTIONS),
    (numbers, "_fixed_hex", "as shipped", HEX),
    (numbers, "_fixed_hex", "as shipped", HEX_OF_16),
    (numbers, "_fixed_decimal", "as shipped", DECIMALS),
    (numbers, "_parsed", "as shipped", RAGGED),
    (numbers, "_parsed", "as shipped", WITH_WORDS),
    (numbers, "_parsed", "parser of texts with numbers", [*FRACTIONS, *FRACTIONS, *FRACTIONS]),
    (arrow, "floats", "as shipped", [*WITH_WORDS, *FRACTIONS, *FRACTIONS]),
    (arrow, "floats", "quick ways from the first row on", PADDED),
    (arrow, "floats", "large strings", WITH_WORDS),
    (arrow, "strings", "as shipped", PATHS),
    (arrow, "strings", "large strings", PATHS),
]


@pytest.mark.parametrize(
    ("module", "function", "way", "values"), TAKEN, ids=[f"{each[1]}-{each[2]}" for each in TAKEN]
)
def test_each_quick_way_is_taken(module: Any, function: str, way: str, values: list[str]) -> None:
    given: list[Any] = []
    text = ("[" + ",".join(map(made.as_the_server, values)) + "]").encode()
    wanted = expected(values, made.KEYWORD_WORDS)
    with changed(way), pytest.MonkeyPatch.context() as patch:
        original = getattr(module, function)

        def watched(*args: Any, **options: Any) -> Any:
            given.append(original(*args, **options))
            return given[-1]

        patch.setattr(module, function, watched)
        one = column(values, text)
        for check in ("numpy", "arrow", "table pandas"):
            converted(check, one, wanted)
    assert any(each is not None for each in given), f"{function} was not asked, or could not tell"


ODD_ONES = (
    "-0",
    "-0.0",
    "null",
    "nan(1)",
    "1e400",
    "-1e999",
    "007.5",
    "-01.5",
    "+08",
    " 7",
    "7 ",
    "1e5",
    "1.",
    "x",
)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("odd", ODD_ONES)
@pytest.mark.parametrize(
    "others", [["1.5", "2"], ["1", "2"], ["MISSING", "1.5"], FRACTIONS, WITH_WORDS, DECIMALS]
)
def test_one_odd_cell_is_not_overlooked(others: list[str], odd: str, way: str) -> None:
    for values in ([odd, *others], [*others, odd]):
        text = json.dumps(values, separators=(",", ":")).encode()
        for declared in (None, "integer", "number"):
            wanted = expected(values, made.KEYWORD_WORDS, declared)
            with changed(way):
                for check in ("numpy", "arrow"):
                    converted(check, column(values, text, declared), wanted)


TOKENS = ('""', '"a"', '"ab"', '","', '"\\""', '"\\\\"', '"a\\"b"', '"abcdef"', "1", "12", "null", "[]")


@pytest.mark.parametrize("way", ["as shipped", "quotes by position", "quotes by width"])
def test_what_is_proven_of_short_arrays_is_true(way: str) -> None:
    proven = 0
    with changed(way):
        for size in range(5):
            for cells in itertools.product(TOKENS, repeat=size):
                count = scan.count_texts(f"[{','.join(cells)}]".encode())
                if count is not None:
                    proven += 1
                    assert all(cell.startswith('"') for cell in cells), cells
                    assert count == size, cells
    assert proven > 40, "else nothing was tried"


def test_the_sizes_lie_on_both_sides_of_every_threshold() -> None:
    assert min(made.SIZES) < numbers.ARROW_ROWS < max(made.SIZES)
    smallest, largest = len(b'["1"]'), max(made.SIZES) * len(b'"1",')
    assert smallest < PROOF_BYTES < largest


# The tests can fail.


def off_by_one(*args: Any, **options: Any) -> Any:
    """A quick way that gives something else."""
    found = ORIGINAL(*args, **options)
    return None if found is None else found + 1


ORIGINAL = numbers._fixed_decimal


def test_canary_a_quick_way_with_other_values_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    text = json.dumps(DECIMALS, separators=(",", ":")).encode()
    wanted = expected(DECIMALS, made.KEYWORD_WORDS)
    converted("numpy", column(DECIMALS, text), wanted)
    monkeypatch.setattr(numbers, "_fixed_decimal", off_by_one)
    with pytest.raises(AssertionError):
        converted("numpy", column(DECIMALS, text), wanted)


OTHERS = (["1.5", "MISSING", "0.0"], ["1.5", "2", "-0.0"], ["1.5", "MISSING", "x"], ["1.5", "nan", "-0.0"])


@pytest.mark.parametrize("check", CHECKS)
def test_canary_another_cell_mask_or_type_is_seen(check: str) -> None:
    values = ["1.5", "MISSING", "-0.0"]
    one = column(values, json.dumps(values).encode())
    converted(check, one, expected(values, made.KEYWORD_WORDS))
    for other in (
        ["1.5", "MISSING", "0.0"],
        ["1.5", "2", "-0.0"],
        ["1.5", "MISSING", "x"],
        ["1.5", "nan", "-0.0"],
    ):
        with pytest.raises(AssertionError):
            converted(check, one, expected(other, made.KEYWORD_WORDS))
