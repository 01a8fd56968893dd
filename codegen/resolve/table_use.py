"""Where tables and columns stand in the operations of a service, and where types of columns come from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from codegen import ir
from codegen.resolve.node import Node
from codegen.resolve.results import shapes
from codegen.resolve.scope import Scope
from codegen.resolve.tables import column_record
from codegen.resolve.values import Types, fits, kinds, member, reachable, refs, target


@dataclass(frozen=True, slots=True)
class Place:
    """Where an operation and the types of the service stand in their files."""

    operation: Node
    type: Callable[[str], Node]


def check_tables(scope: Scope, service: ir.Service, each: ir.Operation, place: Place) -> None:
    """Report what is wrong with the tables and columns of one operation."""
    types = types_of(service, each)
    below = _below(each, types)
    _check_columns(scope, each, types, place)
    for name in dict.fromkeys(below):
        if _table(name, types) is not None:
            message = f"{name} is a table, so it must be the answer of {each.name} itself, not a part of one"
            scope.report(place.type(name)["table"], "table-place", message)
    tables = [name for name in answers(each.result, types) if _table(name, types) is not None]
    _check_answers(scope, each, types, place)
    for name in tables[1:]:
        message = f"{name} is the second table of {each.name}; the first is {tables[0]}"
        scope.report(place.type(name)["table"], "table-place", message)
    for name in tables[:1]:
        if each.batch is not None:
            message = f"{name} is a table, and tables cannot be put together from slices"
            scope.report(place.operation["batch"], "table-place", message)
        layout = _table(name, types)
        if layout is not None and layout.types is not None:
            _Declared(scope, service, each, place, place.type(name)["table"]["types"], layout.types).check()


def types_of(service: ir.Service, each: ir.Operation) -> Types:
    """The types that one operation may name."""
    return {found.name: found for found in (*service.types, *each.types)}


def answers(result: ir.Plain | ir.Select, types: Types) -> list[str]:
    """The names of the types that answers have as a whole, failures left out."""
    if isinstance(result, ir.Select):
        found: list[ir.Shape] = [arm.shape for arm in result.arms if arm.meaning != "failure"]
    else:
        found = [result.shape]
    return list(dict.fromkeys(_behind(each, types).name for each in found if isinstance(each, ir.Ref)))


def _behind(shape: ir.Ref, types: Types) -> ir.Ref:
    """The last reference of a chain of names."""
    for _ in types:
        found = types[shape.name].shape if shape.name in types else None
        if not isinstance(found, ir.Ref):
            break
        shape = found
    return shape


def _table(name: str, types: Types) -> ir.TableLayout | None:
    found = types[name].shape if name in types else None
    return found.table if isinstance(found, ir.Record) else None


def _is_column(name: str, types: Types) -> bool:
    found = types[name].shape if name in types else None
    return isinstance(found, ir.Record) and found.column is not None


def _asked(each: ir.Operation) -> list[ir.Shape]:
    options = [option.shape for sent in each.query for option in sent.options]
    return [*(parameter.shape for parameter in each.parameters), *options]


def _whole(each: ir.Operation) -> list[ir.Shape]:
    return [*_asked(each), *shapes(each.result, each.broken)]


def _below(each: ir.Operation, types: Types) -> Iterator[str]:
    """The names that stand anywhere but at an answer as a whole."""
    for shape in _asked(each):
        yield from refs(shape)
    for shape in shapes(each.result, each.broken):
        if not isinstance(shape, ir.Ref):
            yield from refs(shape)
    for name in reachable([name for shape in _whole(each) for name in refs(shape)], types):
        found = types[name].shape
        if not isinstance(found, ir.Ref):
            yield from refs(found)


def _check_answers(scope: Scope, each: ir.Operation, types: Types, place: Place) -> None:
    """A table is what was asked for: no failure, and nothing that is to be asked for again."""
    other = [body.answer for body in each.broken]
    if isinstance(each.result, ir.Select):
        other += [arm.shape for arm in each.result.arms if arm.meaning != "answer"]
        other.append(each.result.otherwise)
    for name in dict.fromkeys(_behind(shape, types).name for shape in other):
        if _table(name, types) is not None:
            message = f"{name} is a table, so in {each.name} it must mean answer"
            scope.report(place.type(name)["table"], "table-place", message)


def _check_columns(scope: Scope, each: ir.Operation, types: Types, place: Place) -> None:
    for shape in _whole(each):
        for name in refs(shape):
            if _is_column(name, types):
                message = f"{name} is a column, and {each.name} has it outside a table's lists"
                scope.report(place.type(name)["column"], "column-astray", message)
    for owner in reachable([name for shape in _whole(each) for name in refs(shape)], types):
        for name in dict.fromkeys(_astray(types[owner].shape, types)):
            message = f"{name} is a column, and {owner} has it outside a table's lists"
            scope.report(place.type(name)["column"], "column-astray", message)


def _astray(shape: ir.Shape, types: Types) -> Iterator[str]:
    """The columns that a type mentions elsewhere than in the lists of its table."""
    if isinstance(shape, ir.Record):
        lists = shape.table.lists if shape.table is not None else ()
        mentioned = [
            name
            for found in shape.members
            if found.wire not in lists or column_record(found.shape, types) is None
            for name in refs(found.shape)
        ]
    else:
        mentioned = refs(shape)
    yield from (name for name in mentioned if _is_column(name, types))


class _Declared:
    """Holds what a table says of its types against the operation that declares them."""

    def __init__(
        self,
        scope: Scope,
        service: ir.Service,
        each: ir.Operation,
        place: Place,
        node: Node,
        said: ir.TypesFrom,
    ) -> None:
        self._scope = scope
        self._service = service
        self._each = each
        self._place = place
        self._node = node
        self._said = said

    def check(self) -> None:
        others = {each.name: each for each in self._service.operations if each.name != self._each.name}
        self._check_hidden()
        names = answers(self._each.result, types_of(self._service, self._each))
        if len(names) > 1:
            message = f"with types, {names[0]} must be the one answer of {self._each.name} that is no failure"
            self._scope.report(self._node, "table-place", message)
        what = "other operation of this service"
        node = self._node["operation"]
        if not self._scope.known(node, self._said.operation, others, "types-operation", what):
            return
        other = others[self._said.operation]
        types = types_of(self._service, other)
        tables = [_table(name, types) for name in answers(other.result, types)]
        if any(table is not None and table.types is not None for table in tables):
            message = (
                f"{other.name} takes its own types from elsewhere; name the operation that declares them"
            )
            self._scope.report(node, "types-operation", message)
        self._check_arguments(other, types)
        self._check_list(other, types)

    def _check_hidden(self) -> None:
        parameters = self._place.operation["parameters"]
        for parameter in self._each.parameters:
            for name in (parameter.name, *parameter.aliases):
                if name in ("types", self._said.operation):
                    message = f'"{name}" is needed for the types of columns; no parameter can have that name'
                    self._scope.report(parameters[parameter.name], "types-hidden", message)

    def _check_arguments(self, other: ir.Operation, types: Types) -> None:
        node = self._node["arguments"]
        theirs = {each.name: each for each in other.parameters}
        ours = {each.name: each for each in self._each.parameters}
        given = dict(self._said.arguments)
        for name, source in given.items():
            what = f"parameter of {other.name}"
            if self._scope.known(node[name], name, theirs, "types-argument", what) and self._scope.known(
                node[name], source, ours, "types-argument", f"parameter of {self._each.name}"
            ):
                self._check_passed(node[name], theirs[name], types, ours[source])
        for name, parameter in theirs.items():
            if parameter.required and name not in given:
                message = f'{other.name} requires "{name}"; name the parameter that is passed on'
                self._scope.report(node, "types-argument", message)

    def _check_passed(self, node: Node, theirs: ir.Parameter, types: Types, ours: ir.Parameter) -> None:
        if theirs.required and not ours.required:
            message = f'"{ours.name}" may be left out, and "{theirs.name}" of {self._said.operation} may not'
            self._scope.report(node, "types-argument", message)
        elif not _goes(ours.shape, types_of(self._service, self._each), theirs.shape, types):
            message = f'"{ours.name}" has not the shape that "{theirs.name}" of {self._said.operation} takes'
            self._scope.report(node, "types-argument", message)

    def _check_list(self, other: ir.Operation, types: Types) -> None:
        said, node = self._said, self._node
        names = answers(other.result, types)
        found = types[names[0]].shape if len(names) == 1 and names[0] in types else None
        if not isinstance(found, ir.Record):
            message = f"{other.name} must have one kind of answer, an object with properties"
            self._scope.report(node["operation"], "types-list", message)
            return
        entry = self._entry(node["list"], found, said.list, types)
        if entry is None:
            return
        for place, wire in ((node["name"], said.name), (node["type"], said.type)):
            if not self._known(place, wire, entry):
                continue
            chosen = member(entry, wire)
            if chosen is not None and not (chosen.required and kinds(chosen.shape, types) <= {"string"}):
                self._scope.report(place, "types-list", f'"{wire}" must be a required text')
        chosen = member(entry, said.type)
        for word, _ in said.kinds:
            if chosen is not None and not fits(word, chosen.shape, types):
                message = f'"{word}" is never the type of a column in {other.name}'
                self._scope.report(node["kinds"][word], "types-list", message)

    def _entry(self, node: Node, found: ir.Record, wire: str, types: Types) -> ir.Record | None:
        """The record that the items of the list are."""
        if not self._known(node, wire, found):
            return None
        chosen = member(found, wire)
        array = target(chosen.shape, types) if chosen is not None and chosen.required else None
        entry = target(array.item, types) if isinstance(array, ir.ListOf) else None
        if isinstance(entry, ir.Record):
            return entry
        self._scope.report(
            node, "types-list", f'"{wire}" must be a required array of objects with properties'
        )
        return None

    def _known(self, node: Node, wire: str, found: ir.Record) -> bool:
        wires = [each.wire for each in found.members]
        return self._scope.known(node, wire, wires, "types-list", f"member in {self._said.operation}")


def _goes(ours: ir.Shape, our_types: Types, theirs: ir.Shape, their_types: Types) -> bool:
    """Whether one parameter's values may be passed as another's; patterns and bounds are seen to by calls."""
    given, taken = target(ours, our_types), target(theirs, their_types)
    match given, taken:
        case (None, _) | (_, None):
            return True
        case ir.Kinds(alternatives), _:
            return all(_goes(each, our_types, taken, their_types) for each in alternatives)
        case _, ir.Kinds(alternatives):
            return any(_goes(given, our_types, each, their_types) for each in alternatives)
        case ir.Constants(values), ir.Constants():
            return all(fits(value, taken, {}) for value in values)
        case (ir.ListOf(item), ir.ListOf(other)) | (ir.MapOf(item), ir.MapOf(other)):
            return _goes(item, our_types, other, their_types)
        case ir.Constants(), ir.Text() | ir.Number() | ir.Boolean() | ir.Null():
            return kinds(given, our_types) == kinds(taken, their_types)
        case ir.Constants(values), ir.Integer():
            return all(isinstance(value, int) and not isinstance(value, bool) for value in values)
        case ir.Integer(), ir.Number():
            return True
        case _:
            return type(given) is type(taken) and not isinstance(taken, ir.Record | ir.Pair | ir.TupleOf)
