"""One operation file to one operation of the model."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import cast

from codegen import ir
from codegen.naming import FileName
from codegen.resolve import requests, results
from codegen.resolve.examples import examples
from codegen.resolve.node import Node
from codegen.resolve.scope import Scope
from codegen.resolve.shapes import place_of
from codegen.resolve.types import check_direction, check_unused, named_types, used_shapes

MODULES = frozenset({"clients", "environment", "errors", "operations", "schemas", "servers", "types"})
TAKEN = MODULES | {"call", "close", "deadline", "exchange", "server", "strict", "timeout"}
"""Names of modules that every generated service has, and of what its client has."""


def operation(
    shared: Scope, node: Node, service: ir.Service, folder: Path, name: str
) -> tuple[ir.Operation, list[str]]:
    """The operation of one file, and the names of all types that it uses."""
    scope = shared.operation()
    _check_name(scope, node, name)
    types = named_types(scope, node["types"])
    found, arguments = _request(scope, node, service, types)
    _check_transport(scope, node, service, found)
    _check_corrections(scope, node["corrections"], f"{service.name}.{found.name}")
    scope.finish()
    arguments.check_unsent(node["parameters"])
    _check_confirmations(scope, node, found)
    used = _check_use(scope, node, found)
    return replace(found, examples=examples(scope, node["examples"], found, service, folder)), used


def _check_name(scope: Scope, node: Node, name: str) -> None:
    said = node.word("operation")
    if not said:
        return
    if said != name:
        scope.report(
            node["operation"], "file-name", f'the operation "{said}" belongs into a file {said}.yaml'
        )
    scope.module_name(node["operation"], said, FileName)
    if said in TAKEN:
        scope.report(
            node["operation"], "operation-collides", f'"{said}" is the name of something every client has'
        )


def _request(
    scope: Scope, node: Node, service: ir.Service, types: tuple[ir.TypeDef, ...]
) -> tuple[ir.Operation, requests.Arguments]:
    rpc = isinstance(service.transport, ir.JsonRpc)
    parameters = requests.parameters(scope, node["parameters"])
    arguments = requests.Arguments(scope, parameters)
    sent_query = () if rpc else requests.query(scope, node["query"], arguments)
    sent_params = requests.params(node["params"], arguments, parameters) if rpc else ()
    said = node.word("operation")
    effect, effect_by = requests.effect(scope, node["effect"], arguments)
    found = ir.Operation(
        name=said,
        note=scope.note(node),
        effect=effect,
        effect_by=effect_by,
        stability=cast(ir.Stability, node.word("stability")),
        endpoint=node.text("endpoint") or (said if rpc else ""),
        parameters=parameters,
        query=sent_query,
        params=sent_params,
        rules=requests.rules(scope, node["rules"], arguments),
        result=results.result(scope, node["result"], node["failure"]),
        types=types,
        broken=results.broken(scope, node["broken"]),
        faults=tuple(
            ir.Fault(f.word("name"), f.word("text"), scope.source(f)) for f in node["faults"].items()
        ),
        unsent=tuple(ir.Unsent(each.word("name"), scope.note(each)) for each in node["unsent"].items()),
        limits=tuple(ir.Limit(each.word("text"), scope.source(each)) for each in node["limits"].items()),
        batch=requests.batch(scope, node["batch"], arguments),
        corrections=tuple(each.value for each in node["corrections"].items() if isinstance(each.value, int)),
        since=node.text("since"),
        deprecated=node.text("deprecated"),
        max_body=node.integer("max_body"),
        in_face=node.scalar("face") is not False,
        post_over=node.integer("post_over"),
        path=f"spec/{service.name}/{said}.yaml",
    )
    return found, arguments


def _check_corrections(scope: Scope, node: Node, name: str) -> None:
    if scope.corrections is None:
        return
    by_number = {each.id: each for each in scope.corrections}
    for each in node.items():
        found = by_number.get(each.value) if isinstance(each.value, int) else None
        if found is None:
            scope.report(each, "correction-unknown", f"corrections.yaml has no number {each.value}")
        elif name not in [f"{found.service}.{operation}" for operation in found.operations]:
            scope.report(each, "correction-unknown", f"correction {found.id} does not name {name}")


def _check_confirmations(scope: Scope, node: Node, found: ir.Operation) -> None:
    for each in found.parameters:
        if each.confirms and node.text("effect") != "write":
            message = f'"{each.name}" confirms that something is written; the effect is {found.effect}'
            scope.report(node["parameters"][each.name], "confirmation", message)


def _check_transport(scope: Scope, node: Node, service: ir.Service, found: ir.Operation) -> None:
    rpc = isinstance(service.transport, ir.JsonRpc)
    kind, other = ("json-rpc", "cgi") if rpc else ("cgi", "json-rpc")
    for key, rule in (
        ("query", "query-transport"),
        ("post_over", "query-transport"),
        ("broken", "result-transport"),
        ("failure", "result-transport"),
    ):
        if rpc and key in node:
            scope.report(node[key], rule, f"{key} belongs to {other}; this service is {kind}")
    if rpc and isinstance(found.result, ir.Plain) and found.result.body != "json":
        scope.report(node["result"], "result-transport", "body belongs to cgi; this service is json-rpc")
    if rpc and isinstance(found.result, ir.Select):
        scope.report(
            node["result"], "result-transport", "select belongs to cgi; a json-rpc failure is in the envelope"
        )
    for key, rule in (("params", "query-transport"), ("faults", "result-transport")):
        if not rpc and key in node:
            scope.report(node[key], rule, f"{key} belongs to {other}; this service is {kind}")
    if not rpc:
        _check_endpoint(scope, node, service, found)


def _check_endpoint(scope: Scope, node: Node, service: ir.Service, found: ir.Operation) -> None:
    if not scope.complete:
        return
    if not found.endpoint:
        scope.report(
            node, "missing-key", 'the key "endpoint" is missing; a cgi operation names one of the endpoints'
        )
        return
    known = sorted({key for server in service.servers for key, _ in server.endpoints})
    if not scope.known(node["endpoint"], found.endpoint, known, "endpoint-unknown", "endpoint of any server"):
        return
    for each in node["query"].items():
        setting = each.text("setting")
        if setting is None or each.flag("optional"):
            continue
        for server in service.offering(found.endpoint):
            if setting not in dict(server.settings):
                message = f'the server {server.id}, which has this endpoint, lacks the setting "{setting}"'
                scope.report(each["setting"], "setting-unknown", message)


def _check_use(scope: Scope, node: Node, found: ir.Operation) -> list[str]:
    asked = [each.shape for each in found.parameters]
    asked += [option.shape for member in found.query for option in member.options]
    answered = results.shapes(found.result, found.broken)
    used = used_shapes([*asked, *answered], scope)
    if scope.complete and not scope.astray:
        check_unused(scope, [each.name for each in found.types], used, node["types"], "parameter or result")
    check_direction(scope, asked, answered, place_of(scope, answered[0], node.place))
    return used
