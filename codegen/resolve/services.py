"""A service folder to a service of the model."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from codegen import ir
from codegen.load import Document
from codegen.naming import (
    BUILTINS,
    DEVICES,
    ERROR_ATTRIBUTES,
    PACKED_CLASSES,
    RUNTIME_ERRORS,
    TABLE_CLASSES,
    FileName,
    PyName,
    UnsafeName,
)
from codegen.problems import Problems
from codegen.resolve import operations as files
from codegen.resolve.environment import environment, probe
from codegen.resolve.node import Node
from codegen.resolve.results import errors as raised
from codegen.resolve.scope import Scope
from codegen.resolve.shapes import check_pattern
from codegen.resolve.table_use import Place, check_tables
from codegen.resolve.types import check_unused, named_types
from codegen.resolve.values import member, record

TAKEN_ERRORS = frozenset({*RUNTIME_ERRORS, "RpcFault"})
"""Names of classes that generated modules have from elsewhere."""


@dataclass(frozen=True, slots=True)
class Folder:
    """The files of one service."""

    path: Path
    service: Document
    types: Document | None
    operations: tuple[tuple[str, Document], ...]
    """Stem of the file, and the file."""

    @property
    def readable(self) -> bool:
        files = [self.service, *(each for _, each in self.operations), *([self.types] if self.types else [])]
        return all(each.readable for each in files)


def service(folder: Folder, problems: Problems, corrections: tuple[ir.Correction, ...] | None) -> ir.Service:
    """The service, its operations included; everything wrong is reported."""
    node = Node(folder.service.data, folder.service.place)
    complete = folder.service.readable and (folder.types is None or folder.types.readable)
    sources = frozenset(key for key, _ in node["sources"].members())
    names = frozenset(key for key, _ in node["errors"].members())
    scope = Scope(problems, sources, names, corrections, complete=complete)
    types_node = (
        Node(folder.types.data, folder.types.place)["types"] if folder.types else Node(None, node.place)
    )
    types = named_types(scope, types_node)
    scope.finish()
    found = replace(_frame(scope, node, folder), types=types)
    operations: list[ir.Operation] = []
    used: set[str] = set()
    for stem, document in folder.operations:
        if document.readable:
            each, names_used = files.operation(
                scope, Node(document.data, document.place), found, folder.path, stem
            )
            operations.append(each)
            used.update(names_used)
    found = replace(found, operations=tuple(sorted(operations, key=lambda each: each.name)))
    found = replace(found, removed=_removed(scope, node["removed"], found, complete=folder.readable))
    found = replace(found, probe=probe(scope, node["probe"], found, complete=folder.readable))
    if folder.readable:
        if not scope.astray:
            check_unused(scope, [each.name for each in types], used, types_node, "operation")
        _check_extracts(scope, node["errors"], found)
        _check_tables(folder, scope, types_node, found)
    _check_class_names(folder, scope, types_node, found)
    _check_face(scope, node["face"]["name"], found)
    return found


def _frame(scope: Scope, node: Node, folder: Folder) -> ir.Service:
    """All of the service but its types and operations."""
    name = node.word("service") or folder.path.name
    if name != folder.path.name:
        message = f'the service "{name}" belongs into a folder {name}; this one is {folder.path.name}'
        scope.report(node["service"], "file-name", message)
    scope.module_name(node["service"], name, FileName)
    transport = _transport(scope, node["transport"])
    servers = tuple(_server(scope, key, each, transport) for key, each in node["servers"].sorted_members())
    default = node.text("default_server")
    if default is not None:
        ids = [each.id for each in servers]
        scope.known(node["default_server"], default, ids, "server-unknown", "server of this service")
    return ir.Service(
        name=name,
        note=scope.note(node),
        transport=transport,
        servers=servers,
        default_server=default,
        errors=tuple(_error_class(scope, key, each) for key, each in node["errors"].sorted_members()),
        face=_face(scope, node["face"]),
        types=(),
        operations=(),
        sources=tuple((key, str(each.value)) for key, each in node["sources"].sorted_members()),
        environment=environment(scope, node["environment"], node["face"]["environment"], servers),
        undescribed=tuple(
            ir.Undescribed(each.word("url"), scope.note(each)) for each in node["undescribed"].items()
        ),
        path=f"spec/{name}/service.yaml",
    )


def _transport(scope: Scope, node: Node) -> ir.Cgi | ir.JsonRpc:
    if node.text("kind") != "json-rpc":
        return ir.Cgi(node.word("charset"))
    packed = node["packed"]
    return ir.JsonRpc(
        version=node.word("version"),
        path=node.word("path"),
        fault=scope.error(node["fault"]),
        packed_marker=packed.text("marker"),
        packed_payload=packed.text("payload"),
        html_escaped=node.flag("html_escaped"),
    )


def _server(scope: Scope, name: str, node: Node, transport: ir.Cgi | ir.JsonRpc) -> ir.Server:
    if isinstance(transport, ir.JsonRpc):
        for key in ("endpoints", "settings"):
            if key in node:
                scope.report(node[key], "transport-misuse", f"{key} belongs to cgi; this service is json-rpc")
    return ir.Server(
        id=name,
        title=node.word("title"),
        note=scope.note(node),
        base_url=node.word("base_url"),
        endpoints=_texts(node["endpoints"]),
        settings=_texts(node["settings"]),
    )


def _texts(node: Node) -> tuple[tuple[str, str], ...]:
    return tuple((key, each.value) for key, each in node.sorted_members() if isinstance(each.value, str))


def _error_class(scope: Scope, name: str, node: Node) -> ir.ErrorClass:
    scope.class_name(node, name)
    if name in TAKEN_ERRORS:
        scope.report(node, "error-collides", f"every package has an error {name}; choose another name")
    return ir.ErrorClass(
        name,
        scope.note(node),
        tuple(_extract(scope, key, each) for key, each in node["extract"].sorted_members()),
    )


def _extract(scope: Scope, name: str, node: Node) -> ir.Extract:
    scope.module_name(node, name)
    if name in ERROR_ATTRIBUTES:
        scope.report(
            node, "name-collides", f'every error has an attribute "{name}" already; take another name'
        )
    pattern = node.word("pattern")
    check_pattern(scope, node["pattern"], pattern, shared=False)
    return ir.Extract(name, node.word("member"), pattern, node.flag("every"), scope.note(node))


def _face(scope: Scope, node: Node) -> ir.Face | None:
    if node.value is None:
        return None
    name, style = node.word("name"), node.text("style")
    if style == "class":
        scope.class_name(node["name"], name)
    elif name != name.lower() or name in BUILTINS:
        scope.report(node["name"], "face-misuse", f'"{name}" is a module, so it is written in small letters')
    else:
        scope.module_name(node["name"], name)
    if style == "class" and "environment" in node:
        scope.report(node["environment"], "face-misuse", "a class is told its server; only functions read it")
    return ir.Face("class" if style == "class" else "functions", name, scope.note(node))


def _check_face(scope: Scope, node: Node, found: ir.Service) -> None:
    """A face has a name to itself, and so has the module that is called after it."""
    name = found.face.name if found.face is not None else ""
    try:
        module = PyName.of(name)
    except UnsafeName:
        return  # reported where the name was read, or there is no face
    operations = {each.name for each in found.operations}
    whose = {
        f'the module "{module}" of every service': module in files.MODULES,
        f'the operation "{module}"': module in operations,
        f'the error class "{name}"': name in TAKEN_ERRORS or name in {each.name for each in found.errors},
        "a device on Windows": module in DEVICES,
    }
    for other, is_taken in whose.items():
        if is_taken:
            scope.report(
                node, "face-misuse", f'"{name}" would stand in the place of {other}; choose another name'
            )


def _removed(scope: Scope, node: Node, found: ir.Service, *, complete: bool) -> tuple[ir.Removed, ...]:
    """What there was once, for the record; none of it is an operation, and what to call instead is."""
    names = [each.name for each in found.operations]
    gone: list[ir.Removed] = []
    for name, each in node.sorted_members():
        scope.module_name(each, name)
        if name in names:
            scope.report(
                each, "removed-operation", f'"{name}" is described in {name}.yaml; it is not removed'
            )
        instead = each.text("instead")
        if instead is not None and complete:
            scope.known(each["instead"], instead, names, "removed-operation", "operation of this service")
        gone.append(ir.Removed(name, scope.note(each), each.word("until"), instead))
    return tuple(gone)


def _check_extracts(scope: Scope, node: Node, found: ir.Service) -> None:
    """An attribute that no answer of its error can fill is a mistake."""
    for error in found.errors:
        for extract in error.extract:
            records = [
                record(shape, {each.name: each for each in (*found.types, *operation.types)})
                for operation in found.operations
                for name, shape in raised(operation.result)
                if name == error.name
            ]
            known = [each for each in records if each is not None]
            if known and not any(member(each, extract.member) for each in known):
                message = f'no answer that leads to {error.name} has the member "{extract.member}"'
                scope.report(node[error.name]["extract"][extract.name]["member"], "extract-member", message)


def _check_tables(folder: Folder, scope: Scope, types_node: Node, found: ir.Service) -> None:
    """Tables, columns and where their types come from, operation by operation."""
    documents = dict(folder.operations)
    for each in found.operations:
        if each.name in documents:
            document = documents[each.name]
            check_tables(scope, found, each, _places(Node(document.data, document.place), types_node))


def _places(node: Node, types_node: Node) -> Place:
    def named(name: str) -> Node:
        own = node["types"]
        return own[name] if name in own else types_node[name]

    return Place(node, named)


def _check_class_names(folder: Folder, scope: Scope, types_node: Node, found: ir.Service) -> None:
    """Types, sentinels, errors and the face become classes of one module: no name twice."""
    taken = {each.name: "an error class of this service" for each in found.errors}
    taken |= dict.fromkeys(TAKEN_ERRORS, "an error class that every package has")
    if found.face is not None and found.face.style == "class":
        taken[found.face.name] = "the face of this service"
    frame = Node(folder.service.data, folder.service.place)
    for name in sorted(set(TABLE_CLASSES) & taken.keys()):
        place = frame["errors"][name] if name in frame["errors"] else frame["face"]["name"]
        scope.report(place, "type-collides", f'services with tables have a class "{name}" already')
    taken |= dict.fromkeys(TABLE_CLASSES, "a class that services with tables have")
    taken |= dict.fromkeys(PACKED_CLASSES, "a class that services with packed answers have")
    documents = dict(folder.operations)
    groups: list[tuple[str, Node, tuple[ir.TypeDef, ...]]] = [("types.yaml", types_node, found.types)]
    for operation in found.operations:
        document = documents.get(operation.name)
        if document is not None:
            types = Node(document.data, document.place)["types"]
            groups.append((f"{operation.name}.yaml", types, operation.types))
    for file, node, defined in groups:
        for each in defined:
            for name in (each.name, *_sentinels(each)):
                if name in taken:
                    scope.report(
                        node[each.name], "type-collides", f'"{name}" is the name of {taken[name]} already'
                    )
                taken.setdefault(name, f"a type in {file}")


def _sentinels(found: ir.TypeDef) -> tuple[str, ...]:
    return tuple(each.name for each in found.shape.sentinels) if isinstance(found.shape, ir.Text) else ()
