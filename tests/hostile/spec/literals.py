"""A: texts that break out of literals, in each kind of place."""

# ruff: noqa: E501 - one line for each case

from __future__ import annotations

from functools import partial

from .cases import numbered
from .description import places
from .lab import Lab
from .made import Made, arrivals
from .texts import BREAKS, LITERALS


def _ending(*ends: str) -> list[str]:
    return [place for place in places() if place.endswith(ends)]


SINKS: dict[str, list[str]] = {
    "title": [
        "source.tag",
        "correction.title",
        "recording.file",
        "recording.asked",
        "server.title",
        "source.text",
        "limit.text",
        "arm.text",
        "failure.text",
        "fault.text",
        "broken.text",
    ],
    "description": [*_ending(".doc"), "correction.documents", "correction.servers", "correction.decision"],
    "summary": _ending(".summary"),
    "enum": [
        "argument.enum",
        "member.enum",
        "arm.when",
        "argument.known",
        "member.known",
        "steps.word",
        "table.word",
    ],
    "default": [
        "parameter.default",
        "option.default",
        "default.case",
        "default.else",
        "default.before",
        "rpc.null_as",
        "rule.face_sends",
    ],
    "const": [
        "member.const",
        "present_unless.is",
        "failure.ok",
        "rule.is",
        "sentinel.text",
        "sentinel.prefix",
        "column.missing",
    ],
    "pattern": [*_ending(".pattern"), "broken.match", "table.suffix"],
    "path": ["undescribed.url", "server.endpoint", "rpc.path", "rpc.method"],
    "server URL": ["server.base_url", "server.setting", "environment.variable"],
    "version": ["package.version", "operation.since", "operation.deprecated", "removed.until"],
    "example": [
        *_ending(".example"),
        "example.argument",
        "example.key",
        "example.origin",
        "correction.evidence",
    ],
    "wire name": [
        "query.name",
        "query.value",
        "option.wire",
        "unsent.name",
        "member.name",
        "select.member",
        "packed.marker",
        "packed.payload",
        "table.also",
    ],
}
"""The twelve kinds of places. A description says titles, paths and versions in few places; what is nearest joins."""


def tried(lab: Lab, text: str, kind: str) -> str:
    """What becomes of a text in all places of a kind, by everything that the whole output must be."""
    plain, hostile = lab.made(None), lab.made(text)
    assert lab.differing(text) == []
    assert lab.imports(text) == []
    outcomes = {_in_place(plain, hostile, place) for place in SINKS[kind]}
    refused = ", ".join(sorted(outcomes - {"data"}))
    return " or ".join([*(outcomes & {"data"}), *([f"refused: {refused}"] if refused else [])])


def _in_place(plain: Made, hostile: Made, place: str) -> str:
    problems = hostile.refused.get(place, [])
    assert (place in hostile.taken) is not bool(problems), place
    assert all(each.line > 0 and each.message for each in problems)
    if problems:
        return min(each.rule for each in problems)
    for wanted, arrived in arrivals(plain, hostile, place):
        assert arrived == wanted, place
        assert "".join(hostile.text.split()) in arrived, place
    return "data"


def want(text: str, kind: str) -> str:
    """What must become of a text: only free text takes everything, and one line takes no second one."""
    breaks = text in BREAKS
    if kind in ("title", "example"):
        return "data or refused: wrong-value" if breaks else "data"
    if kind in ("summary", "version"):
        rest = "data" if kind == "summary" else "data or refused: wrong-value"
        return "refused: wrong-value" if breaks else rest
    if kind in ("path", "server URL"):
        return "data or refused: wrong-value"
    if kind == "wire name":
        return "data or refused: name-unsafe, wrong-value, yaml-duplicate"
    if kind == "pattern":
        plain = text == "percent signs"
        return "data or refused: broken-body, table-suffix" if plain else "refused: pattern-syntax"
    return "data"


CASES = numbered(
    "A",
    [
        (f"{text}, as {kind}", want(text, kind), partial(tried, text=text, kind=kind))
        for text in LITERALS
        for kind in SINKS
    ],
)
