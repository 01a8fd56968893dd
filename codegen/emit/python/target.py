"""Python: a package with one module per operation, typed clients, and the faces of the documents."""

from __future__ import annotations

import json
from collections.abc import Mapping

from codegen import ir
from codegen.emit.jsonschema.shapes import envelope_schema, request_schema, response_schema
from codegen.formatting import format_python
from codegen.literals import docstring
from codegen.naming import RUNTIME_ERRORS, ClassName, PyName

from . import views, walk
from .checks import Statements
from .declarations import declarations
from .operations import error_class
from .operations import operation as operation_view
from .render import render
from .results import packed_classes
from .runtime import RUNTIME, face_functions, has_methods, public_names
from .tables import is_table

TABLES = ("Column", "Table")
"""Classes of the runtime that users get from answers that are tables."""


def emit(package: ir.Package, assets: object = None) -> dict[str, bytes]:
    """The files of the Python package, by path below the output folder."""
    files = package_files(package)
    modules = {path: text for path, text in files.items() if path.endswith(".py")}
    files |= format_python(modules, (RUNTIME,))
    return {f"python/{path}": text.encode() for path, text in files.items()}


def package_files(package: ir.Package, *, name: str | None = None, runtime: str = RUNTIME) -> dict[str, str]:
    """The package's files, unformatted.

    ``runtime``: the module that the runtime is imported from at the package's top;
    one that begins with a dot gains one for the service packages below it.
    """
    root = name or package.name
    below = f".{runtime}" if runtime.startswith(".") else runtime
    files = {
        f"{root}/__init__.py": _root(package, runtime),
        f"{root}/__main__.py": _program(package, runtime),
        f"{root}/py.typed": "",
    }
    for service in package.services:
        files |= {
            f"{root}/{service.name}/{path}": text for path, text in _service(package, service, below).items()
        }
    return files


def _service(package: ir.Package, service: ir.Service, runtime: str) -> dict[str, str]:
    shown = [operation_view(service, each) for each in service.operations]
    shared = _shared(service)
    common: dict[str, object] = {"runtime": runtime, "path": service.path}
    errors = [error.name for error in service.errors]
    files = {
        "__init__.py": _package(service, shared, shown, runtime),
        "errors.py": _errors(service, common),
        "servers.py": _servers(package, service, common),
        "operations.py": _operations(service, common),
        "clients.py": _clients(package, service, common),
    }
    if service.environment:
        doc = docstring("The environment variables that users of the service set, by name.")
        values = {**common, "variables": [_variable(each) for each in service.environment], "doc": doc}
        files["environment.py"] = render("environment.py.jinja", values)
    if shared.statements:
        path = service.path.replace("service.yaml", "types.yaml")
        files["types.py"] = render("types.py.jinja", {**common, "path": path, "declarations": shared})
    for view in shown:
        values = {
            **common,
            "path": view.path,
            "op": view,
            "errors": errors,
            "shared": [*shared.names, *shared.helpers],
        }
        files[f"{view.name}.py"] = render("operation.py.jinja", values)
    for each in service.operations:
        files[f"schemas/{each.name}.request.json"] = _json(request_schema(service, each))
        files[f"schemas/{each.name}.response.json"] = _json(response_schema(service, each))
    if isinstance(service.transport, ir.JsonRpc):
        files["schemas/envelope.json"] = _json(envelope_schema(service))
    return files | _face(service, shared, shown, common)


def _shared(service: ir.Service) -> views.Declarations:
    types = walk.types_of(service)
    used = frozenset(
        name
        for each in service.operations
        for name in walk.closure(walk.answer_refs(each.result), walk.types_of(service, each))
    ) | frozenset(broken.answer.name for each in service.operations for broken in each.broken)
    # A type that the runtime has a class for is that class.
    own = public_names(service.name)
    names = [each.name for each in service.types if ClassName.of(each.name) not in own]
    return declarations(service, names, types, used, Statements(types))


def _errors(service: ir.Service, common: Mapping[str, object]) -> str:
    fault = service.transport.fault if isinstance(service.transport, ir.JsonRpc) else None
    errors = [
        error_class(error, "RpcFault" if error.name == fault else "RemoteError") for error in service.errors
    ]
    return render("errors.py.jinja", {**common, "errors": errors})


def _servers(package: ir.Package, service: ir.Service, common: Mapping[str, object]) -> str:
    values = {
        **common,
        "servers": [_server(each) for each in service.servers],
        "elsewhere": _elsewhere(package, service),
        "undescribed": {each.url: each.note.summary for each in service.undescribed},
        "rpc": service.transport if isinstance(service.transport, ir.JsonRpc) else None,
        "doc": docstring("The servers by id, in any case."),
    }
    return render("servers.py.jinja", values)


def _elsewhere(package: ir.Package, service: ir.Service) -> dict[str, str]:
    """The hosts of the package's other services, each with what it is; hosts of its own are none of them."""
    own = {_host(each) for each in service.servers}
    others = [(_host(each), other.name) for other in package.services for each in other.servers]
    return {host: name for host, name in sorted(others) if host not in own}


def _host(server: ir.Server) -> str:
    return server.base_url.split("/")[2].partition(":")[0].lower()


def _variable(variable: ir.Variable) -> dict[str, object]:
    """What is said of a variable; what is as usual is left out."""
    more = {
        "pattern": variable.pattern,
        "sets": variable.sets,
        "secret": variable.secret,
    }
    return {
        "name": variable.name,
        "holds": variable.holds,
        "summary": variable.note.summary,
        "example": variable.example,
        "more": {key: value for key, value in more.items() if value},
    }


def _server(server: ir.Server) -> dict[str, object]:
    return {
        "id": server.id,
        "title": server.title,
        "base_url": server.base_url,
        "endpoints": dict(server.endpoints),
        "settings": dict(server.settings),
    }


def _operations(service: ir.Service, common: Mapping[str, object]) -> str:
    is_cgi = isinstance(service.transport, ir.Cgi)
    kind, module = ("CgiOperation", "cgi") if is_cgi else ("RpcOperation", "rpc")
    names = [each.name for each in service.operations]
    removed = [(each.name, _removed(each)) for each in service.removed]
    values = {**common, "kind": kind, "module": module, "names": names, "removed": removed}
    return render("operations.py.jinja", values)


def _removed(gone: ir.Removed) -> str:
    """What became of an operation, in one line."""
    instead = f" Use {gone.instead}." if gone.instead else ""
    return f"removed, {gone.until}. {gone.note.summary}{instead}"


def _clients(package: ir.Package, service: ir.Service, common: Mapping[str, object]) -> str:
    values = {
        **common,
        "names": [each.name for each in service.operations],
        "doc": docstring("\n\n".join([service.note.summary, service.note.doc.strip(), _CLIENT]), 4),
        "default_server": service.default_server,
        "methods": f"{common['runtime']}.{service.name}.client" if has_methods(service.name) else None,
        "user_agent": f"{package.name}/{package.version}",
    }
    return render("clients.py.jinja", values)


_CLIENT = """Parameters
----------
server : str or ServerConfig, optional
    Id (any case), configuration, or base URL.
base_url, deadline, timeout, attempts, session, strict
    By keyword; see `BaseClient`."""


def _face(
    service: ir.Service,
    shared: views.Declarations,
    operations: list[views.Operation],
    common: Mapping[str, object],
) -> dict[str, str]:
    face = service.face
    if face is None:
        return {}
    operations = [each for each in operations if each.in_face]
    own = face_functions(service.name) if face.style == "functions" else ()
    operations = [each for each in operations if each.name not in own]
    local = [(each.name, list(each.declarations.names)) for each in operations if each.declarations.names]
    text = "\n\n".join(part for part in (face.note.summary, face.note.doc.strip()) if part)
    values: dict[str, object] = {
        **common,
        "name": face.name,
        "operations": operations,
        "shared": shared.names,
        "local": local,
        "default_server": service.default_server or service.servers[0].id,
        "module_names": [each.name for each in operations],
        "module_aliases": [f"{each.name} as _{each.name}" for each in operations],
        "has_environment": bool(service.environment),
        "functions": own,
        "service": service.name,
    }
    if face.style == "class":
        return {
            f"{_face_module(face)}.py": render("face_class.py.jinja", {**values, "doc": docstring(text, 4)})
        }
    return {f"{_face_module(face)}.py": render("face_functions.py.jinja", {**values, "doc": docstring(text)})}


def _face_module(face: ir.Face) -> str:
    return str(PyName.of(face.name))


def _package(
    service: ir.Service, shared: views.Declarations, operations: list[views.Operation], runtime: str
) -> str:
    where: dict[str, str] = {"Client": ".clients", "OPERATIONS": ".operations", "SERVERS": ".servers"}
    where["ServerConfig"] = f"{runtime}.servers"
    where |= dict.fromkeys(public_names(service.name), f"{runtime}.{service.name}")
    if service.undescribed:
        where["UNDESCRIBED"] = ".servers"
    if any(each.has_tables for each in operations):
        where |= dict.fromkeys(TABLES, f"{runtime}.columns")
    where |= dict.fromkeys(packed_classes(service), f"{runtime}.databases")
    where |= {str(ClassName.of(error.name)): ".errors" for error in service.errors}
    where |= dict.fromkeys(shared.names, ".types")
    for each in operations:
        where |= dict.fromkeys(each.declarations.names, f".{each.name}")
    if service.face is not None:
        where[service.face.name] = f".{_face_module(service.face)}"
    text = "\n\n".join(part for part in (service.note.summary, service.note.doc.strip()) if part)
    return _lazy_package(service.path, text, where, runtime, constants=())


def _root(package: ir.Package, runtime: str) -> str:
    where = dict.fromkeys(RUNTIME_ERRORS, f"{runtime}.errors")
    where |= dict.fromkeys(("HttpRequest", "HttpResponse"), f"{runtime}.http")
    where |= {"Problem": f"{runtime}.problems", "ServerConfig": f"{runtime}.servers"}
    where |= dict.fromkeys(("UNSET", "UnsetType"), f"{runtime}.values")
    if any(_has_tables(service) for service in package.services):
        where |= dict.fromkeys(TABLES, f"{runtime}.columns")
    for service in package.services:
        where |= {str(ClassName.of(error.name)): f".{service.name}.errors" for error in service.errors}
        where[service.name] = f".{service.name}"
    text = "\n\n".join(part for part in (package.note.summary, package.note.doc.strip()) if part)
    version = f'__version__ = "{package.version}"'
    return _lazy_package("spec/package.yaml", text, where, runtime, constants=(version,))


def _program(package: ir.Package, runtime: str) -> str:
    subjects = [
        {
            "name": each.name,
            "environment": bool(each.environment),
            "probe": each.probe,
            "arguments": dict(each.operation(each.probe).examples[0].arguments) if each.probe else {},
        }
        for each in package.services
    ]
    return render("program.py.jinja", {"runtime": runtime, "subjects": subjects})


def _has_tables(service: ir.Service) -> bool:
    return any(is_table(each, walk.types_of(service, each)) for each in service.operations)


def _lazy_package(
    path: str, text: str, where: Mapping[str, str], runtime: str, constants: tuple[str, ...]
) -> str:
    by_module: dict[str, list[str]] = {}
    for name, module in sorted(where.items()):
        is_module = module.rpartition(".")[2] == name
        by_module.setdefault("." if is_module else module, []).append(f"{name} as {name}")
    values = {
        "path": path,
        "runtime": runtime,
        "doc": docstring(text),
        "imports": sorted(by_module.items()),
        "constants": constants,
        "public": sorted(where, key=_in_listing),
        "where": sorted(where.items()),
    }
    return render("package.py.jinja", values)


def _in_listing(name: str) -> tuple[int, str]:
    """Constants, then classes, then the rest: the order that formatters want in ``__all__``."""
    return (0 if name.isupper() else 1 if name[0].isupper() else 2, name)


def _json(document: object) -> str:
    # For programs, and therefore on one line; the target for other languages lays them out for people.
    return json.dumps(document, separators=(",", ":")) + "\n"
