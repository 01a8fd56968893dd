"""What users see of a column, compared with what the slow reference says."""

from __future__ import annotations

import math
import struct
import warnings
from collections.abc import Callable, Sequence
from typing import Any

import msgspec
import numpy
import pandas
import pyarrow
from astropy.table import MaskedColumn
from astropy.time import Time

from astrowire_runtime.columns import Column, ColumnLayout, Table
from astrowire_runtime.columns.column import proven

from .columns_made import KEYWORD_WORDS
from .columns_reference import Expected, Instants, instants

LAYOUT = ColumnLayout(name="name", values="values", missing=KEYWORD_WORDS)
NAME = "KEY"


def column(values: Sequence[Any], text: bytes, declared: Any = None, kept: str = "Raw") -> Column[Any]:
    """The column of an answer that the bytes hold; they were proven, as decoding does."""
    raw = {"Raw": msgspec.Raw, "bytes": bytes, "memoryview": memoryview}[kept](text.strip())
    found = proven(NAME, raw, LAYOUT, (str, int))
    assert found is not None, f"{text[:200]!r} is a column"
    found.declare(declared)
    return found


def bits(value: float) -> bytes:
    """The bytes of a float; all NaN are alike."""
    return b"nan" if math.isnan(value) else struct.pack(">d", value)


def same_cells(found: Sequence[Any], wanted: Sequence[Any], dtype: str) -> None:
    """Compare cells without a mask, floats bit by bit."""
    if dtype == "float64":
        assert [bits(each) for each in found] == [bits(each) for each in wanted]
    else:
        assert list(found) == list(wanted)


def same_list(found: Column[Any], values: Sequence[Any], wanted: Expected) -> None:
    assert len(found) == len(values)
    assert list(found) == list(values)
    assert [type(each) for each in found.tolist()] == [type(each) for each in values]
    assert [found[row] for row in range(-len(values), len(values))] == [*values, *values]
    assert found == list(values)
    assert found[1:-1] == list(values)[1:-1]
    assert found.kind == wanted.kind
    assert found.words == wanted.words


def same_numpy(found: Any, wanted: Expected) -> None:
    assert found.dtype == (object if wanted.dtype == "text" else wanted.dtype)
    assert isinstance(found, numpy.ma.MaskedArray) == any(wanted.mask)
    assert numpy.ma.getmaskarray(found).tolist() == wanted.mask
    blank = {"int64": 0, "uint64": 0, "float64": math.nan}
    under = [
        blank.get(wanted.dtype, wanted.words.get(row)) if cell is None else cell
        for row, cell in enumerate(wanted.cells)
    ]
    same_cells(numpy.ma.getdata(found).tolist(), under, wanted.dtype)
    assert numpy.ma.getdata(found).flags.writeable
    if wanted.dtype == "text":
        assert {type(each) for each in numpy.ma.getdata(found)} <= {str}


ARROW_TYPES = {
    "int64": (pyarrow.int64(),),
    "uint64": (pyarrow.uint64(),),
    "float64": (pyarrow.float64(),),
    "text": (pyarrow.string(), pyarrow.large_string()),
}


def same_arrow(found: Any, wanted: Expected) -> None:
    found.validate(full=True)
    assert found.type in ARROW_TYPES[wanted.dtype]
    assert found.is_null().to_pylist() == wanted.mask
    present = [cell for cell in wanted.cells if cell is not None]
    same_cells(found.drop_null().to_pylist(), present, wanted.dtype)


NULLABLE = {"int64": "Int64", "uint64": "UInt64", "float64": "Float64"}


def same_pandas(found: Any, wanted: Expected) -> None:
    masked = any(wanted.mask)
    if wanted.dtype == "text":
        assert found.dtype == pandas.Series(["a"]).dtype
    else:
        assert str(found.dtype) == (NULLABLE[wanted.dtype] if masked else wanted.dtype)
    # Plain floats have no mask, so NaN is all that pandas has for a missing one.
    assert found.isna().tolist() == [cell is None or (not masked and cell != cell) for cell in wanted.cells]
    present = [row for row, cell in enumerate(wanted.cells) if cell is not None]
    same_cells([found.iloc[row] for row in present], [wanted.cells[row] for row in present], wanted.dtype)


def same_astropy(found: Any, wanted: Expected) -> None:
    times = instants(wanted.cells) if wanted.kind == "time" else None
    if times is not None:
        same_times(found, times)
        return
    assert not isinstance(found, Time)
    assert isinstance(found, MaskedColumn) == any(wanted.mask)
    assert numpy.ma.getmaskarray(found).tolist() == wanted.mask
    if wanted.dtype != "text":
        assert found.dtype == wanted.dtype
    present = [row for row, cell in enumerate(wanted.cells) if cell is not None]
    data = numpy.ma.getdata(found).tolist()
    same_cells([data[row] for row in present], [wanted.cells[row] for row in present], wanted.dtype)


def same_times(found: Any, wanted: Instants) -> None:
    assert isinstance(found, Time)
    assert len(found) == len(wanted.times)
    assert numpy.broadcast_to(found.mask, len(found)).tolist() == [each is None for each in wanted.times]
    present = [row for row, each in enumerate(wanted.times) if each is not None]
    if present:
        assert found.scale == wanted.scale
        truth = Time([wanted.times[row] for row in present], format="isot", scale=wanted.scale)
        apart = (found[numpy.array(present)] - truth).to_value("s")
        assert numpy.abs(numpy.ma.getdata(apart)).max() < 1e-9


CHECKS: dict[str, Callable[[Column[Any], Table, Expected], None]] = {
    "numpy": lambda one, _, wanted: same_numpy(one.to_numpy(), wanted),
    "arrow": lambda one, _, wanted: same_arrow(one.to_arrow(), wanted),
    "table numpy": lambda _, table, wanted: same_numpy(table.to_numpy()[NAME], wanted),
    "table arrow": lambda _, table, wanted: same_arrow(table.to_arrow()[NAME].combine_chunks(), wanted),
    "table pandas": lambda _, table, wanted: same_pandas(table.to_pandas()[NAME], wanted),
    "table astropy": lambda _, table, wanted: same_astropy(table.to_astropy()[NAME], wanted),
}


def converted(check: str, one: Column[Any], wanted: Expected) -> None:
    """Convert and compare; the only warnings are those of masked strangers and of times left as texts."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        CHECKS[check](one, Table([one], len(one)), wanted)
    said = [str(each.message) for each in caught if each.category is UserWarning]
    for text in said:
        assert repr(NAME) in text
    if wanted.strangers:
        assert len(said) == 1, said
        assert f" {len(wanted.strangers)} " in said[0]
        assert repr(wanted.strangers[0])[:20] in said[0], said
    elif "astropy" in check and wanted.kind == "time" and instants(wanted.cells) is None:
        assert len(said) == 1, said
    else:
        assert said == []
