"""Numbered places where sources disagree; operations and corrections name each other."""

from __future__ import annotations

from codegen import ir
from codegen.explain import suggest
from codegen.problems import Problems
from codegen.resolve.node import Node


def corrections(problems: Problems, node: Node) -> tuple[ir.Correction, ...]:
    """The corrections by number."""
    found: dict[int, ir.Correction] = {}
    for each in node.items():
        number = each.integer("id") or 0
        if number in found:
            problems.report(each["id"].place, "correction-duplicate", f"the number {number} is used already")
        found.setdefault(number, _correction(each, number))
    return tuple(found[number] for number in sorted(found))


def _correction(node: Node, number: int) -> ir.Correction:
    return ir.Correction(
        id=number,
        title=node.word("title"),
        service=node.word("service"),
        operations=tuple(sorted(node.texts("operations"))),
        documents=node.word("documents").strip("\n"),
        servers=node.word("servers").strip("\n"),
        decision=node.word("decision").strip("\n"),
        evidence=node.texts("evidence"),
    )


def check_corrections(problems: Problems, node: Node, services: tuple[ir.Service, ...]) -> None:
    """Every correction names operations that there are, and that name it."""
    for each in node.items():
        _check_names(problems, each, services)


def _check_names(problems: Problems, node: Node, services: tuple[ir.Service, ...]) -> None:
    number, name = node.integer("id"), node.word("service")
    service = next((each for each in services if each.name == name), None)
    if service is None:
        hint = suggest(name, [each.name for each in services])
        problems.report(node["service"].place, "correction-unknown", f'there is no service "{name}"{hint}')
        return
    by_name = {each.name: each for each in service.operations}
    for each in node["operations"].items():
        if not isinstance(each.value, str):
            continue
        if each.value not in by_name:
            hint = suggest(each.value, list(by_name))
            problems.report(each.place, "correction-unknown", f'{name} has no operation "{each.value}"{hint}')
        elif number not in by_name[each.value].corrections:
            message = f"{name}.{each.value} does not list the correction {number}"
            problems.report(each.place, "correction-unknown", message)
