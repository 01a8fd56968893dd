"""Compares two shapes, for one direction: a wider request is kind, a wider answer is not."""

from __future__ import annotations

from typing import Literal, assert_never

from codegen import ir
from codegen.breaking.changes import Changes
from codegen.breaking.tables import compare_columns, compare_tables
from codegen.resolve.values import Types, kinds, same, scalar_kind, target

Side = Literal["request", "response"]


class ShapeComparison:
    """Compares the shapes of one operation on one side of the wire."""

    def __init__(self, side: Side, before: Types, after: Types, changes: Changes) -> None:
        self._side: Side = side
        self._before = before
        self._after = after
        self._changes = changes
        self._seen: set[tuple[str, str]] = set()

    def compare(self, old: ir.Shape, new: ir.Shape, path: str) -> None:
        """Note every difference of two shapes; ``path`` says where, for people."""
        if isinstance(old, ir.Ref) and isinstance(new, ir.Ref):
            if (old.name, new.name) in self._seen:
                return
            self._seen.add((old.name, new.name))
            self._renamed(old, new, path)
        before, after = _by_kind(old, self._before), _by_kind(new, self._after)
        for kind in sorted(before.keys() - after.keys()):
            self._narrowed(path, f"is never {_article(kind)} any more")
        for kind in sorted(after.keys() - before.keys()):
            self._widened(path, f"may be {_article(kind)} now")
        for kind in sorted(before.keys() & after.keys()):
            self._same_kind(before[kind], after[kind], path)

    @property
    def _asks(self) -> bool:
        return self._side == "request"

    def _note(self, request: str, response: str, path: str, message: str) -> None:
        self._changes.note(request if self._asks else response, f"{path} {message}")

    def _narrowed(self, path: str, message: str) -> None:
        self._note("request-type-narrowed", "response-type-narrowed", path, message)

    def _widened(self, path: str, message: str) -> None:
        self._note("request-type-widened", "response-type-widened", path, message)

    def _other(self, path: str, message: str) -> None:
        self._note("request-type-narrowed", "response-type-changed", path, message)

    def _renamed(self, old: ir.Ref, new: ir.Ref, path: str) -> None:
        is_class = isinstance(target(old, self._before), ir.Record | ir.Pair)
        if old.name != new.name and is_class and not self._asks:
            self._changes.note("type-renamed", f"{path} is a {new.name}; it was a {old.name}")

    def _same_kind(self, old: ir.Shape, new: ir.Shape, path: str) -> None:
        match (old, new):
            case (ir.Constants(before), ir.Constants(after)):
                self._values(before, after, path)
            case (ir.Constants(), _):
                self._widened(path, "is no longer one of a closed set")
            case (_, ir.Constants(values)):
                self._narrowed(path, f"is one of {_listed(values)} now")
            case (ir.Text(), ir.Text()):
                self._text(old, new, path)
            case (ir.Integer() | ir.Number(), ir.Integer() | ir.Number()):
                self._number(old, new, path)
            case (ir.ListOf(), ir.ListOf()):
                self._list(old, new, path)
            case (ir.MapOf(), ir.MapOf()):
                self._map(old, new, path)
            case (ir.Record(), ir.Record()):
                self._record(old, new, path)
            case (ir.TupleOf(before), ir.TupleOf(after)) if len(before) == len(after):
                for index, (one, other) in enumerate(zip(before, after, strict=True)):
                    self.compare(one, other, f"{path}[{index}]")
            case (ir.Pair(), ir.Pair()):
                self._pair(old, new, path)
            case (ir.Boolean() | ir.Null(), ir.Boolean() | ir.Null()):
                pass
            case _:
                self._other(path, f"is {_described(new)} now; it was {_described(old)}")

    def _values(self, old: tuple[ir.Scalar, ...], new: tuple[ir.Scalar, ...], path: str) -> None:
        for value in old:
            if not any(same(value, each) for each in new):
                self._note(
                    "request-value-removed", "response-value-removed", path, f"is never {value!r} any more"
                )
        for value in new:
            if not any(same(value, each) for each in old):
                self._note("request-value-added", "response-value-added", path, f"may be {value!r} now")

    def _text(self, old: ir.Text, new: ir.Text, path: str) -> None:
        if old.pattern != new.pattern:
            rule = "request-pattern-removed" if new.pattern is None else "request-pattern-changed"
            message = (
                f"looks like {new.pattern} now; it was {old.pattern}"
                if new.pattern
                else "has no pattern any more"
            )
            self._note(rule, "response-limit-changed", path, message)
        self._limits(path, "length", (old.min_length, new.min_length), (old.max_length, new.max_length))
        if old.packed != new.packed:
            words = f"holds a packed {new.packed} file now" if new.packed else "is a plain text now"
            self._changes.note("response-type-changed", f"{path} {words}")
        names = {each.name for each in new.sentinels}
        for gone in (each.name for each in old.sentinels if each.name not in names):
            self._changes.note("response-type-changed", f"{path} is no longer told apart as {gone}")
        names = {each.name for each in old.sentinels}
        for added in (each.name for each in new.sentinels if each.name not in names):
            self._changes.note("response-value-added", f"{path} may be told apart as {added}")

    def _number(self, old: ir.Integer | ir.Number, new: ir.Integer | ir.Number, path: str) -> None:
        if isinstance(old, ir.Integer) and isinstance(new, ir.Number):
            self._widened(path, "may have a fraction now")
        if isinstance(old, ir.Number) and isinstance(new, ir.Integer):
            self._narrowed(path, "is a whole number now")
        self._limits(path, "value", (old.minimum, new.minimum), (old.maximum, new.maximum))

    def _limits(
        self, path: str, what: str, low: tuple[int | None, int | None], high: tuple[int | None, int | None]
    ) -> None:
        for name, (old, new), sign in (("smallest", low, 1), ("largest", high, -1)):
            if old == new:
                continue
            message = f"has the {name} {what} {_number(new)} now; it was {_number(old)}"
            wider = new is None or (old is not None and (new - old) * sign < 0)
            rule = "request-limit-widened" if wider else "request-limit-narrowed"
            self._note(rule, "response-limit-changed", path, message)

    def _list(self, old: ir.ListOf, new: ir.ListOf, path: str) -> None:
        self._limits(path, "count", (old.min_items, new.min_items), (old.max_items, new.max_items))
        if old.ascending != new.ascending:
            self._changes.note(
                "response-order-changed", f"{path} is {'' if new.ascending else 'not '}sorted now"
            )
        if old.null_for_empty != new.null_for_empty:
            self._changes.note(
                "response-limit-changed", f"{path} has another form on the wire when it is empty"
            )
        self.compare(old.item, new.item, f"{path}[]")

    def _map(self, old: ir.MapOf, new: ir.MapOf, path: str) -> None:
        low, high = (old.min_properties, new.min_properties), (old.max_properties, new.max_properties)
        self._limits(path, "count", low, high)
        if old.by_halves != new.by_halves:
            self._changes.note("response-type-changed", f"{path} is looked up in another way")
        before, after = old.key or ir.Text(), new.key or ir.Text()
        if before != after:
            self._text(before, after, f"keys of {path}")
        self.compare(old.value, new.value, f"{path}{{}}")

    def _pair(self, old: ir.Pair, new: ir.Pair, path: str) -> None:
        if old.plain != new.plain:
            note = self._widened if new.plain else self._narrowed
            note(path, "may come without its pair now" if new.plain else "always comes as a pair now")
        self.compare(old.when_true, new.when_true, f"{path}[true]")
        self.compare(old.when_false, new.when_false, f"{path}[false]")

    def _record(self, old: ir.Record, new: ir.Record, path: str) -> None:
        before = {each.wire: each for each in old.members}
        after = {each.wire: each for each in new.members}
        for wire in before:
            if wire not in after:
                self._note("parameter-removed", "member-removed", f"{path}.{wire}", "is gone")
        for wire, member in after.items():
            if wire not in before:
                rule = "parameter-added-required" if member.required else "parameter-added-optional"
                self._note(rule, "member-added", f"{path}.{wire}", "is new")
            else:
                self._member(before[wire], member, f"{path}.{wire}")
        self._presence(old, new, path)
        if not self._asks:
            compare_columns(old, new, path, self._changes)
            compare_tables(old, new, path, self._changes)
        if old.open != new.open:
            rule = "object-opened" if new.open else "object-closed"
            self._changes.note(rule, f"{path} {'takes' if new.open else 'refuses'} unknown members now")

    def _member(self, old: ir.Member, new: ir.Member, path: str) -> None:
        if old.required and not new.required:
            self._note("parameter-became-optional", "member-became-optional", path, "may be absent now")
        if new.required and not old.required:
            self._note("parameter-became-required", "member-became-required", path, "is always there now")
        self.compare(old.shape, new.shape, path)

    def _presence(self, old: ir.Record, new: ir.Record, path: str) -> None:
        before = set(old.present_unless.members) if old.present_unless else set[str]()
        after = set(new.present_unless.members) if new.present_unless else set[str]()
        wires = {each.wire for each in new.members}
        for wire in sorted((before - after) & wires):
            self._changes.note("member-became-optional", f"{path}.{wire} may be absent in every case now")
        for wire in sorted(after - before):
            self._changes.note("member-became-required", f"{path}.{wire} is there unless said otherwise")


def _by_kind(shape: ir.Shape, types: Types) -> dict[str, ir.Shape]:
    """The alternatives of a shape by their JSON kind; there is one of each."""
    found = target(shape, types)
    if found is None:
        return {}
    if isinstance(found, ir.Kinds):
        return {kind: each for option in found.alternatives for kind, each in _by_kind(option, types).items()}
    if isinstance(found, ir.Constants):
        by_kind: dict[str, tuple[ir.Scalar, ...]] = {}
        for value in found.values:
            by_kind[scalar_kind(value)] = (*by_kind.get(scalar_kind(value), ()), value)
        return {kind: ir.Constants(values) for kind, values in by_kind.items()}
    if isinstance(found, ir.Pair) and found.plain:
        return {**_by_kind(found.when_true, types), "array": found}
    return dict.fromkeys(kinds(found, types), found)


def _article(kind: str) -> str:
    return {"array": "an array", "object": "an object", "null": "null"}.get(kind, f"a {kind}")


def _listed(values: tuple[ir.Scalar, ...]) -> str:
    return ", ".join(repr(each) for each in values)


def _number(value: int | None) -> str:
    return "none" if value is None else str(value)


def _described(shape: ir.Shape) -> str:
    match shape:
        case ir.ListOf():
            return "a list"
        case ir.TupleOf(items):
            return f"{len(items)} values in order"
        case ir.Pair():
            return "a pair"
        case ir.MapOf():
            return "a map"
        case ir.Record():
            return "an object with named members"
        case ir.Text():
            return "a text"
        case ir.Integer() | ir.Number():
            return "a number"
        case ir.Boolean():
            return "true or false"
        case ir.Null():
            return "null"
        case ir.Constants(values):
            return f"one of {_listed(values)}"
        case ir.Kinds():
            return "one of several"
        case ir.Ref(name):
            return name
        case _:
            assert_never(shape)
