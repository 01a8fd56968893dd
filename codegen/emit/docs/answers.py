"""The sections of an operation about what comes back: arms, types and their members, errors."""

from __future__ import annotations

from collections.abc import Iterator

from codegen import ir
from codegen.naming import PyName

from .markdown import blocks, bullets, code, link, paragraph, table
from .places import Scope, error_path
from .shapes import Types, either, known, sentinels, value, words

KINDS: dict[ir.DeclaredKind, str] = {
    "text": "text",
    "integer": "an integer",
    "number": "a number",
    "time": "a time",
    "any": "what its texts look like",
}
MEANINGS: dict[ir.Meaning, str] = {"answer": "answer", "pending": "pending: ask again later"}


def answers(scope: Scope, operation: ir.Operation, types: Types) -> Iterator[str]:
    """What comes back, arm by arm."""
    yield "## Answers\n\n"
    if isinstance(operation.result, ir.Select):
        yield from _select(scope, operation.result, types)
    else:
        yield from _plain(scope, operation.result, types)
    for each in operation.broken:
        yield from _broken(scope, each)


def described_types(scope: Scope, names: list[str], types: Types) -> Iterator[str]:
    """Every named type of a page, with all its members."""
    if names:
        yield "## Types\n"
    for name in names:
        yield f"\n### Type {code(name)}\n\n"
        found = types[name]
        yield paragraph(scope.prose(found.note.summary))
        if found.note.doc:
            yield f"\n{blocks(found.note.doc, scope.names)}"
        if isinstance(found.shape, ir.Record):
            yield from _record(scope, found.shape)
        else:
            said = f"As JSON: {words(found.shape)}. {known(found.shape)}".rstrip()
            yield f"\n{paragraph(said)}"
            yield from _classes(found.shape)
        if found.note.source:
            yield f"\nSources of the type: {scope.numbers(found.note.source)}.\n"


def errors(scope: Scope, operation: ir.Operation) -> Iterator[str]:
    """Which classes of errors a call can end in."""
    yield "## Errors\n\n"
    meant = {each.name: each.note for each in scope.service.errors}
    rows = (
        [scope.error(name), scope.prose(meant[name].summary)]
        for name in error_names(scope.service, operation)
    )
    listed = table(["class", "means"], rows)
    yield listed and f"{listed}\n"
    if operation.faults:
        yield "Known errors of the server, by their name:\n\n"
        faults = ([code(each.name), code(each.text), scope.numbers(each.source)] for each in operation.faults)
        yield f"{table(['name', 'text', 'sources'], faults)}\n"
    yield paragraph(_common(scope))


def error_names(service: ir.Service, operation: ir.Operation) -> list[str]:
    """The classes below ``RemoteError`` that a call can raise."""
    if isinstance(service.transport, ir.JsonRpc):
        return [service.transport.fault]
    found: list[str | None] = []
    if isinstance(operation.result, ir.Select):
        found = [*(arm.error for arm in operation.result.arms), operation.result.otherwise_error]
    elif operation.result.failure:
        found = [operation.result.failure.error]
    return list(dict.fromkeys(each for each in [*found, *(b.error for b in operation.broken)] if each))


def _common(scope: Scope) -> str:
    every = "RequestInvalid", "TransportError", "HttpStatusError", "ResponseError", "DeadlineExceeded"
    invalid, transport, status, response, late = (
        link(each, error_path(scope.service, each)) for each in every
    )
    return (
        f"As every call: {invalid} before anything is sent, {transport}, {status} and {late} on the way,"
        f" {response} for what is not as described here. [What to do](../errors.md) with each."
    )


def retried(operation: ir.Operation) -> str:
    """What is sent again by itself, as sentences."""
    by = operation.effect_by
    if by is None:
        return _RETRIED[operation.effect]
    given, without = _RETRIED[by.given], _RETRIED[operation.effect]
    return f"With {code(by.argument)}: {given} Without: {without}"


_RETRIED: dict[ir.Effect, str] = {
    "read": "It only reads: the client may send it again, and does, within its attempts.",
    "bulk": "It only reads, and much: the client may send it again, and does, within its attempts.",
    "read-once": "The server forgets what it has told: what is lost is lost, and nothing is sent again.",
    "dedup": "The server knows an identical request again: after a broken exchange it is sent once more.",
    "write": "The server acts each time: nothing is sent again, unless nothing was sent.",
}


# Arms.


def _select(scope: Scope, select: ir.Select, types: Types) -> Iterator[str]:
    yield f'The member {code(select.member)} tells; `"1"` is not `1`.\n\n'
    rows = [
        [
            either(map(value, arm.when)),
            _outcome(scope, arm),
            words(arm.shape),
            _summary(scope, arm.shape, types),
        ]
        for arm in select.arms
    ]
    rest = f"failure: {scope.error(select.otherwise_error)}"
    rows.append(["any other", rest, words(select.otherwise), _summary(scope, select.otherwise, types)])
    yield table([code(select.member), "means", "is", "what it says"], rows)
    for arm in select.arms:
        yield from _texts(scope, either(map(value, arm.when)), arm.texts)


def _outcome(scope: Scope, arm: ir.Arm) -> str:
    return f"failure: {scope.error(arm.error)}" if arm.error else MEANINGS[arm.meaning]


def _summary(scope: Scope, shape: ir.Ref, types: Types) -> str:
    return scope.prose(types[shape.name].note.summary)


def _texts(scope: Scope, when: str, texts: tuple[ir.KnownText, ...]) -> Iterator[str]:
    if texts:
        yield f"\nTexts that come with {when}:\n\n"
        rows = ([code(each.text), scope.numbers(each.source)] for each in texts)
        yield table(["text", "sources"], rows)


def _plain(scope: Scope, result: ir.Plain, types: Types) -> Iterator[str]:
    if result.body != "json":
        kind = "a text" if result.body == "text" else "bytes"
        yield paragraph(f"No JSON but {kind}: {scope.prose(result.summary)}")
        return
    transport = scope.service.transport
    said = "`result`" if isinstance(transport, ir.JsonRpc) else "JSON"
    about = f" {_summary(scope, result.shape, types)}" if isinstance(result.shape, ir.Ref) else ""
    yield paragraph(f"{said}: {words(result.shape)}.{about}")
    yield from _classes(result.shape)
    failure = result.failure
    if failure is not None:
        when = "is" if failure.is_bad else "is there and is not"
        member, good = code(failure.member), value(failure.ok)
        yield "\n"
        yield paragraph(f"Where {member} {when} {good}, the answer means {scope.error(failure.error)}.")
        yield from _texts(scope, member, failure.texts)
    if isinstance(transport, ir.JsonRpc):
        yield "\n"
        yield paragraph(f"Where `error` is not `null`, the answer means {scope.error(transport.fault)}.")


def _broken(scope: Scope, broken: ir.BrokenBody) -> Iterator[str]:
    said = "its group 1" if broken.text is None else code(broken.text)
    text = (
        f"A body like {code(broken.pattern)} is no JSON and is known all the same: it means"
        f" {scope.error(broken.error)}, with {said} as the reason."
    )
    numbers = scope.numbers(broken.source)
    yield f"\n{paragraph(f'{text} Sources: {numbers}.' if numbers else text)}"


# Types.


def _record(scope: Scope, record: ir.Record) -> Iterator[str]:
    yield "\n"
    rows = (_member(scope, each) for each in record.members)
    yield table(["member", "is", "meaning", "sources"], rows) or "No members are known.\n"
    classes = [row for each in record.members for row in sentinels(each.shape)]
    if classes:
        yield f"\n{table(['text', 'becomes', 'meaning'], classes)}"
    notes = [*_presence(record), *_column(record), *_table(record)]
    if not record.open:
        notes.append("Other members are refused.")
    if notes:
        yield f"\n{bullets(notes)}"


def _member(scope: Scope, member: ir.Member) -> list[str]:
    said = [
        scope.prose(member.note.summary),
        scope.prose(" ".join(member.note.doc.split())),
        known(member.shape),
    ]
    if member.deprecated:
        said.append("Deprecated.")
    python = PyName.of(member.wire)
    if python != member.wire:
        said.append(f"In Python {code(python)}.")
    name = code(member.wire) if member.required else f"{code(member.wire)}, optional"
    return [name, words(member.shape), " ".join(filter(None, said)), scope.numbers(member.note.source)]


def _presence(record: ir.Record) -> Iterator[str]:
    said = record.present_unless
    if said is not None:
        members = ", ".join(map(code, said.members))
        yield f"{members}: there unless {code(said.member)} is {value(said.value)}."


def _column(record: ir.Record) -> Iterator[str]:
    column = record.column
    if column is None:
        return
    beside = (
        f" Beside it, perhaps of other lengths: {', '.join(map(code, column.beside))}."
        if column.beside
        else ""
    )
    yield f"One column of a table: {code(column.values)}, named by {code(column.name)}.{beside}"
    if column.missing:
        yield f"No value: {', '.join(map(code, column.missing))}."


def _table(record: ir.Record) -> Iterator[str]:
    found = record.table
    if found is None:
        return
    more = f"; {', '.join(map(code, found.beside))} are tables of the same rows" if found.beside else ""
    yield (
        f"A table of {code(found.rows)} rows and the columns of {code(found.columns)}{more}:"
        " `to_numpy()`, `to_pandas()`, `to_arrow()`, `to_astropy()` in Python."
    )
    types = found.types
    if types is not None:
        kinds = ", ".join(f"{code(word)} is {KINDS[kind]}" for word, kind in types.kinds)
        yield (
            f"What columns are is declared by [{code(types.operation)}]({types.operation}.md), and used with"
            f' `types=` (`"fetch"` asks for it): {kinds}.'
        )


def _classes(shape: ir.Shape) -> Iterator[str]:
    rows = sentinels(shape)
    if rows:
        yield f"\n{table(['text', 'becomes', 'meaning'], rows)}"
