"""Conditions of generated checks: built, negated, and laid out as the formatter would."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from .quoting import WIDTH


@dataclass(frozen=True, slots=True)
class Atom:
    """One comparison or call, and its opposite."""

    yes: str
    no: str


@dataclass(frozen=True, slots=True)
class Chain:
    """Several conditions; ``every``: all of them, else any of them."""

    parts: tuple[Condition, ...]
    every: bool


Condition: TypeAlias = Atom | Chain


def same(left: str, right: str) -> Atom:
    """Equality."""
    return Atom(f"{left} === {right}", f"{left} !== {right}")


def says(call: str) -> Atom:
    """A call that answers yes or no."""
    return Atom(call, f"!{call}")


def every(*parts: Condition) -> Condition:
    """All of some conditions."""
    return _chain(parts, True)


def some(*parts: Condition) -> Condition:
    """Any of some conditions."""
    return _chain(parts, False)


def _chain(parts: tuple[Condition, ...], is_every: bool) -> Condition:
    flat: list[Condition] = []
    for each in parts:
        flat += each.parts if isinstance(each, Chain) and each.every is is_every else (each,)
    return flat[0] if len(flat) == 1 else Chain(tuple(flat), is_every)


def opposite(condition: Condition) -> Condition:
    """The condition that holds where the given one does not."""
    if isinstance(condition, Atom):
        return Atom(condition.no, condition.yes)
    return Chain(tuple(map(opposite, condition.parts)), not condition.every)


def flat(condition: Condition) -> str:
    """The condition on one line."""
    if isinstance(condition, Atom):
        return condition.yes
    parts = [f"({flat(each)})" if isinstance(each, Chain) else flat(each) for each in condition.parts]
    return (" && " if condition.every else " || ").join(parts)


def _broken(condition: Condition, indent: int) -> list[str]:
    """The parts of a condition on lines of their own."""
    if isinstance(condition, Atom):
        return [" " * indent + condition.yes]
    sign = " &&" if condition.every else " ||"
    lines: list[str] = []
    for number, each in enumerate(condition.parts):
        part = _part(each, indent, len(sign))
        if number < len(condition.parts) - 1:
            part[-1] += sign
        lines += part
    return lines


def _part(condition: Condition, indent: int, after: int) -> list[str]:
    margin = " " * indent
    if isinstance(condition, Atom):
        return [margin + condition.yes]
    whole = f"{margin}({flat(condition)})"
    if len(whole) + after <= WIDTH:
        return [whole]
    first, *rest = _broken(condition, indent + 2)
    return [f"{margin}({first.lstrip(' ')}", *rest[:-1], f"{rest[-1]})"]


def opening(condition: Condition, indent: int, *, also: bool = False) -> list[str]:
    """The first lines of a statement that runs where the condition holds; ``also``: of one that goes on."""
    margin = " " * indent
    head = f"{margin}{'} else ' if also else ''}if ("
    line = f"{head}{flat(condition)}) {{"
    if len(line) <= WIDTH or isinstance(condition, Atom):
        return [line]
    return [head, *_broken(condition, indent + 2), f"{margin}) {{"]


def refuse(condition: Condition, indent: int) -> list[str]:
    """The statement that ends a check where the condition does not hold."""
    margin = " " * indent
    return [*opening(opposite(condition), indent), f"{margin}  return false;", f"{margin}}}"]


def give(condition: Condition, indent: int) -> list[str]:
    """The statement that ends a check with the condition."""
    margin = " " * indent
    line = f"{margin}return {flat(condition)};"
    if len(line) <= WIDTH or isinstance(condition, Atom):
        return [line]
    return [f"{margin}return (", *_broken(condition, indent + 2), f"{margin});"]
