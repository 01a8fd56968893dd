"""Operations: each a GET with a query, and where that may be sent as a form, a POST besides."""

from __future__ import annotations

from typing import Any

from codegen import ir
from codegen.emit.openapi.places import Place
from codegen.emit.openapi.requests import Query
from codegen.interchange.components import Components
from codegen.interchange.facts import argument_facts, operation_facts
from codegen.interchange.members import members, plain

Json = dict[str, Any]


def path_items(
    service: ir.Service, operation: ir.Operation, place: Place, roots: tuple[str, ...], components: Components
) -> dict[str, Json]:
    """All ways of sending one operation, by path.

    With a file an operation is a form of other parts, so it has a path of its own: generators
    stumble over a form that comes in two media types.
    """
    servers = {} if place.servers == roots else {"servers": [{"url": each} for each in place.servers]}
    query = Query(service, operation, place, components)
    item: Json = {**servers, "get": _get(query)}
    items = {place.path: item}
    sent = query.form()
    if sent is not None:
        when = f"as a form, for URLs of more than {operation.post_over} characters"
        item["post"] = _post(service, operation, _free(service, f"{operation.name}_by_post"), when, sent)
    sent = query.parts()
    if sent is not None:
        name = _free(service, f"{operation.name}_with_file")
        item = {**servers, "post": _post(service, operation, name, "with a file", sent)}
        items[f"{place.path.partition('#')[0]}#{name}"] = item
    return items


def _free(service: ir.Service, name: str) -> str:
    """A name that no operation has."""
    return _free(service, f"{name}_") if any(each.name == name for each in service.operations) else name


def _get(query: Query) -> Json:
    operation, note = query.operation, query.operation.note
    return {
        "operationId": operation.name,
        "tags": [query.service.name],
        "summary": note.summary,
        **plain(description=note.doc.rstrip("\n")),
        **_deprecated(operation),
        **plain(parameters=query.parameters()),
        "responses": _responses(operation),
        **members(
            endpoint=operation.endpoint,
            urls=dict(query.place.urls),
            post_over=operation.post_over,
            arguments=_arguments(operation, query.components),
        ),
        **operation_facts(operation),
    }


def _post(service: ir.Service, operation: ir.Operation, name: str, how: str, sent: Json) -> Json:
    return {
        "operationId": name,
        "tags": [service.name],
        "summary": f"The same as `{operation.name}`, {how}.",
        **_deprecated(operation),
        "requestBody": {"required": True, "content": sent},
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
