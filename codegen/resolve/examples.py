"""Examples: recorded bytes, held against what the operation says of itself."""

from __future__ import annotations

from pathlib import Path

from codegen import ir
from codegen.load import Data
from codegen.resolve.node import Node
from codegen.resolve.results import errors
from codegen.resolve.scope import Scope
from codegen.resolve.values import fits

MAX_ANSWER = 64 * 1024 * 1024
CONTENT_TYPES = {"cgi": "application/json", "json-rpc": "application/json-rpc"}


def examples(
    scope: Scope, node: Node, operation: ir.Operation, service: ir.Service, folder: Path
) -> tuple[ir.Example, ...]:
    """The examples of one operation."""
    found: list[ir.Example] = []
    for each in node.items():
        example = _example(scope, each, operation, service)
        if any(example.name == before.name for before in found):
            scope.report(each["name"], "example-duplicate", f'there is an example "{example.name}" already')
        if example.answer is not None and (why := _unreadable(folder, example.answer)):
            scope.report(each["answer"], "example-file", why)
        _check_arguments(scope, each, operation)
        _check_expect(scope, each, operation, service, example.expect)
        found.append(example)
    return tuple(found)


def is_outside(path: Path, spec: Path) -> bool:
    """Whether a file, links followed, is outside the folder of the description."""
    try:
        return not path.resolve().is_relative_to(spec.resolve())
    except (OSError, RuntimeError):
        return True


def _unreadable(folder: Path, answer: str) -> str | None:
    """Why the bytes of an example cannot be taken from where it says."""
    path = folder / answer
    if not path.is_file():
        return f"there is no file {folder.name}/{answer}"
    if is_outside(path, folder):
        return f"{folder.name}/{answer} is a link that leads out of its folder; put the file itself there"
    if path.stat().st_size > MAX_ANSWER:
        return f"{folder.name}/{answer} has more than {MAX_ANSWER} bytes (64 MiB); record a smaller answer"
    return None


def _example(scope: Scope, node: Node, operation: ir.Operation, service: ir.Service) -> ir.Example:
    ids = [server.id for server in service.servers]
    server = node.text("server")
    if server is not None and scope.complete:
        scope.known(node["server"], server, ids, "server-unknown", "server of this service")
    kind = "cgi" if isinstance(service.transport, ir.Cgi) else "json-rpc"
    order = {each.name: index for index, each in enumerate(operation.parameters)}
    arguments = sorted(
        node["arguments"].members(), key=lambda each: (order.get(each[0], len(order)), each[0])
    )
    return ir.Example(
        name=node.word("name"),
        summary=node.word("summary").strip(),
        arguments=tuple((name, _json(each.value)) for name, each in arguments),
        server=server or service.default_server or _first_server(service, operation),
        answer=node.text("answer"),
        status=node.integer("status") or 200,
        content_type=node.text("content_type") or CONTENT_TYPES[kind],
        expect=node.word("expect"),
        origin=node.word("origin"),
    )


def _first_server(service: ir.Service, operation: ir.Operation) -> str:
    """The first server, by name, that offers the operation."""
    offering = service.offering(operation.endpoint)
    return offering[0].id if offering else ""


def _json(value: Data) -> ir.JsonValue:
    if isinstance(value, list):
        return [_json(each) for each in value]
    if isinstance(value, dict):
        return {key: _json(each) for key, each in value.items()}
    return value


def _check_arguments(scope: Scope, node: Node, operation: ir.Operation) -> None:
    by_name = {each.name: each for each in operation.parameters}
    lowered = {each.argument for each in operation.query if each.codec == "lower"}
    given = node["arguments"]
    for name, each in given.members():
        if not scope.known(each, name, by_name, "example-arguments", "parameter of this operation"):
            continue
        value = each.value.lower() if name in lowered and isinstance(each.value, str) else each.value
        optional_null = value is None and not by_name[name].required
        if not optional_null and not any(
            fits(v, by_name[name].shape, scope.types) for v in (value, each.value)
        ):
            scope.report(each, "example-arguments", f'this value does not fit the shape of "{name}"')
    for name, parameter in by_name.items():
        if parameter.required and name not in given:
            scope.report(given, "example-arguments", f'the required argument "{name}" is missing')


def _check_expect(
    scope: Scope, node: Node, operation: ir.Operation, service: ir.Service, expect: str
) -> None:
    classes = {name for name, _ in errors(operation.result)} | {each.error for each in operation.broken}
    if isinstance(service.transport, ir.JsonRpc):
        classes.add(service.transport.fault)
    pending = isinstance(operation.result, ir.Select) and any(
        a.meaning == "pending" for a in operation.result.arms
    )
    choices = ["answer", *(["pending"] if pending else []), *sorted(classes)]
    misspelt = (
        not classes <= scope.errors
    )  # reported where it stands; the example may be the one that is right
    if expect and expect not in choices and not (misspelt and expect in scope.errors):
        scope.known(node["expect"], expect, choices, "example-expect", "outcome of this operation")
