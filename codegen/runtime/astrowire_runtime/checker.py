"""Every problem of a value, by JSON Schema: the closed list of keywords that descriptions use.

The checker is slow and complete. It explains what a decoder refused, and it
checks the arguments of calls. Its verdict equals that of any JSON Schema
2020-12 validator on the same document; of several alternatives it explains the
one that was meant.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, Final, TypeGuard

from .display import value as shown
from .patterns import compiled
from .problems import Problem, pointer

Schema = Mapping[str, Any]
Path = tuple[str | int, ...]

_NOUNS: Final = {
    "string": "a string",
    "integer": "an integer",
    "number": "a number",
    "boolean": "true or false",
    "null": "null",
    "array": "an array",
    "object": "an object",
}


_WRITABLE: Final = 10**77
"""Numbers below are written out in messages; Python refuses to write integers of thousands of digits."""


def problems(schema: Schema, value: object, most: int | None = None) -> list[Problem]:
    """Return the problems of ``value`` under ``schema``, ordered by place; ``[]`` if it is valid.

    Parameters
    ----------
    schema : mapping
        With its ``$defs``.
    value : object
        Plain JSON values.
    most : int, optional
        Stop looking when so many are found; else all are.
    """
    return sorted(set(islice(_Checker(schema, most).check(schema, value, ()), most)))


class _Checker:
    def __init__(self, root: Schema, most: int | None = None) -> None:
        self.most = most
        self.definitions: Mapping[str, Schema] = root.get("$defs", {})

    def check(self, schema: Schema, value: object, path: Path) -> Iterator[Problem]:
        if "$ref" in schema:
            yield from self.check(self.definitions[schema["$ref"].removeprefix("#/$defs/")], value, path)
        if "type" in schema:
            wrong = _type_problem(schema["type"], value, path)
            if wrong:
                yield wrong
                return
        yield from _scalar_problems(schema, value, path)
        if _is_array(value):
            yield from self._array(schema, value, path)
        elif _is_object(value):
            yield from self._object(schema, value, path)
        for each in schema.get("allOf", ()):
            yield from self.check(each, value, path)
        if "anyOf" in schema:
            yield from self._any_of(schema["anyOf"], value, path)
        if "not" in schema and not any(self.check(schema["not"], value, path)):
            yield Problem(pointer(path), "not", _why_not(schema["not"], value))

    def _array(self, schema: Schema, value: Sequence[object], path: Path) -> Iterator[Problem]:
        yield from _size_problems(schema, "minItems", "maxItems", len(value), "items", path)
        first = schema.get("prefixItems", ())
        for index, (each, item) in enumerate(zip(first, value, strict=False)):
            yield from self.check(each, item, (*path, index))
        rest = schema.get("items")
        if rest is False and len(value) > len(first):
            yield Problem(
                pointer(path), "items", f"expected {len(first)} items and no more, got {len(value)}"
            )
        elif _is_schema(rest):
            for index in range(len(first), len(value)):
                yield from self.check(rest, value[index], (*path, index))

    def _object(self, schema: Schema, value: Mapping[object, object], path: Path) -> Iterator[Problem]:
        yield from _size_problems(schema, "minProperties", "maxProperties", len(value), "members", path)
        members: Mapping[str, Schema] = schema.get("properties", {})
        for name in schema.get("required", ()):
            if name not in value:
                yield Problem(pointer(path), "required", f"the member {name!r} is missing")
        rest = schema.get("additionalProperties", True)
        key_pattern = schema.get("x-key-pattern")
        for name, item in value.items():
            if not isinstance(name, str):
                yield Problem(pointer(path), "type", f"keys must be strings, got {shown(name)}")
            elif name in members:
                yield from self.check(members[name], item, (*path, name))
            elif rest is False:
                yield Problem(pointer(path), "additionalProperties", _unknown_member(name, members))
            elif _is_schema(rest):
                if key_pattern and not compiled(key_pattern).search(name):
                    yield Problem(
                        pointer((*path, name)), "key", f"the key {shown(name)} does not match {key_pattern}"
                    )
                yield from self.check(rest, item, (*path, name))

    def _any_of(self, schemas: Sequence[Schema], value: object, path: Path) -> Iterator[Problem]:
        found: list[tuple[int, list[Problem]]] = []
        for each in schemas:
            complaints = list(islice(self.check(each, value, path), self.most))
            if not complaints:
                return
            found.append((self._distance(each, value, complaints, path), complaints))
        best = min(distance for distance, _ in found)
        meant = [complaints for distance, complaints in found if distance == best]
        kinds = list(dict.fromkeys(kind for each in schemas for kind in self._kinds(each)))
        if best == 2 and len(meant) > 1 and kinds:
            yield Problem(pointer(path), "type", f"expected {_either(kinds)}, got {shown(value)}")
        else:
            yield from meant[0]

    def _distance(self, schema: Schema, value: object, complaints: list[Problem], path: Path) -> int:
        """Say how far from being meant an alternative is: 0 its tag fits, 1 its kind fits, 2 neither does."""
        here = pointer(path)
        if any(each.pointer == here and each.rule == "type" for each in complaints):
            return 2
        constants = self._constants(schema)
        if constants and type(value) not in map(type, constants):
            return 2
        first = schema.get("allOf", (schema,))[0]
        if "properties" in first and not any(self.check(first, value, path)):
            return 0
        tag = schema.get("prefixItems", ({},))[0]
        if "const" in tag and _is_array(value) and value and not any(self.check(tag, value[0], path)):
            return 0
        return 1

    def _constants(self, schema: Schema) -> Sequence[object]:
        """Return the values of a closed set; none where it is another shape."""
        if "$ref" in schema:
            return self._constants(self.definitions[schema["$ref"].removeprefix("#/$defs/")])
        return [schema["const"]] if "const" in schema else schema.get("enum", ())

    def _kinds(self, schema: Schema) -> list[str]:
        if "$ref" in schema:
            return self._kinds(self.definitions[schema["$ref"].removeprefix("#/$defs/")])
        if "anyOf" in schema and "type" not in schema:
            return [kind for each in schema["anyOf"] for kind in self._kinds(each)]
        if "const" in schema:
            return [f"={shown(schema['const'])}"]
        if "allOf" in schema:
            return self._kinds(schema["allOf"][0])
        kind = schema.get("type", [])
        return [kind] if isinstance(kind, str) else list(kind)


# --------------------------------------------------------------------------- one keyword each


def _type_problem(wanted: str | Sequence[str], value: object, path: Path) -> Problem | None:
    kinds = [wanted] if isinstance(wanted, str) else list(wanted)
    if any(_is(kind, value) for kind in kinds):
        return None
    message = f"expected {_either(kinds)}, got {shown(value)}"
    if "string" in kinds and isinstance(value, int | float) and abs(value) < _WRITABLE:
        message += f"; write it as text, {str(value)!r}"
    return Problem(pointer(path), "type", message)


def _scalar_problems(schema: Schema, value: object, path: Path) -> Iterator[Problem]:
    place = pointer(path)
    if "const" in schema and not equal(schema["const"], value):
        yield Problem(place, "const", f"expected {shown(schema['const'])}, got {shown(value)}")
    if "enum" in schema and not any(equal(each, value) for each in schema["enum"]):
        words = ", ".join(shown(each) for each in schema["enum"])
        yield Problem(place, "enum", f"{shown(value)} is not one of {words}{_nearest(value, schema['enum'])}")
    if isinstance(value, str):
        yield from _text_problems(schema, value, place)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        if "minimum" in schema and value < schema["minimum"]:
            yield Problem(place, "minimum", f"{shown(value)} is less than {schema['minimum']}")
        if "maximum" in schema and value > schema["maximum"]:
            yield Problem(place, "maximum", f"{shown(value)} is more than {schema['maximum']}")
        if isinstance(value, float) and not math.isfinite(value):
            yield Problem(place, "type", f"{value} is no JSON number")


def _text_problems(schema: Schema, value: str, place: str) -> Iterator[Problem]:
    if "minLength" in schema and len(value) < schema["minLength"]:
        few = "must not be empty" if not value else f"has {len(value)} characters, at least"
        yield Problem(
            place, "minLength", few if not value else f"{shown(value)} {few} {schema['minLength']} are needed"
        )
    if "maxLength" in schema and len(value) > schema["maxLength"]:
        yield Problem(
            place,
            "maxLength",
            f"{shown(value)} has {len(value)} characters, at most {schema['maxLength']} are allowed",
        )
    if "pattern" in schema and not compiled(schema["pattern"]).search(value):
        words = schema.get("description")
        what = "does not match" if words is None else f"is not what belongs here: {words} It must match"
        yield Problem(place, "pattern", f"{shown(value)} {what} {schema['pattern']}")
    if not value.isascii() and any("\ud800" <= char <= "\udfff" for char in value):
        yield Problem(place, "unicode", f"{shown(value)} holds a lone surrogate and is no valid Unicode text")


def _size_problems(
    schema: Schema, least: str, most: str, size: int, noun: str, path: Path
) -> Iterator[Problem]:
    if size < schema.get(least, 0):
        yield Problem(pointer(path), least, f"expected at least {schema[least]} {noun}, got {size}")
    if most in schema and size > schema[most]:
        yield Problem(pointer(path), most, f"expected at most {schema[most]} {noun}, got {size}")


# --------------------------------------------------------------------------- JSON's own notions


def equal(left: object, right: object) -> bool:
    """Say whether two JSON values are equal: 1 and 1.0 are, 1 and true are not."""
    if isinstance(left, bool) or isinstance(right, bool):
        return left is right
    if _is_array(left) and _is_array(right):
        return len(left) == len(right) and all(map(equal, left, right))
    return left == right


def _is_array(value: object) -> TypeGuard[Sequence[object]]:
    return isinstance(value, list | tuple)


def _is_object(value: object) -> TypeGuard[Mapping[object, object]]:
    return isinstance(value, Mapping)


def _is_schema(value: object) -> TypeGuard[Schema]:
    return isinstance(value, Mapping)


def _is(kind: str, value: object) -> bool:
    match kind:
        case "string":
            return isinstance(value, str)
        case "integer":
            is_integral = isinstance(value, float) and math.isfinite(value) and value.is_integer()
            return (isinstance(value, int) and not isinstance(value, bool)) or is_integral
        case "number":
            return isinstance(value, int | float) and not isinstance(value, bool)
        case "boolean":
            return isinstance(value, bool)
        case "null":
            return value is None
        case "array":
            return _is_array(value)
        case _:
            return isinstance(value, Mapping)


# --------------------------------------------------------------------------- words for people


def _either(kinds: Sequence[str]) -> str:
    nouns = [_NOUNS.get(kind, kind.removeprefix("=")) for kind in kinds]
    return nouns[0] if len(nouns) == 1 else f"{', '.join(nouns[:-1])} or {nouns[-1]}"


def _unknown_member(name: str, members: Mapping[str, Any]) -> str:
    return f"{shown(name)} is not known here{_nearest(name, list(members))}"


def _nearest(value: object, words: Sequence[object]) -> str:
    from difflib import get_close_matches

    texts = [word for word in words if isinstance(word, str)]
    close = get_close_matches(value, texts, 1) if isinstance(value, str) else []
    return f"; did you mean {close[0]!r}?" if close else ""


def _why_not(schema: Schema, value: object) -> str:
    if schema.get("pattern") == "\n" or schema.get("pattern") == r"\n":
        return f"{shown(value)} must not contain a line break"
    return f"{shown(value)} is not allowed here"
