"""Hypothesis strategies made from the package's own JSON Schema documents.

Only the closed list of keywords that the schemas use is understood; another
keyword is an error, so that a new one cannot be ignored silently. Objects whose
schema leaves them open come as ``OpenObject``, so that tests know where an
unknown member may stand.
"""

from __future__ import annotations

import base64
import json
import re
import zlib
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from hypothesis import strategies as st

Schema = Mapping[str, Any]
Strategy = st.SearchStrategy[Any]

NOTES = frozenset(
    {"$schema", "$id", "$defs", "$comment", "title", "description", "deprecated", "examples", "default"}
)
SCALARS = frozenset(
    {"type", "const", "enum", "pattern", "minLength", "maxLength", "minimum", "maximum", "not"}
)
ARRAYS = frozenset({"items", "minItems", "maxItems", "prefixItems"})
OBJECTS = frozenset(
    {"properties", "required", "additionalProperties", "propertyNames", "minProperties", "maxProperties"}
)
COMBINED = frozenset({"$ref", "allOf", "anyOf"})
KNOWN = NOTES | SCALARS | ARRAYS | OBJECTS | COMBINED

EVERY_TYPE = ("null", "boolean", "integer", "number", "string", "array", "object")
SAFE_INTEGER = 2**53


class OpenObject(dict[str, Any]):
    """An object in which the schema allows members that it does not name."""


class UnknownKeyword(AssertionError):
    """The schema has a keyword that these strategies (and the closed list) do not know."""


# Small values.

LETTERS = "abcXYZ019 _-.:/,\"'\\<>&%\n\t\x7fé€\U0001f600"
PLAIN_TEXT = st.one_of(
    st.text(st.sampled_from(LETTERS), max_size=8),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=4),
)
INTEGERS = st.one_of(st.integers(-3, 30), st.integers(), st.integers(10**19, 10**40))
FRACTIONS = st.floats(allow_nan=False, allow_infinity=False)
MEMBER_NAMES = st.one_of(
    st.sampled_from(
        ["x_new", "status2", "Status", "", "extras", "raw", "charset", "__class__", "a/b~c", "naïve"]
    ),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=6),
)
SCALAR_VALUES = st.one_of(st.none(), st.booleans(), INTEGERS, FRACTIONS, PLAIN_TEXT)
ANY_JSON = st.recursive(
    SCALAR_VALUES,
    lambda inner: st.one_of(st.lists(inner, max_size=2), st.dictionaries(MEMBER_NAMES, inner, max_size=2)),
    max_leaves=4,
)


def text_of(pattern: str) -> Strategy:
    """Texts that an anchored pattern of the common subset accepts in every language."""
    strict = re.compile(_strict_pattern(pattern))
    if pattern.startswith("^") and pattern.endswith("$"):
        return st.from_regex(strict, fullmatch=True)
    return st.from_regex(strict)


def _strict_pattern(pattern: str) -> str:
    """The same with ``\\Z`` for the last ``$``, which in Python also accepts a final line break."""
    return rf"{pattern[:-1]}\Z" if pattern.endswith("$") and not pattern.endswith(r"\$") else pattern


# From a schema.


class Maker:
    """Makes strategies for the parts of one schema document."""

    def __init__(self, root: Schema, *, unknown_members: bool = True, reserved: Sequence[str] = ()) -> None:
        """``reserved``: names that no unknown member and no key of a map may have."""
        self._root = root
        self._definitions: Mapping[str, Schema] = root.get("$defs", {})
        self._unknown_members = unknown_members
        self._reserved = frozenset(reserved)
        self._made: dict[str, Strategy] = {}

    def documents(self) -> Strategy:
        """Values that the whole document accepts."""
        return self.of((self._root,))

    def of(self, schemas: tuple[Schema, ...]) -> Strategy:
        """Values that every one of the schemas accepts."""
        key = json.dumps(schemas, sort_keys=True)
        if key not in self._made:
            self._made[key] = self._make(self._flattened(schemas))
        return self._made[key]

    def _flattened(self, schemas: Sequence[Schema]) -> list[Schema]:
        flat: list[Schema] = []
        for schema in schemas:
            unknown = schema.keys() - KNOWN
            if unknown:
                raise UnknownKeyword(f"{sorted(unknown)} in {json.dumps(schema)[:200]}")
            own = {word: value for word, value in schema.items() if word not in ("$ref", "allOf")}
            flat.append(own)
            if "$ref" in schema:
                flat += self._flattened([self._definitions[schema["$ref"].removeprefix("#/$defs/")]])
            flat += self._flattened(schema.get("allOf", []))
        return flat

    def _make(self, flat: list[Schema]) -> Strategy:
        for position, schema in enumerate(flat):
            if "anyOf" in schema:
                rest = {word: value for word, value in schema.items() if word != "anyOf"}
                others = (*flat[:position], rest, *flat[position + 1 :])
                return _either([self.of((*others, branch)) for branch in schema["anyOf"]])
        kinds = _kinds(flat)
        listed = _listed(flat)
        if listed is not None:
            return _chosen(_spelled(value) for value in listed if _fits(value, kinds, flat))
        return _either([self._of_kind(kind, flat) for kind in kinds])

    def _of_kind(self, kind: str, flat: list[Schema]) -> Strategy:
        makers: dict[str, Callable[[list[Schema]], Strategy]] = {
            "string": _texts,
            "integer": _integers,
            "number": lambda flat: st.one_of(_integers(flat), _fractions(flat)),
            "boolean": lambda flat: _chosen(each for each in (True, False) if not _forbidden(each, flat)),
            "null": lambda flat: _chosen(each for each in (None,) if not _forbidden(each, flat)),
            "array": self._arrays,
            "object": self._objects,
        }
        return makers[kind](flat)

    def _arrays(self, flat: list[Schema]) -> Strategy:
        first = [schema["prefixItems"] for schema in flat if "prefixItems" in schema]
        if first:
            return st.tuples(*(self.of((item,)) for item in first[0])).map(list)
        items = tuple(schema["items"] for schema in flat if isinstance(schema.get("items"), Mapping))
        least, most = _bounds(flat, "minItems", "maxItems")
        most = min(most, max(3, least + 1)) if most is not None else max(3, least + 1)
        return st.lists(self.of(items) if items else ANY_JSON, min_size=least, max_size=most)

    def _objects(self, flat: list[Schema]) -> Strategy:
        if any(schema.get("properties") for schema in flat):
            return self._records(flat)
        values = tuple(
            each["additionalProperties"]
            for each in flat
            if isinstance(each.get("additionalProperties"), Mapping)
        )
        if not values and any(schema.get("additionalProperties") is False for schema in flat):
            return st.just({})
        if not values:
            return self._records(flat)
        least, most = _bounds(flat, "minProperties", "maxProperties")
        most = min(most, max(3, least)) if most is not None else max(3, least)
        key_patterns = [each["propertyNames"]["pattern"] for each in flat if "propertyNames" in each]
        names = text_of(key_patterns[0]) if key_patterns else MEMBER_NAMES.filter(self._free)
        return st.dictionaries(names, self.of(values), min_size=least, max_size=most)

    def _free(self, name: str) -> bool:
        return name not in self._reserved

    def _records(self, flat: list[Schema]) -> Strategy:
        members: dict[str, tuple[Schema, ...]] = {}
        for schema in flat:
            for name, inner in schema.get("properties", {}).items():
                members[name] = (*members.get(name, ()), inner)
        needed = {name for schema in flat for name in schema.get("required", ())}
        shape = {name: self.of(inner) for name, inner in members.items()}
        required = {name: shape.get(name, ANY_JSON) for name in sorted(needed, key=_order(members))}
        optional = {name: value for name, value in shape.items() if name not in needed}
        if any(schema.get("additionalProperties") is False for schema in flat):
            return _fixed(required, optional)
        return self._open(required, optional, frozenset(members) | needed)

    def _open(
        self, required: dict[str, Strategy], optional: dict[str, Strategy], taken: frozenset[str]
    ) -> Strategy:
        known = _fixed(required, optional)
        if not self._unknown_members:
            return known.map(OpenObject)
        names = MEMBER_NAMES.filter(lambda name: name not in taken and name not in self._reserved)
        unknown = st.one_of(st.just({}), st.just({}), st.dictionaries(names, ANY_JSON, max_size=2))
        return st.tuples(known, unknown).map(lambda both: OpenObject({**both[0], **both[1]}))


def _order(members: Mapping[str, Any]) -> Callable[[str], int]:
    places = {name: place for place, name in enumerate(members)}
    return lambda name: places.get(name, len(places))


def _fixed(required: dict[str, Strategy], optional: dict[str, Strategy]) -> Strategy:
    return st.fixed_dictionaries(required, optional=optional)


def _either(choices: list[Strategy]) -> Strategy:
    possible = [choice for choice in choices if not choice.is_empty]
    return st.one_of(possible) if possible else st.nothing()


def _chosen(values: Any) -> Strategy:
    found = list(values)
    return st.one_of([each if isinstance(each, st.SearchStrategy) else st.just(each) for each in found])


def _spelled(value: Any) -> Strategy:
    """A listed value; a whole number sometimes as 7.0, which is the same number in JSON Schema."""
    if isinstance(value, int) and not isinstance(value, bool):
        return st.one_of(st.just(value), st.just(value), st.just(float(value)))
    return st.just(value)


# Scalars of a schema.


def _kinds(flat: list[Schema]) -> list[str]:
    kinds = set(EVERY_TYPE)
    for schema in flat:
        if "type" in schema:
            named = schema["type"]
            kinds &= _with_integer({named} if isinstance(named, str) else set(named))
    if "number" in kinds:
        kinds.discard("integer")
    return [kind for kind in EVERY_TYPE if kind in kinds]


def _with_integer(kinds: set[str]) -> set[str]:
    return kinds | {"integer"} if "number" in kinds else kinds


def _listed(flat: list[Schema]) -> list[Any] | None:
    lists = [schema["enum"] for schema in flat if "enum" in schema]
    lists += [[schema["const"]] for schema in flat if "const" in schema]
    if not lists:
        return None
    return [value for value in lists[0] if all(any(_same(value, other) for other in each) for each in lists)]


def _same(left: Any, right: Any) -> bool:
    return json.dumps(left) == json.dumps(right)


def _fits(value: Any, kinds: Sequence[str], flat: list[Schema]) -> bool:
    return _kind(value) in _with_integer(set(kinds)) and not _forbidden(value, flat)


def _kind(value: Any) -> str:
    if value is None:
        return "null"
    names = {bool: "boolean", int: "integer", float: "number", str: "string", list: "array"}
    return names.get(type(value), "object")


def _forbidden(value: Any, flat: list[Schema]) -> bool:
    """``not`` stands beside lists of values and beside patterns only."""
    for inner in (schema["not"] for schema in flat if "not" in schema):
        if "enum" in inner and any(_same(value, each) for each in inner["enum"]):
            return True
        if "const" in inner and _same(value, inner["const"]):
            return True
        if "pattern" in inner and isinstance(value, str) and re.search(inner["pattern"], value):
            return True
        if set(inner) - {"enum", "const", "pattern", "type"}:
            raise UnknownKeyword(f"not: {json.dumps(inner)[:200]}")
    return False


def _allowed(value: Any, flat: list[Schema]) -> bool:
    low, high = _bounds(flat, "minimum", "maximum", unset=None)
    within = (low is None or value >= low) and (high is None or value <= high)
    whole = int(value) if isinstance(value, float) and value.is_integer() else value
    return within and not _forbidden(whole, flat)


def _bounds(flat: list[Schema], least: str, most: str, unset: int | None = 0) -> tuple[Any, Any]:
    lows = [schema[least] for schema in flat if least in schema]
    highs = [schema[most] for schema in flat if most in schema]
    return (max(lows) if lows else unset), (min(highs) if highs else None)


def _integers(flat: list[Schema]) -> Strategy:
    low, high = _bounds(flat, "minimum", "maximum", unset=None)
    whole = INTEGERS if low is None and high is None else st.integers(low, high)
    whole = whole.filter(lambda value: _allowed(value, flat))
    as_float = whole.filter(lambda value: abs(value) < SAFE_INTEGER).map(float)
    return st.one_of(whole, whole, as_float)


def _fractions(flat: list[Schema]) -> Strategy:
    return FRACTIONS.filter(lambda value: _allowed(value, flat))


def _packed(pages: int) -> str:
    """A SQLite database of empty pages, as it is packed in a text."""
    content = b"SQLite format 3\0" + (512).to_bytes(2) + bytes(512 * pages - 18)
    return base64.b64encode(zlib.compress(content)).decode("ascii")


def _texts(flat: list[Schema]) -> Strategy:
    if any(schema.get("$comment", "").endswith(": sqlite") for schema in flat):
        return st.integers(1, 3).map(_packed)
    least, most = _bounds(flat, "minLength", "maxLength")
    patterns = [schema["pattern"] for schema in flat if "pattern" in schema]
    texts = text_of(patterns[0]) if patterns else _plain_texts(least, most)

    def fits(text: str) -> bool:
        right_size = len(text) >= least and (most is None or len(text) <= most)
        return (
            right_size
            and not _forbidden(text, flat)
            and all(re.search(_strict_pattern(p), text) for p in patterns[1:])
        )

    return texts.filter(fits)


def _plain_texts(least: int, most: int | None) -> Strategy:
    if least == 0 and most is None:
        return PLAIN_TEXT
    top = least + 8 if most is None else min(most, least + 8)
    return st.text(st.characters(exclude_categories=["Cs"]), min_size=least, max_size=top)
