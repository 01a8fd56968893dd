"""Tables and their columns: the layouts, properties and checks of their classes."""

from __future__ import annotations

from collections.abc import Iterator

from codegen import ir
from codegen.literals import docstring, literal, raw_pattern

from . import hints, walk
from .docs import meaning
from .naming import is_kept, offered
from .views import Property


def bases(record: ir.Record) -> str:
    """The base classes of an answer's record."""
    own = ["ColumnAnswer"] if record.column else ["TableAnswer"] if record.table else []
    if not record.open:
        own.append("ClosedAnswer")
    return ", ".join(own or ["Answer"])


def constants(record: ir.Record, service: ir.Service, reachable: hints.Types) -> tuple[str, ...]:
    """The layout that a class says of itself, as a line of its body."""
    found: list[str] = []
    if record.column is not None:
        found.append(f"COLUMN = {_column_layout(record, record.column, reachable)}")
    if record.table is not None:
        found.append(f"TABLE = {_table_layout(record, record.table, service)}")
    return tuple(found)


def _column_layout(record: ir.Record, layout: ir.ColumnLayout, types: hints.Types) -> str:
    parts = [
        f"name={_attribute(record, layout.name)}",
        f"values={_attribute(record, layout.values)}",
        *_beside(record, layout.beside),
    ]
    if layout.kind is not None:
        parts.append(f"kind={literal(layout.kind)}")
    if layout.missing:
        parts.append(f"missing={literal(layout.missing)}")
    known = tuple(word for word in _known(record, layout, types) if word not in layout.missing)
    if known:
        parts.append(f"known={literal(known)}")
    return f"ColumnLayout({', '.join(parts)})"


def _known(record: ir.Record, layout: ir.ColumnLayout, types: hints.Types) -> tuple[str, ...]:
    """The texts that the description says to expect among a column's entries."""
    item = walk.behind(_item(_member(record, layout.values).shape, types), types)
    alternatives = item.alternatives if isinstance(item, ir.Kinds) else (item,)
    return tuple(word for each in alternatives if isinstance(each, ir.Text) for word in each.known)


def _table_layout(record: ir.Record, layout: ir.TableLayout, service: ir.Service) -> str:
    parts = [
        f"rows={_attribute(record, layout.rows)}",
        f"columns={_attribute(record, layout.columns)}",
        *_beside(record, layout.beside),
    ]
    if layout.types is not None:
        parts.append(f"types={_types(layout.types, service)}")
    return f"TableLayout({', '.join(parts)})"


def _types(said: ir.TypesFrom, service: ir.Service) -> str:
    operation = service.operation(said.operation)
    types = walk.types_of(service, operation)
    whole = _record(ir.Ref(walk.good_refs(operation.result)[0]), types)
    listed = _record(_item(_member(whole, said.list).shape, types), types)
    parts = [
        f"list={_attribute(whole, said.list)}",
        f"name={_attribute(listed, said.name)}",
        f"type={_attribute(listed, said.type)}",
        f"kinds={literal(dict(said.kinds))}",
    ]
    if said.also:
        parts.append(f"also={literal(dict(said.also))}")
    if said.suffix is not None:
        parts.append(f"suffix={raw_pattern(said.suffix)}")
    return f"Types({', '.join(parts)})"


def _beside(record: ir.Record, wires: tuple[str, ...]) -> Iterator[str]:
    if wires:
        yield f"beside={literal(tuple(offered(record, _member(record, wire)) for wire in wires))}"


def _attribute(record: ir.Record, wire: str) -> str:
    return literal(offered(record, _member(record, wire)))


def _member(record: ir.Record, wire: str) -> ir.Member:
    return next(member for member in record.members if member.wire == wire)


def _record(shape: ir.Shape, types: hints.Types) -> ir.Record:
    found = walk.behind(shape, types)
    assert isinstance(found, ir.Record)
    return found


def _item(shape: ir.Shape, types: hints.Types) -> ir.Shape:
    found = walk.behind(shape, types)
    assert isinstance(found, ir.ListOf)
    return found.item


def column_property(record: ir.Record, member: ir.Member, types: hints.Types) -> Property:
    """A member that is kept as bytes, offered as a column."""
    name = offered(record, member)
    annotation = f"Column[{hints.answer(_item(member.shape, types), types)}]"
    return Property(name, annotation, f"self.column({literal(name)})", docstring(meaning(member.note), 8))


def table_properties(record: ir.Record) -> Iterator[Property]:
    """The tables beside the one that an answer stands for."""
    for wire in record.table.beside if record.table else ():
        name = offered(record, _member(record, wire))
        doc = docstring(f"The columns of `{wire}` by name, one row per record.", 8)
        yield Property(f"{name}_table", "Table", f"self.table({literal(name)})", doc)


def array_checks(record: ir.Record, member: ir.Member, value: str, types: hints.Types) -> list[str] | None:
    """Statements that look at the elements of an array kept as bytes; None for any other member."""
    if not is_kept(record, member):
        return None
    kinds = ", ".join(sorted(hints.python_kinds(_item(member.shape, types), types), reverse=True))
    return [f"if not {value}.holds({literal(offered(record, member))}, {kinds}):", "    return False"]


def is_table(each: ir.Operation, types: hints.Types) -> bool:
    """Whether an operation is answered by a table."""
    return any(walk.table(name, types) is not None for name in walk.answer_refs(each.result))


def holds_columns(shape: ir.Shape, types: hints.Types) -> bool:
    """Whether a value has arrays that are kept as bytes."""
    found = (types[name].shape for name in walk.closure(walk.refs(shape), types))
    return any(isinstance(each, ir.Record) and each.column is not None for each in found)
