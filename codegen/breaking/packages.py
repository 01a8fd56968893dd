"""Compares two packages, service by service."""

from __future__ import annotations

from codegen import ir
from codegen.breaking.changes import Change, Changes
from codegen.breaking.operations import compare_operations


def compare_packages(old: ir.Package, new: ir.Package) -> list[Change]:
    """Every change from one description to another."""
    before = {each.name: each for each in old.services}
    after = {each.name: each for each in new.services}
    found: list[Change] = []
    for name in sorted(before.keys() | after.keys()):
        if name not in after:
            found.append(Change(name, "", "service-removed", "the service is gone"))
        elif name not in before:
            found.append(Change(name, "", "service-added", "the service is new"))
        else:
            found.extend(_services(before[name], after[name]))
    return found


def _services(old: ir.Service, new: ir.Service) -> list[Change]:
    changes = Changes(new.name)
    if old.transport != new.transport:
        changes.note("transport-changed", f"{_differences(old.transport, new.transport)}")
    if _face(old) != _face(new):
        changes.note("face-changed", f"{_face(new) or 'there is none'} now; it was {_face(old) or 'none'}")
    before, after = _read(old), _read(new)
    for role, name in sorted(before.items()):
        if new.face is not None and after.get(role) != name:
            said = f"it reads its {role} from {after.get(role, 'no variable')} now; it was {name}"
            changes.note("face-changed", said)
    _servers(old, new, changes)
    _errors(old, new, changes)
    return [*changes.found, *_operations(old, new)]


def _operations(old: ir.Service, new: ir.Service) -> list[Change]:
    found: list[Change] = []
    before = {each.name: each for each in old.operations}
    after = {each.name: each for each in new.operations}
    for name in sorted(before.keys() | after.keys()):
        if name not in after:
            found.append(Change(new.name, name, "operation-removed", "the operation is gone"))
        elif name not in before:
            found.append(Change(new.name, name, "operation-added", after[name].note.summary))
        else:
            found.extend(compare_operations(old, before[name], new, after[name]))
            found.extend(_offers(old, before[name], new, after[name]))
    return found


def _differences(old: ir.Cgi | ir.JsonRpc, new: ir.Cgi | ir.JsonRpc) -> str:
    if type(old) is not type(new):
        return "the service speaks another protocol"
    names = [name for name in type(old).__slots__ if getattr(old, name) != getattr(new, name)]
    return ", ".join(f"{name} is {getattr(new, name)!r}; it was {getattr(old, name)!r}" for name in names)


def _face(service: ir.Service) -> str:
    return f"the {service.face.style} {service.face.name}" if service.face else ""


def _read(service: ir.Service) -> dict[str, str]:
    """The variables that the face reads, by what it reads them as."""
    return {each.sets: each.name for each in service.environment if each.sets is not None}


def _servers(old: ir.Service, new: ir.Service, changes: Changes) -> None:
    before = {each.id: each for each in old.servers}
    after = {each.id: each for each in new.servers}
    for name in sorted(before.keys() | after.keys()):
        if name not in after:
            changes.note("server-removed", f"{name} is gone")
        elif name not in before:
            changes.note("server-added", f"{name} is new")
        else:
            _server(before[name], after[name], changes)
    if old.default_server != new.default_server:
        said = f"{new.default_server or 'none'} now; it was {old.default_server or 'none'}"
        rule = "default-server-changed" if old.default_server else "server-changed"
        changes.note(rule, f"the default is {said}")


def _server(old: ir.Server, new: ir.Server, changes: Changes) -> None:
    if old.base_url != new.base_url:
        changes.note("server-changed", f"{new.id} is at {new.base_url} now; it was {old.base_url}")
    if old.settings != new.settings:
        changes.note("server-changed", f"settings of {new.id} are others")
    after = dict(new.endpoints)
    for key, path in old.endpoints:
        if key in after and after[key] != path:
            changes.note("server-changed", f"{key} of {new.id} is at {after[key]} now; it was {path}")


def _offers(
    old_service: ir.Service, old: ir.Operation, new_service: ir.Service, new: ir.Operation
) -> list[Change]:
    """Servers, kept by both, that offer an operation in one version only."""
    if isinstance(old_service.transport, ir.JsonRpc) or isinstance(new_service.transport, ir.JsonRpc):
        return []
    before = {each.id: old.endpoint in dict(each.endpoints) for each in old_service.servers}
    after = {each.id: new.endpoint in dict(each.endpoints) for each in new_service.servers}
    changes = Changes(new_service.name, new.name)
    for server in sorted(before.keys() & after.keys()):
        if before[server] and not after[server]:
            changes.note("endpoint-removed", f"{server} does not offer it any more")
        if after[server] and not before[server]:
            changes.note("endpoint-added", f"{server} offers it now")
    return changes.found


def _errors(old: ir.Service, new: ir.Service, changes: Changes) -> None:
    before = {name for each in old.errors for name in _error_names(each)}
    after = {name for each in new.errors for name in _error_names(each)}
    for name in sorted(before - after):
        changes.note("error-removed", f"{name} is gone")
    for name in sorted(after - before):
        changes.note("error-added", f"{name} is new")


def _error_names(error: ir.ErrorClass) -> list[str]:
    return [error.name, *(f"{error.name}.{each.name}" for each in error.extract)]
