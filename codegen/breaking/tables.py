"""Compares what two records say of columns and tables: nothing on the wire, much in the code of readers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from codegen import ir
from codegen.breaking.changes import Changes


def compare_columns(old: ir.Record, new: ir.Record, path: str, changes: Changes) -> None:
    """Note what became a column or a list again, and what is read otherwise."""
    before = old.column.arrays if old.column else ()
    after = new.column.arrays if new.column else ()
    kept = {member.wire for member in old.members} & {member.wire for member in new.members}
    for wire in (wire for wire in before if wire in kept and wire not in after):
        changes.note("column-form-changed", f"{path}.{wire} is a list now; it was a column")
    for wire in (wire for wire in after if wire in kept and wire not in before):
        changes.note("column-form-changed", f"{path}.{wire} is a column now; it was a list")
    if old.column is None or new.column is None:
        return
    if (old.column.name, old.column.values) != (new.column.name, new.column.values):
        said = f"{path} is the column {new.column.values}, named by {new.column.name}"
        changes.note("table-changed", f"{said}; it was {old.column.values}, named by {old.column.name}")
    if old.column.kind != new.column.kind:
        message = f"{path} is {_kind(new.column.kind)} unless declared; it was {_kind(old.column.kind)}"
        changes.note("column-kind-changed", message)
    for word in _gone(old.column.missing, new.column.missing):
        changes.note("column-missing-changed", f'"{word}" is a value in {path} now')
    for word in _gone(new.column.missing, old.column.missing):
        changes.note("column-missing-changed", f'"{word}" stands for no value in {path} now')


def compare_tables(old: ir.Record, new: ir.Record, path: str, changes: Changes) -> None:
    """Note what is a table now or no longer, and where types of columns come from."""
    before, after = _tables(old), _tables(new)
    for name in _gone(before, after):
        changes.note("table-removed", f"{path} has no {name} any more")
    for name in _gone(after, before):
        changes.note("table-added", f"{path} has {name} now")
    if old.table is not None and new.table is not None:
        if old.table.columns != new.table.columns:
            said = f"{path} is the table of {new.table.columns} now"
            changes.note("table-changed", f"{said}; it was that of {old.table.columns}")
        if old.table.rows != new.table.rows:
            said = f"{path} has its number of rows in {new.table.rows} now"
            changes.note("table-changed", f"{said}; it was in {old.table.rows}")
    source = old.table.types if old.table else None
    _types(source, new.table.types if new.table else None, changes)


def _tables(record: ir.Record) -> list[str]:
    """What users get of the tables of a record."""
    if record.table is None:
        return []
    return ["columns", *(f"a table of {wire}" for wire in record.table.beside)]


def _types(old: ir.TypesFrom | None, new: ir.TypesFrom | None, changes: Changes) -> None:
    if old is None or new is None:
        if old is not None:
            changes.note("parameter-removed", "types is gone")
        if new is not None:
            changes.note("parameter-added-optional", "types is new")
        return
    if _source(old) != _source(new):
        changes.note("types-changed", f"types come from {_source(new)} now; they came from {_source(old)}")
    if old.suffix != new.suffix:
        changes.note("types-changed", f"names of columns may end in {new.suffix}; it was {old.suffix}")
    _kinds(dict(old.kinds), dict(new.kinds), "the word", changes)
    _kinds(dict(old.also), dict(new.also), "the column", changes)


def _source(said: ir.TypesFrom) -> str:
    return f"{said.operation}: {said.name} and {said.type} in {said.list}"


def _kinds(
    old: Mapping[str, ir.DeclaredKind], new: Mapping[str, ir.DeclaredKind], what: str, changes: Changes
) -> None:
    for word, kind in old.items():
        if word not in new:
            changes.note("types-changed", f'{what} "{word}" means nothing any more; it was {kind}')
        elif new[word] != kind:
            changes.note("types-changed", f'{what} "{word}" is {new[word]} now; it was {kind}')
    for word in _gone(new, old):
        changes.note("types-added", f'{what} "{word}" is {new[word]} now')


def _gone(before: Iterable[str], after: Iterable[str]) -> list[str]:
    kept = set(after)
    return [each for each in before if each not in kept]


def _kind(kind: ir.ColumnKind | None) -> str:
    return kind or "what its texts tell"
