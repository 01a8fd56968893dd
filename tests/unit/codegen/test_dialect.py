"""The meta-schema: closed, honest to its own standard, and explained on one page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest
import yaml

from codegen.document import DIALECT, dialect

README = DIALECT.with_name("README.md")


def objects(schema: object) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield schema
    for each in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from objects(each)


def keywords() -> set[str]:
    return {
        key
        for each in objects(dialect())
        if each.get("type") == "object"
        for key in each.get("properties", {})
    }


def mentioned() -> set[str]:
    text = README.read_text(encoding="utf-8")
    code = "\n".join(re.findall(r"```yaml\n.*?```|`[^`\n]+`", text, re.DOTALL))
    return set(re.findall(r"[A-Za-z_]+", code))


def test_every_keyword_has_an_example() -> None:
    assert keywords() - mentioned() == set()
    assert len(keywords()) > 100


def test_examples_are_yaml() -> None:
    for block in re.findall(r"```yaml\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL):
        assert yaml.safe_load(block)


def test_the_meta_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(dialect())


def test_every_object_is_closed() -> None:
    open_ones = [
        sorted(each["properties"])
        for each in objects(dialect())
        if each.get("type") == "object"
        and "properties" in each
        and each.get("additionalProperties") is not False
    ]
    assert open_ones == []


def test_every_definition_is_used() -> None:
    defined = set(dialect()["$defs"])
    used = {
        each["$ref"].rpartition("/")[2] for each in objects(dialect()) if isinstance(each.get("$ref"), str)
    }
    assert defined == used


@pytest.mark.parametrize("kind", ["package", "service", "types", "operation", "corrections", "recordings"])
def test_every_kind_of_file_says_its_version(kind: str) -> None:
    definition = dialect()["$defs"][kind]
    assert definition["properties"]["dialect"] == {"const": 1}
    assert "dialect" in definition["required"]
