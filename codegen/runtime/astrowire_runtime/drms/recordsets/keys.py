"""Filters beside the prime keys of a series: their number, their names, the types of their values."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any, Final, NamedTuple

from ...display import value as shown
from .parts import Between, Count, Element, Indexes, Keyed, Number, Numbers, OneSet, Positional, Value, Values
from .times import is_duration, is_integer, is_number, is_step, is_time

_INTEGERS: Final = frozenset({"short", "int", "longlong"})
_REALS: Final = frozenset({"float", "double"})
_INDEX: Final = "_index"
MOST: Final = 8
_DURATION: Final = "a number with s, m, h, d or u (slots)"
_SLOTTED: Final = frozenset({"slot", "ts_eq", "ts_slot", "enum", "carr"})


class Key(NamedTuple):
    """One key that filters can name."""

    name: str
    type: str
    slotted: bool


def is_struct(described: Any) -> bool:
    """Say whether something describes a series: it has prime keys and keywords."""
    return hasattr(described, "primekeysinfo") and hasattr(described, "keywords")


def misfits(sets: tuple[Element, ...], struct: Any) -> list[str]:
    """Return what of the filters does not fit the description of a series; the first complaints only."""
    prime, named = _keys(struct)
    found = (problem for each in sets if isinstance(each, OneSet) for problem in _of_set(each, prime, named))
    return list(islice(found, MOST))


def _keys(struct: Any) -> tuple[list[Key], dict[str, Key]]:
    """The prime keys in their order, and everything that a filter can name, in lower case."""
    keywords = {each.name.lower(): each for each in struct.keywords}
    prime: list[Key] = []
    for each in struct.primekeysinfo:
        known = keywords.get(each.name.lower())
        prime.append(Key(each.name, known.type if known is not None else "", bool(each.slotted)))
    named = {
        name: Key(each.name, each.type, True) for name, each in keywords.items() if each.recscope in _SLOTTED
    }
    named |= {each.name.lower(): each for each in prime}
    named |= {
        f"{each.name.lower()}{_INDEX}": Key(f"{each.name}{_INDEX}", "int", False)
        for each in prime
        if each.slotted
    }
    return prime, named


def _of_set(one: OneSet, prime: list[Key], named: dict[str, Key]) -> Iterator[str]:
    position = 0
    for each in one.filters:
        key: Key | None = None
        if isinstance(each, Positional):
            position += 1
            if position <= len(prime):
                key = prime[position - 1]
            elif each.ranges:  # the servers mind no empty ones
                has = f"{len(prime)}: {', '.join(each.name for each in prime)}" if prime else "none"
                yield f"{shown(str(each))} filters prime key {position} of {one.series}, which has {has}"
        elif isinstance(each, Keyed):
            key = named.get(each.key.lower())
            if key is None:
                known = ", ".join(each.name for each in prime) or "none"
                yield f"{each.key} is no prime key of {one.series}, which has {known}"
        if key is not None and isinstance(each, Positional | Keyed):
            for value in each.ranges:
                yield from _of_value(value, key)


def _of_value(value: Values | Indexes, key: Key) -> Iterator[str]:
    if isinstance(value, Number | Numbers | Count) or str(value) in {"^", "$"}:
        return
    fits, wanted = _kind(key)
    if fits is None:
        return
    start = value.text if isinstance(value, Value) else value.start
    ends = (start, value.end) if isinstance(value, Between) else (start,)
    yield from (f"{shown(text)} is {wanted}, as {key.name} is" for text in ends if not fits(text))
    is_length, length = (is_duration, _DURATION) if key.type == "time" else (is_step, "a number")
    lengths = () if isinstance(value, Value) else (getattr(value, "length", None), value.every)
    yield from (
        f"{shown(text)} is no length for {key.name}; it is {length}"
        for text in lengths
        if text is not None and not is_length(text)
    )


def _kind(key: Key) -> tuple[Callable[[str], bool] | None, str]:
    """What tells values of the key's type, and how it is said that one is none."""
    if key.type == "time":
        return lambda text: is_time(text) or is_duration(text) or text.isdigit(), "no time"
    if key.type in _INTEGERS:
        return lambda text: is_integer(text) or (key.slotted and is_duration(text)), "no whole number"
    if key.type in _REALS:
        return lambda text: is_number(text) or (key.slotted and is_duration(text)), "no number"
    return None, ""
