"""A model with one value changed, for every class and field: what nobody may leave out unnoticed."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, Literal, get_args, get_origin, get_type_hints

from codegen import ir

Place = tuple[str | int, ...]
"""The way from a package to a value: names of fields, and positions in tuples."""


def instances(value: Any, place: Place = ()) -> Iterator[tuple[Place, Any]]:
    """Every object of a class of the model, with its place."""
    if isinstance(value, tuple):
        for index, each in enumerate(value):
            yield from instances(each, (*place, index))
    elif dataclasses.is_dataclass(value):
        yield place, value
        for field in dataclasses.fields(value):
            yield from instances(getattr(value, field.name), (*place, field.name))


def replaced(value: Any, place: Place, new: Any) -> Any:
    """The value with another one at a place."""
    if not place:
        return new
    first, rest = place[0], place[1:]
    if isinstance(first, int):
        return (*value[:first], replaced(value[first], rest, new), *value[first + 1 :])
    return dataclasses.replace(value, **{first: replaced(getattr(value, first), rest, new)})


@cache
def hints(kind: type) -> dict[str, Any]:
    """The types of a class's fields."""
    return get_type_hints(kind, vars(ir))


def others(value: Any, hint: Any, known: list[Any]) -> Iterator[Any]:
    """Other values for a field, with those first that make sense anywhere."""
    parts = (hint, *get_args(hint))
    words = [each for part in parts if get_origin(part) is Literal for each in get_args(part)]
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, int):
        yield value + 1
    elif isinstance(value, tuple):
        yield value[:-1]
    elif isinstance(value, ir.Note):
        yield ir.Note(summary="Something else.")
    elif isinstance(value, str):
        yield from words or [f"{value}9"]
    if type(None) in parts:
        yield None
    if ir.Text in parts:
        yield ir.Text(pattern="^9$")
    if not isinstance(value, tuple):
        yield from known


@dataclasses.dataclass
class Found:
    """What came of changing a model, by ``Class.field``."""

    said: set[str] = dataclasses.field(default_factory=set)
    """A change made a difference, each time."""
    unsaid: set[str] = dataclasses.field(default_factory=set)
    """A change made none."""
    tied: set[str] = dataclasses.field(default_factory=set)
    """No change made sense: something else would have to change with it."""


def changes(package: ir.Package, said: Callable[[ir.Package], Any], each: int) -> Found:
    """Change every field of some objects of every class, one at a time, and see whether that is said.

    Parameters
    ----------
    package : Package
        The model.
    said : callable
        What a model is turned into; what is compared.
    each : int
        How many different values are tried of each class and field.
    """
    values: dict[tuple[type, str], list[tuple[Place, Any]]] = {}
    for place, found in instances(package):
        for field in dataclasses.fields(found):
            value = getattr(found, field.name)
            if value not in (None, (), ""):
                values.setdefault((type(found), field.name), []).append(((*place, field.name), value))
    before, outcome = said(package), Found()
    for (kind, field), found in values.items():
        known = list({repr(value): value for _, value in found}.values())
        hint = hints(kind)[field]
        various = {repr(value): (place, value) for place, value in found}
        for place, value in [*various.values()][-each:]:
            differs = _differs(package, place, others(value, hint, known), said, before)
            sets = {True: outcome.said, False: outcome.unsaid, None: outcome.tied}
            sets[differs].add(f"{kind.__name__}.{field}")
    return outcome


def _differs(
    package: ir.Package, place: Place, values: Iterator[Any], said: Callable[[ir.Package], Any], before: Any
) -> bool | None:
    """Whether the first other value that makes sense is said; ``None`` if none makes sense."""
    for value in values:
        changed = replaced(package, place, value)
        if changed == package:
            continue
        try:
            return bool(said(changed) != before)
        except (AttributeError, IndexError, KeyError, RuntimeError, StopIteration, TypeError, ValueError):
            continue
    return None
