"""The page ``coverage.md``: every operation and server, and every recorded answer with what it ends in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from codegen import ir
from codegen.emit.docs.markdown import code, link, prose, table, text

HEAD = """\
# Coverage

Generated from the description; do not edit. Change the spec, then run `make generate`.

What is described of each service, on which servers, how well it is known, and from which sources; and what
every recorded answer ends in: a typed result (*answer*, or *pending* where the server asks to wait) or a
class of errors.

- *Stability*: documented by the service, observed on a server, or read in a source only.
- *Effect*: what is sent again when an exchange fails on the way: `read` and `bulk`, which only give; `dedup`
  once, as the server knows it again; `read-once` and `write` never.
- *Evidence*: the sources, each explained at the end of its service.

"""


def page(package: ir.Package) -> str:
    """The whole page."""
    parts = [HEAD, _overview(package)]
    for service in package.services:
        recorded = [each for each in package.recordings if each.service == service.name]
        parts += _service(service, recorded)
    return "".join(parts)


def _overview(package: ir.Package) -> str:
    head = ["service", "what", "operations", "servers", "removed", "not described", "recorded answers"]
    return table(head, (_counts(package, service) for service in package.services))


def _counts(package: ir.Package, service: ir.Service) -> list[str]:
    recorded = sum(each.service == service.name for each in package.recordings)
    things = (service.operations, service.servers, service.removed, service.undescribed)
    counts = [*map(len, things), recorded]
    return [f"[{code(service.name)}](#{service.name})", prose(service.note.summary), *map(str, counts)]


def _service(service: ir.Service, recorded: list[ir.Recording]) -> Iterator[str]:
    yield f"\n## {service.name}\n"
    yield "\n### Servers\n\n"
    yield table(
        ["server", "what", "address", "operations"], (_server(service, each) for each in service.servers)
    )
    yield "\n### Operations\n\n"
    head = ["operation", "what", "servers", "stability", "effect", "evidence", "examples"]
    yield table(head, (_operation(service, each) for each in service.operations))
    if service.removed:
        yield "\n### Removed\n\nThere once; the servers do not know them any more.\n\n"
        yield table(["operation", "what", "until", "instead", "evidence"], map(_removed, service.removed))
    if service.undescribed:
        yield "\n### Known, not described\n\nToo little is known to call them.\n\n"
        yield table(["address", "what", "evidence"], map(_undescribed, service.undescribed))
    yield from _recordings(service, recorded)
    yield "\n### Sources\n\nIn the order in which they are met above; those of members come last.\n\n"
    yield table(["source", "what"], ([text(tag), text(what)] for tag, what in _sources(service)))


# Rows.


def _server(service: ir.Service, server: ir.Server) -> list[str]:
    offered = sum(server in service.offering(each.endpoint) for each in service.operations)
    what = f"{text(server.title)}: {prose(server.note.summary)}"
    return [code(server.id), what, code(server.base_url), f"{offered} of {len(service.operations)}"]


def _operation(service: ir.Service, operation: ir.Operation) -> list[str]:
    what = prose(operation.note.summary)
    if operation.deprecated is not None:
        what += f" Deprecated: {prose(operation.deprecated)}"
    return [
        link(operation.name, f"{service.name}/{operation.name}.md"),
        what,
        server_words(service, operation),
        operation.stability,
        effect_words(operation),
        _evidence(operation.note),
        str(len(operation.examples)),
    ]


def server_words(service: ir.Service, operation: ir.Operation) -> str:
    """Which servers offer an operation."""
    offering = service.offering(operation.endpoint)
    if len(offering) == len(service.servers) > 1:
        return f"all {len(offering)}"
    return ", ".join(code(each.id) for each in offering)


def effect_words(operation: ir.Operation) -> str:
    """What of an operation may be sent again."""
    by = operation.effect_by
    if by is None:
        return operation.effect
    return f"{by.given} with {code(by.argument)}, else {by.otherwise}"


def _removed(removed: ir.Removed) -> list[str]:
    instead = "" if removed.instead is None else code(removed.instead)
    summary = prose(removed.note.summary)
    return [code(removed.name), summary, text(removed.until), instead, _evidence(removed.note)]


def _undescribed(undescribed: ir.Undescribed) -> list[str]:
    return [code(undescribed.url), prose(undescribed.note.summary), _evidence(undescribed.note)]


def _evidence(note: ir.Note) -> str:
    return ", ".join(text(tag) for tag in note.source)


def _sources(service: ir.Service) -> list[tuple[str, str]]:
    """The sources in the order in which the tables before them name them."""
    notes = (
        *(each.note for each in service.operations),
        *(each.note for each in service.removed),
        *(each.note for each in service.undescribed),
    )
    meant = dict(service.sources)
    met = [tag for note in notes for tag in note.source]
    return [(tag, meant[tag]) for tag in dict.fromkeys([*met, *meant])]


# Recorded answers.


def _recordings(service: ir.Service, recorded: list[ir.Recording]) -> Iterator[str]:
    if not recorded:
        return
    yield f"\n### Recorded answers\n\n{_sum(recorded)}\n\n"
    yield table(["operation", "recorded answer", "ends in"], map(_recording, recorded))
    tried = {each.operation for each in recorded}
    untried = [code(each.name) for each in service.operations if each.name not in tried]
    if untried:
        yield f"\nNo answer has been recorded of {', '.join(untried)}.\n"


def _sum(recorded: Iterable[ir.Recording]) -> str:
    counts = Counter(each.outcome for each in recorded)
    said = ", ".join(f"{counts[each]} {each}" for each in sorted(counts, key=_rank))
    return f"{counts.total()} in all: {said}."


def _rank(outcome: str) -> tuple[bool, bool, str]:
    """Answers first, then what is pending, then errors by name."""
    return outcome != "answer", outcome != "pending", outcome


def _recording(recording: ir.Recording) -> list[str]:
    operation = "every operation" if recording.operation is None else code(recording.operation)
    outcome = recording.outcome
    if recording.asked is not None:
        outcome += f", asked otherwise: {text(recording.asked)}"
    return [operation, code(recording.file), outcome]
