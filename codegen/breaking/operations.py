"""Compares two versions of one operation."""

from __future__ import annotations

from dataclasses import replace

from codegen import ir
from codegen.breaking.changes import Change, Changes
from codegen.breaking.shapes import ShapeComparison
from codegen.resolve.values import Types, same


def compare_operations(
    old_service: ir.Service, old: ir.Operation, new_service: ir.Service, new: ir.Operation
) -> list[Change]:
    """Every change of one operation."""
    changes = Changes(new_service.name, new.name)
    before, after = _types(old_service, old), _types(new_service, new)
    _facts(old, new, changes)
    _parameters(old, new, ShapeComparison("request", before, after, changes), changes)
    _wire(old, new, changes)
    _rules(old, new, changes)
    _results(old.result, new.result, ShapeComparison("response", before, after, changes), changes)
    return changes.found


def _types(service: ir.Service, operation: ir.Operation) -> Types:
    return {each.name: each for each in (*service.types, *operation.types)}


def _facts(old: ir.Operation, new: ir.Operation, changes: Changes) -> None:
    if (old.effect, old.effect_by) != (new.effect, new.effect_by):
        changes.note("effect-changed", f"is {_effect(new)} now; it was {_effect(old)}")
    if old.stability != new.stability:
        changes.note("stability-changed", f"is {new.stability} now; it was {old.stability}")
    if (old.deprecated is None) != (new.deprecated is None):
        changes.note("operation-deprecated", new.deprecated or "is no longer deprecated")
    if old.batch != new.batch:
        said = f"{new.batch.size} of {new.batch.argument} at a time" if new.batch else "not sliced any more"
        changes.note("batch-changed", said)
    if old.post_over != new.post_over:
        changes.note("wire-changed", f"{_posted(new)} now; it was {_posted(old)}")
    if old.endpoint != new.endpoint:
        changes.note("wire-changed", f"goes to {new.endpoint} now; it went to {old.endpoint}")


def _posted(each: ir.Operation) -> str:
    return "always GET" if each.post_over is None else f"POST above {each.post_over} characters"


def _effect(operation: ir.Operation) -> str:
    by = operation.effect_by
    return operation.effect if by is None else f"{by.given} with {by.argument}, else {by.otherwise}"


def _parameters(old: ir.Operation, new: ir.Operation, shapes: ShapeComparison, changes: Changes) -> None:
    before = {each.name: each for each in old.parameters}
    after = {each.name: each for each in new.parameters}
    for name in before:
        if name not in after:
            changes.note("parameter-removed", f"{name} is gone")
    for name, parameter in after.items():
        if name not in before:
            rule = "parameter-added-required" if parameter.required else "parameter-added-optional"
            changes.note(rule, f"{name} is new")
        else:
            _parameter(before[name], parameter, changes)
            shapes.compare(before[name].shape, parameter.shape, name)
    _positions(list(before), list(after), changes)


def _parameter(old: ir.Parameter, new: ir.Parameter, changes: Changes) -> None:
    if new.required and not old.required:
        changes.note("parameter-became-required", f"{new.name} must be given now")
    if old.required and not new.required:
        changes.note("parameter-became-optional", f"{new.name} may be left out now")
    if not same(old.default, new.default):
        changes.note(
            "default-changed", f"{new.name} means {new.default!r} when not given; it meant {old.default!r}"
        )
    if old.language != new.language:
        changes.note("parameter-language-changed", f"{new.name} is {_spoken(new)}; it was {_spoken(old)}")
    for alias in sorted(set(old.aliases) ^ set(new.aliases)):
        changes.note(
            "parameter-alias-changed",
            f"{alias} {'is' if alias in new.aliases else 'is not'} taken for {new.name}",
        )


def _spoken(parameter: ir.Parameter) -> str:
    language = parameter.language
    if language is None:
        return "a text in no language"
    return " ".join(
        [
            f"a {language.name}",
            *(f"without {each}" for each in language.without),
            *(f"or {each}" for each in language.also),
        ]
    )


def _positions(before: list[str], after: list[str], changes: Changes) -> None:
    """A parameter must keep its place; new ones go behind the old ones."""
    for position, name in enumerate(before):
        if (
            name in after
            and after.index(name) != position
            and all(each in after for each in before[:position])
        ):
            changes.note(
                "parameter-moved", f"{name} is number {after.index(name) + 1} now; it was {position + 1}"
            )


def _wire(old: ir.Operation, new: ir.Operation, changes: Changes) -> None:
    before, after = _sent(old), _sent(new)
    for what, form in before.items():
        if what in after and after[what] != form:
            changes.note("wire-changed", f"{what} is sent as {_form(after[what])}; it was {_form(form)}")
        elif what not in after and what.startswith("the fixed"):
            changes.note("wire-changed", f"{what} is not sent any more")
    for what in after:
        if what not in before and what.startswith("the fixed"):
            changes.note("wire-changed", f"{what} is sent now")
    if [each.argument for each in old.params] != [each.argument for each in new.params]:
        kept = [each.argument for each in new.params][: len(old.params)]
        if kept != [each.argument for each in old.params]:
            changes.note(
                "wire-changed", f"positions are {', '.join(each.argument for each in new.params)} now"
            )


def _sent(operation: ir.Operation) -> dict[str, ir.QueryMember | ir.RpcParam]:
    """What is sent, by argument or, for fixed members, by name."""
    found: dict[str, ir.QueryMember | ir.RpcParam] = {}
    for each in operation.query:
        key = each.argument if each.argument is not None else f"the fixed member {each.name}"
        # What options mean to people is no matter of the wire.
        options = tuple(replace(option, note=ir.Note()) for option in each.options)
        found[key] = replace(each, options=options)
    found.update({each.argument: each for each in operation.params})
    return found


def _form(sent: ir.QueryMember | ir.RpcParam) -> str:
    if isinstance(sent, ir.RpcParam):
        if sent.when_given:
            return "it is, and left out when it is not given"
        return f'null written "{sent.null_as}"' if sent.null_as is not None else "it is"
    value = sent.value if sent.value is not None else sent.setting
    if value is not None:
        return f"{sent.name}={value}"
    details = [f"{option.wire}={option.default}" for option in sent.options]
    return f"{sent.name} ({', '.join([sent.codec, *details, *sent.only_for, *sent.steps])})"


def _rules(old: ir.Operation, new: ir.Operation, changes: Changes) -> None:
    for rule in new.rules:
        if rule not in old.rules:
            changes.note("rule-added", _rule(rule))
    for rule in old.rules:
        if rule not in new.rules:
            changes.note("rule-removed", _rule(rule))


def _rule(rule: ir.Rule) -> str:
    match rule:
        case ir.AtLeastOneOf(arguments):
            return f"at least one of {', '.join(arguments)}"
        case ir.AtMostOneOf(arguments):
            return f"at most one of {', '.join(arguments)}"
        case ir.GoesWith(argument, other):
            return f"{argument} goes with {other}"
        case ir.Never(argument, word, _):
            return f"{argument} never holds {word}"
        case ir.Needs():
            return _needs(rule)


def _needs(rule: ir.Needs) -> str:
    value = f"={rule.value}" if rule.value is not None else ""
    return f"{rule.argument}{value} needs {rule.other} to be {' or '.join(rule.values)}"


def _results(
    old: ir.Plain | ir.Select, new: ir.Plain | ir.Select, shapes: ShapeComparison, changes: Changes
) -> None:
    match (old, new):
        case (ir.Plain(), ir.Plain()):
            if old.body != new.body:
                changes.note("response-type-changed", f"the answer is {new.body} now; it was {old.body}")
            shapes.compare(old.shape, new.shape, "the answer")
            _failure(old.failure, new.failure, changes)
        case (ir.Select(), ir.Select()):
            _select(old, new, shapes, changes)
        case _:
            changes.note("response-type-changed", "answers are told apart in another way")


def _failure(old: ir.FailureMember | None, new: ir.FailureMember | None, changes: Changes) -> None:
    if old is None or new is None:
        if old is not new:
            changes.note(
                "meaning-changed",
                "an answer can mean failure now" if new else "no answer means failure any more",
            )
        return
    if (old.member, old.is_bad) != (new.member, new.is_bad) or not same(old.ok, new.ok):
        told = "is" if new.is_bad else "is not"
        changes.note("meaning-changed", f"an answer means failure when {new.member} {told} {new.ok!r}")
    if old.error != new.error:
        changes.note("error-changed", f"{new.error} is raised now; it was {old.error}")


def _select(old: ir.Select, new: ir.Select, shapes: ShapeComparison, changes: Changes) -> None:
    if old.member != new.member:
        changes.note(
            "response-type-changed", f"answers are told apart by {new.member} now; it was {old.member}"
        )
        return
    before, after = _arms(old), _arms(new)
    for key, arm in before.items():
        if key not in after:
            changes.note(
                "arm-removed", f"{old.member} {key[1]} is unknown now and raises {new.otherwise_error}"
            )
            continue
        _arm(f"{old.member} {key[1]}", arm, after[key], changes)
        shapes.compare(arm.shape, after[key].shape, arm.shape.name)
    for key in after:
        if key not in before:
            changes.note("arm-added", f"{new.member} {key[1]} is known now")
    if old.otherwise_error != new.otherwise_error:
        changes.note(
            "error-changed", f"unknown values raise {new.otherwise_error} now; it was {old.otherwise_error}"
        )
    shapes.compare(old.otherwise, new.otherwise, old.otherwise.name)


def _arms(select: ir.Select) -> dict[tuple[str, str], ir.Arm]:
    return {(type(value).__name__, repr(value)): arm for arm in select.arms for value in arm.when}


def _arm(where: str, old: ir.Arm, new: ir.Arm, changes: Changes) -> None:
    if old.meaning != new.meaning:
        changes.note("meaning-changed", f"{where} means {new.meaning} now; it meant {old.meaning}")
    elif old.error != new.error:
        changes.note("error-changed", f"{where} raises {new.error} now; it raised {old.error}")
