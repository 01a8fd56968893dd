"""Walks over shapes: what refers to what, and in which order types must stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import assert_never

from codegen import ir


def refs(shape: ir.Shape) -> Iterator[str]:
    """The names of the types that a shape refers to directly."""
    match shape:
        case ir.Ref(name=name):
            yield name
        case ir.ListOf(item=item):
            yield from refs(item)
        case ir.TupleOf(items=items):
            for each in items:
                yield from refs(each)
        case ir.MapOf(value=value):
            yield from refs(value)
        case ir.Record(members=members):
            for member in members:
                yield from refs(member.shape)
        case ir.Kinds(alternatives=alternatives):
            for each in alternatives:
                yield from refs(each)
        case ir.Pair(when_true=when_true, when_false=when_false):
            yield from refs(when_true)
            yield from refs(when_false)
        case ir.Text() | ir.Integer() | ir.Number() | ir.Boolean() | ir.Null() | ir.Constants():
            return
        case _:
            assert_never(shape)


def closure(names: Iterable[str], types: Mapping[str, ir.TypeDef]) -> list[str]:
    """The named types and all that they refer to, each after those it needs."""
    done: dict[str, None] = {}

    def visit(name: str) -> None:
        if name not in done:
            for each in refs(types[name].shape):
                visit(each)
            done[name] = None

    for name in names:
        visit(name)
    return list(done)


def answer_refs(result: ir.Plain | ir.Select) -> list[str]:
    """The names of the types that an operation's answers refer to directly."""
    if isinstance(result, ir.Plain):
        return list(refs(result.shape))
    return [*dict.fromkeys(arm.shape.name for arm in result.arms), result.otherwise.name]


def good_refs(result: ir.Plain | ir.Select) -> list[str]:
    """The names of the types that answers have as a whole, failures left out."""
    if isinstance(result, ir.Plain):
        return [result.shape.name] if isinstance(result.shape, ir.Ref) else []
    return list(dict.fromkeys(arm.shape.name for arm in result.arms if arm.meaning != "failure"))


def behind(shape: ir.Shape, types: Mapping[str, ir.TypeDef]) -> ir.Shape:
    """The shape that a name stands for, or the shape itself."""
    while isinstance(shape, ir.Ref):
        shape = types[shape.name].shape
    return shape


def table(name: str, types: Mapping[str, ir.TypeDef]) -> ir.TableLayout | None:
    """The layout of a named type that is a table."""
    found = behind(ir.Ref(name), types)
    return found.table if isinstance(found, ir.Record) else None


def types_of(service: ir.Service, operation: ir.Operation | None = None) -> dict[str, ir.TypeDef]:
    """The types that are in reach: of the service, and of one operation."""
    own = operation.types if operation else ()
    return {each.name: each for each in (*service.types, *own)}
