"""What is wrong with a file, in words: each complaint of the meta-schema becomes a sentence for people."""

from __future__ import annotations

import difflib
import json
from typing import Any, TypeGuard

from codegen.problems import Place, Problems

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


MANY = 500
TOLD = 50
"""Unknown keys of one mapping that are told one by one."""


def is_mapping(value: object) -> TypeGuard[dict[str, Any]]:
    """Say whether a value is a mapping; its keys are texts, as everywhere in a description."""
    return isinstance(value, dict)


def is_list(value: object) -> TypeGuard[list[Any]]:
    """Say whether a value is a list."""
    return isinstance(value, list)


def found(value: object) -> str:
    """What a value is, for people.

    >>> found(True), found([]), found("a")
    ('true', 'a list', 'the text "a"')
    """
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    if isinstance(value, str):
        return f"the text {_short(value)}"
    if isinstance(value, (int, float)):
        return f"the number {value}"
    return "a list" if is_list(value) else "a mapping"


def _short(text: str) -> str:
    return json.dumps(text if len(text) <= 60 else text[:57] + "...")


def suggest(word: str, known: list[str]) -> str:
    """A hint for a misspelt word.

    >>> suggest("requried", ["required", "ref"])
    ' (did you mean "required"?)'
    """
    # Comparing every word with every other takes long where there are many.
    close = difflib.get_close_matches(word, known, n=1, cutoff=0.6) if len(known) <= MANY else []
    return f' (did you mean "{close[0]}"?)' if close else ""


def explain(error: Any, place: Place, problems: Problems) -> None:
    """Report one error of the meta-schema's validator."""
    report = _EXPLAIN.get(error.validator)
    if report is not None:
        report(error, place, problems)
    else:
        problems.report(place, "wrong-value", _BOUNDS[error.validator].format(limit=error.validator_value))


def _unknown_keys(error: Any, place: Place, problems: Problems) -> None:
    known = list(error.schema.get("properties", {}))
    instance: dict[str, Any] = error.instance
    unknown = [key for key in instance if key not in known]
    for key in unknown[:TOLD]:
        problems.report(
            place / key, "unknown-key", f"unknown key {_short(key)}{_about_key(key, known, error)}"
        )
    if len(unknown) > TOLD:
        problems.report(place, "unknown-key", f"{len(unknown) - TOLD} more keys here are unknown")


def _about_key(key: str, known: list[str], error: Any) -> str:
    if close := suggest(key, known):
        return close
    if key in INSTEAD:
        return f" ({INSTEAD[key]})"
    for main in ("ref", "kinds", "pair", "tuple", "const", "enum", "type"):
        if main in known and main in error.instance and len(known) < 14:
            return f"; with {main} go {', '.join(each for each in known if each != main)}"
    return f"; known here: {', '.join(sorted(known))}"


def _missing_key(error: Any, place: Place, problems: Problems) -> None:
    if not is_mapping(error.instance):
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
    problems.report(place, "wrong-kind", f"must be {' or '.join(names)}; here is {found(value)}{hint}")


def _wrong_choice(error: Any, place: Place, problems: Problems) -> None:
    known = [str(each) for each in error.validator_value]
    close = suggest(error.instance, known) if isinstance(error.instance, str) else ""
    problems.report(
        place, "wrong-value", f"must be one of {', '.join(known)}; here is {found(error.instance)}{close}"
    )


def _wrong_const(error: Any, place: Place, problems: Problems) -> None:
    wanted = json.dumps(error.validator_value)
    problems.report(place, "wrong-value", f"must be {wanted}; here is {found(error.instance)}")


def _wrong_text(error: Any, place: Place, problems: Problems) -> None:
    pattern = error.validator_value
    if pattern == "^[^\\n\\r]*$":
        message = "must be one line; longer text goes into doc"
    else:
        message = f"{_short(error.instance)} must look like {pattern}"
    problems.report(place, "wrong-value", message)


def _twice(error: Any, place: Place, problems: Problems) -> None:
    seen: set[str] = set()
    for index, item in enumerate(error.instance):
        shown = json.dumps(item, sort_keys=True)
        if shown in seen:
            problems.report(place / index, "duplicate-item", f"{shown} is in the list already")
        seen.add(shown)


def _one_of(error: Any, place: Place, problems: Problems) -> None:
    if not is_mapping(error.instance):
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
