"""The verdict on a value by the model itself, where the way in which a body was made does not settle it."""

from __future__ import annotations

from typing import Any, TypeAlias, cast

from codegen import ir
from codegen.emit.cases import scalars
from codegen.emit.cases.bases import Types, escaped, kind_of
from codegen.explain import is_list

Complaint: TypeAlias = tuple[str, str]
"""Where, and which rule is broken."""


def complaint(shape: ir.Shape, value: Any, types: Types, pointer: str = "") -> Complaint | None:
    """The first thing that is wrong with a plain value, or None.

    Numbers count by value: 1.0 is a whole number.
    """
    shape = types.resolved(shape)
    match shape:
        case ir.Kinds():
            return _of_kinds(shape, value, types, pointer)
        case ir.Constants(values):
            # Sets may be large; most values are not in them at all, which is quickly seen.
            found = value in values and any(same(each, value) for each in values)
            return None if found else (pointer, constant_rule(shape))
        case ir.Record() | ir.MapOf():
            return _of_object(shape, value, types, pointer)
        case ir.ListOf() | ir.TupleOf() | ir.Pair():
            return _of_array(shape, value, types, pointer)
        case _:
            return _of_scalar(shape, value, pointer)


def constant_rule(shape: ir.Constants) -> str:
    """The keyword that a closed set is written with."""
    return "const" if len(shape.values) == 1 else "enum"


def same(left: Any, right: Any) -> bool:
    """Whether two scalars are one JSON value: 1 and 1.0 are, 1 and true are not."""
    return isinstance(left, bool) == isinstance(right, bool) and left == right


def _of_kinds(shape: ir.Kinds, value: Any, types: Types, pointer: str) -> Complaint | None:
    found = [complaint(each, value, types, pointer) for each in types.alternatives(shape)]
    if None in found:
        return None
    closer = [each for each in found if each is not None and each != (pointer, "type")]
    return closer[0] if closer else (pointer, "type")


def _of_scalar(shape: ir.Shape, value: Any, pointer: str) -> Complaint | None:
    kind = kind_of(value)
    whole = kind == "integer" or (kind == "number" and float(value).is_integer())
    match shape:
        case ir.Text():
            if kind != "string":
                return (pointer, "type")
            return None if scalars.fits(shape, value) else (pointer, "pattern")
        case ir.Integer() | ir.Number():
            if not (whole or (kind == "number" and isinstance(shape, ir.Number))):
                return (pointer, "type")
            if shape.minimum is not None and value < shape.minimum:
                return (pointer, "minimum")
            return (pointer, "maximum") if shape.maximum is not None and value > shape.maximum else None
        case ir.Boolean():
            return None if kind == "boolean" else (pointer, "type")
        case _:
            return None if kind == "null" else (pointer, "type")


def _of_object(shape: ir.Record | ir.MapOf, value: Any, types: Types, pointer: str) -> Complaint | None:
    if not isinstance(value, dict):
        return (pointer, "type")
    members = cast("dict[str, Any]", value)
    if isinstance(shape, ir.MapOf):
        if len(members) < (shape.min_properties or 0):
            return (pointer, "minProperties")
        if shape.max_properties is not None and len(members) > shape.max_properties:
            return (pointer, "maxProperties")
        known = dict.fromkeys(members, shape.value)
    else:
        if any(each.required and each.wire not in members for each in shape.members):
            return (pointer, "required")
        known = {each.wire: each.shape for each in shape.members}
        if not shape.open and not members.keys() <= known.keys():
            return (pointer, "additionalProperties")
        said = shape.present_unless
        if said and not same(members.get(said.member), said.value) and not {*said.members} <= members.keys():
            return (pointer, "required")
    for name, each in members.items():
        if name in known and (found := complaint(known[name], each, types, f"{pointer}/{escaped(name)}")):
            return found
    return None


def _of_array(
    shape: ir.ListOf | ir.TupleOf | ir.Pair, value: Any, types: Types, pointer: str
) -> Complaint | None:
    if isinstance(shape, ir.Pair) and not is_list(value):
        return complaint(shape.when_true, value, types, pointer) if shape.plain else (pointer, "type")
    if not is_list(value):
        return (pointer, "type")
    items: list[Any] = value
    if isinstance(shape, ir.ListOf):
        if shape.null_for_empty and items == [None]:
            return None
        if len(items) < (shape.min_items or 0):
            return (pointer, "minItems")
        if shape.max_items is not None and len(items) > shape.max_items:
            return (pointer, "maxItems")
        shapes: tuple[ir.Shape, ...] = (shape.item,) * len(items)
    elif isinstance(shape, ir.Pair):
        flag = items[0] if items else None
        shapes = (
            ir.Constants((flag is not False,)),
            shape.when_true if flag is not False else shape.when_false,
        )
    else:
        shapes = shape.items
    if len(items) != len(shapes):
        return (pointer, "items" if len(items) > len(shapes) else "minItems")
    for index, (each, item) in enumerate(zip(shapes, items, strict=True)):
        if found := complaint(each, item, types, f"{pointer}/{index}"):
            return found
    return None
