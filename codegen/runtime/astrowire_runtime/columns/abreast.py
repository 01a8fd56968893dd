"""Columns of large tables, converted several at a time.

Most of the time goes where Python's lock is not held: copies, comparisons and
casts of NumPy and Arrow, and the system's handing out of fresh memory.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import Any, Final

from .column import Column
from .notices import held, warn

ROWS: Final = 1 << 17
"""Rows from which threads are worth their cost."""


def converted(
    convert: Callable[[Column[Any]], Any], columns: Mapping[str, Column[Any]], rows: int
) -> dict[str, Any]:
    """Return what a function makes of each column, by name.

    Parameters
    ----------
    convert : callable
        Of one column; it may warn.
    columns : mapping
        The columns by name.
    rows : int
        Their length.
    """
    threads = min(len(columns), _processors())
    if rows < ROWS or threads < 2:
        return {name: convert(column) for name, column in columns.items()}
    from concurrent.futures import ThreadPoolExecutor

    def aside(column: Column[Any]) -> tuple[Any, list[str]]:
        with held() as messages:
            return convert(column), messages

    with ThreadPoolExecutor(threads) as pool:
        found = list(pool.map(aside, columns.values()))
    for _, messages in found:
        for message in messages:
            warn(message)  # here, where the user's line can be found
    return {name: value for name, (value, _) in zip(columns, found, strict=True)}


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
