"""Shapes as Python annotations: of answers, as they are decoded and as users see them, and of arguments."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from codegen import ir
from codegen.literals import literal
from codegen.naming import ClassName

Types = Mapping[str, ir.TypeDef]

PACKED: Mapping[ir.PackedAs, str] = {"sqlite": "Database"}
"""What users get of a text that holds a file of a kind; a class of the runtime."""


def answer(shape: ir.Shape, types: Types, *, decoded: bool = False) -> str:
    """The annotation of a shape in answers; ``decoded``: as the decoder sees it, before the last touch."""
    match shape:
        case ir.Text() | ir.Integer() | ir.Boolean() | ir.Null() | ir.Constants():
            return _scalar(shape)
        case ir.Number():
            return "int | float"
        case ir.ListOf(item=item):
            inner = answer(item, types, decoded=decoded)
            return f"ListOrNull[{inner}]" if shape.null_for_empty else f"list[{inner}]"
        case ir.TupleOf(items=items):
            return f"tuple[{', '.join(answer(item, types, decoded=decoded) for item in items)}]"
        case ir.MapOf(value=value):
            inner = answer(value, types, decoded=decoded)
            return f"ByHalves[{inner}]" if shape.by_halves and not decoded else f"dict[str, {inner}]"
        case ir.Kinds(alternatives=alternatives):
            return " | ".join(dict.fromkeys(answer(each, types, decoded=decoded) for each in alternatives))
        case ir.Ref(name=name):
            target = types[name].shape
            if decoded and isinstance(target, ir.Pair) and target.plain:
                return f"{answer(target.when_true, types, decoded=True)} | {ClassName.of(name)}"
            return str(ClassName.of(name))
        case ir.Record() | ir.Pair():
            raise AssertionError("records and pairs have names")
        case _:
            assert_never(shape)


def _scalar(shape: ir.Text | ir.Integer | ir.Boolean | ir.Null | ir.Constants) -> str:
    """What is annotated alike wherever it stands; of numbers, answers keep apart what was sent apart."""
    match shape:
        case ir.Text():
            return "str"
        case ir.Integer():
            return "int"
        case ir.Boolean():
            return "bool"
        case ir.Null():
            return "None"
        case ir.Constants(values=values):
            return f"Literal[{', '.join(literal(value) for value in values)}]"
        case _:
            assert_never(shape)


def whole_answer(shape: ir.Shape, types: Types) -> str:
    """The annotation of an answer as a whole: built-in types there carry the bytes they came from."""
    match shape:
        case ir.Text(packed=packed):
            return PACKED[packed] if packed else "TextAnswer"
        case ir.ListOf(item=item):
            return f"ListAnswer[{answer(item, types)}]"
        case ir.MapOf(value=value):
            return f"{'ByHalves' if shape.by_halves else 'MapAnswer'}[{answer(value, types)}]"
        case ir.Kinds(alternatives=alternatives):
            return " | ".join(dict.fromkeys(whole_answer(each, types) for each in alternatives))
        case ir.Ref(name=name) if not isinstance(types[name].shape, ir.Record | ir.Pair):
            return whole_answer(types[name].shape, types)
        case _:
            return answer(shape, types)


def plain(shape: ir.Shape, types: Types) -> str:
    """The annotation of a shape as ``json.loads`` reads it."""
    match shape:
        case ir.ListOf(item=item):
            return f"list[{plain(item, types)}]"
        case ir.TupleOf() | ir.Pair():
            return "list[Any]"
        case ir.MapOf(value=value):
            return f"dict[str, {plain(value, types)}]"
        case ir.Record():
            return "dict[str, Any]"
        case ir.Kinds(alternatives=alternatives):
            return " | ".join(dict.fromkeys(plain(each, types) for each in alternatives))
        case ir.Ref(name=name):
            target = types[name].shape
            bare = (
                f"{plain(target.when_true, types)} | " if isinstance(target, ir.Pair) and target.plain else ""
            )
            return bare + plain(target, types)
        case _:
            return answer(shape, types)


def argument(shape: ir.Shape, types: Types) -> str:
    """The annotation of a shape in arguments: generous in containers, exact in values."""
    match shape:
        case ir.Text() | ir.Integer() | ir.Boolean() | ir.Null() | ir.Constants():
            return _scalar(shape)
        case ir.Number():
            return "float"
        case ir.ListOf(item=item):
            return f"Sequence[{argument(item, types)}]"
        case ir.TupleOf(items=items):
            return f"tuple[{', '.join(argument(item, types) for item in items)}]"
        case ir.MapOf(value=value):
            return f"Mapping[str, {argument(value, types)}]"
        case ir.Kinds(alternatives=alternatives):
            return " | ".join(dict.fromkeys(argument(each, types) for each in alternatives))
        case ir.Ref(name=name):
            return str(ClassName.of(name))
        case ir.Record() | ir.Pair():
            raise AssertionError("records and pairs have names")
        case _:
            assert_never(shape)


def python_kinds(shape: ir.Shape, types: Types) -> tuple[str, ...]:
    """The Python classes that decoded values of a shape have."""
    match shape:
        case ir.Text():
            return ("str",)
        case ir.Constants(values=values):
            return tuple(dict.fromkeys(type(value).__name__ for value in values))
        case ir.Integer():
            return ("int",)
        case ir.Number():
            return ("int", "float")
        case ir.Boolean():
            return ("bool",)
        case ir.Null():
            return ("NoneType",)
        case ir.ListOf():
            return ("list",)
        case ir.TupleOf():
            return ("tuple",)
        case ir.MapOf():
            return ("dict",)
        case ir.Kinds(alternatives=alternatives):
            return tuple(dict.fromkeys(kind for each in alternatives for kind in python_kinds(each, types)))
        case ir.Ref(name=name):
            target = types[name].shape
            if isinstance(target, ir.Record | ir.Pair):
                return (str(ClassName.of(name)),)
            return python_kinds(target, types)
        case ir.Record() | ir.Pair():
            raise AssertionError("records and pairs have names")
        case _:
            assert_never(shape)


def kind_test(value: str, shape: ir.Shape, types: Types) -> str:
    """The expression that tells whether a decoded value is of a shape's kind."""
    kinds = python_kinds(shape, types)
    if {"int", "bool", "float", "NoneType"} & set(kinds):
        # True is an int for isinstance, and no integer for JSON.
        return f"type({value}) is {kinds[0]}" if len(kinds) == 1 else f"type({value}) in ({', '.join(kinds)})"
    return f"isinstance({value}, {' | '.join(kinds)})"
