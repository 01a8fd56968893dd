"""What a Python module shows, ready to print: every decision is taken here, templates only lay out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import assert_never

from codegen import ir
from codegen.literals import docstring, literal, raw_pattern
from codegen.naming import ClassName, ModuleName, PyName

from . import hints, walk
from .checks import Lines, Statements, check_name, finish_name, tell_name
from .naming import attribute


@dataclass(frozen=True, slots=True)
class Field:
    """One line of a class body, and what it means."""

    text: str
    doc: str


@dataclass(frozen=True, slots=True)
class Property:
    """A member offered as another type than it has on the wire."""

    name: str
    annotation: str
    expression: str
    doc: str


@dataclass(frozen=True, slots=True)
class Class:
    """A class statement."""

    head: str
    doc: str
    fields: tuple[Field, ...] = ()
    properties: tuple[Property, ...] = ()


@dataclass(frozen=True, slots=True)
class Alias:
    """A named type that is no class."""

    text: str
    doc: str


@dataclass(frozen=True, slots=True)
class Function:
    """A check, or what gives values their last form."""

    head: str
    doc: str
    body: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Constant:
    """A module-level name with a value."""

    text: str


Statement = Class | Alias | Function | Constant


@dataclass(frozen=True, slots=True)
class Declarations:
    """The named types of one module, in an order in which each stands after those it needs."""

    patterns: tuple[str, ...]
    statements: tuple[Statement, ...]
    names: tuple[str, ...]
    """Public names: classes and aliases."""
    helpers: tuple[str, ...]
    """Functions and constants that operations may use."""


def declarations(
    names: Sequence[str], types: hints.Types, used_in_answers: frozenset[str], statements: Statements
) -> Declarations:
    """The declarations of the named types: dictionaries for arguments, classes for answers."""
    ordered = [name for name in walk.closure(names, types) if name in set(names)]
    found: list[Statement] = []
    helpers: list[str] = []
    for name in ordered:
        found += _declared(types[name], types, name in used_in_answers)
        if name in used_in_answers:
            extra = _helpers(types[name], statements)
            found += extra
            helpers += [helper.head.partition("(")[0] for helper in extra if isinstance(helper, Function)]
            helpers += [helper.text.partition(" = ")[0] for helper in extra if isinstance(helper, Constant)]
    public: list[str] = []
    for each in found:
        if isinstance(each, Class):
            public.append(each.head.partition("(")[0])
        elif isinstance(each, Alias):
            public.append(each.text.partition(":")[0].partition(" ")[0])
    return Declarations(pattern_constants(statements), tuple(found), tuple(public), tuple(helpers))


def pattern_constants(statements: Statements) -> tuple[str, ...]:
    """The patterns that statements use, as module constants."""
    return tuple(f"{name} = Pattern({raw_pattern(pattern)})" for pattern, name in statements.patterns.items())


def _declared(each: ir.TypeDef, types: hints.Types, in_answers: bool) -> list[Statement]:
    name = ClassName.of(each.name)
    match each.shape:
        case ir.Record() if in_answers:
            return [_answer_class(each, each.shape, types)]
        case ir.Record():
            return [_argument_class(each, each.shape, types)]
        case ir.Pair():
            return [_pair_class(each, each.shape, types)]
        case shape:
            text = hints.answer(shape, types) if in_answers else hints.argument(shape, types)
            sentinels = _sentinel_classes(shape) if in_answers else []
            return [*sentinels, Alias(f"{name}: TypeAlias = {text}", docstring(_text(each.note)))]


def _answer_class(each: ir.TypeDef, record: ir.Record, types: hints.Types) -> Class:
    fields: list[Field] = []
    properties: list[Property] = []
    renamed: dict[str, str] = {}
    for member in record.members:
        name = attribute(member)
        if name != member.wire:
            renamed[name] = member.wire
        annotation = hints.answer(member.shape, types, decoded=True)
        optional = "" if member.required else " | UnsetType = UNSET"
        doc = docstring(_meaning(member.note), 4)
        if name.startswith("wire_") and isinstance(member.shape, ir.Kinds):
            fields.append(
                Field(
                    f"{name}: {annotation}{optional}",
                    docstring(f"`{member.wire}` as the server wrote it.", 4),
                )
            )
            properties.append(
                Property(
                    str(PyName.of(member.wire)),
                    "int | float" + ("" if member.required else " | UnsetType"),
                    f"number(self.{name})",
                    docstring(_meaning(member.note), 8),
                )
            )
        else:
            fields.append(Field(f"{name}: {annotation}{optional}", doc))
    base = "Answer" if record.open else "ClosedAnswer"
    rename = f", rename={literal(renamed)}" if renamed else ""
    head = f"{ClassName.of(each.name)}({base}, frozen=True, kw_only=True{rename})"
    return Class(head, _doc(each.note), tuple(fields), tuple(properties))


def _argument_class(each: ir.TypeDef, record: ir.Record, types: hints.Types) -> Class:
    fields: list[Field] = []
    for member in record.members:
        annotation = hints.argument(member.shape, types)
        fields.append(
            Field(
                f"{PyName.of(member.wire)}: {_not_required(annotation, member)}",
                docstring(_meaning(member.note), 4),
            )
        )
    return Class(f"{ClassName.of(each.name)}(TypedDict)", _doc(each.note), tuple(fields))


def _not_required(annotation: str, member: ir.Member) -> str:
    return annotation if member.required else f"NotRequired[{annotation} | None]"


def _pair_class(each: ir.TypeDef, pair: ir.Pair, types: hints.Types) -> Class:
    halves = (hints.answer(half, types) for half in (pair.when_true, pair.when_false))
    fields = (
        Field("ok: bool", docstring("Whether there is a result.", 4)),
        Field(
            f"value: {' | '.join(dict.fromkeys(halves))}",
            docstring("The result, else a text that says why there is none.", 4),
        ),
    )
    return Class(f"{ClassName.of(each.name)}(NamedTuple)", _doc(each.note), fields)


_WHY_NOT = "The result, else a text that says why there is none."


def _sentinel_classes(shape: ir.Shape) -> list[Statement]:
    if not isinstance(shape, ir.Text):
        return []
    return [
        Class(
            f"{ClassName.of(each.name)}(Sentinel)",
            _doc(each.note),
            (
                Field(
                    f"PREFIX = {literal(each.prefix)}"
                    if each.prefix is not None
                    else f"TEXT = {literal(each.text)}",
                    "",
                ),
            ),
        )
        for each in shape.sentinels
    ]


def _helpers(each: ir.TypeDef, statements: Statements) -> list[Statement]:
    """What operations call for values of a named type."""
    found: list[Statement] = []
    name = ClassName.of(each.name)
    if isinstance(each.shape, ir.Text) and each.shape.sentinels:
        kinds = ", ".join(ClassName.of(sentinel.name) for sentinel in each.shape.sentinels)
        found.append(Constant(f"{tell_name(each.name)} = sentinels({kinds})"))
    checks = statements.type_checks(each.name)
    if checks:
        doc = docstring(f"Say whether a decoded {name} has what its type can't say.", 4)
        found.append(
            Function(f"{check_name(each.name)}(value: {name}) -> bool", doc, (*checks, "return True"))
        )
    touches = statements.type_touches(each.name)
    if touches:
        doc = docstring(f"Give a decoded {name} its last form.", 4)
        found.append(Function(f"{finish_name(each.name)}(value: {name}) -> None", doc, tuple(touches)))
    return found


def _doc(note: ir.Note) -> str:
    return docstring(_text(note), 4)


def _text(note: ir.Note) -> str:
    return "\n\n".join(part for part in (_meaning(note), _sources(note.source)) if part)


def _meaning(note: ir.Note) -> str:
    return "\n\n".join(part for part in (note.summary, note.doc.strip()) if part)


def _sources(source: tuple[str, ...]) -> str:
    return f"Source: {', '.join(source)}." if source else ""


# --------------------------------------------------------------------------- operations


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation's module."""

    name: str
    path: str
    doc: str
    """Of the module."""
    declarations: Declarations
    functions: tuple[Function, ...]
    patterns: tuple[str, ...]
    kind: str
    """``CgiOperation`` or ``RpcOperation``."""
    annotation: str
    """Of the typed result."""
    keywords: tuple[tuple[str, str], ...]
    """Arguments of the operation's value, as Python text."""
    signature: str
    arguments: str
    function_doc: str
    face_signature: str
    face_arguments: str
    face_doc: str
    face_plain: str


def operation(service: ir.Service, each: ir.Operation) -> Operation:
    """The view of one operation."""
    types = walk.types_of(service, each)
    statements = Statements(types)
    in_answers = frozenset(walk.closure(walk.answer_refs(each.result), types))
    own = declarations([own.name for own in each.types], types, in_answers, statements)
    result, functions = _result(each, types, statements)
    is_cgi = isinstance(service.transport, ir.Cgi)
    annotation = _result_annotation(each, types)
    names = [parameter.name for parameter in each.parameters]
    return Operation(
        name=ModuleName.of(each.name),
        path=each.path,
        doc=docstring(each.note.summary),
        declarations=own,
        functions=functions,
        patterns=pattern_constants(statements),
        kind="CgiOperation" if is_cgi else "RpcOperation",
        annotation=annotation,
        keywords=tuple(_keywords(service, each, types, result)),
        signature=_signature(each, types, positional=False),
        arguments="{" + ", ".join(f"{literal(name)}: {name}" for name in names) + "}",
        function_doc=docstring(_function_text(service, each, annotation), 4),
        face_signature=_signature(each, types, positional=True),
        face_arguments="{"
        + ", ".join(f"{literal(name)}: {name}" for name in [*names, *_aliases(each)])
        + "}",
        face_doc=docstring(_face_text(each), 8 if service.face and service.face.style == "class" else 4),
        face_plain=", ascending_tuples" if _ascends(each.result, types) else "",
    )


def _aliases(each: ir.Operation) -> list[str]:
    return [alias for parameter in each.parameters for alias in parameter.aliases]


def _ascends(result: ir.Plain | ir.Select, types: hints.Types) -> bool:
    shape = _behind(result.shape, types) if isinstance(result, ir.Plain) else None
    return isinstance(shape, ir.ListOf) and shape.ascending


def _signature(each: ir.Operation, types: hints.Types, *, positional: bool) -> str:
    """The parameters behind ``client`` or ``self``; in the face optional ones have positions too."""
    required = [each_one for each_one in each.parameters if each_one.required]
    optional = [each_one for each_one in each.parameters if not each_one.required]
    parts = [f"{p.name}: {hints.argument(p.shape, types)}" for p in required]
    if optional and not positional:
        parts.append("*")
    for p in optional:
        annotation = hints.argument(p.shape, types)
        if p.default is None:
            parts.append(f"{p.name}: {annotation} | None = None")
        else:
            parts.append(f"{p.name}: {annotation} = {literal(p.default)}")
    if positional:
        for p in each.parameters:
            parts += [f"{alias}: {hints.argument(p.shape, types)} | None = None" for alias in p.aliases]
    return ", ".join(parts)


def _result_annotation(each: ir.Operation, types: hints.Types) -> str:
    if isinstance(each.result, ir.Plain):
        return hints.whole_answer(each.result.shape, types)
    good = [arm.shape.name for arm in each.result.arms if arm.meaning != "failure"]
    return " | ".join(str(ClassName.of(name)) for name in dict.fromkeys(good)) or "None"


def _result(
    each: ir.Operation, types: hints.Types, statements: Statements
) -> tuple[str, tuple[Function, ...]]:
    if isinstance(each.result, ir.Select):
        return _select(each.result, statements), ()
    return _plain(each.result, types, statements)


def _plain(result: ir.Plain, types: hints.Types, statements: Statements) -> tuple[str, tuple[Function, ...]]:
    decoded = hints.answer(result.shape, types, decoded=True)
    final = hints.answer(result.shape, types)
    functions: list[Function] = []
    arguments = [decoded]
    arguments += _checking(result.shape, decoded, statements, functions)
    arguments += _finishing(result.shape, decoded, final, statements, functions)
    if result.failure is not None:
        member = next(
            member for member in _record(result.shape, types).members if member.wire == result.failure.member
        )
        error = ClassName.of(result.failure.error)
        arguments.append(f"failure=({literal(attribute(member))}, {literal(result.failure.ok)}, {error})")
    return f"Plain({', '.join(arguments)})", tuple(functions)


def _checking(shape: ir.Shape, decoded: str, statements: Statements, functions: list[Function]) -> list[str]:
    """The ``check`` of an answer: of its class, one pattern, or a function of its own."""
    target = _behind(shape, statements.types)
    if isinstance(target, ir.Record):
        return [hook for hook in _hooks(shape, statements) if hook.startswith("check=")]
    checks = statements.checks(shape, "answer", shape.name if isinstance(shape, ir.Ref) else "answer")
    if not checks:
        return []
    only_pattern = isinstance(target, ir.Text) and target.min_length is None and target.max_length is None
    if only_pattern and isinstance(target, ir.Text):
        return [f"check={statements.patterns[target.pattern or '']}"]
    doc = docstring("Say whether a decoded answer has what its type can't say.", 4)
    functions.append(Function(f"_check(answer: {decoded}) -> bool", doc, (*checks, "return True")))
    return ["check=_check"]


def _finishing(
    shape: ir.Shape, decoded: str, final: str, statements: Statements, functions: list[Function]
) -> list[str]:
    """The ``finish`` of an answer; values of maps are finished one by one, when they are looked at."""
    target = _behind(shape, statements.types)
    if isinstance(target, ir.Record):
        return [hook for hook in _hooks(shape, statements) if hook.startswith("finish=")]
    doc = docstring("Give a decoded value the form that users see.", 4)
    if isinstance(target, ir.MapOf) and not target.by_halves:
        touches = statements.touches(target.value, "value", lambda new: f"value = {new}")
        if touches:
            given = hints.answer(target.value, statements.types, decoded=True)
            kind = hints.answer(target.value, statements.types)
            functions.append(Function(f"_finish(value: {given}) -> {kind}", doc, (*touches, "return value")))
        return ["finish=one_by_one(_finish)"] if touches else []
    by_halves = isinstance(target, ir.MapOf) and target.by_halves
    touches = statements.touches(shape, "answer", lambda new: f"answer = {new}")
    if touches:
        last = "return ByHalves(answer)" if by_halves else "return answer"
        functions.append(Function(f"_finish(answer: {decoded}) -> {final}", doc, (*touches, last)))
        return ["finish=_finish"]
    return ["finish=ByHalves"] if by_halves else []


def _behind(shape: ir.Shape, types: hints.Types) -> ir.Shape:
    while isinstance(shape, ir.Ref):
        shape = types[shape.name].shape
    return shape


def _record(shape: ir.Shape, types: hints.Types) -> ir.Record:
    target = _behind(shape, types)
    assert isinstance(target, ir.Record)
    return target


def _hooks(shape: ir.Ref | ir.Shape, statements: Statements) -> list[str]:
    """The functions of a named class."""
    assert isinstance(shape, ir.Ref)
    scratch = Statements(statements.types)
    hooks: list[str] = []
    if scratch.type_checks(shape.name):
        hooks.append(f"check={check_name(shape.name)}")
    if scratch.type_touches(shape.name):
        hooks.append(f"finish=finished({finish_name(shape.name)})")
    return hooks


def _select(result: ir.Select, statements: Statements) -> str:
    arms = [
        _arm(arm.when, arm.shape, arm.error, arm.meaning if arm.meaning == "pending" else None, statements)
        for arm in result.arms
    ]
    otherwise = _arm((), result.otherwise, result.otherwise_error, None, statements)
    return f"Select({literal(result.member)}, ({', '.join(arms)},), otherwise={otherwise})"


def _arm(
    when: tuple[ir.Scalar, ...], shape: ir.Ref, error: str | None, meaning: str | None, statements: Statements
) -> str:
    parts = [literal(when), str(ClassName.of(shape.name)), *_hooks(shape, statements)]
    if error is not None:
        parts.append(f"error={ClassName.of(error)}")
    if meaning is not None:
        parts.append(f"meaning={literal(meaning)}")
    return f"Arm({', '.join(parts)})"


def _keywords(
    service: ir.Service, each: ir.Operation, types: hints.Types, result: str
) -> list[tuple[str, str]]:
    found = [
        ("module", "__name__"),
        ("effect", literal(each.effect)),
        ("parameters", _tuple(_parameter(parameter) for parameter in each.parameters)),
    ]
    match service.transport:
        case ir.Cgi(charset=charset):
            found += [
                ("endpoint", literal(each.endpoint)),
                ("query", _tuple(_query_member(member, types) for member in each.query)),
                ("charset", literal(charset)),
            ]
        case ir.JsonRpc(fault=fault):
            found += [("protocol", "PROTOCOL"), ("fault", str(ClassName.of(fault)))]
            if each.endpoint != each.name:
                found.append(("method", literal(each.endpoint)))
            nulls = {param.argument: param.null_as for param in each.params if param.null_as is not None}
            if nulls:
                found.append(("null_as", literal(nulls)))
            sent = [param.argument for param in each.params]
            if sent != [parameter.name for parameter in each.parameters]:
                found.append(("sent", literal(tuple(sent))))
    if each.rules:
        found.append(("rules", _tuple(_rule(rule) for rule in each.rules)))
    if each.batch:
        found.append(("batch", f"Batch({literal(each.batch.argument)}, {each.batch.size})"))
    if each.max_body is not None:
        found.append(("max_body", literal(each.max_body)))
    if each.broken:
        found.append(("broken", _tuple(_broken(broken) for broken in each.broken)))
    found.append(("result", result))
    return found


def _tuple(items: Iterable[str]) -> str:
    parts = list(items)
    return f"({', '.join(parts)},)" if parts else "()"


def _parameter(each: ir.Parameter) -> str:
    parts = [literal(each.name)]
    if each.required:
        parts.append("required=True")
    if each.default is not None:
        parts.append(f"default={literal(each.default)}")
    if each.secret:
        parts.append("secret=True")
    if each.aliases:
        parts.append(f"aliases={literal(each.aliases)}")
    return f"Parameter({', '.join(parts)})"


def _query_member(member: ir.QueryMember, types: hints.Types) -> str:
    name = literal(member.name)
    if member.value is not None:
        return f"Fixed({name}, {literal(member.value)})"
    if member.setting is not None:
        return f"Setting({name}, {literal(member.setting)})"
    argument = literal(member.argument)
    extra = _default(member.default) + (", false_omits=True" if member.false_omits else "")
    match member.codec:
        case "text":
            return f"Text({name}, {argument}{extra})"
        case "lower":
            return f"Lower({name}, {argument}{extra})"
        case "integer":
            return f"Integer({name}, {argument})"
        case "flag":
            return f"Flag({name}, {argument})"
        case "words":
            return f"Words({name}, {argument})"
        case "percent":
            return f"Percent({name}, {argument})"
        case "options":
            options = _tuple(_option(option, types) for option in member.options)
            companion, words = literal(member.companion), literal(member.only_for)
            return f"Options({name}, {argument}, {companion}, {words}, {options})"
        case "steps":
            return f"Steps({name}, {argument}, {literal(member.companion)})"
        case _:
            assert_never(member.codec)


def _default(default: ir.DefaultBefore | ir.DefaultByCase | None) -> str:
    match default:
        case None:
            return ""
        case ir.DefaultBefore(argument=argument, separator=separator):
            return f", default=Before({literal(argument)}, {literal(separator)})"
        case ir.DefaultByCase(argument=argument, cases=cases, otherwise=otherwise):
            return f", default=ByCase({literal(argument)}, {literal(dict(cases))}, {literal(otherwise)})"


def _option(option: ir.OptionField, types: hints.Types) -> str:
    parts = [literal(option.name), literal(option.wire)]
    if option.default is not None:
        parts.append(f"default={literal(option.default)}")
    shapes = list(_alternatives(option.shape, types))
    words = tuple(value for shape in shapes if isinstance(shape, ir.Constants) for value in shape.values)
    if words:
        parts.append(f"words={literal(words)}")
    if any(isinstance(shape, ir.Integer | ir.Number) for shape in shapes):
        parts.append("number=True")
    return f"Option({', '.join(parts)})"


def _alternatives(shape: ir.Shape, types: hints.Types) -> Iterator[ir.Shape]:
    """The shape itself, or those it is one of, with names looked up."""
    match shape:
        case ir.Ref(name=name):
            yield from _alternatives(types[name].shape, types)
        case ir.Kinds(alternatives=alternatives):
            for each in alternatives:
                yield from _alternatives(each, types)
        case _:
            yield shape


def _rule(rule: ir.Rule) -> str:
    match rule:
        case ir.AtLeastOneOf(arguments=arguments):
            return f"AtLeastOneOf({literal(arguments)})"
        case ir.Needs(argument=argument, value=value, other=other, values=values, face_sends=face_sends):
            face = f", face_sends={literal(face_sends)}" if face_sends is not None else ""
            return f"Needs({literal(argument)}, {literal(value)}, {literal(other)}, {literal(values)}{face})"
        case _:
            assert_never(rule)


def _broken(broken: ir.BrokenBody) -> str:
    parts = [
        literal(broken.pattern),
        str(ClassName.of(broken.error)),
        str(ClassName.of(broken.answer.name)),
        f"values={literal({str(PyName.of(name)): value for name, value in broken.values})}",
        f"message={literal(str(PyName.of(broken.message_member)))}",
    ]
    if broken.text is not None:
        parts.append(f"text={literal(broken.text)}")
    return f"Broken({', '.join(parts)})"


# --------------------------------------------------------------------------- docstrings


def _function_text(service: ir.Service, each: ir.Operation, annotation: str) -> str:
    example = next((example for example in each.examples if example.expect in {"answer", "pending"}), None)
    parts = [each.note.summary, each.note.doc.strip(), *_parameter_text(each), _returns_text(annotation)]
    parts.append(_raises_text(service, each))
    if example is not None:
        call = ", ".join(f"{name}={literal(value)}" for name, value in example.arguments)
        parts.append(f"Examples\n--------\n>>> answer = client.{each.name}({call})")
    if each.deprecated:
        parts.append(f"Deprecated: {each.deprecated}")
    parts.append(_sources(each.note.source))
    return "\n\n".join(part for part in parts if part)


def _parameter_text(each: ir.Operation) -> list[str]:
    if not each.parameters:
        return []
    lines = ["Parameters", "----------"]
    for parameter in each.parameters:
        lines += [
            parameter.name + ("" if parameter.required else ", optional"),
            *_hanging(parameter.note.summary),
        ]
    return ["\n".join(lines)]


def _returns_text(annotation: str) -> str:
    return "\n".join(["Returns", "-------", "answer", *_hanging(f"``{annotation}``")])


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


def _face_text(each: ir.Operation) -> str:
    return each.note.summary


def error_class(error: ir.ErrorClass, base: str) -> tuple[Class, tuple[str, ...]]:
    """The class of one kind of failure, and the lines of its attributes."""
    lines: Lines = []
    for extract in error.extract:
        annotation = "list[str]" if extract.every else "str | None"
        function = "every" if extract.every else "first"
        lines += [
            "@property",
            f"def {PyName.of(extract.name)}(self) -> {annotation}:",
            "    " + docstring(_text(extract.note), 8),
            f"    return {function}({raw_pattern(extract.pattern)}, self.answer.{PyName.of(extract.member)})",
            "",
        ]
    return Class(f"{ClassName.of(error.name)}({base})", _doc(error.note)), tuple(lines)
