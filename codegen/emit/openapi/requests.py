"""What an operation is sent: query parameters, and the same members as a form."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from codegen import ir
from codegen.emit.openapi import wire
from codegen.emit.openapi.places import Place
from codegen.interchange.components import Components
from codegen.interchange.facts import described
from codegen.interchange.members import members, plain

FORM = "application/x-www-form-urlencoded"
PARTS = "multipart/form-data"
LONGEST_EXAMPLE = 400
"""Characters of a member; a longer text is no example."""

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Query:
    """The query of one operation at its place."""

    service: ir.Service
    operation: ir.Operation
    place: Place
    components: Components

    def parameters(self) -> list[Json]:
        """The members as parameters; a file travels in a form only."""
        return [self._parameter(each) for each in self.operation.query if each.codec != "file"]

    def form(self) -> Json | None:
        """The members as a form, where they may be too long for a URL."""
        if self.operation.post_over is None:
            return None
        sent = [each for each in self.operation.query if each.codec != "file"]
        return {FORM: {"schema": self._form(sent)}}

    def parts(self) -> Json | None:
        """The members as parts of a form, where one of them is a file."""
        files = [each.name for each in self.operation.query if each.codec == "file"]
        if not files:
            return None
        schema = self._form(self.operation.query)
        schema["required"] = [*dict.fromkeys([*schema.get("required", ()), *files])]
        encoding = {each: {"contentType": "text/plain"} for each in files}
        return {PARTS: {"schema": schema, "encoding": encoding}}

    def _form(self, sent: Iterable[ir.QueryMember]) -> Json:
        made = [self._parameter(each) for each in sent]
        return {
            "type": "object",
            **plain(required=[each["name"] for each in made if each["required"]]),
            "properties": {each["name"]: each["schema"] for each in made},
        }

    def _parameter(self, member: ir.QueryMember) -> Json:
        if member.value is not None:
            found = _fixed(member.value)
        elif member.setting is not None:
            found = self._setting(member, member.setting)
        else:
            found = self._argument(member)
        return {"name": member.name, "in": "query", **found}

    def _setting(self, member: ir.QueryMember, setting: str) -> Json:
        """A setting, which is required where all servers that the path reaches have it."""
        offering = self.service.offering(self.operation.endpoint)
        found = {each.id: dict(each.settings).get(setting) for each in offering}
        values = {server: value for server, value in found.items() if value is not None}
        closed = ir.Constants(tuple(dict.fromkeys(values.values())))
        schema = self.components.shape(closed) if values else dict(wire.TEXT)
        return {
            "description": "A setting of the server.",
            "required": all(server in values for server in self.place.reached),
            "schema": schema | plain(default=values.get(self.service.default_server or "")),
            **members(setting=setting, values=values, optional=member.optional or None),
        }

    def _argument(self, member: ir.QueryMember) -> Json:
        parameter = next(each for each in self.operation.parameters if each.name == member.argument)
        facts = wire.facts(member, self.components)
        schema = wire.schema(member, parameter.shape, self.components)
        if member.codec == "file":
            schema = {"type": "string", "format": "binary", **described(parameter.note), **facts}
        if parameter.language is not None:
            schema = schema | {"format": parameter.language.name}
        usual = wire.sent(member, {parameter.name: parameter.default})
        if usual is not None and member.default is None:
            schema = schema | {"default": usual}
        note = wire.NOTES.get(member.codec)
        said = described(parameter.note)
        if note is not None:
            said["description"] = f"{said['description']}\n\nOn the wire: {note}"
        return {
            **said,
            "required": parameter.required and member.codec != "flag" and not member.false_omits,
            "schema": schema,
            **plain(examples=self._examples(member)),
            **members(secret=parameter.secret or None),
            **facts,
        }

    def _examples(self, member: ir.QueryMember) -> Json:
        """What the examples of the operation send as a member."""
        defaults = {each.name: each.default for each in self.operation.parameters if each.default is not None}
        found: Json = {}
        for example in self.operation.examples:
            value = wire.sent(member, defaults | dict(example.arguments))
            if value is not None and len(str(value)) <= LONGEST_EXAMPLE:
                found[example.name] = {"value": value}
        return found


def _fixed(value: str) -> Json:
    return {
        "description": "Always the same.",
        "required": True,
        "schema": {"type": "string", "const": value, "default": value},
    }
