"""Recorded answers that are small enough to stand in a document."""

from __future__ import annotations

import json

from codegen import ir
from codegen.emit import Assets

LARGEST = 1000
"""Bytes of an answer; a larger one is no example."""
MOST_OPENINGS = 100
"""Brackets and braces that an example opens; what is nested deeper than that is nobody's example."""


def text(service: ir.Service, example: ir.Example, assets: Assets) -> str | None:
    """The text of a small answer, by the rule for charsets; ``None`` where there is none.

    The rule: UTF-8, and where it is not, the charset of the service.
    """
    if example.answer is None or example.status != 200:
        return None
    body = assets.read(service.name, example.answer)
    if len(body) > LARGEST:
        return None
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        charset = service.transport.charset if isinstance(service.transport, ir.Cgi) else "utf-8"
        return body.decode(charset, "replace")


def document(found: str) -> ir.JsonValue:
    """What a text holds; ``None`` where it is no JSON, or no JSON that every language reads alike."""
    if found.count("[") + found.count("{") > MOST_OPENINGS:
        return None
    try:
        value: ir.JsonValue = json.loads(found, parse_constant=_refuse, parse_float=_finite)
    except ValueError:
        return None
    return value


def _refuse(name: str) -> None:
    raise ValueError(f"{name} is no JSON")


def _finite(digits: str) -> float:
    number = float(digits)
    if number in (float("inf"), float("-inf")):
        raise ValueError(f"{digits} is no number everywhere")
    return number
