"""Methods: positions, results, and small recorded answers as pairs of examples."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from codegen import ir
from codegen.emit import Assets
from codegen.interchange import recorded
from codegen.interchange.components import PLACE, Components
from codegen.interchange.facts import answer_facts, argument_facts, described, operation_facts
from codegen.interchange.members import members, plain

Json = dict[str, Any]


def methods(service: ir.Service, components: Components, assets: Assets) -> Iterator[Json]:
    """The methods by their names; where operations share one, each is told apart by a fragment."""
    shared = Counter(each.endpoint for each in service.operations)
    for operation in sorted(service.operations, key=lambda each: (each.endpoint, each.name)):
        alone = shared[operation.endpoint] == 1
        name = operation.endpoint if alone else f"{operation.endpoint}#{operation.name}"
        yield {"name": name, **_method(service, operation, components, assets)}


def _method(service: ir.Service, operation: ir.Operation, components: Components, assets: Assets) -> Json:
    note = operation.note
    positions = [_position(operation, each, components) for each in operation.params]
    return {
        "summary": note.summary,
        **plain(description=note.doc.rstrip("\n")),
        "tags": [{"name": service.name}],
        **({} if operation.deprecated is None else {"deprecated": True}),
        "paramStructure": "by-position",
        "params": positions,
        "result": {"name": "result", "schema": components.answer(operation), **_result_facts(operation)},
        **plain(examples=list(_examples(service, operation, assets))),
        **members(
            operation=operation.name,
            endpoint=operation.endpoint,
            arguments=[argument_facts(each, components.parameter(each)) for each in operation.parameters],
        ),
        **operation_facts(operation),
    }


def _result_facts(operation: ir.Operation) -> Json:
    result = operation.result
    summary = result.summary if isinstance(result, ir.Plain) else ""
    return plain(summary=summary) | answer_facts(operation, PLACE)


def _position(operation: ir.Operation, position: ir.RpcParam, components: Components) -> Json:
    """One position, which is sent always: null, or the text for it, where the argument is not given."""
    parameter = next(each for each in operation.parameters if each.name == position.argument)
    schema = components.value(parameter)
    if position.null_as is not None and not parameter.required:
        schema = {"anyOf": [components.shape(parameter.shape), {"const": position.null_as}]}
    return {
        "name": parameter.name,
        **described(parameter.note),
        "required": not position.when_given,
        "schema": schema,
        **members(
            secret=parameter.secret or None,
            null_as=position.null_as,
            when_given=position.when_given or None,
        ),
    }


def _examples(service: ir.Service, operation: ir.Operation, assets: Assets) -> Iterator[Json]:
    """The examples that end in an answer; JSON-RPC has no pair for others."""
    for example in operation.examples:
        found = _envelope(service, example, assets)
        if found is None or found.get("error") is not None or "result" not in found:
            continue
        yield {
            "name": example.name,
            "description": example.summary,
            "params": list(_sent(operation, dict(example.arguments))),
            "result": {"name": "result", "value": found["result"]},
        }


def _sent(operation: ir.Operation, arguments: Mapping[str, ir.JsonValue]) -> Iterator[Json]:
    defaults = {each.name: each.default for each in operation.parameters}
    for position in operation.params:
        value = arguments.get(position.argument, defaults[position.argument])
        if value is None and position.when_given:
            return
        yield {"name": position.argument, "value": position.null_as if value is None else value}


def _envelope(service: ir.Service, example: ir.Example, assets: Assets) -> Json | None:
    """The envelope of a small recorded answer that is not packed."""
    text = recorded.text(service, example, assets)
    found = None if text is None else recorded.document(text)
    if not isinstance(found, dict):
        return None
    transport, result = service.transport, found.get("result")
    marker = transport.packed_marker if isinstance(transport, ir.JsonRpc) else None
    return None if marker is not None and isinstance(result, dict) and marker in result else found
