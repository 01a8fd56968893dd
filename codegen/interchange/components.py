"""The named types of a service as ``components/schemas``, each once, in a form that generators of code read.

They accept what the schemas of the target ``jsonschema`` accept, and say some things otherwise. A
condition beside properties is ``if`` and ``else``: generators pass over it, where ``anyOf`` would make
them forget the properties. Arms are an ``anyOf`` of plain references, and the exact choice is ``if``
and ``else`` beside it. The end of a tuple is ``maxItems``, and a closed set names its types.
"""

from __future__ import annotations

from codegen import ir
from codegen.emit.jsonschema.shapes import Builder, Schema
from codegen.interchange.facts import described, shape_facts
from codegen.naming import words

PLACE = "#/components/schemas/"

_KINDS: dict[type, str] = {str: "string", int: "integer", bool: "boolean", type(None): "null"}


class Components(Builder):
    """Builds schemas that share their named types; ``schemas`` holds those that were met.

    The types of a service's operations have names of their own, so all of them stand side by side.
    """

    def __init__(self, service: ir.Service) -> None:
        named = [*service.types, *(each for operation in service.operations for each in operation.types)]
        self._types = {each.name: each for each in named}
        self._used: dict[str, Schema] = {}

    @property
    def schemas(self) -> dict[str, Schema]:
        """The named schemas that were met so far."""
        return {name: self._used[name] for name in sorted(self._used)}

    def resolved(self, shape: ir.Shape) -> ir.Shape:
        """The shape that references lead to."""
        while isinstance(shape, ir.Ref):
            shape = self._types[shape.name].shape
        return shape

    def answer(self, operation: ir.Operation) -> Schema:
        """The schema of what an operation answers; arms have one with a name of its own."""
        result = operation.result
        if isinstance(result, ir.Plain):
            return self.shape(result.shape)
        name = "".join(word.capitalize() for word in words(operation.name)) + "Answer"
        while name in self._types or name in self._used:
            name += "_"
        self._used[name] = self._named(name, self._choice(operation.name, result))
        return {"$ref": PLACE + name}

    def _choice(self, operation: str, select: ir.Select) -> Schema:
        shapes = list(dict.fromkeys(each.shape for each in select.arms))
        schema: Schema = {
            "description": f"What `{operation}` answers; `{select.member}` tells which of these it is.",
            "anyOf": [self.shape(each) for each in dict.fromkeys([*shapes, select.otherwise])],
        }
        place = schema
        for each in shapes:
            values = [value for arm in select.arms if arm.shape == each for value in arm.when]
            otherwise: Schema = {}
            place["if"] = {"required": [select.member], "properties": {select.member: {"enum": values}}}
            place["then"] = self.shape(each)
            place["else"] = otherwise
            place = otherwise
        place.update(self.shape(select.otherwise))
        return schema

    def lowered(self, shape: ir.Shape) -> Schema:
        """The schema of a closed set of words, in lower case."""
        return self.shape(self._lowered(shape))

    def parameter(self, parameter: ir.Parameter, *, lowered: bool = False, joined: bool = False) -> Schema:
        schema = self.value(parameter, lowered=lowered, joined=joined)
        return self._readable(schema | described(parameter.note))

    def value(self, parameter: ir.Parameter, *, lowered: bool = False, joined: bool = False) -> Schema:
        """The schema of an argument, with nothing that is said of it besides."""
        schema = super().parameter(parameter, lowered=lowered, joined=joined)
        del schema["description"]
        return schema

    def shape(self, shape: ir.Shape) -> Schema:
        schema = super().shape(shape)
        match shape:
            case ir.Text(packed=packed) if packed is not None:
                del schema["$comment"]
                schema["contentEncoding"] = "base64"
            case ir.ListOf() if shape.null_for_empty:
                nothing: Schema = {"type": "array", "items": {"type": "null"}, "minItems": 1, "maxItems": 1}
                schema["anyOf"] = [schema["anyOf"][0], nothing]
            case ir.Constants(values):
                schema = _closed_set(values)
            case ir.TupleOf():
                schema = self._tuple(schema)
            case ir.Pair():
                schema["anyOf"] = [self._tuple(each) for each in schema["anyOf"]]
            case ir.Kinds(alternatives) if "anyOf" not in schema:
                for each in alternatives:
                    schema |= shape_facts(each)
            case ir.MapOf(key=key) if key is not None:
                schema["propertyNames"] = self.shape(key)
            case _:
                pass
        return schema | shape_facts(shape)

    def _ref(self, name: str) -> Schema:
        if name not in self._used:
            self._used[name] = {}
            found = self._types[name]
            self._used[name] |= self._named(name, described(found.note) | self.shape(found.shape))
        return {"$ref": PLACE + name}

    def _record(self, shape: ir.Record) -> Schema:
        schema = super()._record(shape)
        if shape.present_unless is not None:
            full, empty = schema.pop("anyOf")
            schema |= {"if": empty, "else": full}
        return schema

    def _member(self, member: ir.Member) -> Schema:
        return self._readable(super()._member(member) | described(member.note))

    def _named(self, name: str, schema: Schema) -> Schema:
        """The schema of a named type, as it stands among the components."""
        del name
        return schema

    def _readable(self, schema: Schema) -> Schema:
        """A schema with something beside it that is said of this place alone."""
        return schema

    def _tuple(self, schema: Schema) -> Schema:
        if "prefixItems" in schema:
            del schema["items"]
            schema["maxItems"] = schema["minItems"]
        return schema


def _closed_set(values: tuple[ir.Scalar, ...]) -> Schema:
    """A closed set by JSON types, which generators want to know and do not mix."""
    by_kind: dict[str, list[ir.Scalar]] = {}
    for each in values:
        by_kind.setdefault(_KINDS[type(each)], []).append(each)
    sets: list[Schema] = [
        {"type": kind, "const": found[0]} if len(found) == 1 else {"type": kind, "enum": found}
        for kind, found in by_kind.items()
    ]
    return sets[0] if len(sets) == 1 else {"anyOf": sets}
