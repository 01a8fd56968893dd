"""The modules that a service has once: types, errors, servers, operations by name, a client, an index."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from codegen import ir

from .docs import errors_of, note_comment
from .layout import Value, call, imports, laid_out, members, statement
from .modules import Module, Written, declarations, head, import_block
from .naming import camel, type_name
from .operations import OperationModule, names
from .quoting import comment, pattern, prose, scalar, string
from .schemas import Schema
from .types import alias, either


def files(package: ir.Package, service: ir.Service) -> dict[str, str]:
    """The modules of a service, by path below its folder."""
    modules = [OperationModule(package, service, each) for each in service.operations]
    written = {each.operation.name: each.written() for each in modules}
    definitions = {name: each for module in modules for name, each in module.definitions.items()}
    types = _types(service, definitions)
    found = {f"{name}.ts": each.text for name, each in written.items()}
    return found | {
        "types.ts": types.text,
        "errors.ts": _errors(service),
        "servers.ts": _servers(package, service),
        "operations.ts": _operations(service),
        "client.ts": _client(service),
        "index.ts": _index(service, types, written),
    }


def _types(service: ir.Service, definitions: Mapping[str, Schema]) -> Written:
    path = service.path.replace("service.yaml", "types.yaml")
    shapes = {each.name: each.shape for each in service.types}
    module = Module(path, definitions, shapes, [each.name for each in service.types])
    parts = declarations(module, service.types, definitions)
    return module.written(parts, [])


# Errors.


def _errors(service: ir.Service) -> str:
    fault = service.transport.fault if isinstance(service.transport, ir.JsonRpc) else None
    answers = {each.name: _answers(service, each.name) for each in service.errors}
    used: dict[str, set[str]] = {}
    for found in answers.values():
        for name, module in found.items():
            used.setdefault(module, set()).add(f"type {type_name(name)}")
    used |= _bases(service, fault) | _readers(service)
    classes = [_error(each, answers[each.name], is_fault=each.name == fault) for each in service.errors]
    return "\n".join([head(service.path), import_block(used), *classes])


def _bases(service: ir.Service, fault: str | None) -> dict[str, set[str]]:
    bases = {"RpcFault" if each.name == fault else "RemoteError" for each in service.errors}
    modules = {"RpcFault": "../runtime/envelope.js", "RemoteError": "../runtime/errors.js"}
    return {modules[each]: {each} for each in bases}


def _readers(service: ir.Service) -> dict[str, set[str]]:
    readers = {"every" if each.every else "first" for error in service.errors for each in error.extract}
    return {"../runtime/patterns.js": readers} if readers else {}


def _answers(service: ir.Service, error: str) -> dict[str, str]:
    """The types of the answers that a class of errors comes with, each with its module."""
    shared = {each.name for each in service.types}
    found: dict[str, str] = {}
    for operation in service.operations:
        for name in _answers_of(operation, error):
            found[name] = "./types.js" if name in shared else f"./{operation.name}.js"
    return found


def _answers_of(operation: ir.Operation, error: str) -> Iterator[str]:
    result = operation.result
    if isinstance(result, ir.Select):
        yield from (arm.shape.name for arm in result.arms if arm.error == error)
        if result.otherwise_error == error:
            yield result.otherwise.name
    elif result.failure is not None and result.failure.error == error and isinstance(result.shape, ir.Ref):
        yield result.shape.name
    yield from (each.answer.name for each in operation.broken if each.error == error)


def _error(error: ir.ErrorClass, answers: Mapping[str, str], *, is_fault: bool) -> str:
    base = "RpcFault"
    before = ""
    if not is_fault:
        base = "RemoteError"
        if answers:
            options = list(map(type_name, answers))
            base = f"RemoteError<{' | '.join(options)}>"
            if len(f"export class {error.name} extends {base} {{") > 100:
                doc = comment([[f"What `{error.name}` comes with."]])
                before = doc + alias(f"{error.name}Answer", either(options)) + "\n"
                base = f"RemoteError<{error.name}Answer>"
    body = [_getter("string", "name", f"return {string(error.name)};", "  override ")]
    for each in error.extract:
        kind = "string[]" if each.every else "string | null"
        reader = "every" if each.every else "first"
        value = call(reader, [pattern(each.pattern), "this.answer", string(each.member)])
        code = f"return {laid_out(value, 4, 11)};"
        body.append(note_comment(each.note, indent=2) + _getter(kind, camel(each.name), code, "  "))
    return (
        f"{before}{note_comment(error.note)}export class {error.name} extends {base} {{\n"
        + "\n".join(body)
        + "}\n"
    )


def _getter(kind: str, name: str, code: str, start: str) -> str:
    return f"{start}get {name}(): {kind} {{\n    {code}\n  }}\n"


# Servers.


def _servers(package: ir.Package, service: ir.Service) -> str:
    transport = service.transport
    parts = [_import_servers(service)]
    if isinstance(transport, ir.JsonRpc):
        doc = comment([["The JSON-RPC dialect of the service."]])
        parts.append(doc + statement("export const PROTOCOL: Protocol = ", _protocol(transport)))
    doc = comment([["The servers by id."]])
    listed = members([(each.id, _server(each)) for each in service.servers], broken=True)
    parts.append(
        f"{doc}export const SERVERS = {laid_out(listed, 0)} as const satisfies Record<string, Server>;\n"
    )
    doc = comment(prose(service.note.summary, 97))
    parts.append(
        doc + statement(f"export const {service.name.upper()}: Service = ", _service(package, service))
    )
    return "\n".join([head(service.path), *parts])


def _import_servers(service: ir.Service) -> str:
    found = imports("../runtime/servers.js", ["Server", "Service"], "import type")
    if isinstance(service.transport, ir.JsonRpc):
        return imports("../runtime/envelope.js", ["Protocol"], "import type") + found
    return found


def _protocol(transport: ir.JsonRpc) -> Value:
    packed: Value = "null"
    if transport.packed_marker is not None and transport.packed_payload is not None:
        packed = members(
            [("marker", string(transport.packed_marker)), ("payload", string(transport.packed_payload))]
        )
    return members(
        [
            ("version", string(transport.version)),
            ("path", string(transport.path)),
            ("packed", packed),
            ("htmlEscaped", scalar(transport.html_escaped)),
        ]
    )


def _server(server: ir.Server) -> Value:
    return members(
        [
            ("id", string(server.id)),
            ("title", string(server.title)),
            ("baseUrl", string(server.base_url)),
            ("endpoints", members([(name, string(path)) for name, path in server.endpoints])),
            ("settings", members([(name, string(value)) for name, value in server.settings])),
        ]
    )


def _service(package: ir.Package, service: ir.Service) -> Value:
    elsewhere = members([(host, string(name)) for host, name in _elsewhere(package, service)])
    sets = {each.sets: string(each.name) for each in service.environment if each.sets is not None}
    environment = members([("baseUrl", sets.get("base_url", "null")), ("server", sets.get("server", "null"))])
    return members(
        [
            ("name", string(service.name)),
            ("servers", "SERVERS"),
            ("defaultServer", scalar(service.default_server)),
            ("environment", environment),
            ("elsewhere", elsewhere),
        ]
    )


def _elsewhere(package: ir.Package, service: ir.Service) -> list[tuple[str, str]]:
    """The hosts of the package's other services, each with what it is; hosts of its own are none of them."""
    own = {_host(each) for each in service.servers}
    others = [(_host(each), other.name) for other in package.services for each in other.servers]
    return list({host: name for host, name in sorted(others) if host not in own}.items())


def _host(server: ir.Server) -> str:
    return server.base_url.split("/")[2].partition(":")[0].lower()


# All operations at once.


def _operations(service: ir.Service) -> str:
    used = {f"./{each.name}.js": {camel(each.name)} for each in service.operations}
    doc = comment([["The operations of the service, by the names of the documents."]])
    listed = members([(each.name, camel(each.name)) for each in service.operations], broken=True)
    body = f"{doc}export const OPERATIONS = {laid_out(listed, 0)} as const;\n"
    return "\n".join([head(service.path), *_allowed(service), import_block(used), body])


def _allowed(service: ir.Service) -> list[str]:
    """What tells linters that deprecated operations are meant."""
    if not any(each.deprecated for each in service.operations):
        return []
    rule = "@typescript-eslint/no-deprecated"
    return [f"/* eslint-disable {rule} -- all operations are here, the deprecated ones too */\n"]


def _client(service: ir.Service) -> str:
    used = {
        "../runtime/client.js": {"BaseClient", "type CallOptions", "type ClientOptions"},
        "../runtime/servers.js": {"type Server"},
        "./servers.js": {service.name.upper()},
    }
    for each in service.operations:
        found = names(service, each)
        used[f"./{each.name}.js"] = {found.operation, f"type {found.arguments}", f"type {found.result}"}
    methods = [_constructor(service), *(_method(service, each) for each in service.operations)]
    doc = comment([*prose(service.note.summary, 97), *prose(_CLIENT, 97)])
    body = "\n".join(methods)
    code = f"{doc}export class Client extends BaseClient {{\n{body}}}\n"
    return "\n".join([head(service.path), *_allowed(service), import_block(used), code])


_CLIENT = """Every operation is a method. Who calls few operations and wants a small bundle calls them by
`call` of a `BaseClient`, with the operation from its own module."""


def _constructor(service: ir.Service) -> str:
    doc = comment(
        [
            [
                "@param server - Id (any case), server, or base URL; the default if left out.",
                "@param options - Base URL, limits, and what moves the bytes.",
                "@throws ConfigError - An argument is wrong.",
            ]
        ],
        2,
    )
    return (
        f"{doc}  constructor(server?: string | Server | null, options: ClientOptions = {{}}) {{\n"
        f"    super({service.name.upper()}, server, options);\n  }}\n"
    )


def _method(service: ir.Service, operation: ir.Operation) -> str:
    found = names(service, operation)
    width = 95
    blocks = prose(operation.note.summary, width)
    said = [
        "@param args - The arguments by name.",
        "@param options - Of this call.",
        *(f"@throws {each}" for each in errors_of(service, operation)),
    ]
    doc = comment([*blocks, said], 2)
    needs = any(each.required for each in operation.parameters) or bool(operation.rules)
    usual = "" if needs else " = {}"
    arguments = [f"args: {found.arguments}{usual}", "options?: CallOptions"]
    head_ = f"  {found.operation}({', '.join(arguments)}): Promise<{found.result}> {{"
    if len(head_) > 100:
        inner = "".join(f"    {each},\n" for each in arguments)
        head_ = f"  {found.operation}(\n{inner}  ): Promise<{found.result}> {{"
    return f"{doc}{head_}\n    return this.call({found.operation}, args, options);\n  }}\n"


def _index(service: ir.Service, types: Written, written: Mapping[str, Written]) -> str:
    doc = comment([*prose(service.note.summary, 97), *prose(service.note.doc, 97)]).removesuffix("\n")
    lines = [
        'export { Client } from "./client.js";\n',
        'export * from "./errors.js";\n',
        'export { OPERATIONS } from "./operations.js";\n',
        'export * from "./servers.js";\n',
        'export * from "./types.js";\n',
    ]
    taken = {*types.exports, *(each.name for each in service.errors)}
    for name, each in sorted(written.items()):
        lines.append(_exported(name, each, taken))
        taken |= set(each.exports)
    return "\n".join([head(service.path), f"{doc}\n", "".join(lines)])


def _exported(module: str, written: Written, taken: set[str]) -> str:
    if not taken & set(written.exports):
        return f'export * from "./{module}.js";\n'
    return imports(f"./{module}.js", _fresh(written, taken), "export")


def _fresh(written: Written, taken: set[str]) -> Sequence[str]:
    operation, *types = written.exports
    return [operation, *(f"type {each}" for each in types if each not in taken)]
