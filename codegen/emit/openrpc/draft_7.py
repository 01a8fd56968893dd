"""Schemas as JSON Schema draft 7 has them, which is what OpenRPC takes.

A tuple is a list of ``items``, nothing stands beside ``$ref``, and ``type`` is one word: the generators of
OpenRPC lose track of schemas with several, and want a ``title`` for what they name.
"""

from __future__ import annotations

from codegen import ir
from codegen.emit.jsonschema.shapes import Schema
from codegen.interchange.components import Components


class Draft7(Components):
    """Components in draft 7."""

    def shape(self, shape: ir.Shape) -> Schema:
        return _one_type_each(super().shape(shape))

    def value(self, parameter: ir.Parameter, *, lowered: bool = False, joined: bool = False) -> Schema:
        return _one_type_each(super().value(parameter, lowered=lowered, joined=joined))

    def _named(self, name: str, schema: Schema) -> Schema:
        return {"title": name, **self._readable(schema)}

    def _readable(self, schema: Schema) -> Schema:
        if "$ref" not in schema or len(schema) == 1:
            return schema
        reference = {"$ref": schema.pop("$ref")}
        return {"allOf": [reference], **schema}

    def _tuple(self, schema: Schema) -> Schema:
        schema = super()._tuple(schema)
        if "prefixItems" in schema:
            schema["items"] = schema.pop("prefixItems")
        return schema


def _one_type_each(schema: Schema) -> Schema:
    """A list of types as a choice; every other keyword acts on its own type only, and so may stay beside."""
    kinds = schema.get("type")
    if not isinstance(kinds, list):
        return schema
    del schema["type"]
    return {"anyOf": [{"type": each} for each in kinds], **schema}  # pyright: ignore[reportUnknownVariableType]
