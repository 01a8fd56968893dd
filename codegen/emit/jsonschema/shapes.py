"""JSON Schema 2020-12 of what an operation takes and gives.

Only keywords that every engine reads alike are used; ``anyOf`` and ``not`` stand
where the dialect's own words need them. A schema is built new on every call and
holds the definitions that it uses and no others.
"""

from __future__ import annotations

from typing import Any, TypeAlias, assert_never

from codegen import ir
from codegen.regex import parse

Schema: TypeAlias = dict[str, Any]

DRAFT = "https://json-schema.org/draft/2020-12/schema"
NO_LINE_BREAK: Schema = {"type": "string", "pattern": "\\n"}
ONE_OF_WORDS: Schema = {
    "type": "string",
    "pattern": "^[^,]+$",
    "description": "One name without a comma; give several names as several items.",
}
"""An item of a list that the codec ``words`` joins with commas."""


def request_schema(service: ir.Service, operation: ir.Operation) -> Schema:
    """The arguments of an operation: an object with the members in positional order."""
    builder = _Builder(service, operation)
    lowered = {each.argument for each in operation.query if each.codec == "lower"}
    joined = {each.argument for each in operation.query if each.codec == "words"}
    schema = _head(service, operation, "request")
    schema["type"] = "object"
    required = [each.name for each in operation.parameters if each.required]
    if required:
        schema["required"] = required
    schema["properties"] = {
        each.name: builder.parameter(each, lowered=each.name in lowered, joined=each.name in joined)
        for each in operation.parameters
    }
    schema["additionalProperties"] = False
    rules = [_rule(rule, operation, lowered) for rule in operation.rules]
    if len(rules) == 1:
        schema["anyOf"] = rules[0]
    elif rules:
        schema["allOf"] = [{"anyOf": rule} for rule in rules]
    return builder.closed(schema)


def response_schema(service: ir.Service, operation: ir.Operation) -> Schema:
    """The answer of an operation, failures included; of JSON-RPC the unpacked result."""
    builder = _Builder(service, operation)
    schema = _head(service, operation, "response")
    if isinstance(operation.result, ir.Select):
        schema["anyOf"] = builder.select(operation.result)
    else:
        schema |= builder.shape(operation.result.shape)
        if operation.result.body != "json":
            schema["description"] = f"No JSON but {operation.result.body}: {operation.result.summary}"
    return builder.closed(schema)


def envelope_schema(service: ir.Service) -> Schema:
    """What stands around every answer of a JSON-RPC service."""
    version = service.transport.version if isinstance(service.transport, ir.JsonRpc) else "1.0"
    error: Schema = {
        "description": "null, or what went wrong: an object, of which no member is sure.",
        "properties": {
            "name": {"description": "Name of the server's exception, a text."},
            "code": {"description": "The server's number for it, an integer."},
            "message": {"description": "What went wrong, a text."},
            "data": {"description": "What the server adds; null as a rule."},
        },
    }
    null: Schema = {"type": "null"}
    whole = ["jsonrpc", "result"]
    no_object = {"not": {"type": ["object", "null"]}}
    return {
        "$schema": DRAFT,
        "$id": f"urn:{service.name}:envelope",
        "title": f"{service.name} envelope",
        "description": "Around every answer: error is null, or says what went wrong and result is null.",
        "type": "object",
        "required": ["error", "id"],
        "properties": {
            "error": error,
            "id": {"description": "The id of the request, as it was sent."},
            "jsonrpc": {"const": version},
            "result": {"description": "The answer, packed or not; its schema is the operation's own."},
        },
        # Servers' libraries leave members out where a call went wrong before it was understood.
        "anyOf": [
            {"required": whole, "properties": {"error": null}},
            {"properties": {"error": {"type": "object"}, "result": null}},
            {"required": whole, "properties": {"error": no_object, "result": null}},
        ],
    }


def _head(service: ir.Service, operation: ir.Operation, side: str) -> Schema:
    head: Schema = {
        "$schema": DRAFT,
        "$id": f"urn:{service.name}:{operation.name}:{side}",
        "title": f"{service.name}.{operation.name} {side}",
        "description": operation.note.summary,
    }
    if operation.deprecated is not None:
        head["deprecated"] = True
    return head


class _Builder:
    """Builds the shapes of one document and remembers which named types they mention."""

    def __init__(self, service: ir.Service, operation: ir.Operation) -> None:
        self._types = {each.name: each for each in (*service.types, *operation.types)}
        self._used: dict[str, Schema] = {}

    def closed(self, schema: Schema) -> Schema:
        """The schema with its definitions behind it, in the order in which a reader meets them."""
        if self._used:
            schema["$defs"] = dict(self._used)
        return schema

    def parameter(self, parameter: ir.Parameter, *, lowered: bool, joined: bool) -> Schema:
        shape = parameter.shape
        if lowered:
            shape = self._lowered(shape)
        schema = self.shape(shape)
        if joined:
            for each in (schema, *schema.get("anyOf", ())):
                if each.get("items") == {"type": "string"}:
                    each["items"] = dict(ONE_OF_WORDS)
        if not parameter.required:
            schema = _or_null(schema)
        schema["description"] = parameter.note.summary
        if parameter.default is not None:
            schema["default"] = parameter.default
        return schema

    def _lowered(self, shape: ir.Shape) -> ir.Shape:
        """A closed set of words in lower case: that is how the codec sends them."""
        target = shape
        while isinstance(target, ir.Ref):
            target = self._types[target.name].shape
        if not isinstance(target, ir.Constants):
            return shape
        values = tuple(value.lower() if isinstance(value, str) else value for value in target.values)
        return shape if values == target.values else ir.Constants(tuple(dict.fromkeys(values)))

    def select(self, select: ir.Select) -> list[Schema]:
        """The arms, each with the values that lead to it, and the rest."""
        arms = [
            _tagged(select.member, {"enum": list(arm.when)}, self.shape(arm.shape)) for arm in select.arms
        ]
        listed = [value for arm in select.arms for value in arm.when]
        return [*arms, _tagged(select.member, {"not": {"enum": listed}}, self.shape(select.otherwise))]

    def shape(self, shape: ir.Shape) -> Schema:
        match shape:
            case ir.Text() | ir.Integer() | ir.Number() | ir.Boolean() | ir.Null():
                return _scalar(shape)
            case ir.Constants(values):
                return {"const": values[0]} if len(values) == 1 else {"enum": list(values)}
            case ir.ListOf():
                return self._list(shape)
            case ir.TupleOf(items):
                return _closed_tuple([self.shape(item) for item in items])
            case ir.MapOf():
                return self._map(shape)
            case ir.Record():
                return self._record(shape)
            case ir.Kinds(alternatives):
                return self._kinds(alternatives)
            case ir.Pair():
                return self._pair(shape)
            case ir.Ref(name):
                return self._ref(name)
            case _:
                assert_never(shape)

    def _ref(self, name: str) -> Schema:
        if name not in self._used:
            self._used[name] = {}
            found = self._types[name]
            notes: Schema = {"description": found.note.summary}
            self._used[name].update(notes | self.shape(found.shape))
        return {"$ref": f"#/$defs/{name}"}

    def _list(self, shape: ir.ListOf) -> Schema:
        schema: Schema = {"type": "array", "items": self.shape(shape.item)}
        _put(schema, minItems=shape.min_items, maxItems=shape.max_items)
        return {"anyOf": [schema, {"const": [None]}]} if shape.null_for_empty else schema

    def _map(self, shape: ir.MapOf) -> Schema:
        schema: Schema = {"type": "object", "additionalProperties": self.shape(shape.value)}
        _put(schema, minProperties=shape.min_properties, maxProperties=shape.max_properties)
        if shape.key is not None and shape.key.pattern is not None:
            schema["x-key-pattern"] = shape.key.pattern
        return schema

    def _record(self, shape: ir.Record) -> Schema:
        schema: Schema = {"type": "object"}
        required = [member.wire for member in shape.members if member.required]
        if required:
            schema["required"] = required
        schema["properties"] = {member.wire: self._member(member) for member in shape.members}
        if not shape.open:
            schema["additionalProperties"] = False
        said = shape.present_unless
        if said is not None:
            empty = {"properties": {said.member: {"const": said.value}}}
            # What should be there comes first: of alternatives that are equally near, that one is explained.
            schema["anyOf"] = [{"required": list(said.members)}, empty]
        return schema

    def _member(self, member: ir.Member) -> Schema:
        schema = self.shape(member.shape)
        schema["description"] = member.note.summary
        if member.deprecated:
            schema["deprecated"] = True
        return schema

    def _kinds(self, alternatives: tuple[ir.Shape, ...]) -> Schema:
        merged = _merged(alternatives)
        if merged is not None:
            return merged
        options: list[Schema] = []
        for each in alternatives:
            schema = self.shape(each)
            options.extend(schema["anyOf"] if list(schema) == ["anyOf"] else [schema])
        return {"anyOf": options}

    def _pair(self, shape: ir.Pair) -> Schema:
        value = self.shape(shape.when_true)
        good = _closed_tuple([{"const": True}, value])
        bad = _closed_tuple([{"const": False}, self.shape(shape.when_false)])
        plain = [self.shape(shape.when_true)] if shape.plain else []
        return {"anyOf": [*plain, good, bad]}


def _put(schema: Schema, **limits: int | None) -> None:
    schema.update({key: value for key, value in limits.items() if value is not None})


def _scalar(shape: ir.Text | ir.Integer | ir.Number | ir.Boolean | ir.Null) -> Schema:
    match shape:
        case ir.Text():
            return {"type": "string"} | _text_limits(shape)
        case ir.Integer() | ir.Number():
            schema: Schema = {"type": "integer" if isinstance(shape, ir.Integer) else "number"}
            _put(schema, minimum=shape.minimum, maximum=shape.maximum)
            return schema
        case ir.Boolean():
            return {"type": "boolean"}
        case ir.Null():
            return {"type": "null"}


def _text_limits(shape: ir.Text) -> Schema:
    """Limits of a text; the companion of ``$`` says what ``$`` means: the end, not the last line break."""
    schema: Schema = {}
    if shape.pattern is not None:
        schema["pattern"] = shape.pattern
        if parse(shape.pattern).ends:
            schema["not"] = dict(NO_LINE_BREAK)
    _put(schema, minLength=shape.min_length, maxLength=shape.max_length)
    if shape.packed is not None:
        schema["x-packed"] = shape.packed
    return schema


def _merged(alternatives: tuple[ir.Shape, ...]) -> Schema | None:
    """Scalar types in one list: every keyword acts on its own type only."""
    schema: Schema = {"type": []}
    for each in alternatives:
        if not isinstance(each, ir.Text | ir.Integer | ir.Number | ir.Boolean | ir.Null):
            return None
        one = _scalar(each)
        schema["type"].append(one.pop("type"))
        schema |= one
    return schema


def _closed_tuple(items: list[Schema]) -> Schema:
    return {"type": "array", "prefixItems": items, "items": False, "minItems": len(items)}


def _tagged(member: str, value: Schema, arm: Schema) -> Schema:
    tag: Schema = {"type": "object", "required": [member], "properties": {member: value}}
    return {"allOf": [tag, arm]}


def _or_null(schema: Schema) -> Schema:
    """The same shape, or null, which is how an optional argument says that it is not given."""
    if list(schema) == ["anyOf"]:
        return {"anyOf": [*schema["anyOf"], {"type": "null"}]}
    if "enum" in schema:
        return {"enum": [*schema["enum"], None]}
    if "const" in schema:
        return {"enum": [schema["const"], None]}
    kind = schema.get("type")
    if kind is None or "anyOf" in schema:
        return {"anyOf": [schema, {"type": "null"}]}
    kinds: list[Any] = [kind] if isinstance(kind, str) else kind
    return schema | {"type": [*kinds, "null"]} if "null" not in kinds else schema


def _rule(rule: ir.Rule, operation: ir.Operation, lowered: set[str | None]) -> list[Schema]:
    match rule:
        case ir.AtLeastOneOf(arguments):
            return [_given(name) for name in arguments]
        case ir.AtMostOneOf(arguments):
            null = {"type": "null"}
            return [{"properties": {each: null for each in arguments if each != one}} for one in arguments]
        case ir.GoesWith(argument=argument, other=other):
            return [{"properties": {argument: {"type": "null"}}}, _given(other)]
        case ir.Never(argument=argument, word=word):
            holds = {"not": {"type": "string", "pattern": "".join(map(_in_any_case, word))}}
            return [{"properties": {argument: {**holds, "items": holds}}}]
        case ir.Needs():
            return _needs(rule, operation, lowered)


def _in_any_case(character: str) -> str:
    """A character as a pattern: letters in both cases, marks as themselves."""
    if character.isalpha():
        return f"[{character.upper()}{character.lower()}]"
    return f"\\{character}" if character in ".[]()*+?|\\{}^$" else character


def _given(name: str) -> Schema:
    return {"required": [name], "properties": {name: {"not": {"type": "null"}}}}


def _needs(rule: ir.Needs, operation: ir.Operation, lowered: set[str | None]) -> list[Schema]:
    """Either the argument is not (that), or the other one is one of the values, given or by default."""
    value = rule.value.lower() if rule.value is not None and rule.argument in lowered else rule.value
    unless: Schema = {"type": "null"} if value is None else {"not": {"const": value}}
    values = [each.lower() if rule.other in lowered else each for each in rule.values]
    default = next((each.default for each in operation.parameters if each.name == rule.other), None)
    if default in rule.values:
        other: Schema = {"properties": {rule.other: {"enum": [*values, None]}}}
    else:
        other = {"required": [rule.other], "properties": {rule.other: {"enum": values}}}
    return [{"properties": {rule.argument: unless}}, other]
