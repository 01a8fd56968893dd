"""The examples of the descriptions, called over real HTTP: each ends as it says, in docstrings too."""

from __future__ import annotations

import doctest
import importlib
from collections.abc import Iterator
from typing import Any

import pytest

import astrowire
from astrowire import crds, drms
from astrowire_runtime.testing import StandIn
from codegen import ir
from tests.demo import answer_of, same
from tests.stand_in import description, recorded, stand_in

PACKAGE = description()
EXAMPLES = [
    (service, operation, example)
    for service in PACKAGE.services
    for operation in service.operations
    for example in operation.examples
    if example.answer is not None
]
OPERATIONS = [(service.name, each.name) for service in PACKAGE.services for each in service.operations]


@pytest.fixture(scope="module")
def server() -> Iterator[StandIn]:
    with stand_in(PACKAGE) as running:
        yield running


def client_of(server: StandIn, service: str, name: str) -> Any:
    if service == "drms":
        return drms.Client(name, base_url=server.url("drms", name))
    return crds.Client(base_url=server.url("crds", name))


def outcome(client: Any, operation: str, arguments: dict[str, Any]) -> Any:
    try:
        return getattr(client, operation)(**arguments)
    except astrowire.AstrowireError as error:
        return error


def unchecked(arguments: dict[str, Any], expect: str) -> dict[str, Any]:
    """The arguments of an example; those of a failure are sent whatever the typed client thinks of them."""
    if "ds" in arguments and expect not in {"answer", "pending"}:
        return {**arguments, "ds": drms.RecordSet.raw(arguments["ds"])}
    return arguments


def first_of_its_arguments(operation: ir.Operation, example: ir.Example) -> bool:
    """Whether the stand-in, which is asked by arguments, answers with this example."""
    twins = [
        each
        for each in operation.examples
        if each.arguments == example.arguments and each.server == example.server and each.answer
    ]
    return twins[0] is example


@pytest.mark.parametrize(
    ("service", "operation", "example"),
    [pytest.param(*each, id=f"{each[1].name}-{each[2].name}") for each in EXAMPLES],
)
def test_an_example_ends_as_it_says(
    server: StandIn, service: ir.Service, operation: ir.Operation, example: ir.Example
) -> None:
    if first_of_its_arguments(operation, example):
        with client_of(server, service.name, example.server) as client:
            found = outcome(client, operation.name, unchecked(dict(example.arguments), example.expect))
    else:
        module = drms if service.name == "drms" else crds
        response = astrowire.HttpResponse(example.status, {}, recorded(service, example))
        try:
            found = module.OPERATIONS[operation.name].decode(response)
        except astrowire.AstrowireError as error:
            found = error
    if example.expect in {"answer", "pending"}:
        plain = answer_of(service, operation, example)
        result = plain["result"] if service.name == "crds" else plain
        marker = isinstance(result, dict) and "crds_encoded" in result
        assert marker or same(found, result), found
    else:
        assert type(found).__name__ == example.expect, found


@pytest.mark.parametrize(("service", "name"), OPERATIONS)
def test_the_example_of_a_docstring_runs(server: StandIn, service: str, name: str) -> None:
    operation = next(each for each in PACKAGE.service(service).operations if each.name == name)
    good = [each for each in operation.examples if each.expect in {"answer", "pending"}]
    if not good:
        assert name == "exp_repeat", "the one that every server refuses"
        return
    example = good[0]
    function = getattr(importlib.import_module(f"astrowire.{service}.{name}"), name)
    with client_of(server, service, example.server) as client:
        found = doctest.DocTestFinder(recurse=False).find(function, globs={"client": client})
        results = [doctest.DocTestRunner(verbose=False).run(each) for each in found]
    assert sum(each.attempted for each in results) == 1
    assert sum(each.failed for each in results) == 0


def test_canary_another_answer_is_told_apart() -> None:
    assert not same(["a"], ["b"])
    assert not same({"a": 1}, {"a": True})
