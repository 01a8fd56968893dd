"""Base documents: valid texts made from a shape, with the place of every value in them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, Literal, NamedTuple, TypeAlias

from codegen import ir
from codegen.emit.cases import scalars
from codegen.emit.cases.dice import Dice
from codegen.emit.cases.scalars import quoted, quoted_text

Kind: TypeAlias = Literal["object", "array", "string", "integer", "number", "boolean", "null"]
Role: TypeAlias = Literal["", "arm", "tag", "guard", "empty", "guarded", "flag", "sole"]
"""What a value means to its neighbours.

It is one of several arms as a whole; it selects the arm; it says that members are there, or that they are
not; it is one of these; it says which half of a pair follows; it is the one item of a list that would be
empty if it were null.
"""
Fill: TypeAlias = Literal["full", "some", "least"]
Edit: TypeAlias = tuple[int, int, str]
"""At this character, so many are replaced by this text."""

KINDS: Final = ("string", "integer", "number", "boolean", "null", "array", "object")
LIKELY: Final = 0.6
LARGE: Final = 3000
"""Characters of a document after which only what must be there is added to it."""
LARGEST: Final = 12_000
"""Characters that no document may have: one that can't be shorter is none to read."""
KINDS_OF: Final[Mapping[type[ir.Shape], frozenset[str]]] = {
    ir.Text: frozenset({"string"}),
    ir.Integer: frozenset({"integer"}),
    ir.Number: frozenset({"integer", "number"}),
    ir.Boolean: frozenset({"boolean"}),
    ir.Null: frozenset({"null"}),
    ir.ListOf: frozenset({"array"}),
    ir.TupleOf: frozenset({"array"}),
    ir.MapOf: frozenset({"object"}),
    ir.Record: frozenset({"object"}),
}
"""What a shape takes that is no choice of others."""
WITH_PARTS: Final = (ir.Record, ir.MapOf, ir.ListOf, ir.TupleOf, ir.Pair)


class Part:
    """A member of an object or an item of an array: where it begins, where its value is, where it ends."""

    __slots__ = ("end", "known", "name", "role", "start", "value")

    def __init__(
        self, start: int, value: int, name: str = "", known: ir.Member | None = None, role: Role = ""
    ) -> None:
        self.start = start
        self.value = value
        self.end = 0
        self.name = name
        self.known = known
        self.role: Role = role


class Site:
    """One value of a base document.

    Attributes
    ----------
    start, end : int
        Where its text is.
    shape : ir.Shape
        What may stand there, no reference.
    chosen : ir.Shape
        Which of the alternatives stands there.
    where : str
        The place in the description: a pointer with ``*`` for every item and every key.
    value
        Of a scalar.
    parts : list of Part
        Of an object or an array.
    """

    __slots__ = ("chosen", "end", "kind", "parts", "pointer", "role", "shape", "start", "value", "where")

    def __init__(
        self, start: int, shape: ir.Shape, chosen: ir.Shape, pointer: str, where: str, role: Role
    ) -> None:
        self.start = start
        self.end = 0
        self.shape = shape
        self.chosen = chosen
        self.pointer = pointer
        self.where = where
        self.kind: Kind = "null"
        self.role: Role = role
        self.value: Any = None
        self.parts: list[Part] = []


class Base(NamedTuple):
    """A text, its values in the order in which they begin, the whole first, and the error that it means."""

    text: str
    sites: list[Site]
    error: str


class TooLarge(Exception):
    """A document would be longer than anybody reads."""


class Types:
    """The named types that shapes refer to, and what is known of shapes.

    Shapes are values that live as long as the model; what was found out of one is kept by its identity.
    """

    def __init__(self, service: ir.Service, operation: ir.Operation) -> None:
        self._types = {each.name: each.shape for each in (*service.types, *operation.types)}
        self._kinds: dict[int, tuple[ir.Shape, frozenset[str]]] = {}
        self._foreign: dict[int, tuple[ir.Shape, tuple[str, ...]]] = {}
        self._alternatives: dict[int, tuple[ir.Shape, list[ir.Shape]]] = {}

    def resolved(self, shape: ir.Shape) -> ir.Shape:
        """The shape that a reference means."""
        while isinstance(shape, ir.Ref):
            shape = self._types[shape.name]
        return shape

    def alternatives(self, shape: ir.Shape) -> list[ir.Shape]:
        """What may stand there: of several kinds each, resolved."""
        known = self._alternatives.get(id(shape))
        if known is None:
            found = [self.resolved(shape)]
            if isinstance(found[0], ir.Kinds):
                found = [one for each in found[0].alternatives for one in self.alternatives(each)]
            known = self._alternatives[id(shape)] = (shape, found)
        return known[1]

    def kinds(self, shape: ir.Shape) -> frozenset[str]:
        """The JSON kinds that a shape takes at all; constants count with their own."""
        known = self._kinds.get(id(shape))
        if known is None:
            found: frozenset[str] = frozenset()
            for each in self.alternatives(shape):
                found |= self._own_kinds(each)
            known = self._kinds[id(shape)] = (shape, found)
        return known[1]

    def foreign(self, shape: ir.Shape) -> tuple[str, ...]:
        """The JSON kinds, null apart, that a shape does not take."""
        known = self._foreign.get(id(shape))
        if known is None:
            taken = self.kinds(shape)
            found = tuple(kind for kind in KINDS if kind not in taken and kind != "null")
            known = self._foreign[id(shape)] = (shape, found)
        return known[1]

    def _own_kinds(self, shape: ir.Shape) -> frozenset[str]:
        match shape:
            case ir.Constants(values):
                return frozenset(map(kind_of, values))
            case ir.Pair(when_true, _, plain):
                return self.kinds(when_true) | {"array"} if plain else frozenset({"array"})
            case _:
                return KINDS_OF[type(shape)]


class Maker:
    """Writes one base document.

    Parameters
    ----------
    tag
        Of answers that are told apart by a member: its name, and the values that it may have.
    """

    def __init__(self, types: Types, dice: Dice, fill: Fill, tag: tuple[str, tuple[Any, ...]] | None = None):
        self._types = types
        self._dice = dice
        self._fill = fill
        self._tag = tag
        self._out: list[str] = []
        self._at = 0
        self._sites: list[Site] = []

    def made(self, shape: ir.Shape) -> tuple[str, list[Site]]:
        """The text and its sites; raises ``TooLarge``."""
        where = shape.name if isinstance(shape, ir.Ref) else ""
        self._value(shape, "", where, "" if self._tag is None else "arm")
        return "".join(self._out), self._sites

    def _put(self, text: str) -> None:
        self._out.append(text)
        self._at += len(text)
        if self._at > LARGEST:
            raise TooLarge

    def _value(self, shape: ir.Shape, pointer: str, where: str, role: Role) -> None:
        shape = self._types.resolved(shape)
        chosen = shape
        if isinstance(shape, ir.Kinds):
            chosen = self._dice.pick(self._types.alternatives(shape))
        site = Site(self._at, shape, chosen, pointer, where, role)
        self._sites.append(site)
        match chosen:
            case ir.Record():
                self._record(site, chosen)
            case ir.MapOf():
                self._map(site, chosen)
            case ir.ListOf():
                self._list(site, chosen)
            case ir.TupleOf(items):
                self._items(site, items)
            case ir.Pair():
                self._pair(site, chosen)
            case _:
                self._scalar(site, chosen)
        site.end = self._at

    def _scalar(self, site: Site, shape: ir.Shape) -> None:
        if site.role == "tag" and self._tag is not None and isinstance(shape, ir.Constants):
            self._constant(site, self._dice.pick(self._tag[1]))
            return
        site.kind, site.value, text = scalar(shape, self._dice)
        self._put(text)

    def _constant(self, site: Site, value: Any) -> None:
        site.kind, site.value = kind_of(value), value
        self._put(quoted(value))

    def _record(self, site: Site, shape: ir.Record) -> None:
        site.kind = "object"
        said = shape.present_unless
        whole = said is None or self._fill == "full" or (self._fill == "some" and self._dice.chance(0.5))
        self._put("{")
        for member in shape.members:
            role: Role = ""
            if said is not None and member.wire in said.members:
                role = "guarded"
                if not whole:
                    continue
            elif not self._is_there(member):
                continue
            elif said is not None and member.wire == said.member:
                role = "guard"
            elif self._tag is not None and not site.pointer and member.wire == self._tag[0]:
                role = "tag"
            self._member(site, member.wire, member.shape, role, member)
            if role == "guard" and said is not None:
                self._guard(self._sites[-1], site.parts[-1], said.value, whole)
        self._put("}")

    def _guard(self, site: Site, part: Part, absent: ir.Scalar, whole: bool) -> None:
        """Make the guard say what is so: that its members are there, or are not."""
        site.role = "guard" if whole else "empty"
        if whole == (site.value != absent):
            return
        self._at = site.start
        self._out.pop()
        self._constant(site, 3 if whole else absent)
        site.end = part.end = self._at

    def _is_there(self, member: ir.Member) -> bool:
        if member.required:
            return True
        if self._at > LARGE:
            return False
        return self._fill == "full" or (self._fill == "some" and self._dice.chance(LIKELY))

    def _member(
        self, site: Site, name: str, shape: ir.Shape, role: Role, known: ir.Member | None = None
    ) -> None:
        if site.parts:
            self._put(",")
        part = Part(self._at, 0, name, known, role)
        self._put(f"{quoted_text(name)}:")
        part.value = self._at
        site.parts.append(part)
        step = escaped(name) if known is not None else "*"
        self._value(shape, f"{site.pointer}/{escaped(name)}", f"{site.where}/{step}", role)
        part.end = self._at

    def _map(self, site: Site, shape: ir.MapOf) -> None:
        site.kind = "object"
        self._put("{")
        names: dict[str, None] = {}
        for _ in range(self._count(shape.min_properties, shape.max_properties)):
            names.setdefault(key(shape, self._dice))
        for number in range(len(names), shape.min_properties or 0):
            names.setdefault(f"k{number}")
        for name in names:
            self._member(site, name, shape.value, "")
        self._put("}")

    def _count(self, least: int | None, most: int | None) -> int:
        wanted = {"full": 2, "some": self._dice.below(4), "least": 0}[self._fill] if self._at <= LARGE else 0
        wanted = max(wanted, least or 0)
        return wanted if most is None else min(wanted, most)

    def _list(self, site: Site, shape: ir.ListOf) -> None:
        count = self._count(shape.min_items, shape.max_items)
        if count > LARGEST:
            raise TooLarge
        self._items(site, (shape.item,) * count, "*")
        if shape.null_for_empty and count == 1:
            next(each for each in self._sites if each.pointer == f"{site.pointer}/0").role = "sole"

    def _items(self, site: Site, shapes: tuple[ir.Shape, ...], step: str = "") -> None:
        site.kind = "array"
        self._put("[")
        for index, shape in enumerate(shapes):
            if index:
                self._put(",")
            part = Part(self._at, self._at)
            self._value(shape, f"{site.pointer}/{index}", f"{site.where}/{step or index}", "")
            part.end = self._at
            site.parts.append(part)
        self._put("]")

    def _pair(self, site: Site, shape: ir.Pair) -> None:
        flag = self._dice.chance(0.5)
        if shape.plain and self._dice.chance(0.4):
            # The value itself; what is said of its place is still that it may be a pair.
            at = len(self._sites) - 1
            self._sites.pop()
            self._value(shape.when_true, site.pointer, site.where, "")
            self._sites[at].shape = shape
            return
        at = len(self._sites)
        self._items(site, (ir.Constants((flag,)), shape.when_true if flag else shape.when_false))
        self._sites[at].role = "flag"


def scalar(shape: ir.Shape, dice: Dice) -> tuple[Kind, Any, str]:
    """A value that a shape without parts takes: its kind, itself, its text."""
    match shape:
        case ir.Text():
            if (shape.min_length or 0) > LARGEST:
                raise TooLarge
            text = scalars.text(shape, dice)
            return "string", text, quoted_text(text)
        case ir.Integer():
            whole = scalars.integer(shape, dice)
            return "integer", whole, str(whole)
        case ir.Number():
            written = scalars.number(shape, dice)
            return "number", written, written
        case ir.Boolean():
            flag = dice.chance(0.5)
            return "boolean", flag, quoted(flag)
        case ir.Null():
            return "null", None, "null"
        case ir.Constants(values):
            value = dice.pick(values)
            return kind_of(value), value, quoted(value)
        case _:
            raise AssertionError(f"{type(shape).__name__} is no scalar")


def key(shape: ir.MapOf, dice: Dice) -> str:
    """The name of a member of a map."""
    if shape.key is not None:
        return scalars.text(shape.key, dice)
    return scalars.halves(dice) if shape.by_halves else scalars.word(dice)


def kind_of(value: Any) -> Kind:
    """The JSON kind of a plain value."""
    match value:
        case None:
            return "null"
        case bool():
            return "boolean"
        case int():
            return "integer"
        case float():
            return "number"
        case str():
            return "string"
        case list():
            return "array"
        case _:
            return "object"


def escaped(name: str) -> str:
    """A step of a JSON pointer."""
    return name.replace("~", "~0").replace("/", "~1") if "~" in name or "/" in name else name
