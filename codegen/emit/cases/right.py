"""Mutations that change no verdict: the document is another one, or the same as another text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import product
from typing import Final

from codegen import ir
from codegen.emit.cases.bases import WITH_PARTS, Site, key
from codegen.emit.cases.mutations import (
    Change,
    Mutation,
    Scene,
    any_member,
    bad_value,
    dropped,
    replaced,
    unknown_member,
)  # fmt: skip
from codegen.emit.cases.scalars import quoted_text

BLANKS: Final = tuple("".join(each) for count in (1, 2, 3) for each in product(" \n\t\r", repeat=count))


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
    return Change("left-out", dropped(site, scene.dice.pick(free)), site.pointer) if free else None


def extra(site: Site, scene: Scene) -> Change | None:
    """A member that nobody knows yet, in an open object."""
    if not isinstance(site.chosen, ir.Record) or not site.chosen.open:
        return None
    edit = unknown_member(site, scene)
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
        return Change("shorter", dropped(site, scene.dice.below(count)), site.pointer)
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
    part = any_member(site, scene)
    bad = part and bad_value(site, part, scene)
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


ALIKE: Final = frozenset({null_for_empty})
"""Mutations that give no more than they gave at a site before."""
EVERY: Final[Mapping[str, tuple[Mutation, ...]]] = {
    "object": (left_out, extra, resized, duplicate_good_last, spelled, blanks),
    "array": (other_value, resized, null_for_empty, blanks),
    "scalar": (other_value, integral_float, many_digits, spelled, blanks),
}
"""Mutations by what a site holds."""
ONLY: Final[Mapping[Mutation, Callable[[Site], bool]]] = {
    extra: lambda site: isinstance(site.chosen, ir.Record),
    left_out: lambda site: isinstance(site.chosen, ir.Record),
    integral_float: lambda site: site.kind == "integer",
    many_digits: lambda site: isinstance(site.chosen, ir.Integer),
    spelled: lambda site: site.kind in ("string", "object"),
}
"""Where the others have nothing to do, which need not be tried again and again."""


def able(site: Site) -> tuple[Mutation, ...]:
    """The mutations that may have something to do at a site."""
    every = EVERY.get(site.kind, EVERY["scalar"])
    return tuple(each for each in every if each not in ONLY or ONLY[each](site))
