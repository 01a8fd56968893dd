"""Every known parameter, member, status, text and limit of an operation is in a spec file of that operation.

The spec files of an operation are its own, the service's, and the service's
shared types. They are read as plain YAML, so that a name counts only where it is
a key or a value, or is written as code in a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.recorded.reading import CRDS_OPERATIONS, DRMS_OPERATIONS

SPEC = Path(__file__).resolve().parent.parent.parent / "spec"
FACTS: dict[str, dict[str, dict[str, Any]]] = yaml.safe_load(
    Path(__file__).with_name("facts.yaml").read_text(encoding="utf-8")
)
EVERY = [
    (service, operation)
    for service, operations in FACTS.items()
    for operation in operations
    if operation != "every"
]

_CODE = re.compile(r"`+([^`]+)`+")
_WORDS = re.compile(r"[A-Za-z0-9_*./:+-]+")


def leaves(value: Any) -> Iterator[str]:
    """All keys and scalars of a YAML value, as text."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield str(key)
            yield from leaves(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner)
    else:
        yield str(value)


@cache
def said(service: str, operation: str) -> tuple[frozenset[str], str]:
    """The names that an operation's spec files use, and all their texts with single blanks."""
    files = [f"{operation}.yaml", "types.yaml", "service.yaml"]
    found = [
        text
        for file in files
        for text in leaves(yaml.safe_load((SPEC / service / file).read_text(encoding="utf-8")))
    ]
    names = set(found)
    for text in found:
        for code in _CODE.findall(text):
            names |= {code, *_WORDS.findall(code)}
    return frozenset(names), "\n".join(found)


def missing(service: str, operation: str, facts: dict[str, Any]) -> list[str]:
    """The facts that the spec files do not have."""
    names, text = said(service, operation)
    flat = [
        str(name)
        for entry in facts.get("names", [])
        for name in (entry if isinstance(entry, list) else [entry])
    ]
    absent = [name for name in flat if name not in names and not _is_quoted(name, text)]
    absent += [each for each in facts.get("texts", []) if _plain(each) not in _plain(text)]
    absent += [str(each) for each in facts.get("limits", []) if str(each) not in text]
    return absent


def _is_quoted(name: str, text: str) -> bool:
    """Whether a text has the name, if it is not a short one, as a word of its own."""
    return (
        len(name) > 3 and re.search(rf"(?<![A-Za-z0-9_]){re.escape(name)}(?![A-Za-z0-9_])", text) is not None
    )


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text)


@pytest.mark.parametrize(("service", "operation"), EVERY, ids=str)
def test_every_fact_is_in_the_spec(service: str, operation: str) -> None:
    assert missing(service, operation, FACTS[service][operation]) == []


@pytest.mark.parametrize(("service", "operation"), EVERY, ids=str)
def test_what_holds_for_the_whole_service(service: str, operation: str) -> None:
    assert missing(service, operation, FACTS[service]["every"]) == []


def test_every_operation_has_facts() -> None:
    assert {operation for service, operation in EVERY if service == "drms"} == set(DRMS_OPERATIONS)
    assert {operation for service, operation in EVERY if service == "crds"} == set(CRDS_OPERATIONS)
    assert all(FACTS[service][operation]["names"] for service, operation in EVERY)


def test_every_operation_cites_its_sources() -> None:
    """Each parameter and each member of an operation's own types names where it is known from."""
    without: list[str] = []
    for service, operation in EVERY:
        spec = yaml.safe_load((SPEC / service / f"{operation}.yaml").read_text(encoding="utf-8"))
        without += [
            f"{operation}.{name}"
            for name, each in spec.get("parameters", {}).items()
            if not each.get("source")
        ]
        for type_name, shape in spec.get("types", {}).items():
            members = shape.get("properties", {})
            without += [
                f"{operation}.{type_name}.{name}" for name, each in members.items() if not each.get("source")
            ]
    assert without == []


@pytest.mark.parametrize(
    ("kind", "fact"),
    [("names", "frobnicate"), ("names", "z"), ("texts", "The moon is full."), ("limits", "77777")],
)
def test_canary_an_unknown_fact_is_missed(kind: str, fact: str) -> None:
    assert missing("drms", "rs_list", {kind: [fact]}) == [fact]
