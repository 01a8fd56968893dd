"""The made-up description leaves out no key of the dialect, and no word that makes a difference in output."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from codegen.load import load_file
from codegen.problems import Problems
from tests.functional.making import GOLDEN_SPEC, SPEC

DIALECT: dict[str, Any] = json.loads((SPEC / "dialect" / "dialect.json").read_text(encoding="utf-8"))
DEFINITIONS: dict[str, dict[str, Any]] = DIALECT["$defs"]
NOTES = {"summary", "doc", "source", "deprecated"}
WORDS = [
    ("operation", "stability"),
    ("operation", "effect"),
    ("query_member", "codec"),
    ("arm", "meaning"),
    ("face", "style"),
    ("shape_types", "type"),
    ("table_types", "kinds"),
]

Key = tuple[str, str]


def keys_of_dialect() -> set[Key]:
    """Every key with the definition that has it; notes of shapes are one key of ``shape``."""
    found: set[Key] = set()

    def visit(schema: Any, where: str) -> None:
        if isinstance(schema, list):
            for each in schema:
                visit(each, where)
        elif isinstance(schema, dict):
            for name, inner in schema.get("properties", {}).items():
                found.add(_key(where, name))
                visit(inner, f"{where}.{name}")
            for word in ("items", "additionalProperties", "anyOf", "allOf"):
                visit(schema.get(word), where)

    for name, schema in DEFINITIONS.items():
        visit(schema, name)
    return found


def _key(where: str, name: str) -> Key:
    return ("shape", name) if where.startswith("shape_") and name in NOTES else (where, name)


def used(kind: str, value: Any) -> Iterator[tuple[Key, Any]]:
    """Every key of a file that is used, with its definition and value."""
    return _used({"$ref": f"#/$defs/{kind}"}, value, kind)


def _used(schema: Any, value: Any, where: str) -> Iterator[tuple[Key, Any]]:
    if not isinstance(schema, dict):
        return
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        yield from _used(DEFINITIONS[name], value, name)
    for each in schema.get("allOf", []):
        yield from _used(each, value, where)
    fitting = (each for each in schema.get("anyOf", []) if _validator(json.dumps(each)).is_valid(value))
    yield from _used(next(fitting, None), value, where)
    if isinstance(value, list):
        for item in value:
            yield from _used(schema.get("items"), item, where)
    if isinstance(value, dict):
        members = schema.get("properties", {})
        for name, inner in value.items():
            if name in members:
                yield _key(where, name), inner
            yield from _used(
                members.get(name, schema.get("additionalProperties")),
                inner,
                f"{where}.{name}" if name in members else where,
            )


@cache
def _validator(schema: str) -> Any:
    return Draft202012Validator({**json.loads(schema), "$defs": DEFINITIONS})


def kind_of(path: Path) -> str:
    return (
        path.stem
        if path.stem in {"package", "service", "types", "corrections", "recordings"}
        else "operation"
    )


@pytest.fixture(scope="module")
def golden() -> list[tuple[Key, Any]]:
    found: list[tuple[Key, Any]] = []
    for path in sorted(GOLDEN_SPEC.rglob("*.yaml")):
        problems = Problems()
        document = load_file(path, path.name, problems)
        assert problems.sorted() == []
        found += used(kind_of(path), document.data)
    return found


def test_every_key_is_used(golden: list[tuple[Key, Any]]) -> None:
    known = keys_of_dialect()
    assert len(known) > 150, "the dialect was not read"
    assert sorted(known - {key for key, _ in golden}) == []


def test_every_word_that_changes_the_output_is_used(golden: list[tuple[Key, Any]]) -> None:
    for definition, key in WORDS:
        words = words_of(DEFINITIONS[definition]["properties"][key])
        said = {word for found, value in golden if found == (definition, key) for word in words_said(value)}
        assert len(words) > 1
        assert words - said == set(), f"{definition}.{key}"


def words_of(schema: dict[str, Any]) -> set[str]:
    """The closed set of words behind a key, of its items or of its values."""
    while "enum" not in schema:
        if "$ref" in schema:
            schema = DEFINITIONS[schema["$ref"].rpartition("/")[2]]
        elif "anyOf" in schema:
            schema = schema["anyOf"][0]
        else:
            schema = schema.get("items") or schema["additionalProperties"]
    return set(schema["enum"])


def words_said(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else [value]


def test_a_key_that_is_used_nowhere_is_found() -> None:
    found = {key for key, _ in used("package", {"dialect": 1, "package": "x", "version": "1.0.0"})}
    assert ("package", "version") in found
    assert ("package", "doc") in keys_of_dialect() - found
