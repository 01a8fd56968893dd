"""Operations: each a GET with a query, and where that may be sent as a form, a POST besides."""

from __future__ import annotations

from typing import Any

from codegen import ir
from codegen.emit.openapi.places import Place
from codegen.emit.openapi.requests import body, parameters
from codegen.interchange.components import Components
from codegen.interchange.facts import argument_facts, operation_facts
from codegen.interchange.members import members, plain

Json = dict[str, Any]


def path_item(
    service: ir.Service, operation: ir.Operation, place: Place, roots: tuple[str, ...], components: Components
) -> Json:
    """All ways of sending one operation."""
    sent = body(service, operation, components)
    item: Json = {}
    if place.servers != roots:
        item["servers"] = [{"url": each} for each in place.servers]
    item["get"] = _get(service, operation, place, components)
    if sent is not None:
        item["post"] = _post(service, operation, sent)
    return item


def _get(service: ir.Service, operation: ir.Operation, place: Place, components: Components) -> Json:
    note = operation.note
    return {
        "operationId": operation.name,
        "tags": [service.name],
        "summary": note.summary,
        **plain(description=note.doc.rstrip("\n")),
        **_deprecated(operation),
        **plain(parameters=parameters(service, operation, components)),
        "responses": _responses(operation),
        **members(
            endpoint=operation.endpoint,
            urls=dict(place.urls),
            post_over=operation.post_over,
            arguments=_arguments(operation, components),
        ),
        **operation_facts(operation),
    }


def _post(service: ir.Service, operation: ir.Operation, sent: Json) -> Json:
    name = f"{operation.name}_by_post"
    while any(each.name == name for each in service.operations):
        name += "_"
    over = operation.post_over
    when = "with a file" if over is None else f"for URLs of more than {over} characters"
    return {
        "operationId": name,
        "tags": [service.name],
        "summary": f"The same as `{operation.name}`, as a form, {when}.",
        **_deprecated(operation),
        "requestBody": sent,
        "responses": _responses(operation),
        **members(form_of=operation.name),
    }


def _deprecated(operation: ir.Operation) -> Json:
    return {} if operation.deprecated is None else {"deprecated": True}


def _responses(operation: ir.Operation) -> Json:
    return {"200": {"$ref": f"#/components/responses/{operation.name}"}}


def _arguments(operation: ir.Operation, components: Components) -> list[Json]:
    lowered = {each.argument for each in operation.query if each.codec == "lower"}
    joined = {each.argument for each in operation.query if each.codec == "words"}
    return [
        argument_facts(
            each, components.parameter(each, lowered=each.name in lowered, joined=each.name in joined)
        )
        for each in operation.parameters
    ]
