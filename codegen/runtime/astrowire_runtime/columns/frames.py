"""Tables as data frames of pandas and as tables of Astropy."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from ..display import value as shown
from .abreast import converted
from .arrays import absent, numbers, to_arrow
from .column import Column
from .libraries import installed, needed
from .notices import warn
from .times import as_time


def to_pandas(columns: Mapping[str, Column[Any]], rows: int, *, words: bool = False) -> Any:
    """Return columns of equal length as a data frame; ``words``: as for ``arrays.to_arrow``."""
    needed("numpy", "to_pandas")
    pandas: Any = needed("pandas", "to_pandas")
    data = converted(partial(series, pandas, words=words), columns, rows)
    return pandas.DataFrame(data, index=pandas.RangeIndex(rows), copy=False)


def series(pandas: Any, column: Column[Any], *, words: bool = False) -> Any:
    """Return one column as what a data frame holds: NumPy's arrays, with missing values those of pandas."""
    found = numbers(column)
    if found is None:
        return _texts(pandas, column, words=words)
    if found.mask is None:
        return found.data
    kind = pandas.arrays.IntegerArray if found.kind == "integer" else pandas.arrays.FloatingArray
    return kind(found.data, found.mask)


def _texts(pandas: Any, column: Column[Any], *, words: bool) -> Any:
    own = _has_texts(pandas)
    if own and installed("pyarrow"):
        array = to_arrow(column, "to_pandas", words=words)
        return pandas.array(array, dtype="str")
    found = column.texts()
    values: list[str | None] = [*found]
    mask = None if words else absent(column, found)
    if mask is not None:
        values = [None if missing else value for value, missing in zip(values, mask, strict=True)]
    return pandas.Series(values, dtype="str" if own else object)


def _has_texts(pandas: Any) -> bool:
    """Whether this pandas has a type of its own for texts, as its version 3 has, on Arrow where it can."""
    return int(pandas.__version__.partition(".")[0]) >= 3


def to_astropy(columns: Mapping[str, Column[Any]]) -> Any:
    """Return columns of equal length as an Astropy table, times as ``astropy.time.Time``."""
    needed("numpy", "to_astropy")
    table: Any = needed("astropy.table", "to_astropy")
    return table.Table({name: _astropy(table, column) for name, column in columns.items()}, copy=False)


def _astropy(table: Any, column: Column[Any]) -> Any:
    numpy: Any = needed("numpy", "to_astropy")
    found = numbers(column)
    if found is not None:
        if found.mask is None:
            return table.Column(found.data, name=column.name)
        return table.MaskedColumn(found.data, name=column.name, mask=found.mask)
    values = column.texts()
    mask = absent(column, values)
    if column.kind == "time":
        time, reason = as_time(values, mask or [False] * len(values))
        if time is not None:
            return time
        warn(f"column {shown(column.name)} is left as texts: {reason}")
    # Fixed-length texts of NumPy lose zeros at their ends.
    kind = object if any(value.endswith("\0") for value in values) else str
    array = numpy.array(values, kind)
    if mask is None:
        return table.Column(array, name=column.name)
    return table.MaskedColumn(array, name=column.name, mask=mask)
