"""Texts that are no document at all, and texts that just are: what readers of JSON differ about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from codegen import ir
from codegen.emit.cases import scalars
from codegen.emit.cases.bases import Base, Edit, Site
from codegen.emit.cases.dice import Dice
from codegen.emit.cases.mutations import Change

DEEPEST: Final = 64
"""Containers within each other that a body may have, the envelope counted."""
JSON_BEGINS: Final = '{["-0123456789tfnNI\u00ef\ufeff\ufffe\u00fe\u00ff'
"""What makes a text that is no document ``Malformed``; else it is ``NotJson``."""

TRIED: Final = 2
"""Of one kind in one operation; another one has others."""
INSTEAD: Final = (
    ("not-a-number", ("NaN", "-NaN")),
    ("infinity", ("Infinity", "-Infinity")),
    ("out-of-range", ("1e400", "-1e400", "1E+999")),
    ("lone-surrogate", ('"\\ud800"', '"a\\udfffb"', '"\\ud800\\u0041"', '"\\udc00\\ud800"')),
    ("bad-escape", ('"\\x41"', '"\\u12g4"', '"\\u12"')),
    ("control-character", ('"a\tb"', '"a\nb"')),
    ("leading-zero", ("01", "-01", "00")),
    ("bad-number", ("1.", ".5", "+1", "1e", "0x10", "1_000")),
    ("single-quotes", ("'a'",)),
    ("bad-word", ("True", "None", "undefined", "nul")),
    ("unclosed-string", ('"abc',)),
)  # fmt: skip
"""Texts in the place of a value."""


def changes(bases: Sequence[Base], dice: Dice, *, is_rpc: bool) -> Iterator[tuple[int, Change, str]]:
    """Changes of texts: which base, what, and the verdict on it."""
    for name, puts in INSTEAD:
        for put in dice.mixed(puts)[:TRIED]:
            at = dice.below(len(bases))
            site = dice.pick(bases[at].sites)
            edit = (site.start, site.end - site.start, put)
            yield at, Change(name, edit, site.pointer), "unreadable"
    for at, base in enumerate(bases[:4]):
        for name, edit in _whole(base, dice):
            yield at, Change(name, edit, ""), "unreadable"
    yield from _deep(bases, is_rpc)


def _whole(base: Base, dice: Dice) -> Iterator[tuple[str, Edit]]:
    end = len(base.text)
    cut = 1 + dice.below(end - 1) if end > 1 else 0
    if base.sites[0].kind not in ("integer", "number"):
        yield "truncated", (cut, end - cut, "")
    yield "byte-order-mark", (0, 0, "\ufeff")
    yield "something-behind", (end, 0, dice.pick(("x", ",", "{}", " null", "]")))
    for site in base.sites:
        if site.parts:
            yield "trailing-comma", (site.end - 1, 0, ",")
            break
    yield "comment", (end, 0, " // the end")


def _deep(bases: Sequence[Base], is_rpc: bool) -> Iterator[tuple[int, Change, str]]:
    """Nesting at its limit where anything may stand, and beyond it anywhere."""
    for at, base in enumerate(bases):
        site = base.sites[0]
        inside = 1 + is_rpc
        if site.kind == "object" and isinstance(site.chosen, ir.Record) and site.chosen.open:
            yield at, Change("as-deep-as-may-be", _nested(site, DEEPEST - inside), ""), "accepted"
            yield at, Change("too-deep", _nested(site, DEEPEST + 1 - inside), ""), "unreadable"
            return
    put = "[" * (DEEPEST + 1) + "]" * (DEEPEST + 1)
    yield 0, Change("too-deep", (0, len(bases[0].text), put), ""), "unreadable"


def _nested(site: Site, depth: int) -> Edit:
    put = f'"deep":{"[" * depth}{"]" * depth}'
    return (site.start + 1, 0, f"{put},") if site.parts else (site.start + 1, 0, put)


def broken(operation: ir.Operation, text: str) -> str:
    """The class for a body that is not as promised and yet known; empty if it is no such body."""
    found = (each.error for each in operation.broken if scalars.compiled(each.pattern).search(text))
    return next(found, "")


def error(operation: ir.Operation, text: str) -> str:
    """The class that a text which is no document deserves."""
    if known := broken(operation, text):
        return known
    shown = text.lstrip(" \t\r\n")
    return "Malformed" if shown and shown[0] in JSON_BEGINS else "NotJson"
