"""Unknown members: taken out of a plain value before it is converted, and kept as extras after.

Typed answers forbid unknown members, because a parser that skips a member does
not check what it skips. So a document with unknown members takes this second
way: plain value, unknown members of open objects set aside, then conversion to
the very same types.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
from msgspec import inspect as types

from .values import Answer, ClosedAnswer

Path = tuple[str | int, ...]
Extras = dict[Path, dict[str, Any]]
Strip = Callable[[Any, Path, Extras], None]


def converter(kind: Any) -> Callable[[Any], Any]:
    """Return what converts plain values to a type, unknown members of open objects as extras.

    It uses its argument up, and raises what ``msgspec.convert`` raises.
    """
    strip = _strip(types.type_info(kind))

    def convert(plain: Any) -> Any:
        extras: Extras = {}
        if strip:
            strip(plain, (), extras)
        value = msgspec.convert(plain, kind)
        _attach(value, extras)
        return value

    return convert


def _attach(value: Any, extras: Extras) -> None:
    for path, members in extras.items():
        owner = value
        for step in path:
            owner = _step(owner, step)
        owner.__dict__["extras"] = members


def _step(owner: Any, step: str | int) -> Any:
    if isinstance(owner, Answer):
        return getattr(owner, owner.__struct_fields__[owner.__struct_encode_fields__.index(str(step))])
    return owner[step]


def _strip(info: types.Type) -> Strip | None:
    match info:
        case types.StructType():
            return _strip_record(info)
        case types.ListType(item_type=item):
            return _strip_items(_strip(item))
        case types.DictType(value_type=item):
            return _strip_values(_strip(item))
        case types.TupleType(item_types=items):
            return _strip_tuple([_strip(each) for each in items])
        case types.NamedTupleType(fields=fields):
            return _strip_tuple([_strip(each.type) for each in fields])
        case types.UnionType(types=kinds):
            return _strip_union([each for each in map(_strip, kinds) if each])
        case _:
            return None


def _strip_record(info: types.StructType) -> Strip:
    below = {field.encode_name: _strip(field.type) for field in info.fields}
    is_open = not issubclass(info.cls, ClosedAnswer)

    def strip(value: Any, path: Path, extras: Extras) -> None:
        if value.__class__ is not dict:
            return
        if is_open and not value.keys() <= below.keys():
            unknown = [name for name in value if name not in below]
            extras[path] = {name: value.pop(name) for name in unknown}
        for name, inner in below.items():
            if inner and name in value:
                inner(value[name], (*path, name), extras)

    return strip


def _strip_items(inner: Strip | None) -> Strip | None:
    if inner is None:
        return None

    def strip(value: Any, path: Path, extras: Extras) -> None:
        if value.__class__ is list:
            for index, each in enumerate(value):
                inner(each, (*path, index), extras)

    return strip


def _strip_values(inner: Strip | None) -> Strip | None:
    if inner is None:
        return None

    def strip(value: Any, path: Path, extras: Extras) -> None:
        if value.__class__ is dict:
            for name, each in value.items():
                inner(each, (*path, name), extras)

    return strip


def _strip_tuple(inners: list[Strip | None]) -> Strip | None:
    if not any(inners):
        return None

    def strip(value: Any, path: Path, extras: Extras) -> None:
        if value.__class__ is list:
            for index, (each, inner) in enumerate(zip(value, inners, strict=False)):
                if inner:
                    inner(each, (*path, index), extras)

    return strip


def _strip_union(inners: list[Strip]) -> Strip | None:
    # Alternatives are of different JSON kinds and each stripper looks at its own kind only.
    if not inners:
        return None

    def strip(value: Any, path: Path, extras: Extras) -> None:
        for inner in inners:
            inner(value, path, extras)

    return strip
