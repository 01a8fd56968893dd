"""Every keyword of JSON Schema 2020-12 is one of the dialect's, or is refused by its name."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from tests.suite import suite

ADMITTED: dict[str, dict[str, Any]] = {
    "type": {"type": "string"},
    "const": {"const": 1},
    "enum": {"enum": ["a", 1, None]},
    "pattern": {"type": "string", "pattern": "^a$"},
    "minLength": {"type": "string", "minLength": 1},
    "maxLength": {"type": "string", "maxLength": 1},
    "minimum": {"type": "integer", "minimum": 1},
    "maximum": {"type": "number", "maximum": 1},
    "items": {"type": "array", "items": {"type": "string"}},
    "minItems": {"type": "array", "items": {"type": "string"}, "minItems": 1},
    "maxItems": {"type": "array", "items": {"type": "string"}, "maxItems": 1},
    "properties": {
        "type": "object",
        "properties": {"a": {"type": "string", "summary": "S.", "source": ["suite"]}},
    },
    "required": {
        "type": "object",
        "required": ["a"],
        "properties": {"a": {"type": "string", "summary": "S.", "source": ["suite"]}},
    },
    "additionalProperties": {"type": "object", "additionalProperties": {"type": "string"}},
    "minProperties": {"type": "object", "additionalProperties": {"type": "string"}, "minProperties": 1},
    "maxProperties": {"type": "object", "additionalProperties": {"type": "string"}, "maxProperties": 1},
    "deprecated": {
        "type": "object",
        "properties": {"a": {"type": "string", "summary": "S.", "source": ["suite"], "deprecated": True}},
    },
}
"""Keywords that descriptions use, each in a shape; ``ref``, ``kinds`` and ``tuple`` stand for three more."""

VALUES: dict[str, Any] = {
    "$id": "urn:a",
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$ref": "#/$defs/T",
    "$anchor": "a",
    "$dynamicRef": "#a",
    "$dynamicAnchor": "a",
    "$vocabulary": {},
    "$comment": "a",
    "$defs": {},
    "prefixItems": [{"type": "string"}],
    "contains": {"type": "string"},
    "patternProperties": {"^a$": {"type": "string"}},
    "dependentSchemas": {},
    "propertyNames": {"pattern": "^a$"},
    "if": {"type": "string"},
    "then": {"type": "string"},
    "else": {"type": "string"},
    "allOf": [{"type": "string"}],
    "anyOf": [{"type": "string"}],
    "oneOf": [{"type": "string"}],
    "not": {"type": "string"},
    "unevaluatedItems": False,
    "unevaluatedProperties": False,
    "exclusiveMinimum": 1,
    "exclusiveMaximum": 1,
    "multipleOf": 2,
    "uniqueItems": True,
    "maxContains": 1,
    "minContains": 1,
    "dependentRequired": {},
    "title": "a",
    "description": "a",
    "default": "a",
    "readOnly": True,
    "writeOnly": True,
    "examples": ["a"],
    "format": "date",
    "contentEncoding": "base64",
    "contentMediaType": "text/plain",
    "contentSchema": {"type": "string"},
}
SHAPES: dict[str, dict[str, Any]] = {
    "text": {"type": "string"},
    "list": {"type": "array", "items": {"type": "string"}},
    "map": {"type": "object", "additionalProperties": {"type": "string"}},
    "record": ADMITTED["properties"],
    "number": {"type": "number"},
    "alone": {},
}


def keywords() -> list[str]:
    """All keywords of all vocabularies, as the meta-schemas have them."""
    folder = files("jsonschema_specifications") / "schemas" / "draft202012" / "vocabularies"
    found: set[str] = set()
    for each in folder.iterdir():
        found |= json.loads(each.read_text(encoding="utf-8")).get("properties", {}).keys()
    return sorted(found)


def problems(tmp_path: Path, shape: dict[str, Any]) -> list[str]:
    """What ``lint-spec`` says of a named type."""
    each = suite.operation(suite.groups()[-1])
    each |= {"operation": "one", "types": {"T": {"summary": "A.", **shape}}, "result": {"ref": "T"}}
    return suite.rules(tmp_path / "spec", each)


def test_no_keyword_is_forgotten() -> None:
    found = keywords()
    assert len(found) > 50
    assert sorted(ADMITTED.keys() | VALUES.keys()) == found
    assert not ADMITTED.keys() & VALUES.keys()


@pytest.mark.parametrize("keyword", sorted(ADMITTED))
def test_an_admitted_keyword_is_taken(keyword: str, tmp_path: Path) -> None:
    assert problems(tmp_path, ADMITTED[keyword]) == []


@pytest.mark.parametrize("place", sorted(SHAPES))
@pytest.mark.parametrize("keyword", sorted(VALUES))
def test_another_keyword_is_refused_by_its_name(keyword: str, place: str, tmp_path: Path) -> None:
    found = problems(tmp_path, {**SHAPES[place], keyword: VALUES[keyword]})
    assert any(f'"{keyword}"' in each or f" {keyword}" in each for each in found), found
