"""Shapes of the YAML to shapes of the model, with the rules about one shape."""

from __future__ import annotations

from contextlib import suppress
from typing import cast, get_args

from codegen import ir
from codegen.ambiguity import slowness
from codegen.naming import PyName, UnsafeName
from codegen.problems import Place
from codegen.regex import MAX_COUNT, MAX_SIZE, BadPattern, Pattern, is_deep, masks, parse, size
from codegen.resolve.node import Node
from codegen.resolve.scope import Scope
from codegen.resolve.tables import check_layouts, check_suffix, column, table
from codegen.resolve.values import fits, kinds, member, same, target

NOTES = ("summary", "doc", "source", "deprecated")
NUMERIC = sum(1 << ord(each) for each in "0123456789.+-eE")


def build(scope: Scope, node: Node, *, named: bool = False, noted: bool = False) -> ir.Shape:
    """The shape at a node.

    ``named``: it stands as a named type, where records and pairs are at home;
    ``noted``: its notes are kept by what is around it.
    """
    if not noted:
        for key in NOTES:
            if key in node:
                message = (
                    f"{key} is lost here; give the value a named type, or say it at the member around it"
                )
                scope.report(node[key], "note-lost", message)
    shape = _shape(scope, node)
    scope.shapes.append(shape)
    scope.places[id(shape)] = node.place
    if not named and isinstance(shape, ir.Record | ir.Pair):
        what = "an object with properties" if isinstance(shape, ir.Record) else "a pair"
        scope.report(node, "shape-inline", f"{what} needs a name: move it to types and write {{ref: Name}}")
    return shape


def _shape(scope: Scope, node: Node) -> ir.Shape:
    if "ref" in node:
        return _ref(scope, node)
    if "kinds" in node:
        return _kinds(scope, node)
    if "pair" in node:
        return _pair(scope, node)
    if "tuple" in node:
        return ir.TupleOf(tuple(build(scope, each) for each in node["tuple"].items()))
    if "const" in node:
        return ir.Constants((node.scalar("const"),))
    if "enum" in node:
        return ir.Constants(node.scalars("enum"))
    if isinstance(node["type"].value, list):
        return _types(scope, node)
    if node.text("type") == "array":
        return _list(scope, node)
    if "properties" in node:
        return _record(scope, node)
    if node.text("type") == "object":
        return _map(scope, node)
    return _scalar(scope, node, node.text("type") or "", node.texts("known"), _integers(node))


def _integers(node: Node) -> tuple[int, ...]:
    known = node["known"].items()
    return tuple(
        each.value for each in known if isinstance(each.value, int) and not isinstance(each.value, bool)
    )


def _ref(scope: Scope, node: Node) -> ir.Ref:
    name = node.word("ref")

    def check() -> None:
        if not name or name not in scope.types:
            scope.astray = True
        if name and scope.complete:
            scope.known(node["ref"], name, scope.types, "ref-unknown", "type of this operation or service")

    scope.later.append(check)
    return ir.Ref(name)


def _kinds(scope: Scope, node: Node) -> ir.Kinds:
    shape = ir.Kinds(tuple(build(scope, each) for each in node["kinds"].items()))

    def check() -> None:
        taken: dict[str, int] = {}
        for index, each in enumerate(shape.alternatives):
            for kind in sorted(kinds(each, scope.types)):
                first = taken.setdefault(kind, index)
                if first != index:
                    pair = f"alternatives {first + 1} and {index + 1}"
                    message = f"{pair} are both of the JSON kind {kind}; one shape must serve for both"
                    scope.report(node["kinds"], "kinds-equal", message)

    scope.later.append(check)
    return shape


def _pair(scope: Scope, node: Node) -> ir.Pair:
    pair = node["pair"]
    shape = ir.Pair(build(scope, pair["true"]), build(scope, pair["false"]), node.flag("plain"))

    def check() -> None:
        if shape.plain and "array" in kinds(shape.when_true, scope.types):
            message = "a plain value that is an array cannot be told from the pair; leave plain out"
            scope.report(node, "pair-plain", message)

    scope.later.append(check)
    return shape


def _types(scope: Scope, node: Node) -> ir.Shape:
    """``type`` with a list: one alternative for each, every keyword beside it for its own type."""
    names = node.texts("type")
    if "integer" in names and "number" in names:
        scope.report(node["type"], "types-number", "integer and number overlap; write number alone")
    _misplaced(scope, node, names)
    words, numbers = node.texts("known"), _integers(node)
    options = tuple(_scalar(scope, node, name, words, numbers) for name in names)
    as_number = "as" in node
    if as_number:
        _as_number(scope, node, names)
    return ir.Kinds(options, as_number)


def _misplaced(scope: Scope, node: Node, names: tuple[str, ...]) -> None:
    for keyword, homes in (
        ("pattern", {"string"}),
        ("minLength", {"string"}),
        ("maxLength", {"string"}),
        ("minimum", {"integer", "number"}),
        ("maximum", {"integer", "number"}),
        ("known", {"string", "integer"}),
    ):
        if keyword in node and not homes & set(names):
            message = f"{keyword} constrains {' and '.join(sorted(homes))}, which type does not list"
            scope.report(node[keyword], "keyword-misplaced", message)


def _as_number(scope: Scope, node: Node, names: tuple[str, ...]) -> None:
    pattern = _parsed(node.text("pattern"))
    numeric = pattern is not None and pattern.starts and pattern.ends
    numeric = numeric and pattern is not None and all(not mask & ~NUMERIC for mask in masks(pattern.node))
    if set(names) != {"integer", "string"} or not numeric:
        message = (
            "as: number needs type: [integer, string] and a pattern ^...$ of digits and the signs . + - e E"
        )
        scope.report(node["as"], "as-number", message)


def _scalar(
    scope: Scope, node: Node, kind: str, words: tuple[str, ...], numbers: tuple[int, ...]
) -> ir.Shape:
    if kind == "integer":
        _bounds(scope, node, "minimum", "maximum")
        whole = ir.Integer(node.integer("minimum"), node.integer("maximum"), numbers)
        _known(scope, node, whole, numbers)
        return whole
    if kind == "number":
        _bounds(scope, node, "minimum", "maximum")
        return ir.Number(node.integer("minimum"), node.integer("maximum"))
    if kind in ("boolean", "null"):
        return ir.Boolean() if kind == "boolean" else ir.Null()
    shape = text(scope, node, words)
    _known(scope, node, shape, words)
    return shape


def text(scope: Scope, node: Node, words: tuple[str, ...] = ()) -> ir.Text:
    """A text with its pattern, lengths, known words and sentinels."""
    _bounds(scope, node, "minLength", "maxLength")
    pattern = node.text("pattern")
    if pattern is not None:
        check_pattern(scope, node["pattern"], pattern, shared=True)
    sentinels = tuple(_sentinel(scope, name, each) for name, each in node["sentinels"].members())
    _hidden_sentinels(scope, node["sentinels"], sentinels)
    low, high = node.integer("minLength"), node.integer("maxLength")
    return ir.Text(pattern, low, high, words, sentinels, _packed(scope, node))


def _packed(scope: Scope, node: Node) -> ir.PackedAs | None:
    said = node.text("packed")
    if said not in get_args(ir.PackedAs):
        return None
    for key in ("pattern", "minLength", "maxLength", "known", "sentinels"):
        if key in node:
            message = f"{key} would speak of the base64 text, which nobody sees; take it out"
            scope.report(node[key], "packed-text", message)
    return cast(ir.PackedAs, said)


def _sentinel(scope: Scope, name: str, node: Node) -> ir.Sentinel:
    scope.class_name(node, name)
    return ir.Sentinel(name, scope.note(node), node.text("text"), node.text("prefix"))


def _hidden_sentinels(scope: Scope, node: Node, sentinels: tuple[ir.Sentinel, ...]) -> None:
    for index, each in enumerate(sentinels):
        own = each.text or each.prefix or ""
        for before in sentinels[:index]:
            hidden = (
                own.startswith(before.prefix) if before.prefix else own.lower() == (before.text or "").lower()
            )
            if hidden and (before.prefix or each.text):
                message = f"{before.name}, which comes first, takes every text that {each.name} stands for"
                scope.report(node[each.name], "sentinel-unreachable", message)


def _known(scope: Scope, node: Node, shape: ir.Shape, known: tuple[ir.Scalar, ...]) -> None:
    for value in known:
        if not fits(value, shape, {}):
            scope.report(
                node["known"], "known-misfit", f"{value!r} does not fit the shape that it is a known value of"
            )


def _bounds(scope: Scope, node: Node, low: str, high: str) -> None:
    least, most = node.integer(low), node.integer(high)
    if least is not None and most is not None and least > most:
        scope.report(node[low], "bounds-empty", f"{low} {least} is above {high} {most}")


def check_pattern(scope: Scope, node: Node, pattern: str, *, shared: bool) -> Pattern | None:
    """Report what is wrong with a pattern; ``shared``: validators of all languages read it in schemas."""
    try:
        parsed = parse(pattern)
    except BadPattern as error:
        scope.report(node, "pattern-syntax", str(error))
        return None
    if why := slowness(parsed):
        scope.report(
            node, "pattern-slow", f"{why}; make neighbouring repeats start with different characters"
        )
    elif shared and size(parsed.node) > MAX_SIZE:
        message = f"with its counts written out the pattern has more than {MAX_SIZE} characters; lower them"
        scope.report(node, "pattern-large", message)
    elif shared and is_deep(parsed.node):
        message = (
            "without an end repeat only a character, a class, or a group of texts of one length that has no"
            f" choices and no negated classes; give others a count, as in {{0,{MAX_COUNT}}}"
        )
        scope.report(node, "pattern-deep", message)
    if shared and parsed.ends and parsed.takes_line_break:
        message = "a pattern that ends in $ must not take a line break; add \\n to its negated classes"
        scope.report(node, "pattern-line-break", message)
    return parsed


def _parsed(pattern: str | None) -> Pattern | None:
    try:
        return parse(pattern) if pattern is not None else None
    except BadPattern:
        return None


def _list(scope: Scope, node: Node) -> ir.ListOf:
    _bounds(scope, node, "minItems", "maxItems")
    item = build(scope, node["items"])
    null_for_empty = node.flag("null_for_empty")
    shape = ir.ListOf(
        item, node.integer("minItems"), node.integer("maxItems"), null_for_empty, node.flag("ascending")
    )

    def check() -> None:
        if null_for_empty and ("null" in kinds(item, scope.types) or (shape.min_items or 0) > 0):
            message = "null_for_empty needs a list that may be empty and whose items are never null"
            scope.report(node["null_for_empty"], "list-modifier", message)
        if shape.ascending and not kinds(item, scope.types) <= {"string", "number", "array"}:
            scope.report(node["ascending"], "list-modifier", "ascending needs items that can be sorted")

    scope.later.append(check)
    return shape


def _map(scope: Scope, node: Node) -> ir.MapOf:
    _bounds(scope, node, "minProperties", "maxProperties")
    value = build(scope, node["additionalProperties"])
    key = text(scope, node["key"]) if "key" in node else None
    low, high = node.integer("minProperties"), node.integer("maxProperties")
    return ir.MapOf(value, low, high, node.flag("by_halves"), key)


def _record(scope: Scope, node: Node) -> ir.Record:
    needed = frozenset(node.texts("required"))
    members = tuple(_member(scope, wire, each, wire in needed) for wire, each in node["properties"].members())
    wires = [each.wire for each in members]
    for each in node["required"].items():
        if isinstance(each.value, str):
            scope.known(each, each.value, wires, "required-unknown", "member in properties")
    check_names(scope, node["properties"], wires)
    scope.later.append(lambda: _check_numbers(scope, node["properties"], members))
    shape = ir.Record(
        members,
        "additionalProperties" not in node,
        _present_unless(node["present_unless"]),
        column(node["column"]),
        table(node["table"]),
    )
    if shape.present_unless is not None:
        _check_present_unless(scope, node["present_unless"], shape, shape.present_unless)
    check_layouts(scope, node, shape)
    suffix = node["table"]["types"]["suffix"]
    if isinstance(suffix.value, str):
        check_suffix(scope, suffix, check_pattern(scope, suffix, suffix.value, shared=True))
    return shape


def _member(scope: Scope, wire: str, node: Node, required: bool) -> ir.Member:
    shape = build(scope, node, noted=True)
    return ir.Member(wire, shape, required, scope.note(node), node.flag("deprecated"))


def check_names(scope: Scope, node: Node, wires: list[str]) -> None:
    """Every wire name becomes an identifier, and no two the same one."""
    taken: dict[str, str] = {}
    for wire in wires:
        try:
            name = PyName.of(wire)
        except UnsafeName as error:
            scope.report(node[wire], "name-unsafe", str(error))
            continue
        first = taken.setdefault(name, wire)
        if first != wire:
            scope.report(node[wire], "name-collides", f'"{wire}" and "{first}" both become {name}')


def _check_numbers(scope: Scope, node: Node, members: tuple[ir.Member, ...]) -> None:
    """The wire's own form of a number goes by ``wire_<name>``."""
    names: dict[str, ir.Member] = {}
    for each in members:
        with suppress(UnsafeName):
            names.setdefault(PyName.of(each.wire), each)
    for name, each in names.items():
        other = names.get(name.removeprefix("wire_"), each)
        shape = target(other.shape, scope.types)
        if other is not each and isinstance(shape, ir.Kinds) and shape.as_number:
            message = f'"{each.wire}" becomes {name}, by which "{other.wire}" goes as it is on the wire'
            scope.report(node[each.wire], "name-collides", message)


def _present_unless(node: Node) -> ir.PresentUnless | None:
    if node.value is None:
        return None
    return ir.PresentUnless(node.word("member"), node.scalar("is"), node.texts("members"))


def _check_present_unless(scope: Scope, node: Node, shape: ir.Record, said: ir.PresentUnless) -> None:
    wires = [each.wire for each in shape.members]
    if said.member and scope.known(
        node["member"], said.member, wires, "present-unless", "member of this record"
    ):
        _check_deciding(scope, node, member(shape, said.member), said)
    for each in node["members"].items():
        if not isinstance(each.value, str):
            continue
        if scope.known(each, each.value, wires, "present-unless", "member of this record"):
            found = member(shape, each.value)
            if found is not None and found.required:
                scope.report(
                    each, "present-unless", f'"{each.value}" is required anyway; take it out of required'
                )


def _check_deciding(scope: Scope, node: Node, deciding: ir.Member | None, said: ir.PresentUnless) -> None:
    if deciding is not None and not deciding.required:
        scope.report(node["member"], "present-unless", f'"{said.member}" decides, so it must be in required')

    def check() -> None:
        if deciding is not None and not fits(said.value, deciding.shape, scope.types):
            scope.report(node["is"], "present-unless", f'"{said.member}" can never be {said.value!r}')

    scope.later.append(check)


def alike(left: tuple[ir.Scalar, ...], right: tuple[ir.Scalar, ...]) -> bool:
    """Whether two lists hold the same scalars, in any order."""
    return all(any(same(a, b) for b in right) for a in left) and all(
        any(same(a, b) for a in left) for b in right
    )


def place_of(scope: Scope, shape: ir.Shape, fallback: Place) -> Place:
    """Where a shape stands."""
    return scope.places.get(id(shape), fallback)
