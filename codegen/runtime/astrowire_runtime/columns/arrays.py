"""Columns as arrays of NumPy and Arrow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..display import value as shown
from .libraries import needed
from .notices import warn

if TYPE_CHECKING:
    from .column import Column
    from .numbers import Numbers


def numbers(column: Column[Any]) -> Numbers | None:
    """Return a column's numbers, or None for texts; warn of masked texts that nobody expects there."""
    found = column.numbers()
    words = found.words if found else None
    odd = [text for text in (words or {}).values() if text not in column.expected]
    if odd:
        warn(
            f"column {shown(column.name)} is declared {column.wanted}, and {len(odd)} of its texts are not, "
            f"such as {shown(odd[0])}; they are masked, and kept in its `words`"
        )
    return found


def absent(column: Column[Any], values: list[str]) -> list[bool] | None:
    """Say of every entry whether it stands for no value; None if none does."""
    from .numbers import surely_present

    missing = column.missing
    if surely_present(column.buffer, missing) or missing.isdisjoint(values):
        return None
    return [value in missing for value in values]


def to_numpy(column: Column[Any], function: str = "to_numpy") -> Any:
    """Return a column as an array; see ``Column.to_numpy``."""
    numpy: Any = needed("numpy", function)
    found = numbers(column)
    if found is not None:
        return found.data if found.mask is None else numpy.ma.MaskedArray(found.data, found.mask)
    values = column.texts()
    array = numpy.array(values, object)
    mask = absent(column, values)
    return array if mask is None else numpy.ma.MaskedArray(array, mask)


def to_arrow(column: Column[Any], function: str = "to_arrow", *, words: bool = False) -> Any:
    """Return a column as an Arrow array; ``words``: columns of texts keep those for missing values."""
    needed("numpy", function)
    pyarrow: Any = needed("pyarrow", function)
    found = numbers(column)
    if found is not None:
        return pyarrow.array(found.data, mask=found.mask)
    from .arrow import strings, with_nulls

    array = strings(column.buffer, function)
    if array is None:
        array = pyarrow.array(column.texts(), pyarrow.string())
    return array if words else with_nulls(array, column.missing)
