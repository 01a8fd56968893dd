"""Problems: what is wrong with a description, where, by which rule, and what to do.

Nothing in the front half raises at the first mistake. Whoever finds one reports
it to a ``Problems`` collector and goes on; the command line prints them all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from codegen.literals import visible

Level = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One sentence about one place in one file.

    >>> str(Problem("spec/drms/rs_list.yaml", 9, "/parameters/ds", "missing-key", "say what it means"))
    'spec/drms/rs_list.yaml:9: /parameters/ds: missing-key: say what it means'
    """

    file: str
    line: int
    pointer: str
    rule: str
    message: str
    level: Level = "error"

    def __str__(self) -> str:
        text = f"{self.file}:{self.line}: {self.pointer or '/'}: {self.rule}: {self.message}"
        return "".join(map(visible, text))


class Place:
    """A point in a file: where a problem is, and how to get to the points below it.

    There are many points and few problems, so the pointer is put together when it is asked for.
    """

    __slots__ = ("_above", "_step", "file", "lines")

    def __init__(self, file: str, lines: Mapping[str, int], pointer: str = "") -> None:
        self.file = file
        self.lines = lines
        self._above: str | Place = pointer
        self._step: str | int | None = None

    def __truediv__(self, step: str | int) -> Place:
        below = Place.__new__(Place)
        below.file, below.lines, below._above, below._step = self.file, self.lines, self, step
        return below

    @property
    def pointer(self) -> str:
        """The JSON pointer of this point."""
        if isinstance(self._above, str):
            return self._above
        return f"{self._above.pointer}/{escape(str(self._step))}"

    @property
    def line(self) -> int:
        """The line of this point, or of the nearest one above it that the file has."""
        pointer = self.pointer
        while pointer and pointer not in self.lines:
            pointer = pointer.rpartition("/")[0]
        return self.lines.get(pointer, 1)


def escape(step: str) -> str:
    """One step of a JSON pointer.

    >>> escape("a/b~c")
    'a~1b~0c'
    """
    return step.replace("~", "~0").replace("/", "~1")


class Problems:
    """Collects problems; the same problem twice is one problem."""

    def __init__(self) -> None:
        self._found: set[Problem] = set()

    def report(self, place: Place, rule: str, message: str) -> None:
        """Note what is wrong at ``place``."""
        self.add(Problem(place.file, place.line, place.pointer, rule, message))

    def add(self, problem: Problem) -> None:
        self._found.add(problem)

    def extend(self, problems: Iterable[Problem]) -> None:
        self._found.update(problems)

    def sorted(self) -> list[Problem]:
        """By file, line and pointer: the order in which a person goes through them."""
        return sorted(self._found)

    def __len__(self) -> int:
        return len(self._found)
