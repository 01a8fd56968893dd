"""Questions about shapes that need the named types: what kinds of JSON a shape has, what fits it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import assert_never, cast

from codegen import ir
from codegen.regex import BadPattern, parse

Types = Mapping[str, ir.TypeDef]


def target(shape: ir.Shape, types: Types) -> ir.Shape | None:
    """The shape behind references; ``None`` where they lead nowhere."""
    seen: set[str] = set()
    while isinstance(shape, ir.Ref):
        if shape.name in seen or shape.name not in types:
            return None
        seen.add(shape.name)
        shape = types[shape.name].shape
    return shape


def scalar_kind(value: ir.Scalar) -> str:
    """The JSON kind of a scalar.

    >>> scalar_kind(True), scalar_kind(1), scalar_kind("1")
    ('boolean', 'number', 'string')
    """
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "boolean"
    return "string" if isinstance(value, str) else "number"


def alternatives(shape: ir.Shape, types: Types) -> list[ir.Shape]:
    """The shapes that a value can have one of: references followed, each type once, and kinds taken apart."""
    found: list[ir.Shape] = []
    seen: set[str] = set()
    todo = [shape]
    while todo:
        each = todo.pop()
        if isinstance(each, ir.Kinds):
            todo.extend(reversed(each.alternatives))
        elif not isinstance(each, ir.Ref):
            found.append(each)
        elif each.name in types and each.name not in seen:
            seen.add(each.name)
            todo.append(types[each.name].shape)
    return found


def kinds(shape: ir.Shape, types: Types) -> frozenset[str]:
    """The JSON kinds that a value of this shape can have."""
    return frozenset[str]().union(*(_kinds(each, types) for each in alternatives(shape, types)))


def _kinds(shape: ir.Shape, types: Types) -> frozenset[str]:
    match shape:
        case ir.Text():
            return frozenset({"string"})
        case ir.Integer() | ir.Number():
            return frozenset({"number"})
        case ir.Boolean():
            return frozenset({"boolean"})
        case ir.Null():
            return frozenset({"null"})
        case ir.Constants(values):
            return frozenset(scalar_kind(value) for value in values)
        case ir.ListOf() | ir.TupleOf():
            return frozenset({"array"})
        case ir.Pair(when_true, _, plain):
            return frozenset({"array"}) | (kinds(when_true, types) if plain else frozenset[str]())
        case ir.MapOf() | ir.Record():
            return frozenset({"object"})
        case ir.Kinds() | ir.Ref():
            return frozenset()
        case _:
            assert_never(shape)


def children(shape: ir.Shape) -> tuple[ir.Shape, ...]:
    """The shapes directly inside a shape."""
    match shape:
        case ir.ListOf(item):
            return (item,)
        case ir.TupleOf(items):
            return items
        case ir.MapOf(value):
            return (value,)
        case ir.Record(members):
            return tuple(member.shape for member in members)
        case ir.Kinds(alternatives):
            return alternatives
        case ir.Pair(when_true, when_false):
            return (when_true, when_false)
        case _:
            return ()


def walk(shape: ir.Shape) -> Iterator[ir.Shape]:
    """A shape and all shapes inside it, references not followed."""
    yield shape
    for child in children(shape):
        yield from walk(child)


def refs(shape: ir.Shape) -> list[str]:
    """The names of the types that a shape mentions, in order."""
    return [each.name for each in walk(shape) if isinstance(each, ir.Ref)]


def reachable(start: list[str], types: Types) -> list[str]:
    """The types that can be reached from some, in the order in which a reader meets them."""
    found: dict[str, None] = {}
    todo = list(reversed(start))
    while todo:
        name = todo.pop()
        if name in types and name not in found:
            found[name] = None
            todo.extend(reversed(refs(types[name].shape)))
    return list(found)


def same(left: object, right: object) -> bool:
    """Whether two scalars are one JSON value: ``1`` is neither ``"1"`` nor ``true``."""
    return type(left) is type(right) and left == right


def record(shape: ir.Shape, types: Types) -> ir.Record | None:
    """The record that a shape is, or that one of its alternatives is."""
    records = [each for each in alternatives(shape, types) if isinstance(each, ir.Record)]
    return records[0] if len(records) == 1 else None


def member(shape: ir.Record, wire: str) -> ir.Member | None:
    """The member of that name."""
    return next((each for each in shape.members if each.wire == wire), None)


def fits(value: object, shape: ir.Shape, types: Types) -> bool:
    """Whether a value of JSON has this shape; one that leads nowhere fits everything."""
    options = alternatives(shape, types)
    return not options or any(_fits(value, each, types) for each in options)


def _fits(value: object, shape: ir.Shape, types: Types) -> bool:
    match shape:
        case ir.Text():
            return isinstance(value, str) and _text_fits(value, shape)
        case ir.Integer():
            return isinstance(value, int) and not isinstance(value, bool) and _in_bounds(value, shape)
        case ir.Number():
            return (
                isinstance(value, (int, float)) and not isinstance(value, bool) and _in_bounds(value, shape)
            )
        case ir.Boolean():
            return isinstance(value, bool)
        case ir.Null():
            return value is None
        case ir.Constants(values):
            return any(same(value, each) for each in values)
        case ir.ListOf() | ir.TupleOf() | ir.Pair():
            return isinstance(value, list) and _array_fits(cast("list[object]", value), shape, types)
        case ir.MapOf() | ir.Record():
            return isinstance(value, dict) and _object_fits(cast("dict[str, object]", value), shape, types)
        case ir.Kinds() | ir.Ref():
            return True
        case _:
            assert_never(shape)


def _in_bounds(value: float, shape: ir.Integer | ir.Number) -> bool:
    low, high = shape.minimum, shape.maximum
    return (low is None or value >= low) and (high is None or value <= high)


def _between(size: int, low: int | None, high: int | None) -> bool:
    return (low is None or size >= low) and (high is None or size <= high)


def _text_fits(value: str, shape: ir.Text) -> bool:
    if not _between(len(value), shape.min_length, shape.max_length):
        return False
    if shape.pattern is None:
        return True
    try:
        return re.search(parse(shape.pattern).python, value) is not None
    except BadPattern:
        return True


def _array_fits(value: list[object], shape: ir.ListOf | ir.TupleOf | ir.Pair, types: Types) -> bool:
    match shape:
        case ir.ListOf(item, low, high):
            return _between(len(value), low, high) and all(fits(each, item, types) for each in value)
        case ir.TupleOf(items):
            return len(items) == len(value) and all(
                fits(a, b, types) for a, b in zip(value, items, strict=True)
            )
        case ir.Pair(when_true, when_false):
            if len(value) != 2 or not isinstance(value[0], bool):
                return False
            return fits(value[1], when_true if value[0] else when_false, types)


def _object_fits(value: dict[str, object], shape: ir.MapOf | ir.Record, types: Types) -> bool:
    if isinstance(shape, ir.MapOf):
        keys = shape.key is None or all(_text_fits(key, shape.key) for key in value)
        sizes = _between(len(value), shape.min_properties, shape.max_properties)
        return keys and sizes and all(fits(each, shape.value, types) for each in value.values())
    known = {each.wire: each for each in shape.members}
    if any(each.required and each.wire not in value for each in shape.members):
        return False
    if not shape.open and any(key not in known for key in value):
        return False
    return all(fits(item, known[key].shape, types) for key, item in value.items() if key in known)
