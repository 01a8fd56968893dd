"""What comes back: arms told apart by a member, failure members, bodies that are no JSON."""

from __future__ import annotations

from codegen import ir
from codegen.resolve.node import Node
from codegen.resolve.scope import Scope
from codegen.resolve.shapes import alike, build, check_pattern
from codegen.resolve.values import fits, kinds, member, record, same, target


def result(scope: Scope, node: Node, failure: Node) -> ir.Plain | ir.Select:
    """The result of an operation; ``failure`` stands beside it in the file."""
    if "select" in node or "arms" in node:
        if failure.value is not None:
            scope.report(
                failure, "result-transport", "failure goes with one shape; with select, give the arm an error"
            )
        return _select(scope, node)
    if "body" in node:
        if failure.value is not None:
            scope.report(
                failure, "result-transport", "failure names a member; a body that is no JSON has none"
            )
        body: ir.Body = "bytes" if node.text("body") == "bytes" else "text"
        return ir.Plain(ir.Text(), None, body, node.word("summary").strip())
    shape = build(scope, node)
    return ir.Plain(shape, _failure(scope, failure, shape))


def shapes(found: ir.Plain | ir.Select, broken: tuple[ir.BrokenBody, ...]) -> list[ir.Shape]:
    """Every shape that an answer can have."""
    if isinstance(found, ir.Plain):
        main: list[ir.Shape] = [found.shape]
    else:
        main = [*(arm.shape for arm in found.arms), found.otherwise]
    return [*main, *(each.answer for each in broken)]


def errors(found: ir.Plain | ir.Select) -> list[tuple[str, ir.Shape]]:
    """The error classes that an answer can lead to, each with its shape."""
    if isinstance(found, ir.Plain):
        return [(found.failure.error, found.shape)] if found.failure else []
    arms: list[tuple[str, ir.Shape]] = [(arm.error, arm.shape) for arm in found.arms if arm.error is not None]
    return [*arms, (found.otherwise_error, found.otherwise)]


def known_texts(scope: Scope, node: Node) -> tuple[ir.KnownText, ...]:
    """The texts that a failure is known to carry."""
    return tuple(ir.KnownText(each.word("text"), scope.source(each)) for each in node.items())


def _ref(scope: Scope, node: Node) -> ir.Ref:
    shape = build(scope, node)
    return shape if isinstance(shape, ir.Ref) else ir.Ref("")


def _select(scope: Scope, node: Node) -> ir.Select:
    arms = tuple(_arm(scope, each) for each in node["arms"].items())
    other = node["else"]
    otherwise = _ref(scope, other["shape"])
    found = ir.Select(node.word("select"), arms, otherwise, scope.error(other["error"]))
    _check_duplicates(scope, node["arms"], arms)
    scope.later.append(lambda: _check_arms(scope, node, found))
    scope.later.append(lambda: _check_else(scope, node, found))
    return found


def _arm(scope: Scope, node: Node) -> ir.Arm:
    error = scope.error(node["error"]) or None
    meaning = _meaning(node.text("meaning"), error)
    if meaning == "failure" and error is None:
        scope.report(node, "arm-error", "an arm that means failure names its error class: error: Name")
    if meaning != "failure" and error is not None:
        scope.report(
            node["error"], "arm-error", f"an arm that means {meaning} raises no error; take error out"
        )
    if meaning != "failure" and "texts" in node:
        scope.report(node["texts"], "arm-error", "texts are those of failures")
    shape = _ref(scope, node["shape"])
    return ir.Arm(node.scalars("when"), shape, meaning, error, known_texts(scope, node["texts"]))


def _meaning(said: str | None, error: str | None) -> ir.Meaning:
    """What an arm means; one that names an error class means failure without saying so."""
    match said:
        case "answer" | "pending" | "failure":
            return said
        case _:
            return "failure" if error is not None else "answer"


def _check_duplicates(scope: Scope, node: Node, arms: tuple[ir.Arm, ...]) -> None:
    seen: list[ir.Scalar] = []
    for index, arm in enumerate(arms):
        for value in arm.when:
            if any(same(value, before) for before in seen):
                message = f"{value!r} leads to an earlier arm already"
                scope.report(node.items()[index]["when"], "arm-duplicate", message)
            seen.append(value)


def _check_arms(scope: Scope, node: Node, found: ir.Select) -> None:
    """Every arm's type requires the member, with just the values of that type's arms."""
    for index, arm in enumerate(found.arms):
        place = node["arms"].items()[index]["shape"]
        own = record(arm.shape, scope.types)
        if target(arm.shape, scope.types) is None:
            continue
        if own is None:
            scope.report(place, "select-member", f"{arm.shape.name} is no object with properties")
            continue
        listed = tuple(value for other in found.arms if other.shape == arm.shape for value in other.when)
        _check_selected(scope, place, own, arm.shape.name, found.member, listed)


def _check_selected(
    scope: Scope, place: Node, own: ir.Record, name: str, wire: str, listed: tuple[ir.Scalar, ...]
) -> None:
    chosen = member(own, wire)
    if chosen is None or not chosen.required:
        scope.report(
            place, "select-member", f'{name} does not require the member "{wire}" that tells the arms apart'
        )
        return
    shape = target(chosen.shape, scope.types)
    if not isinstance(shape, ir.Constants) or not alike(shape.values, listed):
        values = ", ".join(repr(each) for each in listed)
        scope.report(
            place, "select-member", f'"{wire}" in {name} must be the enum of what its arms list: {values}'
        )


def _check_else(scope: Scope, node: Node, found: ir.Select) -> None:
    place = node["else"]["shape"]
    own = record(found.otherwise, scope.types)
    name = found.otherwise.name
    if target(found.otherwise, scope.types) is None:
        return
    chosen = member(own, found.member) if own is not None else None
    if own is None or chosen is None or not chosen.required or not own.open:
        message = f'{name} must be an open object that requires "{found.member}"'
        scope.report(place, "select-else", message)
        return
    shape = target(chosen.shape, scope.types)
    free = (
        isinstance(shape, ir.Kinds)
        and set(shape.alternatives) == {ir.Integer(), ir.Text()}
        and not shape.as_number
    )
    if not free:
        message = (
            f'"{found.member}" in {name} must be {{type: [integer, string]}}, open for every other value'
        )
        scope.report(place, "select-else", message)


def _failure(scope: Scope, node: Node, shape: ir.Shape) -> ir.FailureMember | None:
    if node.value is None:
        return None
    said = "bad" if "bad" in node else "ok"
    found = ir.FailureMember(
        node.word("member"),
        node.scalar(said),
        scope.error(node["error"]),
        known_texts(scope, node["texts"]),
        is_bad=said == "bad",
    )

    def check() -> None:
        own = record(shape, scope.types)
        chosen = member(own, found.member) if own is not None else None
        whole = target(shape, scope.types)
        if whole is None:
            return
        if isinstance(whole, ir.MapOf):
            if not fits(found.ok, whole.value, scope.types):
                scope.report(node[said], "failure-member", f"no value of the map can be {found.ok!r}")
        elif chosen is None:
            message = f'"{found.member}" is no member of the result\'s type'
            scope.report(node["member"], "failure-member", message)
        elif not fits(found.ok, chosen.shape, scope.types):
            scope.report(node[said], "failure-member", f'"{found.member}" can never be {found.ok!r}')

    scope.later.append(check)
    return found


def broken(scope: Scope, node: Node) -> tuple[ir.BrokenBody, ...]:
    """Bodies that are not JSON and yet known."""
    return tuple(_broken_body(scope, each) for each in node.items())


def _broken_body(scope: Scope, node: Node) -> ir.BrokenBody:
    pattern = check_pattern(scope, node["match"], node.word("match"), shared=False)
    if pattern is not None and not (pattern.starts and pattern.ends):
        scope.report(node["match"], "broken-body", "the pattern must match the whole body: ^...$")
    if pattern is not None and pattern.groups == 0 and "text" not in node:
        scope.report(
            node["match"], "broken-body", "the message is group 1 of the pattern, or text; here is neither"
        )
    found = ir.BrokenBody(
        pattern=node.word("match"),
        error=scope.error(node["error"]),
        answer=_ref(scope, node["answer"]),
        values=tuple((name, _scalar(each)) for name, each in node["values"].sorted_members()),
        message_member=node.word("message"),
        text=node.text("text"),
        source=scope.source(node),
    )
    scope.later.append(lambda: _check_broken(scope, node, found))
    return found


def _scalar(node: Node) -> ir.Scalar:
    return node.value if isinstance(node.value, (str, int)) else None


def _check_broken(scope: Scope, node: Node, found: ir.BrokenBody) -> None:
    own = record(found.answer, scope.types)
    if target(found.answer, scope.types) is None:
        return
    if own is None:
        scope.report(node["answer"], "broken-body", f"{found.answer.name} is no object with properties")
        return
    for name, value in found.values:
        filled = member(own, name)
        if filled is None or not fits(value, filled.shape, scope.types):
            scope.report(
                node["values"][name], "broken-body", f'"{name}" of {found.answer.name} cannot be {value!r}'
            )
    message = member(own, found.message_member)
    if message is None or "string" not in kinds(message.shape, scope.types):
        text = f'"{found.message_member}" is no text member of {found.answer.name}'
        scope.report(node["message"], "broken-body", text)
    filled_names = {found.message_member, *(name for name, _ in found.values)}
    for each in own.members:
        if each.required and each.wire not in filled_names:
            scope.report(
                node, "broken-body", f'the required member "{each.wire}" of {found.answer.name} gets no value'
            )
