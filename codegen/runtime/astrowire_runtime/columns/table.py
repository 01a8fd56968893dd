"""Tables: columns by name, one row per record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from .column import Column


class Table(Mapping[str, Column[Any]]):
    """Columns by name; of a name that comes twice, the last.

    Columns that have not one entry per row can't stand beside the others. They
    are kept here under their names, marked as ``unaligned``, and left out of
    frames and other tables, with a warning.

    Attributes
    ----------
    rows : int
        Number of rows.
    unaligned : tuple of str
        Names of the columns that are of another length; ``name.member`` for an
        array beside the values, which is kept in the answer.
    """

    def __init__(
        self, columns: Sequence[Column[Any]], rows: int, beside: Mapping[str, Column[Any]] | None = None
    ) -> None:
        self._columns = {column.name: column for column in columns}
        self.rows = rows
        everything = {**self._columns, **(beside or {})}
        self.unaligned = tuple(name for name, column in everything.items() if len(column) != rows)

    def __getitem__(self, name: str) -> Column[Any]:
        try:
            return self._columns[name]
        except KeyError:
            raise KeyError(f"{name!r}; there are {', '.join(map(repr, self)) or 'no columns'}") from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._columns)

    def __len__(self) -> int:
        return len(self._columns)

    def __contains__(self, name: object) -> bool:
        return name in self._columns

    def __repr__(self) -> str:
        marked = f", unaligned: {', '.join(self.unaligned)}" if self.unaligned else ""
        return f"<table of {self.rows} rows: {', '.join(self)}{marked}>"

    def aligned(self) -> dict[str, Column[Any]]:
        left = {name: column for name, column in self._columns.items() if len(column) != self.rows}
        if left:
            from .notices import warn

            lengths = ", ".join(f"{name} has {len(column)}" for name, column in left.items())
            warn(f"columns without exactly one entry for each of {self.rows} rows are left out: {lengths}")
        return {name: column for name, column in self._columns.items() if name not in left}

    def to_numpy(self) -> dict[str, Any]:
        """Return an array for each column.

        Returns
        -------
        dict of str to numpy.ndarray or numpy.ma.MaskedArray
            As ``Column.to_numpy`` makes them.

        Raises
        ------
        ConfigError
            NumPy is not installed.
        """
        from .arrays import to_numpy
        from .libraries import needed

        needed("numpy", "to_numpy")
        return {name: to_numpy(column) for name, column in self.aligned().items()}

    def to_arrow(self) -> Any:
        """Return a ``pyarrow.Table``; rows without a value are null.

        Raises
        ------
        ConfigError
            PyArrow or NumPy is not installed.
        """
        from .abreast import converted
        from .arrays import to_arrow
        from .libraries import needed

        pyarrow: Any = needed("pyarrow", "to_arrow")
        return pyarrow.table(converted(to_arrow, self.aligned(), self.rows))

    def to_pandas(self) -> Any:
        """Return a ``pandas.DataFrame``.

        Integers with missing values are of pandas' nullable types, so that none
        loses its last digits; so are floats, where NaN is a value of its own.

        Raises
        ------
        ConfigError
            pandas or NumPy is not installed.
        """
        from .frames import to_pandas

        return to_pandas(self.aligned(), self.rows)

    def to_astropy(self) -> Any:
        """Return an ``astropy.table.Table``, times in it as ``astropy.time.Time``.

        Raises
        ------
        ConfigError
            Astropy or NumPy is not installed.
        """
        from .frames import to_astropy

        return to_astropy(self.aligned())
