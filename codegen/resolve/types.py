"""Named types: their names, who uses them, and that none contains itself."""

from __future__ import annotations

from collections.abc import Iterable

from codegen import ir
from codegen.problems import Place
from codegen.resolve.node import Node
from codegen.resolve.scope import Scope
from codegen.resolve.shapes import build
from codegen.resolve.values import reachable, refs, walk


def named_types(scope: Scope, node: Node) -> tuple[ir.TypeDef, ...]:
    """The types under ``types:``, in file order; they become visible in the scope."""
    found: list[ir.TypeDef] = []
    for name, each in node.members():
        scope.class_name(each, name)
        if name in scope.types:
            scope.report(each, "type-collides", f'the service\'s types.yaml has a type "{name}" already')
        found.append(ir.TypeDef(name, build(scope, each, named=True, noted=True), scope.note(each)))
        if "deprecated" in each:
            scope.report(
                each["deprecated"], "note-lost", "a type is not deprecated; a member or an operation is"
            )
    scope.types.update((each.name, each) for each in found)
    return tuple(found)


def check_recursion(scope: Scope, types: Iterable[ir.TypeDef], node: Node) -> None:
    """Report every type that contains itself."""
    for each in types:
        below = refs(each.shape)
        if each.name in reachable(below, scope.types):
            via = [name for name in below if each.name == name or each.name in _below(scope, name)]
            message = f"{each.name} contains itself through {via[0]}; a type cannot be recursive"
            scope.report(node[each.name], "ref-recursive", message)


def _below(scope: Scope, name: str) -> list[str]:
    return reachable(refs(scope.types[name].shape), scope.types) if name in scope.types else []


def check_unused(scope: Scope, names: Iterable[str], used: Iterable[str], node: Node, whose: str) -> None:
    """Report every type that nothing reaches."""
    reached = set(used)
    for name in names:
        if name not in reached:
            scope.report(node[name], "type-unused", f"no {whose} uses the type {name}; take it out or use it")


def used_shapes(start: list[ir.Shape], scope: Scope) -> list[str]:
    """The types that some shapes reach."""
    return reachable([name for shape in start for name in refs(shape)], scope.types)


def check_direction(scope: Scope, requests: list[ir.Shape], answers: list[ir.Shape], fallback: Place) -> None:
    """Report keywords that mean something on one side only."""
    for asked in _all_shapes(requests, scope):
        place = scope.places.get(id(asked), fallback)
        if isinstance(asked, ir.MapOf) and asked.by_halves:
            scope.report(
                place, "map-keyword", "by_halves is about finding answers; it means nothing in a request"
            )
        if isinstance(asked, ir.ListOf) and (asked.null_for_empty or asked.ascending):
            scope.report(
                place, "list-modifier", "null_for_empty and ascending are about answers, not requests"
            )
        if isinstance(asked, ir.Pair) or (isinstance(asked, ir.Text) and asked.sentinels):
            scope.report(place, "answer-only", "pairs and sentinels are for answers; an argument has none")
    for answered in _all_shapes(answers, scope):
        if isinstance(answered, ir.MapOf) and answered.key is not None:
            place = scope.places.get(id(answered), fallback)
            scope.report(place, "map-keyword", "key constrains requests only; in answers every key is taken")
    _check_form(scope, answers, fallback)


def _check_form(scope: Scope, answers: list[ir.Shape], fallback: Place) -> None:
    """Report keywords about the form of answers where nothing could give them that form."""
    whole = {id(_behind(scope, shape)) for shape in answers}
    named = {id(each.shape) for each in scope.types.values()}
    for answered in _all_shapes(answers, scope):
        place = scope.places.get(id(answered), fallback)
        if isinstance(answered, ir.MapOf) and answered.by_halves and id(answered) not in whole:
            message = "by_halves is for the answer as a whole; this map is a part of one"
            scope.report(place, "map-keyword", message)
        if isinstance(answered, ir.Text) and answered.sentinels and id(answered) not in named:
            message = "sentinels become classes, so the text that has them needs a name: move it to types"
            scope.report(place, "sentinels-inline", message)


def _behind(scope: Scope, shape: ir.Shape) -> ir.Shape:
    for _ in scope.types:
        if isinstance(shape, ir.Ref) and shape.name in scope.types:
            shape = scope.types[shape.name].shape
    return shape


def _all_shapes(start: list[ir.Shape], scope: Scope) -> list[ir.Shape]:
    named = [scope.types[name].shape for name in used_shapes(start, scope)]
    return [each for shape in (*start, *named) for each in walk(shape)]
