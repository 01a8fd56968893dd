"""The types of a description in TypeScript: members are called as they are on the wire."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import assert_never

from codegen import ir

from . import layout
from .docs import note_comment
from .layout import Either, Value
from .naming import pascal, type_name
from .quoting import comment, key, scalar, string

FEW = 4
"""Words of a set that stands inside of another type; a larger one gets a name."""


class Types:
    """The types of one module: writes them, and remembers the names that they mention."""

    def __init__(self) -> None:
        self.used: set[str] = set()
        """Named types of the description, as it calls them."""
        self.helpers: set[str] = set()
        """Types of the runtime."""
        self.aliases: dict[str, str] = {}
        """Sets of words that got a name: the name to its declaration."""

    def value(self, shape: ir.Shape, hint: str) -> Value:
        """A type; ``hint``: a name for what must have one."""
        return either(self.options(shape, hint))

    def options(self, shape: ir.Shape, hint: str) -> list[Value]:
        """The types that a value may have."""
        match shape:
            case ir.Text():
                return [self._text(shape, hint)]
            case ir.Integer() | ir.Number():
                return ["number"]
            case ir.Boolean():
                return ["boolean"]
            case ir.Null():
                return ["null"]
            case ir.Constants(values):
                return self._constants(values, hint)
            case ir.ListOf(item):
                return [_list(self.options(item, hint))]
            case ir.TupleOf(items):
                return [tuple_of([self.value(each, hint) for each in items])]
            case ir.MapOf(value):
                inner = layout.generic("Record<", ["string", self.value(value, hint)], ">")
                return [layout.generic("Readonly<", [inner], ">")]
            case ir.Kinds(alternatives):
                found = [option for each in alternatives for option in self.options(each, hint)]
                return list(dict.fromkeys(found))
            case ir.Pair():
                good, bad = self.value(shape.when_true, hint), self.value(shape.when_false, hint)
                return [tuple_of(["true", good]), tuple_of(["false", bad])]
            case ir.Ref(name):
                self.used.add(name)
                return [type_name(name)]
            case ir.Record():
                raise TypeError("records have names")
            case _:
                assert_never(shape)

    def _text(self, shape: ir.Text, hint: str) -> Value:
        if shape.packed is not None:
            return "Uint8Array"
        if not shape.known:
            return "string"
        self.helpers.add("Open")
        words = [string(each) for each in shape.known]
        return _open(words) if len(words) <= FEW else self._named(hint, _open(words))

    def _constants(self, values: tuple[ir.Scalar, ...], hint: str) -> list[Value]:
        words: list[Value] = [scalar(each) for each in values]
        return words if len(words) <= FEW else [self._named(hint, either(words))]

    def _named(self, hint: str, value: Value) -> str:
        name = type_name(hint)
        note = (
            "A closed set of words."
            if isinstance(value, Either)
            else "Words that are known; others may come."
        )
        self.aliases[name] = comment([[note]]) + alias(name, value)
        return name

    # Declarations.

    def declaration(self, found: ir.TypeDef) -> str:
        """The declaration of a named type."""
        name = type_name(found.name)
        doc = note_comment(found.note)
        if isinstance(found.shape, ir.Record):
            body = "".join(self._member(name, each) for each in found.shape.members)
            return f"{doc}export interface {name} {{\n{body}}}\n"
        if isinstance(found.shape, ir.Text) and found.shape.known:
            self.helpers.add("Open")
            return doc + alias(name, _open([string(each) for each in found.shape.known]))
        if isinstance(found.shape, ir.Constants):
            return doc + alias(name, either([scalar(each) for each in found.shape.values]))
        return doc + alias(name, self.value(found.shape, f"{name}Word"))

    def _member(self, owner: str, member: ir.Member) -> str:
        doc = note_comment(member.note, indent=2, deprecated=member.deprecated)
        mark = "" if member.required else "?"
        value = self.value(member.shape, owner + _pascal(member.wire))
        return doc + layout.typed(f"readonly {key(member.wire)}{mark}:", value, 2)

    def arguments(self, name: str, parameters: tuple[ir.Parameter, ...]) -> str:
        """The members of an interface of arguments."""
        return "".join(self._argument(name, each) for each in parameters)

    def _argument(self, owner: str, parameter: ir.Parameter) -> str:
        default = None if parameter.default is None else scalar(parameter.default)
        doc = note_comment(parameter.note, indent=2, default=default)
        options = self.options(parameter.shape, owner + _pascal(parameter.name))
        if not parameter.required and "null" not in options:
            options.append("null")
        mark = "" if parameter.required else "?"
        return doc + layout.typed(f"readonly {key(parameter.name)}{mark}:", either(options), 2)


def alias(name: str, value: Value) -> str:
    """The declaration of a name for a type."""
    return layout.typed(f"export type {name} =", value)


def either(options: Sequence[Value]) -> Value:
    """One of several types, or the only one."""
    if len(options) == 2 and options[1] == "null" and _is_generic(options[0]):
        return layout.around("", options[0], " | null")
    return options[0] if len(options) == 1 else Either(tuple(_flat(each) for each in options))


def _is_generic(value: Value) -> bool:
    return (
        isinstance(value, layout.Many)
        and value.opens.endswith("<")
        and not value.opens.startswith("readonly ")
    )


def _flat(option: Value) -> str:
    return layout.flat_text(option) or ""


def tuple_of(values: Sequence[Value]) -> Value:
    """A list whose items have places."""
    return layout.generic("readonly [", values, "]", comma=True)


def _open(words: list[str]) -> Value:
    return layout.generic("Open<", [either(words)], ">")


def _list(options: list[Value]) -> Value:
    only = options[0] if len(options) == 1 else None
    if only is not None and not _flat(only).startswith("readonly "):
        return layout.around("readonly ", only, "[]")
    return layout.around("readonly (", either(options), ")[]")


def _pascal(name: str) -> str:
    return pascal(name).removesuffix("_")


# The last form of values.


def form(shape: ir.Shape, types: Mapping[str, ir.Shape]) -> Value | None:
    """The last touch to valid values of a shape, as an expression; ``None``: there is none."""
    match shape:
        case ir.Ref(name):
            return form(types[name], types)
        case ir.Record(members):
            found = [(each.wire, each_form) for each in members if (each_form := form(each.shape, types))]
            return layout.call("finishing.members", [layout.members(found)]) if found else None
        case ir.ListOf():
            return _list_form(shape, types)
        case ir.MapOf(value):
            inner = form(value, types)
            return layout.call("finishing.values", [inner]) if inner else None
        case ir.TupleOf(items):
            return _parts(items, types)
        case ir.Pair():
            return _pair_form(shape, types)
        case ir.Kinds(alternatives):
            forms = [each_form for each in alternatives if (each_form := form(each, types))]
            return (
                layout.call("finishing.inOrder", forms) if len(forms) > 1 else (forms[0] if forms else None)
            )
        case ir.Text(packed=packed):
            return "finishing.database" if packed else None
        case _:
            return None


def _list_form(shape: ir.ListOf, types: Mapping[str, ir.Shape]) -> Value | None:
    forms: list[Value] = ["finishing.emptyForNull"] if shape.null_for_empty else []
    inner = form(shape.item, types)
    if inner:
        forms.append(layout.call("finishing.items", [inner]))
    if shape.ascending:
        forms.append("finishing.ascending")
    return layout.call("finishing.inOrder", forms) if len(forms) > 1 else (forms[0] if forms else None)


def _parts(shapes: tuple[ir.Shape, ...], types: Mapping[str, ir.Shape]) -> Value | None:
    forms = [form(each, types) for each in shapes]
    return (
        layout.call("finishing.parts", [each or "finishing.asIs" for each in forms]) if any(forms) else None
    )


def _pair_form(shape: ir.Pair, types: Mapping[str, ir.Shape]) -> Value | None:
    forms = [form(shape.when_true, types), form(shape.when_false, types)]
    if not shape.plain and not any(forms):
        return None
    name = "finishing.plainPair" if shape.plain else "finishing.pair"
    return layout.call(name, [each or "finishing.asIs" for each in forms])
