"""The view of one operation, and of one error class."""

from __future__ import annotations

from codegen import ir
from codegen.literals import docstring, literal, raw_pattern
from codegen.naming import ClassName, ModuleName, PyName

from . import hints, walk
from .checks import Lines, Statements
from .declarations import declarations, pattern_constants
from .docs import face_text, function_text, note_text, type_doc
from .requests import keywords
from .results import result_annotation, result_value
from .runtime import language_class, public_names
from .tables import is_table
from .types_from import TypesArgument, types_argument
from .views import Class, Operation


def operation(service: ir.Service, each: ir.Operation) -> Operation:
    """The view of one operation."""
    types = walk.types_of(service, each)
    statements = Statements(types)
    answers = [*walk.answer_refs(each.result), *(broken.answer.name for broken in each.broken)]
    in_answers = frozenset(walk.closure(answers, types))
    own = declarations(service, [own.name for own in each.types], types, in_answers, statements)
    result, functions = result_value(each, types, statements)
    is_cgi = isinstance(service.transport, ir.Cgi)
    annotation = result_annotation(each, types)
    names = [parameter.name for parameter in each.parameters]
    in_face = [parameter.name for parameter in each.parameters if parameter.in_face]
    argument = types_argument(service, each)
    languages = _languages(service, each)
    # What describes the columns of the answer describes what is asked for, too.
    beside = ", described=types" if argument and languages else ""
    call = f"client.call(OPERATION, {{{', '.join(f'{literal(name)}: {name}' for name in names)}}}{beside})"
    return Operation(
        name=ModuleName.of(each.name),
        path=each.path,
        doc=docstring(each.note.summary),
        declarations=own,
        functions=functions,
        patterns=pattern_constants(statements),
        kind="CgiOperation" if is_cgi else "RpcOperation",
        annotation=annotation,
        keywords=tuple(keywords(service, each, types, result)),
        signature=_client_signature(service, each, types, argument),
        function_doc=docstring(function_text(service, each, annotation, argument), 4),
        body=argument.body(call) if argument else (f"return {call}",),
        neighbours=_neighbours(service, argument),
        languages=languages,
        service=service.name,
        face_signature=_signature(service, each, types, positional=True),
        face_arguments="{"
        + ", ".join(f"{literal(name)}: {name}" for name in [*in_face, *_aliases(each)])
        + "}",
        face_doc=docstring(face_text(each), 8 if service.face and service.face.style == "class" else 4),
        face_plain=", ascending_tuples" if _ascends(each.result, types) else "",
        face_annotation=_face_annotation(each, types),
        has_tables=is_table(each, types),
        in_face=each.in_face,
    )


def _face_annotation(each: ir.Operation, types: hints.Types) -> str:
    if isinstance(each.result, ir.Select):
        return "dict[str, Any]"
    shape = walk.behind(each.result.shape, types)
    if _ascends(each.result, types) and isinstance(shape, ir.ListOf):
        return f"list[{hints.answer(shape.item, types)}]"
    return hints.plain(shape, types)


def _aliases(each: ir.Operation) -> list[str]:
    return [alias for parameter in each.parameters for alias in parameter.aliases]


def _ascends(result: ir.Plain | ir.Select, types: hints.Types) -> bool:
    shape = walk.behind(result.shape, types) if isinstance(result, ir.Plain) else None
    return isinstance(shape, ir.ListOf) and shape.ascending


def _languages(service: ir.Service, each: ir.Operation) -> tuple[str, ...]:
    """The runtime's classes for what arguments are written in."""
    found = (language_class(service.name, parameter.language) for parameter in each.parameters)
    return tuple(dict.fromkeys(name for name in found if name is not None))


def _annotation(service: ir.Service, each: ir.Parameter, types: hints.Types, *, positional: bool) -> str:
    """The annotation of a parameter that may be None if it is optional; the face takes texts alone."""
    none = " | None" if not each.required and each.default is None else ""
    language = language_class(service.name, each.language)
    # The name of a type that the runtime has a class for means that class, and no text.
    has_class = isinstance(each.shape, ir.Ref) and ClassName.of(each.shape.name) in public_names(service.name)
    shape = walk.behind(each.shape, types) if language or has_class else each.shape
    text = hints.argument(shape, types) + none
    if language is None:
        return text
    # The class is loaded when it is used, so its name stands in quotes.
    return text if positional else literal(f"{language} | {text}")


def _signature(service: ir.Service, each: ir.Operation, types: hints.Types, *, positional: bool) -> str:
    """The parameters behind ``client`` or ``self``; in the face optional ones have positions too."""
    shown = [p for p in each.parameters if p.in_face or not positional]
    required = [p for p in shown if p.required and not p.confirms]
    confirming = [p for p in shown if p.confirms]
    optional = [p for p in shown if not p.required]
    parts = [f"{p.name}: {_annotation(service, p, types, positional=positional)}" for p in required]
    if (confirming or optional) and not positional:
        parts.append("*")
    # Nothing is confirmed in passing: a confirmation is given by name.
    parts += [f"{p.name}: {hints.argument(p.shape, types)}" for p in confirming]
    for p in optional:
        annotation = _annotation(service, p, types, positional=positional)
        parts.append(f"{p.name}: {annotation} = {literal(p.default)}")
    if positional:
        for p in shown:
            parts += [f"{alias}: {hints.argument(p.shape, types)} | None = None" for alias in p.aliases]
    return ", ".join(parts)


def _client_signature(
    service: ir.Service, each: ir.Operation, types: hints.Types, argument: TypesArgument | None
) -> str:
    """The parameters behind ``client``."""
    own = _signature(service, each, types, positional=False)
    if argument is None:
        return own
    star = [] if any(not parameter.required for parameter in each.parameters) else ["*"]
    return ", ".join([*([own] if own else []), *star, argument.signature])


def _neighbours(
    service: ir.Service, argument: TypesArgument | None
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    if argument is None:
        return ()
    other = service.operation(argument.operation)
    own = [str(ClassName.of(each.name)) for each in other.types]
    needed = [name for name in own if name == argument.class_name]
    return ((argument.operation, (*needed, argument.operation)),)


def error_class(error: ir.ErrorClass, base: str) -> tuple[Class, tuple[str, ...]]:
    """The class of one kind of failure, and the lines of its attributes."""
    lines: Lines = []
    for extract in error.extract:
        annotation = "list[str]" if extract.every else "str | None"
        function = "every" if extract.every else "first"
        lines += [
            "@property",
            f"def {PyName.of(extract.name)}(self) -> {annotation}:",
            "    " + docstring(note_text(extract.note), 8),
            f"    return {function}({raw_pattern(extract.pattern)}, self.answer.{PyName.of(extract.member)})",
            "",
        ]
    return Class(f"{ClassName.of(error.name)}({base})", type_doc(error.note)), tuple(lines)
