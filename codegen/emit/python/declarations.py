"""Named types as statements: classes for answers, dictionaries for arguments, aliases for the rest."""

from __future__ import annotations

from collections.abc import Sequence

from codegen import ir
from codegen.literals import docstring, literal, raw_pattern
from codegen.naming import ClassName, PyName

from . import hints, walk
from .checks import Statements, check_name, finish_name, tell_name
from .docs import meaning, note_text, type_doc
from .naming import attribute, is_kept, is_number, offered
from .tables import bases, column_property, constants, table_properties
from .views import Alias, Class, Constant, Declarations, Field, Function, Property, Statement


def declarations(
    service: ir.Service,
    names: Sequence[str],
    types: hints.Types,
    used_in_answers: frozenset[str],
    statements: Statements,
) -> Declarations:
    """The declarations of the named types: dictionaries for arguments, classes for answers."""
    ordered = [name for name in walk.closure(names, types) if name in set(names)]
    found: list[Statement] = []
    helpers: list[str] = []
    for name in ordered:
        found += _declared(service, types[name], types, name in used_in_answers)
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


def _declared(service: ir.Service, each: ir.TypeDef, types: hints.Types, in_answers: bool) -> list[Statement]:
    name = ClassName.of(each.name)
    match each.shape:
        case ir.Record() if in_answers:
            return [_answer_class(service, each, each.shape, types)]
        case ir.Record():
            return [_argument_class(each, each.shape, types)]
        case ir.Pair():
            return [_pair_class(each, each.shape, types)]
        case shape:
            text = hints.answer(shape, types) if in_answers else hints.argument(shape, types)
            sentinels = _sentinel_classes(shape) if in_answers else []
            return [*sentinels, Alias(f"{name}: TypeAlias = {text}", docstring(note_text(each.note)))]


def _answer_class(service: ir.Service, each: ir.TypeDef, record: ir.Record, types: hints.Types) -> Class:
    fields: list[Field] = []
    properties: list[Property] = []
    renamed: dict[str, str] = {}
    for member in record.members:
        name = attribute(record, member, types)
        if name != member.wire:
            renamed[name] = member.wire
        fields.append(_field(record, member, name, types))
        if is_kept(record, member):
            properties.append(column_property(record, member, types))
        elif is_number(member.shape, types):
            properties.append(_number_property(record, member, name))
    properties += table_properties(record)
    rename = f", rename={literal(renamed)}" if renamed else ""
    head = f"{ClassName.of(each.name)}({bases(record)}, frozen=True, kw_only=True{rename})"
    layouts = constants(record, service, types)
    return Class(head, type_doc(each.note), layouts, tuple(fields), tuple(properties))


def _field(record: ir.Record, member: ir.Member, name: str, types: hints.Types) -> Field:
    """A member as the decoder sees it; one that is offered in another form says so."""
    kept = is_kept(record, member)
    annotation = "Raw" if kept else hints.answer(member.shape, types, decoded=True)
    optional = "" if member.required else " | UnsetType = UNSET"
    as_sent = kept or is_number(member.shape, types)
    doc = f"`{member.wire}` as the server wrote it." if as_sent else meaning(member.note)
    return Field(f"{name}: {annotation}{optional}", docstring(doc, 4))


def _number_property(record: ir.Record, member: ir.Member, name: str) -> Property:
    annotation = "int | float" + ("" if member.required else " | UnsetType")
    return Property(
        offered(record, member), annotation, f"number(self.{name})", docstring(meaning(member.note), 8)
    )


def _argument_class(each: ir.TypeDef, record: ir.Record, types: hints.Types) -> Class:
    fields: list[Field] = []
    for member in record.members:
        annotation = hints.argument(member.shape, types)
        fields.append(
            Field(
                f"{PyName.of(member.wire)}: {_not_required(annotation, member)}",
                docstring(meaning(member.note), 4),
            )
        )
    return Class(f"{ClassName.of(each.name)}(TypedDict)", type_doc(each.note), fields=tuple(fields))


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
    return Class(f"{ClassName.of(each.name)}(NamedTuple)", type_doc(each.note), fields=fields)


_WHY_NOT = "The result, else a text that says why there is none."


def _sentinel_classes(shape: ir.Shape) -> list[Statement]:
    if not isinstance(shape, ir.Text):
        return []
    return [
        Class(
            f"{ClassName.of(each.name)}(Sentinel)",
            type_doc(each.note),
            fields=(
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
