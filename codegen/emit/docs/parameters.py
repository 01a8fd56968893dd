"""The sections of an operation about what it takes and what it sends."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from codegen import ir

from .markdown import blocks, bullets, code, paragraph, prose, table
from .places import Scope
from .request import method_url, program
from .shapes import either, known, value, words

LANGUAGE = {
    "several-series": "several record sets",
    "segment-list": "segment lists in braces",
    "semicolon": "semicolons",
    "odd-quote": "unpaired quotes",
}
"""What of a language a server does not survive, in words."""

CODECS: dict[ir.CodecName, str] = {
    "text": "as it is",
    "lower": "in lower case",
    "integer": "in decimal digits",
    "integers": "joined by commas",
    "number": "with all its digits",
    "flag": "`1` for true; false is not sent",
    "words": "joined by commas; a text is split at blanks and commas first",
    "percent": "percent-encoded once more, as the server decodes twice",
    "options": "the word and its options",
    "steps": "the limit and the steps",
    "json": "as JSON without blanks",
    "file": "uploaded as a file: the query is then a form of parts, by POST",
}


def parameters(scope: Scope, operation: ir.Operation) -> Iterator[str]:
    """What can be given."""
    yield "## Parameters\n\n"
    if not operation.parameters:
        yield "None.\n"
        return
    sent = _sent(operation)
    rows = (_parameter(scope, each, sent.get(each.name, "")) for each in operation.parameters)
    yield table(["parameter", "takes", "meaning", "sent as", "sources"], rows)
    new = [code(each.name) for each in operation.parameters if not each.in_face]
    if new and operation.in_face:
        yield "\n"
        yield paragraph(f"Not in the interface of the documents: {', '.join(new)}.")
    for each in operation.parameters:
        if each.note.doc:
            yield f"\n**{code(each.name)}**\n\n{blocks(each.note.doc, scope.names)}"
    for member in operation.query:
        yield from _options(scope, member)
    if operation.rules:
        yield "\n### Together\n\n"
        yield bullets(map(_rule, operation.rules))


def wire(scope: Scope, operation: ir.Operation) -> Iterator[str]:
    """How it travels."""
    yield "## On the wire\n\n"
    transport = scope.service.transport
    if isinstance(transport, ir.JsonRpc):
        yield from _call(scope, operation, transport)
    else:
        yield from _query(scope, operation)
    if operation.unsent:
        yield "\nThe server reads these too; they are not sent:\n\n"
        rows = (
            [code(each.name), _meaning(scope, each.note), scope.numbers(each.note.source)]
            for each in operation.unsent
        )
        yield table(["member", "meaning", "sources"], rows)


def _parameter(scope: Scope, each: ir.Parameter, sent: str) -> list[str]:
    said = [scope.prose(each.note.summary)]
    if each.default is not None:
        said.append(f"Default: {value(each.default)}.")
    said += [known(each.shape), _language(each.language)]
    if each.secret:
        said.append("Secret: left out of errors and logs.")
    if each.confirms:
        said.append("Given by name; says that the call is meant.")
    if each.aliases:
        said.append(f"In the interface of the documents also {either(map(code, each.aliases))}.")
    name = f"{code(each.name)}, required" if each.required else code(each.name)
    return [name, words(each.shape), " ".join(filter(None, said)), sent, scope.numbers(each.note.source)]


def _language(language: ir.Language | None) -> str:
    if language is None:
        return ""
    without = [LANGUAGE[each] for each in language.without]
    also = f"; {either(map(code, language.also))} is taken as it is" if language.also else ""
    but = f", without {either(without)}" if without else ""
    return f"Checked before it is sent as a {prose(language.name)}{but}{also}." if but or also else ""


def _sent(operation: ir.Operation) -> dict[str, str]:
    """By argument, the member or the position that carries it."""
    found = {each.argument: code(each.name) for each in operation.query if each.argument is not None}
    for each in operation.query:
        if each.companion is not None:
            found[each.companion] = code(each.name)
    for at, param in enumerate(operation.params, 1):
        found[param.argument] = f"position {at}"
    confirmed = {each.name: "not sent" for each in operation.parameters if each.confirms}
    return confirmed | found


def _options(scope: Scope, member: ir.QueryMember) -> Iterator[str]:
    if not member.options:
        return
    yield f"\n### Options in {code(member.companion or '')}\n\n"
    yield paragraph(
        f"For {code(member.argument or '')} {either(map(code, member.only_for))}; sent behind the word,"
        f" as `word,NAME=value`. Not given means the default."
    )
    yield "\n"
    rows = (
        [
            code(each.name),
            words(each.shape),
            " ".join([scope.prose(each.note.summary), *_default_of(each)]),
            code(each.wire),
            scope.numbers(each.note.source),
        ]
        for each in member.options
    )
    yield table(["option", "takes", "meaning", "sent as", "sources"], rows)


def _default_of(option: ir.OptionField) -> list[str]:
    return [] if option.default is None else [f"Default: {value(option.default)}."]


def _rule(rule: ir.Rule) -> str:
    match rule:
        case ir.AtLeastOneOf(arguments=arguments):
            return f"At least one of {either(map(code, arguments))} must be given."
        case ir.AtMostOneOf(arguments=arguments):
            return f"At most one of {either(map(code, arguments))} may be given."
        case ir.GoesWith(argument=argument, other=other):
            return f"{code(argument)} goes with {code(other)} only."
        case ir.Never(argument=argument, word=word, because=because):
            return f"{code(argument)} never holds {code(word)}, in any case of letters: {prose(because)}"
        case ir.Needs(argument=argument, value=what, other=other, values=values, face_sends=repaired):
            said = f"{code(argument)}{'' if what is None else f' {code(what)}'}"
            needs = f"needs {code(other)} to be {either(map(code, values))}"
            face = (
                "" if repaired is None else f" The interface of the documents sends {code(repaired)} instead."
            )
            return f"{said} {needs}.{face}"
        case _:
            assert_never(rule)


# CGI.


def _query(scope: Scope, operation: ir.Operation) -> Iterator[str]:
    servers = scope.service.offering(operation.endpoint)
    yield "A `GET` with everything in the query; a blank is sent as `%20`.\n"
    if operation.post_over is not None:
        longest = operation.post_over
        yield f"With a URL of more than {longest} characters the same query is sent as a form by `POST`.\n"
    yield "\n"
    rows = ([code(each.id), code(program(each, operation.endpoint))] for each in servers)
    yield table(["server", "address"], rows)
    yield "\nMembers, in this order:\n\n"
    members = (_member(scope, servers, each) for each in operation.query)
    yield table(["member", "from", "written"], members) or "None.\n"


def _member(scope: Scope, servers: tuple[ir.Server, ...], member: ir.QueryMember) -> list[str]:
    name = code(member.name)
    if member.setting is not None:
        values = [(each.id, dict(each.settings).get(member.setting)) for each in servers]
        sent = ", ".join(f"{code(found)} at {code(server)}" for server, found in values if found is not None)
        rest = "; other servers are sent none" if any(found is None for _, found in values) else ""
        return [name, f"the server's {code(member.setting)}", f"{sent or 'nothing'}{rest}"]
    if member.argument is None:
        return [name, "always", code(member.value or "")]
    carried = code(member.argument)
    if member.companion is not None:
        carried += f" and {code(member.companion)}"
    return [name, carried, _written(member)]


def _written(member: ir.QueryMember) -> str:
    said = CODECS[member.codec]
    if member.codec == "steps":
        limit = code(member.companion or "")
        said = f"`n=` and {limit}, then `|step,name=value` for each step; `n=0` without a limit"
    match member.default:
        case ir.DefaultBefore(argument=argument, separator=separator):
            said += f"; by default what {code(argument)} has before {code(separator)}"
        case ir.DefaultByCase(argument=argument, cases=cases, otherwise=otherwise):
            chosen = ", ".join(f"{code(word)} with {code(argument)} {code(case)}" for case, word in cases)
            said += f"; by default {chosen}, else {code(otherwise)}"
        case None:
            pass
    return f"{said}; false sends none" if member.false_omits else said


# JSON-RPC.


def _call(scope: Scope, operation: ir.Operation, protocol: ir.JsonRpc) -> Iterator[str]:
    yield paragraph(
        f"A `POST` of a JSON-RPC {prose(protocol.version)} call of the method {code(operation.endpoint)}."
        " What follows the base URL in the path is for the server's log."
    )
    yield "\n"
    rows = (
        [code(each.id), code(method_url(protocol, each, operation.endpoint, "<id>"))]
        for each in scope.service.offering(operation.endpoint)
    )
    yield table(["server", "address"], rows)
    if not operation.params:
        yield "\n`params` is `[]`.\n"
        return
    yield "\n`params` is an array; every position is sent:\n\n"
    defaults = {each.name: each for each in operation.parameters}
    positions = (
        [str(at), code(each.argument), _absent(each, defaults[each.argument])]
        for at, each in enumerate(operation.params, 1)
    )
    yield table(["position", "parameter", "when not given"], positions)


def _absent(param: ir.RpcParam, parameter: ir.Parameter) -> str:
    if parameter.required:
        return "must be given"
    if param.when_given:
        return "left out"
    if parameter.default is not None:
        return value(parameter.default)
    return "`null`" if param.null_as is None else f"the text {value(param.null_as)}"


def _meaning(scope: Scope, note: ir.Note) -> str:
    return " ".join(filter(None, [scope.prose(note.summary), scope.prose(note.doc)]))
