"""Names that only Python needs."""

from __future__ import annotations

from codegen import ir
from codegen.naming import PyName

from .hints import Types

RESERVED = frozenset({"charset", "extras", "raw"})
"""Attributes that every answer has."""

RESERVED_COLUMN = frozenset({"beside", "column", "declare", "entries", "holds"})
"""Attributes that records with a column have besides."""

RESERVED_TABLE = frozenset(
    {"checked_types", "columns", "declare", "table", "to_arrow", "to_astropy", "to_numpy", "to_pandas"}
)
"""Attributes that tables have besides."""


def attribute(record: ir.Record, member: ir.Member, types: Types) -> str:
    """The field that holds a member as it is on the wire."""
    name = offered(record, member)
    return f"wire_{name}" if is_number(member.shape, types) or is_kept(record, member) else name


def offered(record: ir.Record, member: ir.Member) -> str:
    """The attribute by which users get a member."""
    name = PyName.of(member.wire)
    taken = name in RESERVED
    taken = taken or (record.column is not None and name in RESERVED_COLUMN)
    taken = taken or (record.table is not None and name in RESERVED_TABLE)
    return f"{name}_" if taken else str(name)


def is_kept(record: ir.Record, member: ir.Member) -> bool:
    """Whether a member is an array that is kept as bytes."""
    return record.column is not None and member.wire in record.column.arrays


def is_number(shape: ir.Shape, types: Types) -> bool:
    """Whether users are offered a number where the wire may have a text."""
    while isinstance(shape, ir.Ref):
        shape = types[shape.name].shape
    return isinstance(shape, ir.Kinds) and shape.as_number
