"""Tables and their columns: what a record says of them, and that the members it names can be that."""

from __future__ import annotations

from typing import cast

from codegen import ir
from codegen.naming import PyName, UnsafeName
from codegen.regex import Pattern
from codegen.resolve.node import Node
from codegen.resolve.scope import Scope
from codegen.resolve.values import Types, member, target


def column(node: Node) -> ir.ColumnLayout | None:
    """What a record says under ``column``."""
    if node.value is None:
        return None
    return ir.ColumnLayout(
        name=node.word("name"),
        values=node.word("values"),
        beside=node.texts("beside"),
        kind=cast("ir.ColumnKind | None", node.text("kind")),
        missing=node.texts("missing"),
    )


def table(node: Node) -> ir.TableLayout | None:
    """What a record says under ``table``."""
    if node.value is None:
        return None
    types = _types(node["types"]) if node["types"].value is not None else None
    return ir.TableLayout(node.word("rows"), node.word("columns"), node.texts("beside"), types)


def _types(node: Node) -> ir.TypesFrom:
    return ir.TypesFrom(
        operation=node.word("operation"),
        arguments=_texts(node["arguments"]),
        list=node.word("list"),
        name=node.word("name"),
        type=node.word("type"),
        kinds=_kinds(node["kinds"]),
        also=_kinds(node["also"]),
        suffix=node.text("suffix"),
    )


def _texts(node: Node) -> tuple[tuple[str, str], ...]:
    return tuple((key, each.value) for key, each in node.sorted_members() if isinstance(each.value, str))


def _kinds(node: Node) -> tuple[tuple[str, ir.DeclaredKind], ...]:
    return cast("tuple[tuple[str, ir.DeclaredKind], ...]", _texts(node))


def check_layouts(scope: Scope, node: Node, shape: ir.Record) -> None:
    """Have a record's members held against what ``column`` and ``table`` say, when all types are known."""
    if shape.column is not None:
        layout = shape.column
        scope.later.append(lambda: _check_column(scope, node["column"], shape, layout))
    if shape.table is not None:
        outline = shape.table
        scope.later.append(lambda: _check_table(scope, node["table"], shape, outline))


def _check_column(scope: Scope, node: Node, shape: ir.Record, layout: ir.ColumnLayout) -> None:
    title = _named(scope, node["name"], shape, layout.name, "column-member")
    if title is not None and not (title.required and isinstance(target(title.shape, scope.types), ir.Text)):
        message = f'"{layout.name}" must be a required text: the column\'s name'
        scope.report(node["name"], "column-member", message)
    places = [node["values"], *node["beside"].items()]
    seen = {layout.name}
    for place, wire in zip(places, layout.arrays, strict=False):
        array = _named(scope, place, shape, wire, "column-member")
        if wire in seen:
            scope.report(place, "column-member", f'"{wire}" is named twice')
        elif array is not None and not (array.required and is_array(array.shape, scope.types)):
            message = (
                f'"{wire}" is kept as bytes, so it must be a required array of {{type: string}}'
                " or {type: [string, integer]} and no more"
            )
            scope.report(place, "column-member", message)
        seen.add(wire)
        _check_free(scope, place, shape, f"wire_{_attribute(wire)}", "the bytes of the array")


def is_array(shape: ir.Shape, types: Types) -> bool:
    """Whether an array can be kept as bytes: of texts, perhaps integers, with nothing else said of them.

    >>> is_array(ir.ListOf(ir.Text(known=("NA",))), {}), is_array(ir.ListOf(ir.Text(max_length=9)), {})
    (True, False)
    """
    if not isinstance(shape, ir.ListOf) or shape != ir.ListOf(shape.item):
        return False
    item = target(shape.item, types)
    if isinstance(item, ir.Kinds):
        bare = tuple(_bare(each) for each in item.alternatives)
        return not item.as_number and bare in ((ir.Text(), ir.Integer()), (ir.Integer(), ir.Text()))
    return item is not None and _bare(item) == ir.Text()


def _bare(shape: ir.Shape) -> ir.Shape:
    """The shape without the words that are only known of it."""
    match shape:
        case ir.Text():
            return ir.Text(shape.pattern, shape.min_length, shape.max_length, (), shape.sentinels)
        case ir.Integer():
            return ir.Integer(shape.minimum, shape.maximum)
        case _:
            return shape


def _check_table(scope: Scope, node: Node, shape: ir.Record, layout: ir.TableLayout) -> None:
    rows = _named(scope, node["rows"], shape, layout.rows, "table-member")
    if rows is not None and not (rows.required and isinstance(target(rows.shape, scope.types), ir.Integer)):
        message = f'"{layout.rows}" must be a required integer: the number of rows'
        scope.report(node["rows"], "table-member", message)
    places = [node["columns"], *node["beside"].items()]
    seen: set[str] = set()
    for place, wire in zip(places, layout.lists, strict=False):
        found = _named(scope, place, shape, wire, "table-member")
        if wire in seen:
            scope.report(place, "table-member", f'"{wire}" is named twice')
        elif found is not None and column_record(found.shape, scope.types) is None:
            message = f'"{wire}" must be an array of references to an object with column'
            scope.report(place, "table-member", message)
        seen.add(wire)
    for place in node["beside"].items():
        if isinstance(place.value, str):
            _check_free(scope, place, shape, f"{_attribute(place.value)}_table", "a table")


def column_record(shape: ir.Shape, types: Types) -> ir.Record | None:
    """The record that the items of a list of columns are; ``None`` for any other shape."""
    item = shape.item if isinstance(shape, ir.ListOf) else None
    if not isinstance(item, ir.Ref):
        return None
    found = types[item.name].shape if item.name in types else None
    return found if isinstance(found, ir.Record) and found.column is not None else None


def _named(scope: Scope, node: Node, shape: ir.Record, wire: str, rule: str) -> ir.Member | None:
    """The member of that name, reported if there is none."""
    if not wire or not scope.known(
        node, wire, [each.wire for each in shape.members], rule, "member of this record"
    ):
        return None
    return member(shape, wire)


def _check_free(scope: Scope, node: Node, shape: ir.Record, name: str, what: str) -> None:
    for each in shape.members:
        if _attribute(each.wire) == name:
            scope.report(node, "name-collides", f'"{each.wire}" becomes {name}, the name of {what}')


def _attribute(wire: str) -> str:
    try:
        return PyName.of(wire)
    except UnsafeName:
        return ""


def check_suffix(scope: Scope, node: Node, pattern: Pattern | None) -> None:
    """Report a suffix that would not be looked for at the end of a name."""
    if pattern is not None and (pattern.starts or not pattern.ends):
        message = "a suffix follows a name, so its pattern ends in $ and does not begin with ^"
        scope.report(node, "table-suffix", message)
