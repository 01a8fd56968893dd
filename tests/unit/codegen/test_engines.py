"""What the dialect admits is what validators read alike, and the page that says so says what was measured."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from codegen.ambiguity import slowness
from codegen.regex import MAX_SIZE, BadPattern, is_deep, parse, size
from tests.conformance import probing

ROOT = Path(__file__).resolve().parents[3]
PAGE = (ROOT / "spec/dialect/ENGINES.md").read_text(encoding="utf-8")
PROBES = probing.read()
SCHEMAS = [json.loads(path.read_bytes()) for path in ROOT.glob("generated/jsonschema/*/*.json")]
COMPLETED = "pattern: $ before a line break, bare"
"""A pattern that the dialect admits: schemas have something beside it, and the probe has not."""


def patterns(group: str) -> list[tuple[str, str]]:
    return [
        (each["name"], each["schema"]["pattern"])
        for each in PROBES[group]
        if each["name"].startswith("pattern: ") and each["name"] != COMPLETED
    ]


def read_alike(pattern: str) -> bool:
    """Whether the dialect takes all engines to read it alike; how long they take is another matter."""
    try:
        parsed = parse(pattern)
    except BadPattern:
        return False
    return not is_deep(parsed.node) and size(parsed.node) <= MAX_SIZE


@pytest.mark.parametrize(("name", "pattern"), patterns("admitted"))
def test_a_pattern_that_all_read_alike_is_admitted(name: str, pattern: str) -> None:
    assert read_alike(pattern)


@pytest.mark.parametrize(("name", "pattern"), patterns("refused"))
def test_a_pattern_that_is_recorded_as_refused_is_refused(name: str, pattern: str) -> None:
    assert not read_alike(pattern) or slowness(parse(pattern))


def keywords(schema: Any) -> Iterator[str]:
    """The keywords of a schema and of all below it."""
    if not isinstance(schema, dict):
        return
    yield from schema
    for word in ("properties", "$defs"):
        for each in schema.get(word, {}).values():
            yield from keywords(each)
    for word in ("items", "additionalProperties", "propertyNames", "not"):
        yield from keywords(schema.get(word))
    for word in ("anyOf", "allOf", "prefixItems"):
        for each in schema.get(word, ()):
            yield from keywords(each)


def test_every_keyword_of_every_generated_schema_was_tried() -> None:
    tried = {word for each in PROBES["admitted"] for word in keywords(each["schema"])}
    used = {word for schema in SCHEMAS for word in keywords(schema)}
    assert used - tried == {"$schema", "$id"}


def test_no_generated_schema_has_a_keyword_that_is_refused() -> None:
    admitted = {word for each in PROBES["admitted"] for word in keywords(each["schema"])}
    against = {word for each in PROBES["refused"] for word in keywords(each["schema"])} - admitted
    assert {"format", "oneOf", "uniqueItems", "patternProperties", "multipleOf"} <= against
    assert not against & {word for schema in SCHEMAS for word in keywords(schema)}


def test_all_say_the_same_of_what_is_admitted_and_not_of_what_is_refused_without_another_reason() -> None:
    verdicts = {verdict for each in PROBES["admitted"] for verdict in each["texts"].values()}
    assert verdicts == {"accepted", "rejected"}
    for each in PROBES["refused"]:
        differing = [verdict for verdict in each["texts"].values() if isinstance(verdict, dict)]
        assert all(set(verdict) == set(probing.ENGINES) for verdict in differing)
        assert bool(differing) is ("because" not in each), each["name"]


def test_names_tell_probes_apart() -> None:
    names = [each["name"] for group in PROBES.values() for each in group]
    assert len(set(names)) == len(names)


def test_the_one_of_python_says_what_is_recorded() -> None:
    assert list(probing.differences("python", probing.python())) == []


def test_a_verdict_that_has_changed_is_told() -> None:
    said = {name: dict(texts) for name, texts in probing.python().items()}
    said["type: integer"]["1.0"] = "rejected"
    del said["const: 1"]
    found = list(probing.differences("python", said))
    assert found[0] == {"probe": "type: integer", "text": "1.0", "expected": "accepted", "said": "rejected"}
    assert {each["probe"] for each in found[1:]} == {"const: 1"}


@pytest.mark.parametrize(("mark", "text"), [("differ", probing.table()), ("others", probing.others())])
def test_the_page_says_what_was_measured(mark: str, text: str) -> None:
    shown = PAGE.partition(f"<!-- {mark}")[2].partition("-->\n")[2].partition(f"\n<!-- /{mark} -->")[0]
    assert shown == text, f"this belongs there:\n{text}"
