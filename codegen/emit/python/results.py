"""What an operation's value says of its answers, as Python text, and the functions beside it."""

from __future__ import annotations

from codegen import ir
from codegen.literals import docstring, literal
from codegen.naming import ClassName

from . import hints, walk
from .checks import Lines, Statements, check_name, finish_name
from .naming import attribute
from .tables import holds_columns
from .views import Function

OPAQUE = {"text": "TextAnswer", "bytes": "BytesAnswer"}
"""The classes of answers that are no JSON."""


def result_annotation(each: ir.Operation, types: hints.Types) -> str:
    """The annotation of what a call returns."""
    if isinstance(each.result, ir.Plain):
        if each.result.body != "json":
            return OPAQUE[each.result.body]
        return hints.whole_answer(each.result.shape, types)
    return " | ".join(str(ClassName.of(name)) for name in walk.good_refs(each.result)) or "None"


def packed_classes(service: ir.Service) -> list[str]:
    """The runtime's classes that answers of a service are, as they hold files."""
    shapes = (
        walk.behind(each.result.shape, walk.types_of(service, each))
        for each in service.operations
        if isinstance(each.result, ir.Plain)
    )
    packed: set[ir.PackedAs] = {
        shape.packed for shape in shapes if isinstance(shape, ir.Text) and shape.packed is not None
    }
    return sorted(hints.PACKED[each] for each in packed)


def result_value(
    each: ir.Operation, types: hints.Types, statements: Statements
) -> tuple[str, tuple[Function, ...]]:
    """The ``result`` of an operation's value, and the functions that it needs."""
    if isinstance(each.result, ir.Select):
        return _select(each.result, statements), ()
    if each.result.body != "json":
        return f"Opaque({OPAQUE[each.result.body]})", ()
    return _plain(each.result, types, statements)


def _plain(result: ir.Plain, types: hints.Types, statements: Statements) -> tuple[str, tuple[Function, ...]]:
    decoded = hints.answer(result.shape, types, decoded=True)
    final = hints.answer(result.shape, types)
    functions: list[Function] = []
    arguments = [decoded]
    arguments += _checking(result.shape, decoded, statements, functions)
    arguments += _finishing(result.shape, decoded, final, statements, functions)
    arguments += _columns(result.shape, types)
    if result.failure is not None:
        name = _failure_name(result.shape, result.failure.member, types)
        error = ClassName.of(result.failure.error)
        told = "bad" if result.failure.is_bad else "failure"
        arguments.append(f"{told}=({literal(name)}, {literal(result.failure.ok)}, {error})")
    return f"Plain({', '.join(arguments)})", tuple(functions)


def _failure_name(shape: ir.Shape, wire: str, types: hints.Types) -> str:
    """The key of a map, or the attribute of a record, that tells of failure."""
    if isinstance(walk.behind(shape, types), ir.MapOf):
        return wire
    record = _record(shape, types)
    return attribute(record, next(member for member in record.members if member.wire == wire), types)


def _checking(shape: ir.Shape, decoded: str, statements: Statements, functions: list[Function]) -> list[str]:
    """The ``check`` of an answer: of its class, one pattern, or a function of its own."""
    target = walk.behind(shape, statements.types)
    if isinstance(target, ir.Record):
        return [hook for hook in _hooks(shape, statements) if hook.startswith("check=")]
    checks = statements.checks(shape, "answer", shape.name if isinstance(shape, ir.Ref) else "answer")
    if not checks:
        return []
    only_pattern = isinstance(target, ir.Text) and target.min_length is None and target.max_length is None
    if only_pattern and isinstance(target, ir.Text):
        return [f"check={statements.patterns[target.pattern or '']}"]
    doc = docstring("Say whether a decoded answer has what its type can't say.", 4)
    functions.append(Function(f"_check(answer: {decoded}) -> bool", doc, (*checks, "return True")))
    return ["check=_check"]


def _finishing(
    shape: ir.Shape, decoded: str, final: str, statements: Statements, functions: list[Function]
) -> list[str]:
    """The ``finish`` of an answer; values of maps are finished one by one, when they are looked at."""
    target = walk.behind(shape, statements.types)
    if isinstance(target, ir.Record):
        return [hook for hook in _hooks(shape, statements) if hook.startswith("finish=")]
    if isinstance(target, ir.Text) and target.packed:
        return [f"finish={hints.PACKED[target.packed]}.unpacked"]
    doc = docstring("Give a decoded value the form that users see.", 4)
    if isinstance(target, ir.MapOf) and not target.by_halves:
        touches = statements.touches(target.value, "value", lambda new: f"value = {new}")
        if touches:
            given = hints.answer(target.value, statements.types, decoded=True)
            kind = hints.answer(target.value, statements.types)
            functions.append(Function(f"_finish(value: {given}) -> {kind}", doc, _returning(touches)))
        return ["finish=one_by_one(_finish)"] if touches else []
    by_halves = isinstance(target, ir.MapOf) and target.by_halves
    touches = statements.touches(shape, "answer", lambda new: f"answer = {new}")
    if touches:
        last = "return ByHalves(answer)" if by_halves else "return answer"
        if isinstance(target, ir.MapOf) and by_halves:
            inner = (hints.answer(target.value, statements.types, decoded=each) for each in (True, False))
            # Values that get another type in their places can't be told to a checker of types.
            decoded = decoded if len(set(inner)) == 1 else "dict[str, Any]"
        functions.append(Function(f"_finish(answer: {decoded}) -> {final}", doc, (*touches, last)))
        return ["finish=_finish"]
    return ["finish=ByHalves"] if by_halves else []


def _returning(touches: Lines) -> tuple[str, ...]:
    """The statements with a return at their end; a single assignment is the return itself."""
    match touches:
        case [assignment] if assignment.startswith("value = "):
            return (f"return {assignment.removeprefix('value = ')}",)
        case [test, assignment] if test.startswith("if ") and assignment.startswith("    value = "):
            changed = assignment.removeprefix("    value = ")
            return (f"return {changed} {test.removesuffix(':')} else value",)
        case _:
            return (*touches, "return value")


def _record(shape: ir.Shape, types: hints.Types) -> ir.Record:
    target = walk.behind(shape, types)
    assert isinstance(target, ir.Record)
    return target


def _hooks(shape: ir.Ref | ir.Shape, statements: Statements) -> list[str]:
    """The functions of a named class."""
    assert isinstance(shape, ir.Ref)
    scratch = statements.scratch()
    hooks: list[str] = []
    if scratch.type_checks(shape.name):
        hooks.append(f"check={check_name(shape.name)}")
    if scratch.type_touches(shape.name):
        hooks.append(f"finish=finished({finish_name(shape.name)})")
    return hooks


def _columns(shape: ir.Shape, types: hints.Types) -> list[str]:
    """What tells the decoder that arrays are kept as bytes."""
    return ["columns=True"] if holds_columns(shape, types) else []


def _select(result: ir.Select, statements: Statements) -> str:
    arms = [
        _arm(arm.when, arm.shape, arm.error, arm.meaning if arm.meaning == "pending" else None, statements)
        for arm in result.arms
    ]
    otherwise = _arm((), result.otherwise, result.otherwise_error, None, statements)
    return f"Select({literal(result.member)}, ({', '.join(arms)},), otherwise={otherwise})"


def _arm(
    when: tuple[ir.Scalar, ...], shape: ir.Ref, error: str | None, meaning: str | None, statements: Statements
) -> str:
    parts = [literal(when), str(ClassName.of(shape.name)), *_hooks(shape, statements)]
    parts += _columns(shape, statements.types)
    if error is not None:
        parts.append(f"error={ClassName.of(error)}")
    if meaning is not None:
        parts.append(f"meaning={literal(meaning)}")
    return f"Arm({', '.join(parts)})"
