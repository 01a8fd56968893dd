"""Bodies with their verdicts: base documents of an operation's answer, and changes of these."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final, TypeAlias, cast

from codegen import ir
from codegen.emit.cases import right, texts, wrong
from codegen.emit.cases.bases import Base, Edit, Fill, Maker, Site, TooLarge, Types
from codegen.emit.cases.dice import Dice
from codegen.emit.cases.judge import complaint, same
from codegen.emit.cases.mutations import Change, Mutation, Scene, replaced
from codegen.emit.cases.scalars import quoted

WANTED: Final = 200
"""Bodies of each verdict, at least."""
MOST: Final = 240
"""Bodies of each verdict where the places of the description need more."""
FILLS: Final[tuple[Fill, ...]] = ("full", "least", "some", "some")
PASSES: Final = 500
"""Times that all mutations are tried at all places before it is given up to find more bodies."""
TAGS: Final = 3
"""Other values of the selecting member that are tried in one base document."""
STRIDE: Final = 11
"""From one place to the next that is tried; no divisor of the number of mutations of one place."""


ALIKE: Final = wrong.ALIKE | right.ALIKE
Planned: TypeAlias = tuple[int, Site, Mutation]
"""A mutation of a site of the base document with this number."""


Body: TypeAlias = tuple[int, Change, str]
"""The number of a base document, what becomes of it, and the class that decoding raises; empty if none."""


class Bodies:
    """All that was made for one operation."""

    def __init__(self) -> None:
        self.bases: list[Base] = []
        self.right: list[Body] = []
        self.wrong: list[Body] = []
        self.unreadable: list[Body] = []
        self.said: set[str] = set()
        """All texts, so that none is said twice."""


class Engine:
    """Makes bodies for the answers of one operation.

    Parameters
    ----------
    seed : str
        Another one gives other bodies.
    """

    def __init__(self, service: ir.Service, operation: ir.Operation, seed: str = "") -> None:
        self._operation = operation
        self._types = Types(service, operation)
        self._dice = Dice(f"{service.name}.{operation.name}{seed}")
        self._is_rpc = isinstance(service.transport, ir.JsonRpc)
        marker = service.transport.packed_marker if isinstance(service.transport, ir.JsonRpc) else None
        self._scene = Scene(self._types, self._dice, marker)
        result = operation.result
        shape = self._types.resolved(result.shape) if isinstance(result, ir.Plain) else None
        self._failure = result.failure if isinstance(result, ir.Plain) else None
        self.is_packed = isinstance(shape, ir.Text) and shape.packed is not None
        self._made = Bodies()

    def bodies(self, wanted: int = WANTED, most: int = MOST) -> Bodies:
        """So many bodies of each verdict, or fewer where there are no more."""
        made = self._made
        self._add_bases()
        self._tags()
        if made.bases:
            self._texts()
        for mutations, into in ((wrong, made.wrong), (right, made.right)):
            first, rest = self._planned(mutations.able)
            self._mutate(first, into, most)
            starts = self._dice.mixed(range(STRIDE))
            rest = [each for start in starts for each in rest[start::STRIDE]]
            for _ in range(PASSES):
                if len(into) >= wanted:
                    break
                rest = self._mutate(rest, into, wanted)
        return made

    @property
    def bases(self) -> Sequence[Base]:
        """The base documents."""
        return self._made.bases

    # Base documents.

    def _add_bases(self) -> None:
        result = self._operation.result
        for fill in FILLS:
            if isinstance(result, ir.Plain):
                self._add(result.shape, fill, None, None)
                continue
            for arm in _distinct(result.arms):
                self._add(arm.shape, fill, arm, arm.when)
            self._add(result.otherwise, fill, None, None)

    def _add(self, shape: ir.Shape, fill: Fill, arm: ir.Arm | None, when: tuple[Any, ...] | None) -> None:
        result = self._operation.result
        tag = (result.member, when or ()) if isinstance(result, ir.Select) else None
        try:
            text, sites = Maker(self._types, self._dice, fill, tag).made(shape)
        except TooLarge:
            return
        if isinstance(result, ir.Select) and when is None:
            text, sites = self._unlisted(result, text, sites)
        if text in self._made.said:
            return
        self._made.said.add(text)
        error = "Malformed" if self.is_packed else ""
        if isinstance(result, ir.Select):
            error = (result.otherwise_error if arm is None else arm.error) or ""
        base = Base(text, sites, error)
        self._made.bases.append(base)
        change = Change("base", None, "")
        self._made.right.append((len(self._made.bases) - 1, change, self.error_of(base, text)))

    def _unlisted(self, select: ir.Select, text: str, sites: list[Site]) -> tuple[str, list[Site]]:
        """A document of the rest, whose tag is none that an arm lists."""
        at = next(at for at, site in enumerate(sites) if site.pointer == f"/{select.member}")
        site = sites[at]
        site.role = "tag"
        if _arm(select, site.value) is None:
            return text, sites
        value = 100 + self._dice.below(900)
        while _arm(select, value) is not None:
            value += 1
        return _moved(text, sites, at, value)

    # What is chosen of all that could be changed.

    def _mutate(self, planned: Sequence[Planned], into: list[Body], most: int) -> list[Planned]:
        """Add what mutations give, until there are enough; returns those that gave anything."""
        made, scene = self._made, self._scene
        able: list[Planned] = []
        is_wrong = into is made.wrong
        for each in planned:
            if len(into) >= most:
                break
            at, site, mutation = each
            try:
                change = mutation(site, scene)
            except TooLarge:
                continue
            if change is None:
                continue
            if mutation not in ALIKE:
                able.append(each)
            base = made.bases[at]
            text = edited(base.text, change.edit)
            if text in made.said:
                continue
            made.said.add(text)
            if is_wrong:
                into.append((at, change, "SchemaMismatch"))
            else:
                into.append((at, change, self.error_of(base, text)))
        return able

    def _planned(self, able: Callable[[Site], tuple[Mutation, ...]]) -> tuple[list[Planned], list[Planned]]:
        """Every mutation at every place of the description once, then at all of its places."""
        met: set[str] = set()
        known: dict[tuple[int, str, str], tuple[Mutation, ...]] = {}
        first: list[Planned] = []
        rest: list[Planned] = []
        for at, base in enumerate(self._made.bases):
            for site in base.sites:
                alike = (id(site.chosen), site.role, site.kind)
                if alike not in known:
                    known[alike] = able(site)
                found = [(at, site, each) for each in known[alike]]
                if site.where not in met:
                    met.add(site.where)
                    first += found
                rest += found
        return first, rest

    # What the model has to be asked.

    def error_of(self, base: Base, text: str) -> str:
        """The class that decoding raises for an accepted body; empty if none."""
        return base.error if self._failure is None else failure_error(self._failure, json.loads(text))

    def _tags(self) -> None:
        """The selecting member with other values: another arm, the rest, or no arm at all."""
        result = self._operation.result
        if not isinstance(result, ir.Select):
            return
        listed = [value for arm in result.arms for value in arm.when]
        for at, base in enumerate(self._made.bases):
            site = next(each for each in base.sites if each.role == "tag")
            value = json.loads(base.text)
            for other in self._dice.mixed(_tag_values(listed, site.value, self._dice))[:TAGS]:
                self._tag(at, site, value, other, result)
            if isinstance(site.value, int):
                put = f"{site.value}.0"
                whole = replaced(site, str(site.value))
                self._take(at, Change("integral-float", replaced(site, put), site.pointer, "", whole), base)

    def _take(self, at: int, change: Change, base: Base) -> None:
        text = edited(base.text, change.edit)
        if text not in self._made.said:
            self._made.said.add(text)
            self._made.right.append((at, change, self.error_of(base, text)))

    def _tag(self, at: int, site: Site, value: dict[str, Any], other: Any, select: ir.Select) -> None:
        arm = _arm(select, other)
        shape = select.otherwise if arm is None else arm.shape
        found = complaint(shape, {**value, select.member: other}, self._types)
        edit = replaced(site, quoted(other))
        text = edited(self._made.bases[at].text, edit)
        if text in self._made.said:
            return
        self._made.said.add(text)
        error = (select.otherwise_error if arm is None else arm.error) or ""
        name = "tag-unlisted" if arm is None else "tag-of-another-arm"
        if found is None:
            change = Change(name, edit, site.pointer)
            self._made.right.append((at, change, error))
        else:
            change = Change(name, edit, *found)
            self._made.wrong.append((at, change, "SchemaMismatch"))

    def _texts(self) -> None:
        """Texts that are no document, and the deepest that still is one."""
        for at, change, verdict in texts.changes(self._made.bases, self._dice, is_rpc=self._is_rpc):
            text = edited(self._made.bases[at].text, change.edit)
            if text in self._made.said:
                continue
            self._made.said.add(text)
            if verdict == "accepted":
                error = self.error_of(self._made.bases[at], text)
                self._made.right.append((at, change, error))
            else:
                error = "Malformed" if self._is_rpc else texts.error(self._operation, text)
                self._made.unreadable.append((at, change, error))


def edited(text: str, edit: Edit | None) -> str:
    """A text with its edit."""
    if edit is None:
        return text
    at, drop, put = edit
    return f"{text[:at]}{put}{text[at + drop :]}"


def failure_error(failure: ir.FailureMember, value: Any) -> str:
    """The class for an answer whose member says that it is a failure; empty if it does not."""
    members = cast("dict[str, Any]", value)
    if failure.member not in members:
        return ""
    is_it = same(members[failure.member], failure.ok)
    return failure.error if is_it == failure.is_bad else ""


def _distinct(arms: Sequence[ir.Arm]) -> Iterator[ir.Arm]:
    """The arms whose shapes differ, and those that the first of a shape stands for."""
    seen: set[str] = set()
    for arm in arms:
        if arm.shape.name not in seen:
            seen.add(arm.shape.name)
            yield arm


def _arm(select: ir.Select, value: Any) -> ir.Arm | None:
    """The arm for a value of the selecting member."""
    return next((arm for arm in select.arms if any(same(each, value) for each in arm.when)), None)


def _tag_values(listed: Sequence[Any], value: Any, dice: Dice) -> list[Any]:
    """What may stand in the place of a tag: what other arms list, as another kind too, the unheard of."""
    others = [each for each in listed if not (same(each, value) and type(each) is type(value))]
    others += [str(each) for each in listed if not isinstance(each, str)]
    others += [int(each) for each in listed if isinstance(each, str) and each.lstrip("-").isdigit()]
    return [*others, True, False, None, 1.5, "", dice.below(1000) + 100, f"{value} ", f"0{value}", [value]]


def _moved(text: str, sites: list[Site], at: int, value: Any) -> tuple[str, list[Site]]:
    """A document with another value at one site, and the places behind it moved."""
    site, put = sites[at], quoted(value)
    start, end = site.start, site.end
    by = len(put) - (end - start)
    site.value, site.kind = value, "integer"
    for each in sites:
        each.start += by if each.start >= end else 0
        each.end += by if each.end >= end else 0
        for part in each.parts:
            part.start += by if part.start >= end else 0
            part.value += by if part.value >= end else 0
            part.end += by if part.end >= end else 0
    return f"{text[:start]}{put}{text[end:]}", sites
