"""Peers that check an answer against its JSON Schema, or against models made from that schema."""

from __future__ import annotations

import functools
import json
import operator
from collections.abc import Callable, Mapping
from typing import Annotated, Any, Literal, Union

from tests.bench.kinds import is_array, is_object
from tests.bench.peers import module, quickest_reader
from tests.bench.timing import NOT_INSTALLED, Contender

Schema = dict[str, Any]
Unpack = Callable[[Any], Any]
Verdict = Callable[[bytes], object]
"""Reads a body; raises what it likes if the body is not of the schema."""

VALIDATORS = ("pydantic strict", "fastjsonschema", "jsonschema-rs", "jsonschema")


def contenders(schema: Schema, body: bytes, member: str | None) -> dict[str, Contender]:
    """Every validating peer on a body, as contenders."""
    found: dict[str, Contender] = {}
    for name, verdict in verdicts(schema, member).items():
        found[name] = verdict if isinstance(verdict, str) else functools.partial(verdict, body)
    return found


def verdicts(schema: Schema, member: str | None) -> dict[str, Verdict | str]:
    """Every validating peer; ``member`` is the one of the body that is the answer, if not all of it is."""
    return {
        "pydantic strict": _pydantic(schema, member),
        "fastjsonschema": _fastjsonschema(schema, member),
        "jsonschema-rs": _jsonschema_rs(schema, member),
        "jsonschema": _jsonschema(schema, member),
    }


def _unpack(member: str | None) -> Unpack:
    return operator.itemgetter(member) if member else lambda value: value


def _jsonschema(schema: Schema, member: str | None) -> Verdict | str:
    jsonschema = module("jsonschema")
    if jsonschema is None:
        return NOT_INSTALLED
    unpack, validate = _unpack(member), jsonschema.Draft202012Validator(schema).validate
    return lambda body: validate(unpack(json.loads(body.decode())))


def _jsonschema_rs(schema: Schema, member: str | None) -> Verdict | str:
    jsonschema_rs = module("jsonschema_rs")
    if jsonschema_rs is None:
        return NOT_INSTALLED
    unpack, read = _unpack(member), quickest_reader()
    validate = jsonschema_rs.validator_for(schema).validate
    return lambda body: validate(unpack(read(body)))


def _fastjsonschema(schema: Schema, member: str | None) -> Verdict | str:
    """It knows no 2020-12, so it gets the same schema as draft 7."""
    fastjsonschema = module("fastjsonschema")
    if fastjsonschema is None:
        return NOT_INSTALLED
    unpack, read = _unpack(member), quickest_reader()
    validate = fastjsonschema.compile(_draft_7(schema))
    return lambda body: validate(unpack(read(body)))


def _draft_7(schema: Any) -> Any:
    """The same schema in the words of draft 7; only tuples are spelt in another way."""
    if is_array(schema):
        return [_draft_7(each) for each in schema]
    if not is_object(schema):
        return schema
    found = {name: _draft_7(each) for name, each in schema.items() if name not in {"$schema", "$id"}}
    if "prefixItems" in found:
        found["additionalItems"] = found.pop("items", True)
        found["items"] = found.pop("prefixItems")
    return found


def _pydantic(schema: Schema, member: str | None) -> Verdict | str:
    """A strict pydantic model of the answer, read straight from the bytes.

    Of an answer that may be one of several arms it has the successful one alone,
    which is the least work for it.
    """
    pydantic = module("pydantic")
    if pydantic is None:
        return NOT_INSTALLED
    arm = schema["anyOf"][0]["allOf"][1] if "allOf" in schema.get("anyOf", [{}])[0] else schema
    models = _Models(pydantic, schema["$defs"])
    kind = models.of(arm)
    if member:
        kind = models.record("Envelope", {member: kind}, {member})
    validate: Verdict = pydantic.TypeAdapter(kind, config=models.config_of(kind)).validate_json
    return validate


class _Models:
    """Pydantic types of JSON Schemas, of the words that answers' schemas use."""

    def __init__(self, pydantic: Any, definitions: Mapping[str, Schema]) -> None:
        self._pydantic = pydantic
        self._definitions = definitions
        self._config = pydantic.ConfigDict(strict=True, extra="ignore")
        self._made: dict[str, Any] = {}

    def config_of(self, kind: Any) -> Any:
        """Strictness for types that are no models; models bring their own."""
        is_model = isinstance(kind, type) and issubclass(kind, self._pydantic.BaseModel)
        return None if is_model else self._config

    def record(self, name: str, kinds: Mapping[str, Any], required: set[str]) -> Any:
        """A model; members that need not be there have no value of their own type by default."""
        field = self._pydantic.Field
        members = {
            f"m{number}": (kind, field(alias=member) if member in required else field(None, alias=member))
            for number, (member, kind) in enumerate(kinds.items())
        }
        return self._pydantic.create_model(name, __config__=self._config, **members)

    def of(self, schema: Schema) -> Any:
        """The type that a schema describes."""
        if "$ref" in schema:
            return self._definition(schema["$ref"].rpartition("/")[2])
        if len(schema.get("allOf", ())) == 1 and "type" not in schema:
            return self.of(schema["allOf"][0])
        if "const" in schema or "enum" in schema:
            return self._one_of(schema["enum"] if "enum" in schema else [schema["const"]])
        if "anyOf" in schema and "type" not in schema:
            return Union[tuple(self.of(each) for each in schema["anyOf"])]  # noqa: UP007
        kinds = schema["type"]
        if is_array(kinds):
            return Union[tuple(self.of({**schema, "type": kind}) for kind in kinds)]  # noqa: UP007
        return self._simple(kinds, schema)

    def _definition(self, name: str) -> Any:
        if name not in self._made:
            self._made[name] = self._of_named(name, self._definitions[name])
        return self._made[name]

    def _of_named(self, name: str, schema: Schema) -> Any:
        if "properties" not in schema:
            return self.of(schema)
        kinds = {member: self.of(each) for member, each in schema["properties"].items()}
        return self.record(name, kinds, set(schema.get("required", ())))

    def _one_of(self, values: list[Any]) -> Any:
        if values == [[None]]:
            return list[None]
        return Literal[tuple(values)]

    def _simple(self, kind: str, schema: Schema) -> Any:
        match kind:
            case "string" if "pattern" in schema:
                return Annotated[str, self._pydantic.Field(pattern=schema["pattern"])]
            case "array" if "prefixItems" in schema:
                return tuple[tuple(self.of(each) for each in schema["prefixItems"])]  # type: ignore[misc]
            case "array":
                return list[self.of(schema["items"])]  # type: ignore[misc]
            case "object":
                return dict[str, self.of(schema["additionalProperties"])]  # type: ignore[misc]
            case _:
                plain = {"string": str, "integer": int, "number": float, "boolean": bool, "null": None}
                return plain[kind]
