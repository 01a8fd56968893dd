"""An OpenAPI document as large as the project's own descriptions: 25 operations, 60 schemas."""

from __future__ import annotations

from collections.abc import Mapping

Json = Mapping[str, object]

OPERATIONS = 25
RECORDS = 50
ENUMERATIONS = 10
"""With the records they make the 60 schemas."""


def document() -> dict[str, object]:
    """The whole document: operations with four query parameters, a body for every third, two answers each."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "Catalogue of observations", "version": "1.0.0"},
        "servers": [{"url": "https://catalogue.example/api"}],
        "paths": {f"/catalogue/part{number}": _path(number) for number in range(OPERATIONS)},
        "components": {
            "schemas": {
                **{f"State{number}": _enumeration(number) for number in range(ENUMERATIONS)},
                **{f"Record{number}": _record(number) for number in range(RECORDS)},
            }
        },
    }


def _ref(name: str) -> dict[str, object]:
    return {"$ref": f"#/components/schemas/{name}"}


def _content(schema: Json) -> dict[str, object]:
    return {"application/json": {"schema": schema}}


def _enumeration(number: int) -> dict[str, object]:
    return {
        "type": "string",
        "description": f"State of a part of kind {number}.",
        "enum": [f"{word}_{number}" for word in ("waiting", "running", "finished", "failed")],
    }


def _record(number: int) -> dict[str, object]:
    """An object of ten members; references point to lower numbers only, so nothing recurs."""
    members: dict[str, object] = {
        "name": {"type": "string", "description": "Name of the part.", "pattern": "^[a-z][a-z0-9_]*$"},
        "count": {"type": "integer", "minimum": 0, "description": "How many records it has."},
        "size": {"type": "number", "description": "Size in bytes."},
        "online": {"type": "boolean", "description": "Whether it can be read at once."},
        "note": {"type": ["string", "null"], "description": "A remark for people."},
        "observed": {"type": "string", "format": "date-time", "description": "When it was observed."},
        "keywords": {"type": "array", "items": {"type": "string"}, "description": "Names of its keywords."},
        "offsets": {"type": "object", "additionalProperties": {"type": "number"}, "description": "By axis."},
        "state": _ref(f"State{number % ENUMERATIONS}"),
        "identity": {"anyOf": [{"type": "integer"}, {"type": "string"}], "description": "Number or text."},
    }
    if number >= OPERATIONS:
        members["related"] = {"type": "array", "items": _ref(f"Record{number - OPERATIONS}")}
    return {
        "type": "object",
        "description": f"Part of kind {number}.",
        "required": ["name", "count", "state"],
        "properties": members,
    }


def _path(number: int) -> dict[str, object]:
    """One path with one operation, whose answer is a record and whose failure is another."""
    operation: dict[str, object] = {
        "operationId": f"read_part_{number}",
        "summary": f"Read the parts of kind {number}.",
        "tags": ["drms" if number % 2 else "crds"],
        "parameters": [
            _parameter("name", {"type": "string"}, required=True),
            _parameter("n", {"type": "integer", "minimum": 1}, required=False),
            _parameter("keys", {"type": "array", "items": {"type": "string"}}, required=False),
            _parameter("state", _ref(f"State{number % ENUMERATIONS}"), required=False),
        ],
        "responses": {
            "200": {"description": "The part.", "content": _content(_ref(f"Record{number + OPERATIONS}"))},
            "422": {"description": "What is wrong.", "content": _content(_ref(f"Record{number}"))},
        },
    }
    if number % 3:
        return {"get": operation}
    return {
        "post": operation | {"requestBody": {"required": True, "content": _content(_ref(f"Record{number}"))}}
    }


def _parameter(name: str, schema: Json, *, required: bool) -> dict[str, object]:
    return {
        "name": name,
        "in": "query",
        "required": required,
        "description": f"The {name}.",
        "schema": schema,
    }
