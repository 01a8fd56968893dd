"""What a description says of columns and tables: their members, and what their texts mean."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Kind = Literal["text", "integer", "number", "time"]
"""What the entries of a column are."""
DeclaredKind = Literal["text", "integer", "number", "time", "any"]
"""What they are declared to be; ``any``: their texts tell."""


class ColumnLayout:
    """How one record holds one column.

    Parameters
    ----------
    name, values : str
        Attributes with the column's name and with its entries, one per row.
    beside : tuple of str
        Further arrays, perhaps of other lengths.
    kind : str, optional
        What the entries are when nobody declares it; left out, their texts tell.
    missing : tuple of str
        Texts that stand for no value.
    known : tuple of str
        Texts to be expected, which are no values either where a column is declared to be of numbers.
    """

    def __init__(
        self,
        name: str,
        values: str,
        *,
        beside: tuple[str, ...] = (),
        kind: Kind | None = None,
        missing: tuple[str, ...] = (),
        known: tuple[str, ...] = (),
    ) -> None:
        self.name = name
        self.values = values
        self.beside = beside
        self.kind: Kind | None = kind
        self.missing = frozenset(missing)
        self.known = frozenset(known)


class Types:
    """Where the types of columns are declared.

    Parameters
    ----------
    list, name, type : str
        Attributes: of the answer that declares, its list; of each entry there, the column's name and
        the word for its type.
    kinds : mapping
        What the words mean; a column with any other word is judged by its texts.
    also : mapping
        Kinds of columns that the list never has.
    suffix : str, optional
        Pattern of what may follow a declared name.
    """

    def __init__(
        self,
        *,
        list: str,
        name: str,
        type: str,
        kinds: Mapping[str, DeclaredKind],
        also: Mapping[str, DeclaredKind] | None = None,
        suffix: str | None = None,
    ) -> None:
        self.list = list
        self.name = name
        self.type = type
        self.kinds = kinds
        self.also = also or {}
        self.suffix = suffix


class TableLayout:
    """How an answer holds its tables.

    Parameters
    ----------
    rows : str
        Attribute with the number of rows.
    columns : str
        Attribute with the columns of the table that the answer stands for.
    beside : tuple of str
        Attributes with the columns of further tables of the same rows.
    types : Types, optional
        Where the types of the columns are declared.
    """

    def __init__(
        self, *, rows: str, columns: str, beside: tuple[str, ...] = (), types: Types | None = None
    ) -> None:
        self.rows = rows
        self.columns = columns
        self.beside = beside
        self.types = types
