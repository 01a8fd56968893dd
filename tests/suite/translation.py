"""JSON Schema into the words of the dialect, where the dialect can say it.

A schema without a type says something of one kind of value and nothing of the
others; in the dialect a shape says which kinds there are. So it becomes a choice
of all kinds. Anything at all is not a shape of the dialect either: it is written
out as deep as the documents are that are tried.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

NOTES = frozenset(
    {"$schema", "$comment", "$defs", "title", "description", "default", "examples", "deprecated"}
)
"""Keywords that constrain nothing."""
OPEN_TUPLE = "prefixItems that may be too few, or may be followed by others"
SCALARS = ("string", "number", "boolean", "null")
OF_KIND: Mapping[str, tuple[str, ...]] = {
    "string": ("pattern", "minLength", "maxLength"),
    "number": ("minimum", "maximum"),
    "array": ("items", "prefixItems", "minItems", "maxItems"),
    "object": ("properties", "required", "additionalProperties", "minProperties", "maxProperties"),
}
KINDS = (*SCALARS, "array", "object")


class Outside(Exception):
    """The dialect has no words for it; the message says for what."""


class Translation:
    """One schema as a named type, with the types that it needs.

    Attributes
    ----------
    types : dict
        Named types of the dialect.
    shape : dict
        The shape of the whole.
    """

    def __init__(self, schema: Any, depth: int, prefix: str) -> None:
        self._root = schema
        self._prefix = prefix
        self.types: dict[str, Any] = {}
        self.shape = self._shape(schema, depth, ())

    def _shape(self, schema: Any, depth: int, within: tuple[str, ...]) -> dict[str, Any]:
        if schema is True:
            return self._anything(depth)
        if not isinstance(schema, dict):
            raise Outside("false as a schema")
        said = {name: value for name, value in schema.items() if name not in NOTES}
        if "$ref" in said:
            return self._reference(said, depth, within)
        if "const" in said or "enum" in said:
            return _constants(said)
        if "anyOf" in said:
            return self._choice(said, depth, within)
        unknown = said.keys() - {"type"} - {each for words in OF_KIND.values() for each in words}
        if unknown:
            raise Outside(f"the keyword {min(unknown)}")
        return self._of_kinds(said, depth, within)

    def _anything(self, depth: int) -> dict[str, Any]:
        return self._of_kinds({}, depth, ())

    def _reference(self, said: dict[str, Any], depth: int, within: tuple[str, ...]) -> dict[str, Any]:
        if len(said) > 1:
            raise Outside("keywords beside a reference")
        ref = said["$ref"]
        if not ref.startswith("#/$defs/") or ref.count("/") != 2:
            raise Outside("a reference to something else than a named type")
        if ref in within:
            raise Outside("recursion")
        name = (
            ref.rpartition("/")[2]
            .replace("%25", "%")
            .replace("%22", '"')
            .replace("~1", "/")
            .replace("~0", "~")
        )
        return self._shape(self._root["$defs"][name], depth, (*within, ref))

    def _choice(self, said: dict[str, Any], depth: int, within: tuple[str, ...]) -> dict[str, Any]:
        if len(said) > 1:
            raise Outside("keywords beside anyOf")
        options = [self._shape(each, depth, within) for each in said["anyOf"]]
        return {"kinds": options} if len(options) > 1 else options[0]

    def _of_kinds(self, said: dict[str, Any], depth: int, within: tuple[str, ...]) -> dict[str, Any]:
        wanted = said.get("type", list(KINDS))
        kinds = [wanted] if isinstance(wanted, str) else list(wanted)
        if depth <= 0 and "type" not in said:
            kinds = [kind for kind in kinds if kind in SCALARS]  # no document is so deep
        if "number" in kinds and "integer" in kinds:
            kinds.remove("integer")
        options = [self._of_kind(kind, said, depth, within) for kind in kinds]
        return {"kinds": options} if len(options) > 1 else options[0]

    def _of_kind(
        self, kind: str, said: dict[str, Any], depth: int, within: tuple[str, ...]
    ) -> dict[str, Any]:
        own = {
            name: said[name]
            for name in OF_KIND.get("number" if kind == "integer" else kind, ())
            if name in said
        }
        if kind == "array":
            return self._array(own, depth, within)
        if kind == "object":
            return self._object(own, depth, within)
        return {"type": kind} | {name: _whole(value) for name, value in own.items()}

    def _array(self, own: dict[str, Any], depth: int, within: tuple[str, ...]) -> dict[str, Any]:
        limits = {name: _whole(own[name]) for name in ("minItems", "maxItems") if name in own}
        first = own.get("prefixItems")
        if first is not None:
            if own.get("items") is not False or limits != {"minItems": len(first)}:
                raise Outside(OPEN_TUPLE)
            return {"tuple": [self._shape(each, depth - 1, within) for each in first]}
        if own.get("items") is False:
            most = {"maxItems": 0}
            return {"type": "array", "items": {"type": "boolean"}, **limits, **most}
        return {"type": "array", "items": self._shape(own.get("items", True), depth - 1, within), **limits}

    def _object(self, own: dict[str, Any], depth: int, within: tuple[str, ...]) -> dict[str, Any]:
        limits = {name: _whole(own[name]) for name in ("minProperties", "maxProperties") if name in own}
        members, needed = own.get("properties"), own.get("required", [])
        rest = own.get("additionalProperties", True)
        if members is None and not needed:
            if rest is False:
                return {
                    "type": "object",
                    "additionalProperties": {"type": "boolean"},
                    **limits,
                    "maxProperties": 0,
                }
            return {"type": "object", "additionalProperties": self._shape(rest, depth - 1, within), **limits}
        if limits:
            raise Outside("a number of members beside properties or required")
        if not isinstance(rest, bool):
            raise Outside("a schema for the members that properties does not list")
        every = dict.fromkeys(needed, True) | dict(members or {})
        if rest is False and set(needed) - set(members or {}):
            raise Outside("required members that are not allowed")
        record: dict[str, Any] = {
            "summary": "A record.",
            "type": "object",
            "required": list(needed),
            "properties": {name: self._member(each, depth, within) for name, each in every.items()},
        }
        if rest is False:
            record["additionalProperties"] = False
        name = f"{self._prefix}{len(self.types) + 1}"
        self.types[name] = record
        return {"ref": name}

    def _member(self, schema: Any, depth: int, within: tuple[str, ...]) -> dict[str, Any]:
        return {**self._shape(schema, depth - 1, within), "summary": "A member.", "source": ["suite"]}


def _constants(said: dict[str, Any]) -> dict[str, Any]:
    values = said.get("enum", [said.get("const")])
    if len(said) > 1:
        raise Outside("keywords beside a closed set")
    if any(isinstance(each, list | dict) for each in values):
        raise Outside("an array or an object in a closed set")
    return {"enum": [_whole(each) for each in values]}


def _whole(value: Any) -> Any:
    """A number as the dialect writes it: 2.0 is 2."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def depth(document: Any) -> int:
    """How deep arrays and objects are within each other."""
    parts = (
        document.values() if isinstance(document, dict) else document if isinstance(document, list) else None
    )
    return 0 if parts is None else 1 + max(map(depth, parts), default=0)
