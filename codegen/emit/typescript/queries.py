"""How arguments of an operation are written: codecs and rules, as values of TypeScript."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from codegen import ir

from .layout import Value, array, call, members
from .quoting import scalar, string

FUNCTIONS = {
    "text": "text",
    "lower": "lower",
    "integer": "integer",
    "integers": "integers",
    "number": "number",
    "flag": "flag",
    "words": "words",
    "percent": "percent",
    "options": "options",
    "steps": "steps",
    "json": "jsonText",
    "file": "file",
}
"""What the codecs are called in the runtime."""


def member(each: ir.QueryMember, types: Mapping[str, ir.Shape]) -> Value:
    """One member of a query."""
    name = string(each.name)
    if each.value is not None:
        return call("codecs.fixed", [name, string(each.value)])
    if each.setting is not None:
        return call("codecs.setting", [name, string(each.setting)])
    arguments: list[Value] = [name, string(each.argument or "")]
    if each.codec == "options":
        return call("codecs.options", [_options(each, types)])
    if each.codec == "steps":
        arguments.append(string(each.companion or ""))
    if each.default is not None:
        arguments.append(_default(each.default))
    return call(f"codecs.{FUNCTIONS[each.codec]}", arguments)


def _options(each: ir.QueryMember, types: Mapping[str, ir.Shape]) -> Value:
    return members(
        [
            ("name", string(each.name)),
            ("argument", string(each.argument or "")),
            ("companion", string(each.companion or "")),
            ("onlyFor", array([string(word) for word in each.only_for])),
            ("options", array([_option(option, types) for option in each.options])),
        ]
    )


def _option(option: ir.OptionField, types: Mapping[str, ir.Shape]) -> Value:
    found: list[tuple[str, Value]] = [("name", string(option.name)), ("wire", string(option.wire))]
    if option.default is not None:
        found.append(("default", scalar(option.default)))
    shape = option.shape
    while isinstance(shape, ir.Ref):
        shape = types[shape.name]
    words = (
        [each for each in shape.values if isinstance(each, str)] if isinstance(shape, ir.Constants) else []
    )
    if words:
        found.append(("words", array([string(word) for word in words])))
    return members(found)


def _default(default: ir.DefaultBefore | ir.DefaultByCase) -> Value:
    match default:
        case ir.DefaultBefore(argument, separator):
            return call("codecs.before", [string(argument), string(separator)])
        case ir.DefaultByCase(argument, cases, otherwise):
            listed = members([(name, string(text)) for name, text in cases])
            return call("codecs.byCase", [string(argument), listed, string(otherwise)])
        case _:
            assert_never(default)


def rule(each: ir.Rule) -> Value:
    """One rule between arguments."""
    match each:
        case ir.AtLeastOneOf(arguments):
            return call("rules.atLeastOneOf", [string(name) for name in arguments])
        case ir.AtMostOneOf(arguments):
            return call("rules.atMostOneOf", [string(name) for name in arguments])
        case ir.GoesWith(argument, other):
            return call("rules.goesWith", [string(argument), string(other)])
        case ir.Never(argument, word, because):
            return call("rules.never", [string(argument), string(word), string(because)])
        case ir.Needs():
            values = [string(value) for value in each.values]
            return call(
                "rules.needs", [string(each.argument), scalar(each.value), string(each.other), *values]
            )
        case _:
            assert_never(each)
