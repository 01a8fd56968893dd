"""Unknown members: taken out of a plain value before it is converted, and kept as extras after.

Typed answers forbid unknown members, because a parser that skips a member does
not check what it skips. So a document with unknown members takes this second
way: plain value, unknown members of open objects set aside, then conversion to
the very same types.

Where a server has learnt a new member, all records of an answer have it. So
strippers take all values of one place at once, and ask of all records together
which of their members are unknown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec
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


Strip = Callable[[list[Any], Unknown], dict[int, Any]]
"""Takes unknown members out of all values of one place, counts them, and returns by index what it took.

Of a record that is its unknown members (or None), and what was taken below it by
attribute (or None); of a container, a dictionary by index or key.
"""


def converter(kind: Any) -> Callable[[Any, Unknown], Any]:
    """Return what converts plain values to a type, with unknown members of open objects as extras.

    It uses its first argument up, counts in its second, and raises what
    ``msgspec.convert`` raises.
    """
    strip = _strip(types.type_info(kind), ())

    def convert(plain: Any, unknown: Unknown) -> Any:
        found = strip([plain], unknown) if strip else {}
        value = msgspec.convert(plain, kind)
        if found:
            _attach({0: value}, found)
        return value

    return convert


def _attach(owner: Any, found: Mapping[Any, Any]) -> None:
    """Give the records in a container what was set aside of them."""
    for key, each in found.items():
        if each.__class__ is dict:
            _attach(owner[key], each)
            continue
        members, below = each
        record = owner[key]
        if members is not None:
            record.__dict__["extras"] = members
        if below is not None:
            _attach({name: getattr(record, name) for name in below}, below)


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
    known = frozenset(field.encode_name for field in info.fields)
    inners = [
        (field.encode_name, field.name, inner)
        for field in info.fields
        if (inner := _strip(field.type, (*path, field.encode_name)))
    ]
    kept = [field.encode_name for field in info.fields if isinstance(field.type, types.RawType)]
    is_open = not issubclass(info.cls, ClosedAnswer)

    def strip(values: list[Any], unknown: Unknown) -> dict[int, Any]:
        places: Sequence[int] = range(len(values))
        if set(map(type, values)) != {dict}:
            places = [place for place in places if values[place].__class__ is dict]
            values = [values[place] for place in places]
        strange: set[str] = set[str]().union(*values) - known if is_open else set()
        found = _taken(values, places, strange, path, unknown) if strange else {}
        for name in kept:
            _keep(values, name)
        for name, attribute, inner in inners:
            having = [place for place, record in zip(places, values, strict=True) if name in record]
            below = inner([record[name] for record in values if name in record], unknown)
            for index, each in below.items():
                members, others = found.get(having[index], (None, None))
                found[having[index]] = (members, {**(others or {}), attribute: each})
        return found

    return strip


def _taken(
    records: list[dict[str, Any]], places: Sequence[int], strange: set[str], path: Path, unknown: Unknown
) -> dict[int, Any]:
    """Take the members of these names out of all records."""
    if len(strange) == 1:
        name = next(iter(strange))
        pairs = zip(places, records, strict=True)
        found = {place: ({name: each.pop(name)}, None) for place, each in pairs if name in each}
    else:
        found = {}
        for place, each in zip(places, records, strict=True):
            names = [name for name in each if name in strange]
            if names:
                found[place] = ({name: each.pop(name) for name in names}, None)
    for name in strange:
        values = [members[name] for members, _ in found.values() if name in members]
        unknown[pointer((*path, name))] += len(values)
        unknown.nested = unknown.nested or not CONTAINERS.isdisjoint(map(type, values))
    return found


def _keep(records: list[dict[str, Any]], name: str) -> None:
    """Give arrays that are kept as bytes their bytes again; their checks look at the elements."""
    for record in records:
        if record.get(name).__class__ is list:
            record[name] = msgspec.Raw(msgspec.json.encode(record[name]))


def _strip_lists(inner: Strip | None) -> Strip | None:
    if inner is None:
        return None

    def strip(values: list[Any], unknown: Unknown) -> dict[int, Any]:
        below = ((place, inner(each, unknown)) for place, each in enumerate(values) if each.__class__ is list)
        return {place: found for place, found in below if found}

    return strip


def _strip_maps(inner: Strip | None) -> Strip | None:
    if inner is None:
        return None

    def strip(values: list[Any], unknown: Unknown) -> dict[int, Any]:
        found: dict[int, Any] = {}
        for place, each in enumerate(values):
            if each.__class__ is dict:
                below = inner(list(each.values()), unknown)
                if below:
                    keys = list(each)
                    found[place] = {keys[index]: members for index, members in below.items()}
        return found

    return strip


def _strip_tuples(inners: list[Strip | None]) -> Strip | None:
    if not any(inners):
        return None

    def strip(values: list[Any], unknown: Unknown) -> dict[int, Any]:
        found: dict[int, Any] = {}
        for place, each in enumerate(values):
            if each.__class__ is list:
                for index, (item, inner) in enumerate(zip(each, inners, strict=False)):
                    below = inner([item], unknown) if inner else {}
                    if below:
                        found.setdefault(place, {})[index] = below[0]
        return found

    return strip


def _strip_unions(inners: list[Strip]) -> Strip | None:
    # Alternatives are of different JSON kinds and each stripper looks at its own kind only.
    if not inners:
        return None

    def strip(values: list[Any], unknown: Unknown) -> dict[int, Any]:
        found: dict[int, Any] = {}
        for inner in inners:
            found |= inner(values, unknown)
        return found

    return strip
