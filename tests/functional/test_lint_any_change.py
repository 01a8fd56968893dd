"""Any single change of a description is read or refused in words; nothing escapes as an exception."""

from __future__ import annotations

import copy
import json
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import yaml
from hypothesis import given
from hypothesis import strategies as st

from codegen.build import build
from codegen.document import check, dialect
from codegen.load import load_text
from codegen.problems import Problems
from codegen.resolve import load_package

from .descriptions import TABLES, store

KIND = {"package.yaml": "package", "service.yaml": "service"}
WORDS = (
    "ping",
    "name",
    "count",
    "Pong",
    "Other",
    "status",
    "text",
    "days",
    "Seen",
    "cells",
    "sensors",
    "words",
    "options",
    "steps",
    "^(a+)+$",
    "examples/x",
)
ODD = st.sampled_from(
    [
        None,
        True,
        0,
        -1,
        1.5,
        "",
        "x",
        "class",
        "é",
        "a\nb",
        [],
        {},
        [1],
        {"ref": "Pong"},
        {"type": "string"},
        *WORDS,
        {"type": "object", "properties": {"a": {"ref": "Pong"}}},
        {"kinds": [{"ref": "Pong"}, {"type": "null"}]},
    ]
)
KEYS = (
    "ref",
    "kinds",
    "pair",
    "tuple",
    "const",
    "enum",
    "type",
    "default",
    "codec",
    "with",
    "options",
    "steps",
    "batch",
    "failure",
    "broken",
    "examples",
    "corrections",
    "required",
    "key",
    "by_halves",
    "sentinels",
    "as",
    "x",
    "aliases",
    "column",
    "table",
    "types",
    "beside",
    "suffix",
)


@cache
def data(path: str) -> Any:
    document = load_text(TABLES[path], path, Problems())
    return document.data


def places(value: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield at
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield from places(item, (*at, key))


@st.composite
def changes(draw: st.DrawFn) -> tuple[str, Any]:
    """A file of the good description with one to three nodes replaced, removed or added."""
    path = draw(st.sampled_from(sorted(TABLES)))
    found = copy.deepcopy(data(path))
    for _ in range(draw(st.integers(1, 3))):
        *above, last = draw(st.sampled_from(list(places(found))[1:] or [("dialect",)]))
        parent = found
        for step in above:
            parent = parent[step]
        how = draw(st.sampled_from(["replace", "remove", "add"]))
        if how == "remove" and len(parent) > 1:
            del parent[last]
        elif how == "add" and isinstance(parent, dict):
            parent[draw(st.sampled_from(KEYS))] = copy.deepcopy(draw(ODD))
        else:
            parent[last] = copy.deepcopy(draw(ODD))
    return path, found


def quoted(value: Any) -> str:
    """JSON is YAML with every text quoted."""
    return json.dumps(value)


@given(changes())
def test_nothing_but_problems_comes_out(change: tuple[str, Any]) -> None:
    path, found = change
    with tempfile.TemporaryDirectory() as folder:
        spec = store({**TABLES, path: quoted(found)}, Path(folder))
        package, problems = load_package(spec)
        assert (package is None) == bool(problems)
        assert problems == sorted(problems)
        assert all(each.message and each.line == 1 for each in problems if each.file.endswith(path))
        if package is not None:
            assert len(build(package, spec, ["jsonschema"])) > 0


@given(changes())
def test_our_verdict_is_that_of_json_schema(change: tuple[str, Any]) -> None:
    path, found = change
    kind = KIND.get(Path(path).name, "operation")
    problems = Problems()
    check(load_text(quoted(found), path, problems), kind, problems)
    schema = {"$ref": f"#/$defs/{kind}", "$defs": dialect()["$defs"]}
    if "\\n" not in quoted(found):
        assert jsonschema.Draft202012Validator(schema).is_valid(found) == (len(problems) == 0)


def test_the_good_description_is_what_the_changes_start_from() -> None:
    assert all(data(path) == yaml.safe_load(TABLES[path]) for path in TABLES)
