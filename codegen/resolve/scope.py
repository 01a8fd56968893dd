"""What one service knows while its files are joined: where to report, and what may be named."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from codegen import ir
from codegen.explain import suggest
from codegen.naming import ClassName, ModuleName, UnsafeName
from codegen.problems import Place, Problems
from codegen.resolve.node import Node


@dataclass(slots=True)
class Scope:
    """One service, or one operation of it.

    ``complete`` is false when a file could not be read: then nothing is said about
    names that may stand in it.
    """

    problems: Problems
    sources: frozenset[str] = frozenset()
    errors: frozenset[str] = frozenset()
    corrections: tuple[ir.Correction, ...] | None = None
    """``None`` when they are not known."""
    types: dict[str, ir.TypeDef] = field(default_factory=dict[str, ir.TypeDef])
    complete: bool = True
    later: list[Callable[[], None]] = field(default_factory=list[Callable[[], None]])
    places: dict[int, Place] = field(default_factory=dict[int, Place])
    """Where each shape stands, by its ``id``; ``shapes`` keeps them alive."""
    shapes: list[ir.Shape] = field(default_factory=list[ir.Shape])
    astray: bool = False
    """Some reference leads nowhere, so that what is not used cannot be told."""

    def operation(self) -> Scope:
        """A scope below this one: the same service, types of its own."""
        return Scope(
            self.problems, self.sources, self.errors, self.corrections, dict(self.types), self.complete
        )

    def report(self, node: Node | Place, rule: str, message: str) -> None:
        self.problems.report(node.place if isinstance(node, Node) else node, rule, message)

    def finish(self) -> None:
        """Run the checks that had to wait until all types were known."""
        waiting, self.later = self.later, []
        for check in waiting:
            check()

    def known(self, node: Node, name: str, names: Iterable[str], rule: str, what: str) -> bool:
        """Report a name that is none of ``names``."""
        choices = list(names)
        if name in choices:
            return True
        listed = f"; known are {', '.join(sorted(choices))}" if choices else "; there are none"
        hint = suggest(name, choices) or (listed if len(choices) <= 40 else "")
        self.report(node, rule, f'"{name}" is no {what}{hint}')
        return False

    def source(self, node: Node) -> tuple[str, ...]:
        """The source tags of a thing, each known to the service."""
        for each in node["source"].items():
            if isinstance(each.value, str) and self.complete:
                self.known(each, each.value, self.sources, "source-unknown", "source of this service")
        return node.texts("source")

    def note(self, node: Node) -> ir.Note:
        return ir.Note(node.word("summary").strip(), node.word("doc").strip("\n"), self.source(node))

    def error(self, node: Node) -> str:
        """The name of an error class that the service has."""
        name = node.value if isinstance(node.value, str) else ""
        if name and self.complete:
            self.known(node, name, self.errors, "error-unknown", "error class of this service")
        return name

    def module_name(self, node: Node, name: str, kind: type[ModuleName] = ModuleName) -> None:
        """Report a name that cannot be a function, an argument or a module."""
        try:
            kind.of(name)
        except UnsafeName as error:
            self.report(node, "name-unsafe", f"{error}; choose another name")

    def class_name(self, node: Node, name: str) -> None:
        """Report a name that cannot be a class."""
        try:
            if ClassName.of(name) != name:
                self.report(node, "name-unsafe", f'"{name}" is not written LikeThis')
        except UnsafeName as error:
            self.report(node, "name-unsafe", f"{error}; choose another name")
