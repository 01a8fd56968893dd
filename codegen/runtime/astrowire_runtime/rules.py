"""Rules between arguments, each refused in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

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


class AtMostOneOf(Struct, frozen=True):
    """The arguments exclude each other.

    >>> AtMostOneOf(("old", "new")).problem({"old": 1, "new": 2}).message
    'old and new exclude each other; give one of them'
    """

    arguments: tuple[str, ...]

    def problem(self, arguments: Mapping[str, Any]) -> Problem | None:
        given = [name for name in self.arguments if arguments.get(name) is not None]
        if len(given) <= 1:
            return None
        message = f"{' and '.join(given)} exclude each other; give one of them"
        return Problem(f"/{given[-1]}", "at_most_one_of", message)


class GoesWith(Struct, frozen=True):
    """An argument means something only together with another.

    >>> GoesWith("limit", "steps").problem({"limit": 3}).message
    'limit means something only together with steps'
    """

    argument: str
    other: str

    def problem(self, arguments: Mapping[str, Any]) -> Problem | None:
        if arguments.get(self.argument) is None or arguments.get(self.other) is not None:
            return None
        message = f"{self.argument} means something only together with {self.other}"
        return Problem(f"/{self.argument}", "goes_with", message)


class Never(Struct, frozen=True):
    """A word that must not stand in an argument, in any case.

    >>> Never("key", "*all*", "the server dies").problem({"key": ["A", "*ALL*"]}).message
    "key must not hold '*ALL*': the server dies"
    """

    argument: str
    word: str
    because: str

    def problem(self, arguments: Mapping[str, Any]) -> Problem | None:
        given = arguments.get(self.argument)
        several = isinstance(given, list | tuple)
        for text in cast("list[object]", given if several else [given]):
            if isinstance(text, str) and self.word.lower() in text.lower():
                message = f"{self.argument} must not hold {shown(text)}: {self.because}"
                return Problem(f"/{self.argument}", "never", message)
        return None


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


Rule = AtLeastOneOf | AtMostOneOf | GoesWith | Never | Needs
