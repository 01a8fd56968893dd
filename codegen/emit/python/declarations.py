"""Named types as statements: classes for answers, dictionaries for arguments, aliases for the rest."""

from __future__ import annotations

from collections.abc import Sequence

from codegen import ir
from codegen.literals import docstring, literal, raw_pattern
from codegen.naming import ClassName, PyName

from . import hints, walk
from .checks import Statements, check_name, finish_name, tell_name
from .docs import meaning, note_text, type_doc
from .naming import attribute, is_number
from .views import Alias, Class, Constant, Declarations, Field, Function, Property, Statement


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
            return [*sentinels, Alias(f"{name}: TypeAlias = {text}", docstring(note_text(each.note)))]


def _answer_class(each: ir.TypeDef, record: ir.Record, types: hints.Types) -> Class:
    fields: list[Field] = []
    properties: list[Property] = []
    renamed: dict[str, str] = {}
    for member in record.members:
        name = attribute(member, types)
        if name != member.wire:
            renamed[name] = member.wire
        annotation = hints.answer(member.shape, types, decoded=True)
        optional = "" if member.required else " | UnsetType = UNSET"
        doc = docstring(meaning(member.note), 4)
        if is_number(member.shape, types):
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
                    docstring(meaning(member.note), 8),
                )
            )
        else:
            fields.append(Field(f"{name}: {annotation}{optional}", doc))
    base = "Answer" if record.open else "ClosedAnswer"
    rename = f", rename={literal(renamed)}" if renamed else ""
    head = f"{ClassName.of(each.name)}({base}, frozen=True, kw_only=True{rename})"
    return Class(head, type_doc(each.note), tuple(fields), tuple(properties))


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
    return Class(f"{ClassName.of(each.name)}(TypedDict)", type_doc(each.note), tuple(fields))


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
    return Class(f"{ClassName.of(each.name)}(NamedTuple)", type_doc(each.note), fields)


_WHY_NOT = "The result, else a text that says why there is none."


def _sentinel_classes(shape: ir.Shape) -> list[Statement]:
    if not isinstance(shape, ir.Text):
        return []
    return [
        Class(
            f"{ClassName.of(each.name)}(Sentinel)",
            type_doc(each.note),
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
