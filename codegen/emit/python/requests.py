"""What an operation's value says of its request, as Python text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from codegen import ir
from codegen.literals import literal
from codegen.naming import ClassName, PyName

from . import hints
from .runtime import language_class


def keywords(
    service: ir.Service, each: ir.Operation, types: hints.Types, result: str
) -> list[tuple[str, str]]:
    """The keyword arguments of an operation's value."""
    found = [
        ("module", "__name__"),
        ("effect", literal(each.effect)),
        *([("stability", literal(each.stability))] if each.stability != "documented" else []),
        *_effect_by(each.effect_by),
        ("parameters", _tuple(_parameter(service, parameter) for parameter in each.parameters)),
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
            ends = tuple(param.argument for param in each.params if param.when_given)
            if ends:
                found.append(("when_given", literal(ends)))
            sent = [param.argument for param in each.params]
            if sent != [parameter.name for parameter in each.parameters]:
                found.append(("sent", literal(tuple(sent))))
    if each.rules:
        found.append(("rules", _tuple(_rule(rule) for rule in each.rules)))
    if each.batch:
        found.append(("batch", f"Batch({literal(each.batch.argument)}, {each.batch.size})"))
    if each.post_over is not None:
        found.append(("post_over", literal(each.post_over)))
    if each.max_body is not None:
        found.append(("max_body", literal(each.max_body)))
    if each.broken:
        found.append(("broken", _tuple(_broken(broken) for broken in each.broken)))
    found.append(("result", result))
    return found


def _effect_by(effect: ir.EffectBy | None) -> list[tuple[str, str]]:
    """What decides the effect of a call, where an argument does."""
    if effect is None:
        return []
    return [("effect_by", f"EffectBy({literal(effect.argument)}, {literal(effect.given)})")]


def _tuple(items: Iterable[str]) -> str:
    parts = list(items)
    return f"({', '.join(parts)},)" if parts else "()"


def _parameter(service: ir.Service, each: ir.Parameter) -> str:
    parts = [literal(each.name)]
    if each.required:
        parts.append("required=True")
    if each.default is not None:
        parts.append(f"default={literal(each.default)}")
    if each.secret:
        parts.append("secret=True")
    if each.aliases:
        parts.append(f"aliases={literal(each.aliases)}")
    language = language_class(service.name, each.language)
    if language is not None:
        parts.append(f"language={literal(language)}")
    if language is not None and each.language is not None and each.language.without:
        parts.append(f"without={literal(each.language.without)}")
    if language is not None and each.language is not None and each.language.also:
        parts.append(f"also={literal(each.language.also)}")
    if each.confirms:
        parts.append("confirms=True")
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
        case "text" | "file":
            return f"{member.codec.capitalize()}({name}, {argument}{extra})"
        case "lower":
            return f"Lower({name}, {argument}{extra})"
        case "integer" | "integers" | "number" | "flag" | "words" | "percent" | "json":
            return f"{member.codec.capitalize()}({name}, {argument})"
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
        case ir.AtMostOneOf(arguments=arguments):
            return f"AtMostOneOf({literal(arguments)})"
        case ir.GoesWith(argument=argument, other=other):
            return f"GoesWith({literal(argument)}, {literal(other)})"
        case ir.Never(argument=argument, word=word, because=because):
            return f"Never({literal(argument)}, {literal(word)}, {literal(because)})"
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
