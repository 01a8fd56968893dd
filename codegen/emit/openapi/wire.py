"""Members of a query as they are on the wire: their schemas, and the texts that examples send."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any, assert_never, cast
from urllib.parse import quote

from codegen import ir
from codegen.emit.jsonschema.shapes import Schema
from codegen.interchange.components import Components
from codegen.interchange.facts import noted
from codegen.interchange.members import members, plain

TEXT: Schema = {"type": "string"}
INTEGERS = "^(-?[0-9]+(,-?[0-9]+)*)?$"
STEPS = "^n=-?[0-9]+(\\|[^,|]+(,[^,=|]+=[^,|]*)*)*$"
PERCENT = "^([A-Za-z0-9_.~-]|%[0-9A-F]{2})*$"

NOTES: dict[ir.CodecName, str] = {
    "lower": "in lower case.",
    "integers": "whole numbers joined by commas.",
    "words": "names joined by commas.",
    "flag": "1, or nothing at all.",
    "percent": "percent-encoded once more than the query is.",
    "json": "JSON without blanks.",
    "options": "a word, and behind some words options as `,NAME=value`.",
    "steps": "`n=` and a limit, then for each step `|`, its name, and options as `,name=value`.",
}
"""What becomes of arguments that are not sent as they are."""

_SPECIAL = re.compile(r"[.\[\]()*+?|\\{}^$]")


def schema(member: ir.QueryMember, shape: ir.Shape, components: Components) -> Schema:
    """The schema of what a member's text is; ``shape`` is that of its argument."""
    found = components.resolved(shape)
    match member.codec:
        case "text" | "file":
            return _text(shape, components)
        case "lower":
            return components.lowered(shape) if _is_closed(found) else dict(TEXT)
        case "integer" | "number":
            return _number(member.codec, shape, components)
        case "integers":
            return TEXT | {"pattern": INTEGERS}
        case "flag":
            return TEXT | {"const": "1"}
        case "words":
            return dict(TEXT)
        case "percent":
            return TEXT | {"pattern": PERCENT}
        case "json":
            return TEXT | {"contentMediaType": "application/json", "contentSchema": components.shape(shape)}
        case "options":
            words = found.values if isinstance(found, ir.Constants) else ()
            return TEXT | {"pattern": _options_pattern(member, [str(each).lower() for each in words])}
        case "steps":
            return TEXT | {"pattern": STEPS}
        case _:
            assert_never(member.codec)


def _text(shape: ir.Shape, components: Components) -> Schema:
    """A shape of texts as it is; of several shapes that of texts; all else is only known to be a text."""
    found = components.resolved(shape)
    if isinstance(found, ir.Text) or _is_closed(found):
        return components.shape(shape)
    if isinstance(found, ir.Kinds):
        texts = [each for each in found.alternatives if isinstance(components.resolved(each), ir.Text)]
        if len(texts) == 1:
            return components.shape(texts[0])
    return dict(TEXT)


def _is_closed(shape: ir.Shape) -> bool:
    return isinstance(shape, ir.Constants) and all(isinstance(each, str) for each in shape.values)


def _number(kind: str, shape: ir.Shape, components: Components) -> Schema:
    found = components.resolved(shape)
    return components.shape(shape) if isinstance(found, ir.Integer | ir.Number) else {"type": kind}


def _any_of(words: Iterable[str]) -> str:
    return "|".join(_SPECIAL.sub(lambda found: f"\\{found[0]}", word) for word in words)


def _options_pattern(member: ir.QueryMember, words: list[str]) -> str:
    bare = [each for each in words if each not in member.only_for]
    wires = _any_of(each.wire for each in member.options)
    behind = f"({_any_of(member.only_for)})(,({wires})=[^,]*)*"
    return f"^({_any_of(bare)}|{behind})$" if bare else f"^{behind}$"


def facts(member: ir.QueryMember, components: Components) -> dict[str, Any]:
    """How the text is made, in members of the document."""
    options = [
        plain(
            name=each.name,
            wire=each.wire,
            schema=components.shape(each.shape),
            default=each.default,
            **noted(each.note),
        )
        for each in member.options
    ]
    behind = {"with": member.companion, "only_for": list(member.only_for), "options": options}
    return members(
        argument=member.argument,
        codec=None if member.argument is None else member.codec,
        default=_default(member.default),
        false_omits=member.false_omits or None,
        options=behind if member.codec == "options" else None,
        steps={"with": member.companion, "steps": list(member.steps)} if member.codec == "steps" else None,
    )


def _default(default: ir.DefaultBefore | ir.DefaultByCase | None) -> dict[str, Any] | None:
    match default:
        case None:
            return None
        case ir.DefaultBefore(argument=argument, separator=separator):
            return {"before": separator, "of": argument}
        case ir.DefaultByCase(argument=argument, cases=cases, otherwise=otherwise):
            return {"by": argument, "cases": dict(cases), "else": otherwise}
        case _:
            assert_never(default)


# Texts of examples.


def sent(member: ir.QueryMember, arguments: Mapping[str, ir.JsonValue]) -> str | int | float | None:
    """What an example sends as a member: the text, or a number where the schema has numbers."""
    value = arguments.get(member.argument or "")
    if value is None and member.default is not None:
        value = _derived(member.default, arguments)
    if value is None and member.codec != "steps":
        return None
    match member.codec:
        case "text" | "file":
            return None if value is False else str(value)
        case "lower":
            return str(value).lower()
        case "integer":
            return int(cast("float", value))
        case "number":
            return cast("float", value)
        case "integers":
            return ",".join(str(int(each)) for each in cast("list[float]", value))
        case "flag":
            return "1" if value else None
        case "words":
            words = re.split(r"[\s,]+", value) if isinstance(value, str) else cast("list[str]", value)
            return ",".join(filter(None, words))
        case "percent":
            return quote(str(value), safe="")
        case "json":
            return json.dumps(value, separators=(",", ":"))
        case "options":
            return _sent_options(member, str(value).lower(), arguments)
        case "steps":
            return _sent_steps(member, cast("dict[str, dict[str, Any]]", value or {}), arguments)
        case _:
            assert_never(member.codec)


def _derived(
    default: ir.DefaultBefore | ir.DefaultByCase, arguments: Mapping[str, ir.JsonValue]
) -> str | None:
    other = arguments.get(default.argument)
    if isinstance(default, ir.DefaultBefore):
        return other.partition(default.separator)[0] if isinstance(other, str) else None
    return dict(default.cases).get(other.lower() if isinstance(other, str) else "", default.otherwise)


def _sent_options(member: ir.QueryMember, word: str, arguments: Mapping[str, ir.JsonValue]) -> str:
    given = cast("Mapping[str, Any]", arguments.get(member.companion or "") or {})
    if word not in member.only_for:
        return word
    values = ((each.wire, given.get(each.name, each.default)) for each in member.options)
    return ",".join([word, *(f"{wire}={_printed(value)}" for wire, value in values if value is not None)])


def _sent_steps(
    member: ir.QueryMember, steps: Mapping[str, Mapping[str, Any]], arguments: Mapping[str, ir.JsonValue]
) -> str:
    limit = cast("float", arguments.get(member.companion or "") or 0)
    parts = [f"n={int(limit)}"]
    for step, options in steps.items():
        parts.append(",".join([step, *(f"{name}={_printed(value)}" for name, value in options.items())]))
    return "|".join(parts)


def _printed(value: Any) -> str:
    """A value of an option, in as few digits as say all of it."""
    if isinstance(value, bool):
        return "1" if value else "0"
    short = f"{value:g}" if isinstance(value, float) else str(value)
    return short if not isinstance(value, float) or float(short) == value else repr(value)
