"""A cursor over loaded data that never fails.

The meta-schema has reported what has the wrong kind; here such a value counts as
absent, so that one mistake does not hide the next.
"""

from __future__ import annotations

from dataclasses import dataclass

from codegen import ir
from codegen.load import Data
from codegen.problems import Place


@dataclass(slots=True)
class Node:
    """A value and its place."""

    value: Data
    place: Place

    def __contains__(self, key: str) -> bool:
        return isinstance(self.value, dict) and key in self.value

    def __getitem__(self, key: str) -> Node:
        below = self.value.get(key) if isinstance(self.value, dict) else None
        return Node(below, self.place / key)

    def items(self) -> list[Node]:
        """The items of a list; none of anything else."""
        if not isinstance(self.value, list):
            return []
        return [Node(item, self.place / index) for index, item in enumerate(self.value)]

    def members(self) -> list[tuple[str, Node]]:
        """The members of a mapping in file order; none of anything else."""
        if not isinstance(self.value, dict):
            return []
        return [(key, Node(value, self.place / key)) for key, value in self.value.items()]

    def sorted_members(self) -> list[tuple[str, Node]]:
        """The members by name, where their order in the file means nothing."""
        return sorted(self.members(), key=lambda member: member[0])

    def text(self, key: str) -> str | None:
        value = self[key].value
        return value if isinstance(value, str) else None

    def word(self, key: str) -> str:
        """A text that is there in every well-formed file."""
        return self.text(key) or ""

    def integer(self, key: str) -> int | None:
        value = self[key].value
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def flag(self, key: str) -> bool:
        return self[key].value is True

    def scalar(self, key: str) -> ir.Scalar:
        value = self[key].value
        return value if isinstance(value, (str, int)) else None

    def texts(self, key: str) -> tuple[str, ...]:
        return tuple(each.value for each in self[key].items() if isinstance(each.value, str))

    def scalars(self, key: str) -> tuple[ir.Scalar, ...]:
        return tuple(
            each.value
            for each in self[key].items()
            if each.value is None or isinstance(each.value, (str, int))
        )
