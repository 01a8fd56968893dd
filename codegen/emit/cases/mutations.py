"""Single named mutations of a base document: what they are, and what they share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple, TypeAlias, cast

from codegen import ir
from codegen.emit.cases import scalars
from codegen.emit.cases.bases import KINDS, WITH_PARTS, Edit, Maker, Part, Site, Types, scalar
from codegen.emit.cases.dice import Dice
from codegen.emit.cases.judge import constant_rule
from codegen.emit.cases.scalars import quoted_text


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
"""Looks at one site and returns a change, or None where it has nothing to do."""

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
INSTEAD: Final = {kind: f"{kind}-instead" for kind in KINDS}


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


def any_member(site: Site, scene: Scene) -> Part | None:
    """One of the members of an object that mean nothing to their neighbours."""
    if site.kind != "object":
        return None
    usual = [part for part in site.parts if part.role in ("", "guarded")]
    return scene.dice.pick(usual) if usual else None


def bad_value(site: Site, part: Part, scene: Scene) -> tuple[str, str] | None:
    """A value that a member can't have, and the rule that it breaks."""
    shape = part.known.shape if part.known else cast("ir.MapOf", site.chosen).value
    shape = scene.types.resolved(shape)
    taken = scene.types.kinds(shape)
    others = [kind for kind in KINDS if kind not in taken]
    return (literal(scene.dice.pick(others), scene.dice), kind_rule(shape)) if others else None


def dropped(site: Site, at: int) -> Edit:
    """The edit that takes a member or an item away, with its comma."""
    part = site.parts[at]
    if at:
        start = site.parts[at - 1].end
        return (start, part.end - start, "")
    end = site.parts[1].start if len(site.parts) > 1 else part.end
    return (part.start, end - part.start, "")


def unknown_member(site: Site, scene: Scene) -> Edit | None:
    """The edit that adds a member which nobody knows."""
    name = scene.dice.pick(UNKNOWN)
    known = {each.wire for each in cast("ir.Record", site.chosen).members}
    if name in known or name == scene.reserved:
        return None
    put = f"{quoted_text(name)}:{literal(scene.dice.pick(KINDS), scene.dice)}"
    if not site.parts:
        return (site.start + 1, 0, put)
    part = scene.dice.pick(site.parts)
    return (part.end, 0, f",{put}")
