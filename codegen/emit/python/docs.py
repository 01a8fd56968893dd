"""Docstrings: what people read in their editor."""

from __future__ import annotations

from textwrap import wrap

from codegen import ir
from codegen.literals import docstring, literal
from codegen.naming import ClassName

from . import walk
from .types_from import TypesArgument


def type_doc(note: ir.Note) -> str:
    """The docstring of a class."""
    return docstring(note_text(note), 4)


def note_text(note: ir.Note) -> str:
    """All that a note says, its sources at the end."""
    return "\n\n".join(part for part in (meaning(note), _sources(note.source)) if part)


def meaning(note: ir.Note) -> str:
    """What a note says, without where that comes from."""
    return "\n\n".join(part for part in (note.summary, note.doc.strip()) if part)


def _sources(source: tuple[str, ...]) -> str:
    return f"Source: {', '.join(source)}." if source else ""


def function_text(
    service: ir.Service, each: ir.Operation, annotation: str, argument: TypesArgument | None
) -> str:
    """The docstring of an operation's function: meaning, arguments, result, errors, example, source."""
    example = next((example for example in each.examples if example.expect in {"answer", "pending"}), None)
    parts = [
        each.note.summary,
        each.note.doc.strip(),
        *_parameter_text(each, argument),
        _returns_text(service, each, annotation),
    ]
    parts.append(_raises_text(service, each))
    if example is not None:
        call = ", ".join(f"{name}={literal(value)}" for name, value in example.arguments)
        parts.append(f"Examples\n--------\n>>> answer = client.{each.name}({call})")
    if each.deprecated:
        parts.append(f"Deprecated: {each.deprecated}")
    parts += [_standing(service, each), _sources(each.note.source)]
    return "\n\n".join(part for part in parts if part)


_KNOWN = {
    "documented": "",
    "observed": "In no document; known from what servers answered.",
    "source-only": "In no document; known from the source of the server's programs only.",
}


def _standing(service: ir.Service, each: ir.Operation) -> str:
    """How sure the knowledge of an operation is, and which servers have it."""
    offering = [server.title for server in service.offering(each.endpoint)]
    everywhere = len(offering) == len(service.servers)
    return " ".join(
        part
        for part in (_KNOWN[each.stability], "" if everywhere else f"Offered by {', '.join(offering)}.")
        if part
    )


def _parameter_text(each: ir.Operation, argument: TypesArgument | None) -> list[str]:
    if not each.parameters and argument is None:
        return []
    lines = ["Parameters", "----------"]
    for parameter in each.parameters:
        lines += [
            parameter.name + ("" if parameter.required else ", optional"),
            *_hanging(parameter.note.summary),
        ]
    if argument is not None:
        lines += ["types, optional", *_hanging(argument.doc)]
    return ["\n".join(lines)]


def _returns_text(service: ir.Service, each: ir.Operation, annotation: str) -> str:
    return "\n".join(["Returns", "-------", annotation, *_hanging(_result_meaning(service, each))])


def _result_meaning(service: ir.Service, each: ir.Operation) -> str:
    """What the named types of an answer say of themselves: of the whole, or of what it is made of."""
    types = walk.types_of(service, each)
    if isinstance(each.result, ir.Select):
        good = dict.fromkeys(arm.shape.name for arm in each.result.arms if arm.meaning != "failure")
        return " Or: ".join(types[name].note.summary for name in good) or "Never; every answer is a failure."
    if each.result.body != "json":
        return each.result.summary
    if isinstance(each.result.shape, ir.Ref):
        return types[each.result.shape.name].note.summary
    parts = dict.fromkeys(walk.answer_refs(each.result))
    return " ".join(f"`{ClassName.of(name)}`: {types[name].note.summary}" for name in parts) or "The answer."


def _raises_text(service: ir.Service, each: ir.Operation) -> str:
    reasons = {error.name: error.note.summary for error in service.errors}
    lines = ["Raises", "------", "RequestInvalid", *_hanging("The arguments are refused; nothing was sent.")]
    for name in _error_names(service, each):
        lines += [name, *_hanging(reasons[name])]
    return "\n".join(lines)


def _hanging(text: str) -> list[str]:
    return wrap(
        text,
        92,
        initial_indent="    ",
        subsequent_indent="    ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def _error_names(service: ir.Service, each: ir.Operation) -> list[str]:
    if isinstance(service.transport, ir.JsonRpc):
        return [service.transport.fault]
    found: list[str] = []
    if isinstance(each.result, ir.Select):
        found = [arm.error for arm in each.result.arms if arm.error] + [each.result.otherwise_error]
    elif each.result.failure:
        found = [each.result.failure.error]
    return list(dict.fromkeys([*found, *(broken.error for broken in each.broken)]))


def face_text(each: ir.Operation) -> str:
    """The docstring of an operation in the face."""
    return each.note.summary
