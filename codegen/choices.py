"""Which definition of the meta-schema a value is meant to follow, told by the key that is there.

The meta-schema lists what a shape, a rule or a transport may be as ``anyOf``.
A validator that tries them all can only say that none fits; with the definition
chosen first, every message is about that one.
"""

from __future__ import annotations

import json
from typing import Any

from codegen.explain import INSTEAD, KINDS, found, is_list, is_mapping, suggest

Chosen = tuple[str | None, str]
WORDS = frozenset({
    "summary", "doc", "source", "deprecated", "known", "pattern", "minLength", "maxLength",
    "minimum", "maximum", "items", "minItems", "maxItems", "properties", "required",
    "additionalProperties", "minProperties", "maxProperties", "sentinels", "packed", "as", "plain",
    "key", "by_halves", "null_for_empty", "ascending", "present_unless", "column", "table",
})  # fmt: skip
"""What a shape may say beside the key that tells which it is."""


def _shape(value: object) -> Chosen:
    if not is_mapping(value):
        return (
            None,
            f"a shape is a mapping such as {{type: string}} or {{ref: Name}}; here is {found(value)}",
        )
    for key in ("ref", "kinds", "pair", "tuple", "const", "enum"):
        if key in value:
            return f"shape_{key}", ""
    return _shape_by_type(value)


def _shape_by_type(value: dict[str, object]) -> Chosen:
    kind = value.get("type")
    if is_list(kind):
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
    shown = f'"{kind}"' if isinstance(kind, str) else found(kind)
    return (
        None,
        f"type is one of {words}, or a list of them; here is {shown}{suggest(str(kind), list(KINDS))}",
    )


def _meant(value: dict[str, object]) -> str:
    for key in value:
        if key in INSTEAD:
            return f'; here is "{key}": {INSTEAD[key]}'
    for key in value:
        if close := suggest(key, ["ref", "kinds", "pair", "tuple", "const", "enum", "type"]):
            return f'; here is "{key}"{close}'
    for key in value:
        if key not in WORDS:
            return f"; here is {json.dumps(key[:60])}, which says nothing of a shape"
    return ""


def _transport(value: object) -> Chosen:
    kind: object = value.get("kind") if is_mapping(value) else None
    known = {"cgi": "cgi", "json-rpc": "json_rpc"}
    if isinstance(kind, str) and kind in known:
        return known[kind], ""
    return None, "a transport is a mapping with kind: cgi or kind: json-rpc"


def _by_key(choices: dict[str, str], message: str) -> Any:
    def choose(value: object) -> Chosen:
        if is_mapping(value):
            for key, definition in choices.items():
                if key in value:
                    return definition, ""
        return None, message

    return choose


def _result(value: object) -> Chosen:
    if is_mapping(value) and ({"select", "arms"} & value.keys()):
        return "result_select", ""
    if is_mapping(value) and "body" in value:
        return "result_body", ""
    return _shape(value)


def _rpc_param(value: object) -> Chosen:
    return ("source_tag" if isinstance(value, str) else "rpc_param_full"), ""


def _effect(value: object) -> Chosen:
    return ("effect_by" if is_mapping(value) else "effect_word"), ""


def _recorded(value: object) -> Chosen:
    return ("recorded_otherwise" if is_mapping(value) else "outcome"), ""


CHOICES: dict[str, Any] = {
    "shape": _shape,
    "transport": _transport,
    "result": _result,
    "rpc_param": _rpc_param,
    "effect": _effect,
    "recorded": _recorded,
    "rule": _by_key(
        {
            "at_least_one_of": "rule_at_least",
            "at_most_one_of": "rule_at_most",
            "goes_with": "rule_goes_with",
            "never": "rule_never",
            "needs": "rule_needs",
            "argument": "rule_needs",
        },
        "a rule is {at_least_one_of: [...]}, {at_most_one_of: [...]}, {argument: ..., needs: {...}}, "
        "{argument: ..., goes_with: ...} or {argument: ..., never: ..., because: ...}",
    ),
    "derived_default": _by_key(
        {"by": "default_by", "cases": "default_by", "before": "default_before", "of": "default_before"},
        "a derived default is {by: ..., cases: {...}, else: ...} or {before: ..., of: ...}",
    ),
}
