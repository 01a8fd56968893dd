"""The environment variables of a service, and the question that shows whether a server answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from codegen import ir
from codegen.document import dialect
from codegen.fine import compiled
from codegen.resolve.node import Node
from codegen.resolve.scope import Scope
from codegen.resolve.shapes import check_pattern
from codegen.resolve.values import fits

Role = Literal["base_url", "server"]
KINDS: dict[str, ir.Holds] = {"url": "url", "server": "server", "folder": "folder", "text": "text"}
HOLDS: dict[Role, ir.Holds] = {"base_url": "url", "server": "server"}
"""What a face wants to find in the variables that it reads ..."""

SUMMARIES: dict[Role, str] = {
    "base_url": "Base URL of the server.",
    "server": "Id of the server, where no URL is given.",
}
"""... and what those are that nobody describes."""


def environment(
    scope: Scope, node: Node, read: Node, servers: Sequence[ir.Server]
) -> tuple[ir.Variable, ...]:
    """The variables that are described, and those that the face reads."""
    roles: dict[str, Role] = {read.word(role): role for role in HOLDS if read.text(role)}
    described = [_variable(scope, name, each, roles.get(name), servers) for name, each in node.members()]
    names = {each.name for each in described}
    plain = [
        ir.Variable(name, HOLDS[role], ir.Note(SUMMARIES[role]), _example(role, servers), sets=role)
        for name, role in roles.items()
        if name not in names
    ]
    return tuple(sorted((*described, *plain), key=lambda each: each.name))


def _example(role: Role, servers: Sequence[ir.Server]) -> str:
    if not servers:
        return ""
    return servers[0].base_url if role == "base_url" else servers[0].id


def _variable(
    scope: Scope, name: str, node: Node, role: Role | None, servers: Sequence[ir.Server]
) -> ir.Variable:
    said = node.word("holds")
    holds = KINDS.get(said, "text")
    if role is not None and said and holds != HOLDS[role]:
        message = f"the face reads {name} as its {role}, so it holds {HOLDS[role]}"
        scope.report(node["holds"], "variable-use", message)
    found = ir.Variable(
        name,
        holds,
        scope.note(node),
        node.word("example").strip(),
        node.text("pattern"),
        node.flag("secret"),
        role,
    )
    if found.pattern is not None:
        _check_pattern(scope, node, found)
    _check_example(scope, node["example"], found, servers)
    return found


def _check_pattern(scope: Scope, node: Node, found: ir.Variable) -> None:
    check_pattern(scope, node["pattern"], found.pattern or "", shared=False)
    if found.holds != "text":
        message = f"a pattern stands beside holds: text; what a {found.holds} looks like is known"
        scope.report(node["pattern"], "variable-use", message)


def _check_example(scope: Scope, node: Node, found: ir.Variable, servers: Sequence[ir.Server]) -> None:
    if not isinstance(node.value, str):
        return
    match found.holds:
        case "url":
            pattern: str = dialect()["$defs"]["base_url"]["pattern"]
            if not compiled(pattern).search(found.example):
                message = f'"{found.example}" is no URL like http://host/path/'
                scope.report(node, "variable-example", message)
        case "server":
            ids = [each.id for each in servers]
            scope.known(node, found.example, ids, "variable-example", "server of this service")
        case "text" if not fits(found.example, ir.Text(pattern=found.pattern), {}):
            scope.report(node, "variable-example", f'"{found.example}" does not have the pattern')
        case _:
            return


def probe(scope: Scope, node: Node, service: ir.Service, *, complete: bool) -> str | None:
    """The operation that is asked; its first example says what."""
    if not isinstance(node.value, str):
        return None
    by_name = {each.name: each for each in service.operations}
    if node.value not in by_name:
        if complete:
            scope.known(node, node.value, by_name, "probe-operation", "operation of this service")
        return None
    operation = by_name[node.value]
    if operation.effect != "read":
        message = f"{node.value} does more than read (effect: {operation.effect}); choose another operation"
        scope.report(node, "probe-operation", message)
    if not operation.examples:
        scope.report(node, "probe-operation", f"{node.value} has no example, which says what to ask")
    return node.value
