"""Schemas of OpenAPI and OpenRPC documents: their verdict is that of the operation's own schema."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator, Draft202012Validator

import astrowire
from astrowire import crds, drms
from astrowire_runtime import codecs, posting
from codegen import ir
from codegen.emit.openapi import wire
from tests.functional.making import ROOT
from tests.recorded.reading import CRDS_OPERATIONS, DRMS_OPERATIONS
from tests.stand_in import description

from .answers import EVERY_WITH_DOCUMENTS, valid_documents, validator
from .arguments import arguments
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


@cache
def members_of(name: str) -> dict[str, Any]:
    """The validators of an operation's members by name, and under ``""`` that of all of them together."""
    document = _document("drms")
    components = {"components": {"schemas": document["components"]["schemas"]}}
    items = [each for each in document["paths"].values() if each.get("get", {}).get("operationId") == name]
    parameters = items[0]["get"].get("parameters", [])
    found = {each["name"]: Draft202012Validator(each["schema"] | components) for each in parameters}
    settings = {each["name"] for each in parameters if "x-astrowire-setting" in each}
    required = [each["name"] for each in parameters if each["required"] and each["name"] not in settings]
    return found | {"": Draft202012Validator({"required": required})}


def number_or_text(text: str, validator: Any) -> Any:
    """A member as its schema has it: OpenAPI writes numbers as their digits."""
    kind = validator.schema.get("type")
    return json.loads(text) if kind in ("integer", "number") else text


@pytest.mark.parametrize("name", DRMS_OPERATIONS)
@given(data=st.data())
def test_the_document_describes_and_gives_as_example_what_the_client_sends(
    name: str, data: st.DataObject
) -> None:
    operation, described = drms.OPERATIONS[name], _description().service("drms").operation(name)
    asked = data.draw(arguments(f"drms.{name}"))
    try:
        request = operation.encode(asked, drms.SERVERS["jsoc"])
    except astrowire.RequestInvalid:
        return
    sent, validators = posting.members(request), members_of(name)
    assert validators[""].is_valid(sent)
    for member in sent.keys() - {"file"}:
        value = number_or_text(sent[member], validators[member])
        assert validators[member].is_valid(value), f"{member}={value!r}"
    filled = {each.name: each.default for each in described.parameters if each.default is not None}
    filled |= {key: value for key, value in asked.items() if value is not None}
    for each in described.query:
        if each.argument is not None:
            found = wire.sent(each, filled)
            assert (None if found is None else _shown(found)) == sent.get(each.name), each.name


@cache
def positions_of(name: str) -> list[Draft7Validator]:
    """The validators of a method's positions."""
    document = _document("crds")
    components = {"components": {"schemas": document["components"]["schemas"]}}
    found = [each for each in document["methods"] if each["x-astrowire-operation"] == name]
    return [Draft7Validator({"allOf": [each["schema"]]} | components) for each in found[0]["params"]]


@pytest.mark.parametrize("name", CRDS_OPERATIONS)
@given(data=st.data())
def test_the_method_describes_what_the_client_sends(name: str, data: st.DataObject) -> None:
    asked = data.draw(arguments(f"crds.{name}"))
    try:
        request = crds.OPERATIONS[name].encode(asked, crds.SERVERS["jwst"])
    except astrowire.RequestInvalid:
        return
    sent, validators = json.loads(request.body)["params"], positions_of(name)
    assert len(sent) <= len(validators)
    for value, position in zip(sent, validators, strict=False):
        assert position.is_valid(value), f"{value!r}"


def _shown(value: str | float) -> str:
    return value if isinstance(value, str) else codecs._printed(value)


@cache
def _description() -> ir.Package:
    return description()
