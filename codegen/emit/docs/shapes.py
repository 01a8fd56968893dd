"""Shapes in words: what a reader must know of a value, in a few of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import assert_never

from codegen import ir

from .layout import json_text
from .markdown import code, prose

Types = Mapping[str, ir.TypeDef]

_ONE_LINE = {r"^[^\n\r]*$": "on one line", r"^[^\n\r]+$": "on one line, not empty"}
_LISTED = re.compile(r"\^\(([A-Za-z0-9_-]+(?:\|[A-Za-z0-9_-]+)*)\)\$\Z")
"""A pattern that lists words."""


def types_of(service: ir.Service, operation: ir.Operation) -> dict[str, ir.TypeDef]:
    """The types that an operation can name."""
    return {each.name: each for each in (*service.types, *operation.types)}


def words(shape: ir.Shape) -> str:
    """A shape as a phrase in Markdown; named types lead to their heading on the same page."""
    match shape:
        case ir.Text():
            return _text(shape)
        case ir.Integer():
            return f"integer{_bounds(shape)}"
        case ir.Number():
            return f"number{_bounds(shape)}"
        case ir.Boolean():
            return "`true` or `false`"
        case ir.Null():
            return "`null`"
        case ir.Constants(values=values):
            return either(value(each) for each in values)
        case ir.ListOf():
            return _list(shape)
        case ir.TupleOf(items=items):
            return f"list of exactly: {', '.join(map(words, items))}"
        case ir.MapOf():
            return _map(shape)
        case ir.Record():
            return "object"
        case ir.Kinds(alternatives=alternatives):
            return either(dict.fromkeys(map(words, alternatives)))
        case ir.Pair():
            plain = f"; or {words(shape.when_true)} without its pair" if shape.plain else ""
            good, bad = words(shape.when_true), words(shape.when_false)
            return f"pair of `true` and {good}, or of `false` and {bad}{plain}"
        case ir.Ref(name=name):
            return f"[{code(name)}](#{anchor(name)})"
        case _:
            assert_never(shape)


def anchor(name: str) -> str:
    """Where a named type is on its page: what becomes of the heading ``Type `Name` ``."""
    return f"type-{name.lower()}"


def value(scalar: ir.Scalar) -> str:
    """A constant, as JSON has it: ``"1"`` is not ``1``."""
    return code(json_text(scalar))


def either(parts: Iterable[str]) -> str:
    """Alternatives in one phrase."""
    *first, last = parts
    return f"{', '.join(first)} or {last}" if first else last


def refs(shape: ir.Shape) -> Iterator[str]:
    """The names of the types that a shape refers to directly."""
    match shape:
        case ir.Ref(name=name):
            yield name
        case ir.ListOf(item=item):
            yield from refs(item)
        case ir.MapOf(value=inner):
            yield from refs(inner)
        case ir.TupleOf(items=parts) | ir.Kinds(alternatives=parts):
            yield from (name for each in parts for name in refs(each))
        case ir.Record(members=members):
            yield from (name for each in members for name in refs(each.shape))
        case ir.Pair(when_true=good, when_false=bad):
            yield from refs(good)
            yield from refs(bad)
        case ir.Text() | ir.Integer() | ir.Number() | ir.Boolean() | ir.Null() | ir.Constants():
            return
        case _:
            assert_never(shape)


def shapes_of(operation: ir.Operation) -> Iterator[ir.Shape]:
    """All shapes that an operation names itself: of its parameters, their options, and its answers."""
    yield from (each.shape for each in operation.parameters)
    yield from (option.shape for member in operation.query for option in member.options)
    if isinstance(operation.result, ir.Plain):
        yield operation.result.shape
    else:
        yield from (arm.shape for arm in operation.result.arms)
        yield operation.result.otherwise
    yield from (each.answer for each in operation.broken)


def reached(shapes: Iterable[ir.Shape], types: Types) -> list[str]:
    """The named types that shapes refer to, each before those that it needs, as a reader meets them."""
    found: dict[str, None] = {}

    def visit(shape: ir.Shape) -> None:
        for name in refs(shape):
            if name not in found:
                found[name] = None
                visit(types[name].shape)

    for each in shapes:
        visit(each)
    return list(found)


def known(shape: ir.Shape) -> str:
    """The words that are expected and no constraint, as a sentence; empty where none are listed."""
    listed = [value(each) for each in _known(shape)]
    return f"Known: {', '.join(listed)}." if listed else ""


def _known(shape: ir.Shape) -> Iterator[ir.Scalar]:
    match shape:
        case ir.Text(known=listed) | ir.Integer(known=listed):
            yield from listed
        case ir.ListOf(item=item) | ir.MapOf(value=item):
            yield from _known(item)
        case ir.Kinds(alternatives=parts):
            yield from dict.fromkeys(each for part in parts for each in _known(part))
        case _:
            return


def sentinels(shape: ir.Shape) -> list[list[str]]:
    """Texts that mean something else, as rows: the text, the class that users get, what it means."""
    match shape:
        case ir.Text(sentinels=found):
            return [[_sentinel(each), code(each.name), prose(each.note.summary)] for each in found]
        case ir.ListOf(item=item) | ir.MapOf(value=item):
            return sentinels(item)
        case ir.Kinds(alternatives=parts):
            return [row for part in parts for row in sentinels(part)]
        case _:
            return []


def _sentinel(each: ir.Sentinel) -> str:
    if each.text is not None:
        return f"{value(each.text)} in any case"
    return f"begins with {value(each.prefix)}"


def _text(shape: ir.Text) -> str:
    said = "text"
    if shape.packed is not None:
        said += f", base64 of zlib of a {shape.packed} file"
    low, high = shape.min_length, shape.max_length
    if low is not None or high is not None:
        said += f" of {_span(low, high)} characters"
    if shape.pattern is None:
        return said
    if shape.pattern in _ONE_LINE:
        return f"{said} {_ONE_LINE[shape.pattern]}"
    listed = _LISTED.match(shape.pattern)
    return either(map(code, listed[1].split("|"))) if listed else f"{said} like {code(shape.pattern)}"


def _bounds(shape: ir.Integer | ir.Number) -> str:
    low, high = shape.minimum, shape.maximum
    if (low, high) == (-(2**31), 2**31 - 1):
        return " of 32 bits"
    return "" if low is None and high is None else f" ({_span(low, high)})"


def _span(low: int | None, high: int | None) -> str:
    if low is None:
        return f"at most {high}"
    return f"{low} or more" if high is None else str(low) if low == high else f"{low} to {high}"


def _list(shape: ir.ListOf) -> str:
    item = words(shape.item)
    said = f"list, each {item}" if " or " in item else f"list of {item}"
    if shape.min_items is not None or shape.max_items is not None:
        said = f"list of {_span(shape.min_items, shape.max_items)} items, each {item}"
    if shape.ascending:
        said += ", sorted for you"
    return f"{said}; empty comes as `[null]`" if shape.null_for_empty else said


def _map(shape: ir.MapOf) -> str:
    size = ""
    if shape.min_properties is not None or shape.max_properties is not None:
        size = f" of {_span(shape.min_properties, shape.max_properties)} entries"
    said = f"map{size} from {_key(shape)} to {words(shape.value)}"
    return f"{said}; found by either half of a key `a:b`, in any case" if shape.by_halves else said


def _key(shape: ir.MapOf) -> str:
    return "text" if shape.key is None else _text(shape.key)
