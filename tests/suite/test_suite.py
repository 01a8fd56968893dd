"""The official test suite of JSON Schema through decoders that were generated for its schemas."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import astrowire
from tests.functional.making import generate, imported
from tests.suite import suite
from tests.suite.suite import Group
from tests.suite.translation import OPEN_TUPLE, Outside


@pytest.fixture(scope="module")
def sorted_out(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Group], dict[str, str]]:
    return suite.sorted_out(tmp_path_factory.mktemp("sorted out"))


@pytest.fixture(scope="module")
def operations(
    sorted_out: tuple[dict[str, Group], dict[str, str]], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Any]:
    """One package for all schemas that can be said."""
    folder = tmp_path_factory.mktemp("suite")
    said = {name: suite.operation(group) for name, group in sorted_out[0].items()}
    spec = suite.write(folder / "spec", said)
    out = generate(spec, folder / "out", "--target", "python", "--target", "jsonschema")
    with imported(out / "python", "suite") as package:
        yield _service(package).OPERATIONS


def _service(package: ModuleType) -> Any:
    return package.svc


def verdict(operation: Any, document: Any) -> bool:
    """What the decoder says; the checker and the generated schema must say the same."""
    response = astrowire.HttpResponse(200, {}, json.dumps(document).encode())
    accepted = True
    try:
        operation.decode(response)
    except astrowire.SchemaMismatch:
        accepted = False
    others = {
        "checker": operation.validate_response(document) == [],
        "jsonschema": Draft202012Validator(operation.response_schema).is_valid(document),
    }
    assert set(others.values()) == {accepted}, f"{accepted} and {others} for {document!r}"
    return accepted


def differences(group: Group, operation: Any) -> list[str]:
    """The tests of a schema whose verdict is another."""
    return [
        f"{group.says}: {test['description']}: {test['data']!r} should be {test['valid']}"
        for test in group.tests
        if verdict(operation, test["data"]) is not test["valid"]
    ]


def test_every_verdict_is_that_of_the_suite(
    sorted_out: tuple[dict[str, Group], dict[str, str]], operations: Any
) -> None:
    said, _ = sorted_out
    assert [line for name, group in said.items() for line in differences(group, operations[name])] == []


def test_every_test_is_run_or_its_schema_is_refused(
    sorted_out: tuple[dict[str, Group], dict[str, str]],
) -> None:
    said, refused = sorted_out
    assert said.keys() | refused.keys() == {group.name for group in suite.groups()}
    assert not said.keys() & refused.keys()
    counts = Counter({"run": 0, "refused": 0})
    for group in suite.groups():
        counts["run" if group.name in said else "refused"] += len(group.tests)
    assert counts == RUN_AND_REFUSED


RUN_AND_REFUSED = {"run": 259, "refused": 255}
"""Tests of the suite in the version that is kept; a translation that can say more changes this on purpose."""


def test_what_the_dialect_can_t_say_is_refused(
    sorted_out: tuple[dict[str, Group], dict[str, str]], tmp_path: Path
) -> None:
    """Word by word: no schema that is outside of the dialect is taken for something else."""
    _, refused = sorted_out
    taken = [
        name
        for group in suite.groups()
        if (name := group.name) in refused and not suite.rules(tmp_path / name, suite.literal(group))
    ]
    assert taken == []


def closed(group: Group) -> Group | None:
    """A schema with ``prefixItems`` as the closed tuple of the dialect, its verdicts by ``jsonschema``."""
    schema = group.schema
    if not isinstance(schema, dict) or "prefixItems" not in schema:
        return None
    tuple_ = {**schema, "type": "array", "items": False}
    tuple_["minItems"] = len(schema["prefixItems"])
    validator = Draft202012Validator(tuple_)
    tests = tuple({**test, "valid": validator.is_valid(test["data"])} for test in group.tests)
    return Group(f"closed_{group.name}", f"{group.says}, closed", tuple_, tests)


def test_closed_tuples_are_what_the_suite_s_tuples_are_when_they_are_closed(tmp_path: Path) -> None:
    """The suite has no tuple of the kind that the dialect knows, so some are made of those that it has."""
    found = {each.name: each for group in suite.groups() if (each := closed(group))}
    said: dict[str, Any] = {}
    outside: dict[str, str] = {}
    for name, group in found.items():
        try:
            said[name] = suite.operation(group)
        except Outside as reason:
            outside[name] = str(reason)
    assert outside == {
        "closed_items_3": OPEN_TUPLE,
        "closed_prefix_items_1": "false as a schema",
        "closed_ref_2": "a reference to something else than a named type",
    }
    spec = suite.write(tmp_path / "spec", said, "closed")
    out = generate(spec, tmp_path / "out", "--target", "python", "--target", "jsonschema")
    with imported(out / "python", "closed") as package:
        operations = _service(package).OPERATIONS
        assert [line for name in said for line in differences(found[name], operations[name])] == []
        verdicts = Counter(test["valid"] for name in said for test in found[name].tests)
    assert verdicts[True] >= 4, verdicts
    assert verdicts[False] >= 4, verdicts


@pytest.mark.parametrize("body", [b'["\xe9"]', b'"\xed\xa0\x80"', b"\xff"])
def test_of_a_service_in_utf_8_other_bytes_are_no_document(operations: Any, body: bytes) -> None:
    outcome: object = None
    try:
        outcome = operations["max_items_0"].decode(astrowire.HttpResponse(200, {}, body))
    except Exception as error:
        outcome = error
    assert isinstance(outcome, astrowire.NotJson | astrowire.Malformed), repr(outcome)


# The tests can fail.


def test_canary_a_wrong_verdict_is_told(
    sorted_out: tuple[dict[str, Group], dict[str, str]], operations: Any
) -> None:
    name, group = next(iter(sorted_out[0].items()))
    turned = tuple({**test, "valid": not test["valid"]} for test in group.tests)
    found = differences(Group(name, group.says, group.schema, turned), operations[name])
    assert len(found) == len(group.tests)


def test_canary_what_can_be_said_is_not_refused(tmp_path: Path) -> None:
    found = {group.name: group for group in suite.groups()}
    assert suite.rules(tmp_path / "a", suite.operation(found["max_items_0"])) == []
