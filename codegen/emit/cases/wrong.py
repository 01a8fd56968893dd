"""Mutations for the worse: each breaks one rule at one place, and it is known which and where."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from codegen import ir
from codegen.emit.cases import scalars
from codegen.emit.cases.bases import KINDS, Site, escaped
from codegen.emit.cases.dice import Dice
from codegen.emit.cases.judge import complaint
from codegen.emit.cases.mutations import (
    INSTEAD,
    Change,
    Mutation,
    Scene,
    any_member,
    bad_value,
    dropped,
    kind_rule,
    literal,
    replaced,
    unknown_member,
)  # fmt: skip
from codegen.emit.cases.scalars import quoted, quoted_text

NEVER: Final = "0123456789 _-!,;:\u00e9"
"""Characters to break a pattern with; no text becomes an address by them."""
LONGEST: Final = 1000
"""Characters, items or members that are written to be too many."""
TRIES: Final = 12
"""Attempts to find a text that is not taken."""


def wrong_kind(site: Site, scene: Scene) -> Change | None:
    """A value of a JSON kind that is not taken here."""
    if site.role == "tag":
        return None
    others = scene.types.foreign(site.shape)
    if not others:
        return None
    kind = scene.dice.pick(others)
    is_fraction = kind == "number" and "integer" in scene.types.kinds(site.shape)
    name = "fraction" if is_fraction else INSTEAD[kind]
    return Change(name, replaced(site, literal(kind, scene.dice)), site.pointer, kind_rule(site.shape))


def null(site: Site, scene: Scene) -> Change | None:
    """Null, where it is no value."""
    if site.role in ("tag", "sole") or "null" in scene.types.kinds(site.shape):
        return None
    return Change("null-instead", replaced(site, "null"), site.pointer, kind_rule(site.shape))


def not_in_set(site: Site, scene: Scene) -> Change | None:
    """A constant of the right kind, and yet not one of the set."""
    if not isinstance(site.chosen, ir.Constants) or site.role in ("tag", "flag"):
        return None
    for _ in range(TRIES):
        value = _near(site.value, scene.dice)
        found = complaint(site.shape, value, scene.types, site.pointer)
        if found is not None:
            return Change("not-in-set", replaced(site, quoted(value)), *found)
    return None


def _near(value: Any, dice: Dice) -> Any:
    """A value that is easily taken for another."""
    if isinstance(value, str):
        options: list[Any] = [value.upper(), value.lower(), f"{value} ", f" {value}", "", scalars.word(dice)]
        return dice.pick([*options, int(value)] if value.isdigit() and value.isascii() else options)
    if isinstance(value, int) and not isinstance(value, bool):
        return dice.pick((value + 1, -value - 1, str(value), dice.below(1000), value + 0.5))
    return scalars.word(dice)


def pattern(site: Site, scene: Scene) -> Change | None:
    """A text with a character that the pattern does not take there."""
    shape = _text(site)
    if shape is None or shape.pattern is None:
        return None
    search = scalars.compiled(shape.pattern).search
    for _ in range(TRIES):
        at = scene.dice.below(len(site.value) + 1)
        value = site.value[:at] + scene.dice.pick(NEVER) + site.value[at + scene.dice.below(2) :]
        if scene.dice.chance(0.2):
            value = scalars.word(scene.dice)
        if search(value) is None and _is_no_other(site, value, scene):
            return Change("pattern-broken", replaced(site, quoted(value)), site.pointer, "pattern")
    return None


def final_newline(site: Site, scene: Scene) -> Change | None:
    """A line break behind a text that is right: the trap of ``$``."""
    shape = _text(site)
    if shape is None or shape.pattern is None:
        return None
    if not scalars.refuses_line_break(shape.pattern) or not _is_no_other(site, site.value + "\n", scene):
        return None
    return Change("final-newline", replaced(site, quoted(site.value + "\n")), site.pointer, "not")


def length(site: Site, scene: Scene) -> Change | None:
    """A text that is too short or too long."""
    shape = _text(site)
    if shape is None:
        return None
    least, most = shape.min_length or 0, shape.max_length
    if least and (most is None or scene.dice.chance(0.5)):
        value, rule = site.value[: least - 1], "minLength"
    elif most is not None and most <= LONGEST:
        value, rule = (site.value or "x") * (most + 1), "maxLength"
        value = value[: most + 1]
    else:
        return None
    if not _is_no_other(site, value, scene):
        return None
    name = "too-short" if rule == "minLength" else "too-long"
    return Change(name, replaced(site, quoted(value)), site.pointer, rule)


def _text(site: Site) -> ir.Text | None:
    return site.chosen if isinstance(site.chosen, ir.Text) else None


def _is_no_other(site: Site, value: str, scene: Scene) -> bool:
    """Whether no other alternative takes the text."""
    return site.shape is site.chosen or complaint(site.shape, value, scene.types) is not None


def bounds(site: Site, scene: Scene) -> Change | None:
    """A number out of bounds."""
    shape = site.chosen
    if not isinstance(shape, ir.Integer | ir.Number):
        return None
    if shape.minimum is not None and (shape.maximum is None or scene.dice.chance(0.5)):
        put, rule = shape.minimum - 1 - scene.dice.below(2) * scene.dice.below(1000), "minimum"
    elif shape.maximum is not None:
        put, rule = shape.maximum + 1 + scene.dice.below(2) * scene.dice.below(1000), "maximum"
    else:
        return None
    return Change(f"beyond-{rule}", replaced(site, str(put)), site.pointer, rule)


def missing(site: Site, scene: Scene) -> Change | None:
    """A member that must be there is not."""
    needed = [
        at
        for at, part in enumerate(site.parts)
        if part.known is not None and (part.known.required or part.role == "guarded")
    ]
    if not needed:
        return None
    return Change("missing", dropped(site, scene.dice.pick(needed)), site.pointer, "required")


def unknown(site: Site, scene: Scene) -> Change | None:
    """A member that a closed object does not know."""
    if not isinstance(site.chosen, ir.Record) or site.chosen.open:
        return None
    edit = unknown_member(site, scene)
    return Change("unknown-member", edit, site.pointer, "additionalProperties") if edit else None


def duplicate_bad_last(site: Site, scene: Scene) -> Change | None:
    """A member twice: the last one counts, and is wrong."""
    part = any_member(site, scene)
    bad = part and bad_value(site, part, scene)
    if part is None or not bad:
        return None
    pointer = f"{site.pointer}/{escaped(part.name)}"
    put = f",{quoted_text(part.name)}:{bad[0]}"
    return Change("duplicate-bad-last", (part.end, 0, put), pointer, bad[1])


def items(site: Site, scene: Scene) -> Change | None:
    """An array with an item too few, too many, or with null beside its items."""
    match site.chosen:
        case ir.TupleOf() | ir.Pair() if site.kind == "array":
            return _tuple(site, scene)
        case ir.ListOf():
            return _list(site, site.chosen, scene)
        case _:
            return None


def _tuple(site: Site, scene: Scene) -> Change:
    name = "pair" if isinstance(site.chosen, ir.Pair) else "tuple"
    if scene.dice.chance(0.5) and site.parts:
        return Change(f"{name}-too-short", dropped(site, len(site.parts) - 1), site.pointer, "minItems")
    put = ("," if site.parts else "") + literal(scene.dice.pick(KINDS), scene.dice)
    return Change(f"{name}-too-long", (site.end - 1, 0, put), site.pointer, "items")


def _list(site: Site, shape: ir.ListOf, scene: Scene) -> Change | None:
    if shape.null_for_empty and "null" not in scene.types.kinds(shape.item):
        count = len(site.parts)
        put = ",null" if count else "null,null"
        pointer = f"{site.pointer}/{count}"
        return Change("null-beside", (site.end - 1, 0, put), pointer, kind_rule(shape.item))
    if shape.min_items and scene.dice.chance(0.5):
        return Change("too-few-items", replaced(site, "[]"), site.pointer, "minItems")
    if shape.max_items is not None and shape.max_items <= LONGEST:
        each = scene.fragment(shape.item)
        put = ",".join([each] * (shape.max_items + 1))
        return Change("too-many-items", replaced(site, f"[{put}]"), site.pointer, "maxItems")
    return None


def members(site: Site, scene: Scene) -> Change | None:
    """A map with too few or too many members, or a key that none may have."""
    shape = site.chosen
    if not isinstance(shape, ir.MapOf):
        return None
    if shape.min_properties and scene.dice.chance(0.5):
        return Change("too-few-members", replaced(site, "{}"), site.pointer, "minProperties")
    if shape.max_properties is not None and shape.max_properties <= LONGEST:
        each = scene.fragment(shape.value)
        put = ",".join(f"{quoted(f'k{at}')}:{each}" for at in range(shape.max_properties + 1))
        return Change("too-many-members", replaced(site, f"{{{put}}}"), site.pointer, "maxProperties")
    if shape.key is not None and site.parts:
        part = scene.dice.pick(site.parts)
        name = scene.dice.pick(("not a key", "", "a,b", "x\n"))
        if scalars.fits(shape.key, name):
            return None
        edit = (part.start, part.value - part.start, f"{quoted_text(name)}:")
        return Change("bad-key", edit, site.pointer, "propertyNames")
    return None


def flag(site: Site, scene: Scene) -> Change | None:
    """A pair whose flag is something else, or says the opposite."""
    if site.role != "flag":
        return None
    text = quoted(site.value)
    put = scene.dice.pick((f'"{text}"', str(int(site.value)), "null", f"{int(site.value)}.0", "[]"))
    return Change("flag-of-another-kind", replaced(site, put), site.pointer, "const")


def swapped(site: Site, scene: Scene) -> Change | None:
    """A pair whose flag says the opposite."""
    shape = site.chosen
    if not isinstance(shape, ir.Pair) or site.kind != "array":
        return None
    halves = (scene.types.kinds(shape.when_true), scene.types.kinds(shape.when_false))
    if halves[0] & halves[1]:
        return None
    part = site.parts[0]
    text = "false" if part.end - part.start == len("true") else "true"
    edit = (part.start, part.end - part.start, text)
    rule = kind_rule(scene.types.resolved(shape.when_false if text == "false" else shape.when_true))
    return Change("flag-swapped", edit, f"{site.pointer}/1", rule)


def guard_broken(site: Site, scene: Scene) -> Change | None:
    """It says that members are there which are not."""
    if site.role != "empty":
        return None
    pointer = site.pointer.rpartition("/")[0]
    return Change("members-absent", replaced(site, str(1 + scene.dice.below(500))), pointer, "required")


ALIKE: Final = frozenset({null, final_newline, missing, length})
"""Mutations that give no more than they gave at a site before."""
EVERY: Final[Mapping[str, tuple[Mutation, ...]]] = {
    "object": (wrong_kind, null, missing, unknown, duplicate_bad_last, members),
    "array": (wrong_kind, null, items, swapped),
    "scalar": (wrong_kind, null, not_in_set, pattern, final_newline, length, bounds, flag, guard_broken),
}
"""Mutations by what a site holds."""


def _has_limit(site: Site) -> bool:
    shape = site.chosen
    return isinstance(shape, ir.Text) and (bool(shape.min_length) or shape.max_length is not None)


def _has_bound(site: Site) -> bool:
    shape = site.chosen
    if not isinstance(shape, ir.Integer | ir.Number):
        return False
    return shape.minimum is not None or shape.maximum is not None


def _has_pattern(site: Site) -> bool:
    return isinstance(site.chosen, ir.Text) and site.chosen.pattern is not None


ONLY: Final[Mapping[Mutation, Callable[[Site], bool]]] = {
    not_in_set: lambda site: isinstance(site.chosen, ir.Constants),
    pattern: _has_pattern,
    final_newline: _has_pattern,
    length: _has_limit,
    bounds: _has_bound,
    flag: lambda site: site.role == "flag",
    guard_broken: lambda site: site.role == "empty",
    unknown: lambda site: isinstance(site.chosen, ir.Record),
    members: lambda site: isinstance(site.chosen, ir.MapOf),
    swapped: lambda site: isinstance(site.chosen, ir.Pair),
}
"""Where the others have nothing to do, which need not be tried again and again."""


def able(site: Site) -> tuple[Mutation, ...]:
    """The mutations that may have something to do at a site."""
    every = EVERY.get(site.kind, EVERY["scalar"])
    return tuple(each for each in every if each not in ONLY or ONLY[each](site))
