"""Single named mutations of a base document: what makes it wrong, and what leaves it right.

Each function looks at one site and returns a change, or None where it has nothing to do.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import product
from typing import Any, Final, NamedTuple, TypeAlias, cast

from codegen import ir
from codegen.emit.cases import scalars
from codegen.emit.cases.bases import KINDS, WITH_PARTS, Edit, Maker, Part, Site, Types, escaped, key, scalar
from codegen.emit.cases.dice import Dice
from codegen.emit.cases.judge import complaint, constant_rule
from codegen.emit.cases.scalars import quoted, quoted_text


class Change(NamedTuple):
    """What becomes of a base document.

    Attributes
    ----------
    name : str
        Of the mutation.
    edit : Edit or None
        None: it stays as it is.
    rule : str
        Of a change for the worse: the rule that it breaks, at ``pointer``. Empty: it is still valid.
    value_edit : Edit or None
        The one that makes the text of the canonical value, where it is another.
    """

    name: str
    edit: Edit | None
    pointer: str
    rule: str = ""
    value_edit: Edit | None = None


class Scene(NamedTuple):
    """What mutations of one operation share."""

    types: Types
    dice: Dice
    reserved: str | None
    """A member that no map may have."""

    def fragment(self, shape: ir.Shape) -> str:
        """A fresh text that the shape takes; raises ``TooLarge``."""
        chosen = self.dice.pick(self.types.alternatives(shape))
        if isinstance(chosen, WITH_PARTS):
            return Maker(self.types, self.dice, "some").made(chosen)[0]
        return scalar(chosen, self.dice)[2]


Mutation: TypeAlias = Callable[[Site, Scene], Change | None]

UNKNOWN: Final = (
    "x_new",
    "Status",
    "status ",
    "extra",
    "_",
    "n0",
    "not known",
    "\u00e9t\u00e9",
    "__proto__",
    "constructor",
)
NEVER: Final = "0123456789 _-!,;:@\u00e9"
"""Characters to break a pattern with."""
BLANKS: Final = tuple("".join(each) for count in (1, 2, 3) for each in product(" \n\t\r", repeat=count))
INSTEAD: Final = {kind: f"{kind}-instead" for kind in KINDS}
LONGEST: Final = 1000
TRIES: Final = 12


def literal(kind: str, dice: Dice) -> str:
    """A value of a kind."""
    match kind:
        case "string":
            return quoted_text(scalars.word(dice))
        case "integer":
            return str(dice.below(1000) - 99)
        case "number":
            return f"{dice.below(100)}.{1 + dice.below(9)}"
        case "boolean":
            return dice.pick(("true", "false"))
        case "null":
            return "null"
        case "array":
            return dice.pick(
                ("[]", '["a"]', "[null,null]", "[[]]", f"[{dice.below(1000)}]", f'["{dice.below(1000)}"]')
            )
        case _:
            return dice.pick(
                ("{}", '{"a":"b"}', '{"":null}', f'{{"k":{dice.below(1000)}}}', f'{{"{dice.below(99)}":[]}}')
            )


def replaced(site: Site, put: str) -> Edit:
    """The edit that puts another value in the place of a site's."""
    return (site.start, site.end - site.start, put)


def kind_rule(shape: ir.Shape) -> str:
    """The rule that a value of a wrong kind breaks."""
    return constant_rule(shape) if isinstance(shape, ir.Constants) else "type"


# What makes a document wrong.


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
    return Change("missing", _dropped(site, scene.dice.pick(needed)), site.pointer, "required")


def unknown(site: Site, scene: Scene) -> Change | None:
    """A member that a closed object does not know."""
    if not isinstance(site.chosen, ir.Record) or site.chosen.open:
        return None
    edit = _unknown(site, scene)
    return Change("unknown-member", edit, site.pointer, "additionalProperties") if edit else None


def duplicate_bad_last(site: Site, scene: Scene) -> Change | None:
    """A member twice: the last one counts, and is wrong."""
    part = _any_member(site, scene)
    bad = part and _bad(site, part, scene)
    if part is None or not bad:
        return None
    pointer = f"{site.pointer}/{escaped(part.name)}"
    put = f",{quoted_text(part.name)}:{bad[0]}"
    return Change("duplicate-bad-last", (part.end, 0, put), pointer, bad[1])


def _any_member(site: Site, scene: Scene) -> Part | None:
    if site.kind != "object":
        return None
    usual = [part for part in site.parts if part.role in ("", "guarded")]
    return scene.dice.pick(usual) if usual else None


def _bad(site: Site, part: Part, scene: Scene) -> tuple[str, str] | None:
    """A value that a member can't have, and the rule that it breaks."""
    shape = part.known.shape if part.known else cast("ir.MapOf", site.chosen).value
    shape = scene.types.resolved(shape)
    taken = scene.types.kinds(shape)
    others = [kind for kind in KINDS if kind not in taken]
    return (literal(scene.dice.pick(others), scene.dice), kind_rule(shape)) if others else None


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
        return Change(f"{name}-too-short", _dropped(site, len(site.parts) - 1), site.pointer, "minItems")
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
        return Change("bad-key", edit, f"{site.pointer}/{escaped(name)}", "key")
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


# What leaves it right.


def other_value(site: Site, scene: Scene) -> Change | None:
    """Another value that is taken here."""
    if site.role in ("arm", "tag", "flag", "empty") or _is_large(site, scene):
        return None
    put = scene.fragment(site.shape)
    return Change("other-value", replaced(site, put), site.pointer)


def _is_large(site: Site, scene: Scene) -> bool:
    """Whether another value would be a document of its own."""
    chosen = site.chosen
    if isinstance(chosen, ir.ListOf):
        chosen = scene.types.alternatives(chosen.item)[0]
    return isinstance(chosen, WITH_PARTS)


def left_out(site: Site, scene: Scene) -> Change | None:
    """A member that need not be there is not."""
    free = [
        at
        for at, part in enumerate(site.parts)
        if part.role == "" and part.known is not None and not part.known.required
    ]
    return Change("left-out", _dropped(site, scene.dice.pick(free)), site.pointer) if free else None


def extra(site: Site, scene: Scene) -> Change | None:
    """A member that nobody knows yet, in an open object."""
    if not isinstance(site.chosen, ir.Record) or not site.chosen.open:
        return None
    edit = _unknown(site, scene)
    return Change("unknown-member", edit, site.pointer) if edit else None


def resized(site: Site, scene: Scene) -> Change | None:
    """A list or a map with an item more, or less."""
    shape = site.chosen
    if isinstance(shape, ir.ListOf):
        least, most = shape.min_items or 0, shape.max_items
    elif isinstance(shape, ir.MapOf):
        least, most = shape.min_properties or 0, shape.max_properties
    else:
        return None
    count = len(site.parts)
    if count > least and scene.dice.chance(0.5):
        return Change("shorter", _dropped(site, scene.dice.below(count)), site.pointer)
    if most is not None and count >= most:
        return None
    if isinstance(shape, ir.ListOf):
        put = scene.fragment(shape.item)
    else:
        name = key(shape, scene.dice)
        if name == scene.reserved or name in {part.name for part in site.parts}:
            return None
        put = f"{quoted_text(name)}:{scene.fragment(shape.value)}"
    return Change("longer", (site.end - 1, 0, f",{put}" if count else put), site.pointer)


def null_for_empty(site: Site, scene: Scene) -> Change | None:
    """The empty list as some servers write it."""
    del scene
    if not isinstance(site.chosen, ir.ListOf) or not site.chosen.null_for_empty:
        return None
    return Change("null-for-empty", replaced(site, "[null]"), site.pointer, "", replaced(site, "[]"))


def integral_float(site: Site, scene: Scene) -> Change | None:
    """A whole number that is written with a point or an exponent."""
    if site.kind != "integer" or isinstance(site.chosen, ir.Number):
        return None
    form = scene.dice.pick(("{}.0", "{}e0", "{}.00E+0", "{}.0e0", "{}00e-2" if site.value else "0e5"))
    text = form.format(site.value)
    return Change("integral-float", replaced(site, text), site.pointer, "", replaced(site, str(site.value)))


def many_digits(site: Site, scene: Scene) -> Change | None:
    """A whole number of forty digits."""
    shape = site.chosen
    if not isinstance(shape, ir.Integer) or site.role or shape.maximum is not None:
        return None
    put = "1" + "".join([scene.dice.pick("0123456789") for _ in range(39)])
    return Change("forty-digits", replaced(site, put), site.pointer)


def duplicate_good_last(site: Site, scene: Scene) -> Change | None:
    """A member twice: the last one counts, and is right."""
    part = _any_member(site, scene)
    bad = part and _bad(site, part, scene)
    if part is None or not bad:
        return None
    put = f"{quoted_text(part.name)}:{bad[0]},"
    return Change("duplicate-good-last", (part.start, 0, put), site.pointer)


def blanks(site: Site, scene: Scene) -> Change | None:
    """Blanks and line breaks between the parts of the text."""
    put = scene.dice.pick(BLANKS)
    at = scene.dice.pick((site.start, site.end))
    return Change("blanks", (at, 0, put), site.pointer)


def spelled(site: Site, scene: Scene) -> Change | None:
    """One character of a text or of a name as its number."""
    if site.kind == "string":
        text, at = site.value, site.start + 1
    elif site.kind == "object" and site.parts:
        part = scene.dice.pick(site.parts)
        text, at = part.name, part.start + 1
    else:
        return None
    if not text or not (text[0].isascii() and text[0].isprintable()) or text[0] in '"\\':
        return None
    code = f"\\u{ord(text[0]):04x}"
    return Change(
        "escaped", (at, 1, code.upper().replace("U", "u") if scene.dice.chance(0.5) else code), site.pointer
    )


def _dropped(site: Site, at: int) -> Edit:
    part = site.parts[at]
    if at:
        start = site.parts[at - 1].end
        return (start, part.end - start, "")
    end = site.parts[1].start if len(site.parts) > 1 else part.end
    return (part.start, end - part.start, "")


def _unknown(site: Site, scene: Scene) -> Edit | None:
    name = scene.dice.pick(UNKNOWN)
    known = {each.wire for each in cast("ir.Record", site.chosen).members}
    if name in known or name == scene.reserved:
        return None
    put = f"{quoted_text(name)}:{literal(scene.dice.pick(KINDS), scene.dice)}"
    if not site.parts:
        return (site.start + 1, 0, put)
    part = scene.dice.pick(site.parts)
    return (part.end, 0, f",{put}")


ALWAYS_ALIKE: Final = frozenset({null, final_newline, missing, length, null_for_empty})
"""Mutations that give no more than they gave at a site before."""
WRONG: Final[Mapping[str, tuple[Mutation, ...]]] = {
    "object": (wrong_kind, null, missing, unknown, duplicate_bad_last, members),
    "array": (wrong_kind, null, items, swapped),
    "scalar": (wrong_kind, null, not_in_set, pattern, final_newline, length, bounds, flag, guard_broken),
}
"""Mutations for the worse, by what a site holds."""
RIGHT: Final[Mapping[str, tuple[Mutation, ...]]] = {
    "object": (left_out, extra, resized, duplicate_good_last, spelled, blanks),
    "array": (other_value, resized, null_for_empty, blanks),
    "scalar": (other_value, integral_float, many_digits, spelled, blanks),
}
"""Mutations that change no verdict."""
