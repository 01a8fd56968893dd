"""Names that only Python needs."""

from __future__ import annotations

from codegen import ir
from codegen.naming import PyName

RESERVED = frozenset({"charset", "extras", "raw"})
"""Attributes that every answer has."""


def attribute(member: ir.Member) -> str:
    """The field that holds a member as it is on the wire."""
    name = PyName.of(member.wire)
    if isinstance(member.shape, ir.Kinds) and member.shape.as_number:
        return f"wire_{name}"
    return f"{name}_" if name in RESERVED else str(name)
