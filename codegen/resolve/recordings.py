"""Recorded answers and what each ends in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from codegen import ir
from codegen.explain import suggest
from codegen.problems import Problems
from codegen.resolve.node import Node

REFUSALS = (
    "BodyTooLarge",
    "EnvelopeMismatch",
    "HttpStatusError",
    "Malformed",
    "NotJson",
    "RateLimited",
    "SchemaMismatch",
    "ServerUnavailable",
)
"""The classes, besides those of a service, for answers that are there and are not taken."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A recorded answer and where it stands; the operation is ``None`` where all are meant."""

    service: str
    operation: str | None
    file: str
    node: Node

    @property
    def outcome(self) -> Node:
        """The word, by itself or beside what was asked."""
        return self.node["outcome"] if isinstance(self.node.value, dict) else self.node


def recordings(node: Node) -> tuple[ir.Recording, ...]:
    """The recorded answers by service, operation and file."""
    found = [
        ir.Recording(
            service=each.service,
            operation=each.operation,
            file=each.file,
            outcome=each.outcome.value if isinstance(each.outcome.value, str) else "",
            asked=each.node.text("asked"),
        )
        for each in _every(node)
    ]
    return tuple(sorted(found, key=lambda each: (each.service, each.operation or "", each.file)))


def check_recordings(problems: Problems, node: Node, services: tuple[ir.Service, ...]) -> None:
    """Every recorded answer is listed once, and names what there is."""
    by_name = {each.name: each for each in services}
    for name, each in node.members():
        if name not in by_name:
            hint = suggest(name, list(by_name))
            problems.report(each.place, "recording-unknown", f'there is no service "{name}"{hint}')
    first: dict[str, _Found] = {}
    for found in _every(node):
        other = first.setdefault(found.file, found)
        if other is not found:
            message = f'"{found.file}" is listed already, for {other.operation or "every operation"}'
            problems.report(found.node.place, "recording-duplicate", message)
        if found.service in by_name:
            _check(problems, found, by_name[found.service])


def _check(problems: Problems, found: _Found, service: ir.Service) -> None:
    operations = [each.name for each in service.operations]
    if found.operation is not None and found.operation not in operations:
        hint = suggest(found.operation, operations)
        message = f'{service.name} has no operation "{found.operation}"{hint}'
        problems.report(found.node.place, "recording-unknown", message)
    outcome = found.outcome
    known = ["answer", "pending", *sorted({*(each.name for each in service.errors), *REFUSALS})]
    if isinstance(outcome.value, str) and outcome.value not in known:
        hint = suggest(outcome.value, known) or f"; known are {', '.join(known)}"
        message = f'"{outcome.value}" is no outcome and no error class{hint}'
        problems.report(outcome.place, "recording-unknown", message)


def _every(node: Node) -> Iterator[_Found]:
    for service, said in node.members():
        for file, each in said["every_operation"].members():
            yield _Found(service, None, file, each)
        for operation, answers in said["operations"].members():
            for file, each in answers.members():
                yield _Found(service, operation, file, each)
