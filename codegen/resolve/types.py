"""Named types: their names, who uses them, and that none contains itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from codegen import ir
from codegen.problems import Place
from codegen.resolve.node import Node
from codegen.resolve.scope import Scope
from codegen.resolve.shapes import build
from codegen.resolve.values import Types, children, reachable, refs, walk

MAX_DEPTH = 20
MAX_PARTS = 20_000
MAX_TOLD = 50
"""Types that contain themselves which are told one by one."""


def named_types(scope: Scope, node: Node) -> tuple[ir.TypeDef, ...]:
    """The types under ``types:``, in file order; they become visible in the scope.

    One that contains itself, or is too large, is reported and leads nowhere from here on.
    """
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
    endless = _check_sizes(scope, found, node)
    scope.astray = scope.astray or bool(endless)
    kept = tuple(replace(each, shape=ir.Ref(each.name)) if each.name in endless else each for each in found)
    scope.types.update((each.name, each) for each in kept)
    return kept


def _check_sizes(scope: Scope, types: Iterable[ir.TypeDef], node: Node) -> set[str]:
    """Measures the types from the smallest up; what cannot be measured so contains itself."""
    left = {each.name: each for each in types}
    waiting = {name: {ref for ref in refs(each.shape) if ref in left} for name, each in left.items()}
    users: dict[str, list[str]] = {name: [] for name in left}
    for name, needs in waiting.items():
        for need in needs:
            users[need].append(name)
    ready = [name for name, needs in waiting.items() if not needs]
    measured: dict[str, tuple[int, int]] = {}
    refused: set[str] = set()
    while ready:
        name = ready.pop()
        shape = left.pop(name).shape
        depth, parts = size(shape, measured, scope.types)
        if depth > MAX_DEPTH or parts > MAX_PARTS:
            refused.add(name)
            what = (
                f"is {depth} levels deep; {MAX_DEPTH}"
                if depth > MAX_DEPTH
                else f"has {parts} parts; {MAX_PARTS}"
            )
            scope.report(node[name], "shape-size", f"{name} {what} are the most, references followed")
            depth, parts = 0, 1
        measured[name] = (depth, parts)
        for user in users[name]:
            waiting[user].discard(name)
            if not waiting[user]:
                ready.append(user)
    return refused | left.keys() if _check_recursion(scope, left, node) else refused


def size(shape: ir.Shape, measured: Mapping[str, tuple[int, int]], types: Types) -> tuple[int, int]:
    """How deep a shape nests and how many parts it has, what is written out at references included.

    Records and pairs become classes with functions of their own, so a reference to one is one part.
    """
    if isinstance(shape, ir.Ref):
        depth, parts = measured.get(shape.name, (0, 1))
        target = types[shape.name].shape if shape.name in types else None
        if isinstance(target, ir.Record | ir.Pair):
            return depth, 1
        return depth + isinstance(target, ir.Ref), parts
    inside = [size(each, measured, types) for each in children(shape)]
    depth = max((each[0] for each in inside), default=0)
    return depth + bool(inside), 1 + sum(each[1] for each in inside)


def _check_recursion(scope: Scope, types: Mapping[str, ir.TypeDef], node: Node) -> bool:
    """Report the types that contain themselves; the others here only lead to one of them."""
    told = 0
    for each in types.values():
        below = refs(each.shape)
        if told < MAX_TOLD and each.name in reachable(below, types):
            told += 1
            via = next(name for name in below if each.name == name or each.name in _below(types, name))
            message = f"{each.name} contains itself through {via}; a type cannot be recursive"
            scope.report(node[each.name], "ref-recursive", message)
    return told > 0


def _below(types: Mapping[str, ir.TypeDef], name: str) -> list[str]:
    return reachable(refs(types[name].shape), types) if name in types else []


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
        if isinstance(asked, ir.Text) and asked.packed:
            scope.report(place, "packed-text", "packed is about an answer as a whole, not about arguments")
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
        if isinstance(answered, ir.Text) and answered.packed and id(answered) not in whole:
            message = "packed is for the answer as a whole; this text is a part of one"
            scope.report(place, "packed-text", message)
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
