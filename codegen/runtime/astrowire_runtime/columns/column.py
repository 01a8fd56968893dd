"""A column of an answer: its bytes, and lists, arrays and words made of them when they are asked for."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast, overload

import msgspec

from ..reader import FAILURES
from . import scan

if TYPE_CHECKING:
    from .cells import Read
    from .layout import ColumnLayout, Kind
    from .numbers import Numbers

T_co = TypeVar("T_co", covariant=True)

PROOF_BYTES: Final = 4096
"""Bytes of an array from which a proof by NumPy is quicker than a parser."""
IMPORT_BYTES: Final = 1 << 20
"""Bytes of an array for which NumPy is worth importing."""
KEPT_BYTES: Final = 1 << 16
"""Bytes of an array whose elements are kept if a parser had to look: few columns of many are ever read."""


class Column(Sequence[T_co]):
    """The entries of one column, one per row: a list to its readers.

    An answer keeps the bytes of its columns. Lists of Python values, arrays and
    the rest are made when they are asked for.

    Attributes
    ----------
    name : str
        As the answer has it.

    Examples
    --------
    >>> from .layout import ColumnLayout
    >>> layout = ColumnLayout(name="name", values="values", missing=("MISSING",))
    >>> column = Column("QUALITY", b'["0x00000400","MISSING"]', layout)
    >>> column[0], len(column), column.kind, column.words
    ('0x00000400', 2, 'integer', {1: 'MISSING'})
    """

    __hash__ = None  # type: ignore[assignment]
    __slots__ = ("_count", "_declared", "_kind", "_layout", "_only_texts", "_raw", "_values", "name")

    def __init__(
        self,
        name: str,
        raw: Any,
        layout: ColumnLayout,
        *,
        declared: Kind | None = None,
        count: int | None = None,
        values: list[Any] | None = None,
        only_texts: bool = False,
    ) -> None:
        self.name = name
        self._raw = raw
        self._layout = layout
        self._declared: Kind | None = declared
        self._values: list[Any] | None = values
        self._count = len(values) if values is not None else count
        self._kind: Kind | None = None
        self._only_texts = only_texts

    # A list to its readers.

    def __len__(self) -> int:
        if self._count is None:
            self._count = len(self._list())
        return self._count

    @overload
    def __getitem__(self, index: int) -> T_co: ...
    @overload
    def __getitem__(self, index: slice) -> list[T_co]: ...
    def __getitem__(self, index: int | slice) -> T_co | list[T_co]:
        return self._list()[index]

    def __iter__(self) -> Iterator[T_co]:
        return iter(self._list())

    def __eq__(self, other: object) -> bool:
        if isinstance(other, str | bytes) or not isinstance(other, Sequence):
            return NotImplemented
        return self._list() == list(cast("Sequence[object]", other))

    def __repr__(self) -> str:
        shown = ", ".join(map(repr, self[:3])) + (", ..." if len(self) > 3 else "")
        return f"<column {self.name!r} of {len(self)}: {shown}>"

    def __reduce__(self) -> tuple[Any, ...]:
        return (_column, (self.name, self.raw, self._layout, self._declared))

    def texts(self) -> list[str]:
        """Return the entries as a new list, integers as texts too."""
        values = self._list()
        return list(values) if self._only_texts else [str(value) for value in values]

    def tolist(self) -> list[T_co]:
        """Return the entries as a new list, texts and integers as they were sent."""
        return list(self._list())

    def _list(self) -> list[Any]:
        values = self._values
        if values is None:
            values = self._values = cast("list[Any]", _parser(str, int).decode(self._raw))
        return values

    # What it is.

    @property
    def raw(self) -> bytes:
        """The JSON array as it was sent."""
        return bytes(self._raw)

    @property
    def buffer(self) -> Any:
        """The same without a copy: an object of the buffer protocol."""
        return self._raw

    @property
    def kind(self) -> Kind:
        """``text``, ``integer``, ``number`` or ``time``: as declared, else as the entries look."""
        if self._kind is None:
            self._kind = self._found_kind()
        return self._kind

    def _found_kind(self) -> Kind:
        if self.wanted == "text" or self.wanted == "time":
            return self.wanted
        found = self._quick_numbers()
        return found.kind if found else self._plain().kind

    @property
    def words(self) -> dict[int, str]:
        """The rows that hold no value, and the texts that stand there, such as ``MISSING``."""
        found = self._quick_numbers()
        if found is None:
            return self._plain().words
        if found.words is not None or found.mask is None:
            return found.words or {}
        values, rows = self._list(), found.mask.nonzero()[0].tolist()
        return {row: str(values[row]) for row in rows}

    @property
    def wanted(self) -> Kind | None:
        """What the entries are said to be; None: their texts tell."""
        return self._declared or self._layout.kind

    @property
    def missing(self) -> frozenset[str]:
        """The texts that stand for no value in columns of this sort."""
        return self._layout.missing

    @property
    def expected(self) -> frozenset[str]:
        """The texts that are no surprise in a column of numbers, though they are none."""
        return self._layout.missing | self._layout.known

    def declare(self, kind: Kind | None) -> None:
        """Say what the entries are, whatever they look like; None: their texts tell.

        Parameters
        ----------
        kind : {"text", "integer", "number", "time"} or None
            Of columns declared ``integer`` or ``number``, texts that are no numbers are masked.
        """
        self._declared = kind
        self._kind = None

    def numbers(self) -> Numbers | None:
        """Return the numbers with their mask, or None for a column of texts."""
        wanted = self.wanted
        if wanted in ("text", "time"):
            return None
        from . import numbers as quick

        if wanted is None and quick.surely_texts(self._raw, self.missing):
            return None
        found = quick.numbers(self._raw, self.missing, wanted) or quick.arrays(self._plain())
        if found is not None:
            self._kind = found.kind
        return found

    def _quick_numbers(self) -> Numbers | None:
        from .libraries import installed

        return self.numbers() if installed("numpy") else None

    def _plain(self) -> Read:
        from . import cells

        return cells.read(self._list(), self.missing, self.wanted)

    # What it becomes.

    def to_numpy(self) -> Any:
        """Return an array of integers, of floats, or of objects that are texts; masked where needed.

        Returns
        -------
        numpy.ndarray or numpy.ma.MaskedArray
            Masked only if there are rows without a value.

        Raises
        ------
        ConfigError
            NumPy is not installed.
        """
        from .arrays import to_numpy

        return to_numpy(self)

    def to_arrow(self) -> Any:
        """Return an Arrow array of integers, floats or strings, with null where there is no value.

        Returns
        -------
        pyarrow.Array
            Of ``int64`` or ``uint64``, ``float64``, ``string``.

        Raises
        ------
        ConfigError
            PyArrow is not installed.
        """
        from .arrays import to_arrow

        return to_arrow(self)


def proven(name: str, raw: Any, layout: ColumnLayout, kinds: tuple[type, ...]) -> Column[Any] | None:
    """Return the column that some bytes hold, if all its elements are of these kinds.

    Parameters
    ----------
    name : str
        Of the column.
    raw : bytes-like
        A JSON value that a strict parser has skipped; its UTF-8 was checked.
    layout : ColumnLayout
        What is said of columns of this sort.
    kinds : tuple of type
        ``str``, or ``str`` and ``int``.
    """
    size = len(memoryview(raw))
    if size >= PROOF_BYTES and (count := _count_texts(raw, size)) is not None:
        return Column(name, raw, layout, count=count, only_texts=True)
    try:
        values = _parser(*kinds).decode(raw)
    except FAILURES:
        return None
    if size > KEPT_BYTES:
        return Column(name, raw, layout, count=len(values), only_texts=int not in kinds)
    return Column(name, raw, layout, values=values, only_texts=int not in kinds)


def _count_texts(raw: Any, size: int) -> int | None:
    if sys.modules.get("numpy") is None:
        from .libraries import installed

        if size < IMPORT_BYTES or not installed("numpy"):
            return None
    return scan.count_texts(raw)


def _column(name: str, raw: bytes, layout: ColumnLayout, declared: Kind | None) -> Column[Any]:
    return Column(name, raw, layout, declared=declared)


_parsers: dict[tuple[type, ...], msgspec.json.Decoder[Any]] = {}


def _parser(*kinds: type) -> msgspec.json.Decoder[Any]:
    if kinds not in _parsers:
        item: Any = str | int if int in kinds else str
        _parsers[kinds] = msgspec.json.Decoder(list[item])
    return _parsers[kinds]
