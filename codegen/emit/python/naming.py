"""Names that only Python needs."""

from __future__ import annotations

from codegen import ir
from codegen.naming import PyName

from .hints import Types

RESERVED = frozenset({"charset", "extras", "raw"})
"""Attributes that every answer has."""


def attribute(member: ir.Member, types: Types) -> str:
    """The field that holds a member as it is on the wire."""
    name = PyName.of(member.wire)
    if is_number(member.shape, types):
        return f"wire_{name}"
    return f"{name}_" if name in RESERVED else str(name)


def is_number(shape: ir.Shape, types: Types) -> bool:
    """Whether users are offered a number where the wire may have a text."""
    while isinstance(shape, ir.Ref):
        shape = types[shape.name].shape
    return isinstance(shape, ir.Kinds) and shape.as_number
