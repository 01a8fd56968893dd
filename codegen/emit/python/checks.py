"""Python statements for what types can't say, such as patterns and bounds; and the last touch to values.

Checks answer ``False`` for a value that the JSON Schema refuses. The last touch
gives values the form that users see: sentinel classes, order, one form for
pairs, lookup by halves.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import assert_never

from codegen import ir
from codegen.literals import literal
from codegen.naming import ClassName, PyName

from .hints import Types, kind_test, python_kinds
from .naming import attribute
from .tables import array_checks

Lines = list[str]


@dataclass
class Statements:
    """Builds statements for one module; collects the patterns that they use."""

    types: Types
    patterns: dict[str, str] = field(default_factory=dict[str, str])
    known: dict[str, bool] = field(default_factory=dict[str, bool])
    """Whether there are functions ``check_x`` and ``finish_x``, found out once."""

    def scratch(self) -> Statements:
        """A builder whose statements nobody sees."""
        return Statements(self.types, known=self.known)

    def is_checked(self, name: str) -> bool:
        """Whether values of a named record or pair are checked."""
        function = check_name(name)
        if function not in self.known:
            self.known[function] = bool(self.scratch().type_checks(name))
        return self.known[function]

    def is_touched(self, name: str) -> bool:
        """Whether values of a named record or pair get another form at last."""
        function = finish_name(name)
        if function not in self.known:
            self.known[function] = bool(self.scratch().type_touches(name))
        return self.known[function]

    # Checks.

    def checks(self, shape: ir.Shape, value: str, hint: str, depth: int = 0) -> Lines:
        """Statements that answer False where ``value`` lacks what its type can't say."""
        match shape:
            case ir.Text():
                return self._text(shape, value, hint)
            case ir.Integer() | ir.Number():
                return _bounds(shape.minimum, shape.maximum, value)
            case ir.Boolean() | ir.Null() | ir.Constants():
                return []
            case ir.ListOf():
                return self._list(shape, value, hint, depth)
            case ir.TupleOf(items=items):
                return [
                    line
                    for index, item in enumerate(items)
                    for line in self.checks(item, f"{value}[{index}]", hint, depth)
                ]
            case ir.MapOf():
                columns = self._map_columns(shape.value, value)
                if columns:
                    return [*_bounds(shape.min_properties, shape.max_properties, f"len({value})"), *columns]
                item = _item("value", depth)
                inner = self.checks(shape.value, item, hint, depth + 1)
                loop = [f"for {item} in {value}.values():", *indented(inner)] if inner else []
                return [*_bounds(shape.min_properties, shape.max_properties, f"len({value})"), *loop]
            case ir.Kinds(alternatives=alternatives):
                return self._kinds(alternatives, value, hint, depth)
            case ir.Ref(name=name):
                return self._ref(name, value, depth)
            case ir.Record() | ir.Pair():
                raise AssertionError("records and pairs have names")
            case _:
                assert_never(shape)

    def record_checks(self, record: ir.Record, value: str) -> Lines:
        """Statements for the members of a record."""
        lines: Lines = []
        loops = 0
        for member in record.members:
            place = f"{value}.{attribute(record, member, self.types)}"
            kept = array_checks(record, member, value, self.types)
            # Loops of one function have variables of their own: what they go over may be of other types.
            inner = self.checks(member.shape, place, member.wire, loops) if kept is None else kept
            loops += sum(line.lstrip().startswith("for ") for line in inner)
            lines += inner if member.required else _where(f"{place} is not UNSET", inner)
        return [*lines, *_present_unless(record, value, self.types)]

    def pair_checks(self, pair: ir.Pair, value: str) -> Lines:
        """Statements that hold both halves of a pair together."""
        lines: Lines = []
        if python_kinds(pair.when_true, self.types) != python_kinds(pair.when_false, self.types):
            tests = [
                kind_test(f"{value}.value", half, self.types) for half in (pair.when_true, pair.when_false)
            ]
            lines += [f"if not ({tests[0]} if {value}.ok else {tests[1]}):", "    return False"]
        for half, flag in ((pair.when_true, f"{value}.ok"), (pair.when_false, f"not {value}.ok")):
            lines += _where(flag, self.checks(half, f"{value}.value", "value"))
        return lines

    def type_checks(self, name: str) -> Lines:
        """The body of a named type's check, without its last ``return True``; empty where there is none."""
        shape = self.types[name].shape
        match shape:
            case ir.Record():
                return self.record_checks(shape, "value")
            case ir.Pair():
                return self.pair_checks(shape, "value")
            case _:
                return []

    def _ref(self, name: str, value: str, depth: int) -> Lines:
        shape = self.types[name].shape
        if not isinstance(shape, ir.Record | ir.Pair):
            return self.checks(shape, value, name, depth)
        call = _refusal(f"{check_name(name)}({value})") if self.is_checked(name) else []
        if isinstance(shape, ir.Pair) and shape.plain:
            plain = self.checks(shape.when_true, value, name, depth)
            return _branches(f"isinstance({value}, {ClassName.of(name)})", call, plain)
        return call

    def _text(self, shape: ir.Text, value: str, hint: str) -> Lines:
        lines = _bounds(shape.min_length, shape.max_length, f"len({value})")
        if shape.pattern is not None:
            lines += [f"if not {self._pattern(shape.pattern, hint)}.match({value}):", "    return False"]
        return lines

    def _pattern(self, pattern: str, hint: str) -> str:
        if pattern not in self.patterns:
            base = f"_{PyName.of(hint).strip('_').upper()}"
            taken = set(self.patterns.values())
            names = (base, *(f"{base}_{number}" for number in range(2, 100)))
            self.patterns[pattern] = next(name for name in names if name not in taken)
        return self.patterns[pattern]

    def _list(self, shape: ir.ListOf, value: str, hint: str, depth: int) -> Lines:
        lines = _bounds(shape.min_items, shape.max_items, f"len({value})")
        if shape.null_for_empty:
            lines += [f"if not null_for_empty({value}):", "    return False"]
        return lines + (self._columns(shape.item, value) or self._items(shape.item, value, hint, depth))

    def _items(self, item_shape: ir.Shape, value: str, hint: str, depth: int) -> Lines:
        item = _item("item", depth)
        inner = self.checks(item_shape, item, hint, depth + 1)
        if isinstance(item_shape, ir.Ref) and inner == _refusal(f"{check_name(item_shape.name)}({item})"):
            return _refusal(f"all(map({check_name(item_shape.name)}, {value}))")
        return [f"for {item} in {value}:", *indented(inner)] if inner else []

    def _columns(self, item: ir.Shape, value: str) -> Lines:
        """Records checked member by member, without a Python call for each record; else nothing."""
        shape = self.types[item.name].shape if isinstance(item, ir.Ref) else None
        if not isinstance(shape, ir.Record) or shape.present_unless or shape.column:
            return []
        checked = [
            member for member in shape.members if self.scratch().checks(member.shape, "x", member.wire)
        ]
        patterns = [_only_pattern(member, self.types) for member in checked]
        if not checked or not all(patterns):
            return []
        lines: Lines = []
        for member, pattern in zip(checked, patterns, strict=True):
            constant = self._pattern(pattern or "", member.wire)
            lines += [
                f"if not matches({value}, {literal(attribute(shape, member, self.types))}, {constant}):",
                "    return False",
            ]
        return lines

    def _map_columns(self, value_shape: ir.Shape, value: str) -> Lines:
        """The same for the records among the values of a map."""
        alternatives = value_shape.alternatives if isinstance(value_shape, ir.Kinds) else (value_shape,)
        records = [each for each in alternatives if self._columns(each, "x")]
        others = [each for each in alternatives if each not in records]
        if len(records) != 1 or any(self.scratch().checks(each, "x", "x") for each in others):
            return []
        test = kind_test("value", records[0], self.types)
        if not others:
            return self._columns(records[0], f"{value}.values()")
        chosen = f"records = [value for value in {value}.values() if {test}]"
        return [chosen, *self._columns(records[0], "records")]

    def _kinds(self, alternatives: tuple[ir.Shape, ...], value: str, hint: str, depth: int) -> Lines:
        branches = [
            (kind_test(value, each, self.types), self.checks(each, value, hint, depth))
            for each in alternatives
        ]
        return [line for test, lines in branches for line in _where(test, lines)]

    # Last touch.

    def touches(self, shape: ir.Shape, value: str, store: Callable[[str], str], depth: int = 0) -> Lines:
        """Statements that give ``value`` its last form; ``store`` writes the statement that replaces it."""
        match shape:
            case ir.Ref(name=name):
                return self._ref_touches(name, value, store, depth)
            case ir.ListOf():
                index, item = _item("index", depth), _item("item", depth)
                inner = self.touches(shape.item, item, lambda new: f"{value}[{index}] = {new}", depth + 1)
                loop = [f"for {index}, {item} in enumerate({value}):", *indented(inner)] if inner else []
                return loop + ([f"{value}.sort()"] if shape.ascending else [])
            case ir.MapOf():
                key, item = _item("key", depth), _item("item", depth)
                inner = self.touches(shape.value, item, lambda new: f"{value}[{key}] = {new}", depth + 1)
                return [f"for {key}, {item} in {value}.items():", *indented(inner)] if inner else []
            case ir.Kinds(alternatives=alternatives):
                return [
                    line
                    for each in alternatives
                    if (inner := self.touches(each, value, store, depth))
                    for line in (f"if {kind_test(value, each, self.types)}:", *indented(inner))
                ]
            case (
                ir.Text()
                | ir.Integer()
                | ir.Number()
                | ir.Boolean()
                | ir.Null()
                | ir.Constants()
                | ir.TupleOf()
            ):
                return []
            case ir.Record() | ir.Pair():
                raise AssertionError("records and pairs have names")
            case _:
                assert_never(shape)

    def _ref_touches(self, name: str, value: str, store: Callable[[str], str], depth: int) -> Lines:
        shape = self.types[name].shape
        match shape:
            case ir.Text():
                return [store(f"{tell_name(name)}({value})")] if shape.sentinels else []
            case ir.Record():
                return [f"{finish_name(name)}({value})"] if self.is_touched(name) else []
            case ir.Pair():
                lines = [f"{finish_name(name)}({value})"] if self.is_touched(name) else []
                if not shape.plain:
                    return lines
                plain = self.touches(shape.when_true, value, store, depth)
                wrap = store(f"{ClassName.of(name)}(True, {value})")
                return _branches(f"isinstance({value}, {ClassName.of(name)})", lines, [*plain, wrap])
            case _:
                return self.touches(shape, value, store, depth)

    def type_touches(self, name: str) -> Lines:
        """The body of what gives values of a named type their last form; empty where there is none."""
        shape = self.types[name].shape
        if isinstance(shape, ir.Pair):
            inner = self.touches(shape.when_true, "value.value", _in_place_only)
            return (
                [f"if {kind_test('value.value', shape.when_true, self.types)}:", *indented(inner)]
                if inner
                else []
            )
        if not isinstance(shape, ir.Record):
            return []
        lines: Lines = []
        for member in shape.members:
            name = attribute(shape, member, self.types)
            place = f"value.{name}"
            inner = self.touches(member.shape, place, partial(_set_field, literal(name)))
            if inner:
                lines += inner if member.required else [f"if {place} is not UNSET:", *indented(inner)]
        return lines


def _set_field(name: str, new: str) -> str:
    return f"force_setattr(value, {name}, {new})"


def _in_place_only(new: str) -> str:
    raise AssertionError(f"a pair can't be given another value: {new}")


# Names and small pieces.


def check_name(name: str) -> str:
    """The function that checks values of a named type."""
    return f"check_{PyName.of(name)}"


def finish_name(name: str) -> str:
    """The function that gives values of a named type their last form."""
    return f"finish_{PyName.of(name)}"


def tell_name(name: str) -> str:
    """The function that tells the sentinels of a named text apart."""
    return f"tell_{PyName.of(name)}"


def indented(lines: Lines) -> Lines:
    """The lines, one level deeper."""
    return [f"    {line}" for line in lines]


def _refusal(test: str) -> Lines:
    return [f"if not {test}:", "    return False"]


def _where(test: str, lines: Lines) -> Lines:
    """The statements under a condition; a single refusal joins it in one line."""
    if (
        len(lines) == 2
        and lines[1] == "    return False"
        and lines[0].startswith("if ")
        and " or " not in lines[0]
    ):
        return [f"if {test} and {lines[0].removeprefix('if ')}", lines[1]]
    return [f"if {test}:", *indented(lines)] if lines else []


def _item(word: str, depth: int) -> str:
    return word if depth == 0 else f"{word}_{depth + 1}"


def _bounds(least: int | None, most: int | None, value: str) -> Lines:
    if least is None and most is None:
        return []
    if least is not None and most is not None:
        test = f"not {least} <= {value} <= {most}"
    else:
        test = f"{value} < {least}" if least is not None else f"{value} > {most}"
    return [f"if {test}:", "    return False"]


def _present_unless(record: ir.Record, value: str, types: Types) -> Lines:
    rule = record.present_unless
    if rule is None:
        return []
    by_wire = {member.wire: member for member in record.members}
    place = f"{value}.{attribute(record, by_wire[rule.member], types)}"
    absent = " or ".join(
        f"{value}.{attribute(record, by_wire[name], types)} is UNSET" for name in rule.members
    )
    return [f"if {place} != {literal(rule.value)} and ({absent}):", "    return False"]


def _branches(test: str, first: Lines, second: Lines) -> Lines:
    """An if-else over the branches that have statements."""
    if first and second:
        return [f"if {test}:", *indented(first), "else:", *indented(second)]
    return _where(test, first) or _where(f"not {test}", second)


def _only_pattern(member: ir.Member, types: Types) -> str | None:
    """The pattern of a member that has nothing else to check."""
    shape: ir.Shape = member.shape
    while isinstance(shape, ir.Ref):
        shape = types[shape.name].shape
    if not isinstance(shape, ir.Text) or shape.min_length is not None or shape.max_length is not None:
        return None
    return shape.pattern
