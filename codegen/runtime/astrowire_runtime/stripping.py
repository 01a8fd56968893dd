"""Unknown members: taken out of a plain value before it is converted, and kept as extras after.

Typed answers forbid unknown members, because a parser that skips a member does
not check what it skips. So a document with unknown members takes this second
way: plain value, unknown members of open objects set aside, then conversion to
the very same types.

Where a server has learnt a new member, all records of an answer have it. So all
values of one place are taken at once, before and after the conversion, and the
first record is believed to have what all have. If the conversion finds that it
has not, every member of every record is looked at.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from itertools import chain
from operator import attrgetter
from typing import Any

import msgspec
from msgspec import UNSET, UnsetType
from msgspec import inspect as types

from .problems import pointer
from .values import ClosedAnswer

Path = tuple[str, ...]
CONTAINERS = frozenset({dict, list})


class Unknown(Counter[str]):
    """How many members are not described, by pointer, ``*`` for every index and key.

    Attributes
    ----------
    nested : bool
        One of them holds others: nobody has looked yet how deep.
    """

    nested = False


Attach = Callable[[Sequence[Any]], None]
"""Gives what was taken out to the converted values of the same place, in the same order."""
Strip = Callable[[Sequence[Any], Unknown, bool], "Attach | None"]
"""Takes unknown members out of all values of one place, and counts them.

The last argument says whether to look at all members of all records. Values of
other classes than the place's are passed over, before the conversion and after.
"""


def converter(kind: Any) -> Callable[[Any, Unknown], Any]:
    """Return what converts plain values to a type, with unknown members of open objects as extras.

    It uses its first argument up, counts in its second, and raises what
    ``msgspec.convert`` raises.
    """
    strip = _strip(types.type_info(kind), ())

    def convert(plain: Any, unknown: Unknown) -> Any:
        if strip is None:
            return msgspec.convert(plain, kind)
        attach, rest = strip([plain], unknown, False), None
        try:
            value = msgspec.convert(plain, kind)
        except msgspec.ValidationError:
            rest = strip([plain], unknown, True)
            if rest is None:
                raise
            value = msgspec.convert(plain, kind)
        for each in (attach, rest):
            if each:
                each([value])
        return value

    return convert


def _strip(info: types.Type, path: Path) -> Strip | None:
    below = (*path, "*")
    match info:
        case types.StructType():
            return _strip_records(info, path)
        case types.ListType(item_type=item):
            return _strip_lists(_strip(item, below))
        case types.DictType(value_type=item):
            return _strip_maps(_strip(item, below))
        case types.TupleType(item_types=items):
            return _strip_tuples([_strip(each, below) for each in items])
        case types.NamedTupleType(fields=fields):
            return _strip_tuples([_strip(each.type, below) for each in fields])
        case types.UnionType(types=kinds):
            return _strip_unions([each for each in (_strip(kind, path) for kind in kinds) if each])
        case _:
            return None


def _strip_records(info: types.StructType, path: Path) -> Strip:
    kind = info.cls
    known = frozenset(field.encode_name for field in info.fields)
    parts = [
        (field.encode_name, field.name, inner)
        for field in info.fields
        if (inner := _strip(field.type, (*path, field.encode_name)))
    ]
    kept = [field.encode_name for field in info.fields if isinstance(field.type, types.RawType)]
    is_open = not issubclass(kind, ClosedAnswer)

    def strip(values: Sequence[Any], unknown: Unknown, thorough: bool) -> Attach | None:
        records: Sequence[dict[str, Any]] = _of(dict, values)
        if not records:
            return None
        strange = set[str]().union(*(records if thorough else records[:1])) - known if is_open else None
        own = _take(records, strange, path, unknown) if strange else None
        for name in kept:
            _keep(records, name)
        below: list[tuple[str, Attach]] = []
        for name, attribute, inner in parts:
            found = inner([record.get(name) for record in records], unknown, thorough)
            if found:
                below.append((attribute, found))
        if own is None and not below:
            return None

        def attach(converted: Sequence[Any]) -> None:
            answers = _of(kind, converted)
            if own is not None:
                own(answers)
            for attribute, inner in below:
                inner(list(map(attrgetter(attribute), answers)))

        return attach

    return strip


def _of(kind: type, values: Sequence[Any]) -> Sequence[Any]:
    """The values of one class; most often all are."""
    return values if set(map(type, values)) == {kind} else [each for each in values if each.__class__ is kind]


def _take(records: Sequence[dict[str, Any]], names: set[str], path: Path, unknown: Unknown) -> Attach:
    """Take the members of these names out of all records."""
    if len(names) > 1:
        return _take_many(records, names, path, unknown)
    return _take_one(records, next(iter(names)), path, unknown)


def _take_one(records: Sequence[dict[str, Any]], name: str, path: Path, unknown: Unknown) -> Attach:
    """Take one member out of all records."""
    values = [record.pop(name, UNSET) for record in records]
    kinds = set(map(type, values))
    unknown[pointer((*path, name))] += len(values) - (values.count(UNSET) if UnsetType in kinds else 0)
    unknown.nested = unknown.nested or not CONTAINERS.isdisjoint(kinds)

    def attach(converted: Sequence[Any]) -> None:
        for record, value in zip(converted, values, strict=True):
            if value is not UNSET:
                own = record.__dict__
                own["extras"] = {**own["extras"], name: value} if own else {name: value}

    return attach


def _take_many(records: Sequence[dict[str, Any]], names: set[str], path: Path, unknown: Unknown) -> Attach:
    """Take several members out of all records, which may have a name each: members are gone through once."""
    taken = [
        {name: record.pop(name) for name in [name for name in record if name in names]} for record in records
    ]
    for name, count in Counter(chain.from_iterable(taken)).items():
        unknown[pointer((*path, name))] += count
    kinds = {value.__class__ for members in taken for value in members.values()}
    unknown.nested = unknown.nested or not CONTAINERS.isdisjoint(kinds)

    def attach(converted: Sequence[Any]) -> None:
        for record, members in zip(converted, taken, strict=True):
            if members:
                own = record.__dict__
                own["extras"] = {**own["extras"], **members} if own else members

    return attach


def _keep(records: Sequence[dict[str, Any]], name: str) -> None:
    """Give arrays that are kept as bytes their bytes again; their checks look at the elements."""
    for record in records:
        if record.get(name).__class__ is list:
            record[name] = msgspec.Raw(msgspec.json.encode(record[name]))


def _strip_lists(inner: Strip | None) -> Strip | None:
    return None if inner is None else _strip_below(inner, _items)


def _items(values: Sequence[Any]) -> list[Any]:
    return list(chain.from_iterable(_of(list, values)))


def _strip_maps(inner: Strip | None) -> Strip | None:
    return None if inner is None else _strip_below(inner, _entries)


def _entries(values: Sequence[Any]) -> list[Any]:
    return [entry for each in _of(dict, values) for entry in each.values()]


def _strip_below(inner: Strip, held: Callable[[Sequence[Any]], Sequence[Any]]) -> Strip:
    """Strip what containers hold; where they hold it, conversion leaves as it is."""

    def strip(values: Sequence[Any], unknown: Unknown, thorough: bool) -> Attach | None:
        attach = inner(held(values), unknown, thorough)
        return None if attach is None else lambda converted: attach(held(converted))

    return strip


def _strip_tuples(inners: Sequence[Strip | None]) -> Strip | None:
    parts = [_strip_below(inner, partial(_elements, at)) for at, inner in enumerate(inners) if inner]
    return _strip_all(parts)


def _elements(at: int, values: Sequence[Any]) -> list[Any]:
    """The elements at one place of tuples, which are lists before the conversion."""
    return [each[at] for each in values if issubclass(each.__class__, list | tuple) and len(each) > at]


def _strip_unions(inners: Sequence[Strip]) -> Strip | None:
    # Alternatives are of different JSON kinds and each stripper looks at its own kind only.
    return inners[0] if len(inners) == 1 else _strip_all(inners)


def _strip_all(inners: Sequence[Strip]) -> Strip | None:
    if not inners:
        return None

    def strip(values: Sequence[Any], unknown: Unknown, thorough: bool) -> Attach | None:
        found = [attach for inner in inners if (attach := inner(values, unknown, thorough))]

        def attach_all(converted: Sequence[Any]) -> None:
            for attach in found:
                attach(converted)

        return attach_all if found else None

    return strip
