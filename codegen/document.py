"""Each file by itself: held against the dialect's meta-schema, in readable words.

The meta-schema lists what a shape, a rule or a transport may be as ``anyOf``.
A validator that tries them all can only say that none fits; here the key that is
there decides which definition is meant, so that every message is about that one.
"""

from __future__ import annotations

import difflib
import json
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, TypeGuard, cast

from codegen.fine import Acceptor, compiled
from codegen.load import Document
from codegen.problems import Place, Problems

DIALECT = Path(__file__).resolve().parent.parent / "spec" / "dialect" / "dialect.json"

KINDS = {
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "null": "null",
    "array": "a list",
    "object": "a mapping",
}

INSTEAD = {
    "$ref": "write ref: Name",
    "anyOf": "write kinds",
    "oneOf": "write kinds, or select in a result",
    "allOf": "write the members out",
    "not": "say what the value is, not what it is not",
    "format": "write a pattern",
    "prefixItems": "write tuple",
    "uniqueItems": "it is not in the dialect",
    "exclusiveMinimum": "write minimum",
    "exclusiveMaximum": "write maximum",
    "patternProperties": "write additionalProperties",
    "propertyNames": "write key (requests only)",
    "multipleOf": "it is not in the dialect",
    "contains": "it is not in the dialect",
    "nullable": 'write type: [..., "null"]',
    "description": "write summary or doc",
    "title": "write summary",
    "$defs": "write types",
    "default": "it belongs to parameters",
    "examples": "they belong to operations",
}


def check(document: Document, kind: str, problems: Problems) -> None:
    """Hold one file against the definition ``kind``: package, service, types, operation or corrections."""
    if _acceptor().accepts(document.data, dialect()["$defs"][kind]):
        return
    for error in _validator(kind).iter_errors(document.data):
        place = document.place
        for step in error.absolute_path:
            place = place / step
        _explain(error, place, problems)


@cache
def dialect() -> dict[str, Any]:
    """The meta-schema."""
    loaded: dict[str, Any] = json.loads(DIALECT.read_text(encoding="utf-8"))
    return loaded


@cache
def _acceptor() -> Acceptor:
    def chooser(choose: Callable[[object], Chosen]) -> Callable[[object], str | None]:
        return lambda value: choose(value)[0]

    return Acceptor(dialect()["$defs"], {name: chooser(choose) for name, choose in _CHOICES.items()})


@cache
def _validator(kind: str) -> Any:
    return _validator_class()({"$ref": f"#/$defs/{kind}"})


@cache
def _validator_class() -> Any:
    from jsonschema import Draft202012Validator, validators

    types = Draft202012Validator.TYPE_CHECKER.redefine("integer", _is_integer)
    own = {"$ref": _ref, "pattern": _pattern, "properties": _properties, "items": _items}
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
    if name in _CHOICES:
        chosen, why = _CHOICES[name](value)
        if chosen is None:
            yield ValidationError(why, validator="choice", validator_value=why, instance=value)
            return
        name = chosen
    yield from validator.descend(value, dialect()["$defs"][name])


def _properties(validator: Any, properties: dict[str, Any], value: object, _schema: object) -> Iterator[Any]:
    """``properties``, without the machinery where a value is plainly fine: most are."""
    if _is_mapping(value):
        for key, schema in properties.items():
            if key in value and not _acceptor().accepts(value[key], schema):
                yield from validator.descend(value[key], schema, path=key, schema_path=key)


def _items(validator: Any, schema: dict[str, Any], value: object, _schema: object) -> Iterator[Any]:
    """``items``, in the same way."""
    if _is_list(value):
        for index, item in enumerate(value):
            if not _acceptor().accepts(item, schema):
                yield from validator.descend(item, schema, path=index)


def _is_mapping(value: object) -> TypeGuard[dict[str, Any]]:
    return isinstance(value, dict)


def _is_list(value: object) -> TypeGuard[list[Any]]:
    return isinstance(value, list)


# --------------------------------------------------------------------------- which definition is meant

Chosen = tuple[str | None, str]


def _shape(value: object) -> Chosen:
    if not _is_mapping(value):
        return (
            None,
            f"a shape is a mapping such as {{type: string}} or {{ref: Name}}; here is {_found(value)}",
        )
    for key in ("ref", "kinds", "pair", "tuple", "const", "enum"):
        if key in value:
            return f"shape_{key}", ""
    return _shape_by_type(value)


def _shape_by_type(value: dict[str, object]) -> Chosen:
    kind = value.get("type")
    if _is_list(kind):
        return "shape_types", ""
    if kind == "object" or ("properties" in value and "type" not in value):
        if "properties" not in value and "additionalProperties" not in value:
            return None, "an object says its properties, or additionalProperties: a shape"
        return ("shape_record" if "properties" in value else "shape_map"), ""
    if isinstance(kind, str) and kind in KINDS:
        return f"shape_{kind}", ""
    if "type" not in value:
        return None, f"a shape has one of ref, kinds, pair, tuple, const, enum, type{_meant(value)}"
    words = ", ".join(KINDS)
    shown = f'"{kind}"' if isinstance(kind, str) else _found(kind)
    return (
        None,
        f"type is one of {words}, or a list of them; here is {shown}{_suggest(str(kind), list(KINDS))}",
    )


def _meant(value: dict[str, object]) -> str:
    for key in value:
        if key in INSTEAD:
            return f'; here is "{key}": {INSTEAD[key]}'
    for key in value:
        if close := _suggest(key, ["ref", "kinds", "pair", "tuple", "const", "enum", "type"]):
            return f'; here is "{key}"{close}'
    return ""


def _transport(value: object) -> Chosen:
    kind: object = value.get("kind") if _is_mapping(value) else None
    known = {"cgi": "cgi", "json-rpc": "json_rpc"}
    if isinstance(kind, str) and kind in known:
        return known[kind], ""
    return None, "a transport is a mapping with kind: cgi or kind: json-rpc"


def _by_key(choices: dict[str, str], message: str) -> Any:
    def choose(value: object) -> Chosen:
        if _is_mapping(value):
            for key, definition in choices.items():
                if key in value:
                    return definition, ""
        return None, message

    return choose


def _result(value: object) -> Chosen:
    if _is_mapping(value) and ({"select", "arms"} & value.keys()):
        return "result_select", ""
    return _shape(value)


def _rpc_param(value: object) -> Chosen:
    return ("source_tag" if isinstance(value, str) else "rpc_param_full"), ""


_CHOICES: dict[str, Any] = {
    "shape": _shape,
    "transport": _transport,
    "result": _result,
    "rpc_param": _rpc_param,
    "rule": _by_key(
        {"at_least_one_of": "rule_at_least", "needs": "rule_needs", "argument": "rule_needs"},
        "a rule is {at_least_one_of: [...]} or {argument: ..., needs: {...}}",
    ),
    "derived_default": _by_key(
        {"by": "default_by", "cases": "default_by", "before": "default_before", "of": "default_before"},
        "a derived default is {by: ..., cases: {...}, else: ...} or {before: ..., of: ...}",
    ),
}


# --------------------------------------------------------------------------- words


def _found(value: object) -> str:
    """What a value is, for people.

    >>> _found(True), _found([]), _found("a")
    ('true', 'a list', 'the text "a"')
    """
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    if isinstance(value, str):
        return f"the text {_short(value)}"
    if isinstance(value, (int, float)):
        return f"the number {value}"
    return "a list" if _is_list(value) else "a mapping"


def _short(text: str) -> str:
    return json.dumps(text if len(text) <= 60 else text[:57] + "...")


def _suggest(word: str, known: list[str]) -> str:
    """A hint for a misspelt word.

    >>> _suggest("requried", ["required", "ref"])
    ' (did you mean "required"?)'
    """
    close = difflib.get_close_matches(word, known, n=1, cutoff=0.6)
    return f' (did you mean "{close[0]}"?)' if close else ""


suggest = _suggest


def _explain(error: Any, place: Place, problems: Problems) -> None:
    explain = _EXPLAIN.get(error.validator)
    if explain is not None:
        explain(error, place, problems)
    else:
        problems.report(place, "wrong-value", _BOUNDS[error.validator].format(limit=error.validator_value))


def _unknown_keys(error: Any, place: Place, problems: Problems) -> None:
    known = list(error.schema.get("properties", {}))
    instance: dict[str, Any] = error.instance
    for key in instance:
        if key not in known:
            problems.report(
                place / key, "unknown-key", f"unknown key {_short(key)}{_about_key(key, known, error)}"
            )


def _about_key(key: str, known: list[str], error: Any) -> str:
    if close := _suggest(key, known):
        return close
    if key in INSTEAD:
        return f" ({INSTEAD[key]})"
    for main in ("ref", "kinds", "pair", "tuple", "const", "enum", "type"):
        if main in known and main in error.instance and len(known) < 14:
            return f"; with {main} go {', '.join(each for each in known if each != main)}"
    return f"; known here: {', '.join(sorted(known))}"


def _missing_key(error: Any, place: Place, problems: Problems) -> None:
    if not _is_mapping(error.instance):
        return
    for key in error.validator_value:
        if key not in error.instance:
            problems.report(place, "missing-key", f'the key "{key}" is missing')


def _wrong_kind(error: Any, place: Place, problems: Problems) -> None:
    wanted = error.validator_value
    names = [KINDS[each] for each in ([wanted] if isinstance(wanted, str) else wanted)]
    value = error.instance
    hint = ""
    if wanted == "string" and (value is None or isinstance(value, (bool, int, float))):
        hint = "; put it in quotes" if value is not None else ""
    if wanted == "array" and isinstance(value, str):
        hint = f"; write [{value[:40]}]"
    problems.report(place, "wrong-kind", f"must be {' or '.join(names)}; here is {_found(value)}{hint}")


def _wrong_choice(error: Any, place: Place, problems: Problems) -> None:
    known = [str(each) for each in error.validator_value]
    close = _suggest(error.instance, known) if isinstance(error.instance, str) else ""
    problems.report(
        place, "wrong-value", f"must be one of {', '.join(known)}; here is {_found(error.instance)}{close}"
    )


def _wrong_const(error: Any, place: Place, problems: Problems) -> None:
    wanted = json.dumps(error.validator_value)
    problems.report(place, "wrong-value", f"must be {wanted}; here is {_found(error.instance)}")


def _wrong_text(error: Any, place: Place, problems: Problems) -> None:
    pattern = error.validator_value
    if pattern == "^[^\\n\\r]*$":
        message = "must be one line; longer text goes into doc"
    else:
        message = f"{_short(error.instance)} must look like {pattern}"
    problems.report(place, "wrong-value", message)


def _twice(error: Any, place: Place, problems: Problems) -> None:
    seen: list[str] = []
    for index, item in enumerate(error.instance):
        shown = json.dumps(item, sort_keys=True)
        if shown in seen:
            problems.report(place / index, "duplicate-item", f"{shown} is in the list already")
        seen.append(shown)


def _one_of(error: Any, place: Place, problems: Problems) -> None:
    if not _is_mapping(error.instance):
        return
    keys: list[str] = [branch["required"][0] for branch in error.validator_value]
    here = [key for key in keys if key in error.instance]
    said = f"here are {' and '.join(here)}" if here else "here is none"
    problems.report(place, "one-of-keys", f"needs exactly one of the keys {', '.join(keys)}; {said}")


def _no_choice(error: Any, place: Place, problems: Problems) -> None:
    problems.report(place, "shape-unclear", error.validator_value)


_EXPLAIN: dict[str, Any] = {
    "additionalProperties": _unknown_keys,
    "required": _missing_key,
    "type": _wrong_kind,
    "enum": _wrong_choice,
    "const": _wrong_const,
    "pattern": _wrong_text,
    "uniqueItems": _twice,
    "oneOf": _one_of,
    "choice": _no_choice,
}

_BOUNDS = {
    "minLength": "must not be empty (at least {limit} characters)",
    "maxLength": "has more than {limit} characters",
    "minimum": "must not be below {limit}",
    "maximum": "must not be above {limit}",
    "minItems": "must have at least {limit} item(s)",
    "maxItems": "must not have more than {limit} items",
    "minProperties": "must have at least {limit} member(s)",
    "maxProperties": "must not have more than {limit} member(s)",
}
