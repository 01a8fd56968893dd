"""Bases of answers that are tables, and of the records that are their columns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self, TypeVar, cast

from ..display import value as shown
from ..errors import RequestInvalid
from ..values import UNSET, Answer
from .column import Column, proven
from .layout import ColumnLayout, DeclaredKind, Kind, TableLayout, Types
from .table import Table

Declared = Answer | Mapping[str, str] | None
D = TypeVar("D", bound=Declared)
WIRE = "wire_"
"""What the members that keep an array's bytes begin with."""


class ColumnAnswer(Answer, frozen=True):
    """A record that holds one column: its name, and its entries as bytes until they are asked for."""

    COLUMN: ClassVar[ColumnLayout]

    def holds(self, attribute: str, *kinds: type) -> bool:
        """Say whether all elements of an array are of these kinds, and keep it as a column if so.

        Parameters
        ----------
        attribute : str
            Of the array, without ``wire_``.
        *kinds
            ``str``, or ``str`` and ``int``.
        """
        found = proven(
            self._title(attribute), getattr(self, WIRE + attribute), self._layout(attribute), kinds
        )
        if found is None:
            return False
        self._made()[attribute] = found
        return True

    def column(self, attribute: str) -> Column[Any]:
        """Return an array as a column.

        Parameters
        ----------
        attribute : str
            Of the array, without ``wire_``.
        """
        columns = self._made()
        if attribute not in columns:
            raw, layout = getattr(self, WIRE + attribute), self._layout(attribute)
            columns[attribute] = Column(self._title(attribute), raw, layout)
            columns[attribute].declare(self._declared(attribute))
        return columns[attribute]

    def declare(self, kind: Kind | None) -> None:
        """Say what the entries are; None: their texts tell."""
        vars(self)["declared"] = kind
        self.column(self.COLUMN.values).declare(kind)

    @property
    def entries(self) -> Column[Any]:
        """The column that the record holds."""
        return self.column(self.COLUMN.values)

    @property
    def beside(self) -> dict[str, Column[Any]]:
        """Its further arrays, by ``name.member``."""
        columns = map(self.column, self.COLUMN.beside)
        return {column.name: column for column in columns}

    def _title(self, attribute: str) -> str:
        name: str = getattr(self, self.COLUMN.name)
        return name if attribute == self.COLUMN.values else f"{name}.{attribute}"

    def _layout(self, attribute: str) -> ColumnLayout:
        # What is said of missing values and kinds is said of the values.
        return self.COLUMN if attribute == self.COLUMN.values else _BESIDE

    def _declared(self, attribute: str) -> Kind | None:
        return vars(self).get("declared") if attribute == self.COLUMN.values else None

    def _made(self) -> dict[str, Column[Any]]:
        columns: dict[str, Column[Any]] = vars(self).setdefault("_columns", {})
        return columns

    def __repr__(self) -> str:
        names = (name.removeprefix(WIRE) for name in self.__struct_fields__)
        return f"{type(self).__name__}({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        names = (name.removeprefix(WIRE) for name in self.__struct_fields__)
        return all(getattr(self, name) == getattr(other, name) for name in names)

    __hash__ = None  # type: ignore[assignment]


_BESIDE = ColumnLayout(name="", values="")


class TableAnswer(Answer, frozen=True):
    """An answer that is a table, perhaps with further tables of the same rows beside it."""

    TABLE: ClassVar[TableLayout]

    @property
    def columns(self) -> Table:
        """The columns by name, one row per record."""
        return self.table(self.TABLE.columns)

    def table(self, attribute: str) -> Table:
        """Return one of the tables.

        Parameters
        ----------
        attribute : str
            Of the list of its columns.
        """
        tables: dict[str, Table] = vars(self).setdefault("_tables", {})
        if attribute not in tables:
            records = self._records(attribute)
            beside = {name: column for each in records for name, column in each.beside.items()}
            rows: int = getattr(self, self.TABLE.rows)
            tables[attribute] = Table([each.entries for each in records], rows, beside)
        return tables[attribute]

    def _records(self, attribute: str) -> list[ColumnAnswer]:
        records: Any = getattr(self, attribute)
        return [] if records is UNSET else records

    @classmethod
    def checked_types(cls, types: D, operation: str) -> D:
        """Return types as they are, if ``declare`` can take them.

        Parameters
        ----------
        types : Answer, mapping or None
            The answer that declares them, or words of types by column name.
        operation : str
            For the message.

        Raises
        ------
        RequestInvalid
            They are something else, or a word is none that the service has.
        """
        source = cls.TABLE.types
        if source is not None and types is not None:
            try:
                _remembered_kinds(source, types)
            except RequestInvalid as error:
                error.operation = operation
                raise
        return types

    def declare(self, types: Declared) -> Self:
        """Say of which types the columns are, and return the answer itself.

        Parameters
        ----------
        types : Answer, mapping or None
            The answer that declares them, or words of types by column name; None: the texts tell.

        Raises
        ------
        RequestInvalid
            They are something else, or a word is none that the service has.
        """
        source = self.TABLE.types
        if source is not None and types is not None:
            kinds = _remembered_kinds(source, types)
            for each in self._records(self.TABLE.columns):
                each.declare(_kind_of(each.entries.name, kinds, source))
        return self

    def to_numpy(self) -> dict[str, Any]:
        """Return an array for each column; see ``Table.to_numpy``."""
        return self.columns.to_numpy()

    def to_arrow(self) -> Any:
        """Return a ``pyarrow.Table``; see ``Table.to_arrow``."""
        return self.columns.to_arrow()

    def to_pandas(self) -> Any:
        """Return a ``pandas.DataFrame``; see ``Table.to_pandas``."""
        return self.columns.to_pandas()

    def to_astropy(self) -> Any:
        """Return an ``astropy.table.Table``; see ``Table.to_astropy``."""
        return self.columns.to_astropy()


def _remembered_kinds(source: Types, types: object) -> dict[str, Kind | None]:
    """The same as ``_kinds``, worked out once for each answer: most are used many times."""
    if not isinstance(types, Answer):
        return _kinds(source, types)
    found: tuple[Types, dict[str, Kind | None]] | None = vars(types).get("_kinds")
    if found is None or found[0] is not source:
        found = vars(types)["_kinds"] = (source, _kinds(source, types))
    return found[1]


def _kinds(source: Types, types: object) -> dict[str, Kind | None]:
    """Kinds by column name in lower case; where a word is not known, the texts tell."""
    words: dict[str, str] = {}
    if isinstance(types, Mapping):
        for name, word in cast("Mapping[object, object]", types).items():
            if not isinstance(name, str) or not isinstance(word, str) or word not in source.kinds:
                known = ", ".join(source.kinds)
                raise RequestInvalid(f"types says {shown(word)} of {shown(name)}; the types are {known}")
            words[name] = word
    else:
        declared: Any = types if isinstance(types, Answer) else None
        try:
            words = {
                getattr(each, source.name): getattr(each, source.type)
                for each in getattr(declared, source.list)
            }
        except (AttributeError, TypeError):
            what = (
                f"an answer with {source.list} and their {source.type}, a mapping of names to types, or None"
            )
            raise RequestInvalid(f"types must be {what}, got {shown(types)}") from None
    kinds: dict[str, DeclaredKind] = dict(source.also)
    for name, word in words.items():
        kinds[name] = source.kinds.get(word, "any")
    return {name.casefold(): None if kind == "any" else kind for name, kind in kinds.items()}


def _kind_of(name: str, kinds: Mapping[str, Kind | None], source: Types) -> Kind | None:
    if name.casefold() in kinds or source.suffix is None:
        return kinds.get(name.casefold())
    from ..patterns import compiled

    found = compiled(source.suffix).search(name)
    return kinds.get(name[: found.start()].casefold()) if found else None
