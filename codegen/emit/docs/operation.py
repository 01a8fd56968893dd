"""The page of one operation."""

from __future__ import annotations

from collections.abc import Iterator

from codegen import ir
from codegen.emit import Assets
from codegen.literals import literal

from . import samples
from .answers import answers, described_types, errors, retried
from .markdown import blocks, bullets, code, link, paragraph, prose, sections, table
from .parameters import parameters, wire
from .places import ABOVE, Scope, correction_path
from .request import request
from .shapes import reached, shapes_of, types_of

KNOWN_FROM: dict[ir.Stability, str] = {
    "documented": "documented by the service",
    "observed": "observed: in no document, known from what servers answered",
    "source-only": "source-only: in no document, known from the source of the server's programs",
}
LARGEST = 256 * 1024 * 1024
"""Bytes of an answer where the description does not say."""
LONGEST_CALL = 200


def page(package: ir.Package, service: ir.Service, operation: ir.Operation, assets: Assets) -> str:
    """The whole page."""
    scope = Scope(service, operation.name)
    types = types_of(service, operation)
    names = reached(shapes_of(operation), types)
    return sections(
        [f"# {code(operation.name)}\n\n", *_head(scope, operation)],
        _samples(package, scope, operation, assets),
        _detail(scope, operation),
        parameters(scope, operation),
        answers(scope, operation, types),
        errors(scope, operation),
        _limits(scope, operation),
        wire(scope, operation),
        described_types(scope, names, types),
        _corrections(package, operation),
        # The last one: the others have numbered the sources by then.
        _sources(scope, operation),
    )


def _head(scope: Scope, operation: ir.Operation) -> Iterator[str]:
    yield paragraph(f"**{scope.prose(operation.note.summary)}**")
    yield "\n"
    if operation.deprecated is not None:
        yield f"{paragraph(f'*Deprecated.* {scope.prose(operation.deprecated)}')}\n"
    service = scope.service
    offering = service.offering(operation.endpoint)
    which = ", ".join(code(each.id) for each in offering)
    everywhere = len(offering) == len(service.servers)
    facts = [
        ["service", f"[{code(service.name)}](service.md)"],
        ["servers", f"all: {which}" if everywhere else f"{which}; not offered by the others"],
        ["stability", KNOWN_FROM[operation.stability]],
        ["effect", f"{effect(operation)}. {retried(operation)}"],
    ]
    if operation.since is not None:
        facts.append(["since", prose(operation.since)])
    if not operation.in_face:
        facts.append(["new here", "not in the interface of the documents"])
    yield table(["", ""], facts)
    yield "\n"


def _detail(scope: Scope, operation: ir.Operation) -> Iterator[str]:
    if operation.note.doc:
        yield f"## In detail\n\n{blocks(operation.note.doc, scope.names)}\n"


def effect(operation: ir.Operation) -> str:
    """The effect class, which says what may be sent again."""
    by = operation.effect_by
    if by is None:
        return code(operation.effect)
    return f"{code(by.given)} with {code(by.argument)}, else {code(operation.effect)}"


def _samples(package: ir.Package, scope: Scope, operation: ir.Operation, assets: Assets) -> Iterator[str]:
    """One example in every language, and what the others are."""
    service, shown = scope.service, samples.best(operation)
    if shown is None:
        return
    sent = request(service, operation, shown)
    yield "## Example\n\n"
    yield f"{paragraph(prose(shown.summary))}\n"
    yield f"With curl:\n\n{samples.shell(sent)}\n"
    yield f"In Python:\n\n{samples.python(package.name, service, operation, shown)}\n"
    yield f"In TypeScript:\n\n{samples.script(package.name, service, operation, shown)}\n"
    yield f"As it is sent:\n\n{samples.http(sent, _accepted(operation))}"
    answer = samples.answer(service, operation, shown, assets)
    if answer:
        yield f"\nWhat was answered ({prose(shown.origin)}):\n\n{answer}"
    others = [each for each in operation.examples if each is not shown]
    if others:
        yield "\n### More examples\n\n"
        rows = ([prose(each.summary), _call(operation, each), _ends(scope, each)] for each in others)
        yield table(["what", "call", "ends in"], rows)
    yield "\n"


def _accepted(operation: ir.Operation) -> str:
    body = operation.result.body if isinstance(operation.result, ir.Plain) else "json"
    return {"json": "application/json", "text": "text/plain", "bytes": "*/*"}[body]


def _call(operation: ir.Operation, example: ir.Example) -> str:
    given = ", ".join(f"{name}={literal(value)}" for name, value in example.arguments)
    call = f"{operation.name}({given})"
    return code(call) if len(call) <= LONGEST_CALL else code(f"{call[:LONGEST_CALL]}...")


def _ends(scope: Scope, example: ir.Example) -> str:
    return example.expect if example.expect in ("answer", "pending") else scope.error(example.expect)


def _limits(scope: Scope, operation: ir.Operation) -> Iterator[str]:
    largest = operation.max_body if operation.max_body is not None else LARGEST
    items = [f"{scope.prose(each.text)}{_cited(scope, each.source)}" for each in operation.limits]
    if operation.batch is not None:
        name, size = code(operation.batch.argument), operation.batch.size
        items.append(
            f"Of {name} at most {size} go into one request; the client slices what is longer, and merges."
        )
    items.append(f"An answer of more than {largest:,} bytes is refused with {scope.error('BodyTooLarge')}.")
    yield f"## Limits\n\n{bullets(items)}\n"


def _cited(scope: Scope, source: tuple[str, ...]) -> str:
    return f" ({scope.numbers(source)})" if source else ""


def _corrections(package: ir.Package, operation: ir.Operation) -> Iterator[str]:
    found = [each for each in package.corrections if each.id in operation.corrections]
    if found:
        yield "\n## Corrections\n\n"
        yield "Where documents, other clients and servers disagree, and what is done here:\n\n"
        yield bullets(
            f"[{each.id}]({correction_path(each.id)}) *{prose(each.title)}*: {prose(each.decision)}"
            for each in found
        )


def _sources(scope: Scope, operation: ir.Operation) -> Iterator[str]:
    own = scope.numbers(operation.note.source)
    yield "\n## Sources\n\n"
    described = f"Described in {link(operation.path, f'../{ABOVE}{operation.path}')}"
    yield paragraph(f"{described}, from {own}." if own else f"{described}.")
    numbered = scope.sources()
    if numbered:
        yield f"\nThe numbers stand for:\n\n{numbered}"
