"""What an operation answers: media types, their schemas, and small recorded answers as examples."""

from __future__ import annotations

import json
from typing import Any

from codegen import ir
from codegen.emit import Assets
from codegen.interchange.components import PLACE, Components
from codegen.interchange.facts import answer_facts

LARGEST_EXAMPLE = 1000
"""Bytes of a recorded answer; a larger one is no example."""
USUAL = {"json": "application/json", "text": "text/plain", "bytes": "application/octet-stream"}

Json = dict[str, Any]


def response(service: ir.Service, operation: ir.Operation, components: Components, assets: Assets) -> Json:
    """The answer of an operation: HTTP status 200, whatever it means."""
    result = operation.result
    kind = result.body if isinstance(result, ir.Plain) else "json"
    usual = USUAL[kind]
    for broken in operation.broken:
        components.shape(broken.answer)
    content: Json = {usual: {"schema": components.answer(operation) if kind == "json" else _opaque(kind)}}
    for media_type in _others(operation, usual):
        content[media_type] = {"schema": {"type": "string"}}
    for example in operation.examples:
        value = _value(service, example, assets, kind if _media_type(example) == usual else "text")
        if value is not None:
            examples = content[_media_type(example)].setdefault("examples", {})
            examples[example.name] = {"summary": example.summary, "value": value}
    return {
        "description": _description(result, operation),
        "content": content,
        **answer_facts(operation, PLACE),
    }


def _description(result: ir.Plain | ir.Select, operation: ir.Operation) -> str:
    if isinstance(result, ir.Plain) and result.body != "json":
        return result.summary
    failing = isinstance(result, ir.Select) or result.failure is not None or bool(operation.broken)
    return "The answer, failures included." if failing else "The answer."


def _opaque(kind: ir.Body) -> Json:
    return {"type": "string"} if kind == "text" else {"type": "string", "format": "binary"}


def _others(operation: ir.Operation, usual: str) -> list[str]:
    """Further media types: of examples, and of texts that stand in the place of a document."""
    found = [_media_type(each) for each in operation.examples if each.status == 200]
    if operation.broken:
        found.append("text/plain")
    return [each for each in dict.fromkeys(found) if each != usual]


def _media_type(example: ir.Example) -> str:
    return example.content_type.partition(";")[0].strip().lower()


def _value(service: ir.Service, example: ir.Example, assets: Assets, kind: str) -> Any:
    """What a recorded answer holds; ``None`` where it is no example of what the schema describes."""
    if example.answer is None or example.status != 200 or kind == "bytes":
        return None
    body = assets.read(service.name, example.answer)
    if len(body) > LARGEST_EXAMPLE:
        return None
    charset = service.transport.charset if isinstance(service.transport, ir.Cgi) else "utf-8"
    text = decoded(body, charset)
    try:
        return text if kind == "text" else json.loads(text)
    except ValueError:
        return None


def decoded(body: bytes, charset: str) -> str:
    """The text of a body, by the rule for charsets: UTF-8, and where it is not, the service's own."""
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return body.decode(charset, "replace")
