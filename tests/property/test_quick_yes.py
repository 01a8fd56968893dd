"""The quick yes to arguments: it is said only where the checker finds nothing, and where it counts."""

from __future__ import annotations

import copy
from collections import OrderedDict
from enum import StrEnum
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import astrowire
from astrowire_runtime.acceptor import acceptor
from astrowire_runtime.checker import problems
from astrowire_runtime.patterns import MANY

from .answers import EVERY_OPERATION, operation
from .arguments import arguments
from .places import at, changed, one_change, places
from .test_requests import encode, refusal

each_operation = pytest.mark.parametrize("title", EVERY_OPERATION)


def schema_of(title: str) -> dict[str, Any]:
    """What the members of an operation's arguments must be; rules between them are looked at elsewhere."""
    whole = operation(title).request_schema
    return {word: part for word, part in whole.items() if word not in ("allOf", "anyOf")}


# Values that are nearly what they stand for.


class Word(str):
    """A text of a class of one's own."""


class Sly(str):
    """A text that passes for any other that has its hash."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, str)

    def __hash__(self) -> int:
        return hash("INSTRUME")


class Impostor:
    """No text at all, and found where one is looked for."""

    def __eq__(self, other: object) -> bool:
        return other == "a"

    def __hash__(self) -> int:
        return hash("a")


class Choice(StrEnum):
    """A text that is a member of an enumeration."""

    FLAT = "flat"


class Count(int):
    """A number of a class of one's own."""


class Own(dict[Any, Any]):
    """A map of a class of one's own."""


def _twins(old: Any) -> list[Any]:
    """What might be mistaken for a value."""
    strangers: list[Any] = [
        "\ud800",
        b"x",
        float("nan"),
        float("inf"),
        True,
        1.0,
        None,
        "a\nb",
        "a\r",
        Choice.FLAT,
    ]
    match old:
        case str():
            return [
                *strangers,
                Word(old),
                Word(old + "\n"),
                Sly(old),
                old.encode(errors="replace"),
                "x" * 300,
            ]
        case bool():
            return [*strangers, int(old)]
        case int() | float():
            return [*strangers, float(old) if abs(old) < 1e300 else 0.5, str(old), -(10**30), 10**30]
        case dict():
            return [*strangers, Own(old), OrderedDict(old), MappingProxyType(old), *_with_odd_keys(old)]
        case list():
            texts = {str(each) for each in old}
            return [
                *strangers,
                texts,
                frozenset(texts),
                tuple(old),
                (*old, 1),
                [*old, None],
                [*old, Word("x")],
                [*old, "\udfff"],
            ]
        case _:
            return strangers


def _with_odd_keys(old: dict[str, Any]) -> list[dict[Any, Any]]:
    value = next(iter(old.values()), "")
    keys: list[Any] = ["", "a b", "a\n", "\ud800", 1, None, b"k", ("a",), Word("a b"), Sly("a b"), "k" * 300]
    return [{**old, key: value} for key in keys] + [{Sly("a b"): value, **old}]


@st.composite
def grown(draw: st.DrawFn, value: Any) -> Any:
    """A copy in which a list or map, if there is one, has many more entries of the same kind."""
    value = plain(value)
    wide = [
        path
        for path in places(value)
        if path and isinstance(at(value, path), dict | list) and at(value, path)
    ]
    if not wide:
        return value
    path = draw(st.sampled_from(wide))
    size = draw(st.sampled_from([MANY - 1, MANY, MANY + 1, 3 * MANY]))
    return changed(value, path, _of_size(at(value, path), size))


def _of_size(value: Any, size: int) -> Any:
    if isinstance(value, list):
        return [copy.deepcopy(value[number % len(value)]) for number in range(size)]
    (name, item), *_ = value.items()
    more = {f"{name.strip() or 'k'}{number}": copy.deepcopy(item) for number in range(size - len(value))}
    return {**value, **more}


def plain(value: Any) -> Any:
    """A copy of exactly the built-in classes."""
    if isinstance(value, dict):
        return {name: plain(inner) for name, inner in value.items()}
    return [plain(inner) for inner in value] if isinstance(value, list) else value


@st.composite
def nearly_valid(draw: st.DrawFn, title: str) -> Any:
    """Arguments, some of them long, with a few things changed that may or may not matter."""
    made = draw(grown(draw(arguments(title))))
    for _ in range(draw(st.integers(0, 2))):
        path = draw(st.sampled_from(list(places(made))))
        if draw(st.booleans()):
            made = changed(made, path, draw(st.sampled_from(_twins(at(made, path)))))
        else:
            made = draw(one_change(made))
    return made


@each_operation
@given(data=st.data())
def test_a_quick_yes_is_said_only_where_the_checker_finds_nothing(title: str, data: st.DataObject) -> None:
    made = data.draw(nearly_valid(title))
    schema = schema_of(title)
    if acceptor(schema)(made):
        assert problems(schema, made) == [], made


@each_operation
@given(data=st.data())
def test_what_is_encoded_is_what_the_checker_takes(title: str, data: st.DataObject) -> None:
    """The whole way, with the quick yes in it, against the checker alone."""
    made = data.draw(nearly_valid(title))
    if not isinstance(made, dict):
        return
    one = operation(title)
    canonical = one.canonical(made)
    required = {each.name for each in one.parameters if each.required}
    given_ones = {
        name: value
        for name, value in canonical.items()
        if value is not None or (name in required and name in made)
    }
    complaints = problems(schema_of(title), given_ones)
    error = refusal(title, made)
    told = {(each.pointer, each.rule) for each in getattr(error, "problems", ())}
    assert {(each.pointer, each.rule) for each in complaints} <= told, f"{complaints} but {error}"


@each_operation
def test_ordinary_arguments_get_the_quick_yes(title: str) -> None:
    """Else the property above would hold for nothing, and every call would take the long way."""
    accepts, schema = acceptor(schema_of(title)), schema_of(title)
    missed: list[Any] = []

    @given(data=st.data())
    def collect(data: st.DataObject) -> None:
        made = data.draw(grown(data.draw(arguments(title))))
        given_ones = {name: value for name, value in made.items() if value is not None}
        if problems(schema, given_ones) == [] and not accepts(given_ones):
            missed.append(given_ones)

    collect()
    assert [each for each in missed if not _has_whole_floats(each)] == []


def _has_whole_floats(value: Any) -> bool:
    """Whether there is a number such as 1.0, which the long way takes as an integer."""
    found = (at(value, path) for path in places(value))
    return any(isinstance(each, float) and each.is_integer() for each in found)


HEADER = {"INSTRUME": "ACS", "CCDAMP": "A|B|C|D", "DATE-OBS": "2011-01-01", "NOTE": "é€"}
LONG: list[tuple[str, dict[str, Any]]] = [
    (
        "crds.get_best_references_by_header_map",
        {"context": "hst.pmap", "header_map": {f"J{number:08}": dict(HEADER) for number in range(500)}},
    ),
    ("crds.get_best_references", {"context": "hst.pmap", "header": {f"KEY{n}": str(n) for n in range(150)}}),
    (
        "crds.get_dataset_headers_by_id",
        {"context_specifier": "hst.pmap", "ids": ["U20L0U01T:U20L0U01T"] * 200},
    ),
    ("crds.get_file_info_map", {"observatory": "hst", "files": [f"hst_{n}.fits" for n in range(20_000)]}),
    ("drms.rs_list", {"ds": "hmi.m_720s[$]", "key": [f"KEYWORD{number}" for number in range(300)]}),
]


@pytest.mark.parametrize(("title", "made"), LONG, ids=[title for title, _ in LONG])
def test_long_arguments_get_the_quick_yes(title: str, made: dict[str, Any]) -> None:
    assert acceptor(schema_of(title))(made)


@pytest.mark.parametrize("place", [0, 250, 499])
@pytest.mark.parametrize(
    "header",
    [
        {"INSTRUME": 1}, {"INSTRUME": None}, {"INSTRUME": "A\n"}, {"INSTRUME": "\r"}, {"INSTRUME": "x" * 257},
        {"IN STRUME": "A"}, {"": "A"}, {1: "A"}, {"K" * 257: "A"}, {"INSTRUME": "\ud83d"},
        {Sly("a b"): "A"}, [], "A",
    ],
    ids=repr,
)  # fmt: skip
def test_one_bad_header_of_many_is_found(header: Any, place: int) -> None:
    title = "crds.get_best_references_by_header_map"
    headers: dict[str, Any] = {f"J{number:08}": dict(HEADER) for number in range(500)}
    headers[f"J{place:08}"] = header
    made = {"context": "hst.pmap", "header_map": headers}
    assert not acceptor(schema_of(title))(made)
    with pytest.raises(astrowire.RequestInvalid, match=f"J{place:08}"):
        encode(title, made)


# Schemas of every kind, also such as no operation has today.

LEAVES: list[dict[str, Any]] = [
    {"type": "string"},
    {"type": "string", "minLength": 1, "maxLength": 3},
    {"type": "string", "pattern": "^[^\\n\\r]{0,3}$"},
    {"type": "string", "pattern": "^[^,]+$"},
    {"type": "string", "pattern": "^[^ab]*$", "maxLength": 2},
    {"type": "string", "pattern": "^[^a-c]*$"},
    {"type": "string", "pattern": "^[^\\]]+$"},
    {"type": "string", "pattern": "^[^\\\\]+$"},
    {"type": "string", "pattern": "^[^^]+$"},
    {"type": "string", "pattern": "^[^,]{2}$"},
    {"type": "string", "pattern": "^[^,]{1,}$"},
    {"type": "string", "pattern": "[^,]+"},
    {"type": "string", "pattern": "a|^b"},
    {"type": "string", "not": {"type": "string", "pattern": "\\n"}},
    {"type": "string", "not": {"enum": ["a"]}},
    {"type": "integer", "minimum": 0, "maximum": 3},
    {"type": "number", "maximum": 0.5},
    {"type": ["number", "null"], "minimum": 0},
    {"type": ["string", "integer", "boolean"], "pattern": "^[ab]*$", "minimum": 1},
    {"type": "boolean"},
    {"type": "null"},
    {"const": "a"},
    {"const": False},
    {"const": 1},
    {"enum": ["a", None, True]},
    {"enum": [0, "a"]},
    {"type": "string", "enum": ["a", "b"]},
    {},
]
TEXTS = ["", "a", "b", "ab", "abcd", ",", "a,b", "^", "]", "\\", "a\n", "\r", "é", "\ud800", "c", "-"]
SCALARS: list[Any] = [
    *TEXTS,
    None,
    True,
    False,
    0,
    1,
    2,
    -1,
    4,
    0.5,
    1.0,
    float("nan"),
    float("-inf"),
    10**30,
]


def _schemas(inner: st.SearchStrategy[dict[str, Any]]) -> st.SearchStrategy[dict[str, Any]]:
    sizes = st.sampled_from([{}, {"minItems": 1}, {"maxItems": 2}, {"minItems": 1, "maxItems": 10}])
    letters = {"pattern": "^[a-z]+$", "not": {"type": "string", "pattern": "\\n"}}
    keys = st.sampled_from(
        [
            {},
            {"propertyNames": letters},
            {"propertyNames": {"pattern": "^[^,]{1,2}"}},
            {"minProperties": 1},
        ]
    )
    return st.one_of(
        st.builds(lambda item, size: {"type": "array", "items": item, **size}, inner, sizes),
        st.builds(lambda item, key: {"type": "object", "additionalProperties": item, **key}, inner, keys),
        st.builds(lambda item: {"type": ["array", "null"], "items": item}, inner),
        st.builds(
            lambda one, two: {
                "type": "object",
                "properties": {"a": one, "b": two},
                "required": ["a"],
                "additionalProperties": False,
            },
            inner,
            inner,
        ),
        st.builds(lambda one, two: {"anyOf": [one, two]}, inner, inner),
        st.builds(lambda one: {"$ref": f"#/$defs/{one}"}, st.sampled_from(list(NAMED))),
    )


NAMED = {f"T{number}": leaf for number, leaf in enumerate(LEAVES)}
SCHEMAS = st.recursive(st.sampled_from(LEAVES), _schemas, max_leaves=4)
_NAMES = st.sampled_from(["a", "b", "ab", "a,b", "a\n", "", "\ud800", "Z"])


def _values(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    lengths = st.sampled_from([1, MANY])
    return st.one_of(
        st.builds(lambda items, times: items * times, st.lists(inner, max_size=3), lengths),
        st.lists(inner, max_size=2).map(tuple),
        st.dictionaries(_NAMES, inner, max_size=3),
        st.builds(
            lambda items: {f"{chr(97 + number)}": item for number, item in enumerate(items)},
            st.lists(inner, min_size=MANY, max_size=MANY + 1),
        ),
        st.dictionaries(st.sampled_from([1, None, Word("a"), Sly("a")]), inner, max_size=2),
        st.dictionaries(_NAMES, inner, max_size=2).map(Own),
    )


VALUES = st.recursive(st.sampled_from([*SCALARS, Word("a"), Word("a\n"), Count(1)]), _values, max_leaves=5)


@given(schema=SCHEMAS, value=VALUES)
def test_a_quick_yes_is_right_for_every_schema(schema: dict[str, Any], value: Any) -> None:
    nested = [schema, {"type": "array", "items": schema}, {"type": "object", "additionalProperties": schema}]
    values = [value, [value] * (MANY + 1), {chr(97 + number): value for number in range(MANY + 1)}]
    for one, other in zip(nested, values, strict=True):
        hoisted = {**one, "$defs": NAMED}
        if acceptor(hoisted)(other):
            assert problems(hoisted, other) == [], (hoisted, other)


def test_a_set_is_no_list() -> None:
    schema = {"type": "array", "items": {"type": "string"}}
    for value in ({"a"}, frozenset({"a"}), {"a": 1}.keys(), iter(["a"])):
        assert problems(schema, value)
        assert not acceptor(schema)(value)
        assert not acceptor({"type": "array", "items": schema})([value] * (MANY + 1))


@pytest.mark.parametrize("leaf", LEAVES, ids=str)
@pytest.mark.parametrize("size", [1, MANY - 1, MANY, MANY + 1])
def test_every_leaf_of_columns_of_every_size(leaf: dict[str, Any], size: int) -> None:
    """All pairs of one scalar among others, so that each of the quick ways is taken both ways."""
    schema = {"type": "array", "items": leaf}
    accepts, said_yes = acceptor(schema), 0
    for usual in SCALARS:
        for odd in SCALARS:
            column = [usual] * (size - 1) + [odd]
            if accepts(column):
                said_yes += 1
                assert problems(schema, column) == [], column
    assert said_yes or leaf in GIVEN_UP


GIVEN_UP: list[dict[str, Any]] = [
    {}, {"type": "string", "not": {"enum": ["a"]}}, {"const": 1}, {"enum": [0, "a"]},
]  # fmt: skip
"""What the quick way does not know; the checker decides alone."""


def test_a_key_that_is_no_text_is_none_though_it_equals_one() -> None:
    for schema in (
        {"type": "object", "properties": {"a": {"type": "string"}}, "additionalProperties": False},
        {"type": "object", "additionalProperties": {"type": "string"}, "propertyNames": {"pattern": "^a$"}},
    ):
        assert acceptor(schema)({"a": "x"})
        assert problems(schema, {Impostor(): "x"})
        assert not acceptor(schema)({Impostor(): "x"})


def test_words_beside_a_class_of_characters_get_the_quick_yes() -> None:
    accepts = acceptor({"type": "array", "items": {"type": "string", "pattern": "^(none|[0-9]{2})$"}})
    assert accepts(["12"] * MANY + ["none"])
    assert not accepts(["12"] * MANY + ["nine"])


def test_a_schema_that_holds_itself_is_left_to_the_checker() -> None:
    schema = {"$ref": "#/$defs/T", "$defs": {"T": {"type": "array", "items": {"$ref": "#/$defs/T"}}}}
    assert problems(schema, [[]]) == []
    assert not acceptor(schema)([[]])


def test_an_unknown_keyword_is_left_to_the_checker() -> None:
    assert acceptor({"type": "string"})("a")
    assert not acceptor({"type": "string", "format": "date"})("a")
    assert not acceptor({"type": "object", "additionalProperties": {"type": "string"}, "minProperties": 1})(
        {"a": "b"}
    )
