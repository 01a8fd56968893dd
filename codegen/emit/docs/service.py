"""The page of one service: its operations, servers, types, errors, and what is not there."""

from __future__ import annotations

from collections.abc import Iterator

from codegen import ir

from .coverage import effect_words
from .markdown import blocks, bullets, code, link, paragraph, prose, sections, table, text
from .places import Scope, error_path
from .shapes import reached, shapes_of, types_of


def page(service: ir.Service) -> str:
    """The whole page."""
    scope = Scope(service)
    return sections(
        [f"# {service.name}\n\n", paragraph(f"**{scope.prose(service.note.summary)}**")],
        _operations(scope),
        _about(scope),
        _servers(scope),
        _transport(scope),
        _errors(scope),
        _types(scope),
        _environment(scope),
        _face(scope),
        _gone(scope),
        _sources(scope),
    )


def _about(scope: Scope) -> Iterator[str]:
    if scope.service.note.doc:
        yield f"## About\n\n{blocks(scope.service.note.doc, scope.names)}"


def _operations(scope: Scope) -> Iterator[str]:
    rows = (
        [link(each.name, f"{each.name}.md"), _what(scope, each), effect_words(each), each.stability]
        for each in scope.service.operations
    )
    yield f"## Operations\n\n{table(['operation', 'what', 'effect', 'stability'], rows)}"


def _what(scope: Scope, operation: ir.Operation) -> str:
    summary = scope.prose(operation.note.summary)
    return summary if operation.deprecated is None else f"{summary} *Deprecated.*"


def _servers(scope: Scope) -> Iterator[str]:
    service = scope.service
    yield "## Servers\n\n"
    rows = (
        [
            code(each.id),
            f"{text(each.title)}: {scope.prose(each.note.summary)}",
            code(each.base_url),
            _offered(service, each),
        ]
        for each in service.servers
    )
    yield table(["id", "what", "base URL", "operations"], rows)
    default = service.default_server
    yield "\n"
    yield paragraph(
        "There is no default: the caller says which."
        if default is None
        else f"The default is {code(default)}."
    )
    for each in service.servers:
        settings = ", ".join(f"{code(name)} is {code(value)}" for name, value in each.settings)
        said = [blocks(each.note.doc, scope.names), f"Settings: {settings}.\n" if settings else ""]
        if any(said):
            yield f"\n### Server {code(each.id)}\n\n" + "\n".join(filter(None, said))
    yield "\n"


def _offered(service: ir.Service, server: ir.Server) -> str:
    count = sum(server in service.offering(each.endpoint) for each in service.operations)
    return f"{count} of {len(service.operations)}"


def _transport(scope: Scope) -> Iterator[str]:
    yield "## On the wire\n\n"
    match scope.service.transport:
        case ir.Cgi(charset=charset):
            yield paragraph(
                "Web programs: everything is in the query of a `GET`; answers are JSON inside HTTP 200,"
                f" failures too. A body that is not UTF-8 is read as {charset}."
            )
        case ir.JsonRpc() as protocol:
            yield bullets(_envelope(scope, protocol))
    yield "\n"


def _envelope(scope: Scope, protocol: ir.JsonRpc) -> Iterator[str]:
    place = code(f"{protocol.path}<method>/<id>/")
    yield f"A call is a `POST` of JSON-RPC {prose(protocol.version)} to {place} below the base URL."
    yield "Parameters go by position, all of them, with `null` for what is not given."
    fault = scope.error(protocol.fault)
    yield f"Around every answer are `error`, `id`, `jsonrpc` and `result`; an `error` is raised as {fault}."
    if protocol.packed_marker is not None:
        marker, payload = code(protocol.packed_marker), code(protocol.packed_payload or "")
        yield f"A result with {marker} is packed, and unpacked for you: base64 of gzip of JSON in {payload}."
    if protocol.html_escaped:
        yield "Error texts are HTML-escaped on the wire, and plain for you."


def _errors(scope: Scope) -> Iterator[str]:
    yield "## Errors\n\n"
    yield paragraph("Below `RemoteError`, besides [what every service has](../errors.md):")
    yield "\n"
    rows = (
        [link(each.name, error_path(scope.service, each.name)), scope.prose(each.note.summary)]
        for each in scope.service.errors
    )
    yield table(["class", "means"], rows)
    yield "\n"


def _types(scope: Scope) -> Iterator[str]:
    service = scope.service
    used: dict[str, list[ir.Operation]] = {each.name: [] for each in service.types}
    for each in service.operations:
        types = types_of(service, each)
        for name in reached(shapes_of(each), types):
            if name in used and types[name] in service.types:
                used[name].append(each)
    rows = (
        [code(each.name), scope.prose(each.note.summary), _uses(used[each.name], each.name)]
        for each in service.types
    )
    shown = table(["type", "what", "described with"], rows)
    if shown:
        yield f"## Shared types\n\n{shown}\n"


def _uses(operations: list[ir.Operation], name: str) -> str:
    return ", ".join(f"[{code(each.name)}]({each.name}.md#type-{name.lower()})" for each in operations)


def _environment(scope: Scope) -> Iterator[str]:
    rows = (
        [code(each.name), _variable(scope, each), code(each.example)] for each in scope.service.environment
    )
    shown = table(["variable", "what", "example"], rows)
    if shown:
        yield f"## Environment variables\n\n{shown}\n"


def _variable(scope: Scope, each: ir.Variable) -> str:
    said = [scope.prose(each.note.summary), scope.prose(" ".join(each.note.doc.split()))]
    if each.sets is not None:
        said.append("Read here." if each.sets == "base_url" else "Read here where there is no URL.")
    if each.secret:
        said.append("Secret: never shown.")
    return " ".join(filter(None, said))


def _face(scope: Scope) -> Iterator[str]:
    face = scope.service.face
    if face is not None:
        kind = "The class" if face.style == "class" else "The module"
        yield "## The interface of the documents\n\n"
        yield paragraph(f"{kind} {code(face.name)}: {scope.prose(face.note.summary)}")
        yield f"\n{blocks(face.note.doc, scope.names)}\n" if face.note.doc else "\n"


def _gone(scope: Scope) -> Iterator[str]:
    rows = ([code(each.name), *_removed(scope, each)] for each in scope.service.removed)
    removed = table(["operation", "what", "until", "instead", "sources"], rows)
    if removed:
        yield f"## Removed\n\nThere once; servers do not know these any more.\n\n{removed}\n"
    listed = (
        [code(each.url), scope.prose(each.note.summary), scope.numbers(each.note.source)]
        for each in scope.service.undescribed
    )
    undescribed = table(["address", "what", "sources"], listed)
    if undescribed:
        yield f"## Known, not described\n\nToo little is known to call these.\n\n{undescribed}\n"


def _removed(scope: Scope, each: ir.Removed) -> list[str]:
    what = " ".join(
        filter(None, [scope.prose(each.note.summary), scope.prose(" ".join(each.note.doc.split()))])
    )
    instead = "" if each.instead is None else link(each.instead, f"{each.instead}.md")
    return [what, text(each.until), instead, scope.numbers(each.note.source)]


def _sources(scope: Scope) -> Iterator[str]:
    # A generator, so that what is met above has its number by then; the others come last.
    scope.numbers(tag for tag, _ in scope.service.sources)
    yield f"## Sources\n\n{scope.sources()}"
