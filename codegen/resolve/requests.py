"""What an operation is called with, and how that is put on the wire."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast, get_args

from codegen import ir
from codegen.naming import PARAMETERS
from codegen.resolve.node import Node
from codegen.resolve.scope import Scope
from codegen.resolve.shapes import build
from codegen.resolve.values import fits, kinds, target

CODEC_OPTIONS: dict[str, frozenset[str]] = {
    "options": frozenset({"with", "only_for", "options"}),
    "steps": frozenset({"with", "steps"}),
}
CODEC_KINDS: dict[str, frozenset[str]] = {
    "text": frozenset({"string"}),
    "lower": frozenset({"string"}),
    "percent": frozenset({"string"}),
    "integer": frozenset({"number"}),
    "integers": frozenset({"array"}),
    "number": frozenset({"number"}),
    "flag": frozenset({"boolean"}),
    "words": frozenset({"string", "array"}),
    "options": frozenset({"string"}),
    "steps": frozenset({"object"}),
    "json": frozenset({"object", "array"}),
    "file": frozenset({"string"}),
}


def parameters(scope: Scope, node: Node) -> tuple[ir.Parameter, ...]:
    """The parameters in file order, which is the order of the documents."""
    found = tuple(_parameter(scope, name, each) for name, each in node.members())
    names = [each.name for each in found]
    optional: str | None = None
    for each in found:
        if each.required and optional is not None:
            message = (
                f'the required "{each.name}" comes after the optional "{optional}"; required ones come first'
            )
            scope.report(node[each.name], "parameter-order", message)
        optional = optional or (None if each.required else each.name)
        for alias in each.aliases:
            others = [other for other in found if other is not each and alias in other.aliases]
            if alias in names or others:
                message = f'the alias "{alias}" is the name of another parameter'
                scope.report(node[each.name]["aliases"], "alias-collides", message)
    return found


def _parameter(scope: Scope, name: str, node: Node) -> ir.Parameter:
    for each, place in ((name, node), *((alias, node["aliases"]) for alias in node.texts("aliases"))):
        scope.module_name(place, each)
        if each in PARAMETERS:
            scope.report(
                place, "name-unsafe", f'"{each}" means something else in functions; choose another name'
            )
    shape = build(scope, node["shape"])
    required, default = node.flag("required"), node.scalar("default")
    if required and "default" in node:
        scope.report(node["default"], "default-misfit", "a required parameter has no default")

    def check() -> None:
        if "language" in node and not isinstance(target(shape, scope.types), ir.Text | None):
            scope.report(node["language"], "language-misfit", "only a text is written in a language")
        if "default" in node and default is not None and not fits(default, shape, scope.types):
            scope.report(
                node["default"], "default-misfit", f"{default!r} does not fit the shape of this parameter"
            )

    scope.later.append(check)
    return ir.Parameter(
        name=name,
        shape=shape,
        required=required,
        note=scope.note(node),
        default=default,
        secret=node.flag("secret"),
        aliases=node.texts("aliases"),
        language=_language(node["language"]) if "language" in node else None,
        in_face=node.scalar("face") is not False,
        confirms=node.flag("confirms"),
    )


def _language(node: Node) -> ir.Language:
    return ir.Language(node.word("name"), node.texts("without"), node.texts("also"))


class Arguments:
    """The parameters of one operation, for whatever names them."""

    def __init__(self, scope: Scope, found: tuple[ir.Parameter, ...]) -> None:
        self.scope = scope
        self.by_name = {each.name: each for each in found}
        self.sent: dict[str, Node] = {}
        self.lowered: set[str] = set()
        self._astray = False

    def named(self, node: Node) -> ir.Parameter | None:
        """The parameter that a node names; reported if there is none."""
        name = node.value
        if not isinstance(name, str):
            return None
        if not self.scope.known(node, name, self.by_name, "argument-unknown", "parameter of this operation"):
            self._astray = True
        return self.by_name.get(name)

    def send(self, node: Node) -> ir.Parameter | None:
        """The same, for a place that puts the argument on the wire."""
        found = self.named(node)
        if found is not None:
            if found.name in self.sent:
                line = self.sent[found.name].place.line
                self.scope.report(node, "argument-twice", f'"{found.name}" is sent already, in line {line}')
            self.sent.setdefault(found.name, node)
        return found

    def can_be(self, name: str, value: str) -> bool:
        """Whether an argument can have this text as its value."""
        found = self.by_name.get(name)
        if found is None or fits(value, found.shape, self.scope.types):
            return True
        shape = target(found.shape, self.scope.types)
        if name not in self.lowered or not isinstance(shape, ir.Constants):
            return False
        return any(isinstance(each, str) and each.lower() == value.lower() for each in shape.values)

    def check_values(self, node: Node, name: str, values: Iterable[tuple[Node, str]], rule: str) -> None:
        for place, value in values:
            if not self.can_be(name, value):
                self.scope.report(place, rule, f'"{name}" can never be "{value}"')

    def check_unsent(self, node: Node) -> None:
        """Report parameters that go nowhere; not where a misspelt name may be the reason."""
        for name, parameter in self.by_name.items():
            if parameter.confirms:
                self._check_confirmation(node[name], parameter)
            elif name not in self.sent and not self._astray:
                self.scope.report(
                    node[name], "argument-unsent", f'"{name}" is never sent; add it to the request'
                )

    def _check_confirmation(self, node: Node, parameter: ir.Parameter) -> None:
        """A confirmation is the one value true, required, and stays here."""
        if parameter.shape != ir.Constants((True,)) or not parameter.required:
            message = f'"{parameter.name}" confirms, so it is required: true with the shape {{const: true}}'
            self.scope.report(node, "confirmation", message)
        if parameter.name in self.sent:
            message = f'"{parameter.name}" confirms, so it is not sent'
            self.scope.report(self.sent[parameter.name], "confirmation", message)


def query(scope: Scope, node: Node, arguments: Arguments) -> tuple[ir.QueryMember, ...]:
    """The members of a CGI query in wire order."""
    found: list[ir.QueryMember] = []
    for each in node.items():
        member = _query_member(scope, each, arguments)
        if any(member.name == before.name for before in found):
            scope.report(each["name"], "query-duplicate", f'"{member.name}" is in the query already')
        found.append(member)
    return tuple(found)


def _query_member(scope: Scope, node: Node, arguments: Arguments) -> ir.QueryMember:
    written = node.text("codec") or "text"
    is_known = written in get_args(ir.CodecName)
    codec = cast(ir.CodecName, written) if is_known else "text"
    argument = arguments.send(node["argument"])
    companion = arguments.send(node["with"])
    if argument is not None and codec == "lower":
        arguments.lowered.add(argument.name)
    if is_known:  # what a misspelt codec would ask for can't be told
        _check_codec_options(scope, node, codec)
        _check_codec_shapes(scope, node, codec, argument, companion)
    return ir.QueryMember(
        name=node.word("name"),
        value=node.text("value"),
        setting=node.text("setting"),
        optional=node.flag("optional"),
        argument=node.text("argument"),
        codec=codec,
        default=_default(scope, node["default"], arguments),
        false_omits=node.flag("false_omits"),
        companion=node.text("with"),
        only_for=_only_for(scope, node, arguments),
        options=_options(scope, node["options"]),
        steps=node.texts("steps"),
    )


def _check_codec_options(scope: Scope, node: Node, codec: str) -> None:
    allowed = CODEC_OPTIONS.get(codec, frozenset[str]())
    for key in ("with", "only_for", "options", "steps"):
        if key in node and key not in allowed:
            homes = " and ".join(name for name, keys in CODEC_OPTIONS.items() if key in keys)
            scope.report(node[key], "codec-option", f"{key} goes with the codec {homes}; here it is {codec}")
    for key in sorted(allowed - {"only_for"}):
        if key not in node:
            scope.report(node, "codec-option", f"the codec {codec} needs the key {key}")
    if "optional" in node and "setting" not in node:
        scope.report(node["optional"], "codec-option", "optional goes with setting")
    if "argument" not in node:
        for key in ("codec", "default", "false_omits"):
            if key in node:
                scope.report(
                    node[key], "codec-option", f"{key} goes with argument; a fixed value is sent as it is"
                )


def _check_codec_shapes(
    scope: Scope, node: Node, codec: str, argument: ir.Parameter | None, companion: ir.Parameter | None
) -> None:
    allowed = CODEC_KINDS[codec] | ({"boolean"} if node.flag("false_omits") else set[str]())

    def check() -> None:
        if argument is not None and not kinds(argument.shape, scope.types) <= allowed:
            odd = ", ".join(sorted(kinds(argument.shape, scope.types) - allowed))
            message = (
                f'the codec {codec} writes {" or ".join(sorted(allowed))}; "{argument.name}" can be {odd}'
            )
            scope.report(node["argument"], "codec-shape", message)
        wanted = "object" if codec == "options" else "number"
        if (
            companion is not None
            and codec in CODEC_OPTIONS
            and kinds(companion.shape, scope.types) != frozenset({wanted})
        ):
            message = f'the companion of the codec {codec} is of the kind {wanted}; "{companion.name}" is not'
            scope.report(node["with"], "codec-shape", message)

    scope.later.append(check)


def _only_for(scope: Scope, node: Node, arguments: Arguments) -> tuple[str, ...]:
    name = node.word("argument")
    words = [(each, each.value) for each in node["only_for"].items() if isinstance(each.value, str)]
    scope.later.append(lambda: arguments.check_values(node, name, words, "rule-unknown"))
    return node.texts("only_for")


def _options(scope: Scope, node: Node) -> tuple[ir.OptionField, ...]:
    found = tuple(_option(scope, name, each) for name, each in node.members())
    for at, each in enumerate(found):
        if any(each.wire == before.wire for before in found[:at]):
            message = f'"{each.wire}" is the name of an option before this one'
            scope.report(node[each.name]["wire"], "query-duplicate", message)
    return found


def _option(scope: Scope, name: str, node: Node) -> ir.OptionField:
    shape, default = build(scope, node["shape"]), node.scalar("default")

    def check() -> None:
        if default is not None and not fits(default, shape, scope.types):
            scope.report(
                node["default"], "default-misfit", f"{default!r} does not fit the shape of this option"
            )
        if not kinds(shape, scope.types) <= {"string", "number"}:
            scope.report(node["shape"], "codec-shape", "an option is a text or a number")

    scope.later.append(check)
    return ir.OptionField(name, node.word("wire"), shape, default, scope.note(node))


def _default(scope: Scope, node: Node, arguments: Arguments) -> ir.DefaultBefore | ir.DefaultByCase | None:
    if "by" in node:
        arguments.named(node["by"])
        cases = node["cases"].sorted_members()
        by = node.word("by")
        values = [(each, case) for case, each in cases]
        scope.later.append(lambda: arguments.check_values(node, by, values, "default-derived"))
        chosen = tuple((case, each.value) for case, each in cases if isinstance(each.value, str))
        return ir.DefaultByCase(by, chosen, node.word("else"))
    if "of" in node:
        arguments.named(node["of"])
        return ir.DefaultBefore(node.word("of"), node.word("before"))
    return None


def params(node: Node, arguments: Arguments, found: tuple[ir.Parameter, ...]) -> tuple[ir.RpcParam, ...]:
    """The positions of a JSON-RPC call; all parameters in order when nothing is said."""
    if node.value is None:
        sent = [each.name for each in found if not each.confirms]
        arguments.sent.update(dict.fromkeys(sent, node))
        return tuple(map(ir.RpcParam, sent))
    positions: list[ir.RpcParam] = []
    for each in node.items():
        name = each if isinstance(each.value, str) else each["argument"]
        if arguments.send(name) is not None:
            positions.append(ir.RpcParam(str(name.value), each.text("null_as"), each.flag("when_given")))
            _check_when_given(arguments, each, positions)
    return tuple(positions)


def _check_when_given(arguments: Arguments, node: Node, positions: list[ir.RpcParam]) -> None:
    """A position that may be missing is of an optional argument, and all behind it may be missing too."""
    added = positions[-1]
    if not added.when_given:
        before = next((each.argument for each in positions if each.when_given), None)
        if before is not None:
            message = f'"{added.argument}" stands behind "{before}", whose position may be left out'
            arguments.scope.report(node, "params-gap", message)
        return
    if added.null_as is not None:
        message = "when_given leaves the position out, null_as fills it; choose one of them"
        arguments.scope.report(node["when_given"], "params-gap", message)
    found = arguments.by_name[added.argument]
    if found.required or found.default is not None:
        message = f'"{found.name}" always has a value, so its position is never left out'
        arguments.scope.report(node["when_given"], "params-gap", message)


def effect(scope: Scope, node: Node, arguments: Arguments) -> tuple[ir.Effect, ir.EffectBy | None]:
    """What a call does on the server, and what decides where that depends on an argument."""
    if "by" not in node:
        return cast(ir.Effect, node.value if isinstance(node.value, str) else ""), None
    found = arguments.named(node["by"])
    given, otherwise = cast(ir.Effect, node.word("given")), cast(ir.Effect, node.word("else"))
    if found is not None and (found.required or found.default is not None):
        message = f'"{found.name}" always has a value, so nothing depends on whether it is given'
        scope.report(node["by"], "effect-by", message)
    elif node.word("given") == node.word("else"):
        scope.report(node["given"], "effect-by", f"the effect is {given} either way; say effect: {given}")
    return otherwise, ir.EffectBy(node.word("by"), given, otherwise)


def rules(scope: Scope, node: Node, arguments: Arguments) -> tuple[ir.Rule, ...]:
    """The rules across arguments."""
    found = [_rule(scope, each, arguments) for each in node.items()]
    return tuple(each for each in found if each is not None)


def _rule(scope: Scope, node: Node, arguments: Arguments) -> ir.Rule | None:
    if "at_least_one_of" in node:
        for each in node["at_least_one_of"].items():
            found = arguments.named(each)
            if found is not None and found.required:
                scope.report(
                    each, "rule-unknown", f'"{found.name}" is required anyway; the rule says nothing'
                )
        return ir.AtLeastOneOf(node.texts("at_least_one_of"))
    if "at_most_one_of" in node:
        for each in node["at_most_one_of"].items():
            arguments.named(each)
        return ir.AtMostOneOf(node.texts("at_most_one_of"))
    if "goes_with" in node:
        arguments.named(node["argument"])
        arguments.named(node["goes_with"])
        return ir.GoesWith(node.word("argument"), node.word("goes_with"))
    if "never" in node:
        return _never(scope, node, arguments)
    needs = node["needs"].members()
    if not needs:
        return None
    return _needs(scope, node, arguments, *needs[0])


def _never(scope: Scope, node: Node, arguments: Arguments) -> ir.Never:
    found = arguments.named(node["argument"])

    def check() -> None:
        if found is not None and not kinds(found.shape, scope.types) <= {"string", "array"}:
            message = f'never is said of names; "{found.name}" is neither a text nor a list'
            scope.report(node["argument"], "rule-unknown", message)

    scope.later.append(check)
    return ir.Never(node.word("argument"), node.word("never"), node.word("because"))


def _needs(scope: Scope, node: Node, arguments: Arguments, other: str, values: Node) -> ir.Needs:
    name, value, sends = node.word("argument"), node.text("is"), node.text("face_sends")
    arguments.named(node["argument"])
    arguments.named(Node(other, values.place))
    words = [(each, each.value) for each in values.items() if isinstance(each.value, str)]
    own = [(node[key], text) for key, text in (("is", value), ("face_sends", sends)) if text is not None]
    if sends is not None and value is None:
        scope.report(
            node["face_sends"], "rule-unknown", "face_sends replaces one value: say which one with is"
        )

    def check() -> None:
        arguments.check_values(node, other, words, "rule-unknown")
        arguments.check_values(node, name, own, "rule-unknown")

    scope.later.append(check)
    given = [each.value for each in values.items() if isinstance(each.value, str)]
    return ir.Needs(name, value, other, tuple(given), sends)


def batch(scope: Scope, node: Node, arguments: Arguments) -> ir.Batch | None:
    """How long calls are sliced."""
    if node.value is None:
        return None
    found = arguments.named(node["argument"])

    def check() -> None:
        if found is not None and not kinds(found.shape, scope.types) <= {"array", "object"}:
            message = f'"{found.name}" is neither an array nor a map, so it cannot be sliced'
            scope.report(node["argument"], "batch-argument", message)

    scope.later.append(check)
    return ir.Batch(node.word("argument"), node.integer("size") or 1)
