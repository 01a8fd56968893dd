"""Schemas of OpenAPI and OpenRPC documents: their verdict is that of the operation's own schema."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator, Draft202012Validator

from tests.functional.making import ROOT

from .answers import EVERY_WITH_DOCUMENTS, valid_documents, validator
from .places import one_change

each_operation = pytest.mark.parametrize("title", EVERY_WITH_DOCUMENTS)


@cache
def _document(service: str) -> dict[str, Any]:
    path = {"drms": "openapi/drms.json", "crds": "openrpc/crds.json"}[service]
    return dict(json.loads((ROOT / "generated" / path).read_text(encoding="utf-8")))


@cache
def exported(title: str) -> Any:
    """The validator that the document of the operation's service has for its answers."""
    service, _, name = title.partition(".")
    document = _document(service)
    components = {"components": {"schemas": document["components"]["schemas"]}}
    if service == "drms":
        content = document["components"]["responses"][name]["content"]
        return Draft202012Validator(content["application/json"]["schema"] | components)
    found = [each for each in document["methods"] if each["x-astrowire-operation"] == name]
    schema = found[0]["result"]["schema"]
    if "$ref" in schema:  # what stands beside it is not read
        schema = {"allOf": [schema]}
    return Draft7Validator(schema | components)


@each_operation
@given(data=st.data())
def test_the_exported_schema_agrees_on_answers(title: str, data: st.DataObject) -> None:
    document = data.draw(valid_documents(title))
    assert exported(title).is_valid(document)
    changed = data.draw(one_change(document))
    assert exported(title).is_valid(changed) is validator(title).is_valid(changed)


def test_canary_another_schema_is_noticed() -> None:
    other = exported("drms.rs_list")
    assert not other.is_valid({"status": 0, "count": 1}), "columns are missing"
    assert not other.is_valid({"status": "0", "count": 0, "error": 1})
    assert other.is_valid({"status": 0, "count": 0})
