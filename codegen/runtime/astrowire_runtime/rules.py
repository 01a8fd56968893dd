"""Rules between arguments, each refused in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from .display import value as shown
from .problems import Problem


class AtLeastOneOf(Struct, frozen=True):
    """One of the arguments must be given.

    >>> AtLeastOneOf(("key", "seg")).problem({"key": None}).message
    'at least one of key, seg is needed'
    """

    arguments: tuple[str, ...]

    def problem(self, arguments: Mapping[str, Any]) -> Problem | None:
        if any(arguments.get(name) is not None for name in self.arguments):
            return None
        return Problem("", "at_least_one_of", f"at least one of {', '.join(self.arguments)} is needed")


class Needs(Struct, frozen=True):
    """An argument (or one value of it) goes only with certain values of another.

    ``face_sends`` is what the documents' own client sends instead of refusing.
    """

    argument: str
    value: str | None
    other: str
    values: tuple[str, ...]
    face_sends: str | None = None

    def problem(self, arguments: Mapping[str, Any]) -> Problem | None:
        given = arguments.get(self.argument)
        if given is None or (self.value is not None and given != self.value):
            return None
        other = arguments.get(self.other)
        if other in self.values:
            return None
        allowed = " or ".join(repr(word) for word in self.values)
        what = self.argument if self.value is None else f"{self.argument}={self.value!r}"
        return Problem(
            f"/{self.argument}", "needs", f"{what} needs {self.other} to be {allowed}, it is {shown(other)}"
        )


Rule = AtLeastOneOf | Needs
