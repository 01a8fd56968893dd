"""What people read in their editor: comments by the rules of TSDoc."""

from __future__ import annotations

from codegen import ir

from .layout import call, laid_out
from .literal import literal
from .naming import camel
from .quoting import WIDTH, access, comment, line, prose

Block = list[str]

_KNOWN = {
    "documented": "",
    "observed": "In no document; known from what servers answered.",
    "source-only": "In no document; known from the source of the server's programs only.",
}


def note_comment(
    note: ir.Note, *, indent: int = 0, deprecated: bool = False, default: str | None = None
) -> str:
    """The comment of a type, its sources at the end, or of a member, which is indented."""
    width = WIDTH - indent - 3
    blocks = [*prose(note.summary, width), *prose(note.doc, width)]
    if default is not None:
        blocks.append([f"@defaultValue `{line(default)}`"])
    if deprecated:
        blocks.append(["@deprecated The service goes on writing it for old clients."])
    return comment([*blocks, *([] if indent else _source(note.source, width))], indent)


def _source(source: tuple[str, ...], width: int) -> list[Block]:
    return prose(f"Source: {', '.join(source)}.", width) if source else []


def operation_comment(package: ir.Package, service: ir.Service, operation: ir.Operation) -> str:
    """The comment of an operation: meaning, errors, an example, sources."""
    width = WIDTH - 3
    blocks = [
        *prose(operation.note.summary, width),
        *prose(operation.note.doc, width),
        *prose(_standing(service, operation), width),
        *_source(operation.note.source, width),
        *_throws(service, operation, width),
    ]
    if operation.deprecated is not None:
        blocks.append(_tagged("@deprecated", operation.deprecated, width))
    return comment([*blocks, *_example(package, service, operation)])


def _standing(service: ir.Service, operation: ir.Operation) -> str:
    """How sure the knowledge of an operation is, and which servers have it."""
    offering = [server.title for server in service.offering(operation.endpoint)]
    everywhere = len(offering) == len(service.servers)
    known = _KNOWN[operation.stability]
    return " ".join(
        part for part in (known, "" if everywhere else f"Offered by {', '.join(offering)}.") if part
    )


def _throws(service: ir.Service, operation: ir.Operation, width: int) -> list[Block]:
    notes = {each.name: each.note.summary for each in service.errors}
    lines = [
        line
        for name in errors_of(service, operation)
        for line in _tagged("@throws", f"{name} - {notes.get(name, '')}", width)
    ]
    return [lines]


def _tagged(tag: str, text: str, width: int) -> Block:
    """A block that begins with a tag."""
    lines = [line for block in prose(text, width - len(tag) - 1) for line in block] or [""]
    return [f"{tag} {lines[0]}", *lines[1:]]


def errors_of(service: ir.Service, operation: ir.Operation) -> list[str]:
    """The classes of errors that answers of an operation end in, in order."""
    found: list[str | None] = []
    if isinstance(service.transport, ir.JsonRpc):
        found.append(service.transport.fault)
    if isinstance(operation.result, ir.Select):
        found += [arm.error for arm in operation.result.arms]
        found.append(operation.result.otherwise_error)
    elif operation.result.failure is not None:
        found.append(operation.result.failure.error)
    found += [each.error for each in operation.broken]
    return list(dict.fromkeys(each for each in found if each is not None))


def _example(package: ir.Package, service: ir.Service, operation: ir.Operation) -> list[Block]:
    """A program that shows how an example of the description is sent, and asks nobody."""
    example = next((each for each in operation.examples if each.expect in {"answer", "pending"}), None)
    if example is None:
        return []
    name = camel(operation.name)
    arguments = literal(dict(example.arguments))
    encode = call(f"{name}.encode", [arguments, access("SERVERS", example.server)])
    code = [
        f'import {{ {name}, SERVERS }} from "{package.name}/{service.name}";',
        "",
        *f"const request = {laid_out(encode, 0, 16)};".split("\n"),
        "console.log(request.method, request.url);",
    ]
    return [["@example", "```ts", *(each.replace("*/", "*\\/") for each in code), "```"]]
