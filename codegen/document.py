"""Each file by itself: held against the dialect's meta-schema, in readable words."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, cast

from codegen.choices import CHOICES, Chosen
from codegen.explain import explain, is_list, is_mapping
from codegen.fine import Acceptor, compiled
from codegen.load import Document
from codegen.problems import Problems

DIALECT = Path(__file__).resolve().parent.parent / "spec" / "dialect" / "dialect.json"


def check(document: Document, kind: str, problems: Problems) -> None:
    """Hold one file against the definition of its kind: package, service, types, operation and so on."""
    if _acceptor().accepts(document.data, dialect()["$defs"][kind]):
        return
    for error in _validator(kind).iter_errors(document.data):
        place = document.place
        for step in error.absolute_path:
            place = place / step
        explain(error, place, problems)


@cache
def dialect() -> dict[str, Any]:
    """The meta-schema."""
    loaded: dict[str, Any] = json.loads(DIALECT.read_text(encoding="utf-8"))
    return loaded


@cache
def _acceptor() -> Acceptor:
    def chooser(choose: Callable[[object], Chosen]) -> Callable[[object], str | None]:
        return lambda value: choose(value)[0]

    return Acceptor(dialect()["$defs"], {name: chooser(choose) for name, choose in CHOICES.items()})


@cache
def _validator(kind: str) -> Any:
    return _validator_class()({"$ref": f"#/$defs/{kind}"})


@cache
def _validator_class() -> Any:
    from jsonschema import Draft202012Validator, validators

    types = Draft202012Validator.TYPE_CHECKER.redefine("integer", _is_integer)
    own = {
        "$ref": _ref,
        "pattern": _pattern,
        "properties": _properties,
        "propertyNames": _names,
        "items": _items,
        "uniqueItems": _unique,
    }
    return cast(Any, validators).extend(Draft202012Validator, own, type_checker=types)


def _is_integer(_checker: object, value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _pattern(_validator: Any, pattern: str, value: object, _schema: object) -> Iterator[Any]:
    from jsonschema import ValidationError

    if isinstance(value, str) and not compiled(pattern).search(value):
        yield ValidationError(pattern)


def _ref(validator: Any, ref: str, value: object, _schema: object) -> Iterator[Any]:
    """``$ref``, which is local always; an alternative is chosen by the value's keys."""
    from jsonschema import ValidationError

    name = ref.rpartition("/")[2]
    if name in CHOICES:
        chosen, why = CHOICES[name](value)
        if chosen is None:
            yield ValidationError(why, validator="choice", validator_value=why, instance=value)
            return
        name = chosen
    yield from validator.descend(value, dialect()["$defs"][name])


def _properties(validator: Any, properties: dict[str, Any], value: object, _schema: object) -> Iterator[Any]:
    """``properties``, without the machinery where a value is plainly fine: most are."""
    if is_mapping(value):
        for key, schema in properties.items():
            if key in value and not _acceptor().accepts(value[key], schema):
                yield from validator.descend(value[key], schema, path=key, schema_path=key)


def _names(validator: Any, schema: dict[str, Any], value: object, _schema: object) -> Iterator[Any]:
    """``propertyNames``, so that an error stands where the name does."""
    if is_mapping(value):
        for name in value:
            yield from validator.descend(name, schema, path=name)


def _items(validator: Any, schema: dict[str, Any], value: object, _schema: object) -> Iterator[Any]:
    """``items``, in the same way."""
    if is_list(value):
        for index, item in enumerate(value):
            if not _acceptor().accepts(item, schema):
                yield from validator.descend(item, schema, path=index)


def _unique(_validator: Any, _: bool, value: object, _schema: object) -> Iterator[Any]:
    """``uniqueItems`` of scalars, each looked at once."""
    from jsonschema import ValidationError

    if is_list(value) and len({json.dumps(each, sort_keys=True) for each in value}) < len(value):
        yield ValidationError("items are not unique")
