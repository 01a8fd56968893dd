"""What validators of others make of a case: ``jsonschema``, and ``jsonschema-rs``, that of Rust."""

from __future__ import annotations

import base64
import gzip
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator

from tests.conformance.casefiles import CASES, CaseFile

SCHEMAS = CASES.parent
PACKED = ("crds_encoded", "crds_payload")

Found = set[tuple[str, str]]
"""Places, each with a keyword of the schema."""
Validate = Callable[[Any], Found]
"""Gives all that is wrong; empty: valid."""


def jsonschema(schema: dict[str, Any]) -> Validate:
    """The validator of the package ``jsonschema``."""
    validator: Any = Draft202012Validator(schema)

    def validate(document: Any) -> Found:
        return {
            (_pointer(each.absolute_path), _keyword(each))
            for each in _leaves(validator.iter_errors(document))
        }

    return validate


def _keyword(error: Any) -> str:
    """The violated keyword; what is wrong with a name is a matter of ``propertyNames``."""
    return "propertyNames" if "propertyNames" in error.schema_path else str(error.validator)


def _leaves(errors: Iterable[Any]) -> Iterator[Any]:
    """Errors, and those of the alternatives that were tried."""
    for each in errors:
        yield each
        yield from _leaves(each.context or ())


def jsonschema_rs(schema: dict[str, Any]) -> Validate:
    """The validator of the package ``jsonschema-rs``."""
    import jsonschema_rs as package

    validator = package.Draft202012Validator(schema)

    def validate(document: Any) -> Found:
        if validator.is_valid(document):
            return set()
        errors = validator.evaluate(document).errors()
        found = {(each["instanceLocation"], _named(each)) for each in errors}
        # Of an array with an item too many it names the item; the others name the array.
        return found | {(place.rpartition("/")[0], word) for place, word in found if word == "items"}

    return validate


def _named(error: Mapping[str, Any]) -> str:
    """The keyword that an error is about, as of the other.

    Where it looks for missing members and for members too many in one go, it names the second keyword
    for both; its text tells them apart.
    """
    words = error["schemaLocation"].split("/")
    if words[-1] == "additionalProperties" and error["error"].endswith(" is a required property"):
        return "required"
    return "propertyNames" if "propertyNames" in words else words[-1]


def _pointer(path: Iterable[str | int]) -> str:
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in path)


VALIDATORS: dict[str, Callable[[dict[str, Any]], Validate]] = {
    "jsonschema": jsonschema,
    "jsonschema_rs": jsonschema_rs,
}


@cache
def validator(name: str, path: str) -> Validate:
    """One of them for a schema by its path."""
    return VALIDATORS[name](json.loads((SCHEMAS / path).read_text(encoding="utf-8")))


def problems(name: str, file: CaseFile, case: dict[str, Any], document: Any) -> Found:
    """What a validator finds wrong with a body's document."""
    path = file.content["response_schema"]
    if not case.get("envelope"):
        return validator(name, path)(document)
    found = validator(name, f"jsonschema/{file.service}/envelope.json")(document)
    if found or document["error"] is not None:
        return found
    result = document["result"]
    if case.get("packed"):
        result = json.loads(gzip.decompress(base64.b64decode(result[PACKED[1]])))
    return validator(name, path)(result)


def body_disagreements(name: str, file: CaseFile, case: dict[str, Any], document: Any) -> Iterator[str]:
    """Where a validator says otherwise than the case."""
    found = problems(name, file, case, document)
    if (case["verdict"] == "accepted") is not (not found):
        yield f"{case['verdict']}, and it finds {sorted(found) or 'nothing'}"
    elif found and "pointer" in case and (case["pointer"], case["rule"]) not in found:
        yield f"it finds {sorted(found)}"


def request_disagreements(name: str, file: CaseFile, case: dict[str, Any]) -> Iterator[str]:
    """Where a validator says otherwise than a call."""
    found = validator(name, file.content["request_schema"])(case["arguments"])
    is_valid = ("wire" in case) is not case.get("beyond_schema", False)
    is_told = "pointer" in case and case["rule"] not in RULES
    if is_valid is not (not found) or (is_told and (case["pointer"], case["rule"]) not in found):
        yield f"it finds {sorted(found) or 'nothing'}"


RULES = frozenset({"at_least_one_of", "at_most_one_of", "goes_with", "needs", "never", "steps"})
"""Rules between arguments and of codecs, which a schema tells with other keywords, or not at all."""
