"""The argument ``types``: of operations whose tables have the types of their columns from elsewhere."""

from __future__ import annotations

from dataclasses import dataclass

from codegen import ir
from codegen.naming import ClassName, ModuleName

from . import walk

FETCH = "fetch"
"""What users write for types that the server is to be asked for."""


@dataclass(frozen=True, slots=True)
class TypesArgument:
    """The parameter of a generated function, and what becomes of it."""

    class_name: str
    """Of the answer that can be given."""
    table: str
    """Of the answer whose columns are declared."""
    operation: str
    """The operation that declares types."""
    passed: str
    """What it is called with, as Python text."""
    words: tuple[str, ...]
    """The words of types."""

    @property
    def signature(self) -> str:
        """The parameter."""
        return f'types: {self.class_name} | Mapping[str, str] | Literal["{FETCH}"] | None = None'

    @property
    def doc(self) -> str:
        """What the parameter means."""
        return (
            f"Of which types the columns are: an answer of `{self.operation}`, or words by column name"
            f' ({", ".join(self.words)}), or `"{FETCH}"` to call `{self.operation}` first.'
            " Left out, the texts of a column tell."
        )

    def body(self, call: str) -> tuple[str, ...]:
        """The statements of the function; types are checked first, so that a failure comes early."""
        asked = f'{self.operation}({self.passed}) if types == "{FETCH}" else types'
        checked = f"{self.table}.checked_types({asked}, OPERATION.title)"
        return (f"types = {checked}", f"return {call}.declare(types)")


def types_argument(service: ir.Service, each: ir.Operation) -> TypesArgument | None:
    """The argument ``types``, where an operation has it."""
    types = walk.types_of(service, each)
    layouts = [walk.table(name, types) for name in walk.good_refs(each.result)]
    said = next((layout.types for layout in layouts if layout is not None), None)
    if said is None:
        return None
    other = service.operation(said.operation)
    passed = [f"{theirs}={ours}" for theirs, ours in said.arguments]
    return TypesArgument(
        class_name=ClassName.of(walk.good_refs(other.result)[0]),
        table=ClassName.of(walk.good_refs(each.result)[0]),
        operation=ModuleName.of(other.name),
        passed=", ".join(["client", *passed]),
        words=tuple(word for word, _ in said.kinds),
    )
