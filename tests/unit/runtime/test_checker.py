"""The checker: its verdict is that of JSON Schema, and its words say what is wrong, where, and what to do."""

from __future__ import annotations

import copy
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from astrowire_runtime.checker import equal, problems

SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-5, 5)
    | st.sampled_from([0.5, 1.0, -2.0])
    | st.sampled_from(["", "a", "ab", "5", "a\n", "é"])
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
    max_leaves=6,
)
LEAVES = st.sampled_from(
    [
        {"type": "string"},
        {"type": "string", "pattern": "^[a-z]+$"},
        {"type": "string", "minLength": 1, "maxLength": 1},
        {"type": "integer"},
        {"type": "integer", "minimum": 0, "maximum": 3},
        {"type": "number"},
        {"type": "boolean"},
        {"type": "null"},
        {"type": ["string", "null"]},
        {"type": ["integer", "string"]},
        {"const": 1},
        {"const": "a"},
        {"enum": [1, "a", None]},
        {"enum": [True]},
        {"not": {"enum": [0, 1]}},
        {},
    ]
)


def _arrays(inner: st.SearchStrategy[dict[str, Any]]) -> st.SearchStrategy[dict[str, Any]]:
    sizes = st.sampled_from([{}, {"minItems": 1}, {"maxItems": 1}])
    lists = st.builds(lambda item, size: {"type": "array", "items": item} | size, inner, sizes)
    tuples = st.builds(
        lambda items: {"type": "array", "prefixItems": items, "items": False, "minItems": len(items)},
        st.lists(inner, min_size=1, max_size=2),
    )
    return lists | tuples


def _objects(inner: st.SearchStrategy[dict[str, Any]]) -> st.SearchStrategy[dict[str, Any]]:
    return st.builds(
        lambda members, required, rest: {
            "type": "object",
            "properties": members,
            "required": required,
            "additionalProperties": rest,
        },
        st.dictionaries(st.sampled_from("abc"), inner, max_size=2),
        st.lists(st.sampled_from("abc"), unique=True, max_size=1),
        st.booleans() | inner,
    )


SCHEMAS = st.recursive(
    LEAVES,
    lambda inner: (
        _arrays(inner)
        | _objects(inner)
        | st.builds(lambda options: {"anyOf": options}, st.lists(inner, min_size=1, max_size=3))
        | st.builds(lambda parts: {"allOf": parts}, st.lists(inner, min_size=1, max_size=2))
    ),
    max_leaves=5,
)


@given(SCHEMAS, VALUES)
def test_the_verdict_is_that_of_json_schema(schema: dict[str, Any], value: Any) -> None:
    # Python's $ also matches before a last line break, which the reference validator inherits.
    strict = _with_strict_ends(schema)
    theirs = jsonschema.Draft202012Validator(strict).is_valid(value)
    found = problems(schema, value)
    assert (found == []) is theirs, found
    assert found == sorted(found)


@given(SCHEMAS, VALUES, st.integers(1, 3))
def test_a_few_problems_have_the_verdict_of_all(schema: dict[str, Any], value: Any, most: int) -> None:
    found = problems(schema, value, most)
    assert bool(found) is bool(problems(schema, value))
    assert len(found) <= most


def _with_strict_ends(schema: Any) -> Any:
    if isinstance(schema, dict):
        found = {name: _with_strict_ends(part) for name, part in schema.items()}
        if isinstance(found.get("pattern"), str):
            found["pattern"] = found["pattern"].replace("$", r"\Z")
        return found
    return [_with_strict_ends(part) for part in schema] if isinstance(schema, list) else schema


@given(SCHEMAS, VALUES)
def test_checking_changes_nothing(schema: dict[str, Any], value: Any) -> None:
    before = copy.deepcopy((schema, value))
    problems(schema, value)
    assert (schema, value) == before


ROW = {
    "type": "object",
    "properties": {"count": {"type": "integer"}, "names": {"type": "array", "items": {"type": "string"}}},
    "required": ["count"],
    "additionalProperties": False,
}
ARMS = {
    "anyOf": [
        {
            "allOf": [
                {"type": "object", "properties": {"s": {"enum": [0]}}, "required": ["s"]},
                {"$ref": "#/$defs/A"},
            ]
        },
        {
            "allOf": [
                {"type": "object", "properties": {"s": {"enum": [1]}}, "required": ["s"]},
                {"$ref": "#/$defs/B"},
            ]
        },
    ],
    "$defs": {
        "A": {"type": "object", "properties": {"n": {"type": "integer"}}, "required": ["n"]},
        "B": {"type": "object", "properties": {"e": {"type": "string"}}, "required": ["e"]},
    },
}
PAIR = {
    "anyOf": [
        {
            "type": "array",
            "prefixItems": [{"const": True}, {"type": "integer"}],
            "items": False,
            "minItems": 2,
        },
        {
            "type": "array",
            "prefixItems": [{"const": False}, {"type": "string"}],
            "items": False,
            "minItems": 2,
        },
    ]
}


@pytest.mark.parametrize(
    ("schema", "value", "expected"),
    [
        (ROW, {"count": "7"}, ["/count: expected an integer, got '7' [type]"]),
        (ROW, {}, ["(the whole value): the member 'count' is missing [required]"]),
        (ROW, [], ["(the whole value): expected an object, got [] [type]"]),
        (
            ROW,
            {"count": True, "names": ["a", 5], "coutn": 1},
            [
                "(the whole value): 'coutn' is not known here; did you mean 'count'? [additionalProperties]",
                "/count: expected an integer, got True [type]",
                "/names/1: expected a string, got 5; write it as text, '5' [type]",
            ],
        ),
        (ARMS, {"s": 0, "n": "x"}, ["/n: expected an integer, got 'x' [type]"]),
        (ARMS, {"s": 1}, ["(the whole value): the member 'e' is missing [required]"]),
        (ARMS, None, ["(the whole value): expected an object, got None [type]"]),
        (PAIR, [True, "x"], ["/1: expected an integer, got 'x' [type]"]),
        (PAIR, [False, 5], ["/1: expected a string, got 5; write it as text, '5' [type]"]),
        (PAIR, [True, 1, 2], ["(the whole value): expected 2 items and no more, got 3 [items]"]),
        (
            {"anyOf": [{"type": "string"}, {"type": "array"}]},
            5,
            ["(the whole value): expected a string or an array, got 5 [type]"],
        ),
        (
            {"enum": ["fits", "jpg"]},
            "fitz",
            ["(the whole value): 'fitz' is not one of 'fits', 'jpg'; did you mean 'fits'? [enum]"],
        ),
        ({"type": "string", "minLength": 1}, "", ["(the whole value): must not be empty [minLength]"]),
        (
            {"type": "string", "minLength": 3},
            "ab",
            ["(the whole value): 'ab' has 2 characters, at least 3 are needed [minLength]"],
        ),
        (
            {"type": "string", "pattern": "^[^\\n\\r]*$"},
            "a\n",
            [r"(the whole value): 'a\n' does not match ^[^\n\r]*$ [pattern]"],
        ),
        ({"type": "number"}, float("nan"), ["(the whole value): nan is no JSON number [type]"]),
        ({"type": "number"}, float("inf"), ["(the whole value): inf is no JSON number [type]"]),
        ({"type": "object"}, {1: 2}, ["(the whole value): keys must be strings, got 1 [type]"]),
        (
            {"type": "array", "maxItems": 1},
            (1, 2),
            ["(the whole value): expected at most 1 items, got 2 [maxItems]"],
        ),
    ],
)
def test_problems_are_explained(schema: dict[str, Any], value: Any, expected: list[str]) -> None:
    assert [str(problem) for problem in problems(schema, value)] == expected


def test_pointers_are_escaped() -> None:
    (problem,) = problems({"additionalProperties": {"type": "string"}, "type": "object"}, {"a/b~c": 1})
    assert problem.pointer == "/a~1b~0c"


def test_hostile_values_are_shown_safely() -> None:
    class Evil:
        def __repr__(self) -> str:
            raise RuntimeError("no")

    texts = [
        str(problems({"type": "integer"}, value))
        for value in (Evil(), "x" * 10_000, "\x1b[31m\n", 1 << 5000, [[Evil()]], "\ud800")
    ]
    found = problems({"type": "array", "items": {"type": "string"}}, [Evil()])
    assert "a Evil" in str(found[0])
    assert max(map(len, texts)) < 400
    assert not any("\x1b" in text for text in texts)


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        (1, 1.0, True),
        (1, True, False),
        (0, False, False),
        ("1", 1, False),
        ([1, True], [1.0, True], True),
        ([1], [True], False),
        (None, False, False),
    ],
)
def test_equality_is_that_of_json(left: Any, right: Any, same: bool) -> None:
    assert equal(left, right) is same
    assert equal(right, left) is same


@pytest.mark.parametrize(
    ("schema", "value", "said"),
    [
        (
            {"anyOf": [{"type": "object"}, {"const": "NOT FOUND"}]},
            7,
            "(the whole value): expected an object or 'NOT FOUND', got 7 [type]",
        ),
        (
            {"anyOf": [{"type": "object"}, {"const": "NOT FOUND"}]},
            "not found",
            "(the whole value): expected 'NOT FOUND', got 'not found' [const]",
        ),
        (
            {"anyOf": [{"type": "array", "items": {"type": "string"}}, {"const": [None]}]},
            "a",
            "(the whole value): expected an array or [None], got 'a' [type]",
        ),
        (
            {"anyOf": [{"required": ["rows"]}, {"properties": {"count": {"const": 0}}}]},
            {"count": 3},
            "(the whole value): the member 'rows' is missing [required]",
        ),
    ],
)
def test_beside_a_constant_all_that_may_stand_there_is_told(schema: Any, value: object, said: str) -> None:
    assert [str(each) for each in problems(schema, value)] == [said]
