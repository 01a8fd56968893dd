"""Schemas as values of TypeScript: what explains a refusal, by the same keywords as the JSON documents.

Named types are constants, and where JSON Schema refers to a name the constant stands.
"""

from __future__ import annotations

from typing import Any, TypeAlias, cast

from codegen import ir

from .layout import Value, array, members
from .naming import type_name
from .quoting import scalar, string

Schema: TypeAlias = dict[str, Any]

_FOR_PEOPLE = frozenset(
    {"$schema", "$id", "$defs", "$comment", "title", "description", "default", "deprecated"}
)
_ONE = frozenset({"items", "additionalProperties", "not", "propertyNames"})
_SEVERAL = frozenset({"anyOf", "allOf", "prefixItems"})


def constant(name: str) -> str:
    """The name of the constant with the schema of a named type."""
    return f"{type_name(name)}Schema"


def referred(schema: Schema) -> str | None:
    """The named type that a schema stands for, if it does."""
    reference: str | None = schema.get("$ref")
    return None if reference is None else reference.removeprefix("#/$defs/")


def names(schema: object) -> list[str]:
    """The named types that a schema mentions, in order."""
    if isinstance(schema, list):
        return [name for each in cast("list[object]", schema) for name in names(each)]
    if not isinstance(schema, dict):
        return []
    parts = cast("Schema", schema)
    found = [] if (own := referred(parts)) is None else [own]
    inner = [name for word, part in parts.items() if word != "$defs" for name in names(part)]
    return list(dict.fromkeys([*found, *inner]))


def value(schema: Schema | bool) -> Value:
    """The value of a schema."""
    if isinstance(schema, bool):
        return scalar(schema)
    name = referred(schema)
    if name is not None:
        return constant(name)
    shown = [(word, part) for word, part in schema.items() if word not in _FOR_PEOPLE]
    if "pattern" in schema and "description" in schema:
        shown.append(("description", schema["description"]))
    return members([(word, _part(word, part)) for word, part in shown])


def _part(word: str, part: Any) -> Value:
    if word in _ONE:
        return value(part)
    if word in _SEVERAL:
        return array([value(each) for each in part])
    if word == "properties":
        return members([(name, value(each)) for name, each in part.items()])
    if isinstance(part, list):
        return array([scalar(each) for each in cast("list[ir.Scalar]", part)])
    return string(part) if isinstance(part, str) else scalar(part)
