"""What an operation is sent: query parameters, and the same members as a form."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from codegen import ir
from codegen.emit.openapi import wire
from codegen.interchange.components import Components
from codegen.interchange.facts import described
from codegen.interchange.members import members, plain

FORM = "application/x-www-form-urlencoded"
PARTS = "multipart/form-data"
LONGEST_EXAMPLE = 400
"""Characters of a member; a longer text is no example."""

Json = dict[str, Any]


def parameters(service: ir.Service, operation: ir.Operation, components: Components) -> list[Json]:
    """The members of the query as parameters; a file travels in a form only."""
    return [
        _parameter(service, operation, each, components) for each in operation.query if each.codec != "file"
    ]


def form(service: ir.Service, operation: ir.Operation, components: Components) -> Json | None:
    """The members of the query as a form, where it may be too long for a URL."""
    if operation.post_over is None:
        return None
    sent = [each for each in operation.query if each.codec != "file"]
    return {FORM: {"schema": _form(service, operation, sent, components)}}


def parts(service: ir.Service, operation: ir.Operation, components: Components) -> Json | None:
    """The members of the query as parts of a form, where one of them is a file."""
    files = [each.name for each in operation.query if each.codec == "file"]
    if not files:
        return None
    schema = _form(service, operation, operation.query, components)
    return {PARTS: {"schema": schema, "encoding": {each: {"contentType": "text/plain"} for each in files}}}


def _form(
    service: ir.Service, operation: ir.Operation, sent: Iterable[ir.QueryMember], components: Components
) -> Json:
    made = [_parameter(service, operation, each, components) for each in sent]
    required = [each["name"] for each in made if each["required"]]
    return {
        "type": "object",
        **plain(required=required),
        "properties": {each["name"]: each["schema"] for each in made},
    }


def _parameter(
    service: ir.Service, operation: ir.Operation, member: ir.QueryMember, components: Components
) -> Json:
    if member.value is not None:
        found = _fixed(member.value)
    elif member.setting is not None:
        found = _setting(service, operation, member, components)
    else:
        found = _argument(operation, member, components)
    return {"name": member.name, "in": "query", **found}


def _fixed(value: str) -> Json:
    return {
        "description": "Always the same.",
        "required": True,
        "schema": {"type": "string", "const": value, "default": value},
    }


def _setting(
    service: ir.Service, operation: ir.Operation, member: ir.QueryMember, components: Components
) -> Json:
    """A setting of the server: one of the values that servers with this operation have."""
    offering = service.offering(operation.endpoint)
    found = {each.id: dict(each.settings).get(member.setting or "") for each in offering}
    values = {server: value for server, value in found.items() if value is not None}
    usual = values.get(service.default_server or "")
    known = (
        components.shape(ir.Constants(tuple(dict.fromkeys(values.values())))) if values else dict(wire.TEXT)
    )
    return {
        "description": "A setting of the server.",
        "required": not member.optional,
        "schema": known | plain(default=usual),
        **members(setting=member.setting, values=values),
    }


def _argument(operation: ir.Operation, member: ir.QueryMember, components: Components) -> Json:
    parameter = next(each for each in operation.parameters if each.name == member.argument)
    schema = wire.schema(member, parameter.shape, components)
    if member.codec == "file":
        schema = {
            "type": "string",
            "format": "binary",
            **described(parameter.note),
            **wire.facts(member, components),
        }
    if parameter.language is not None:
        schema = schema | {"format": parameter.language.name}
    usual = wire.sent(member, {parameter.name: parameter.default})
    if usual is not None and member.default is None:
        schema = schema | {"default": usual}
    return {
        **described(parameter.note),
        "required": parameter.required and member.codec != "flag" and not member.false_omits,
        "schema": schema,
        **plain(examples=_examples(operation, member)),
        **members(secret=parameter.secret or None),
        **wire.facts(member, components),
    }


def _examples(operation: ir.Operation, member: ir.QueryMember) -> Json:
    """What the examples of the operation send as this member."""
    defaults = {each.name: each.default for each in operation.parameters if each.default is not None}
    found: Json = {}
    for example in operation.examples:
        value = wire.sent(member, defaults | dict(example.arguments))
        if value is not None and len(str(value)) <= LONGEST_EXAMPLE:
            found[example.name] = {"summary": example.summary, "value": value}
    return found
