"""Says quickly that a file is fine; what it does not accept is looked at, and explained, by ``jsonschema``.

Nearly every file is fine, and most of the time of a run would go into proving
that step by step. The meta-schema is therefore turned into plain functions, one
for each definition, of the keywords that it uses; a keyword that is not known
here accepts nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Final, TypeGuard, cast

Accept = Callable[[Any], bool]
Schema = Mapping[str, Any]

SILENT: Final = frozenset({"$schema", "$id", "$comment", "$defs", "title", "description"})
TYPES: Final[Mapping[str, tuple[type, ...]]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
    "array": (list,),
    "object": (dict,),
}


def _is_list(value: object) -> TypeGuard[list[Any]]:
    return isinstance(value, list)


class Acceptor:
    """Accepts values by the definitions of one schema document.

    Parameters
    ----------
    definitions
        Its ``$defs``.
    choose
        For the definitions that list alternatives: which one a value means, or None.
    """

    def __init__(
        self, definitions: Mapping[str, Schema], choose: Mapping[str, Callable[[Any], str | None]]
    ) -> None:
        self._definitions = definitions
        self._choose = choose
        self._named: dict[str, Accept] = {}
        self._built: dict[int, Accept] = {}

    def accepts(self, value: object, schema: Schema) -> bool:
        """Whether a value is surely valid."""
        key = id(schema)
        if key not in self._built:
            self._built[key] = self._accept(schema)
        return self._built[key](value)

    def _definition(self, name: str) -> Accept:
        if name not in self._named:
            # A definition may refer to itself: it is found by name when it is needed.
            self._named[name] = lambda value: self._named[name](value)
            self._named[name] = self._accept(self._definitions[name])
        return self._named[name]

    def _accept(self, schema: Schema) -> Accept:
        tests = [self._test(keyword, wanted, schema) for keyword, wanted in schema.items()]
        needed = [test for test in tests if test is not None]
        if len(needed) == 1:
            return needed[0]
        return lambda value: all(test(value) for test in needed)

    def _test(self, keyword: str, wanted: Any, schema: Schema) -> Accept | None:
        if keyword in SILENT:
            return None
        build = getattr(self, f"_{keyword.removeprefix('$')}", None)
        return build(wanted, schema) if build is not None else lambda value: False

    # One method for each keyword.

    def _ref(self, ref: str, _: Schema) -> Accept:
        name = ref.rpartition("/")[2]
        choose = self._choose.get(name)
        if choose is None:
            return lambda value: self._definition(name)(value)

        def chosen(value: Any) -> bool:
            meant = choose(value)
            return meant is not None and self._definition(meant)(value)

        return chosen

    def _type(self, kind: str | list[str], _: Schema) -> Accept:
        kinds = tuple(each for name in ([kind] if isinstance(kind, str) else kind) for each in TYPES[name])
        return lambda value: type(value) in kinds

    def _const(self, const: Any, _: Schema) -> Accept:
        return lambda value: type(value) is type(const) and value == const

    def _enum(self, words: list[Any], _: Schema) -> Accept:
        return lambda value: any(type(value) is type(word) and value == word for word in words)

    def _pattern(self, pattern: str, _: Schema) -> Accept:
        search = compiled(pattern).search
        return lambda value: not isinstance(value, str) or search(value) is not None

    def _minLength(self, least: int, _: Schema) -> Accept:
        return lambda value: not isinstance(value, str) or len(value) >= least

    def _maxLength(self, most: int, _: Schema) -> Accept:
        return lambda value: not isinstance(value, str) or len(value) <= most

    def _minimum(self, least: float, _: Schema) -> Accept:
        return lambda value: type(value) not in (int, float) or value >= least

    def _maximum(self, most: float, _: Schema) -> Accept:
        return lambda value: type(value) not in (int, float) or value <= most

    def _items(self, schema: Schema, _: Schema) -> Accept:
        accept = self._accept(schema)
        return lambda value: not _is_list(value) or all(map(accept, value))

    def _minItems(self, least: int, _: Schema) -> Accept:
        return lambda value: not _is_list(value) or len(value) >= least

    def _uniqueItems(self, _: bool, __: Schema) -> Accept:
        def unique(value: Any) -> bool:
            # Texts and whole numbers are told apart by Python as JSON tells them apart.
            return all(type(each) in (str, int) for each in value) and len(set(value)) == len(value)

        return unique

    def _required(self, names: list[str], _: Schema) -> Accept:
        wanted = frozenset(names)
        return lambda value: not isinstance(value, dict) or wanted <= cast("dict[str, Any]", value).keys()

    def _properties(self, members: Mapping[str, Schema], _: Schema) -> Accept:
        accept = {name: self._accept(schema) for name, schema in members.items()}

        def properties(value: Any) -> bool:
            if not isinstance(value, dict):
                return True
            found = cast("dict[str, Any]", value)
            return all(name not in accept or accept[name](item) for name, item in found.items())

        return properties

    def _additionalProperties(self, rest: Any, schema: Schema) -> Accept:
        known = frozenset(schema.get("properties", {}))
        accept: Accept = lambda _: bool(rest)  # noqa: E731 - true or false
        if isinstance(rest, dict):
            accept = self._accept(cast("Schema", rest))

        def others(value: Any) -> bool:
            return not isinstance(value, dict) or all(
                name in known or accept(item) for name, item in cast("dict[str, Any]", value).items()
            )

        return others

    def _propertyNames(self, schema: Schema, _: Schema) -> Accept:
        accept = self._accept(schema)
        return lambda value: not isinstance(value, dict) or all(map(accept, cast("dict[str, Any]", value)))

    def _minProperties(self, least: int, _: Schema) -> Accept:
        return lambda value: not isinstance(value, dict) or len(cast("dict[str, Any]", value)) >= least

    def _maxProperties(self, most: int, _: Schema) -> Accept:
        return lambda value: not isinstance(value, dict) or len(cast("dict[str, Any]", value)) <= most

    def _anyOf(self, schemas: list[Schema], _: Schema) -> Accept:
        accepts = [self._accept(schema) for schema in schemas]
        return lambda value: any(accept(value) for accept in accepts)

    def _allOf(self, schemas: list[Schema], _: Schema) -> Accept:
        accepts = [self._accept(schema) for schema in schemas]
        return lambda value: all(accept(value) for accept in accepts)

    def _oneOf(self, schemas: list[Schema], _: Schema) -> Accept:
        # Not accepting is no refusal, except by ``required``, of which the meta-schema makes its choices.
        if any(list(schema) != ["required"] for schema in schemas):
            return lambda value: False
        accepts = [self._accept(schema) for schema in schemas]
        return lambda value: sum(accept(value) for accept in accepts) == 1


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern of the meta-schema, whose ``$`` is the end and nothing before it."""
    return re.compile(pattern[:-1] + r"\Z" if pattern.endswith("$") else pattern)
