"""What an operation answers: media types, their schemas, and small recorded answers as examples."""

from __future__ import annotations

from typing import Any

from codegen import ir
from codegen.emit import Assets
from codegen.interchange import recorded
from codegen.interchange.components import PLACE, Components
from codegen.interchange.facts import answer_facts

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
    text = None if kind == "bytes" else recorded.text(service, example, assets)
    return text if text is None or kind == "text" else recorded.document(text)
