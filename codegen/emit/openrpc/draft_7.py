"""Schemas as JSON Schema draft 7 has them, which is what OpenRPC takes.

A tuple is a list of ``items``, nothing stands beside ``$ref``, and ``type`` is one word: the generators of
OpenRPC lose track of schemas with several, and want a ``title`` for what they name.
"""

from __future__ import annotations

from codegen import ir
from codegen.emit.jsonschema.shapes import Schema
from codegen.interchange.components import Components

_KEYWORDS = {
    "array": ("items", "minItems", "maxItems"),
    "integer": ("minimum", "maximum"),
    "number": ("minimum", "maximum"),
    "object": (
        "required",
        "properties",
        "additionalProperties",
        "minProperties",
        "maxProperties",
        "propertyNames",
    ),
    "string": ("pattern", "not", "minLength", "maxLength", "contentEncoding"),
}
"""The keywords that act on one type alone."""


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
    """A list of types as a choice, each with the keywords that act on it."""
    if not isinstance(schema.get("type"), list):
        return schema
    kinds: list[str] = schema["type"]
    choice: list[Schema] = []
    for kind in kinds:
        own = {name: schema[name] for name in _KEYWORDS.get(kind, ()) if name in schema}
        choice.append({"type": kind, **own})
    moved = {"type", *(name for each in choice for name in each)}
    return {"anyOf": choice, **{name: each for name, each in schema.items() if name not in moved}}
